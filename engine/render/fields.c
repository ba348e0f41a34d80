#include "fields.h"

#include <string.h>

#include "append.h"
#include "error.h"
#include "escape.h"

/* ---- Tags ----------------------------------------------------------------- */

static gboolean
is_name (const char *name)
{
	if (!g_ascii_isalpha (*name))
		return FALSE;
	for (; *name != '\0'; name++)
		if (!g_ascii_isalnum (*name) && *name != '_')
			return FALSE;
	return TRUE;
}

static rn_node *
refuse (const char *tag, const char *place, int line, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
	             "%s:%d: {{%s}} is no field; there are {{name}}, {{#name}}, {{^name}}, {{/name}} and {{! remark}}", place,
	             line, tag);
	return NULL;
}

static rn_node *
read_tag (const char *tag, const char *place, int line, GError **error)
{
	const char *sign = *tag != '\0' && strchr ("#^/", *tag) != NULL ? tag : "";
	g_autofree char *name = g_strstrip (g_strdup (*sign != '\0' ? tag + 1 : tag));

	if (!is_name (name))
		return refuse (tag, place, line, error);
	if (*sign == '\0')
		return rn_node_new (g_str_equal (name, "form") ? RN_NODE_FORM : RN_NODE_FIELD, name, line);
	if (*sign == '/')
		return rn_node_new (RN_NODE_CLOSE, name, line);
	rn_node *section = rn_node_new (RN_NODE_SECTION, name, line);
	section->inverted = *sign == '^';
	return section;
}

rn_node *
rn_field_read (const char **at, const char *place, int line, GError **error)
{
	const char *start = *at + strlen ("{{");
	const char *end = strstr (start, "}}");

	if (g_str_has_prefix (*at, "{{{body}}}")) {
		*at += strlen ("{{{body}}}");
		return rn_node_new (RN_NODE_BODY, NULL, line);
	}
	if (end == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s:%d: “{{” is not closed by “}}”", place, line);
		return NULL;
	}
	g_autofree char *tag = g_strstrip (g_strndup (start, end - start));
	*at = end + strlen ("}}");
	return *tag == '!' ? NULL : read_tag (tag, place, line, error);
}

gboolean
rn_fields_split (GPtrArray *nodes, const char *text, const char *place, int line, GError **error)
{
	while (*text != '\0') {
		const char *tag = strstr (text, "{{");
		gsize plain = tag != NULL ? (gsize) (tag - text) : strlen (text);
		if (plain > 0)
			rn_nodes_add_text (nodes, text, plain);
		text += plain;
		if (tag == NULL)
			return TRUE;

		GError *wrong = NULL;
		rn_node *node = rn_field_read (&text, place, line, &wrong);
		if (wrong != NULL) {
			g_propagate_error (error, wrong);
			return FALSE;
		}
		if (node != NULL)
			g_ptr_array_add (nodes, node);
	}
	return TRUE;
}

/* ---- Values --------------------------------------------------------------- */

#define RN_USUAL_FIELDS 24 /* of a mail; few have more */

struct value {
	struct rn_bundled is;
	struct rn_unpack inside; /* of a list or table */
	char *words;             /* once they were asked for */
};

static void
clear_value (gpointer value)
{
	g_free (((struct value *) value)->words);
}

static GArray *
values_new (void)
{
	GArray *values = g_array_sized_new (FALSE, FALSE, sizeof (struct value), RN_USUAL_FIELDS);

	g_array_set_clear_func (values, clear_value);
	return values;
}

static void
read_values (struct rn_scope *scope, struct rn_unpack *table)
{
	struct rn_bundled read;

	g_array_set_size (scope->values, 0);
	while ((read = rn_bundle_read (table)).type != RN_BUNDLE_END) {
		struct value value = { read, rn_bundle_pass (table, read.type), NULL };
		g_array_append_val (scope->values, value);
	}
}

void
rn_scope_init (struct rn_scope *scope, struct rn_unpack *table)
{
	scope->values = values_new ();
	scope->outer = NULL;
	read_values (scope, table);
}

void
rn_scope_clear (struct rn_scope *scope)
{
	g_clear_pointer (&scope->values, g_array_unref);
}

void
rn_scope_put (struct rn_scope *scope, const char *name, const char *text)
{
	struct value value = { .is = { .type = RN_BUNDLE_TEXT, .name = name, .text = text } };
	g_array_append_val (scope->values, value);
}

static struct value *
find (const char *name, const struct rn_scope *scope, GError **error)
{
	for (; scope != NULL; scope = scope->outer)
		for (guint i = scope->values->len; i > 0; i--) {
			struct value *value = &g_array_index (scope->values, struct value, i - 1);
			if (*value->is.name == *name && strcmp (value->is.name, name) == 0)
				return value;
		}
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "the field “%s” has no value", name);
	return NULL;
}

/* What a value is in words, or NULL. */
static char *
make_words (const struct rn_bundled *value)
{
	switch (value->type) {
	case RN_BUNDLE_TEXT: return rn_clean_value (value->text);
	case RN_BUNDLE_NUMBER: return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
	case RN_BUNDLE_REAL:
		return g_ascii_formatd (g_malloc (G_ASCII_DTOSTR_BUF_SIZE), G_ASCII_DTOSTR_BUF_SIZE, "%g", value->real);
	default: return NULL;
	}
}

const char *
rn_field_value (const rn_node *field, const struct rn_scope *scope, GError **error)
{
	struct value *found = find (field->name, scope, error);

	if (found == NULL)
		return NULL;
	if (found->words == NULL)
		found->words = make_words (&found->is);
	if (found->words == NULL)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "the field “%s” is no text or number but a %s", field->name,
		             rn_bundle_type_name (found->is.type));
	return found->words;
}

struct line {
	GString *out;
	gboolean is_url;
};

static gboolean write_line (GPtrArray *nodes, const struct rn_scope *scope, struct line *line, GError **error);

static gboolean
write_section (const rn_node *section, const struct rn_scope *scope, gpointer line, GError **error)
{
	return write_line (section->children, scope, line, error);
}

static gboolean
write_value (const rn_node *field, const struct rn_scope *scope, struct line *line, GError **error)
{
	const char *value = rn_field_value (field, scope, error);

	if (value == NULL)
		return FALSE;
	g_autofree char *words = g_strdelimit (g_strdup (value), "\n", ' ');
	g_autofree char *safe = line->is_url ? rn_escape_url (words, line->out->str) : g_steal_pointer (&words);
	g_string_append (line->out, safe);
	return TRUE;
}

static gboolean
write_line (GPtrArray *nodes, const struct rn_scope *scope, struct line *line, GError **error)
{
	gboolean fine = TRUE;

	for (guint i = 0; fine && i < nodes->len; i++) {
		const rn_node *node = nodes->pdata[i];
		if (node->kind == RN_NODE_TEXT)
			g_string_append (line->out, node->text);
		else if (node->kind == RN_NODE_FIELD)
			fine = write_value (node, scope, line, error);
		else if (node->kind == RN_NODE_SECTION)
			fine = rn_section_each (node, scope, write_section, line, error);
	}
	return fine;
}

char *
rn_fields_line (GPtrArray *nodes, const struct rn_scope *scope, gboolean is_url, GError **error)
{
	struct line line = { g_string_new (NULL), is_url };
	gboolean fine = write_line (nodes, scope, &line, error);

	return g_string_free (line.out, !fine);
}

/* The type of the first value in a list or table; END of an empty one. */
static enum rn_bundle_type
first_inside (const struct value *value)
{
	struct rn_unpack inside = value->inside;
	return rn_bundle_read (&inside).type;
}

static gboolean
is_shown (const struct value *value)
{
	switch (value->is.type) {
	case RN_BUNDLE_TEXT: return *value->is.text != '\0';
	case RN_BUNDLE_LIST:
	case RN_BUNDLE_TABLE: return first_inside (value) != RN_BUNDLE_END;
	default: return value->is.number != 0;
	}
}

static gboolean
each_member (const rn_node *section, const struct value *list, const struct rn_scope *scope, rn_section_shown each, gpointer data,
             GError **error)
{
	struct rn_scope inner = { values_new (), scope };
	struct rn_unpack members = list->inside;
	struct rn_bundled member;
	gboolean fine = TRUE;

	while (fine && (member = rn_bundle_read (&members)).type != RN_BUNDLE_END) {
		if (member.type != RN_BUNDLE_TABLE) {
			rn_bundle_pass (&members, member.type);
			continue;
		}
		read_values (&inner, &members);
		fine = each (section, &inner, data, error);
	}
	rn_scope_clear (&inner);
	return fine;
}

gboolean
rn_section_each (const rn_node *section, const struct rn_scope *scope, rn_section_shown each, gpointer data,
                 GError **error)
{
	const struct value *found = find (section->name, scope, error);

	if (found == NULL)
		return FALSE;
	if (is_shown (found) == section->inverted)
		return TRUE;
	if (section->inverted || found->is.type != RN_BUNDLE_LIST || first_inside (found) != RN_BUNDLE_TABLE)
		return each (section, scope, data, error);
	return each_member (section, found, scope, each, data, error);
}

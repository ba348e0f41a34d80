#include "fields.h"

#include <string.h>

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

struct value {
	const char *name;
	GVariant *value;
	GArray *members; /* of struct rn_scope: those of a list, once it was shown; a mail shows it twice, as text and as HTML */
};

static void
value_clear (gpointer data)
{
	struct value *value = data;
	g_variant_unref (value->value);
	g_clear_pointer (&value->members, g_array_unref);
}

static void
add_value (struct rn_scope *scope, const char *name, GVariant *value)
{
	struct value added = { name, value, NULL };
	g_array_append_val (scope->values, added);
}

void
rn_scope_init (struct rn_scope *scope, GVariant *fields, const struct rn_scope *outer)
{
	GVariantIter iter;
	const char *name;
	GVariant *value;

	scope->values = g_array_new (FALSE, FALSE, sizeof (struct value));
	g_array_set_clear_func (scope->values, value_clear);
	scope->outer = outer;
	g_variant_iter_init (&iter, fields);
	while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
		add_value (scope, name, value);
}

void
rn_scope_clear (struct rn_scope *scope)
{
	g_clear_pointer (&scope->values, g_array_unref);
}

void
rn_scope_put (struct rn_scope *scope, const char *name, const char *text)
{
	add_value (scope, name, g_variant_ref_sink (g_variant_new_string (text)));
}

static struct value *
find (const char *name, const struct rn_scope *scope, GError **error)
{
	for (; scope != NULL; scope = scope->outer)
		for (guint i = scope->values->len; i > 0; i--) {
			struct value *value = &g_array_index (scope->values, struct value, i - 1);
			if (g_str_equal (value->name, name))
				return value;
		}
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "the field “%s” has no value", name);
	return NULL;
}

/* A whole number of any width; FALSE: the value is none. */
static gboolean
whole_number (GVariant *value, gint64 *number)
{
	switch (g_variant_classify (value)) {
	case G_VARIANT_CLASS_BYTE: *number = g_variant_get_byte (value); return TRUE;
	case G_VARIANT_CLASS_INT16: *number = g_variant_get_int16 (value); return TRUE;
	case G_VARIANT_CLASS_UINT16: *number = g_variant_get_uint16 (value); return TRUE;
	case G_VARIANT_CLASS_INT32: *number = g_variant_get_int32 (value); return TRUE;
	case G_VARIANT_CLASS_UINT32: *number = g_variant_get_uint32 (value); return TRUE;
	case G_VARIANT_CLASS_INT64: *number = g_variant_get_int64 (value); return TRUE;
	case G_VARIANT_CLASS_UINT64: *number = g_variant_get_uint64 (value); return TRUE;
	default: return FALSE;
	}
}

char *
rn_field_value (const rn_node *field, const struct rn_scope *scope, GError **error)
{
	const struct value *found = find (field->name, scope, error);
	gint64 number = 0;

	if (found == NULL)
		return NULL;
	GVariant *value = found->value;
	if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
		return rn_clean_value (g_variant_get_string (value, NULL));
	if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
		return g_ascii_formatd (g_malloc (G_ASCII_DTOSTR_BUF_SIZE), G_ASCII_DTOSTR_BUF_SIZE, "%g", g_variant_get_double (value));
	if (whole_number (value, &number))
		return g_strdup_printf ("%" G_GINT64_FORMAT, number);
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "the field “%s” is no text or number but of type %s", field->name,
	             g_variant_get_type_string (value));
	return NULL;
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
	g_autofree char *value = rn_field_value (field, scope, error);

	if (value == NULL)
		return FALSE;
	g_strdelimit (value, "\n", ' ');
	g_autofree char *safe = line->is_url ? rn_escape_url (value, line->out->str) : g_steal_pointer (&value);
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

static gboolean
is_shown (GVariant *value)
{
	gint64 number = 0;

	if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
		return g_variant_get_boolean (value);
	if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
		return *g_variant_get_string (value, NULL) != '\0';
	if (g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY))
		return g_variant_n_children (value) > 0;
	return !whole_number (value, &number) || number != 0;
}

static void
scope_clear (gpointer scope)
{
	rn_scope_clear (scope);
}

static GArray *
members_of (GVariant *list)
{
	GArray *members = g_array_new (FALSE, FALSE, sizeof (struct rn_scope));

	g_array_set_clear_func (members, scope_clear);
	g_array_set_size (members, (guint) g_variant_n_children (list));
	for (guint i = 0; i < members->len; i++) {
		g_autoptr (GVariant) member = g_variant_get_child_value (list, i);
		rn_scope_init (&g_array_index (members, struct rn_scope, i), member, NULL);
	}
	return members;
}

static gboolean
each_member (const rn_node *section, GArray *members, const struct rn_scope *scope, rn_section_shown each, gpointer data,
             GError **error)
{
	gboolean fine = TRUE;

	for (guint i = 0; fine && i < members->len; i++) {
		struct rn_scope *inner = &g_array_index (members, struct rn_scope, i);
		inner->outer = scope;
		fine = each (section, inner, data, error);
	}
	return fine;
}

gboolean
rn_section_each (const rn_node *section, const struct rn_scope *scope, rn_section_shown each, gpointer data,
                 GError **error)
{
	struct value *found = find (section->name, scope, error);

	if (found == NULL)
		return FALSE;
	if (is_shown (found->value) == section->inverted)
		return TRUE;
	if (section->inverted || !g_variant_is_of_type (found->value, G_VARIANT_TYPE ("aa{sv}")))
		return each (section, scope, data, error);
	if (found->members == NULL)
		found->members = members_of (found->value);
	return each_member (section, found->members, scope, each, data, error);
}

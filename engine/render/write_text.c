#include "writer.h"

#include <string.h>

#include "append.h"

#define RN_USUAL_PARAGRAPH 512 /* bytes; some are longer */

struct text {
	GString *out, *unbroken;
	const struct rn_written *what;
	GString *words;   /* of the paragraph that is being gathered */
	char *margin;     /* before each line of the block */
	char *marker;     /* instead of it before the first line ("2. "), or NULL */
	int gap;          /* line ends that the next block needs before it: 0, 1, or 2 for an empty line */
	int number;       /* of the next list item; 0: bullets */
	gboolean is_tight;
};

static gboolean write_nodes (struct text *text, GPtrArray *nodes, const struct rn_scope *scope, GError **error);

static void
put_paragraph (const struct text *text, GString *out, const char *words, gsize columns)
{
	if (text->gap == 2)
		g_string_append_c (out, '\n');
	rn_wrap (out, words, columns, text->marker != NULL ? text->marker : text->margin, text->margin);
}

/* Ends the paragraph that was gathered, if there is any. */
static void
flush (struct text *text)
{
	const char *words = text->words->len > 0 ? g_strstrip (text->words->str) : "";

	if (*words != '\0') {
		put_paragraph (text, text->out, words, RN_TEXT_COLUMNS);
		if (text->unbroken != NULL)
			put_paragraph (text, text->unbroken, words, G_MAXSIZE);
		g_clear_pointer (&text->marker, g_free);
		text->gap = text->is_tight ? 1 : 2;
	}
	g_string_truncate (text->words, 0);
}

static gboolean
write_block (struct text *text, const rn_node *node, const struct rn_scope *scope, GError **error)
{
	flush (text);
	gboolean fine = write_nodes (text, node->children, scope, error);
	flush (text);
	return fine;
}

/* What stands inside is indented by `margin`, its first line by `marker` instead. */
static gboolean
write_indented (struct text *text, const rn_node *node, const char *margin, const char *marker,
                const struct rn_scope *scope, GError **error)
{
	char *outer = text->margin, *outer_marker = g_steal_pointer (&text->marker);

	text->margin = g_strconcat (outer, margin, NULL);
	text->marker = g_strconcat (outer_marker != NULL ? outer_marker : outer, marker, NULL);
	gboolean fine = write_block (text, node, scope, error);
	gboolean is_empty = text->marker != NULL;
	g_free (text->margin);
	text->margin = outer;
	g_free (text->marker);
	text->marker = is_empty ? outer_marker : NULL;
	if (!is_empty)
		g_free (outer_marker);
	return fine;
}

static gboolean
write_list (struct text *text, const rn_node *list, const struct rn_scope *scope, GError **error)
{
	int outer_number = text->number;
	gboolean outer_tight = text->is_tight;

	flush (text);
	text->number = 0;
	if (rn_node_is (list, "ol")) {
		GPtrArray *start = rn_node_attribute (list, "start");
		g_autofree char *from = start != NULL ? rn_fields_line (start, scope, FALSE, NULL) : NULL;
		text->number = from != NULL ? MAX (g_ascii_strtoll (from, NULL, 10), 1) : 1;
	}
	text->is_tight = list->is_tight;
	gboolean fine = write_nodes (text, list->children, scope, error);
	text->number = outer_number;
	text->is_tight = outer_tight;
	if (text->gap == 1 && !outer_tight)
		text->gap = 2;
	return fine;
}

/* "- ", "3. ", or the number that the template gives it. */
static char *
item_marker (struct text *text, const rn_node *item, const struct rn_scope *scope, GError **error)
{
	GPtrArray *value = rn_node_attribute (item, "value");

	if (value == NULL)
		return text->number == 0 ? g_strdup ("- ") : g_strdup_printf ("%d. ", text->number);
	g_autofree char *number = rn_fields_line (value, scope, FALSE, error);
	return number != NULL ? g_strconcat (number, ". ", NULL) : NULL;
}

static gboolean
write_item (struct text *text, const rn_node *item, const struct rn_scope *scope, GError **error)
{
	gsize before = text->out->len;
	int number = text->number;
	g_autofree char *marker = item_marker (text, item, scope, error);
	if (marker == NULL)
		return FALSE;

	g_autofree char *margin = g_strnfill (g_utf8_strlen (marker, -1), ' ');
	gboolean fine = write_indented (text, item, margin, marker, scope, error);
	text->number = number + (number > 0 && text->out->len > before);
	return fine;
}

/* A button's word to type stands in the sentence before it: a template without that
 * sentence is not accepted. */
static gboolean
is_button (const rn_node *link)
{
	GPtrArray *class = rn_node_attribute (link, "class");

	return class != NULL && class->len == 1 && g_strcmp0 (((rn_node *) class->pdata[0])->text, "button") == 0;
}

static gboolean
says_the_same (const char *words, const char *target)
{
	return g_str_equal (words, target)
	       || (g_str_has_prefix (target, "mailto:") && g_str_equal (words, target + strlen ("mailto:")));
}

static gboolean
write_link (struct text *text, const rn_node *link, const struct rn_scope *scope, GError **error)
{
	GPtrArray *href = rn_node_attribute (link, "href");
	gsize start = text->words->len;

	if (is_button (link))
		return TRUE;
	if (!write_nodes (text, link->children, scope, error))
		return FALSE;
	g_autofree char *target = href != NULL ? rn_fields_line (href, scope, TRUE, error) : NULL;
	if (target == NULL)
		return href == NULL;
	if (!says_the_same (text->words->str + start, target))
		g_string_append_printf (text->words, " <%s>", target);
	return TRUE;
}

static void
put_lines (const struct text *text, GString *out, const char *const *lines, guint count)
{
	if (count > 0 && text->gap == 2)
		g_string_append_c (out, '\n');
	for (guint i = 0; i < count; i++)
		g_string_append_printf (out, "%s%s\n", text->margin, lines[i]);
}

/* Words as they are, line by line. */
static gboolean
write_verbatim (struct text *text, const rn_node *node, const struct rn_scope *scope, GError **error)
{
	flush (text);
	if (!write_nodes (text, node->children, scope, error))
		return FALSE;
	g_auto (GStrv) lines = g_strsplit (text->words->str, "\n", -1);
	guint count = g_strv_length (lines);
	while (count > 0 && *lines[count - 1] == '\0')
		count--;
	put_lines (text, text->out, (const char *const *) lines, count);
	if (text->unbroken != NULL)
		put_lines (text, text->unbroken, (const char *const *) lines, count);
	g_string_truncate (text->words, 0);
	text->gap = count > 0 ? 2 : text->gap;
	return TRUE;
}

static gboolean
write_rule (struct text *text)
{
	flush (text);
	g_string_append (text->words, "* * *");
	flush (text);
	return TRUE;
}

static gboolean
write_element (struct text *text, const rn_node *node, const struct rn_scope *scope, GError **error)
{
	switch (node->tag->role) {
	case RN_ROLE_INLINE: return write_nodes (text, node->children, scope, error);
	case RN_ROLE_GROUP:
	case RN_ROLE_BLOCK: return write_block (text, node, scope, error);
	case RN_ROLE_LIST: return write_list (text, node, scope, error);
	case RN_ROLE_ITEM: return write_item (text, node, scope, error);
	case RN_ROLE_QUOTE:
		flush (text);
		return write_indented (text, node, "  ", "  ", scope, error);
	case RN_ROLE_VERBATIM: return write_verbatim (text, node, scope, error);
	case RN_ROLE_RULE: return write_rule (text);
	case RN_ROLE_BREAK: g_string_append_c (text->words, '\n'); return TRUE;
	case RN_ROLE_LINK: return write_link (text, node, scope, error);
	case RN_ROLE_HIDDEN: return TRUE;
	}
	g_assert_not_reached ();
}

static gboolean
write_field (struct text *text, const rn_node *field, const struct rn_scope *scope, GError **error)
{
	const char *value = rn_field_value (field, scope, error);

	if (value == NULL)
		return FALSE;
	g_string_append (text->words, value);
	return TRUE;
}

/* "1. wording", "(hint)", an empty line: people answer "1: 4". */
static void
write_form (struct text *text)
{
	const rn_form *form = text->what->form;

	flush (text);
	for (guint i = 0; form != NULL && i < form->questions->len; i++) {
		const struct rn_question *question = form->questions->pdata[i];
		g_autofree char *hint = rn_question_hint (question, text->what->language);
		g_string_append_printf (text->words, "%d. %s\n(%s)", question->number,
		                        rn_question_text (question, text->what->language), hint);
		flush (text);
	}
}

static gboolean
write_shown (const rn_node *section, const struct rn_scope *scope, gpointer text, GError **error)
{
	return write_nodes (text, section->children, scope, error);
}

static gboolean
write_node (struct text *text, const rn_node *node, const struct rn_scope *scope, GError **error)
{
	switch (node->kind) {
	case RN_NODE_ELEMENT: return write_element (text, node, scope, error);
	case RN_NODE_TEXT: g_string_append (text->words, node->text); return TRUE;
	case RN_NODE_FIELD: return write_field (text, node, scope, error);
	case RN_NODE_SECTION: return rn_section_each (node, scope, write_shown, text, error);
	case RN_NODE_FORM: write_form (text); return TRUE;
	case RN_NODE_BODY: return write_nodes (text, text->what->body, scope, error);
	case RN_NODE_CLOSE: return TRUE; /* folded away */
	}
	g_assert_not_reached ();
}

static gboolean
write_nodes (struct text *text, GPtrArray *nodes, const struct rn_scope *scope, GError **error)
{
	for (guint i = 0; i < nodes->len; i++)
		if (!write_node (text, nodes->pdata[i], scope, error))
			return FALSE;
	return TRUE;
}

gboolean
rn_write_text (GString *out, GString *unbroken, GPtrArray *nodes, const struct rn_scope *scope, const struct rn_written *what,
               GError **error)
{
	struct text text = { .out = out, .unbroken = unbroken, .what = what, .words = g_string_sized_new (RN_USUAL_PARAGRAPH),
		             .margin = g_strdup ("") };

	gboolean fine = write_nodes (&text, nodes, scope, error);
	flush (&text);
	g_string_free (text.words, TRUE);
	g_free (text.margin);
	g_free (text.marker);
	return fine;
}

#include "writer.h"

#include "escape.h"

struct html {
	GString *out;
	const struct rn_written *what;
};

/* A printf of each tag would take a twentieth of composing a mail. */
static void
put (GString *out, const char *before, const char *text, const char *behind)
{
	g_string_append (out, before);
	g_string_append (out, text);
	g_string_append (out, behind);
}

static gboolean write_nodes (struct html *html, GPtrArray *nodes, const struct rn_scope *scope, GError **error);

static gboolean
write_attributes (struct html *html, const rn_node *node, const struct rn_scope *scope, GError **error)
{
	for (guint i = 0; i < node->attributes->len; i++) {
		const struct rn_attribute *attribute = node->attributes->pdata[i];
		g_autofree char *value = rn_fields_line (attribute->value, scope, g_str_equal (attribute->name, "href"), error);
		if (value == NULL)
			return FALSE;
		g_autofree char *safe = rn_escape_html (value);
		put (html->out, " ", attribute->name, "=\"");
		put (html->out, safe, "\"", "");
	}
	return TRUE;
}

/* Blocks end a line, so that lines stay short where the words are. */
static gboolean
ends_line (const rn_node *node)
{
	return node->tag->role != RN_ROLE_INLINE && node->tag->role != RN_ROLE_LINK;
}

static gboolean
write_element (struct html *html, const rn_node *node, const struct rn_scope *scope, GError **error)
{
	gsize before = html->out->len;

	put (html->out, "<", node->name, "");
	if (!write_attributes (html, node, scope, error))
		return FALSE;
	g_string_append_c (html->out, '>');
	if (!node->tag->is_void) {
		gsize start = html->out->len;
		if (!write_nodes (html, node->children, scope, error))
			return FALSE;
		if (html->out->len == start && node->tag->may_vanish) {
			g_string_truncate (html->out, before);
			return TRUE;
		}
		put (html->out, "</", node->name, ">");
	}
	if (ends_line (node))
		g_string_append_c (html->out, '\n');
	return TRUE;
}

/* A name written from right to left must not pull the words around it along. */
static gboolean
write_field (struct html *html, const rn_node *field, const struct rn_scope *scope, GError **error)
{
	g_autofree char *value = rn_field_value (field, scope, error);
	if (value == NULL)
		return FALSE;

	g_autofree char *safe = rn_escape_html (value);
	g_auto (GStrv) lines = g_strsplit (safe, "\n", -1);
	g_autofree char *broken = g_strjoinv ("<br>", lines);
	gboolean is_rtl = rn_has_rtl (value);
	put (html->out, is_rtl ? "<bdi>" : "", broken, is_rtl ? "</bdi>" : "");
	return TRUE;
}

static void
write_form (struct html *html)
{
	const rn_form *form = html->what->form;

	for (guint i = 0; form != NULL && i < form->questions->len; i++) {
		const struct rn_question *question = form->questions->pdata[i];
		g_autofree char *hint = rn_question_hint (question, html->what->language);
		g_autofree char *safe_hint = rn_escape_html (hint);
		g_autofree char *wording = rn_escape_html (rn_question_text (question, html->what->language));
		g_string_append_printf (html->out, "<p><strong>%d. %s</strong><br>\n(%s)</p>\n", question->number, wording,
		                        safe_hint);
	}
}

static gboolean
write_shown (const rn_node *section, const struct rn_scope *scope, gpointer html, GError **error)
{
	return write_nodes (html, section->children, scope, error);
}

static gboolean
write_node (struct html *html, const rn_node *node, const struct rn_scope *scope, GError **error)
{
	switch (node->kind) {
	case RN_NODE_ELEMENT: return write_element (html, node, scope, error);
	case RN_NODE_TEXT: g_string_append (html->out, node->html); return TRUE;
	case RN_NODE_FIELD: return write_field (html, node, scope, error);
	case RN_NODE_SECTION: return rn_section_each (node, scope, write_shown, html, error);
	case RN_NODE_FORM: write_form (html); return TRUE;
	case RN_NODE_BODY: return write_nodes (html, html->what->body, scope, error);
	case RN_NODE_CLOSE: return TRUE; /* folded away */
	}
	g_assert_not_reached ();
}

static gboolean
write_nodes (struct html *html, GPtrArray *nodes, const struct rn_scope *scope, GError **error)
{
	for (guint i = 0; i < nodes->len; i++)
		if (!write_node (html, nodes->pdata[i], scope, error))
			return FALSE;
	return TRUE;
}

gboolean
rn_write_html (GString *out, GPtrArray *nodes, const struct rn_scope *scope, const struct rn_written *what,
               GError **error)
{
	struct html html = { out, what };

	return write_nodes (&html, nodes, scope, error);
}

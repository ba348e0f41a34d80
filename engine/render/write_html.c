#include "writer.h"

#include "append.h"
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
		put (html->out, " ", attribute->name, "=\"");
		rn_escape_html (html->out, value, "\n");
		g_string_append_c (html->out, '"');
	}
	return TRUE;
}

static gboolean
write_start (struct html *html, const rn_node *node, const struct rn_scope *scope, GError **error)
{
	if (node->start != NULL) {
		g_string_append (html->out, node->start);
		return TRUE;
	}
	put (html->out, "<", node->name, "");
	if (!write_attributes (html, node, scope, error))
		return FALSE;
	g_string_append_c (html->out, '>');
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

	if (!write_start (html, node, scope, error))
		return FALSE;
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
	const char *value = rn_field_value (field, scope, error);
	if (value == NULL)
		return FALSE;

	gboolean is_rtl = rn_has_rtl (value);
	g_string_append (html->out, is_rtl ? "<bdi>" : "");
	rn_escape_html (html->out, value, "<br>");
	g_string_append (html->out, is_rtl ? "</bdi>" : "");
	return TRUE;
}

static void
write_form (struct html *html)
{
	const rn_form *form = html->what->form;

	for (guint i = 0; form != NULL && i < form->questions->len; i++) {
		const struct rn_question *question = form->questions->pdata[i];
		g_autofree char *hint = rn_question_hint (question, html->what->language);
		g_string_append_printf (html->out, "<p><strong>%d. ", question->number);
		rn_escape_html (html->out, rn_question_text (question, html->what->language), "\n");
		g_string_append (html->out, "</strong><br>\n(");
		rn_escape_html (html->out, hint, "\n");
		g_string_append (html->out, ")</p>\n");
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
	if (node->html != NULL) {
		g_string_append (html->out, node->html);
		return TRUE;
	}
	switch (node->kind) {
	case RN_NODE_ELEMENT: return write_element (html, node, scope, error);
	case RN_NODE_TEXT: rn_escape_html (html->out, node->text, "\n"); return TRUE;
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

/* ---- What is the same in every mail --------------------------------------------- */

static gboolean
are_words (GPtrArray *nodes)
{
	for (guint i = 0; i < nodes->len; i++)
		if (((const rn_node *) nodes->pdata[i])->kind != RN_NODE_TEXT)
			return FALSE;
	return TRUE;
}

static gboolean
has_same_start (const rn_node *element)
{
	for (guint i = 0; i < element->attributes->len; i++)
		if (!are_words (((const struct rn_attribute *) element->attributes->pdata[i])->value))
			return FALSE;
	return TRUE;
}

static gboolean
has_same_content (const rn_node *element)
{
	for (guint i = 0; i < element->children->len; i++)
		if (((const rn_node *) element->children->pdata[i])->html == NULL)
			return FALSE;
	return TRUE;
}

static char *
written (const rn_node *node, gboolean (*write) (struct html *, const rn_node *, const struct rn_scope *, GError **))
{
	struct html html = { g_string_new (NULL), NULL };

	write (&html, node, NULL, NULL);
	return g_string_free (html.out, FALSE);
}

void
rn_html_prepare (GPtrArray *nodes)
{
	for (guint i = 0; i < nodes->len; i++) {
		rn_node *node = nodes->pdata[i];
		rn_html_prepare (node->children);
		if (node->kind == RN_NODE_ELEMENT && has_same_start (node))
			node->start = written (node, write_start);
		if (node->html == NULL && (node->kind == RN_NODE_TEXT || (node->start != NULL && has_same_content (node))))
			node->html = written (node, write_node);
	}
}

/* ---- The whole --------------------------------------------------------------------- */

gboolean
rn_write_html (GString *out, GPtrArray *nodes, const struct rn_scope *scope, const struct rn_written *what,
               GError **error)
{
	struct html html = { out, what };

	return write_nodes (&html, nodes, scope, error);
}

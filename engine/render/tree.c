#include "tree.h"

#include "escape.h"

static const struct rn_tag tags[] = {
	{ "a", RN_ROLE_LINK, FALSE, TRUE },
	{ "blockquote", RN_ROLE_QUOTE, FALSE, TRUE },
	{ "body", RN_ROLE_GROUP, FALSE, FALSE },
	{ "br", RN_ROLE_BREAK, TRUE, FALSE },
	{ "div", RN_ROLE_GROUP, FALSE, FALSE },
	{ "em", RN_ROLE_INLINE, FALSE, TRUE },
	{ "footer", RN_ROLE_GROUP, FALSE, TRUE },
	{ "h1", RN_ROLE_BLOCK, FALSE, TRUE },
	{ "h2", RN_ROLE_BLOCK, FALSE, TRUE },
	{ "h3", RN_ROLE_BLOCK, FALSE, TRUE },
	{ "h4", RN_ROLE_BLOCK, FALSE, TRUE },
	{ "h5", RN_ROLE_BLOCK, FALSE, TRUE },
	{ "h6", RN_ROLE_BLOCK, FALSE, TRUE },
	{ "head", RN_ROLE_HIDDEN, FALSE, FALSE },
	{ "header", RN_ROLE_GROUP, FALSE, TRUE },
	{ "hr", RN_ROLE_RULE, TRUE, FALSE },
	{ "html", RN_ROLE_GROUP, FALSE, FALSE },
	{ "li", RN_ROLE_ITEM, FALSE, TRUE },
	{ "main", RN_ROLE_GROUP, FALSE, FALSE },
	{ "meta", RN_ROLE_HIDDEN, TRUE, FALSE },
	{ "ol", RN_ROLE_LIST, FALSE, TRUE },
	{ "p", RN_ROLE_BLOCK, FALSE, TRUE },
	{ "pre", RN_ROLE_VERBATIM, FALSE, TRUE },
	{ "section", RN_ROLE_GROUP, FALSE, TRUE },
	{ "strong", RN_ROLE_INLINE, FALSE, TRUE },
	{ "style", RN_ROLE_HIDDEN, FALSE, FALSE },
	{ "title", RN_ROLE_HIDDEN, FALSE, FALSE },
	{ "ul", RN_ROLE_LIST, FALSE, TRUE },
};

static const struct rn_tag any_tag = { "", RN_ROLE_INLINE, FALSE, FALSE };

static const struct rn_tag *
find_tag (const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
		if (g_str_equal (tags[i].name, name))
			return &tags[i];
	return &any_tag;
}

static void
free_attribute (gpointer data)
{
	struct rn_attribute *attribute = data;

	g_free (attribute->name);
	g_ptr_array_unref (attribute->value);
	g_free (attribute);
}

GPtrArray *
rn_nodes_new (void)
{
	return g_ptr_array_new_with_free_func ((GDestroyNotify) rn_node_free);
}

rn_node *
rn_node_new (enum rn_node_kind kind, const char *name, int line)
{
	rn_node *node = g_new0 (rn_node, 1);

	node->kind = kind;
	node->name = g_strdup (name);
	node->line = line;
	node->attributes = g_ptr_array_new_with_free_func (free_attribute);
	node->children = rn_nodes_new ();
	return node;
}

rn_node *
rn_node_new_element (const char *tag)
{
	rn_node *node = rn_node_new (RN_NODE_ELEMENT, tag, 0);

	node->tag = find_tag (tag);
	return node;
}

static rn_node *
new_text (const char *text, gssize length)
{
	rn_node *node = rn_node_new (RN_NODE_TEXT, NULL, 0);

	node->text = length < 0 ? g_strdup (text) : g_strndup (text, length);
	return node;
}

void
rn_node_free (rn_node *node)
{
	if (node == NULL)
		return;
	g_free (node->name);
	g_free (node->text);
	g_free (node->html);
	g_free (node->start);
	g_ptr_array_unref (node->attributes);
	g_ptr_array_unref (node->children);
	g_free (node);
}

void
rn_nodes_add_text (GPtrArray *nodes, const char *text, gssize length)
{
	rn_node *last = nodes->len > 0 ? nodes->pdata[nodes->len - 1] : NULL;
	rn_node *added = new_text (text, length);

	if (last == NULL || last->kind != RN_NODE_TEXT) {
		g_ptr_array_add (nodes, added);
		return;
	}
	char *joined = g_strconcat (last->text, added->text, NULL);
	g_free (last->text);
	last->text = joined;
	rn_node_free (added);
}

GPtrArray *
rn_node_add_attribute (rn_node *node, const char *name)
{
	struct rn_attribute *attribute = g_new (struct rn_attribute, 1);

	*attribute = (struct rn_attribute) { g_strdup (name), rn_nodes_new () };
	g_ptr_array_add (node->attributes, attribute);
	return attribute->value;
}

GPtrArray *
rn_node_attribute (const rn_node *node, const char *name)
{
	for (guint i = 0; i < node->attributes->len; i++) {
		const struct rn_attribute *attribute = node->attributes->pdata[i];
		if (g_str_equal (attribute->name, name))
			return attribute->value;
	}
	return NULL;
}

gboolean
rn_node_is (const rn_node *node, const char *tag)
{
	return node->kind == RN_NODE_ELEMENT && g_str_equal (node->name, tag);
}

gboolean
rn_node_has_role (const rn_node *node, enum rn_role role)
{
	return node->kind == RN_NODE_ELEMENT && node->tag->role == role;
}

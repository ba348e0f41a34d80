#include "tree.h"

#include "error.h"

/* A marker on a line of its own is a paragraph to Markdown: takes the marker out. */
static rn_node *
unwrap_marker (rn_node *node)
{
	if (!rn_node_is (node, "p") || node->children->len != 1)
		return node;
	rn_node *only = node->children->pdata[0];
	if (!only->stands_alone)
		return node;
	g_ptr_array_steal_index (node->children, 0);
	rn_node_free (node);
	return only;
}

/* {{#x}} around nothing but a list: the list comes outside, the section around its
 * items. */
static rn_node *
turn_inside_out (rn_node *section)
{
	if (section->kind != RN_NODE_SECTION || section->children->len != 1
	    || !rn_node_has_role (section->children->pdata[0], RN_ROLE_LIST))
		return section;
	rn_node *list = g_ptr_array_steal_index (section->children, 0);
	GPtrArray *items = list->children;
	list->children = section->children;
	section->children = items;
	g_ptr_array_add (list->children, section);
	return list;
}

static gboolean
are_one_list (const rn_node *a, const rn_node *b)
{
	return rn_node_has_role (a, RN_ROLE_LIST) && rn_node_has_role (b, RN_ROLE_LIST) && g_str_equal (a->name, b->name);
}

/* Adds a node, joining a list to the list before it. */
static void
settle (GPtrArray *nodes, rn_node *node)
{
	node = turn_inside_out (node);
	rn_node *last = nodes->len > 0 ? nodes->pdata[nodes->len - 1] : NULL;

	if (last == NULL || !are_one_list (last, node)) {
		g_ptr_array_add (nodes, node);
		return;
	}
	last->is_tight = last->is_tight && node->is_tight;
	g_ptr_array_extend_and_steal (last->children, g_steal_pointer (&node->children));
	node->children = rn_nodes_new ();
	rn_node_free (node);
}

/* A close ends the innermost open section, which must have its name. */
static gboolean
close_section (GPtrArray *open, GPtrArray *result, rn_node *close, const char *place, GError **error)
{
	g_autoptr (rn_node) owned = close;
	rn_node *section = open->len > 0 ? open->pdata[open->len - 1] : NULL;

	if (section == NULL || !g_str_equal (section->name, close->name)) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
		             "%s:%d: {{/%s}} closes a section that was not opened in this paragraph or list item", place,
		             close->line, close->name);
		return FALSE;
	}
	g_ptr_array_steal_index (open, open->len - 1);
	settle (open->len > 0 ? ((rn_node *) open->pdata[open->len - 1])->children : result, section);
	return TRUE;
}

/* Adds one node to the innermost open section, or to the result. Takes it over. */
static gboolean
take (GPtrArray *open, GPtrArray *result, rn_node *node, const char *place, GError **error)
{
	node = unwrap_marker (node);
	if (node->kind == RN_NODE_CLOSE)
		return close_section (open, result, node, place, error);
	if (node->kind == RN_NODE_SECTION && node->children->len == 0) {
		g_ptr_array_add (open, node);
		return TRUE;
	}
	gboolean folded = rn_nodes_fold (node->children, place, error);
	settle (open->len > 0 ? ((rn_node *) open->pdata[open->len - 1])->children : result, node);
	return folded;
}

gboolean
rn_nodes_fold (GPtrArray *nodes, const char *place, GError **error)
{
	g_autoptr (GPtrArray) open = rn_nodes_new ();
	g_autoptr (GPtrArray) result = rn_nodes_new ();

	while (nodes->len > 0)
		if (!take (open, result, g_ptr_array_steal_index (nodes, 0), place, error))
			return FALSE;
	if (open->len > 0) {
		const rn_node *section = open->pdata[open->len - 1];
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
		             "%s:%d: the section “%s” is not closed in the paragraph or list item where it begins", place,
		             section->line, section->name);
		return FALSE;
	}
	g_ptr_array_extend_and_steal (nodes, g_steal_pointer (&result));
	return TRUE;
}

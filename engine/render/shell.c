#include "shell.h"

#include <string.h>

#include "error.h"
#include "fields.h"
#include "xml.h"

#define RN_MAX_SHELL (64 * 1024) /* a page with style and footers in thirty languages */

struct reading {
	const char *place, *language;
	int bodies;
};

static gboolean add_children (struct reading *reading, rn_node *node, xmlNode *xml, GError **error);

static gboolean
is_section_of (xmlNode *node, const char *language)
{
	xmlChar *own = xmlStrEqual (node->name, BAD_CAST "section") ? xmlGetNoNsProp (node, BAD_CAST "lang") : NULL;
	gboolean same = own != NULL && (language == NULL || xmlStrEqual (own, BAD_CAST language));

	xmlFree (own);
	return same;
}

static gboolean
has_section_of (xmlNode *parent, const char *language)
{
	for (xmlNode *child = xmlFirstElementChild (parent); child != NULL; child = xmlNextElementSibling (child))
		if (is_section_of (child, language))
			return TRUE;
	return FALSE;
}

/* A section in another language than the mail's. */
static gboolean
is_foreign (const struct reading *reading, xmlNode *node)
{
	if (!is_section_of (node, NULL))
		return FALSE;
	return !is_section_of (node, has_section_of (node->parent, reading->language) ? reading->language : "en");
}

static gboolean
add_attributes (struct reading *reading, rn_node *node, xmlNode *xml, GError **error)
{
	for (xmlAttr *attribute = xml->properties; attribute != NULL; attribute = attribute->next) {
		xmlChar *text = xmlNodeListGetString (xml->doc, attribute->children, 1);
		GPtrArray *value = rn_node_add_attribute (node, (const char *) attribute->name);
		gboolean fine = text == NULL || rn_fields_split (value, (const char *) text, reading->place, xmlGetLineNo (xml), error);
		xmlFree (text);
		if (!fine)
			return FALSE;
	}
	return TRUE;
}

static gboolean
add_element (struct reading *reading, GPtrArray *nodes, xmlNode *xml, GError **error)
{
	if (is_foreign (reading, xml))
		return TRUE;
	rn_node *node = rn_node_new_element ((const char *) xml->name);
	g_ptr_array_add (nodes, node);
	return add_attributes (reading, node, xml, error) && add_children (reading, node, xml, error);
}

/* White space as a browser shows it: one space. */
static char *
collapse (const char *text)
{
	GString *out = g_string_new (NULL);

	for (; *text != '\0'; text++)
		if (!g_ascii_isspace (*text))
			g_string_append_c (out, *text);
		else if (out->len == 0 || out->str[out->len - 1] != ' ')
			g_string_append_c (out, ' ');
	return g_string_free (out, FALSE);
}

static gboolean
add_words (struct reading *reading, rn_node *node, xmlNode *xml, GError **error)
{
	if (rn_node_is (node, "style")) { /* raw text to HTML (HTML, 13.1.2) */
		rn_nodes_add_text (node->children, (const char *) xml->content, -1);
		rn_node *style = node->children->pdata[node->children->len - 1];
		style->html = g_strdup (style->text);
		return TRUE;
	}
	g_autofree char *words = collapse ((const char *) xml->content);
	return rn_fields_split (node->children, words, reading->place, xmlGetLineNo (xml), error);
}

static gboolean
is_blank (const rn_node *node)
{
	return node->kind == RN_NODE_TEXT && node->text[strspn (node->text, " ")] == '\0';
}

/* Space between blocks means nothing; bodies are counted on the way. */
static void
tidy (struct reading *reading, rn_node *node)
{
	gboolean holds_blocks = node->tag->role == RN_ROLE_GROUP || node->tag->role == RN_ROLE_HIDDEN
	                        || node->tag->role == RN_ROLE_LIST;

	for (guint i = 0; i < node->children->len;) {
		const rn_node *child = node->children->pdata[i];
		reading->bodies += child->kind == RN_NODE_BODY;
		if (holds_blocks && is_blank (child))
			g_ptr_array_remove_index (node->children, i);
		else
			i++;
	}
}

static gboolean
add_children (struct reading *reading, rn_node *node, xmlNode *xml, GError **error)
{
	for (xmlNode *child = xml->children; child != NULL; child = child->next) {
		gboolean fine = TRUE;
		if (child->type == XML_ELEMENT_NODE)
			fine = add_element (reading, node->children, child, error);
		else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			fine = add_words (reading, node, child, error);
		if (!fine)
			return FALSE;
	}
	tidy (reading, node);
	return TRUE;
}

GPtrArray *
rn_shell_read (const char *xhtml, const char *language, const char *place, GError **error)
{
	g_autoptr (rn_xml) document = rn_xml_parse (xhtml, RN_MAX_SHELL, place, error);
	if (document == NULL)
		return NULL;

	g_autoptr (GPtrArray) nodes = rn_nodes_new ();
	struct reading reading = { place, language, 0 };
	if (!add_element (&reading, nodes, xmlDocGetRootElement (document), error)
	    || !rn_nodes_fold (nodes, place, error))
		return NULL;
	if (reading.bodies != 1) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: {{{body}}} must stand in it once, not %d times", place,
		             reading.bodies);
		return NULL;
	}
	return g_steal_pointer (&nodes);
}

const rn_node *
rn_nodes_find (GPtrArray *nodes, const char *tag)
{
	const rn_node *found = NULL;

	for (guint i = 0; found == NULL && i < nodes->len; i++) {
		const rn_node *node = nodes->pdata[i];
		found = rn_node_is (node, tag) ? node : rn_nodes_find (node->children, tag);
	}
	return found;
}

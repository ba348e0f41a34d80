#include "dav.h"

#include <libxml/parser.h>
#include <string.h>

#define MAX_TAG (16 * 1024) /* a tag of WebDAV has some 100 bytes */

/* Whether libxml2 may have it: no document type, so no entities, and no tag too long. */
static const char *
why_not (const char *text, gsize size)
{
	const char *end = text + size;

	for (const char *c = text; (c = memchr (c, '<', (gsize) (end - c))) != NULL;) {
		gsize left = (gsize) (end - c);
		gboolean is_data = left >= 9 && memcmp (c, "<![CDATA[", 9) == 0;
		gboolean is_comment = left >= 4 && memcmp (c, "<!--", 4) == 0;
		const char *stop = is_data ? "]]>" : is_comment ? "-->" : ">";
		if (left >= 2 && c[1] == '!' && !is_data && !is_comment)
			return "it has a document type";
		const char *close = g_strstr_len (c, (gssize) left, stop);
		if (close == NULL)
			return "it is cut off";
		if (!is_data && !is_comment && close - c > MAX_TAG)
			return "it has an endless tag";
		c = close + strlen (stop);
	}
	return NULL;
}

static void
be_silent (G_GNUC_UNUSED void *data, G_GNUC_UNUSED xmlErrorPtr error)
{
}

xmlDoc *
dav_read (const char *text, gsize size, GError **error)
{
	const char *why = why_not (text, size);
	xmlDoc *document = NULL;

	if (why == NULL) {
		xmlSetStructuredErrorFunc (NULL, be_silent);
		document = xmlReadMemory (text, (int) size, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOCDATA);
	}
	if (document == NULL)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "the answer is no XML that can be read%s%s.",
		             why != NULL ? ": " : "", why != NULL ? why : "");
	return document;
}

static xmlNode *
first_of (xmlNode *node, const char *ns, const char *name)
{
	for (; node != NULL; node = node->next)
		if (node->type == XML_ELEMENT_NODE && node->ns != NULL && strcmp ((const char *) node->ns->href, ns) == 0 &&
		    strcmp ((const char *) node->name, name) == 0)
			return node;
	return NULL;
}

xmlNode *
dav_child (const xmlNode *parent, const char *ns, const char *name)
{
	return parent != NULL ? first_of (parent->children, ns, name) : NULL;
}

xmlNode *
dav_next (const xmlNode *node)
{
	return first_of (node->next, (const char *) node->ns->href, (const char *) node->name);
}

char *
dav_text (const xmlNode *node)
{
	xmlChar *content = node != NULL ? xmlNodeGetContent (node) : NULL;
	char *text = g_strstrip (g_strdup (content != NULL ? (const char *) content : ""));

	xmlFree (content);
	return text;
}

char *
dav_href (const xmlNode *node)
{
	const xmlNode *href = dav_child (node, DAV_NS, "href");
	return href != NULL ? dav_text (href) : NULL;
}

/* "HTTP/1.1 200 OK" */
static gboolean
is_fine (const xmlNode *propstat)
{
	g_autofree char *status = dav_text (dav_child (propstat, DAV_NS, "status"));
	const char *code = strchr (status, ' ');

	return code != NULL && code[1] == '2';
}

xmlNode *
dav_property (const xmlNode *response, const char *ns, const char *name)
{
	for (const xmlNode *stat = dav_child (response, DAV_NS, "propstat"); stat != NULL; stat = dav_next (stat)) {
		xmlNode *property = dav_child (dav_child (stat, DAV_NS, "prop"), ns, name);
		if (property != NULL && is_fine (stat))
			return property;
	}
	return NULL;
}

/* The XML of WebDAV: what comes back from PROPFIND and REPORT (RFC 4918), read with care:
 * it comes from a server that may have been taken over. */
#ifndef RN_CALDAV_DAV_H
#define RN_CALDAV_DAV_H

#include <libxml/tree.h>

#include "plugin.h"

#define DAV_NS "DAV:"
#define CALDAV_NS "urn:ietf:params:xml:ns:caldav" /* RFC 4791, RFC 6638 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* Reads UTF-8. NULL with a DATA error when it is no XML, has a document type, or a tag
 * of more than 16 KiB; libxml2 takes minutes for one with 100,000 attributes. */
xmlDoc *dav_read (const char *text, gsize size, GError **error);

/* The first element of that name directly in `parent` (NULL gives NULL), and the next
 * of the same name behind `node`. NULL when there is none. */
xmlNode *dav_child (const xmlNode *parent, const char *ns, const char *name);
xmlNode *dav_next (const xmlNode *node);

/* The text in it without space around; "" for NULL. */
char *dav_text (const xmlNode *node);

/* The text of a D:href in it; NULL when it has none. */
char *dav_href (const xmlNode *node);

/* The property of a D:response, when the server says that it has it; else NULL. */
xmlNode *dav_property (const xmlNode *response, const char *ns, const char *name);

#endif

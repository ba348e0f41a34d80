/* XML that our own people write (forms, the shell), read without touching any file
 * or network: no document type, no entities beyond the five of XML. Errors are CONFIG
 * and start with "PLACE:LINE: ". */
#ifndef RN_RENDER_XML_H
#define RN_RENDER_XML_H

#include <glib.h>
#include <libxml/tree.h>

typedef xmlDoc rn_xml;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_xml, xmlFreeDoc)

/* A document of at most `max` bytes that has a root element. */
rn_xml *rn_xml_parse (const char *text, gsize max, const char *place, GError **error);

/* Holds the document against a RELAX NG schema. */
gboolean rn_xml_validate (rn_xml *document, const char *schema, const char *place, GError **error);

/* Sets a CONFIG error that names the node's line; always FALSE. */
gboolean rn_xml_error (GError **error, const char *place, const xmlNode *node, const char *format, ...)
	G_GNUC_PRINTF (4, 5);

/* The attribute's value, or NULL and an error when it is missing or empty. */
char *rn_xml_attribute (xmlNode *node, const char *name, const char *place, GError **error);

/* Refuses any attribute that is not in `known`, with "did you mean". */
gboolean rn_xml_attributes_known (xmlNode *node, const char *const *known, const char *place, GError **error);

/* The text inside, white space collapsed. */
char *rn_xml_words (xmlNode *node);

#endif

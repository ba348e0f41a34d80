#include "xml.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "error.h"
#include "words.h"

typedef xmlParserCtxt parser;
typedef xmlRelaxNG schema;
typedef xmlRelaxNGParserCtxt schema_parser;
typedef xmlRelaxNGValidCtxt validator;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (parser, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (schema, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (schema_parser, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (validator, xmlRelaxNGFreeValidCtxt)

gboolean
rn_xml_error (GError **error, const char *place, const xmlNode *node, const char *format, ...)
{
	va_list arguments;

	va_start (arguments, format);
	g_autofree char *message = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s:%ld: %s", place, xmlGetLineNo (node), message);
	return FALSE;
}

/* libxml2's own words end with a line feed. */
static void
set_from_library (GError **error, const char *place, const xmlError *cause)
{
	g_autofree char *message = g_strdup (cause != NULL && cause->message != NULL ? cause->message : "not well-formed");

	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s:%d: %s", place, cause != NULL ? cause->line : 1,
	             g_strchomp (message));
}

/* Keeps the first error: those behind it mostly follow from it. */
static void
keep_first (void *data, xmlErrorPtr cause)
{
	xmlError *first = data;

	if (first->message == NULL)
		xmlCopyError (cause, first);
}

static void
keep_first_of_parser (void *data, xmlErrorPtr cause)
{
	keep_first (((parser *) data)->_private, cause);
}

static rn_xml *
parse (const char *text, const char *place, GError **error)
{
	xmlError first = { 0 };
	g_autoptr (parser) context = xmlNewParserCtxt ();

	context->_private = &first;
	context->sax->serror = keep_first_of_parser;
	/* Neither NOENT nor DTDLOAD: entities stay unread, no file is opened. */
	rn_xml *document = xmlCtxtReadMemory (context, text, strlen (text), NULL, "UTF-8", XML_PARSE_NONET);
	if (document == NULL)
		set_from_library (error, place, &first);
	xmlResetError (&first);
	return document;
}

rn_xml *
rn_xml_parse (const char *text, gsize max, const char *place, GError **error)
{
	if (strlen (text) > max) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: longer than %" G_GSIZE_FORMAT " bytes", place, max);
		return NULL;
	}
	g_autoptr (rn_xml) document = parse (text, place, error);
	if (document == NULL)
		return NULL;
	if (xmlGetIntSubset (document) != NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: a document type (<!DOCTYPE …>) has no place here", place);
		return NULL;
	}
	return g_steal_pointer (&document);
}

gboolean
rn_xml_validate (rn_xml *document, const char *schema_text, const char *place, GError **error)
{
	xmlError first = { 0 };

	g_autoptr (schema_parser) reading = xmlRelaxNGNewMemParserCtxt (schema_text, strlen (schema_text));
	g_autoptr (schema) rules = xmlRelaxNGParse (reading);
	g_return_val_if_fail (rules != NULL, FALSE);
	g_autoptr (validator) valid = xmlRelaxNGNewValidCtxt (rules);
	xmlRelaxNGSetValidStructuredErrors (valid, keep_first, &first);
	if (xmlRelaxNGValidateDoc (valid, document) == 0)
		return TRUE;
	set_from_library (error, place, &first);
	xmlResetError (&first);
	return FALSE;
}

char *
rn_xml_attribute (xmlNode *node, const char *name, const char *place, GError **error)
{
	xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
	char *copy = value != NULL ? g_strstrip (g_strdup ((const char *) value)) : NULL;

	xmlFree (value);
	if (copy == NULL || *copy == '\0') {
		g_clear_pointer (&copy, g_free);
		rn_xml_error (error, place, node, "<%s> needs the attribute “%s”", (const char *) node->name, name);
	}
	return copy;
}

gboolean
rn_xml_attributes_known (xmlNode *node, const char *const *known, const char *place, GError **error)
{
	for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next) {
		const char *name = (const char *) attribute->name;
		if (g_strv_contains (known, name))
			continue;
		g_autofree char *hint = rn_did_you_mean (name, known);
		return rn_xml_error (error, place, node, "<%s> has no attribute “%s”%s", (const char *) node->name, name, hint);
	}
	return TRUE;
}

char *
rn_xml_words (xmlNode *node)
{
	xmlChar *content = xmlNodeGetContent (node);
	g_auto (GStrv) words = g_strsplit_set ((const char *) content, " \t\r\n", -1);
	g_autoptr (GPtrArray) kept = g_ptr_array_new ();

	xmlFree (content);
	for (char **word = words; *word != NULL; word++)
		if (**word != '\0')
			g_ptr_array_add (kept, *word);
	g_ptr_array_add (kept, NULL);
	return g_strjoinv (" ", (char **) kept->pdata);
}

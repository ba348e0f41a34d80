#include "form.h"

#include <string.h>

#include <libxml/relaxng.h>

#include "error.h"
#include "form_schema.h"
#include "words.h"
#include "xml.h"

#define RN_MAX_FORM (64 * 1024)   /* fifty questions in ten languages */
#define RN_MAX_QUESTIONS 50       /* nobody answers more by mail */
#define RN_MAX_SCALE 10

static const char *const type_names[] = {
	[RN_QUESTION_TEXT] = "text",
	[RN_QUESTION_YESNO] = "yesno",
	[RN_QUESTION_SCALE] = "scale",
	[RN_QUESTION_CHOICE] = "choice",
	NULL,
};

static const char *const lane_names[] = {
	[RN_LANE_AUTHOR] = "author",
	[RN_LANE_PAIR] = "pair",
	[RN_LANE_COORDINATOR] = "coordinator",
	[RN_LANE_AGGREGATE] = "aggregate",
	NULL,
};

static const char *const attributes_of_form[] = { "name", NULL };
static const char *const attributes_of_question[] = { "name", "lane", "type", "least", "most", NULL };
static const char *const attributes_of_wording[] = { "language", NULL };
static const char *const no_attributes[] = { NULL };

static void
free_question (gpointer data)
{
	struct rn_question *question = data;

	g_free (question->name);
	g_hash_table_unref (question->wording);
	g_ptr_array_unref (question->choices);
	g_free (question);
}

static struct rn_question *
new_question (int number)
{
	struct rn_question *question = g_new0 (struct rn_question, 1);

	question->number = number;
	question->wording = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	question->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
	return question;
}

void
rn_form_free (rn_form *form)
{
	if (form == NULL)
		return;
	g_free (form->name);
	g_ptr_array_unref (form->questions);
	g_free (form);
}

/* ---- Reading the XML, with clear words for what is wrong ------------------- */

/* The attribute's index in `names`, or -1 with an error. */
static int
one_of (xmlNode *node, const char *attribute, const char *const *names, const char *place, GError **error)
{
	g_autofree char *value = rn_xml_attribute (node, attribute, place, error);
	if (value == NULL)
		return -1;
	for (int i = 0; names[i] != NULL; i++)
		if (g_str_equal (names[i], value))
			return i;

	g_autofree char *hint = rn_did_you_mean (value, names);
	g_autofree char *all = g_strjoinv (", ", (char **) names);
	rn_xml_error (error, place, node, "%s=\"%s\" is none of %s%s", attribute, value, all, hint);
	return -1;
}

static gboolean
read_point (xmlNode *node, const char *attribute, int *point, const char *place, GError **error)
{
	g_autofree char *value = rn_xml_attribute (node, attribute, place, error);
	guint64 number = 0;

	if (value == NULL)
		return FALSE;
	if (!g_ascii_string_to_unsigned (value, 10, 0, RN_MAX_SCALE, &number, NULL))
		return rn_xml_error (error, place, node, "%s=\"%s\" is not a whole number from 0 to %d", attribute, value,
		                     RN_MAX_SCALE);
	*point = number;
	return TRUE;
}

static gboolean
read_wording (GHashTable *wording, xmlNode *node, const char *place, GError **error)
{
	g_autofree char *language = rn_xml_attribute (node, "language", place, error);
	g_autofree char *text = rn_xml_words (node);

	if (language == NULL || !rn_xml_attributes_known (node, attributes_of_wording, place, error))
		return FALSE;
	if (*text == '\0')
		return rn_xml_error (error, place, node, "the wording is empty");
	if (!g_hash_table_insert (wording, g_steal_pointer (&language), g_steal_pointer (&text)))
		return rn_xml_error (error, place, node, "this language has a wording already");
	return TRUE;
}

static gboolean
has_english (GHashTable *wording, xmlNode *node, const char *place, GError **error)
{
	if (g_hash_table_contains (wording, "en"))
		return TRUE;
	return rn_xml_error (error, place, node, "<%s> lacks a wording with language=\"en\", which the others fall back to",
	                     (const char *) node->name);
}

static gboolean
read_choice (struct rn_question *question, xmlNode *node, const char *place, GError **error)
{
	GHashTable *wording = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

	g_ptr_array_add (question->choices, wording);
	if (!rn_xml_attributes_known (node, no_attributes, place, error))
		return FALSE;
	for (xmlNode *child = xmlFirstElementChild (node); child != NULL; child = xmlNextElementSibling (child)) {
		if (!xmlStrEqual (child->name, BAD_CAST "wording"))
			return rn_xml_error (error, place, child, "<%s> cannot stand in <choice>; use <wording>",
			                     (const char *) child->name);
		if (!read_wording (wording, child, place, error))
			return FALSE;
	}
	return has_english (wording, node, place, error);
}

static gboolean
read_scale (struct rn_question *question, xmlNode *node, const char *place, GError **error)
{
	if (!read_point (node, "least", &question->least, place, error)
	    || !read_point (node, "most", &question->most, place, error))
		return FALSE;
	if (question->least < question->most)
		return TRUE;
	return rn_xml_error (error, place, node, "least=\"%d\" is not below most=\"%d\"", question->least, question->most);
}

static gboolean
read_kind (struct rn_question *question, xmlNode *node, const char *place, GError **error)
{
	int lane = one_of (node, "lane", lane_names, place, error);
	int type = lane >= 0 ? one_of (node, "type", type_names, place, error) : -1;

	if (type < 0)
		return FALSE;
	question->lane = lane;
	question->type = type;
	if (question->type == RN_QUESTION_SCALE)
		return read_scale (question, node, place, error);
	if (xmlHasProp (node, BAD_CAST "least") != NULL || xmlHasProp (node, BAD_CAST "most") != NULL)
		return rn_xml_error (error, place, node, "only a question of type=\"scale\" has least and most");
	return TRUE;
}

static gboolean
read_part (struct rn_question *question, xmlNode *part, const char *place, GError **error)
{
	if (xmlStrEqual (part->name, BAD_CAST "wording"))
		return read_wording (question->wording, part, place, error);
	if (!xmlStrEqual (part->name, BAD_CAST "choice"))
		return rn_xml_error (error, place, part, "<%s> cannot stand in <question>; use <wording> or <choice>",
		                     (const char *) part->name);
	if (question->type != RN_QUESTION_CHOICE)
		return rn_xml_error (error, place, part, "only a question of type=\"choice\" has a <choice>");
	return read_choice (question, part, place, error);
}

static gboolean
read_question (struct rn_question *question, xmlNode *node, const char *place, GError **error)
{
	question->name = rn_xml_attribute (node, "name", place, error);
	if (question->name == NULL || !rn_xml_attributes_known (node, attributes_of_question, place, error)
	    || !read_kind (question, node, place, error))
		return FALSE;
	for (xmlNode *part = xmlFirstElementChild (node); part != NULL; part = xmlNextElementSibling (part))
		if (!read_part (question, part, place, error))
			return FALSE;
	if (question->type == RN_QUESTION_CHOICE && question->choices->len < 2)
		return rn_xml_error (error, place, node, "a question of type=\"choice\" needs two <choice> or more");
	return has_english (question->wording, node, place, error);
}

static gboolean
is_new_name (const rn_form *form, const struct rn_question *question)
{
	for (guint i = 0; i < form->questions->len; i++) {
		const struct rn_question *other = form->questions->pdata[i];
		if (other != question && g_str_equal (other->name, question->name))
			return FALSE;
	}
	return TRUE;
}

static gboolean
add_question (rn_form *form, xmlNode *node, const char *place, GError **error)
{
	if (!xmlStrEqual (node->name, BAD_CAST "question"))
		return rn_xml_error (error, place, node, "<%s> cannot stand in <form>; use <question>",
		                     (const char *) node->name);
	if (form->questions->len == RN_MAX_QUESTIONS)
		return rn_xml_error (error, place, node, "a form has at most %d questions", RN_MAX_QUESTIONS);

	struct rn_question *question = new_question (form->questions->len + 1);
	g_ptr_array_add (form->questions, question);
	if (!read_question (question, node, place, error))
		return FALSE;
	if (!is_new_name (form, question))
		return rn_xml_error (error, place, node, "another question has the name “%s” already", question->name);
	return TRUE;
}

static gboolean
read_form (rn_form *form, xmlNode *root, const char *place, GError **error)
{
	if (!xmlStrEqual (root->name, BAD_CAST "form"))
		return rn_xml_error (error, place, root, "<%s> is no form; the outermost element is <form>",
		                     (const char *) root->name);
	form->name = rn_xml_attribute (root, "name", place, error);
	if (form->name == NULL || !rn_xml_attributes_known (root, attributes_of_form, place, error))
		return FALSE;
	for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node))
		if (!add_question (form, node, place, error))
			return FALSE;
	if (form->questions->len == 0)
		return rn_xml_error (error, place, root, "the form has no question");
	return TRUE;
}

rn_form *
rn_form_parse (const char *xml, const char *place, GError **error)
{
	g_autoptr (rn_xml) document = rn_xml_parse (xml, RN_MAX_FORM, place, error);
	if (document == NULL)
		return NULL;

	g_autoptr (rn_form) form = g_new0 (rn_form, 1);
	form->questions = g_ptr_array_new_with_free_func (free_question);
	/* Our own words first: the schema's say little, but it misses nothing. */
	if (!read_form (form, xmlDocGetRootElement (document), place, error)
	    || !rn_xml_validate (document, rn_form_schema, place, error))
		return NULL;
	return g_steal_pointer (&form);
}

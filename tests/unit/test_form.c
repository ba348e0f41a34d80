#include "unit.h"

#include <string.h>

#include "error.h"
#include "form.h"

#define QUESTION(attributes, inside) "<form name=\"f\">\n<question name=\"q\" " attributes ">\n" inside "\n</question>\n</form>"
#define ENGLISH "<wording language=\"en\">How was it?</wording>"

static const char good[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<form name=\"feedback\">\n"
	"  <question name=\"useful\" type=\"scale\" least=\"1\" most=\"5\" lane=\"aggregate\">\n"
	"    <wording language=\"en\">How useful\n      was it?</wording>\n"
	"    <wording language=\"de\">Wie nützlich war es?</wording>\n"
	"  </question>\n"
	"  <question name=\"again\" type=\"yesno\" lane=\"coordinator\">" ENGLISH "</question>\n"
	"  <question name=\"medium\" type=\"choice\" lane=\"pair\">" ENGLISH
	"    <choice><wording language=\"en\">in person</wording><wording language=\"de\">persönlich</wording></choice>\n"
	"    <choice><wording language=\"en\">2 calls</wording></choice>\n"
	"    <choice><wording language=\"en\">chat</wording></choice>\n"
	"  </question>\n"
	"  <question name=\"wish\" type=\"text\" lane=\"author\">" ENGLISH "</question>\n"
	"</form>\n";

static rn_form *
parse_good (void)
{
	g_autoptr (GError) error = NULL;
	rn_form *form = rn_form_parse (good, "good.xml", &error);

	rn_assert_no_error (error);
	return form;
}

START_TEST (form_is_read)
{
	g_autoptr (rn_form) form = parse_good ();
	ck_assert_str_eq (form->name, "feedback");
	ck_assert_int_eq (form->questions->len, 4);

	const struct rn_question *useful = form->questions->pdata[0];
	ck_assert_int_eq (useful->number, 1);
	ck_assert_str_eq (useful->name, "useful");
	ck_assert_int_eq (useful->type, RN_QUESTION_SCALE);
	ck_assert_int_eq (useful->lane, RN_LANE_AGGREGATE);
	ck_assert_int_eq (useful->least, 1);
	ck_assert_int_eq (useful->most, 5);
	ck_assert_str_eq (rn_question_text (useful, "en"), "How useful was it?");
	ck_assert_str_eq (rn_question_text (useful, "de"), "Wie nützlich war es?");
	ck_assert_str_eq (rn_question_text (useful, "fr"), "How useful was it?");

	const struct rn_question *medium = form->questions->pdata[2];
	ck_assert_int_eq (medium->choices->len, 3);
	ck_assert_str_eq (rn_form_wording (medium->choices->pdata[0], "de"), "persönlich");
	ck_assert_str_eq (rn_form_wording (medium->choices->pdata[1], "de"), "2 calls");
}
END_TEST

static const struct {
	const char *name, *xml;
	int line;
	const char *says;
} bad[] = {
	{ "not XML", "<form name=\"f\">\n<question>\n</form>", 3, "mismatch" },
	{ "other root", "<poll/>", 1, "<poll> is no form" },
	{ "no question", "<form name=\"f\"/>", 1, "no question" },
	{ "unknown lane", QUESTION ("lane=\"agregate\" type=\"text\"", ENGLISH), 2, "did you mean “aggregate”?" },
	{ "no lane", QUESTION ("type=\"text\"", ENGLISH), 2, "needs the attribute “lane”" },
	{ "unknown type", QUESTION ("lane=\"pair\" type=\"yes\"", ENGLISH), 2, "none of text, yesno, scale, choice" },
	{ "unknown attribute", QUESTION ("lane=\"pair\" type=\"text\" tpye=\"x\"", ENGLISH), 2, "did you mean “type”?" },
	{ "scale without ends", QUESTION ("lane=\"pair\" type=\"scale\"", ENGLISH), 2, "“least”" },
	{ "scale upside down", QUESTION ("lane=\"pair\" type=\"scale\" least=\"5\" most=\"1\"", ENGLISH), 2, "not below" },
	{ "scale of words", QUESTION ("lane=\"pair\" type=\"scale\" least=\"a\" most=\"1\"", ENGLISH), 2, "whole number" },
	{ "ends without scale", QUESTION ("lane=\"pair\" type=\"text\" least=\"1\"", ENGLISH), 2, "only a question" },
	{ "no English", QUESTION ("lane=\"pair\" type=\"text\"", "<wording language=\"de\">Wie?</wording>"), 2,
	  "language=\"en\"" },
	{ "empty wording", QUESTION ("lane=\"pair\" type=\"text\"", "<wording language=\"en\"> </wording>"), 3, "empty" },
	{ "wording twice", QUESTION ("lane=\"pair\" type=\"text\"", ENGLISH "\n" ENGLISH), 4, "already" },
	{ "one choice", QUESTION ("lane=\"pair\" type=\"choice\"", ENGLISH "<choice>" ENGLISH "</choice>"), 2, "two" },
	{ "choice of text", QUESTION ("lane=\"pair\" type=\"text\"", ENGLISH "<choice>" ENGLISH "</choice>"), 3,
	  "type=\"choice\"" },
	{ "strange element", QUESTION ("lane=\"pair\" type=\"text\"", ENGLISH "\n<hint/>"), 4, "<hint>" },
	{ "order of elements", QUESTION ("lane=\"pair\" type=\"choice\"",
	                                 "<choice>" ENGLISH "</choice>\n" ENGLISH "<choice>" ENGLISH "</choice>"), 0, "" },
	{ "loose text", QUESTION ("lane=\"pair\" type=\"text\"", "words" ENGLISH), 2, "" },
	{ "name twice",
	  "<form name=\"f\">\n<question name=\"q\" lane=\"pair\" type=\"text\">" ENGLISH "</question>\n"
	  "<question name=\"q\" lane=\"pair\" type=\"text\">" ENGLISH "</question></form>", 3, "“q” already" },
	{ "name in capitals",
	  "<form name=\"F\">\n<question name=\"q\" lane=\"pair\" type=\"text\">" ENGLISH "</question></form>", 1, "" },
	{ "document type", "<!DOCTYPE form [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<form name=\"f\">&x;</form>", 0,
	  "DOCTYPE" },
};

START_TEST (bad_form_is_refused_with_its_line)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_form) form = rn_form_parse (bad[_i].xml, "bad.xml", &error);
	g_autofree char *line = g_strdup_printf ("bad.xml:%d: ", bad[_i].line);

	ck_assert_msg (form == NULL, "%s", bad[_i].name);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_CONFIG), "%s", bad[_i].name);
	ck_assert_msg (bad[_i].line == 0 || g_str_has_prefix (error->message, line), "%s: %s", bad[_i].name, error->message);
	ck_assert_msg (strstr (error->message, bad[_i].says) != NULL, "%s: %s", bad[_i].name, error->message);
}
END_TEST

START_TEST (huge_form_is_refused)
{
	g_autofree char *spaces = g_strnfill (1024 * 1024, ' ');
	g_autofree char *long_form = g_strconcat ("<form name=\"f\">", spaces, "</form>", NULL);
	g_autoptr (GString) wide = g_string_new ("<form name=\"f\"");

	for (int i = 0; i < 100000; i++)
		g_string_append_printf (wide, " a%d=\"\"", i);
	g_string_append (wide, "/>");
	for (const char *const *xml = (const char *const[]) { long_form, wide->str, NULL }; *xml != NULL; xml++) {
		g_autoptr (GError) error = NULL;
		ck_assert_ptr_null (rn_form_parse (*xml, "huge.xml", &error));
		ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_CONFIG));
	}
}
END_TEST

enum { USEFUL, AGAIN, MEDIUM, WISH };

static const struct {
	int question;
	const char *typed, *value; /* NULL: does not fit */
} answers[] = {
	{ USEFUL, "4", "4" },
	{ USEFUL, " 4 ", "4" },
	{ USEFUL, "4/5", "4" },
	{ USEFUL, "4 of 5", "4" },
	{ USEFUL, "4 von 5", "4" },
	{ USEFUL, "4/10", NULL },
	{ USEFUL, "4.", "4" },
	{ USEFUL, "4 - it went well, 2 surprises", "4" },
	{ USEFUL, "5!", "5" },
	{ USEFUL, "4.5", NULL },
	{ USEFUL, "4,5", NULL },
	{ USEFUL, "3-4", NULL },
	{ USEFUL, "3 or 4", NULL },
	{ USEFUL, "3 oder 4", NULL },
	{ USEFUL, "45", NULL },
	{ USEFUL, "0", NULL },
	{ USEFUL, "6", NULL },
	{ USEFUL, "-3", NULL },
	{ USEFUL, "Four", "4" },
	{ USEFUL, "fünf", "5" },
	{ USEFUL, "seven", NULL },
	{ USEFUL, "4th", NULL },
	{ USEFUL, "very", NULL },
	{ USEFUL, "", NULL },
	{ USEFUL, "99999999999999999999", NULL },
	{ AGAIN, "yes", "yes" },
	{ AGAIN, "YES, gladly", "yes" },
	{ AGAIN, "Ja!", "yes" },
	{ AGAIN, "No.", "no" },
	{ AGAIN, "nein danke", "no" },
	{ AGAIN, "sí", "yes" },
	{ AGAIN, "perhaps", NULL },
	{ AGAIN, "nobody", NULL },
	{ AGAIN, "", NULL },
	{ MEDIUM, "1", "1" },
	{ MEDIUM, "IN PERSON", "1" },
	{ MEDIUM, "Persönlich", "1" },
	{ MEDIUM, "2 calls", "2" },
	{ MEDIUM, "3 = chat", "3" },
	{ MEDIUM, "chat", "3" },
	{ MEDIUM, "4", NULL },
	{ MEDIUM, "by letter", NULL },
	{ WISH, " More time. ", "More time." },
	{ WISH, "2", "2" },
	{ WISH, " \n", NULL },
};

START_TEST (answer_becomes_a_value)
{
	g_autoptr (rn_form) form = parse_good ();
	g_autofree char *value = rn_question_value (form->questions->pdata[answers[_i].question], answers[_i].typed, "en");

	ck_assert_msg (g_strcmp0 (value, answers[_i].value) == 0, "“%s” gives %s", answers[_i].typed, value);
}
END_TEST

static Suite *
suite (void)
{
	Suite *forms = suite_create ("form");
	TCase *tests = tcase_create ("form");

	tcase_add_test (tests, form_is_read);
	tcase_add_loop_test (tests, bad_form_is_refused_with_its_line, 0, G_N_ELEMENTS (bad));
	tcase_add_test (tests, huge_form_is_refused);
	tcase_add_loop_test (tests, answer_becomes_a_value, 0, G_N_ELEMENTS (answers));
	suite_add_tcase (forms, tests);
	return forms;
}

RN_UNIT_MAIN (suite ())

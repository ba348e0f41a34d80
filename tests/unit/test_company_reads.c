/* How simulated people understand a mail: by its words, in both languages, from its
 * plain text or its HTML. */
#include "unit.h"

#include <string.h>

#include "hypertext.h"
#include "request.h"

/* ---- What is asked --------------------------------------------------------- */

static const struct {
	const char *what, *text;
	enum request_kind kind;
	guint questions;
} mails[] = {
	{ "nothing", "Dear Anna,\n\nthank you, we noted that.\n", REQUEST_NOTHING, 0 },
	{ "an offer", "Would you like that? Please reply with YES or NO.\n", REQUEST_YES_NO, 0 },
	{ "a German offer", "Möchten Sie das? Antworten Sie mit JA oder NEIN.\n", REQUEST_YES_NO, 0 },
	{ "yes and no in small letters", "There is no yes without a no.\n", REQUEST_NOTHING, 0 },
	{ "capitals inside a word", "NOTICE: YESTERDAY is over.\n", REQUEST_NOTHING, 0 },
	{ "the footer asks nothing", "That is all.\n-- \nReply YES or NO at any time.\n", REQUEST_NOTHING, 0 },
	{ "a list", "These are open; reply with the numbers:\n\n1. Cloud\n2. Data\n", REQUEST_CHOICE, 2 },
	{ "a German list", "Antworten Sie mit den Nummern:\n\n1. Cloud\n2. Daten\n3. Video\n", REQUEST_CHOICE, 3 },
	{ "a list with names below its lines", "Reply with the numbers:\n\n1. Cloud\n   (Jo Doe)\n2. Data (Kim\n   Lee)\n",
	  REQUEST_CHOICE, 2 },
	{ "a list that asks nothing", "What happened:\n\n1. Cloud\n2. Data\n", REQUEST_NOTHING, 2 },
	{ "a form", "1. How was it?\n(1 = not at all, 5 = very much)\n\n2. Again?\n(yes or no)\n", REQUEST_FORM, 2 },
	{ "a German form", "1. Wie war es?\n(1 = gar nicht, 5 = sehr)\n\n2. Was noch?\n(in Ihren eigenen Worten)\n",
	  REQUEST_FORM, 2 },
	{ "a form whose hints are indented", "  1. How was it?\n     (yes or no)\n", REQUEST_FORM, 1 },
	{ "a task", "Please call them. Reply with DONE or LATER.\n", REQUEST_TASK, 0 },
	{ "a task with a list", "1. Anna\n2. Jo\n\nReply with DONE or LATER; the number is theirs.\n", REQUEST_TASK, 2 },
	{ "free lines", "What do you want to learn? One topic per line, please.\n", REQUEST_LINES, 0 },
	{ "free lines in German", "Was möchten Sie lernen? Bitte ein Thema pro Zeile.\n", REQUEST_LINES, 0 },
};

START_TEST (a_mail_asks_by_its_words)
{
	g_autoptr (sim_request) request = request_new (mails[_i].text);
	ck_assert_msg (request->kind == mails[_i].kind, "%s: kind %d, not %d", mails[_i].what, request->kind, mails[_i].kind);
	ck_assert_msg (request->questions->len == mails[_i].questions, "%s: %u questions", mails[_i].what,
	               request->questions->len);
}
END_TEST

static const struct {
	const char *text, *wording;
	enum question_kind kind;
	int least, most;
	const char *second_choice;
} questions[] = {
	{ "1. How was it?\n(1 = not at all, 5 = very much)\n", "How was it?", QUESTION_SCALE, 1, 5, NULL },
	{ "1. How was\n   it?\n   (0 = gar nicht, sagen wir nie, 10 = sehr)\n", "How was it?", QUESTION_SCALE, 0, 10, NULL },
	{ "1. Again?\n(yes or no)\n", "Again?", QUESTION_YES_NO, 0, 0, NULL },
	{ "1. Noch einmal?\n(ja oder nein)\n", "Noch einmal?", QUESTION_YES_NO, 0, 0, NULL },
	{ "1. Where?\n(one of: 1 = here,\n2 = there)\n", "Where?", QUESTION_ONE_OF, 0, 0, "2 = there" },
	{ "1. Wo?\n(eines von: hier, dort)\n", "Wo?", QUESTION_ONE_OF, 0, 0, "dort" },
	{ "1. Why?\n(in your own words)\n", "Why?", QUESTION_WORDS, 0, 0, NULL },
};

START_TEST (a_hint_says_how_to_answer)
{
	g_autoptr (sim_request) request = request_new (questions[_i].text);
	ck_assert_uint_eq (request->questions->len, 1);
	const struct question *question = request->questions->pdata[0];
	ck_assert_str_eq (question->wording, questions[_i].wording);
	ck_assert_msg (question->kind == questions[_i].kind, "%s: kind %d", question->hint, question->kind);
	ck_assert_int_eq (question->least, questions[_i].least);
	ck_assert_int_eq (question->most, questions[_i].most);
	if (questions[_i].second_choice != NULL)
		ck_assert_str_eq (question->choices[1], questions[_i].second_choice);
}
END_TEST

/* ---- HTML --------------------------------------------------------------------- */

static const struct {
	const char *what, *html, *text;
} pages[] = {
	{ "paragraphs", "<p>One</p>\n<p>Two</p>", "One\n\nTwo\n" },
	{ "a numbered list", "<ol><li>Cloud</li><li>Data</li></ol><p>End</p>", "1. Cloud\n2. Data\n\nEnd\n" },
	{ "a list that starts later", "<ol start=\"3\"><li>Cloud</li></ol>", "3. Cloud\n" },
	{ "a list inside a list", "<ol><li>A<ul><li>x</li></ul></li><li>B</li></ol>", "1. A\n\n- x\n\n2. B\n" },
	{ "a line break", "<p><strong>1. How?</strong><br>\n(yes or no)</p>", "1. How?\n(yes or no)\n" },
	{ "entities", "<p>R&amp;D &lt;b&gt; &#8211; &#x41;&unknown;</p>", "R&D <b> – A&unknown;\n" },
	{ "hidden things", "<head><title>x</title></head><style>p{}</style><!-- <p>no</p> --><p>yes</p>", "yes\n" },
	{ "a link", "<p><a href=\"mailto:a@b?body=YES\">YES</a></p>", "YES\n" },
	{ "an open tag", "<p>a < b", "a < b\n" },
	{ "nothing", "", "" },
};

START_TEST (html_is_read_as_lines)
{
	g_autofree char *text = hypertext_words (pages[_i].html);
	ck_assert_msg (g_str_equal (text, pages[_i].text), "%s: “%s”", pages[_i].what, text);
}
END_TEST

static Suite *
make_suite (void)
{
	Suite *suite = suite_create ("company reads");
	TCase *tests = tcase_create ("reading");
	tcase_add_loop_test (tests, a_mail_asks_by_its_words, 0, G_N_ELEMENTS (mails));
	tcase_add_loop_test (tests, a_hint_says_how_to_answer, 0, G_N_ELEMENTS (questions));
	tcase_add_loop_test (tests, html_is_read_as_lines, 0, G_N_ELEMENTS (pages));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (make_suite ())

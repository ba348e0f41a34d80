/* The shipped templates as simulated people see them: each asks what it should, in
 * both languages, in plain text and in HTML. */
#include "unit.h"

#include <gmime/gmime.h>
#include <string.h>

#include "bundled.h"
/* of the company */
#include "letter.h"
#include "request.h"
/* of the engine */
#include "stationery.h"

static const struct {
	const char *template, *form;
	enum request_kind kind;
	guint questions;
} mails[] = {
	{ "ask-topics", "topics", REQUEST_FORM, 3 },
	{ "open-topics", "", REQUEST_CHOICE, 3 },
	{ "offer", "", REQUEST_YES_NO, 0 },
	{ "offer-reminder", "", REQUEST_YES_NO, 0 },
	{ "did-you-meet", "", REQUEST_YES_NO, 0 },
	{ "goals", "goals", REQUEST_FORM, 3 },
	{ "feedback", "feedback", REQUEST_FORM, 6 },
	{ "form-reminder", "feedback", REQUEST_FORM, 6 },
	{ "renewal", "renewal", REQUEST_FORM, 2 },
	{ "not-understood", "", REQUEST_YES_NO, 0 },
	{ "please-confirm", "", REQUEST_YES_NO, 0 },
	{ "pairing-needs-you", "", REQUEST_TASK, 0 },
	{ "fallback-task", "", REQUEST_TASK, 0 },
	{ "help-wanted", "", REQUEST_TASK, 0 },
	{ "task-reminder", "", REQUEST_TASK, 0 },
	{ "task-escalated", "", REQUEST_TASK, 0 },
	{ "task-words", "", REQUEST_TASK, 0 },
	{ "person-unreachable", "", REQUEST_TASK, 0 },
	{ "people-missing", "", REQUEST_TASK, 0 },
	{ "program-failed", "", REQUEST_TASK, 0 },
	{ "mail-held", "", REQUEST_TASK, 0 },
	{ "receipt-task", "", REQUEST_NOTHING, 0 },
	{ "receipt-yes", "", REQUEST_NOTHING, 0 },
	{ "receipt-no", "", REQUEST_NOTHING, 0 },
	{ "receipt-topics", "", REQUEST_NOTHING, 0 },
	{ "receipt-volunteer", "", REQUEST_NOTHING, 0 },
	{ "receipt-stop", "", REQUEST_NOTHING, 0 },
	{ "first-session", "", REQUEST_NOTHING, 0 },
	{ "meeting-cancelled", "", REQUEST_NOTHING, 0 },
	{ "not-this-time", "", REQUEST_NOTHING, 0 },
	{ "partner-left", "", REQUEST_NOTHING, 0 },
	{ "thank-you", "", REQUEST_NOTHING, 0 },
	{ "monthly-report", "", REQUEST_NOTHING, 0 },
};

static const char *const languages[] = { "en", "de" };

static char *
from_tree (const char *path)
{
	g_autofree char *file = g_build_filename (g_getenv ("ROTNEM_SOURCE"), "templates", path, NULL);
	char *text = NULL;
	g_autoptr (GError) error = NULL;
	g_file_get_contents (file, &text, NULL, &error);
	rn_assert_no_error (error);
	return text;
}

/* Three rows with all fields that any list of the templates has. */
static GVariant *
some_rows (void)
{
	static const char *const titles[] = { "Cloud basics", "Grundlagen der Barrierefreiheit für alle, die Webseiten bauen",
	                                      "AI tools" };
	static const char *const fields[] = { "title", "owner", "reason", "question", "answer", "sender", "subject", "why", "address", "mentor", "leader", "pair_due",
	                                      "pair_held", "last", NULL };
	g_autoptr (GVariantBuilder) rows = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));
	for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
		g_variant_builder_open (rows, G_VARIANT_TYPE ("a{sv}"));
		g_variant_builder_add (rows, "{sv}", "number", g_variant_new_int64 (i + 1));
		for (const char *const *field = fields; *field != NULL; field++)
			g_variant_builder_add (rows, "{sv}", *field, g_variant_new_string (titles[i]));
		g_variant_builder_close (rows);
	}
	return g_variant_builder_end (rows);
}

/* The words by which a task is answered, as tasks.ini has them. */
static void
add_words (GVariantDict *fields, const char *language)
{
	g_autofree char *path = g_strdup_printf ("reverse-mentoring/%s/tasks.ini", language), *text = from_tree (path);
	g_autoptr (GKeyFile) phrases = g_key_file_new ();
	ck_assert (g_key_file_load_from_data (phrases, text, strlen (text), G_KEY_FILE_NONE, NULL));
	g_auto (GStrv) words = g_key_file_get_keys (phrases, "words", NULL, NULL);
	for (char **word = words; *word != NULL; word++) {
		g_autofree char *ways = g_key_file_get_string (phrases, "words", *word, NULL);
		g_autofree char *name = g_strconcat ("say_", *word, NULL), *first = g_strndup (ways, strcspn (ways, "|"));
		g_variant_dict_insert (fields, name, "s", first);
	}
}

static GBytes *
some_fields (const char *language)
{
	static const char *const texts[] = {
		"program", "coordinator", "program_address", "name", "first_name", "other_name", "other_unit",
		"other_address", "topic", "when", "deadline", "number", "meetings", "reply_to", "what", "about", "details",
		"question", "guess_yes", "since", "silent", "helper", "resumed", "retried", "dismissed", "lost",
		"guess_no", "guess_later", "guess_date", "summary", "until", "subject", "language", "from", "meetings_held",
		"meetings_missed", "meetings_unconfirmed", "pairs_alive", "pairs_ended", "both_said_yes", "offered", "tasks_open", NULL };
	static const char *const lists[] = { "topics", "reasons", "answers", "mails", "mailed", "pairs", NULL };
	GVariantDict fields;
	g_variant_dict_init (&fields, NULL);
	for (const char *const *name = texts; *name != NULL; name++)
		g_variant_dict_insert (&fields, *name, "s", "Jo Doe");
	for (const char *const *name = lists; *name != NULL; name++)
		g_variant_dict_insert_value (&fields, *name, some_rows ());
	add_words (&fields, language);
	g_variant_dict_insert (&fields, "ended", "b", TRUE);
	g_variant_dict_insert (&fields, "is_told", "b", TRUE);
	g_variant_dict_insert (&fields, "is_mentor", "b", TRUE);
	g_variant_dict_insert (&fields, "first_mail", "b", TRUE);
	g_variant_dict_insert (&fields, "is_staff", "b", FALSE);
	g_variant_dict_insert (&fields, "declined", "b", TRUE);
	g_variant_dict_insert (&fields, "has_reasons", "b", TRUE);
	g_variant_dict_insert (&fields, "has_pairs", "b", TRUE);
	return bundled_fields (g_variant_dict_end (&fields));
}

static void
render (const char *template, const char *form, const char *language, struct rn_rendered *rendered)
{
	g_autofree char *path = g_strdup_printf ("reverse-mentoring/%s/%s.md", language, template);
	g_autofree char *form_path = g_strdup_printf ("reverse-mentoring/forms/%s.xml", form);
	g_autofree char *markdown = from_tree (path), *shell = from_tree ("shell.xhtml");
	g_autofree char *questions = *form != '\0' ? from_tree (form_path) : g_strdup ("");
	const struct rn_stationery_source source = { path, markdown, shell, questions, language };
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_stationery) stationery = rn_stationery_new (&source, &error);
	rn_assert_no_error (error);
	g_autoptr (GBytes) fields = some_fields (language);
	rn_stationery_render (stationery, fields, FALSE, rendered, &error);
	rn_assert_no_error (error);
}

/* Through the person's own mail client. */
static struct letter *
letter_of (const char *type, const char *content, gboolean html)
{
	g_autofree char *mail = g_strdup_printf ("Content-Type: %s; charset=utf-8\n\n%s", type, content);
	return letter_new ((const guint8 *) mail, strlen (mail), "", 1, html);
}

static void
expect (guint i, const char *language, const char *form, const struct letter *letter)
{
	g_autoptr (sim_request) request = request_new (letter->text);
	ck_assert_msg (request->kind == mails[i].kind, "%s/%s as %s: kind %d, not %d:\n%s", language, mails[i].template, form,
	               request->kind, mails[i].kind, letter->text);
	ck_assert_msg (mails[i].questions == 0 || request->questions->len == mails[i].questions, "%s/%s as %s: %u questions",
	               language, mails[i].template, form, request->questions->len);
}

START_TEST (people_understand_the_templates)
{
	g_mime_init ();
	for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
		struct rn_rendered rendered = { 0 };
		render (mails[_i].template, mails[_i].form, languages[i], &rendered);
		g_autoptr (sim_letter) text = letter_of ("text/plain", rendered.text, FALSE);
		g_autoptr (sim_letter) html = letter_of ("text/html", rendered.html, TRUE);
		expect (_i, languages[i], "text", text);
		expect (_i, languages[i], "HTML", html);
		rn_rendered_clear (&rendered);
	}
}
END_TEST

START_TEST (did_you_meet_is_about_the_meeting_and_an_offer_is_not)
{
	for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
		struct rn_rendered met = { 0 }, offer = { 0 };
		render ("did-you-meet", "", languages[i], &met);
		render ("offer", "", languages[i], &offer);
		g_autoptr (sim_request) about_meeting = request_new (met.text), about_pair = request_new (offer.text);
		ck_assert_msg (request_is_about_meeting (about_meeting->words), "%s", met.text);
		ck_assert_msg (!request_is_about_meeting (about_pair->words), "%s", offer.text);
		rn_rendered_clear (&met);
		rn_rendered_clear (&offer);
	}
}
END_TEST

static Suite *
make_suite (void)
{
	Suite *suite = suite_create ("company templates");
	TCase *tests = tcase_create ("templates");
	tcase_add_loop_test (tests, people_understand_the_templates, 0, G_N_ELEMENTS (mails));
	tcase_add_test (tests, did_you_meet_is_about_the_meeting_and_an_offer_is_not);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (make_suite ())

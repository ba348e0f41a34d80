#include "unit.h"

#include <string.h>

#include "bundled.h"
#include "form.h"
#include "stationery.h"
#include "template_fields.h"

static const char *const languages[] = { "en", "de", NULL };

static char *
source_path (const char *first, ...)
{
	va_list more;
	g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
	const char *tree = g_getenv ("ROTNEM_SOURCE");

	g_strv_builder_add (parts, tree != NULL ? tree : ".");
	g_strv_builder_add (parts, "templates");
	va_start (more, first);
	for (const char *part = first; part != NULL; part = va_arg (more, const char *))
		g_strv_builder_add (parts, part);
	va_end (more);
	g_auto (GStrv) all = g_strv_builder_end (parts);
	return g_build_filenamev (all);
}

static char *
read_source (const char *path)
{
	g_autoptr (GError) error = NULL;
	char *text = NULL;

	g_file_get_contents (path, &text, NULL, &error);
	rn_assert_no_error (error);
	return text;
}

static char *
form_named (const char *name)
{
	g_autofree char *file = g_strconcat (name, ".xml", NULL);
	g_autofree char *path = source_path ("reverse-mentoring", "forms", file, NULL);

	return read_source (path);
}

static rn_stationery *
compile_row (const struct rn_template_fields *row, const char *language)
{
	g_autofree char *file = g_strconcat (row->name, ".md", NULL);
	g_autofree char *path = source_path ("reverse-mentoring", language, file, NULL);
	g_autofree char *shell_path = source_path ("shell.xhtml", NULL);
	g_autofree char *markdown = read_source (path);
	g_autofree char *shell = read_source (shell_path);
	g_autofree char *form = row->form == NULL ? g_strdup ("") : form_named (*row->form != '\0' ? row->form : "feedback");
	const struct rn_stationery_source source = { path, markdown, shell, form, language };
	g_autoptr (GError) error = NULL;
	rn_stationery *stationery = rn_stationery_new (&source, &error);

	rn_assert_no_error (error);
	return stationery;
}

/* A value of the kind that the field's name stands for, or one that shows nothing. */
static GVariant *
value_of (const char *field, const char *const *known, gboolean full)
{
	static const char *const flags[] = { "is_mentor", "first_mail", "is_staff", "declined", NULL };
	static const char *const numbers[] = { "number", "meetings", NULL };
	g_autofree char *members = g_strconcat (field, ".", NULL);
	GVariantBuilder list;
	gboolean is_list = FALSE;

	if (g_strv_contains (flags, field))
		return g_variant_new_boolean (full);
	if (g_strv_contains (numbers, field))
		return g_variant_new_int64 (full ? 3 : 0);
	g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
	g_variant_builder_open (&list, G_VARIANT_TYPE_VARDICT);
	for (const char *const *member = known; *member != NULL; member++)
		if (g_str_has_prefix (*member, members)) {
			is_list = TRUE;
			const char *text = g_str_has_suffix (*member, ".number") ? "1" : *member;
			g_variant_builder_add (&list, "{sv}", *member + strlen (members), g_variant_new_string (text));
		}
	g_variant_builder_close (&list);
	GVariant *rows = g_variant_ref_sink (g_variant_builder_end (&list));
	GVariant *value = is_list && full ? g_variant_ref (rows) : is_list ? g_variant_new ("aa{sv}", NULL) : NULL;
	g_variant_unref (rows);
	if (value == NULL)
		value = g_variant_new_string (full || g_str_equal (field, "reply_to") ? field : "");
	return value;
}

static struct rn_rendered
render_row (const struct rn_template_fields *row, const char *language, gboolean full)
{
	g_autoptr (rn_stationery) stationery = compile_row (row, language);
	g_auto (GStrv) known = rn_template_fields_known (row->name);
	GVariantBuilder fields;
	g_autoptr (GError) error = NULL;
	struct rn_rendered rendered = { NULL, NULL, NULL, NULL };

	g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
	for (char **field = known; *field != NULL; field++)
		if (strchr (*field, '.') == NULL) {
			g_autoptr (GVariant) value = g_variant_take_ref (value_of (*field, (const char *const *) known, full));
			g_variant_builder_add (&fields, "{sv}", *field, value);
		}
	g_autoptr (GBytes) all = bundled_fields (g_variant_builder_end (&fields));
	rn_stationery_render (stationery, all, FALSE, &rendered, &error);
	rn_assert_no_error (error);
	return rendered;
}

START_TEST (template_uses_only_the_fields_it_gets)
{
	const struct rn_template_fields *row = &rn_template_fields[_i];
	g_auto (GStrv) known = rn_template_fields_known (row->name);

	for (const char *const *language = languages; *language != NULL; language++) {
		g_autoptr (rn_stationery) stationery = compile_row (row, *language);
		g_autoptr (GError) error = NULL;
		rn_stationery_check (stationery, (const char *const *) known, &error);
		rn_assert_no_error (error);
	}
}
END_TEST

/* With everything and with as little as can be. */
START_TEST (template_renders)
{
	const struct rn_template_fields *row = &rn_template_fields[_i];

	for (const char *const *language = languages; *language != NULL; language++)
		for (int full = 0; full <= 1; full++) {
			struct rn_rendered rendered = render_row (row, *language, full);
			g_auto (GStrv) lines = g_strsplit (rendered.text, "\n", -1);
			for (char **line = lines; *line != NULL; line++)
				ck_assert_msg (g_utf8_strlen (*line, -1) <= 78, "%s/%s: %s", *language, row->name, *line);
			ck_assert_msg (*rendered.subject != '\0', "%s/%s", *language, row->name);
			ck_assert_msg (strstr (rendered.text, "{{") == NULL, "%s/%s:\n%s", *language, row->name, rendered.text);
			ck_assert_msg (strstr (rendered.html, "{{") == NULL, "%s/%s", *language, row->name);
			ck_assert_msg (strstr (rendered.text, "\n\n\n") == NULL, "%s/%s: a gap", *language, row->name);
			ck_assert_msg (strstr (rendered.text, "\n-- \n") != NULL, "%s/%s: no footer", *language, row->name);
			g_autofree char *root = g_strdup_printf ("<html lang=\"%s\">", *language);
			ck_assert_msg (strstr (rendered.html, root) != NULL, "%s/%s", *language, row->name);
			rn_rendered_clear (&rendered);
		}
}
END_TEST

/* The words themselves stand in tasks.ini. */
#define THEIR_WORDS { "Reply with one of these words", "alone in the first line" }, { "mit einem dieser Wörter", "allein in der ersten Zeile" }

/* How our mails ask: the words to answer with, in capitals, in the mail's language. */
static const struct {
	const char *name, *english[2], *german[2];
} questions[] = {
	{ "offer", { "YES", "NO" }, { "JA", "NEIN" } },
	{ "offer-reminder", { "YES", "NO" }, { "JA", "NEIN" } },
	{ "did-you-meet", { "YES", "NO" }, { "JA", "NEIN" } },
	{ "not-understood", { "YES", "NO" }, { "JA", "NEIN" } },
	{ "please-confirm", { "YES", "NO" }, { "JA", "NEIN" } },
	{ "answer-in-words", { "YES", "NO" }, { "JA", "NEIN" } },
	{ "open-topics", { "Reply with the numbers", "1. " }, { "mit den Nummern", "1. " } },
	{ "pairing-needs-you", THEIR_WORDS },
	{ "person-unreachable", THEIR_WORDS },
	{ "program-failed", THEIR_WORDS },
	{ "mail-held", THEIR_WORDS },
	{ "help-wanted", THEIR_WORDS },
	{ "fallback-task", THEIR_WORDS },
	{ "task-reminder", THEIR_WORDS },
	{ "task-escalated", THEIR_WORDS },
	{ "task-words", THEIR_WORDS },
	{ "people-missing", THEIR_WORDS },
	{ "feedback", { "(1 = not at all, 5 = very much)", "(yes or no)" }, { "(1 = gar nicht, 5 = sehr)", "(ja oder nein)" } },
	{ "ask-topics", { "1. ", "(in your own words)" }, { "1. ", "(in Ihren eigenen Worten)" } },
};

START_TEST (question_names_its_answers)
{
	for (const char *const *language = languages; *language != NULL; language++) {
		const char *const *words = g_str_equal (*language, "de") ? questions[_i].german : questions[_i].english;
		struct rn_rendered rendered = render_row (rn_template_fields_find (questions[_i].name), *language, TRUE);
		for (int i = 0; i < 2; i++)
			ck_assert_msg (strstr (rendered.text, words[i]) != NULL, "%s/%s: %s", *language, questions[_i].name,
			               words[i]);
		rn_rendered_clear (&rendered);
	}
}
END_TEST

/* Who left can not be resumed: no sentence asks for a word that is not there. */
START_TEST (words_that_do_nothing_are_not_asked_for)
{
	static const char *const asking[] = { "reply .", "antworten Sie ." };

	for (const char *const *language = languages; *language != NULL; language++) {
		struct rn_rendered rendered = render_row (rn_template_fields_find ("person-unreachable"), *language, FALSE);
		g_auto (GStrv) words = g_strsplit_set (rendered.text, " \n", -1);
		g_autofree char *text = g_strjoinv (" ", words);
		for (gsize i = 0; i < G_N_ELEMENTS (asking); i++)
			ck_assert_msg (strstr (text, asking[i]) == NULL, "%s: %s", *language, text);
		rn_rendered_clear (&rendered);
	}
}
END_TEST

/* F17: whoever was refused cannot read it from the words. */
START_TEST (refusal_stays_sealed)
{
	static const char *const telling[] = { "declin", "refus", "said no", "did not want", "abgelehnt", "abgesagt hat",
	                                       "wollte nicht", NULL };

	for (const char *const *language = languages; *language != NULL; language++) {
		struct rn_rendered rendered = render_row (rn_template_fields_find ("not-this-time"), *language, TRUE);
		for (const char *const *word = telling; *word != NULL; word++)
			ck_assert_msg (strstr (rendered.text, *word) == NULL, "%s: %s", *language, *word);
		rn_rendered_clear (&rendered);
	}
}
END_TEST

START_TEST (privacy_notice_stands_in_the_first_mail_only)
{
	static const char *const notice[] = { "Privacy", "Datenschutz" };

	for (int i = 0; languages[i] != NULL; i++) {
		struct rn_rendered first = render_row (rn_template_fields_find ("ask-topics"), languages[i], TRUE);
		struct rn_rendered later = render_row (rn_template_fields_find ("ask-topics"), languages[i], FALSE);
		ck_assert (strstr (first.text, notice[i]) != NULL && strstr (first.html, notice[i]) != NULL);
		ck_assert (strstr (later.text, notice[i]) == NULL && strstr (later.html, notice[i]) == NULL);
		ck_assert (strstr (later.text, "STOP") != NULL); /* the first one is as if to staff */
		ck_assert (strstr (first.text, "STOP") == NULL);
		rn_rendered_clear (&first);
		rn_rendered_clear (&later);
	}
}
END_TEST

START_TEST (form_is_worded_in_both_languages)
{
	static const char *const names[] = { "topics", "goals", "feedback", "renewal" };
	g_autofree char *xml = form_named (names[_i]);
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_form) form = rn_form_parse (xml, names[_i], &error);
	rn_assert_no_error (error);

	ck_assert_str_eq (form->name, names[_i]);
	for (guint i = 0; i < form->questions->len; i++) {
		const struct rn_question *question = form->questions->pdata[i];
		for (const char *const *language = languages; *language != NULL; language++)
			ck_assert_msg (g_hash_table_contains (question->wording, *language), "%s: %s", names[_i], question->name);
	}
}
END_TEST

/* The fields that effects give to a template that the policy names, in the order of rn_effects. */
START_TEST (own_template_may_use_the_fields_of_its_effect)
{
	static const char *const fields[] = {
		"topics.title", "topic", "other_name", "reasons.reason", "is_mentor", "other_unit", "deadline", "when", "number",
		"other_address", "summary", "accepted", "declined", "what", "details", "meetings",
	};
	g_auto (GStrv) known = rn_template_fields_known ("glad-to-come");

	for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
		ck_assert_msg (g_strv_contains ((const char *const *) known, fields[i]), "%s", fields[i]);
}
END_TEST

/* A file that no row names would never be checked. */
START_TEST (every_file_has_its_row)
{
	for (const char *const *language = languages; *language != NULL; language++) {
		g_autofree char *folder = source_path ("reverse-mentoring", *language, NULL);
		g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
		ck_assert_ptr_nonnull (dir);
		for (const char *file = g_dir_read_name (dir); file != NULL; file = g_dir_read_name (dir)) {
			g_autofree char *name = g_strndup (file, strlen (file) - strlen (".md"));
			ck_assert_msg (g_str_equal (file, "tasks.ini") || rn_template_fields_find (name) != NULL, "%s/%s", *language, file);
		}
	}
}
END_TEST

static Suite *
suite (void)
{
	Suite *templates = suite_create ("templates");
	TCase *tests = tcase_create ("templates");
	int rows = 0;

	while (rn_template_fields[rows].name != NULL)
		rows++;
	tcase_add_loop_test (tests, template_uses_only_the_fields_it_gets, 0, rows);
	tcase_add_loop_test (tests, template_renders, 0, rows);
	tcase_add_loop_test (tests, question_names_its_answers, 0, G_N_ELEMENTS (questions));
	tcase_add_test (tests, words_that_do_nothing_are_not_asked_for);
	tcase_add_test (tests, refusal_stays_sealed);
	tcase_add_test (tests, privacy_notice_stands_in_the_first_mail_only);
	tcase_add_loop_test (tests, form_is_worded_in_both_languages, 0, 4);
	tcase_add_test (tests, own_template_may_use_the_fields_of_its_effect);
	tcase_add_test (tests, every_file_has_its_row);
	suite_add_tcase (templates, tests);
	return templates;
}

RN_UNIT_MAIN (suite ())

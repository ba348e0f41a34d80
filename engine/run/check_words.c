#include "check_parts.h"

#include <string.h>

#include "check_phrases.h"
#include "shipped.h"
#include "stationery.h"
#include "template_fields.h"
#include "words.h"

/* The stem of a file with that ending, or NULL. */
static char *
stem_of (const char *file, const char *ending)
{
	return g_str_has_suffix (file, ending) ? g_strndup (file, strlen (file) - strlen (ending)) : NULL;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in a folder, in order. */
static GPtrArray *
files_in (const char *path)
{
	GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
		g_ptr_array_add (names, g_strdup (name));
	g_ptr_array_sort (names, by_name);
	return names;
}

/* The form that a template carries: the one that its row names, or the one of its name. */
static const char *
form_of (struct check *check, const char *program, const char *template)
{
	const struct rn_template_fields *row = rn_template_fields_find (template);

	if (row != NULL && row->form != NULL && *row->form != '\0')
		return row->form;
	if (rn_library_has_form (check->library, program, template))
		return template;
	return row != NULL && row->form != NULL ? "feedback" : NULL; /* carries whichever was asked */
}

static void
check_template (struct check *check, const char *program, const char *language, const char *template)
{
	const char *hash;
	GVariant *source;
	g_autoptr (GError) error = NULL;
	struct rn_stationery_source texts;
	g_auto (GStrv) known = rn_template_fields_known (template);
	g_autofree char *path = g_strdup_printf ("%s/%s/%s.md", program, language, template);

	if (rn_library_template (check->library, program, language, template, form_of (check, program, template), &hash, &source, &error)) {
		g_variant_get (source, "(&s&s&s&s&s)", &texts.name, &texts.markdown, &texts.shell, &texts.form, &texts.language);
		g_autoptr (rn_stationery) stationery = rn_stationery_new (&texts, &error);
		if (!g_str_equal (texts.name, path))
			rn_check_tell (check->problems, "templates/%s: this is not UTF-8, or cannot be read; %s is mailed in its place", path,
			               texts.name);
		else if (stationery != NULL)
			rn_stationery_check (stationery, (const char *const *) known, &error);
	}
	if (error != NULL)
		rn_check_tell (check->problems, "templates/%s", error->message);
}

static void
check_forms (struct check *check, const char *program)
{
	g_autofree char *path = g_build_filename (check->config->templates_dir, program, "forms", NULL);
	g_autoptr (GPtrArray) files = files_in (path);

	for (guint i = 0; i < files->len; i++) {
		g_autofree char *name = stem_of (g_ptr_array_index (files, i), ".xml");
		g_autoptr (GError) error = NULL;
		if (name != NULL && rn_library_form (check->library, program, name, &error) == NULL)
			rn_check_tell (check->problems, "templates/%s", error->message);
	}
	if (files->len > 0)
		rn_check_tell (check->fine, "program “%s”: %u forms", program, files->len);
}

/* Mails that the engine sends must be there. */
static void
check_missing (struct check *check, const char *program)
{
	for (const struct rn_template_fields *row = rn_template_fields; row->name != NULL; row++)
		if (!rn_library_has_template (check->library, program, row->name))
			rn_check_tell (check->problems, "%s/%s/en/%s.md: this template is missing", check->config->templates_dir, program,
			               row->name);
}

/* Comments are passed by, and a text that is only the beginning of a name. */
#define BESIDE_COMMENTS "(?:--\\[\\[.*?\\]\\]|--[^\n]*)(*SKIP)(*FAIL)|"
#define NAME "([^\"]*)\"(?!\\s*\\.\\.)"

/* What a script names in so many words; the mail that carries an asked form has the form's name. */
static const struct {
	const char *pattern;
	gboolean is_form, is_either;
} mentions[] = {
	{ BESIDE_COMMENTS "\\btemplate\\s*=\\s*\"" NAME, FALSE, FALSE },
	{ BESIDE_COMMENTS "\\bform\\s*=\\s*\"" NAME, TRUE, FALSE },
	{ BESIDE_COMMENTS "\\bask\\s*\\{[^}]*\\bform\\s*=\\s*\"" NAME, FALSE, FALSE },
	{ BESIDE_COMMENTS "\"answer:" NAME, FALSE, TRUE },
};

static guint
line_at (const char *text, gint place)
{
	guint line = 1;
	for (gint i = 0; i < place; i++)
		line += text[i] == '\n';
	return line;
}

static char *
near_to (struct check *check, const char *program, gboolean is_form, const char *name)
{
	g_autofree char *folder = g_build_filename (check->config->templates_dir, program, is_form ? "forms" : "en", NULL);
	g_autoptr (GPtrArray) files = files_in (folder);

	g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < files->len; i++) {
		char *stem = stem_of (files->pdata[i], is_form ? ".xml" : ".md");
		if (stem != NULL)
			g_ptr_array_add (names, stem);
	}
	g_ptr_array_add (names, NULL);
	return rn_did_you_mean (name, (const char *const *) names->pdata);
}

static void
check_mentions (struct check *check, const char *program, const char *file, const char *text)
{
	for (gsize i = 0; i < G_N_ELEMENTS (mentions); i++) {
		gboolean is_form = mentions[i].is_form;
		g_autoptr (GRegex) regex = g_regex_new (mentions[i].pattern, G_REGEX_DOTALL, 0, NULL);
		g_autoptr (GMatchInfo) match = NULL;
		for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL)) {
			g_autofree char *name = g_match_info_fetch (match, 1);
			gint place = 0;
			if (((is_form || mentions[i].is_either) && rn_library_has_form (check->library, program, name)) ||
			    (!is_form && rn_library_has_template (check->library, program, name)))
				continue;
			g_autofree char *meant = near_to (check, program, is_form, name);
			g_match_info_fetch_pos (match, 1, &place, NULL);
			rn_check_tell (check->problems, "%s:%u: there is no %s “%s”, which would be %s/%s/%s/%s.%s%s", file,
			               line_at (text, place), is_form ? "form" : "template", name, check->config->templates_dir, program,
			               is_form ? "forms" : "en", name, is_form ? "xml" : "md", meant);
		}
	}
}

/* Causes of tasks, too, are missed only when one is due. */
static void
check_causes (struct check *check, const char *program, const char *file, const char *text)
{
	g_autoptr (GRegex) regex = g_regex_new (BESIDE_COMMENTS "\\bcause\\s*=\\s*\"" NAME, G_REGEX_DOTALL, 0, NULL);
	g_autoptr (GMatchInfo) match = NULL;

	for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL)) {
		g_autofree char *name = g_match_info_fetch (match, 1);
		g_autofree char *phrase = rn_library_phrase (check->library, program, "en", "causes", name);
		gint place = 0;
		g_match_info_fetch_pos (match, 1, &place, NULL);
		if (phrase == NULL)
			rn_check_tell (check->problems, "%s:%u: there are no words for the cause “%s” in the group [causes] of %s/%s/en/tasks.ini",
			               file, line_at (text, place), name, check->config->templates_dir, program);
	}
}

static void
check_names (struct check *check, const char *program, const char *file, const char *text)
{
	check_mentions (check, program, file, text);
	check_causes (check, program, file, text);
}

/* Templates and forms that the program's scripts name: else they are missed when a mail is due. */
static void
check_named (struct check *check, const char *program)
{
	g_autofree char *folder = g_build_filename (check->config->scripts_dir, program, NULL);
	g_autoptr (GPtrArray) files = files_in (folder);

	for (guint i = 0; i < files->len; i++) {
		g_autofree char *path = g_build_filename (folder, files->pdata[i], NULL), *text = NULL;
		if (g_str_has_suffix (path, ".lua") && g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
		    g_file_get_contents (path, &text, NULL, NULL) && g_utf8_validate (text, -1, NULL))
			check_names (check, program, path, text);
	}
}

/* Whether all its mails may be Rotnem's, because it is Rotnem's program. A folder that is not there is a slip. */
static gboolean
is_lent (struct check *check, const char *program)
{
	g_autofree char *shipped = rn_shipped_dir ("templates"), *folder = g_build_filename (shipped, program, NULL);

	return g_file_test (check->config->templates_dir, G_FILE_TEST_IS_DIR) && g_file_test (folder, G_FILE_TEST_IS_DIR);
}

static void
check_phrases (struct check *check, const char *program, const char *language, const char *folder)
{
	g_autofree char *path = g_build_filename (folder, "tasks.ini", NULL);
	g_autofree char *shown = g_strdup_printf ("templates/%s/%s/tasks.ini", program, language);

	rn_check_phrases (path, shown, check->problems);
}

static gboolean
check_templates (struct check *check, const char *program)
{
	g_autofree char *root = g_build_filename (check->config->templates_dir, program, NULL);
	g_autoptr (GPtrArray) languages = files_in (root);
	guint n = 0;

	for (guint i = 0; i < languages->len; i++) {
		const char *language = g_ptr_array_index (languages, i);
		g_autofree char *folder = g_build_filename (root, language, NULL);
		g_autoptr (GPtrArray) files = files_in (folder);
		check_phrases (check, program, language, folder);
		for (guint j = 0; j < files->len; j++) {
			g_autofree char *name = stem_of (g_ptr_array_index (files, j), ".md");
			if (name == NULL)
				continue;
			check_template (check, program, language, name);
			n++;
		}
	}
	gboolean has = n > 0 || is_lent (check, program);
	if (n > 0)
		rn_check_tell (check->fine, "program “%s”: %u templates", program, n);
	else if (has)
		rn_check_tell (check->fine, "program “%s”: the templates of Rotnem", program);
	else
		rn_check_tell (check->problems, "%s: there are no templates for program “%s”", check->config->templates_dir,
		               program);
	return has;
}

void
rn_check_words (struct check *check, const char *program)
{
	if (!check_templates (check, program))
		return;
	check_missing (check, program);
	check_forms (check, program);
	check_named (check, program);
}

#include "check.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "frames.h"
#include "library.h"
#include "people.h"
#include "policy_client.h"
#include "provider.h"
#include "shipped.h"
#include "stationery.h"
#include "template_fields.h"
#include "words.h"

#define RN_CHECK_SECONDS 60 /* a server that has not answered by then is of no use */

struct check {
	const rn_config *config;
	rn_library *library;
	GPtrArray *problems, *fine;
};

static void
tell (GPtrArray *list, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
tell (GPtrArray *list, const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	g_ptr_array_add (list, g_strdup_vprintf (format, arguments));
	va_end (arguments);
}

/* ---- Scripts ------------------------------------------------------------------------ */

static void
check_script (struct check *check, const rn_program_config *program)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_policy) policy = rn_policy_new (program, check->config->scripts_dir, &error);

	if (policy == NULL || !rn_policy_loaded (policy, &error))
		tell (check->problems, "%s: %s", program->place, error->message);
	else
		tell (check->fine, "program “%s”: %s loads", program->name, policy->script);
}

/* ---- Templates and forms --------------------------------------------------------------- */

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
			tell (check->problems, "templates/%s: this is not UTF-8, or cannot be read; %s is mailed in its place", path, texts.name);
		else if (stationery != NULL)
			rn_stationery_check (stationery, (const char *const *) known, &error);
	}
	if (error != NULL)
		tell (check->problems, "templates/%s", error->message);
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
			tell (check->problems, "templates/%s", error->message);
	}
	if (files->len > 0)
		tell (check->fine, "program “%s”: %u forms", program, files->len);
}

/* Mails that the engine sends must be there. */
static void
check_missing (struct check *check, const char *program)
{
	for (const struct rn_template_fields *row = rn_template_fields; row->name != NULL; row++)
		if (!rn_library_has_template (check->library, program, row->name))
			tell (check->problems, "%s/%s/en/%s.md: this template is missing", check->config->templates_dir, program, row->name);
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
			tell (check->problems, "%s:%u: there is no %s “%s”, which would be %s/%s/%s/%s.%s%s", file, line_at (text, place),
			      is_form ? "form" : "template", name, check->config->templates_dir, program, is_form ? "forms" : "en", name,
			      is_form ? "xml" : "md", meant);
		}
	}
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
			check_mentions (check, program, path, text);
	}
}

/* Whether all its mails may be Rotnem's, because it is Rotnem's program. A folder that is not there is a slip. */
static gboolean
is_lent (struct check *check, const char *program)
{
	g_autofree char *shipped = rn_shipped_dir ("templates"), *folder = g_build_filename (shipped, program, NULL);

	return g_file_test (check->config->templates_dir, G_FILE_TEST_IS_DIR) && g_file_test (folder, G_FILE_TEST_IS_DIR);
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
		tell (check->fine, "program “%s”: %u templates", program, n);
	else if (has)
		tell (check->fine, "program “%s”: the templates of Rotnem", program);
	else
		tell (check->problems, "%s: there are no templates for program “%s”", check->config->templates_dir, program);
	return has;
}

/* ---- Providers --------------------------------------------------------------------------- */

/* What is put to a provider, and the frame that ends its trial. */
struct question {
	guint32 asks, answer;
	const char *fine;
};

static const struct question opening = { 0, RN_FRAME_OPENED, "takes its settings" };
static const struct question listing = { RN_FRAME_LIST, RN_FRAME_LISTED, NULL };
static const struct question probing = { RN_FRAME_PROBE, RN_FRAME_PROBED, "answers" };

struct trial {
	struct check *check;
	GMainLoop *loop;
	const struct question *question;
	guint people;
	GHashTable *roles; /* role -> number of people */
	char *problem;
};

/* Who has no role of the program's is never asked: a slip in that column shows here. */
static void
count_person (struct trial *trial, GVariant *body)
{
	g_autoptr (rn_person) person = rn_person_of_frame (body, NULL);

	trial->people++;
	if (person == NULL)
		return;
	guint n = GPOINTER_TO_UINT (g_hash_table_lookup (trial->roles, person->role));
	g_hash_table_insert (trial->roles, g_strdup (person->role), GUINT_TO_POINTER (n + 1));
}

/* "1 leader, 4 mentor, 2 without a role" */
static char *
roles_text (const struct trial *trial)
{
	g_autoptr (GList) roles = g_list_sort (g_hash_table_get_keys (trial->roles), (GCompareFunc) strcmp);
	GString *text = g_string_new (NULL);

	for (GList *role = g_list_last (roles); role != NULL; role = role->prev) {
		const char *name = *(const char *) role->data != '\0' ? role->data : "without a role";
		g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "",
		                        GPOINTER_TO_UINT (g_hash_table_lookup (trial->roles, role->data)), name);
	}
	return g_string_free (text, FALSE);
}

static void
on_frame (rn_provider_client *provider, guint32 kind, GVariant *body, gpointer data)
{
	struct trial *trial = data;
	const char *word = "ok", *message = "";

	if (kind == RN_FRAME_PERSON) {
		count_person (trial, body);
		return;
	}
	if (kind == RN_FRAME_LOG) {
		g_variant_get_child (body, 1, "&s", &message);
		tell (trial->check->fine, "%s", message);
		return;
	}
	if (kind == RN_FRAME_BAD_ROW) {
		const char *file, *why;
		guint32 line, column;
		g_variant_get (body, "(&suu&s)", &file, &line, &column, &why);
		tell (trial->check->problems, "%s:%u:%u: %s", file, line, column, why);
		return;
	}
	if (kind == 0)
		message = provider->trouble != NULL ? provider->trouble : "its process died", word = "bug";
	else if (kind == RN_FRAME_OPENED || kind == trial->question->answer)
		g_variant_get_child (body, 0, "&s", &word), g_variant_get_child (body, 1, "&s", &message);
	if (!g_str_equal (word, "ok") && trial->problem == NULL)
		trial->problem = g_strdup (message);
	if (kind == 0 || kind == trial->question->answer || trial->problem != NULL)
		g_main_loop_quit (trial->loop);
}

static void
on_ready (G_GNUC_UNUSED gpointer data)
{
}

static gboolean
on_timeout (gpointer data)
{
	struct trial *trial = data;
	trial->problem = g_strdup ("no answer within a minute");
	g_main_loop_quit (trial->loop);
	return G_SOURCE_CONTINUE;
}

static void
conclude (struct trial *trial, const rn_provider_config *config)
{
	if (trial->problem != NULL && *trial->problem != '\0')
		tell (trial->check->problems, "%s: %s “%s”: %s", config->place, config->provider, config->title, trial->problem);
	else if (trial->question == &listing) {
		g_autofree char *roles = roles_text (trial);
		tell (trial->check->fine, "%s “%s”: %u people (%s)", config->provider, config->title, trial->people, roles);
	} else
		tell (trial->check->fine, "%s “%s”: %s", config->provider, config->title, trial->question->fine);
}

static void
check_provider (struct check *check, const rn_provider_config *config, const struct question *question)
{
	g_autoptr (GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	struct trial trial = { .check = check, .loop = g_main_loop_new (NULL, FALSE), .question = question, .roles = roles };
	rn_provider_client *provider = rn_provider_client_new (config, on_frame, on_ready, &trial);
	guint timeout = g_timeout_add_seconds (RN_CHECK_SECONDS, on_timeout, &trial);

	if (rn_provider_up (provider, 0, 0, check->config->poll_seconds)) {
		if (question->asks != 0)
			rn_provider_put (provider, question->asks, g_variant_new_int64 (g_get_real_time () / G_USEC_PER_SEC));
		rn_provider_push (provider);
		g_main_loop_run (trial.loop);
	} else {
		trial.problem = g_strdup (provider->trouble);
	}
	conclude (&trial, config);
	g_source_remove (timeout);
	rn_provider_client_free (provider);
	g_main_loop_unref (trial.loop);
	g_free (trial.problem);
}

/* A directory is the operator's own table, so it is read offline too. */
static void
check_providers (struct check *check, gboolean online)
{
	for (guint i = 0; i < check->config->providers->len; i++) {
		const rn_provider_config *config = g_ptr_array_index (check->config->providers, i);
		if (!config->together)
			check_provider (check, config, config->provides == RN_DIRECTORY ? &listing : online ? &probing : &opening);
	}
}

/* A folder that is not there yet is made, if that may be done where the nearest above it is. */
static void
check_state (struct check *check)
{
	g_autofree char *path = g_strdup (check->config->state_dir), *db = g_build_filename (path, "rotnem.db", NULL);

	while (g_access (path, F_OK) != 0 && errno == ENOENT) {
		char *above = g_path_get_dirname (path);
		g_free (path);
		path = above;
	}
	gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
	if (!is_folder || g_access (path, R_OK | W_OK | X_OK) != 0)
		tell (check->problems, "%s: the state folder %s cannot be used: %s: %s", check->config->path, check->config->state_dir, path,
		      g_strerror (is_folder ? errno : ENOTDIR));
	else if (g_access (db, R_OK | W_OK) != 0 && errno != ENOENT)
		tell (check->problems, "%s: %s", db, g_strerror (errno));
}

void
rn_check (const rn_config *config, gboolean online, GPtrArray *problems, GPtrArray *fine)
{
	g_autoptr (rn_library) library = rn_library_new (config->templates_dir);
	struct check check = { config, library, problems, fine };

	for (guint i = 0; i < config->notes->len; i++)
		tell (fine, "%s", (const char *) g_ptr_array_index (config->notes, i));
	check_state (&check);
	for (guint i = 0; i < config->programs->len; i++) {
		const rn_program_config *program = g_ptr_array_index (config->programs, i);
		check_script (&check, program);
		if (!check_templates (&check, program->name))
			continue;
		check_missing (&check, program->name);
		check_forms (&check, program->name);
		check_named (&check, program->name);
	}
	check_providers (&check, online);
}

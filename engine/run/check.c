#include "check.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "check_parts.h"
#include "error.h"
#include "frames.h"
#include "people.h"
#include "policy_client.h"
#include "provider.h"

#define RN_CHECK_SECONDS 60 /* a server that has not answered by then is of no use */

void
rn_check_tell (GPtrArray *list, const char *format, ...)
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
		rn_check_tell (check->problems, "%s: %s", program->place, error->message);
	else
		rn_check_tell (check->fine, "program “%s”: %s loads", program->name, policy->script);
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
		rn_check_tell (trial->check->fine, "%s", message);
		return;
	}
	if (kind == RN_FRAME_BAD_ROW) {
		const char *file, *why;
		guint32 line, column;
		g_variant_get (body, "(&suu&s)", &file, &line, &column, &why);
		rn_check_tell (trial->check->problems, "%s:%u:%u: %s", file, line, column, why);
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
		rn_check_tell (trial->check->problems, "%s: %s “%s”: %s", config->place, config->provider, config->title, trial->problem);
	else if (trial->question == &listing) {
		g_autofree char *roles = roles_text (trial);
		rn_check_tell (trial->check->fine, "%s “%s”: %u people (%s)", config->provider, config->title, trial->people, roles);
	} else
		rn_check_tell (trial->check->fine, "%s “%s”: %s", config->provider, config->title, trial->question->fine);
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
		rn_check_tell (check->problems, "%s: the state folder %s cannot be used: %s: %s", check->config->path,
		               check->config->state_dir, path, g_strerror (is_folder ? errno : ENOTDIR));
	else if (g_access (db, R_OK | W_OK) != 0 && errno != ENOENT)
		rn_check_tell (check->problems, "%s: %s", db, g_strerror (errno));
}

void
rn_check (const rn_config *config, gboolean online, GPtrArray *problems, GPtrArray *fine)
{
	g_autoptr (rn_library) library = rn_library_new (config->templates_dir);
	struct check check = { config, library, problems, fine };

	for (guint i = 0; i < config->notes->len; i++)
		rn_check_tell (fine, "%s", (const char *) g_ptr_array_index (config->notes, i));
	check_state (&check);
	for (guint i = 0; i < config->programs->len; i++) {
		const rn_program_config *program = g_ptr_array_index (config->programs, i);
		check_script (&check, program);
		rn_check_words (&check, program->name);
	}
	check_providers (&check, online);
}

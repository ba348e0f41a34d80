/* rotnem check: everything that would fail later, found now. */
#include "check.h"

#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "control.h"
#include "db.h"
#include "owner.h"

static void
print_stranded (GVariant *line, gpointer data)
{
	const char *transport = "", *program = "";
	gint64 mails = 0;

	g_variant_lookup (line, "transport", "&s", &transport);
	g_variant_lookup (line, "program", "&s", &program);
	g_variant_lookup (line, "mails", "x", &mails);
	const rn_program_config *home = rn_config_program (data, program);
	printf ("%" G_GINT64_FORMAT " mails of “%s” wait for the transport “%s”, which is not configured", mails, program, transport);
	if (home != NULL)
		printf ("; from the next start on they leave by “%s”.\n", home->transport);
	else
		printf (", nor is their program.\n");
}

/* Mail of a block that was renamed, where there is a state to ask. An old state is left as it
 * is: who checks with a new Rotnem may stay with the old one. */
static gboolean
tell_stranded (rn_config *config, GError **error)
{
	g_autofree char *path = g_build_filename (config->state_dir, "rotnem.db", NULL);
	g_autoptr (GPtrArray) titles = rn_config_titles (config, RN_TRANSPORT);
	gint64 version = 0, ours = 0;

	if (!g_file_test (path, G_FILE_TEST_EXISTS))
		return TRUE;
	if (!rn_db_version (path, &version, &ours, error))
		return FALSE;
	if (version < ours) {
		printf ("%s: the next start brings it from version %d to %d.\n", path, (int) version, (int) ours);
		return TRUE;
	}
	GVariant *arguments = g_variant_new_parsed ("{'transports': <%^as>}", titles->pdata);
	return rn_control_ask (config, "stranded", arguments, print_stranded, config, error);
}

/* The configuration as the engine's own user reads it: root may read everything. NULL when there were
 * problems. */
static rn_config *
load (const char *path, gboolean online)
{
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);
	g_autoptr (GError) error = NULL;
	g_autofree char *who = NULL;

	if (config == NULL)
		return NULL;
	if (!rn_become_owner (config->state_dir, &who, &error)) {
		fprintf (stderr, "%s\n", error->message);
		return NULL;
	}
	if (who != NULL)
		printf ("Looking as %s, to whom %s belongs.\n", who, config->state_dir);
	return rn_load_config (path, online ? RN_SECRETS_READ : RN_SECRETS_CHECKED);
}

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL;
	gboolean online = FALSE;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "online", 0, 0, G_OPTION_ARG_NONE, &online, "Try the servers of mail and calendars as well", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GPtrArray) fine = g_ptr_array_new_with_free_func (g_free);

	if (!rn_options (&argc, &argv, "", rn_command_check.summary, entries, &error))
		return rn_usage_error ("check", error);
	g_autoptr (rn_config) config = load (path, online);
	if (config == NULL)
		return EX_CONFIG;
	rn_check (config, online, problems, fine);
	for (guint i = 0; i < fine->len; i++)
		printf ("%s\n", (const char *) g_ptr_array_index (fine, i));
	if (!tell_stranded (config, &error))
		g_ptr_array_add (problems, g_strdup (error->message));
	for (guint i = 0; i < problems->len; i++)
		fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (problems, i));
	if (*config->redirect_all_to != '\0')
		printf ("All mail goes to %s, none to people: redirect_all_to is set.\n", config->redirect_all_to);
	return problems->len > 0 ? EX_CONFIG : EX_OK;
}

const struct rn_command rn_command_check = {
	.name = "check", .arguments = "-c FILE [--online]",
	.summary = "Look for what would fail later: configuration, scripts, templates, forms, servers.", .run = run,
};

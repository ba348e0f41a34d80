/* rotnem check: everything that would fail later, found now. */
#include "check.h"

#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "exit_status.h"

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
	g_autoptr (rn_config) config = rn_load_config (path);
	if (config == NULL)
		return EX_CONFIG;
	rn_check (config, online, problems, fine);
	for (guint i = 0; i < fine->len; i++)
		printf ("%s\n", (const char *) g_ptr_array_index (fine, i));
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

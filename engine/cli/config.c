/* rotnem config: the configuration as Rotnem understands it. */
#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"

static int
show (const char *path, gboolean given_only)
{
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);

	if (config == NULL)
		return EX_CONFIG;
	g_autofree char *text = given_only ? rn_config_show_given (config) : rn_config_show (config);
	fputs (text, stdout);
	return EX_OK;
}

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL;
	gboolean given_only = FALSE;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "given", 'n', 0, G_OPTION_ARG_NONE, &given_only, "Only what stands in the files, without defaults", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "", rn_command_config.summary, entries, &error))
		return rn_usage_error ("config", error);
	return show (path, given_only);
}

const struct rn_command rn_command_config = {
	.name = "config", .arguments = "[-n] [-c FILE]", .summary = "Show the configuration in force, secrets hidden.", .run = run,
};

/* rotnem config: the configuration as Rotnem understands it. */
#include <stdio.h>
#include <sysexits.h>

#include "command.h"
#include "exit_status.h"

static int
show (const char *path, gboolean given_only)
{
	g_autoptr (rn_config) config = rn_load_config (path);

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
		{ NULL, 0, 0, 0, NULL, NULL, NULL }
	};
	g_autoptr (GOptionContext) context = g_option_context_new ("- show the configuration in force, secrets hidden");
	g_autoptr (GError) error = NULL;

	g_option_context_add_main_entries (context, entries, NULL);
	if (!g_option_context_parse (context, &argc, &argv, &error)) {
		fprintf (stderr, "rotnem config: %s\n", error->message);
		return EX_USAGE;
	}
	if (argc > 1) {
		fprintf (stderr, "rotnem config: “%s” is too much; a file is named by -c\n", argv[1]);
		return EX_USAGE;
	}
	return show (path, given_only);
}

const struct rn_command rn_command_config = { "config", "[-n] [-c FILE]", "Show the configuration in force.", run };

/* rotnem backup: a copy of the state folder, taken while the engine runs. */
#include <stdio.h>
#include <sys/stat.h>
#include <sysexits.h>

#include "backup.h"
#include "command.h"
#include "command_line.h"

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL;
	gboolean no_key = FALSE;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "no-key", 0, 0, G_OPTION_ARG_NONE, &no_key, "Leave the key out, which is kept elsewhere", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "DIR", rn_command_backup.summary, entries, &error))
		return rn_usage_error ("backup", error);
	if (argc != 2) {
		fprintf (stderr, "rotnem backup: use it like this: rotnem backup %s\n", rn_command_backup.arguments);
		return EX_USAGE;
	}
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);
	if (config == NULL)
		return EX_CONFIG;
	g_autofree char *folder = g_canonicalize_filename (argv[1], NULL);
	umask (0077);
	if (!rn_backup (config->state_dir, folder, !no_key, g_get_real_time () / G_USEC_PER_SEC, &error))
		return rn_report_error ("backup", error);
	return EX_OK;
}

const struct rn_command rn_command_backup = {
	.name = "backup", .arguments = "-c FILE [--no-key] DIR", .summary = "Copy the state into a new folder, also while the engine runs.",
	.run = run,
};

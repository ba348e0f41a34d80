/* rotnem test: policies are played through without mail, people or waiting. */
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>

#include "command.h"
#include "rehearsal.h"

static char *
scripts_folder (const char *given)
{
	const char *source = g_getenv ("ROTNEM_SOURCE");
	if (given != NULL)
		return g_strdup (given);
	return g_build_filename (source != NULL ? source : ".", "scripts", NULL);
}

static int
play (const char *scripts, char **files)
{
	struct rn_rehearsal rehearsal = { 0 };

	for (; *files != NULL; files++)
		rn_rehearse (&rehearsal, scripts, *files);
	printf ("1..%u\n", rehearsal.stories);
	return rehearsal.failed == 0 ? EX_OK : EXIT_FAILURE;
}

static int
run (int argc, char **argv)
{
	g_autofree char *given = NULL;
	const GOptionEntry entries[] = {
		{ "scripts", 0, 0, G_OPTION_ARG_FILENAME, &given, "Folder of the programs and of the library rotnem/", "DIR" },
		{ NULL, 0, 0, 0, NULL, NULL, NULL }
	};
	g_autoptr (GOptionContext) context = g_option_context_new ("FILE… - play the stories of these Lua files");
	g_autoptr (GError) error = NULL;

	g_option_context_add_main_entries (context, entries, NULL);
	if (!g_option_context_parse (context, &argc, &argv, &error)) {
		fprintf (stderr, "rotnem test: %s\n", error->message);
		return EX_USAGE;
	}
	if (argc < 2) {
		fprintf (stderr, "rotnem test: which file? Stories of a program are Lua files, see doc/writing-a-policy.md.\n");
		return EX_USAGE;
	}
	g_autofree char *scripts = scripts_folder (given);
	return play (scripts, argv + 1);
}

const struct rn_command rn_command_test = { "test", "FILE…", "Play the stories of a policy's test files.", run };

/* rotnem test: policies are played through without mail, people or waiting. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "command.h"
#include "command_line.h"
#include "rehearsal.h"
#include "shipped.h"

static int
by_text (gconstpointer a, gconstpointer b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The stories that the tree brings along, beside its scripts; sorted. */
static GPtrArray *
own_stories (const char *scripts)
{
	GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
	g_autofree char *folder = g_build_filename (scripts, "..", "tests", "policy", NULL);
	g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

	for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
		if (g_str_has_suffix (name, ".lua"))
			g_ptr_array_add (files, g_build_filename (folder, name, NULL));
	g_ptr_array_sort (files, by_text);
	return files;
}

static int
play (const char *scripts, char **files, int n_files)
{
	struct rn_rehearsal rehearsal = { 0 };

	for (int i = 0; i < n_files; i++)
		rn_rehearse (&rehearsal, scripts, files[i]);
	printf ("1..%u\n", rehearsal.stories);
	return rehearsal.failed == 0 ? EX_OK : EXIT_FAILURE;
}

static int
play_own (const char *scripts)
{
	g_autoptr (GPtrArray) files = own_stories (scripts);

	if (files->len > 0)
		return play (scripts, (char **) files->pdata, (int) files->len);
	fprintf (stderr, "rotnem test: which file? There are no stories in the folder tests/policy beside %s.\n", scripts);
	return EX_USAGE;
}

static int
run (int argc, char **argv)
{
	g_autofree char *scripts = NULL;
	const GOptionEntry entries[] = {
		{ "scripts", 0, 0, G_OPTION_ARG_FILENAME, &scripts, "Folder of the programs, unless those of Rotnem are meant", "DIR" },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, rn_command_test.arguments, rn_command_test.summary, entries, &error))
		return rn_usage_error ("test", error);
	g_autofree char *folder = scripts != NULL ? g_canonicalize_filename (scripts, NULL) : rn_shipped_dir ("scripts");
	return argc > 1 ? play (folder, argv + 1, argc - 1) : play_own (folder);
}

const struct rn_command rn_command_test = {
	.name = "test", .arguments = "[FILE…]", .summary = "Play the stories of policies.", .run = run,
};

/* rotnem: one binary. The first word picks a subcommand; --child= picks the part of a
 * child process, which the engine starts and people never do. */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "child.h"
#include "command.h"
#include "render_memory.h"
#include "words.h"

static const struct rn_command *const commands[] = {
	&rn_command_demo,
	&rn_command_check,
	&rn_command_run,
	&rn_command_once,
	&rn_command_status,
	&rn_command_why,
	&rn_command_people,
	&rn_command_pairings,
	&rn_command_meetings,
	&rn_command_polls,
	&rn_command_campaign,
	&rn_command_mails,
	&rn_command_held,
	&rn_command_tasks,
	&rn_command_export,
	&rn_command_forget,
	&rn_command_report,
	&rn_command_backup,
	&rn_command_release,
	&rn_command_config,
	&rn_command_explain,
	&rn_command_plugins,
	&rn_command_test,
	NULL
};

static int
usage (FILE *to)
{
	fprintf (to, "Usage: rotnem COMMAND [ARGUMENTS]\n\n");
	for (gsize i = 0; commands[i] != NULL; i++)
		fprintf (to, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
	fprintf (to, "\n“rotnem COMMAND --help” explains one of them; the manual is rotnem(1).\n");
	return to == stdout ? EX_OK : EX_USAGE;
}

static int
unknown (const char *word)
{
	const char *names[G_N_ELEMENTS (commands)] = { NULL };
	for (gsize i = 0; commands[i] != NULL; i++)
		names[i] = commands[i]->name;
	g_autofree char *hint = rn_did_you_mean (word, names);
	fprintf (stderr, "rotnem: there is no command “%s”%s\n", word, hint);
	return EX_USAGE;
}

/* A shell's 2>&- leaves its number to the next file that is opened, which would get our messages. */
static void
take_standard_files (void)
{
	int fd;

	while ((fd = open ("/dev/null", O_RDWR)) >= 0 && fd <= STDERR_FILENO)
		continue;
	close (fd);
}

int
main (int argc, char **argv)
{
	take_standard_files ();
	rn_render_memory ();
	if (argc < 2)
		return usage (stderr);
	if (g_str_has_prefix (argv[1], "--child="))
		return rn_child_main (argv[1] + strlen ("--child="));
	if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help"))
		return usage (stdout);
	if (g_str_equal (argv[1], "--version")) {
		printf ("rotnem %s\n", PACKAGE_VERSION);
		return EX_OK;
	}
	for (gsize i = 0; commands[i] != NULL; i++)
		if (g_str_equal (commands[i]->name, argv[1]))
			return commands[i]->run (argc - 1, argv + 1);
	return unknown (argv[1]);
}

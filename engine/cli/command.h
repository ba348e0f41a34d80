/* Subcommands of `rotnem`: one small file each, one constant each. */
#ifndef RN_CLI_COMMAND_H
#define RN_CLI_COMMAND_H

#include <glib.h>

struct rn_command {
	const char *name;
	const char *arguments; /* "[--json] FILE…" */
	const char *summary;   /* one sentence */

	/* argv[0] is the command's name. Gives an exit status of sysexits.h. Options are
	 * parsed by GOption. */
	int (*run) (int argc, char **argv);
};

extern const struct rn_command rn_command_config;
extern const struct rn_command rn_command_explain;
extern const struct rn_command rn_command_plugins;
extern const struct rn_command rn_command_test;

#endif

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

extern const struct rn_command rn_command_backup;
extern const struct rn_command rn_command_campaign;
extern const struct rn_command rn_command_check;
extern const struct rn_command rn_command_config;
extern const struct rn_command rn_command_demo;
extern const struct rn_command rn_command_explain;
extern const struct rn_command rn_command_export;
extern const struct rn_command rn_command_forget;
extern const struct rn_command rn_command_held;
extern const struct rn_command rn_command_mails;
extern const struct rn_command rn_command_meetings;
extern const struct rn_command rn_command_polls;
extern const struct rn_command rn_command_once;
extern const struct rn_command rn_command_pairings;
extern const struct rn_command rn_command_people;
extern const struct rn_command rn_command_plugins;
extern const struct rn_command rn_command_release;
extern const struct rn_command rn_command_report;
extern const struct rn_command rn_command_run;
extern const struct rn_command rn_command_status;
extern const struct rn_command rn_command_tasks;
extern const struct rn_command rn_command_test;
extern const struct rn_command rn_command_why;

#endif

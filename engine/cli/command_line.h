/* What every subcommand does alike: options, errors, exit status (sysexits.h). */
#ifndef RN_CLI_COMMAND_LINE_H
#define RN_CLI_COMMAND_LINE_H

#include <glib.h>

#include "site_config.h"

/* Parses options; what is left stays in argv. With `arguments` empty nothing may be left. */
gboolean rn_options (int *argc, char ***argv, const char *arguments, const char *summary, const GOptionEntry *entries,
                     GError **error);

/* Whether a word of the command line may be the name of something: it is text, and no longer than the longest name, a
 * Message-ID in a line of its own (RFC 5322, 2.1.1). If not, says so. */
gboolean rn_may_name (const char *command, const char *word);

/* Prints the error and gives its exit status: CONFIG 78, RETRY 75, DATA 65, REFUSED 77,
 * others 70. */
int rn_report_error (const char *command, const GError *error);
int rn_usage_error (const char *command, const GError *error);

/* Loads the configuration (NULL: /etc/rotnem/rotnem.conf), printing every problem; NULL
 * when there were any. */
rn_config *rn_load_config (const char *path, enum rn_secrets secrets);

/* With which status to end when that gave NULL: 75 when nothing but a secret's command failed, which may do better the
 * next time; else 78. */
int rn_config_status (const char *path);

/* Who is at the keyboard, as far as the computer knows. Free with g_free. */
char *rn_who (void);

#endif

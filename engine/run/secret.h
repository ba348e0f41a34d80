/* Secrets that do not stand in the configuration itself. */
#ifndef RN_RUN_SECRET_H
#define RN_RUN_SECRET_H

#include <glib.h>

#define RN_MAX_SECRET (64 * 1024)  /* a token of an identity provider has some KiB */
#define RN_SECRET_SECONDS 10       /* for a command to say it: some ask a server */

/* Each gives the secret without its last line end, or NULL and a CONFIG error, a sentence
 * that never holds the secret. */

/* A file that others than owner and group cannot read. */
char *rn_secret_from_file (const char *path, GError **error);

/* What a command prints. Words and quotes as in a shell, but no shell runs. */
char *rn_secret_from_command (const char *command, GError **error);

/* The same without running it: whether there is such a command. */
gboolean rn_secret_command_exists (const char *command, GError **error);

/* A credential that systemd hands to the service (systemd.exec(5), LoadCredential=). */
char *rn_secret_from_credential (const char *name, GError **error);

/* Whether that can be the name of one. */
gboolean rn_secret_is_credential (const char *name);

/* Whether systemd hands credentials to this process: outside of the service it does not. */
gboolean rn_secret_has_credentials (void);

#endif

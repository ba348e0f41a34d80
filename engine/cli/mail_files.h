/* The mails of a file, mbox, folder or stream, one after another. */
#ifndef RN_CLI_MAIL_FILES_H
#define RN_CLI_MAIL_FILES_H

#include <glib.h>

#define RN_MAX_STREAM (1024 * 1024 * 1024) /* of a pipe, which is kept in memory */

/* One mail. */
struct rn_found_mail {
	char *file;      /* name as shown, "-" for standard input */
	gint64 index;    /* place in an mbox, from 0 on */
	GBytes *bytes;   /* NULL when the file could not be read */
};
void rn_found_mail_clear (struct rn_found_mail *mail);

struct rn_mail_files;
typedef struct rn_mail_files rn_mail_files;

/* Walks through names in their order; a folder's files come in the order of their names,
 * subfolders included, a Maildir's (cur, new) without tmp. Files that start with "From "
 * are mboxes (RFC 4155). "-" is standard input. */
rn_mail_files *rn_mail_files_new (const char *const *names);
void rn_mail_files_free (rn_mail_files *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_mail_files, rn_mail_files_free)

/* The next mail, FALSE at the end. The caller clears it. */
gboolean rn_mail_files_next (rn_mail_files *files, struct rn_found_mail *mail);

#endif

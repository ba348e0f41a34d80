/* Showing on the server what became of a mail: flags, or another folder. */
#ifndef RN_IMAP_MARK_H
#define RN_IMAP_MARK_H

#include "session.h"

/* Whether a setting "handled" or "held" is one that rn_imap_mark understands. */
gboolean rn_imap_is_mark_style (const char *style);

/* As in struct rn_source_ops. Ranges of another UIDVALIDITY than the mailbox has now
 * name nothing any more and are passed over. */
gboolean rn_imap_mark (gpointer self, guint32 validity, const struct rn_uid_range *ranges, gsize n_ranges,
                       enum rn_mark mark, GError **error);

/* Tells of folders to move mails to that are not there, and leaves all as it is. FALSE with an error when the server
 * cannot be asked. */
gboolean rn_imap_probe_folders (struct rn_imap *imap, GError **error);

#endif

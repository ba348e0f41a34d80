/* Positions for the mails of a Maildir, which has none of its own: a small file
 * `.rotnem-uids` in it remembers which name got which number. It is appended to and
 * synced before a number is used, so numbers rise strictly and outlive crashes:
 *
 *	rotnem-uids 1 VALIDITY NEXT
 *	UID NAME
 *	…
 *
 * NAME is the part before ":", which stays when a mail moves or is flagged. NEXT was
 * the lowest free number when the file was last written whole. A last line without its end
 * was cut off by a crash and was never used. When the file is lost, a new one gets a new
 * VALIDITY. */
#ifndef RN_MAILDIR_UIDS_H
#define RN_MAILDIR_UIDS_H

#include "plugin.h"

struct maildir_uids;

/* Reads the file of this Maildir, or starts one with `validity`. Nothing is written yet:
 * whoever only looks must not write beside an engine at work. RETRY when it cannot be
 * read, DATA when it is no such file. */
struct maildir_uids *maildir_uids_open (const char *folder, guint32 validity, GError **error);
void maildir_uids_close (struct maildir_uids *uids);

guint32 maildir_uids_validity (const struct maildir_uids *uids);

/* The highest number given so far, 0 for none. */
guint64 maildir_uids_last (const struct maildir_uids *uids);

gboolean maildir_uids_has (const struct maildir_uids *uids, const char *name);

/* The first name whose number is at least `at_least`, and its number; NULL: none. */
const char *maildir_uids_from (const struct maildir_uids *uids, guint64 at_least, guint64 *uid);

/* Gives numbers to names that have none, in this order, and syncs. RETRY. */
gboolean maildir_uids_add (struct maildir_uids *uids, char *const *names, gsize n, GError **error);

/* Takes the number of a name away, which is never given again: the name may get another. RETRY. */
gboolean maildir_uids_forget (struct maildir_uids *uids, const char *name, GError **error);

/* Writes the whole file, where it was not written yet. Forgets names that are not among the
 * keys of `present` once they are so many that rewriting pays. RETRY. */
gboolean maildir_uids_trim (struct maildir_uids *uids, GHashTable *present, GError **error);

#endif

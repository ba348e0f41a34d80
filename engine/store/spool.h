/* The bytes of mails that came in, in files beside the database, NAME-mail-1 and so on. A file only grows: a mail
 * is written once and synced once, where a table would write it to the log first and to its page later. The
 * database says which bytes are whose; what it does not name is nobody's, and is erased by a sweep. So there is
 * nothing to be repaired: a transaction that did not come to its commit leaves bytes without a name.
 * One process at a time may put and sweep, as one may write to the database. */
#ifndef RN_STORE_SPOOL_H
#define RN_STORE_SPOOL_H

#include <glib.h>

typedef struct rn_spool rn_spool;

/* Where the bytes of a mail are. */
struct rn_place {
	gint64 file, start, size;
};

/* `name` is that of the database. Not `durable`: only the process is trusted, nothing is synced. Touches no file yet. */
rn_spool *rn_spool_new (const char *name, gboolean durable);
void rn_spool_free (rn_spool *spool); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_spool, rn_spool_free)

/* Adds bytes. RETRY when the disk does not take them. */
gboolean rn_spool_put (rn_spool *spool, GBytes *bytes, struct rn_place *place, GError **error);

/* What was put is on the disk. To be called before a commit that names it. */
gboolean rn_spool_sync (rn_spool *spool, GError **error);

/* Reads bytes. DATA when they are not there, whoever took them. */
GBytes *rn_spool_get (rn_spool *spool, const struct rn_place *place, GError **error);

/* Erases all but these, which are in the order of file and start, and gives the room back.
 * To be called when what named the others is gone for certain: behind a commit. */
gboolean rn_spool_sweep (rn_spool *spool, const struct rn_place *kept, gsize n, GError **error);

#endif

/* Whether what stands in this database may leave it. A backup, or any copy, of a store goes on from its past: mail
 * that it has as waiting may have left meanwhile, and all that became of it since is unknown. So it is on hold:
 * the engine looks at no mailbox and mails nobody, until a person releases it. */
#ifndef RN_STORE_HOLD_H
#define RN_STORE_HOLD_H

#include "db.h"

/* Why it is on hold, the end of a sentence that begins with “it”; NULL in *why when it is not. A backup carries
 * a mark; every other copy is known by its file, which is not the one that an engine ran on last. */
gboolean rn_hold_why (rn_db *db, char **why, GError **error);

/* An engine runs on it, and it is not on hold: later copies are known as such. */
gboolean rn_hold_settle (rn_db *db, GError **error);

/* Marks a copy as the backup of that time. */
gboolean rn_hold_mark (rn_db *db, rn_time at, GError **error);

/* Ends it. What could have left since the copy was made becomes uncertain: *n mails. `life`, a text that no other
 * copy gets, is kept: with it tokens and the ids of meetings are others than those of the days that are lost. */
gboolean rn_hold_end (rn_db *db, rn_time now, const char *life, gint64 *n, GError **error);

/* Of a folder that was moved, and from which nothing has left elsewhere: it goes on as if nothing had been. */
gboolean rn_hold_end_moved (rn_db *db, GError **error);

/* That text; "" before the first release. */
char *rn_hold_life (rn_db *db, GError **error);

/* How many mails wait, how many of them are due, and how many events are. */
gboolean rn_hold_waiting (rn_db *db, rn_time now, gint64 *waiting, gint64 *due, gint64 *events, GError **error);

/* A mail that waits never leaves. DATA when it does not wait. */
gboolean rn_hold_drop (rn_db *db, gint64 id, GError **error);

#endif

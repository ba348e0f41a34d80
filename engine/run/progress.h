/* The progress file of a lease: where a transport notes, without waiting for the disk,
 * which mail it is about to send and how each one ended. After a kill it tells the one
 * mail that is uncertain from those that never left. */
#ifndef RN_RUN_PROGRESS_H
#define RN_RUN_PROGRESS_H

#include "plugin.h"

typedef struct rn_progress rn_progress;

#define RN_LET_GO_US (5 * G_USEC_PER_SEC) /* a transport that is being killed lets go within moments */

/* The transport's side: begins that lease, of so many rows, and locks the file as long as
 * it is open. RETRY when the disk has no room for their records, or another process has it:
 * then nothing may be sent, since nobody would know of it. */
rn_progress *rn_progress_begin (const char *path, gint64 lease, gsize n_rows, GError **error);
void rn_progress_sending (rn_progress *progress, gint64 row);
void rn_progress_sent (rn_progress *progress, gint64 row, const struct rn_delivery *delivery);
void rn_progress_end (rn_progress *progress); /* takes NULL */

/* The engine's side, after a death: what the file tells about a row. */
enum rn_progress_state { RN_PROGRESS_NONE, RN_PROGRESS_SENDING, RN_PROGRESS_SENT };

/* What the file tells of that lease, once whoever wrote it is gone: nothing when it is
 * missing or was last begun for another lease. The table is of row -> struct
 * rn_progress_note. RETRY when whoever has it does not let go by that time of
 * g_get_monotonic_time (): it may be sending still. */
struct rn_progress_note {
	gint64 row;
	enum rn_progress_state state;
	struct rn_delivery delivery; /* when SENT */
};
GHashTable *rn_progress_read (const char *path, gint64 lease, gint64 end_us, GError **error);

#endif

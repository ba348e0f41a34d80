/* Child processes: the same binary started again on one end of a socket pair. A child
 * dies with the engine, and may be killed at any time. */
#ifndef RN_RUN_CHILD_H
#define RN_RUN_CHILD_H

#include <sys/types.h>

#include "channel.h"

typedef struct rn_child {
	char *role, *title; /* "reader"; "host" and "imap mentoring" */
	GPid pid;
	rn_channel *channel;
	gboolean spoke;     /* a frame of it was received: it began well */
} rn_child;

/* Starts `rotnem --child=ROLE`, which may send the frames in `receives`. RETRY when the
 * machine has no process left. */
rn_child *rn_child_start (const char *role, const char *title, const struct rn_frame_kind *receives, GError **error);

/* Kills it if it still lives, reaps it, and frees it. Takes NULL. Gives 0, or the pid of one that does not
 * end though it was killed, since the kernel waits for something in its name; it is still to be reaped. */
GPid rn_child_stop (rn_child *child);

/* Tells it that nothing more comes, so that it ends when it has done all. Takes NULL. */
void rn_child_end (rn_child *child);

/* The same, and waits until that time of g_get_monotonic_time () for it to finish what it has to write; then
 * as rn_child_stop. */
void rn_child_finish (rn_child *child, gint64 end_us);

#define RN_CHILD_FD 3 /* where a child finds its socket */

/* The main function of a child: its exit status. */
int rn_child_main (const char *role);

#endif

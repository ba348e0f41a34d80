/* The signals that tell an engine to end in order: SIGTERM, SIGINT, and the SIGHUP of a terminal that is closed,
 * unless nohup(1) keeps it away. */
#ifndef RN_RUN_TOLD_TO_END_H
#define RN_RUN_TOLD_TO_END_H

#include <glib.h>

#define RN_END_SIGNALS 3

/* Calls `told` from the main loop at each of them, until they are unwatched. */
void rn_watch_end (guint sources[RN_END_SIGNALS], GSourceFunc told, gpointer data);
void rn_unwatch_end (const guint sources[RN_END_SIGNALS]);

#endif

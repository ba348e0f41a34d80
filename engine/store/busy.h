/* When people are busy, as their calendars said when they were last asked: one row for
 * each person and calendar server. Kept for a day at most (see rn_busy_drop): it is asked
 * for anew whenever a meeting is planned. */
#ifndef RN_STORE_BUSY_H
#define RN_STORE_BUSY_H

#include "db.h"
#include "slots.h"

/* What one server said at `asked`, in place of what it said before. `known`: for what time
 * it says anything at all, an empty span when nothing is known. `spans` are a(xx). */
gboolean rn_busy_keep (rn_db *db, gint64 person, const char *source, rn_time asked, struct rn_span known, GVariant *spans,
                       GError **error);

/* Appends the busy spans that all servers told of a person. *known: the time for which one
 * of them does. */
gboolean rn_busy_of (rn_db *db, gint64 person, GArray *spans, struct rn_span *known, GError **error);

/* How many servers were asked about a person since then, whatever they said. */
gboolean rn_busy_asked (rn_db *db, gint64 person, rn_time since, gint64 *n, GError **error);

/* Forgets what was said before then. */
gboolean rn_busy_drop (rn_db *db, rn_time before, GError **error);

#endif

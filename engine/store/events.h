/* Events that are due at a time. Reminders, deadlines, periods, and what one turn
 * raises for the next are all the same: a row that becomes a turn when it is due. A
 * missed day fires late, never twice. */
#ifndef RN_STORE_EVENTS_H
#define RN_STORE_EVENTS_H

#include "db.h"

typedef struct rn_event {
	gint64 id;
	rn_time due;
	char *program, *name; /* "pairing:confirmed", "offer:expire" … */
	char *about;          /* ref, or "" */
	GVariant *fields;     /* a{sv} */
} rn_event;
void rn_event_free (rn_event *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_event, rn_event_free)

/* Schedules. With `single` (or NULL) there is at most one event of that key: a second
 * one replaces the first. Takes floating fields over; NULL for none. */
gboolean rn_event_add (rn_db *db, rn_time due, const char *program, const char *name, const char *about, GVariant *fields,
                       const char *single, GError **error);

/* The next event that is due, or NULL (an error only when *error is set). */
rn_event *rn_event_next (rn_db *db, rn_time now, GError **error);

/* Puts it off; it stays the same event. */
gboolean rn_event_postpone (rn_db *db, gint64 id, rn_time due, GError **error);

gboolean rn_event_done (rn_db *db, gint64 id, GError **error);

/* Takes back every event of that name about that record. */
gboolean rn_event_cancel (rn_db *db, const char *name, const char *about, GError **error);

/* When the next event is due; 0: never. */
gboolean rn_event_next_due (rn_db *db, rn_time *due, GError **error);

/* Whether an event of that key waits; one of that name about that record. */
gboolean rn_event_waits (rn_db *db, const char *single, gboolean *waits, GError **error);
gboolean rn_event_waits_about (rn_db *db, const char *name, const char *about, gboolean *waits, GError **error);

#endif

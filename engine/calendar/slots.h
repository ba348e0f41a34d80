/* When people can meet: working hours, what is known to be busy, and the first times
 * that suit all. Pure functions; unknown is never shown as free. */
#ifndef RN_CALENDAR_SLOTS_H
#define RN_CALENDAR_SLOTS_H

#include <glib.h>

#include "instant.h"

/* From `start` up to, not including, `end`. */
struct rn_span {
	rn_time start, end;
};

/* A person's working hours in a zone. */
typedef struct rn_hours rn_hours;

/* Reads "Mon-Fri 09:00-17:30" or several of them: "Mon-Thu 08:00-12:00, Mon-Thu
 * 13:00-16:00, Fri 08:00-12:00". "" means Mon-Fri 09:00-17:00. DATA error. */
rn_hours *rn_hours_new (const char *text, const char *zone, GError **error);
void rn_hours_free (rn_hours *hours);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_hours, rn_hours_free)

/* Nobody works in these spans: public holidays of her site. Added to those before. */
void rn_hours_close (rn_hours *hours, const struct rn_span *spans, gsize n_spans);

/* Whether the whole span lies within working time. */
gboolean rn_hours_contain (const rn_hours *hours, rn_time start, rn_time end);

/* The first instant at or after `from` that is working time. */
rn_time rn_hours_next (const rn_hours *hours, rn_time from);

/* The instant `days` working days behind `from`, at the same local time of day. */
rn_time rn_hours_add_days (const rn_hours *hours, rn_time from, int days);

struct rn_slot_request {
	const rn_hours *const *hours; /* of everyone who must come */
	gsize n_hours;
	const struct rn_span *busy;   /* of any of them, in any order */
	gsize n_busy;
	const struct rn_span *allowed; /* the meeting must lie within one of these, in any order … */
	gsize n_allowed;              /* … unless there is none */
	rn_time earliest, latest;     /* the start must lie within */
	rn_time length;
};

/* Whether everybody is free from then on for the length asked for; `earliest` and
 * `latest` do not count. */
gboolean rn_slot_suits (const struct rn_slot_request *request, rn_time start);

/* Writes up to `max` starts, rising, on quarter hours, at most one a half day so that
 * they differ for a person; gives how many. An afternoon begins at one o'clock. */
gsize rn_slots_find (const struct rn_slot_request *request, rn_time *starts, gsize max);

#endif

/* What somebody said about when: "Tuesday after 3", "next month", "not on Fridays", as the
 * values that engine/reply/answers.h gives for dates:
 *
 *	2026-03-17T14:00:00Z      an instant
 *	2026-03-17                a day there
 *	A/B, A/                   from A to B (of days the last is included), from A on
 *	not X                     one of these excluded
 *	X weekly, not X weekly    the same of every week from then on
 *	X daily, not X daily      the same of every day: "mornings only"
 *
 * Pure functions on plain data. */
#ifndef RN_CALENDAR_WISHES_H
#define RN_CALENDAR_WISHES_H

#include "slots.h"

/* One of them, on the clock of the one who said it. */
struct rn_wish {
	struct rn_span span; /* of an instant both the same; its end is RN_NEVER for "from then on" */
	gboolean is_excluded;
	rn_time every;       /* a week or a day, or 0 for once */
};

/* FALSE: the value is none of these: words that can be read in two ways. */
gboolean rn_wish_parse (const char *value, GTimeZone *zone, struct rn_wish *wish);

/* Whether a meeting then fits all that was said: within one of what was asked for, if
 * anything was, and touching nothing that was excluded. A day that is excluded from what it
 * is not in is meant of every week: "next week, but not on Friday". Values that are none are
 * passed over. */
gboolean rn_wishes_fit (const char *const *values, GTimeZone *zone, rn_time start, rn_time end);

/* The spans between `from` and `until` that were asked for, of "Tuesday at 3" the length of
 * a meeting, and those excluded: struct rn_span, appended to both. FALSE when nothing was
 * asked for, so that any time is fine that is not excluded. */
gboolean rn_wishes_spans (const char *const *values, GTimeZone *zone, rn_time from, rn_time until, rn_time length,
                          GArray *allowed, GArray *excluded);

#endif

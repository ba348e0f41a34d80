/* The time as it is handed to everything that asks: the computer's, or a
 * simulation's that jumps from one event to the next. */
#ifndef RN_BASE_CLOCK_H
#define RN_BASE_CLOCK_H

#include "instant.h"

struct rn_clock {
	gboolean is_virtual;
	rn_time at;     /* of a virtual clock; else unused */
	rn_time offset; /* of the computer's clock: for rehearsals of another day */
};

/* The present instant. */
rn_time rn_clock_now (const struct rn_clock *clock);

/* Moves a virtual clock forward; never back. */
void rn_clock_jump (struct rn_clock *clock, rn_time to);

/* "2026-03-02T09:30:00Z" (RFC 3339), "" for 0, "never" for RN_NEVER. */
char *rn_time_text (rn_time at);

/* Reads an instant as rn_time_text writes it, and a bare date as its first instant in UTC.
 * Anything else: FALSE and a DATA error. */
gboolean rn_time_parse (const char *text, rn_time *at, GError **error);

/* The zone of that IANA name, or NULL and a DATA error for an unknown one: an
 * unknown zone is never read as UTC. */
GTimeZone *rn_zone (const char *name, GError **error);

/* The local time there and then. */
GDateTime *rn_time_local (rn_time at, GTimeZone *zone);

#endif

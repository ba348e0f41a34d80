/* The zones that one calendar text speaks of, and its times as instants. A zone is
 * looked for by its name (zone.h), then in the text's own VTIMEZONE (vtimezone.h), then
 * by that one's X-LIC-LOCATION; single words like "EST" in the VTIMEZONE first. What is
 * not found stays unknown: it is never UTC. */
#ifndef RN_CALENDAR_ZONES_H
#define RN_CALENDAR_ZONES_H

#include "ics_time.h"
#include "vtimezone.h"

/* A zone of either kind: the system's or the text's. */
struct rn_tz {
	GTimeZone *system;
	rn_vtimezone *own; /* NULL: the system's */
};

rn_time rn_tz_instant (const struct rn_tz *tz, rn_local local);
rn_local rn_tz_local (const struct rn_tz *tz, rn_time at);

/* A time of the text and the zone that it is in. */
struct rn_moment {
	struct rn_ics_time time;
	const struct rn_tz *tz; /* belongs to the rn_zones */
};

rn_time rn_moment_instant (const struct rn_moment *moment);

typedef struct rn_zones rn_zones;

/* Takes a reference of `floating`, the zone of times that name none; NULL: such times
 * are unknown. The text is borrowed. */
rn_zones *rn_zones_new (const rn_ics *ics, GTimeZone *floating);
void rn_zones_free (rn_zones *zones);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_zones, rn_zones_free)

/* Reads a line like DTSTART, or `value` as one of its list of values. NULL when that
 * went well, else why not: bad-time, floating-time, unknown-zone. */
const char *rn_zones_read (rn_zones *zones, const struct rn_line *line, struct rn_moment *moment);
const char *rn_zones_read_value (rn_zones *zones, const struct rn_line *line, const char *value, struct rn_moment *moment);

/* When an event ends that begins at `start`: by DTEND, DURATION, or the day that a date
 * stands for; *end is 0 when it does not say, or ends before it begins. Gives the same
 * as rn_zones_read, about DTEND. */
const char *rn_zones_end (rn_zones *zones, guint event, const struct rn_moment *start, rn_time *end);

#endif

/* Local time and instants. */
#ifndef RN_CALENDAR_ZONE_H
#define RN_CALENDAR_ZONE_H

#include <glib.h>

#include "instant.h"

/* What a clock on the wall shows, in seconds since its 1970-01-01 00:00: day and hour
 * come out by plain division. */
typedef gint64 rn_local;

/* What the clock there shows at that instant. */
rn_local rn_zone_local (GTimeZone *zone, rn_time at);

/* The instant when the clock there shows `local`. As RFC 5545, 3.3.5 has it: of two
 * such instants (clock set back) the first; when there is none (clock set forward)
 * the one by the offset before the gap. */
rn_time rn_zone_instant (GTimeZone *zone, rn_local local);

/* The same for any kind of zone that can tell its offset in seconds at an instant. */
typedef gint32 (*rn_offset) (gconstpointer zone, rn_time at);
rn_time rn_local_instant (rn_local local, rn_offset offset, gconstpointer zone);

/* The zone that a program meant by a TZID, or NULL when the name alone does not tell.
 * Tried in this order: an IANA name, in any case and
 * with blanks for its underscores if need be; Windows's name for it ("W. Europe Standard Time");
 * both behind the prefix of a vendor ("/mozilla.org/20050126_1/Europe/Berlin"). Borrowed;
 * it lives as long as the process. */
GTimeZone *rn_zone_of_tzid (const char *tzid);

#endif

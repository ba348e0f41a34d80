/* A zone as it is sent along with a series (RFC 5545, 3.6.5). */
#ifndef RN_CALENDAR_ZONE_TEXT_H
#define RN_CALENDAR_ZONE_TEXT_H

#include <glib.h>

#include "instant.h"

/* The VTIMEZONE of an IANA zone with CR LF line ends, as its clock goes in the year
 * behind `from`: one STANDARD and, where the clock is changed, one DAYLIGHT with one yearly
 * rule each, which is all that Exchange takes. By the last line of its zoneinfo file
 * (RFC 8536, 3.3), held against the file itself. A DATA error when the zone is not known or
 * follows no such rule (Chile, Morocco): no series is sent in it. */
char *rn_zone_text (const char *iana, rn_time from, GError **error);

#endif

/* Dates, times and durations as iCalendar writes them (RFC 5545, 3.3.4 to 3.3.6). */
#ifndef RN_CALENDAR_ICS_TIME_H
#define RN_CALENDAR_ICS_TIME_H

#include <glib.h>

#include "zone.h"

struct rn_ics_time {
	rn_local local;   /* as the clock there shows it */
	gboolean is_utc;  /* Z stands behind it */
	gboolean is_date; /* no time of day: `local` is midnight */
};

/* Reads "20260402", "20260402T103000" or "20260402T103000Z". FALSE for what is no such
 * day or time: libical takes the 99th of month 13 for a date. */
gboolean rn_ics_time_read (const char *text, struct rn_ics_time *time);

/* Reads "PT1H30M", "P2D", "-P1W" in seconds, up to ten years. */
gboolean rn_ics_duration_read (const char *text, rn_time *seconds);

/* Reads an offset "+0530" or "-033000" in seconds, less than a day. */
gboolean rn_ics_offset_read (const char *text, gint32 *seconds);

/* Midnight of a day of the calendar (Gregorian; `month` from 1). */
rn_local rn_local_day (int year, int month, int day);

#endif

/* Days on which a site does not work, from a calendar file as national offices and
 * calendar programs publish them. */
#ifndef RN_CALENDAR_HOLIDAYS_H
#define RN_CALENDAR_HOLIDAYS_H

#include <glib.h>

#include "slots.h"

/* The days between `from` and `until` on the clock of `zone`, as spans from midnight to
 * midnight, rising and apart from each other. Only whole days count (DTSTART without a
 * time, or a span of whole local days); Christmas Eve from noon is not a holiday. A
 * file that is no calendar, too large or cut off, or has a time or rule that cannot be
 * read, is a DATA error, whose words go behind the name of the file: a site must not lose
 * a holiday without a word. The caller frees the array, of struct rn_span. */
GArray *rn_holidays_read (const char *text, gsize size, GTimeZone *zone, rn_time from, rn_time until, GError **error);

#endif

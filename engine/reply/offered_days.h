/* The days that a quoted mail of ours offers, which "Thursday", "14:00" and "after 3" below it are said of. */
#ifndef RN_MAIL_OFFERED_DAYS_H
#define RN_MAIL_OFFERED_DAYS_H

#include "when.h"

/* Moves what names no day but a weekday, or none at all, to the days that are offered:
 * - a weekday is the offered one of that name, else that of the week in which the offered hours are;
 * - an hour is of the one day offered, of several that with this hour; a span of hours is of each of several.
 * - "an hour later" counts from the one time offered, and "same time on Thursday" is at its hour.
 * What may be of two of them becomes ambiguous. `quote` may be NULL. */
void rn_fit_offered_days (struct rn_when *dates, int n_dates, const char *quote, rn_time written, GTimeZone *zone);

/* The clock of one instant on the day of another; the end of a day is kept. */
rn_time rn_at_clock (rn_time day, rn_time clock, GTimeZone *zone);

#endif

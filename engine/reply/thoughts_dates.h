/* The dates of a short answer, and what they lend each other: "Tuesday or Thursday after 3". */
#ifndef RN_MAIL_THOUGHTS_DATES_H
#define RN_MAIL_THOUGHTS_DATES_H

#include "thoughts.h"

/* Where each of the dates starts and ends, in tokens. */
struct rn_date_places {
	gsize first[RN_MAX_DATES], end[RN_MAX_DATES];
};

/* Fills in the dates of thoughts whose tokens and language are known, from word `first` on. A time
 * holds for the days before it, and what is said of the first of two days is said of both.
 * Bare numbers of a quoted list of topics are no hours. `quote` may be NULL. */
void rn_thoughts_find_dates (struct rn_thoughts *thoughts, gsize first, const char *quote, rn_time written, GTimeZone *zone,
                             struct rn_date_places *places);

#endif

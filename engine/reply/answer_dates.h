/* Dates in a short answer. */
#ifndef RN_MAIL_ANSWER_DATES_H
#define RN_MAIL_ANSWER_DATES_H

#include "judge.h"

/* Adds the date of piece i; answers.h tells how it is written. */
void rn_read_date (rn_reading *reading, const struct rn_thoughts *thoughts, const char *text, guint i, GTimeZone *zone);

#endif

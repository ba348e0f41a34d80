/* Dates that responders write in ways which rn_when_find does not know. */
#ifndef RN_MAIL_ABSENCE_MONTHS_H
#define RN_MAIL_ABSENCE_MONTHS_H

#include <glib.h>

#include "instant.h"

/* Whether rn_when_find knows the language's months, weekdays and hours, or it is "". */
gboolean rn_absence_is_known (const char *language);

/* The valid UTF-8 text with such dates as "2026-03-20", or "20 March" without a year:
 * months of fifteen more languages, 3月20日, and 03/20/2026 in the order that its numbers
 * allow or that has the writer away at `written`. The caller frees it. */
char *rn_absence_plain_dates (const char *text, const char *language, rn_time written);

#endif

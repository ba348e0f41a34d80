/* Out of office: who is away, and until when, in the languages people write it in. */
#ifndef RN_MAIL_ABSENCE_H
#define RN_MAIL_ABSENCE_H

#include "classify.h"

#define RN_MAX_ABSENCE_TEXT (8 * 1024) /* dates stand in the first lines */
#define RN_MAX_ABSENCE_DATES 8

/* Makes the reading an ABSENCE when a responder's signs and words of absence come
 * together; else FALSE. absent_from and absent_until are set as far as dates were said:
 * whole days count in UTC, from the first second of the first day to the last second of
 * the last one ("until 14 March") or the first second of the day of return ("back on
 * 17 March"); a time of day is taken in `zone`. */
gboolean rn_absence_read (const char *text, enum rn_automation automation, enum rn_reason automation_reason,
                          GTimeZone *zone, rn_reading *reading);

/* Reads the dates alone, of text in `language` that was written at `written`. */
void rn_absence_dates (const char *text, const char *language, rn_time written, GTimeZone *zone, rn_time *from,
                       rn_time *until);

#endif

/* What somebody wrote beside her calendar's answer: "rather Thursday at 3". */
#ifndef RN_MAIL_CALENDAR_WORDS_H
#define RN_MAIL_CALENDAR_WORDS_H

#include "reading.h"

/* Adds the answers in the COMMENT of the one REPLY that declines or wavers, or else in the text beside it, which
 * programs for mail write there. Weekdays in it are of the meeting's week; its hours are by the clock of that calendar's
 * zone, or else of `zone`. */
void rn_calendar_words_read (rn_reading *reading, GTimeZone *zone);

#endif

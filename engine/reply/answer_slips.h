/* Slips of the finger in a short answer: "yesss", "nien". */
#ifndef RN_MAIL_ANSWER_SLIPS_H
#define RN_MAIL_ANSWER_SLIPS_H

#include "reading.h"

/* Adds the plain yes, no or later that was meant, with a note of how it was read, if one
 * letter held too long or two changed about make it one. */
void rn_read_slips (rn_reading *reading, const char *text, GTimeZone *zone);

#endif

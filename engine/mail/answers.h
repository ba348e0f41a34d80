/* What a person meant: yes, no, later, a number, a date … in her own language. */
#ifndef RN_MAIL_ANSWERS_H
#define RN_MAIL_ANSWERS_H

#include "reading.h"
#include "reply_text.h"

/* Adds answers to the reading, in reading order, sets its language, and makes it a
 * FORM when numbered questions were filled in. Uses reading->date as "now" of dates in
 * prose, in `zone` (of the mail's Date, when nothing better is known). */
void rn_read_answers (rn_reading *reading, const struct rn_reply *reply, GTimeZone *zone);

#endif

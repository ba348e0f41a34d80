/* What was written behind the number of a form's question. */
#ifndef RN_MAIL_ANSWER_FORM_H
#define RN_MAIL_ANSWER_FORM_H

#include "reading.h"
#include "reply_text.h"

/* Adds the answer to one question: a number, a plain yes or no, or words; of "1: yes 2: no" in one line
 * several. */
void rn_read_filled (rn_reading *reading, const struct rn_filled_line *line, GTimeZone *zone);

#endif

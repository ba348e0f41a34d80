/* A form that is answered line by line, without the numbers of its questions. */
#ifndef RN_MAIL_FILLED_ROWS_H
#define RN_MAIL_FILLED_ROWS_H

#include "reply_text.h"

/* Adds to reply->filled, where that is empty or has but what stands below the last question, each line as the answer to
 * the quoted question in its place; of a single line the words between commas. There must be as many as questions, at
 * least two, and each must be of the kind that the hint below its question wants. */
void rn_fill_in_order (struct rn_reply *reply);

#endif

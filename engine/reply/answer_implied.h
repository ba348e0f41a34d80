/* What says yes, no or later without a word of it: "y", "not my thing", "not this year", "see you then". */
#ifndef RN_MAIL_ANSWER_IMPLIED_H
#define RN_MAIL_ANSWER_IMPLIED_H

#include "judge.h"

gboolean rn_was_given (const rn_reading *reading, enum rn_intent intent);

/* "Not this week", "maybe next year", and no word of yes or no. */
gboolean rn_puts_off (const struct rn_judge *judge);

/* Whether the date of a piece says nothing but that: "not this year"; "not next week" may be about a day. */
gboolean rn_is_put_off (const struct rn_judge *judge, const struct rn_piece *piece);

/* "+1" */
gboolean rn_is_plus_one (const struct rn_judge *judge, const char *text);

/* Adds what is implied, where no word said it. */
void rn_read_implied (rn_reading *reading, const struct rn_judge *judge, const char *text);

#endif

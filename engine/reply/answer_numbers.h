/* Lines of a list in a short answer. */
#ifndef RN_MAIL_ANSWER_NUMBERS_H
#define RN_MAIL_ANSWER_NUMBERS_H

#include "judge.h"

/* Adds the number or numbers that piece i chooses from a list, if it does. */
void rn_read_number (rn_reading *reading, const struct rn_thoughts *thoughts, guint i);

/* How many lines the ordinal at piece i stands for: 2 of "the first two", "les deux derniers", 1 of "the first". */
int rn_lines_counted (const struct rn_thoughts *thoughts, guint i);

/* Adds the numbers of "1 y, 2 n"; FALSE: it is no such row. */
gboolean rn_read_votes (rn_reading *reading, const struct rn_thoughts *thoughts);

/* Adds the number that the letter behind "option" stands for, if piece i is one. */
void rn_read_letter (rn_reading *reading, const struct rn_thoughts *thoughts, guint i);

#endif

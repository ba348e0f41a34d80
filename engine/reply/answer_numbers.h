/* Lines of a list in a short answer. */
#ifndef RN_MAIL_ANSWER_NUMBERS_H
#define RN_MAIL_ANSWER_NUMBERS_H

#include "judge.h"

/* Adds the number or numbers that piece i chooses from a list, if it does. */
void rn_read_number (rn_reading *reading, const struct rn_thoughts *thoughts, guint i);

/* How many lines the ordinal at piece i stands for: 2 of "the first two", "les deux derniers", 1 of "the first". */
int rn_lines_counted (const struct rn_thoughts *thoughts, guint i);

/* "all except 4", "anything but 2", "any day but Friday": whether what is named at piece i is taken out of all. */
gboolean rn_is_excepted (const struct rn_thoughts *thoughts, guint i);

/* Adds that a line is excluded, which says nothing of the others unless it is excepted from them. */
void rn_exclude_line (rn_reading *reading, int number, gboolean is_excepted);

/* Adds the numbers of "1 y, 2 n"; FALSE: it is no such row. */
gboolean rn_read_votes (rn_reading *reading, const struct rn_thoughts *thoughts);

/* What the excluded numbers mean beside the others: "all, not 2" is all but that one, of "1, not
 * 2" the 1 says it, and with "not 2" alone nobody knows what is chosen: it stays unsure. */
void rn_weigh_exclusions (rn_reading *reading);

/* Adds the number that the letter behind "option" stands for, if piece i is one. */
void rn_read_letter (rn_reading *reading, const struct rn_thoughts *thoughts, guint i);

#endif

/* Lines of a list that are not chosen: "not 2", "all but 4". */
#ifndef RN_MAIL_ANSWER_EXCEPTIONS_H
#define RN_MAIL_ANSWER_EXCEPTIONS_H

#include "judge.h"

/* "all except 4", "anything but 2", "any day but Friday": whether what is named at piece i is taken out of all. */
gboolean rn_is_excepted (const struct rn_thoughts *thoughts, guint i);

/* Adds that a line is excluded, which says nothing of the others unless it is excepted from them. */
void rn_exclude_line (rn_reading *reading, int number, gboolean is_excepted);

/* What the excluded numbers mean beside the others: "all, not 2" is all but that one, of "1, not
 * 2" the 1 says it, and with "not 2" alone nobody knows what is chosen: it stays unsure. */
void rn_weigh_exclusions (rn_reading *reading);

/* "All", which does not stand for the lines by itself: "all except testing". */
gboolean rn_says_all (const struct rn_thoughts *thoughts);

#endif

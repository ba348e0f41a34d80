/* "1 y, 2 n, 3 maybe": a yes or no behind each number of a list. */
#ifndef RN_MAIL_ANSWER_BALLOT_H
#define RN_MAIL_ANSWER_BALLOT_H

#include "thoughts.h"

#define RN_MAX_BALLOT 30 /* lines of a list that people vote on */

struct rn_ballot {
	struct {
		int number;
		int verdict; /* RN_INTENT_YES, RN_INTENT_NO, or -1 when it is neither */
	} lines[RN_MAX_BALLOT];
	guint n;
};

/* Whether the thoughts are such a row and nothing else, with two verdicts at least: that of a
 * number without one is the next, "1 and 3 yes, 2 no". */
gboolean rn_read_ballot (const struct rn_thoughts *thoughts, struct rn_ballot *ballot);

#endif

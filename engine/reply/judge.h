/* What the words of a short answer amount to: each "yes", "no", "later" or command is a
 * vote, as sure as its place in the sentence makes it, and one of yes, no and later wins. */
#ifndef RN_MAIL_JUDGE_H
#define RN_MAIL_JUDGE_H

#include "reading.h"
#include "thoughts.h"

#define RN_ASK_BACK 60 /* below this confidence nobody acts on it */

/* One thing that was said, with how surely. */
struct rn_vote {
	enum rn_intent intent;
	int strength;
	guint piece; /* of the thoughts */
};

struct rn_judge {
	struct rn_thoughts thoughts;
	GArray *votes; /* of struct rn_vote, in reading order */
	rn_time written;
	const char *text; /* the caller's */
};

/* Yes, no or later. */
gboolean rn_intent_is_polar (enum rn_intent intent);

/* Whether a piece of this meaning is there that no date has taken. */
gboolean rn_judge_says (const struct rn_judge *judge, enum rn_meaning meaning);

/* One of yes, no and later out of all that were said, or NULL; contradictions make it
 * unsure. */
const struct rn_vote *rn_judge_settle (const struct rn_judge *judge, int *confidence);

/* Reads text as rn_thoughts_init does, and takes the votes. */
void rn_judge_init (struct rn_judge *judge, const char *text, const char *language, const char *quote, rn_time written,
                    GTimeZone *zone);
void rn_judge_clear (struct rn_judge *judge);

#endif

#include "invited.h"

static const char *const states[] = { "waiting", "accepted", "tentative", "declined", "cancelled", NULL };

static const struct rn_step steps[] = {
	{ RN_INVITED_WAITING, RN_INVITED_ACCEPTED },
	{ RN_INVITED_WAITING, RN_INVITED_TENTATIVE },
	{ RN_INVITED_WAITING, RN_INVITED_DECLINED },
	{ RN_INVITED_WAITING, RN_INVITED_CANCELLED },
	{ RN_INVITED_ACCEPTED, RN_INVITED_WAITING }, /* it changed: the policy is asked anew */
	{ RN_INVITED_TENTATIVE, RN_INVITED_WAITING },
	{ RN_INVITED_DECLINED, RN_INVITED_WAITING },
	{ RN_INVITED_CANCELLED, RN_INVITED_WAITING },
	{ RN_INVITED_ACCEPTED, RN_INVITED_CANCELLED },
	{ RN_INVITED_TENTATIVE, RN_INVITED_CANCELLED },
	{ RN_INVITED_DECLINED, RN_INVITED_CANCELLED },
	RN_STEPS_END
};

static const struct rn_field fields[] = {
	RN_TEXT (rn_invited, program, RN_USE_ENGINE),
	RN_STATE (rn_invited, state, 0, states),
	RN_TEXT (rn_invited, organizer, 0),
	RN_TEXT (rn_invited, summary, RN_USE_LABEL),
	RN_TIME (rn_invited, start, 0),
	RN_TIME (rn_invited, ends, 0),
	RN_FLAG (rn_invited, series, 0),
	RN_TEXT (rn_invited, uid, RN_USE_ENGINE | RN_USE_INDEX),
	RN_TEXT (rn_invited, address, RN_USE_ENGINE),
	RN_NUMBER (rn_invited, sequence, RN_USE_ENGINE),
	RN_TIME (rn_invited, dtstamp, RN_USE_ENGINE),
	RN_TIME (rn_invited, occurrence, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_invited_kind = { "invitation", sizeof (rn_invited), fields, steps };

int
rn_invited_answer_parse (const char *word)
{
	static const struct {
		const char *word;
		int state;
	} answers[] = {
		{ "accept", RN_INVITED_ACCEPTED }, { "tentative", RN_INVITED_TENTATIVE }, { "decline", RN_INVITED_DECLINED },
	};

	for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
		if (g_str_equal (answers[i].word, word))
			return answers[i].state;
	return -1;
}

#include "asked.h"

#include <string.h>

#include "another.h"
#include "denials.h"
#include "votes.h"

/* Whether the clause ends as a question, from piece i on. */
static gboolean
ends_as_question (const struct rn_judge *judge, guint i)
{
	const struct rn_thoughts *thoughts = &judge->thoughts;
	const char *from = judge->text + rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i)->first)->at;
	guint next = i + 1;

	while (next < thoughts->pieces->len && rn_is_in_clause (thoughts, next, i))
		next++;
	if (next == thoughts->pieces->len)
		return strchr (from, '?') != NULL;
	const char *to = judge->text + rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, next)->first)->at;
	return memchr (from, '?', (gsize) (to - from)) != NULL;
}

gboolean
rn_is_named_in_question (const struct rn_judge *judge, guint i)
{
	const struct rn_thoughts *thoughts = &judge->thoughts;
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	gboolean may_open = piece->phrase->strength >= 90 || rn_is_wish (thoughts, i) ||
	                    rn_lexicon_find (&rn_phrases, &thoughts->tokens, piece->first, piece->phrase->tongues,
	                                     RN_MEANS_WHY) != NULL;

	/* "kann ich später noch absagen?" */
	gboolean after_polar = piece->meaning != RN_MEANS_LATER;

	return ends_as_question (judge, i) &&
	       !(may_open && rn_piece_leads (thoughts, i, piece->n_words > 1 ? 2 : 0, after_polar));
}

/* "Worum geht es?": the verb is asked about. */
static gboolean
is_verb_of_question (const struct rn_thoughts *thoughts, guint i)
{
	return rn_piece_at (thoughts, i)->phrase->strength < 90 &&
	       rn_piece_is_behind (thoughts, i, RN_MEANS_QUESTION, RN_NEGATION_REACH);
}

/* "Would Thursday at 10 be fine?", "Passt Dienstag?": it is asked whether, and not said that. */
static gboolean
is_asked_whether (const struct rn_judge *judge, guint i)
{
	const struct rn_thoughts *thoughts = &judge->thoughts;
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const char *rest = judge->text + rn_token_at (&thoughts->tokens, piece->first)->at;

	if (piece->phrase->strength >= 90 || rest[strcspn (rest, "?!\n")] != '?')
		return FALSE;
	for (guint other = 0; other < thoughts->pieces->len; other++)
		if (rn_piece_at (thoughts, other)->clause == piece->clause && rn_piece_at (thoughts, other)->date >= 0)
			return TRUE;
	return FALSE;
}

gboolean
rn_is_asked_about (const struct rn_judge *judge, guint i)
{
	return is_verb_of_question (&judge->thoughts, i) || is_asked_whether (judge, i);
}

/* "Yes?", and nothing else before the sign */
static gboolean
is_alone_in_question (const struct rn_judge *judge, guint i)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
	const struct rn_token *word = rn_token_at (&judge->thoughts.tokens, piece->first);
	const char *behind = judge->text + word->at + word->size;

	return piece->n_words == 1 && behind[strspn (behind, " ")] == '?';
}

/* "Can I say yes for my team" */
static gboolean
is_behind_question (const struct rn_thoughts *thoughts, guint i)
{
	return rn_piece_is_behind (thoughts, i, RN_MEANS_QUESTION, RN_NEGATION_REACH);
}

gboolean
rn_is_asked (const struct rn_judge *judge, guint i)
{
	return is_alone_in_question (judge, i) || rn_is_named_in_question (judge, i) || is_behind_question (&judge->thoughts, i);
}

gboolean
rn_is_rhetorical (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int unknown = 0;

	for (guint next = i + 1; next < thoughts->pieces->len &&
	     rn_piece_at (thoughts, next)->thought == piece->thought; next++) {
		const struct rn_piece *other = rn_piece_at (thoughts, next);
		unknown += rn_piece_is_unknown (other);
		if (unknown > 1 || next > i + 3)
			return FALSE;
		if (rn_is_negation (other))
			return next + 3 >= thoughts->pieces->len ||
			       rn_piece_at (thoughts, next + 2)->thought != piece->thought;
	}
	return FALSE;
}

gboolean
rn_is_rhetorical_no (const struct rn_judge *judge, guint i)
{
	const struct rn_thoughts *thoughts = &judge->thoughts;

	return ends_as_question (judge, i) ||
	       rn_piece_is_behind (thoughts, i, RN_MEANS_QUESTION, RN_NEGATION_REACH) ||
	       rn_piece_is_behind (thoughts, i, RN_MEANS_WHY, RN_NEGATION_REACH);
}

#include "conditions.h"

#include "another.h"
#include "denials.h"
#include "when_words.h"

#define FOLLY_REACH 2     /* pieces: "crazy if I said no" is no condition */
#define CONDITION_REACH 2 /* thoughts from a yes to the "but only if" behind it */

/* Whether a condition opens its thought: "but only if Tom agrees", or "unless it rains" and nothing
 * more. "If you need me, call me" is none. */
static gboolean
opens_thought (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	gboolean is_turned = FALSE;

	for (guint before = i; before > 0 && rn_piece_at (thoughts, before - 1)->thought == piece->thought; before--) {
		const struct rn_piece *other = rn_piece_at (thoughts, before - 1);
		is_turned |= other->meaning == RN_MEANS_BUT || other->meaning == RN_MEANS_ONLY;
	}
	if (is_turned)
		return TRUE;
	for (guint next = i + 1; next < thoughts->pieces->len && rn_piece_at (thoughts, next)->thought == piece->thought; next++)
		if (rn_piece_at (thoughts, next)->clause != piece->clause)
			return FALSE;
	return i == 0 || rn_piece_at (thoughts, i - 1)->thought != piece->thought;
}

gboolean
rn_piece_is_conditional (const struct rn_thoughts *thoughts, guint i)
{
	int thought = rn_piece_at (thoughts, i)->thought;

	for (guint other = 0; other < thoughts->pieces->len; other++) {
		const struct rn_piece *condition = rn_piece_at (thoughts, other);
		if (condition->meaning != RN_MEANS_IF || condition->is_aside ||
		    rn_piece_is_behind (thoughts, other, RN_MEANS_FOLLY, FOLLY_REACH))
			continue;
		if (condition->thought == thought && (other < i || !condition->phrase->is_particle))
			return TRUE;
		if (condition->thought > thought && condition->thought <= thought + CONDITION_REACH &&
		    !condition->phrase->is_particle &&
		    opens_thought (thoughts, other))
			return TRUE;
	}
	return FALSE;
}

gboolean
rn_starts_with_but (const struct rn_thoughts *thoughts, guint i)
{
	int thought = rn_piece_at (thoughts, i)->thought;

	while (i > 0 && rn_piece_at (thoughts, i - 1)->thought == thought)
		i--;
	return rn_piece_at (thoughts, i)->meaning == RN_MEANS_BUT ||
	       rn_piece_at (thoughts, i)->meaning == RN_MEANS_ONLY;
}

gboolean
rn_thought_has_date (const struct rn_thoughts *thoughts, int thought)
{
	for (guint i = 0; i < thoughts->pieces->len; i++)
		if (rn_piece_at (thoughts, i)->thought == thought && rn_piece_at (thoughts, i)->date >= 0)
			return TRUE;
	return FALSE;
}

static gboolean
puts_off (const struct rn_thoughts *thoughts, int thought)
{
	for (guint i = 0; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		if (piece->thought == thought && (piece->meaning == RN_MEANS_AFTER || piece->meaning == RN_MEANS_LATER))
			return TRUE;
	}
	return FALSE;
}

/* "Only", unless it is said of the date before it, and a "not" that denies nothing else. */
static gboolean
is_limit (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	if (piece->meaning == RN_MEANS_ONLY)
		return i == 0 || rn_piece_at (thoughts, i - 1)->date < 0;
	return piece->meaning == RN_MEANS_NOT && !piece->is_spent && !rn_denies_objection (thoughts, i) &&
	       !rn_denies_refusal (thoughts, i);
}

gboolean
rn_piece_is_limited (const struct rn_thoughts *thoughts, guint said)
{
	int thought = rn_piece_at (thoughts, said)->thought;

	for (guint i = said + 1; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i), *before = rn_piece_at (thoughts, i - 1);
		gboolean opens_clause = piece->thought == thought && piece->clause != before->clause &&
		                        piece->meaning == RN_MEANS_NOT;
		if (is_limit (thoughts, i) && (opens_clause ||
		                               (piece->thought != thought && rn_starts_with_but (thoughts, i))) &&
		    !rn_thought_has_date (thoughts, piece->thought) && !puts_off (thoughts, piece->thought))
			return TRUE;
	}
	return FALSE;
}

/* "That would be lovely, but I leave the company": what follows is not understood; behind a mere wish, "I'd say yes,
 * but I'm retiring", a word is enough. */
static gboolean
is_obscured (const struct rn_thoughts *thoughts, guint said)
{
	int thought = rn_piece_at (thoughts, said)->thought;
	gboolean is_wish = rn_piece_is_behind (thoughts, said, RN_MEANS_SAY, 1) || rn_is_mere_wish (thoughts, said);

	for (guint i = said + 1; i < thoughts->pieces->len && rn_piece_at (thoughts, i)->thought <= thought + 1; i++)
		if (rn_piece_at (thoughts, i)->meaning == RN_MEANS_BUT &&
		    rn_piece_at (thoughts, i)->thought == thought + 1)
			return rn_thought_unknown (thoughts, thought + 1) > (is_wish ? 0 : 1) || i + 1 == thoughts->pieces->len;
	return FALSE;
}

static gboolean
has_number (const struct rn_thoughts *thoughts, int thought)
{
	for (guint i = 0; i < thoughts->pieces->len; i++)
		if (rn_piece_at (thoughts, i)->thought == thought && rn_piece_at (thoughts, i)->number >= 0)
			return TRUE;
	return FALSE;
}

/* "Gladly, except with him", "no, except if nobody else is found"; not of a day or a line. */
static gboolean
has_exception (const struct rn_thoughts *thoughts, guint said)
{
	int tongues = rn_tongue_of (thoughts->language);

	for (guint i = said + 1; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		if (piece->meaning == RN_MEANS_BUT && !rn_thought_has_date (thoughts, piece->thought) &&
		    !has_number (thoughts, piece->thought) &&
		    rn_lexicon_find (&rn_when_words, &thoughts->tokens, piece->first, tongues, RN_WHEN_NOT) != NULL)
			return TRUE;
	}
	return FALSE;
}

gboolean
rn_piece_is_restricted (const struct rn_thoughts *thoughts, guint said, gboolean is_yes)
{
	if (is_yes && (rn_piece_is_limited (thoughts, said) || is_obscured (thoughts, said)))
		return TRUE;
	return has_exception (thoughts, said);
}

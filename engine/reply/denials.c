#include "denials.h"

#define NAMED_REACH 4   /* pieces: "it's not that I'm not interested" */
#define REFUSAL_REACH 2 /* pieces between "not" and "refuse": "I have no time and must decline" denies nothing */

gboolean
rn_is_negation (const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_NOT || piece->meaning == RN_MEANS_CANNOT ||
	       (piece->meaning == RN_MEANS_NO && piece->phrase->is_particle);
}

/* "I do not want to", "will ich nicht" */
static gboolean
is_no_phrase (const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_NO && piece->n_words > 1;
}

/* "Definitely not", "absolut nicht" */
static gboolean
ends_with_not (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	return is_no_phrase (piece) &&
	       rn_lexicon_find (&rn_phrases, &thoughts->tokens, piece->first + piece->n_words - 1, piece->phrase->tongues,
	                        RN_MEANS_NOT) != NULL;
}

/* The "sagen" of "nein sagen" and "nein zu sagen". */
static gboolean
is_said_behind (const struct rn_thoughts *thoughts, guint i)
{
	guint next = i + 1;

	if (next < thoughts->pieces->len && rn_piece_at (thoughts, next)->meaning == RN_MEANS_FILLER)
		next++;
	return next < thoughts->pieces->len && rn_piece_at (thoughts, next)->meaning == RN_MEANS_SAY &&
	       rn_is_in_clause (thoughts, next, i);
}

/* "I can't say no", "I'd be a fool to refuse", "da sage ich nicht nein", "je ne peux pas refuser": a refusal that is
 * itself denied. Two negations without a verb of saying are one: "no quiero ninguno". */
gboolean
rn_is_denied_refusal (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	gboolean says = piece->meaning == RN_MEANS_REFUSE, denies = FALSE;

	if (piece->meaning != RN_MEANS_NO && !says)
		return FALSE;
	guint reach = says ? REFUSAL_REACH : RN_NEGATION_REACH;
	if ((piece->phrase->tongues & (RN_DE | RN_NL)) != 0)
		says |= is_said_behind (thoughts, i);
	for (guint before = i; before > 0 && i - before < RN_NEGATION_REACH &&
	     rn_is_in_clause (thoughts, before - 1, i); before--) {
		const struct rn_piece *other = rn_piece_at (thoughts, before - 1);
		denies |= other->meaning == RN_MEANS_FOLLY;
		if (i - before >= reach)
			continue;
		says |= other->meaning == RN_MEANS_SAY;
		denies |= rn_is_negation (other) || (says && ends_with_not (thoughts, other)) ||
		          (before == i && piece->meaning == RN_MEANS_REFUSE && is_no_phrase (other));
	}
	return says && denies;
}

gboolean
rn_is_named_no (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	guint before = i > 0 && rn_piece_at (thoughts, i - 1)->meaning == RN_MEANS_FILLER ? i - 1 : i;

	/* Romance languages negate twice what they negate */
	if (piece->n_words > 1)
		return (piece->phrase->tongues & (RN_EN | RN_DE | RN_NL)) != 0 &&
		       rn_piece_is_behind (thoughts, i, RN_MEANS_NOT, NAMED_REACH);
	return before > 0 && rn_piece_at (thoughts, before - 1)->meaning == RN_MEANS_NOT &&
	       rn_piece_at (thoughts, before - 1)->clause == piece->clause;
}

gboolean
rn_is_plain_word (const struct rn_piece *piece)
{
	return (piece->meaning == RN_MEANS_YES || piece->meaning == RN_MEANS_NO) && piece->n_words == 1 &&
	       piece->phrase->value == 1 && piece->phrase->strength == RN_SURE;
}

/* The negation of such a one. */
gboolean
rn_denies_refusal (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	if (!rn_is_negation (piece) && !is_no_phrase (piece))
		return FALSE;
	for (guint next = i + 1; next < thoughts->pieces->len && next <= i + RN_NEGATION_REACH; next++)
		if (rn_piece_at (thoughts, next)->clause == piece->clause && rn_is_denied_refusal (thoughts, next))
			return TRUE;
	return FALSE;
}

/* Whether a piece denies the objection at `object`: "no objection", "nichts dagegen", "don't want
 * to miss it", and, as German, Dutch and French do, "stört mich nicht". */
static gboolean
denies (const struct rn_thoughts *thoughts, guint i, guint object)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i), *objection = rn_piece_at (thoughts, object);

	if ((objection->meaning != RN_MEANS_OBJECT && objection->meaning != RN_MEANS_MISS) ||
	    piece->clause != objection->clause || piece->is_spent ||
	    (piece->meaning != RN_MEANS_NO && !rn_is_negation (piece)))
		return FALSE;
	return i < object || (piece->phrase->tongues & (RN_DE | RN_NL | RN_FR)) != 0;
}

/* Whether a piece near by denies piece i, or is denied by it. */
static gboolean
near_by (const struct rn_thoughts *thoughts, guint i, gboolean is_denied)
{
	guint other = i > RN_NEGATION_REACH ? i - RN_NEGATION_REACH : 0;

	for (; other < thoughts->pieces->len && other <= i + RN_NEGATION_REACH; other++)
		if (other != i && (is_denied ? denies (thoughts, other, i) : denies (thoughts, i, other)))
			return TRUE;
	return FALSE;
}

gboolean
rn_is_denied_objection (const struct rn_thoughts *thoughts, guint i)
{
	return near_by (thoughts, i, TRUE);
}

gboolean
rn_denies_objection (const struct rn_thoughts *thoughts, guint i)
{
	return near_by (thoughts, i, FALSE);
}

/* "niente in contrario", "no problem": another "not" before it is the same one, said twice. */
static gboolean
negates_itself (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	static const enum rn_meaning negations[] = { RN_MEANS_NOT, RN_MEANS_NO };

	for (gsize i = 0; piece->n_words > 1 && i < G_N_ELEMENTS (negations); i++) {
		const struct rn_phrase *first =
			rn_lexicon_find (&rn_phrases, &thoughts->tokens, piece->first, piece->phrase->tongues,
			                 (int) negations[i]);
		if (first != NULL && first->n_words == 1)
			return TRUE;
	}
	return FALSE;
}

/* "Not busy", "I'm never too busy for that"; "not" and "can't" that mean the same do not deny each other. */
gboolean
rn_is_denied_hindrance (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	for (gsize word = piece->first; word < piece->first + piece->n_words; word++)
		if (rn_lexicon_find (&rn_phrases, &thoughts->tokens, word, piece->phrase->tongues, RN_MEANS_NOT) != NULL)
			return FALSE;
	return rn_piece_is_behind (thoughts, i, RN_MEANS_NOT, 2);
}

/* Whether "not" stands before it, or, as German, Dutch and French do, behind it. */
gboolean
rn_is_negated (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	if (negates_itself (thoughts, piece))
		return FALSE;
	if (rn_piece_is_behind (thoughts, i, RN_MEANS_NOT, RN_NEGATION_REACH) ||
	    rn_piece_is_behind (thoughts, i, RN_MEANS_CANNOT, RN_NEGATION_REACH))
		return TRUE;
	if (rn_piece_is_behind (thoughts, i, RN_MEANS_NO, RN_NEGATION_REACH))
		return !rn_is_plain_word (piece); /* "infelizmente não posso", "keiner passt mir" */
	for (guint next = i + 1; next < thoughts->pieces->len && next <= i + RN_NEGATION_REACH; next++) {
		const struct rn_piece *other = rn_piece_at (thoughts, next);
		if (other->clause != piece->clause || other->meaning == RN_MEANS_YES)
			return FALSE;
		gboolean is_no = other->meaning == RN_MEANS_NOT ||
		                 (other->meaning == RN_MEANS_NO && !rn_is_plain_word (other));
		if (is_no && !other->is_spent && (other->phrase->tongues & (RN_DE | RN_NL | RN_FR)))
			return TRUE;
	}
	return FALSE;
}

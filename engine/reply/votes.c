#include "votes.h"

#include <string.h>

#include "another.h"
#include "asked.h"
#include "conditions.h"
#include "denials.h"

#define DOUBLE_NEGATION 75   /* percent: understatement is a weak yes, and a receipt follows */
#define DENIED_OBJECTION 85  /* "no objection" */
#define MANY_UNKNOWN 3       /* words of a thought not understood: a single word may mean anything */

/* Whether only pieces that say nothing stand before it in its clause: of fillers at
 * most so many. */
gboolean
rn_piece_leads (const struct rn_thoughts *thoughts, guint i, int fillers, gboolean after_polar)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	for (guint before = i; before > 0; before--) {
		const struct rn_piece *other = rn_piece_at (thoughts, before - 1);
		if (other->clause != piece->clause)
			break;
		switch (other->meaning) {
		case RN_MEANS_COURTESY: case RN_MEANS_GREETING: case RN_MEANS_UNDO: case RN_MEANS_BUT: case RN_MEANS_ONLY:
			break;
		case RN_MEANS_YES: case RN_MEANS_DONE: case RN_MEANS_NO:
			if (!after_polar)
				return FALSE;
			break;
		case RN_MEANS_FILLER: case RN_MEANS_AMOUNT:
			if (fillers-- <= 0)
				return FALSE;
			break;
		default:
			if (other->date < 0)
				return FALSE;
		}
	}
	return TRUE;
}

/* The mark right behind a piece. */
static char
mark_behind (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	return rn_token_mark_behind (&thoughts->tokens, piece->first + piece->n_words - 1);
}

gboolean
rn_piece_is_bound (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_piece *next = i + 1 < thoughts->pieces->len ? rn_piece_at (thoughts, i + 1) : NULL;

	if (piece->phrase == NULL || !piece->phrase->is_particle || next == NULL || mark_behind (thoughts, piece) != '\0')
		return FALSE;
	return rn_piece_is_unknown (next) || (piece->meaning == RN_MEANS_YES &&
	                                      (next->number >= 0 || next->meaning == RN_MEANS_CARDINAL ||
	                                       next->meaning == RN_MEANS_NO || next->meaning == RN_MEANS_NOT));
}

/* Later thoughts are told, not answered. */
int
rn_piece_lateness (const struct rn_piece *piece)
{
	return piece->thought <= 1 ? 0 : piece->thought <= 3 ? 8 : 25;
}

/* Words of a language that no table has may turn a "ja" or "nej" round: "Nej, det går bra". */
static gboolean
is_foreign (const struct rn_thoughts *thoughts, const struct rn_piece *piece, int unknown)
{
	gboolean is_guess = rn_tongue_of (thoughts->language) == RN_ANY_TONGUE;

	return is_guess && unknown > 0 && (unknown > 1 || piece->phrase->tongues == RN_OTHER);
}

static int
polar_strength (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int unknown = rn_thought_unknown (thoughts, piece->thought);
	int strength = piece->phrase->strength - rn_piece_lateness (piece);

	if (rn_piece_is_bound (thoughts, i) || is_foreign (thoughts, piece, unknown))
		return MIN (strength, RN_UNSURE);
	if (rn_piece_leads (thoughts, i, 2, TRUE) && (piece->n_words > 1 || strength >= 90 || unknown <= MANY_UNKNOWN))
		return strength - (unknown > MANY_UNKNOWN ? 5 : 0);
	if (piece->n_words == 1 && unknown > 1)
		return MIN (strength, RN_UNSURE);
	return strength - (unknown > 2 * MANY_UNKNOWN ? 15 : 6);
}

/* "I can't say": and nothing of what. */
static gboolean
leaves_open (const struct rn_thoughts *thoughts, guint i)
{
	gboolean says = FALSE;

	for (guint next = i + 1; next < thoughts->pieces->len && rn_is_in_clause (thoughts, next, i); next++) {
		says |= rn_piece_at (thoughts, next)->meaning == RN_MEANS_SAY;
		if (rn_piece_at (thoughts, next)->meaning == RN_MEANS_YES ||
		    rn_piece_at (thoughts, next)->meaning == RN_MEANS_NO)
			return FALSE;
	}
	return says;
}

/* HELP, STOP and the like as a command, not as a word of a sentence. */
static int
command_strength (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int unknown = rn_thought_unknown (thoughts, piece->thought);
	int strength = piece->phrase->strength - rn_piece_lateness (piece);

	if (rn_piece_is_behind (thoughts, i, RN_MEANS_NOT, 3) || rn_piece_is_behind (thoughts, i, RN_MEANS_IF, 3))
		return 0;
	if (piece->n_words > 1 || piece->phrase->is_particle)
		return strength - (unknown > 2 * MANY_UNKNOWN ? 25 : rn_piece_leads (thoughts, i, 2, FALSE) ? 2 : 10);
	if (!rn_piece_leads (thoughts, i, 0, FALSE))
		return 0;
	if (piece->meaning == RN_MEANS_WHY)
		return unknown <= 1 || mark_behind (thoughts, piece) == '?' ? strength : strength - 20;
	return unknown <= 1 ? strength : unknown <= MANY_UNKNOWN ? strength - 25 : 40;
}

/* "I'd be mad to refuse": a verb alone is a no where all is understood. */
static int
refusal_strength (const struct rn_judge *judge, guint i)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
	int strength = polar_strength (&judge->thoughts, i);
	gboolean is_obscure = piece->meaning == RN_MEANS_REFUSE &&
	                      rn_thought_unknown (&judge->thoughts, piece->thought) > 0;

	return is_obscure || rn_is_rhetorical_no (judge, i) || rn_is_named_no (&judge->thoughts, i)
	       ? MIN (strength, RN_UNSURE) : strength;
}

/* "I will not miss it": of what she will the verb decides. */
static gboolean
is_beside_miss (const struct rn_thoughts *thoughts, guint i)
{
	for (guint other = 0; other < thoughts->pieces->len; other++)
		if (rn_piece_at (thoughts, other)->meaning == RN_MEANS_MISS && rn_is_in_clause (thoughts, other, i))
			return TRUE;
	return FALSE;
}

/* "Let's talk in autumn": a day that lies two weeks ahead at least. */
static gboolean
speaks_of_far_date (const struct rn_thoughts *thoughts, int thought, rn_time written)
{
	for (guint i = 0; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		const struct rn_when *when = piece->date >= 0 && piece->thought == thought
		                             ? &thoughts->dates[piece->date] : NULL;
		if (when != NULL && !when->has_time && !when->is_past && !when->is_excluded &&
		    when->start > written + 14 * RN_DAY)
			return TRUE;
	}
	return FALSE;
}

static void
add_vote (struct rn_judge *judge, enum rn_intent intent, int strength, guint piece)
{
	gboolean is_unsure = (intent == RN_INTENT_YES || intent == RN_INTENT_NO) &&
	                     (rn_piece_is_conditional (&judge->thoughts, piece) ||
	                      rn_is_told_of_another (&judge->thoughts, piece, intent == RN_INTENT_YES));
	struct rn_vote vote = { intent, is_unsure ? MIN (strength, RN_UNSURE) : strength, piece };

	/* "yes, although I have little time": only a plain refusal counts there */
	if (strength > 0 && (!rn_piece_at (&judge->thoughts, piece)->is_aside ||
	                     rn_piece_at (&judge->thoughts, piece)->meaning == RN_MEANS_NO))
		g_array_append_val (judge->votes, vote);
}

/* "Absolutely no interest", "definitely not possible": the adverb is said of the refusal. */
static gboolean
is_adverb_of_refusal (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_piece *next = i + 1 < thoughts->pieces->len ? rn_piece_at (thoughts, i + 1) : NULL;

	return next != NULL && next->meaning == RN_MEANS_NO && piece->n_words == 1 && !rn_is_plain_word (piece) &&
	       rn_is_in_clause (thoughts, i + 1, i) && mark_behind (thoughts, piece) == '\0';
}

/* ---- What each meaning votes for ---------------------------------------- */

static void
vote_yes (struct rn_judge *judge, guint i)
{
	const struct rn_thoughts *thoughts = &judge->thoughts;
	int strength = polar_strength (thoughts, i);

	if (is_adverb_of_refusal (thoughts, i) || rn_is_asked_about (judge, i) || is_beside_miss (thoughts, i))
		return;
	if (rn_is_asked (judge, i) ||
	    (rn_is_plain_word (rn_piece_at (thoughts, i)) && rn_is_named_no (thoughts, i)))
		strength = MIN (strength, RN_UNSURE);
	if (rn_is_negated (thoughts, i))
		add_vote (judge, RN_INTENT_NO, MIN (strength, 85) - 8, i);
	else
		add_vote (judge, RN_INTENT_YES, strength, i);
}

static void
vote_no (struct rn_judge *judge, guint i)
{
	if (rn_is_denied_refusal (&judge->thoughts, i))
		add_vote (judge, RN_INTENT_YES, rn_is_named_in_question (judge, i) ? RN_UNSURE : DOUBLE_NEGATION, i);
	else if (!rn_denies_refusal (&judge->thoughts, i) && !rn_denies_objection (&judge->thoughts, i))
		add_vote (judge, RN_INTENT_NO, refusal_strength (judge, i), i);
}

/* "I'm against it"; a problem is no refusal by itself. */
static void
vote_of_objection (struct rn_judge *judge, guint i)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);

	if (rn_is_denied_objection (&judge->thoughts, i))
		add_vote (judge, RN_INTENT_YES, DENIED_OBJECTION - rn_piece_lateness (piece), i);
	else if (piece->phrase->strength > 0)
		add_vote (judge, RN_INTENT_NO, polar_strength (&judge->thoughts, i), i);
}

/* What she will not miss may be her train. */
static void
vote_of_loss (struct rn_judge *judge, guint i)
{
	gboolean is_clear = rn_thought_unknown (&judge->thoughts, rn_piece_at (&judge->thoughts, i)->thought) == 0;

	if (rn_is_denied_objection (&judge->thoughts, i))
		add_vote (judge, RN_INTENT_YES, is_clear ? DOUBLE_NEGATION : RN_UNSURE, i);
}

static void
vote_later (struct rn_judge *judge, guint i)
{
	if (rn_piece_is_behind (&judge->thoughts, i, RN_MEANS_NOT, 2)) /* "don't ask me again" */
		add_vote (judge, RN_INTENT_NO, RN_UNSURE, i);
	else
		add_vote (judge, RN_INTENT_LATER, MIN (polar_strength (&judge->thoughts, i),
		                                       rn_is_named_in_question (judge, i) ? RN_UNSURE : 100), i);
}

static void
vote_after (struct rn_judge *judge, guint i)
{
	add_vote (judge, RN_INTENT_LATER, polar_strength (&judge->thoughts, i), i);
}

static void
vote_of_hindrance (struct rn_judge *judge, guint i)
{
	const struct rn_thoughts *thoughts = &judge->thoughts;
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int strength = polar_strength (thoughts, i);

	if (rn_denies_refusal (thoughts, i) || rn_denies_objection (thoughts, i) || leaves_open (thoughts, i) ||
	    rn_is_denied_hindrance (thoughts, i))
		return;
	if (rn_thought_unknown (thoughts, piece->thought) <= 1)
		strength = MAX (strength, 82 - rn_piece_lateness (piece));
	if (rn_piece_is_behind (thoughts, i, RN_MEANS_BECAUSE, RN_NEGATION_REACH)) /* "since Tom can't" */
		strength = MIN (strength, RN_UNSURE);
	add_vote (judge, RN_INTENT_NO, strength, i);
}

/* "I'd be crazy not to" */
static void
vote_of_folly (struct rn_judge *judge, guint i)
{
	const struct rn_piece *next = i + 1 < judge->thoughts.pieces->len ? rn_piece_at (&judge->thoughts, i + 1)
	                              : NULL;

	if (next != NULL && rn_is_negation (next) && next->clause == rn_piece_at (&judge->thoughts, i)->clause)
		add_vote (judge, RN_INTENT_YES, DOUBLE_NEGATION, i);
}

static void
vote_help (struct rn_judge *judge, guint i)
{
	add_vote (judge, RN_INTENT_HELP, command_strength (&judge->thoughts, i), i);
}

static void
vote_stop (struct rn_judge *judge, guint i)
{
	add_vote (judge, RN_INTENT_STOP, command_strength (&judge->thoughts, i), i);
}

static void
vote_elsewhere (struct rn_judge *judge, guint i)
{
	add_vote (judge, RN_INTENT_ELSEWHERE, command_strength (&judge->thoughts, i), i);
}

static void
vote_of_contact (struct rn_judge *judge, guint i)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
	gboolean is_unclear = is_foreign (&judge->thoughts, piece,
	                                  rn_thought_unknown (&judge->thoughts, piece->thought));

	if (speaks_of_far_date (&judge->thoughts, piece->thought, judge->written))
		add_vote (judge, RN_INTENT_LATER, is_unclear ? RN_UNSURE : 80 - rn_piece_lateness (piece), i);
}

static void
vote_why (struct rn_judge *judge, guint i)
{
	if (rn_is_rhetorical (&judge->thoughts, i))
		add_vote (judge, RN_INTENT_YES, 85 - rn_piece_lateness (rn_piece_at (&judge->thoughts, i)), i);
	else
		add_vote (judge, RN_INTENT_WHY, command_strength (&judge->thoughts, i), i);
}

static void
vote_undo (struct rn_judge *judge, guint i)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);

	add_vote (judge, RN_INTENT_UNDO, MIN (piece->phrase->strength - rn_piece_lateness (piece), 95), i);
}

void
rn_judge_hear (struct rn_judge *judge, guint i)
{
	static void (*const votes[RN_MEANS_ALL + 1]) (struct rn_judge *judge, guint i) = {
		[RN_MEANS_YES] = vote_yes,         [RN_MEANS_DONE] = vote_yes,
		[RN_MEANS_NO] = vote_no,           [RN_MEANS_REFUSE] = vote_no,
		[RN_MEANS_OBJECT] = vote_of_objection,
		[RN_MEANS_MISS] = vote_of_loss,
		[RN_MEANS_CANNOT] = vote_of_hindrance,
		[RN_MEANS_FOLLY] = vote_of_folly,
		[RN_MEANS_LATER] = vote_later,     [RN_MEANS_AFTER] = vote_after,
		[RN_MEANS_CONTACT] = vote_of_contact,
		[RN_MEANS_HELP] = vote_help,       [RN_MEANS_STOP] = vote_stop,
		[RN_MEANS_ELSEWHERE] = vote_elsewhere,
		[RN_MEANS_WHY] = vote_why,         [RN_MEANS_UNDO] = vote_undo,
	};
	enum rn_meaning meaning = rn_piece_at (&judge->thoughts, i)->meaning;

	if (votes[meaning] != NULL)
		votes[meaning] (judge, i);
}

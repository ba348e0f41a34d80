#include "judge.h"

#include <string.h>

#include "another.h"
#include "conditions.h"
#include "denials.h"

#define DOUBLE_NEGATION 75   /* percent: understatement is a weak yes, and a receipt follows */
#define DENIED_OBJECTION 85  /* "no objection" */
#define SURE_YES 95          /* a plain "yes" is one whatever stands behind it */
#define UNSURE 45            /* what only a person can weigh */
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

/* "no idea", "no puedo", "I'm in two minds": the word belongs to the next one. */
static gboolean
is_bound (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_piece *next = i + 1 < thoughts->pieces->len ? rn_piece_at (thoughts, i + 1) : NULL;

	if (!piece->phrase->is_particle || next == NULL || mark_behind (thoughts, piece) != '\0')
		return FALSE;
	return rn_piece_is_unknown (next) || (piece->meaning == RN_MEANS_YES && (next->number >= 0 || next->meaning == RN_MEANS_CARDINAL ||
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

	if (is_bound (thoughts, i) || is_foreign (thoughts, piece, unknown))
		return MIN (strength, UNSURE);
	if (rn_piece_leads (thoughts, i, 2, TRUE) && (piece->n_words > 1 || strength >= 90 || unknown <= MANY_UNKNOWN))
		return strength - (unknown > MANY_UNKNOWN ? 5 : 0);
	if (piece->n_words == 1 && unknown > 1)
		return MIN (strength, UNSURE);
	return strength - (unknown > 2 * MANY_UNKNOWN ? 15 : 6);
}

/* "I can't say": and nothing of what. */
static gboolean
leaves_open (const struct rn_thoughts *thoughts, guint i)
{
	gboolean says = FALSE;

	for (guint next = i + 1; next < thoughts->pieces->len && rn_piece_at (thoughts, next)->clause == rn_piece_at (thoughts, i)->clause; next++) {
		says |= rn_piece_at (thoughts, next)->meaning == RN_MEANS_SAY;
		if (rn_piece_at (thoughts, next)->meaning == RN_MEANS_YES || rn_piece_at (thoughts, next)->meaning == RN_MEANS_NO)
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

/* "Why not", with words between: "warum eigentlich nicht?", "why wouldn't I?" */
static gboolean
is_rhetorical (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int unknown = 0;

	for (guint next = i + 1; next < thoughts->pieces->len && rn_piece_at (thoughts, next)->thought == piece->thought; next++) {
		const struct rn_piece *other = rn_piece_at (thoughts, next);
		unknown += rn_piece_is_unknown (other);
		if (unknown > 1 || next > i + 3)
			return FALSE;
		if (rn_is_negation (other))
			return next + 3 >= thoughts->pieces->len || rn_piece_at (thoughts, next + 2)->thought != piece->thought;
	}
	return FALSE;
}

/* "Worum geht es?": the verb is asked about. */
static gboolean
is_asked_about (const struct rn_thoughts *thoughts, guint i)
{
	return rn_piece_at (thoughts, i)->phrase->strength < 90 && rn_piece_is_behind (thoughts, i, RN_MEANS_QUESTION, RN_NEGATION_REACH);
}

/* "Is Max okay with it?", "does yes mean that …?": a question that names an answer gives none. A wish
 * that opens it does: "would love to?" */
static gboolean
is_named_in_question (const struct rn_judge *judge, guint i)
{
	const struct rn_thoughts *thoughts = &judge->thoughts;
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const char *rest = judge->text + rn_token_at (&thoughts->tokens, piece->first)->at;

	return !rn_piece_leads (thoughts, i, piece->n_words > 1 ? 2 : 0, TRUE) && rest[strcspn (rest, ",;:.!?\n")] == '?';
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

/* "Yes?", and nothing else before the sign */
static gboolean
is_asked (const struct rn_judge *judge, guint i)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
	const struct rn_token *word = rn_token_at (&judge->thoughts.tokens, piece->first);
	const char *behind = judge->text + word->at + word->size;

	return piece->n_words == 1 && behind[strspn (behind, " ")] == '?';
}

/* "Who could say no?" */
static gboolean
is_rhetorical_no (const struct rn_judge *judge, guint i)
{
	const struct rn_thoughts *thoughts = &judge->thoughts;
	const char *rest = judge->text + rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i)->first)->at;

	return rest[strcspn (rest, ",;:.!?\n")] == '?' || rn_piece_is_behind (thoughts, i, RN_MEANS_QUESTION, RN_NEGATION_REACH) ||
	       rn_piece_is_behind (thoughts, i, RN_MEANS_WHY, RN_NEGATION_REACH);
}

/* "I'd be mad to refuse": a verb alone is a no where all is understood. */
static int
refusal_strength (const struct rn_judge *judge, guint i)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
	int strength = polar_strength (&judge->thoughts, i);
	gboolean is_obscure = piece->meaning == RN_MEANS_REFUSE && rn_thought_unknown (&judge->thoughts, piece->thought) > 0;

	return is_obscure || is_rhetorical_no (judge, i) || rn_is_named_no (&judge->thoughts, i) ? MIN (strength, UNSURE) : strength;
}

/* "I will not miss it": of what she will the verb decides. */
static gboolean
is_beside_miss (const struct rn_thoughts *thoughts, guint i)
{
	for (guint other = 0; other < thoughts->pieces->len; other++)
		if (rn_piece_at (thoughts, other)->meaning == RN_MEANS_MISS && rn_piece_at (thoughts, other)->clause == rn_piece_at (thoughts, i)->clause)
			return TRUE;
	return FALSE;
}

/* "Let's talk in autumn": a day that lies two weeks ahead at least. */
static gboolean
speaks_of_far_date (const struct rn_thoughts *thoughts, int thought, rn_time written)
{
	for (guint i = 0; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		const struct rn_when *when = piece->date >= 0 && piece->thought == thought ? &thoughts->dates[piece->date] : NULL;
		if (when != NULL && !when->has_time && !when->is_past && !when->is_excluded && when->start > written + 14 * RN_DAY)
			return TRUE;
	}
	return FALSE;
}

static void
add_vote (struct rn_judge *judge, enum rn_intent intent, int strength, guint piece)
{
	gboolean is_unsure = (intent == RN_INTENT_YES || intent == RN_INTENT_NO) &&
	                     (rn_piece_is_conditional (&judge->thoughts, piece) || rn_is_told_of_another (&judge->thoughts, piece, intent == RN_INTENT_YES));
	struct rn_vote vote = { intent, is_unsure ? MIN (strength, UNSURE) : strength, piece };

	/* "yes, although I have little time": only a plain refusal counts there */
	if (strength > 0 && (!rn_piece_at (&judge->thoughts, piece)->is_aside || rn_piece_at (&judge->thoughts, piece)->meaning == RN_MEANS_NO))
		g_array_append_val (judge->votes, vote);
}

static void
vote_on (struct rn_judge *judge, guint i)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
	int strength;

	switch (piece->meaning) {
	case RN_MEANS_YES:
	case RN_MEANS_DONE:
		strength = MIN (polar_strength (&judge->thoughts, i), is_asked (judge, i) || is_named_in_question (judge, i) ? UNSURE : 100);
		if (is_asked_about (&judge->thoughts, i) || is_asked_whether (judge, i) || is_beside_miss (&judge->thoughts, i))
			break;
		if (rn_is_negated (&judge->thoughts, i))
			add_vote (judge, RN_INTENT_NO, MIN (strength, 85) - 8, i);
		else
			add_vote (judge, RN_INTENT_YES, strength, i);
		break;
	case RN_MEANS_NO:
	case RN_MEANS_REFUSE:
		if (rn_is_denied_refusal (&judge->thoughts, i))
			add_vote (judge, RN_INTENT_YES, is_named_in_question (judge, i) ? UNSURE : DOUBLE_NEGATION, i);
		else if (!rn_denies_refusal (&judge->thoughts, i) && !rn_denies_objection (&judge->thoughts, i))
			add_vote (judge, RN_INTENT_NO, refusal_strength (judge, i), i);
		break;
	case RN_MEANS_OBJECT:
		if (rn_is_denied_objection (&judge->thoughts, i))
			add_vote (judge, RN_INTENT_YES, DENIED_OBJECTION - rn_piece_lateness (piece), i);
		else if (piece->phrase->strength > 0) /* "I'm against it"; a problem is none by itself */
			add_vote (judge, RN_INTENT_NO, polar_strength (&judge->thoughts, i), i);
		break;
	case RN_MEANS_MISS: /* what she will not miss may be her train */
		if (rn_is_denied_objection (&judge->thoughts, i))
			add_vote (judge, RN_INTENT_YES, rn_thought_unknown (&judge->thoughts, piece->thought) > 0 ? UNSURE : DOUBLE_NEGATION, i);
		break;
	case RN_MEANS_LATER:
		if (rn_piece_is_behind (&judge->thoughts, i, RN_MEANS_NOT, 2)) { /* "don't ask me again" */
			add_vote (judge, RN_INTENT_NO, UNSURE, i);
			break;
		}
		add_vote (judge, RN_INTENT_LATER, MIN (polar_strength (&judge->thoughts, i), is_named_in_question (judge, i) ? UNSURE : 100), i);
		break;
	case RN_MEANS_FOLLY: /* "I'd be crazy not to" */
		if (i + 1 < judge->thoughts.pieces->len && rn_is_negation (rn_piece_at (&judge->thoughts, i + 1)) &&
		    rn_piece_at (&judge->thoughts, i + 1)->clause == piece->clause)
			add_vote (judge, RN_INTENT_YES, DOUBLE_NEGATION, i);
		break;
	case RN_MEANS_AFTER:
		add_vote (judge, RN_INTENT_LATER, polar_strength (&judge->thoughts, i), i);
		break;
	case RN_MEANS_CANNOT:
		if (rn_denies_refusal (&judge->thoughts, i) || rn_denies_objection (&judge->thoughts, i) || leaves_open (&judge->thoughts, i))
			break;
		strength = polar_strength (&judge->thoughts, i);
		if (rn_thought_unknown (&judge->thoughts, piece->thought) <= 1)
			strength = MAX (strength, 82 - rn_piece_lateness (piece));
		if (rn_piece_is_behind (&judge->thoughts, i, RN_MEANS_BECAUSE, RN_NEGATION_REACH)) /* "since Tom can't" */
			strength = MIN (strength, UNSURE);
		add_vote (judge, RN_INTENT_NO, strength, i);
		break;
	case RN_MEANS_HELP:
		add_vote (judge, RN_INTENT_HELP, command_strength (&judge->thoughts, i), i);
		break;
	case RN_MEANS_STOP:
		add_vote (judge, RN_INTENT_STOP, command_strength (&judge->thoughts, i), i);
		break;
	case RN_MEANS_ELSEWHERE:
		add_vote (judge, RN_INTENT_ELSEWHERE, command_strength (&judge->thoughts, i), i);
		break;
	case RN_MEANS_CONTACT:
		if (speaks_of_far_date (&judge->thoughts, piece->thought, judge->written))
			add_vote (judge, RN_INTENT_LATER, is_foreign (&judge->thoughts, piece, rn_thought_unknown (&judge->thoughts, piece->thought)) ? UNSURE : 80 - rn_piece_lateness (piece), i);
		break;
	case RN_MEANS_WHY:
		if (is_rhetorical (&judge->thoughts, i))
			add_vote (judge, RN_INTENT_YES, 85 - rn_piece_lateness (piece), i);
		else
			add_vote (judge, RN_INTENT_WHY, command_strength (&judge->thoughts, i), i);
		break;
	case RN_MEANS_UNDO:
		add_vote (judge, RN_INTENT_UNDO, MIN (piece->phrase->strength - rn_piece_lateness (piece), 95), i);
		break;
	default:
		break;
	}
}

gboolean
rn_intent_is_polar (enum rn_intent intent)
{
	return intent == RN_INTENT_YES || intent == RN_INTENT_NO || intent == RN_INTENT_LATER;
}

/* Whether a piece of this meaning is there, from one on, that no date has taken. */
static gboolean
says_from (const struct rn_judge *judge, enum rn_meaning meaning, guint first)
{
	for (guint i = first; i < judge->thoughts.pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
		if (piece->meaning == meaning && !piece->is_spent && !piece->is_aside)
			return TRUE;
	}
	return FALSE;
}

gboolean
rn_judge_says (const struct rn_judge *judge, enum rn_meaning meaning)
{
	return says_from (judge, meaning, 0);
}

/* "Great! Unfortunately I'm leaving the company": who can no longer take part is no yes. */
static gboolean
is_misdirected (const struct rn_judge *judge)
{
	for (guint i = 0; i < judge->votes->len; i++) {
		const struct rn_vote *vote = &g_array_index (judge->votes, struct rn_vote, i);
		if (vote->intent == RN_INTENT_HELP && vote->strength >= RN_ASK_BACK && rn_piece_at (&judge->thoughts, vote->piece)->phrase->is_particle)
			return TRUE;
	}
	return FALSE;
}

/* The last thing taken back is the one that is meant: "I said yes, I meant no". */
static guint
first_that_counts (const struct rn_judge *judge)
{
	guint first = 0;

	for (guint i = 0; i < judge->votes->len; i++)
		if (g_array_index (judge->votes, struct rn_vote, i).intent == RN_INTENT_UNDO)
			first = i;
	for (guint i = first; i < judge->votes->len; i++)
		if (rn_intent_is_polar (g_array_index (judge->votes, struct rn_vote, i).intent))
			return first;
	return 0;
}

/* "My yes was a mistake", "ich habe aus Versehen auf NEIN geklickt": the thought takes back what it names,
 * with nothing behind it or with what tells of a mistake anywhere in it. */
static gboolean
is_taken_back (const struct rn_judge *judge, const struct rn_vote *vote)
{
	int thought = rn_piece_at (&judge->thoughts, vote->piece)->thought;
	gboolean is_undone = FALSE;

	for (guint i = 0; i < judge->votes->len; i++) {
		const struct rn_vote *other = &g_array_index (judge->votes, struct rn_vote, i);
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, other->piece);
		if (other->intent == RN_INTENT_UNDO && piece->thought == thought)
			is_undone |= other->piece > vote->piece || (piece->phrase->is_particle && piece->clause == rn_piece_at (&judge->thoughts, vote->piece)->clause);
	}
	return is_undone;
}

/* "I would like to talk to a person": the wish is for what was commanded. */
static gboolean
is_part_of_command (const struct rn_judge *judge, const struct rn_vote *vote)
{
	const struct rn_piece *piece = rn_piece_at (&judge->thoughts, vote->piece);

	for (guint i = 0; vote->intent == RN_INTENT_YES && i < judge->votes->len; i++) {
		const struct rn_vote *other = &g_array_index (judge->votes, struct rn_vote, i);
		gboolean is_command = other->intent == RN_INTENT_STOP || other->intent == RN_INTENT_HELP || other->intent == RN_INTENT_ELSEWHERE;
		if (is_command && other->strength >= 80 && other->piece > vote->piece &&
		    rn_piece_at (&judge->thoughts, other->piece)->clause == piece->clause)
			return piece->phrase != NULL && piece->phrase->strength < SURE_YES;
	}
	return FALSE;
}

static gboolean
is_said (const struct rn_judge *judge, enum rn_intent intent)
{
	for (guint i = 0; i < judge->votes->len; i++) {
		const struct rn_vote *vote = &g_array_index (judge->votes, struct rn_vote, i);
		if (vote->intent == intent && vote->strength >= RN_ASK_BACK)
			return TRUE;
	}
	return FALSE;
}

/* "Yes, but only after my holiday": the yes stands, and this is its wish about the date. */
static gboolean
is_wish (const struct rn_judge *judge, const struct rn_vote *vote)
{
	return rn_piece_at (&judge->thoughts, vote->piece)->meaning == RN_MEANS_AFTER && is_said (judge, RN_INTENT_YES) &&
	       !is_said (judge, RN_INTENT_NO);
}

/* "I'd love to, but I can't": the wish was courtesy. */
static gboolean
is_polite_refusal (const struct rn_judge *judge, const struct rn_vote *wish, const struct rn_vote *vote)
{
	return wish->intent == RN_INTENT_YES && vote->intent == RN_INTENT_NO && vote->strength >= RN_ASK_BACK &&
	       (rn_piece_at (&judge->thoughts, wish->piece)->n_words > 1 || wish->strength < SURE_YES) &&
	       rn_starts_with_but (&judge->thoughts, vote->piece);
}

/* "But yes", and nothing between: whatever was weighed before it. */
static gboolean
settles (const struct rn_judge *judge, const struct rn_vote *vote)
{
	return vote->intent == RN_INTENT_YES && vote->strength >= SURE_YES && rn_starts_with_but (&judge->thoughts, vote->piece) &&
	       rn_piece_leads (&judge->thoughts, vote->piece, 0, FALSE);
}

/* "I have no time this week, but yes": what stands in the way stays out of it. */
static gboolean
is_overcome (const struct rn_judge *judge, const struct rn_vote *refusal, const struct rn_vote *vote)
{
	return refusal->intent == RN_INTENT_NO && rn_piece_at (&judge->thoughts, refusal->piece)->meaning == RN_MEANS_CANNOT && settles (judge, vote);
}

/* "No, but Friday would do": another day, and no other mind. */
static gboolean
is_alternative (const struct rn_judge *judge, const struct rn_vote *refusal, const struct rn_vote *vote)
{
	return refusal->intent == RN_INTENT_NO && vote->intent == RN_INTENT_YES && rn_starts_with_but (&judge->thoughts, vote->piece) &&
	       rn_thought_has_date (&judge->thoughts, rn_piece_at (&judge->thoughts, vote->piece)->thought);
}

/* One of yes, no and later out of all that were said, or NULL; contradictions make it
 * unsure. */
const struct rn_vote *
rn_judge_settle (const struct rn_judge *judge, int *confidence)
{
	const struct rn_vote *chosen = NULL;
	int against = 0;

	for (guint i = first_that_counts (judge); i < judge->votes->len; i++) {
		const struct rn_vote *vote = &g_array_index (judge->votes, struct rn_vote, i);
		if (!rn_intent_is_polar (vote->intent) || is_taken_back (judge, vote) || is_part_of_command (judge, vote) || is_wish (judge, vote))
			continue;
		gboolean is_later = vote->intent == RN_INTENT_LATER && vote->strength >= RN_ASK_BACK;
		if (chosen != NULL && is_alternative (judge, chosen, vote))
			continue;
		if (chosen != NULL && (is_polite_refusal (judge, chosen, vote) || is_overcome (judge, chosen, vote))) {
			chosen = vote;
			continue;
		}
		if (chosen == NULL || (chosen->strength < RN_ASK_BACK && vote->strength > chosen->strength) ||
		    (is_later && chosen->intent != RN_INTENT_LATER)) {
			against = chosen == NULL || is_later ? against : MAX (against, chosen->strength);
			chosen = vote;
		} else if (vote->intent != chosen->intent && chosen->intent != RN_INTENT_LATER) {
			against = MAX (against, vote->strength);
		}
	}
	if (chosen == NULL)
		return NULL;
	*confidence = chosen->strength;
	if (against >= RN_ASK_BACK)
		*confidence = MIN (*confidence, UNSURE);
	else if (against > 0)
		*confidence -= 10;
	if (chosen->intent != RN_INTENT_LATER && rn_piece_is_restricted (&judge->thoughts, chosen->piece, chosen->intent == RN_INTENT_YES))
		*confidence = MIN (*confidence, 50);
	if (says_from (judge, RN_MEANS_UNSURE, settles (judge, chosen) ? chosen->piece : 0) && chosen->intent != RN_INTENT_LATER)
		*confidence = MIN (*confidence, 50);
	if (chosen->intent == RN_INTENT_YES && is_misdirected (judge))
		*confidence = MIN (*confidence, UNSURE);
	return chosen;
}

void
rn_judge_init (struct rn_judge *judge, const char *text, const char *language, const char *quote, rn_time written,
               GTimeZone *zone)
{
	rn_thoughts_init (&judge->thoughts, text, language, quote, written, zone);
	judge->written = written;
	judge->text = text;
	judge->votes = g_array_new (FALSE, FALSE, sizeof (struct rn_vote));
	for (guint i = 0; i < judge->thoughts.pieces->len; i++)
		if (!rn_piece_at (&judge->thoughts, i)->is_spent)
			vote_on (judge, i);
}

void
rn_judge_clear (struct rn_judge *judge)
{
	g_array_unref (judge->votes);
	rn_thoughts_clear (&judge->thoughts);
}

#include "judge.h"

#include <string.h>

#include "another.h"
#include "conditions.h"
#include "denials.h"
#include "votes.h"

#define SURE_YES 95 /* a plain "yes" is one whatever stands behind it */

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
		if (vote->intent == RN_INTENT_HELP && vote->strength >= RN_ASK_BACK &&
		    rn_piece_at (&judge->thoughts, vote->piece)->phrase->is_particle)
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
			is_undone |= other->piece > vote->piece ||
			             (piece->phrase->is_particle && rn_is_in_clause (&judge->thoughts, other->piece, vote->piece));
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
		gboolean is_command = other->intent == RN_INTENT_STOP || other->intent == RN_INTENT_HELP ||
		                      other->intent == RN_INTENT_ELSEWHERE;
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
	return rn_piece_at (&judge->thoughts, vote->piece)->meaning == RN_MEANS_AFTER &&
	       is_said (judge, RN_INTENT_YES) &&
	       !is_said (judge, RN_INTENT_NO);
}

/* "I'd love to, but I can't": the wish was courtesy. */
static gboolean
is_polite_refusal (const struct rn_judge *judge, const struct rn_vote *wish, const struct rn_vote *vote)
{
	return wish->intent == RN_INTENT_YES && vote->intent == RN_INTENT_NO && vote->strength >= RN_ASK_BACK &&
	       (rn_piece_at (&judge->thoughts, wish->piece)->n_words > 1 || wish->strength < SURE_YES ||
	        rn_is_wish (&judge->thoughts, wish->piece)) &&
	       rn_starts_with_but (&judge->thoughts, vote->piece);
}

/* "I'd love to, though I can't" */
static gboolean
is_mere_wish (const struct rn_judge *judge, const struct rn_vote *wish)
{
	gboolean is_hindered = FALSE;

	for (guint i = wish->piece + 1; i < judge->thoughts.pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, i);
		is_hindered |= piece->is_aside && piece->meaning == RN_MEANS_CANNOT && !piece->is_spent;
	}
	return is_hindered && rn_is_wish (&judge->thoughts, wish->piece);
}

/* "But yes", and nothing between: whatever was weighed before it. */
static gboolean
settles (const struct rn_judge *judge, const struct rn_vote *vote)
{
	return vote->intent == RN_INTENT_YES && vote->strength >= SURE_YES &&
	       rn_starts_with_but (&judge->thoughts, vote->piece) &&
	       rn_piece_leads (&judge->thoughts, vote->piece, 0, FALSE);
}

/* "I have no time this week, but yes": what stands in the way stays out of it. */
static gboolean
is_overcome (const struct rn_judge *judge, const struct rn_vote *refusal, const struct rn_vote *vote)
{
	return refusal->intent == RN_INTENT_NO &&
	       rn_piece_at (&judge->thoughts, refusal->piece)->meaning == RN_MEANS_CANNOT && settles (judge, vote);
}

/* "No, but Friday would do": another day, and no other mind. */
static gboolean
is_alternative (const struct rn_judge *judge, const struct rn_vote *refusal, const struct rn_vote *vote)
{
	return refusal->intent == RN_INTENT_NO && vote->intent == RN_INTENT_YES &&
	       rn_starts_with_but (&judge->thoughts, vote->piece) &&
	       rn_thought_has_date (&judge->thoughts, rn_piece_at (&judge->thoughts, vote->piece)->thought);
}

/* "Yes, and we agreed to talk again in autumn": what comes next puts off nothing. */
static gboolean
is_farther_talk (const struct rn_judge *judge, const struct rn_vote *agreement, const struct rn_vote *vote)
{
	return vote->intent == RN_INTENT_LATER && rn_piece_at (&judge->thoughts, vote->piece)->meaning == RN_MEANS_CONTACT &&
	       agreement->intent == RN_INTENT_YES && agreement->strength >= SURE_YES;
}

/* "I don't say no, and I don't say yes" */
static gboolean
says_neither (const struct rn_judge *judge)
{
	gboolean is_no = FALSE, is_yes = FALSE;

	for (guint i = 0; i < judge->votes->len; i++) {
		guint at = g_array_index (judge->votes, struct rn_vote, i).piece;
		const struct rn_piece *piece = rn_piece_at (&judge->thoughts, at);
		is_no |= piece->meaning == RN_MEANS_NO && rn_is_denied_refusal (&judge->thoughts, at);
		is_yes |= piece->meaning == RN_MEANS_YES && rn_is_plain_word (piece) && rn_is_negated (&judge->thoughts, at);
	}
	return is_no && is_yes;
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
		if (!rn_intent_is_polar (vote->intent) || is_taken_back (judge, vote) ||
		    is_part_of_command (judge, vote) || is_wish (judge, vote))
			continue;
		gboolean is_later = vote->intent == RN_INTENT_LATER && vote->strength >= RN_ASK_BACK;
		if (chosen != NULL && (is_alternative (judge, chosen, vote) || is_farther_talk (judge, chosen, vote)))
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
	if (against >= RN_ASK_BACK || says_neither (judge))
		*confidence = MIN (*confidence, RN_UNSURE);
	else if (against > 0)
		*confidence -= 10;
	if (chosen->intent != RN_INTENT_LATER &&
	    rn_piece_is_restricted (&judge->thoughts, chosen->piece, chosen->intent == RN_INTENT_YES))
		*confidence = MIN (*confidence, 50);
	if (says_from (judge, RN_MEANS_UNSURE, settles (judge, chosen) ? chosen->piece : 0) &&
	    chosen->intent != RN_INTENT_LATER)
		*confidence = MIN (*confidence, 50);
	if (chosen->intent == RN_INTENT_YES && (is_misdirected (judge) || is_mere_wish (judge, chosen)))
		*confidence = MIN (*confidence, RN_UNSURE);
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
			rn_judge_hear (judge, i);
}

void
rn_judge_clear (struct rn_judge *judge)
{
	g_array_unref (judge->votes);
	rn_thoughts_clear (&judge->thoughts);
}

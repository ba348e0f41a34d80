#include "choice_doubts.h"

#include <string.h>

#include "choices.h"
#include "conditions.h"
#include "exclusions.h"
#include "votes.h"
#include "when_words.h"

#define NEAR_DOUBT 4 /* pieces from "maybe" to its number */

/* Whether a sign ties the number at this word to one before it. */
static gboolean
is_tied (const struct rn_thoughts *thoughts, gsize word)
{
	const struct rn_token *token = word < rn_tokens_count (&thoughts->tokens)
	                               ? rn_token_at (&thoughts->tokens, word) : NULL;

	return token != NULL && word > 0 && token->number >= 0 &&
	       rn_token_at (&thoughts->tokens, word - 1)->number >= 0 && token->is_tight &&
	       (token->mark == '.' || token->mark == ':');
}

/* The 14 of "14.30", both of "3.5". */
static gboolean
is_part (const struct rn_thoughts *thoughts, guint i)
{
	gsize word = rn_piece_at (thoughts, i)->first;

	return is_tied (thoughts, word) || is_tied (thoughts, word + 1);
}

/* "I had 2 last year" */
static gboolean
is_told_of (const struct rn_thoughts *thoughts, guint i)
{
	for (guint other = 0; other < thoughts->pieces->len; other++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, other);
		if (piece->date >= 0 && thoughts->dates[piece->date].is_past &&
		    piece->clause == rn_piece_at (thoughts, i)->clause)
			return TRUE;
	}
	return FALSE;
}

/* The 14 of "den 26 kl. 14": words of a language that is not known stand before it. */
static gboolean
is_behind_foreign (const struct rn_thoughts *thoughts, guint i)
{
	gboolean is_guess = thoughts->is_guessed || rn_tongue_of (thoughts->language) == RN_ANY_TONGUE;

	for (guint before = i; is_guess && before > 0; before--)
		if (rn_piece_is_unknown (rn_piece_at (thoughts, before - 1)) && !rn_joins_lines (thoughts, before - 1))
			return TRUE;
	return FALSE;
}

/* The 1 of "1. Wahl 5" and of "1st choice: 5": the choice behind it has its own number. */
static gboolean
is_rank (const struct rn_thoughts *thoughts, guint i)
{
	if (i + 2 >= thoughts->pieces->len || rn_piece_at (thoughts, i + 1)->meaning != RN_MEANS_CHOICE ||
	    rn_piece_at (thoughts, i + 2)->number < 0 ||
	    (i > 0 && rn_piece_at (thoughts, i - 1)->meaning == RN_MEANS_CHOICE))
		return FALSE;
	char before = rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i + 1)->first)->mark;
	char behind = rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i + 2)->first)->mark;
	return (before == '\0' || before == '.') && (behind == '\0' || behind == ':');
}

/* The 2 of "at most 2: numbers 4 and 5": the lines stand behind the colon. */
static gboolean
is_announcement (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	guint next = i + 1;

	while (next < thoughts->pieces->len && rn_piece_at (thoughts, next)->clause == piece->clause)
		next++;
	if (next == thoughts->pieces->len || rn_piece_at (thoughts, next)->thought != piece->thought)
		return FALSE;
	const struct rn_piece *behind = rn_piece_at (thoughts, next);
	const struct rn_token *first = rn_token_at (&thoughts->tokens, behind->first);
	gboolean has_number = FALSE;
	for (; next < thoughts->pieces->len && rn_piece_at (thoughts, next)->clause == behind->clause; next++)
		has_number |= rn_piece_at (thoughts, next)->number >= 0;
	return first->mark == ':' && !first->is_tight && has_number;
}

/* "At least 2", "any 2": which ones is left open; and no "2 up to 4". */
static gboolean
is_amount (const struct rn_thoughts *thoughts, guint i)
{
	if (i == 0 || rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i)->first)->mark != '\0' ||
	    rn_joins_lines (thoughts, i - 1))
		return FALSE;
	return rn_piece_at (thoughts, i - 1)->meaning == RN_MEANS_ALL ||
	       rn_piece_at (thoughts, i - 1)->meaning == RN_MEANS_AMOUNT;
}

/* The "of" of "a team of 4" and "2 of 5", in any language. */
static gboolean
is_of (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_token *token = rn_token_at (&thoughts->tokens, piece->first);

	return piece->date < 0 && token->mark == '\0' &&
	       ((piece->meaning == RN_MEANS_FILLER && piece->phrase->is_particle) ||
	        (token->senses & (guint64) 1 << RN_WHEN_OF) != 0);
}

static gboolean
counts (const struct rn_piece *piece)
{
	return piece->number >= 0 || piece->meaning == RN_MEANS_CARDINAL;
}

static gboolean
is_article (const struct rn_thoughts *thoughts, guint i, guint of)
{
	return rn_piece_at (thoughts, i)->meaning == RN_MEANS_FILLER && rn_is_in_clause (thoughts, i, of);
}

/* "3 of [us]", and "2 of the 5" in any language */
static gboolean
is_counted_out (const struct rn_thoughts *thoughts, guint i)
{
	guint n = thoughts->pieces->len, of = i + 1, next = i + 2;

	if (of >= n || !is_article (thoughts, of, i) || !is_of (thoughts, of))
		return FALSE;
	while (next < n && is_article (thoughts, next, of))
		next++;
	return rn_piece_at (thoughts, of)->phrase->is_particle ||
	       (next < n && rn_is_in_clause (thoughts, next, of) &&
	        (counts (rn_piece_at (thoughts, next)) || rn_is_line (rn_piece_at (thoughts, next))));
}

/* The 5 of "2 of the 5", the 1 and the 2 of "one of 1 or 2" */
static gboolean
is_counted_from (const struct rn_thoughts *thoughts, guint i)
{
	while (i > 1 && rn_joins_lines (thoughts, i - 1) && !is_of (thoughts, i - 1)) /* "of" is Dutch for "or" */
		i -= 2;
	guint of = i;
	while (of > 0 && is_article (thoughts, of - 1, i))
		of--;
	return of > 0 && of < i && i - of <= 2 && is_of (thoughts, of) && counts (rn_piece_at (thoughts, of - 1)) &&
	       rn_is_in_clause (thoughts, of - 1, i);
}

/* "The 2 of us", "a team of 4", "two of the 5": a number of people or things. */
static gboolean
is_part_of_some (const struct rn_thoughts *thoughts, guint i)
{
	return is_counted_out (thoughts, i) || is_counted_from (thoughts, i);
}

/* "Maybe 4", and what an "although" speaks of. */
static gboolean
is_doubted (const struct rn_thoughts *thoughts, guint i)
{
	return rn_piece_at (thoughts, i)->is_aside || rn_piece_is_behind (thoughts, i, RN_MEANS_UNSURE, NEAR_DOUBT);
}

/* The sign between the number at piece i and one right before it, -1 where none is. */
static int
sign_before (const struct rn_thoughts *thoughts, guint i)
{
	if (i == 0 || i >= thoughts->pieces->len || rn_piece_at (thoughts, i)->number < 0 ||
	    rn_piece_at (thoughts, i - 1)->number < 0)
		return -1;
	return rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i)->first)->mark;
}

/* "1. 5 2. 3": numbers and what they are of. */
static gboolean
is_paired (const struct rn_thoughts *thoughts, guint i)
{
	int before = sign_before (thoughts, i), behind = sign_before (thoughts, i + 1);

	return before == '.' ? behind == '\0' || (i > 1 && sign_before (thoughts, i - 1) == '\0')
	                     : behind == '.' && (before == '\0' || sign_before (thoughts, i + 2) == '\0');
}

static gboolean
is_joined (const struct rn_thoughts *thoughts, guint i, guint date)
{
	guint join = (i + date) / 2;

	return rn_piece_at (thoughts, join)->meaning == RN_MEANS_FILLER && rn_piece_at (thoughts, date)->date >= 0 &&
	       rn_is_in_thought (thoughts, join, i) && rn_is_in_clause (thoughts, date, i);
}

/* The 2 of "2 or 3 April", the 3 of "April 2 or 3": it may be another day of the month. */
static gboolean
may_be_day (const struct rn_thoughts *thoughts, guint i)
{
	if (i + 2 < thoughts->pieces->len && is_joined (thoughts, i, i + 2) &&
	    rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i + 2)->first)->number >= 0)
		return TRUE;
	if (i < 2 || !is_joined (thoughts, i, i - 2))
		return FALSE;
	const struct rn_piece *date = rn_piece_at (thoughts, i - 2);
	return rn_token_at (&thoughts->tokens, date->first + date->n_words - 1)->number >= 0;
}

/* "At 2", and nothing that makes an hour of it: it may be one yet. */
static gboolean
may_be_hour (const struct rn_thoughts *thoughts, guint i)
{
	gsize word = rn_piece_at (thoughts, i)->first;

	if (word == 0 || rn_piece_at (thoughts, i)->meaning == RN_MEANS_LAST ||
	    rn_token_at (&thoughts->tokens, word)->mark != '\0' ||
	    rn_joins_lines (thoughts, i - 1))
		return FALSE; /* and no "1 à 3" */
	const struct rn_phrase *at = rn_lexicon_find (&rn_when_words, &thoughts->tokens, word - 1,
	                                              rn_tongue_of (thoughts->language), RN_WHEN_AT);
	/* "as" without its accent is English */
	return at != NULL && at->n_words == 1 &&
	       !(g_str_equal (rn_token_word (&thoughts->tokens, word - 1), "as") &&
	         rn_token_at (&thoughts->tokens, word - 1)->size == 2);
}

/* The "first" of "I must ask my boss first": no article, and nothing that chooses, stands before it. */
static gboolean
is_adverb (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_piece *before = i > 0 ? rn_piece_at (thoughts, i - 1) : NULL;

	return piece->meaning == RN_MEANS_ORDINAL && piece->n_words == 1 && before != NULL && before->clause == piece->clause &&
	       (rn_piece_is_unknown (before) || before->meaning == RN_MEANS_YES);
}

/* The 4 of "ab 4", "from 4 on": and those behind it? */
static gboolean
is_open_range (const struct rn_thoughts *thoughts, guint i)
{
	gsize word = rn_piece_at (thoughts, i)->first;

	return word > 0 && rn_token_at (&thoughts->tokens, word)->mark == '\0' && !rn_joins_lines (thoughts, i + 1) &&
	       rn_lexicon_find (&rn_when_words, &thoughts->tokens, word - 1, rn_tongue_of (thoughts->language),
	                        RN_WHEN_FROM) != NULL;
}

/* "1 or 2?", "no idea, 3?": which one is asked. */
static gboolean
is_asked (const struct rn_thoughts *thoughts, guint i)
{
	gboolean is_open = FALSE;
	guint last = i;

	while (last + 1 < thoughts->pieces->len && rn_is_in_clause (thoughts, last + 1, i))
		last++;
	for (guint other = 0; other <= last; other++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, other);
		const guint64 senses = rn_token_at (&thoughts->tokens, piece->first)->senses;
		is_open |= rn_is_in_thought (thoughts, other, i) &&
		           (piece->meaning == RN_MEANS_UNSURE ||
		            (rn_joins_lines (thoughts, other) && (senses & (guint64) 1 << RN_WHEN_OR) != 0));
	}
	const struct rn_piece *end = rn_piece_at (thoughts, last);
	return is_open && rn_token_at (&thoughts->tokens, end->first + end->n_words - 1)->behind == '?';
}

/* "1, but half an hour later": no line as it is. */
static gboolean
is_shifted (const struct rn_thoughts *thoughts, guint i)
{
	gboolean is_any = FALSE;

	(void) i;
	for (int date = 0; date < thoughts->n_dates; date++)
		is_any |= thoughts->dates[date].is_shift;
	return is_any;
}

static gboolean (*const doubts[]) (const struct rn_thoughts *thoughts, guint i) = {
	is_rank, is_announcement, is_amount, is_part_of_some, is_doubted, is_paired, may_be_day, may_be_hour, is_adverb,
	is_open_range, rn_is_behind_date, is_part, is_told_of, is_behind_foreign, is_asked,
	is_shifted,
};

gboolean
rn_is_doubtful_line (const struct rn_thoughts *thoughts, guint i)
{
	for (gsize doubt = 0; doubt < G_N_ELEMENTS (doubts); doubt++)
		if (doubts[doubt] (thoughts, i))
			return TRUE;
	return FALSE;
}

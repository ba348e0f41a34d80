#include "choices.h"

#include <string.h>

#include "conditions.h"
#include "exclusions.h"
#include "votes.h"
#include "when_words.h"

#define NEAR_DOUBT 4 /* pieces from "maybe" to its number */

/* Whether a piece may stand in a thought that chooses from a list. */
static gboolean
goes_with_numbers (const struct rn_piece *piece)
{
	switch (piece->meaning) {
	case RN_MEANS_CHOICE: case RN_MEANS_ORDINAL: case RN_MEANS_LAST: case RN_MEANS_CARDINAL: case RN_MEANS_BOTH: case RN_MEANS_ALL:
	case RN_MEANS_REST: case RN_MEANS_AMOUNT: case RN_MEANS_FILLER: case RN_MEANS_LIGHT: case RN_MEANS_COURTESY:
	case RN_MEANS_GREETING: case RN_MEANS_YES: case RN_MEANS_NOT: case RN_MEANS_BUT: case RN_MEANS_ONLY:
	case RN_MEANS_UNDO: case RN_MEANS_UNSURE:
		return TRUE;
	default:
		return piece->number >= 0 || piece->date >= 0 || piece->is_spent;
	}
}

gboolean
rn_is_beside_choice (const struct rn_thoughts *thoughts, guint i)
{
	for (guint other = i > 2 ? i - 2 : 0; other < thoughts->pieces->len && other <= i + 1; other++)
		if (rn_piece_at (thoughts, other)->meaning == RN_MEANS_CHOICE &&
		    rn_is_in_thought (thoughts, other, i))
			return TRUE;
	return FALSE;
}

/* Whether two neighbours are one breath: "1, 2 and 3 are taken", "on leave: 1". */
static gboolean
is_one_breath (const struct rn_thoughts *thoughts, guint first)
{
	const struct rn_piece *one = rn_piece_at (thoughts, first), *other = rn_piece_at (thoughts, first + 1);

	return one->clause == other->clause || (one->thought == other->thought &&
	       (rn_token_at (&thoughts->tokens, other->first)->mark == ':' ||
	        (rn_is_line (one) && rn_is_line (other))));
}

/* The "dall" of "dall'1 al 3" and "dall'uno al tre" */
static gboolean
leads_to_line (const struct rn_thoughts *thoughts, guint i)
{
	const guint64 words = (guint64) 1 << RN_WHEN_FROM | (guint64) 1 << RN_WHEN_OF;
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	return (rn_token_at (&thoughts->tokens, piece->first)->senses & words) != 0 && piece->n_words == 1 &&
	       i + 1 < thoughts->pieces->len && rn_line_of (rn_piece_at (thoughts, i + 1)) > 0;
}

static gboolean
fits (const struct rn_thoughts *thoughts, guint i)
{
	return goes_with_numbers (rn_piece_at (thoughts, i)) || rn_joins_lines (thoughts, i) ||
	       leads_to_line (thoughts, i);
}

/* Whether the words about it are all understood and fit a choice. */
static gboolean
is_clear (const struct rn_thoughts *thoughts, guint i)
{
	for (guint before = i; before > 0 && is_one_breath (thoughts, before - 1); before--)
		if (!fits (thoughts, before - 1))
			return FALSE;
	for (guint next = i; next + 1 < thoughts->pieces->len && is_one_breath (thoughts, next); next++)
		if (!fits (thoughts, next + 1))
			return FALSE;
	return TRUE;
}

/* Whether a wish reaches it over nothing but a list: "I'd like 1 and 3", "2 passt, weil …". One behind
 * another line is said of that line. */
gboolean
rn_is_wished (const struct rn_thoughts *thoughts, guint i)
{
	guint before = i, next = i;

	while (before > 0 && is_one_breath (thoughts, before - 1) && fits (thoughts, before - 1) &&
	       rn_piece_at (thoughts, before)->meaning != RN_MEANS_YES)
		before--;
	if (rn_piece_at (thoughts, before)->meaning == RN_MEANS_YES &&
	    (before == 0 || !is_one_breath (thoughts, before - 1) || !rn_is_line (rn_piece_at (thoughts, before - 1))))
		return TRUE;
	while (next + 1 < thoughts->pieces->len && is_one_breath (thoughts, next) && fits (thoughts, next + 1) &&
	       rn_piece_at (thoughts, next)->meaning != RN_MEANS_YES)
		next++;
	return rn_piece_at (thoughts, next)->meaning == RN_MEANS_YES && !rn_piece_is_bound (thoughts, next);
}

/* "3 geht nur mit Auto": as of a yes, but another line is no limit of this one. */
static gboolean
is_limited (const struct rn_thoughts *thoughts, guint i)
{
	int thought = rn_piece_at (thoughts, i)->thought;
	gboolean is_moved = FALSE; /* "1, but an hour later" */

	for (guint other = i + 1; other < thoughts->pieces->len &&
	     rn_piece_at (thoughts, other)->thought <= thought + 1; other++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, other);
		is_moved |= piece->meaning == RN_MEANS_UNSURE && piece->phrase->is_particle;
		if (rn_is_line (piece) && !rn_is_in_clause (thoughts, other, i) && !rn_counts_things (thoughts, other))
			return is_moved;
	}
	return is_moved || rn_piece_is_limited (thoughts, i);
}

/* "Wednesday maybe" */
static gboolean
is_uncertain_day (const struct rn_thoughts *thoughts, guint i)
{
	for (guint other = 0; rn_piece_at (thoughts, i)->date >= 0 && other < thoughts->pieces->len; other++)
		if (rn_piece_at (thoughts, other)->meaning == RN_MEANS_UNSURE && rn_is_in_clause (thoughts, other, i))
			return TRUE;
	return FALSE;
}

gboolean
rn_is_meant (const struct rn_thoughts *thoughts, guint i)
{
	return (is_clear (thoughts, i) || rn_is_wished (thoughts, i)) && !rn_piece_is_conditional (thoughts, i) &&
	       !is_limited (thoughts, i) && !is_uncertain_day (thoughts, i);
}

/* The "one" of "the Wednesday one", the 20 of "Friday 20th am". */
gboolean
rn_is_behind_date (const struct rn_thoughts *thoughts, guint i)
{
	return i > 0 && rn_piece_at (thoughts, i - 1)->date >= 0 &&
	       rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i)->first)->mark == '\0';
}

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

/* What makes a number beside other words perhaps none of a line. */
static gboolean (*const doubts[]) (const struct rn_thoughts *thoughts, guint i) = {
	is_rank, is_announcement, is_amount, is_part_of_some, is_doubted, is_paired, may_be_day, may_be_hour, is_adverb,
	is_open_range, rn_is_behind_date, is_part, is_told_of, is_behind_foreign, is_asked,
	is_shifted,
};

/* How surely the number at piece i is a choice, below RN_ASK_BACK where words beside it may say that
 * it is none; 0: it counts something else. */
int
rn_choice_strength (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	gboolean is_alone = TRUE;
	int misfits = 0, numbers = 0;

	for (guint other = 0; other < thoughts->pieces->len; other++) {
		const struct rn_piece *with = rn_piece_at (thoughts, other);
		if (with->thought != piece->thought)
			continue;
		if (with->meaning == RN_MEANS_BECAUSE && other > i)
			break; /* "2, weil ich das brauche" */
		misfits += !fits (thoughts, other);
		numbers += with->number >= 0;
		is_alone = is_alone && (with->number >= 0 || with->meaning == RN_MEANS_FILLER ||
		                        with->meaning == RN_MEANS_CARDINAL);
	}
	if (!rn_is_beside_choice (thoughts, i) &&
	    (misfits > (numbers > 1 ? 3 : 1) || (!is_alone && rn_counts_things (thoughts, i))))
		return 0;
	for (gsize doubt = 0; doubt < G_N_ELEMENTS (doubts); doubt++)
		if (doubts[doubt] (thoughts, i))
			return RN_MAYBE;
	if (!rn_is_meant (thoughts, i))
		return RN_MAYBE;
	return (is_alone && piece->number >= 0 ? 97 : rn_is_beside_choice (thoughts, i) ? 90
	        : 85) - rn_piece_lateness (piece);
}

#include "exclusions.h"

#include <string.h>

#include "comparisons.h"
#include "when_words.h"

#define NEAR 5 /* pieces between "not" or "can't" and its date */

static gboolean
is_negation (const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_NOT || piece->meaning == RN_MEANS_CANNOT ||
	       (piece->meaning == RN_MEANS_NO && piece->phrase->is_particle);
}

/* ---- Absences ---------------------------------------------------------- */

static gboolean
ends_away (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	const struct rn_token *last = rn_token_at (&thoughts->tokens, piece->first + piece->n_words - 1);

	return (last->senses & (guint64) 1 << RN_WHEN_AWAY) != 0;
}

/* "I'm out next week" and "Tuesday I'm out" decline nothing. */
static void
spend_absence (struct rn_thoughts *thoughts, guint date)
{
	for (guint i = date + 1; i < thoughts->pieces->len && rn_is_in_clause (thoughts, i, date); i++) {
		struct rn_piece *piece = rn_piece_at (thoughts, i);
		piece->is_spent |= piece->meaning == RN_MEANS_NO && ends_away (thoughts, piece);
	}
	for (guint i = date; i > 0 && rn_is_in_clause (thoughts, i - 1, date); i--) {
		struct rn_piece *piece = rn_piece_at (thoughts, i - 1);
		if ((piece->meaning == RN_MEANS_NO || piece->meaning == RN_MEANS_CANNOT) &&
		    (piece->n_words > 1 || date - i < 2))
			piece->is_spent = TRUE;
	}
}

/* ---- Lines and days ---------------------------------------------------- */

/* "taken", "on leave", "kollidieren": said of a line as of a day. */
static gboolean
is_away (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	const struct rn_token *first = rn_token_at (&thoughts->tokens, piece->first);

	return piece->date < 0 && (first->senses & (guint64) 1 << RN_WHEN_AWAY) != 0 &&
	       rn_lexicon_find (&rn_when_words, &thoughts->tokens, piece->first, rn_tongue_of (thoughts->language),
	                        RN_WHEN_AWAY) != NULL;
}

gboolean
rn_joins_lines (const struct rn_thoughts *thoughts, guint i)
{
	const guint64 words = (guint64) 1 << RN_WHEN_TO | (guint64) 1 << RN_WHEN_UNTIL |
	                      (guint64) 1 << RN_WHEN_AND | (guint64) 1 << RN_WHEN_OR;
	if (i == 0 || i >= thoughts->pieces->len)
		return FALSE;
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	return (rn_token_at (&thoughts->tokens, piece->first)->senses & words) != 0 &&
	       rn_line_of (rn_piece_at (thoughts, i - 1)) > 0 &&
	       i + 1 < thoughts->pieces->len && rn_line_of (rn_piece_at (thoughts, i + 1)) > 0;
}

/* "1 and 2 clash": the other line stands right before it. */
gboolean
rn_goes_on_list (const struct rn_thoughts *thoughts, guint i)
{
	guint before = i;

	while (before > 0 && rn_piece_at (thoughts, before - 1)->meaning == RN_MEANS_FILLER &&
	       rn_is_in_clause (thoughts, before - 1, i))
		before--;
	return before > 0 && rn_is_line (rn_piece_at (thoughts, before - 1)) &&
	       rn_is_in_clause (thoughts, before - 1, i);
}

/* Things have a capital in German, so "anbieten" in "Ich könnte 3 anbieten" is none. */
gboolean
rn_counts_things (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *next = i + 1 < thoughts->pieces->len ? rn_piece_at (thoughts, i + 1) : NULL;

	if (next != NULL && next->meaning == RN_MEANS_UNSURE && next->phrase->is_particle)
		return TRUE; /* "1 hour later" */
	return next != NULL && rn_piece_is_unknown (next) && !next->is_spent &&
	       next->clause == rn_piece_at (thoughts, i)->clause &&
	       (!g_str_equal (thoughts->language, "de") || rn_token_at (&thoughts->tokens, next->first)->is_upper) &&
	       !is_away (thoughts, next) && !rn_goes_on_list (thoughts, i) && !rn_joins_lines (thoughts, i + 1);
}

/* Any word that refuses, and not only what it stands before. */
static gboolean
refuses (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_NOT || piece->meaning == RN_MEANS_CANNOT || piece->meaning == RN_MEANS_NO ||
	       is_away (thoughts, piece);
}

/* Whether a piece may stand between "not" and the number that it excludes. */
static gboolean
is_between (const struct rn_piece *piece)
{
	switch (piece->meaning) {
	case RN_MEANS_CHOICE: case RN_MEANS_ORDINAL: case RN_MEANS_CARDINAL: case RN_MEANS_FILLER: case RN_MEANS_LIGHT:
	case RN_MEANS_COURTESY: case RN_MEANS_YES:
		return TRUE;
	default:
		return piece->number >= 0;
	}
}

/* "not 2", "nicht die 1", "I do not want 2 or 3": gives the piece that refuses, or the number's
 * own when none does. Of "can't do 1, would love 2" the wish is in between. */
static guint
refused_before (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *line = rn_piece_at (thoughts, i);
	gboolean is_wished = FALSE;
	int unknown = 0; /* one word of "can't attend 2" may be */

	for (guint before = i; before > 0 && rn_piece_at (thoughts, before - 1)->clause == line->clause; before--) {
		const struct rn_piece *piece = rn_piece_at (thoughts, before - 1);
		if (refuses (thoughts, piece))
			return before - 1;
		unknown += rn_piece_is_unknown (piece);
		if ((!is_between (piece) && !rn_piece_is_unknown (piece)) || unknown > 1 ||
		    (is_wished && rn_is_line (piece)))
			return i;
		is_wished = is_wished || piece->meaning == RN_MEANS_YES;
	}
	return i;
}

static void
exclude_date (struct rn_thoughts *thoughts, guint i)
{
	struct rn_piece *date = rn_piece_at (thoughts, i);

	if (thoughts->dates[date->date].is_away)
		spend_absence (thoughts, i);
	date->is_outdone = rn_is_choice (thoughts, date) && rn_is_outdone (thoughts, i);
	thoughts->dates[date->date].is_excluded |= date->is_outdone;
	if (!thoughts->dates[date->date].has_not)
		return;
	for (guint other = i > NEAR ? i - NEAR : 0; other < thoughts->pieces->len && other <= i + NEAR; other++) {
		struct rn_piece *piece = rn_piece_at (thoughts, other);
		gboolean is_polar = piece->meaning == RN_MEANS_YES || piece->meaning == RN_MEANS_NO;
		if (piece->clause == date->clause && (is_negation (piece) || (other > i && is_polar)))
			piece->is_spent = TRUE;
	}
}

/* "Instead of 2, 3", "statt der 2 oder 3 lieber 4": the better line comes behind. */
static gboolean
is_replaced (const struct rn_thoughts *thoughts, guint i)
{
	while (i > 1 && rn_joins_lines (thoughts, i - 1) && rn_is_in_clause (thoughts, i - 2, i))
		i -= 2;
	gsize line = rn_piece_at (thoughts, i)->first, word = line;

	for (guint back = 1; back <= NEAR && word > 0 && rn_token_at (&thoughts->tokens, word)->mark == '\0'; back++) {
		const struct rn_phrase *phrase = rn_lexicon_find (&rn_when_words, &thoughts->tokens, --word,
		                                                  rn_tongue_of (thoughts->language), RN_WHEN_INSTEAD);
		if (phrase != NULL)
			return word + (gsize) phrase->n_words + 1 >= line; /* an article, or "number" */
	}
	return FALSE;
}

/* "can't do 1, 2 or 3": a clause of numbers alone goes on with the one before. */
static gboolean
is_listed (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *line = rn_piece_at (thoughts, i);
	guint before = i;

	while (before > 0 && rn_piece_at (thoughts, before - 1)->meaning == RN_MEANS_FILLER &&
	       rn_goes_on_list (thoughts, i))
		before--;
	if (before == 0 || !rn_is_line (rn_piece_at (thoughts, before - 1)) ||
	    !rn_piece_at (thoughts, before - 1)->is_excluded || is_replaced (thoughts, before - 1) ||
	    rn_piece_at (thoughts, before - 1)->thought != line->thought)
		return FALSE;
	for (guint next = i + 1; next < thoughts->pieces->len && rn_piece_at (thoughts, next)->clause == line->clause; next++)
		if (!rn_is_line (rn_piece_at (thoughts, next)) &&
		    rn_piece_at (thoughts, next)->meaning != RN_MEANS_FILLER)
			return FALSE;
	return TRUE;
}

/* "noch 1 noch 2": no "and 2 as well" where it is said twice */
static gboolean
is_neither (const struct rn_thoughts *thoughts, guint i)
{
	int nors = 0;

	for (guint line = 1; line < thoughts->pieces->len; line++)
		nors += rn_is_line (rn_piece_at (thoughts, line)) && rn_is_in_thought (thoughts, line, i) &&
		        rn_says_nor (thoughts, rn_piece_at (thoughts, line - 1)->first);
	return nors > 1;
}

/* "1 ist belegt, 2 auch" */
static gboolean
is_same_again (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *line = rn_piece_at (thoughts, i);
	guint before = i, end = i + 1;

	for (; end < thoughts->pieces->len && rn_piece_at (thoughts, end)->clause == line->clause; end++)
		if (!is_between (rn_piece_at (thoughts, end)) || rn_piece_at (thoughts, end)->meaning == RN_MEANS_YES)
			return FALSE;
	while (before > 0 && !rn_is_line (rn_piece_at (thoughts, before - 1)) &&
	       rn_piece_at (thoughts, before - 1)->thought == line->thought)
		before--;
	if (before == 0 || !rn_piece_at (thoughts, before - 1)->is_excluded ||
	    rn_piece_at (thoughts, before - 1)->clause != line->clause - 1)
		return FALSE;
	const struct rn_piece *last = rn_piece_at (thoughts, end - 1);
	return rn_says_too (thoughts, line->first, last->first + last->n_words);
}

static gboolean
is_in_clause (const struct rn_thoughts *thoughts, guint i, int clause)
{
	return i < thoughts->pieces->len && rn_piece_at (thoughts, i)->clause == clause;
}

/* "2 passt nicht", "3 is not possible", "1 is too early": said of the number before it, unless another one
 * follows in the same breath, as in "2 not 3" and "1 ja 2 nein", or it is an objection that is
 * refused: "2 ist kein Problem". */
static guint
refused_behind (const struct rn_thoughts *thoughts, guint i)
{
	int clause = rn_piece_at (thoughts, i)->clause;
	gboolean is_wished = FALSE;
	guint refusal = i;

	for (guint next = i + 1; is_in_clause (thoughts, next, clause); next++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, next);
		if (piece->meaning == RN_MEANS_OBJECT || (refusal == i && is_wished && rn_is_line (piece)))
			return i;
		if (refusal == i && (refuses (thoughts, piece) || piece->meaning == RN_MEANS_LATER))
			refusal = is_in_clause (thoughts, next + 1, clause) &&
			          rn_is_line (rn_piece_at (thoughts, next + 1)) ? i : next;
		is_wished = is_wished || piece->meaning == RN_MEANS_YES;
	}
	return refusal;
}

/* Whether the question may be a list: its lines are quoted, or nothing is. */
static gboolean
may_be_list (const char *quote)
{
	return quote == NULL || strstr (quote, "1. ") != NULL || strstr (quote, "1) ") != NULL;
}

/* What excludes a line by its place among others. */
static gboolean (*const places[]) (const struct rn_thoughts *thoughts, guint i) = {
	is_replaced, is_same_again, is_listed, is_neither,
};

/* What refuses a line, and what that turns round, says nothing about the rest. */
static void
exclude_number (struct rn_thoughts *thoughts, guint i, gboolean is_list)
{
	struct rn_piece *line = rn_piece_at (thoughts, i);

	line->is_outdone = rn_is_outdone (thoughts, i);
	line->is_excluded = line->is_outdone;
	for (gsize place = 0; !line->is_excluded && place < G_N_ELEMENTS (places); place++)
		line->is_excluded = places[place] (thoughts, i);
	if (line->is_excluded)
		return;
	guint refusal = refused_before (thoughts, i);
	gboolean is_before = refusal != i;

	if (!is_before)
		refusal = refused_behind (thoughts, i);
	if (refusal == i || rn_counts_things (thoughts, i))
		return;
	line->is_excluded = TRUE;
	for (guint other = 0; is_list && other < (is_before ? i : thoughts->pieces->len); other++) {
		struct rn_piece *piece = rn_piece_at (thoughts, other);
		gboolean is_of_line = refuses (thoughts, piece) || piece->meaning == RN_MEANS_YES ||
		                      (!is_before && piece->meaning == RN_MEANS_LATER);
		if (piece->clause == line->clause && is_of_line)
			piece->is_spent = TRUE;
	}
}

/* "The rest is not for me" refuses nothing else. */
static void
spend_rest (struct rn_thoughts *thoughts, guint i)
{
	for (guint other = 0; other < thoughts->pieces->len; other++) {
		struct rn_piece *piece = rn_piece_at (thoughts, other);
		if (piece->clause == rn_piece_at (thoughts, i)->clause &&
		    (refuses (thoughts, piece) || piece->meaning == RN_MEANS_YES))
			piece->is_spent = TRUE;
	}
}

void
rn_find_exclusions (struct rn_thoughts *thoughts, const char *quote)
{
	gboolean is_list = may_be_list (quote);

	for (guint i = 0; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		if (piece->date >= 0)
			exclude_date (thoughts, i);
		else if (rn_is_line (piece))
			exclude_number (thoughts, i, is_list);
		else if (piece->meaning == RN_MEANS_REST)
			spend_rest (thoughts, i);
	}
}

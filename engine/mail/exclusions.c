#include "exclusions.h"

#include <string.h>

#define NEAR 5 /* pieces between "not" or "can't" and its date */

static gboolean
is_negation (const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_NOT || piece->meaning == RN_MEANS_CANNOT ||
	       (piece->meaning == RN_MEANS_NO && piece->phrase->is_particle);
}

/* ---- Dates ------------------------------------------------------------- */

/* "I'm out next week" declines nothing. */
static void
spend_absence (struct rn_thoughts *thoughts, guint date)
{
	for (guint i = date; i > 0 && date - i < 2; i--) {
		struct rn_piece *piece = rn_piece_at (thoughts, i - 1);
		if (piece->clause == rn_piece_at (thoughts, date)->clause && (piece->meaning == RN_MEANS_NO || piece->meaning == RN_MEANS_CANNOT))
			piece->is_spent = TRUE;
	}
}

static void
exclude_date (struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *date = rn_piece_at (thoughts, i);

	if (thoughts->dates[date->date].is_away)
		spend_absence (thoughts, i);
	if (!thoughts->dates[date->date].has_not)
		return;
	for (guint other = i > NEAR ? i - NEAR : 0; other < thoughts->pieces->len && other <= i + NEAR; other++) {
		struct rn_piece *piece = rn_piece_at (thoughts, other);
		gboolean is_polar = piece->meaning == RN_MEANS_YES || piece->meaning == RN_MEANS_NO;
		if (piece->clause == date->clause && (is_negation (piece) || (other > i && is_polar)))
			piece->is_spent = TRUE;
	}
}

/* ---- Numbers ------------------------------------------------------------- */

/* Things have a capital in German, so "anbieten" in "Ich könnte 3 anbieten" is none. */
gboolean
rn_counts_things (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *next = i + 1 < thoughts->pieces->len ? rn_piece_at (thoughts, i + 1) : NULL;

	return next != NULL && rn_piece_is_unknown (next) && next->clause == rn_piece_at (thoughts, i)->clause &&
	       (!g_str_equal (thoughts->language, "de") || rn_token_at (&thoughts->tokens, next->first)->is_upper);
}

static gboolean
is_line (const struct rn_piece *piece)
{
	return piece->number >= 0 || piece->meaning == RN_MEANS_ORDINAL;
}

/* Any word that refuses, and not only what it stands before. */
static gboolean
refuses (const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_NOT || piece->meaning == RN_MEANS_CANNOT || piece->meaning == RN_MEANS_NO;
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
		if (refuses (piece))
			return before - 1;
		unknown += rn_piece_is_unknown (piece);
		if ((!is_between (piece) && !rn_piece_is_unknown (piece)) || unknown > 1 || (is_wished && is_line (piece)))
			return i;
		is_wished = is_wished || piece->meaning == RN_MEANS_YES;
	}
	return i;
}

static gboolean
is_in_clause (const struct rn_thoughts *thoughts, guint i, int clause)
{
	return i < thoughts->pieces->len && rn_piece_at (thoughts, i)->clause == clause;
}

/* "2 passt nicht", "3 is not possible": said of the number before it, unless another one
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
		if (piece->meaning == RN_MEANS_OBJECT || (refusal == i && is_wished && is_line (piece)))
			return i;
		if (refusal == i && refuses (piece))
			refusal = is_in_clause (thoughts, next + 1, clause) && is_line (rn_piece_at (thoughts, next + 1)) ? i : next;
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

/* What refuses a line, and what that turns round, says nothing about the rest. */
static void
exclude_number (struct rn_thoughts *thoughts, guint i, gboolean is_list)
{
	struct rn_piece *line = rn_piece_at (thoughts, i);
	guint refusal = refused_before (thoughts, i);
	gboolean is_before = refusal != i;

	if (!is_before)
		refusal = refused_behind (thoughts, i);
	if (refusal == i || rn_counts_things (thoughts, i))
		return;
	line->is_excluded = TRUE;
	for (guint other = 0; is_list && other < (is_before ? i : thoughts->pieces->len); other++) {
		struct rn_piece *piece = rn_piece_at (thoughts, other);
		if (piece->clause == line->clause && (refuses (piece) || piece->meaning == RN_MEANS_YES))
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
		else if (is_line (piece))
			exclude_number (thoughts, i, is_list);
	}
}

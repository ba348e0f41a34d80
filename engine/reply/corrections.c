#include "corrections.h"

#include <string.h>

#include "offered_days.h"

static const struct rn_phrase struck = { .meaning = RN_MEANS_FILLER, .tongues = RN_ANY_TONGUE, .n_words = 1 };

static void
strike (struct rn_piece *piece)
{
	piece->meaning = RN_MEANS_FILLER;
	piece->phrase = &struck;
	piece->number = piece->date = -1;
}

static gboolean
is_thing (const struct rn_piece *piece)
{
	return piece->date >= 0 || rn_line_of (piece) > 0;
}

static gboolean
is_of_kind (const struct rn_piece *piece, const struct rn_piece *of)
{
	return is_thing (piece) && (piece->date >= 0) == (of->date >= 0);
}

/* "No", or "digo", between commas, and what is said instead right behind it, with nothing but the end behind that. */
static gboolean
is_lone_no (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *no = rn_piece_at (thoughts, i);

	if ((no->meaning != RN_MEANS_NO && no->meaning != RN_MEANS_SAY) || i == 0 || i + 1 >= thoughts->pieces->len)
		return FALSE;
	const struct rn_piece *next = rn_piece_at (thoughts, i + 1);
	char before = rn_token_at (&thoughts->tokens, no->first)->mark;
	char behind = rn_token_at (&thoughts->tokens, next->first)->mark;
	return is_of_kind (next, rn_piece_at (thoughts, i - 1)) && before != '\0' && strchr (",.-(", before) != NULL &&
	       behind == ',' &&
	       (i + 2 == thoughts->pieces->len || rn_piece_at (thoughts, i + 2)->thought != next->thought);
}

/* The first piece behind piece i that is neither courtesy nor filler; the number of pieces where there is none. */
static guint
next_word (const struct rn_thoughts *thoughts, guint i)
{
	guint next = i + 1;

	while (next < thoughts->pieces->len) {
		const struct rn_piece *piece = rn_piece_at (thoughts, next);
		if (piece->meaning != RN_MEANS_FILLER && piece->meaning != RN_MEANS_COURTESY &&
		    piece->meaning != RN_MEANS_LIGHT && piece->meaning != RN_MEANS_UNDO && piece->meaning != RN_MEANS_CHOICE)
			break;
		next++;
	}
	return next;
}

/* What only one of the two says, the day or the hour, holds for the other. */
static void
complete (struct rn_thoughts *thoughts, int date, const struct rn_when *corrected, GTimeZone *zone)
{
	struct rn_when *said = &thoughts->dates[date];

	if (said->is_range || corrected->is_range || said->is_every || corrected->is_every)
		return;
	if (!said->has_day && corrected->has_day) {
		said->end = rn_at_clock (corrected->start, said->end, zone);
		said->start = rn_at_clock (corrected->start, said->start, zone);
		said->has_day = TRUE;
		said->is_weekday = corrected->is_weekday;
		said->is_ambiguous = corrected->is_ambiguous;
		thoughts->is_spent_date[date] = FALSE;
	} else if (!said->has_time && !said->has_part && corrected->has_time && corrected->start == corrected->end) {
		said->start = said->end = rn_at_clock (said->start, corrected->start, zone);
		said->has_time = TRUE;
	}
}

/* What may stand between what is corrected and what is said instead. */
static gboolean
is_between (const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_NO || piece->meaning == RN_MEANS_COURTESY || piece->meaning == RN_MEANS_FILLER ||
	       piece->meaning == RN_MEANS_LIGHT || piece->meaning == RN_MEANS_UNDO;
}

static void
correct (struct rn_thoughts *thoughts, guint word, guint next, GTimeZone *zone)
{
	const struct rn_piece *said = rn_piece_at (thoughts, next);
	guint from = next; /* the first piece that is struck with what joins it to what is said */

	for (guint i = next; i-- > 0;) {
		struct rn_piece *piece = rn_piece_at (thoughts, i);
		if (i < word && is_of_kind (piece, said)) {
			if (said->date >= 0)
				complete (thoughts, said->date, &thoughts->dates[piece->date], zone);
			strike (piece);
			for (guint between = i + 1; between < from; between++)
				strike (rn_piece_at (thoughts, between));
			from = i;
		} else if (!is_between (piece) && i < word) {
			from = MIN (from, i); /* what stands before it joins nothing */
		}
	}
}

void
rn_strike_corrected (struct rn_thoughts *thoughts, GTimeZone *zone)
{
	for (guint i = 1; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		gboolean is_word = piece->meaning == RN_MEANS_UNDO && !piece->phrase->is_particle;
		guint next = is_word ? next_word (thoughts, i) : i + 1;
		if ((is_word || is_lone_no (thoughts, i)) && next < thoughts->pieces->len &&
		    is_thing (rn_piece_at (thoughts, next)))
			correct (thoughts, i, next, zone);
	}
}

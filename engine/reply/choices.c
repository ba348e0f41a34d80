#include "choices.h"

#include <string.h>

#include "choice_doubts.h"
#include "conditions.h"
#include "exclusions.h"
#include "votes.h"
#include "when_words.h"

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
	if (rn_is_doubtful_line (thoughts, i) || !rn_is_meant (thoughts, i))
		return RN_MAYBE;
	return (is_alone && piece->number >= 0 ? 97 : rn_is_beside_choice (thoughts, i) ? 90
	        : 85) - rn_piece_lateness (piece);
}

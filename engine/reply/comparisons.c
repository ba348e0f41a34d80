#include "comparisons.h"

#include "exclusions.h"

#define NEAR 5 /* pieces between the better and the worse */

/* What stands between a line and the worse one behind it, and what says the same of a line as of the
 * one before. */
enum { COMPARES = 1, COMPARES_IF_PREFERRED, PREFERS, TOO, NOR };

#define ROW(tongues, meaning, phrases) { tongues, meaning, 0, phrases, FALSE }

static const struct rn_lexicon_row comparison_rows[] = {
	ROW (RN_EN, COMPARES, "over|than|instead of|in place of|in preference to|as opposed to"),
	ROW (RN_DE, COMPARES, "als|statt|anstatt|anstelle"),
	ROW (RN_FR, COMPARES, "que|qu|au lieu|à la place|plutôt"),
	ROW (RN_ES, COMPARES, "que|en vez|en lugar"),
	ROW (RN_IT, COMPARES, "che|invece|piuttosto|rispetto|anziché|al posto"),
	ROW (RN_NL, COMPARES, "dan|in plaats|boven|liever dan"),
	ROW (RN_PT, COMPARES, "que|em vez|em lugar|ao invés"),
	ROW (RN_OTHER, COMPARES, "end|enn|än|framför|fremfor|niż|zamiast|než|místo"),
	ROW (RN_EN, COMPARES_IF_PREFERRED, "to"),
	ROW (RN_FR, COMPARES_IF_PREFERRED, "à|au"),
	ROW (RN_ES, COMPARES_IF_PREFERRED, "a|al"),
	ROW (RN_IT, COMPARES_IF_PREFERRED, "a|al|all|di"),
	ROW (RN_PT, COMPARES_IF_PREFERRED, "a|ao|à"),
	ROW (RN_EN, PREFERS, "prefer|i d prefer|preferred"),
	ROW (RN_FR, PREFERS, "préfère|préférerais|préférer"),
	ROW (RN_ES, PREFERS, "prefiero|preferiría|preferible"),
	ROW (RN_IT, PREFERS, "preferisco|preferirei|meglio"),
	ROW (RN_PT, PREFERS, "prefiro|preferia|preferiria"),
	ROW (RN_EN, TOO, "too|also|as well|as well as|likewise|same"),
	ROW (RN_DE, TOO, "auch|als auch|ebenso|ebenfalls|dito"),
	ROW (RN_FR, TOO, "aussi|ainsi que|également|pareil"),
	ROW (RN_ES, TOO, "también|así como|igual"),
	ROW (RN_IT, TOO, "anche|pure|idem"),
	ROW (RN_NL, TOO, "ook|eveneens|idem"),
	ROW (RN_PT, TOO, "também|bem como|assim como|igualmente|idem"),
	ROW (RN_DE | RN_NL, NOR, "noch"),
	{ 0, 0, 0, NULL, FALSE }
};

static struct rn_lexicon comparisons = { .tables = { comparison_rows } };

/* Whether a phrase of this meaning stands among some words; "als auch" is no "als". */
static gboolean
stands_in (const struct rn_thoughts *thoughts, gsize from, gsize to, int meaning)
{
	for (gsize word = from; word < to;) {
		const struct rn_phrase *phrase = rn_lexicon_find (&comparisons, &thoughts->tokens, word, RN_ANY_TONGUE,
		                                                  0);
		if (phrase != NULL && phrase->meaning == meaning)
			return TRUE;
		word += phrase != NULL ? (gsize) phrase->n_words : 1;
	}
	return FALSE;
}

/* A line of a list, or a day. */
gboolean
rn_is_choice (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	return rn_is_line (piece) || (piece->date >= 0 && thoughts->dates[piece->date].has_day);
}

/* "3 over 2", "lieber 3 als 2 und 1", "rather Friday than Tuesday": what stands behind the comparison is not meant. */
gboolean
rn_is_outdone (struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *line = rn_piece_at (thoughts, i);
	guint better = i;

	while (better > 0 && !rn_is_choice (thoughts, rn_piece_at (thoughts, better - 1)) &&
	       rn_piece_at (thoughts, better - 1)->thought == line->thought)
		better--;
	if (better == 0 || rn_piece_at (thoughts, better - 1)->thought != line->thought || i - better > NEAR)
		return FALSE;
	const struct rn_piece *first = rn_piece_at (thoughts, better - 1);
	gsize from = first->first + first->n_words;
	if (first->is_outdone && rn_goes_on_list (thoughts, i))
		return TRUE;
	gsize to = line->first + (line->date >= 0); /* "preferisco venerdì [a martedì]" */
	if (!stands_in (thoughts, from, line->first, COMPARES) &&
	    !(stands_in (thoughts, from, to, COMPARES_IF_PREFERRED) &&
	      stands_in (thoughts, 0, first->first, PREFERS)))
		return FALSE;
	for (guint between = better; between < i; between++)
		rn_piece_at (thoughts, between)->is_spent = TRUE;
	return TRUE;
}

gboolean
rn_says_too (const struct rn_thoughts *thoughts, gsize from, gsize to)
{
	return stands_in (thoughts, from, to, TOO);
}

gboolean
rn_says_nor (const struct rn_thoughts *thoughts, gsize word)
{
	return rn_lexicon_find (&comparisons, &thoughts->tokens, word, rn_tongue_of (thoughts->language), NOR) != NULL;
}

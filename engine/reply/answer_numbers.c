#include "answer_numbers.h"

#include <string.h>

#include "answer_ballot.h"
#include "answer_exceptions.h"
#include "choices.h"
#include "denials.h"
#include "conditions.h"
#include "exclusions.h"
#include "votes.h"
#include "when_words.h"

#define VOTED 92            /* "2 y" */
#define NOT_EITHER 6        /* pieces between "not" and its "either" */
#define LONG_LIST 10         /* of a range "1-3" */

static gboolean
is_preceded_by (const struct rn_thoughts *thoughts, guint i, enum rn_meaning meaning)
{
	return i > 0 && rn_piece_at (thoughts, i - 1)->meaning == meaning &&
	       rn_is_in_thought (thoughts, i - 1, i);
}

static void
add_number (rn_reading *reading, int number, int strength)
{
	char value[16];

	g_snprintf (value, sizeof value, "%d", number);
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *before = g_ptr_array_index (reading->answers, i);
		if (before->intent == RN_INTENT_NUMBER && before->question == 0 && g_str_equal (before->value, value))
			return;
	}
	if (strength > 0)
		rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, value, strength);
}

/* The "la" of "de la 1 a la 3" */
static gboolean
is_article (const struct rn_thoughts *thoughts, gsize word)
{
	return rn_lexicon_find (&rn_when_words, &thoughts->tokens, word, RN_ANY_TONGUE, RN_WHEN_LINK) != NULL;
}

/* The number at which the range that ends with the number at piece i starts, "1-3" and "1 to 3"; i: none ends. */
static guint
range_start (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int tongues = RN_ANY_TONGUE; /* numbers have none */

	if (i > 0 && rn_piece_at (thoughts, i - 1)->number >= 0)
		return rn_token_at (&thoughts->tokens, piece->first)->mark == '-' ? i - 1 : i;
	for (guint first = i > 2 ? i - 3 : 0; first + 1 < i; first++) {
		const struct rn_piece *other = rn_piece_at (thoughts, first);
		gsize word = other->first + other->n_words;
		if (rn_line_of (other) == 0 || other->is_excluded != piece->is_excluded || other->clause != piece->clause)
			continue;
		const struct rn_phrase *to = rn_lexicon_find (&rn_when_words, &thoughts->tokens, word, tongues,
		                                              RN_WHEN_TO);
		if (to == NULL)
			to = rn_lexicon_find (&rn_when_words, &thoughts->tokens, word, tongues, RN_WHEN_UNTIL);
		gsize gap = to != NULL ? piece->first - word - (gsize) to->n_words : G_MAXSIZE;
		if (gap == 0 || (gap == 1 && is_article (thoughts, piece->first - 1)))
			return first;
	}
	return i;
}

/* "Dall'uno al tre": the first of them */
static gboolean
starts_range (const struct rn_thoughts *thoughts, guint i)
{
	for (guint last = i + 2; last < thoughts->pieces->len && last <= i + 3; last++)
		if (range_start (thoughts, last) == i)
			return TRUE;
	return FALSE;
}

/* The line at piece i, and those of a range that ends there. */
static void
add_lines_to (rn_reading *reading, const struct rn_thoughts *thoughts, guint i, int strength)
{
	guint start = range_start (thoughts, i);
	int last = rn_line_of (rn_piece_at (thoughts, i)), first = start != i ? rn_line_of (rn_piece_at (thoughts, start)) : last;

	for (int number = first + 1; number < last && last - first <= LONG_LIST; number++)
		add_number (reading, number, strength);
	add_number (reading, last, strength);
}

/* "Not 3", "all but 1 to 3" */
static void
exclude_lines (rn_reading *reading, const struct rn_thoughts *thoughts, guint i, gboolean is_excepted)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int last = rn_line_of (piece), first = last;

	if (piece->number >= 0 && range_start (thoughts, i) != i)
		first = rn_piece_at (thoughts, range_start (thoughts, i))->number + 1; /* that one was excluded */
	for (int number = last - first < LONG_LIST ? first : last; number < last; number++)
		rn_exclude_line (reading, number, is_excepted);
	rn_exclude_line (reading, last, is_excepted);
}

/* "both in the afternoon" */
static gboolean
speaks_of_dates (const struct rn_thoughts *thoughts, int thought)
{
	for (guint i = 0; i < thoughts->pieces->len; i++)
		if (rn_piece_at (thoughts, i)->date >= 0 && rn_piece_at (thoughts, i)->thought == thought)
			return TRUE;
	return FALSE;
}

/* "either 1 or 4", and no "first two" */
static gboolean
names_lines (const struct rn_thoughts *thoughts, guint i)
{
	for (guint other = 0; other < thoughts->pieces->len; other++)
		if (other + 1 != i && rn_is_line (rn_piece_at (thoughts, other)) &&
		    (other > i || rn_is_in_thought (thoughts, other, i)))
			return TRUE;
	return FALSE;
}

/* What piece i counts: 2 of "two" and "both", 0 where it is no count. */
static int
count_of (const struct rn_piece *piece)
{
	return piece->number > 0                        ? piece->number
	       : piece->meaning == RN_MEANS_CARDINAL ? piece->phrase->value
	       : piece->meaning == RN_MEANS_BOTH     ? 2 : 0;
}

static gboolean
is_ordinal (const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_ORDINAL || piece->meaning == RN_MEANS_LAST;
}

/* The piece right beside piece i, with no sign between; i where there is none. */
static guint
neighbour (const struct rn_thoughts *thoughts, guint i, int step)
{
	guint second = step > 0 ? i + 1 : i;

	return second > 0 && second < thoughts->pieces->len &&
	       rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, second)->first)->mark == '\0' ? i + (guint) step : i;
}

/* The ordinal that piece i stands beside and counts the lines of, "the first two", or i. */
static guint
ordinal_beside (const struct rn_thoughts *thoughts, guint i)
{
	for (int step = -1; step <= 1; step += 2)
		if (is_ordinal (rn_piece_at (thoughts, neighbour (thoughts, i, step))))
			return neighbour (thoughts, i, step);
	return i;
}

/* "First 2" may be that line, or so many; "les 2 premiers" and "the last 2" are so many. */
static gboolean
is_plural (const struct rn_piece *ordinal)
{
	return ordinal->meaning == RN_MEANS_LAST || ordinal->phrase->is_particle;
}

/* "3 first, then 1", and no "the 2 first" */
static gboolean
is_ranked (const struct rn_thoughts *thoughts, guint i)
{
	return ordinal_beside (thoughts, i) == i + 1 &&
	       (i == 0 || !rn_is_in_clause (thoughts, i - 1, i) || rn_piece_at (thoughts, i - 1)->meaning != RN_MEANS_FILLER);
}

int
rn_lines_counted (const struct rn_thoughts *thoughts, guint i)
{
	for (int step = 1; step >= -1; step -= 2) {
		const struct rn_piece *beside = rn_piece_at (thoughts, neighbour (thoughts, i, step));
		int count = beside->number < 0 || is_plural (rn_piece_at (thoughts, i)) ? count_of (beside) : 0;
		if (count > 0)
			return count;
	}
	return 1;
}

/* Whether "both" stands beside what makes it none of two lines. */
static gboolean
is_other_both (const struct rn_thoughts *thoughts, guint i)
{
	return speaks_of_dates (thoughts, rn_piece_at (thoughts, i)->thought) || names_lines (thoughts, i) ||
	       ordinal_beside (thoughts, i) != i ||
	       rn_piece_is_behind (thoughts, i, RN_MEANS_NOT, NOT_EITHER) ||
	       rn_piece_is_behind (thoughts, i, RN_MEANS_UNSURE, NOT_EITHER) ||
	       (i > 0 && rn_piece_is_unknown (rn_piece_at (thoughts, i - 1)) && /* "die letzten beiden" */
	        rn_is_in_clause (thoughts, i - 1, i));
}

/* Whether a wish was taken off in the clause of piece i, and no refusal: "the rest is fine". */
static gboolean
is_welcome (const struct rn_thoughts *thoughts, guint i)
{
	gboolean is_wished = FALSE;

	for (guint other = 0; other < thoughts->pieces->len; other++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, other);
		if (piece->clause != rn_piece_at (thoughts, i)->clause || !piece->is_spent)
			continue;
		if (piece->meaning != RN_MEANS_YES)
			return FALSE;
		is_wished = TRUE;
	}
	return is_wished;
}

/* "option b" */
static int
letter_of (const struct rn_thoughts *thoughts, guint i)
{
	const char *word = rn_token_word (&thoughts->tokens, rn_piece_at (thoughts, i)->first);

	return word[0] >= 'a' && word[0] <= 'h' && word[1] == '\0' && is_preceded_by (thoughts, i, RN_MEANS_CHOICE)
	       ? word[0] - 'a' + 1 : 0;
}

void
rn_read_letter (rn_reading *reading, const struct rn_thoughts *thoughts, guint i)
{
	int number = letter_of (thoughts, i);

	if (number > 0)
		add_number (reading, number, 80 - rn_piece_lateness (rn_piece_at (thoughts, i)));
}

/* "Two and five", "number two and the four": only words that join stand between. */
static gboolean
is_behind_line (const struct rn_thoughts *thoughts, guint i)
{
	guint before = i;

	while (before > 0 && rn_piece_at (thoughts, before - 1)->meaning == RN_MEANS_FILLER)
		before--;
	if (before == 0 || !rn_is_in_thought (thoughts, before - 1, i))
		return FALSE;
	if (rn_piece_at (thoughts, before - 1)->meaning == RN_MEANS_CARDINAL)
		return TRUE;
	return before < i && rn_is_line (rn_piece_at (thoughts, before - 1)); /* and no "3rd one" */
}

/* The ordinal of "first: 4", "4 first", "first choice 3" and "the first Monday" is of something else. */
static gboolean
is_of_other (const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_piece *before = i > 0 ? rn_piece_at (thoughts, i - 1) : NULL;
	const struct rn_piece *next = i + 1 < thoughts->pieces->len ? rn_piece_at (thoughts, i + 1) : NULL;

	if (is_plural (piece))
		return FALSE;
	if ((before != NULL && before->number >= 0 && before->clause == piece->clause) || (next != NULL && next->number >= 0))
		return TRUE;
	if (next == NULL || next->clause != piece->clause)
		return FALSE;
	return next->date >= 0 || (next->meaning == RN_MEANS_CHOICE && i + 2 < thoughts->pieces->len &&
	                           rn_piece_at (thoughts, i + 2)->number >= 0 && rn_is_in_thought (thoughts, i + 2, i));
}

/* "alle gehen nicht", "all of them don't" */
static gboolean
is_denied_behind (const struct rn_thoughts *thoughts, guint i)
{
	for (guint next = i + 1; next < thoughts->pieces->len && rn_is_in_clause (thoughts, next, i); next++) {
		enum rn_meaning meaning = rn_piece_at (thoughts, next)->meaning;
		if (meaning == RN_MEANS_BUT || rn_is_line (rn_piece_at (thoughts, next)))
			return FALSE;
		gboolean is_of_line = next + 1 < thoughts->pieces->len && rn_is_line (rn_piece_at (thoughts, next + 1));
		if (meaning == RN_MEANS_NOT || meaning == RN_MEANS_CANNOT)
			return !is_of_line && !rn_denies_objection (thoughts, next);
	}
	return FALSE;
}

/* "El dos", "o três": a line by its number. In other languages, and in the plural, as many as that are meant. */
static gboolean
is_articled (const struct rn_thoughts *thoughts, guint i)
{
	static const struct { const char *language, *article; } articles[] = {
		{ "es", "el" }, { "es", "la" }, { "fr", "le" }, { "fr", "la" },
		{ "it", "il" }, { "it", "la" }, { "pt", "o" }, { "pt", "a" },
	};

	if (i == 0 || (i > 1 && rn_is_in_clause (thoughts, i - 2, i)) ||
	    rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, i)->first)->mark != '\0')
		return FALSE;
	const char *word = rn_token_word (&thoughts->tokens, rn_piece_at (thoughts, i - 1)->first);
	for (gsize row = 0; row < G_N_ELEMENTS (articles); row++)
		if (g_str_equal (thoughts->language, articles[row].language) && g_str_equal (word, articles[row].article))
			return TRUE;
	return FALSE;
}

void
rn_read_number (rn_reading *reading, const struct rn_thoughts *thoughts, guint i)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	int strength = rn_choice_strength (thoughts, i);

	if (strength == 0 || (!piece->is_excluded && rn_piece_is_behind (thoughts, i, RN_MEANS_NOT, 2)))
		return;
	gboolean is_named = rn_is_line (piece) || (piece->meaning == RN_MEANS_CARDINAL && rn_is_beside_choice (thoughts, i));
	gboolean is_excepted = is_named && rn_is_excepted (thoughts, i);
	if (is_excepted || piece->is_excluded) {
		exclude_lines (reading, thoughts, i, is_excepted);
		return;
	}
	switch (piece->meaning) {
	case RN_MEANS_ORDINAL:
		if (is_of_other (thoughts, i))
			break;
		add_number (reading, piece->phrase->value, MIN (strength, 88));
		for (int number = 2; piece->phrase->value == 1 && number <= rn_lines_counted (thoughts, i); number++)
			add_number (reading, number, MIN (strength, 85));
		break;
	case RN_MEANS_CARDINAL:
		/* the "one" of "the second one" and "that one" */
		if (range_start (thoughts, i) != i || starts_range (thoughts, i) ||
		    (ordinal_beside (thoughts, i) == i && !rn_is_behind_date (thoughts, i) &&
		     !is_preceded_by (thoughts, i, RN_MEANS_ONLY) &&
		     (rn_piece_leads (thoughts, i, 0, TRUE) || is_articled (thoughts, i) || rn_is_beside_choice (thoughts, i) ||
		      is_behind_line (thoughts, i))))
			add_lines_to (reading, thoughts, i, MIN (strength, 88));
		break;
	case RN_MEANS_BOTH:
		if (is_other_both (thoughts, i))
			break;
		add_number (reading, 1, MIN (strength, 85));
		add_number (reading, 2, MIN (strength, 85));
		break;
	case RN_MEANS_REST:
		if (is_welcome (thoughts, i) && !rn_piece_is_conditional (thoughts, i))
			rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, "all", MIN (strength, 80));
		break;
	case RN_MEANS_ALL:
		if (!(piece->phrase->is_particle && names_lines (thoughts, i)) &&
		    !speaks_of_dates (thoughts, piece->thought) && !is_denied_behind (thoughts, i) &&
		    rn_thought_unknown (thoughts, piece->thought) == 0 &&
		    (piece->n_words > 1 || (!is_preceded_by (thoughts, i, RN_MEANS_FILLER) &&
		                            !is_preceded_by (thoughts, i, RN_MEANS_GREETING))))
			rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, "all", MIN (strength, 80));
		break;
	default:
		if (ordinal_beside (thoughts, i) != i && is_plural (rn_piece_at (thoughts, ordinal_beside (thoughts, i))))
			break;
		if (ordinal_beside (thoughts, i) != i && !is_ranked (thoughts, i))
			strength = MIN (strength, RN_MAYBE);
		add_lines_to (reading, thoughts, i, strength);
	}
}

gboolean
rn_read_votes (rn_reading *reading, const struct rn_thoughts *thoughts)
{
	struct rn_ballot ballot;

	if (!rn_read_ballot (thoughts, &ballot))
		return FALSE;
	for (guint i = 0; i < ballot.n; i++)
		if (ballot.lines[i].verdict == RN_INTENT_YES)
			add_number (reading, ballot.lines[i].number, VOTED);
		else if (ballot.lines[i].verdict == RN_INTENT_NO)
			rn_exclude_line (reading, ballot.lines[i].number, FALSE);
	rn_weigh_exclusions (reading);
	return TRUE;
}

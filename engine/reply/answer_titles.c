#include "answer_titles.h"

#include <string.h>

#include "answer_exceptions.h"
#include "answer_numbers.h"
#include "choices.h"
#include "conditions.h"
#include "judge.h"
#include "quoted_list.h"
#include "when_words.h"

#define MIN_WORD 4        /* bytes of a word that names something */
#define MAX_NAMING 4      /* words: more are a story */
#define MAX_GROUPS 8    /* "accessibility, cloud and privacy" */
#define WHOLE 88          /* percent: the title as it stands there */
#define IN_PART 72        /* words that only one title has */
#define LAST 85           /* the last line of the list */

static void
add_line (rn_reading *reading, const struct rn_quoted_line *line, int confidence)
{
	char value[16];

	g_snprintf (value, sizeof value, "%d", line->number);
	for (guint i = 0; i < reading->answers->len; i++) {
		struct rn_answer *before = g_ptr_array_index (reading->answers, i);
		if (before->intent == RN_INTENT_NUMBER && g_str_equal (before->value, value)) {
			before->confidence = MAX (before->confidence, confidence);
			return;
		}
	}
	rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, value, confidence);
}

static gboolean
has_word (const struct rn_quoted_line *line, const char *word)
{
	g_autofree char *spaced = g_strconcat (" ", word, " ", NULL);

	return strstr (line->words, spaced) != NULL;
}

/* Behind the words that are joined to piece i: "test automation" and "privacy" are two groups. */
static guint
group_end (const struct rn_thoughts *thoughts, guint i)
{
	const guint64 joins = (guint64) 1 << RN_WHEN_AND | (guint64) 1 << RN_WHEN_OR;
	guint end = i + 1;

	while (end < thoughts->pieces->len) {
		const struct rn_token *first = rn_token_at (&thoughts->tokens, rn_piece_at (thoughts, end)->first);
		if ((first->senses & joins) != 0 || rn_mark_ends (first->mark) || first->mark == ',')
			break;
		end++;
	}
	return end;
}

/* Whether all the words of a group that mean nothing else stand in the title; in *named how many there are. */
static gboolean
is_named_in (const struct rn_thoughts *thoughts, guint from, guint to, const struct rn_quoted_line *line, int *named)
{
	*named = 0;
	for (guint i = from; i < to; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		if (!rn_piece_is_unknown (piece) || rn_token_at (&thoughts->tokens, piece->first)->size < MIN_WORD)
			continue;
		(*named)++;
		if (!has_word (line, rn_token_word (&thoughts->tokens, piece->first)))
			return FALSE;
	}
	return *named > 0 && *named <= MAX_NAMING;
}

/* The one line that a group names, or NULL; *is_said: the group has words of its own. */
static const struct rn_quoted_line *
line_named (const struct rn_thoughts *thoughts, guint from, guint to, const struct rn_quoted_list *list, gboolean *is_said)
{
	const struct rn_quoted_line *only = NULL;
	int named = 0, n_lines = 0;

	*is_said = FALSE;
	for (guint i = 0; i < list->n; i++) {
		gboolean is_named = is_named_in (thoughts, from, to, &list->lines[i], &named);
		*is_said |= named > 0;
		only = is_named ? &list->lines[i] : only;
		n_lines += is_named;
	}
	return n_lines == 1 ? only : NULL;
}

/* "All except testing", "social media, if full testing": who names a title may mean another. */
static gboolean
is_qualified (const struct rn_thoughts *thoughts)
{
	for (guint i = 0; i < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		if (piece->meaning == RN_MEANS_IF || piece->meaning == RN_MEANS_BUT || piece->meaning == RN_MEANS_NOT ||
		    piece->meaning == RN_MEANS_CANNOT)
			return TRUE;
	}
	return FALSE;
}

static struct rn_answer *
find_all (const rn_reading *reading)
{
	for (guint i = 0; i < reading->answers->len; i++) {
		struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		if (answer->intent == RN_INTENT_NUMBER && g_str_equal (answer->value, "all"))
			return answer;
	}
	return NULL;
}

/* "Everything but testing", and no "all, but I like testing": the title stands right behind. */
static gboolean
is_excepted (const struct rn_thoughts *thoughts, const struct rn_quoted_line *line)
{
	for (guint i = 0; i + 1 < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i), *next = rn_piece_at (thoughts, i + 1);
		if (piece->meaning == RN_MEANS_IF)
			return FALSE;
		if ((piece->meaning == RN_MEANS_BUT || piece->meaning == RN_MEANS_NOT) &&
		    has_word (line, rn_token_word (&thoughts->tokens, next->first)))
			return TRUE;
	}
	return FALSE;
}

/* Who names a title chooses it, where nothing turns it round; what is said of all is unsure then, too. */
static void
choose (rn_reading *reading, const struct rn_thoughts *thoughts, const struct rn_quoted_line *line, int confidence)
{
	struct rn_answer *all = is_qualified (thoughts) ? find_all (reading) : NULL;

	if ((all != NULL || rn_says_all (thoughts)) && is_excepted (thoughts, line)) {
		rn_exclude_line (reading, line->number, all == NULL);
		return;
	}
	if (all != NULL)
		all->confidence = MIN (all->confidence, RN_MAYBE);
	add_line (reading, line, is_qualified (thoughts) ? RN_MAYBE : confidence);
}

/* Each group of the first thoughts must name one line: words of none may speak of something else. */
static void
add_named (rn_reading *reading, const struct rn_thoughts *thoughts, const struct rn_quoted_list *list)
{
	const struct rn_quoted_line *lines[MAX_GROUPS];
	guint n = 0, end;

	for (guint i = 0; i < thoughts->pieces->len && rn_piece_at (thoughts, i)->thought <= 1; i = end) {
		gboolean is_said;
		end = group_end (thoughts, i);
		const struct rn_quoted_line *line = line_named (thoughts, i, end, list, &is_said);
		if (is_said && (line == NULL || n == MAX_GROUPS))
			return;
		if (is_said)
			lines[n++] = line;
	}
	for (guint i = 0; i < n; i++)
		choose (reading, thoughts, lines[i], IN_PART);
}

/* The 10 of "10 on Wednesday" is no line of three. Of a list of topics there may be quoted but the beginning. */
static void
doubt_unlisted (rn_reading *reading, const struct rn_quoted_list *list)
{
	for (guint i = 0; rn_quoted_list_is_of_days (list) && i < reading->answers->len; i++) {
		struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		guint64 number = 0;
		if (answer->intent == RN_INTENT_NUMBER &&
		    g_ascii_string_to_unsigned (answer->value, 10, 1, G_MAXINT, &number, NULL) &&
		    (int) number > rn_quoted_list_last (list))
			answer->confidence = MIN (answer->confidence, RN_MAYBE);
	}
}

/* "The first and the last", and no list is quoted: who knows but one of them knows too few. */
static void
doubt_beside_last (rn_reading *reading, const struct rn_thoughts *thoughts, const struct rn_quoted_list *list)
{
	gboolean has_last = FALSE;

	for (guint i = 0; list->n == 0 && i < thoughts->pieces->len; i++)
		has_last |= rn_piece_at (thoughts, i)->meaning == RN_MEANS_LAST;
	for (guint i = 0; has_last && i < reading->answers->len; i++) {
		struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		if (answer->intent == RN_INTENT_NUMBER)
			answer->confidence = MIN (answer->confidence, RN_MAYBE);
	}
}

void
rn_read_titles (rn_reading *reading, const struct rn_thoughts *thoughts, const char *quote)
{
	struct rn_quoted_list list;
	g_autofree char *own = rn_spaced_words (&thoughts->tokens, 0);

	rn_quoted_list_init (&list, strlen (own) > MIN_WORD ? quote : NULL);
	doubt_unlisted (reading, &list);
	doubt_beside_last (reading, thoughts, &list);
	for (guint i = 0; i < list.n; i++)
		if (strlen (list.lines[i].words) > MIN_WORD && strstr (own, list.lines[i].words) != NULL)
			choose (reading, thoughts, &list.lines[i], WHOLE);
	add_named (reading, thoughts, &list);
	rn_quoted_list_clear (&list);
}

/* "Wednesday, but an hour later" */
static gboolean
is_moved (const struct rn_thoughts *thoughts, int date)
{
	return date + 1 < thoughts->n_dates && thoughts->dates[date + 1].is_shift;
}

gboolean
rn_read_day_of_line (rn_reading *reading, const struct rn_thoughts *thoughts, guint i, const char *quote)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_when *when = &thoughts->dates[piece->date];
	int weekday = when->has_time || when->has_part || when->is_past || is_moved (thoughts, piece->date) ? 0
	              : rn_weekday_named (&thoughts->tokens, piece->first, piece->n_words);
	struct rn_quoted_list list;

	rn_quoted_list_init (&list, weekday > 0 ? quote : NULL);
	const struct rn_quoted_line *line = rn_quoted_list_day (&list, weekday);
	if (line != NULL && (when->is_excluded || when->is_away))
		rn_exclude_line (reading, line->number, rn_is_excepted (thoughts, i));
	else if (line != NULL)
		add_line (reading, line, rn_is_meant (thoughts, i) ? WHOLE : RN_MAYBE);
	gboolean is_line = line != NULL;
	rn_quoted_list_clear (&list);
	return is_line;
}

gboolean
rn_is_miscounted (const struct rn_thoughts *thoughts, guint i, const char *quote)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	gsize word = piece->first + (gsize) piece->n_words - 1;
	const struct rn_phrase *cardinal = piece->meaning == RN_MEANS_ALL
	                                   ? rn_lexicon_find (&rn_phrases, &thoughts->tokens, word,
	                                                      rn_tongue_of (thoughts->language), RN_MEANS_CARDINAL) : NULL;
	guint count = piece->meaning == RN_MEANS_BOTH ? 2 : cardinal != NULL ? (guint) cardinal->value : 0;
	struct rn_quoted_list list;

	rn_quoted_list_init (&list, count > 0 ? quote : NULL);
	gboolean is_other = list.n > 0 && list.n != count;
	rn_quoted_list_clear (&list);
	return is_other;
}

/* Of n lines the first that is meant by "the last two", "les deux derniers", "the last one", and how many. */
static guint
first_of_last (const struct rn_thoughts *thoughts, guint i, guint n, guint *count)
{
	if (!rn_piece_at (thoughts, i)->phrase->is_particle) {
		*count = MIN (n, (guint) rn_lines_counted (thoughts, i));
		return n - *count;
	}
	*count = n % 2; /* "the middle one": four lines have none */
	return n / 2;
}

void
rn_read_last (rn_reading *reading, const struct rn_thoughts *thoughts, guint i, const char *quote)
{
	struct rn_quoted_list list;
	int strength = rn_choice_strength (thoughts, i);

	rn_quoted_list_init (&list, strength > 0 ? quote : NULL);
	guint n, first = first_of_last (thoughts, i, list.n, &n);
	gboolean is_excepted = rn_is_excepted (thoughts, i) ||
	                       (find_all (reading) != NULL && rn_starts_with_but (thoughts, i));
	gboolean is_excluded = is_excepted || rn_piece_is_behind (thoughts, i, RN_MEANS_NOT, 2);
	for (guint line = first; line < first + n; line++)
		if (is_excluded)
			rn_exclude_line (reading, list.lines[line].number, is_excepted);
		else
			add_line (reading, &list.lines[line], MIN (strength, is_qualified (thoughts) ? RN_MAYBE : LAST));
	rn_quoted_list_clear (&list);
}

static gboolean
is_excepted_number (const struct rn_answer *answer)
{
	return answer->intent == RN_INTENT_NUMBER && answer->confidence >= RN_ASK_BACK &&
	       g_str_has_prefix (answer->value, "not ");
}

static gboolean
has_excepted (const rn_reading *reading)
{
	for (guint i = 0; i < reading->answers->len; i++)
		if (is_excepted_number (g_ptr_array_index (reading->answers, i)))
			return TRUE;
	return FALSE;
}

/* Takes the excepted numbers off the reading, each set in `excepted`. */
static gboolean
take_excepted (rn_reading *reading, gboolean *excepted, guint n)
{
	gboolean any = FALSE;

	for (guint i = reading->answers->len; i > 0; i--) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i - 1);
		guint64 number = 0;
		if (!is_excepted_number (answer) || !g_ascii_string_to_unsigned (answer->value + strlen ("not "), 10, 1,
		                                                                 n, &number, NULL))
			continue;
		excepted[number] = any = TRUE;
		g_ptr_array_remove_index (reading->answers, i - 1);
	}
	return any;
}

void
rn_read_rest (rn_reading *reading, const char *quote)
{
	struct rn_quoted_list list;
	gboolean excepted[RN_MAX_QUOTED_LINES + 1] = { FALSE };

	rn_quoted_list_init (&list, has_excepted (reading) ? quote : NULL);
	if (list.n > 0 && take_excepted (reading, excepted, list.n))
		for (guint i = 0; i < list.n; i++)
			if (list.lines[i].number > RN_MAX_QUOTED_LINES || !excepted[list.lines[i].number])
				add_line (reading, &list.lines[i], IN_PART);
	rn_quoted_list_clear (&list);
}

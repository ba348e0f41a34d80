#include "answer_titles.h"

#include <string.h>

#include "answer_values.h"
#include "choices.h"
#include "judge.h"
#include "when_words.h"

#define MAX_ITEMS 30      /* of a list that people choose from */
#define MAX_TITLE 120     /* bytes; a topic is a line */
#define MIN_WORD 4        /* bytes of a word that names something */
#define MAX_NAMING 4      /* words: more are a story */
#define WHOLE 88          /* percent: the title as it stands there */
#define IN_PART 72        /* words that only one title has */

struct item {
	int number;
	char *words; /* folded, " test automation " */
};

/* Words with a space on both sides, so that one may be looked for in another. */
static char *
words_of (const struct rn_tokens *tokens, gsize first)
{
	GString *words = g_string_new (" ");

	for (gsize i = first; i < rn_tokens_count (tokens); i++) {
		g_string_append (words, rn_token_word (tokens, i));
		g_string_append_c (words, ' ');
	}
	return g_string_free (words, FALSE);
}

/* "2. Title", "2) Title"; a question, or what has a hint in parentheses below it, is a form's. */
static gboolean
read_item (const char *line, gsize size, const char *below, struct item *item)
{
	struct rn_tokens tokens;
	gsize digits = strspn (line, "0123456789");

	if (digits == 0 || digits > 2 || size < digits + 3 || size > MAX_TITLE || strchr (".)", line[digits]) == NULL ||
	    line[digits + 1] != ' ' || line[size - 1] == '?' || *below == '(')
		return FALSE;
	rn_tokens_init (&tokens, line, size);
	*item = (struct item) { rn_token_at (&tokens, 0)->number, words_of (&tokens, 1) };
	rn_tokens_clear (&tokens);
	return TRUE;
}

static guint
read_items (const char *quote, struct item *items)
{
	guint n = 0;

	for (const char *at = quote, *next; *at != '\0' && n < MAX_ITEMS; at = next) {
		gsize size = strcspn (at, "\n");
		next = at + size + (at[size] == '\n');
		while (size > 0 && g_ascii_isspace (at[size - 1]))
			size--;
		n += read_item (at, size, next + strspn (next, " "), &items[n]);
	}
	return n;
}

static void
add_item (rn_reading *reading, const struct item *item, int confidence)
{
	char value[16];

	g_snprintf (value, sizeof value, "%d", item->number);
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
has_word (const struct item *item, const char *word)
{
	g_autofree char *spaced = g_strconcat (" ", word, " ", NULL);

	return strstr (item->words, spaced) != NULL;
}

/* Whether all the words of the first thoughts that mean nothing else stand in one title; in
 * *named how many there are. */
static gboolean
is_named_in (const struct rn_thoughts *thoughts, const struct item *item, int *named)
{
	*named = 0;
	for (guint i = 0; i < thoughts->pieces->len && rn_piece_at (thoughts, i)->thought <= 1; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i);
		if (!rn_piece_is_unknown (piece) || rn_token_at (&thoughts->tokens, piece->first)->size < MIN_WORD)
			continue;
		if (!has_word (item, rn_token_word (&thoughts->tokens, piece->first)))
			return FALSE;
		(*named)++;
	}
	return *named > 0 && *named <= MAX_NAMING;
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
is_excepted (const struct rn_thoughts *thoughts, const struct item *item)
{
	for (guint i = 0; i + 1 < thoughts->pieces->len; i++) {
		const struct rn_piece *piece = rn_piece_at (thoughts, i), *next = rn_piece_at (thoughts, i + 1);
		if (piece->meaning == RN_MEANS_IF)
			return FALSE;
		if ((piece->meaning == RN_MEANS_BUT || piece->meaning == RN_MEANS_NOT) &&
		    has_word (item, rn_token_word (&thoughts->tokens, next->first)))
			return TRUE;
	}
	return FALSE;
}

/* Who names a title chooses it, where nothing turns it round; what is said of all is unsure then, too. */
static void
choose (rn_reading *reading, const struct rn_thoughts *thoughts, const struct item *item, int confidence)
{
	struct rn_answer *all = is_qualified (thoughts) ? find_all (reading) : NULL;

	if (all != NULL && is_excepted (thoughts, item)) {
		rn_exclude_line (reading, item->number);
		return;
	}
	if (all != NULL)
		all->confidence = MIN (all->confidence, RN_MAYBE);
	add_item (reading, item, is_qualified (thoughts) ? RN_MAYBE : confidence);
}

static void
add_named (rn_reading *reading, const struct rn_thoughts *thoughts, const struct item *items, guint n)
{
	const struct item *only = NULL;
	int named;

	for (guint i = 0; i < n; i++) {
		if (!is_named_in (thoughts, &items[i], &named))
			continue;
		if (only != NULL)
			return; /* two lines have these words */
		only = &items[i];
	}
	if (only != NULL)
		choose (reading, thoughts, only, IN_PART);
}

void
rn_read_titles (rn_reading *reading, const struct rn_thoughts *thoughts, const char *quote)
{
	struct item items[MAX_ITEMS];
	gboolean found = FALSE;
	g_autofree char *own = words_of (&thoughts->tokens, 0);
	guint n = quote != NULL && strlen (own) > MIN_WORD ? read_items (quote, items) : 0;

	for (guint i = 0; i < n && n >= 2; i++)
		if (strlen (items[i].words) > MIN_WORD && strstr (own, items[i].words) != NULL) {
			choose (reading, thoughts, &items[i], WHOLE);
			found = TRUE;
		}
	if (n >= 2 && !found)
		add_named (reading, thoughts, items, n);
	for (guint i = 0; i < n; i++)
		g_free (items[i].words);
}

/* The weekday that some words name and nothing else with it, 1 … 7; of a title, the first in it. */
static int
weekday_of (const struct rn_tokens *tokens, gsize first, gsize n_words, gboolean is_alone)
{
	int weekday = 0;

	for (gsize i = first; i < first + n_words && weekday == 0; i++) {
		const struct rn_phrase *day = rn_lexicon_find (&rn_when_words, tokens, i, RN_ANY_TONGUE,
		                                               RN_WHEN_WEEKDAY);
		if (day == NULL && is_alone) /* "fri", which was read as a day already */
			day = rn_lexicon_find (&rn_when_words, tokens, i, RN_ANY_TONGUE, RN_WHEN_WEEKDAY_SHORT);
		weekday = day != NULL && day->value <= 7 ? day->value : 0;
		if (is_alone && (weekday > 0 ? i + (gsize) day->n_words < first + n_words
		                             : rn_lexicon_find (&rn_when_words, tokens, i, RN_ANY_TONGUE,
		                                                RN_WHEN_LINK) == NULL))
			return 0;
	}
	return weekday;
}

/* The one line of that weekday, or NULL. */
static const struct item *
item_of_day (const struct item *items, guint n, int weekday)
{
	const struct item *found = NULL;

	for (guint i = 0; i < n; i++) {
		struct rn_tokens tokens;
		rn_tokens_init (&tokens, items[i].words, strlen (items[i].words));
		gboolean is_it = weekday_of (&tokens, 0, rn_tokens_count (&tokens), FALSE) == weekday;
		rn_tokens_clear (&tokens);
		if (is_it && found != NULL)
			return NULL;
		found = is_it ? &items[i] : found;
	}
	return found;
}

gboolean
rn_read_day_of_line (rn_reading *reading, const struct rn_thoughts *thoughts, guint i, const char *quote)
{
	struct item items[MAX_ITEMS];
	const struct rn_piece *piece = rn_piece_at (thoughts, i);
	const struct rn_when *when = &thoughts->dates[piece->date];
	int weekday = when->has_time || when->has_part || when->is_past ? 0
	              : weekday_of (&thoughts->tokens, piece->first, piece->n_words, TRUE);
	guint n = quote != NULL && weekday > 0 ? read_items (quote, items) : 0;
	const struct item *item = n >= 2 ? item_of_day (items, n, weekday) : NULL;

	if (item != NULL && (when->is_excluded || when->is_away))
		rn_exclude_line (reading, item->number);
	else if (item != NULL)
		add_item (reading, item, rn_is_meant (thoughts, i) ? WHOLE : RN_MAYBE);
	for (guint each = 0; each < n; each++)
		g_free (items[each].words);
	return item != NULL;
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
	struct item items[MAX_ITEMS];
	gboolean excepted[MAX_ITEMS + 1] = { FALSE };
	guint n = quote != NULL && has_excepted (reading) ? read_items (quote, items) : 0;

	if (n >= 2 && take_excepted (reading, excepted, n))
		for (guint i = 0; i < n; i++)
			if (items[i].number > MAX_ITEMS || !excepted[items[i].number])
				add_item (reading, &items[i], IN_PART);
	for (guint i = 0; i < n; i++)
		g_free (items[i].words);
}

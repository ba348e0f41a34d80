#include "quoted_list.h"

#include <string.h>

#include "when_words.h"

#define MAX_TITLE 120 /* bytes; a topic is a line */

char *
rn_spaced_words (const struct rn_tokens *tokens, gsize first)
{
	GString *words = g_string_new (" ");

	for (gsize i = first; i < rn_tokens_count (tokens); i++) {
		g_string_append (words, rn_token_word (tokens, i));
		g_string_append_c (words, ' ');
	}
	return g_string_free (words, FALSE);
}

/* "2. Title", "2) Title" */
static gboolean
read_line (const char *line, gsize size, const char *below, struct rn_quoted_line *read)
{
	struct rn_tokens tokens;
	gsize digits = strspn (line, "0123456789");

	if (digits == 0 || digits > 3 || size < digits + 3 || size > MAX_TITLE || strchr (".)", line[digits]) == NULL ||
	    line[digits + 1] != ' ' || line[size - 1] == '?' || *below == '(')
		return FALSE;
	rn_tokens_init (&tokens, line, size);
	*read = (struct rn_quoted_line) { rn_token_at (&tokens, 0)->number, rn_spaced_words (&tokens, 1) };
	rn_tokens_clear (&tokens);
	return TRUE;
}

void
rn_quoted_list_init (struct rn_quoted_list *list, const char *quote)
{
	list->n = 0;
	if (quote == NULL)
		return;
	for (const char *at = quote, *next; *at != '\0' && list->n < RN_MAX_QUOTED_LINES; at = next) {
		gsize size = strcspn (at, "\n");
		next = at + size + (at[size] == '\n');
		while (size > 0 && g_ascii_isspace (at[size - 1]))
			size--;
		list->n += read_line (at, size, next + strspn (next, " "), &list->lines[list->n]);
	}
	if (list->n == 1)
		rn_quoted_list_clear (list);
}

void
rn_quoted_list_clear (struct rn_quoted_list *list)
{
	for (guint i = 0; i < list->n; i++)
		g_free (list->lines[i].words);
	list->n = 0;
}

int
rn_quoted_list_last (const struct rn_quoted_list *list)
{
	return list->n > 0 ? list->lines[list->n - 1].number : 0;
}

/* The weekday that stands at word i, in any language; a short one, "fri", where it was read as a day already. */
static int
weekday_at (const struct rn_tokens *tokens, gsize i, gboolean may_be_short, int *n_words)
{
	const struct rn_phrase *day = rn_lexicon_find (&rn_when_words, tokens, i, RN_ANY_TONGUE, RN_WHEN_WEEKDAY);

	if (day == NULL && may_be_short)
		day = rn_lexicon_find (&rn_when_words, tokens, i, RN_ANY_TONGUE, RN_WHEN_WEEKDAY_SHORT);
	if (day == NULL || day->value > 7)
		return 0;
	*n_words = day->n_words;
	return day->value;
}

int
rn_weekday_named (const struct rn_tokens *tokens, gsize first, gsize n_words)
{
	int taken = 0;

	for (gsize i = first; i < first + n_words; i++) {
		int weekday = weekday_at (tokens, i, TRUE, &taken);
		if (weekday > 0)
			return i + (gsize) taken == first + n_words ? weekday : 0;
		if (rn_lexicon_find (&rn_when_words, tokens, i, RN_ANY_TONGUE, RN_WHEN_LINK) == NULL)
			return 0;
	}
	return 0;
}

/* The first weekday of a title. */
static int
weekday_of (const struct rn_quoted_line *line)
{
	struct rn_tokens tokens;
	int weekday = 0, taken;

	rn_tokens_init (&tokens, line->words, strlen (line->words));
	for (gsize i = 0; i < rn_tokens_count (&tokens) && weekday == 0; i++)
		weekday = weekday_at (&tokens, i, FALSE, &taken);
	rn_tokens_clear (&tokens);
	return weekday;
}

gboolean
rn_quoted_list_is_of_days (const struct rn_quoted_list *list)
{
	for (guint i = 0; i < list->n; i++)
		if (weekday_of (&list->lines[i]) == 0)
			return FALSE;
	return list->n > 0;
}

const struct rn_quoted_line *
rn_quoted_list_day (const struct rn_quoted_list *list, int weekday)
{
	const struct rn_quoted_line *found = NULL;

	for (guint i = 0; i < list->n; i++) {
		if (weekday_of (&list->lines[i]) != weekday)
			continue;
		if (found != NULL)
			return NULL;
		found = &list->lines[i];
	}
	return found;
}

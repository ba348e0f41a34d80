#include "when_cursor.h"

#include <string.h>

#define MAX_LINKS 2            /* articles and prepositions between two pieces */

gboolean
rn_when_at_end (const struct rn_when_cursor *at)
{
	return at->i >= rn_tokens_count (at->tokens);
}

const struct rn_phrase *
rn_when_peek (const struct rn_when_cursor *at, enum rn_when_word word)
{
	if (rn_when_at_end (at) || !(rn_token_at (at->tokens, at->i)->senses & (guint64) 1 << word))
		return NULL;
	return rn_lexicon_find (&rn_when_words, at->tokens, at->i, at->frame->tongues, (int) word);
}

/* The word's value, and the cursor behind it; 0 when another word stands there. */
int
rn_when_take (struct rn_when_cursor *at, enum rn_when_word word)
{
	const struct rn_phrase *phrase = rn_when_peek (at, word);

	if (phrase == NULL)
		return 0;
	at->i += (gsize) phrase->n_words;
	return phrase->value;
}

char
rn_when_mark_here (const struct rn_when_cursor *at)
{
	return rn_when_at_end (at) ? at->tokens->last_mark : rn_token_at (at->tokens, at->i)->mark;
}

gint32
rn_when_number_here (const struct rn_when_cursor *at)
{
	return rn_when_at_end (at) ? -1 : rn_token_at (at->tokens, at->i)->number;
}

gsize
rn_when_size_here (const struct rn_when_cursor *at)
{
	return rn_when_at_end (at) ? 0 : rn_token_at (at->tokens, at->i)->size;
}

gboolean
rn_when_is_tight (const struct rn_when_cursor *at)
{
	return !rn_when_at_end (at) && rn_token_at (at->tokens, at->i)->is_tight;
}

gboolean
rn_when_follows_one_sign (const struct rn_when_cursor *at)
{
	if (at->i == 0 || rn_when_at_end (at))
		return FALSE;
	const struct rn_token *last = rn_token_at (at->tokens, at->i - 1);
	return rn_token_at (at->tokens, at->i)->at == last->at + last->size + 1;
}

/* A number in digits within limits, with the cursor behind it. */
gboolean
rn_when_take_number (struct rn_when_cursor *at, gint32 least, gint32 most, int *number)
{
	gint32 here = rn_when_number_here (at);

	if (here < least || here > most)
		return FALSE;
	*number = here;
	at->i++;
	return TRUE;
}

gboolean
rn_when_take_year (struct rn_when_cursor *at, int *year)
{
	return (rn_when_size_here (at) == 4 && rn_when_take_number (at, 1990, 2099, year)) ||
	       (rn_when_mark_here (at) == '\'' && rn_when_size_here (at) == 2 &&
	        rn_when_take_number (at, 0, 99, year) && (*year += 2000));
}

/* In digits or in words. */
gboolean
rn_when_take_count (struct rn_when_cursor *at, int *count)
{
	if (rn_when_take_number (at, 1, 400, count))
		return TRUE;
	if (rn_when_take (at, RN_WHEN_COUPLE))
		*count = 2;
	else
		*count = rn_when_take (at, RN_WHEN_NUMBER);
	return *count > 0;
}

/* "5." */
static gboolean
is_behind_ordinal (const struct rn_when_cursor *at)
{
	return rn_when_mark_here (at) == '.' && at->i > 0 && rn_token_at (at->tokens, at->i - 1)->number >= 0;
}

gboolean
rn_when_take_range_sign (struct rn_when_cursor *at, gboolean is_between)
{
	if (rn_when_mark_here (at) == '-')
		return TRUE;
	if (rn_mark_ends (rn_when_mark_here (at)) && !is_behind_ordinal (at))
		return FALSE;
	return rn_when_take (at, RN_WHEN_TO) || rn_when_take (at, RN_WHEN_UNTIL) ||
	       (is_between && rn_when_take (at, RN_WHEN_AND));
}

enum rn_when_edge
rn_when_take_edge (struct rn_when_cursor *at, gboolean *is_range)
{
	static const struct {
		enum rn_when_word word;
		enum rn_when_edge edge;
	} edges[] = {
		{ RN_WHEN_AFTER, RN_EDGE_AFTER }, { RN_WHEN_FROM, RN_EDGE_FROM }, { RN_WHEN_BEFORE, RN_EDGE_BEFORE },
		{ RN_WHEN_UNTIL, RN_EDGE_UNTIL },
	};

	*is_range = FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
		if (rn_when_take (at, edges[i].word))
			return edges[i].edge;
	*is_range = rn_when_take (at, RN_WHEN_BETWEEN) > 0;
	return RN_EDGE_NONE;
}

/* A comma, the full stop of an abbreviation, or nothing. */
static gboolean
is_loose (const struct rn_when_cursor *at)
{
	return strchr (",.\n", rn_when_mark_here (at)) != NULL || rn_when_mark_here (at) == '\0';
}

void
rn_when_take_links (struct rn_when_cursor *at)
{
	for (int links = 0; links < MAX_LINKS && !rn_mark_ends (rn_when_mark_here (at)) &&
	     rn_when_take (at, RN_WHEN_LINK); links++)
		;
}

/* Words that may stand between two pieces. */
void
rn_when_skip_links (struct rn_when_cursor *at)
{
	static const enum rn_when_word links[] = { RN_WHEN_ON, RN_WHEN_LINK, RN_WHEN_IN, RN_WHEN_DATE_OF };

	for (int n = 0; n < MAX_LINKS; n++) {
		gsize before = at->i;
		for (gsize i = 0; i < G_N_ELEMENTS (links) && at->i == before; i++)
			if (n == 0 || (rn_when_mark_here (at) != ',' && !rn_mark_ends (rn_when_mark_here (at))))
				rn_when_take (at, links[i]);
		if (at->i == before)
			return;
	}
}

/* The year behind a month. */
int
rn_when_take_year_behind (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int year = 0;

	rn_when_take_links (&try);
	if (is_loose (&try) && rn_when_take_year (&try, &year))
		*at = try;
	return year;
}

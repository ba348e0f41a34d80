#include "thoughts.h"

#include <string.h>

#include "language.h"

#define MAX_NUMBER 99 /* of a list that people choose from */
#define NEAR 5        /* pieces between "not" or "can't" and its date */

struct reader {
	struct rn_thoughts *thoughts;
	int tongues;
	int thought, clause;
	gsize date_first[RN_MAX_DATES], date_end[RN_MAX_DATES]; /* in tokens */
};

static gsize token_at_byte (const struct rn_tokens *tokens, gsize from, gsize byte)
{
	while (from < rn_tokens_count (tokens) && rn_token_at (tokens, from)->at < byte)
		from++;
	return from;
}

static void find_dates (struct reader *reader, rn_time written, GTimeZone *zone)
{
	struct rn_thoughts *thoughts = reader->thoughts;
	gsize i = 0;

	while (thoughts->n_dates < RN_MAX_DATES) {
		struct rn_when *when = &thoughts->dates[thoughts->n_dates];
		gsize from = i;
		if (!rn_when_find_in (&thoughts->tokens, &i, thoughts->language, written, zone, when))
			return;
		reader->date_first[thoughts->n_dates] = token_at_byte (&thoughts->tokens, from, when->at);
		reader->date_end[thoughts->n_dates] = i;
		thoughts->n_dates++;
	}
}

/* "2nd", "2.", "2e": the letters belong to the number. */
static gsize number_words (const struct rn_tokens *tokens, gsize i)
{
	static const char *const suffixes[] = { "st", "nd", "rd", "th", "e", "er", "ste", "de", "eme", "re", "o", "a" };

	if (i + 1 >= rn_tokens_count (tokens) || !rn_token_at (tokens, i + 1)->is_tight || rn_token_at (tokens, i + 1)->mark != '\0')
		return 1;
	for (gsize s = 0; s < G_N_ELEMENTS (suffixes); s++)
		if (g_str_equal (rn_token_word (tokens, i + 1), suffixes[s]))
			return 2;
	return 1;
}

/* The "no" of "no-show" is no answer. */
static gboolean is_compound (const struct rn_tokens *tokens, const struct rn_piece *piece, gsize i)
{
	gsize next = i + (gsize) piece->phrase->n_words;

	if (piece->phrase->n_words > 1)
		return FALSE;
	return (rn_token_at (tokens, i)->mark == '-' && rn_token_at (tokens, i)->is_tight) ||
	       (next < rn_tokens_count (tokens) && rn_token_at (tokens, next)->mark == '-' && rn_token_at (tokens, next)->is_tight);
}

static struct rn_piece next_piece (struct reader *reader, gsize i)
{
	const struct rn_tokens *tokens = &reader->thoughts->tokens;
	const struct rn_token *token = rn_token_at (tokens, i);
	struct rn_piece piece = { .number = -1, .date = -1, .first = i, .n_words = 1 };

	const struct rn_phrase *later = rn_lexicon_find (&rn_phrases, tokens, i, reader->tongues, RN_MEANS_LATER);
	for (int date = 0; date < reader->thoughts->n_dates; date++)
		if (reader->date_first[date] == i && (later == NULL || i + (gsize) later->n_words <= reader->date_end[date])) {
			piece.date = date;
			piece.n_words = reader->date_end[date] - i;
			return piece;
		}
	if (token->number > 0 && token->number <= MAX_NUMBER) {
		piece.number = token->number;
		piece.n_words = number_words (tokens, i);
		return piece;
	}
	piece.phrase = rn_lexicon_find (&rn_phrases, tokens, i, reader->tongues, 0);
	if (piece.phrase != NULL && is_compound (tokens, &piece, i))
		piece.phrase = NULL;
	if (piece.phrase != NULL) {
		piece.meaning = (enum rn_meaning) piece.phrase->meaning;
		piece.n_words = (gsize) piece.phrase->n_words;
	}
	return piece;
}

/* Where a phrase runs into a date, the date is what is left: "ask me in" and "May"; "no
 * hoy" leaves nothing of it. */
static void push_dates (struct reader *reader, const struct rn_piece *piece)
{
	gsize end = piece->first + piece->n_words;

	for (int date = 0; piece->date < 0 && date < reader->thoughts->n_dates; date++)
		if (piece->first <= reader->date_first[date] && end > reader->date_first[date])
			reader->date_first[date] = end < reader->date_end[date] ? end : G_MAXSIZE;
}

static void add_piece (struct reader *reader, struct rn_piece piece)
{
	char mark = rn_token_at (&reader->thoughts->tokens, piece.first)->mark;
	gboolean is_first = reader->thoughts->pieces->len == 0;

	if (!is_first && (rn_mark_ends (mark) || piece.meaning == RN_MEANS_BUT)) {
		reader->thought++;
		reader->clause++;
	} else if (!is_first && strchr (",:(", mark) != NULL && mark != '\0') {
		reader->clause++;
	}
	piece.thought = reader->thought;
	piece.clause = reader->clause;
	g_array_append_val (reader->thoughts->pieces, piece);
}

static gboolean is_negation (const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_NOT || piece->meaning == RN_MEANS_CANNOT ||
	       (piece->meaning == RN_MEANS_NO && piece->phrase->is_particle);
}

/* The words that exclude a date say nothing about the rest. */
static void spend_negations (struct rn_thoughts *thoughts)
{
	for (guint i = 0; i < thoughts->pieces->len; i++) {
		const struct rn_piece *date = rn_piece_at (thoughts, i);
		if (date->date < 0 || !thoughts->dates[date->date].has_not)
			continue;
		for (guint other = i > NEAR ? i - NEAR : 0; other < thoughts->pieces->len && other <= i + NEAR; other++) {
			struct rn_piece *piece = rn_piece_at (thoughts, other);
			gboolean is_polar = piece->meaning == RN_MEANS_YES || piece->meaning == RN_MEANS_NO;
			if (piece->clause == date->clause && (is_negation (piece) || (other > i && is_polar)))
				piece->is_spent = TRUE;
		}
	}
}

void rn_thoughts_init (struct rn_thoughts *thoughts, const char *text, const char *language, rn_time written,
                       GTimeZone *zone)
{
	struct reader reader = { .thoughts = thoughts };

	thoughts->n_dates = 0;
	rn_tokens_init (&thoughts->tokens, text, strlen (text));
	thoughts->language = language != NULL ? language : rn_language_of (&thoughts->tokens);
	reader.tongues = rn_tongue_of (thoughts->language);
	thoughts->pieces = g_array_sized_new (FALSE, FALSE, sizeof (struct rn_piece), thoughts->tokens.list->len + 1);
	find_dates (&reader, written, zone);
	for (gsize i = 0; i < rn_tokens_count (&thoughts->tokens);) {
		struct rn_piece piece = next_piece (&reader, i);
		push_dates (&reader, &piece);
		add_piece (&reader, piece);
		i += piece.n_words;
	}
	spend_negations (thoughts);
}

void rn_thoughts_clear (struct rn_thoughts *thoughts)
{
	g_array_unref (thoughts->pieces);
	rn_tokens_clear (&thoughts->tokens);
}

int rn_thought_unknown (const struct rn_thoughts *thoughts, int thought)
{
	int unknown = 0;

	for (guint i = 0; i < thoughts->pieces->len; i++)
		unknown += rn_piece_at (thoughts, i)->thought == thought && rn_piece_is_unknown (rn_piece_at (thoughts, i));
	return unknown;
}

const char *rn_thoughts_language (const struct rn_thoughts *thoughts)
{
	int votes[RN_N_TONGUES] = { 0 };
	int best = 0, second = 0;

	for (guint i = 0; i < thoughts->pieces->len; i++) {
		const struct rn_phrase *phrase = rn_piece_at (thoughts, i)->phrase;
		for (int tongue = 0; phrase != NULL && tongue < RN_N_TONGUES; tongue++)
			if (phrase->tongues & 1 << tongue)
				votes[tongue] += 60 * phrase->n_words / __builtin_popcount ((guint) phrase->tongues);
	}
	for (int tongue = 1; tongue < RN_N_TONGUES; tongue++)
		if (votes[tongue] > votes[best])
			best = tongue;
	for (int tongue = 0; tongue < RN_N_TONGUES; tongue++)
		if (tongue != best)
			second = MAX (second, votes[tongue]);
	return votes[best] >= 120 && votes[best] >= 2 * second ? rn_tongue_code (best) : "";
}

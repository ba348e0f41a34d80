#include "thoughts_language.h"

#include <string.h>

#include "language.h"
#include "when_words.h"

#define FEW_WORDS 4   /* of an answer that may be of several languages */
#define SHORT 8       /* of one whose every word is looked up in every language */
#define SHORT_WORD 3  /* bytes */
#define ONE_WORD 60   /* divides evenly among up to six languages */

/* How many words are not in the tables of that language. */
static gsize
unknown_in (const struct rn_tokens *tokens, const char *language)
{
	int tongues = rn_tongue_of (language);
	gsize unknown = 0;

	for (gsize i = 0; i < rn_tokens_count (tokens);) {
		const struct rn_phrase *phrase = rn_lexicon_find (&rn_phrases, tokens, i, tongues, 0);
		if (phrase == NULL || phrase->n_words == 1) {
			const struct rn_phrase *when = rn_lexicon_find (&rn_when_words, tokens, i, tongues, 0);
			phrase = phrase == NULL || (when != NULL && when->n_words > 1) ? when : phrase;
		}
		unknown += phrase == NULL && rn_token_at (tokens, i)->number < 0;
		i += phrase != NULL ? (gsize) phrase->n_words : 1;
	}
	return unknown;
}

/* How many languages have every word; in *only one of them. */
static int
languages_of (const struct rn_tokens *tokens, const char **only)
{
	int n = 0;

	for (int tongue = 0; tongue < RN_N_TONGUES; tongue++) {
		if (unknown_in (tokens, rn_tongue_code (tongue)) > 0)
			continue;
		*only = rn_tongue_code (tongue);
		n++;
	}
	return n;
}

/* "Di/mi" is of many languages. */
static gboolean
has_long_word (const struct rn_tokens *tokens)
{
	for (gsize i = 0; i < rn_tokens_count (tokens); i++)
		if (rn_token_at (tokens, i)->size > SHORT_WORD)
			return TRUE;
	return FALSE;
}

/* Few words may belong to several languages, "la prima" to the Dutch too: then they are of
 * the language that they answer, if it has them; else of the only one that has all, "il 26 alle 14"; of none where
 * several have, "de 2 a 4"; and of the language that they answer again where it has most of them. */
void
rn_thoughts_find_language (struct rn_thoughts *thoughts, const char *language, const char *quote)
{
	const struct rn_tokens *tokens = &thoughts->tokens;
	gsize n = rn_tokens_count (tokens), n_words = 0;

	for (gsize i = 0; i < n; i++)
		n_words += rn_token_at (tokens, i)->number < 0;
	thoughts->language = language != NULL ? language : rn_language_of (tokens);
	thoughts->is_guessed = FALSE;
	gboolean is_found = *thoughts->language != '\0';
	if (language != NULL || quote == NULL || (is_found && n_words > FEW_WORDS))
		return;
	gboolean is_known = is_found && unknown_in (tokens, thoughts->language) == 0;
	if (is_known && has_long_word (tokens))
		return;
	const char *other = rn_language_of_text (quote), *only = "";
	gsize unknown = *other != '\0' ? unknown_in (tokens, other) : n;
	if (is_known && unknown > 0)
		return;
	int n_languages = unknown > 0 && n_words <= SHORT ? languages_of (tokens, &only) : 0;
	if (n_languages > 0) {
		thoughts->language = n_languages == 1 ? only : "";
	} else if (unknown == 0 || (!is_found && 2 * unknown <= n)) {
		thoughts->is_guessed = TRUE;
		thoughts->language = other;
	}
}

static void
vote_for (int *votes, int tongues, int n_words)
{
	if (tongues == RN_ANY_TONGUE)
		return;
	for (int tongue = 0; tongue < RN_N_TONGUES; tongue++)
		if (tongues & 1 << tongue)
			votes[tongue] += ONE_WORD * n_words / __builtin_popcount ((guint) tongues);
}

static void
vote_of_piece (const struct rn_thoughts *thoughts, const struct rn_piece *piece, int *votes)
{
	gboolean is_letter = piece->n_words == 1 && rn_token_at (&thoughts->tokens, piece->first)->size == 1;
	if (piece->phrase != NULL && !is_letter)
		vote_for (votes, rn_lexicon_tongues (&rn_phrases, &thoughts->tokens, piece->first, piece->phrase->n_words), piece->phrase->n_words);
	for (gsize i = piece->first; piece->date >= 0 && i < piece->first + piece->n_words; i++)
		vote_for (votes, rn_lexicon_tongues (&rn_when_words, &thoughts->tokens, i, 1), 1);
}

const char *
rn_thoughts_language (const struct rn_thoughts *thoughts)
{
	int votes[RN_N_TONGUES] = { 0 };
	int best = 0, second = 0;

	for (guint i = 0; i < thoughts->pieces->len; i++)
		vote_of_piece (thoughts, rn_piece_at (thoughts, i), votes);
	for (int tongue = 1; tongue < RN_N_TONGUES; tongue++)
		if (votes[tongue] > votes[best])
			best = tongue;
	for (int tongue = 0; tongue < RN_N_TONGUES; tongue++)
		if (tongue != best)
			second = MAX (second, votes[tongue]);
	if (votes[best] >= ONE_WORD && votes[best] >= 2 * second)
		return rn_tongue_code (best);
	for (int tongue = 0; tongue < RN_N_TONGUES && thoughts->is_guessed; tongue++)
		if (votes[tongue] > 0 && votes[tongue] * 2 >= votes[best] &&
		    g_str_equal (rn_tongue_code (tongue), thoughts->language))
			return thoughts->language;
	return "";
}

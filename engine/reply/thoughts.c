#include "thoughts.h"

#include <string.h>

#include "corrections.h"
#include "exclusions.h"
#include "quoted_list.h"
#include "thoughts_dates.h"
#include "thoughts_language.h"
#include "when_words.h"

#define MAX_NUMBER RN_MAX_QUOTED_LINES /* of a list that people choose from */
#define MAX_NAME 4    /* words of "Herr Dr. Max May" */
#define IF_REACH 4    /* pieces from "if" to its "only" */
#define LONGEST_ABBREVIATION 4 /* bytes: "evtl" */

static const struct rn_phrase ornament = { .meaning = RN_MEANS_FILLER, .tongues = RN_ANY_TONGUE, .n_words = 1 };

struct reader {
	struct rn_thoughts *thoughts;
	int tongues;
	int thought, clause;
	int aside; /* the clause behind the last "although", -1: none yet */
	gsize salutation; /* the first word behind "Hi Will," */
	struct rn_date_places dates;
};

/* "2nd", "2.", "2e": the letters belong to the number. */
static gsize
number_words (const struct rn_tokens *tokens, gsize i)
{
	static const char *const suffixes[] = { "st", "nd", "rd", "th", "e", "er", "ste", "de", "eme", "re", "o", "a" };

	if (i + 1 >= rn_tokens_count (tokens) || !rn_token_at (tokens, i + 1)->is_tight ||
	    rn_token_at (tokens, i + 1)->mark != '\0')
		return 1;
	for (gsize s = 0; s < G_N_ELEMENTS (suffixes); s++)
		if (g_str_equal (rn_token_word (tokens, i + 1), suffixes[s]))
			return 2;
	return 1;
}

/* The "no" of "no-show" is no answer. */
static gboolean
is_compound (const struct rn_tokens *tokens, const struct rn_piece *piece, gsize i)
{
	gsize next = i + (gsize) piece->phrase->n_words;

	if (piece->phrase->n_words > 1)
		return FALSE;
	return (rn_token_at (tokens, i)->mark == '-' && rn_token_at (tokens, i)->is_tight) ||
	       (next < rn_tokens_count (tokens) && rn_token_at (tokens, next)->mark == '-' &&
	        rn_token_at (tokens, next)->is_tight);
}

/* Words that may stand inside a phrase without changing it. */
static gboolean
is_light (const struct rn_tokens *tokens, gsize i, int tongues)
{
	const struct rn_phrase *phrase = rn_lexicon_find (&rn_phrases, tokens, i, tongues, 0);

	return phrase != NULL && phrase->n_words == 1 &&
	       (phrase->meaning == RN_MEANS_FILLER || phrase->meaning == RN_MEANS_LIGHT ||
	        phrase->meaning == RN_MEANS_COURTESY);
}

static gboolean
runs_into_date (const struct reader *reader, gsize first, gsize end)
{
	for (int date = 0; date < reader->thoughts->n_dates; date++)
		if (first < reader->dates.end[date] && end > reader->dates.first[date])
			return TRUE;
	return FALSE;
}

/* "con molto piacere", "kann ich leider nicht": a longer phrase with light words in it. */
static void
take_loose (const struct reader *reader, struct rn_piece *piece)
{
	int n_words = 0;
	const struct rn_phrase *loose =
		rn_lexicon_find_loose (&rn_phrases, &reader->thoughts->tokens, piece->first, reader->tongues, is_light,
		                       &n_words);

	if (loose == NULL || (piece->phrase != NULL && loose->n_words <= piece->phrase->n_words) ||
	    (loose->meaning > RN_MEANS_LAST_SAID && loose->meaning != RN_MEANS_CANNOT) ||
	    runs_into_date (reader, piece->first, piece->first + (gsize) n_words))
		return;
	piece->phrase = loose;
	piece->n_words = (gsize) n_words;
}

/* Words that an accent makes another one; with it they take a byte more than their letters. */
static gboolean
is_spelt (const struct rn_tokens *tokens, gsize i, const char *word, gboolean has_accent)
{
	return g_str_equal (rn_token_word (tokens, i), word) &&
	       rn_token_at (tokens, i)->size == strlen (word) + (has_accent ? 1 : 0);
}

/* Whether nothing but a yes or a no is said by the words behind word i. */
static gboolean
is_answer_behind (const struct reader *reader, gsize i)
{
	const struct rn_tokens *tokens = &reader->thoughts->tokens;

	if (i + 1 == rn_tokens_count (tokens) || rn_token_mark_behind (tokens, i) != '\0')
		return TRUE;
	const struct rn_phrase *behind = rn_lexicon_find (&rn_phrases, tokens, i + 1, reader->tongues, 0);
	return behind != NULL && (behind->meaning <= RN_MEANS_LAST_SAID || behind->meaning == RN_MEANS_COURTESY) &&
	       (i + 1 + (gsize) behind->n_words == rn_tokens_count (tokens) ||
	        rn_token_mark_behind (tokens, i + (gsize) behind->n_words) != '\0');
}

/* The Spanish and Italian yes without its accent, and with more behind it, is an "if": "si mi jefe
 * quiere", and no "si, claro". */
static gboolean
is_bare_si (const struct reader *reader, const struct rn_piece *piece)
{
	const struct rn_tokens *tokens = &reader->thoughts->tokens;
	gboolean leads = piece->first == 0 || rn_mark_ends (rn_token_at (tokens, piece->first)->mark);

	if (piece->phrase->meaning != RN_MEANS_YES || piece->n_words > 1 ||
	    !is_spelt (tokens, piece->first, "si", FALSE))
		return FALSE;
	return piece->first + 1 < rn_tokens_count (tokens) && rn_token_mark_behind (tokens, piece->first) == '\0' &&
	       (!leads || !is_answer_behind (reader, piece->first));
}

/* "No. 2" */
static gboolean
is_number_sign (const struct rn_tokens *tokens, const struct rn_piece *piece)
{
	const struct rn_token *next = piece->first + 1 < rn_tokens_count (tokens)
	                              ? rn_token_at (tokens, piece->first + 1) : NULL;

	return piece->n_words == 1 && piece->phrase->meaning == RN_MEANS_NO &&
	       is_spelt (tokens, piece->first, "no", FALSE) && next != NULL &&
	       next->number >= 0 && next->mark == '.';
}

/* "já" is no "ja", and what she "hatte" is not what she "hätte". */
static gboolean
is_other_word (const struct reader *reader, const struct rn_piece *piece)
{
	const struct rn_tokens *tokens = &reader->thoughts->tokens;

	return piece->n_words == 1 && (is_spelt (tokens, piece->first, "ja", TRUE) ||
	                               is_spelt (tokens, piece->first, "hatte", FALSE));
}

/* "plus [de 3]", "can't decide [between 2 and 3]": bare numbers behind such words are no hours. */
static gboolean
counts (const struct reader *reader, enum rn_meaning meaning, int date)
{
	return (meaning == RN_MEANS_AMOUNT || meaning == RN_MEANS_UNSURE) && !reader->thoughts->dates[date].has_day &&
	       rn_token_at (&reader->thoughts->tokens, reader->dates.end[date] - 1)->number >= 0;
}

/* Whether the date that starts at word i is part of what counts there, "up to 3", or right before it. */
static gboolean
is_counted (const struct reader *reader, gsize i, int date)
{
	const GArray *pieces = reader->thoughts->pieces;
	const struct rn_tokens *tokens = &reader->thoughts->tokens;
	gboolean follows = pieces->len > 0 && rn_token_at (tokens, i)->mark == '\0';

	return (follows && counts (reader, rn_piece_at (reader->thoughts, pieces->len - 1)->meaning, date)) ||
	       (counts (reader, RN_MEANS_AMOUNT, date) &&
	        rn_lexicon_find (&rn_phrases, tokens, i, reader->tongues, RN_MEANS_AMOUNT) != NULL);
}

/* The date that starts at word i, -1 where none does or a "later" is longer; one that is counted is none. */
static int
date_at (struct reader *reader, gsize i)
{
	const struct rn_phrase *later = rn_lexicon_find (&rn_phrases, &reader->thoughts->tokens, i, reader->tongues,
	                                                 RN_MEANS_LATER);

	for (int date = 0; date < reader->thoughts->n_dates; date++) {
		if (reader->dates.first[date] != i)
			continue;
		if (!is_counted (reader, i, date))
			return later == NULL || i + (gsize) later->n_words <= reader->dates.end[date] ? date : -1;
		reader->dates.first[date] = G_MAXSIZE;
	}
	return -1;
}

/* A smiley that is no answer by itself. */
static gboolean
is_pictograph (const struct reader *reader, gsize i)
{
	const char *word = rn_token_word (&reader->thoughts->tokens, i);

	return (guchar) word[0] >= 0x80 && g_unichar_type (g_utf8_get_char (word)) == G_UNICODE_OTHER_SYMBOL;
}

/* The phrase at word i; "no, problem with my calendar" is no "no problem". */
static const struct rn_phrase *
phrase_at (const struct reader *reader, gsize i)
{
	const struct rn_tokens *tokens = &reader->thoughts->tokens;
	const struct rn_phrase *phrase = rn_lexicon_find (&rn_phrases, tokens, i, reader->tongues, 0);

	if (phrase == NULL || phrase->meaning != RN_MEANS_YES || phrase->n_words < 2 || rn_token_at (tokens, i + 1)->mark != ',')
		return phrase;
	const struct rn_phrase *no = rn_lexicon_find (&rn_phrases, tokens, i, reader->tongues, RN_MEANS_NO);
	return no != NULL && no->n_words == 1 ? no : phrase;
}

static struct rn_piece
next_piece (struct reader *reader, gsize i)
{
	const struct rn_tokens *tokens = &reader->thoughts->tokens;
	const struct rn_token *token = rn_token_at (tokens, i);
	struct rn_piece piece = { .number = -1, .date = -1, .first = i, .n_words = 1 };

	if (i == 0 && reader->salutation > 0) {
		piece.phrase = rn_lexicon_find (&rn_phrases, tokens, 0, reader->tongues, RN_MEANS_GREETING);
		piece.meaning = RN_MEANS_GREETING;
		piece.n_words = reader->salutation;
		return piece;
	}
	piece.date = date_at (reader, i);
	if (piece.date >= 0) {
		piece.n_words = reader->dates.end[piece.date] - i;
		return piece;
	}
	if (token->number > 0 && token->number <= MAX_NUMBER) {
		piece.number = token->number;
		piece.n_words = number_words (tokens, i);
		return piece;
	}
	piece.phrase = phrase_at (reader, i);
	if (piece.phrase != NULL)
		piece.n_words = (gsize) piece.phrase->n_words;
	take_loose (reader, &piece);
	if (piece.phrase != NULL && (is_compound (tokens, &piece, i) || is_other_word (reader, &piece))) {
		piece.phrase = NULL;
		piece.n_words = 1;
	}
	if (piece.phrase == NULL && is_pictograph (reader, i))
		piece.phrase = &ornament;
	if (piece.phrase != NULL)
		piece.meaning = is_bare_si (reader, &piece)       ? RN_MEANS_IF
		                : is_number_sign (tokens, &piece) ? RN_MEANS_CHOICE
		                                                  : (enum rn_meaning) piece.phrase->meaning;
	return piece;
}

/* Where a phrase runs into a date, the date is what is left: "ask me in" and "May"; "no
 * hoy" leaves nothing of it. */
static void
push_dates (struct reader *reader, const struct rn_piece *piece)
{
	gsize end = piece->first + piece->n_words;

	for (int date = 0; piece->date < 0 && date < reader->thoughts->n_dates; date++)
		if (piece->first <= reader->dates.first[date] && end > reader->dates.first[date])
			reader->dates.first[date] = end < reader->dates.end[date] &&
			                            !counts (reader, piece->meaning, date) ? end : G_MAXSIZE;
}

/* "10.4. bin ich …", "vom 3. bis 5.", "Wed. is my day off": the full stop of a day's number, of one that goes on, and of a short
 * weekday, where no capital begins a sentence. */
static gboolean
is_behind_ordinal (const struct rn_thoughts *thoughts, gsize i)
{
	const guint64 to = (guint64) 1 << RN_WHEN_TO | (guint64) 1 << RN_WHEN_UNTIL;
	const struct rn_token *token = rn_token_at (&thoughts->tokens, i);
	const guint64 days = (guint64) 1 << RN_WHEN_WEEKDAY_SHORT | (guint64) 1 << RN_WHEN_MONTH_SHORT;
	gboolean is_day = rn_piece_at (thoughts, thoughts->pieces->len - 1)->date >= 0;
	const struct rn_token *last = rn_token_at (&thoughts->tokens, i - 1);

	return !token->is_upper && (last->number >= 0 ? is_day || (token->senses & to) != 0
	                                              : is_day && (last->senses & days) != 0);
}

/* "ggf. 3", "u. 5", "nr. 2": the full stop of a short word before a number. */
static gboolean
is_behind_abbreviation (const struct rn_thoughts *thoughts, gsize i)
{
	const struct rn_piece *before = rn_piece_at (thoughts, thoughts->pieces->len - 1);

	return rn_token_at (&thoughts->tokens, i)->number >= 0 && before->n_words == 1 &&
	       rn_token_at (&thoughts->tokens, before->first)->size <= LONGEST_ABBREVIATION &&
	       (before->meaning == RN_MEANS_FILLER || before->meaning == RN_MEANS_UNSURE ||
	        before->meaning == RN_MEANS_CHOICE);
}

static gboolean
is_but (const struct rn_piece *piece)
{
	return piece->meaning == RN_MEANS_BUT || piece->meaning == RN_MEANS_ONLY;
}

/* "But", "only", "but only" and "although" start a thought; the "only" of "if it's only an hour" does not. */
static gboolean
turns (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	guint last = thoughts->pieces->len - 1;

	if (piece->meaning == RN_MEANS_ONLY && (rn_piece_at (thoughts, last)->meaning == RN_MEANS_IF ||
	                                        rn_piece_is_behind (thoughts, last, RN_MEANS_IF, IF_REACH)))
		return FALSE;
	return piece->meaning == RN_MEANS_ALTHOUGH || (is_but (piece) && !is_but (rn_piece_at (thoughts, last)));
}

/* A dash with spaces around it, between words: "I can't believe it - yes!" */
static gboolean
is_dash (const struct rn_thoughts *thoughts, const struct rn_piece *piece)
{
	const struct rn_token *token = rn_token_at (&thoughts->tokens, piece->first);
	const struct rn_piece *before = rn_piece_at (thoughts, thoughts->pieces->len - 1);

	return token->mark == '-' && !token->is_tight && piece->phrase != NULL && before->number < 0 &&
	       before->date < 0;
}

static void
add_piece (struct reader *reader, struct rn_piece piece)
{
	char mark = rn_token_at (&reader->thoughts->tokens, piece.first)->mark;
	gboolean is_first = reader->thoughts->pieces->len == 0;

	if (!is_first && mark == '.' && (is_behind_ordinal (reader->thoughts, piece.first) ||
	                                 is_behind_abbreviation (reader->thoughts, piece.first)))
		mark = '\0';
	if (!is_first && (rn_mark_ends (mark) || turns (reader->thoughts, &piece))) {
		reader->thought++;
		reader->clause++;
	} else if (!is_first && piece.meaning == RN_MEANS_BECAUSE) {
		reader->clause++;
	} else if (!is_first && mark != '\0' && (strchr (",:(", mark) != NULL || is_dash (reader->thoughts, &piece))) {
		reader->clause++;
	}
	if (piece.meaning == RN_MEANS_ALTHOUGH)
		reader->aside = reader->clause;
	piece.thought = reader->thought;
	piece.clause = reader->clause;
	piece.is_aside = reader->clause == reader->aside;
	g_array_append_val (reader->thoughts->pieces, piece);
}

/* "Hi Will,", "Hallo Frau May!": the words behind a greeting in the first line are a name, if
 * they are written as one and something follows. Gives the first word behind it. */
static gsize
behind_salutation (const struct rn_tokens *tokens, int tongues)
{
	gsize n = rn_tokens_count (tokens);
	const struct rn_phrase *greeting = n > 0 ? rn_lexicon_find (&rn_phrases, tokens, 0, tongues, RN_MEANS_GREETING)
	                                   : NULL;
	gsize name = greeting != NULL ? (gsize) greeting->n_words : 0, i = name;

	while (name > 0 && i < MIN (n, name + MAX_NAME) && rn_token_at (tokens, i)->is_upper &&
	       (rn_token_at (tokens, i)->mark == '\0' ||
	        (i > name && strchr (".-'", rn_token_at (tokens, i)->mark) != NULL)))
		i++;
	char mark = i < n ? rn_token_at (tokens, i)->mark : '\0';
	return mark == ',' || mark == '!' || mark == '\n' ? i : name;
}

void
rn_thoughts_init (struct rn_thoughts *thoughts, const char *text, const char *language, const char *quote,
                  rn_time written, GTimeZone *zone)
{
	struct reader reader = { .thoughts = thoughts, .aside = -1 };

	rn_tokens_init (&thoughts->tokens, text, strlen (text));
	rn_thoughts_find_language (thoughts, language, quote);
	reader.tongues = rn_tongue_of (thoughts->language);
	reader.salutation = behind_salutation (&thoughts->tokens, reader.tongues);
	thoughts->pieces = g_array_sized_new (FALSE, FALSE, sizeof (struct rn_piece), thoughts->tokens.list->len + 1);
	rn_thoughts_find_dates (thoughts, reader.salutation, quote, written, zone, &reader.dates);
	for (gsize i = 0; i < rn_tokens_count (&thoughts->tokens);) {
		struct rn_piece piece = next_piece (&reader, i);
		push_dates (&reader, &piece);
		add_piece (&reader, piece);
		i += piece.n_words;
	}
	rn_strike_corrected (thoughts, zone);
	rn_find_exclusions (thoughts, quote);
}

void
rn_thoughts_clear (struct rn_thoughts *thoughts)
{
	g_array_unref (thoughts->pieces);
	rn_tokens_clear (&thoughts->tokens);
}

gboolean
rn_piece_is_behind (const struct rn_thoughts *thoughts, guint i, enum rn_meaning meaning, int reach)
{
	const struct rn_piece *piece = rn_piece_at (thoughts, i);

	for (guint before = i; before > 0 && reach-- > 0; before--) {
		const struct rn_piece *other = rn_piece_at (thoughts, before - 1);
		if (other->clause != piece->clause)
			return FALSE;
		if (other->meaning == meaning && !other->is_spent)
			return TRUE;
	}
	return FALSE;
}

int
rn_thought_unknown (const struct rn_thoughts *thoughts, int thought)
{
	int unknown = 0;

	for (guint i = 0; i < thoughts->pieces->len; i++)
		unknown += rn_piece_at (thoughts, i)->thought == thought &&
		rn_piece_is_unknown (rn_piece_at (thoughts, i));
	return unknown;
}


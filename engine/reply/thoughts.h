/* A short text as a row of understood pieces, grouped into thoughts: what answers.c
 * judges. */
#ifndef RN_MAIL_THOUGHTS_H
#define RN_MAIL_THOUGHTS_H

#include "phrases.h"
#include "when.h"

#define RN_MAX_DATES 6 /* in one answer; more are a calendar and no answer */

struct rn_piece {
	enum rn_meaning meaning; /* NOTHING for a number, a date or an unknown word */
	const struct rn_phrase *phrase; /* or NULL */
	int number;           /* or -1 */
	int date;             /* index into dates, or -1 */
	gsize first, n_words; /* in tokens */
	int thought;          /* from 0; ends at the end of a sentence or line, and before "but" */
	int clause;           /* the same, and at commas */
	gboolean is_spent;    /* it belongs to a date or number: the "not" of "not on Tuesday" */
	gboolean is_excluded; /* a number of a list: the 2 of "not 2" */
	gboolean is_aside;    /* behind "although": it takes nothing back */
	gboolean is_outdone;  /* the same, of "3 over 2" */
};

struct rn_thoughts {
	const char *language; /* "en", "de" … or "": what it is read as */
	gboolean is_guessed;  /* it is that of the quoted mail */
	struct rn_tokens tokens;
	GArray *pieces; /* of struct rn_piece */
	struct rn_when dates[RN_MAX_DATES];
	gboolean is_spent_date[RN_MAX_DATES]; /* a time alone, which was given to the days before it */
	int n_dates;
};

/* Reads text in this language, "" for any, NULL for the one it seems to have, or else that
 * of the quoted mail; dates count from `written`. */
void rn_thoughts_init (struct rn_thoughts *thoughts, const char *text, const char *language, const char *quote,
                       rn_time written, GTimeZone *zone);
void rn_thoughts_clear (struct rn_thoughts *thoughts);

static inline struct rn_piece *rn_piece_at (const struct rn_thoughts *thoughts, gsize i)
{
	return &g_array_index (thoughts->pieces, struct rn_piece, i);
}

/* Whether two pieces stand in one clause, or in one thought. */
static inline gboolean rn_is_in_clause (const struct rn_thoughts *thoughts, gsize i, gsize of)
{
	return rn_piece_at (thoughts, i)->clause == rn_piece_at (thoughts, of)->clause;
}

static inline gboolean rn_is_in_thought (const struct rn_thoughts *thoughts, gsize i, gsize of)
{
	return rn_piece_at (thoughts, i)->thought == rn_piece_at (thoughts, of)->thought;
}

/* A word that was not understood. */
static inline gboolean rn_piece_is_unknown (const struct rn_piece *piece)
{
	return piece->phrase == NULL && piece->number < 0 && piece->date < 0;
}

/* A line of a list: "2", "the second". */
static inline gboolean rn_is_line (const struct rn_piece *piece)
{
	return piece->number >= 0 || piece->meaning == RN_MEANS_ORDINAL;
}

/* The line that it names, "2", "two", "the second"; 0: none. */
static inline int rn_line_of (const struct rn_piece *piece)
{
	return piece->number > 0 ? piece->number
	       : piece->meaning == RN_MEANS_ORDINAL || piece->meaning == RN_MEANS_CARDINAL ? piece->phrase->value : 0;
}

/* Whether a piece of this meaning stands before piece i in its clause, within reach. */
gboolean rn_piece_is_behind (const struct rn_thoughts *thoughts, guint i, enum rn_meaning meaning, int reach);

/* How many words of this thought were not understood. */
int rn_thought_unknown (const struct rn_thoughts *thoughts, int thought);

#endif

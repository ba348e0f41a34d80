/* What people write: phrases in both languages of the company. */
#ifndef SIMULATED_WORDS_H
#define SIMULATED_WORDS_H

#include "chance.h"

enum words {
	WORDS_YES,        /* to an offer */
	WORDS_YES_LONG,
	WORDS_NO,
	WORDS_LATER,
	WORDS_MET,        /* "did you meet?" */
	WORDS_NOT_MET,
	WORDS_NUMBERS,    /* one %s: "2 and 5" */
	WORDS_NO_NUMBER,  /* nothing in the list for her */
	WORDS_COMING,     /* to an invitation */
	WORDS_NOT_COMING,
	WORDS_DONE,       /* a task */
	WORDS_REMARK,     /* in own words, in a form */
	WORDS_GREETING,   /* first line of a polite mail */
	WORDS_CLOSING,    /* one %s: the given name */
	WORDS_THANKS,     /* to a mail that asks for nothing */
	WORDS_QUESTION,   /* out of the blue, to the program */
	WORDS_QUESTION_SUBJECT,
	WORDS_KINDS
};

/* One phrase of that kind. */
const char *words_pick (struct chance *chance, enum words kind, gboolean german);

/* "YES" or "NO" in her language. */
const char *words_plain (gboolean yes, gboolean german);

/* Case-folded, in one line. */
char *words_folded (const char *text);

/* The phrase with its one %s filled in; newly allocated. */
char *words_fill (const char *phrase, const char *value);

const char *words_month (gboolean german, int month, gboolean shortened);
const char *words_weekday (gboolean german, int day_of_week, gboolean shortened); /* 1: Monday */

#endif

/* How people's mail programs put a mail on the wire: the layouts, encodings, quotes
 * and header lines of Outlook, Gmail, Apple Mail and Thunderbird. */
#ifndef SIMULATED_PEN_H
#define SIMULATED_PEN_H

#include "letter.h"
#include "person.h"

/* A mail about to be written. */
struct draft {
	struct person *person;   /* who writes; her chance gives ids and boundaries */
	const struct letter *to; /* what she answers, or NULL */
	const char *recipient;
	const char *subject;     /* whole */
	const char *words;       /* her own, LF line ends */
	rn_time at;
	gboolean quote;          /* the letter is quoted, as her client does it */
	gboolean alias;          /* sent from her other address */
	const char *calendar;    /* iCalendar text, or NULL */
	const char *method;      /* of it: REPLY, COUNTER */
	gboolean without_method; /* the Content-Type does not say it */
};

/* The mail with LF line ends. */
GString *pen_write (const struct draft *draft);

/* The letter's text quoted line by line, `answers` (rows of number and text) typed
 * below the questions that they belong to. */
struct pen_answer {
	int number;
	char *text;
};
char *pen_interleave (const struct letter *letter, const struct pen_answer *answers, guint n);

/* "Re: …" or "AW: …", unless it is there already; newly allocated. */
char *pen_reply_subject (const struct person *person, const struct letter *letter);

/* The address that a draft is sent from. */
const char *pen_address (const struct draft *draft);

/* Header values: encoded words where they are needed, a date in the person's zone, a
 * name and address. Newly allocated. */
char *pen_text (const char *value);
char *pen_date (const struct person *person, rn_time at);
char *pen_mailbox (const char *name, const char *address);

#endif

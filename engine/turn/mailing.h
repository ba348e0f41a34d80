/* Mail that a turn writes: who gets it, in which words, when it may leave, and what an
 * answer to it will be about. */
#ifndef RN_TURN_MAILING_H
#define RN_TURN_MAILING_H

#include "bundle.h"
#include "invitation.h"
#include "outbox.h"
#include "turn.h"

struct rn_mailing {
	rn_person *person;       /* who gets it; or NULL and the three below: the coordinator, a stranger */
	const char *address, *name, *language;
	const char *template;
	const char *form;        /* or NULL */
	const char *about;       /* ref that an answer is about, or NULL */
	const GByteArray *fields; /* of the template, besides those that every mail has: named values (bundle.h); or NULL */
	rn_invitation *invitation; /* or NULL; an organizer that it lacks is the program */
	gboolean is_answer;      /* to the mail of this turn: at once, whatever the hour */
	gboolean is_urgent;      /* a change or cancellation within a day: at once as well */
	gboolean is_bulk;        /* company-wide */
	gint64 *row;             /* gets its number in the outbox, when it is written; or NULL */
};

/* Writes the mail into the outbox. Nobody is mailed who left or is unreachable: the
 * turn notes that instead. */
gboolean rn_turn_mail (rn_turn *turn, const struct rn_mailing *mailing, GError **error);

/* Adds a list of lines to fields: [{key: line}, …]. */
void rn_fields_lines (GByteArray *fields, const char *name, const char *key, const char *const *lines);

/* The list “reasons”, and whether there are any. */
void rn_fields_reasons (GByteArray *fields, const char *const *lines);

/* "Tuesday, 3 March 2026, 10:00–11:00 (Europe/Berlin)" in her language and zone. */
char *rn_turn_when (const rn_person *person, rn_time start, rn_time end);

#endif

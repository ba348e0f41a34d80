/* Forms and lists: asking, reminding, and keeping what was answered. */
#ifndef RN_TURN_QUESTIONS_H
#define RN_TURN_QUESTIONS_H

#include "question.h"
#include "reading.h"
#include "turn.h"

/* Adds a line about a topic to those that a template lists: number, title, owner. FALSE, and
 * nothing is added, when it is gone, or, if it must be, not open to a present owner. */
gboolean rn_topic_line (rn_turn *turn, const char *ref, gint64 number, gboolean must_be_open, GByteArray *lines);

struct rn_ask_order {
	const char *form;
	GPtrArray *people;    /* of rn_person */
	const char *about;    /* ref, or "" */
	const char *within;   /* or NULL */
	gboolean sealed;
};

/* Mails a form to each. */
gboolean rn_ask_people (rn_turn *turn, const struct rn_ask_order *order, GError **error);

gboolean rn_ask_remind (rn_turn *turn, rn_ask *ask, GError **error);
gboolean rn_ask_expire (rn_turn *turn, rn_ask *ask, GError **error);

/* A person answered an ask. FALSE in *understood: nothing in the mail fits the question. */
gboolean rn_ask_answer (rn_turn *turn, rn_ask *ask, rn_person *person, const rn_reading *reading, gboolean *understood,
                        GError **error);

#define RN_SURE 60 /* percent: below it nobody acts on an answer; the person is asked back once */

/* The first answer of that intent, or NULL. */
const struct rn_answer *rn_answer_of (const rn_reading *reading, enum rn_intent intent);

/* Whether a time was named that only she can place: "yes, but only after my holiday". A date
 * that can be read in two ways, "3/4", is none. */
gboolean rn_has_open_wish (const rn_reading *reading);

/* Until when “later” was meant: the date that was named, else 60 days on. */
rn_time rn_later_until (rn_turn *turn, const rn_reading *reading);

/* Seals a private answer for the database, and opens it again. `place` is where it stands:
 * equal answers in two places give different boxes. */
char *rn_seal (const struct rn_site *site, const char *place, const char *text);
char *rn_unseal (const struct rn_site *site, const char *sealed);

#endif

/* Forms and lists: asking, reminding, and keeping what was answered. */
#ifndef RN_TURN_ASKS_H
#define RN_TURN_ASKS_H

#include "question.h"
#include "reading.h"
#include "turn.h"

struct rn_ask_order {
	const char *form;
	GPtrArray *people;    /* of rn_person */
	const char *about;    /* ref, or "" */
	const char *within;   /* or NULL: the setting form_within, or ten working days */
	gboolean sealed;
};

/* Mails a form to each; two people asked under one seal are each other's twins. */
gboolean rn_ask_people (rn_turn *turn, const struct rn_ask_order *order, GError **error);

gboolean rn_ask_remind (rn_turn *turn, rn_ask *ask, GError **error);

/* Nobody waits any longer: what was answered in part counts as it is. */
gboolean rn_ask_expire (rn_turn *turn, rn_ask *ask, GError **error);

/* A person answered an ask. FALSE in *understood: nothing in the mail fits the question. */
gboolean rn_ask_answer (rn_turn *turn, rn_ask *ask, rn_person *person, const rn_reading *reading, gboolean *understood,
                        GError **error);

#endif

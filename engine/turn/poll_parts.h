/* What the files about polls share, and no one else. */
#ifndef RN_TURN_POLL_PARTS_H
#define RN_TURN_POLL_PARTS_H

#include "polls.h"

/* poll_slots.c: finds times that fit what both said; when there are none, that fit what both
 * excluded. None at all: the first is 0. */
gboolean rn_poll_find_slots (rn_turn *turn, rn_poll *poll, const rn_pair *both, GError **error);

/* Why she gets the times. */
enum rn_poll_occasion { RN_POLL_ASKS, RN_POLL_REMINDS, RN_POLL_IS_PUZZLED };

/* poll_mails.c: the times to one of the two. `guess`: what could be read in two ways, or "". */
gboolean rn_poll_mail_slots (rn_turn *turn, rn_poll *poll, rn_person *to, enum rn_poll_occasion occasion, const char *guess,
                             GError **error);

/* What she said about when, for whoever helps the two, in that language: "not Friday, 6 March 2026, every week". Free with
 * g_free. */
char *rn_poll_said_text (rn_turn *turn, const rn_person *person, GStrv words, const char *language);

/* What was understood, to her alone, and how to set it right. `said` are her words about when. */
gboolean rn_poll_mail_receipt (rn_turn *turn, rn_poll *poll, rn_person *person, GStrv said, const rn_person *by, GError **error);

#endif

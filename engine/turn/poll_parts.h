/* What the files about polls share, and no one else. */
#ifndef RN_TURN_POLL_PARTS_H
#define RN_TURN_POLL_PARTS_H

#include "polls.h"

/* poll_slots.c: finds times that fit what both said; when there are none, that fit what both
 * excluded. None at all: the first is 0. */
gboolean rn_poll_find_slots (rn_turn *turn, rn_poll *poll, const rn_pair *both, GError **error);

/* poll_mails.c: the times to one of the two, or a reminder of them. */
gboolean rn_poll_mail_slots (rn_turn *turn, rn_poll *poll, rn_person *to, gboolean reminds, GError **error);

/* What was understood, to her alone, and how to set it right. `said` are her words about when. */
gboolean rn_poll_mail_receipt (rn_turn *turn, rn_poll *poll, rn_person *person, GStrv said, const rn_person *by, GError **error);

#endif

/* Meetings that a pair books itself with the program's address on the invitation: found
 * by who is on it, followed through updates and cancellations of the whole or of single
 * occurrences, and treated like ours from their end on. The newest word counts by
 * (SEQUENCE, DTSTAMP), in whatever order mails arrive. */
#ifndef RN_TURN_BOOKED_H
#define RN_TURN_BOOKED_H

#include "incoming.h"

/* Takes a REQUEST, ADD or CANCEL of somebody else. */
gboolean rn_booked_take (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error);

#endif

/* Invitations to the program that are no meeting of a pairing, and answers of people whom
 * nobody invited. Both are for the policy, when it listens; else a person looks. */
#ifndef RN_TURN_STRANGERS_H
#define RN_TURN_STRANGERS_H

#include "incoming.h"
#include "invitation.h"
#include "invited.h"
#include "meeting.h"

/* A REPLY of `attendee` to `organizer`, with that PARTSTAT. */
rn_invitation *rn_reply_new (const char *uid, const char *organizer, const char *attendee, const char *partstat);

/* Takes a REQUEST, ADD or CANCEL that is about no meeting of a pairing. */
gboolean rn_strangers_take (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending,
                            GError **error);

/* Answers such an invitation with an RN_INVITED_… state. REFUSED when it is over or does
 * not name the program. */
gboolean rn_strangers_answer (rn_turn *turn, rn_invited *invitation, int state, const char *template, GError **error);

/* Somebody answers our invitation who has none: it was handed on. */
gboolean rn_strangers_uninvited (rn_turn *turn, rn_meeting *meeting, const struct rn_calendar *item, const rn_reading *reading,
                                 struct rn_ending *ending, GError **error);

#endif

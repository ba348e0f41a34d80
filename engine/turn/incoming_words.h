/* What an answer in words does to what was asked: an offer, times to choose from, a meeting,
 * a form or a list, a task. */
#ifndef RN_TURN_INCOMING_WORDS_H
#define RN_TURN_INCOMING_WORDS_H

#include "incoming.h"
#include "meeting.h"
#include "offer.h"

/* Yes or no with enough confidence, RN_SAID_NOTHING when neither is sure. “Later” is a no for
 * now. */
enum rn_said rn_words_say (const rn_reading *reading);

/* The same of words beside a calendar's answer that declines or wavers: *taken when they ask for another time. */
gboolean rn_words_beside (rn_turn *turn, rn_meeting *meeting, rn_person *person, const rn_reading *reading, gboolean *taken,
                          struct rn_ending *ending, GError **error);

/* Applies the words of `person`, NULL for a stranger, to the record that they are about and
 * ends the mail. FALSE in *taken: nothing was asked about a record of that kind. */
gboolean rn_words_about (rn_turn *turn, struct rn_record *record, rn_person *person, const rn_reading *reading,
                         gboolean *taken, struct rn_ending *ending, GError **error);

/* A date is often found by somebody's assistant: it is taken from another person of the
 * company who was handed the mail, and the one it is for is told by whom, and how to undo it.
 * All else of somebody else is held. */
gboolean rn_words_of_another (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending,
                              GError **error);

#endif

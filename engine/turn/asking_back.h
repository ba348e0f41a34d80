/* An answer that is not understood: its writer is asked back once, with what it reads most
 * like; what she writes then and is not understood either is held for a person, who is told
 * the guess. */
#ifndef RN_TURN_ASKING_BACK_H
#define RN_TURN_ASKING_BACK_H

#include "incoming.h"

/* Why such a mail is held, in a word of program/ends.h: what it reads most like. */
const char *rn_held_reason (const rn_reading *reading);

/* Whether she may be asked back about `about`. When not, the mail is ended: held, or ignored
 * where nothing is open ("Great, thanks." needs no answer). When so, the caller mails her; it
 * is noted that she was asked. */
gboolean rn_may_ask_back (rn_turn *turn, rn_person *person, const rn_reading *reading, const char *about, gboolean is_open,
                          gboolean *may, struct rn_ending *ending, GError **error);

/* Asks her back if she may be, with the question in a few words and what we take the answer
 * for, and ends the mail. */
gboolean rn_ask_back (rn_turn *turn, rn_person *person, const rn_reading *reading, const char *about, gboolean is_open,
                      struct rn_ending *ending, GError **error);

#endif

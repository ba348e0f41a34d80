/* The daily look after a program's pairings and held mail. */
#ifndef RN_TURN_CARE_H
#define RN_TURN_CARE_H

#include "turn.h"

#define RN_CARE_EVERY RN_DAY

/* Never abandoned: a pairing without a meeting to come, an open question or a task becomes a task for the
 * coordinator; pairings long without a meeting raise pairing:late; held mail is told in one mail. */
gboolean rn_care (rn_turn *turn, GError **error);

#endif

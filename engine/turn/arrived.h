/* What shows that a mail of ours did arrive: a copy of it, or anything that brings back its
 * Message-ID or its token, which nobody can guess. It settles mail that is uncertain. */
#ifndef RN_TURN_ARRIVED_H
#define RN_TURN_ARRIVED_H

#include "reading.h"
#include "turn.h"

/* A mail of ours that came back by itself: of the Sent folder, or a copy that the next
 * server made. TRUE in *is_copy when it is one; nothing else is to be done with it. */
gboolean rn_turn_own_copy (rn_turn *turn, const rn_reading *reading, gboolean *is_copy, GError **error);

/* An answer of a person or of a calendar, a bounce, an absence. */
gboolean rn_turn_arrived (rn_turn *turn, const rn_reading *reading, GError **error);

#endif

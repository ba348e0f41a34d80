/* The match job: volunteers and topics, scored by the policy, matched by the engine. */
#ifndef RN_TURN_MATCHES_H
#define RN_TURN_MATCHES_H

#include "turn.h"

/* Matches these volunteers (rn_volunteer). match:made and match:left are raised for the
 * policy, of one person match:left in `tell` rounds (0: in all); nobody is told yet. Needs
 * turn->score. */
gboolean rn_match_run (rn_turn *turn, GPtrArray *volunteers, gint64 tell, GError **error);

#endif

/* The match job: volunteers and topics, scored by the policy, matched by the engine. */
#ifndef RN_TURN_MATCHES_H
#define RN_TURN_MATCHES_H

#include "turn.h"

/* Matches these volunteers (rn_volunteer). match:made and match:left are raised for the
 * policy; nobody is told yet. Needs turn->score. */
gboolean rn_match_run (rn_turn *turn, GPtrArray *volunteers, GError **error);

#endif

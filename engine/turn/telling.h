/* What a policy is told of an event: its fields, with the records that they name. */
#ifndef RN_TURN_TELLING_H
#define RN_TURN_TELLING_H

#include "turn.h"

/* Sets turn->policy_event and policy_fields when the policy listens to the event, or it is a period of its
 * own; else the turn is about the event's record, and that is all. */
gboolean rn_tell_policy (rn_turn *turn, const rn_event *event, GError **error);

#endif

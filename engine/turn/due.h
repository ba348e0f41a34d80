/* Events that are due: the engine's own rules, and what a policy is told. */
#ifndef RN_TURN_DUE_H
#define RN_TURN_DUE_H

#include "turn.h"

/* Carries out a due event. For one that a policy listens to, turn->policy_event and
 * policy_fields are set: the records that it names are expanded. */
gboolean rn_turn_due (rn_turn *turn, const rn_event *event, GError **error);

/* The next time of an event that comes again and again; nothing for any other. For the one
 * whose turn failed as well: one bad day must not end a period. */
gboolean rn_turn_rearm (rn_turn *turn, const rn_event *event, GError **error);

/* Schedules what every program needs from its first day on: its periods, and the daily
 * look after its pairings. `periods`: aa{sv} as in policy/worker.h. Harmless when
 * repeated. */
gboolean rn_program_schedule (rn_turn *turn, GVariant *periods, GError **error);

#endif

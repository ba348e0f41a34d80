/* What a policy returned, checked and carried out: all of it or nothing. */
#ifndef RN_TURN_EFFECTS_H
#define RN_TURN_EFFECTS_H

#include "turn.h"

/* Carries out effects: (name, line of the policy, fields) each. An effect that a rule of
 * consent forbids (REFUSED) is noted and left out; any other failure fails the turn with
 * the policy's file and line before the message. `script` names the file. */
gboolean rn_effects_apply (rn_turn *turn, GVariant *effects, const char *script, GError **error);

#endif

/* What the files about forms and lists share, and no one else. */
#ifndef RN_TURN_ASK_PARTS_H
#define RN_TURN_ASK_PARTS_H

#include "asks.h"
#include "form.h"
#include "pairing.h"

/* The pairing that an ask is about, by its meeting or itself; NULL when neither. */
rn_pairing *rn_ask_pairing (rn_turn *turn, const char *about);

/* When both of a sealed pair have sent theirs, each gets the other's. */
gboolean rn_ask_exchange (rn_turn *turn, rn_ask *ask, rn_form *form, GError **error);

#endif

/* The two people of a pairing, a meeting or the choosing of a date. */
#ifndef RN_TURN_PAIR_H
#define RN_TURN_PAIR_H

#include "turn.h"

typedef struct rn_pair {
	rn_person *mentor, *leader;
} rn_pair;

gboolean rn_pair_load (rn_turn *turn, gint64 mentor, gint64 leader, rn_pair *both, GError **error);
void rn_pair_clear (rn_pair *both);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (rn_pair, rn_pair_clear)

#endif

/* What the store, the directory and the almanac know of how regularly a pairing met: its
 * meetings and what became of them, when one of the two was away, the holidays of their sites. */
#ifndef RN_TURN_EVIDENCE_H
#define RN_TURN_EVIDENCE_H

#include "almanac.h"
#include "db.h"
#include "pairing.h"
#include "regularity.h"
#include "turn.h"

/* What is the same for all pairings of a program. */
struct rn_evidence_order {
	rn_db *db;
	rn_almanac *almanac;  /* or NULL */
	const rn_program *program;
	rn_time from, until;  /* of the time that is asked about, which ends now; from 0: of all its life */
};

/* A pairing's regularity by the program's pace, of that time and of the last twelve weeks in it. A meeting whose time has
 * come and of which nothing was said yet is neither held nor missed. */
gboolean rn_evidence_of (const struct rn_evidence_order *order, const rn_pairing *pairing, struct rn_regularity *whole,
                         struct rn_regularity *lately, GError **error);

/* As things are in a turn, of all its life. */
static inline struct rn_evidence_order
rn_evidence_order_of (const rn_turn *turn)
{
	return (struct rn_evidence_order) { turn->db, turn->site->almanac, turn->program, 0, turn->now };
}

#endif

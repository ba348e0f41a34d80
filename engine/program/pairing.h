/* Two people who both said yes. A pairing ends because a person chose so or left,
 * never by time alone, and while it lives it always has a next act: a meeting, an
 * open question, or a task for a named person. */
#ifndef RN_PROGRAM_PAIRING_H
#define RN_PROGRAM_PAIRING_H

#include "kind.h"

enum rn_pairing_state { RN_PAIRING_ACTIVE, RN_PAIRING_ENDED };

typedef struct rn_pairing {
	struct rn_record record;
	char *program;
	gint64 mentor, leader, topic;
	int state;
	rn_time since, ends; /* ends: planned; a renewal is asked before */
	rn_time ended;       /* when it was closed; 0 while it lives */
	gint64 meetings;     /* how many were held or stayed unconfirmed */
	gint64 placed;       /* how many were ever placed, those that did not take place among them */
	gint64 rung;         /* of the ladder for a pairing without a next meeting: 0 to 3 */
	rn_time last_act;    /* when something last happened between the two and us */
} rn_pairing;
RN_RECORD_TYPE (rn_pairing, rn_pairing)

gint64 rn_pairing_other (const rn_pairing *pairing, gint64 person);

#endif

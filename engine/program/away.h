/* A time in which a person was away, by an automatic reply or the directory. A person's own record knows
 * only until when she is away now; how regularly she could have met needs what is over as well. */
#ifndef RN_PROGRAM_AWAY_H
#define RN_PROGRAM_AWAY_H

#include "kind.h"

typedef struct rn_away {
	struct rn_record record;
	gint64 person;
	rn_time since, until; /* since: when it was learned of */
} rn_away;
RN_RECORD_TYPE (rn_away, rn_away)

#endif

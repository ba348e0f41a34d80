/* The choosing of a date: the two of a pairing are mailed three times to meet, each answers
 * which of them suit, and the first that suits both becomes a meeting. When none does there
 * are further rounds; in the end a person helps. */
#ifndef RN_PROGRAM_POLL_H
#define RN_PROGRAM_POLL_H

#include "kind.h"

#define RN_POLL_SLOTS 3
#define RN_POLL_ALL ((1 << RN_POLL_SLOTS) - 1)
#define RN_POLL_KEEP (1 << RN_POLL_SLOTS) /* the time that the meeting has already */

enum rn_poll_state {
	RN_POLL_ASKED,
	RN_POLL_AGREED,    /* a meeting came of it */
	RN_POLL_FAILED,    /* a person was asked to help */
	RN_POLL_WITHDRAWN, /* nobody needs an answer any more */
};

enum rn_poll_said {
	RN_POLL_NOTHING,
	RN_POLL_SOME,      /* some of the times suit */
	RN_POLL_NONE,      /* none of them does */
};

/* What one of the two answered in this round. */
struct rn_choice {
	int said;          /* of enum rn_poll_said */
	gint64 chosen;     /* of SOME: a bit for each time, 1 for the first */
	GStrv words;       /* what was said about when, in any round: values of calendar/wishes.h */
};

typedef struct rn_poll {
	struct rn_record record;
	char *program;
	gint64 pairing, mentor, leader;
	gint64 meeting;    /* that is to get another time, or that came of it; 0 for none */
	char *template;    /* of the invitation that follows */
	int state;
	gint64 round;      /* from 1 */
	rn_time length;
	rn_time earliest, latest; /* of the start, as the policy wanted it */
	rn_time first, second, third; /* the times; 0 where there are fewer */
	GStrv tried;       /* times of earlier rounds, as RFC 3339 */
	rn_time asked, deadline;
	gboolean reminded;
	struct rn_choice by_mentor, by_leader;
} rn_poll;
RN_RECORD_TYPE (rn_poll, rn_poll)

/* The start of time `n`, counted from 0, or 0. */
rn_time rn_poll_slot (const rn_poll *poll, guint n);

/* How many times it has. */
guint rn_poll_slots (const rn_poll *poll);

struct rn_choice *rn_poll_choice (rn_poll *poll, gint64 person);
gint64 rn_poll_other (const rn_poll *poll, gint64 person);

/* Begins the next round: the times so far are set aside, nobody has answered. */
void rn_poll_turn_over (rn_poll *poll);

/* Bits of the times that suit both, of those who answered: all when nobody did, 0 when
 * somebody said that none does. RN_POLL_KEEP is one of them where a meeting is to be moved. */
gint64 rn_poll_common (const rn_poll *poll);

#endif

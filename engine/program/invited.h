/* An invitation that somebody sent to the program and that is no meeting of a pairing: of
 * a stranger, of people who are no pair. A policy says what to answer. */
#ifndef RN_PROGRAM_INVITED_H
#define RN_PROGRAM_INVITED_H

#include "kind.h"

enum rn_invited_state {
	RN_INVITED_WAITING, /* for the policy's answer */
	RN_INVITED_ACCEPTED,
	RN_INVITED_TENTATIVE,
	RN_INVITED_DECLINED,
	RN_INVITED_CANCELLED, /* by the organizer */
};

typedef struct rn_invited {
	struct rn_record record;
	char *program;
	int state;
	char *organizer; /* address */
	char *summary;   /* as she wrote it */
	rn_time start, ends;
	gboolean series; /* it comes again */
	char *uid;
	char *address;   /* how it names the program, or "" when it was forwarded */
	gint64 sequence; /* of the newest invitation */
	rn_time dtstamp, occurrence;
} rn_invited;
RN_RECORD_TYPE (rn_invited, rn_invited)

/* "accept", "tentative", "decline": the state, or -1. */
int rn_invited_answer_parse (const char *word);

#endif

/* Topics that leaders want to learn, and juniors who volunteered to teach them. */
#ifndef RN_PROGRAM_TOPIC_H
#define RN_PROGRAM_TOPIC_H

#include "kind.h"

enum rn_topic_state { RN_TOPIC_OPEN, RN_TOPIC_TAKEN, RN_TOPIC_CLOSED };

typedef struct rn_topic {
	struct rn_record record;
	char *program;
	gint64 owner; /* person */
	char *title;  /* in the owner's words */
	int state;
	rn_time opened;
} rn_topic;
RN_RECORD_TYPE (rn_topic, rn_topic)

enum rn_volunteer_state { RN_VOLUNTEER_WAITING, RN_VOLUNTEER_PAIRED, RN_VOLUNTEER_WITHDRAWN };

typedef struct rn_volunteer {
	struct rn_record record;
	char *program;
	gint64 person, topic;
	int state;
	rn_time since;
	gint64 rounds; /* matches that left her over since she volunteered */
} rn_volunteer;
RN_RECORD_TYPE (rn_volunteer, rn_volunteer)

#endif

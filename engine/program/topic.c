#include "topic.h"

#include "person.h"

static const char *const topic_states[] = { "open", "taken", "closed", NULL };

static const struct rn_step topic_steps[] = {
	{ RN_TOPIC_OPEN, RN_TOPIC_TAKEN },
	{ RN_TOPIC_TAKEN, RN_TOPIC_OPEN }, /* the pairing ended early: the wish is open again */
	{ RN_TOPIC_OPEN, RN_TOPIC_CLOSED },
	{ RN_TOPIC_TAKEN, RN_TOPIC_CLOSED },
	RN_STEPS_END
};

static const struct rn_field topic_fields[] = {
	RN_TEXT (rn_topic, program, RN_USE_ENGINE),
	RN_REF (rn_topic, owner, RN_USE_INDEX, &rn_person_kind),
	RN_TEXT (rn_topic, title, RN_USE_LABEL),
	RN_STATE (rn_topic, state, 0, topic_states),
	RN_TIME (rn_topic, opened, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_topic_kind = { "topic", sizeof (rn_topic), topic_fields, topic_steps };

static const char *const volunteer_states[] = { "waiting", "paired", "withdrawn", NULL };

static const struct rn_step volunteer_steps[] = {
	{ RN_VOLUNTEER_WAITING, RN_VOLUNTEER_PAIRED },
	{ RN_VOLUNTEER_WAITING, RN_VOLUNTEER_WITHDRAWN },
	{ RN_VOLUNTEER_WITHDRAWN, RN_VOLUNTEER_WAITING },
	{ RN_VOLUNTEER_PAIRED, RN_VOLUNTEER_WAITING }, /* the partner left */
	RN_STEPS_END
};

static const struct rn_field volunteer_fields[] = {
	RN_TEXT (rn_volunteer, program, RN_USE_ENGINE),
	RN_REF (rn_volunteer, person, 0, &rn_person_kind),
	RN_REF (rn_volunteer, topic, RN_USE_INDEX, &rn_topic_kind),
	RN_STATE (rn_volunteer, state, RN_USE_ENGINE, volunteer_states),
	RN_TIME (rn_volunteer, since, RN_USE_ENGINE),
	RN_NUMBER (rn_volunteer, rounds, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_volunteer_kind = { "volunteer", sizeof (rn_volunteer), volunteer_fields, volunteer_steps };

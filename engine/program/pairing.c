#include "pairing.h"

#include "person.h"
#include "topic.h"

static const char *const states[] = { "active", "ended", NULL };

static const struct rn_step steps[] = {
	{ RN_PAIRING_ACTIVE, RN_PAIRING_ENDED },
	RN_STEPS_END
};

static const struct rn_field fields[] = {
	RN_TEXT (rn_pairing, program, RN_USE_ENGINE),
	RN_REF (rn_pairing, mentor, RN_USE_INDEX, &rn_person_kind),
	RN_REF (rn_pairing, leader, RN_USE_INDEX, &rn_person_kind),
	RN_REF (rn_pairing, topic, 0, &rn_topic_kind),
	RN_STATE (rn_pairing, state, RN_USE_INDEX, states),
	RN_TIME (rn_pairing, since, 0),
	RN_TIME (rn_pairing, ends, 0),
	RN_TIME (rn_pairing, ended, RN_USE_ENGINE),
	RN_NUMBER (rn_pairing, meetings, 0),
	RN_NUMBER (rn_pairing, placed, RN_USE_ENGINE),
	RN_NUMBER (rn_pairing, rung, 0),
	RN_TIME (rn_pairing, last_act, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_pairing_kind = { "pairing", sizeof (rn_pairing), fields, steps };

gint64
rn_pairing_other (const rn_pairing *pairing, gint64 person)
{
	return rn_person_other (person, pairing->mentor, pairing->leader);
}

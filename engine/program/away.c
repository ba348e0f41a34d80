#include "away.h"

#include "person.h"

static const struct rn_field fields[] = {
	RN_REF (rn_away, person, RN_USE_ENGINE | RN_USE_INDEX, &rn_person_kind),
	RN_TIME (rn_away, since, RN_USE_ENGINE),
	RN_TIME (rn_away, until, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_away_kind = { "absence", sizeof (rn_away), fields, NULL };

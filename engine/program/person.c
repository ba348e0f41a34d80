#include "person.h"

#include <string.h>


static const char *const states[] = { "present", "left", NULL };

static const struct rn_step steps[] = {
	{ RN_PERSON_PRESENT, RN_PERSON_LEFT },
	{ RN_PERSON_LEFT, RN_PERSON_PRESENT }, /* came back */
	RN_STEPS_END
};

static const struct rn_field fields[] = {
	RN_TEXT (rn_person, key, RN_USE_INDEX | RN_USE_ENGINE),
	RN_TEXT (rn_person, name, 0),
	RN_TEXT (rn_person, address, RN_USE_INDEX | RN_USE_ENGINE | RN_USE_LABEL),
	RN_LIST (rn_person, aliases, RN_USE_INDEX | RN_USE_ENGINE),
	RN_TEXT (rn_person, role, 0),
	RN_TEXT (rn_person, unit, 0),
	RN_TEXT (rn_person, site, 0),
	RN_NUMBER (rn_person, level, 0),
	RN_TEXT (rn_person, manager, 0),
	RN_TEXT (rn_person, zone, 0),
	RN_TEXT (rn_person, hours, 0),
	RN_TEXT (rn_person, language, 0),
	RN_LIST (rn_person, skills, 0),
	RN_LIST (rn_person, wishes, 0),
	RN_TEXT (rn_person, traditional_mentor, 0),
	RN_TEXT (rn_person, calendar, RN_USE_SECRET), /* whoever knows the URL may read it */
	RN_STATE (rn_person, state, 0, states),
	RN_TIME (rn_person, absent_until, RN_USE_ENGINE),
	RN_TIME (rn_person, ask_again, RN_USE_ENGINE),
	RN_FLAG (rn_person, unreachable, RN_USE_ENGINE),
	RN_TIME (rn_person, first_mail, RN_USE_ENGINE),
	RN_FIELDS_END
};

const struct rn_kind rn_person_kind = { "person", sizeof (rn_person), fields, steps };

char *
rn_person_first_name (const rn_person *person)
{
	const char *comma = strchr (person->name, ',');
	const char *start = comma != NULL ? comma + 1 : person->name; /* "Lovelace, Ada" */

	start += strspn (start, " ");
	return g_strndup (start, strcspn (start, " "));
}

gboolean
rn_person_is_forgotten (const rn_person *person)
{
	return *person->key == '\0' && person->state == RN_PERSON_LEFT; /* whom the directory knew had one */
}

const char *
rn_person_name_for_others (const rn_person *person)
{
	return rn_person_is_forgotten (person) ? "" : person->name;
}

gboolean
rn_person_may_be_asked (const rn_person *person, rn_time now)
{
	return person->state == RN_PERSON_PRESENT && !person->unreachable && person->ask_again <= now;
}

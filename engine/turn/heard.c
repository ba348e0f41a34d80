#include "heard.h"

#include <string.h>

#include "clock.h"

#define RN_LATER (60 * RN_DAY) /* "later" without a date */

const struct rn_answer *
rn_answer_of (const rn_reading *reading, enum rn_intent intent)
{
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		if (answer->intent == intent)
			return answer;
	}
	return NULL;
}

gboolean
rn_has_open_wish (const rn_reading *reading)
{
	const struct rn_answer *date = rn_answer_of (reading, RN_INTENT_DATE);
	return date != NULL && date->confidence < RN_SURE_ENOUGH && strpbrk (date->value, "0123456789") == NULL;
}

rn_time
rn_later_until (rn_time now, const rn_reading *reading)
{
	const struct rn_answer *date = rn_answer_of (reading, RN_INTENT_DATE);
	/* of a span ("in May") the first day */
	g_autofree char *first = g_strndup (date != NULL ? date->value : "", strcspn (date != NULL ? date->value : "", "/"));
	rn_time until = 0;

	if (rn_time_parse (first, &until, NULL) && until > now)
		return until;
	return now + RN_LATER;
}

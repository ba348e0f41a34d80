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

#define RN_CLOCK_LENGTH 19 /* of "2026-03-17T14:00:00" */

/* Whether an instant without its zone starts there. */
static gboolean
is_clock (const char *at)
{
	return strlen (at) >= RN_CLOCK_LENGTH && g_ascii_isdigit (*at) && at[10] == 'T' && at[RN_CLOCK_LENGTH] != 'Z';
}

static char *
on_clock (const char *value, GTimeZone *zone)
{
	GString *text = g_string_new (NULL);

	while (*value != '\0') {
		g_autofree char *clock = is_clock (value) ? g_strndup (value, RN_CLOCK_LENGTH) : NULL;
		g_autoptr (GDateTime) moment = clock != NULL ? g_date_time_new_from_iso8601 (clock, zone) : NULL;
		g_autofree char *instant = moment != NULL ? rn_time_text (g_date_time_to_unix (moment)) : NULL;
		if (instant != NULL)
			g_string_append (text, instant);
		else
			g_string_append_c (text, *value);
		value += instant != NULL ? RN_CLOCK_LENGTH : 1;
	}
	return g_string_free (text, FALSE);
}

void
rn_hear_clock (rn_reading *reading, GTimeZone *zone)
{
	for (guint i = 0; i < reading->answers->len; i++) {
		struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		if (answer->intent != RN_INTENT_DATE)
			continue;
		g_autofree char *value = g_steal_pointer (&answer->value);
		answer->value = on_clock (value, zone);
	}
}

#include "duration.h"

#include <string.h>

#include "clock.h"
#include "error.h"

static const struct unit {
	const char *name;
	rn_time seconds; /* 0: working days */
} units[] = {
	{ "second", 1 },
	{ "minute", RN_MINUTE },
	{ "hour", RN_HOUR },
	{ "day", RN_DAY },
	{ "working day", 0 },
	{ "week", 7 * RN_DAY },
	{ "month", 30 * RN_DAY },
	{ "quarter", 91 * RN_DAY },
	{ "year", 365 * RN_DAY },
};

#define RN_MAX_DURATION_COUNT 100000 /* more is a slip of the keyboard */

static const struct unit *
unit_named (const char *word)
{
	for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
		gsize length = strlen (units[i].name);
		if (strncmp (word, units[i].name, length) == 0 && (word[length] == '\0' || strcmp (word + length, "s") == 0))
			return &units[i];
	}
	return NULL;
}

gboolean
rn_duration_parse (const char *text, struct rn_duration *duration, GError **error)
{
	char *rest = NULL;
	g_autofree char *trimmed = g_strstrip (g_strdup (text));
	guint64 count = g_ascii_strtoull (trimmed, &rest, 10);
	if (rest == trimmed)
		count = 1;
	const struct unit *unit = unit_named (rest + strspn (rest, " "));

	if (unit == NULL || *trimmed == '-' || count > RN_MAX_DURATION_COUNT) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA,
		             "“%s” is not a length of time; write it like “20 minutes”, “10 days” or “5 working days”", text);
		return FALSE;
	}
	duration->seconds = (rn_time) count * unit->seconds;
	duration->working_days = unit->seconds == 0 ? (int) count : 0;
	return TRUE;
}

rn_time
rn_duration_after (const struct rn_duration *duration, rn_time from, GTimeZone *zone)
{
	if (duration->working_days == 0)
		return from + duration->seconds;

	g_autoptr (GDateTime) day = rn_time_local (from, zone);
	for (int left = duration->working_days; left > 0;) {
		GDateTime *next = g_date_time_add_days (day, 1);
		g_date_time_unref (day);
		day = next;
		if (g_date_time_get_day_of_week (day) <= G_DATE_FRIDAY)
			left--;
	}
	return g_date_time_to_unix (day);
}

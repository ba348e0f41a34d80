#include "vtimezone.h"

#include <string.h>

#include "rule.h"

/* One STANDARD or DAYLIGHT. Its onsets are on the clock as it went before each. */
struct observance {
	gint32 from, to;   /* offsets */
	rn_local start;
	rn_rule *rule;     /* or NULL */
	rn_time until;     /* of the rule; G_MAXINT64: for ever */
	guint n_dates;
	rn_local dates[RN_MAX_OBSERVANCE_DATES];
};

struct rn_vtimezone {
	guint n;
	struct observance observances[RN_MAX_OBSERVANCES];
};

/* ---- Reading ---- */

static gboolean
read_offset (const rn_ics *ics, guint component, const char *name, gint32 *offset)
{
	const char *value = rn_ics_value (ics, component, name);
	return value != NULL && rn_ics_offset_read (value, offset);
}

static gboolean
read_dates (const rn_ics *ics, guint component, struct observance *observance)
{
	const struct rn_line *line = NULL;

	while ((line = rn_ics_find (ics, component, "RDATE", line)) != NULL) {
		g_auto (GStrv) dates = g_strsplit (line->value, ",", RN_MAX_OBSERVANCE_DATES + 1);
		for (char **date = dates; *date != NULL; date++) {
			struct rn_ics_time at;
			if (observance->n_dates == RN_MAX_OBSERVANCE_DATES || !rn_ics_time_read (*date, &at))
				return FALSE;
			observance->dates[observance->n_dates++] = at.local + (at.is_utc ? observance->from : 0);
		}
	}
	return TRUE;
}

/* Whether the rule ever names a day: leap days and fifth Sundays of February come
 * within 28 years (40 over 2100). */
static gboolean
ever_comes (const rn_rule *rule)
{
	gint64 days[RN_MAX_RULE_DAYS];
	guint looked_at = 0;

	for (gint64 year = 0; year <= 40; year++)
		if (rn_rule_days (rule, year, days, &looked_at) > 0)
			return TRUE;
	return FALSE;
}

static gboolean
read_rule (const rn_ics *ics, guint component, struct observance *observance)
{
	struct rn_ics_time until;
	const char *text = rn_ics_value (ics, component, "RRULE");

	observance->until = G_MAXINT64;
	if (text == NULL)
		return TRUE;
	observance->rule = rn_rule_new (text, observance->start / RN_DAY);
	if (observance->rule == NULL || !rn_rule_is_yearly (observance->rule) || rn_rule_count (observance->rule) > 0 ||
	    !ever_comes (observance->rule))
		return FALSE;
	if (rn_rule_until (observance->rule, &until))
		observance->until = until.local - (until.is_utc ? 0 : observance->from) + (until.is_date ? RN_DAY - 1 : 0);
	return TRUE;
}

/* Zones from Outlook begin in 1601; nothing here is older than 1970. Only a rule may
 * be cut: a single change in 1601 is how it says "always". */
static void
raise_start (const rn_ics *ics, guint component, struct observance *observance)
{
	if (observance->start < 0 && rn_ics_value (ics, component, "RRULE") != NULL) {
		rn_local time_of_day = (observance->start % RN_DAY + RN_DAY) % RN_DAY;
		GDate date;
		g_date_clear (&date, 1);
		g_date_set_julian (&date, (guint32) ((observance->start - time_of_day) / RN_DAY + 719163));
		int day = MIN (g_date_get_day (&date), g_date_get_days_in_month (g_date_get_month (&date), 1970));
		observance->start = rn_local_day (1970, (int) g_date_get_month (&date), day) + time_of_day;
	}
}

static gboolean
read_observance (const rn_ics *ics, guint component, struct observance *observance)
{
	struct rn_ics_time start;
	const char *text = rn_ics_value (ics, component, "DTSTART");

	if (text == NULL || !rn_ics_time_read (text, &start) || !read_offset (ics, component, "TZOFFSETTO", &observance->to))
		return FALSE;
	if (!read_offset (ics, component, "TZOFFSETFROM", &observance->from))
		return FALSE;
	observance->start = start.local;
	raise_start (ics, component, observance);
	return read_dates (ics, component, observance) && read_rule (ics, component, observance);
}

static gboolean
read_observances (const rn_ics *ics, guint component, rn_vtimezone *vtimezone)
{
	for (guint i = component + 1; i < ics->n_components && ics->components[i].parent >= component; i++) {
		const char *name = ics->components[i].name;
		if (ics->components[i].parent != component || (strcmp (name, "STANDARD") != 0 && strcmp (name, "DAYLIGHT") != 0))
			continue;
		if (vtimezone->n == RN_MAX_OBSERVANCES)
			return FALSE;
		if (!read_observance (ics, i, &vtimezone->observances[vtimezone->n++]))
			return FALSE;
	}
	return vtimezone->n > 0;
}

rn_vtimezone *
rn_vtimezone_new (const rn_ics *ics, guint component)
{
	g_autoptr (rn_vtimezone) vtimezone = g_new0 (rn_vtimezone, 1);
	return read_observances (ics, component, vtimezone) ? g_steal_pointer (&vtimezone) : NULL;
}

void
rn_vtimezone_free (rn_vtimezone *vtimezone)
{
	if (vtimezone == NULL)
		return;
	for (guint i = 0; i < vtimezone->n; i++)
		rn_rule_free (vtimezone->observances[i].rule);
	g_free (vtimezone);
}

/* ---- Asking ---- */

/* The onset when it lies at or before `at`, else `latest`; whichever is later. */
static rn_time
later (rn_time latest, rn_local local, const struct observance *observance, rn_time at)
{
	rn_time onset = local - observance->from;
	return onset <= at ? MAX (latest, onset) : latest;
}

/* The last onset of the rule at or before `at`, or G_MININT64. */
static rn_time
latest_by_rule (const struct observance *observance, rn_time at)
{
	gint64 days[RN_MAX_RULE_DAYS];
	guint looked_at = 0;
	rn_local time_of_day = observance->start % RN_DAY, local = MIN (at, observance->until) + observance->from;
	rn_time latest = G_MININT64;
	if (local < observance->start)
		return latest;

	/* a leap day's onset may lie eight years back */
	gint64 year = rn_rule_period_of (observance->rule, local / RN_DAY);
	for (gint64 oldest = year - 8; year >= 0 && year >= oldest && latest == G_MININT64; year--) {
		guint n = rn_rule_days (observance->rule, year, days, &looked_at);
		for (guint i = 0; i < n; i++)
			latest = later (latest, days[i] * RN_DAY + time_of_day, observance, MIN (at, observance->until));
	}
	return latest;
}

static rn_time
latest_onset (const struct observance *observance, rn_time at)
{
	rn_time latest = later (G_MININT64, observance->start, observance, at);

	for (guint i = 0; i < observance->n_dates; i++)
		latest = later (latest, observance->dates[i], observance, at);
	return observance->rule != NULL ? MAX (latest, latest_by_rule (observance, at)) : latest;
}

gint32
rn_vtimezone_offset (gconstpointer zone, rn_time at)
{
	const rn_vtimezone *vtimezone = zone;
	const struct observance *last = NULL, *first = &vtimezone->observances[0];
	rn_time latest = G_MININT64;

	for (guint i = 0; i < vtimezone->n; i++) {
		const struct observance *observance = &vtimezone->observances[i];
		rn_time onset = latest_onset (observance, at);
		if (onset > latest) {
			latest = onset;
			last = observance;
		}
		if (observance->start - observance->from < first->start - first->from)
			first = observance;
	}
	return last != NULL ? last->to : first->from;
}

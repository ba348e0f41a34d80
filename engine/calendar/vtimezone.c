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

/* A time without any change of the clock. */
struct stretch {
	rn_time from, until;
	gint32 offset;
};

#define STRETCH_LENGTH (91 * RN_DAY) /* half of what most zones have between two changes */
#define N_STRETCHES 64               /* sixteen years of them */

struct rn_vtimezone {
	guint n;
	struct observance observances[RN_MAX_OBSERVANCES];
	struct stretch stretches[N_STRETCHES]; /* found before */
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
	guint work = 0;

	for (gint64 year = 0; year <= 40; year++)
		if (rn_rule_days (rule, year, days, &work) > 0)
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
	observance->rule = rn_rule_new (text, observance->start);
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

/* The onsets next to an instant. */
struct onsets {
	rn_time at, latest, next;
};

static void
see (struct onsets *onsets, rn_time onset)
{
	if (onset <= onsets->at)
		onsets->latest = MAX (onsets->latest, onset);
	else
		onsets->next = MIN (onsets->next, onset);
}

/* Those of this year and the next, and as many years back as the latest lies: eight
 * for a leap day. */
static void
see_rule (const struct observance *observance, struct onsets *onsets)
{
	gint64 days[RN_MAX_RULE_DAYS];
	guint work = 0;
	rn_local time_of_day = observance->start % RN_DAY;
	rn_local local = MIN (onsets->at, observance->until) + observance->from;
	gint64 this_year = rn_rule_period_of (observance->rule, MAX (local, 0) / RN_DAY);
	gboolean found = FALSE;

	for (gint64 year = this_year + 1; year >= 0 && (year >= this_year || (!found && year >= this_year - 8)); year--) {
		guint n = rn_rule_days (observance->rule, year, days, &work);
		for (guint i = 0; i < n; i++) {
			rn_time onset = days[i] * RN_DAY + time_of_day - observance->from;
			if (onset > observance->until)
				break;
			found = found || onset <= onsets->at;
			see (onsets, onset);
		}
	}
}

static void
see_observance (const struct observance *observance, struct onsets *onsets)
{
	see (onsets, observance->start - observance->from);
	for (guint i = 0; i < observance->n_dates; i++)
		see (onsets, observance->dates[i] - observance->from);
	if (observance->rule != NULL)
		see_rule (observance, onsets);
}

static const struct observance *
first_observance (const rn_vtimezone *vtimezone)
{
	const struct observance *first = &vtimezone->observances[0];

	for (guint i = 1; i < vtimezone->n; i++)
		if (vtimezone->observances[i].start < first->start)
			first = &vtimezone->observances[i];
	return first;
}

static struct stretch
find_stretch (const rn_vtimezone *vtimezone, rn_time at)
{
	/* rules were followed to the end of the next year */
	struct stretch stretch = { .from = G_MININT64, .until = at + 364 * RN_DAY };
	const struct observance *last = NULL;

	for (guint i = 0; i < vtimezone->n; i++) {
		struct onsets onsets = { at, G_MININT64, G_MAXINT64 };
		see_observance (&vtimezone->observances[i], &onsets);
		if (onsets.latest > stretch.from) {
			stretch.from = onsets.latest;
			last = &vtimezone->observances[i];
		}
		stretch.until = MIN (stretch.until, onsets.next);
	}
	stretch.offset = last != NULL ? last->to : first_observance (vtimezone)->from;
	return stretch;
}

gint32
rn_vtimezone_offset (gconstpointer zone, rn_time at)
{
	rn_vtimezone *vtimezone = (rn_vtimezone *) zone;
	struct stretch *stretch = &vtimezone->stretches[(guint64) (at / STRETCH_LENGTH) % N_STRETCHES];

	if (at < stretch->from || at >= stretch->until)
		*stretch = find_stretch (vtimezone, at);
	return stretch->offset;
}

#include "zones.h"

#include <string.h>

struct rn_zones {
	const rn_ics *ics;
	struct rn_tz utc, floating;
	GHashTable *named; /* TZID as written: struct rn_tz */
};

/* ---- One zone ---- */

rn_time
rn_tz_instant (const struct rn_tz *tz, rn_local local)
{
	return tz->own != NULL ? rn_local_instant (local, rn_vtimezone_offset, tz->own) : rn_zone_instant (tz->system, local);
}

rn_local
rn_tz_local (const struct rn_tz *tz, rn_time at)
{
	return tz->own != NULL ? at + rn_vtimezone_offset (tz->own, at) : rn_zone_local (tz->system, at);
}

rn_time
rn_moment_instant (const struct rn_moment *moment)
{
	return rn_tz_instant (moment->tz, moment->time.local);
}

static void
free_tz (gpointer data)
{
	struct rn_tz *tz = data;

	rn_vtimezone_free (tz->own);
	if (tz->system != NULL)
		g_time_zone_unref (tz->system);
	g_free (tz);
}

/* ---- All of a text ---- */

rn_zones *
rn_zones_new (const rn_ics *ics, GTimeZone *floating)
{
	rn_zones *zones = g_new0 (rn_zones, 1);

	zones->ics = ics;
	zones->utc.system = g_time_zone_new_utc ();
	zones->floating.system = floating != NULL ? g_time_zone_ref (floating) : NULL;
	zones->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_tz);
	return zones;
}

void
rn_zones_free (rn_zones *zones)
{
	if (zones == NULL)
		return;
	g_time_zone_unref (zones->utc.system);
	g_clear_pointer (&zones->floating.system, g_time_zone_unref);
	g_hash_table_unref (zones->named);
	g_free (zones);
}

/* How a TZID compares: quotes and blanks around it, case and escapes say nothing. */
static char *
plain_tzid (const char *written)
{
	g_autofree char *text = rn_ics_text (written);
	return g_utf8_casefold (g_strstrip (g_strdelimit (text, "\"", ' ')), -1);
}

/* The VTIMEZONE of that name; n_components for none. */
static guint
find_vtimezone (const rn_ics *ics, const char *tzid)
{
	g_autofree char *wanted = plain_tzid (tzid);

	for (guint i = 0; i < ics->n_components; i++) {
		const char *value = g_str_equal (ics->components[i].name, "VTIMEZONE") ? rn_ics_value (ics, i, "TZID") : NULL;
		g_autofree char *name = value != NULL ? plain_tzid (value) : NULL;
		if (name != NULL && g_str_equal (name, wanted))
			return i;
	}
	return ics->n_components;
}

/* Names like "EST" and "GMT" are words of many: New York with its summer to one program,
 * five hours for ever to IANA. What the text itself says about them counts first. */
static gboolean
is_vague (const char *tzid)
{
	return strpbrk (tzid, "/ ") == NULL;
}

/* Both members stay NULL when it is unknown. */
static struct rn_tz *
resolve (const rn_ics *ics, const char *tzid)
{
	struct rn_tz *tz = g_new0 (struct rn_tz, 1);
	GTimeZone *system = rn_zone_of_tzid (tzid);
	guint component = system == NULL || is_vague (tzid) ? find_vtimezone (ics, tzid) : ics->n_components;

	if (component < ics->n_components) {
		const char *location = system == NULL ? rn_ics_value (ics, component, "X-LIC-LOCATION") : NULL;
		tz->own = rn_vtimezone_new (ics, component);
		if (location != NULL)
			system = rn_zone_of_tzid (location);
	}
	if (tz->own == NULL && system != NULL)
		tz->system = g_time_zone_ref (system);
	return tz;
}

static const struct rn_tz *
tz_of (rn_zones *zones, const char *tzid)
{
	struct rn_tz *tz = g_hash_table_lookup (zones->named, tzid);

	if (tz == NULL) {
		tz = resolve (zones->ics, tzid);
		g_hash_table_insert (zones->named, g_strdup (tzid), tz);
	}
	return tz->system != NULL || tz->own != NULL ? tz : NULL;
}

const char *
rn_zones_read_value (rn_zones *zones, const struct rn_line *line, const char *value, struct rn_moment *moment)
{
	if (!rn_ics_time_read (value, &moment->time))
		return "bad-time";
	if (moment->time.is_utc) {
		moment->tz = &zones->utc;
		return NULL;
	}
	g_autofree char *tzid = rn_line_parameter (line, "TZID");
	if (tzid == NULL) {
		moment->tz = zones->floating.system != NULL ? &zones->floating : NULL;
		return moment->tz != NULL ? NULL : "floating-time";
	}
	moment->tz = tz_of (zones, tzid);
	return moment->tz != NULL ? NULL : "unknown-zone";
}

const char *
rn_zones_read (rn_zones *zones, const struct rn_line *line, struct rn_moment *moment)
{
	return rn_zones_read_value (zones, line, line->value, moment);
}

static rn_time
end_by_duration (const struct rn_moment *start, rn_time length)
{
	/* days are counted on the clock, hours as they pass (RFC 5545, 3.3.6) */
	return length % RN_DAY == 0 ? rn_tz_instant (start->tz, start->time.local + length) : rn_moment_instant (start) + length;
}

const char *
rn_zones_end (rn_zones *zones, guint event, const struct rn_moment *start, rn_time *end)
{
	const struct rn_line *line = rn_ics_find (zones->ics, event, "DTEND", NULL);
	const char *duration = rn_ics_value (zones->ics, event, "DURATION"), *why = NULL;
	struct rn_moment moment;
	rn_time length = 0;

	*end = 0;
	if (line != NULL) {
		why = rn_zones_read (zones, line, &moment);
		*end = why == NULL ? rn_moment_instant (&moment) : 0;
	} else if (duration != NULL) {
		*end = rn_ics_duration_read (duration, &length) ? end_by_duration (start, length) : 0;
	} else if (start->time.is_date) {
		*end = end_by_duration (start, RN_DAY);
	}
	if (*end < rn_moment_instant (start))
		*end = 0;
	return why;
}

#include "clock.h"

#include <string.h>

#include "error.h"

rn_time
rn_clock_now (const struct rn_clock *clock)
{
	return clock->is_virtual ? clock->at : g_get_real_time () / G_USEC_PER_SEC + clock->offset;
}

void
rn_clock_jump (struct rn_clock *clock, rn_time to)
{
	g_return_if_fail (clock->is_virtual);
	clock->at = MAX (clock->at, to);
}

char *
rn_time_text (rn_time at)
{
	if (at == 0 || at == RN_NEVER)
		return g_strdup (at == 0 ? "" : "never");
	g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (at);
	return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

gboolean
rn_time_parse (const char *text, rn_time *at, GError **error)
{
	g_autofree char *whole = strlen (text) == 10 ? g_strconcat (text, "T00:00:00Z", NULL) : g_strdup (text);
	g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (whole, NULL);

	if (moment == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA,
		             "“%s” is not a time; write it like 2026-03-02T09:30:00Z or 2026-03-02", text);
		return FALSE;
	}
	*at = g_date_time_to_unix (moment);
	return TRUE;
}

#define RN_MAX_ZONES 1000 /* the IANA database has about 600 names */

/* GLib reads a zone's file anew once nobody holds it: the zones in use are kept. */
static GHashTable *zones;

/* A name of the database: GLib would read a path, or "GMT-5" with its sign turned. */
static gboolean
may_be_zone (const char *name)
{
	for (const char *c = name; *c != '\0'; c++)
		if (!g_ascii_isalnum (*c) && strchr ("_/+-", *c) == NULL)
			return FALSE;
	return g_ascii_isalpha (*name) && (strchr (name, '/') != NULL || g_str_equal (name, "UTC") || strpbrk (name, "+-0123456789") == NULL);
}

GTimeZone *
rn_zone (const char *name, GError **error)
{
	if (zones == NULL)
		zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);
	GTimeZone *zone = name != NULL ? g_hash_table_lookup (zones, name) : NULL;
	if (zone != NULL)
		return g_time_zone_ref (zone);
	zone = name != NULL && may_be_zone (name) ? g_time_zone_new_identifier (name) : NULL;
	if (zone == NULL)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA,
		             "“%s” is not a time zone; write an IANA name like Europe/Berlin", name ? name : "");
	else if (g_hash_table_size (zones) < RN_MAX_ZONES)
		g_hash_table_insert (zones, g_strdup (name), g_time_zone_ref (zone));
	return zone;
}

GDateTime *
rn_time_local (rn_time at, GTimeZone *zone)
{
	g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
	return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

#include "zone.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

#include "clock.h"

#define RN_MAX_TZID 128 /* the longest of IANA has 32, of Windows 33, of a vendor some 80 */

/* ---- Offsets ---- */

#define RN_AROUND (15 * RN_DAY) /* looked at together: questions about a zone are mostly about a few weeks */

/* Instants between which the offset is known to be the same. */
struct steady {
	rn_time from, until;
	gint32 offset;
};

static gint
interval_at (GTimeZone *zone, rn_time at)
{
	return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
}

static struct steady
look_around (GTimeZone *zone, rn_time at)
{
	gint interval = interval_at (zone, at);

	return (struct steady) {
		interval_at (zone, at - RN_AROUND) == interval ? at - RN_AROUND : at,
		interval_at (zone, at + RN_AROUND) == interval ? at + RN_AROUND : at,
		g_time_zone_get_offset (zone, interval),
	};
}

/* GLib goes through all that a zone's clocks were ever changed, from the first on. */
static gint32
offset_at (gconstpointer zone, rn_time at)
{
	static GHashTable *known; /* zone -> struct steady; of the zones of IANA, and offsets by the minute */
	if (known == NULL)
		known = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_time_zone_unref, g_free);
	struct steady *steady = g_hash_table_lookup (known, zone);

	if (steady == NULL) {
		steady = g_new (struct steady, 1);
		*steady = look_around ((GTimeZone *) zone, at);
		g_hash_table_insert (known, g_time_zone_ref ((GTimeZone *) zone), steady);
	} else if (at < steady->from || at > steady->until) {
		*steady = look_around ((GTimeZone *) zone, at);
	}
	return steady->offset;
}

rn_local
rn_zone_local (GTimeZone *zone, rn_time at)
{
	return at + offset_at (zone, at);
}

rn_time
rn_local_instant (rn_local local, rn_offset offset, gconstpointer zone)
{
	/* a day to either side lies beyond any offset, so a change of the clock that
	 * concerns `local` lies between them */
	gint32 before = offset (zone, local - RN_DAY), after = offset (zone, local + RN_DAY);

	if (before != after && offset (zone, local - before) != before && offset (zone, local - after) == after)
		return local - after;
	return local - before;
}

rn_time
rn_zone_instant (GTimeZone *zone, rn_local local)
{
	return rn_local_instant (local, offset_at, zone);
}

/* ---- Names ---- */

/* Single words are a closed list of old, which ICU knows; GLib alone takes "GMT-5" for
 * a POSIX rule, which counts the other way round. What has a slash is a file below
 * zoneinfo or nothing, and must not lead out of there. */
static gboolean
may_be_iana (const char *name)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
	UChar wide[RN_MAX_TZID + 1], canonical[RN_MAX_TZID + 1];
	UErrorCode status = U_ZERO_ERROR;
	UBool is_known = FALSE;

	if (strspn (name, letters) != strlen (name) || !g_ascii_isalpha (*name))
		return FALSE;
	if (strchr (name, '/') != NULL)
		return TRUE;
	u_uastrcpy (wide, name);
	ucal_getCanonicalTimeZoneID (wide, -1, canonical, RN_MAX_TZID + 1, &is_known, &status);
	return U_SUCCESS (status) && is_known;
}

static GTimeZone *
zone_of_windows (const char *name)
{
	UChar wide[RN_MAX_TZID + 1], found[RN_MAX_TZID + 1];
	char iana[RN_MAX_TZID + 1];
	UErrorCode status = U_ZERO_ERROR;

	u_uastrcpy (wide, name);
	int32_t length = ucal_getTimeZoneIDForWindowsID (wide, -1, NULL, found, RN_MAX_TZID + 1, &status);
	if (U_FAILURE (status) || length <= 0 || length > RN_MAX_TZID)
		return NULL;
	u_austrcpy (iana, found);
	return rn_zone (iana, NULL);
}

static char *
spelling (const char *name)
{
	return g_strdelimit (g_ascii_strdown (name, -1), " ", '_');
}

/* Adds a name of IANA with a slash, and Windows's name for it. */
static void
add_spellings (GHashTable *table, const char *iana)
{
	UChar wide[RN_MAX_TZID + 1], found[RN_MAX_TZID + 1];
	char windows[RN_MAX_TZID + 1];
	UErrorCode status = U_ZERO_ERROR;

	if (strchr (iana, '/') == NULL)
		return;
	g_hash_table_insert (table, spelling (iana), g_strdup (iana));
	u_uastrcpy (wide, iana);
	int32_t length = ucal_getWindowsTimeZoneID (wide, -1, found, RN_MAX_TZID + 1, &status);
	if (U_FAILURE (status) || length <= 0 || length > RN_MAX_TZID)
		return;
	u_austrcpy (windows, found);
	g_hash_table_insert (table, spelling (windows), g_strdup (windows));
}

static GHashTable *
spellings (void)
{
	UErrorCode status = U_ZERO_ERROR;
	UEnumeration *names = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_ANY, NULL, NULL, &status);
	GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	const char *name;

	while (U_SUCCESS (status) && (name = uenum_next (names, NULL, &status)) != NULL)
		add_spellings (table, name);
	uenum_close (names);
	return table;
}

/* "america/new york", "w. europe standard time": case and blanks as they like. */
static GTimeZone *
zone_spelt (const char *name)
{
	static GHashTable *table;

	if (table == NULL)
		table = spellings ();
	g_autofree char *key = spelling (name);
	const char *known = g_hash_table_lookup (table, key);
	if (known == NULL)
		return NULL;
	return strchr (known, '/') != NULL ? rn_zone (known, NULL) : zone_of_windows (known);
}

/* Exchange writes "tzone://Microsoft/Utc". */
static GTimeZone *
look_up (const char *name)
{
	if (g_ascii_strcasecmp (name, "utc") == 0)
		return g_time_zone_new_utc ();
	GTimeZone *zone = may_be_iana (name) ? g_time_zone_new_identifier (name) : NULL;
	if (zone == NULL)
		zone = zone_of_windows (name);
	return zone != NULL ? zone : zone_spelt (name);
}

/* Keeps the zones that were asked for: no more than there are names of IANA and
 * Windows. */
static GTimeZone *
zone_named (const char *name)
{
	static GHashTable *known;

	if (known == NULL)
		known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);
	GTimeZone *zone = g_hash_table_lookup (known, name);
	if (zone == NULL && (zone = look_up (name)) != NULL)
		g_hash_table_insert (known, g_strdup (name), zone);
	return zone;
}

GTimeZone *
rn_zone_of_tzid (const char *tzid)
{
	g_autofree char *name = g_strstrip (g_strndup (tzid, RN_MAX_TZID + 1));
	if (*name == '\0' || strlen (name) > RN_MAX_TZID || !g_str_is_ascii (name))
		return NULL;

	GTimeZone *zone = zone_named (name);
	gboolean has_prefix = *name == '/' || strstr (name, "://") != NULL;
	for (const char *rest = has_prefix ? strchr (name, '/') : NULL; rest != NULL && zone == NULL; rest = strchr (rest, '/'))
		zone = zone_named (++rest);
	return zone;
}

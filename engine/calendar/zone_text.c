#include "zone_text.h"

#include <string.h>

#include "clock.h"
#include "error.h"
#include "ics_time.h"
#include "vtimezone.h"

#define RN_ZONEINFO "/usr/share/zoneinfo"
#define RN_SPAN (366 * RN_DAY) /* of a series */
#define RN_FIRST_YEAR 1970 /* the rules hold for ever; they must begin somewhere */

/* When the clock changes: a weekday of a week of a month, at that time of day. */
struct onset {
	int month, week, day; /* 1…12, 1…4 or 5 for the last, 0 for Sunday */
	int seconds;
};

/* A TZ string of POSIX, as in "CET-1CEST,M3.5.0,M10.5.0/3". */
struct rules {
	int standard, daylight; /* seconds ahead of UTC */
	gboolean changes;
	struct onset to_daylight, to_standard;
};

/* ---- Reading --------------------------------------------------------------------- */

static gboolean
skip_name (const char **at)
{
	const char *from = *at;

	if (*from == '<') {
		*at = strchr (from, '>');
		return *at != NULL && ++*at != NULL;
	}
	while (g_ascii_isalpha (**at))
		++*at;
	return *at > from;
}

static gboolean
read_number (const char **at, int max, int *number)
{
	char *stop;
	guint64 wide = g_ascii_strtoull (*at, &stop, 10);

	if (!g_ascii_isdigit (**at) || wide > (guint64) max)
		return FALSE;
	*at = stop;
	*number = (int) wide;
	return TRUE;
}

/* "[+-]hh[:mm[:ss]]" in seconds. */
static gboolean
read_time (const char **at, int *seconds)
{
	static const int units[] = { RN_HOUR, RN_MINUTE, 1 };
	int sign = **at == '-' ? -1 : 1, number = 0;

	*at += **at == '-' || **at == '+';
	*seconds = 0;
	for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
		if (i > 0 && *(*at)++ != ':')
			return FALSE;
		if (!read_number (at, i == 0 ? 167 : 59, &number))
			return FALSE;
		*seconds += sign * number * units[i];
		if (**at != ':')
			break;
	}
	return TRUE;
}

/* ",Mm.w.d[/time]", of a time within the day. */
static gboolean
read_onset (const char **at, struct onset *onset)
{
	*onset = (struct onset) { .seconds = 2 * RN_HOUR };
	if (strncmp (*at, ",M", 2) != 0)
		return FALSE;
	*at += 2;
	if (!read_number (at, 12, &onset->month) || *(*at)++ != '.' || !read_number (at, 5, &onset->week) || *(*at)++ != '.' ||
	    !read_number (at, 6, &onset->day))
		return FALSE;
	if (**at == '/' && (++*at, !read_time (at, &onset->seconds)))
		return FALSE;
	return onset->seconds >= 0 && onset->seconds < RN_DAY;
}

static gboolean
read_rules (const char *text, struct rules *rules)
{
	*rules = (struct rules) { 0 };
	if (!skip_name (&text) || !read_time (&text, &rules->standard))
		return FALSE;
	rules->standard = -rules->standard; /* POSIX counts to the west */
	rules->changes = *text != '\0';
	if (!rules->changes)
		return TRUE;
	rules->daylight = rules->standard + (int) RN_HOUR;
	if (!skip_name (&text))
		return FALSE;
	if (*text != ',') {
		if (!read_time (&text, &rules->daylight))
			return FALSE;
		rules->daylight = -rules->daylight;
	}
	return read_onset (&text, &rules->to_daylight) && read_onset (&text, &rules->to_standard) && *text == '\0';
}

/* The last line of the zone's file. */
static char *
footer_of (const char *iana)
{
	g_autofree char *path = g_build_filename (RN_ZONEINFO, iana, NULL);
	g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
	gsize size = file != NULL ? g_mapped_file_get_length (file) : 0;

	if (size < 2)
		return NULL;
	const char *bytes = g_mapped_file_get_contents (file), *end = bytes + size - 1;
	if (*end != '\n')
		return NULL;
	const char *before = memrchr (bytes, '\n', size - 1);
	return before != NULL ? g_strndup (before + 1, (gsize) (end - before - 1)) : NULL;
}

/* ---- Writing ---------------------------------------------------------------------- */

static void
add_offset (GString *text, const char *name, int seconds)
{
	int minutes = ABS (seconds) / 60;
	g_string_append_printf (text, "%s:%c%02d%02d\r\n", name, seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/* The first such day of a year: day of the month. */
static int
first_day (const struct onset *onset)
{
	GDate date;
	g_date_clear (&date, 1);
	g_date_set_dmy (&date, 1, (GDateMonth) onset->month, RN_FIRST_YEAR);
	int ahead = (onset->day - (int) g_date_get_weekday (&date) + 7) % 7, day = 1 + ahead + 7 * (onset->week - 1);
	int last = g_date_get_days_in_month ((GDateMonth) onset->month, RN_FIRST_YEAR);
	return day > last ? day - 7 : day;
}

static void
add_observance (GString *text, const char *name, const struct onset *onset, int from, int to)
{
	static const char *const days[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };

	g_string_append_printf (text, "BEGIN:%s\r\n", name);
	if (onset != NULL) {
		g_string_append_printf (text, "DTSTART:%04d%02d%02dT%02d%02d%02d\r\n", RN_FIRST_YEAR, onset->month, first_day (onset),
		                        onset->seconds / (int) RN_HOUR, onset->seconds / 60 % 60, onset->seconds % 60);
		g_string_append_printf (text, "RRULE:FREQ=YEARLY;BYDAY=%d%s;BYMONTH=%d\r\n",
		                        onset->week == 5 ? -1 : onset->week, days[onset->day], onset->month);
	} else {
		g_string_append_printf (text, "DTSTART:%04d0101T000000\r\n", RN_FIRST_YEAR);
	}
	add_offset (text, "TZOFFSETFROM", from);
	add_offset (text, "TZOFFSETTO", to);
	g_string_append_printf (text, "END:%s\r\n", name);
}

static char *
write_rules (const char *iana, const struct rules *rules)
{
	GString *text = g_string_new (NULL);

	g_string_append_printf (text, "BEGIN:VTIMEZONE\r\nTZID:%s\r\n", iana);
	if (rules->changes)
		add_observance (text, "DAYLIGHT", &rules->to_daylight, rules->standard, rules->daylight);
	add_observance (text, "STANDARD", rules->changes ? &rules->to_standard : NULL,
	                rules->changes ? rules->daylight : rules->standard, rules->standard);
	g_string_append (text, "END:VTIMEZONE\r\n");
	return g_string_free (text, FALSE);
}

/* Whether who reads the text sees the clock as it goes: some zones change by the moon, and
 * their last line knows nothing of it. */
static gboolean
is_true (const char *text, GTimeZone *zone, rn_time from)
{
	g_autofree char *calendar = g_strconcat ("BEGIN:VCALENDAR\r\n", text, "END:VCALENDAR\r\n", NULL);
	g_autoptr (rn_ics) ics = rn_ics_new (calendar, strlen (calendar), RN_MAX_ICS);
	g_autoptr (rn_vtimezone) written = rn_vtimezone_new (ics, rn_ics_component (ics, 0, "VTIMEZONE", 1));

	for (rn_time at = from; written != NULL && at < from + RN_SPAN; at += 6 * RN_HOUR)
		if (at + rn_vtimezone_offset (written, at) != rn_zone_local (zone, at))
			return FALSE;
	return written != NULL;
}

char *
rn_zone_text (const char *iana, rn_time from, GError **error)
{
	struct rules rules;
	g_autoptr (GTimeZone) zone = rn_zone (iana, error); /* no path leads out of the folder */
	g_autofree char *footer = zone != NULL ? footer_of (iana) : NULL;
	g_autofree char *text = footer != NULL && read_rules (footer, &rules) ? write_rules (iana, &rules) : NULL;

	if (text != NULL && is_true (text, zone, from))
		return g_steal_pointer (&text);
	if (zone != NULL)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "The clock of %s follows no rule that calendars understand.", iana);
	return NULL;
}

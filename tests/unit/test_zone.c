#include "unit.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "error.h"
#include "zone.h"
#include "zone_text.h"
#include "zones.h"

static rn_time
at (const char *text)
{
	rn_time time = 0;
	ck_assert (rn_time_parse (text, &time, NULL));
	return time;
}

/* ---- Every change of the clock: P21 ---- */

#define E "\r\n"
#define OBSERVANCE(kind, start, rule, from, to) \
	"BEGIN:" kind E "DTSTART:" start E rule E "TZOFFSETFROM:" from E "TZOFFSETTO:" to E "END:" kind E
#define ROW_CHANGES 4

/* The changes of 2026 and 2027 as zdump of tzdata 2025b lists them, and the rules that
 * a calendar program would send along. */
static const struct place {
	const char *iana, *windows;
	gint32 first; /* offset at the start of 2026 */
	struct {
		const char *at;
		gint32 offset;
	} changes[ROW_CHANGES];
	const char *rules;
} places[] = {
	{ "Europe/Berlin", "W. Europe Standard Time", 3600,
	  { { "2026-03-29T01:00:00Z", 7200 }, { "2026-10-25T01:00:00Z", 3600 }, { "2027-03-28T01:00:00Z", 7200 },
	    { "2027-10-31T01:00:00Z", 3600 } },
	  OBSERVANCE ("STANDARD", "16011028T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "+0200", "+0100")
	  OBSERVANCE ("DAYLIGHT", "16010325T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "+0100", "+0200") },
	{ "America/New_York", "Eastern Standard Time", -18000,
	  { { "2026-03-08T07:00:00Z", -14400 }, { "2026-11-01T06:00:00Z", -18000 }, { "2027-03-14T07:00:00Z", -14400 },
	    { "2027-11-07T06:00:00Z", -18000 } },
	  OBSERVANCE ("DAYLIGHT", "19870405T020000", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z", "-0500",
	              "-0400")
	  OBSERVANCE ("STANDARD", "19871025T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z", "-0400",
	              "-0500")
	  OBSERVANCE ("DAYLIGHT", "20070311T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "-0500", "-0400")
	  OBSERVANCE ("STANDARD", "20071104T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "-0400", "-0500") },
	{ "Australia/Lord_Howe", "Lord Howe Standard Time", 39600,
	  { { "2026-04-04T15:00:00Z", 37800 }, { "2026-10-03T15:30:00Z", 39600 }, { "2027-04-03T15:00:00Z", 37800 },
	    { "2027-10-02T15:30:00Z", 39600 } },
	  OBSERVANCE ("STANDARD", "20080406T020000", "RRULE:FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU", "+1100",
	              "+1030")
	  OBSERVANCE ("DAYLIGHT", "20081005T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU", "+1030",
	              "+1100") },
	{ "America/Santiago", "Pacific SA Standard Time", -10800,
	  { { "2026-04-05T03:00:00Z", -14400 }, { "2026-09-06T04:00:00Z", -10800 }, { "2027-04-04T03:00:00Z", -14400 },
	    { "2027-09-05T04:00:00Z", -10800 } },
	  OBSERVANCE ("STANDARD", "20230402T000000", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8", "-0300",
	              "-0400")
	  OBSERVANCE ("DAYLIGHT", "20230903T000000", "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8", "-0400",
	              "-0300") },
	{ "Africa/Casablanca", "Morocco Standard Time", 3600,
	  { { "2026-02-15T02:00:00Z", 0 }, { "2026-03-22T02:00:00Z", 3600 }, { "2027-02-07T02:00:00Z", 0 },
	    { "2027-03-14T02:00:00Z", 3600 } },
	  OBSERVANCE ("DAYLIGHT", "20181028T030000",
	              "RDATE:20190609T020000,20260322T020000" E "RDATE;VALUE=DATE-TIME:20270314T020000", "+0000", "+0100")
	  OBSERVANCE ("STANDARD", "20190505T030000", "RDATE:20260215T030000,20270207T030000", "+0100", "+0000") },
	{ "Asia/Kolkata", "India Standard Time", 19800, { { NULL, 0 } },
	  OBSERVANCE ("STANDARD", "16010101T000000", "TZNAME:IST", "+0530", "+0530") },
};

static gint32
wanted_offset (const struct place *place, rn_time time)
{
	gint32 offset = place->first;
	for (int i = 0; i < ROW_CHANGES && place->changes[i].at != NULL && at (place->changes[i].at) <= time; i++)
		offset = place->changes[i].offset;
	return offset;
}

/* The first instant that shows `local`, else the one by the offset before the gap. */
static rn_time
wanted_instant (const struct place *place, rn_local local)
{
	rn_time first = G_MAXINT64;
	gint32 before = place->first;

	for (int i = -1; i < ROW_CHANGES && (i < 0 || place->changes[i].at != NULL); i++) {
		gint32 offset = i < 0 ? place->first : place->changes[i].offset;
		if (wanted_offset (place, local - offset) == offset)
			first = MIN (first, local - offset);
	}
	for (int i = 0; first == G_MAXINT64 && i < ROW_CHANGES; i++) {
		rn_time change = at (place->changes[i].at);
		if (local >= change + before && local < change + place->changes[i].offset)
			return local - before;
		before = place->changes[i].offset;
	}
	return first;
}

static void
check_instant (const struct place *place, const char *road, const struct rn_tz *tz, rn_time time)
{
	gint32 offset = wanted_offset (place, time);
	g_autofree char *text = rn_time_text (time);

	ck_assert_msg (rn_tz_local (tz, time) == time + offset, "%s, %s: local time of %s", place->iana, road, text);
	/* as a local time, which need not exist there */
	ck_assert_msg (rn_tz_instant (tz, time) == wanted_instant (place, time), "%s, %s: instant of local %s", place->iana,
	               road, text);
}

/* Every quarter of an hour around each change, and every day's noon. */
static void
check_place (const struct place *place, const char *road, const struct rn_tz *tz)
{
	for (rn_time day = at ("2026-01-02T12:00:00Z"); day < at ("2027-12-30T00:00:00Z"); day += RN_DAY)
		check_instant (place, road, tz, day);
	for (int i = 0; i < ROW_CHANGES && place->changes[i].at != NULL; i++) {
		rn_time change = at (place->changes[i].at);
		for (rn_time time = change - RN_DAY; time < change + RN_DAY; time += 15 * RN_MINUTE)
			check_instant (place, road, tz, time);
		check_instant (place, road, tz, change - 1);
	}
}

/* The zone that a calendar text resolves this TZID to. */
static void
check_road (const struct place *place, const char *road, const char *tzid)
{
	g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR" E "BEGIN:VTIMEZONE" E "TZID:Customized Time Zone" E, place->rules,
	                                     "END:VTIMEZONE" E "BEGIN:VEVENT" E "DTSTART;TZID=", tzid, ":20260101T120000" E
	                                     "END:VEVENT" E "END:VCALENDAR" E, NULL);
	g_autoptr (rn_ics) ics = rn_ics_new (text, strlen (text), RN_MAX_ICS);
	g_autoptr (rn_zones) zones = rn_zones_new (ics, NULL);
	struct rn_moment moment;
	guint event = rn_ics_component (ics, 0, "VEVENT", 0);
	const char *why = rn_zones_read (zones, rn_ics_find (ics, event, "DTSTART", NULL), &moment);

	ck_assert_msg (why == NULL, "%s, %s: %s", place->iana, road, why);
	check_place (place, road, moment.tz);
}

START_TEST (every_change_is_right_in_both_directions)
{
	check_road (&places[_i], "by name", places[_i].iana);
	check_road (&places[_i], "by Windows's name", places[_i].windows);
	check_road (&places[_i], "by rules", "Customized Time Zone");
}
END_TEST

START_TEST (changes_behind_the_table_of_zoneinfo_are_known)
{
	/* Debian's files list changes up to 2037; the rest is a rule */
	GTimeZone *berlin = rn_zone_of_tzid ("Europe/Berlin");
	ck_assert_int_eq (rn_zone_local (berlin, at ("2049-07-01T10:00:00Z")), at ("2049-07-01T12:00:00Z"));
	ck_assert_int_eq (rn_zone_instant (berlin, at ("2049-12-01T12:00:00Z")), at ("2049-12-01T11:00:00Z"));
}
END_TEST

/* A zone of libical as a mail would bring it, under a name that says nothing. */
static char *
brought_zone (icaltimezone *zone)
{
	icalcomponent *rules = icalcomponent_new_clone (icaltimezone_get_component (zone));
	icaltimezone_truncate_vtimezone (rules, icaltime_from_string ("20200101T000000Z"),
	                                 icaltime_from_string ("20600101T000000Z"), 1);
	icalproperty_set_tzid (icalcomponent_get_first_property (rules, ICAL_TZID_PROPERTY), "Custom");
	char *written = icalcomponent_as_ical_string_r (rules);
	char *text = g_strconcat ("BEGIN:VCALENDAR" E, written,
	                          "BEGIN:VEVENT" E "DTSTART;TZID=Custom:20260101T120000" E "END:VEVENT" E "END:VCALENDAR" E,
	                          NULL);

	free (written);
	icalcomponent_free (rules);
	return text;
}

/* libical writes the rules, the system's zones check how they are read. */
START_TEST (every_zone_of_the_world_is_read_from_its_rules)
{
	icalarray *zones = icaltimezone_get_builtin_timezones ();
	rn_time from = at ("2026-01-01");
	ck_assert_uint_gt (zones->num_elements, 300);

	for (size_t i = 0; i < zones->num_elements; i++) {
		icaltimezone *zone = icalarray_element_at (zones, i);
		g_autofree char *name = g_strdup (icaltimezone_get_location (zone)), *text = brought_zone (zone);
		g_autoptr (rn_ics) ics = rn_ics_new (text, strlen (text), RN_MAX_ICS);
		g_autoptr (rn_zones) brought = rn_zones_new (ics, NULL);
		GTimeZone *system = rn_zone_of_tzid (name);
		struct rn_moment moment;
		const char *why = rn_zones_read (brought,
		                                 rn_ics_find (ics, rn_ics_component (ics, 0, "VEVENT", 0), "DTSTART", NULL),
		                                 &moment);

		ck_assert_msg (why == NULL && system != NULL, "%s: %s", name, why);
		for (rn_time time = from; time < from + 730 * RN_DAY; time += 6 * RN_HOUR)
			ck_assert_msg (rn_tz_local (moment.tz, time) == rn_zone_local (system, time), "%s at %" G_GINT64_FORMAT,
			               name, time);
	}
}
END_TEST

/* ---- Zones that we send along ---- */

START_TEST (every_zone_is_sent_as_its_clock_goes_or_not_at_all)
{
	icalarray *zones = icaltimezone_get_builtin_timezones ();
	rn_time from = at ("2026-01-01");
	guint sent = 0;

	for (size_t i = 0; i < zones->num_elements; i++) {
		const char *name = icaltimezone_get_location (icalarray_element_at (zones, i));
		g_autofree char *text = rn_zone_text (name, from, NULL);
		if (text == NULL)
			continue;
		icalcomponent *component = icalcomponent_new_from_string (text); /* another reader than ours */
		icaltimezone *theirs = icaltimezone_new ();
		ck_assert_msg (icaltimezone_set_component (theirs, component), "%s", name);
		GTimeZone *system = rn_zone_of_tzid (name);
		for (rn_time time = from; time < from + 365 * RN_DAY; time += 12 * RN_HOUR) {
			struct icaltimetype utc = icaltime_from_timet_with_zone (time, FALSE, icaltimezone_get_utc_timezone ());
			int is_daylight;
			int offset = icaltimezone_get_utc_offset_of_utc_time (theirs, &utc, &is_daylight);
			ck_assert_msg (time + offset == rn_zone_local (system, time),
			               "%s at %" G_GINT64_FORMAT, name, time);
		}
		icaltimezone_free (theirs, 1);
		sent++;
	}
	ck_assert_uint_gt (sent, zones->num_elements * 9 / 10);
}
END_TEST

static const char *const unsendable[] = { "America/Santiago", "Africa/Casablanca", "Nowhere/Land", "../etc/passwd", "" };

START_TEST (zones_without_a_yearly_rule_are_not_sent)
{
	g_autoptr (GError) error = NULL;
	ck_assert_msg (rn_zone_text (unsendable[_i], at ("2026-01-01"), &error) == NULL, "%s", unsendable[_i]);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", unsendable[_i]);
}
END_TEST

/* ---- Names ---- */

static const struct {
	const char *tzid;
	gint32 january, july; /* offsets of 2026 */
} names[] = {
	{ "Europe/Berlin", 3600, 7200 },
	{ " Europe/Berlin ", 3600, 7200 },
	{ "America/Argentina/Buenos_Aires", -10800, -10800 },
	{ "America/Ciudad_Juarez", -25200, -21600 },
	{ "UTC", 0, 0 },
	{ "utc", 0, 0 },
	{ "GMT", 0, 0 },
	{ "CET", 3600, 7200 },
	{ "Etc/GMT+5", -18000, -18000 },
	{ "W. Europe Standard Time", 3600, 7200 },
	{ "Romance Standard Time", 3600, 7200 },
	{ "GMT Standard Time", 0, 3600 },
	{ "Greenwich Standard Time", 0, 0 },
	{ "Pacific Standard Time", -28800, -25200 },
	{ "AUS Eastern Standard Time", 39600, 36000 },
	{ "Nepal Standard Time", 20700, 20700 },
	{ "Tokyo Standard Time", 32400, 32400 },
	{ "UTC-11", -39600, -39600 },
	{ "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", 3600, 7200 },
	{ "/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires", -10800, -10800 },
	{ "/mozilla.org/20050126_1/America/New_York", -18000, -14400 },
	{ "/softwarestudio.org/Olson_20011030_5/America/Chicago", -21600, -18000 },
	{ "/citadel.org/20190914_1/Asia/Kolkata", 19800, 19800 },
	{ "tzone://Microsoft/Utc", 0, 0 },
};

START_TEST (names_are_understood)
{
	GTimeZone *zone = rn_zone_of_tzid (names[_i].tzid);
	rn_time january = at ("2026-01-15T00:00:00Z"), july = at ("2026-07-15T00:00:00Z");

	ck_assert_msg (zone != NULL, "“%s”", names[_i].tzid);
	ck_assert_msg (rn_zone_local (zone, january) - january == names[_i].january, "“%s” in January", names[_i].tzid);
	ck_assert_msg (rn_zone_local (zone, july) - july == names[_i].july, "“%s” in July", names[_i].tzid);
	ck_assert_ptr_eq (rn_zone_of_tzid (names[_i].tzid), zone);
}
END_TEST

static const char *const unknown_names[] = {
	"", " ", "Customized Time Zone", "(UTC+01:00) Amsterdam, Berlin", "Mars/Olympus", "Europe", "Europe/",
	"America/Argentina", "GMT-5", "UTC+01:00", "CET-1CEST,M3.5.0,M10.5.0/3", "tzone://Microsoft/Custom",
	"../../../../etc/passwd", "/../../etc/passwd", "Europe/../../../../etc/passwd", "zone.tab",
	"GMT +0100 (Standard) / GMT +0200 (Daylight)", "Mitteleuropäische Zeit", "Europe/Berlin\n",
	"W. Europe Standard Time (DST)", "\x01\x02",
	"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
	"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
};

START_TEST (unknown_is_unknown)
{
	/* blanks around a name say nothing, its line end neither */
	gboolean is_known = g_str_equal (unknown_names[_i], "Europe/Berlin\n");
	ck_assert_msg ((rn_zone_of_tzid (unknown_names[_i]) != NULL) == is_known, "“%s”", unknown_names[_i]);
}
END_TEST

/* ---- Rules that come along ---- */

#define STANDARD(lines) "BEGIN:STANDARD" E lines "TZOFFSETFROM:+0200" E "TZOFFSETTO:+0100" E "END:STANDARD" E
#define NINE(text) text text text text text text text text text

static const struct {
	const char *name, *lines;
	const char *local, *instant; /* NULL: unknown */
} rules[] = {
	{ "one offset for ever", STANDARD ("DTSTART:16010101T000000" E), "20260402T100000", "2026-04-02T09:00:00Z" },
	{ "before the first onset", STANDARD ("DTSTART:20300101T000000" E), "20260402T100000", "2026-04-02T08:00:00Z" },
	{ "start on a leap day", STANDARD ("DTSTART:16040229T000000" E "RRULE:FREQ=YEARLY" E), "20260402T100000",
	  "2026-04-02T09:00:00Z" },
	{ "location when the rules are no use", STANDARD ("DTSTART:nonsense" E) "X-LIC-LOCATION:Europe/Berlin" E,
	  "20260402T100000", "2026-04-02T08:00:00Z" },
	{ "location beside good rules", STANDARD ("DTSTART:16010101T000000" E) "X-LIC-LOCATION:Asia/Tokyo" E, "20260402T100000",
	  "2026-04-02T09:00:00Z" },
	{ "offset with seconds", "BEGIN:STANDARD" E "DTSTART:16010101T000000" E "TZOFFSETFROM:-001630" E "TZOFFSETTO:-001630" E
	  "END:STANDARD" E, "20260402T100000", "2026-04-02T10:16:30Z" },
	{ "an hour that is said twice, as Domino does", "BEGIN:STANDARD" E "DTSTART:19501105T020000" E
	  "RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=1SU;BYMONTH=11" E "TZOFFSETFROM:-0400" E "TZOFFSETTO:-0500" E
	  "END:STANDARD" E
	  "BEGIN:DAYLIGHT" E "DTSTART:19500402T020000" E "RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=2SU;BYMONTH=3" E
	  "TZOFFSETFROM:-0500" E "TZOFFSETTO:-0400" E "END:DAYLIGHT" E, "20260402T100000", "2026-04-02T14:00:00Z" },
	{ "no observance", "", "20260402T100000", NULL },
	{ "no offset", "BEGIN:STANDARD" E "DTSTART:16010101T000000" E "END:STANDARD" E, "20260402T100000", NULL },
	{ "an offset of days", "BEGIN:STANDARD" E "DTSTART:16010101T000000" E "TZOFFSETFROM:+9900" E "TZOFFSETTO:+9900" E
	  "END:STANDARD" E, "20260402T100000", NULL },
	{ "no start", STANDARD (""), "20260402T100000", NULL },
	{ "every second", STANDARD ("DTSTART:19700101T000000" E "RRULE:FREQ=SECONDLY" E), "20260402T100000", NULL },
	{ "every month", STANDARD ("DTSTART:19700101T000000" E "RRULE:FREQ=MONTHLY" E), "20260402T100000", NULL },
	{ "every other year", STANDARD ("DTSTART:19700101T000000" E "RRULE:FREQ=YEARLY;INTERVAL=2" E), "20260402T100000", NULL },
	{ "a hundred times", STANDARD ("DTSTART:19700101T000000" E "RRULE:FREQ=YEARLY;COUNT=100" E), "20260402T100000", NULL },
	{ "never", STANDARD ("DTSTART:19700101T000000" E "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" E), "20260402T100000",
	  NULL },
	{ "hours of its own", STANDARD ("DTSTART:19700101T000000" E "RRULE:FREQ=YEARLY;BYHOUR=3" E), "20260402T100000", NULL },
	{ "nine observances", NINE (STANDARD ("DTSTART:19700101T000000" E)), "20260402T100000", NULL },
	{ "location that nobody knows", "X-LIC-LOCATION:Mars/Olympus" E, "20260402T100000", NULL },
};

START_TEST (rules_are_vetted)
{
	g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR" E "BEGIN:VEVENT" E "DTSTART;TZID=\"custom\":", rules[_i].local,
	                                     E "END:VEVENT" E
	                                     "BEGIN:VTIMEZONE" E "TZID:Custom" E, rules[_i].lines,
	                                     "END:VTIMEZONE" E "END:VCALENDAR" E, NULL);
	g_autoptr (rn_ics) ics = rn_ics_new (text, strlen (text), RN_MAX_ICS);
	g_autoptr (rn_zones) zones = rn_zones_new (ics, NULL);
	struct rn_moment moment;
	const char *why = rn_zones_read (zones, rn_ics_find (ics, 1, "DTSTART", NULL), &moment);

	if (rules[_i].instant == NULL) {
		ck_assert_msg (g_strcmp0 (why, "unknown-zone") == 0, "%s: %s", rules[_i].name, why);
		return;
	}
	ck_assert_msg (why == NULL, "%s: %s", rules[_i].name, why);
	g_autofree char *instant = rn_time_text (rn_moment_instant (&moment));
	ck_assert_msg (g_str_equal (instant, rules[_i].instant), "%s: %s", rules[_i].name, instant);
}
END_TEST

static Suite *
zone_suite (void)
{
	Suite *suite = suite_create ("zone");
	TCase *changes = tcase_create ("changes"), *names_case = tcase_create ("names"), *rules_case = tcase_create ("rules");

	tcase_add_loop_test (changes, every_change_is_right_in_both_directions, 0, G_N_ELEMENTS (places));
	tcase_add_test (changes, every_zone_of_the_world_is_read_from_its_rules);
	tcase_add_test (changes, every_zone_is_sent_as_its_clock_goes_or_not_at_all);
	tcase_add_loop_test (changes, zones_without_a_yearly_rule_are_not_sent, 0, (int) G_N_ELEMENTS (unsendable));
	tcase_add_test (changes, changes_behind_the_table_of_zoneinfo_are_known);
	tcase_add_loop_test (names_case, names_are_understood, 0, G_N_ELEMENTS (names));
	tcase_add_loop_test (names_case, unknown_is_unknown, 0, G_N_ELEMENTS (unknown_names));
	tcase_add_loop_test (rules_case, rules_are_vetted, 0, G_N_ELEMENTS (rules));
	suite_add_tcase (suite, changes);
	suite_add_tcase (suite, names_case);
	suite_add_tcase (suite, rules_case);
	return suite;
}

RN_UNIT_MAIN (zone_suite ())

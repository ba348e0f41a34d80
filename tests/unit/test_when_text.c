#include "unit.h"

#include "clock.h"
#include "when_text.h"

static const struct {
	const char *name, *start, *end, *zone, *language, *text;
} times[] = {
	{ "winter in Berlin", "2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z", "Europe/Berlin", "en",
	  "Tuesday, 3 March 2026, 10:00–11:00 (Europe/Berlin)" },
	{ "summer in Berlin", "2026-07-01T07:00:00Z", "2026-07-01T07:30:00Z", "Europe/Berlin", "en",
	  "Wednesday, 1 July 2026, 09:00–09:30 (Europe/Berlin)" },
	{ "German", "2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z", "Europe/Berlin", "de",
	  "Dienstag, 3. März 2026, 10:00–11:00 (Europe/Berlin)" },
	{ "half-hour zone", "2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z", "Asia/Kolkata", "en",
	  "Tuesday, 3 March 2026, 14:30–15:30 (Asia/Kolkata)" },
	{ "the day before", "2026-03-03T01:00:00Z", "2026-03-03T02:00:00Z", "America/New_York", "en",
	  "Monday, 2 March 2026, 20:00–21:00 (America/New_York)" },
	{ "over midnight", "2026-03-03T22:30:00Z", "2026-03-03T23:30:00Z", "Europe/Berlin", "en",
	  "Tuesday, 3 March 2026, 23:30 – Wednesday, 4 March 2026, 00:30 (Europe/Berlin)" },
	{ "over the end of summer time", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "Europe/Berlin", "en",
	  "Sunday, 25 October 2026, 02:30–02:30 (Europe/Berlin)" },
	{ "no end", "2026-03-03T09:00:00Z", "", "UTC", "en", "Tuesday, 3 March 2026, 09:00 (UTC)" },
	{ "unknown language", "2026-03-03T09:00:00Z", "", "UTC", "xx", "Tuesday, 3 March 2026, 09:00 (UTC)" },
	{ "no language", "2026-03-03T09:00:00Z", "", "UTC", "", "Tuesday, 3 March 2026, 09:00 (UTC)" },
	{ "unknown zone", "2026-03-03T09:00:00Z", "", "Europe/Berln", "en", NULL },
	{ "no zone", "2026-03-03T09:00:00Z", "", "", "en", NULL },
};

static rn_time
instant (const char *text)
{
	rn_time at = 0;

	ck_assert (*text == '\0' || rn_time_parse (text, &at, NULL));
	return at;
}

START_TEST (time_is_told_in_language_and_zone)
{
	g_autofree char *text = rn_when_text (instant (times[_i].start), instant (times[_i].end), times[_i].zone,
	                                      times[_i].language);

	ck_assert_msg (g_strcmp0 (text, times[_i].text) == 0, "%s: %s", times[_i].name, text);
}
END_TEST

START_TEST (day_is_the_persons_day)
{
	rn_time at = instant ("2026-12-31T23:30:00Z");
	g_autofree char *berlin = rn_day_text (at, "Europe/Berlin", "de");
	g_autofree char *london = rn_day_text (at, "Europe/London", "en");

	ck_assert_str_eq (berlin, "Freitag, 1. Januar 2027");
	ck_assert_str_eq (london, "Thursday, 31 December 2026");
	ck_assert_ptr_null (rn_day_text (at, "Nowhere", "en"));
}
END_TEST

/* Neither TZ nor the locale of the process may show. */
START_TEST (environment_does_not_matter)
{
	g_setenv ("TZ", "Pacific/Auckland", TRUE);
	g_setenv ("LC_ALL", "fr_FR.UTF-8", TRUE);
	g_autofree char *text = rn_when_text (instant ("2026-03-03T09:00:00Z"), 0, "Europe/Berlin", "en");

	ck_assert_str_eq (text, "Tuesday, 3 March 2026, 10:00 (Europe/Berlin)");
}
END_TEST

static Suite *
suite (void)
{
	Suite *when = suite_create ("when_text");
	TCase *tests = tcase_create ("when_text");

	tcase_add_loop_test (tests, time_is_told_in_language_and_zone, 0, G_N_ELEMENTS (times));
	tcase_add_test (tests, day_is_the_persons_day);
	tcase_add_test (tests, environment_does_not_matter);
	suite_add_tcase (when, tests);
	return when;
}

RN_UNIT_MAIN (suite ())

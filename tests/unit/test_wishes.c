/* Wishes about when, against times of meetings. */
#include "unit.h"

#include "clock.h"
#include "wishes.h"

static rn_time
at (const char *text)
{
	rn_time time = 0;
	ck_assert_msg (rn_time_parse (text, &time, NULL), "“%s”", text);
	return time;
}

#define ROW_VALUES 4

/* Meetings of one hour; in Berlin it is summer from 29 March 2026 to 25 October. */
static const struct {
	const char *zone, *values[ROW_VALUES], *start;
	gboolean fits;
} fits[] = {
	{ "Europe/Berlin", { NULL }, "2026-03-17T09:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17" }, "2026-03-17T09:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17" }, "2026-03-16T23:00:00Z", TRUE }, /* its first hour */
	{ "Europe/Berlin", { "2026-03-17" }, "2026-03-16T22:59:00Z", FALSE },
	{ "Europe/Berlin", { "2026-03-17" }, "2026-03-17T22:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17" }, "2026-03-17T22:01:00Z", FALSE }, /* runs into the next day */
	{ "Europe/Berlin", { "2026-03-17", "2026-03-19" }, "2026-03-19T09:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17", "2026-03-19" }, "2026-03-18T09:00:00Z", FALSE },
	{ "Europe/Berlin", { "2026-03-17T14:00:00Z" }, "2026-03-17T14:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17T14:00:00Z" }, "2026-03-17T13:30:00Z", FALSE }, /* she said three */
	{ "Europe/Berlin", { "2026-03-17T14:00:00Z/2026-03-17T23:00:00Z" }, "2026-03-17T14:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17T14:00:00Z/2026-03-17T23:00:00Z" }, "2026-03-17T13:30:00Z", FALSE },
	{ "Europe/Berlin", { "2026-04-01/2026-04-30" }, "2026-04-30T12:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-04-01/2026-04-30" }, "2026-05-01T12:00:00Z", FALSE },
	{ "Europe/Berlin", { "2026-04-01/" }, "2027-05-01T12:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-04-01/" }, "2026-03-31T12:00:00Z", FALSE },
	{ "Europe/Berlin", { "not 2026-03-17" }, "2026-03-18T09:00:00Z", TRUE },
	{ "Europe/Berlin", { "not 2026-03-17" }, "2026-03-17T09:00:00Z", FALSE },
	{ "Europe/Berlin", { "not 2026-03-17" }, "2026-03-24T09:00:00Z", TRUE },
	{ "Europe/Berlin", { "not 2026-03-17 weekly" }, "2026-03-17T09:00:00Z", FALSE },
	{ "Europe/Berlin", { "not 2026-03-17 weekly" }, "2026-03-24T09:00:00Z", FALSE },
	{ "Europe/Berlin", { "not 2026-03-17 weekly" }, "2026-03-25T09:00:00Z", TRUE },
	/* behind the change to summer Tuesday begins an hour earlier in UTC */
	{ "Europe/Berlin", { "not 2026-03-17 weekly" }, "2026-03-30T21:30:00Z", FALSE },
	{ "Europe/Berlin", { "not 2026-03-17 weekly" }, "2026-03-31T22:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17 weekly" }, "2026-05-26T09:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17 weekly" }, "2026-05-27T09:00:00Z", FALSE },
	{ "Europe/Berlin", { "2026-03-17T14:00:00Z/2026-03-17T23:00:00Z weekly" }, "2026-03-31T13:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17T14:00:00Z/2026-03-17T23:00:00Z weekly" }, "2026-03-31T12:30:00Z", FALSE },
	{ "Europe/Berlin", { "2026-03-17T08:00:00Z/2026-03-17T11:00:00Z daily" }, "2026-03-17T08:00:00Z", TRUE },
	/* nine by the clock */
	{ "Europe/Berlin", { "2026-03-17T08:00:00Z/2026-03-17T11:00:00Z daily" }, "2026-04-14T07:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-17T08:00:00Z/2026-03-17T11:00:00Z daily" }, "2026-04-14T10:00:00Z", FALSE },
	{ "Europe/Berlin", { "not 2026-03-17T11:00:00Z/2026-03-17T23:00:00Z daily" }, "2026-04-14T09:30:00Z", FALSE },
	{ "Europe/Berlin", { "not 2026-03-17T11:00:00Z/2026-03-17T23:00:00Z daily" }, "2026-04-14T09:00:00Z", TRUE },
	/* said in the week before: "next week, but not on Friday" */
	{ "Europe/Berlin", { "2026-03-16/2026-03-22", "not 2026-03-13" }, "2026-03-20T09:00:00Z", FALSE },
	{ "Europe/Berlin", { "2026-03-16/2026-03-22", "not 2026-03-13" }, "2026-03-19T09:00:00Z", TRUE },
	/* "next week, but not on Friday" */
	{ "Europe/Berlin", { "2026-03-16/2026-03-22", "not 2026-03-20" }, "2026-03-19T09:00:00Z", TRUE },
	{ "Europe/Berlin", { "2026-03-16/2026-03-22", "not 2026-03-20" }, "2026-03-20T09:00:00Z", FALSE },
	{ "Europe/Berlin", { "2026-03-16/2026-03-22", "not 2026-03-20" }, "2026-03-23T09:00:00Z", FALSE },
	{ "America/New_York", { "2026-03-17" }, "2026-03-18T02:00:00Z", TRUE },
	{ "America/New_York", { "2026-03-17" }, "2026-03-17T02:00:00Z", FALSE },
	/* not to be understood: as if it had not been said */
	{ "Europe/Berlin", { "3/4" }, "2026-03-17T09:00:00Z", TRUE },
	{ "Europe/Berlin", { "not on 3/4", "2026-03-17" }, "2026-03-17T09:00:00Z", TRUE },
};

START_TEST (a_meeting_fits_what_was_said)
{
	g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (fits[_i].zone);
	rn_time start = at (fits[_i].start);

	gboolean got = rn_wishes_fit (fits[_i].values, zone, start, start + RN_HOUR);
	ck_assert_msg (got == fits[_i].fits, "“%s” …: %s", fits[_i].values[0], fits[_i].start);
}
END_TEST

static const char *const nonsense[] = {
	"", "Tuesday", "3/4/2026", "2026-13-01", "2026-02-30", "2026-3-1", "not", "not ", "weekly", " weekly", "not Tuesdays",
	"2026-03-17T25:00:00Z", "2026-03-17/2026-03-16", "/2026-03-16", "2026-03-17/soon", "1969-12-31",
	"2026-03-17/ weekly", "2026-03-17 yearly",
};

START_TEST (other_words_are_no_wish)
{
	g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
	struct rn_wish wish;
	ck_assert_msg (!rn_wish_parse (nonsense[_i], zone, &wish), "“%s”", nonsense[_i]);
}
END_TEST

/* What was asked for as spans agrees with the judgement of single meetings. */
START_TEST (spans_hold_what_fits)
{
	g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (fits[_i].zone);
	g_autoptr (GArray) allowed = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	g_autoptr (GArray) excluded = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	rn_time start = at (fits[_i].start), end = start + RN_HOUR;
	gboolean is_asked = rn_wishes_spans (fits[_i].values, zone, at ("2026-03-01"), at ("2028-03-01"), RN_HOUR, allowed,
	                                     excluded);
	gboolean is_fine = !is_asked;

	for (guint i = 0; i < allowed->len; i++) {
		struct rn_span span = g_array_index (allowed, struct rn_span, i);
		is_fine = is_fine || (span.start <= start && end <= span.end);
	}
	for (guint i = 0; i < excluded->len; i++) {
		struct rn_span span = g_array_index (excluded, struct rn_span, i);
		is_fine = is_fine && !(span.start < end && start < span.end);
	}
	ck_assert_msg (is_fine == fits[_i].fits, "“%s” …: %s", fits[_i].values[0], fits[_i].start);
}
END_TEST

static Suite *
wishes_suite (void)
{
	Suite *suite = suite_create ("wishes");
	TCase *wishes = tcase_create ("wishes");

	tcase_add_loop_test (wishes, a_meeting_fits_what_was_said, 0, G_N_ELEMENTS (fits));
	tcase_add_loop_test (wishes, spans_hold_what_fits, 0, G_N_ELEMENTS (fits));
	tcase_add_loop_test (wishes, other_words_are_no_wish, 0, G_N_ELEMENTS (nonsense));
	suite_add_tcase (suite, wishes);
	return suite;
}

RN_UNIT_MAIN (wishes_suite ())

#include "unit.h"

#include "clock.h"
#include "error.h"
#include "slots.h"

static rn_time
at (const char *text)
{
	rn_time time = 0;
	ck_assert_msg (rn_time_parse (text, &time, NULL), "“%s”", text);
	return time;
}

static rn_hours *
hours_of (const char *text, const char *zone)
{
	g_autoptr (GError) error = NULL;
	rn_hours *hours = rn_hours_new (text, zone, &error);
	rn_assert_no_error (error);
	return hours;
}

/* ---- Reading hours ---- */

static const char *const readable[] = {
	"", "Mon-Fri 09:00-17:30", "Mon-Thu 08:00-12:00, Mon-Thu 13:00-16:00, Fri 08:00-12:00", "Sun-Thu 9:00-17:00",
	"mon, wed 09:00-12:00 13:00-16:00", "Monday – Friday 9 - 17", "Sat 00:00-24:00", "Mon 9:00-12:00;Tue 9:00-12:00",
};

START_TEST (hours_are_read)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_hours) hours = rn_hours_new (readable[_i], "Europe/Berlin", &error);
	ck_assert_msg (hours != NULL, "“%s”", readable[_i]);
}
END_TEST

static const struct {
	const char *hours, *zone;
} unreadable[] = {
	{ "always", "Europe/Berlin" },
	{ "Mon-Fri", "Europe/Berlin" },
	{ "09:00-17:00", "Europe/Berlin" },
	{ "Mon 17:00-09:00", "Europe/Berlin" },
	{ "Mon 09:00-25:00", "Europe/Berlin" },
	{ "Mon 09:60-17:00", "Europe/Berlin" },
	{ "Mon 24:30-25:00", "Europe/Berlin" },
	{ "Mon-Fri 09:00-17:00 Sat", "Europe/Berlin" },
	{ "Mo-Fr 09:00-17:00", "Europe/Berlin" },
	{ "Mon -9-17", "Europe/Berlin" },
	{ " ", "Europe/Berlin" },
	{ "Mon \xff-17:00", "Europe/Berlin" },
	{ "Mon-Fri 09:00-17:00", "Mars/Olympus" },
	{ "Mon-Fri 09:00-17:00", "" },
};

START_TEST (what_is_no_timetable_is_an_error)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_hours) hours = rn_hours_new (unreadable[_i].hours, unreadable[_i].zone, &error);
	ck_assert_msg (hours == NULL, "row %d “%s”", _i, unreadable[_i].hours);
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
}
END_TEST

/* ---- Asking ---- */

#define SPLIT "Mon-Thu 08:00-12:00, Mon-Thu 13:00-16:00, Fri 08:00-12:00"

/* 2026-03-02 is a Monday. Berlin changes on 2026-03-29 and 2026-10-25, New York on
 * 2026-03-08 and 2026-11-01; Pune has +05:30 all year. */
static const struct {
	const char *name, *hours, *zone, *start, *end;
	gboolean within;
} spans[] = {
	{ "a morning in winter", "", "Europe/Berlin", "2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z", TRUE },
	{ "too early by a minute", "", "Europe/Berlin", "2026-03-02T07:59:00Z", "2026-03-02T09:00:00Z", FALSE },
	{ "up to the last minute", "", "Europe/Berlin", "2026-03-02T15:00:00Z", "2026-03-02T16:00:00Z", TRUE },
	{ "past the last minute", "", "Europe/Berlin", "2026-03-02T15:00:00Z", "2026-03-02T16:01:00Z", FALSE },
	{ "the same morning in summer", "", "Europe/Berlin", "2026-03-30T07:00:00Z", "2026-03-30T08:00:00Z", TRUE },
	{ "an hour too early in winter", "", "Europe/Berlin", "2026-10-26T07:00:00Z", "2026-10-26T08:00:00Z", FALSE },
	{ "half hour zone", "", "Asia/Kolkata", "2026-03-02T03:30:00Z", "2026-03-02T04:30:00Z", TRUE },
	{ "Saturday", "", "Europe/Berlin", "2026-03-07T09:00:00Z", "2026-03-07T10:00:00Z", FALSE },
	{ "Sunday in Cairo", "Sun-Thu 09:00-17:00", "Africa/Cairo", "2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", TRUE },
	{ "over lunch", SPLIT, "Europe/Berlin", "2026-03-02T10:30:00Z", "2026-03-02T12:30:00Z", FALSE },
	{ "before lunch", SPLIT, "Europe/Berlin", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z", TRUE },
	{ "hours in any order, over what touches", "Fri 13:00-16:00, Mon-Tue 08:00-12:00, Fri 08:00-13:00", "Europe/Berlin",
	  "2026-03-06T11:00:00Z", "2026-03-06T13:00:00Z", TRUE },
	{ "hours in any order, another day", "Fri 13:00-16:00, Mon-Tue 08:00-12:00, Fri 08:00-13:00", "Europe/Berlin",
	  "2026-03-03T07:00:00Z", "2026-03-03T11:00:00Z", TRUE },
	{ "Friday afternoon", SPLIT, "Europe/Berlin", "2026-03-06T12:00:00Z", "2026-03-06T13:00:00Z", FALSE },
	{ "over midnight, around the clock", "Mon-Sun 00:00-24:00", "Europe/Berlin", "2026-03-02T22:00:00Z",
	  "2026-03-03T02:00:00Z", TRUE },
	{ "through the night that the clock is set back", "Sat-Sun 00:00-24:00", "Europe/Berlin", "2026-10-24T20:00:00Z",
	  "2026-10-25T04:00:00Z", TRUE },
	{ "a local day that began yesterday in UTC", "Mon-Fri 08:00-12:00", "Pacific/Auckland", "2026-03-01T19:00:00Z",
	  "2026-03-01T20:00:00Z", TRUE },
	{ "joined spans", "Mon 09:00-12:00, Mon 11:00-15:00", "UTC", "2026-03-02T09:00:00Z", "2026-03-02T15:00:00Z", TRUE },
	{ "an empty span", "", "Europe/Berlin", "2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z", FALSE },
	{ "end before start", "", "Europe/Berlin", "2026-03-02T10:00:00Z", "2026-03-02T09:00:00Z", FALSE },
};

START_TEST (spans_lie_within_working_time)
{
	g_autoptr (rn_hours) hours = hours_of (spans[_i].hours, spans[_i].zone);
	ck_assert_msg (rn_hours_contain (hours, at (spans[_i].start), at (spans[_i].end)) == spans[_i].within, "%s",
	               spans[_i].name);
}
END_TEST

static const struct {
	const char *name, *hours, *zone, *from, *next;
} nexts[] = {
	{ "at work", "", "Europe/Berlin", "2026-03-02T09:10:00Z", "2026-03-02T09:10:00Z" },
	{ "at the closing bell", "", "Europe/Berlin", "2026-03-02T16:00:00Z", "2026-03-03T08:00:00Z" },
	{ "over the weekend that sets the clock forward", "", "Europe/Berlin", "2026-03-27T17:00:00Z", "2026-03-30T07:00:00Z" },
	{ "over the weekend that sets the clock back", "", "America/New_York", "2026-10-30T21:00:00Z", "2026-11-02T14:00:00Z" },
	{ "lunch", SPLIT, "Europe/Berlin", "2026-03-02T11:15:00Z", "2026-03-02T12:00:00Z" },
	{ "once a week", "Wed 10:00-11:00", "Europe/Berlin", "2026-03-04T10:00:00Z", "2026-03-11T09:00:00Z" },
	{ "a shift swallowed by the clock", "Sun 02:00-03:00", "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-04-05T00:00:00Z" },
};

START_TEST (next_working_time_is_found)
{
	g_autoptr (rn_hours) hours = hours_of (nexts[_i].hours, nexts[_i].zone);
	g_autofree char *got = rn_time_text (rn_hours_next (hours, at (nexts[_i].from)));
	ck_assert_msg (g_str_equal (got, nexts[_i].next), "%s: %s", nexts[_i].name, got);
}
END_TEST

static const struct {
	const char *name, *hours, *zone, *from;
	int days;
	const char *then;
} additions[] = {
	{ "none", "", "Europe/Berlin", "2026-03-07T09:00:00Z", 0, "2026-03-07T09:00:00Z" },
	{ "over a weekend", "", "Europe/Berlin", "2026-03-06T09:00:00Z", 1, "2026-03-09T09:00:00Z" },
	{ "the same local time in summer", "", "Europe/Berlin", "2026-03-26T14:00:00Z", 3, "2026-03-31T13:00:00Z" },
	{ "Friday and Saturday are free in Cairo", "Sun-Thu 09:00-17:00", "Africa/Cairo", "2026-03-05T09:00:00Z", 1,
	  "2026-03-08T09:00:00Z" },
	{ "Mondays only", "Mon 09:00-12:00", "UTC", "2026-03-02T09:00:00Z", 2, "2026-03-16T09:00:00Z" },
};

START_TEST (working_days_are_added)
{
	g_autoptr (rn_hours) hours = hours_of (additions[_i].hours, additions[_i].zone);
	g_autofree char *got = rn_time_text (rn_hours_add_days (hours, at (additions[_i].from), additions[_i].days));
	ck_assert_msg (g_str_equal (got, additions[_i].then), "%s: %s", additions[_i].name, got);
}
END_TEST

/* ---- Slots ---- */

#define ROW_BUSY 3
#define ROW_SLOTS 4

static const struct {
	const char *name;
	const char *zones[3];
	const char *hours;
	const char *earliest, *latest;
	rn_time length;
	const char *busy[ROW_BUSY][2];
	const char *slots[ROW_SLOTS]; /* NULL behind the last */
} searches[] = {
	{ "one a half day, on quarter hours, the afternoon from one o'clock", { "Europe/Berlin" }, "", "2026-03-02T08:07:00Z",
	  "2026-03-03T16:00:00Z", RN_HOUR,
	  { { NULL } }, { "2026-03-02T08:15:00Z", "2026-03-02T12:00:00Z", "2026-03-03T08:00:00Z", "2026-03-03T12:00:00Z" } },
	{ "Berlin and New York share the afternoon", { "Europe/Berlin", "America/New_York" }, "", "2026-03-02T08:00:00Z",
	  "2026-03-04T00:00:00Z", RN_HOUR,
	  { { NULL } }, { "2026-03-02T14:00:00Z", "2026-03-03T14:00:00Z" } },
	{ "three weeks apart in changing the clock", { "Europe/Berlin", "America/New_York" }, "", "2026-03-09T08:00:00Z",
	  "2026-03-09T23:00:00Z", RN_HOUR,
	  { { NULL } }, { "2026-03-09T13:00:00Z" } },
	{ "Pune and New York never meet", { "Asia/Kolkata", "America/New_York" }, "", "2026-03-02T08:00:00Z",
	  "2026-05-02T00:00:00Z", RN_HOUR,
	  { { NULL } }, { NULL } },
	{ "busy times are left out, in any order", { "Europe/Berlin" }, "", "2026-03-02T08:00:00Z", "2026-03-02T16:00:00Z",
	  RN_HOUR,
	  { { "2026-03-02T09:50:00Z", "2026-03-02T13:20:00Z" }, { "2026-03-02T07:00:00Z", "2026-03-02T08:50:00Z" } },
	  { "2026-03-02T13:30:00Z" } },
	{ "busy up to the start is free", { "Europe/Berlin" }, "", "2026-03-02T08:00:00Z", "2026-03-02T10:00:00Z", RN_HOUR,
	  { { "2026-03-02T07:00:00Z", "2026-03-02T08:00:00Z" }, { "2026-03-02T09:00:00Z", "2026-03-02T20:00:00Z" } },
	  { "2026-03-02T08:00:00Z" } },
	{ "lunch is not met over", { "Europe/Berlin" }, SPLIT, "2026-03-02T10:15:00Z", "2026-03-02T16:00:00Z", RN_HOUR,
	  { { NULL } }, { "2026-03-02T12:00:00Z" } },
	{ "longer than any shift", { "Europe/Berlin" }, SPLIT, "2026-03-02T08:00:00Z", "2026-03-20T16:00:00Z", 5 * RN_HOUR,
	  { { NULL } }, { NULL } },
	{ "the start lies no later than asked", { "Europe/Berlin" }, "", "2026-03-06T17:00:00Z", "2026-03-09T07:59:00Z", RN_HOUR,
	  { { NULL } }, { NULL } },
	{ "the latest start itself is fine", { "Europe/Berlin" }, "", "2026-03-06T17:00:00Z", "2026-03-09T08:00:00Z", RN_HOUR,
	  { { NULL } }, { "2026-03-09T08:00:00Z" } },
	{ "behind the night that the clock is set forward", { "Europe/Berlin" }, "", "2026-03-28T00:00:00Z",
	  "2026-03-30T09:00:00Z", RN_HOUR,
	  { { NULL } }, { "2026-03-30T07:00:00Z" } },
	{ "nobody asked: any time", { NULL }, "", "2026-03-07T01:00:00Z", "2026-03-07T13:00:00Z", RN_HOUR,
	  { { NULL } }, { "2026-03-07T01:00:00Z", "2026-03-07T13:00:00Z" } },
	{ "no length, no meeting", { "Europe/Berlin" }, "", "2026-03-02T08:00:00Z", "2026-03-03T16:00:00Z", 0, { { NULL } },
	  { NULL } },
};

START_TEST (slots_suit_everybody)
{
	rn_hours *hours[3] = { NULL };
	struct rn_span busy[ROW_BUSY];
	rn_time starts[ROW_SLOTS] = { 0 };
	struct rn_slot_request request = { .hours = (const rn_hours *const *) hours, .busy = busy,
		.earliest = at (searches[_i].earliest), .latest = at (searches[_i].latest), .length = searches[_i].length };

	for (gsize i = 0; i < 3 && searches[_i].zones[i] != NULL; i++)
		hours[request.n_hours++] = hours_of (searches[_i].hours, searches[_i].zones[i]);
	for (; request.n_busy < ROW_BUSY && searches[_i].busy[request.n_busy][0] != NULL; request.n_busy++)
		busy[request.n_busy] = (struct rn_span) { at (searches[_i].busy[request.n_busy][0]),
		                                          at (searches[_i].busy[request.n_busy][1]) };

	gsize n = rn_slots_find (&request, starts, ROW_SLOTS), want = 0;
	for (; want < ROW_SLOTS && searches[_i].slots[want] != NULL; want++) {
		g_autofree char *got = rn_time_text (starts[want]);
		ck_assert_msg (g_strcmp0 (got, searches[_i].slots[want]) == 0, "%s: slot %zu is “%s”", searches[_i].name, want,
		               got);
	}
	ck_assert_msg (n == want, "%s: %zu slots", searches[_i].name, n);
	for (gsize i = 0; i < request.n_hours; i++)
		rn_hours_free (hours[i]);
}
END_TEST

START_TEST (slots_end_with_the_room_for_them)
{
	g_autoptr (rn_hours) hours = hours_of ("", "Europe/Berlin");
	const rn_hours *all[] = { hours };
	rn_time starts[2] = { 0, 77 };
	struct rn_slot_request request = { .hours = all, .n_hours = 1, .earliest = at ("2026-03-02T08:00:00Z"),
		.latest = G_MAXINT64, .length = RN_HOUR };

	ck_assert_uint_eq (rn_slots_find (&request, starts, 1), 1);
	ck_assert_int_eq (starts[1], 77);
}
END_TEST

/* ---- Public holidays and what people asked for ---- */

/* Good Friday and Easter Monday in Berlin, midnight to midnight. */
static const char *const easter[][2] = { { "2026-04-02T22:00:00Z", "2026-04-03T22:00:00Z" },
                                         { "2026-04-05T22:00:00Z", "2026-04-06T22:00:00Z" } };

static rn_hours *
hours_of_easter (const char *text)
{
	rn_hours *hours = hours_of (text, "Europe/Berlin");

	for (gsize i = G_N_ELEMENTS (easter); i > 0; i--) {
		struct rn_span day = { at (easter[i - 1][0]), at (easter[i - 1][1]) };
		rn_hours_close (hours, &day, 1);
	}
	return hours;
}

static const struct {
	const char *hours, *from, *next;
	int days;
	const char *later; /* so many working days on */
} around_easter[] = {
	{ "", "2026-04-02T10:00:00Z", "2026-04-02T10:00:00Z", 1, "2026-04-07T10:00:00Z" },
	{ "", "2026-04-02T15:30:00Z", "2026-04-07T07:00:00Z", 2, "2026-04-08T15:30:00Z" },
	{ "", "2026-04-03T10:00:00Z", "2026-04-07T07:00:00Z", 1, "2026-04-07T10:00:00Z" },
	{ "", "2026-04-06T10:00:00Z", "2026-04-07T07:00:00Z", 0, "2026-04-06T10:00:00Z" },
	{ "Mon 09:00-17:00", "2026-04-03T10:00:00Z", "2026-04-13T07:00:00Z", 1, "2026-04-13T10:00:00Z" },
	{ "Mon-Sun 00:00-24:00", "2026-04-02T21:59:00Z", "2026-04-02T21:59:00Z", 1, "2026-04-04T21:59:00Z" },
	{ "Mon-Sun 00:00-24:00", "2026-04-02T22:00:00Z", "2026-04-03T22:00:00Z", 2, "2026-04-04T22:00:00Z" },
};

START_TEST (nobody_works_on_a_holiday)
{
	g_autoptr (rn_hours) hours = hours_of_easter (around_easter[_i].hours);
	rn_time from = at (around_easter[_i].from);
	g_autofree char *next = rn_time_text (rn_hours_next (hours, from));
	g_autofree char *later = rn_time_text (rn_hours_add_days (hours, from, around_easter[_i].days));

	ck_assert_msg (g_str_equal (next, around_easter[_i].next), "next from %s: %s", around_easter[_i].from, next);
	ck_assert_msg (g_str_equal (later, around_easter[_i].later), "%d days from %s: %s", around_easter[_i].days,
	               around_easter[_i].from, later);
	ck_assert (!rn_hours_contain (hours, at ("2026-04-03T10:00:00Z"), at ("2026-04-03T11:00:00Z")));
	ck_assert (!rn_hours_contain (hours, at ("2026-04-02T21:00:00Z"), at ("2026-04-03T01:00:00Z")));
}
END_TEST

START_TEST (who_never_works_has_no_next_day)
{
	g_autoptr (rn_hours) hours = hours_of ("Mon-Fri 09:00-17:00", "Europe/Berlin");
	struct rn_span ever = { at ("2026-01-01"), at ("2036-01-01") };
	rn_hours_close (hours, &ever, 1);

	ck_assert_int_eq (rn_hours_add_days (hours, at ("2026-04-02"), 3), at ("2026-04-02"));
	ck_assert_int_eq (rn_hours_next (hours, at ("2026-04-02")), G_MAXINT64);
}
END_TEST

START_TEST (slots_lie_in_what_is_allowed)
{
	g_autoptr (rn_hours) hours = hours_of_easter ("");
	const rn_hours *all[] = { hours };
	const struct rn_span allowed[] = { { at ("2026-04-08T13:00:00Z"), at ("2026-04-08T20:00:00Z") },
		                           { at ("2026-04-03T00:00:00Z"), at ("2026-04-03T20:00:00Z") },
		                           { at ("2026-04-09T14:15:00Z"), at ("2026-04-09T15:00:00Z") } };
	rn_time starts[4] = { 0 };
	struct rn_slot_request request = { .hours = all, .n_hours = 1, .allowed = allowed, .n_allowed = G_N_ELEMENTS (allowed),
		.earliest = at ("2026-04-01"), .latest = at ("2026-05-01"), .length = RN_HOUR };

	/* a holiday, an afternoon, and less than an hour */
	ck_assert_uint_eq (rn_slots_find (&request, starts, G_N_ELEMENTS (starts)), 1);
	ck_assert_int_eq (starts[0], at ("2026-04-08T13:00:00Z"));
	ck_assert (rn_slot_suits (&request, at ("2026-04-08T14:00:00Z")));
	ck_assert (!rn_slot_suits (&request, at ("2026-04-08T14:15:00Z"))); /* ends behind working time */
	ck_assert (!rn_slot_suits (&request, at ("2026-04-08T12:00:00Z")));
	ck_assert (!rn_slot_suits (&request, at ("2026-04-03T10:00:00Z")));
}
END_TEST

static Suite *
slots_suite (void)
{
	Suite *suite = suite_create ("slots");
	TCase *hours = tcase_create ("hours"), *slots = tcase_create ("slots");

	tcase_add_loop_test (hours, hours_are_read, 0, G_N_ELEMENTS (readable));
	tcase_add_loop_test (hours, what_is_no_timetable_is_an_error, 0, G_N_ELEMENTS (unreadable));
	tcase_add_loop_test (hours, spans_lie_within_working_time, 0, G_N_ELEMENTS (spans));
	tcase_add_loop_test (hours, next_working_time_is_found, 0, G_N_ELEMENTS (nexts));
	tcase_add_loop_test (hours, working_days_are_added, 0, G_N_ELEMENTS (additions));
	tcase_add_loop_test (slots, slots_suit_everybody, 0, G_N_ELEMENTS (searches));
	tcase_add_test (slots, slots_end_with_the_room_for_them);
	tcase_add_loop_test (hours, nobody_works_on_a_holiday, 0, G_N_ELEMENTS (around_easter));
	tcase_add_test (hours, who_never_works_has_no_next_day);
	tcase_add_test (slots, slots_lie_in_what_is_allowed);
	suite_add_tcase (suite, hours);
	suite_add_tcase (suite, slots);
	return suite;
}

RN_UNIT_MAIN (slots_suite ())

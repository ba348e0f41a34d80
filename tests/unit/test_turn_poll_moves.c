/* Choosing a date by mail for a meeting that has one already: it is moved, or left where it is. */
#include "poll_stage.h"

#include "busy.h"

/* mia's proposal did not suit leo: the meeting is to be moved. */
static void
begin_to_move (void)
{
	struct rn_meeting_order order = { .template = "another-time" };

	stage_meet ();
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (rn_meeting) meeting = stage_load (&rn_meeting_kind, 1);
	STEP (rn_poll_begin (turn, pairing, meeting, &order, NULL, &error));
}

START_TEST (a_meeting_is_moved_to_the_time_chosen)
{
	begin_to_move ();
	rn_time second = poll_slot (2);
	g_autofree char *uid = stage_text ("SELECT uid FROM meeting");

	SAYS ("mia", "2");
	SAYS ("leo", "2");
	poll_settle ();
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting"), 1);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), second);
	ck_assert_int_eq (stage_number ("SELECT sequence FROM meeting"), 1);
	ck_assert_int_eq (stage_mails ("leo", "meeting-moved"), 1);
	g_autofree char *same = stage_text ("SELECT uid FROM meeting");
	ck_assert_str_eq (uid, same);
}
END_TEST

static rn_reading *
reply_to_invitation (const char *key, const char *const *dates)
{
	rn_reading *reading = stage_reading (key, key, "first-session");
	for (; *dates != NULL; dates++)
		rn_reading_add_answer (reading, RN_INTENT_DATE, 0, *dates, 90);
	return reading;
}

/* The meeting was tomorrow; before they have chosen it is over, one way or the other. */
START_TEST (a_meeting_that_is_over_meanwhile_is_not_moved)
{
	static const int over[] = { RN_MEETING_MISSED, RN_MEETING_HELD };

	begin_to_move ();
	rn_time second = poll_slot (2);
	g_autofree char *sql = g_strdup_printf ("UPDATE meeting SET state = %d", over[_i]);
	ck_assert (rn_db_run (stage.db, NULL, sql, ""));
	if (over[_i] == RN_MEETING_HELD) { /* and the next was placed, as policies do */
		g_autoptr (rn_meeting) next = rn_meeting_new ();
		next->pairing = 1;
		next->start = second + RN_DAY;
		next->ends = next->start + RN_HOUR;
		ck_assert (rn_save (stage.db, next, NULL));
	}
	SAYS ("mia", "2");
	SAYS ("leo", "2");
	poll_settle ();
	ck_assert_int_eq (poll_number ("state"), over[_i] == RN_MEETING_HELD ? RN_POLL_WITHDRAWN : RN_POLL_AGREED);
	ck_assert_int_eq (poll_meetings (), 1);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE state = 0"),
	                  over[_i] == RN_MEETING_HELD ? second + RN_DAY : second);
}
END_TEST

START_TEST (silence_about_a_meeting_that_is_over_gives_another)
{
	begin_to_move ();
	rn_time first = poll_slot (1);
	ck_assert (rn_db_run (stage.db, NULL, "UPDATE meeting SET state = 4", "")); /* missed */
	stage_walk (poll_number ("deadline") + RN_MINUTE);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE state = 0"), first);
}
END_TEST

/* "Rather on Tuesday or Thursday after three" to an invitation. */
START_TEST (days_instead_of_an_hour_are_wishes)
{
	struct rn_meeting_order order = { .template = "another-time" };
	g_autofree const char **wishes = NULL;

	stage_meet ();
	rn_time start = stage_number ("SELECT start FROM meeting");
	const char *const dates[] = { "2026-03-24", "2026-03-26T14:00:00Z/2026-03-26T23:00:00Z", NULL };
	assert_ending (stage_take (reply_to_invitation ("leo", dates)), RN_INBOX_APPLIED, "counter");
	poll_settle ();
	ck_assert_uint_eq (stage_told ("meeting:unsuitable"), 1);
	ck_assert (g_variant_lookup (stage.fields, "wishes", "^a&s", &wishes));
	ck_assert_str_eq (wishes[0], "2026-03-24");
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), start); /* so far */
	/* what the policy makes of it */
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (rn_meeting) meeting = stage_load (&rn_meeting_kind, 1);
	struct rn_poll_wish wish = { pairing->leader, (GStrv) wishes };
	STEP (rn_poll_begin (turn, pairing, meeting, &order, &wish, &error));
	for (int n = 1; n <= 3 && poll_slot (n) != 0; n++) {
		g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (poll_slot (n));
		int day = g_date_time_get_day_of_month (utc);
		ck_assert_msg (day == 24 || (day == 26 && g_date_time_get_hour (utc) >= 14), "time %d is on the %d.", n, day);
	}
	/* and said once more to the invitation it is an answer to the times */
	assert_ending (stage_take (reply_to_invitation ("leo", (const char *const[]) { "2026-03-24", NULL })),
	               RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (poll_number ("by_leader_said"), RN_POLL_SOME);
}
END_TEST

START_TEST (who_accepts_by_calendar_keeps_the_time)
{
	begin_to_move ();
	rn_time start = stage_number ("SELECT start FROM meeting");
	static const char *const both[] = { "mia", "leo" };

	for (gsize i = 0; i < G_N_ELEMENTS (both); i++) {
		rn_reading *reading = stage_reading (both[i], both[i], "first-session");
		stage_calendar (reading, "REPLY", "ACCEPTED");
		assert_ending (stage_take (reading), RN_INBOX_APPLIED, "calendar-reply");
	}
	poll_settle ();
	ck_assert_int_eq (poll_number ("state"), RN_POLL_AGREED);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), start);
	ck_assert_int_eq (stage_number ("SELECT state FROM meeting"), RN_MEETING_ACCEPTED);
}
END_TEST

START_TEST (a_counter_answers_it)
{
	begin_to_move ();
	rn_time third = poll_slot (3);
	rn_reading *reading = stage_reading ("leo", "leo", "first-session");
	struct rn_calendar *item = stage_calendar (reading, "COUNTER", "TENTATIVE");

	item->start = third;
	item->end = third + RN_HOUR;
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "counter");
	ck_assert_int_eq (poll_number ("by_leader_chosen"), 4);
	SAYS ("mia", "all");
	poll_settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), third);
	ck_assert_uint_eq (stage_told ("meeting:countered"), 0);
}
END_TEST

START_TEST (a_meeting_that_is_declined_meanwhile_is_chosen_anew)
{
	begin_to_move ();
	rn_time first = poll_slot (1);
	rn_reading *reading = stage_reading ("leo", "leo", "first-session");

	stage_calendar (reading, "REPLY", "DECLINED");
	stage_take (reading);
	SAYS ("mia", "1");
	SAYS ("leo", "1");
	poll_settle ();
	ck_assert_int_eq (poll_meetings (), 1);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE state = 0"), first);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting"), 2);
}
END_TEST

START_TEST (the_meeting_in_the_own_calendar_is_not_in_the_way)
{
	gboolean is_free = FALSE;

	stage_meet ();
	g_autoptr (rn_meeting) meeting = stage_load (&rn_meeting_kind, 1);
	for (int later = 1; later <= 2; later++) {
		/* her calendar has the meeting, and what follows an hour behind it */
		g_autoptr (GVariant) spans = g_variant_ref_sink (g_variant_new_parsed (
		        "[(%x, %x), (%x, %x)]", meeting->start, meeting->ends, meeting->ends + RN_HOUR,
		        meeting->ends + 2 * RN_HOUR));
		ck_assert (rn_busy_keep (stage.db, meeting->leader, "calendar", stage.now, (struct rn_span) { 0, RN_NEVER },
		                         spans, NULL));
		rn_reading *reading = stage_reading ("mia", "mia", "first-session");
		struct rn_calendar *item = stage_calendar (reading, "COUNTER", "TENTATIVE");
		item->start = meeting->start + later * RN_HOUR / 2 + (later - 1) * RN_MINUTE;
		item->end = item->start + RN_HOUR;
		assert_ending (stage_take (reading), RN_INBOX_APPLIED, "counter");
		stage_walk (stage.now + RN_MINUTE);
		ck_assert (g_variant_lookup (stage.fields, "free", "b", &is_free));
		ck_assert_msg (is_free == (later == 1), "half an hour later, %d times", later);
	}
}
END_TEST

START_TEST (silence_about_a_meeting_leaves_it_where_it_is)
{
	begin_to_move ();
	rn_time start = stage_number ("SELECT start FROM meeting");
	stage_walk (poll_number ("deadline") + RN_MINUTE);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE id = 1"), start);
	ck_assert_int_eq (poll_number ("state"), RN_POLL_AGREED);
}
END_TEST

static Suite *
moves_suite (void)
{
	const TTest *const tests[] = {
		a_meeting_is_moved_to_the_time_chosen, silence_about_a_meeting_that_is_over_gives_another,
		days_instead_of_an_hour_are_wishes, who_accepts_by_calendar_keeps_the_time, a_counter_answers_it,
		a_meeting_that_is_declined_meanwhile_is_chosen_anew, the_meeting_in_the_own_calendar_is_not_in_the_way,
		silence_about_a_meeting_leaves_it_where_it_is,
	};
	Suite *suite = stage_suite ("poll moves", tests, G_N_ELEMENTS (tests));
	TCase *rows = tcase_create ("rows");

	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, a_meeting_that_is_over_meanwhile_is_not_moved, 0, 2);
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (moves_suite ())

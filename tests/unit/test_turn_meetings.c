/* Meetings: answers by calendar and in words, and what became of them. */
#include "turn_stage.h"

#include "clock.h"

static int
state_of_meeting (void)
{
	return (int) stage_number ("SELECT state FROM meeting ORDER BY id DESC LIMIT 1");
}

static rn_time
start_of_meeting (void)
{
	return stage_number ("SELECT start FROM meeting ORDER BY id DESC LIMIT 1");
}

/* She answers by calendar with these stamps. */
static struct rn_ending
replies (const char *key, const char *partstat, int sequence, rn_time dtstamp)
{
	rn_reading *reading = stage_reading (key, key, "first-session");
	struct rn_calendar *item = stage_calendar (reading, "REPLY", partstat);
	item->sequence = sequence;
	item->dtstamp = dtstamp;
	return stage_take (reading);
}

static void
both_accept (void)
{
	replies ("mia", "ACCEPTED", 0, stage.now);
	replies ("leo", "ACCEPTED", 0, stage.now);
}

START_TEST (both_accept_by_calendar)
{
	stage_meet ();
	assert_ending (replies ("mia", "ACCEPTED", 0, stage.now), RN_INBOX_APPLIED, "calendar-reply");
	ck_assert_int_eq (state_of_meeting (), RN_MEETING_INVITED);
	assert_ending (replies ("leo", "ACCEPTED", 0, stage.now), RN_INBOX_APPLIED, "calendar-reply");
	ck_assert_int_eq (state_of_meeting (), RN_MEETING_ACCEPTED);
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:accepted"), 1);
}
END_TEST

START_TEST (an_answer_to_an_older_time_changes_nothing)
{
	stage_meet ();
	g_autoptr (rn_meeting) meeting = stage_load (&rn_meeting_kind, 1);
	STEP (rn_meeting_shift (turn, meeting, meeting->start + 7 * RN_DAY, 0, &error));
	assert_ending (replies ("mia", "DECLINED", 0, stage.now), RN_INBOX_IGNORED, "stale");
	ck_assert_int_eq (state_of_meeting (), RN_MEETING_INVITED);
}
END_TEST

START_TEST (an_answer_that_was_overtaken_changes_nothing)
{
	stage_meet ();
	stage.now += RN_HOUR;
	replies ("mia", "ACCEPTED", 0, stage.now);
	assert_ending (replies ("mia", "DECLINED", 0, stage.now - RN_MINUTE), RN_INBOX_IGNORED, "stale");
	assert_ending (replies ("mia", "ACCEPTED", 0, stage.now), RN_INBOX_IGNORED, "repeated");
	ck_assert_int_eq (state_of_meeting (), RN_MEETING_INVITED);
}
END_TEST

/* Her computer's clock is a day ahead; the mails may even be handled in one second. */
START_TEST (a_clock_ahead_does_not_silence_a_later_decline)
{
	stage_meet ();
	replies ("mia", "ACCEPTED", 0, stage.now + RN_DAY);
	stage.now += _i * RN_HOUR;
	assert_ending (replies ("mia", "DECLINED", 0, stage.now), RN_INBOX_APPLIED, "calendar-reply");
	ck_assert_int_eq (state_of_meeting (), RN_MEETING_CANCELLED);
}
END_TEST

START_TEST (a_made_up_sequence_does_not_silence_a_later_decline)
{
	stage_meet ();
	replies ("mia", "ACCEPTED", 99, stage.now);
	stage.now += RN_HOUR;
	assert_ending (replies ("mia", "DECLINED", 0, stage.now), RN_INBOX_APPLIED, "calendar-reply");
}
END_TEST

/* "Yes" and, a minute later, "sorry, no" wait together after an outage. */
START_TEST (yes_and_no_that_waited_together)
{
	stage_meet ();
	assert_ending (stage_says ("mia", "first-session", RN_INTENT_YES), RN_INBOX_APPLIED, "answer");
	assert_ending (stage_says ("mia", "first-session", RN_INTENT_NO), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (state_of_meeting (), RN_MEETING_CANCELLED);
}
END_TEST

START_TEST (a_decline_cancels_for_both)
{
	stage_meet ();
	both_accept ();
	stage.now += RN_HOUR;
	replies ("leo", "DECLINED", 0, stage.now);
	ck_assert_int_eq (state_of_meeting (), RN_MEETING_CANCELLED);
	ck_assert_int_eq (stage_number ("SELECT sequence FROM meeting"), 1);
	ck_assert_int_eq (stage_mails ("mia", "meeting-cancelled"), 1);
	ck_assert_int_eq (stage_mails ("leo", "meeting-cancelled"), 1);
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:declined"), 1);
	assert_ending (replies ("mia", "ACCEPTED", 0, stage.now), RN_INBOX_IGNORED, "over");
}
END_TEST

static struct rn_ending
counters (const char *key, rn_time start)
{
	rn_reading *reading = stage_reading (key, key, "first-session");
	struct rn_calendar *item = stage_calendar (reading, "COUNTER", "");
	item->start = start;
	item->end = start + RN_HOUR;
	return stage_take (reading);
}

START_TEST (the_newest_counter_counts)
{
	stage_meet ();
	stage.now += RN_HOUR;
	assert_ending (counters ("mia", STAGE_MONDAY + 10 * RN_DAY), RN_INBOX_APPLIED, "counter");
	assert_ending (counters ("mia", STAGE_MONDAY + 10 * RN_DAY), RN_INBOX_IGNORED, "repeated");
	stage.now -= RN_MINUTE;
	assert_ending (counters ("mia", STAGE_MONDAY + 9 * RN_DAY), RN_INBOX_IGNORED, "stale");
	stage.now += RN_HOUR;
	assert_ending (counters ("mia", STAGE_MONDAY + 9 * RN_DAY), RN_INBOX_APPLIED, "counter");
}
END_TEST

START_TEST (a_counter_says_whether_it_suits)
{
	static const struct {
		const char *what;
		rn_time start;
		gboolean suits;
	} rows[] = {
		{ "Thursday at ten", STAGE_MONDAY + 10 * RN_DAY, TRUE },
		{ "Thursday at three in the morning", STAGE_MONDAY + 10 * RN_DAY - 7 * RN_HOUR, FALSE },
		{ "Saturday at ten", STAGE_MONDAY + 12 * RN_DAY, FALSE },
	};
	gboolean suits = -1;

	stage_meet ();
	assert_ending (counters ("mia", rows[_i].start), RN_INBOX_APPLIED, "counter");
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:countered"), 1);
	ck_assert (g_variant_lookup (stage.fields, "free", "b", &suits));
	ck_assert_msg (suits == rows[_i].suits, "%s", rows[_i].what);
}
END_TEST

START_TEST (a_counter_while_the_other_is_away_does_not_suit)
{
	gboolean suits = TRUE;

	stage_meet ();
	g_autoptr (rn_person) leo = stage_person ("leo");
	STEP (rn_person_absent (turn, leo, STAGE_MONDAY + 14 * RN_DAY, &error));
	counters ("mia", STAGE_MONDAY + 10 * RN_DAY);
	stage_jump (stage.now);
	ck_assert (g_variant_lookup (stage.fields, "free", "b", &suits));
	ck_assert (!suits);
}
END_TEST

START_TEST (a_counter_into_the_past_changes_nothing)
{
	stage_meet ();
	assert_ending (counters ("mia", stage.now - RN_DAY), RN_INBOX_IGNORED, "in-the-past");
	ck_assert_int_eq (stage_mails ("mia", "counter-declined"), 1);
	ck_assert_int_eq (stage_mails ("leo", "counter-declined"), 0);
}
END_TEST

/* ---- Did you meet? --------------------------------------------------------------- */

static void
end_meeting (void)
{
	stage_walk (start_of_meeting () + 3 * RN_HOUR);
	ck_assert_int_eq (stage_mails ("mia", "did-you-meet"), 1);
	ck_assert_int_eq (stage_mails ("leo", "did-you-meet"), 1);
}

static void
settle (void)
{
	stage_walk (start_of_meeting () + 6 * RN_DAY);
}

/* What became of it, how many meetings the pairing has had, and how often the policy heard of that. */
static void
assert_outcome (enum rn_meeting_state state, int meetings, const char *event, guint told)
{
	ck_assert_int_eq (state_of_meeting (), (int) state);
	ck_assert_int_eq (stage_number ("SELECT meetings FROM pairing"), meetings);
	ck_assert_uint_eq (stage_told (event), told);
}

START_TEST (one_yes_is_enough_and_counts_once)
{
	stage_meet ();
	end_meeting ();
	assert_ending (stage_says ("mia", "did-you-meet", RN_INTENT_YES), RN_INBOX_APPLIED, "answer");
	stage_says ("leo", "did-you-meet", RN_INTENT_YES);
	settle ();
	assert_outcome (RN_MEETING_HELD, 1, "meeting:held", 1);
}
END_TEST

START_TEST (no_is_missed)
{
	stage_meet ();
	end_meeting ();
	stage_says ("mia", "did-you-meet", RN_INTENT_NO);
	settle ();
	assert_outcome (RN_MEETING_MISSED, 0, "meeting:missed", 1);
}
END_TEST

START_TEST (silence_after_both_accepted_is_unconfirmed)
{
	stage_meet ();
	both_accept ();
	settle ();
	assert_outcome (RN_MEETING_UNCONFIRMED, 1, "meeting:unconfirmed", 1);
}
END_TEST

START_TEST (silence_without_acceptance_is_missed)
{
	stage_meet ();
	settle ();
	assert_outcome (RN_MEETING_MISSED, 0, "meeting:missed", 1);
}
END_TEST

START_TEST (a_late_yes_sets_the_record_right)
{
	stage_meet ();
	settle ();
	stage_says ("mia", "did-you-meet", RN_INTENT_YES);
	stage_jump (stage.now);
	assert_outcome (RN_MEETING_HELD, 1, "meeting:held", 0);
}
END_TEST

START_TEST (a_late_no_sets_the_record_right)
{
	stage_meet ();
	both_accept ();
	settle ();
	stage_says ("mia", "did-you-meet", RN_INTENT_NO);
	stage_jump (stage.now);
	assert_outcome (RN_MEETING_MISSED, 0, "meeting:missed", 0);
}
END_TEST

/* What she says with a yes to an invitation for this March, by a mail of today. */
static const struct {
	const char *date;
	int confidence;
	const char *reason;
	enum rn_partstat partstat;
} with_yes[] = {
	{ "", 0, "answer", RN_PARTSTAT_ACCEPTED },
	{ "2026-03-01/", 92, "answer", RN_PARTSTAT_ACCEPTED },
	{ "2026-09-07", 92, "answer", RN_PARTSTAT_ACCEPTED }, /* "Yes! On Monday I send you my questions." */
	{ "2026-09-01/", 92, "counter", RN_PARTSTAT_NEEDS_ACTION }, /* "Yes, but not before September" */
	{ "2026-09-01/2026-09-30", 92, "counter", RN_PARTSTAT_NEEDS_ACTION },
	{ "not 2026-03-01/2026-04-30", 92, "counter", RN_PARTSTAT_NEEDS_ACTION },
	{ "3/4", 50, "answer", RN_PARTSTAT_ACCEPTED }, /* the invitation's own day, perhaps */
	{ "after my holiday", 50, "asked-back", RN_PARTSTAT_NEEDS_ACTION },
};

START_TEST (a_yes_with_another_wish_accepts_nothing)
{
	stage_meet ();
	rn_reading *reading = stage_reading ("mia", "mia", "first-session");
	rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 97);
	if (*with_yes[_i].date != '\0')
		rn_reading_add_answer (reading, RN_INTENT_DATE, 0, with_yes[_i].date, with_yes[_i].confidence);
	struct rn_ending ending = stage_take (reading);
	ck_assert_msg (ending.state == RN_INBOX_APPLIED && g_str_equal (ending.reason, with_yes[_i].reason), "“%s”: %s",
	               with_yes[_i].date, ending.reason);
	ck_assert_msg (stage_number ("SELECT by_mentor_partstat FROM meeting") == (gint64) with_yes[_i].partstat, "“%s”",
	               with_yes[_i].date);
}
END_TEST

/* What she wrote beside a calendar's answer: by her clock, which is Berlin's, while the server that sent it says UTC. */
static const struct {
	const char *partstat, *date, *reason, *event;
	enum rn_meeting_state state;
} remarks[] = {
	{ "DECLINED", "2026-03-12T15:00:00", "counter", "meeting:countered", RN_MEETING_INVITED },
	{ "TENTATIVE", "2026-03-12T15:00:00", "counter", "meeting:countered", RN_MEETING_INVITED },
	{ "DECLINED", "2026-03-12T13:00:00/2026-03-12T18:00:00", "counter", "meeting:unsuitable", RN_MEETING_INVITED },
	{ "DECLINED", "own", "calendar-reply", "meeting:declined", RN_MEETING_CANCELLED },
	{ "DECLINED", "", "calendar-reply", "meeting:declined", RN_MEETING_CANCELLED },
	{ "ACCEPTED", "2026-03-12T15:00:00", "calendar-reply", NULL, RN_MEETING_INVITED },
};

START_TEST (a_decline_may_say_when_else)
{
	rn_time start = 0;

	stage_meet ();
	rn_reading *reading = stage_reading ("mia", "mia", "first-session");
	stage_calendar (reading, "REPLY", remarks[_i].partstat);
	g_autofree char *own = rn_time_text (start_of_meeting ());
	const char *date = g_str_equal (remarks[_i].date, "own") ? own : remarks[_i].date;
	rn_reading_add_answer (reading, RN_INTENT_NO, 0, "", 82);
	if (*date != '\0')
		rn_reading_add_answer (reading, RN_INTENT_DATE, 0, date, 92);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, remarks[_i].reason);
	ck_assert_msg (state_of_meeting () == (int) remarks[_i].state, "%s, “%s”", remarks[_i].partstat, date);
	stage_jump (stage.now);
	ck_assert_msg (remarks[_i].event == NULL || stage_told (remarks[_i].event) == 1, "%s, “%s”", remarks[_i].partstat, date);
	if (g_strcmp0 (remarks[_i].event, "meeting:countered") == 0) {
		ck_assert (g_variant_lookup (stage.fields, "start", "x", &start));
		ck_assert_int_eq (start, STAGE_MONDAY + 10 * RN_DAY + 5 * RN_HOUR); /* 14:00 in UTC */
	}
}
END_TEST

/* A date alone, to an invitation; of its own day it is a yes, of a month in which it is it may mean another day. */
static const struct {
	const char *date, *reason;
	enum rn_partstat partstat;
} days[] = {
	{ "own", "answer", RN_PARTSTAT_ACCEPTED },
	{ "2026-03-01/2026-03-31", "counter", RN_PARTSTAT_NEEDS_ACTION },
	{ "2026-03-25", "counter", RN_PARTSTAT_NEEDS_ACTION },
	{ "not own", "counter", RN_PARTSTAT_NEEDS_ACTION },
};

START_TEST (its_own_day_repeated_is_a_yes)
{
	stage_meet ();
	rn_reading *reading = stage_reading ("mia", "mia", "first-session");
	g_autofree char *start = rn_time_text (start_of_meeting ());
	g_autoptr (GString) date = g_string_new (days[_i].date);
	start[10] = '\0';
	g_string_replace (date, "own", start, 1);
	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, date->str, 92);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, days[_i].reason);
	ck_assert_msg (stage_number ("SELECT by_mentor_partstat FROM meeting") == (gint64) days[_i].partstat, "%s", date->str);
}
END_TEST

START_TEST (an_hour_without_a_zone_is_by_her_clock)
{
	rn_time start = 0;

	stage_meet ();
	rn_reading *reading = stage_reading ("mia", "mia", "first-session");
	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, "2026-03-12T15:00:00", 92);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "counter");
	stage_jump (stage.now);
	ck_assert (g_variant_lookup (stage.fields, "start", "x", &start));
	ck_assert_int_eq (start, STAGE_MONDAY + 10 * RN_DAY + 5 * RN_HOUR);
}
END_TEST

static Suite *
suite (void)
{
	const TTest *tests[] = {
		both_accept_by_calendar, an_answer_to_an_older_time_changes_nothing, an_answer_that_was_overtaken_changes_nothing,
		a_made_up_sequence_does_not_silence_a_later_decline, yes_and_no_that_waited_together, a_decline_cancels_for_both,
		the_newest_counter_counts, a_counter_while_the_other_is_away_does_not_suit,
		a_counter_into_the_past_changes_nothing,
		one_yes_is_enough_and_counts_once, no_is_missed, silence_after_both_accepted_is_unconfirmed,
		silence_without_acceptance_is_missed, a_late_yes_sets_the_record_right, a_late_no_sets_the_record_right,
		an_hour_without_a_zone_is_by_her_clock,
	};
	Suite *suite = stage_suite ("meetings", tests, G_N_ELEMENTS (tests));
	TCase *rows = tcase_create ("rows");
	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, a_clock_ahead_does_not_silence_a_later_decline, 0, 2);
	tcase_add_loop_test (rows, a_counter_says_whether_it_suits, 0, 3);
	tcase_add_loop_test (rows, a_yes_with_another_wish_accepts_nothing, 0, G_N_ELEMENTS (with_yes));
	tcase_add_loop_test (rows, its_own_day_repeated_is_a_yes, 0, G_N_ELEMENTS (days));
	tcase_add_loop_test (rows, a_decline_may_say_when_else, 0, G_N_ELEMENTS (remarks));
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (suite ())

/* Series of meetings, which a policy may ask for: one invitation, each occurrence with a
 * state of its own. */
#include "turn_stage.h"

#include <string.h>

#include "effects.h"
#include "invitation.h"

#define WEEK (7 * RN_DAY)
#define N 4

static gboolean
invite (rn_turn *turn, const char *every, gint64 times, GError **error)
{
	g_autoptr (GVariant) effects = g_variant_ref_sink (g_variant_new_parsed (
		"[('invite', @u 1, {'pairing': <'pairing:1'>, 'template': <'next-session'>, 'every': <%s>, 'times': <%x>})]",
		every, times));
	return rn_effects_apply (turn, effects, "policy.lua", error);
}

/* A fortnight apart from the middle of March on: over the change of the clock. */
static void
stage_series (void)
{
	stage_pair ();
	STEP (invite (turn, "2 weeks", N, &error));
}

static rn_meeting *
occurrence (gint64 number)
{
	return stage_load (&rn_meeting_kind, number);
}

static int
n_of_state (int state)
{
	return (int) stage_number ("SELECT count(*) FROM meeting WHERE state = %d", state);
}

/* The newest letter to her. */
static rn_invitation *
letter_to (const char *key, const char *template)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_person) person = stage_person (key);
	g_autoptr (rn_rows) rows = rn_db_query (stage.db, &error,
	                                        "SELECT bytes FROM outbox JOIN letter ON mail = id"
	                                        " WHERE person = ? AND template = ? ORDER BY id DESC LIMIT 1",
	                                        "xs", person->record.id, template);
	ck_assert_msg (rows != NULL && rn_rows_next (rows, &error), "no %s to %s", template, key);
	g_autoptr (rn_letter) letter = stage_letter (rows, 0);
	return g_steal_pointer (&letter->invitation);
}

static struct rn_ending
answers (const char *key, const char *method, const char *partstat, rn_time occurrence, const char *range)
{
	rn_reading *reading = stage_reading (key, key, "next-session");
	struct rn_calendar *item = stage_calendar (reading, method, partstat);
	item->recurrence_id = occurrence;
	item->sequence = 0;
	rn_reading_set (&item->range, range);
	return stage_take (reading);
}

START_TEST (a_series_is_one_invitation)
{
	stage_series ();
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting"), N);
	ck_assert_int_eq (stage_number ("SELECT count (DISTINCT uid) FROM meeting"), 1);
	ck_assert_int_eq (stage_mails ("mia", "next-session"), 1);
	ck_assert_int_eq (stage_mails ("leo", "next-session"), 1);
	g_autoptr (rn_invitation) sent = letter_to ("leo", "next-session");
	ck_assert_str_eq (sent->rule, "FREQ=WEEKLY;INTERVAL=2;COUNT=4");
	ck_assert_str_eq (sent->zone, "Europe/Berlin");
	ck_assert_int_eq (sent->recurrence_id, 0);
	g_autoptr (rn_meeting) first = occurrence (1);
	g_autoptr (rn_meeting) last = occurrence (N);
	ck_assert_int_eq (sent->start, first->start);
	/* summer time begins on 29 March: the same hour on the clock there */
	ck_assert_int_eq (last->start, first->start + 3 * 2 * WEEK - RN_HOUR);
	ck_assert_int_eq (last->number, N);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting WHERE ends - start = 3600"), N);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'meeting:ended'"), N);
}
END_TEST

START_TEST (an_answer_is_for_all_or_for_one)
{
	stage_series ();
	g_autoptr (rn_meeting) second = occurrence (2);
	g_autoptr (rn_meeting) third = occurrence (3);
	assert_ending (answers ("mia", "REPLY", "ACCEPTED", 0, ""), RN_INBOX_APPLIED, "calendar-reply");
	assert_ending (answers ("leo", "REPLY", "ACCEPTED", second->occurrence, ""), RN_INBOX_APPLIED, "calendar-reply");
	ck_assert_int_eq (n_of_state (RN_MEETING_ACCEPTED), 1);
	ck_assert_int_eq (stage_number ("SELECT state FROM meeting WHERE id = 2"), RN_MEETING_ACCEPTED);
	stage.now += RN_MINUTE;
	assert_ending (answers ("leo", "REPLY", "ACCEPTED", third->occurrence, "THISANDFUTURE"), RN_INBOX_APPLIED,
	               "calendar-reply");
	ck_assert_int_eq (n_of_state (RN_MEETING_ACCEPTED), 3);
	assert_ending (answers ("leo", "REPLY", "ACCEPTED", third->occurrence, ""), RN_INBOX_IGNORED, "repeated");
	assert_ending (answers ("leo", "REPLY", "ACCEPTED", STAGE_MONDAY, ""), RN_INBOX_HELD, "unknown-occurrence");
}
END_TEST

START_TEST (one_that_does_not_suit_is_cancelled_alone)
{
	stage_series ();
	g_autoptr (rn_meeting) second = occurrence (2);
	assert_ending (answers ("leo", "REPLY", "DECLINED", second->occurrence, ""), RN_INBOX_APPLIED, "calendar-reply");
	ck_assert_int_eq (n_of_state (RN_MEETING_CANCELLED), 1);
	g_autoptr (rn_invitation) sent = letter_to ("mia", "meeting-cancelled");
	ck_assert_str_eq (sent->method, "CANCEL");
	ck_assert_int_eq (sent->recurrence_id, second->occurrence);
	ck_assert_int_eq (sent->sequence, 1);
	ck_assert_str_eq (sent->rule, "");
	ck_assert_str_eq (sent->zone, "Europe/Berlin");
}
END_TEST

START_TEST (a_series_that_does_not_suit_is_cancelled_at_once)
{
	stage_series ();
	if (_i == 0)
		assert_ending (answers ("leo", "REPLY", "DECLINED", 0, ""), RN_INBOX_APPLIED, "calendar-reply");
	else
		assert_ending (stage_says ("leo", "next-session", RN_INTENT_NO), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (n_of_state (RN_MEETING_CANCELLED), N);
	ck_assert_int_eq (stage_mails ("mia", "meeting-cancelled"), 1);
	ck_assert_int_eq (stage_mails ("leo", "meeting-cancelled"), 1);
	g_autoptr (rn_invitation) sent = letter_to ("leo", "meeting-cancelled");
	ck_assert_int_eq (sent->recurrence_id, 0);
	ck_assert_int_eq (sent->sequence, 1);
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:declined"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'meeting:ended'"), 0);
	assert_ending (answers ("mia", "REPLY", "DECLINED", 0, ""), RN_INBOX_IGNORED, "over");
}
END_TEST

START_TEST (yes_in_words_is_for_all)
{
	stage_series ();
	assert_ending (stage_says ("mia", "next-session", RN_INTENT_YES), RN_INBOX_APPLIED, "answer");
	assert_ending (stage_says ("leo", "next-session", RN_INTENT_YES), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (n_of_state (RN_MEETING_ACCEPTED), N);
}
END_TEST

START_TEST (one_is_moved_alone)
{
	stage_series ();
	g_autoptr (rn_meeting) third = occurrence (3);
	rn_time later = third->start + RN_DAY;
	rn_reading *reading = stage_reading ("mia", "mia", "next-session");
	struct rn_calendar *item = stage_calendar (reading, "COUNTER", "TENTATIVE");
	item->recurrence_id = third->occurrence;
	item->start = later;
	item->end = later + RN_HOUR;
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "counter");
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:countered"), 1);
	STEP (rn_meeting_shift (turn, third, later, 0, &error));
	g_autoptr (rn_invitation) sent = letter_to ("leo", "meeting-moved");
	ck_assert_str_eq (sent->method, "REQUEST");
	ck_assert_int_eq (sent->recurrence_id, third->occurrence);
	ck_assert_int_eq (sent->start, later);
	ck_assert_int_eq (sent->sequence, 1);
	ck_assert_int_eq (stage_number ("SELECT sum (sequence) FROM meeting"), 1);
	assert_ending (answers ("leo", "REPLY", "DECLINED", third->occurrence, ""), RN_INBOX_IGNORED, "stale");
}
END_TEST

/* The whole, and what has become of single ones, each in its own mail. */
START_TEST (a_refresh_tells_what_is)
{
	stage_series ();
	g_autoptr (rn_meeting) second = occurrence (2);
	STEP (rn_meeting_shift (turn, second, second->start + RN_DAY, 0, &error));
	g_autoptr (rn_meeting) third = occurrence (3);
	STEP (rn_meeting_cancel (turn, third, FALSE, &error));
	gint64 moved = stage_mails ("leo", "meeting-moved"), cancelled = stage_mails ("leo", "meeting-cancelled");
	assert_ending (answers ("leo", "REFRESH", "", 0, ""), RN_INBOX_APPLIED, "refresh");
	ck_assert_int_eq (stage_mails ("leo", "next-session"), 3); /* at first, now, and the one that was moved */
	ck_assert_int_eq (stage_mails ("leo", "meeting-cancelled"), cancelled + 1);
	ck_assert_int_eq (stage_mails ("leo", "meeting-moved"), moved);
	ck_assert_int_eq (stage_mails ("mia", "next-session"), 1);
}
END_TEST

START_TEST (the_end_of_a_pairing_cancels_all_at_once)
{
	stage_series ();
	g_autoptr (GVariant) effects = g_variant_ref_sink (g_variant_new_parsed (
		"[('close', @u 1, {'pairing': <'pairing:1'>, 'template': <'thank-you'>, 'thank': <true>})]"));
	STEP (rn_effects_apply (turn, effects, "policy.lua", &error));
	ck_assert_int_eq (n_of_state (RN_MEETING_CANCELLED), N);
	ck_assert_int_eq (stage_mails ("leo", "meeting-cancelled"), 1);
}
END_TEST

START_TEST (each_counts_when_it_was_held)
{
	stage_series ();
	g_autoptr (rn_meeting) first = occurrence (1);
	g_autoptr (rn_meeting) second = occurrence (2);
	STEP (rn_meeting_cancel (turn, first, FALSE, &error));
	stage_walk (second->ends + 2 * RN_HOUR);
	assert_ending (stage_says ("leo", "did-you-meet", RN_INTENT_YES), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_number ("SELECT number FROM meeting WHERE id = 2"), 1);
	ck_assert_int_eq (stage_number ("SELECT meetings FROM pairing"), 1);
	ck_assert_int_eq (n_of_state (RN_MEETING_INVITED), 2);
}
END_TEST

static const struct {
	const char *every;
	gint64 times;
} wrong[] = {
	{ "2 weeks", 1 }, { "2 weeks", 0 }, { "1 day", 53 }, { "4 hours", 3 }, { "36 hours", 3 }, { "5 working days", 3 },
	{ "year", 3 },
};

START_TEST (a_wrong_series_is_the_author_s_error)
{
	stage_pair ();
	STEP_FAILS (RN_ERROR_CONFIG, invite (turn, wrong[_i].every, wrong[_i].times, &error));
}
END_TEST

START_TEST (where_no_calendar_knows_the_clock_there_is_one)
{
	stage_pair ();
	g_autoptr (rn_person) leo = stage_person ("leo");
	rn_record_set (&leo->zone, "America/Santiago");
	rn_record_set (&leo->hours, "Mon-Fri 05:00-12:00");
	STEP (rn_save (turn->db, leo, &error));
	STEP (invite (turn, "2 weeks", N, &error));
	ck_assert (strstr (stage.reasons, "America/Santiago") != NULL);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting"), 1);
	g_autoptr (rn_invitation) sent = letter_to ("leo", "next-session");
	ck_assert_str_eq (sent->rule, "");
	ck_assert_str_eq (sent->zone, "");
}
END_TEST

static Suite *
suite (void)
{
	const TTest *once[] = {
		a_series_is_one_invitation, an_answer_is_for_all_or_for_one, one_that_does_not_suit_is_cancelled_alone,
		yes_in_words_is_for_all, one_is_moved_alone, a_refresh_tells_what_is, the_end_of_a_pairing_cancels_all_at_once,
		each_counts_when_it_was_held, where_no_calendar_knows_the_clock_there_is_one,
	};
	Suite *suite = stage_suite ("series", once, G_N_ELEMENTS (once));
	TCase *rows = tcase_create ("rows");

	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, a_series_that_does_not_suit_is_cancelled_at_once, 0, 2);
	tcase_add_loop_test (rows, a_wrong_series_is_the_author_s_error, 0, (int) G_N_ELEMENTS (wrong));
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (suite ())

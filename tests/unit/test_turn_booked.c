/* Meetings that a pair books itself with the program's address on the invitation, other
 * invitations to the program, and answers of people whom nobody invited. */
#include "turn_stage.h"

#include <string.h>

#include "effects.h"
#include "invitation.h"
#include "invited.h"
#include "polls.h"

#define UID "theirs@mail.example"
#define OURS "Mentoring@company.example"
#define NEXT_WEEK (STAGE_MONDAY + 7 * RN_DAY)

/* ---- What their calendars send ---------------------------------------------------- */

static void
invite_people (struct rn_calendar *item, const char *organizer, const char *const *attendees)
{
	g_autoptr (GStrvBuilder) partstats = g_strv_builder_new ();

	rn_reading_set (&item->organizer, organizer);
	g_strfreev (item->attendees);
	item->attendees = g_strdupv ((char **) attendees);
	for (gsize i = 0; attendees[i] != NULL; i++)
		g_strv_builder_add (partstats, g_str_equal (attendees[i], organizer) ? "ACCEPTED" : "NEEDS-ACTION");
	g_strfreev (item->partstats);
	item->partstats = g_strv_builder_end (partstats);
}

static const char *const the_two_and_us[] = { "mia@company.example", "leo@company.example", OURS, NULL };

/* One more item of a mail that mia's calendar sends. */
static struct rn_calendar *
add_item (rn_reading *reading, const char *method, int sequence, rn_time dtstamp, rn_time start)
{
	struct rn_calendar *item = rn_reading_add_calendar (reading);

	rn_reading_set (&item->method, method);
	rn_reading_set (&item->uid, UID);
	rn_reading_set (&item->summary, "Our talk");
	item->sequence = sequence;
	item->dtstamp = dtstamp;
	item->start = start;
	item->end = start != 0 ? start + RN_HOUR : 0;
	invite_people (item, "mia@company.example", the_two_and_us);
	return item;
}

static rn_reading *
mail_of (const char *from)
{
	rn_reading *reading = stage_reading (from, "", "");
	reading->kind = RN_MAIL_CALENDAR;
	return reading;
}

static struct rn_ending
mia_sends (const char *method, int sequence, rn_time dtstamp, rn_time start)
{
	rn_reading *reading = mail_of ("mia");
	add_item (reading, method, sequence, dtstamp, start);
	return stage_take (reading);
}

/* ---- Single meetings ---------------------------------------------------------------- */

static rn_meeting *
the_meeting (void)
{
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting"), 1);
	return stage_load (&rn_meeting_kind, 1);
}

START_TEST (a_booked_meeting_is_noted_and_accepted)
{
	stage_pair ();
	assert_ending (mia_sends ("REQUEST", 0, stage.now, NEXT_WEEK), RN_INBOX_APPLIED, "booked");
	g_autoptr (rn_meeting) meeting = the_meeting ();
	ck_assert_int_eq (meeting->state, RN_MEETING_ACCEPTED);
	ck_assert_int_eq (meeting->start, NEXT_WEEK);
	ck_assert_int_eq (meeting->ends, NEXT_WEEK + RN_HOUR);
	ck_assert_int_eq (meeting->pairing, 1);
	ck_assert (meeting->booked);
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:booked"), 1);
	ck_assert_int_eq (stage_mails ("mia", "meeting-noted"), 1);
	ck_assert_int_eq (stage_mails ("leo", "meeting-noted"), 0);
}
END_TEST

/* RFC 5546, 3.2.3: by the name under which we were invited, to who invited. */
START_TEST (the_organizer_gets_a_reply)
{
	g_autoptr (GError) error = NULL;

	stage_pair ();
	mia_sends ("REQUEST", 3, stage.now, NEXT_WEEK);
	g_autoptr (rn_rows) rows = rn_db_query (stage.db, &error,
	                                        "SELECT bytes FROM outbox JOIN letter ON mail = id "
	                                        "WHERE template = 'meeting-noted'", "");
	ck_assert (rows != NULL && rn_rows_next (rows, &error));
	g_autoptr (rn_letter) letter = stage_letter (rows, 0);
	const rn_invitation *reply = letter->invitation;
	ck_assert_str_eq (reply->method, "REPLY");
	ck_assert_str_eq (reply->uid, UID);
	ck_assert_int_eq (reply->sequence, 3);
	ck_assert_str_eq (reply->organizer, "mia@company.example");
	ck_assert_uint_eq (reply->attendees->len, 1);
	const struct rn_attendee *us = g_ptr_array_index (reply->attendees, 0);
	ck_assert_str_eq (us->address, OURS);
	ck_assert_str_eq (us->partstat, "ACCEPTED");
	g_autofree char *text = rn_invite (reply, "", &error);
	rn_assert_no_error (error);
	ck_assert (strstr (text, "METHOD:REPLY") != NULL && strstr (text, "RSVP") == NULL);
}
END_TEST

static const struct {
	const char *what, *organizer, *attendees[5], *from;
	gboolean is_theirs;
} companies[] = {
	{ "leo invites", "leo@company.example", { "mia@company.example", OURS }, "leo", TRUE },
	{ "a room is booked", "mia@company.example", { "leo@company.example", "room5@company.example", OURS }, "mia", TRUE },
	{ "by another name of leo", "mia@company.example", { "l.eo@other.example", OURS }, "mia", TRUE },
	{ "handed on to us", "mia@company.example", { "leo@company.example" }, "leo", TRUE },
	{ "ida comes too", "mia@company.example", { "leo@company.example", "ida@company.example", OURS }, "mia", FALSE },
	{ "another pair of people", "mia@company.example", { "ida@company.example", OURS }, "mia", FALSE },
	{ "mia alone", "mia@company.example", { OURS }, "mia", FALSE },
	{ "sent by ida", "mia@company.example", { "leo@company.example", OURS }, "ida", FALSE },
	{ "sent by nobody we know", "mia@company.example", { "leo@company.example", OURS }, "eve@evil.example", FALSE },
	{ "strangers", "ann@else.example", { "bob@else.example", OURS }, "ann@else.example", FALSE },
};

START_TEST (only_the_two_of_a_pairing_book_their_meeting)
{
	stage_pair ();
	g_autoptr (rn_person) leo = stage_person ("leo");
	g_strfreev (leo->aliases);
	leo->aliases = g_strsplit ("l.eo@other.example", ",", -1);
	STEP (rn_save (turn->db, leo, &error));
	g_hash_table_remove (stage.program->listens, "invitation:received");

	rn_reading *reading = mail_of (companies[_i].from);
	invite_people (add_item (reading, "REQUEST", 0, stage.now, NEXT_WEEK), companies[_i].organizer, companies[_i].attendees);
	struct rn_ending ending = stage_take (reading);
	ck_assert_msg (g_str_equal (ending.reason, companies[_i].is_theirs ? "booked" : "invitation-to-us"), "%s: %s",
	               companies[_i].what, ending.reason);
	ck_assert_msg (stage_number ("SELECT count(*) FROM meeting") == companies[_i].is_theirs, "%s", companies[_i].what);
}
END_TEST

/* Google keeps SEQUENCE, so DTSTAMP tells what is newer. */
START_TEST (a_booked_meeting_is_followed)
{
	stage_pair ();
	mia_sends ("REQUEST", 0, stage.now, NEXT_WEEK);
	stage.now += RN_HOUR;
	assert_ending (mia_sends ("REQUEST", 0, stage.now, NEXT_WEEK + RN_DAY), RN_INBOX_APPLIED, "moved");
	g_autoptr (rn_meeting) moved = the_meeting ();
	ck_assert_int_eq (moved->start, NEXT_WEEK + RN_DAY);
	ck_assert_int_eq (moved->moved, 1);
	ck_assert_int_eq (stage_number ("SELECT due FROM event WHERE name = 'meeting:ended'"), NEXT_WEEK + RN_DAY + 2 * RN_HOUR);
	stage.now += RN_HOUR;
	assert_ending (mia_sends ("REQUEST", 0, stage.now, NEXT_WEEK + RN_DAY), RN_INBOX_APPLIED, "no-change");
	assert_ending (mia_sends ("CANCEL", 1, stage.now, 0), RN_INBOX_APPLIED, "cancelled");
	g_autoptr (rn_meeting) off = the_meeting ();
	ck_assert_int_eq (off->state, RN_MEETING_CANCELLED);
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:declined"), 1);
	ck_assert_int_eq (stage_mails ("leo", "meeting-cancelled"), 0);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'meeting:ended'"), 0);
	stage.now += RN_HOUR;
	assert_ending (mia_sends ("REQUEST", 2, stage.now, NEXT_WEEK), RN_INBOX_APPLIED, "booked");
	g_autoptr (rn_meeting) again = the_meeting ();
	ck_assert_int_eq (again->state, RN_MEETING_ACCEPTED);
}
END_TEST

/* ---- Whatever order mails come in, and how often ------------------------------------ */

static const int orders[6][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

static void
send_single (int which, rn_time begun)
{
	static const struct {
		const char *method;
		int sequence;
	} mails[] = { { "REQUEST", 0 }, { "REQUEST", 1 }, { "CANCEL", 2 } };
	mia_sends (mails[which].method, mails[which].sequence, begun - RN_HOUR + which * RN_MINUTE, NEXT_WEEK + which * RN_DAY);
}

START_TEST (the_newest_word_counts_in_every_order)
{
	gboolean with_cancel = _i >= 6;
	stage_pair ();
	rn_time begun = stage.now;

	for (int k = 0; k < 3; k++)
		for (int twice = 0; twice < 2; twice++, stage.now += RN_MINUTE)
			if (with_cancel || orders[_i % 6][k] != 2)
				send_single (orders[_i % 6][k], begun);
	g_autoptr (rn_meeting) meeting = the_meeting ();
	ck_assert_int_eq (meeting->state, with_cancel ? RN_MEETING_CANCELLED : RN_MEETING_ACCEPTED);
	if (!with_cancel)
		ck_assert_int_eq (meeting->start, NEXT_WEEK + RN_DAY);
	stage_jump (stage.now);
	ck_assert_uint_le (stage_told ("meeting:booked"), 1);
	ck_assert_int_le (stage_mails ("mia", "meeting-noted"), 2);
}
END_TEST

/* The same for the answers of one person: REPLY, REPLY, COUNTER. */
static struct rn_ending
mia_answers (int which, rn_time begun)
{
	static const struct {
		const char *method, *partstat;
	} answers[] = { { "REPLY", "ACCEPTED" }, { "REPLY", "TENTATIVE" }, { "COUNTER", "TENTATIVE" } };
	rn_reading *reading = stage_reading ("mia", "mia", "first-session");
	struct rn_calendar *item = stage_calendar (reading, answers[which].method, answers[which].partstat);
	item->dtstamp = begun + which * RN_MINUTE;
	item->start = NEXT_WEEK + RN_HOUR;
	item->end = NEXT_WEEK + 2 * RN_HOUR;
	return stage_take (reading);
}

START_TEST (the_newest_answer_counts_in_every_order)
{
	stage_meet ();
	rn_time begun = stage.now;

	stage.now += RN_HOUR;
	for (int k = 0; k < 3; k++)
		for (int twice = 0; twice < 2; twice++, stage.now += RN_MINUTE) {
			struct rn_ending ending = mia_answers (orders[_i][k], begun);
			if (twice == 1)
				ck_assert_msg (ending.state == RN_INBOX_IGNORED, "%d: %s", orders[_i][k], ending.reason);
		}
	ck_assert_int_eq (stage_number ("SELECT by_mentor_partstat FROM meeting"), RN_PARTSTAT_TENTATIVE);
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:countered"), 1);
}
END_TEST

/* ---- Series ---------------------------------------------------------------------------- */

#define WEEK (7 * RN_DAY)

static struct rn_calendar *
add_series (rn_reading *reading, int sequence, rn_time dtstamp, rn_time start, int n)
{
	struct rn_calendar *item = add_item (reading, "REQUEST", sequence, dtstamp, start);
	for (int i = 0; i < n; i++) {
		rn_time at = start + i * WEEK;
		g_array_append_val (item->occurrences, at);
	}
	return item;
}

static struct rn_ending
mia_sends_series (int sequence, rn_time dtstamp, rn_time start, int n)
{
	rn_reading *reading = mail_of ("mia");
	add_series (reading, sequence, dtstamp, start, n);
	return stage_take (reading);
}

static struct rn_ending
mia_sends_occurrence (const char *method, const char *range, int sequence, rn_time dtstamp, rn_time occurrence, rn_time start)
{
	rn_reading *reading = mail_of ("mia");
	struct rn_calendar *item = add_item (reading, method, sequence, dtstamp, start);
	item->recurrence_id = occurrence;
	rn_reading_set (&item->range, range);
	return stage_take (reading);
}

static void
assert_starts (const char *wanted)
{
	g_autofree char *starts = stage_text ("SELECT coalesce (group_concat ((start - %ld) / 86400.0, ' '), '')"
	                                      " FROM (SELECT start FROM meeting WHERE state = %d ORDER BY start)",
	                                      (long) NEXT_WEEK, RN_MEETING_ACCEPTED);
	ck_assert_str_eq (starts, wanted);
}

START_TEST (each_occurrence_of_a_series_has_its_state)
{
	stage_pair ();
	assert_ending (mia_sends_series (0, stage.now, NEXT_WEEK, 4), RN_INBOX_APPLIED, "booked");
	assert_starts ("0.0 7.0 14.0 21.0");
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:booked"), 1);
	ck_assert_int_eq (stage_mails ("mia", "meeting-noted"), 1);
	stage.now += RN_HOUR;
	assert_ending (mia_sends_occurrence ("REQUEST", "", 1, stage.now, NEXT_WEEK + WEEK, NEXT_WEEK + WEEK + RN_DAY),
	               RN_INBOX_APPLIED, "moved");
	assert_starts ("0.0 8.0 14.0 21.0");
	assert_ending (mia_sends_occurrence ("CANCEL", "", 1, stage.now, NEXT_WEEK + 2 * WEEK, 0), RN_INBOX_APPLIED, "cancelled");
	assert_starts ("0.0 8.0 21.0");
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:declined"), 0); /* there are others */
	stage.now += RN_HOUR;
	assert_ending (mia_sends_occurrence ("CANCEL", "THISANDFUTURE", 2, stage.now, NEXT_WEEK + WEEK, 0), RN_INBOX_APPLIED,
	               "cancelled");
	assert_starts ("0.0");
	stage.now += RN_HOUR;
	assert_ending (mia_sends ("CANCEL", 3, stage.now, 0), RN_INBOX_APPLIED, "cancelled");
	assert_starts ("");
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:declined"), 1);
	assert_ending (mia_sends_series (0, stage.now, NEXT_WEEK, 4), RN_INBOX_IGNORED, "stale");
}
END_TEST

START_TEST (this_and_future_shift_together)
{
	stage_pair ();
	mia_sends_series (0, stage.now, NEXT_WEEK, 4);
	stage.now += RN_HOUR;
	mia_sends_occurrence ("REQUEST", "THISANDFUTURE", 1, stage.now, NEXT_WEEK + WEEK, NEXT_WEEK + WEEK + RN_DAY);
	assert_starts ("0.0 8.0 15.0 22.0");
}
END_TEST

START_TEST (a_series_sent_anew_says_all)
{
	stage_pair ();
	mia_sends_series (0, stage.now, NEXT_WEEK, 4);
	stage.now += RN_HOUR;
	mia_sends_series (1, stage.now, NEXT_WEEK + RN_DAY, 2);
	assert_starts ("1.0 8.0");
	rn_reading *reading = mail_of ("mia"); /* with one that was moved, in one mail */
	stage.now += RN_HOUR;
	struct rn_calendar *all = add_series (reading, 2, stage.now, NEXT_WEEK + RN_DAY, 3);
	g_array_index (all->occurrences, rn_time, 1) = NEXT_WEEK + 10 * RN_DAY;
	struct rn_calendar *one = add_item (reading, "REQUEST", 2, stage.now, NEXT_WEEK + 10 * RN_DAY);
	one->recurrence_id = NEXT_WEEK + 8 * RN_DAY;
	stage_take (reading);
	assert_starts ("1.0 10.0 15.0");
	assert_ending (mia_sends ("ADD", 3, stage.now, NEXT_WEEK + 30 * RN_DAY), RN_INBOX_APPLIED, "booked");
	assert_starts ("1.0 10.0 15.0 30.0");
}
END_TEST

static void
send_of_series (int which, rn_time begun)
{
	if (which == 0)
		mia_sends_series (0, begun, NEXT_WEEK, 3);
	else if (which == 1)
		mia_sends_occurrence ("REQUEST", "", 1, begun + RN_MINUTE, NEXT_WEEK + WEEK, NEXT_WEEK + WEEK + RN_DAY);
	else
		mia_sends_occurrence ("CANCEL", "", 1, begun + RN_MINUTE, NEXT_WEEK + 2 * WEEK, 0);
}

START_TEST (occurrences_come_in_every_order)
{
	stage_pair ();
	rn_time begun = stage.now;

	stage.now += RN_HOUR;
	for (int k = 0; k < 3; k++)
		for (int twice = 0; twice < 2; twice++, stage.now += RN_MINUTE)
			send_of_series (orders[_i][k], begun);
	assert_starts ("0.0 8.0");
}
END_TEST

/* ---- From its end on it is like ours ----------------------------------------------------- */

START_TEST (a_booked_meeting_counts)
{
	stage_pair ();
	mia_sends_series (0, stage.now, NEXT_WEEK, 2);
	stage_walk (NEXT_WEEK + 3 * RN_HOUR);
	ck_assert_int_eq (stage_mails ("mia", "did-you-meet"), 1);
	ck_assert_int_eq (stage_mails ("leo", "did-you-meet"), 1);
	assert_ending (stage_says ("leo", "did-you-meet", RN_INTENT_YES), RN_INBOX_APPLIED, "answer");
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:held"), 1);
	ck_assert_int_eq (stage_number ("SELECT meetings FROM pairing"), 1);
	stage_walk (NEXT_WEEK + WEEK + 6 * RN_DAY); /* nobody says anything about the second */
	ck_assert_uint_eq (stage_told ("meeting:unconfirmed"), 1);
	ck_assert_int_eq (stage_number ("SELECT meetings FROM pairing"), 2);
	g_autofree char *numbers = stage_text ("SELECT group_concat (number, ' ') FROM meeting");
	ck_assert_str_eq (numbers, "1 2");
}
END_TEST

START_TEST (a_no_of_the_other_means_it_is_missed)
{
	stage_pair ();
	mia_sends ("REQUEST", 0, stage.now, NEXT_WEEK);
	rn_reading *reading = mail_of ("leo"); /* he answered to all */
	struct rn_calendar *item = add_item (reading, "REPLY", 0, stage.now, NEXT_WEEK);
	rn_reading_set (&item->attendee, "leo@company.example");
	rn_reading_set (&item->partstat, "DECLINED");
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "calendar-reply");
	g_autoptr (rn_meeting) meeting = the_meeting ();
	ck_assert_int_eq (meeting->state, RN_MEETING_INVITED);
	ck_assert_int_eq (stage_mails ("mia", "meeting-cancelled"), 0);
	stage_walk (NEXT_WEEK + 6 * RN_DAY);
	ck_assert_uint_eq (stage_told ("meeting:missed"), 1);
}
END_TEST

/* A room, a colleague: whoever else they invited answers them. */
START_TEST (other_guests_of_theirs_are_not_ours)
{
	stage_pair ();
	mia_sends ("REQUEST", 0, stage.now, NEXT_WEEK);
	rn_reading *reading = mail_of ("ida");
	struct rn_calendar *item = add_item (reading, "REPLY", 0, stage.now, NEXT_WEEK);
	rn_reading_set (&item->attendee, "ida@company.example");
	rn_reading_set (&item->partstat, "DECLINED");
	assert_ending (stage_take (reading), RN_INBOX_IGNORED, "other-organizer");
	g_autoptr (rn_meeting) meeting = the_meeting ();
	ck_assert_int_eq (meeting->state, RN_MEETING_ACCEPTED);
}
END_TEST

/* The program had asked both for a date by mail. */
START_TEST (who_booked_is_not_asked_for_a_date)
{
	struct rn_meeting_order order = { .template = "first-session" };

	stage_pair ();
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	STEP (rn_poll_begin (turn, pairing, NULL, &order, NULL, &error));
	mia_sends ("REQUEST", 0, stage.now, NEXT_WEEK);
	stage_walk (NEXT_WEEK - RN_DAY);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM poll WHERE state = %d", RN_POLL_ASKED), 0);
}
END_TEST

START_TEST (what_is_theirs_is_not_changed_by_us)
{
	stage_pair ();
	mia_sends ("REQUEST", 0, stage.now, NEXT_WEEK);
	g_autoptr (rn_meeting) meeting = the_meeting ();
	g_autoptr (rn_person) leo = stage_person ("leo");
	STEP_FAILS (RN_ERROR_REFUSED, rn_meeting_shift (turn, meeting, NEXT_WEEK + RN_DAY, 0, &error));
	STEP_FAILS (RN_ERROR_REFUSED, rn_meeting_decline_counter (turn, meeting, leo, &error));
	rn_reading *reading = mail_of ("leo");
	struct rn_calendar *item = add_item (reading, "COUNTER", 0, stage.now, NEXT_WEEK + RN_DAY);
	rn_reading_set (&item->attendee, "leo@company.example");
	assert_ending (stage_take (reading), RN_INBOX_IGNORED, "other-organizer");
	STEP (rn_meeting_cancel (turn, meeting, FALSE, &error));
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE template = 'meeting-cancelled'"), 0);
}
END_TEST

START_TEST (an_ended_pairing_is_over)
{
	stage_pair ();
	mia_sends ("REQUEST", 0, stage.now, NEXT_WEEK);
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	STEP (rn_pairing_close (turn, pairing, "thank-you", TRUE, &error));
	stage.now += RN_HOUR;
	assert_ending (mia_sends ("REQUEST", 1, stage.now, NEXT_WEEK + RN_DAY), RN_INBOX_IGNORED, "over");
}
END_TEST

START_TEST (a_meeting_long_gone_is_not_booked)
{
	stage_pair ();
	assert_ending (mia_sends ("REQUEST", 0, stage.now, stage.now - RN_DAY), RN_INBOX_IGNORED, "in-the-past");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting"), 0);
}
END_TEST

/* An invitation of ours that comes back is none of theirs. */
START_TEST (our_own_uid_is_not_booked)
{
	stage_meet ();
	rn_reading *reading = mail_of ("mia");
	struct rn_calendar *item = stage_calendar (reading, "REQUEST", "");
	invite_people (item, "mia@company.example", the_two_and_us);
	item->start = NEXT_WEEK;
	item->sequence = 9;
	assert_ending (stage_take (reading), RN_INBOX_HELD, "unexpected-method");
}
END_TEST

/* ---- Invitations that are for the policy --------------------------------------------------- */

static struct rn_ending
ann_sends (const char *method, int sequence)
{
	rn_reading *reading = mail_of ("ann@else.example");
	const char *const people[] = { "ida@company.example", OURS, NULL };
	invite_people (add_item (reading, method, sequence, stage.now, NEXT_WEEK), "ann@else.example", people);
	return stage_take (reading);
}

/* RFC 5546, 2.1.5: by SEQUENCE, and only where that is equal by DTSTAMP. */
START_TEST (the_newest_word_of_an_invitation_counts)
{
	assert_ending (ann_sends ("REQUEST", 1), RN_INBOX_APPLIED, "invitation");
	stage.now -= RN_MINUTE;
	assert_ending (ann_sends ("REQUEST", 2), RN_INBOX_APPLIED, "invitation");
	stage.now -= RN_MINUTE;
	assert_ending (ann_sends ("REQUEST", 2), RN_INBOX_IGNORED, "stale");
	stage.now += RN_HOUR;
	assert_ending (ann_sends ("REQUEST", 1), RN_INBOX_IGNORED, "stale");
	assert_ending (ann_sends ("REQUEST", 2), RN_INBOX_APPLIED, "invitation");
}
END_TEST

static gboolean
policy_answers (rn_turn *turn, const char *answer, GError **error)
{
	g_autoptr (GVariant) effects = g_variant_ref_sink (g_variant_new_parsed (
		"[('answer_invitation', @u 1, {'invitation': <'invitation:1'>, 'answer': <%s>, "
		"'template': <'answer-in-words'>})]", answer));
	return rn_effects_apply (turn, effects, "policy.lua", error);
}

static const struct {
	const char *answer;
	int state;
	const char *partstat;
} answers[] = {
	{ "accept", RN_INVITED_ACCEPTED, "ACCEPTED" },
	{ "tentative", RN_INVITED_TENTATIVE, "TENTATIVE" },
	{ "decline", RN_INVITED_DECLINED, "DECLINED" },
};

START_TEST (a_policy_answers_an_invitation)
{
	assert_ending (ann_sends ("REQUEST", 0), RN_INBOX_APPLIED, "invitation");
	assert_ending (ann_sends ("REQUEST", 0), RN_INBOX_IGNORED, "repeated");
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("invitation:received"), 1);
	g_autoptr (GVariant) people = g_variant_lookup_value (stage.fields, "people", NULL);
	ck_assert_uint_eq (g_variant_n_children (people), 1);
	STEP (policy_answers (turn, answers[_i].answer, &error));
	ck_assert_msg (stage_number ("SELECT state FROM invitation") == answers[_i].state, "%s", answers[_i].answer);
	ck_assert_int_eq (stage_mails ("", "answer-in-words"), 1);
	g_autofree char *to = stage_text ("SELECT recipient FROM outbox WHERE template = 'answer-in-words'");
	ck_assert_str_eq (to, "ann@else.example");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM letter WHERE instr (bytes, '%s') > 0", answers[_i].partstat), 1);
	STEP (policy_answers (turn, "decline", &error)); /* refused with a note: it was answered */
	ck_assert_int_eq (stage_number ("SELECT state FROM invitation"), answers[_i].state);
	stage.now += RN_HOUR;
	assert_ending (ann_sends ("REQUEST", 1), RN_INBOX_APPLIED, "invitation");
	assert_ending (ann_sends ("CANCEL", 2), RN_INBOX_APPLIED, "cancelled");
	ck_assert_int_eq (stage_number ("SELECT state FROM invitation"), RN_INVITED_CANCELLED);
	assert_ending (ann_sends ("REQUEST", 1), RN_INBOX_IGNORED, "stale");
}
END_TEST

START_TEST (an_unknown_answer_is_the_author_s_error)
{
	ann_sends ("REQUEST", 0);
	STEP_FAILS (RN_ERROR_CONFIG, policy_answers (turn, "maybe", &error));
}
END_TEST

/* ---- Answers of others ------------------------------------------------------------------------ */

static struct rn_ending
ida_answers (void)
{
	rn_reading *reading = mail_of ("ida");
	stage_calendar (reading, "REPLY", "ACCEPTED");
	return stage_take (reading);
}

START_TEST (an_uninvited_answer_is_for_the_policy)
{
	stage_meet ();
	assert_ending (ida_answers (), RN_INBOX_APPLIED, "uninvited");
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("meeting:uninvited"), 1);
	g_hash_table_remove (stage.program->listens, "meeting:uninvited");
	assert_ending (ida_answers (), RN_INBOX_HELD, "not-invited");
	ck_assert_int_eq (stage_number ("SELECT by_mentor_partstat + by_leader_partstat FROM meeting"), 0);
}
END_TEST

START_TEST (a_delegate_changes_no_pair)
{
	stage_meet ();
	rn_reading *reading = stage_reading ("mia", "mia", "first-session");
	struct rn_calendar *item = stage_calendar (reading, "REPLY", "DELEGATED");
	rn_reading_set (&item->delegated_to, "ida@company.example");
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "delegated");
	ck_assert_int_eq (stage_number ("SELECT by_mentor_partstat FROM meeting"), RN_PARTSTAT_DELEGATED);
	ck_assert_int_eq (stage_mails ("", "pairing-needs-you"), 1);
	ida_answers ();
	ck_assert_int_eq (stage_number ("SELECT mentor = (SELECT id FROM person WHERE key = 'mia') FROM meeting"), 1);
	ck_assert_int_eq (stage_number ("SELECT state FROM meeting"), RN_MEETING_INVITED);
}
END_TEST

START_TEST (a_refresh_goes_to_who_asked)
{
	stage_meet ();
	rn_reading *reading = stage_reading ("leo", "leo", "first-session");
	stage_calendar (reading, "REFRESH", "");
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "refresh");
	ck_assert_int_eq (stage_mails ("leo", "first-session"), 2);
	ck_assert_int_eq (stage_mails ("mia", "first-session"), 1);
	ck_assert_int_eq (stage_number ("SELECT sequence FROM meeting"), 0);
}
END_TEST

static Suite *
suite (void)
{
	const TTest *once[] = {
		a_booked_meeting_is_noted_and_accepted, the_organizer_gets_a_reply, a_booked_meeting_is_followed,
		each_occurrence_of_a_series_has_its_state, this_and_future_shift_together, a_series_sent_anew_says_all,
		a_booked_meeting_counts, a_no_of_the_other_means_it_is_missed, what_is_theirs_is_not_changed_by_us,
		other_guests_of_theirs_are_not_ours, who_booked_is_not_asked_for_a_date, an_ended_pairing_is_over,
		a_meeting_long_gone_is_not_booked, our_own_uid_is_not_booked, the_newest_word_of_an_invitation_counts,
		an_unknown_answer_is_the_author_s_error, an_uninvited_answer_is_for_the_policy, a_delegate_changes_no_pair,
		a_refresh_goes_to_who_asked,
	};
	Suite *suite = stage_suite ("booked", once, G_N_ELEMENTS (once));
	TCase *rows = tcase_create ("rows");

	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, only_the_two_of_a_pairing_book_their_meeting, 0, (int) G_N_ELEMENTS (companies));
	tcase_add_loop_test (rows, the_newest_word_counts_in_every_order, 0, 12);
	tcase_add_loop_test (rows, the_newest_answer_counts_in_every_order, 0, 6);
	tcase_add_loop_test (rows, occurrences_come_in_every_order, 0, 6);
	tcase_add_loop_test (rows, a_policy_answers_an_invitation, 0, (int) G_N_ELEMENTS (answers));
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (suite ())

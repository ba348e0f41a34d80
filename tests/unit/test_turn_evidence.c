/* What is known of how regularly a pair met: from meetings, absences and holidays. */
#include "turn_stage.h"

#include <string.h>

#include "effects.h"
#include "erasing.h"
#include "evidence.h"
#include "report_sums.h"

/* A meeting of pairing 1 that many days after it began, in that state. */
static void
add_meeting (int days, enum rn_meeting_state state, gboolean booked)
{
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (rn_meeting) meeting = rn_meeting_new ();
	g_autoptr (GError) error = NULL;

	rn_record_set (&meeting->program, stage.program->name);
	meeting->pairing = 1;
	meeting->mentor = pairing->mentor, meeting->leader = pairing->leader;
	meeting->start = pairing->since + days * RN_DAY, meeting->ends = meeting->start + RN_HOUR;
	meeting->state = state, meeting->booked = booked;
	ck_assert (rn_save (stage.db, meeting, &error));
	rn_assert_no_error (error);
}

static struct rn_regularity
after (int days)
{
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (GError) error = NULL;
	struct rn_regularity is, lately;
	const struct rn_evidence_order order = {
		.db = stage.db, .almanac = stage.site.almanac, .program = stage.program, .until = pairing->since + days * RN_DAY,
	};

	ck_assert (rn_evidence_of (&order, pairing, &is, &lately, &error));
	rn_assert_no_error (error);
	return is;
}

static void
begin (void)
{
	stage_pair ();
	rn_record_set (&stage.program->pace, "14 days");
}

START_TEST (what_counts_as_held)
{
	begin ();
	/* out of order, as they are when two were booked; what was cancelled or missed is no meeting; one to come neither */
	add_meeting (42, RN_MEETING_UNCONFIRMED, FALSE);
	add_meeting (14, RN_MEETING_HELD, FALSE);
	add_meeting (28, RN_MEETING_HELD, TRUE);
	add_meeting (20, RN_MEETING_CANCELLED, FALSE);
	add_meeting (56, RN_MEETING_MISSED, FALSE);
	add_meeting (70, RN_MEETING_ACCEPTED, FALSE);
	struct rn_regularity is = after (60);
	ck_assert_msg (is.due == 2 && is.held == 2 && is.unconfirmed == 1, "after 60 days");
	/* due on 56, late on 63; held or not, the one of 70 has begun and nothing was said of it yet */
	is = after (72);
	ck_assert_msg (is.due == 3 && is.held == 2 && is.unconfirmed == 2, "after 72 days");
}
END_TEST

START_TEST (an_absence_is_remembered)
{
	begin ();
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (rn_person) leo = stage_person ("leo");
	g_autoptr (rn_person) mia = stage_person ("mia");

	ck_assert_int_eq (after (21).due, 1);
	STEP (rn_person_absent (turn, leo, stage.now + 10 * RN_DAY, &error));
	/* the same once more, and the other one for part of it, which gets longer */
	STEP (rn_person_absent (turn, leo, stage.now + 10 * RN_DAY, &error));
	STEP (rn_person_absent (turn, mia, stage.now + 3 * RN_DAY, &error));
	STEP (rn_person_absent (turn, mia, stage.now + 9 * RN_DAY, &error));
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM absence"), 2);
	/* away for ten days from the beginning: late on day 31 */
	ck_assert_int_eq (after (30).due, 0);
	ck_assert_int_eq (after (31).due, 1);
	/* a later one does not make the first one forgotten */
	stage_jump (pairing->since + 40 * RN_DAY);
	STEP (rn_person_absent (turn, leo, stage.now + 5 * RN_DAY, &error));
	ck_assert_int_eq (after (30).due, 0);
	/* the second is due on 38 and late on 45, five days later as she is away */
	ck_assert_int_eq (after (49).due, 1);
	ck_assert_int_eq (after (50).due, 2);
}
END_TEST

START_TEST (who_is_forgotten_was_never_away)
{
	g_autoptr (rn_person) mia = stage_person ("mia");
	g_autoptr (rn_person) leo = stage_person ("leo");
	g_autoptr (GError) failure = NULL;

	STEP (rn_person_absent (turn, mia, stage.now + 10 * RN_DAY, &error));
	STEP (rn_person_absent (turn, leo, stage.now + 10 * RN_DAY, &error));
	gint64 leo_id = leo->record.id;
	ck_assert (rn_db_begin (stage.db, NULL) && rn_erase_person (stage.db, mia, &failure) && rn_db_commit (stage.db, NULL));
	rn_assert_no_error (failure);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM absence"), 1);
	ck_assert_int_eq (stage_number ("SELECT person FROM absence"), leo_id);
}
END_TEST

START_TEST (closed_days_do_not_count)
{
	g_autofree char *path = g_build_filename (stage.dir, "berlin.ics", NULL);
	g_autoptr (GError) error = NULL;

	begin ();
	/* they begin on the second of March; closed from the ninth to the eleventh: three days, so late on day 24 */
	ck_assert (g_file_set_contents (path, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
	                                      "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260309\r\n"
	                                      "DTEND;VALUE=DATE:20260312\r\n"
	                                      "SUMMARY:Closed\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", -1, NULL));
	stage.site.almanac = rn_almanac_new ();
	rn_almanac_load (stage.site.almanac, "Berlin", path, &error);
	rn_assert_no_error (error);
	g_autoptr (rn_person) leo = stage_person ("leo");
	rn_record_set (&leo->site, "Berlin");
	ck_assert (rn_save (stage.db, leo, NULL));
	ck_assert_int_eq (after (23).due, 0);
	ck_assert_int_eq (after (24).due, 1);
	rn_almanac_free (stage.site.almanac);
}
END_TEST

START_TEST (without_a_pace_it_is_monthly)
{
	begin ();
	rn_record_set (&stage.program->pace, "");
	/* 28 days, and half of it */
	ck_assert_int_eq (after (41).due, 0);
	ck_assert_int_eq (after (42).due, 1);
	rn_record_set (&stage.program->pace, "0 days");
	ck_assert_int_eq (after (42).due, 1);
}
END_TEST

START_TEST (the_middle_of_the_times_between)
{
	struct rn_report_span span = { "reverse-mentoring", 0, RN_NEVER };
	rn_time median = 0;

	begin ();
	ck_assert (rn_report_median (stage.db, &span, &median, NULL) && median == -1);
	/* 10, 14 and 40 days; what was missed is no session */
	add_meeting (10, RN_MEETING_HELD, FALSE), add_meeting (64, RN_MEETING_HELD, FALSE);
	add_meeting (20, RN_MEETING_HELD, FALSE), add_meeting (30, RN_MEETING_MISSED, FALSE), add_meeting (34, RN_MEETING_HELD, FALSE);
	add_meeting (64 + 14, RN_MEETING_UNCONFIRMED, FALSE);
	ck_assert (rn_report_median (stage.db, &span, &median, NULL));
	ck_assert_int_eq (median, 14 * RN_DAY);
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	span.until = pairing->since + 33 * RN_DAY;
	ck_assert (rn_report_median (stage.db, &span, &median, NULL));
	ck_assert_int_eq (median, 10 * RN_DAY);
	span.program = "another";
	ck_assert (rn_report_median (stage.db, &span, &median, NULL) && median == -1);
}
END_TEST

static void
report (const char *effect)
{
	g_autoptr (GVariant) effects = g_variant_ref_sink (g_variant_new_parsed (effect));
	STEP (rn_effects_apply (turn, effects, "policy.lua", &error));
}

#define REPORT "[('report', uint32 1, {'template': <'monthly-report'>, 'span': <'30 days'>})]"

/* Of the newest report's pairs, or a number of it. */
static GVariant *
reported (void)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_rows) rows = rn_db_query (stage.db, &error,
	                                        "SELECT bytes FROM letter WHERE mail = (SELECT max (id) FROM outbox"
	                                        " WHERE template = 'monthly-report' AND recipient = ?)", "s", STAGE_COORDINATOR);
	ck_assert (rn_rows_next (rows, &error));
	g_autoptr (rn_letter) letter = stage_letter (rows, 0);
	return stage_fields (letter);
}

static gint64
reported_number (const char *name)
{
	g_autoptr (GVariant) fields = reported ();
	gint64 number = -1;
	ck_assert_msg (g_variant_lookup (fields, name, "x", &number), "%s", name);
	return number;
}

START_TEST (the_coordinator_is_told_who_meets_least)
{
	begin ();
	/* held on 14, missed the one due on 28 */
	add_meeting (14, RN_MEETING_HELD, FALSE), add_meeting (28, RN_MEETING_MISSED, FALSE);
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	stage_jump (pairing->since + 36 * RN_DAY);
	report (REPORT);
	g_autoptr (GVariant) fields = reported (), pairs = g_variant_lookup_value (fields, "pairs", NULL);
	ck_assert_uint_eq (g_variant_n_children (pairs), 1);
	g_autofree char *text = g_variant_print (pairs, FALSE);
	ck_assert_msg (strstr (text, "'pair_due': <int64 2>") != NULL, "%s", text);
	ck_assert_msg (strstr (text, "'pair_held': <int64 1>") != NULL, "%s", text);
	/* of the last thirty days both meetings, of all time as well; the pairing began before them */
	ck_assert_int_eq (reported_number ("meetings_held"), 1);
	ck_assert_int_eq (reported_number ("meetings_missed"), 1);
	ck_assert_int_eq (reported_number ("both_said_yes"), 0);
	report ("[('report', uint32 1, {'template': <'monthly-report'>})]");
	ck_assert_int_eq (reported_number ("both_said_yes"), 1);
}
END_TEST

START_TEST (who_held_all_that_was_due_is_not_named)
{
	gboolean has_pairs = TRUE;

	begin ();
	add_meeting (14, RN_MEETING_HELD, FALSE);
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	stage_jump (pairing->since + 20 * RN_DAY);
	report (REPORT);
	g_autoptr (GVariant) fields = reported ();
	ck_assert (g_variant_lookup (fields, "has_pairs", "b", &has_pairs) && !has_pairs);
}
END_TEST

START_TEST (without_pairs_there_is_no_report)
{
	report (REPORT);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox"), 0);
	ck_assert_msg (strstr (stage.reasons, "no report: there is no pair") != NULL, "%s", stage.reasons);
}
END_TEST

static Suite *
make_suite (void)
{
	const TTest *tests[] = {
		what_counts_as_held, an_absence_is_remembered, who_is_forgotten_was_never_away, closed_days_do_not_count, without_a_pace_it_is_monthly,
		the_middle_of_the_times_between, the_coordinator_is_told_who_meets_least, who_held_all_that_was_due_is_not_named,
		without_pairs_there_is_no_report,
	};
	return stage_suite ("evidence", tests, G_N_ELEMENTS (tests));
}

RN_UNIT_MAIN (make_suite ())

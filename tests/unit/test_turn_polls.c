/* Choosing a date by mail: three times, what comes of the answers, and of silence. */
#include "poll_stage.h"

#include "almanac.h"
#include "busy.h"
#include "diary.h"

/* ---- Times --------------------------------------------------------------------------- */

START_TEST (three_times_are_mailed_to_both)
{
	poll_pair ();
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 1);
	ck_assert_int_eq (stage_mails ("leo", "choose-date"), 1);
	ck_assert_int_eq (poll_meetings (), 0);
	ck_assert (poll_slot (1) > poll_number ("deadline") && poll_slot (1) < poll_slot (2) && poll_slot (2) < poll_slot (3));
	for (int n = 1; n <= 3; n++) /* within working hours in Berlin, in winter */
		ck_assert_msg (poll_slot (n) % RN_DAY >= 8 * RN_HOUR && poll_slot (n) % RN_DAY <= 15 * RN_HOUR, "time %d", n);
	/* both of them wait for nothing else: the pairing has a next act */
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	struct rn_meeting_order order = { .template = "first-session" };
	STEP_FAILS (RN_ERROR_REFUSED, rn_poll_begin (turn, pairing, NULL, &order, NULL, &error));
}
END_TEST

START_TEST (no_time_lies_in_what_is_known_to_be_taken)
{
	g_autoptr (rn_person) leo = NULL;
	GVariant *all_mornings = NULL;
	g_auto (GVariantBuilder) spans = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(xx)"));

	stage_pair ();
	leo = stage_person ("leo");
	for (int day = 0; day < 60; day++) /* busy from eight to one, in UTC */
		g_variant_builder_add (&spans, "(xx)", STAGE_MONDAY + day * RN_DAY - RN_HOUR,
		                       STAGE_MONDAY + day * RN_DAY + 4 * RN_HOUR);
	all_mornings = g_variant_ref_sink (g_variant_builder_end (&spans));
	ck_assert (rn_busy_keep (stage.db, leo->record.id, "calendar", stage.now,
	                         (struct rn_span) { stage.now, stage.now + 60 * RN_DAY }, all_mornings, NULL));
	g_variant_unref (all_mornings);
	poll_begin ();
	for (int n = 1; n <= 3; n++)
		ck_assert_msg (poll_slot (n) % RN_DAY >= 13 * RN_HOUR, "time %d begins at %d", n,
		               (int) (poll_slot (n) % RN_DAY / RN_HOUR));
	g_autofree char *notes = stage_text ("SELECT reasons FROM journal ORDER BY id DESC LIMIT 1");
	ck_assert_ptr_nonnull (strstr (notes, "3 times"));
}
END_TEST

/* Where calendars can be asked, a turn that needs one which was not asked lately says so. */
START_TEST (calendars_are_asked_for_when_they_are_old)
{
	struct rn_meeting_order order = { .template = "first-session" };
	g_autoptr (GError) error = NULL;

	stage_pair ();
	stage.site.n_calendars = 1;
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(xx)"), NULL, 0));
	ck_assert (rn_busy_keep (stage.db, pairing->leader, "calendar", stage.now, (struct rn_span) { 0, 0 }, none, NULL));
	ck_assert (rn_busy_keep (stage.db, pairing->mentor, "calendar", stage.now - 2 * RN_HOUR, (struct rn_span) { 0, 0 }, none,
	                         NULL));
	rn_turn *turn = stage_begin ();
	ck_assert (rn_poll_begin (turn, pairing, NULL, &order, NULL, &error));
	ck_assert_uint_ge (turn->wanted->len, 1);
	for (guint i = 0; i < turn->wanted->len; i++)
		ck_assert_int_eq (g_array_index (turn->wanted, gint64, i), pairing->mentor);
	stage_end ();
}
END_TEST

/* Whether the newest mail with times says that she is free at them. */
static gboolean
says_free (const char *key)
{
	g_autoptr (rn_person) person = stage_person (key);
	g_autoptr (rn_rows) rows = rn_db_query (stage.db, NULL,
	                                        "SELECT bytes FROM outbox JOIN letter ON mail = id"
	                                        " WHERE person = ? AND template = 'choose-date' ORDER BY id DESC LIMIT 1",
	                                        "x", person->record.id);
	gboolean is_known = FALSE;

	ck_assert (rn_rows_next (rows, NULL));
	g_autoptr (rn_letter) letter = stage_letter (rows, 0);
	g_autoptr (GVariant) fields = stage_fields (letter);
	ck_assert (g_variant_lookup (fields, "is_known", "b", &is_known));
	return is_known;
}

START_TEST (unknown_is_never_shown_as_free)
{
	static const struct {
		rn_time days; /* for which her calendar is known */
		gboolean says;
	} rows[] = { { 60, TRUE }, { 0, FALSE }, { 6, FALSE } };
	g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(xx)"), NULL, 0));

	stage_pair ();
	g_autoptr (rn_person) leo = stage_person ("leo");
	ck_assert (rn_busy_keep (stage.db, leo->record.id, "calendar", stage.now,
	                         (struct rn_span) { stage.now, stage.now + rows[_i].days * RN_DAY }, none, NULL));
	poll_begin ();
	ck_assert_msg (says_free ("leo") == rows[_i].says, "%d days", (int) rows[_i].days);
	ck_assert (!says_free ("mia"));
}
END_TEST

/* ---- Agreement -------------------------------------------------------------------------- */

START_TEST (the_time_that_suits_both_becomes_the_meeting)
{
	poll_pair ();
	rn_time second = poll_slot (2);

	SAYS ("mia", "2", "3");
	poll_settle ();
	ck_assert_int_eq (poll_meetings (), 0); /* the other has not answered */
	SAYS ("leo", "2");
	poll_settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), second);
	ck_assert_int_eq (stage_mails ("mia", "first-session"), 1);
	ck_assert_int_eq (stage_mails ("leo", "first-session"), 1);
	ck_assert_int_eq (poll_number ("state"), RN_POLL_AGREED);
	ck_assert_int_eq (stage_mails ("mia", "receipt-date"), 1);
	stage_walk (stage.now + 3 * RN_DAY); /* nothing is asked any more */
	ck_assert_int_eq (stage_mails ("leo", "choose-date"), 1);
}
END_TEST

START_TEST (the_last_answer_counts)
{
	poll_pair ();
	rn_time third = poll_slot (3);
	SAYS ("mia", "1");
	SAYS ("mia", "3");
	SAYS ("leo", "all");
	poll_settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), third);
}
END_TEST

START_TEST (an_answer_can_be_taken_back)
{
	poll_pair ();
	SAYS ("mia", "1");
	assert_ending (stage_says ("mia", "receipt-date", RN_INTENT_UNDO), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_mails ("mia", "receipt-undo"), 1);
	SAYS ("leo", "1");
	poll_settle ();
	ck_assert_int_eq (poll_meetings (), 0); /* hers is open again */
	SAYS ("mia", "1");
	poll_settle ();
	ck_assert_int_eq (poll_meetings (), 1);
}
END_TEST

START_TEST (a_time_that_was_taken_meanwhile_is_passed_over)
{
	poll_pair ();
	rn_time third = poll_slot (3);
	g_autoptr (rn_meeting) other = rn_meeting_new ();
	g_autoptr (rn_person) leo = stage_person ("leo");

	other->leader = leo->record.id;
	other->start = poll_slot (1) - RN_HOUR / 2;
	other->ends = poll_slot (1) + RN_HOUR / 2;
	ck_assert (rn_save (stage.db, other, NULL));
	SAYS ("mia", "1", "3");
	SAYS ("leo", "1", "3");
	poll_settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE pairing = 1"), third);
}
END_TEST

START_TEST (no_common_time_gives_other_times)
{
	poll_pair ();
	rn_time before[] = { poll_slot (1), poll_slot (2), poll_slot (3) };

	SAYS ("mia", "1");
	SAYS ("leo", "2", "3");
	poll_settle ();
	ck_assert_int_eq (poll_meetings (), 0);
	ck_assert_int_eq (poll_number ("round"), 2);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 2);
	for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
		for (int n = 1; n <= 3; n++)
			ck_assert_int_ne (poll_slot (n), before[i]);
}
END_TEST

START_TEST (whoever_helps_reads_wishes_in_her_language)
{
	poll_pair ();
	g_free (stage.program->language);
	stage.program->language = g_strdup ("de");
	for (int round = 1; round <= RN_POLL_ROUNDS; round++) {
		SAYS ("leo", "no", "not 2026-03-06 weekly", "2026-05-01/");
		poll_settle ();
	}
	g_autofree char *details = stage_text ("SELECT details FROM task");
	ck_assert_str_eq (details, "mia: nichts zu Terminen\nleo: nicht Freitag, 6. März 2026, jede Woche; Freitag, 1. Mai 2026 oder später\n");
}
END_TEST

START_TEST (after_three_rounds_a_person_helps)
{
	poll_pair ();
	for (int round = 1; round <= RN_POLL_ROUNDS; round++) {
		SAYS ("leo", "no", "not 2026-03-06 weekly");
		poll_settle ();
	}
	g_autofree char *details = stage_text ("SELECT details FROM task");
	ck_assert_str_eq (details, "mia: nothing about when\nleo: not Friday, 6 March 2026, every week\n");
	ck_assert_int_eq (poll_number ("state"), RN_POLL_FAILED);
	ck_assert_int_eq (stage_mails ("", "pairing-needs-you"), 1);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), RN_POLL_ROUNDS);
}
END_TEST

/* ---- Silence --------------------------------------------------------------------------------- */

START_TEST (the_silent_one_is_reminded_and_then_the_other_decides)
{
	poll_pair ();
	rn_time third = poll_slot (3);

	SAYS ("mia", "3");
	stage_walk (poll_number ("deadline") - RN_MINUTE);
	ck_assert_int_eq (stage_mails ("leo", "choose-date"), 2);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 1);
	ck_assert_int_eq (poll_meetings (), 0);
	stage_walk (stage.now + RN_HOUR);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), third);
}
END_TEST

START_TEST (of_two_silent_people_the_first_time_is_taken)
{
	poll_pair ();
	rn_time first = poll_slot (1);
	stage_walk (poll_number ("deadline") + RN_HOUR);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), first);
}
END_TEST

START_TEST (an_engine_that_was_down_looks_for_times_to_come)
{
	poll_pair ();
	stage_jump (poll_slot (3) + RN_DAY);
	ck_assert_int_eq (poll_meetings (), 0);
	ck_assert_int_eq (poll_number ("round"), 2);
	ck_assert (poll_slot (1) > stage.now);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 2); /* and no reminder of what is over */
}
END_TEST

/* ---- Afterwards, others, calendars ---------------------------------------------------------- */

START_TEST (a_late_number_proposes_another_time)
{
	poll_pair ();
	rn_time third = poll_slot (3);
	SAYS ("mia", "1");
	SAYS ("leo", "all");
	poll_settle ();
	ck_assert_int_eq (poll_meetings (), 1);
	SAYS ("mia", "1", "3"); /* once more: the time it has is fine */
	ck_assert_int_eq (stage_number ("SELECT by_mentor_partstat FROM meeting"), RN_PARTSTAT_ACCEPTED);
	assert_ending (stage_take (stage_reading ("mia", "mia", "choose-date")), RN_INBOX_IGNORED,
	               "nothing-asked"); /* "Thanks!" */
	SAYS ("leo", "3");
	poll_settle ();
	ck_assert_uint_eq (stage_told ("meeting:countered"), 1);
	gint64 start = 0;
	gboolean is_free = FALSE;
	ck_assert (g_variant_lookup (stage.fields, "start", "x", &start) &&
	           g_variant_lookup (stage.fields, "free", "b", &is_free));
	ck_assert (start == third && is_free);
	SAYS ("mia", "no");
	poll_settle ();
	ck_assert_uint_eq (stage_told ("meeting:declined"), 1);
	assert_ending (poll_answers ("mia", (const char *const[]) { "2", NULL }), RN_INBOX_IGNORED, "over");
}
END_TEST

START_TEST (an_assistant_answers_and_the_person_is_told)
{
	poll_pair ();
	assert_ending (stage_take (poll_reading ("ida", "leo", (const char *const[]) { "2", NULL })), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (poll_number ("by_leader_chosen"), 2);
	ck_assert_int_eq (stage_mails ("leo", "receipt-date"), 1);
	ck_assert_int_eq (stage_mails ("ida", "receipt-date"), 0);
	ck_assert_ptr_nonnull (strstr (stage.reasons, "answered by ida for leo"));
	assert_ending (stage_take (poll_reading ("ida", "leo", (const char *const[]) { "yes", NULL })), RN_INBOX_HELD,
	               "sender-mismatch");
	/* who is not of the company is nobody's assistant */
	assert_ending (stage_take (poll_reading ("eve@elsewhere.example", "mia", (const char *const[]) { "1", NULL })),
	               RN_INBOX_HELD, "sender-mismatch");
	/* and the other one of the two answers for herself */
	assert_ending (stage_take (poll_reading ("mia", "leo", (const char *const[]) { "3", NULL })), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 4);
}
END_TEST

START_TEST (a_meeting_placed_otherwise_ends_it)
{
	struct rn_meeting_order order = { .template = "twenty-minutes" };

	poll_pair ();
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (rn_meeting) meeting = NULL;
	STEP ((meeting = rn_meeting_place (turn, pairing, &order, &error)) != NULL);
	ck_assert_int_eq (poll_number ("state"), RN_POLL_WITHDRAWN);
	assert_ending (poll_answers ("mia", (const char *const[]) { "2", NULL }), RN_INBOX_IGNORED, "over");
}
END_TEST

START_TEST (the_end_of_a_pairing_ends_it)
{
	poll_pair ();
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	STEP (rn_pairing_close (turn, pairing, "thank-you", TRUE, &error));
	ck_assert_int_eq (poll_number ("state"), RN_POLL_WITHDRAWN);
	stage_walk (stage.now + 10 * RN_DAY);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 1);
}
END_TEST

/* ---- Holidays --------------------------------------------------------------------------------- */

START_TEST (holidays_of_a_site_are_no_working_days)
{
	g_autofree char *path = g_build_filename (stage.dir, "berlin.ics", NULL);
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_person) mia = NULL;

	/* a week without work: 9 to 13 March 2026 */
	ck_assert (g_file_set_contents (path, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260309\r\n"
	                                      "DTEND;VALUE=DATE:20260314\r\n"
	                                      "END:VEVENT\r\nEND:VCALENDAR\r\n", -1, NULL));
	stage.site.almanac = rn_almanac_new ();
	rn_almanac_load (stage.site.almanac, "BERLIN", path, &error);
	rn_assert_no_error (error);
	mia = stage_person ("mia");
	rn_record_set (&mia->site, "Berlin");
	rn_save (stage.db, mia, NULL);
	stage_begin ();
	/* from Friday noon on: Monday the 16th is the next */
	rn_time friday = STAGE_MONDAY + 4 * RN_DAY;
	ck_assert_int_eq (rn_turn_after (&stage.turn, "", "1 working day", friday, mia), friday + 10 * RN_DAY);
	ck_assert_int_eq (rn_polite_time (&stage.turn, mia, friday + 3 * RN_DAY), STAGE_MONDAY + 14 * RN_DAY - RN_HOUR);
	stage_end ();
	poll_pair ();
	for (int n = 1; n <= 3; n++)
		ck_assert_msg (poll_slot (n) < STAGE_MONDAY + 6 * RN_DAY || poll_slot (n) > STAGE_MONDAY + 13 * RN_DAY,
		               "time %d lies in the holidays", n);
	rn_almanac_free (stage.site.almanac);
}
END_TEST

static Suite *
polls_suite (void)
{
	const TTest *const tests[] = {
		three_times_are_mailed_to_both, no_time_lies_in_what_is_known_to_be_taken,
		calendars_are_asked_for_when_they_are_old, the_time_that_suits_both_becomes_the_meeting, the_last_answer_counts,
		an_answer_can_be_taken_back, a_time_that_was_taken_meanwhile_is_passed_over, no_common_time_gives_other_times,
		after_three_rounds_a_person_helps, whoever_helps_reads_wishes_in_her_language, the_silent_one_is_reminded_and_then_the_other_decides,
		of_two_silent_people_the_first_time_is_taken, an_engine_that_was_down_looks_for_times_to_come,
		a_late_number_proposes_another_time, an_assistant_answers_and_the_person_is_told,
		a_meeting_placed_otherwise_ends_it, the_end_of_a_pairing_ends_it, holidays_of_a_site_are_no_working_days,
	};
	Suite *suite = stage_suite ("polls", tests, G_N_ELEMENTS (tests));
	TCase *rows = tcase_create ("rows");

	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, unknown_is_never_shown_as_free, 0, 3);
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (polls_suite ())

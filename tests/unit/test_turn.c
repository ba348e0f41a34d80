/* Offers, and the words that mean the same whatever they answer. */
#include "turn_stage.h"

#include "due.h"
#include "letter.h"
#include <string.h>

START_TEST (both_say_yes)
{
	stage_pair ();
	ck_assert_int_eq (stage_number ("SELECT state FROM offer"), RN_OFFER_CONFIRMED);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM pairing WHERE state = 0 AND mentor = 1 AND leader = 2"), 1);
	ck_assert_int_eq (stage_number ("SELECT state FROM topic"), RN_TOPIC_TAKEN);
	ck_assert_int_eq (stage_number ("SELECT state FROM volunteer"), RN_VOLUNTEER_PAIRED);
	ck_assert_uint_eq (stage_told ("pairing:confirmed"), 1);
	stage_walk (STAGE_MONDAY + 30 * RN_DAY);
	ck_assert_uint_eq (stage_told ("offer:closed"), 0);
	ck_assert_int_eq (stage_mails ("leo", "offer-reminder") + stage_mails ("mia", "offer-reminder"), 0);
}
END_TEST

/* "Yes, but only after my holiday": a yes; the date comes later. */
START_TEST (a_yes_with_a_wish_is_a_yes)
{
	stage_offer ();
	rn_reading *reading = stage_reading ("mia", "mia", "offer");
	rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 97);
	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, "after my holiday", 50);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_number ("SELECT mentor_said FROM offer"), RN_SAID_YES);
	ck_assert_int_eq (stage_number ("SELECT ask_again FROM person WHERE id = 1"), 0);
}
END_TEST

START_TEST (one_no_shows_at_the_deadline_only)
{
	stage_offer ();
	rn_time deadline = stage_number ("SELECT deadline FROM offer");
	stage_says ("leo", "offer", RN_INTENT_YES);
	assert_ending (stage_says ("mia", "offer", RN_INTENT_NO), RN_INBOX_APPLIED, "answer");
	stage_walk (deadline - 1);
	ck_assert_int_eq (stage_mails ("leo", "not-this-time"), 0);
	ck_assert_int_eq (stage_number ("SELECT state FROM offer"), RN_OFFER_ASKED);
	stage_walk (deadline);
	ck_assert_int_eq (stage_mails ("leo", "not-this-time"), 1);
	ck_assert_int_eq (stage_mails ("mia", "not-this-time"), 0);
	ck_assert_uint_eq (stage_told ("offer:closed"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM pairing"), 0);
}
END_TEST

/* All that leo got, but for the ids that nobody can read anything from. */
static char *
seen_by_leo (void)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GString) seen = g_string_new (NULL);
	g_autoptr (rn_rows) rows = rn_db_query (stage.db, &error,
	                                        "SELECT template, written, not_before, bytes FROM outbox JOIN letter ON mail = id"
	                                        " WHERE person = 2 ORDER BY id", "");
	rn_assert_no_error (error);
	while (rn_rows_next (rows, &error)) {
		g_autoptr (rn_letter) letter = stage_letter (rows, 3);
		g_autoptr (GVariant) all = stage_fields (letter);
		g_auto (GVariantDict) fields = G_VARIANT_DICT_INIT (all);
		g_variant_dict_remove (&fields, "reply_to");
		g_autoptr (GVariant) rest = g_variant_ref_sink (g_variant_dict_end (&fields));
		g_autofree char *text = g_variant_print (rest, FALSE);
		g_string_append_printf (seen, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n",
		                        rn_rows_text (rows, 0), rn_rows_number (rows, 1), rn_rows_number (rows, 2), letter->date,
		                        text);
	}
	return g_string_free (g_steal_pointer (&seen), FALSE);
}

/* F17: she cannot tell "declined" from "no answer" from "wants no mail at all". */
START_TEST (a_decline_cannot_be_told_from_silence)
{
	static const int intents[] = { -1, RN_INTENT_NO, RN_INTENT_STOP, RN_INTENT_LATER };
	g_autofree char *silence = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS (intents); i++) {
		stage_close ();
		stage_open ();
		stage_offer ();
		stage_walk (STAGE_MONDAY + RN_HOUR);
		stage_says ("leo", "offer", RN_INTENT_YES);
		stage_walk (STAGE_MONDAY + 2 * RN_HOUR);
		if (intents[i] >= 0)
			stage_says ("mia", "offer", (enum rn_intent) intents[i]);
		stage_walk (STAGE_MONDAY + 20 * RN_DAY);
		g_autofree char *seen = seen_by_leo ();
		ck_assert_ptr_nonnull (strstr (seen, "not-this-time"));
		if (silence == NULL)
			silence = g_steal_pointer (&seen);
		else
			ck_assert_str_eq (seen, silence);
	}
}
END_TEST

START_TEST (an_answer_is_taken_back_before_the_deadline)
{
	stage_offer ();
	stage_says ("mia", "offer", RN_INTENT_YES);
	assert_ending (stage_says ("mia", "receipt-yes", RN_INTENT_UNDO), RN_INBOX_APPLIED, "undo");
	ck_assert_int_eq (stage_mails ("mia", "receipt-undo"), 1);
	stage_says ("leo", "offer", RN_INTENT_YES);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM pairing"), 0);
	stage_says ("mia", "offer", RN_INTENT_YES);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM pairing"), 1);
}
END_TEST

START_TEST (i_meant_no)
{
	stage_offer ();
	stage_says ("mia", "offer", RN_INTENT_YES);
	assert_ending (stage_says ("mia", "receipt-yes", RN_INTENT_NO), RN_INBOX_APPLIED, "answer");
	stage_says ("leo", "offer", RN_INTENT_YES);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM pairing"), 0);
	stage_walk (STAGE_MONDAY + 20 * RN_DAY);
	ck_assert_int_eq (stage_mails ("leo", "not-this-time"), 1);
}
END_TEST

START_TEST (one_reminder_however_late_the_clock)
{
	stage_offer ();
	stage_says ("leo", "offer", RN_INTENT_YES);
	stage_jump (stage_number ("SELECT deadline FROM offer") - 1);
	ck_assert_int_eq (stage_mails ("mia", "offer-reminder"), 1);
	ck_assert_int_eq (stage_mails ("leo", "offer-reminder"), 0);
	g_autoptr (rn_offer) offer = stage_load (&rn_offer_kind, 1);
	STEP (rn_offer_remind (turn, offer, &error));
	ck_assert_int_eq (stage_mails ("mia", "offer-reminder"), 1);
}
END_TEST

START_TEST (an_event_missed_for_a_week_fires_once)
{
	GVariant *row = g_variant_new_parsed ("{'index': <int64 1>, 'period': <'day'>, 'seconds': <%x>}", RN_DAY);
	g_autoptr (GVariant) periods = g_variant_ref_sink (g_variant_new_array (NULL, &row, 1));

	STEP (rn_program_schedule (turn, periods, &error));
	stage_jump (STAGE_MONDAY);
	ck_assert_int_eq (stage_number ("SELECT due FROM event WHERE name = 'every'"), STAGE_MONDAY + RN_DAY);
	stage_jump (STAGE_MONDAY + 7 * RN_DAY + RN_HOUR);
	ck_assert_uint_eq (stage_told ("every"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'every'"), 1);
	ck_assert_int_gt (stage_number ("SELECT due FROM event WHERE name = 'every'"), stage.now);
}
END_TEST

/* A turn that fails is undone with all that it scheduled; its period goes on. */
START_TEST (a_period_outlives_a_turn_that_failed)
{
	g_autoptr (GError) failure = NULL;
	GVariant *row = g_variant_new_parsed ("{'index': <int64 1>, 'period': <'day'>, 'seconds': <%x>}", RN_DAY);
	g_autoptr (GVariant) periods = g_variant_ref_sink (g_variant_new_array (NULL, &row, 1));

	STEP (rn_program_schedule (turn, periods, &error));
	stage_jump (STAGE_MONDAY);
	stage.now = STAGE_MONDAY + RN_DAY;
	for (int i = 0; i < 2; i++) { /* care and every */
		g_autoptr (rn_event) event = rn_event_next (stage.db, stage.now, &failure);
		ck_assert_ptr_nonnull (event);
		ck_assert (rn_db_begin (stage.db, NULL));
		STEP (rn_turn_due (turn, event, &error));
		rn_db_rollback (stage.db);
		STEP (rn_event_done (turn->db, event->id, &error) && rn_turn_rearm (turn, event, &error));
	}
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name IN ('every', 'care') AND due = %d",
	                                (int) (STAGE_MONDAY + 2 * RN_DAY)), 2);
}
END_TEST

static void
offer_is_refused (const char *why)
{
	g_autoptr (rn_person) mia = stage_person ("mia");
	g_autoptr (rn_person) leo = stage_person ("leo");
	g_autoptr (rn_topic) topic = stage_load (&rn_topic_kind, 1);
	g_autoptr (GError) failure = NULL;
	gint64 before = stage_number ("SELECT count(*) FROM outbox");

	ck_assert_ptr_null (rn_offer_make (stage_begin (), mia, leo, topic, NULL, NULL, &failure));
	stage_end ();
	ck_assert (g_error_matches (failure, RN_ERROR, RN_ERROR_REFUSED));
	ck_assert_msg (strstr (failure->message, why) != NULL, "%s", failure->message);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox"), before);
}

START_TEST (no_offer_to_those_who_were_asked_before)
{
	stage_offer ();
	stage_says ("mia", "offer", RN_INTENT_NO);
	stage_walk (STAGE_MONDAY + 200 * RN_DAY);
	offer_is_refused ("was asked about the other before");
}
END_TEST

START_TEST (no_offer_to_one_who_is_not_free)
{
	g_autoptr (rn_person) ida = stage_person ("ida");
	g_autoptr (rn_person) leo = stage_person ("leo");
	g_autoptr (rn_topic) topic = stage_load (&rn_topic_kind, 1);
	g_autoptr (rn_offer) other = NULL;
	STEP ((other = rn_offer_make (turn, ida, leo, topic, NULL, NULL, &error)) != NULL);
	offer_is_refused ("leo is not free");
}
END_TEST

/* F18, in both directions. */
START_TEST (no_offer_to_a_traditional_mentor)
{
	g_autoptr (GError) failure = NULL;
	const char *sides[][2] = { { "mia", "leo" }, { "leo", "mia" } };

	g_autoptr (rn_person) person = stage_person (sides[_i][0]);
	rn_record_set (&person->traditional_mentor, sides[_i][1]);
	ck_assert (rn_save (stage.db, person, &failure));
	offer_is_refused ("traditional mentoring");
}
END_TEST

START_TEST (no_offer_after_stop)
{
	g_autoptr (rn_person) leo = stage_person ("leo");
	STEP (rn_person_stop (turn, leo, &error));
	offer_is_refused ("leo is not to be asked");
}
END_TEST

/* ---- Commands ------------------------------------------------------------------ */

START_TEST (stop_refuses_offers_and_withdraws)
{
	stage_offer ();
	assert_ending (stage_says ("mia", "offer", RN_INTENT_STOP), RN_INBOX_APPLIED, "stop");
	ck_assert_int_eq (stage_number ("SELECT mentor_said FROM offer"), RN_SAID_NO);
	ck_assert_int_eq (stage_number ("SELECT state FROM volunteer"), RN_VOLUNTEER_WITHDRAWN);
	ck_assert_int_eq (stage_mails ("mia", "receipt-stop"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM task"), 0);
	g_autoptr (rn_person) mia = stage_person ("mia");
	ck_assert (!rn_person_may_be_asked (mia, stage.now + 1000 * RN_DAY));
}
END_TEST

START_TEST (stop_within_a_pairing_is_a_task)
{
	stage_meet ();
	assert_ending (stage_says ("leo", "first-session", RN_INTENT_STOP), RN_INBOX_APPLIED, "stop");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM task WHERE about = 'pairing:1' "
	                                "AND template = 'pairing-needs-you'"), 1);
	ck_assert_int_eq (stage_number ("SELECT state FROM pairing"), RN_PAIRING_ACTIVE);
}
END_TEST

START_TEST (please_stop_by_is_no_stop)
{
	stage_offer ();
	rn_reading *reading = stage_reading ("mia", "mia", "offer");
	rn_reading_add_answer (reading, RN_INTENT_STOP, 0, "", 100);
	rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 100);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_number ("SELECT mentor_said FROM offer"), RN_SAID_YES);
	ck_assert_int_eq (stage_number ("SELECT ask_again FROM person WHERE key = 'mia'"), 0);
}
END_TEST

START_TEST (help_reaches_a_person)
{
	stage_meet ();
	assert_ending (stage_says ("mia", "first-session", RN_INTENT_HELP), RN_INBOX_APPLIED, "help");
	ck_assert_str_eq (stage.about, "meeting:1");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM task WHERE template = 'help-wanted' AND about = 'person:1'"), 1);
	ck_assert_int_eq (stage_mails ("", "help-wanted"), 1);
	ck_assert_int_eq (stage_mails ("mia", "receipt-help"), 1);
}
END_TEST

/* The receipt asks for the answer that she meant, where there was a question. */
START_TEST (an_answer_to_the_receipt_of_a_call_for_help_counts)
{
	stage_offer ();
	stage_says ("mia", "offer", RN_INTENT_HELP);
	assert_ending (stage_says ("mia", "receipt-help", RN_INTENT_YES), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_number ("SELECT mentor_said FROM offer"), RN_SAID_YES);
}
END_TEST

/* F44: the way out leaves no trace in the pair's record. */
START_TEST (elsewhere_leaves_no_trace_at_the_pair)
{
	const char *traces = "SELECT count(*) FROM journal_about WHERE ref IN ('meeting:1', 'pairing:1', 'offer:1', 'person:2')";

	stage_meet ();
	gint64 before = stage_number ("%s", traces);
	assert_ending (stage_says ("mia", "first-session", RN_INTENT_ELSEWHERE), RN_INBOX_APPLIED, "elsewhere");
	ck_assert_str_eq (stage.about, "");
	ck_assert_int_eq (stage_number ("%s", traces), before);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM task WHERE template = 'help-wanted' AND about = '' "
	                                "AND details = ''"), 1);
}
END_TEST

static Suite *
suite (void)
{
	const TTest *tests[] = {
		both_say_yes, a_yes_with_a_wish_is_a_yes, one_no_shows_at_the_deadline_only,
		a_decline_cannot_be_told_from_silence, an_answer_is_taken_back_before_the_deadline, i_meant_no,
		one_reminder_however_late_the_clock, an_event_missed_for_a_week_fires_once,
		a_period_outlives_a_turn_that_failed, no_offer_to_those_who_were_asked_before,
		no_offer_to_one_who_is_not_free, no_offer_after_stop, stop_refuses_offers_and_withdraws,
		stop_within_a_pairing_is_a_task, please_stop_by_is_no_stop, help_reaches_a_person,
		an_answer_to_the_receipt_of_a_call_for_help_counts,
		elsewhere_leaves_no_trace_at_the_pair,
	};
	Suite *suite = stage_suite ("turn", tests, G_N_ELEMENTS (tests));
	TCase *sides = tcase_create ("both sides");
	tcase_add_checked_fixture (sides, stage_open, stage_close);
	tcase_add_loop_test (sides, no_offer_to_a_traditional_mentor, 0, 2);
	suite_add_tcase (suite, sides);
	return suite;
}

RN_UNIT_MAIN (suite ())

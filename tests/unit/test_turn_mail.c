/* Who may say what for whom, when mail leaves, tasks, and people who come and go. */
#include "turn_stage.h"

#include <string.h>

#include "clock.h"
#include "due.h"
#include "outbox.h"

START_TEST (an_automatic_reply_puts_mail_off_to_the_return)
{
	rn_time back = STAGE_MONDAY + 9 * RN_DAY;
	rn_reading *reading = stage_reading ("mia", "", "");

	reading->kind = RN_MAIL_ABSENCE;
	reading->absent_until = back;
	rn_reading_set (&reading->authentication, "pass");
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "absent");
	stage_offer ();
	ck_assert_int_eq (stage_number ("SELECT not_before FROM outbox WHERE person = 1"), back);
	ck_assert_int_eq (stage_number ("SELECT not_before FROM outbox WHERE person = 2"), STAGE_MONDAY);
	ck_assert_int_gt (stage_number ("SELECT deadline FROM offer"), back + RN_DAY);
}
END_TEST

static struct rn_ending
absence_of (const char *from, const char *asked, const char *template)
{
	rn_reading *reading = stage_reading (from, asked, template);

	reading->kind = RN_MAIL_ABSENCE;
	reading->absent_until = stage.now + 9 * RN_DAY;
	return stage_take (reading);
}

START_TEST (an_absence_is_believed_with_the_token_of_who_is_away)
{
	stage_offer ();
	assert_ending (absence_of ("mia", "", ""), RN_INBOX_IGNORED, "absence-without-token");
	assert_ending (absence_of ("ida", "mia", "offer"), RN_INBOX_IGNORED, "absence-without-token");
	assert_ending (absence_of ("somebody@else.example", "", ""), RN_INBOX_IGNORED, "absence-of-nobody");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM person WHERE absent_until > 0"), 0);
	assert_ending (absence_of ("mailbox-of-leo@company.example", "leo", "offer"), RN_INBOX_APPLIED, "absent");
	assert_ending (absence_of ("mia", "mia", "offer"), RN_INBOX_APPLIED, "absent");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM person WHERE absent_until > 0 AND key IN ('mia', 'leo')"), 2);
}
END_TEST

START_TEST (mail_waits_for_working_hours_but_an_answer_does_not)
{
	stage.now = STAGE_MONDAY + 12 * RN_HOUR;
	stage_offer ();
	/* Tuesday at nine in Berlin */
	ck_assert_int_eq (stage_number ("SELECT not_before FROM outbox WHERE person = 1"), STAGE_MONDAY + 23 * RN_HOUR);
	stage_says ("mia", "offer", RN_INTENT_YES);
	ck_assert_int_eq (stage_number ("SELECT not_before FROM outbox WHERE template = 'receipt-yes'"), stage.now);
}
END_TEST

static struct rn_ending
bounces (const char *asked, const char *template)
{
	rn_reading *reading = stage_reading ("postmaster@company.example", asked, template);
	struct rn_bounce *bounce = rn_reading_add_bounce (reading);
	g_autofree char *recipient = g_strdup_printf ("%s@company.example", *asked != '\0' ? asked : "mia");

	reading->kind = RN_MAIL_BOUNCE;
	rn_reading_set (&bounce->recipient, recipient);
	rn_reading_set (&bounce->action, "failed");
	rn_reading_set (&bounce->reason, "no such user");
	bounce->permanent = TRUE;
	return stage_take (reading);
}

START_TEST (a_bounce_without_token_changes_nothing)
{
	assert_ending (bounces ("", ""), RN_INBOX_HELD, "bounce-without-token");
	ck_assert_int_eq (stage_number ("SELECT sum(unreachable) FROM person"), 0);
}
END_TEST

START_TEST (a_bounce_with_token_makes_unreachable)
{
	stage_offer ();
	assert_ending (bounces ("mia", "offer"), RN_INBOX_APPLIED, "bounce");
	ck_assert_int_eq (stage_number ("SELECT unreachable FROM person WHERE key = 'mia'"), 1);
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("person:unreachable"), 1);
	stage_walk (STAGE_MONDAY + 4 * RN_DAY);
	ck_assert_int_eq (stage_mails ("mia", "offer-reminder"), 0);
}
END_TEST

START_TEST (a_bounce_of_an_invitation_makes_unreachable_and_is_no_answer)
{
	stage_meet ();
	assert_ending (bounces ("leo", "first-session"), RN_INBOX_APPLIED, "bounce");
	ck_assert_int_eq (stage_number ("SELECT unreachable FROM person WHERE key = 'leo'"), 1);
	ck_assert_int_eq (stage_number ("SELECT by_leader_partstat FROM meeting"), RN_PARTSTAT_NEEDS_ACTION);
	stage_jump (stage.now);
	ck_assert_uint_eq (stage_told ("person:unreachable"), 1);
}
END_TEST

START_TEST (words_of_a_program_count_and_are_not_answered)
{
	stage_offer ();
	rn_reading *reading = stage_reading ("mia", "mia", "offer");
	rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 100);
	reading->automatic = TRUE; /* X-Auto-Response-Suppress: All */
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_number ("SELECT mentor_said FROM offer"), RN_SAID_YES);
	ck_assert_int_eq (stage_mails ("mia", "receipt-yes"), 0);
	reading = stage_reading ("leo", "leo", "offer");
	rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 20);
	reading->automatic = TRUE;
	assert_ending (stage_take (reading), RN_INBOX_HELD, "perhaps-yes");
	ck_assert_int_eq (stage_mails ("leo", "not-understood"), 0);
}
END_TEST

START_TEST (a_complaint_ends_asking_without_a_word)
{
	stage_offer ();
	rn_reading *reading = stage_reading ("fbl@isp.example", "mia", "offer");
	reading->kind = RN_MAIL_COMPLAINT;
	reading->automatic = TRUE;
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "complaint");
	g_autoptr (rn_person) mia = stage_person ("mia");
	ck_assert (!rn_person_may_be_asked (mia, stage.now + 1000 * RN_DAY));
	ck_assert_int_eq (stage_mails ("mia", "receipt-stop"), 0);
}
END_TEST

static rn_reading *
yes_from (const char *from, const char *asked, const char *template)
{
	rn_reading *reading = stage_reading (from, asked, template);
	rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 100);
	return reading;
}

START_TEST (a_token_from_somebody_elses_address_is_held)
{
	stage_offer ();
	assert_ending (stage_take (yes_from ("ida", "mia", "offer")), RN_INBOX_HELD, "sender-mismatch");
	assert_ending (stage_take (yes_from ("evil@other.example", "mia", "offer")), RN_INBOX_HELD, "sender-mismatch");
	ck_assert_int_eq (stage_number ("SELECT mentor_said + leader_said FROM offer"), 0);
}
END_TEST

START_TEST (an_answer_of_the_other_of_the_pair_counts_as_hers)
{
	stage_offer ();
	assert_ending (stage_take (yes_from ("leo", "mia", "offer")), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_number ("SELECT mentor_said FROM offer"), RN_SAID_NOTHING);
	ck_assert_int_eq (stage_number ("SELECT leader_said FROM offer"), RN_SAID_YES);
}
END_TEST

START_TEST (the_other_of_the_pair_accepts_a_meeting_as_herself)
{
	stage_meet ();
	assert_ending (stage_take (yes_from ("leo", "mia", "first-session")), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_number ("SELECT by_mentor_partstat FROM meeting"), RN_PARTSTAT_NEEDS_ACTION);
	ck_assert_int_eq (stage_number ("SELECT by_leader_partstat FROM meeting"), RN_PARTSTAT_ACCEPTED);
}
END_TEST

START_TEST (a_from_that_is_not_genuine_is_held)
{
	stage_offer ();
	rn_reading *reading = yes_from ("mia", "mia", "offer");
	rn_reading_set (&reading->authentication, "fail");
	assert_ending (stage_take (reading), RN_INBOX_HELD, "not-authentic");
	ck_assert_int_eq (stage_number ("SELECT mentor_said FROM offer"), RN_SAID_NOTHING);
}
END_TEST

START_TEST (in_a_trial_one_mailbox_answers_for_everybody)
{
	stage.site.redirect_all_to = "trial@company.example";
	stage_offer ();
	assert_ending (stage_take (yes_from ("trial@company.example", "mia", "offer")), RN_INBOX_APPLIED, "answer");
	assert_ending (stage_take (yes_from ("trial@company.example", "leo", "offer")), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM pairing"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE recipient <> 'trial@company.example'"), 0);
}
END_TEST

START_TEST (two_robots_stop_answering_each_other)
{
	stage_offer ();
	for (int i = 0; i < 20; i++)
		stage_says ("mia", "offer", RN_INTENT_YES);
	ck_assert_int_eq (stage_mails ("mia", "receipt-yes"), 8);
	stage.now += RN_DAY + RN_HOUR;
	stage_says ("mia", "offer", RN_INTENT_YES);
	ck_assert_int_eq (stage_mails ("mia", "receipt-yes"), 9);
}
END_TEST

/* She answers her newest mail of that template with a word. */
static void
replies (const char *template, enum rn_intent intent)
{
	rn_reading *reading = stage_reading ("mia", "mia", template);
	g_autofree char *id = stage_text ("SELECT message_id FROM outbox WHERE person = 1 AND template = '%s' ORDER BY id DESC",
	                                  template);

	rn_reading_set (&reading->in_reply_to, id);
	rn_reading_add_answer (reading, intent, 0, "", 100);
	stage_take (reading);
}

START_TEST (who_answers_a_receipt_gets_no_second_one_of_the_same_words)
{
	stage_offer ();
	replies ("offer", RN_INTENT_YES);
	ck_assert_int_eq (stage_mails ("mia", "receipt-yes"), 1);
	replies ("receipt-yes", RN_INTENT_YES);
	ck_assert_msg (strstr (stage.reasons, "“receipt-yes” is not mailed") != NULL, "%s", stage.reasons);
	ck_assert_int_eq (stage_mails ("mia", "receipt-yes"), 1);
	/* other words are said, and the same to another question */
	replies ("receipt-yes", RN_INTENT_NO);
	ck_assert_int_eq (stage_mails ("mia", "receipt-no"), 1);
	replies ("offer", RN_INTENT_YES);
	ck_assert_int_eq (stage_mails ("mia", "receipt-yes"), 2);
	/* nor can the words of a damaged one be the same */
	ck_assert (rn_db_run (stage.db, NULL,
	                      "UPDATE letter SET bytes = x'0601' FROM outbox WHERE mail = id AND template = 'receipt-yes'", ""));
	replies ("receipt-yes", RN_INTENT_YES);
	ck_assert_int_eq (stage_mails ("mia", "receipt-yes"), 3);
}
END_TEST

/* ---- Tasks ------------------------------------------------------------------------ */

static void
make_task (const char *template)
{
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	struct rn_task_order order = { .template = template, .about = pairing, .cause = "no-common-time" };
	g_autoptr (rn_task) task = NULL;
	STEP ((task = rn_task_make (turn, &order, &error)) != NULL);
}

static struct rn_ending
coordinator_says (const char *template, enum rn_intent intent)
{
	rn_reading *reading = stage_reading (STAGE_COORDINATOR, "", template);
	rn_reading_add_answer (reading, intent, 0, "", 100);
	return stage_take (reading);
}

/* The newest mail of that template to the coordinator. */
static rn_letter *
newest_letter (const char *template)
{
	g_autoptr (rn_rows) rows = rn_db_query (
	        stage.db, NULL, "SELECT bytes FROM outbox JOIN letter ON mail = id WHERE person = 0 AND template = ? "
	                        "ORDER BY id DESC",
	        "s", template);

	ck_assert (rn_rows_next (rows, NULL));
	return stage_letter (rows, 0);
}

/* Its field “about”. */
static char *
about_in_mail (const char *template)
{
	char *about = NULL;
	g_autoptr (rn_letter) letter = newest_letter (template);
	g_autoptr (GVariant) fields = stage_fields (letter);
	ck_assert (g_variant_lookup (fields, "about", "s", &about));
	return about;
}

/* A coordinator knows people, not the numbers of records. */
START_TEST (a_task_says_whom_it_is_about)
{
	stage_pair ();
	g_autoptr (rn_person) mia = stage_person ("mia"), leo = stage_person ("leo");
	g_autofree char *pair = g_strdup_printf ("%s <%s> and %s <%s> (pairing:1)", mia->name, mia->address, leo->name,
	                                         leo->address);
	g_autofree char *person = g_strdup_printf ("%s <%s>", mia->name, mia->address);

	make_task ("pairing-needs-you");
	g_autofree char *of_pair = about_in_mail ("pairing-needs-you");
	ck_assert_str_eq (of_pair, pair);
	stage_says ("mia", "offer", RN_INTENT_HELP);
	g_autofree char *of_person = about_in_mail ("help-wanted");
	ck_assert_str_eq (of_person, person);
}
END_TEST

START_TEST (done_ends_a_task)
{
	stage_pair ();
	make_task ("pairing-needs-you");
	rn_reading *reading = stage_reading (STAGE_COORDINATOR, "", "pairing-needs-you");
	rn_reading_add_answer (reading, RN_INTENT_YES, 0, RN_DONE, 100);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "task-done");
	stage_walk (STAGE_MONDAY + 13 * RN_DAY);
	ck_assert_int_eq (stage_number ("SELECT state FROM task"), RN_TASK_DONE);
	ck_assert_uint_eq (stage_told ("task:done"), 1);
	ck_assert_int_eq (stage_mails ("", "task-reminder"), 0);
}
END_TEST

START_TEST (a_task_is_done_by_nobody_else)
{
	stage_pair ();
	make_task ("pairing-needs-you");
	assert_ending (stage_take (yes_from ("ida", "", "pairing-needs-you")), RN_INBOX_HELD, "sender-mismatch");
	ck_assert_int_eq (stage_number ("SELECT state FROM task"), RN_TASK_OPEN);
}
END_TEST

/* The name of its template's file. */
static char *
stationery_of (const char *template)
{
	char *name = NULL;
	g_autoptr (rn_letter) letter = newest_letter (template);
	g_autoptr (GVariant) source = rn_stationery_load (stage.db, letter->stationery, NULL);
	g_variant_get_child (source, 0, "s", &name);
	return name;
}

/* "Done by tomorrow" */
START_TEST (a_promise_puts_a_task_off)
{
	stage_pair ();
	make_task ("pairing-needs-you");
	rn_reading *reading = stage_reading (STAGE_COORDINATOR, "", "pairing-needs-you");
	g_autofree char *tomorrow = rn_time_text ((reading->date != 0 ? reading->date : stage.now) + RN_DAY);
	rn_reading_add_answer (reading, RN_INTENT_YES, 0, RN_DONE, 97);
	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, tomorrow, 92);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "task-later");
	ck_assert_int_ne (stage_number ("SELECT state FROM task"), RN_TASK_DONE);
}
END_TEST

/* "Will do" */
START_TEST (a_task_is_not_done_by_a_yes_alone)
{
	stage_pair ();
	make_task ("pairing-needs-you");
	assert_ending (coordinator_says ("pairing-needs-you", RN_INTENT_YES), RN_INBOX_APPLIED, "task-later");
	ck_assert_int_ne (stage_number ("SELECT state FROM task"), RN_TASK_DONE);
}
END_TEST

START_TEST (later_puts_a_task_off)
{
	stage_pair ();
	make_task ("pairing-needs-you");
	stage_walk (STAGE_MONDAY + 2 * RN_DAY);
	assert_ending (coordinator_says ("pairing-needs-you", RN_INTENT_LATER), RN_INBOX_APPLIED, "task-later");
	stage_walk (STAGE_MONDAY + 4 * RN_DAY);
	ck_assert_int_eq (stage_mails ("", "task-reminder"), 0);
	stage_walk (STAGE_MONDAY + 8 * RN_DAY);
	ck_assert_int_eq (stage_mails ("", "task-reminder"), 1);
}
END_TEST

/* The address of the coordinator in the directory, if she is there; its language; the program's; and that of the mail. */
static const struct {
	const char *name, *address, *hers, *program, *mail;
} tongues[] = {
	{ "in the directory", STAGE_COORDINATOR, "de", "en", "de" },
	{ "in the directory, of another language than the program", STAGE_COORDINATOR, "en", "de", "en" },
	{ "not in the directory", "hanna@company.example", "en", "de", "de" },
};

START_TEST (a_task_is_in_the_language_of_whoever_gets_it)
{
	stage_pair ();
	g_autoptr (rn_person) hanna = stage_add_person ("hanna", "coordinator");
	rn_record_set (&hanna->address, tongues[_i].address);
	rn_record_set (&hanna->language, tongues[_i].hers);
	ck_assert (rn_save (stage.db, hanna, NULL));
	g_free (stage.program->language);
	stage.program->language = g_strdup (tongues[_i].program);
	make_task ("pairing-needs-you");
	stage_walk (STAGE_MONDAY + 3 * RN_DAY);
	for (int i = 0; i < 2; i++) {
		static const char *const templates[] = { "pairing-needs-you", "task-reminder" };
		g_autofree char *path = g_strdup_printf ("%s/%s.md", tongues[_i].mail, templates[i]);
		g_autofree char *source = stationery_of (templates[i]);
		ck_assert_msg (g_str_has_suffix (source, path), "%s: %s", tongues[_i].name, source);
	}
}
END_TEST

static gint64
reminders (const char *template, const char *address)
{
	return stage_number ("SELECT count(*) FROM outbox WHERE template = '%s' AND recipient = '%s'", template, address);
}

/* Monday, three working days, four working days; the sponsor hears of it once. */
START_TEST (a_task_is_reminded_of_and_goes_to_the_sponsor)
{
	stage_pair ();
	make_task ("pairing-needs-you");
	stage_walk (STAGE_MONDAY + 3 * RN_DAY);
	ck_assert_int_eq (reminders ("task-reminder", STAGE_COORDINATOR), 1);
	ck_assert_int_eq (reminders ("task-escalated", STAGE_SPONSOR), 0);
	stage_walk (STAGE_MONDAY + 9 * RN_DAY);
	ck_assert_int_eq (reminders ("task-escalated", STAGE_SPONSOR), 1);
	ck_assert_int_eq (stage_number ("SELECT state FROM task"), RN_TASK_ESCALATED);
	stage_walk (STAGE_MONDAY + 40 * RN_DAY);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE recipient = '%s'", STAGE_SPONSOR), 1);
	ck_assert_int_gt (reminders ("task-reminder", STAGE_COORDINATOR), 2);
}
END_TEST

/* LATER, each time she is reminded: she is at it. */
START_TEST (later_keeps_a_task_from_the_sponsor)
{
	stage_pair ();
	make_task ("pairing-needs-you");
	for (int i = 1; i < 8; i++) {
		stage_walk (STAGE_MONDAY + 5 * i * RN_DAY);
		coordinator_says ("pairing-needs-you", RN_INTENT_LATER);
	}
	ck_assert_int_gt (reminders ("task-reminder", STAGE_COORDINATOR), 2);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE recipient = '%s'", STAGE_SPONSOR), 0);
}
END_TEST

START_TEST (a_call_for_help_never_goes_to_the_sponsor)
{
	stage_offer ();
	stage_says ("mia", "offer", RN_INTENT_HELP);
	stage_walk (STAGE_MONDAY + 60 * RN_DAY);
	ck_assert_int_gt (stage_mails ("", "task-reminder"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE recipient = '%s'", STAGE_SPONSOR), 0);
}
END_TEST

/* ---- The daily look after pairings ------------------------------------------------- */

static void
look_daily (rn_time until)
{
	g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new ("aa{sv}", NULL));
	STEP (rn_program_schedule (turn, none, &error));
	stage_walk (until);
}

/* F32: never abandoned. */
START_TEST (a_pairing_without_next_act_gets_one_task)
{
	stage_pair ();
	look_daily (STAGE_MONDAY + 13 * RN_DAY);
	ck_assert_int_eq (stage_mails ("", "fallback-task"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM task WHERE about = 'pairing:1' AND fallback = 1"), 1);
}
END_TEST

/* A policy that failed for weeks leaves hundreds. */
START_TEST (of_many_pairings_without_next_act_each_day_has_its_share)
{
	stage_pair ();
	STEP (rn_db_run (turn->db, &error, "CREATE TEMP TABLE copy AS SELECT * FROM pairing", "") &&
	      rn_db_run (turn->db, &error, "UPDATE copy SET id = NULL", ""));
	for (int i = 1; i < 650; i++)
		STEP (rn_db_run (turn->db, &error, "INSERT INTO pairing SELECT * FROM copy", ""));
	look_daily (STAGE_MONDAY + 9 * RN_DAY);
	ck_assert_int_eq (stage_number ("SELECT count(DISTINCT about) FROM task WHERE fallback = 1"), 650);
	ck_assert_int_eq (stage_number ("SELECT max(n) FROM (SELECT count(*) AS n FROM task WHERE fallback = 1 GROUP BY made)"), 100);
}
END_TEST

START_TEST (a_late_pairing_climbs_each_rung_once)
{
	stage_pair ();
	look_daily (STAGE_MONDAY + 80 * RN_DAY);
	ck_assert_uint_eq (stage_told ("pairing:late"), 3);
	ck_assert_int_eq (stage_number ("SELECT rung FROM pairing"), 3);
	ck_assert_int_eq (stage_number ("SELECT state FROM pairing"), RN_PAIRING_ACTIVE);
}
END_TEST

/* ---- The directory ------------------------------------------------------------------ */

/* The directory as it is, without the first `n` of sixty more. */
static void
read_directory_without (guint n)
{
	g_autoptr (GError) failure = NULL;
	g_autoptr (GPtrArray) people = rn_find (stage.db, &rn_person_kind, &failure, NULL);
	guint changed = 0;

	rn_assert_no_error (failure);
	g_ptr_array_remove_range (people, 3, n);
	STEP (rn_people_import (turn, people, &changed, &error));
}

static void
add_sixty (void)
{
	for (int i = 0; i < 60; i++) {
		g_autofree char *key = g_strdup_printf ("p%02d", i);
		rn_record_free (stage_add_person (key, "mentor"));
	}
}

START_TEST (who_left_is_told_to_every_program)
{
	add_sixty ();
	g_ptr_array_add (stage.site.program_names, (gpointer) "buddies");
	read_directory_without (2);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM person WHERE state = 1 AND key IN ('p00', 'p01')"), 2);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'person:left' AND program = 'buddies'"), 2);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'person:left' "
	                                "AND program = 'reverse-mentoring'"), 2);
}
END_TEST

START_TEST (a_directory_that_was_cut_off_takes_nobody_out)
{
	add_sixty ();
	read_directory_without (7);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM person WHERE state = 1"), 0);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'person:left'"), 0);
	ck_assert_int_eq (stage_mails ("", "people-missing"), 1);
}
END_TEST

static rn_person *
row_of_twin (const char *name)
{
	rn_person *person = rn_person_new ();

	rn_record_set (&person->key, "twin");
	rn_record_set (&person->name, name);
	return person;
}

START_TEST (of_two_rows_with_one_key_the_last_counts_whenever_it_is_read)
{
	for (int i = 0; i < 3; i++) {
		g_autoptr (GPtrArray) people = rn_find (stage.db, &rn_person_kind, NULL, NULL);
		guint changed = 0;
		for (guint j = 0; j < people->len; j++)
			if (g_str_equal (((rn_person *) g_ptr_array_index (people, j))->key, "twin"))
				g_ptr_array_remove_index (people, j--);
		g_ptr_array_add (people, row_of_twin ("Ada"));
		g_ptr_array_add (people, row_of_twin ("Ada"));
		g_ptr_array_add (people, row_of_twin ("Bea"));
		STEP (rn_people_import (turn, people, &changed, &error));
		ck_assert_msg (stage_number ("SELECT count(*) FROM person WHERE key = 'twin'") == 1, "reading %d", i);
		ck_assert_msg (stage_number ("SELECT count(*) FROM person WHERE key = 'twin' AND name = 'Bea'") == 1,
		               "reading %d", i);
	}
}
END_TEST

static Suite *
suite (void)
{
	const TTest *tests[] = {
		an_automatic_reply_puts_mail_off_to_the_return, an_absence_is_believed_with_the_token_of_who_is_away,
		mail_waits_for_working_hours_but_an_answer_does_not, a_bounce_without_token_changes_nothing,
		a_bounce_with_token_makes_unreachable, a_bounce_of_an_invitation_makes_unreachable_and_is_no_answer,
		words_of_a_program_count_and_are_not_answered, a_complaint_ends_asking_without_a_word,
		a_token_from_somebody_elses_address_is_held, an_answer_of_the_other_of_the_pair_counts_as_hers,
		the_other_of_the_pair_accepts_a_meeting_as_herself, a_from_that_is_not_genuine_is_held,
		in_a_trial_one_mailbox_answers_for_everybody, two_robots_stop_answering_each_other,
		who_answers_a_receipt_gets_no_second_one_of_the_same_words, a_task_says_whom_it_is_about, done_ends_a_task,
		a_task_is_done_by_nobody_else, later_puts_a_task_off, a_promise_puts_a_task_off,
		a_task_is_not_done_by_a_yes_alone,
		a_task_is_reminded_of_and_goes_to_the_sponsor, later_keeps_a_task_from_the_sponsor, a_call_for_help_never_goes_to_the_sponsor,
		a_pairing_without_next_act_gets_one_task, of_many_pairings_without_next_act_each_day_has_its_share,
		a_late_pairing_climbs_each_rung_once,
		who_left_is_told_to_every_program, a_directory_that_was_cut_off_takes_nobody_out,
		of_two_rows_with_one_key_the_last_counts_whenever_it_is_read,
	};
	Suite *suite = stage_suite ("mail", tests, G_N_ELEMENTS (tests));
	TCase *rows = tcase_create ("rows");

	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, a_task_is_in_the_language_of_whoever_gets_it, 0, G_N_ELEMENTS (tongues));
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (suite ())

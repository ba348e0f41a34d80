/* Campaigns: their waves, and pausing, resuming and stopping them. */
#include "turn_stage.h"

#include <string.h>

#include "campaign_mail.h"
#include "journal.h"
#include "letter.h"
#include "question.h"
#include "topic.h"

#define PEOPLE 5

/* Five more people, and a mail to them all; `wave` of them an hour. */
static void
begin (gint64 wave)
{
	g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rn_record_free);
	g_autoptr (rn_campaign) campaign = NULL;

	for (int i = 0; i < PEOPLE; i++) {
		g_autofree char *key = g_strdup_printf ("p%d", i);
		g_ptr_array_add (people, stage_add_person (key, "leader"));
	}
	g_ptr_array_add (people, stage_person ("p0")); /* a policy may name her twice */
	struct rn_campaign_order order = { .template = "ask-topics", .form = "topics", .people = people, .wave = wave };
	STEP ((campaign = rn_campaign_begin (turn, &order, &error)) != NULL);
	stage_jump (stage.now);
}

typedef gboolean (*verb) (rn_turn *turn, rn_campaign *campaign, GError **error);

static void
person_says (verb word)
{
	g_autoptr (rn_campaign) campaign = stage_load (&rn_campaign_kind, 1);
	STEP (word (turn, campaign, &error));
}

static int
state (void)
{
	return (int) stage_number ("SELECT state FROM campaign");
}

/* Takes what is due now, at most so many; gives their recipients. */
static GArray *
lease (guint max, gint64 *id)
{
	GArray *rows = NULL;
	ck_assert (rn_outbox_lease (stage.db, "out", stage.now, max, "progress", id, &rows, NULL));
	return rows;
}

/* Sends what is due now, at most so many; gives how many there were. */
static guint
send_out (guint max)
{
	static const struct rn_delivery sent = { RN_VERDICT_SENT, 250, "2.0.0", "taken" };
	gint64 id = 0;
	g_autoptr (GArray) rows = lease (max, &id);

	for (guint i = 0; i < rows->len; i++)
		ck_assert (rn_outbox_settle (stage.db, g_array_index (rows, struct rn_leased, i).id, &sent, stage.now, NULL));
	ck_assert (rn_outbox_end_lease (stage.db, id, NULL));
	return rows->len;
}

/* "waiting queued sent refused uncertain skipped" */
static char *
counts (void)
{
	struct rn_campaign_counts n;
	ck_assert (rn_campaign_counts (stage.db, 1, &n, NULL));
	return g_strdup_printf ("%d %d %d %d %d %d", (int) n.waiting, (int) n.queued, (int) n.sent, (int) n.refused,
	                        (int) n.uncertain, (int) n.skipped);
}

#define assert_counts(wanted)                              \
	do {                                               \
		g_autofree char *counts_ = counts ();      \
		ck_assert_str_eq (counts_, wanted);        \
	} while (0)

/* How many mails are listed so. */
static guint
listed (const char *name)
{
	g_autoptr (GPtrArray) list = rn_outbox_list (stage.db, name, NULL);
	return list->len;
}

/* ---- Running ------------------------------------------------------------------- */

START_TEST (it_is_done_when_the_last_mail_has_left)
{
	begin (0);
	assert_counts ("0 5 0 0 0 0");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM recipient"), PEOPLE);
	ck_assert_uint_eq (send_out (4), 4);
	stage_walk (STAGE_MONDAY + RN_DAY);
	assert_counts ("0 1 4 0 0 0");
	ck_assert_int_eq (state (), RN_CAMPAIGN_RUNNING);
	/* it is looked at seldom in the end */
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM journal_about WHERE ref = 'campaign:1'"), 2 + 6 + 22);
	ck_assert_uint_eq (send_out (4), 1);
	stage_walk (STAGE_MONDAY + RN_DAY + RN_HOUR);
	ck_assert_int_eq (state (), RN_CAMPAIGN_DONE);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE about = 'campaign:1'"), 0);
}
END_TEST

/* ---- Lists ----------------------------------------------------------------------- */

#define TOPICS 250 /* three lists of at most a hundred */

static GPtrArray *
many_topics (void)
{
	GPtrArray *topics = g_ptr_array_new_with_free_func (rn_record_free);
	g_autoptr (rn_person) owner = stage_add_person ("owner", "leader");

	for (int i = 0; i < TOPICS; i++) {
		rn_topic *topic = rn_topic_new ();
		rn_record_set (&topic->title, "Chess");
		topic->owner = owner->record.id;
		ck_assert (rn_save (stage.db, topic, NULL));
		g_ptr_array_add (topics, topic);
	}
	return topics;
}

static void
mail_list (GPtrArray *topics, guint n_people)
{
	g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rn_record_free);
	g_autoptr (rn_campaign) campaign = NULL;

	for (guint i = 0; i < n_people; i++) {
		g_autofree char *key = g_strdup_printf ("m%u", i);
		g_ptr_array_add (people, stage_add_person (key, "mentor"));
	}
	struct rn_campaign_order order = { .template = "open-topics", .people = people, .topics = topics };
	STEP ((campaign = rn_campaign_begin (turn, &order, &error)) != NULL);
	stage_jump (stage.now);
}

START_TEST (more_topics_than_a_mail_holds_are_dealt_out)
{
	g_autoptr (GPtrArray) topics = many_topics ();
	g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	rn_topic *taken = g_ptr_array_index (topics, 7);

	taken->state = RN_TOPIC_TAKEN;
	ck_assert (rn_save (stage.db, taken, NULL));
	mail_list (topics, 9);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM ask"), 9);
	for (int id = 1; id <= 9; id++) {
		g_autoptr (rn_ask) ask = stage_load (&rn_ask_kind, id);
		guint n = g_strv_length (ask->topics);
		ck_assert_msg (n >= 80 && n <= 100, "ask:%d has %u", id, n);
		for (guint i = 0; i < n; i++) {
			guint times = GPOINTER_TO_UINT (g_hash_table_lookup (shown, ask->topics[i])) + 1;
			g_hash_table_replace (shown, g_strdup (ask->topics[i]), GUINT_TO_POINTER (times));
		}
	}
	g_autofree char *ref = rn_record_ref (taken);
	ck_assert (!g_hash_table_contains (shown, ref));
	ck_assert_uint_eq (g_hash_table_size (shown), TOPICS - 1);
	GHashTableIter iter;
	gpointer topic, times;
	for (g_hash_table_iter_init (&iter, shown); g_hash_table_iter_next (&iter, &topic, &times);)
		ck_assert_msg (GPOINTER_TO_UINT (times) == 3, "%s is shown %u times", (char *) topic, GPOINTER_TO_UINT (times));
}
END_TEST

START_TEST (a_list_of_which_all_was_taken_is_not_mailed)
{
	g_autoptr (GPtrArray) topics = many_topics ();

	for (guint i = 0; i < topics->len; i++) {
		rn_topic *topic = g_ptr_array_index (topics, i);
		topic->state = i % 3 == 1 ? RN_TOPIC_OPEN : RN_TOPIC_TAKEN; /* of three lists one is left */
		ck_assert (rn_save (stage.db, topic, NULL));
	}
	mail_list (topics, 4);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM ask WHERE topics <> ''"), 4);
	ck_assert_int_eq (stage_number ("SELECT count(DISTINCT topics) FROM ask"), 1);
}
END_TEST

/* ---- Paused -------------------------------------------------------------------- */

START_TEST (nothing_of_it_is_written_or_leaves_while_it_is_paused)
{
	rn_time due = STAGE_MONDAY;

	begin (2);
	person_says (rn_campaign_pause);
	ck_assert_msg (strstr (stage.reasons, "3 people wait for their mail, 2 mails for their way") != NULL, "%s",
	               stage.reasons);
	ck_assert (rn_outbox_next_due (stage.db, "out", &due, NULL) && due == 0);
	stage_walk (STAGE_MONDAY + RN_DAY);
	assert_counts ("3 2 0 0 0 0");
	ck_assert_uint_eq (send_out (10), 0);
	ck_assert_uint_eq (listed ("paused"), 2);
	ck_assert_uint_eq (listed ("queued"), 0);
	ck_assert_int_eq (state (), RN_CAMPAIGN_PAUSED);
	/* other mail does */
	stage_offer ();
	ck_assert_uint_eq (send_out (10), 2);
}
END_TEST

START_TEST (resumed_it_goes_on_where_it_stood)
{
	begin (2);
	person_says (rn_campaign_pause);
	stage_walk (STAGE_MONDAY + RN_MINUTE);
	person_says (rn_campaign_resume);
	stage_jump (stage.now);
	assert_counts ("3 2 0 0 0 0"); /* the second wave has its hour */
	ck_assert_uint_eq (send_out (10), 2);
	stage_walk (STAGE_MONDAY + RN_HOUR);
	assert_counts ("1 2 2 0 0 0");
}
END_TEST

START_TEST (a_wave_that_fell_due_happens_when_it_is_resumed)
{
	begin (2);
	person_says (rn_campaign_pause);
	stage_walk (STAGE_MONDAY + 3 * RN_HOUR);
	assert_counts ("3 2 0 0 0 0");
	person_says (rn_campaign_resume);
	stage_jump (stage.now);
	assert_counts ("1 4 0 0 0 0"); /* one wave, not all that were missed */
	ck_assert_uint_eq (send_out (10), 4);
	stage_walk (STAGE_MONDAY + 4 * RN_HOUR);
	assert_counts ("0 1 4 0 0 0");
	ck_assert_uint_eq (send_out (10), 1);
	ck_assert_int_eq (stage_number ("SELECT count(DISTINCT person) FROM outbox WHERE state = 2"), PEOPLE);
}
END_TEST

START_TEST (what_is_on_the_wire_goes_out_and_what_comes_back_stays)
{
	static const struct rn_delivery sent = { RN_VERDICT_SENT, 250, "2.0.0", "taken" },
	                                later = { RN_VERDICT_LATER, 451, "4.2.0", "busy" },
	                                cut = { .verdict = RN_VERDICT_UNCERTAIN, .text = "cut" };
	gint64 id = 0;
	int n = -1;

	begin (0);
	g_autoptr (GArray) rows = lease (4, &id);
	person_says (rn_campaign_pause);
	ck_assert_ptr_nonnull (strstr (stage.reasons, "4 mails are on the wire"));
	ck_assert_uint_eq (listed ("leased"), 4);
	ck_assert (rn_outbox_settle (stage.db, 1, &sent, stage.now, NULL) &&
	           rn_outbox_settle (stage.db, 2, &later, stage.now, NULL) &&
	           rn_outbox_settle (stage.db, 3, &cut, stage.now, NULL) && rn_outbox_return (stage.db, 4, NULL) &&
	           rn_outbox_end_lease (stage.db, id, NULL));
	stage_walk (STAGE_MONDAY + 2 * RN_HOUR);
	assert_counts ("0 3 1 0 1 0");
	ck_assert_uint_eq (send_out (10), 0);
	ck_assert (rn_outbox_resend_uncertain (stage.db, stage.now, &n, NULL) && n == 0);
	person_says (rn_campaign_resume);
	stage_jump (stage.now);
	ck_assert (rn_outbox_resend_uncertain (stage.db, stage.now, &n, NULL) && n == 1);
	ck_assert_uint_eq (send_out (10), 4);
	assert_counts ("0 0 5 0 0 0");
}
END_TEST

/* The date that the letter of a mail bears. */
static rn_time
date_of (int id)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) stored = rn_outbox_letter (stage.db, id, &error);
	g_autoptr (rn_letter) letter = stored != NULL ? rn_letter_from_bytes (stored, &error) : NULL;

	rn_assert_no_error (error);
	return letter->date;
}

START_TEST (resumed_mail_leaves_at_a_polite_hour_with_its_date)
{
	rn_time tuesday = STAGE_MONDAY + 23 * RN_HOUR; /* 08:00Z: nine in Berlin */

	begin (0);
	gint64 id = 0;
	g_autoptr (GArray) rows = lease (1, &id);
	ck_assert (rn_outbox_settle (stage.db, 1, &(struct rn_delivery) { RN_VERDICT_LATER, 451, "4.2.0", "busy" }, stage.now,
	                             NULL));
	person_says (rn_campaign_pause);
	stage_walk (STAGE_MONDAY + 12 * RN_HOUR);
	person_says (rn_campaign_resume);
	stage_jump (stage.now);
	ck_assert_uint_eq (send_out (10), 0);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE not_before = %d", (int) tuesday), PEOPLE);
	ck_assert_int_eq (date_of (2), tuesday);
	ck_assert_int_eq (date_of (1), STAGE_MONDAY); /* of what was tried the server may have the bytes */
	stage_walk (tuesday);
	ck_assert_uint_eq (send_out (10), PEOPLE);
}
END_TEST

START_TEST (a_damaged_letter_holds_no_other_up)
{
	begin (0);
	person_says (rn_campaign_pause);
	ck_assert (rn_db_run (stage.db, NULL, "UPDATE letter SET bytes = x'0601' WHERE mail = 2", ""));
	ck_assert (rn_db_run (stage.db, NULL, "DELETE FROM letter WHERE mail = 3", ""));
	stage_walk (STAGE_MONDAY + 12 * RN_HOUR);
	person_says (rn_campaign_resume);
	stage_jump (stage.now);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE halted = 0"), PEOPLE);
}
END_TEST

START_TEST (who_wrote_stop_meanwhile_is_not_mailed)
{
	begin (0);
	person_says (rn_campaign_pause);
	g_autoptr (rn_person) p0 = stage_person ("p0");
	ck_assert_int_eq (p0->first_mail, STAGE_MONDAY);
	STEP (rn_person_stop (turn, p0, &error));
	person_says (rn_campaign_resume);
	stage_jump (stage.now);
	ck_assert_ptr_nonnull (strstr (stage.reasons, "the mail to p0 is withdrawn"));
	ck_assert_uint_eq (send_out (10), PEOPLE - 1 + 1); /* and what she gets for it */
	assert_counts ("0 0 4 0 0 1");
	g_autoptr (rn_person) again = stage_person ("p0");
	ck_assert_int_eq (again->first_mail, 0); /* she has not seen the privacy notice */
}
END_TEST

START_TEST (it_may_be_paused_again_before_all_is_released)
{
	begin (0);
	person_says (rn_campaign_pause);
	person_says (rn_campaign_resume);
	person_says (rn_campaign_pause);
	stage_walk (STAGE_MONDAY + RN_HOUR);
	ck_assert_uint_eq (send_out (10), 0);
	person_says (rn_campaign_resume);
	person_says (rn_campaign_pause);
	person_says (rn_campaign_resume);
	stage_jump (stage.now);
	ck_assert_uint_eq (send_out (10), PEOPLE);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'campaign:release'"), 0);
}
END_TEST

START_TEST (it_is_not_done_while_it_is_paused)
{
	gint64 id = 0;

	begin (0);
	g_autoptr (GArray) rows = lease (10, &id);
	person_says (rn_campaign_pause);
	for (guint i = 0; i < rows->len; i++)
		ck_assert (rn_outbox_settle (stage.db, i + 1, &(struct rn_delivery) { RN_VERDICT_SENT, 250, "2.0.0", "" },
		                             stage.now, NULL));
	stage_walk (STAGE_MONDAY + RN_HOUR);
	ck_assert_int_eq (state (), RN_CAMPAIGN_PAUSED);
	person_says (rn_campaign_resume);
	stage_jump (stage.now);
	ck_assert_int_eq (state (), RN_CAMPAIGN_DONE);
}
END_TEST

/* ---- Stopped ------------------------------------------------------------------- */

START_TEST (stopped_it_mails_nobody_more)
{
	begin (3);
	ck_assert_uint_eq (send_out (1), 1);
	gint64 id = 0;
	g_autoptr (GArray) rows = lease (1, &id);
	if (_i == 1)
		person_says (rn_campaign_pause);
	person_says (rn_campaign_stop);
	ck_assert_msg (strstr (stage.reasons, "2 people are not mailed\n1 mails are withdrawn\n1 mails are on the wire") != NULL,
	               "%s", stage.reasons);
	ck_assert_int_eq (state (), RN_CAMPAIGN_STOPPED);
	ck_assert (rn_outbox_return (stage.db, 2, NULL) && rn_outbox_end_lease (stage.db, id, NULL));
	stage_walk (STAGE_MONDAY + RN_DAY);
	ck_assert_uint_eq (send_out (10), 0);
	ck_assert_uint_eq (listed ("withdrawn"), 2);
	assert_counts ("0 0 1 0 0 4");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE about = 'campaign:1'"), 0);
	g_autoptr (rn_person) p2 = stage_person ("p2");
	ck_assert_int_eq (p2->first_mail, 0);
	g_autofree char *ref = rn_record_ref (p2);
	g_autoptr (GPtrArray) journal = rn_journal_about (stage.db, ref, NULL);
	ck_assert_uint_ge (journal->len, 2); /* why she was mailed, and why it is withdrawn */
	/* who has the mail may answer it */
	rn_reading *reading = stage_reading ("p0", "p0", "ask-topics");
	rn_reading_add_answer (reading, RN_INTENT_TEXT, 1, "Screen readers", 100);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
	ck_assert_uint_eq (send_out (10), 1);
}
END_TEST

START_TEST (what_is_uncertain_of_a_stopped_one_stays_so)
{
	gint64 id = 0;
	int n = -1;

	begin (0);
	g_autoptr (GArray) rows = lease (1, &id);
	ck_assert (rn_outbox_settle (stage.db, 1, &(struct rn_delivery) { .verdict = RN_VERDICT_UNCERTAIN }, stage.now, NULL));
	person_says (rn_campaign_stop);
	ck_assert (rn_outbox_resend_uncertain (stage.db, STAGE_MONDAY + RN_DAY, &n, NULL) && n == 0);
	assert_counts ("0 0 0 0 1 4");
	/* until something shows that it arrived */
	g_autofree char *message_id = stage_text ("SELECT message_id FROM outbox WHERE id = 1");
	ck_assert (rn_outbox_confirm (stage.db, message_id, stage.now, NULL));
	assert_counts ("0 0 1 0 0 4");
}
END_TEST

START_TEST (what_was_withdrawn_before_is_not_withdrawn_again)
{
	begin (0);
	person_says (rn_campaign_pause);
	g_autoptr (rn_person) p0 = stage_person ("p0");
	STEP (rn_person_stop (turn, p0, &error));
	person_says (rn_campaign_resume);
	stage_jump (stage.now);
	assert_counts ("0 4 0 0 0 1");
	person_says (rn_campaign_stop);
	ck_assert_msg (strstr (stage.reasons, "0 people are not mailed\n4 mails are withdrawn") != NULL, "%s", stage.reasons);
	assert_counts ("0 0 0 0 0 5");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM journal_about WHERE journal = (SELECT max(id) FROM journal)"
	                                " AND ref LIKE 'person:%%'"), 4);
}
END_TEST

START_TEST (a_first_mail_that_comes_back_to_a_stopped_one_was_none)
{
	static const struct rn_delivery sent = { RN_VERDICT_SENT, 250, "2.0.0", "taken" },
	                                later = { RN_VERDICT_LATER, 451, "4.2.0", "busy" },
	                                cut = { .verdict = RN_VERDICT_UNCERTAIN, .text = "cut" };
	static const rn_time wanted[] = { STAGE_MONDAY, 0, STAGE_MONDAY, 0, 0 };
	gint64 id = 0;

	begin (0);
	g_autoptr (GArray) rows = lease (4, &id);
	person_says (rn_campaign_stop);
	ck_assert (rn_outbox_settle (stage.db, 1, &sent, stage.now, NULL) &&
	           rn_outbox_settle (stage.db, 2, &later, stage.now, NULL) &&
	           rn_outbox_settle (stage.db, 3, &cut, stage.now, NULL) && rn_outbox_return (stage.db, 4, NULL) &&
	           rn_outbox_end_lease (stage.db, id, NULL));
	for (int i = 0; i < PEOPLE; i++) {
		g_autofree char *key = g_strdup_printf ("p%d", i);
		g_autoptr (rn_person) person = stage_person (key);
		ck_assert_msg (person->first_mail == wanted[i], "%s: %" G_GINT64_FORMAT, key, person->first_mail);
	}
}
END_TEST

/* ---- Slips --------------------------------------------------------------------- */

static const struct {
	const char *name;
	int state;
	verb word;
	const char *says;
} slips[] = {
	{ "pause a paused one", RN_CAMPAIGN_PAUSED, rn_campaign_pause,
	  "campaign:1 is paused; only a running one can be paused." },
	{ "pause a done one", RN_CAMPAIGN_DONE, rn_campaign_pause, "campaign:1 is done; only a running one can be paused." },
	{ "pause a stopped one", RN_CAMPAIGN_STOPPED, rn_campaign_pause,
	  "campaign:1 is stopped; only a running one can be paused." },
	{ "resume a running one", RN_CAMPAIGN_RUNNING, rn_campaign_resume,
	  "campaign:1 is running; only a paused one can be resumed." },
	{ "resume a done one", RN_CAMPAIGN_DONE, rn_campaign_resume, "campaign:1 is done; only a paused one can be resumed." },
	{ "resume a stopped one", RN_CAMPAIGN_STOPPED, rn_campaign_resume,
	  "campaign:1 is stopped; only a paused one can be resumed." },
	{ "stop a done one", RN_CAMPAIGN_DONE, rn_campaign_stop,
	  "campaign:1 is done; only a running or paused one can be stopped." },
	{ "stop a stopped one", RN_CAMPAIGN_STOPPED, rn_campaign_stop,
	  "campaign:1 is stopped; only a running or paused one can be stopped." },
};

START_TEST (a_slip_is_refused_in_words)
{
	g_autoptr (GError) error = NULL;

	begin (2);
	g_autoptr (rn_campaign) campaign = stage_load (&rn_campaign_kind, 1);
	campaign->state = slips[_i].state;
	rn_turn *turn = stage_begin ();
	ck_assert_msg (!slips[_i].word (turn, campaign, &error), "%s", slips[_i].name);
	stage_end ();
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_REFUSED), "%s: %s", slips[_i].name, error->message);
	ck_assert_str_eq (error->message, slips[_i].says);
	assert_counts ("3 2 0 0 0 0");
	ck_assert_uint_eq (listed ("queued"), 2);
}
END_TEST

static Suite *
suite (void)
{
	const TTest *tests[] = {
		it_is_done_when_the_last_mail_has_left,
		more_topics_than_a_mail_holds_are_dealt_out,
		a_list_of_which_all_was_taken_is_not_mailed,
		nothing_of_it_is_written_or_leaves_while_it_is_paused,
		resumed_it_goes_on_where_it_stood,
		a_wave_that_fell_due_happens_when_it_is_resumed,
		what_is_on_the_wire_goes_out_and_what_comes_back_stays,
		resumed_mail_leaves_at_a_polite_hour_with_its_date,
		a_damaged_letter_holds_no_other_up,
		who_wrote_stop_meanwhile_is_not_mailed,
		it_may_be_paused_again_before_all_is_released,
		it_is_not_done_while_it_is_paused,
		what_is_uncertain_of_a_stopped_one_stays_so,
		what_was_withdrawn_before_is_not_withdrawn_again,
		a_first_mail_that_comes_back_to_a_stopped_one_was_none,
	};
	Suite *suite = stage_suite ("campaigns", tests, G_N_ELEMENTS (tests));
	TCase *rows = tcase_create ("rows");

	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, stopped_it_mails_nobody_more, 0, 2);
	tcase_add_loop_test (rows, a_slip_is_refused_in_words, 0, G_N_ELEMENTS (slips));
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (suite ())

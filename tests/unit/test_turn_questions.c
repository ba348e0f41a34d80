/* Forms, lists, sealed exchanges and campaigns. */
#include "turn_stage.h"

#include <string.h>

#include "events.h"
#include "heard.h"
#include "seal.h"

#define CANARY_NOTE "canary kept for myself"
#define CANARY_PAIR "canary for the two of us"

/* Both of the pair get the form. */
static void
ask_both (gboolean sealed)
{
	stage_pair ();
	g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rn_record_free);
	g_ptr_array_add (people, stage_person ("mia"));
	g_ptr_array_add (people, stage_person ("leo"));
	struct rn_ask_order order = { .form = "feedback", .people = people, .about = "pairing:1", .sealed = sealed };
	STEP (rn_ask_people (turn, &order, &error));
}

/* Answers to the feedback form, by the number of the question. */
static const char *const answers[] = { NULL, "4", "5", "yes", CANARY_PAIR, "rooms are hard to get", CANARY_NOTE };

static struct rn_ending
fills_in (const char *key, int from, int to)
{
	rn_reading *reading = stage_reading (key, key, "feedback");
	reading->kind = RN_MAIL_FORM;
	for (int i = from; i <= to; i++)
		rn_reading_add_answer (reading, RN_INTENT_TEXT, i, answers[i], 100);
	return stage_take (reading);
}

static char *
value_of (const char *question)
{
	return stage_text ("SELECT value FROM answer WHERE ask = 1 AND question = '%s'", question);
}

START_TEST (each_answer_is_kept_by_its_question)
{
	ask_both (FALSE);
	assert_ending (fills_in ("mia", 1, 6), RN_INBOX_APPLIED, "answer");
	g_autofree char *comfortable = value_of ("comfortable"), *used = value_of ("used"), *better = value_of ("better");
	ck_assert_str_eq (comfortable, "4");
	ck_assert_str_eq (used, "yes");
	ck_assert_str_eq (better, "rooms are hard to get");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM answer"), 6);
	ck_assert_int_eq (stage_number ("SELECT state FROM ask WHERE id = 1"), RN_ASK_ANSWERED);
	ck_assert_int_eq (stage_mails ("mia", "receipt-answers"), 1);
}
END_TEST

static void
mia_says (const char *comfortable)
{
	rn_reading *reading = stage_reading ("mia", "mia", "feedback");
	reading->kind = RN_MAIL_FORM;
	rn_reading_add_answer (reading, RN_INTENT_TEXT, 1, comfortable, 100);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
}

/* Else her correction would be the difference between two sums. */
START_TEST (an_answer_that_is_in_a_sum_stays)
{
	static const char *const said[] = { "4", "3", "2", "1" };

	ask_both (FALSE);
	for (gint64 others = 1; others <= 4; others++) {
		mia_says (said[others - 1]);
		STEP (rn_db_run (turn->db, &error, "INSERT INTO answer (program, ask, person, form, question, lane, value, at)"
		                 " SELECT program, 2, 100 + ?, form, question, lane, '5', at FROM answer WHERE ask = 1", "x", others));
	}
	mia_says ("5");
	g_autofree char *kept = value_of ("comfortable");
	ck_assert_str_eq (kept, "1");
}
END_TEST

static int
forms_with (const char *key, const char *words)
{
	return (int) stage_number ("SELECT count(*) FROM outbox JOIN letter ON mail = outbox.id JOIN person ON person = person.id"
	                           " WHERE key = '%s' AND template = 'feedback' AND instr (bytes, '%s') > 0", key, words);
}

START_TEST (a_form_names_the_other_and_the_topic)
{
	ask_both (FALSE);
	g_autoptr (rn_person) mia = stage_person ("mia");
	g_autoptr (rn_person) leo = stage_person ("leo");
	ck_assert_int_eq (forms_with ("mia", leo->name), 1);
	ck_assert_int_eq (forms_with ("leo", mia->name), 1);
	ck_assert_int_eq (forms_with ("mia", "Short videos") + forms_with ("leo", "Short videos"), 2);
}
END_TEST

static gboolean
file_has (const char *path, const char *text)
{
	g_autofree char *whole = NULL;
	gsize size = 0;
	ck_assert (g_file_get_contents (path, &whole, &size, NULL));
	return memmem (whole, size, text, strlen (text)) != NULL;
}

/* Its log is a part of it. */
static gboolean
database_has (const char *text)
{
	g_autofree char *log = g_strconcat (stage.path, "-wal", NULL);
	return file_has (stage.path, text) || file_has (log, text);
}

/* F43: who copies the database reads nothing that was said in confidence. */
START_TEST (private_answers_rest_sealed)
{
	ask_both (TRUE);
	fills_in ("mia", 1, 6);
	ck_assert (database_has ("rooms are hard to get")); /* the search does find what is open */
	ck_assert (!database_has (CANARY_NOTE));
	ck_assert (!database_has (CANARY_PAIR));
	g_autofree char *sealed = value_of ("note"), *open = rn_unseal (&stage.site, sealed);
	ck_assert_str_eq (open, CANARY_NOTE);
}
END_TEST

START_TEST (a_policy_is_told_nothing_of_private_answers)
{
	ask_both (FALSE);
	fills_in ("mia", 1, 6);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'answer:feedback'"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE instr (hex (fields), hex ('canary')) > 0"), 0);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE instr (hex (fields), hex ('rooms are hard')) > 0"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM journal WHERE instr (reasons, 'canary') > 0"), 0);
	/* nor of the yes to a question that is only counted */
	g_autoptr (GError) failure = NULL;
	g_autoptr (rn_event) event = rn_event_next (stage.db, stage.now, &failure);
	const char *intent = NULL;
	ck_assert_str_eq (event->name, "answer:feedback");
	ck_assert (g_variant_lookup (event->fields, "intent", "&s", &intent));
	ck_assert_str_eq (intent, "text");
}
END_TEST

/* What she left out keeps the other from nothing. */
START_TEST (a_form_that_is_half_filled_in_ends_as_it_is)
{
	ask_both (TRUE);
	fills_in ("mia", 1, 3);
	fills_in ("leo", 1, 6);
	ck_assert_int_eq (stage_mails ("mia", "shared-answers"), 0);
	stage_walk (STAGE_MONDAY + 20 * RN_DAY);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM ask WHERE state = %d", RN_ASK_ANSWERED), 2);
	ck_assert_int_eq (stage_mails ("mia", "shared-answers"), 1);
	ck_assert_int_eq (stage_mails ("leo", "shared-answers"), 0); /* she wrote nothing for him */
}
END_TEST

START_TEST (a_form_that_nobody_answers_expires_after_a_reminder)
{
	ask_both (TRUE);
	stage_walk (STAGE_MONDAY + 20 * RN_DAY);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM ask WHERE state = %d", RN_ASK_EXPIRED), 2);
	ck_assert_int_eq (stage_mails ("mia", "form-reminder"), 1);
	ck_assert_int_eq (stage_mails ("leo", "form-reminder"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE template = 'shared-answers'"), 0);
}
END_TEST

START_TEST (a_form_may_be_answered_in_two_mails)
{
	ask_both (FALSE);
	fills_in ("mia", 1, 3);
	ck_assert_int_eq (stage_number ("SELECT state FROM ask WHERE id = 1"), RN_ASK_PARTIAL);
	fills_in ("mia", 4, 6);
	ck_assert_int_eq (stage_number ("SELECT state FROM ask WHERE id = 1"), RN_ASK_ANSWERED);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM answer"), 6);
}
END_TEST

/* The same question twice is not two questions; the last word counts. */
START_TEST (a_question_answered_twice_counts_once)
{
	ask_both (FALSE);
	rn_reading *reading = stage_reading ("mia", "mia", "feedback");
	for (int i = 1; i <= 6; i++) {
		g_autofree char *value = g_strdup_printf ("%d", MIN (i, 5));
		rn_reading_add_answer (reading, RN_INTENT_TEXT, 1, value, 100);
	}
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
	g_autofree char *kept = value_of ("comfortable");
	ck_assert_str_eq (kept, "5");
	ck_assert_int_eq (stage_number ("SELECT state FROM ask WHERE id = 1"), RN_ASK_PARTIAL);
}
END_TEST

START_TEST (a_sealed_exchange_waits_for_both)
{
	ask_both (TRUE);
	fills_in ("mia", 1, 6);
	stage_walk (STAGE_MONDAY + RN_DAY);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE template = 'shared-answers'"), 0);
	fills_in ("leo", 1, 6);
	ck_assert_int_eq (stage_mails ("mia", "shared-answers"), 1);
	ck_assert_int_eq (stage_mails ("leo", "shared-answers"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox JOIN letter ON mail = id WHERE template = 'shared-answers'"
	                                " AND instr (hex (bytes), hex ('%s')) > 0", CANARY_PAIR), 2);
	ck_assert (!database_has (CANARY_NOTE));
	fills_in ("leo", 1, 6);
	ck_assert_int_eq (stage_mails ("mia", "shared-answers"), 1);
}
END_TEST

/* A form that only one of the two got is exchanged with nobody. */
START_TEST (a_sealed_form_of_one_stays_hers)
{
	stage_pair ();
	g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rn_record_free);
	g_ptr_array_add (people, stage_person ("mia"));
	struct rn_ask_order order = { .form = "feedback", .people = people, .about = "pairing:1", .sealed = TRUE };
	STEP (rn_ask_people (turn, &order, &error));
	assert_ending (fills_in ("mia", 1, 6), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_number ("SELECT state FROM ask"), RN_ASK_ANSWERED);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE template = 'shared-answers'"), 0);
}
END_TEST

/* ---- Lists and campaigns --------------------------------------------------------- */

/* Three more topics of people who are free; the list has four lines. */
static GPtrArray *
list_topics (void)
{
	static const char *const titles[] = { "Chat groups", "Podcasts", "Open data" };
	GPtrArray *topics = g_ptr_array_new_with_free_func (rn_record_free);

	g_ptr_array_add (topics, stage_load (&rn_topic_kind, 1));
	for (gsize i = 0; i < G_N_ELEMENTS (titles); i++) {
		g_autoptr (rn_person) owner = stage_add_person (titles[i], "leader");
		rn_topic *topic = rn_topic_new ();
		rn_record_set (&topic->program, stage.program->name);
		rn_record_set (&topic->title, titles[i]);
		topic->owner = owner->record.id;
		ck_assert (rn_save (stage.db, topic, NULL));
		g_ptr_array_add (topics, topic);
	}
	return topics;
}

static void
mail_list (const char *const *keys, gint64 wave)
{
	g_autoptr (GPtrArray) topics = list_topics ();
	g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rn_record_free);
	g_autoptr (rn_campaign) campaign = NULL;

	for (; *keys != NULL; keys++)
		g_ptr_array_add (people, stage_person (*keys));
	struct rn_campaign_order order = { .template = "open-topics", .people = people, .topics = topics, .wave = wave };
	STEP ((campaign = rn_campaign_begin (turn, &order, &error)) != NULL);
}

static const char *const mia_alone[] = { "mia", NULL };

START_TEST (numbers_of_a_list_become_topics)
{
	static const struct {
		const char *numbers[4];
		const char *topics[5];
		const char *note;
	} rows[] = {
		{ { "2" }, { "topic:2" }, "" },
		{ { "2", "4" }, { "topic:2", "topic:4" }, "" },
		{ { "all" }, { "topic:1", "topic:2", "topic:3", "topic:4" }, "" },
		{ { "3", "3" }, { "topic:3" }, "" },
		{ { "3", "9" }, { "topic:3" }, "there is no line 9" },
		{ { "not 2" }, { "topic:1", "topic:3", "topic:4" }, "" }, /* "all but 2" */
		{ { "all", "not 2" }, { "topic:1", "topic:3", "topic:4" }, "" },
		{ { "1", "2", "not 2" }, { "topic:1" }, "" },
	};
	g_autofree const char **chosen = NULL;

	mail_list (mia_alone, 0);
	stage_jump (stage.now);
	rn_reading *reading = stage_reading ("mia", "mia", "open-topics");
	for (gsize i = 0; rows[_i].numbers[i] != NULL; i++)
		rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, rows[_i].numbers[i], RN_SURE_ENOUGH);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
	ck_assert_msg (strstr (stage.reasons, rows[_i].note) != NULL, "row %d: %s", _i, stage.reasons);
	g_autoptr (GError) failure = NULL;
	g_autoptr (rn_event) event = rn_event_next (stage.db, stage.now, &failure);
	ck_assert_str_eq (event->name, "answer:open-topics");
	ck_assert (g_variant_lookup (event->fields, "topics", "^a&s", &chosen));
	ck_assert_msg (g_strv_equal (chosen, rows[_i].topics), "row %d: other topics", _i);
}
END_TEST

/* "Not 2" says nothing of the others, where several may be chosen: she is asked back. */
START_TEST (an_excluded_line_alone_chooses_no_other)
{
	mail_list (mia_alone, 0);
	stage_jump (stage.now);
	rn_reading *reading = stage_reading ("mia", "mia", "open-topics");
	rn_reading_add_answer (reading, RN_INTENT_NUMBER, 0, "not 2", RN_SURE_ENOUGH - 10);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "asked-back");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'answer:open-topics'"), 0);
	ck_assert_int_eq (stage_mails ("mia", "not-understood"), 1);
}
END_TEST

/* "If you ask me later, maybe": nobody acts on a guess. */
START_TEST (an_unsure_word_is_asked_back)
{
	static const enum rn_intent intents[] = { RN_INTENT_YES, RN_INTENT_NO, RN_INTENT_LATER };

	mail_list (mia_alone, 0);
	stage_jump (stage.now);
	rn_reading *reading = stage_reading ("mia", "mia", "open-topics");
	rn_reading_add_answer (reading, intents[_i], 0, "", RN_SURE_ENOUGH - 1);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "asked-back");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'answer:open-topics'"), 0);
}
END_TEST

/* A robot's "we will get back to you" reads as later, to each receipt anew. */
START_TEST (who_is_put_off_already_gets_no_second_receipt)
{
	mail_list (mia_alone, 0);
	stage_jump (stage.now);
	for (int time = 0; time < 3; time++) {
		rn_reading *reading = stage_reading ("mia", "mia", "open-topics");
		rn_reading_add_answer (reading, RN_INTENT_LATER, 0, "", 75);
		assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
		ck_assert_int_eq (stage_mails ("mia", "receipt-later"), 1);
	}
	rn_reading *reading = stage_reading ("mia", "mia", "open-topics");
	rn_reading_add_answer (reading, RN_INTENT_LATER, 0, "", 97);
	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, "2026-09-01", 92);
	stage_take (reading);
	ck_assert_int_eq (stage_mails ("mia", "receipt-later"), 2);
}
END_TEST

/* A day that is over is no day to be asked again. */
START_TEST (later_is_two_months_on_unless_a_day_to_come_is_named)
{
	static const struct {
		const char *date;
		rn_time until;
	} rows[] = {
		{ NULL, STAGE_MONDAY + 60 * RN_DAY },
		{ "2026-01-05", STAGE_MONDAY + 60 * RN_DAY },
		{ "2026-09-01", 1788220800 },
	};

	mail_list (mia_alone, 0);
	stage_jump (stage.now);
	rn_reading *reading = stage_reading ("mia", "mia", "open-topics");
	rn_reading_add_answer (reading, RN_INTENT_LATER, 0, "", 97);
	if (rows[_i].date != NULL)
		rn_reading_add_answer (reading, RN_INTENT_DATE, 0, rows[_i].date, 92);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
	rn_time until = stage_number ("SELECT ask_again FROM person WHERE key = 'mia'");
	ck_assert_msg (until == rows[_i].until, "%s: until %" G_GINT64_FORMAT, rows[_i].date, until);
}
END_TEST

/* Of a form that wants nothing but words: greetings, crumbs and whole letters are no topics, and three are enough. */
START_TEST (lines_of_own_words_become_topics)
{
	static const char *const wanted[] = { "Chat groups", "Rust", "Open data", NULL };
	g_autofree char *letter = g_strnfill (121, 'x');
	g_autofree char *text = g_strconcat ("Hello,\n- Chat groups\n", letter, "\nok\n* Rust\nThank you.\n1234 …:\n"
	                                     "Open data\nPodcasts\n", NULL);
	g_autofree const char **titles = NULL;
	g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rn_record_free);

	g_ptr_array_add (people, stage_person ("leo"));
	struct rn_campaign_order order = { .template = "ask-topics", .form = "topics", .people = people };
	g_autoptr (rn_campaign) campaign = NULL;
	STEP ((campaign = rn_campaign_begin (turn, &order, &error)) != NULL);
	stage_jump (stage.now);
	rn_reading *reading = stage_reading ("leo", "leo", "ask-topics");
	rn_reading_set (&reading->text, text);
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "answer");
	g_autoptr (GError) failure = NULL;
	g_autoptr (rn_event) event = rn_event_next (stage.db, stage.now, &failure);
	ck_assert_str_eq (event->name, "answer:topics");
	ck_assert (g_variant_lookup (event->fields, "titles", "^a&s", &titles));
	g_autofree char *said = g_strjoinv ("|", (char **) titles);
	ck_assert_msg (g_strv_equal (titles, wanted), "%s", said);
}
END_TEST

START_TEST (a_campaign_mails_each_once_in_waves)
{
	static const char *const keys[] = { "p0", "p1", "p2", "p3", "p4", NULL };

	for (gsize i = 0; keys[i] != NULL; i++)
		rn_record_free (stage_add_person (keys[i], "mentor"));
	mail_list (keys, 2);
	stage_jump (stage.now);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox"), 2);
	stage_walk (STAGE_MONDAY + RN_HOUR);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox"), 4);
	stage_walk (STAGE_MONDAY + RN_DAY);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox"), 5);
	ck_assert_int_eq (stage_number ("SELECT count(DISTINCT person) FROM outbox"), 5);
	ck_assert_int_eq (stage_number ("SELECT state FROM campaign"), RN_CAMPAIGN_RUNNING); /* its mail is here */
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'campaign:wave'"), 0);
}
END_TEST

START_TEST (a_topic_that_was_taken_is_left_out_of_the_next_wave)
{
	static const char *const both[] = { "mia", "ida", NULL };

	mail_list (both, 1);
	stage_jump (stage.now);
	g_autoptr (rn_topic) topic = stage_load (&rn_topic_kind, 2);
	STEP (rn_record_step (topic, RN_TOPIC_TAKEN, &error) && rn_save (turn->db, topic, &error));
	stage_walk (STAGE_MONDAY + RN_HOUR);
	g_autofree char *first = stage_text ("SELECT topics FROM ask WHERE person = 1");
	g_autofree char *second = stage_text ("SELECT topics FROM ask WHERE person = 3");
	ck_assert_ptr_nonnull (strstr (first, "topic:2"));
	ck_assert_ptr_null (strstr (second, "topic:2"));
	ck_assert_ptr_nonnull (strstr (second, "topic:3"));
}
END_TEST

START_TEST (a_campaign_passes_over_who_wrote_stop)
{
	g_autoptr (rn_person) mia = stage_person ("mia");
	STEP (rn_person_stop (turn, mia, &error));
	mail_list (mia_alone, 0);
	stage_jump (stage.now);
	ck_assert_int_eq (stage_mails ("mia", "open-topics"), 0);
	ck_assert_int_eq (stage_number ("SELECT state FROM recipient"), RN_RECIPIENT_SKIPPED);
}
END_TEST

static Suite *
suite (void)
{
	const TTest *tests[] = {
		each_answer_is_kept_by_its_question, an_answer_that_is_in_a_sum_stays, a_form_names_the_other_and_the_topic, private_answers_rest_sealed,
		a_policy_is_told_nothing_of_private_answers, a_form_that_is_half_filled_in_ends_as_it_is,
		a_form_that_nobody_answers_expires_after_a_reminder,
		a_form_may_be_answered_in_two_mails, a_question_answered_twice_counts_once, a_sealed_exchange_waits_for_both,
		a_campaign_mails_each_once_in_waves, a_topic_that_was_taken_is_left_out_of_the_next_wave,
		a_campaign_passes_over_who_wrote_stop, an_excluded_line_alone_chooses_no_other,
		who_is_put_off_already_gets_no_second_receipt, a_sealed_form_of_one_stays_hers, lines_of_own_words_become_topics,
	};
	Suite *suite = stage_suite ("questions", tests, G_N_ELEMENTS (tests));
	TCase *rows = tcase_create ("rows");
	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, numbers_of_a_list_become_topics, 0, 8);
	tcase_add_loop_test (rows, an_unsure_word_is_asked_back, 0, 3);
	tcase_add_loop_test (rows, later_is_two_months_on_unless_a_day_to_come_is_named, 0, 3);
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (suite ())

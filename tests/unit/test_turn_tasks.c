/* What becomes of a task: what its mail says, in the reader's language, and what the words do by
 * which it is answered. */
#include "turn_stage.h"

#include <string.h>

#include "answers.h"
#include "causes.h"
#include "due.h"
#include "ends.h"
#include "inbox.h"
#include "reading_words.h"
#include "reply_text.h"
#include "staff.h"
#include "task_phrases.h"

#define DEPUTY "vera@company.example"

static const char *const languages[] = { "en", "de" };

/* ---- Words of each language shipped ------------------------------------------------ */

static char *
phrase (const char *language, const char *group, const char *key)
{
	g_autofree char *path = g_build_filename (g_getenv ("ROTNEM_SOURCE") != NULL ? g_getenv ("ROTNEM_SOURCE") : SOURCE_DIR,
	                                          "templates", "reverse-mentoring", language, "tasks.ini", NULL);
	g_autoptr (GKeyFile) file = g_key_file_new ();
	g_autoptr (GError) error = NULL;

	g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
	rn_assert_no_error (error);
	return g_key_file_get_string (file, group, key, NULL);
}

/* All its facts have the value of their name, in capitals that are no field. */
static rn_task *
task_of_cause (const struct rn_cause *cause)
{
	rn_task *task = rn_task_new ();
	g_auto (GStrv) names = g_strsplit (cause->facts, " ", -1);
	g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();

	for (char **name = names; *name != NULL; name++) {
		g_autofree char *fact = g_strdup_printf ("%s=<%s>", *name, *name);
		g_strv_builder_add (facts, fact);
	}
	rn_record_set (&task->cause, cause->word);
	g_strfreev (task->facts);
	task->facts = g_strv_builder_end (facts);
	return task;
}

START_TEST (each_cause_has_its_sentence_in_each_language)
{
	for (const struct rn_cause *cause = rn_causes; cause->word != NULL; cause++) {
		g_autoptr (rn_task) task = task_of_cause (cause);
		g_autofree char *sentences[G_N_ELEMENTS (languages)] = { NULL };
		for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
			g_autoptr (GError) error = NULL;
			g_autofree char *own = phrase (languages[i], "causes", cause->word);
			ck_assert_msg (own != NULL && *own != '\0', "%s: %s has no words", languages[i], cause->word);
			char *sentence = rn_task_sentence (stage_begin (), task, languages[i], &error);
			stage_end ();
			rn_assert_no_error (error);
			ck_assert_msg (strchr (sentence, '{') == NULL && strchr (sentence, '<') != NULL, "%s: %s", languages[i], sentence);
			sentences[i] = sentence;
		}
		ck_assert_str_ne (sentences[0], sentences[1]);
		g_free (sentences[1]);
		sentences[1] = NULL;
	}
}
END_TEST

START_TEST (each_word_of_a_task_is_there_in_each_language)
{
	for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
		for (const char *const *word = rn_task_words; *word != NULL; word++) {
			g_autofree char *own = phrase (languages[i], "words", *word);
			ck_assert_msg (own != NULL && *own != '\0', "%s: %s", languages[i], *word);
		}
}
END_TEST

/* How a mail is held beside the reader's own reasons. */
static const char *const held[] = {
	rn_end_not_understood, rn_end_perhaps_yes, rn_end_perhaps_no, rn_end_perhaps_later, rn_end_perhaps_date, rn_end_unasked,
	rn_end_no_token, rn_end_stranger, rn_end_sender_mismatch, rn_end_not_authentic, rn_end_not_invited, rn_end_unknown_meeting,
	rn_end_unknown_occurrence, rn_end_invitation_to_us, rn_end_no_partstat, rn_end_counter_without_time,
	rn_end_unexpected_method, rn_end_no_calendar_object, rn_end_bounce_without_token, rn_end_killed_the_reader,
	rn_end_bytes_lost, rn_end_unreadable, rn_end_unhandled, rn_end_complaint, "other",
};

START_TEST (each_reason_to_hold_a_mail_has_words_in_each_language)
{
	g_autoptr (GPtrArray) words = g_ptr_array_new ();

	for (gsize i = 0; i < G_N_ELEMENTS (held); i++)
		g_ptr_array_add (words, (gpointer) held[i]);
	for (int i = RN_REASON_NONE + 1; i < RN_REASON_COUNT; i++)
		if (rn_reason_word (i)->state == RN_MAIL_HELD)
			g_ptr_array_add (words, (gpointer) rn_reason_word (i)->word);
	for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
		for (guint j = 0; j < words->len; j++) {
			g_autofree char *own = phrase (languages[i], "held", words->pdata[j]);
			ck_assert_msg (own != NULL && *own != '\0', "%s: %s", languages[i], (const char *) words->pdata[j]);
		}
}
END_TEST

/* A database of before has tasks without a cause. */
START_TEST (an_old_task_says_what_it_said)
{
	g_autoptr (rn_task) task = rn_task_new ();
	g_autoptr (GError) error = NULL;

	rn_record_set (&task->what, "Lea Leader answered no.");
	g_autofree char *sentence = rn_task_sentence (stage_begin (), task, "de", &error);
	stage_end ();
	ck_assert_str_eq (sentence, "Lea Leader answered no.");
}
END_TEST

START_TEST (a_cause_without_words_is_refused)
{
	struct rn_task_order order = { .template = "pairing-needs-you", .cause = "no-such-cause" };
	g_autoptr (rn_task) task = NULL;
	STEP_FAILS (RN_ERROR_CONFIG, (task = rn_task_make (turn, &order, &error)) != NULL);
}
END_TEST

/* ---- Answers ----------------------------------------------------------------------------- */

static void
make_task (const char *template, const char *cause)
{
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	struct rn_task_order order = { .template = template, .about = pairing, .cause = cause };
	g_autoptr (rn_task) task = NULL;
	STEP ((task = rn_task_make (turn, &order, &error)) != NULL);
}

/* That text as the reader reads it. */
static rn_reading *
written (const char *from, const char *template, const char *text)
{
	rn_reading *reading = stage_reading (from, "", template);
	g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
	struct rn_reply reply;

	rn_reply_split (text, &reply);
	rn_reading_set (&reading->text, reply.text);
	reading->date = stage.now;
	rn_read_answers (reading, &reply, zone);
	rn_reply_clear (&reply);
	return reading;
}

static struct rn_ending
answer (const char *template, const char *text)
{
	return stage_take (written (STAGE_COORDINATOR, template, text));
}

/* Of the newest mail of that template to the coordinator. */
static GVariant *
fields_of (const char *template)
{
	g_autoptr (rn_rows) rows = rn_db_query (
	        stage.db, NULL, "SELECT bytes FROM outbox JOIN letter ON mail = id WHERE person = 0 AND template = ? ORDER BY id DESC",
	        "s", template);

	ck_assert_msg (rn_rows_next (rows, NULL), "no mail “%s”", template);
	g_autoptr (rn_letter) letter = stage_letter (rows, 0);
	return stage_fields (letter);
}

static void
assert_field (const char *template, const char *name, const char *wanted)
{
	g_autoptr (GVariant) fields = fields_of (template);
	const char *value = NULL;

	ck_assert_msg (g_variant_lookup (fields, name, "&s", &value), "%s has no %s", template, name);
	ck_assert_msg (g_str_equal (value, wanted), "%s of %s: “%s”", name, template, value);
}

/* What may be said to a task about a pairing, and what comes of it. */
static const struct {
	const char *text, *reason;
} replies[] = {
	{ "END", "task-end" },
	{ "end", "task-end" },
	{ "End.", "task-end" },
	{ "*END*", "task-end" },
	{ "Please end it.", "task-end" },
	{ "Hello,\n\nEND\n\nBest regards\nHanna", "task-end" },
	{ "BEENDEN", "task-end" },
	{ "Bitte beenden.", "task-end" },
	{ "Guten Tag,\n\nbeenden\n\nViele Grüße\nHanna", "task-end" },
	{ "Sehr geehrte Damen und Herren,\n\nBEENDEN", "task-end" },
	{ "BEENDEN\n\nIch habe mit beiden gesprochen.", "task-end" },
	{ "END\n\nThis e-mail is confidential. If you are not the intended recipient, please delete it.", "task-end" },
	{ "END\n\nBoth want to stop, the topic is settled.", "task-end" },
	{ "BEENDEN\n\nIch habe am Freitag mit beiden telefoniert.", "task-end" },
	{ "END\n\nThey told me on Friday that they are done.", "task-end" },
	{ "END\n\n> Reply with one of these words, alone in the first line:\n> DONE: it is settled.\n> END: the pairing ends", "task-end" },

	{ "Bitte noch nicht beenden", "task-later" },
	{ "bitte das Paar noch nicht\nbeenden", "task-later" },
	{ "Please not yet: END only when they say so", "task-later" },
	{ "Bitte\nbeenden\nwir es noch nicht", "task-later" },
	{ "Nicht beenden!", "asked-back" },
	{ "Beenden?", "asked-back" },
	{ "END?", "asked-back" },
	{ "Should we end it?", "asked-back" },
	{ "Do not end it.", "asked-back" },
	{ "END\n\nOr rather not yet.", "asked-back" },
	{ "BEENDEN\n\nNein, doch nicht.", "asked-back" },
	{ "END\n\nI don't know, though.", "asked-back" },
	{ "END\nis what they do not want", "asked-back" },
	{ "END / LATER", "task-later" },
	{ "END\nLATER", "asked-back" },
	{ "RESUME\nEND", "asked-back" },
	{ "END\n\nbut only after their meeting on Friday.", "asked-back" },
	{ "BEENDEN\n\naber erst Ende des Monats", "asked-back" },
	{ "BEENDEN\n\nbitte erst nach dem 15. Dezember.", "asked-back" },
	{ "END\n\nin June, please.", "asked-back" },
	{ "END\n\nif Mia agrees.", "asked-back" },
	{ "END\n\nIs that what I should write?", "asked-back" },
	{ "END\n\nunless they object.", "asked-back" },
	{ "BEENDEN\n\nWas passiert dann genau?", "asked-back" },
	{ "BEENDEN\n\nAußer die beiden wollen weitermachen.", "asked-back" },
	{ "BEENDEN\n\nzum 31.12.", "asked-back" },
	{ "It ended well.", "asked-back" },
	{ "Done. Please end it.", "asked-back" },
	{ "Erledigt, bitte beenden", "asked-back" },
	{ "RESUME", "asked-back" },  /* nobody is silent */
	{ "RETRY", "asked-back" },   /* there is no mail */
	{ "STOP", "asked-back" },
	{ "HELP", "asked-back" },
	{ "Was soll ich tun?", "asked-back" },
	{ "Wie meinen Sie das?", "asked-back" },

	{ "DONE", "task-done" },
	{ "Erledigt.", "task-done" },
	{ "Done, I called them.", "task-done" },
	{ "Erledigt, habe angerufen", "task-done" },
	{ "LATER", "task-later" },
	{ "Später", "task-later" },
	{ "Later, at the end of the week", "task-later" },
	{ "Later, by the end of the week I will know.", "task-later" },
	{ "Erst am Ende der Woche, später", "task-later" },
};

START_TEST (only_the_word_alone_ends_a_pairing)
{
	g_autoptr (rn_person) hanna = stage_add_person ("hanna", "coordinator");
	gboolean ends = g_str_equal (replies[_i].reason, "task-end");

	rn_record_set (&hanna->address, STAGE_COORDINATOR);
	rn_record_set (&hanna->language, "de");
	ck_assert (rn_save (stage.db, hanna, NULL));
	stage_meet ();
	make_task ("pairing-needs-you", "no-common-time");
	struct rn_ending ending = answer ("pairing-needs-you", replies[_i].text);
	ck_assert_msg (g_str_equal (ending.reason, replies[_i].reason), "“%s”: %s", replies[_i].text, ending.reason);
	ck_assert_int_eq (ending.state, RN_INBOX_APPLIED);
	ck_assert_int_eq (stage_number ("SELECT state FROM pairing"), ends ? RN_PAIRING_ENDED : RN_PAIRING_ACTIVE);
	ck_assert_int_eq (stage_mails ("mia", "thank-you") + stage_mails ("leo", "thank-you"), ends ? 2 : 0);
	ck_assert_int_eq (stage_mails ("", "task-words"), g_str_equal (replies[_i].reason, "asked-back"));
	if (g_str_equal (replies[_i].reason, "asked-back"))
		ck_assert_int_eq (stage_number ("SELECT state FROM task"), RN_TASK_OPEN);
}
END_TEST

START_TEST (a_pairing_that_ends_is_told_of)
{
	stage_meet ();
	g_autoptr (rn_person) mia = stage_person ("mia");
	mia->ask_again = RN_NEVER;
	ck_assert (rn_save (stage.db, mia, NULL));
	make_task ("pairing-needs-you", "no-common-time");
	assert_field ("pairing-needs-you", "say_end", "END");
	assert_field ("pairing-needs-you", "say_resume", "RESUME");
	assert_field ("pairing-needs-you", "say_retry", "");
	assert_ending (answer ("pairing-needs-you", "END"), RN_INBOX_APPLIED, "task-end");
	ck_assert_int_eq (stage_mails ("mia", "thank-you"), 0);
	ck_assert_int_eq (stage_mails ("leo", "thank-you"), 1);
	ck_assert_int_eq (stage_number ("SELECT state FROM task"), RN_TASK_DONE);
	ck_assert_uint_eq (stage_told ("task:done"), 0);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting WHERE state IN (0, 1)"), 0);
	g_autoptr (GVariant) fields = fields_of ("receipt-task");
	g_autoptr (GVariant) mailed = g_variant_lookup_value (fields, "mailed", NULL);
	ck_assert_uint_eq (g_variant_n_children (mailed), 1);
	/* it is over: the word does nothing any more */
	assert_ending (answer ("pairing-needs-you", "END"), RN_INBOX_APPLIED, "asked-back");
	assert_field ("task-words", "say_end", "");
	assert_field ("task-words", "say_done", "");
}
END_TEST

START_TEST (a_forwarded_task_is_answered_by_nobody)
{
	stage_pair ();
	make_task ("pairing-needs-you", "no-common-time");
	assert_ending (stage_take (written ("ida@company.example", "pairing-needs-you", "END")), RN_INBOX_HELD, "sender-mismatch");
	assert_ending (stage_take (written ("eve@example.org", "pairing-needs-you", "STOP")), RN_INBOX_HELD, "sender-mismatch");
	ck_assert_int_eq (stage_number ("SELECT state FROM pairing"), RN_PAIRING_ACTIVE);
	ck_assert_int_eq (stage_number ("SELECT state FROM task"), RN_TASK_OPEN);
	ck_assert_int_eq (stage_mails ("", "task-words"), 0);
}
END_TEST

START_TEST (words_are_listed_thrice_a_day)
{
	stage_pair ();
	make_task ("pairing-needs-you", "no-common-time");
	for (int i = 0; i < 3; i++)
		assert_ending (answer ("pairing-needs-you", "Pardon?"), RN_INBOX_APPLIED, "asked-back");
	ck_assert_int_eq (answer ("pairing-needs-you", "Pardon?").state, RN_INBOX_HELD);
	stage_walk (STAGE_MONDAY + 2 * RN_DAY);
	assert_ending (answer ("pairing-needs-you", "Pardon?"), RN_INBOX_APPLIED, "asked-back");
}
END_TEST

START_TEST (who_is_silent_is_resumed)
{
	stage_pair ();
	stage_says ("mia", "receipt-yes", RN_INTENT_STOP);
	assert_field ("pairing-needs-you", "say_resume", "RESUME");
	g_autoptr (rn_person) before = stage_person ("mia");
	ck_assert_int_eq (before->ask_again, RN_NEVER);
	assert_field ("pairing-needs-you", "silent", before->name);
	assert_ending (answer ("pairing-needs-you", "RESUME"), RN_INBOX_APPLIED, "task-resume");
	g_autoptr (rn_person) after = stage_person ("mia");
	ck_assert_int_eq (after->ask_again, 0);
	assert_field ("receipt-task", "resumed", after->name);
	stage_walk (STAGE_MONDAY + RN_HOUR);
	ck_assert_uint_eq (stage_told ("task:done"), 1);
}
END_TEST

/* ---- Held mails ------------------------------------------------------------------------------ */

static void
hold (guint64 uid)
{
	static const char raw[] = "From: eve@example.org\n\nHello\n";
	g_autoptr (GBytes) bytes = g_bytes_new_static (raw, sizeof raw - 1);
	struct rn_inbox_end end = {
		.state = RN_INBOX_HELD, .reason = "stranger", .sender = "eve@example.org", .subject = "Hello", .at = stage.now + 1,
	};
	gboolean is_new = FALSE;
	gint64 id;

	ck_assert (rn_inbox_receive (stage.db, "in", 1, uid, stage.now, bytes, &id, &is_new, NULL));
	ck_assert (rn_inbox_settle (stage.db, id, &end, NULL));
}

static void
look (void)
{
	g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new ("aa{sv}", NULL));
	STEP (rn_program_schedule (turn, none, &error));
	stage_walk (stage.now + RN_DAY);
}

static gint64
in_state (enum rn_inbox_state state)
{
	return stage_number ("SELECT count(*) FROM inbox WHERE state = %d", (int) state);
}

START_TEST (held_mails_are_settled_by_number)
{
	for (guint64 uid = 1; uid <= 3; uid++)
		hold (uid);
	look ();
	ck_assert_int_eq (stage_mails ("", "mail-held"), 1);
	assert_field ("mail-held", "say_all", "ALL");
	assert_ending (answer ("mail-held", "RETRY"), RN_INBOX_APPLIED, "asked-back"); /* which? */
	assert_ending (answer ("mail-held", "DISMISS 2, 9"), RN_INBOX_APPLIED, "asked-back");
	ck_assert_int_eq (in_state (RN_INBOX_HELD), 3);
	assert_ending (answer ("mail-held", "DISMISS 2"), RN_INBOX_APPLIED, "task-dismiss");
	ck_assert_int_eq (stage_number ("SELECT state FROM inbox WHERE id = 2"), RN_INBOX_DISMISSED);
	ck_assert_int_eq (stage_number ("SELECT state FROM task"), RN_TASK_OPEN);
	assert_ending (answer ("mail-held", "RETRY 1 and 3"), RN_INBOX_APPLIED, "task-retry");
	ck_assert_int_eq (in_state (RN_INBOX_NEW), 2);
	assert_field ("receipt-task", "retried", "1, 3");
	ck_assert_int_eq (stage_number ("SELECT state FROM task"), RN_TASK_DONE);
}
END_TEST

START_TEST (a_single_held_mail_needs_no_number)
{
	hold (1);
	look ();
	assert_field ("mail-held", "say_all", "");
	assert_ending (answer ("mail-held", "DISMISS"), RN_INBOX_APPLIED, "task-dismiss");
	ck_assert_int_eq (in_state (RN_INBOX_DISMISSED), 1);
}
END_TEST

START_TEST (all_held_mails_are_dismissed)
{
	hold (1);
	hold (2);
	look ();
	assert_ending (answer ("mail-held", "Dismiss all."), RN_INBOX_APPLIED, "task-dismiss");
	ck_assert_int_eq (in_state (RN_INBOX_DISMISSED), 2);
}
END_TEST

/* A weekend without electricity. */
START_TEST (what_was_held_while_the_engine_was_down_is_told)
{
	g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new ("aa{sv}", NULL));

	STEP (rn_program_schedule (turn, none, &error));
	hold (1);
	stage_jump (STAGE_MONDAY + 4 * RN_DAY);
	ck_assert_int_eq (stage_mails ("", "mail-held"), 1);
	stage_walk (STAGE_MONDAY + 8 * RN_DAY);
	ck_assert_int_eq (stage_mails ("", "mail-held"), 1); /* once */
	hold (2);
	stage_walk (STAGE_MONDAY + 10 * RN_DAY);
	ck_assert_int_eq (stage_mails ("", "mail-held"), 2);
}
END_TEST

/* Nobody is reminded of what was settled by the command line. */
START_TEST (a_task_that_settled_itself_is_done)
{
	stage_pair ();
	hold (1);
	look ();
	make_task ("pairing-needs-you", "no-common-time");
	ck_assert (rn_inbox_dismiss (stage.db, 1, stage.now, NULL));
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	STEP (rn_pairing_end (turn, pairing, "thank-you", TRUE, &error));
	stage_walk (STAGE_MONDAY + 10 * RN_DAY);
	ck_assert_int_eq (stage_mails ("", "task-reminder"), 0);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM task WHERE state <> %d", RN_TASK_DONE), 0);
}
END_TEST

/* ---- Deputies ------------------------------------------------------------------------------- */

static gint64
mails_to (const char *address, const char *template)
{
	return stage_number ("SELECT count(*) FROM outbox WHERE template = '%s' AND recipient = '%s'", template, address);
}

static void
set_deputies (const char *first, const char *second)
{
	const char *deputies[] = { first, second, NULL };
	stage.program->deputies = g_strdupv ((char **) deputies);
}

static struct rn_ending
is_away (const char *address, const char *template, rn_time until)
{
	rn_reading *reading = stage_reading (address, "", template);
	reading->kind = RN_MAIL_ABSENCE;
	reading->automatic = TRUE;
	reading->absent_until = until;
	return stage_take (reading);
}

START_TEST (a_deputy_stands_in_while_the_coordinator_is_away)
{
	set_deputies (DEPUTY, NULL);
	stage_pair ();
	make_task ("pairing-needs-you", "no-common-time");
	ck_assert_int_eq (mails_to (DEPUTY, "pairing-needs-you"), 0);
	assert_ending (is_away (STAGE_COORDINATOR, "pairing-needs-you", STAGE_MONDAY + 5 * RN_DAY), RN_INBOX_APPLIED, "absent");
	ck_assert_int_eq (mails_to (DEPUTY, "pairing-needs-you"), 1);
	make_task ("fallback-task", "no-next-step");
	ck_assert_int_eq (mails_to (DEPUTY, "fallback-task"), 1);
	assert_ending (stage_take (written (DEPUTY, "fallback-task", "DONE")), RN_INBOX_APPLIED, "task-done");
	/* back again, she is reminded herself */
	stage_walk (STAGE_MONDAY + 9 * RN_DAY);
	make_task ("fallback-task", "no-next-step");
	ck_assert_int_eq (mails_to (DEPUTY, "fallback-task"), 1);
	ck_assert_int_eq (mails_to (STAGE_COORDINATOR, "fallback-task"), 1);
}
END_TEST

/* The mail is still in her mailbox. */
START_TEST (who_is_coordinator_no_longer_settles_nothing)
{
	stage_pair ();
	make_task ("pairing-needs-you", "no-common-time");
	rn_reading *reading = written (STAGE_COORDINATOR, "pairing-needs-you", "END");
	rn_record_set (&stage.program->coordinator, DEPUTY);
	ck_assert_int_eq (stage_take (reading).state, RN_INBOX_HELD);
	ck_assert_int_eq (stage_number ("SELECT state FROM pairing"), RN_PAIRING_ACTIVE);
}
END_TEST

static struct rn_ending
comes_back (const char *address, const char *template)
{
	rn_reading *reading = written (address, template, "");
	struct rn_bounce *bounce = rn_reading_add_bounce (reading);

	reading->kind = RN_MAIL_BOUNCE;
	rn_reading_set (&reading->from, "mailer-daemon@company.example");
	rn_reading_set (&bounce->recipient, address);
	bounce->permanent = TRUE;
	return stage_take (reading);
}

/* Of a coordinator who left, her mailbox is gone at once. */
START_TEST (a_deputy_gets_the_task_whose_mail_comes_back)
{
	set_deputies (DEPUTY, NULL);
	stage_pair ();
	make_task ("pairing-needs-you", "no-common-time");
	assert_ending (comes_back (STAGE_COORDINATOR, "pairing-needs-you"), RN_INBOX_APPLIED, "bounce");
	ck_assert_int_eq (mails_to (DEPUTY, "pairing-needs-you"), 1);
	/* when nobody is there it is held, and nobody is written to in a circle */
	ck_assert_int_eq (comes_back (DEPUTY, "pairing-needs-you").state, RN_INBOX_APPLIED);
	ck_assert_int_eq (mails_to (STAGE_COORDINATOR, "pairing-needs-you"), 2);
	assert_ending (comes_back (STAGE_COORDINATOR, "pairing-needs-you"), RN_INBOX_HELD, "bounce-without-token");
	ck_assert_int_eq (mails_to (STAGE_COORDINATOR, "pairing-needs-you") + mails_to (DEPUTY, "pairing-needs-you"), 3);
}
END_TEST

START_TEST (a_second_deputy_stands_in_for_the_first)
{
	set_deputies (DEPUTY, "udo@company.example");
	stage_pair ();
	make_task ("pairing-needs-you", "no-common-time");
	is_away (STAGE_COORDINATOR, "pairing-needs-you", STAGE_MONDAY + 5 * RN_DAY);
	is_away (DEPUTY, "pairing-needs-you", STAGE_MONDAY + 5 * RN_DAY);
	ck_assert_int_eq (mails_to ("udo@company.example", "pairing-needs-you"), 1);
	is_away ("udo@company.example", "pairing-needs-you", STAGE_MONDAY + 5 * RN_DAY);
	ck_assert_int_eq (mails_to (STAGE_COORDINATOR, "pairing-needs-you"), 2); /* nobody is there: it waits for her */
}
END_TEST

START_TEST (what_is_said_in_confidence_waits_for_the_coordinator)
{
	set_deputies (DEPUTY, NULL);
	stage_pair ();
	make_task ("pairing-needs-you", "no-common-time");
	is_away (STAGE_COORDINATOR, "pairing-needs-you", STAGE_MONDAY + 5 * RN_DAY);
	stage_says ("mia", "offer", RN_INTENT_ELSEWHERE);
	ck_assert_int_eq (mails_to (DEPUTY, "help-wanted"), 0);
	ck_assert_int_eq (mails_to (STAGE_COORDINATOR, "help-wanted"), 1);
	stage_says ("mia", "offer", RN_INTENT_HELP);
	ck_assert_int_eq (mails_to (DEPUTY, "help-wanted"), 1);
}
END_TEST

/* In a trial one mailbox plays everybody. */
START_TEST (in_a_trial_tasks_are_answered_by_who_gets_all_mail)
{
	stage_pair ();
	stage.site.redirect_all_to = "admin@company.example";
	make_task ("pairing-needs-you", "no-common-time");
	assert_ending (stage_take (written ("admin@company.example", "pairing-needs-you", "DONE")), RN_INBOX_APPLIED, "task-done");
}
END_TEST

static Suite *
suite (void)
{
	const TTest *const tests[] = {
		each_cause_has_its_sentence_in_each_language, each_word_of_a_task_is_there_in_each_language,
		each_reason_to_hold_a_mail_has_words_in_each_language, an_old_task_says_what_it_said, a_cause_without_words_is_refused,
		a_pairing_that_ends_is_told_of, a_forwarded_task_is_answered_by_nobody, words_are_listed_thrice_a_day,
		who_is_silent_is_resumed, held_mails_are_settled_by_number, a_single_held_mail_needs_no_number,
		all_held_mails_are_dismissed, what_was_held_while_the_engine_was_down_is_told, a_task_that_settled_itself_is_done, a_deputy_stands_in_while_the_coordinator_is_away,
		who_is_coordinator_no_longer_settles_nothing, a_deputy_gets_the_task_whose_mail_comes_back,
		a_second_deputy_stands_in_for_the_first, what_is_said_in_confidence_waits_for_the_coordinator,
		in_a_trial_tasks_are_answered_by_who_gets_all_mail,
	};
	Suite *suite = stage_suite ("tasks", tests, G_N_ELEMENTS (tests));
	TCase *tricky = tcase_create ("tricky replies");

	tcase_add_checked_fixture (tricky, stage_open, stage_close);
	tcase_add_loop_test (tricky, only_the_word_alone_ends_a_pairing, 0, G_N_ELEMENTS (replies));
	suite_add_tcase (suite, tricky);
	return suite;
}

RN_UNIT_MAIN (suite ())

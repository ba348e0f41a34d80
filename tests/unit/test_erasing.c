/* A person is erased: in every table what is hers goes, and what is others' stays without her name. */
#include "store_stage.h"

#include <string.h>

#include "aggregate.h"
#include "erasing.h"
#include "events.h"
#include "inbox.h"
#include "invited.h"
#include "journal.h"
#include "meeting.h"
#include "offer.h"
#include "outbox.h"
#include "pairing.h"
#include "poll.h"
#include "question.h"
#include "report_sums.h"
#include "topic.h"

#define SHE 1
#define HE 2
#define CANARY "canary"
#define THOUGHT "bullfinch" /* that a policy wrote down */

/* Texts of hers have CANARY in them, or name her; his have STAYS. */
#define STAYS "goldfinch"

static gint64
number (const char *sql)
{
	gint64 n = -1;
	ck_assert_msg (rn_db_number (db, &n, -1, NULL, sql, ""), "%s", sql);
	return n;
}

static rn_person *
add_person (const char *key, const char *name, const char *address, const char *manager)
{
	rn_person *person = rn_person_new ();

	rn_record_set (&person->key, key);
	rn_record_set (&person->name, name);
	rn_record_set (&person->address, address);
	rn_record_set (&person->manager, manager);
	rn_record_set (&person->traditional_mentor, manager);
	save (person);
	return person;
}

static void
set_list (GStrv *list, const char *text)
{
	g_strfreev (*list);
	*list = g_strsplit (text, "\n", -1);
}

static void
add_records (void)
{
	g_autoptr (rn_topic) topic = rn_topic_new ();
	g_autoptr (rn_offer) offer = rn_offer_new ();
	g_autoptr (rn_pairing) pairing = rn_pairing_new ();
	g_autoptr (rn_poll) poll = rn_poll_new ();
	g_autoptr (rn_invited) invited = rn_invited_new ();

	topic->owner = offer->leader = pairing->leader = poll->leader = SHE;
	offer->mentor = pairing->mentor = poll->mentor = HE;
	rn_record_set (&topic->title, CANARY);
	save (topic);
	offer->topic = pairing->topic = topic->record.id;
	set_list (&offer->reasons, "both like " CANARY);
	offer->state = RN_OFFER_CLOSED;
	offer->leader_said = offer->mentor_said = RN_SAID_YES;
	save (offer), save (pairing);
	poll->pairing = pairing->record.id;
	set_list (&poll->by_leader.words, "not on " CANARY);
	set_list (&poll->by_mentor.words, STAYS);
	save (poll);
	rn_record_set (&invited->organizer, "ada@example.org");
	rn_record_set (&invited->summary, CANARY);
	save (invited);
}

static void
add_task (const char *about, const char *what, const char *details)
{
	g_autoptr (rn_task) task = rn_task_new ();

	rn_record_set (&task->about, about);
	rn_record_set (&task->what, what);
	rn_record_set (&task->details, details);
	save (task);
}

static void
add_questions (void)
{
	static const gint64 people[] = { SHE, HE };

	for (gsize i = 0; i < G_N_ELEMENTS (people); i++) {
		g_autoptr (rn_ask) ask = rn_ask_new ();
		g_autoptr (rn_reply_value) value = rn_reply_value_new ();
		ask->person = value->person = people[i];
		save (ask);
		value->ask = ask->record.id;
		rn_record_set (&value->value, people[i] == SHE ? CANARY : STAYS);
		save (value);
	}
	add_task ("person:1", "Ada King asks for help.", CANARY);
	add_task ("pairing:1", "Look at Ada King and Bob.", CANARY " said so");
	add_task ("person:2", "Bob asks for help with ADA KING.", STAYS);
}

static void
add_mail_in (guint64 uid, enum rn_inbox_state state, gint64 person, const char *sender, const char *subject, const char *bytes)
{
	g_autoptr (GBytes) raw = g_bytes_new_static (bytes, strlen (bytes));
	struct rn_inbox_end end = { .state = state, .sender = sender, .subject = subject, .message_id = subject, .person = person, .at = NOW };
	gint64 id;
	gboolean is_new;

	ck_assert (rn_inbox_receive (db, "box", 1, uid, NOW, raw, &id, &is_new, NULL));
	ck_assert (state == RN_INBOX_NEW || rn_inbox_settle (db, id, &end, NULL));
}

static GBytes *
letter_of (const char *words)
{
	GByteArray *bundle = g_byte_array_new ();

	rn_bundle_open (bundle, NULL, RN_BUNDLE_TABLE);
	rn_bundle_text (bundle, "words", words);
	rn_bundle_close (bundle);
	return g_byte_array_free_to_bytes (bundle);
}

static void
add_mail_out (gint64 id, gint64 person, const char *about, const char *words, const char *more)
{
	g_autofree char *message_id = g_strdup_printf ("%" G_GINT64_FORMAT "@x", id), *sql = g_strdup_printf ("UPDATE outbox SET %s WHERE id = ?", more);
	g_autoptr (GBytes) letter = letter_of (words);
	struct rn_outbox_row row = {
		.id = id, .transport = "t", .program = "p", .about = about, .template = "offer", .written = NOW, .message_id = message_id,
		.recipient = person == SHE ? "ada@example.org" : "bob@example.org", .person = person, .letter = letter,
	};
	ck_assert (rn_outbox_add (db, &row, NULL) && rn_db_run (db, NULL, sql, "x", id));
}

static void
add_mails (void)
{
	add_mail_in (1, RN_INBOX_APPLIED, SHE, "ada@example.org", CANARY, CANARY " of mine");
	add_mail_in (2, RN_INBOX_HELD, 0, "countess@example.org", CANARY, CANARY);
	add_mail_in (3, RN_INBOX_APPLIED, HE, "bob@example.org", "Re: Ada King", "I met Ada\n King");
	add_mail_in (4, RN_INBOX_HELD, HE, "bob@example.org", STAYS, STAYS);
	add_mail_out (1, SHE, "ask:1", CANARY, "state = 2, answer = 'to " CANARY "'");
	add_mail_out (2, SHE, "", CANARY, "state = 0");
	add_mail_out (3, HE, "pairing:1", "you two, " CANARY, "state = 0");
	add_mail_out (4, HE, "campaign:1", "Ada King wants it", "state = 2, answer = 'ada@example.org is cc'");
	add_mail_out (5, HE, "campaign:1", STAYS " and Ada King, who wrote “" CANARY "”", "state = 0");
	add_mail_out (6, HE, "campaign:1", STAYS, "state = 2");
}

static void
note (gint64 id, const char *event, const char *ref, const char *reasons)
{
	struct rn_journal_entry entry = { .at = NOW, .program = "", .event = event, .version = "", .outcome = "", .reasons = reasons };
	g_autoptr (GPtrArray) about = g_ptr_array_new ();

	g_ptr_array_add (about, (gpointer) ref);
	ck_assert (rn_journal_add (db, id, &entry, about, NULL));
}

static void
add_history (void)
{
	note (1, "mail", "person:1", "Ada King opened the topic “" CANARY "”");
	note (2, "answer:feedback", "ask:1", "the policy notes " THOUGHT);
	note (3, "mail", "person:2", "asked both Bob and ada king\n" STAYS);
	ck_assert (rn_event_add (db, NOW, "p", "mail:refused", "person:1", g_variant_new_parsed ("{'why': <%s>}", CANARY), NULL, NULL));
	ck_assert (rn_event_add (db, NOW, "p", "ask:remind", "ask:1", NULL, NULL, NULL));
	ck_assert (rn_event_add (db, NOW, "p", "offer:expire", "offer:1", NULL, NULL, NULL));
	ck_assert (rn_db_run (db, NULL, "INSERT INTO busy VALUES (1, 'x', 1, 1, 1, '')", ""));
}

static rn_person *
fill (void)
{
	rn_person *she = add_person ("key-" CANARY, "Ada King", "ada@example.org", STAYS);
	g_autoptr (rn_person) he = add_person ("2", "Bob", "bob@example.org", "key-" CANARY);

	set_list (&she->aliases, "countess@example.org");
	set_list (&she->skills, CANARY);
	rn_record_set (&she->unit, CANARY);
	rn_record_set (&she->calendar, CANARY);
	save (she);
	add_records ();
	add_questions ();
	add_mails ();
	add_history ();
	return she;
}

/* How often a word is in the files of the store. */
static guint
times (const char *word)
{
	g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
	gsize length = strlen (word);
	guint n = 0;

	for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
		g_autofree char *file = g_build_filename (folder, name, NULL), *bytes = NULL;
		gsize size = 0;
		ck_assert (g_file_get_contents (file, &bytes, &size, NULL));
		for (gsize i = 0; i + length <= size; i++)
			n += g_ascii_strncasecmp (bytes + i, word, length) == 0;
	}
	return n;
}

static const char *const hers[] = { CANARY, THOUGHT, "ada king", "ada@example.org", "countess@example.org" };

START_TEST (no_byte_of_her_is_left)
{
	g_autoptr (rn_person) she = fill ();
	g_autoptr (GError) error = NULL;
	gint64 n = -1;
	gboolean due = FALSE;

	ck_assert (rn_erasing_waits (db, she, &n, &error));
	ck_assert_int_eq (n, 0);
	ck_assert (rn_db_begin (db, &error) && rn_erase_person (db, she, &error) && rn_db_commit (db, &error));
	rn_assert_no_error (error);
	ck_assert (rn_erasing_is_due (db, &due, NULL) && due);
	ck_assert (rn_erasing_finish (db, &error));
	rn_assert_no_error (error);
	ck_assert (rn_erasing_is_due (db, &due, NULL) && !due);
	for (gsize i = 0; i < G_N_ELEMENTS (hers); i++)
		ck_assert_msg (times (hers[i]) == 0, "“%s” is left", hers[i]);
	ck_assert (rn_person_is_forgotten (she));
	/* what he wrote: a task, an answer, a poll, a mail in with its subject and its id, which is in an index as well,
	 * two letters, a line of the journal */
	ck_assert_uint_eq (times (STAYS), 10);
}
END_TEST

static const struct {
	const char *sql;
	gint64 n;
} facts[] = {
	{ "SELECT count(*) FROM person", 2 },
	{ "SELECT count(*) FROM person WHERE manager || traditional_mentor = ''", 2 },
	{ "SELECT count(*) FROM pairing WHERE leader = 1 AND state = 0", 1 },
	{ "SELECT count(*) FROM topic WHERE state = 2 AND title = ''", 1 },
	{ "SELECT count(*) FROM offer WHERE mentor_said = 1 AND leader_said = 0", 1 },
	{ "SELECT count(*) FROM outbox WHERE person = 1 AND halted = 2", 1 },
	{ "SELECT count(*) FROM outbox WHERE id = 3 AND halted = 2", 1 },
	{ "SELECT count(*) FROM outbox WHERE id > 3 AND halted = 0", 3 },
	{ "SELECT count(*) FROM letter", 2 },
	{ "SELECT count(*) FROM raw", 1 },
	{ "SELECT count(*) FROM inbox WHERE state = 3", 1 },
	{ "SELECT count(*) FROM inbox WHERE state = 5", 1 },
	{ "SELECT count(*) FROM inbox", 4 },
	{ "SELECT count(*) FROM answer WHERE person = 2", 1 },
	{ "SELECT count(*) FROM ask WHERE state = 4", 1 },
	{ "SELECT count(*) FROM task WHERE state = 3", 1 },
	{ "SELECT count(*) FROM event", 1 },
	{ "SELECT count(*) FROM busy", 0 },
	{ "SELECT count(*) FROM journal", 3 },
	{ "SELECT count(*) FROM journal WHERE reasons LIKE 'asked both Bob and a former participant%'", 1 },
};

START_TEST (what_is_others_stays_sound)
{
	g_autoptr (rn_person) she = fill ();

	ck_assert (rn_erase_person (db, she, NULL));
	ck_assert_msg (number (facts[_i].sql) == facts[_i].n, "%s: %d", facts[_i].sql, (int) number (facts[_i].sql));
}
END_TEST

/* Somebody else is called so: what is not hers for certain stays. */
START_TEST (a_name_of_two_is_taken_from_hers_alone)
{
	g_autoptr (rn_person) she = fill (), other = add_person ("3", "ADA King", "ada.king@example.org", "");

	note (4, "mail", "person:3", "ADA King answered");
	ck_assert (rn_erase_person (db, she, NULL));
	ck_assert_int_eq (number ("SELECT count(*) FROM journal WHERE id = 1 AND reasons LIKE 'a former participant opened%'"), 1);
	ck_assert_int_eq (number ("SELECT count(*) FROM journal WHERE id = 4 AND reasons = 'ADA King answered'"), 1);
	ck_assert_int_eq (number ("SELECT count(*) FROM task WHERE what LIKE 'a former participant asks%'"), 1);
	ck_assert_int_eq (number ("SELECT count(*) FROM task WHERE what LIKE '%ADA KING.'"), 1);
	ck_assert_int_eq (number ("SELECT count(*) FROM person WHERE name = 'ADA King'"), 1);
}
END_TEST

START_TEST (what_is_in_hand_is_waited_for)
{
	g_autoptr (rn_person) she = fill ();
	gint64 n = 0;

	add_mail_out (7, SHE, "", "x", "state = 1");
	add_mail_out (8, HE, "", "of Ada King", "state = 1");
	add_mail_out (9, HE, "", "x", "state = 1");
	add_mail_in (9, RN_INBOX_NEW, 0, "", "", "From: ADA@example.org\n");
	add_mail_in (10, RN_INBOX_NEW, 0, "", "", "From: bob@example.org\n");
	ck_assert (rn_erasing_waits (db, she, &n, NULL));
	ck_assert_int_eq (n, 3);
}
END_TEST

static void
add_counted (gint64 person, const char *question, const char *said)
{
	g_autoptr (rn_reply_value) value = rn_reply_value_new ();

	value->ask = person;
	value->person = person;
	value->lane = 3; /* of enum rn_lane: RN_LANE_AGGREGATE */
	rn_record_set (&value->program, "p");
	rn_record_set (&value->form, "feedback");
	rn_record_set (&value->question, question);
	rn_record_set (&value->value, said);
	save (value);
}

static struct rn_aggregate
sum_of (const char *question)
{
	g_autoptr (GArray) answers = rn_report_answers (db, "p", NULL);
	struct rn_aggregate sum;

	rn_aggregate_init (&sum);
	for (guint i = 0; i < answers->len; i++) {
		const struct rn_report_answer *answer = &g_array_index (answers, struct rn_report_answer, i);
		if (g_str_equal (answer->question, question))
			rn_aggregate_add (&sum, answer->person, (double) g_ascii_strtoll (answer->value, NULL, 10));
	}
	rn_aggregate_clear (&sum);
	return sum;
}

/* Five people are in the first group, she with two answers, and one in the next. */
START_TEST (a_sum_stays_and_does_not_tell_whose_answers_it_has)
{
	static const gint64 people[] = { 3, SHE, SHE, 4, 5, HE, 6 };
	g_autoptr (rn_person) she = fill ();

	add_counted (SHE, "words", CANARY " is what I learned");
	for (gsize i = 0; i < G_N_ELEMENTS (people); i++) {
		g_autofree char *value = g_strdup_printf ("%d", (int) i + 1);
		add_counted (people[i], "comfortable", value);
		add_counted (people[i], "useful", value);
	}
	struct rn_aggregate before = sum_of ("comfortable");
	ck_assert_int_eq (before.answers, 6);
	ck_assert (rn_erase_person (db, she, NULL));
	struct rn_aggregate after = sum_of ("comfortable");
	ck_assert_int_eq (after.answers, before.answers);
	ck_assert_msg (after.sum == before.sum && after.group_sum == before.group_sum, "%f, %f", after.sum, after.group_sum);
	ck_assert_int_eq (number ("SELECT count(*) FROM answer WHERE person = 1 OR (ask = 1 AND person < 0)"), 0);
	ck_assert_int_eq (number ("SELECT count(*) FROM answer WHERE person < 0 AND at = 0"), 4);
	ck_assert_int_eq (number ("SELECT count(DISTINCT person) FROM answer WHERE person < 0"), 2);
	ck_assert_int_eq (number ("SELECT count(*) FROM answer WHERE value LIKE '" CANARY "%'"), 0);
}
END_TEST

START_TEST (what_came_since_goes_and_what_others_are_told_since_stays)
{
	g_autoptr (rn_person) she = fill (), since = rn_person_new ();
	g_autoptr (GError) error = NULL;

	ck_assert (rn_erase_person (db, she, NULL));
	add_mail_out (11, HE, "pairing:1", "who was with you left", "state = 0");
	add_mail_out (12, HE, "task:2", "ada@example.org: “" CANARY "”", "state = 2");
	add_mail_out (13, HE, "task:2", "ada@example.org: “" CANARY "”; bob: “" STAYS "”", "state = 0");
	add_mail_in (11, RN_INBOX_HELD, 0, "ada@example.org", CANARY, CANARY);
	add_mail_in (12, RN_INBOX_HELD, 0, "bob@example.org", STAYS, STAYS);
	note (11, "mail", "person:2", "Countess@example.org is a stranger");
	since->record.id = SHE;
	rn_record_set (&since->address, "ada@example.org");
	set_list (&since->aliases, "countess@example.org");
	ck_assert (rn_erase_since (db, since, &error) && rn_erasing_finish (db, &error));
	rn_assert_no_error (error);
	for (gsize i = 0; i < G_N_ELEMENTS (hers); i++)
		ck_assert_msg (times (hers[i]) == 0, "“%s” is left", hers[i]);
	ck_assert_int_eq (number ("SELECT count(*) FROM outbox JOIN letter ON mail = id WHERE id IN (11, 13) AND halted = 0"), 2);
	ck_assert_int_eq (number ("SELECT count(*) FROM letter WHERE mail = 12"), 0);
	ck_assert_int_eq (number ("SELECT count(*) FROM inbox WHERE state = 3 AND sender = 'bob@example.org'"), 2);
	ck_assert_int_eq (number ("SELECT count(*) FROM person WHERE id = 1 AND key = ''"), 1);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("erasing");
	TCase *tests = add_case (s, "erasing");

	tcase_add_test (tests, no_byte_of_her_is_left);
	tcase_add_loop_test (tests, what_is_others_stays_sound, 0, G_N_ELEMENTS (facts));
	tcase_add_test (tests, a_name_of_two_is_taken_from_hers_alone);
	tcase_add_test (tests, what_is_in_hand_is_waited_for);
	tcase_add_test (tests, a_sum_stays_and_does_not_tell_whose_answers_it_has);
	tcase_add_test (tests, what_came_since_goes_and_what_others_are_told_since_stays);
	return s;
}

RN_UNIT_MAIN (suite ())

/* What is dropped when it is old, and what stays. */
#include "store_stage.h"

#include "inbox.h"
#include "journal.h"
#include "meeting.h"
#include "outbox.h"
#include "pairing.h"
#include "poll.h"
#include "question.h"
#include "retention.h"

static const int days[RN_KEEPS] = {
	[RN_KEEP_RAW_MAIL] = 30, [RN_KEEP_HELD_MAIL] = 180, [RN_KEEP_LETTERS] = 90, [RN_KEEP_ANSWERS] = 365, [RN_KEEP_JOURNAL] = 1000,
};

static gint64
number (const char *sql)
{
	gint64 n = -1;
	ck_assert (rn_db_number (db, &n, -1, NULL, sql, ""));
	return n;
}

static void
drop_old (rn_time now)
{
	g_autoptr (GError) error = NULL;
	ck_assert (rn_drop_old (db, now, days, &error));
	rn_assert_no_error (error);
}

#define NAMED "SELECT count(*) FROM inbox WHERE subject <> '' AND sender <> ''"

START_TEST (strangers_are_not_kept)
{
	g_autoptr (GBytes) raw = g_bytes_new_static ("x", 1);
	gint64 id;
	gboolean is_new;

	for (gint64 person = 0; person < 2; person++) {
		struct rn_inbox_end end = {
			.state = RN_INBOX_APPLIED, .subject = "private", .sender = "eve@elsewhere.example", .person = person, .at = NOW,
		};
		ck_assert (rn_inbox_receive (db, "box", 1, (guint64) person + 1, NOW, raw, &id, &is_new, NULL) &&
		           rn_inbox_settle (db, id, &end, NULL));
	}
	drop_old (NOW + 30 * RN_DAY);
	ck_assert_int_eq (number (NAMED), 2);
	drop_old (NOW + 31 * RN_DAY);
	ck_assert_int_eq (number (NAMED), 0);
	ck_assert_int_eq (number ("SELECT count(*) FROM inbox WHERE sender = 'eve@elsewhere.example' AND person = 1"), 1);
	ck_assert_int_eq (number ("SELECT count(*) FROM inbox WHERE sender <> ''"), 1);
}
END_TEST

START_TEST (held_mail_is_kept_longer)
{
	static const struct {
		enum rn_inbox_state state;
		int after, mails;
	} rows[] = {
		{ RN_INBOX_APPLIED, 30, 1 }, { RN_INBOX_APPLIED, 31, 0 }, { RN_INBOX_DISMISSED, 31, 0 }, { RN_INBOX_HELD, 31, 1 },
		{ RN_INBOX_HELD, 180, 1 },   { RN_INBOX_HELD, 181, 0 },   { RN_INBOX_ERROR, 181, 0 },
	};
	g_autoptr (GBytes) raw = g_bytes_new_static ("x", 1);
	gint64 id;
	gboolean is_new;

	for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
		struct rn_inbox_end end = { .state = rows[i].state, .subject = "private", .at = NOW };
		ck_assert (rn_inbox_receive (db, "box", 1, i + 1, NOW, raw, &id, &is_new, NULL) && rn_inbox_settle (db, id, &end, NULL));
		drop_old (NOW + rows[i].after * RN_DAY);
		ck_assert_msg (number ("SELECT count(*) FROM raw") == rows[i].mails, "bytes of row %d", (int) i);
		ck_assert_msg (number ("SELECT count(*) FROM inbox WHERE subject <> ''") == rows[i].mails, "subject of row %d", (int) i);
		ck_assert (rn_db_run (db, NULL, "DELETE FROM raw", "") && rn_db_run (db, NULL, "UPDATE inbox SET subject = ''", ""));
	}
	ck_assert_int_eq (number ("SELECT count(*) FROM inbox"), (gint64) G_N_ELEMENTS (rows));
}
END_TEST

static void
write_letter (gint64 id, rn_time written, const char *state)
{
	g_autofree char *message_id = g_strdup_printf ("%" G_GINT64_FORMAT "@x", id), *sql = g_strdup_printf ("UPDATE outbox SET %s WHERE id = ?", state);
	g_autoptr (GBytes) letter = g_bytes_new_static ("words", 5);
	struct rn_outbox_row row = {
		.id = id, .transport = "t", .program = "p", .about = "", .template = "offer", .recipient = "a@b", .message_id = message_id,
		.written = written, .not_before = written, .letter = letter,
	};
	ck_assert (rn_outbox_add (db, &row, NULL) && rn_db_run (db, NULL, sql, "x", id));
}

START_TEST (letters_go_that_are_needed_no_more)
{
	static const char *const needed[] = { "state = 0", "state = 1", "state = 4", "state = 0, halted = 1" };
	static const char *const ended[] = { "state = 2, answer = '250 for a@b'", "state = 3", "state = 0, halted = 2" };
	gint64 id = 1;

	for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
		write_letter (id++, NOW, needed[i]);
	for (gsize i = 0; i < G_N_ELEMENTS (ended); i++)
		write_letter (id++, NOW, ended[i]);
	write_letter (id, NOW + RN_DAY, "state = 2");
	drop_old (NOW + 90 * RN_DAY);
	ck_assert_int_eq (number ("SELECT count(*) FROM letter"), 8);
	drop_old (NOW + 91 * RN_DAY);
	ck_assert_int_eq (number ("SELECT count(*) FROM letter WHERE mail <= 4 OR mail = 8"), 5);
	ck_assert_int_eq (number ("SELECT count(*) FROM letter"), 5);
	ck_assert_int_eq (number ("SELECT count(*) FROM outbox WHERE answer <> ''"), 0);
	drop_old (NOW + 1000 * RN_DAY);
	ck_assert_int_eq (number ("SELECT count(*) FROM letter"), 4);
	ck_assert_int_eq (number ("SELECT count(*) FROM outbox"), 8);
}
END_TEST

/* An answer in that lane to a question about that. */
static void
answer (const char *about, gint64 lane)
{
	g_autoptr (rn_ask) ask = rn_ask_new ();
	g_autoptr (rn_reply_value) value = rn_reply_value_new ();

	rn_record_set (&ask->about, about);
	save (ask);
	value->ask = ask->record.id;
	value->lane = lane;
	rn_record_set (&value->value, about);
	save (value);
}

START_TEST (what_a_pair_wrote_goes_behind_its_end)
{
	g_autoptr (rn_pairing) over = rn_pairing_new (), alive = rn_pairing_new ();
	g_autoptr (rn_meeting) meeting = rn_meeting_new ();
	g_autoptr (rn_poll) poll = rn_poll_new ();

	over->state = RN_PAIRING_ENDED;
	over->ended = NOW;
	save (over), save (alive);
	meeting->pairing = poll->pairing = over->record.id;
	g_strfreev (poll->by_leader.words);
	poll->by_leader.words = g_strsplit ("not on Fridays", "\n", -1);
	save (meeting), save (poll);
	for (gint64 lane = 0; lane < 4; lane++)
		answer ("pairing:1", lane), answer ("meeting:1", lane), answer ("pairing:2", lane), answer ("campaign:1", lane);
	drop_old (NOW + 365 * RN_DAY);
	ck_assert_int_eq (number ("SELECT count(*) FROM answer"), 16);
	drop_old (NOW + 366 * RN_DAY);
	ck_assert_int_eq (number ("SELECT count(*) FROM answer WHERE value = 'pairing:1'"), 1);
	ck_assert_int_eq (number ("SELECT count(*) FROM answer WHERE value = 'meeting:1' AND lane = 3"), 1);
	ck_assert_int_eq (number ("SELECT count(*) FROM answer WHERE value IN ('pairing:2', 'campaign:1')"), 8);
	ck_assert_int_eq (number ("SELECT count(*) FROM answer"), 10);
	ck_assert_int_eq (number ("SELECT count(*) FROM poll WHERE by_leader_words = ''"), 1);
}
END_TEST

START_TEST (the_journal_goes_but_its_newest_entry)
{
	g_autoptr (GPtrArray) about = g_ptr_array_new ();
	gint64 next = 0;

	g_ptr_array_add (about, (gpointer) "person:1");
	for (int i = 1; i <= 3; i++) {
		struct rn_journal_entry entry = { .at = NOW + i * RN_DAY, .program = "", .event = "mail", .version = "", .outcome = "", .reasons = "" };
		ck_assert (rn_journal_add (db, i, &entry, about, NULL));
	}
	drop_old (NOW + 1001 * RN_DAY);
	ck_assert_int_eq (number ("SELECT count(*) FROM journal"), 3);
	drop_old (NOW + 1002 * RN_DAY);
	ck_assert_int_eq (number ("SELECT min(id) FROM journal"), 2);
	drop_old (NOW + 5000 * RN_DAY);
	ck_assert_int_eq (number ("SELECT min(id) FROM journal"), 3);
	ck_assert_int_eq (number ("SELECT count(*) FROM journal_about"), 1);
	ck_assert (rn_journal_next_id (db, &next, NULL));
	ck_assert_int_eq (next, 4);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("retention");
	TCase *tests = add_case (s, "retention");

	tcase_add_test (tests, strangers_are_not_kept);
	tcase_add_test (tests, held_mail_is_kept_longer);
	tcase_add_test (tests, letters_go_that_are_needed_no_more);
	tcase_add_test (tests, what_a_pair_wrote_goes_behind_its_end);
	tcase_add_test (tests, the_journal_goes_but_its_newest_entry);
	return s;
}

RN_UNIT_MAIN (suite ())

/* Mail in and mail out: once each, in order, and what becomes of it. */
#include "retention.h"
#include "store_stage.h"

#include <string.h>

#include "clock.h"
#include "error.h"
#include "inbox.h"
#include "outbox.h"
#include "stranded.h"

/* ---- Inbox ---------------------------------------------------------------- */

/* Receives a mail; its id, or 0 when it was here. */
static gint64
receive (guint32 validity, guint64 uid, rn_time at)
{
	g_autofree char *text = g_strdup_printf ("Subject: %u\r\n\r\n", (guint) uid);
	g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));
	gint64 id = -1;
	gboolean is_new = FALSE;

	ck_assert (rn_inbox_receive (db, "imap", validity, uid, at, raw, &id, &is_new, NULL));
	ck_assert_int_eq (is_new, id != 0);
	return id;
}

static void
settle (gint64 id, enum rn_inbox_state state, const char *message_id)
{
	struct rn_inbox_end end = { .state = state, .outcome = "done", .reason = "because", .message_id = message_id,
		                    .sender = "ada@example.com", .subject = "Hello", .at = NOW };
	ck_assert (rn_inbox_settle (db, id, &end, NULL));
}

START_TEST (a_mail_is_received_once)
{
	guint32 validity = 9;
	guint64 uid = 9;
	rn_time at = 9, received = 0;

	ck_assert (rn_inbox_cursor (db, "imap", &validity, &uid, &at, NULL));
	ck_assert (validity == 0 && uid == 0 && at == 0);
	gint64 first = receive (7, 1, NOW), second = receive (7, 5, NOW + 1);
	ck_assert_int_eq (receive (7, 5, NOW + 2), 0);
	gint64 renumbered = receive (8, 5, NOW + 3);
	ck_assert (first > 0 && second > first && renumbered > second);
	ck_assert (rn_inbox_cursor (db, "imap", &validity, &uid, &at, NULL));
	ck_assert (validity == 8 && uid == 5 && at == NOW + 3);
	ck_assert (rn_inbox_advance (db, "imap", 8, 4000000000u, NOW + 4, NULL));
	reopen ();
	ck_assert (rn_inbox_cursor (db, "imap", &validity, &uid, &at, NULL) && uid == 4000000000u && at == NOW + 4);

	g_autoptr (GArray) ids = rn_inbox_new_ids (db, first, 1, NULL);
	ck_assert_uint_eq (ids->len, 1);
	ck_assert_int_eq (g_array_index (ids, gint64, 0), second);
	g_autoptr (GBytes) raw = rn_inbox_raw (db, second, &received, NULL);
	ck_assert_mem_eq (g_bytes_get_data (raw, NULL), "Subject: 5\r\n\r\n", 14);
	ck_assert_int_eq (received, NOW + 1);
}
END_TEST

START_TEST (a_settled_mail_is_no_longer_new)
{
	gint64 id = receive (7, 1, NOW), twin = receive (7, 2, NOW);
	gboolean is_new = FALSE, has = TRUE;

	ck_assert (rn_inbox_is_new (db, id, &is_new, NULL) && is_new);
	ck_assert (rn_inbox_has_message (db, "a@b", twin, &has, NULL) && !has);
	settle (id, RN_INBOX_APPLIED, "a@b");
	ck_assert (rn_inbox_is_new (db, id, &is_new, NULL) && !is_new);
	ck_assert (rn_inbox_has_message (db, "a@b", twin, &has, NULL) && has);
	ck_assert (rn_inbox_has_message (db, "a@b", id, &has, NULL) && !has);
	settle (twin, RN_INBOX_IGNORED, NULL);
	ck_assert (rn_inbox_has_message (db, "", id, &has, NULL) && !has);
	g_autoptr (GArray) ids = rn_inbox_new_ids (db, 0, 10, NULL);
	ck_assert_uint_eq (ids->len, 0);
}
END_TEST

START_TEST (held_mail_alone_is_tried_again_or_set_aside)
{
	gint64 id = receive (7, 1, NOW);
	g_autoptr (GError) error = NULL;
	gboolean may = _i == RN_INBOX_HELD || _i == RN_INBOX_ERROR, is_new = FALSE;

	if (_i != RN_INBOX_NEW)
		settle (id, (enum rn_inbox_state) _i, "a@b");
	ck_assert_msg (rn_inbox_dismiss (db, id, NOW, &error) == may, "%s", rn_inbox_state_name ((enum rn_inbox_state) _i));
	ck_assert (may || g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
	if (_i != RN_INBOX_NEW)
		settle (id, (enum rn_inbox_state) _i, "a@b");
	ck_assert_msg (rn_inbox_retry (db, id, NULL) == may, "%s", rn_inbox_state_name ((enum rn_inbox_state) _i));
	ck_assert (rn_inbox_is_new (db, id, &is_new, NULL) && is_new == (may || _i == RN_INBOX_NEW));
}
END_TEST

START_TEST (what_is_held_is_listed)
{
	g_autofree char *subject = g_strnfill (500, 's');
	g_auto (rn_held) first = { FALSE }, failed = { FALSE }, applied = { FALSE };
	struct rn_inbox_end end = { .state = RN_INBOX_HELD, .sender = "eve@example.org", .subject = subject,
		                    .reason = "“äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöü”", .at = NOW };

	ck_assert (rn_inbox_settle (db, receive (7, 1, NOW), &end, NULL));
	settle (receive (7, 2, NOW), RN_INBOX_APPLIED, "a@b");
	settle (receive (7, 3, NOW), RN_INBOX_ERROR, "b@b");
	g_autoptr (GArray) ids = rn_inbox_held_since (db, NOW - 1, NULL);
	ck_assert_uint_eq (ids->len, 2);
	ck_assert (rn_inbox_held (db, g_array_index (ids, gint64, 0), &first, NULL));
	ck_assert (first.waits && g_utf8_validate (first.subject, -1, NULL));
	ck_assert_str_eq (first.sender, "eve@example.org");
	ck_assert_int_eq (g_utf8_strlen (first.subject, -1), 80);
	ck_assert (rn_inbox_held (db, g_array_index (ids, gint64, 1), &failed, NULL));
	ck_assert_str_eq (failed.sender, "ada@example.com");
	ck_assert_str_eq (failed.subject, "Hello");
	ck_assert_str_eq (failed.reason, "other");
	ck_assert (rn_inbox_held (db, g_array_index (ids, gint64, 0) + 1, &applied, NULL));
	ck_assert (!applied.waits);
	g_autoptr (GArray) none = rn_inbox_held_since (db, NOW, NULL);
	ck_assert_uint_eq (none->len, 0);
	g_autoptr (GPtrArray) held = rn_inbox_list (db, "3, 4", NULL), all = rn_inbox_list (db, NULL, NULL);
	ck_assert_uint_eq (held->len, 2);
	ck_assert_uint_eq (all->len, 3);
}
END_TEST

static void
note_range (guint32 validity, gboolean held, guint64 first, guint64 last, gpointer data)
{
	g_string_append_printf (data, "%u:%s%u-%u ", validity, held ? "held " : "", (guint) first, (guint) last);
}

static char *
unmarked (void)
{
	GString *ranges = g_string_new (NULL);
	ck_assert (rn_inbox_unmarked (db, "imap", 100, note_range, ranges, NULL));
	return g_string_free (ranges, FALSE);
}

START_TEST (handled_mail_is_marked_in_ranges)
{
	for (guint64 uid = 1; uid <= 7; uid++) {
		gint64 id = receive (7, uid, NOW);
		if (uid != 3) /* still waits */
			settle (id, uid == 6 ? RN_INBOX_HELD : RN_INBOX_APPLIED, NULL);
	}
	settle (receive (8, 8, NOW), RN_INBOX_IGNORED, NULL);
	g_autofree char *before = unmarked ();
	ck_assert_str_eq (before, "7:1-2 7:4-5 7:held 6-6 7:7-7 8:8-8 ");
	ck_assert (rn_inbox_set_marked (db, "imap", 7, 1, 5, NULL));
	g_autofree char *after = unmarked ();
	ck_assert_str_eq (after, "7:held 6-6 7:7-7 8:8-8 ");
	/* the one that waited was not marked unseen */
	g_autoptr (GArray) ids = rn_inbox_new_ids (db, 0, 10, NULL);
	settle (g_array_index (ids, gint64, 0), RN_INBOX_APPLIED, NULL);
	g_autofree char *late = unmarked ();
	ck_assert_str_eq (late, "7:3-3 7:held 6-6 7:7-7 8:8-8 ");
}
END_TEST

/* What was handled and received before then. */
static gboolean
drop_raw (rn_time before)
{
	static const int days[RN_KEEPS] = { [RN_KEEP_RAW_MAIL] = 1, 400, 400, 400, 400 };
	return rn_drop_old (db, before + RN_DAY, days, NULL);
}

START_TEST (raw_mail_goes_but_not_while_it_is_needed)
{
	gint64 id = receive (7, 1, NOW);
	g_autoptr (GError) error = NULL;
	gboolean needed = _i == RN_INBOX_NEW || _i == RN_INBOX_HELD || _i == RN_INBOX_ERROR;
	rn_time received;

	if (_i != RN_INBOX_NEW)
		settle (id, (enum rn_inbox_state) _i, NULL);
	ck_assert (drop_raw (NOW)); /* not older than that */
	g_autoptr (GBytes) kept = rn_inbox_raw (db, id, &received, NULL);
	ck_assert_ptr_nonnull (kept);
	ck_assert (drop_raw (NOW + 1));
	g_autoptr (GBytes) raw = rn_inbox_raw (db, id, &received, &error);
	ck_assert_msg ((raw != NULL) == needed, "%s", rn_inbox_state_name ((enum rn_inbox_state) _i));
	ck_assert (needed || g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
	g_autoptr (GPtrArray) all = rn_inbox_list (db, NULL, NULL);
	ck_assert_uint_eq (all->len, 1);
}
END_TEST

START_TEST (dropped_mail_leaves_no_bytes)
{
	g_autofree char *file = g_strconcat (path, "-mail-1", NULL), *text = NULL;
	gint64 first = receive (7, 111, NOW), second = receive (7, 222, NOW);
	rn_time received;
	gsize size = 0;

	receive (7, 333, NOW + 5);
	settle (first, RN_INBOX_APPLIED, NULL);
	settle (second, RN_INBOX_HELD, NULL);
	ck_assert (drop_raw (NOW + 1) && rn_inbox_sweep (db, NULL));
	ck_assert (g_file_get_contents (file, &text, &size, NULL));
	ck_assert_ptr_null (memmem (text, size, "111", 3));
	ck_assert_ptr_nonnull (memmem (text, size, "333", 3));
	g_autoptr (GBytes) kept = rn_inbox_raw (db, second, &received, NULL);
	ck_assert_mem_eq (g_bytes_get_data (kept, NULL), "Subject: 222\r\n\r\n", 16);
}
END_TEST

/* What was received and not committed: it comes again, and the first one's bytes are gone. */
START_TEST (a_mail_without_a_commit_leaves_no_bytes)
{
	g_autofree char *file = g_strconcat (path, "-mail-1", NULL), *text = NULL;
	gsize size = 0;
	rn_time received;

	receive (7, 111, NOW);
	ck_assert (rn_db_begin (db, NULL));
	receive (7, 222, NOW);
	rn_db_rollback (db);
	reopen ();
	ck_assert (rn_inbox_sweep (db, NULL));
	ck_assert (g_file_get_contents (file, &text, &size, NULL));
	ck_assert_uint_eq (size, strlen ("Subject: 111\r\n\r\n"));
	gint64 again = receive (7, 222, NOW);
	g_autoptr (GBytes) raw = rn_inbox_raw (db, again, &received, NULL);
	ck_assert_mem_eq (g_bytes_get_data (raw, NULL), "Subject: 222\r\n\r\n", 16);
}
END_TEST

/* ---- Outbox --------------------------------------------------------------- */

static gint64
queue (enum rn_rank rank, rn_time not_before)
{
	g_autoptr (GBytes) letter = g_bytes_new_static ("Zoë", strlen ("Zoë"));
	gint64 id = 0;

	ck_assert (rn_outbox_next_id (db, &id, NULL));
	g_autofree char *message_id = g_strdup_printf ("m%d@example.com", (int) id);
	struct rn_outbox_row row = { id, "smtp", "company", "pairing:3", "welcome", "ada@example.com", message_id,
		                     1, 4, not_before, NOW, rank, letter };
	ck_assert (rn_outbox_add (db, &row, NULL));
	return id;
}

/* Leases and gives the lease's id, and the rows' ids as a text. */
static char *
lease (rn_time now, guint max, gint64 *id)
{
	g_autoptr (GArray) rows = NULL;
	GString *text = g_string_new (NULL);

	ck_assert (rn_outbox_lease (db, "smtp", now, max, "progress", id, &rows, NULL));
	ck_assert_int_eq (*id != 0, rows->len > 0);
	for (guint i = 0; i < rows->len; i++) {
		const struct rn_leased *row = &g_array_index (rows, struct rn_leased, i);
		ck_assert_uint_eq (g_bytes_get_size (row->letter), strlen ("Zoë"));
		ck_assert_mem_eq (g_bytes_get_data (row->letter, NULL), "Zoë", strlen ("Zoë"));
		ck_assert_str_eq (row->recipient, "ada@example.com");
		g_string_append_printf (text, "%d ", (int) row->id);
	}
	return g_string_free (text, FALSE);
}

/* Leases the one row that is due and ends the attempt. */
static void
attempt (gint64 id, enum rn_verdict verdict, rn_time now)
{
	struct rn_delivery delivery = { verdict, 250, "2.0.0", "it's \"so\"" };
	gint64 l = 0;
	g_autofree char *got = lease (now, 1, &l);
	g_autofree char *want = g_strdup_printf ("%d ", (int) id);

	ck_assert_str_eq (got, want);
	ck_assert (rn_outbox_settle (db, id, &delivery, now, NULL) && rn_outbox_end_lease (db, l, NULL));
}

static guint
in_state (enum rn_outbox_state state)
{
	g_autoptr (GPtrArray) list = rn_outbox_list (db, rn_outbox_state_name (state), NULL);
	return list->len;
}

START_TEST (answers_leave_first)
{
	gint64 id = 0, n = 0;
	rn_time due = 0;

	ck_assert (rn_outbox_next_id (db, &id, NULL) && id == 1);
	queue (RN_RANK_BULK, NOW - 50), queue (RN_RANK_NORMAL, NOW), queue (RN_RANK_NORMAL, NOW - 10);
	queue (RN_RANK_NORMAL, NOW - 10), queue (RN_RANK_ANSWER, NOW), queue (RN_RANK_ANSWER, NOW + 1);
	ck_assert (rn_outbox_next_due (db, "smtp", &due, NULL) && due == NOW - 50);
	ck_assert (rn_outbox_due (db, "smtp", NOW, 10, &n, NULL) && n == 5);
	ck_assert (rn_outbox_due (db, "smtp", NOW, 3, &n, NULL) && n == 3);
	ck_assert (rn_outbox_due (db, "other", NOW, 3, &n, NULL) && n == 0);
	g_autofree char *first = lease (NOW, 3, &id);
	ck_assert_str_eq (first, "5 3 4 ");
	ck_assert (rn_outbox_due (db, "smtp", NOW, 10, &n, NULL) && n == 2);
	g_autofree char *second = lease (NOW, 10, &id);
	ck_assert_str_eq (second, "2 1 ");
	g_autofree char *none = lease (NOW, 10, &id);
	ck_assert_str_eq (none, "");
	ck_assert_uint_eq (in_state (RN_OUTBOX_LEASED), 5);
	ck_assert (rn_outbox_next_due (db, "smtp", &due, NULL) && due == NOW + 1);
	ck_assert (rn_outbox_next_due (db, "other", &due, NULL) && due == 0);
}
END_TEST

static const enum rn_outbox_state ends[] = {
	[RN_VERDICT_SENT] = RN_OUTBOX_SENT,
	[RN_VERDICT_REFUSED] = RN_OUTBOX_REFUSED,
	[RN_VERDICT_LATER] = RN_OUTBOX_QUEUED,
	[RN_VERDICT_UNCERTAIN] = RN_OUTBOX_UNCERTAIN,
};

START_TEST (each_verdict_has_its_end)
{
	gint64 id = queue (RN_RANK_NORMAL, NOW);

	attempt (id, (enum rn_verdict) _i, NOW);
	for (int state = 0; state < RN_OUTBOX_STATES; state++)
		ck_assert_msg (in_state ((enum rn_outbox_state) state) == (state == (int) ends[_i]), "verdict %d: %s", _i,
		               rn_outbox_state_name ((enum rn_outbox_state) state));
	/* what is settled is settled */
	struct rn_delivery again = { RN_VERDICT_REFUSED, 550, "", "" };
	ck_assert (rn_outbox_settle (db, id, &again, NOW, NULL));
	ck_assert_uint_eq (in_state (ends[_i]), 1);
}
END_TEST

START_TEST (a_queued_mail_is_listed_with_its_time)
{
	gint64 later = queue (RN_RANK_NORMAL, NOW);
	const char *listed = "";
	rn_time due = 0;

	attempt (later, RN_VERDICT_LATER, NOW);
	attempt (queue (RN_RANK_NORMAL, NOW), RN_VERDICT_SENT, NOW);
	g_autoptr (GPtrArray) queued = rn_outbox_list (db, "queued", NULL);
	g_autoptr (GPtrArray) sent = rn_outbox_list (db, "sent", NULL);
	ck_assert (rn_outbox_next_due (db, "smtp", &due, NULL) && due > NOW);
	g_autofree char *wanted = rn_time_text (due);
	ck_assert (g_variant_lookup (g_ptr_array_index (queued, 0), "due", "&s", &listed));
	ck_assert_str_eq (listed, wanted);
	ck_assert (!g_variant_lookup (g_ptr_array_index (sent, 0), "due", "&s", &listed));
}
END_TEST

/* A note of it has room for so many bytes. */
START_TEST (an_answer_that_was_cut_is_still_listed)
{
	struct rn_delivery cut = { RN_VERDICT_REFUSED, 550, "5.1.1", "unknown: zo\xc3" };
	gint64 l = 0, id = queue (RN_RANK_NORMAL, NOW);
	g_autofree char *rows = lease (NOW, 1, &l);
	const char *answer = "";

	ck_assert (rn_outbox_settle (db, id, &cut, NOW, NULL));
	g_autoptr (GPtrArray) list = rn_outbox_list (db, "refused", NULL);
	ck_assert_uint_eq (list->len, 1);
	ck_assert (g_variant_lookup (g_ptr_array_index (list, 0), "answer", "&s", &answer));
	ck_assert_str_eq (answer, "550 5.1.1 unknown: zo\uFFFD");
}
END_TEST

START_TEST (the_wait_grows_and_ends)
{
	gint64 id = queue (RN_RANK_NORMAL, NOW);
	rn_time now = NOW, wait = 0;

	for (int tries = 1; tries < RN_MAX_TRIES; tries++) {
		rn_time due = 0;
		attempt (id, RN_VERDICT_LATER, now);
		ck_assert (rn_outbox_next_due (db, "smtp", &due, NULL));
		ck_assert_msg (due - now >= wait && due > now && due - now <= RN_HOUR, "try %d waits %d", tries,
		               (int) (due - now));
		ck_assert_msg (due - now > wait || wait == RN_HOUR, "try %d waits no longer", tries);
		wait = due - now, now = due;
	}
	ck_assert_int_eq (wait, RN_HOUR);
	attempt (id, RN_VERDICT_LATER, now);
	ck_assert_uint_eq (in_state (RN_OUTBOX_REFUSED), 1);
}
END_TEST

START_TEST (a_lease_that_was_left_behind_is_found)
{
	gint64 first = queue (RN_RANK_NORMAL, NOW), second = queue (RN_RANK_NORMAL, NOW), l = 0;
	struct rn_delivery sent = { RN_VERDICT_SENT, 250, "", "" };
	g_autoptr (GArray) ids = NULL, after = NULL;
	g_autoptr (GPtrArray) files = NULL, none = NULL;
	g_autofree char *got = lease (NOW, 10, &l);

	reopen ();
	ck_assert (rn_outbox_old_leases (db, &ids, &files, NULL));
	ck_assert_uint_eq (ids->len, 1);
	ck_assert_int_eq (g_array_index (ids, gint64, 0), l);
	ck_assert_str_eq (files->pdata[0], "progress");
	ck_assert (rn_outbox_settle (db, first, &sent, NOW, NULL));
	g_autoptr (GArray) rows = rn_outbox_leased_rows (db, l, NULL);
	ck_assert_uint_eq (rows->len, 1);
	ck_assert_int_eq (g_array_index (rows, gint64, 0), second);
	ck_assert (rn_outbox_return (db, second, NULL) && rn_outbox_return (db, first, NULL));
	ck_assert (rn_outbox_end_lease (db, l, NULL));
	ck_assert (rn_outbox_old_leases (db, &after, &none, NULL));
	ck_assert_uint_eq (after->len, 0);
	ck_assert_uint_eq (in_state (RN_OUTBOX_QUEUED), 1);
	ck_assert_uint_eq (in_state (RN_OUTBOX_SENT), 1);
}
END_TEST

static GArray *
stranded (const char *transport)
{
	const char *const transports[] = { transport, "it's \"so\"", NULL };
	GArray *found = rn_stranded_mail (db, transports, NULL);

	ck_assert_ptr_nonnull (found);
	return found;
}

START_TEST (mail_of_a_transport_that_is_gone_is_moved)
{
	gint64 uncertain = queue (RN_RANK_NORMAL, NOW), sent = queue (RN_RANK_NORMAL, NOW + 1), due = 0;

	attempt (uncertain, RN_VERDICT_UNCERTAIN, NOW);
	attempt (sent, RN_VERDICT_SENT, NOW + 1);
	queue (RN_RANK_ANSWER, NOW), queue (RN_RANK_BULK, NOW);
	g_autoptr (GArray) none = stranded ("smtp");
	ck_assert_uint_eq (none->len, 0);
	g_autoptr (GArray) found = stranded ("relay");
	ck_assert_uint_eq (found->len, 1);
	const struct rn_stranded *one = &g_array_index (found, struct rn_stranded, 0);
	ck_assert_str_eq (one->transport, "smtp");
	ck_assert_str_eq (one->program, "company");
	ck_assert_int_eq (one->mails, 3);
	ck_assert (rn_stranded_move (db, one, "relay", NULL));
	g_autoptr (GArray) after = stranded ("relay");
	ck_assert_uint_eq (after->len, 0);
	ck_assert (rn_outbox_next_due (db, "relay", &due, NULL) && due == NOW);
	ck_assert (rn_outbox_next_due (db, "smtp", &due, NULL) && due == 0);
	/* what was sent keeps the name it was sent by */
	g_autoptr (GArray) lone = stranded ("else");
	ck_assert_int_eq (g_array_index (lone, struct rn_stranded, 0).mails, 3);
}
END_TEST

/* What is due is found however much waits before it that is not. */
START_TEST (what_is_due_is_found_behind_what_is_not)
{
	gint64 l = 0;

	for (int i = 0; i < 10; i++)
		queue (RN_RANK_ANSWER, NOW + 1), queue (RN_RANK_NORMAL, NOW + 1);
	queue (RN_RANK_BULK, NOW), queue (RN_RANK_NORMAL, NOW);
	g_autofree char *got = lease (NOW, 10, &l);
	ck_assert_str_eq (got, "22 21 ");
}
END_TEST

/* _i: how often the next server had put the mail off before. */
START_TEST (an_uncertain_mail_is_sent_again_once)
{
	gint64 id = queue (RN_RANK_NORMAL, NOW);
	rn_time now = NOW;
	int n = -1;

	for (int i = 0; i < _i; i++, now += RN_DAY)
		attempt (id, RN_VERDICT_LATER, now);
	attempt (id, RN_VERDICT_UNCERTAIN, now);
	ck_assert (rn_outbox_resend_uncertain (db, now, &n, NULL));
	ck_assert_int_eq (n, 0);
	ck_assert (rn_outbox_resend_uncertain (db, now + 1, &n, NULL));
	ck_assert_msg (n == 1, "put off %d times: %d sent again", _i, n);
	attempt (id, RN_VERDICT_UNCERTAIN, now + 1);
	ck_assert (rn_outbox_resend_uncertain (db, now + RN_DAY, &n, NULL));
	ck_assert_int_eq (n, 0);
	ck_assert_uint_eq (in_state (RN_OUTBOX_UNCERTAIN), 1);
}
END_TEST

/* What is seen of it before the attempt ends counts for this attempt alone. */
START_TEST (a_mail_may_be_seen_before_its_attempt_ends)
{
	gint64 id = queue (RN_RANK_NORMAL, NOW), lease = 0;
	struct rn_delivery later = { .verdict = RN_VERDICT_LATER }, uncertain = { .verdict = RN_VERDICT_UNCERTAIN };
	g_autoptr (GArray) rows = NULL, again = NULL;

	ck_assert (rn_outbox_lease (db, "smtp", NOW, 1, "progress", &lease, &rows, NULL));
	ck_assert (rn_outbox_confirm (db, "m1@example.com", NOW, NULL));
	ck_assert_uint_eq (in_state (RN_OUTBOX_LEASED), 1);
	ck_assert (rn_outbox_settle (db, id, _i == 0 ? &uncertain : &later, NOW, NULL));
	ck_assert_uint_eq (in_state (_i == 0 ? RN_OUTBOX_SENT : RN_OUTBOX_QUEUED), 1);
	if (_i == 0)
		return;
	ck_assert (rn_outbox_lease (db, "smtp", NOW + RN_DAY, 1, "progress", &lease, &again, NULL));
	ck_assert (rn_outbox_settle (db, id, &uncertain, NOW + RN_DAY, NULL));
	ck_assert_uint_eq (in_state (RN_OUTBOX_UNCERTAIN), 1);
}
END_TEST

START_TEST (an_uncertain_mail_that_waits_to_be_sent_again_may_be_seen)
{
	gint64 id = queue (RN_RANK_NORMAL, NOW);
	int n = 0;

	attempt (id, RN_VERDICT_UNCERTAIN, NOW);
	ck_assert (rn_outbox_resend_uncertain (db, NOW + 1, &n, NULL) && n == 1);
	ck_assert (rn_outbox_confirm (db, "m1@example.com", NOW + 2, NULL));
	ck_assert_uint_eq (in_state (RN_OUTBOX_SENT), 1);
}
END_TEST

START_TEST (an_answer_shows_that_a_mail_arrived)
{
	gint64 id = queue (RN_RANK_ANSWER, NOW), person = 0, n = 0;
	gboolean found = FALSE;
	g_autofree char *about = NULL, *program = NULL;

	attempt (id, RN_VERDICT_UNCERTAIN, NOW);
	ck_assert (rn_outbox_confirm (db, "other@example.com", NOW, NULL));
	ck_assert_uint_eq (in_state (RN_OUTBOX_UNCERTAIN), 1);
	ck_assert (rn_outbox_confirm (db, "m1@example.com", NOW, NULL));
	ck_assert_uint_eq (in_state (RN_OUTBOX_SENT), 1);
	ck_assert (rn_outbox_by_message_id (db, "m1@example.com", &found, &person, &about, &program, NULL));
	ck_assert (found && person == 4);
	ck_assert_str_eq (about, "pairing:3");
	ck_assert_str_eq (program, "company");
	ck_assert (rn_outbox_by_message_id (db, "m2@example.com", &found, &person, &about, &program, NULL) && !found);
	queue (RN_RANK_NORMAL, NOW);
	ck_assert (rn_outbox_answers_since (db, 4, NOW - 1, &n, NULL) && n == 1);
	ck_assert (rn_outbox_answers_since (db, 4, NOW, &n, NULL) && n == 0);
	ck_assert (rn_outbox_answers_since (db, 5, NOW - 1, &n, NULL) && n == 0);
}
END_TEST

START_TEST (buckets_count_by_spans_and_survive)
{
	rn_time hour = NOW - NOW % RN_HOUR;
	gint64 used = -1;

	ck_assert (rn_bucket_used (db, "smtp", "hour", RN_HOUR, hour, &used, NULL) && used == 0);
	ck_assert (rn_bucket_add (db, "smtp", "hour", RN_HOUR, hour, 3, NULL));
	ck_assert (rn_bucket_add (db, "smtp", "hour", RN_HOUR, hour + RN_HOUR - 1, 4, NULL));
	reopen ();
	ck_assert (rn_bucket_used (db, "smtp", "hour", RN_HOUR, hour + 60, &used, NULL) && used == 7);
	ck_assert (rn_bucket_used (db, "other", "hour", RN_HOUR, hour, &used, NULL) && used == 0);
	ck_assert (rn_bucket_used (db, "smtp", "hour", RN_HOUR, hour + RN_HOUR, &used, NULL) && used == 0);
	ck_assert (rn_bucket_add (db, "smtp", "hour", RN_HOUR, hour + RN_HOUR, 1, NULL));
	ck_assert (rn_bucket_used (db, "smtp", "hour", RN_HOUR, hour + RN_HOUR, &used, NULL) && used == 1);
}
END_TEST

/* Other tokens than that of a mail, however alike, lead nowhere. */
START_TEST (a_token_leads_to_what_was_asked)
{
	static const char *const others[] = { "m", "m2", "m11", "n1", "M1", "m1@", "m1@example.com", "%", "m1%", "" };
	gint64 id = queue (RN_RANK_NORMAL, NOW), person = 0;
	gboolean found = FALSE;
	g_autofree char *about = NULL, *program = NULL;

	ck_assert (id == 1 && rn_token_find (db, "m1", &found, &person, &about, &program, NULL) && found);
	ck_assert_int_eq (person, 4);
	ck_assert_str_eq (about, "pairing:3");
	ck_assert_str_eq (program, "company");
	for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
		ck_assert_msg (rn_token_find (db, others[i], &found, &person, &about, &program, NULL) && !found, "“%s”",
		               others[i]);
}
END_TEST

START_TEST (stationery_is_kept_by_its_hash)
{
	g_autoptr (GVariant) source = g_variant_ref_sink (g_variant_new ("(sssss)", "welcome", "# Hi", "", "", "de"));
	g_autoptr (GError) error = NULL;

	ck_assert (rn_stationery_keep (db, "h1", source, NULL) && rn_stationery_keep (db, "h1", source, NULL));
	g_autoptr (GVariant) loaded = rn_stationery_load (db, "h1", NULL);
	ck_assert (g_variant_equal (loaded, source));
	ck_assert_ptr_null (rn_stationery_load (db, "h2", &error));
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("store_mail");
	TCase *inbox = add_case (s, "inbox"), *outbox = add_case (s, "outbox");

	tcase_add_test (inbox, a_mail_is_received_once);
	tcase_add_test (inbox, a_settled_mail_is_no_longer_new);
	tcase_add_loop_test (inbox, held_mail_alone_is_tried_again_or_set_aside, 0, RN_INBOX_STATES);
	tcase_add_test (inbox, what_is_held_is_listed);
	tcase_add_test (inbox, handled_mail_is_marked_in_ranges);
	tcase_add_loop_test (inbox, raw_mail_goes_but_not_while_it_is_needed, 0, RN_INBOX_STATES);
	tcase_add_test (inbox, dropped_mail_leaves_no_bytes);
	tcase_add_test (inbox, a_mail_without_a_commit_leaves_no_bytes);
	tcase_add_test (outbox, answers_leave_first);
	tcase_add_loop_test (outbox, each_verdict_has_its_end, 0, G_N_ELEMENTS (ends));
	tcase_add_test (outbox, a_queued_mail_is_listed_with_its_time);
	tcase_add_test (outbox, an_answer_that_was_cut_is_still_listed);
	tcase_add_test (outbox, the_wait_grows_and_ends);
	tcase_add_test (outbox, a_lease_that_was_left_behind_is_found);
	tcase_add_test (outbox, mail_of_a_transport_that_is_gone_is_moved);
	tcase_add_test (outbox, what_is_due_is_found_behind_what_is_not);
	tcase_add_loop_test (outbox, an_uncertain_mail_is_sent_again_once, 0, 4);
	tcase_add_test (outbox, an_answer_shows_that_a_mail_arrived);
	tcase_add_loop_test (outbox, a_mail_may_be_seen_before_its_attempt_ends, 0, 2);
	tcase_add_test (outbox, an_uncertain_mail_that_waits_to_be_sent_again_may_be_seen);
	tcase_add_test (outbox, buckets_count_by_spans_and_survive);
	tcase_add_test (outbox, a_token_leads_to_what_was_asked);
	tcase_add_test (outbox, stationery_is_kept_by_its_hash);
	return s;
}

RN_UNIT_MAIN (suite ())

/* The plugin maildir: what comes in, in which order, under which number, and what goes out. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utime.h>

#include "fake_host.h"

#define MONDAY ((rn_time) 1772442000)

static char *dir;
static rn_fake_host *fake;
static const struct rn_provider *provider;
static gpointer self;

static void
open_source (void)
{
	g_autoptr (GError) error = NULL;
	provider = rn_fake_provider (&rn_plugin, RN_SOURCE);
	fake = rn_fake_host_new (provider, (const char *[]) { "folder", dir, NULL });
	self = provider->open (&fake->host, &error);
	rn_assert_no_error (error);
}

static void
close_source (void)
{
	provider->close (self);
	rn_fake_host_free (fake);
}

static void
set_up (void)
{
	static const char *const parts[] = { "tmp", "new", "cur" };

	dir = g_dir_make_tmp ("maildir-XXXXXX", NULL);
	for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
		g_autofree char *path = g_build_filename (dir, parts[i], NULL);
		ck_assert_int_eq (g_mkdir (path, 0700), 0);
	}
	open_source ();
}

static void
tear_down (void)
{
	close_source ();
	/* whoever became somebody else: LeakSanitizer looks into this process, as us */
	ck_assert (seteuid (getuid ()) == 0 && prctl (PR_SET_DUMPABLE, 1) == 0);
	g_autofree char *command = g_strdup_printf ("rm -rf '%s'", dir);
	ck_assert (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
	g_free (dir);
}

/* A mail whose text is its name. */
static void
arrive (const char *where, rn_time at)
{
	g_autofree char *path = g_build_filename (dir, where, NULL), *name = g_path_get_basename (where);
	struct utimbuf times = { .actime = at, .modtime = at };

	ck_assert (g_file_set_contents (path, name, -1, NULL));
	ck_assert_int_eq (utime (path, &times), 0);
}

static gboolean
is_there (const char *where)
{
	g_autofree char *path = g_build_filename (dir, where, NULL);
	return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Polls from where the fake engine stands: behind what it got and was told. */
static void
poll_from (struct rn_cursor cursor)
{
	g_autoptr (GError) error = NULL;
	ck_assert (provider->ops.source->poll (self, &cursor, &error));
	rn_assert_no_error (error);
}

static struct rn_cursor
last_advance (void)
{
	ck_assert_uint_gt (fake->advances->len, 0);
	return g_array_index (fake->advances, struct rn_cursor, fake->advances->len - 1);
}

static void
assert_texts (const char *const *texts)
{
	ck_assert_uint_eq (fake->mails->len, g_strv_length ((char **) texts));
	for (guint i = 0; i < fake->mails->len; i++) {
		const struct rn_fake_mail *mail = rn_fake_mail_at (fake, i);
		ck_assert_uint_eq (g_bytes_get_size (mail->bytes), strlen (texts[i]));
		ck_assert_msg (memcmp (g_bytes_get_data (mail->bytes, NULL), texts[i], strlen (texts[i])) == 0, "%s", texts[i]);
		if (i > 0)
			ck_assert_uint_gt (mail->uid, rn_fake_mail_at (fake, i - 1)->uid);
	}
}

START_TEST (first_start_is_behind_what_is_there)
{
	arrive ("new/a", MONDAY - 100);
	arrive ("cur/b:2,S", MONDAY - 50);
	poll_from ((struct rn_cursor) { 0 });
	ck_assert_uint_eq (fake->mails->len, 0);
	arrive ("new/c", MONDAY - 200); /* dated back, and new all the same */
	poll_from (last_advance ());
	assert_texts ((const char *[]) { "c", NULL });
	ck_assert_int_eq (rn_fake_mail_at (fake, 0)->received, MONDAY - 200);
	ck_assert_uint_ne (rn_fake_mail_at (fake, 0)->validity, 0);
}
END_TEST

START_TEST (first_start_since_a_time)
{
	arrive ("new/late", MONDAY + 5);
	arrive ("cur/exact:2,", MONDAY);
	arrive ("new/early", MONDAY - 1);
	poll_from ((struct rn_cursor) { .since = MONDAY });
	assert_texts ((const char *[]) { "exact:2,", "late", NULL });
}
END_TEST

START_TEST (order_is_that_of_delivery)
{
	poll_from ((struct rn_cursor) { 0 });
	arrive ("new/z", MONDAY);
	arrive ("new/y", MONDAY + 1);
	arrive ("cur/x:2,RS", MONDAY + 2);
	arrive ("new/b", MONDAY + 3);
	arrive ("new/a", MONDAY + 3);
	arrive ("new/.hidden", MONDAY);
	poll_from (last_advance ());
	assert_texts ((const char *[]) { "z", "y", "x:2,RS", "a", "b", NULL });
}
END_TEST

START_TEST (numbers_outlive_a_restart_and_a_move)
{
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	arrive ("new/a", MONDAY);
	arrive ("new/b", MONDAY + 1);
	poll_from (start);
	guint64 a = rn_fake_mail_at (fake, 0)->uid, b = rn_fake_mail_at (fake, 1)->uid;
	close_source ();

	g_autofree char *from = g_build_filename (dir, "new/a", NULL), *to = g_build_filename (dir, "cur/a:2,S", NULL);
	ck_assert_int_eq (g_rename (from, to), 0);
	arrive ("new/0-later", MONDAY - 7);
	open_source ();
	poll_from (start);
	ck_assert_uint_eq (fake->mails->len, 3);
	ck_assert_uint_eq (rn_fake_mail_at (fake, 0)->uid, a);
	ck_assert_uint_eq (rn_fake_mail_at (fake, 1)->uid, b);
	ck_assert_uint_gt (rn_fake_mail_at (fake, 2)->uid, b);
	ck_assert_uint_eq (rn_fake_mail_at (fake, 0)->validity, start.validity);
}
END_TEST

START_TEST (a_refused_mail_comes_again)
{
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	g_autoptr (GError) error = NULL;

	arrive ("new/a", MONDAY);
	arrive ("new/b", MONDAY + 1);
	fake->deliver_at_most = 1;
	ck_assert (!provider->ops.source->poll (self, &start, &error));
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_RETRY));
	struct rn_cursor behind_a = { .validity = start.validity, .uid = rn_fake_mail_at (fake, 0)->uid };
	ck_assert_uint_eq (last_advance ().uid, start.uid);
	fake->deliver_at_most = 2;
	poll_from (behind_a);
	assert_texts ((const char *[]) { "a", "b", NULL });
}
END_TEST

START_TEST (a_removed_mail_is_passed_by)
{
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	arrive ("new/a", MONDAY);
	arrive ("new/b", MONDAY + 1);
	poll_from (start);
	g_autofree char *a = g_build_filename (dir, "new/a", NULL);
	ck_assert_int_eq (g_unlink (a), 0);
	g_ptr_array_set_size (fake->mails, 0);
	poll_from (start);
	assert_texts ((const char *[]) { "b", NULL });
}
END_TEST

/* Root may read everything, so from here on we are somebody else. */
static void
become_nobody (void)
{
	static const char *const folders[] = { "", "tmp", "new", "cur" };

	for (gsize i = 0; geteuid () == 0 && i < G_N_ELEMENTS (folders); i++) {
		g_autofree char *path = g_build_filename (dir, folders[i], NULL);
		ck_assert_int_eq (chown (path, 65534, (gid_t) -1), 0);
	}
	ck_assert (geteuid () != 0 || seteuid (65534) == 0);
}

static void
may_be_read (const char *where, gboolean may)
{
	g_autofree char *path = g_build_filename (dir, where, NULL);
	ck_assert_int_eq (g_chmod (path, may ? 0600 : 0), 0);
}

START_TEST (a_mail_that_cannot_be_read_stands_in_nobodys_way)
{
	become_nobody ();
	arrive ("new/old", MONDAY);
	may_be_read ("new/old", FALSE);
	poll_from ((struct rn_cursor) { 0 });
	ck_assert_msg (fake->log->len == 0, "what is older than the start is not looked at");
	arrive ("new/a", MONDAY);
	arrive ("new/b", MONDAY + 1);
	arrive ("new/c", MONDAY + 2);
	may_be_read ("new/b", FALSE);
	for (int i = 0; i < 3; i++)
		poll_from (last_advance ());
	assert_texts ((const char *[]) { "a", "c", NULL });
	ck_assert_msg (fake->log->len == 1 && rn_fake_logged (fake, "mail “b” cannot be read"), "it is told once");
	struct rn_cursor behind_c = last_advance ();
	close_source ();

	open_source ();
	may_be_read ("new/old", TRUE);
	may_be_read ("new/b", TRUE);
	poll_from (behind_c);
	poll_from (last_advance ());
	assert_texts ((const char *[]) { "b", NULL });
}
END_TEST

static const char *bad_block; /* the end of the path of a file that the disk cannot read */

/* In place of the C library's. */
ssize_t
read (int fd, void *bytes, size_t n)
{
	char link[64], path[PATH_MAX] = "";

	snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
	if (bad_block != NULL && readlink (link, path, sizeof path - 1) > 0 && g_str_has_suffix (path, bad_block)) {
		errno = EIO;
		return -1;
	}
	return syscall (SYS_read, fd, bytes, n);
}

static ino_t
file_of_numbers (void)
{
	g_autofree char *path = g_build_filename (dir, ".rotnem-uids", NULL);
	struct stat status;

	ck_assert_int_eq (g_stat (path, &status), 0);
	return status.st_ino;
}

START_TEST (a_mail_on_a_bad_block_costs_no_writing)
{
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	arrive ("new/a", MONDAY);
	arrive ("new/b", MONDAY + 1);
	bad_block = "new/a";
	poll_from (start);
	assert_texts ((const char *[]) { "b", NULL });
	ino_t before = file_of_numbers ();
	for (int i = 0; i < 3; i++)
		poll_from (last_advance ());
	ck_assert_uint_eq (file_of_numbers (), before);
	ck_assert_msg (fake->log->len == 1 && rn_fake_logged (fake, "mail “a” cannot be read"), "it is told once");
	bad_block = NULL;
	g_ptr_array_set_size (fake->mails, 0);
	poll_from (last_advance ());
	assert_texts ((const char *[]) { "a", NULL });
}
END_TEST

START_TEST (a_mail_that_had_its_number_gets_another)
{
	become_nobody ();
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	arrive ("new/a", MONDAY);
	arrive ("new/b", MONDAY + 1);
	arrive ("new/c", MONDAY + 2);
	poll_from (start);
	guint64 c = rn_fake_mail_at (fake, 2)->uid;
	may_be_read ("new/b", FALSE);
	g_ptr_array_set_size (fake->mails, 0);
	poll_from (start);
	assert_texts ((const char *[]) { "a", "c", NULL });
	struct rn_cursor behind_c = last_advance ();
	close_source ();

	open_source ();
	may_be_read ("new/b", TRUE);
	poll_from (behind_c);
	assert_texts ((const char *[]) { "b", NULL });
	ck_assert_uint_gt (rn_fake_mail_at (fake, 0)->uid, c);
}
END_TEST

START_TEST (a_number_is_never_given_twice)
{
	/* so many mails come and go that the file is rewritten without them */
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	for (guint i = 0; i < 1100; i++) {
		g_autofree char *name = g_strdup_printf ("new/m%u", i);
		arrive (name, MONDAY);
	}
	poll_from (start);
	guint64 last = rn_fake_mail_at (fake, 1099)->uid;
	for (guint i = 0; i < 1100; i++) {
		g_autofree char *name = g_strdup_printf ("%s/new/m%u", dir, i);
		ck_assert_int_eq (g_unlink (name), 0);
	}
	struct rn_cursor behind = { .validity = start.validity, .uid = last };
	poll_from (behind);
	g_autofree char *index = g_build_filename (dir, ".rotnem-uids", NULL);
	g_autofree char *text = NULL;
	ck_assert (g_file_get_contents (index, &text, NULL, NULL));
	ck_assert_ptr_null (strstr (text, "m1099"));
	close_source ();
	open_source ();
	arrive ("new/next", MONDAY);
	poll_from (behind);
	ck_assert_uint_eq (fake->mails->len, 1);
	ck_assert_uint_gt (rn_fake_mail_at (fake, 0)->uid, last);
}
END_TEST

START_TEST (a_line_cut_off_by_a_crash_was_never_used)
{
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	close_source ();
	g_autofree char *index = g_build_filename (dir, ".rotnem-uids", NULL);
	int fd = open (index, O_WRONLY | O_APPEND);
	ck_assert_int_eq (write (fd, "1 a", 3), 3);
	close (fd);

	arrive ("new/abc", MONDAY);
	open_source ();
	poll_from (start);
	assert_texts ((const char *[]) { "abc", NULL });
	ck_assert_uint_gt (rn_fake_mail_at (fake, 0)->uid, start.uid);
	close_source ();
	open_source ();
	ck_assert_uint_eq (fake->log->len, 0);
}
END_TEST

/* `rotnem check` opens the folder while an engine is at work there. */
START_TEST (opening_writes_nothing)
{
	g_autofree char *index = g_build_filename (dir, ".rotnem-uids", NULL);

	ck_assert (!g_file_test (index, G_FILE_TEST_EXISTS));
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	ck_assert (g_file_test (index, G_FILE_TEST_EXISTS));

	rn_fake_host *engine = fake;
	gpointer at_work = self;
	open_source ();
	close_source ();
	fake = engine;
	self = at_work;
	arrive ("new/a", MONDAY);
	poll_from (start);
	guint64 uid = rn_fake_mail_at (fake, 0)->uid;
	close_source ();
	open_source ();
	arrive ("new/b", MONDAY);
	poll_from ((struct rn_cursor) { .validity = start.validity, .uid = uid });
	assert_texts ((const char *[]) { "b", NULL });
	ck_assert_uint_gt (rn_fake_mail_at (fake, 0)->uid, uid);
}
END_TEST

START_TEST (a_full_disk_tears_no_number)
{
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	g_autoptr (GError) error = NULL;
	struct rlimit unlimited;

	/* room for the first of the two lines and a part of the second */
	arrive ("new/a", MONDAY);
	arrive ("new/a-name-that-is-longer", MONDAY + 1);
	g_autofree char *index = g_build_filename (dir, ".rotnem-uids", NULL);
	struct stat status;
	ck_assert_int_eq (stat (index, &status), 0);
	signal (SIGXFSZ, SIG_IGN);
	ck_assert_int_eq (getrlimit (RLIMIT_FSIZE, &unlimited), 0);
	ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { (rlim_t) status.st_size + 9, unlimited.rlim_max }), 0);
	ck_assert (!provider->ops.source->poll (self, &start, &error));
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_RETRY));
	ck_assert_uint_eq (fake->mails->len, 0);

	ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &unlimited), 0);
	poll_from (start);
	assert_texts ((const char *[]) { "a", "a-name-that-is-longer", NULL });
	guint64 last = rn_fake_mail_at (fake, 1)->uid;
	close_source ();
	open_source ();
	poll_from (start);
	ck_assert_uint_eq (rn_fake_mail_at (fake, 1)->uid, last);
}
END_TEST

START_TEST (a_lost_index_means_new_numbers)
{
	arrive ("new/a", MONDAY);
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	close_source ();
	g_autofree char *index = g_build_filename (dir, ".rotnem-uids", NULL);
	ck_assert_int_eq (g_unlink (index), 0);
	open_source ();
	start.validity++; /* the fake clock stands still, so the new numbers would have the old name */
	poll_from (start);
	assert_texts ((const char *[]) { "a", NULL });
}
END_TEST

static const char *const foreign[] = {
	"not ours\n",
	"rotnem-uids 2 7 1\n",
	"rotnem-uids 1 0 1\n",
	"rotnem-uids 1 7 1\n5 a\n5 b\n",
	"rotnem-uids 1 7 1\n5 a\nx b\n",
	"rotnem-uids 1 7 1\n99999999999999999999 a\n",
	"rotnem-uids 1 7 1\n5 a\n6 a\n",
};

START_TEST (a_foreign_index_is_not_overwritten)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *index = g_build_filename (dir, ".rotnem-uids", NULL), *text = NULL;

	ck_assert (g_file_set_contents (index, foreign[_i], -1, NULL));
	ck_assert_msg (provider->open (&fake->host, &error) == NULL, "%s", foreign[_i]);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", foreign[_i]);
	ck_assert_msg (g_str_has_prefix (error->message, index), "%s", error->message);
	ck_assert (g_file_get_contents (index, &text, NULL, NULL));
	ck_assert_str_eq (text, foreign[_i]);
}
END_TEST

static const struct {
	const char *before;
	enum rn_mark mark;
	const char *after;
} marks[] = {
	{ "new/a", RN_MARK_HANDLED, "cur/a:2,S" },
	{ "new/a", RN_MARK_HELD, "cur/a:2,F" },
	{ "cur/a:2,RT", RN_MARK_HANDLED, "cur/a:2,RST" },
	{ "cur/a:2,S", RN_MARK_HELD, "cur/a:2,FS" },
	{ "cur/a:2,F", RN_MARK_HANDLED, "cur/a:2,S" }, /* held, then retried */
	{ "cur/a:2,", RN_MARK_HANDLED, "cur/a:2,S" },
	{ "cur/a", RN_MARK_HANDLED, "cur/a:2,S" },
};

START_TEST (marks_are_flags_and_repeat_harmlessly)
{
	poll_from ((struct rn_cursor) { 0 });
	struct rn_cursor start = last_advance ();
	g_autoptr (GError) error = NULL;
	const struct rn_source_ops *ops = provider->ops.source;

	arrive (marks[_i].before, MONDAY);
	arrive ("new/z", MONDAY + 1);
	poll_from (start);
	guint64 uid = rn_fake_mail_at (fake, 0)->uid;
	struct rn_uid_range range = { .first = uid, .last = uid };
	for (int twice = 0; twice < 2; twice++) {
		ck_assert (ops->mark (self, start.validity, &range, 1, marks[_i].mark, &error));
		rn_assert_no_error (error);
		ck_assert_msg (is_there (marks[_i].after), "%s to %s", marks[_i].before, marks[_i].after);
		ck_assert_msg (is_there ("new/z"), "only the range is marked");
	}
	ck_assert (ops->mark (self, start.validity + 1, &(struct rn_uid_range) { 0, G_MAXUINT64 }, 1, RN_MARK_HELD, &error));
	ck_assert_msg (is_there (marks[_i].after), "numbers of another validity mean nothing");
	poll_from (last_advance ());
	ck_assert_uint_eq (fake->mails->len, 2);
}
END_TEST

START_TEST (waiting_ends_with_a_mail_a_wish_or_the_time)
{
	const struct rn_source_ops *ops = provider->ops.source;
	g_autoptr (GError) error = NULL;
	int wake[2];
	ck_assert (g_unix_open_pipe (wake, FD_CLOEXEC, NULL));
	poll_from ((struct rn_cursor) { 0 });

	gint64 start = g_get_monotonic_time ();
	arrive ("new/between", MONDAY);
	ck_assert (ops->wait (self, wake[0], 60, &error)); /* what came before it was watched */
	ck_assert (ops->wait (self, wake[0], 60, &error)); /* there was something else to do than to look */
	poll_from (last_advance ());
	ck_assert (ops->wait (self, wake[0], 0, &error)); /* the time */
	arrive ("new/a", MONDAY);
	ck_assert (ops->wait (self, wake[0], 60, &error)); /* a mail */
	poll_from (last_advance ());
	ck_assert_int_eq (write (wake[1], "!", 1), 1);
	ck_assert (ops->wait (self, wake[0], 60, &error)); /* a wish */
	rn_assert_no_error (error);
	ck_assert_msg (g_get_monotonic_time () - start < 30 * G_USEC_PER_SEC, "it woke up for the mail and the wish");
	close (wake[0]);
	close (wake[1]);
}
END_TEST

START_TEST (what_is_no_mail_file_is_left_alone)
{
	g_autofree char *folder = g_build_filename (dir, "new/folder", NULL), *link = g_build_filename (dir, "new/link", NULL);
	poll_from ((struct rn_cursor) { 0 });
	ck_assert_int_eq (g_mkdir (folder, 0700), 0);
	ck_assert_int_eq (symlink ("/etc/passwd", link), 0);
	arrive ("new/mail", MONDAY);
	poll_from (last_advance ());
	assert_texts ((const char *[]) { "mail", NULL });
}
END_TEST

START_TEST (no_maildir_is_an_error_that_names_it)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *nowhere = g_build_filename (dir, "nowhere", NULL);
	g_autoptr (rn_fake_host) other = rn_fake_host_new (provider, (const char *[]) { "folder", nowhere, NULL });

	ck_assert_ptr_null (provider->open (&other->host, &error));
	ck_assert_msg (strstr (error->message, nowhere) != NULL, "%s", error->message);
}
END_TEST

/* ---- maildir-drop ---- */

/* The text of the only file in that folder of `dir`. */
static char *
only_file (const char *where)
{
	g_autofree char *path = g_build_filename (dir, where, NULL);
	g_autoptr (GDir) open = g_dir_open (path, 0, NULL);
	ck_assert_msg (open != NULL, "%s is there", where);
	const char *name = g_dir_read_name (open);
	ck_assert_msg (name != NULL, "%s holds a file", where);
	g_autofree char *file = g_build_filename (path, name, NULL);
	char *text = NULL;
	ck_assert (g_file_get_contents (file, &text, NULL, NULL));
	ck_assert_msg (g_dir_read_name (open) == NULL, "%s holds one file", where);
	return text;
}

static const struct rn_fake_sent *
drop (const char *shared, const char *sender, const char *recipient)
{
	static const char mail[] = "Subject: hello\r\n\r\nbody\r\n";
	struct rn_outgoing outgoing = { .row = 42, .sender = sender, .recipient = recipient,
	                                .bytes = (const guint8 *) mail, .size = strlen (mail) };
	g_autoptr (GError) error = NULL;

	close_source ();
	provider = rn_fake_provider (&rn_plugin, RN_TRANSPORT);
	fake = rn_fake_host_new (provider, (const char *[]) { "folder", dir, "shared", shared, NULL });
	self = provider->open (&fake->host, &error);
	ck_assert (provider->ops.transport->probe (self, &error));
	ck_assert (provider->ops.transport->send (self, &outgoing, 1, &error));
	rn_assert_no_error (error);
	ck_assert_uint_eq (fake->sending->len, 1);
	ck_assert_uint_eq (fake->sent->len, 1);
	ck_assert_int_eq (rn_fake_sent_at (fake, 0)->row, 42);
	return rn_fake_sent_at (fake, 0);
}

START_TEST (a_mail_drops_into_its_recipients_maildir)
{
	ck_assert_int_eq (drop ("no", "mentoring+x@example.org", "Ada@Example.org")->delivery.verdict, RN_VERDICT_SENT);
	g_autofree char *text = only_file ("ada@example.org/new");
	ck_assert_str_eq (text, "Return-Path: <mentoring+x@example.org>\nDelivered-To: Ada@Example.org\nSubject: hello\n\n"
	                        "body\n");
	ck_assert (is_there ("ada@example.org/cur") && is_there ("ada@example.org/tmp"));
}
END_TEST

START_TEST (all_mail_drops_into_one_when_shared)
{
	ck_assert_int_eq (drop ("yes", "", "ada@example.org")->delivery.verdict, RN_VERDICT_SENT);
	g_autofree char *text = only_file ("new");
	ck_assert_msg (g_str_has_prefix (text, "Return-Path: <>\nDelivered-To: ada@example.org\n"), "%s", text);
}
END_TEST

static const char *const hostile[] = {
	"../../etc@example.org\nX: y", "..@example.org", ".@example.org", "a b@example.org", "ada", "", "a@b@c",
};

START_TEST (an_unsafe_recipient_is_refused)
{
	ck_assert_msg (drop ("no", "", hostile[_i])->delivery.verdict == RN_VERDICT_REFUSED, "%s", hostile[_i]);
}
END_TEST

START_TEST (a_slash_in_an_address_makes_no_folder)
{
	ck_assert_int_eq (drop ("no", "", "x/../../y@example.org")->delivery.verdict, RN_VERDICT_SENT);
	ck_assert (is_there ("x%2F..%2F..%2Fy@example.org/new"));
}
END_TEST

START_TEST (a_folder_in_the_way_means_later)
{
	g_autofree char *path = g_build_filename (dir, "ada@example.org", NULL);
	ck_assert (g_file_set_contents (path, "", 0, NULL));
	const struct rn_fake_sent *sent = drop ("no", "", "ada@example.org");
	ck_assert_int_eq (sent->delivery.verdict, RN_VERDICT_LATER);
	ck_assert_msg (strstr (sent->delivery.text, path) != NULL, "%s", sent->delivery.text);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("maildir");
	TCase *t = tcase_create ("maildir");

	tcase_add_checked_fixture (t, set_up, tear_down);
	tcase_add_test (t, first_start_is_behind_what_is_there);
	tcase_add_test (t, first_start_since_a_time);
	tcase_add_test (t, order_is_that_of_delivery);
	tcase_add_test (t, numbers_outlive_a_restart_and_a_move);
	tcase_add_test (t, a_refused_mail_comes_again);
	tcase_add_test (t, a_removed_mail_is_passed_by);
	tcase_add_test (t, a_mail_that_cannot_be_read_stands_in_nobodys_way);
	tcase_add_test (t, a_mail_on_a_bad_block_costs_no_writing);
	tcase_add_test (t, a_mail_that_had_its_number_gets_another);
	tcase_add_test (t, a_number_is_never_given_twice);
	tcase_add_test (t, a_line_cut_off_by_a_crash_was_never_used);
	tcase_add_test (t, opening_writes_nothing);
	tcase_add_test (t, a_full_disk_tears_no_number);
	tcase_add_test (t, a_lost_index_means_new_numbers);
	tcase_add_loop_test (t, a_foreign_index_is_not_overwritten, 0, G_N_ELEMENTS (foreign));
	tcase_add_loop_test (t, marks_are_flags_and_repeat_harmlessly, 0, G_N_ELEMENTS (marks));
	tcase_add_test (t, waiting_ends_with_a_mail_a_wish_or_the_time);
	tcase_add_test (t, what_is_no_mail_file_is_left_alone);
	tcase_add_test (t, no_maildir_is_an_error_that_names_it);
	tcase_add_test (t, a_mail_drops_into_its_recipients_maildir);
	tcase_add_test (t, all_mail_drops_into_one_when_shared);
	tcase_add_loop_test (t, an_unsafe_recipient_is_refused, 0, G_N_ELEMENTS (hostile));
	tcase_add_test (t, a_slash_in_an_address_makes_no_folder);
	tcase_add_test (t, a_folder_in_the_way_means_later);
	suite_add_tcase (s, t);
	return s;
}

RN_UNIT_MAIN (suite ())

#include "progress.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "error.h"
#include "unit.h"

#define LEASE 7
#define RECORD 128 /* bytes */
#define STATUS 24  /* where the status stands in it, and the text behind that */

static char *folder, *path;

static void
make_folder (void)
{
	folder = g_dir_make_tmp ("progress-XXXXXX", NULL);
	path = g_build_filename (folder, "progress", NULL);
}

static void
remove_folder (void)
{
	g_unlink (path);
	g_rmdir (folder);
	g_clear_pointer (&path, g_free);
	g_clear_pointer (&folder, g_free);
}

/* A lease in which the first row was answered and the second one was being sent. */
static void
live_through (gint64 lease, gint64 first, gint64 second)
{
	static const struct rn_delivery later = { RN_VERDICT_LATER, 451, "4.3.0", "try again" };
	g_autoptr (GError) error = NULL;
	rn_progress *progress = rn_progress_begin (path, lease, 3, &error);

	rn_assert_no_error (error);
	rn_progress_sending (progress, first);
	rn_progress_sent (progress, first, &later);
	rn_progress_sending (progress, second);
	rn_progress_end (progress);
}

/* What is noted of a row: "none", "sending" or the words of the answer. */
static const char *
note_of (gint64 lease, gint64 row)
{
	static char told[32];
	g_autoptr (GError) error = NULL;
	g_autoptr (GHashTable) notes = rn_progress_read (path, lease, 0, &error);

	rn_assert_no_error (error);
	const struct rn_progress_note *note = g_hash_table_lookup (notes, &row);
	if (note == NULL)
		return "none";
	g_strlcpy (told, note->state == RN_PROGRESS_SENT ? note->delivery.text : "sending", sizeof told);
	return told;
}

START_TEST (each_row_is_told_as_far_as_it_came)
{
	ck_assert_str_eq (note_of (LEASE, 1), "none"); /* there is no file */
	live_through (LEASE, 1, 2);
	ck_assert_str_eq (note_of (LEASE, 1), "try again");
	ck_assert_str_eq (note_of (LEASE, 2), "sending");
	ck_assert_str_eq (note_of (LEASE, 3), "none");
}
END_TEST

START_TEST (a_lease_leaves_nothing_to_the_next)
{
	live_through (LEASE, 1, 2);
	rn_progress_end (rn_progress_begin (path, LEASE + 1, 3, NULL));
	ck_assert_str_eq (note_of (LEASE + 1, 1), "none");
	ck_assert_str_eq (note_of (LEASE + 1, 2), "none");
}
END_TEST

/* Its transport died before it had begun: the file is still the former one's, in which the
 * same mails may be noted. */
START_TEST (a_lease_that_was_not_begun_has_no_notes)
{
	live_through (LEASE, 1, 2);
	ck_assert_str_eq (note_of (LEASE + 1, 1), "none");
	ck_assert_str_eq (note_of (LEASE + 1, 2), "none");
}
END_TEST

/* As the file is when its writer ends before these bytes are written. */
static void
erase (gsize from, gsize size)
{
	char *text = NULL;
	gsize length = 0;

	ck_assert (g_file_get_contents (path, &text, &length, NULL) && from + size <= length);
	memset (text + from, 0, size);
	ck_assert (g_file_set_contents (path, text, (gssize) length, NULL));
	g_free (text);
}

/* Files of an older Rotnem name no lease. */
START_TEST (a_file_without_a_lease_is_believed)
{
	live_through (LEASE, 1, 2);
	erase (0, sizeof (gint64));
	ck_assert_str_eq (note_of (LEASE + 1, 2), "sending");
}
END_TEST

/* Nothing can be written to any file, or everything again. */
static void
refuse_writing (gboolean refuse)
{
	struct rlimit limit;

	signal (SIGXFSZ, SIG_IGN);
	ck_assert_int_eq (getrlimit (RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = refuse ? 0 : limit.rlim_max;
	ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &limit), 0);
}

START_TEST (a_lease_that_cannot_be_noted_does_not_begin)
{
	g_autoptr (GError) error = NULL;

	live_through (LEASE, 1, 2);
	refuse_writing (TRUE);
	rn_progress *progress = rn_progress_begin (path, LEASE + 1, 30, &error); /* for which there is no room yet */
	refuse_writing (FALSE);
	ck_assert_ptr_null (progress);
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_RETRY));
	ck_assert (g_str_has_prefix (error->message, path));
}
END_TEST

/* Its turn, behind its row, is written last. It may have arrived. */
START_TEST (an_answer_that_is_not_wholly_noted_leaves_its_mail_begun)
{
	live_through (LEASE, 1, 2);
	erase (2 * RECORD + sizeof (gint64), sizeof (guint32));
	ck_assert_str_eq (note_of (LEASE, 1), "sending");
	ck_assert_str_eq (note_of (LEASE, 2), "none");
}
END_TEST

/* What is noted is there at once, whatever becomes of who notes it. */
START_TEST (what_is_noted_outlives_its_writer)
{
	pid_t child = fork ();
	int status;

	if (child == 0) {
		rn_progress_sending (rn_progress_begin (path, LEASE, 3, NULL), 2);
		raise (SIGKILL);
	}
	ck_assert (child > 0 && waitpid (child, &status, 0) == child && WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
	ck_assert_str_eq (note_of (LEASE, 2), "sending");
}
END_TEST

/* Whoever has it may be sending still: what became of its mails is not known, and nobody waits for ever. */
START_TEST (a_writer_that_does_not_end_is_told)
{
	g_autoptr (GError) error = NULL;
	int held = -1;

	live_through (LEASE, 1, 2);
	ck_assert ((held = open (path, O_RDWR)) >= 0 && flock (held, LOCK_EX) == 0);
	ck_assert_ptr_null (rn_progress_read (path, LEASE, 0, &error));
	close (held);
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_RETRY) && g_str_has_prefix (error->message, path));
	ck_assert_str_eq (note_of (LEASE, 2), "sending");
}
END_TEST

/* In a file with room for many the records of former leases stand behind those of a short one. */
START_TEST (a_short_lease_ends_where_it_ends)
{
	rn_progress *progress = rn_progress_begin (path, LEASE, 30, NULL);

	for (gint64 row = 1; row <= 30; row++)
		rn_progress_sending (progress, row);
	rn_progress_end (progress);
	live_through (LEASE + 1, 30, 29);
	ck_assert_str_eq (note_of (LEASE + 1, 30), "try again");
	ck_assert_str_eq (note_of (LEASE + 1, 29), "sending");
	for (gint64 row = 1; row <= 28; row++)
		ck_assert_str_eq (note_of (LEASE + 1, row), "none");
}
END_TEST

/* A copy of the file has holes where nothing was written, and the disk may be full by then. */
START_TEST (a_file_with_holes_has_room)
{
	gsize size = (1 + 2 * 100) * RECORD;
	struct stat status;

	ck_assert (g_file_set_contents (path, "", 0, NULL) && truncate (path, (off_t) size) == 0);
	rn_progress_end (rn_progress_begin (path, LEASE, 100, NULL));
	ck_assert_int_eq (g_stat (path, &status), 0);
	ck_assert_int_eq (status.st_size, (gint64) size);
	ck_assert_int_ge (status.st_blocks * 512, (gint64) size);
}
END_TEST

/* Whatever stands there is no more than its fields hold. */
START_TEST (texts_end_with_their_fields)
{
	g_autoptr (GHashTable) notes = NULL;
	char *text = NULL;
	gsize length = 0;

	live_through (LEASE, 1, 2);
	ck_assert (g_file_get_contents (path, &text, &length, NULL) && length >= 3 * RECORD);
	memset (text + 2 * RECORD + STATUS, 'x', RECORD - STATUS); /* of the record of the first end */
	ck_assert (g_file_set_contents (path, text, (gssize) length, NULL));
	notes = rn_progress_read (path, LEASE, 0, NULL);
	const struct rn_progress_note *note = g_hash_table_lookup (notes, &(gint64) { 1 });
	ck_assert_uint_eq (strlen (note->delivery.status), 15);
	ck_assert_uint_eq (strlen (note->delivery.text), 87);
	g_free (text);
}
END_TEST

static Suite *
progress_suite (void)
{
	Suite *suite = suite_create ("progress");
	TCase *notes = tcase_create ("notes");

	tcase_add_checked_fixture (notes, make_folder, remove_folder);
	tcase_add_test (notes, each_row_is_told_as_far_as_it_came);
	tcase_add_test (notes, a_lease_leaves_nothing_to_the_next);
	tcase_add_test (notes, a_lease_that_was_not_begun_has_no_notes);
	tcase_add_test (notes, a_file_without_a_lease_is_believed);
	tcase_add_test (notes, a_lease_that_cannot_be_noted_does_not_begin);
	tcase_add_test (notes, an_answer_that_is_not_wholly_noted_leaves_its_mail_begun);
	tcase_add_test (notes, what_is_noted_outlives_its_writer);
	tcase_add_test (notes, a_writer_that_does_not_end_is_told);
	tcase_add_test (notes, a_short_lease_ends_where_it_ends);
	tcase_add_test (notes, a_file_with_holes_has_room);
	tcase_add_test (notes, texts_end_with_their_fields);
	suite_add_tcase (suite, notes);
	return suite;
}

RN_UNIT_MAIN (progress_suite ())

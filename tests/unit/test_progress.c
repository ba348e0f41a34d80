#include "progress.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "error.h"
#include "unit.h"

#define LEASE 7

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
	g_autoptr (GHashTable) notes = rn_progress_read (path, lease, &error);

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

/* Files of an older Rotnem name no lease. */
START_TEST (a_file_without_a_lease_is_believed)
{
	char *text = NULL;
	gsize size = 0;

	live_through (LEASE, 1, 2);
	ck_assert (g_file_get_contents (path, &text, &size, NULL));
	memset (text, 0, sizeof (gint64));
	ck_assert (g_file_set_contents (path, text, (gssize) size, NULL));
	g_free (text);
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

	live_through (LEASE, 1, 2); /* so there is room in the file */
	refuse_writing (TRUE);
	rn_progress *progress = rn_progress_begin (path, LEASE + 1, 3, &error);
	refuse_writing (FALSE);
	ck_assert_ptr_null (progress);
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_RETRY));
	ck_assert (g_str_has_prefix (error->message, path));
}
END_TEST

/* It may have arrived; and what is noted of others behind it counts. */
START_TEST (an_answer_that_cannot_be_noted_leaves_its_mail_begun)
{
	static const struct rn_delivery sent = { RN_VERDICT_SENT, 250, "2.0.0", "taken" };
	rn_progress *progress = rn_progress_begin (path, LEASE, 3, NULL);

	rn_progress_sending (progress, 1);
	refuse_writing (TRUE);
	rn_progress_sent (progress, 1, &sent);
	refuse_writing (FALSE);
	rn_progress_sending (progress, 2);
	rn_progress_sent (progress, 2, &sent);
	rn_progress_end (progress);
	ck_assert_str_eq (note_of (LEASE, 1), "sending");
	ck_assert_str_eq (note_of (LEASE, 2), "taken");
	ck_assert_str_eq (note_of (LEASE, 3), "none");
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
	tcase_add_test (notes, an_answer_that_cannot_be_noted_leaves_its_mail_begun);
	suite_add_tcase (suite, notes);
	return suite;
}

RN_UNIT_MAIN (progress_suite ())

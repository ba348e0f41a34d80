/* Bytes in files: what is put is got, what nobody names is erased. */
#include "unit.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "spool.h"

static char *folder, *name;
static rn_spool *spool;

static void
set_up (void)
{
	folder = g_dir_make_tmp ("rotnem-spool-XXXXXX", NULL);
	name = g_build_filename (folder, "db", NULL);
	spool = rn_spool_new (name, TRUE);
}

static void
tear_down (void)
{
	g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

	rn_spool_free (spool);
	for (const char *file; (file = g_dir_read_name (dir)) != NULL;) {
		g_autofree char *path = g_build_filename (folder, file, NULL);
		g_unlink (path);
	}
	g_rmdir (folder);
	g_free (folder);
	g_free (name);
}

static void
reopen (void)
{
	rn_spool_free (spool);
	spool = rn_spool_new (name, TRUE);
}

static char *
file_name (int number)
{
	return g_strdup_printf ("%s-mail-%d", name, number);
}

static gboolean
is_there (int number)
{
	g_autofree char *path = file_name (number);
	return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* So many bytes of one letter. */
static struct rn_place
put (char letter, gsize size)
{
	struct rn_place place;
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (size, letter), size);

	ck_assert (rn_spool_put (spool, bytes, &place, &error));
	rn_assert_no_error (error);
	ck_assert_int_eq (place.size, size);
	return place;
}

static void
holds (struct rn_place place, char letter)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) bytes = rn_spool_get (spool, &place, &error);
	gsize size = 0;

	rn_assert_no_error (error);
	const char *data = g_bytes_get_data (bytes, &size);
	ck_assert_uint_eq (size, (gsize) place.size);
	for (gsize i = 0; i < size; i++)
		ck_assert_int_eq (data[i], letter);
}

static void
sweep (const struct rn_place *kept, gsize n)
{
	g_autoptr (GError) error = NULL;
	ck_assert (rn_spool_sweep (spool, kept, n, &error));
	rn_assert_no_error (error);
}

START_TEST (what_is_put_is_got)
{
	struct rn_place a = put ('a', 5000), none = put ('x', 0), b = put ('b', 3);

	holds (a, 'a'), holds (none, 'x'), holds (b, 'b');
	ck_assert (rn_spool_sync (spool, NULL));
	reopen ();
	struct rn_place c = put ('c', 70000);
	holds (a, 'a'), holds (b, 'b'), holds (c, 'c');
	ck_assert (c.start >= b.start + b.size);
}
END_TEST

START_TEST (a_full_file_is_followed_by_another)
{
	enum { MB = 1024 * 1024, N = 70 };
	struct rn_place places[N];

	for (int i = 0; i < N; i++)
		places[i] = put ((char) ('0' + i % 10), MB);
	ck_assert_int_eq (places[0].file, 1);
	ck_assert_int_eq (places[N - 1].file, 2);
	for (int i = 0; i < N; i += 7)
		holds (places[i], (char) ('0' + i % 10));
	sweep (&places[N - 1], 1);
	ck_assert (!is_there (1) && is_there (2));
	holds (places[N - 1], (char) ('0' + (N - 1) % 10));
	ck_assert_int_eq (put ('z', 1).file, 2);
}
END_TEST

/* Of these the sweep keeps those of the mask; the others leave neither bytes nor blocks. */
START_TEST (what_nobody_names_is_erased)
{
	enum { N = 4, SIZE = 64 * 1024 };
	struct rn_place all[N], kept[N];
	gsize n = 0, length = 0;
	g_autofree char *path = file_name (1), *text = NULL;
	struct stat status;

	for (int i = 0; i < N; i++) {
		all[i] = put ((char) ('a' + i), SIZE);
		if ((_i & 1 << i) != 0)
			kept[n++] = all[i];
	}
	ck_assert (rn_spool_sync (spool, NULL));
	sweep (kept, n);
	ck_assert_int_eq (is_there (1), n > 0);
	struct rn_place after = put ('z', 10);
	holds (after, 'z');
	for (gsize i = 0; i < n; i++)
		holds (kept[i], (char) ('a' + kept[i].start / SIZE));
	ck_assert (g_file_get_contents (path, &text, &length, NULL));
	for (int i = 0; i < N; i++)
		ck_assert_int_eq (memchr (text, 'a' + i, length) != NULL, (_i & 1 << i) != 0);
	ck_assert_int_eq (stat (path, &status), 0);
	ck_assert_msg ((gsize) status.st_blocks * 512 <= n * SIZE + 8192, "%ld blocks for %d", (long) status.st_blocks, (int) n);
	sweep (kept, n); /* once more does nothing */
	for (gsize i = 0; i < n; i++)
		holds (kept[i], (char) ('a' + kept[i].start / SIZE));
}
END_TEST

START_TEST (bytes_that_are_not_there_are_told)
{
	struct rn_place place = put ('a', 100), beyond = { 1, 50, 100 }, elsewhere = { 9, 0, 1 };
	const struct rn_place *const missing[] = { &beyond, &elsewhere };
	g_autoptr (GError) error = NULL;

	holds (place, 'a');
	g_autoptr (GBytes) bytes = rn_spool_get (spool, missing[_i], &error);
	ck_assert_ptr_null (bytes);
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
	ck_assert (g_str_has_prefix (error->message, name));
}
END_TEST

/* Named by the database and not there, after half of the state folder was brought back: that
 * stays so, and nothing else comes to stand there. */
START_TEST (lost_bytes_stay_lost)
{
	struct rn_place before = put ('a', 100), cut = put ('b', 100), elsewhere = { 4, 0, 50 };
	const struct rn_place named[] = { before, cut, elsewhere };
	g_autofree char *path = file_name (1);
	g_autoptr (GError) error = NULL;

	ck_assert (rn_spool_sync (spool, NULL));
	ck_assert_int_eq (truncate (path, 150), 0);
	reopen ();
	sweep (named, _i == 0 ? 2 : 3);
	holds (before, 'a');
	g_autoptr (GBytes) bytes = rn_spool_get (spool, &cut, &error);
	ck_assert_ptr_null (bytes);
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
	struct rn_place after = put ('c', 100);
	ck_assert_int_gt (after.file, _i == 0 ? 1 : 4);
	holds (after, 'c'), holds (before, 'a');
}
END_TEST

/* A row of an older database behind one that is alive. */
START_TEST (a_place_within_another_cuts_nothing)
{
	struct rn_place whole = put ('a', 1000), within = { 1, 100, 50 };
	const struct rn_place named[] = { whole, within };

	sweep (named, 2);
	holds (whole, 'a');
}
END_TEST

START_TEST (a_folder_that_takes_no_file_is_told)
{
	g_autofree char *path = file_name (1);
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
	struct rn_place place;

	ck_assert_int_eq (g_mkdir (path, 0700), 0);
	ck_assert (!rn_spool_put (spool, bytes, &place, &error));
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_RETRY));
	g_rmdir (path);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("spool");
	TCase *tests = tcase_create ("spool");

	tcase_add_checked_fixture (tests, set_up, tear_down);
	tcase_add_test (tests, what_is_put_is_got);
	tcase_add_test (tests, a_full_file_is_followed_by_another);
	tcase_add_loop_test (tests, what_nobody_names_is_erased, 0, 16);
	tcase_add_loop_test (tests, bytes_that_are_not_there_are_told, 0, 2);
	tcase_add_loop_test (tests, lost_bytes_stay_lost, 0, 2);
	tcase_add_test (tests, a_place_within_another_cuts_nothing);
	tcase_add_test (tests, a_folder_that_takes_no_file_is_told);
	suite_add_tcase (s, tests);
	return s;
}

RN_UNIT_MAIN (suite ())

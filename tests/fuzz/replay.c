/* Feeds one fuzz target with its corpus: tests/fuzz/corpus/NAME, the name being given
 * when this is compiled. */
#include "unit.h"

#include "fuzz.h"

START_TEST (corpus_is_survived)
{
	g_autofree char *folder = g_build_filename (g_getenv ("ROTNEM_SOURCE"), "tests", "fuzz", "corpus", CORPUS, NULL);
	g_autoptr (GError) error = NULL;
	g_autoptr (GDir) files = g_dir_open (folder, 0, &error);
	const char *name;
	guint n = 0;

	rn_assert_no_error (error);
	while ((name = g_dir_read_name (files)) != NULL) {
		g_autofree char *path = g_build_filename (folder, name, NULL), *bytes = NULL;
		gsize size;
		g_file_get_contents (path, &bytes, &size, &error);
		rn_assert_no_error (error);
		ck_assert_int_eq (LLVMFuzzerTestOneInput ((const uint8_t *) bytes, size), 0);
		n++;
	}
	ck_assert_uint_gt (n, 0);
}
END_TEST

static Suite *
replay_suite (void)
{
	Suite *suite = suite_create ("corpus of " CORPUS);
	TCase *all = tcase_create ("replay");

	tcase_add_test (all, corpus_is_survived);
	suite_add_tcase (suite, all);
	return suite;
}

RN_UNIT_MAIN (replay_suite ())

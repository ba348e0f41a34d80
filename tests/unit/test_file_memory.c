/* A file that is there is read or ends the process. */
#include "short_of_memory.h"

#include "file.h"

static char *
read_it (gpointer path)
{
	char *bytes = NULL;
	rn_file_read (path, &bytes, NULL, NULL);
	return bytes;
}

START_TEST (is_read_or_the_end)
{
	ck_assert_uint_gt (without_memory (read_it, (gpointer) SOURCE_DIR "/LICENSE"), 0);
}
END_TEST

START_TEST (is_missing_when_it_is)
{
	g_autoptr (GError) error = NULL;
	char *bytes = NULL;
	ck_assert (!rn_file_read ("/nowhere", &bytes, NULL, &error));
	ck_assert (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT));
}
END_TEST

static Suite *
suite (void)
{
	Suite *memory = suite_create ("file_memory");
	TCase *tests = tcase_create ("file_memory");

	tcase_add_test (tests, is_read_or_the_end);
	tcase_add_test (tests, is_missing_when_it_is);
	suite_add_tcase (memory, tests);
	return memory;
}

RN_UNIT_MAIN (suite ())

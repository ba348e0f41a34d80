/* The one main() of every unit test: forked tests, TAP on standard output. */
#ifndef RN_TESTS_UNIT_H
#define RN_TESTS_UNIT_H

#include <check.h>
#include <glib.h>
#include <stdlib.h>

/* Stops the test with the error's message. */
#define rn_assert_no_error(error) ck_assert_msg ((error) == NULL, "%s", (error) != NULL ? (error)->message : "")

#define RN_UNIT_MAIN(suite)                                       \
	int main (void)                                           \
	{                                                         \
		SRunner *runner = srunner_create (suite);         \
		srunner_set_tap (runner, "-");                    \
		srunner_run_all (runner, CK_SILENT);              \
		int failed = srunner_ntests_failed (runner);      \
		srunner_free (runner);                            \
		return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE; \
	}

#endif

/* The one main() of every unit test: forked tests, TAP on standard output. */
#ifndef RN_TESTS_UNIT_H
#define RN_TESTS_UNIT_H

#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <time.h>

/* Stops the test with the error's message. */
#define rn_assert_no_error(error) ck_assert_msg ((error) == NULL, "%s", (error) != NULL ? (error)->message : "")

/* Seconds of CPU that this process has used: a busy machine does not add to them. */
static inline double
cpu_seconds (void)
{
	struct timespec now;
	clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* How much slower sanitizers make it, with another process in the caches. */
#ifdef RN_SANITIZERS
#define RN_SLOWER 20
#else
#define RN_SLOWER 1
#endif

/* Check's own limit of four seconds for a test is little with sanitizers on a busy machine. */
#define RN_UNIT_MAIN(suite)                                       \
	int main (void)                                           \
	{                                                         \
		g_setenv ("CK_DEFAULT_TIMEOUT", "60", FALSE);     \
		SRunner *runner = srunner_create (suite);         \
		srunner_set_tap (runner, "-");                    \
		srunner_run_all (runner, CK_SILENT);              \
		int failed = srunner_ntests_failed (runner);      \
		srunner_free (runner);                            \
		return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE; \
	}

#endif

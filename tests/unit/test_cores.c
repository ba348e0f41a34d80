/* A simulation's processes share a core, and the company's has the others. */
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cores.h"
#include "unit.h"

static cpu_set_t
allowed (GPid pid)
{
	cpu_set_t cores;
	ck_assert_int_eq (sched_getaffinity (pid, sizeof cores, &cores), 0);
	return cores;
}

static GPid
sleeper (void)
{
	GPid pid = fork ();
	if (pid == 0)
		for (;;)
			pause ();
	return pid;
}

static void
end (GPid pid)
{
	kill (pid, SIGKILL);
	waitpid (pid, NULL, 0);
}

START_TEST (one_child_has_other_cores)
{
	cpu_set_t all = allowed (0), own, both, theirs;
	GPid before = sleeper ();

	rn_cores_part (before); /* nothing is shared yet */
	both = allowed (before);
	ck_assert (CPU_EQUAL (&both, &all));
	end (before);
	rn_cores_share ();
	own = allowed (0);
	ck_assert_int_eq (CPU_COUNT (&own), 1);
	GPid child = sleeper ();
	theirs = allowed (child);
	ck_assert (CPU_EQUAL (&theirs, &own));
	rn_cores_part (child);
	theirs = allowed (child);
	CPU_OR (&both, &own, &theirs);
	ck_assert (CPU_EQUAL (&both, &all));
	ck_assert_int_eq (CPU_COUNT (&theirs), MAX (1, CPU_COUNT (&all) - 1));
	end (child);
}
END_TEST

START_TEST (one_core_is_shared_by_all)
{
	cpu_set_t own;

	CPU_ZERO (&own);
	CPU_SET (sched_getcpu (), &own);
	ck_assert_int_eq (sched_setaffinity (0, sizeof own, &own), 0);
	rn_cores_share ();
	GPid child = sleeper ();
	rn_cores_part (child);
	cpu_set_t theirs = allowed (child), ours = allowed (0);
	ck_assert (CPU_EQUAL (&theirs, &own) && CPU_EQUAL (&ours, &own));
	end (child);
}
END_TEST

static Suite *
cores_suite (void)
{
	Suite *suite = suite_create ("cores");
	TCase *tests = tcase_create ("cores");

	tcase_add_test (tests, one_child_has_other_cores);
	tcase_add_test (tests, one_core_is_shared_by_all);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (cores_suite ())

/* Sums of what many people said. */
#include "unit.h"

#include "aggregate.h"

static const struct {
	const char *what, *people; /* who answers, a letter each; the value is 1 for a capital letter */
	gint64 answers;
	double sum;
} rows[] = {
	{ "nobody", "", 0, 0 },
	{ "four people are too few", "ABCD", 0, 0 },
	{ "five are enough", "ABcde", 5, 2 },
	{ "five answers of four people are not", "ABCDA", 0, 0 },
	{ "all answers of the five count", "AAABcde", 7, 4 },
	/* else the sixth one's answer were the difference to the row above */
	{ "a sixth one waits for four more", "ABcdeF", 5, 2 },
	{ "with four others", "ABcdeFghi", 5, 2 },
	{ "with five a second group is full, also of the same people", "ABcdeAbcde", 10, 3 },
};

START_TEST (groups_of_five_people_count)
{
	struct rn_aggregate sum;

	rn_aggregate_init (&sum);
	for (const char *person = rows[_i].people; *person != '\0'; person++)
		rn_aggregate_add (&sum, g_ascii_tolower (*person), g_ascii_isupper (*person));
	ck_assert_msg (sum.answers == rows[_i].answers && sum.sum == rows[_i].sum, "%s: %d answers, %f", rows[_i].what,
	               (int) sum.answers, sum.sum);
	rn_aggregate_clear (&sum);
}
END_TEST

static Suite *
make_suite (void)
{
	Suite *suite = suite_create ("aggregate");
	TCase *tests = tcase_create ("aggregate");
	tcase_add_loop_test (tests, groups_of_five_people_count, 0, G_N_ELEMENTS (rows));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (make_suite ())

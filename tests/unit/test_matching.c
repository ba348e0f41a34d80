/* The matching against every possible one. */
#include "unit.h"

#include "matching.h"

#define MAX_SIDE 5
#define MAX_EDGES 12

struct best {
	int pairs;
	double sum;
};

static gboolean
is_better (struct best a, struct best b)
{
	return a.pairs > b.pairs || (a.pairs == b.pairs && a.sum > b.sum + 1e-7);
}

/* Tries every edge, or none, for each left side from `left` on. */
static struct best
every_matching (const struct rn_edge *edges, gsize n, guint left, guint n_left, guint taken)
{
	if (left == n_left)
		return (struct best) { 0, 0 };
	struct best best = every_matching (edges, n, left + 1, n_left, taken);
	for (gsize e = 0; e < n; e++) {
		if (edges[e].left != left || (taken >> edges[e].right & 1) != 0)
			continue;
		struct best rest = every_matching (edges, n, left + 1, n_left, taken | 1u << edges[e].right);
		rest = (struct best) { rest.pairs + 1, rest.sum + edges[e].score };
		if (is_better (rest, best))
			best = rest;
	}
	return best;
}

/* What a choice is worth; stops when it is no matching. */
static struct best
worth (const struct rn_edge *edges, gsize n, guint n_left, const int *chosen)
{
	struct best sum = { 0, 0 };
	guint taken = 0;

	for (guint l = 0; l < n_left; l++) {
		if (chosen[l] < 0)
			continue;
		ck_assert_int_lt (chosen[l], (int) n);
		const struct rn_edge *edge = &edges[chosen[l]];
		ck_assert_uint_eq (edge->left, l);
		ck_assert_uint_eq (taken >> edge->right & 1, 0);
		taken |= 1u << edge->right;
		sum = (struct best) { sum.pairs + 1, sum.sum + edge->score };
	}
	return sum;
}

/* A few edges, some twice, with scores of either sign. */
static gsize
random_edges (GRand *rand, struct rn_edge *edges, guint n_left, guint n_right)
{
	gsize n = (gsize) g_rand_int_range (rand, 0, MAX_EDGES + 1);

	for (gsize e = 0; e < n; e++)
		edges[e] = (struct rn_edge) { (guint) g_rand_int_range (rand, 0, (gint32) n_left),
			                      (guint) g_rand_int_range (rand, 0, (gint32) n_right),
			                      g_rand_int_range (rand, -40, 80) / 8.0 };
	return n;
}

/* Any matching: each left side takes a random edge of its own whose right side is free. */
static void
random_matching (GRand *rand, const struct rn_edge *edges, gsize n, guint n_left, int *chosen)
{
	guint taken = 0;

	for (guint l = 0; l < n_left; l++)
		chosen[l] = -1;
	for (gsize e = 0; e < n; e++) {
		if (chosen[edges[e].left] >= 0 || (taken >> edges[e].right & 1) != 0 || g_rand_boolean (rand))
			continue;
		chosen[edges[e].left] = (int) e;
		taken |= 1u << edges[e].right;
	}
}

START_TEST (the_matching_is_the_best_of_all)
{
	g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);
	struct rn_edge edges[MAX_EDGES];
	int chosen[MAX_SIDE];

	for (int round = 0; round < 2000; round++) {
		guint n_left = (guint) g_rand_int_range (rand, 1, MAX_SIDE + 1);
		guint n_right = (guint) g_rand_int_range (rand, 1, MAX_SIDE + 1);
		gsize n = random_edges (rand, edges, n_left, n_right);
		struct best best = every_matching (edges, n, 0, n_left, 0);
		rn_match (edges, n, n_left, n_right, chosen);
		struct best got = worth (edges, n, n_left, chosen);
		ck_assert_msg (got.pairs == best.pairs && ABS (got.sum - best.sum) < 1e-7, "round %d: %d pairs, %g; best %d, %g",
		               round, got.pairs, got.sum, best.pairs, best.sum);
		ck_assert_msg (rn_match_is_optimal (edges, n, n_left, n_right, chosen), "round %d", round);
		random_matching (rand, edges, n, n_left, chosen);
		gboolean is_best = !is_better (best, worth (edges, n, n_left, chosen));
		ck_assert_msg (rn_match_is_optimal (edges, n, n_left, n_right, chosen) == is_best,
		               "round %d: another choice", round);
	}
}
END_TEST

START_TEST (more_pairs_count_more_than_any_score)
{
	const struct rn_edge edges[] = { { 0, 0, 100 }, { 0, 1, -50 }, { 1, 0, -60 } };
	int chosen[2];

	rn_match (edges, 3, 2, 2, chosen);
	ck_assert_int_eq (chosen[0], 1);
	ck_assert_int_eq (chosen[1], 2);
}
END_TEST

START_TEST (the_better_of_two_edges_between_the_same_two_counts)
{
	const struct rn_edge edges[] = { { 0, 0, 1 }, { 0, 0, 3 }, { 0, 0, 2 } };
	int chosen[1];

	rn_match (edges, 3, 1, 1, chosen);
	ck_assert_int_eq (chosen[0], 1);
}
END_TEST

START_TEST (nobody_is_matched_without_edges)
{
	int chosen[2] = { 7, 7 };

	rn_match (NULL, 0, 2, 3, chosen);
	ck_assert_int_eq (chosen[0], -1);
	ck_assert_int_eq (chosen[1], -1);
	rn_match (NULL, 0, 0, 0, chosen);
	ck_assert (rn_match_is_optimal (NULL, 0, 2, 3, chosen));
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("matching");
	TCase *tests = tcase_create ("matching");

	tcase_add_test (tests, the_matching_is_the_best_of_all);
	tcase_add_test (tests, more_pairs_count_more_than_any_score);
	tcase_add_test (tests, the_better_of_two_edges_between_the_same_two_counts);
	tcase_add_test (tests, nobody_is_matched_without_edges);
	suite_add_tcase (s, tests);
	return s;
}

RN_UNIT_MAIN (suite ())

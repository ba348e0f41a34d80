#include "matching.h"

#include <float.h>

/* Nodes: left sides 0 … n_left-1, right sides n_left … n_left+n_right-1. An edge that
 * is chosen may be walked from right to left and gives its cost back. Bellman-Ford by
 * a queue finds the cheapest augmenting path from any free left side to any free
 * right side: costs of either sign are fine, and cycles of negative cost cannot arise
 * as long as each round takes a cheapest path. */
struct graph {
	const struct rn_edge *edges;
	gsize n_edges;
	guint n_left, n_right;
	int *chosen;    /* left -> edge */
	int *taken_by;  /* right -> edge */
	GArray **out;   /* left -> places of its edges */
	double *cost;   /* of the cheapest way to each node */
	int *by;        /* edge by which it was reached */
};

static void
graph_init (struct graph *g, const struct rn_edge *edges, gsize n_edges, guint n_left, guint n_right, int *chosen)
{
	*g = (struct graph) { edges, n_edges, n_left, n_right, chosen, g_new (int, n_right), g_new (GArray *, n_left),
		              g_new (double, n_left + n_right), g_new (int, n_left + n_right) };
	for (guint i = 0; i < n_left; i++)
		g->out[i] = g_array_new (FALSE, FALSE, sizeof (gsize));
	for (guint i = 0; i < n_right; i++)
		g->taken_by[i] = -1;
	for (gsize e = 0; e < n_edges; e++)
		g_array_append_val (g->out[edges[e].left], e);
}

static void
graph_clear (struct graph *g)
{
	for (guint i = 0; i < g->n_left; i++)
		g_array_unref (g->out[i]);
	g_free (g->out);
	g_free (g->taken_by);
	g_free (g->cost);
	g_free (g->by);
}

#define RN_COST_SLACK 1e-9 /* scores are rounded to 1e-6; less is noise of adding */

static void
reach (struct graph *g, guint node, double cost, int edge, GQueue *queue, gboolean *queued)
{
	if (cost >= g->cost[node] - RN_COST_SLACK)
		return;
	g->cost[node] = cost;
	g->by[node] = edge;
	if (!queued[node])
		g_queue_push_tail (queue, GUINT_TO_POINTER (node));
	queued[node] = TRUE;
}

/* The cheapest ways from all free left sides. */
static void
search (struct graph *g)
{
	g_autoptr (GQueue) queue = g_queue_new ();
	g_autofree gboolean *queued = g_new0 (gboolean, g->n_left + g->n_right);

	for (guint i = 0; i < g->n_left + g->n_right; i++)
		g->cost[i] = DBL_MAX;
	for (guint i = 0; i < g->n_left; i++)
		if (g->chosen[i] < 0)
			reach (g, i, 0, -1, queue, queued);
	while (!g_queue_is_empty (queue)) {
		guint node = GPOINTER_TO_UINT (g_queue_pop_head (queue));
		queued[node] = FALSE;
		if (node >= g->n_left) {
			int e = g->taken_by[node - g->n_left];
			if (e >= 0)
				reach (g, g->edges[e].left, g->cost[node] + g->edges[e].score, e, queue, queued);
			continue;
		}
		for (guint i = 0; i < g->out[node]->len; i++) {
			gsize e = g_array_index (g->out[node], gsize, i);
			guint right = g->n_left + g->edges[e].right;
			if ((int) e != g->chosen[node])
				reach (g, right, g->cost[node] - g->edges[e].score, (int) e, queue, queued);
		}
	}
}

/* The free right side that is cheapest to reach, or -1. */
static int
cheapest_free (const struct graph *g)
{
	int best = -1;
	for (guint r = 0; r < g->n_right; r++)
		if (g->taken_by[r] < 0 && g->cost[g->n_left + r] < DBL_MAX &&
		    (best < 0 || g->cost[g->n_left + r] < g->cost[g->n_left + (guint) best] - RN_COST_SLACK))
			best = (int) r;
	return best;
}

static void
augment (struct graph *g, int right)
{
	for (int e = g->by[g->n_left + (guint) right]; e >= 0;) {
		guint left = g->edges[e].left;
		int before = g->chosen[left];
		g->chosen[left] = e;
		g->taken_by[g->edges[e].right] = e;
		e = before >= 0 ? g->by[g->n_left + g->edges[before].right] : -1;
	}
}

void
rn_match (const struct rn_edge *edges, gsize n_edges, guint n_left, guint n_right, int *chosen)
{
	struct graph g;

	for (guint i = 0; i < n_left; i++)
		chosen[i] = -1;
	graph_init (&g, edges, n_edges, n_left, n_right, chosen);
	for (;;) {
		search (&g);
		int right = cheapest_free (&g);
		if (right < 0)
			break;
		augment (&g, right);
	}
	graph_clear (&g);
}

/* The graph of changes to a matching, for the proof. With a bonus on each pair that
 * outweighs all scores, more pairs always gain. Every free side, and every matched one
 * that could be given up, is tied to one node more; a gain is then a ring of negative
 * cost, and there is none exactly when each node has a potential that no step betters. */
struct changes {
	const struct graph *graph;
	double bonus;
	double *potential; /* of the left sides, the right sides, and the node that ties */
};

static gboolean
lower (double *potential, guint from, guint to, double cost)
{
	if (potential[from] + cost >= potential[to] - RN_COST_SLACK)
		return FALSE;
	potential[to] = potential[from] + cost;
	return TRUE;
}

/* One pass over every step. TRUE when a potential fell. */
static gboolean
lower_all (const struct changes *c)
{
	const struct graph *g = c->graph;
	guint tie = g->n_left + g->n_right;
	gboolean fell = FALSE;

	for (guint l = 0; l < g->n_left; l++)
		fell |= g->chosen[l] < 0 ? lower (c->potential, tie, l, 0) : lower (c->potential, l, tie, 0);
	for (guint r = 0; r < g->n_right; r++) {
		guint right = g->n_left + r;
		fell |= g->taken_by[r] < 0 ? lower (c->potential, right, tie, 0) : lower (c->potential, tie, right, 0);
	}
	for (gsize e = 0; e < g->n_edges; e++) {
		guint left = g->edges[e].left, right = g->n_left + g->edges[e].right;
		double gain = c->bonus + g->edges[e].score;
		fell |= g->chosen[left] == (int) e ? lower (c->potential, right, left, gain)
		                                   : lower (c->potential, left, right, -gain);
	}
	return fell;
}

gboolean
rn_match_is_optimal (const struct rn_edge *edges, gsize n_edges, guint n_left, guint n_right, const int *chosen)
{
	struct graph g;
	g_autofree int *copy = g_memdup2 (chosen, n_left * sizeof *chosen);
	g_autofree double *potential = g_new0 (double, n_left + n_right + 1);
	struct changes changes = { &g, 1, potential };
	gboolean falls = TRUE;

	graph_init (&g, edges, n_edges, n_left, n_right, copy);
	for (guint i = 0; i < n_left; i++)
		if (copy[i] >= 0)
			g.taken_by[edges[copy[i]].right] = copy[i];
	for (gsize e = 0; e < n_edges; e++)
		changes.bonus += 2 * ABS (edges[e].score);
	/* a cheapest way has fewer steps than there are nodes: what falls longer is a ring */
	for (guint pass = 0; falls && pass < n_left + n_right + 2; pass++)
		falls = lower_all (&changes);
	graph_clear (&g);
	return !falls;
}

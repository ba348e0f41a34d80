/* Who with whom: as many pairs as possible, and among those the greatest sum of
 * scores (assignment on a sparse bipartite graph). */
#ifndef RN_PROGRAM_MATCHING_H
#define RN_PROGRAM_MATCHING_H

#include <glib.h>

/* A possible pair. Sides are numbered from 0; several edges between the same two are
 * fine (one per topic), the best one counts. */
struct rn_edge {
	guint left, right;
	double score; /* any finite number; what must never be is simply not in the list */
};

/* Writes for each left side the place of its edge in `edges`, or -1 when it is left
 * over. Successive shortest paths: each round adds one pair by the cheapest change of
 * those made so far, so the result is optimal for its number of pairs. Equal edges
 * give equal results. A round looks at each edge a few times. */
void rn_match (const struct rn_edge *edges, gsize n_edges, guint n_left, guint n_right, int *chosen);

/* Whether no change could give more pairs or, with as many, a greater sum: the proof
 * by potentials, for tests. */
gboolean rn_match_is_optimal (const struct rn_edge *edges, gsize n_edges, guint n_left, guint n_right,
                              const int *chosen);

#endif

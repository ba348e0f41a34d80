/* Chance that is handed in: a small generator whose numbers follow from a seed, so
 * that equal seeds give equal runs. Not for secrets: those come from libsodium. */
#ifndef RN_BASE_CHANCE_H
#define RN_BASE_CHANCE_H

#include <glib.h>

/* SplitMix64: one word of state, any seed is good. */
struct rn_chance {
	guint64 state;
};

/* The next 64 bits. */
guint64 rn_chance_next (struct rn_chance *chance);

/* A whole number from 0 to n - 1; n > 0. */
guint rn_chance_below (struct rn_chance *chance, guint n);

/* TRUE in `percent` of 100 cases. */
gboolean rn_chance_percent (struct rn_chance *chance, guint percent);

#endif

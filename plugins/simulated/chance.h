/* The company's only source of chance. Every person has a stream of her own, so that
 * what one person does never shifts the dice of another. */
#ifndef SIMULATED_CHANCE_H
#define SIMULATED_CHANCE_H

#include <glib.h>

/* SplitMix64: one word of state, any seed is good. */
struct chance {
	guint64 state;
};

/* The stream number `stream` of a seed. */
struct chance chance_stream (guint64 seed, guint64 stream);

guint64 chance_next (struct chance *chance);

/* A whole number from 0 to n - 1; n > 0. */
guint chance_below (struct chance *chance, guint n);

/* A whole number from `least` to `most`. */
guint chance_between (struct chance *chance, guint least, guint most);

/* TRUE in `percent` of 100 cases. */
gboolean chance_percent (struct chance *chance, guint percent);

/* One row of a static array. */
#define CHANCE_PICK(chance, array) ((array)[chance_below (chance, G_N_ELEMENTS (array))])

#endif

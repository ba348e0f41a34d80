/* What many people answered to a question, told so that nobody's own answer can be.
 *
 * Answers are taken in groups, in the order in which they came: a group is full when five
 * people are in it, and only full groups count. So there is no sum of fewer than five people, and two
 * reports, one of them later, differ by the sums of whole groups: not by what the one person said who
 * answered between them. */
#ifndef RN_PROGRAM_AGGREGATE_H
#define RN_PROGRAM_AGGREGATE_H

#include <glib.h>

#define RN_AGGREGATE_PEOPLE 5 /* fewer are known by their number */

struct rn_aggregate {
	gint64 answers; /* that count; 0: too few */
	double sum;     /* of their values */
	GHashTable *group; /* of gint64 *: people of the one that is not full */
	gint64 group_answers;
	double group_sum;
};

/* Begins empty; clear frees. */
void rn_aggregate_init (struct rn_aggregate *aggregate);
void rn_aggregate_clear (struct rn_aggregate *aggregate);

/* One more answer. */
void rn_aggregate_add (struct rn_aggregate *aggregate, gint64 person, double value);

#endif

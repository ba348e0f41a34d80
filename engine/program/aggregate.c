#include "aggregate.h"

void
rn_aggregate_init (struct rn_aggregate *aggregate)
{
	*aggregate = (struct rn_aggregate) { .group = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };
}

void
rn_aggregate_clear (struct rn_aggregate *aggregate)
{
	g_clear_pointer (&aggregate->group, g_hash_table_unref);
}

void
rn_aggregate_add (struct rn_aggregate *aggregate, gint64 person, double value)
{
	g_hash_table_add (aggregate->group, g_memdup2 (&person, sizeof person));
	aggregate->group_answers++;
	aggregate->group_sum += value;
	if (g_hash_table_size (aggregate->group) < RN_AGGREGATE_PEOPLE)
		return;
	aggregate->answers += aggregate->group_answers;
	aggregate->sum += aggregate->group_sum;
	aggregate->group_answers = 0;
	aggregate->group_sum = 0;
	g_hash_table_remove_all (aggregate->group);
}

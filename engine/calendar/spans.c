#include "spans.h"

static gint
compare (gconstpointer a, gconstpointer b)
{
	const struct rn_span *left = a, *right = b;
	return (left->start > right->start) - (left->start < right->start);
}

void
rn_spans_join (GArray *spans)
{
	struct rn_span *all = (struct rn_span *) (gpointer) spans->data;
	guint kept = 0;

	g_array_sort (spans, compare);
	for (guint i = 0; i < spans->len; i++) {
		if (kept > 0 && all[i].start <= all[kept - 1].end)
			all[kept - 1].end = MAX (all[kept - 1].end, all[i].end);
		else
			all[kept++] = all[i];
	}
	g_array_set_size (spans, kept);
}

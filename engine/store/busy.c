#include "busy.h"

gboolean
rn_busy_keep (rn_db *db, gint64 person, const char *source, rn_time asked, struct rn_span known, GVariant *spans, GError **error)
{
	return rn_db_run (db, error,
	                  "INSERT OR REPLACE INTO busy (person, source, asked, known_from, known_until, spans) VALUES (?, ?, ?, ?, ?, ?)",
	                  "xsxxxv", person, source, asked, known.start, known.end, spans);
}

static void
append_spans (GVariant *list, GArray *spans)
{
	GVariantIter iter;
	struct rn_span span;

	g_variant_iter_init (&iter, list);
	while (g_variant_iter_next (&iter, "(xx)", &span.start, &span.end))
		g_array_append_val (spans, span);
}

gboolean
rn_busy_of (rn_db *db, gint64 person, GArray *spans, struct rn_span *known, GError **error)
{
	g_autoptr (rn_rows) rows =
	        rn_db_query (db, error, "SELECT known_from, known_until, spans FROM busy WHERE person = ? ORDER BY source", "x", person);

	*known = (struct rn_span) { 0, 0 };
	while (rows != NULL && rn_rows_next (rows, error)) {
		struct rn_span said = { rn_rows_number (rows, 0), rn_rows_number (rows, 1) };
		g_autoptr (GVariant) list = rn_rows_variant (rows, 2, "a(xx)");
		append_spans (list, spans);
		if (said.end - said.start > known->end - known->start)
			*known = said;
	}
	return rows != NULL;
}

gboolean
rn_busy_asked (rn_db *db, gint64 person, rn_time since, gint64 *n, GError **error)
{
	return rn_db_number (db, n, 0, error, "SELECT count(*) FROM busy WHERE person = ? AND asked >= ?", "xx", person, since);
}

gboolean
rn_busy_drop (rn_db *db, rn_time before, GError **error)
{
	return rn_db_run (db, error, "DELETE FROM busy WHERE asked < ?", "x", before);
}

#include "stranded.h"

#include "json.h"

static void
clear (gpointer data)
{
	struct rn_stranded *stranded = data;
	g_free (stranded->transport);
	g_free (stranded->program);
}

/* As the indexes outbox_due and outbox_uncertain have it. */
#define QUEUED "state = 0 AND halted = 0 AND transport"
#define UNCERTAIN "state = 4 AND settled >= 0 AND resent = 0 AND halted < 2 AND transport"

GArray *
rn_stranded_mail (rn_db *db, const char *const *transports, GError **error)
{
	g_autoptr (GVariant) list = g_variant_ref_sink (g_variant_new_strv (transports, -1));
	g_autofree char *known = rn_json (list);
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "WITH known AS (SELECT value FROM json_each (?)) SELECT transport, program, count(*) FROM"
	                                        " (SELECT transport, program FROM outbox WHERE " QUEUED " > '' AND transport NOT IN known"
	                                        " UNION ALL SELECT transport, program FROM outbox WHERE " UNCERTAIN " NOT IN known)"
	                                        " GROUP BY transport, program",
	                                        "s", known);
	g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (struct rn_stranded));
	GError *failure = NULL;

	g_array_set_clear_func (found, clear);
	while (rows != NULL && rn_rows_next (rows, &failure)) {
		struct rn_stranded one = { g_strdup (rn_rows_text (rows, 0)), g_strdup (rn_rows_text (rows, 1)), rn_rows_number (rows, 2) };
		g_array_append_val (found, one);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_steal_pointer (&found) : NULL;
}

gboolean
rn_stranded_move (rn_db *db, const struct rn_stranded *stranded, const char *transport, GError **error)
{
	return rn_db_run (db, error,
	                  "UPDATE outbox SET transport = ?1 WHERE (" QUEUED " = ?2 OR " UNCERTAIN " = ?2) AND program = ?3", "sss",
	                  transport, stranded->transport, stranded->program);
}

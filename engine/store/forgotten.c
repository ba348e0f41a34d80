#include "forgotten.h"

gboolean
rn_forgotten_add (rn_db *db, const char *hash, gint64 person, GError **error)
{
	return rn_db_run (db, error, "INSERT OR REPLACE INTO forgotten (hash, person) VALUES (?, ?)", "sx", hash, person);
}

GHashTable *
rn_forgotten_all (rn_db *db, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT hash FROM forgotten", "");
	g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure))
		g_hash_table_add (all, g_strdup (rn_rows_text (rows, 0)));
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_steal_pointer (&all) : NULL;
}

gboolean
rn_forgotten_find (rn_db *db, const char *hash, gint64 *person, GError **error)
{
	return rn_db_number (db, person, 0, error, "SELECT person FROM forgotten WHERE hash = ?", "s", hash);
}

gboolean
rn_forgotten_drop (rn_db *db, gint64 person, GError **error)
{
	return rn_db_run (db, error, "DELETE FROM forgotten WHERE person = ?", "x", person);
}

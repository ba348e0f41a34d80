/* Other words in all of a database, and nothing left of those that were there. */
#include "db_private.h"

#include "error.h"

struct defined {
	rn_rewrite rewrite;
	gpointer data;
};

static void
apply (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
	const struct defined *defined = sqlite3_user_data (context);

	if (sqlite3_value_type (values[0]) == SQLITE_TEXT) {
		char *text = defined->rewrite ((const char *) sqlite3_value_text (values[0]), defined->data);
		if (text != NULL)
			sqlite3_result_text (context, text, -1, g_free);
	} else if (sqlite3_value_type (values[0]) == SQLITE_BLOB) {
		gconstpointer bytes = sqlite3_value_blob (values[0]);
		g_autoptr (GBytes) was = g_bytes_new_static (bytes, (gsize) sqlite3_value_bytes (values[0]));
		g_autoptr (GBytes) now = rn_bundle_rewrite (was, defined->rewrite, defined->data);
		if (now != NULL)
			sqlite3_result_blob64 (context, g_bytes_get_data (now, NULL), g_bytes_get_size (now), SQLITE_TRANSIENT);
	}
}

gboolean
rn_db_define (rn_db *db, const char *name, rn_rewrite rewrite, gpointer data, GError **error)
{
	struct defined *defined = g_new (struct defined, 1);

	*defined = (struct defined) { rewrite, data };
	int result = sqlite3_create_function_v2 (rn_db_sqlite (db), name, 1, SQLITE_UTF8, defined, rewrite != NULL ? apply : NULL,
	                                         NULL, NULL, g_free);
	return result == SQLITE_OK || rn_db_fail (rn_db_sqlite (db), name, error);
}

/* A copy of the whole stands in a file until it is written back, not in memory. A reader keeps the log from
 * being emptied. */
gboolean
rn_db_compact (rn_db *db, GError **error)
{
	gint64 is_busy = 0;

	if (!rn_db_run (db, error, "PRAGMA temp_store=FILE", ""))
		return FALSE;
	gboolean fine = rn_db_run (db, error, "VACUUM", "");
	rn_db_run (db, NULL, "PRAGMA temp_store=MEMORY", "");
	if (!fine || !rn_db_number (db, &is_busy, 1, error, "PRAGMA wal_checkpoint(TRUNCATE)", ""))
		return FALSE;
	if (is_busy != 0)
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: another process is reading it.", rn_db_path (db));
	return is_busy == 0;
}

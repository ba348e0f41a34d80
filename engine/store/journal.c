#include "journal.h"

#include <string.h>

gboolean
rn_journal_next_id (rn_db *db, gint64 *id, GError **error)
{
	return rn_db_number (db, id, 1, error, "SELECT coalesce(max(id), 0) + 1 FROM journal", "");
}

gboolean
rn_journal_add (rn_db *db, gint64 id, const struct rn_journal_entry *entry, GPtrArray *about, GError **error)
{
	if (!rn_db_run (db, error,
	                "INSERT INTO journal (id, at, program, event, inbox, outcome, reasons, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	                "xxssxsss", id, entry->at, entry->program, entry->event, entry->inbox, entry->outcome, entry->reasons,
	                entry->version))
		return FALSE;
	for (guint i = 0; i < about->len; i++)
		if (!rn_db_run (db, error, "INSERT OR IGNORE INTO journal_about (ref, journal) VALUES (?, ?)", "sx",
		                g_ptr_array_index (about, i), id))
			return FALSE;
	return TRUE;
}

/* The entry that “journal:9” names; 0 for any other ref. */
static gint64
entry_of (const char *ref)
{
	gint64 id = 0;
	if (g_str_has_prefix (ref, "journal:"))
		g_ascii_string_to_signed (ref + strlen ("journal:"), 10, 1, G_MAXINT64, &id, NULL);
	return id;
}

GPtrArray *
rn_journal_about (rn_db *db, const char *ref, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT j.id, j.at, j.program, j.event, j.outcome, j.reasons, j.inbox, j.version"
	                                        " FROM journal j WHERE j.id = ? OR j.id IN (SELECT journal FROM journal_about WHERE ref = ?)"
	                                        " ORDER BY j.id",
	                                        "xs", entry_of (ref), ref);
	g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

	while (rows != NULL && rn_rows_next (rows, error)) {
		static const char *const texts[] = { "program", "event", "outcome", "reasons" };
		g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
		rn_rows_add_number (rows, 0, "id", &dict);
		rn_rows_add_time (rows, 1, "at", &dict);
		for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
			rn_rows_add_text (rows, i + 2, texts[i], &dict);
		rn_rows_add_number (rows, 6, "mail", &dict);
		rn_rows_add_text (rows, 7, "version", &dict);
		g_ptr_array_add (list, g_variant_ref_sink (g_variant_builder_end (&dict)));
	}
	return rows != NULL ? g_steal_pointer (&list) : NULL;
}

gboolean
rn_journal_failures (rn_db *db, const char *program, rn_time since, gint64 *n, GError **error)
{
	return rn_db_number (db, n, 0, error, "SELECT count(*) FROM journal WHERE program = ? AND outcome = 'error' AND at >= ?",
	                     "sx", program, since);
}

char *
rn_meta_get (rn_db *db, const char *name, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT value FROM meta WHERE name = ?", "s", name);
	if (rows == NULL)
		return NULL;
	return g_strdup (rn_rows_next (rows, error) ? rn_rows_text (rows, 0) : "");
}

gboolean
rn_meta_set (rn_db *db, const char *name, const char *value, GError **error)
{
	return rn_db_run (db, error, "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", "ss", name, value);
}

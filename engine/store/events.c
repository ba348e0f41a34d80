#include "events.h"

void
rn_event_free (rn_event *event)
{
	if (event == NULL)
		return;
	g_free (event->program);
	g_free (event->name);
	g_free (event->about);
	g_variant_unref (event->fields);
	g_free (event);
}

gboolean
rn_event_add (rn_db *db, rn_time due, const char *program, const char *name, const char *about, GVariant *fields,
              const char *single, GError **error)
{
	g_autoptr (GVariant) owned = g_variant_ref_sink (fields != NULL ? fields : g_variant_new ("a{sv}", NULL));

	return rn_db_run (db, error,
	                  "INSERT OR REPLACE INTO event (due, program, name, about, fields, single) VALUES (?, ?, ?, ?, ?, ?)",
	                  "xsssvs", due, program, name, about, owned, single);
}

rn_event *
rn_event_next (rn_db *db, rn_time now, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (
	        db, error, "SELECT id, due, program, name, about, fields FROM event WHERE due <= ? ORDER BY due, id LIMIT 1", "x", now);

	if (rows == NULL || !rn_rows_next (rows, error))
		return NULL;
	rn_event *event = g_new (rn_event, 1);
	*event = (rn_event) { rn_rows_number (rows, 0), rn_rows_number (rows, 1), g_strdup (rn_rows_text (rows, 2)),
		              g_strdup (rn_rows_text (rows, 3)), g_strdup (rn_rows_text (rows, 4)),
		              rn_rows_variant (rows, 5, "a{sv}") };
	return event;
}

gboolean
rn_event_postpone (rn_db *db, gint64 id, rn_time due, GError **error)
{
	return rn_db_run (db, error, "UPDATE event SET due = ? WHERE id = ?", "xx", due, id);
}

gboolean
rn_event_done (rn_db *db, gint64 id, GError **error)
{
	return rn_db_run (db, error, "DELETE FROM event WHERE id = ?", "x", id);
}

gboolean
rn_event_cancel (rn_db *db, const char *name, const char *about, GError **error)
{
	return rn_db_run (db, error, "DELETE FROM event WHERE name = ? AND about = ?", "ss", name, about);
}

gboolean
rn_event_next_due (rn_db *db, rn_time *due, GError **error)
{
	return rn_db_number (db, due, 0, error, "SELECT min(due) FROM event", "");
}

gboolean
rn_event_waits (rn_db *db, const char *single, gboolean *waits, GError **error)
{
	gint64 n = 0;
	gboolean done = rn_db_number (db, &n, 0, error, "SELECT count(*) FROM event WHERE single = ?", "s", single);
	*waits = n > 0;
	return done;
}

gboolean
rn_event_waits_about (rn_db *db, const char *name, const char *about, gboolean *waits, GError **error)
{
	gint64 n = 0;
	gboolean done = rn_db_number (db, &n, 0, error, "SELECT count(*) FROM event WHERE about = ? AND name = ?", "ss", about, name);
	*waits = n > 0;
	return done;
}

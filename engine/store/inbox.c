#include "inbox.h"

#include "error.h"

static const char *const states[] = { "new", "applied", "ignored", "held", "error", "dismissed" };

const char *
rn_inbox_state_name (enum rn_inbox_state state)
{
	return states[state];
}

gboolean
rn_inbox_advance (rn_db *db, const char *source, guint32 validity, guint64 uid, rn_time at, GError **error)
{
	return rn_db_run (db, error, "INSERT OR REPLACE INTO cursor (source, validity, uid, at) VALUES (?, ?, ?, ?)", "sxxx",
	                  source, (gint64) validity, (gint64) uid, at);
}

gboolean
rn_inbox_cursor (rn_db *db, const char *source, guint32 *validity, guint64 *uid, rn_time *at, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT validity, uid, at FROM cursor WHERE source = ?", "s", source);
	GError *failure = NULL;

	*validity = 0, *uid = 0, *at = 0;
	if (rows == NULL)
		return FALSE;
	if (rn_rows_next (rows, &failure)) {
		*validity = (guint32) rn_rows_number (rows, 0);
		*uid = (guint64) rn_rows_number (rows, 1);
		*at = rn_rows_number (rows, 2);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return failure == NULL;
}

gboolean
rn_inbox_rename (rn_db *db, const char *before, const char *now, gboolean *is_done, GError **error)
{
	if (!rn_db_run (db, error, "UPDATE OR IGNORE cursor SET source = ? WHERE source = ?", "ss", now, before))
		return FALSE;
	*is_done = rn_db_changes (db) > 0;
	return !*is_done || rn_db_run (db, error, "UPDATE OR IGNORE inbox SET source = ? WHERE source = ?", "ss", now, before);
}

gboolean
rn_inbox_put_raw (rn_db *db, gint64 id, GBytes *raw, GError **error)
{
	struct rn_place place;

	return rn_spool_put (rn_db_spool (db), raw, &place, error) &&
	       rn_db_run (db, error, "INSERT INTO raw (mail, file, start, size) VALUES (?, ?, ?, ?)", "xxxx", id, place.file, place.start,
	                  place.size);
}

gboolean
rn_inbox_receive (rn_db *db, const char *source, guint32 validity, guint64 uid, rn_time received, GBytes *raw,
                  gint64 *id, gboolean *is_new, GError **error)
{
	if (!rn_db_run (db, error, "INSERT OR IGNORE INTO inbox (source, validity, uid, received) VALUES (?, ?, ?, ?)", "sxxx",
	                source, (gint64) validity, (gint64) uid, received))
		return FALSE;
	*is_new = rn_db_changes (db) > 0;
	*id = *is_new ? rn_db_last_id (db) : 0;
	if (*is_new && !rn_inbox_put_raw (db, *id, raw, error))
		return FALSE;
	return rn_inbox_advance (db, source, validity, uid, received, error);
}

GArray *
rn_inbox_new_ids (rn_db *db, gint64 after, guint max, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT id FROM inbox WHERE state = 0 AND id > ? ORDER BY id LIMIT ?",
	                                        "xx", after, (gint64) max);
	g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
	GError *failure = NULL;

	if (rows == NULL)
		return NULL;
	while (rn_rows_next (rows, &failure)) {
		gint64 id = rn_rows_number (rows, 0);
		g_array_append_val (ids, id);
	}
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return NULL;
	}
	return g_steal_pointer (&ids);
}

static struct rn_place
place_of (rn_rows *rows, int column)
{
	return (struct rn_place) { rn_rows_number (rows, column), rn_rows_number (rows, column + 1), rn_rows_number (rows, column + 2) };
}

GBytes *
rn_inbox_raw (rn_db *db, gint64 id, rn_time *received, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT received, file, start, size FROM raw JOIN inbox ON id = mail WHERE mail = ?", "x", id);
	g_autoptr (GError) failure = NULL;

	if (rows == NULL)
		return NULL;
	if (rn_rows_next (rows, &failure)) {
		struct rn_place place = place_of (rows, 1);
		*received = rn_rows_number (rows, 0);
		return rn_spool_get (rn_db_spool (db), &place, error);
	}
	if (failure != NULL)
		g_propagate_error (error, g_steal_pointer (&failure));
	else
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "Mail %" G_GINT64_FORMAT " is no longer kept.", id);
	return NULL;
}

gboolean
rn_inbox_settle (rn_db *db, gint64 id, const struct rn_inbox_end *end, GError **error)
{
#define OR_EMPTY(text) ((text) != NULL ? (text) : "")
	return rn_db_run (db, error,
	                  "UPDATE inbox SET state = ?, outcome = ?, reason = ?, message_id = ?, sender = ?, subject = ?,"
	                  " about = ?, person = ?, handled = ? WHERE id = ?",
	                  "xssssssxxx", (gint64) end->state, OR_EMPTY (end->outcome), OR_EMPTY (end->reason),
	                  OR_EMPTY (end->message_id), OR_EMPTY (end->sender), OR_EMPTY (end->subject), OR_EMPTY (end->about),
	                  end->person, end->at, id);
#undef OR_EMPTY
}

gboolean
rn_inbox_is_new (rn_db *db, gint64 id, gboolean *is_new, GError **error)
{
	gint64 n = 0;
	gboolean done = rn_db_number (db, &n, 0, error, "SELECT count(*) FROM inbox WHERE id = ? AND state = 0", "x", id);
	*is_new = n > 0;
	return done;
}

gboolean
rn_inbox_has_message (rn_db *db, const char *message_id, gint64 id, gboolean *has, GError **error)
{
	gint64 found = 0;

	gboolean done = rn_db_number (
	        db, &found, 0, error, "SELECT count(*) FROM inbox WHERE message_id = ? AND message_id <> '' AND id <> ? AND state <> 0",
	        "sx", message_id, id);
	*has = found > 0;
	return done;
}

#define RN_MAX_SHOWN 80 /* characters of a sender or subject: a mail about them stays short whatever they are */

static char *
shown (rn_rows *rows, int column)
{
	g_autofree char *text = g_utf8_make_valid (rn_rows_text (rows, column), -1);
	return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), RN_MAX_SHOWN));
}

GArray *
rn_inbox_held_since (rn_db *db, rn_time since, GError **error)
{
	g_autoptr (rn_rows) rows =
	        rn_db_query (db, error, "SELECT id FROM inbox WHERE state IN (3, 4) AND handled > ? ORDER BY id", "x", since);
	g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure)) {
		gint64 id = rn_rows_number (rows, 0);
		g_array_append_val (ids, id);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_steal_pointer (&ids) : NULL;
}

GStrv
rn_inbox_senders (rn_db *db, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT DISTINCT sender FROM inbox WHERE sender <> ''", "");
	g_autoptr (GStrvBuilder) senders = g_strv_builder_new ();
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure))
		g_strv_builder_add (senders, rn_rows_text (rows, 0));
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_strv_builder_end (senders) : NULL;
}

gboolean
rn_inbox_held (rn_db *db, gint64 id, struct rn_held *held, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (
	        db, error, "SELECT sender, subject, CASE state WHEN 3 THEN reason ELSE 'other' END FROM inbox"
	                   " WHERE id = ? AND state IN (3, 4)", "x", id);
	GError *failure = NULL;

	*held = (struct rn_held) { .waits = rows != NULL && rn_rows_next (rows, &failure) };
	if (held->waits) {
		held->sender = shown (rows, 0);
		held->subject = shown (rows, 1);
		held->reason = shown (rows, 2);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

void
rn_held_clear (struct rn_held *held)
{
	g_free (held->sender);
	g_free (held->subject);
	g_free (held->reason);
}

static gboolean
move_back (rn_db *db, gint64 id, gint64 state, rn_time handled, GError **error)
{
	if (!rn_db_run (db, error, "UPDATE inbox SET state = ?, marked = 0, handled = ? WHERE id = ? AND state IN (3, 4)", "xxx",
	                state, handled, id))
		return FALSE;
	if (rn_db_changes (db) == 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "Mail %" G_GINT64_FORMAT " is not held.", id);
		return FALSE;
	}
	return TRUE;
}

gboolean
rn_inbox_retry (rn_db *db, gint64 id, GError **error)
{
	return move_back (db, id, RN_INBOX_NEW, 0, error);
}

gboolean
rn_inbox_dismiss (rn_db *db, gint64 id, rn_time now, GError **error)
{
	return move_back (db, id, RN_INBOX_DISMISSED, now, error);
}

/* A range holds only uids that are known as handled: neither one that still waits nor
 * one that never was ours. */
gboolean
rn_inbox_unmarked (rn_db *db, const char *source, guint max, rn_inbox_range call, gpointer data, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT validity, uid, state IN (3, 4) FROM inbox"
	                                        " WHERE source = ? AND marked = 0 AND state > 0 ORDER BY validity, uid LIMIT ?",
	                                        "sx", source, (gint64) max);
	GError *failure = NULL;
	gint64 validity = 0, held = 0;
	guint64 first = 0, last = 0;

	if (rows == NULL)
		return FALSE;
	while (rn_rows_next (rows, &failure)) {
		gint64 v = rn_rows_number (rows, 0), h = rn_rows_number (rows, 2);
		guint64 uid = (guint64) rn_rows_number (rows, 1);
		if (first != 0 && v == validity && h == held && uid == last + 1) {
			last = uid;
			continue;
		}
		if (first != 0)
			call ((guint32) validity, held != 0, first, last, data);
		validity = v, held = h, first = last = uid;
	}
	if (first != 0)
		call ((guint32) validity, held != 0, first, last, data);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return failure == NULL;
}

gboolean
rn_inbox_set_marked (rn_db *db, const char *source, guint32 validity, guint64 first, guint64 last, GError **error)
{
	return rn_db_run (db, error,
	                  "UPDATE inbox SET marked = 1 WHERE source = ? AND validity = ? AND uid BETWEEN ? AND ? AND state > 0 AND marked = 0",
	                  "sxxx", source, (gint64) validity, (gint64) first, (gint64) last);
}

gboolean
rn_inbox_sweep (rn_db *db, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT file, start, size FROM raw ORDER BY file, start", "");
	g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (struct rn_place));
	GError *failure = NULL;

	if (rows == NULL)
		return FALSE;
	while (rn_rows_next (rows, &failure)) {
		struct rn_place place = place_of (rows, 0);
		g_array_append_val (kept, place);
	}
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	return rn_spool_sweep (rn_db_spool (db), (const struct rn_place *) kept->data, kept->len, error);
}

GPtrArray *
rn_inbox_list (rn_db *db, const char *which, GError **error)
{
	g_autofree char *sql = g_strdup_printf ("SELECT id, state, reason, sender, subject, message_id, about, received, source, uid"
	                                        " FROM inbox%s%s%s ORDER BY id",
	                                        which != NULL ? " WHERE state IN (" : "", which != NULL ? which : "",
	                                        which != NULL ? ")" : "");
	g_autoptr (rn_rows) rows = rn_db_query (db, error, sql, "");
	g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

	while (rows != NULL && rn_rows_next (rows, error)) {
		static const char *const texts[] = { "reason", "from", "subject", "message_id", "about" };
		g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
		rn_rows_add_number (rows, 0, "id", &dict);
		g_variant_builder_add (&dict, "{sv}", "state", g_variant_new_string (states[rn_rows_number (rows, 1)]));
		for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
			rn_rows_add_text (rows, i + 2, texts[i], &dict);
		rn_rows_add_time (rows, 7, "received", &dict);
		rn_rows_add_text (rows, 8, "source", &dict);
		rn_rows_add_number (rows, 9, "uid", &dict);
		g_ptr_array_add (list, g_variant_ref_sink (g_variant_builder_end (&dict)));
	}
	return rows != NULL ? g_steal_pointer (&list) : NULL;
}

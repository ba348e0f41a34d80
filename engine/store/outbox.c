#include "outbox.h"

#include "error.h"
#include "words.h"

/* The states, and what is halted in the queue. */
static const char *const shown[] = { "queued", "leased", "sent", "refused", "uncertain", "paused", "withdrawn", NULL };

const char *
rn_outbox_state_name (enum rn_outbox_state state)
{
	return shown[state];
}

gboolean
rn_outbox_next_id (rn_db *db, gint64 *id, GError **error)
{
	return rn_db_number (db, id, 1, error, "SELECT coalesce(max(id), 0) + 1 FROM outbox", "");
}

gboolean
rn_outbox_add (rn_db *db, const struct rn_outbox_row *row, GError **error)
{
	return rn_db_run (db, error,
	                  "INSERT INTO outbox (id, transport, not_before, rank, journal, program, person, about, template,"
	                  " recipient, message_id, written) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	                  "xsxxxsxssssx", row->id, row->transport, row->not_before, (gint64) row->rank, row->journal,
	                  row->program, row->person, row->about, row->template, row->recipient, row->message_id,
	                  row->written) &&
	       rn_db_run (db, error, "INSERT INTO letter (mail, bytes) VALUES (?, ?)", "xb", row->id, row->letter);
}

static void
leased_clear (gpointer data)
{
	struct rn_leased *row = data;
	g_free (row->recipient);
	g_bytes_unref (row->letter);
}

/* Adds due rows of a rank: few, so they are collected before any is changed. The ranks are
 * gone through one by one, since a row that is due may stand behind thousands of another
 * rank that are not. */
static gboolean
add_due (rn_db *db, const char *transport, enum rn_rank rank, rn_time now, guint max, gsize *bytes, GArray *found, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT id, recipient, (SELECT bytes FROM letter WHERE mail = id) FROM outbox"
	                                        " WHERE state = 0 AND halted = 0 AND transport = ? AND rank = ? AND not_before <= ?"
	                                        " ORDER BY not_before, id LIMIT ?",
	                                        "sxxx", transport, (gint64) rank, now, (gint64) (max - found->len));
	GError *failure = NULL;

	while (rows != NULL && *bytes < RN_LEASE_BYTES && rn_rows_next (rows, &failure)) {
		struct rn_leased row = { rn_rows_number (rows, 0), g_strdup (rn_rows_text (rows, 1)), rn_rows_bytes (rows, 2) };
		*bytes += g_bytes_get_size (row.letter);
		g_array_append_val (found, row);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

static GArray *
due_rows (rn_db *db, const char *transport, rn_time now, guint max, GError **error)
{
	g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (struct rn_leased));
	gsize bytes = 0;

	g_array_set_clear_func (found, leased_clear);
	for (enum rn_rank rank = 0; rank < RN_RANKS && found->len < max; rank++)
		if (!add_due (db, transport, rank, now, max, &bytes, found, error))
			return NULL;
	return g_steal_pointer (&found);
}

gboolean
rn_outbox_lease (rn_db *db, const char *transport, rn_time now, guint max, const char *progress, gint64 *lease,
                 GArray **rows, GError **error)
{
	g_autoptr (GArray) found = due_rows (db, transport, now, max, error);

	*lease = 0;
	if (found == NULL)
		return FALSE;
	if (found->len > 0) {
		if (!rn_db_run (db, error, "INSERT INTO lease (transport, progress) VALUES (?, ?)", "ss", transport, progress))
			return FALSE;
		*lease = rn_db_last_id (db);
	}
	for (guint i = 0; i < found->len; i++)
		if (!rn_db_run (db, error, "UPDATE outbox SET state = 1, lease = ?, tries = tries + 1 WHERE id = ?", "xx", *lease,
		                g_array_index (found, struct rn_leased, i).id))
			return FALSE;
	*rows = g_steal_pointer (&found);
	return TRUE;
}

#define RN_BACKOFF_FIRST RN_MINUTE
#define RN_BACKOFF_MOST RN_HOUR

#define RN_BACKOFF_STEPS 6 /* doublings up to the longest */

/* How a mail that was put off goes on: it is given up in the end. But a sender that is refused is tried for
 * as long as it takes, and when that has been set right the mail has tries left. */
static gboolean
put_off (rn_db *db, gint64 id, int code, rn_time now, enum rn_outbox_state *state, rn_time *not_before, GError **error)
{
	gint64 tries = 0;

	if (!rn_db_number (db, &tries, 0, error, "SELECT tries FROM outbox WHERE id = ?", "x", id))
		return FALSE;
	*not_before = now + MIN (RN_BACKOFF_FIRST << MIN (tries, RN_BACKOFF_STEPS), RN_BACKOFF_MOST);
	if (code >= 500)
		return rn_db_run (db, error, "UPDATE outbox SET tries = min(tries, ?) WHERE id = ?", "xx", (gint64) RN_BACKOFF_STEPS, id);
	if (tries >= RN_MAX_TRIES)
		*state = RN_OUTBOX_REFUSED;
	return TRUE;
}

/* A first mail that was withdrawn while it was on the wire, and is back, was none. */
gboolean
rn_outbox_unmail (rn_db *db, gint64 id, GError **error)
{
	return rn_db_run (db, error,
	                  "UPDATE person SET first_mail = 0 FROM outbox o WHERE o.id = ? AND o.state = 0 AND o.halted = 2"
	                  " AND person.id = o.person AND person.first_mail = o.written",
	                  "x", id);
}

gboolean
rn_outbox_settle (rn_db *db, gint64 id, const struct rn_delivery *delivery, rn_time now, GError **error)
{
	static const enum rn_outbox_state ends[] = {
		[RN_VERDICT_SENT] = RN_OUTBOX_SENT,
		[RN_VERDICT_REFUSED] = RN_OUTBOX_REFUSED,
		[RN_VERDICT_LATER] = RN_OUTBOX_QUEUED,
		[RN_VERDICT_UNCERTAIN] = RN_OUTBOX_UNCERTAIN,
	};
	g_autofree char *said = g_strdup_printf ("%d %s %s", delivery->code, delivery->status, delivery->text);
	g_autofree char *answer = g_utf8_make_valid (said, -1); /* what it was taken from may have cut it within a character */
	enum rn_outbox_state state = ends[delivery->verdict];
	gboolean is_later = delivery->verdict == RN_VERDICT_LATER;
	rn_time not_before = 0;

	if (is_later && !put_off (db, id, delivery->code, now, &state, &not_before, error))
		return FALSE;
	/* a next server that wants it again says that what was seen of it does not count */
	return rn_db_run (db, error,
	                  "UPDATE outbox SET state = CASE WHEN ?1 = 4 AND seen > 0 THEN 2 ELSE ?1 END, lease = 0, settled = ?2, answer = ?3,"
	                  " not_before = CASE WHEN ?1 = 0 THEN ?4 ELSE not_before END, seen = CASE WHEN ?5 THEN 0 ELSE seen END"
	                  " WHERE id = ?6 AND state = 1",
	                  "xxsxxx", (gint64) state, now, answer, not_before, (gint64) is_later, id) &&
	       (!is_later || rn_outbox_unmail (db, id, error));
}

gboolean
rn_outbox_return (rn_db *db, gint64 id, GError **error)
{
	return rn_db_run (db, error, "UPDATE outbox SET state = 0, lease = 0, tries = tries - 1 WHERE id = ? AND state = 1", "x", id) &&
	       rn_outbox_unmail (db, id, error);
}

gboolean
rn_outbox_end_lease (rn_db *db, gint64 lease, GError **error)
{
	return rn_db_run (db, error, "DELETE FROM lease WHERE id = ?", "x", lease);
}

gboolean
rn_outbox_old_leases (rn_db *db, GArray **ids, GPtrArray **progress, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT id, progress FROM lease ORDER BY id", "");
	GError *failure = NULL;

	*ids = g_array_new (FALSE, FALSE, sizeof (gint64));
	*progress = g_ptr_array_new_with_free_func (g_free);
	while (rows != NULL && rn_rows_next (rows, &failure)) {
		gint64 id = rn_rows_number (rows, 0);
		g_array_append_val (*ids, id);
		g_ptr_array_add (*progress, g_strdup (rn_rows_text (rows, 1)));
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

GArray *
rn_outbox_leased_rows (rn_db *db, gint64 lease, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT id FROM outbox WHERE lease = ? AND state = 1 ORDER BY id", "x", lease);
	g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

	while (rows != NULL && rn_rows_next (rows, error)) {
		gint64 id = rn_rows_number (rows, 0);
		g_array_append_val (ids, id);
	}
	return rows != NULL ? g_steal_pointer (&ids) : NULL;
}

gboolean
rn_outbox_is_leased (rn_db *db, gint64 id, gint64 lease, gboolean *is_leased, GError **error)
{
	gint64 n = 0;
	gboolean done = rn_db_number (db, &n, 0, error, "SELECT 1 FROM outbox WHERE id = ? AND lease = ? AND state = 1", "xx", id, lease);
	*is_leased = n > 0;
	return done;
}

gboolean
rn_outbox_resend_uncertain (rn_db *db, rn_time before, int *n, GError **error)
{
	if (!rn_db_run (db, error, "UPDATE outbox SET state = 0, resent = 1 WHERE state = 4 AND halted = 0 AND settled < ? AND resent = 0", "x", before))
		return FALSE;
	*n = rn_db_changes (db);
	return TRUE;
}

gboolean
rn_outbox_halt (rn_db *db, gint64 id, enum rn_halt halt, GError **error)
{
	return rn_db_run (db, error, "UPDATE outbox SET halted = ? WHERE id = ?", "xx", (gint64) halt, id);
}

gboolean
rn_outbox_release (rn_db *db, gint64 id, const char *transport, rn_time not_before, GError **error)
{
	return rn_db_run (db, error, "UPDATE outbox SET halted = 0, transport = ?, not_before = ? WHERE id = ?", "sxx", transport, not_before,
	                  id);
}

GBytes *
rn_outbox_letter (rn_db *db, gint64 id, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT bytes FROM outbox LEFT JOIN letter ON mail = id WHERE id = ?", "x", id);

	if (rows != NULL && rn_rows_next (rows, error))
		return rn_rows_bytes (rows, 0);
	if (rows != NULL && (error == NULL || *error == NULL))
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "There is no mail %" G_GINT64_FORMAT " in the outbox.", id);
	return NULL;
}

gboolean
rn_outbox_set_letter (rn_db *db, gint64 id, GBytes *letter, GError **error)
{
	return rn_db_run (db, error, "UPDATE letter SET bytes = ?1 FROM outbox WHERE mail = ?2 AND id = ?2 AND tries = 0", "bx", letter,
	                  id);
}

gboolean
rn_outbox_confirm (rn_db *db, const char *message_id, rn_time now, GError **error)
{
	return rn_db_run (db, error,
	                  "UPDATE outbox SET seen = ?1, state = CASE state WHEN 1 THEN 1 ELSE 2 END,"
	                  " settled = CASE state WHEN 1 THEN settled ELSE ?1 END,"
	                  " answer = CASE state WHEN 1 THEN answer ELSE 'it was seen to have arrived' END"
	                  " WHERE message_id = ?2 AND (state IN (1, 4) OR (state = 0 AND resent = 1))",
	                  "xs", now, message_id);
}

gboolean
rn_outbox_next_due (rn_db *db, const char *transport, rn_time *due, GError **error)
{
	G_STATIC_ASSERT (RN_RANKS == 3);
	return rn_db_number (db, due, 0, error,
	                     "SELECT min((SELECT min(not_before) FROM outbox WHERE state = 0 AND halted = 0 AND transport = ?"
	                     " AND rank = ranks.column1)) FROM (VALUES (0), (1), (2)) ranks",
	                     "s", transport);
}

gboolean
rn_outbox_due (rn_db *db, const char *transport, rn_time now, guint most, gint64 *due, GError **error)
{
	return rn_db_number (db, due, 0, error,
	                     "SELECT count(*) FROM (SELECT 1 FROM outbox WHERE state = 0 AND halted = 0 AND transport = ?"
	                     " AND not_before <= ? LIMIT ?)",
	                     "sxx", transport, now, (gint64) most);
}

/* person, about and program of one row, if there is one. */
static gboolean
owner (rn_rows *rows, gboolean *found, gint64 *person, char **about, char **program, GError **error)
{
	GError *failure = NULL;

	*found = FALSE;
	if (rows == NULL)
		return FALSE;
	if (rn_rows_next (rows, &failure)) {
		*found = TRUE;
		*person = rn_rows_number (rows, 0);
		*about = g_strdup (rn_rows_text (rows, 1));
		*program = g_strdup (rn_rows_text (rows, 2));
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return failure == NULL;
}

gboolean
rn_outbox_by_message_id (rn_db *db, const char *message_id, gboolean *found, gint64 *person, char **about, char **program,
                         GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT person, about, program FROM outbox WHERE message_id = ?", "s",
	                                        message_id);
	return owner (rows, found, person, about, program, error);
}

GBytes *
rn_outbox_answer (rn_db *db, const char *message_id, gint64 person, const char *template, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT bytes FROM outbox JOIN letter ON mail = id"
	                                        " WHERE message_id = ? AND person = ? AND template = ? AND rank = 0",
	                                        "sxs", message_id, person, template);
	return rows != NULL && rn_rows_next (rows, error) ? rn_rows_bytes (rows, 0) : NULL;
}

gboolean
rn_outbox_answers_since (rn_db *db, gint64 person, rn_time since, gint64 *n, GError **error)
{
	return rn_db_number (db, n, 0, error, "SELECT count(*) FROM outbox WHERE person = ? AND written > ? AND rank = 0", "xx", person, since);
}

gboolean
rn_token_find (rn_db *db, const char *token, gboolean *found, gint64 *person, char **about, char **program, GError **error)
{
	/* up to the letter behind the @ */
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT person, about, program FROM outbox"
	                                        " WHERE message_id >= ?1 || '@' AND message_id < ?1 || 'A'",
	                                        "s", token);
	return owner (rows, found, person, about, program, error);
}

gboolean
rn_stationery_keep (rn_db *db, const char *hash, GVariant *source, GError **error)
{
	return rn_db_run (db, error, "INSERT OR IGNORE INTO stationery (hash, source) VALUES (?, ?)", "sv", hash, source);
}

GVariant *
rn_stationery_load (rn_db *db, const char *hash, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT source FROM stationery WHERE hash = ?", "s", hash);

	if (rows != NULL && rn_rows_next (rows, error))
		return rn_rows_variant (rows, 0, "(sssss)");
	if (rows != NULL && (error == NULL || *error == NULL))
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "There is no stationery %s.", hash);
	return NULL;
}

gboolean
rn_bucket_used (rn_db *db, const char *transport, const char *span, rn_time seconds, rn_time now, gint64 *used, GError **error)
{
	return rn_db_number (db, used, 0, error, "SELECT used FROM bucket WHERE transport = ? AND span = ? AND begun = ?", "ssx",
	                     transport, span, now - now % seconds);
}

gboolean
rn_bucket_add (rn_db *db, const char *transport, const char *span, rn_time seconds, rn_time now, gint64 n, GError **error)
{
	gint64 used = 0;

	return rn_bucket_used (db, transport, span, seconds, now, &used, error) &&
	       rn_db_run (db, error, "INSERT OR REPLACE INTO bucket (transport, span, begun, used) VALUES (?, ?, ?, ?)", "ssxx",
	                  transport, span, now - now % seconds, used + n);
}

/* As people see it. */
static const char *
shown_state (gint64 state, gint64 halted)
{
	return shown[state == RN_OUTBOX_QUEUED && halted > 0 ? RN_OUTBOX_STATES + halted - 1 : state];
}

static gboolean
is_shown_state (const char *state, GError **error)
{
	g_autofree char *hint = rn_did_you_mean (state, shown);

	if (g_strv_contains (shown, state))
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "A mail has no state “%s”%s.", state, hint);
	return FALSE;
}

GPtrArray *
rn_outbox_list (rn_db *db, const char *state, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT o.id, o.state, o.template, o.recipient, o.message_id, o.about, o.answer,"
	                                        " o.program, o.written, o.settled, coalesce(p.name, ''), o.halted, o.not_before FROM outbox o"
	                                        " LEFT JOIN person p ON p.id = o.person ORDER BY o.id",
	                                        "");
	g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

	if (state != NULL && !is_shown_state (state, error))
		return NULL;
	while (rows != NULL && rn_rows_next (rows, error)) {
		static const char *const texts[] = { "template", "to", "message_id", "about", "answer", "program" };
		const char *name = shown_state (rn_rows_number (rows, 1), rn_rows_number (rows, 11));
		if (state != NULL && !g_str_equal (state, name))
			continue;
		g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
		rn_rows_add_number (rows, 0, "id", &dict);
		g_variant_builder_add (&dict, "{sv}", "state", g_variant_new_string (name));
		rn_rows_add_text (rows, 10, "person", &dict);
		for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
			rn_rows_add_text (rows, i + 2, texts[i], &dict);
		rn_rows_add_time (rows, 8, "written", &dict);
		if (g_str_equal (name, shown[RN_OUTBOX_QUEUED]))
			rn_rows_add_time (rows, 12, "due", &dict);
		rn_rows_add_time (rows, 9, "settled", &dict);
		g_ptr_array_add (list, g_variant_ref_sink (g_variant_builder_end (&dict)));
	}
	return rows != NULL ? g_steal_pointer (&list) : NULL;
}

/* What became of the mails that a transport had in hand: by its server's answers, or, when its process
 * is gone, by its progress file. While that cannot be read, since an old process still has it, the lease
 * is held: its connection gets no other, and all else goes on. */
#include "engine_private.h"

#include "error.h"
#include "log.h"
#include "outbox.h"
#include "people.h"
#include "progress.h"

/* Whether the next server speaks of the recipient's address or mailbox (RFC 3463, 3.2 and 3.3), not of
 * the sender's, nor of this mail's size. */
static gboolean
is_of_recipient (const char *status)
{
	static const char *const others[] = { ".1.7", ".1.8", ".2.3", NULL };
	const char *subject = *status != '\0' ? status + 1 : "";

	return (g_str_has_prefix (subject, ".1.") || g_str_has_prefix (subject, ".2.")) && !g_strv_contains (others, subject);
}

/* There is no such mailbox, or it took nothing for as long as we tried: as good as a bounce. */
static gboolean
note_refusal (rn_engine *engine, gint64 row, const struct rn_delivery *delivery, GError **error)
{
	gint64 person = 0;

	if (delivery->verdict == RN_VERDICT_SENT || !is_of_recipient (delivery->status))
		return TRUE;
	g_autoptr (rn_rows) rows = rn_db_query (engine->db, error, "SELECT person, program FROM outbox WHERE id = ? AND state = 3", "x", row);
	if (rows == NULL || !rn_rows_next (rows, error) || (person = rn_rows_number (rows, 0)) == 0)
		return rows != NULL;
	g_autofree char *about = rn_ref (&rn_person_kind, person);
	g_autofree char *valid = g_utf8_make_valid (delivery->text, -1);
	return rn_event_add (engine->db, rn_engine_now (engine), rn_rows_text (rows, 1), "mail:refused", about,
	                     g_variant_new_parsed ("{'why': <%s>}", valid), NULL, error);
}

/* The server's words may name a person, and logs are kept; the list of mails tells them. */
static void
log_refusal (const rn_engine *engine, gint64 row, const struct rn_delivery *delivery)
{
	if (delivery->verdict == RN_VERDICT_REFUSED && !engine->order.simulated)
		rn_log (RN_SEVERITY_WARNING, "mail %" G_GINT64_FORMAT " is refused: %d %s; see “rotnem mails --state refused”", row, delivery->code,
		        delivery->status);
}

gboolean
rn_engine_settle (rn_engine *engine, gint64 row, const struct rn_delivery *delivery, rn_time at, GError **error)
{
	log_refusal (engine, row, delivery);
	return rn_outbox_settle (engine->db, row, delivery, at, error) && note_refusal (engine, row, delivery, error);
}

/* ---- By the progress file ---------------------------------------------------------------- */

/* The end of one row by its note; a row without one was not begun. */
static gboolean
settle_by_note (rn_engine *engine, gint64 row, const struct rn_progress_note *note, GError **error)
{
	static const struct rn_delivery cut = { .verdict = RN_VERDICT_UNCERTAIN, .text = "the connection ended before the answer" };

	if (note == NULL)
		return rn_outbox_return (engine->db, row, error);
	return rn_engine_settle (engine, row, note->state == RN_PROGRESS_SENT ? &note->delivery : &cut, rn_engine_now (engine), error);
}

static gboolean
settle_all (rn_engine *engine, const GArray *rows, GHashTable *notes, GError **error)
{
	static const struct rn_delivery forgotten = { .verdict = RN_VERDICT_UNCERTAIN, .text = "the computer went down meanwhile" };

	for (guint i = 0; i < rows->len; i++) {
		gint64 row = g_array_index (rows, gint64, i);
		gboolean fine = notes == NULL ? rn_engine_settle (engine, row, &forgotten, rn_engine_now (engine), error)
		                              : settle_by_note (engine, row, g_hash_table_lookup (notes, &row), error);
		if (!fine)
			return FALSE;
	}
	return TRUE;
}

/* Whether it could; *why tells what keeps the file from being read. */
static gboolean
settle_lease (rn_engine *engine, gint64 lease, const char *progress, gint64 end_us, GError **why, GError **error)
{
	g_autoptr (GArray) rows = rn_outbox_leased_rows (engine->db, lease, error);
	g_autoptr (GHashTable) notes = NULL;

	if (rows == NULL)
		return FALSE;
	if (rows->len > 0 && progress != NULL && (notes = rn_progress_read (progress, lease, end_us, why)) == NULL)
		return FALSE;
	return settle_all (engine, rows, notes, error) && rn_outbox_end_lease (engine->db, lease, error);
}

/* ---- Leases that are held ---------------------------------------------------------------- */

/* One that cannot be settled yet. */
struct held {
	gint64 lease;
	char *progress;
	rn_provider_client *provider; /* whose file it is; NULL: of a connection that is not configured any more */
};

static void
held_clear (gpointer data)
{
	g_free (((struct held *) data)->progress);
}

GArray *
rn_engine_held_new (void)
{
	GArray *held = g_array_new (FALSE, FALSE, sizeof (struct held));

	g_array_set_clear_func (held, held_clear);
	return held;
}

static void
hold (rn_engine *engine, gint64 lease, const char *progress, const char *why)
{
	struct held held = { lease, g_strdup (progress), rn_engine_progress_of (engine, progress) };

	g_array_append_val (engine->held, held);
	if (held.provider == NULL) {
		rn_log (RN_SEVERITY_WARNING, "%s", why);
		return;
	}
	held.provider->held++;
	rn_provider_trouble (held.provider, why);
}

gboolean
rn_engine_recover_lease (rn_engine *engine, gint64 lease, const char *progress, gint64 end_us, GError **error)
{
	g_autoptr (GError) why = NULL;
	gboolean fine = settle_lease (engine, lease, progress, end_us, &why, error);

	if (why != NULL)
		hold (engine, lease, progress, why->message);
	return fine || why != NULL;
}

static void
let_go (rn_engine *engine, guint place)
{
	rn_provider_client *provider = g_array_index (engine->held, struct held, place).provider;

	if (provider != NULL && --provider->held == 0)
		rn_provider_well (provider);
	g_array_remove_index (engine->held, place);
}

gboolean
rn_engine_try_held (rn_engine *engine, GError **error)
{
	for (guint i = engine->held->len; i > 0; i--) {
		const struct held *held = &g_array_index (engine->held, struct held, i - 1);
		g_autoptr (GError) why = NULL;
		if (settle_lease (engine, held->lease, held->progress, 0, &why, error))
			let_go (engine, i - 1);
		else if (why == NULL)
			return FALSE;
		else if (held->provider != NULL)
			rn_provider_trouble (held->provider, why->message); /* another lease may have gone well */
	}
	return TRUE;
}

/* ---- All that a process has -------------------------------------------------------------- */

gboolean
rn_engine_end_lease (rn_engine *engine, rn_provider_client *provider, GError **error)
{
	if (rn_provider_leases (provider) == 0)
		return TRUE;
	guint place = provider->done++ % RN_LEASES;
	return rn_engine_recover_lease (engine, provider->leases[place], provider->progress[place], 0, error);
}

gboolean
rn_engine_end_leases (rn_engine *engine, rn_provider_client *provider, GError **error)
{
	while (rn_provider_leases (provider) > 0)
		if (!rn_engine_end_lease (engine, provider, error))
			return FALSE;
	return TRUE;
}

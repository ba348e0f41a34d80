#include "engine_private.h"

#include "control.h"
#include "error.h"
#include "frames.h"
#include "inbox.h"
#include "log.h"
#include "notify.h"

#define RN_TURNS_PER_COMMIT 128      /* group commit: one fsync for so many turns */
#define RN_COMMIT_MS 20             /* that the first of them may wait for the others */
#define RN_LOOSE_CYCLES 2048          /* of a simulation, which is repeated and not recovered: in one commit */
#define RN_READER_LOW (RN_READ_AHEAD / 2) /* below this the backlog is fed on */

/* ---- Small things -------------------------------------------------------------------- */

rn_db *
rn_engine_db (rn_engine *engine)
{
	return engine->db;
}

rn_time
rn_engine_now (const rn_engine *engine)
{
	return rn_clock_now (&engine->clock);
}

struct rn_running_program *
rn_engine_program (rn_engine *engine, const char *name)
{
	for (guint i = 0; i < engine->programs->len; i++) {
		struct rn_running_program *running = g_ptr_array_index (engine->programs, i);
		if (g_str_equal (running->policy->program->name, name))
			return running;
	}
	return NULL;
}

void
rn_engine_fail (rn_engine *engine, GError *error)
{
	if (engine->failure == NULL)
		engine->failure = error;
	else
		g_error_free (error);
	engine->is_over = TRUE;
}

gboolean
rn_engine_transact (rn_engine *engine, GError **error)
{
	return rn_db_in_transaction (engine->db) || rn_db_begin (engine->db, error);
}

const rn_config *
rn_engine_config (rn_engine *engine)
{
	return engine->config;
}

gboolean
rn_engine_commit (rn_engine *engine, GError **error)
{
	return !rn_db_in_transaction (engine->db) || rn_db_commit (engine->db, error);
}

void
rn_engine_reread (rn_engine *engine, gint64 id, rn_time received, GBytes *raw)
{
	rn_reader_put (engine->reader, id, received, raw);
}

/* ---- The cycle -------------------------------------------------------------------------- */

/* One that the spool does not have any more, after a copy of half the state folder perhaps,
 * must not keep the others waiting. */
static gboolean
feed_one (rn_engine *engine, gint64 id, GError **error)
{
	g_autoptr (GError) failure = NULL;
	rn_time received = 0;
	g_autoptr (GBytes) raw = rn_inbox_raw (engine->db, id, &received, &failure);

	engine->fed = id;
	if (raw != NULL) {
		rn_reader_put (engine->reader, id, received, raw);
		return TRUE;
	}
	if (!g_error_matches (failure, RN_ERROR, RN_ERROR_DATA)) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	rn_log (RN_SEVERITY_ERROR, "mail %" G_GINT64_FORMAT " is lost: %s", id, failure->message);
	rn_reader_put_lost (engine->reader, id);
	return TRUE;
}

/* Mails that wait in the database go to the reader as it has room. */
static gboolean
feed_backlog (rn_engine *engine, GError **error)
{
	if (!engine->backlog || rn_reader_waiting (engine->reader) >= RN_READER_LOW ||
	    rn_reader_bytes (engine->reader) >= RN_READ_AHEAD_BYTES / 2)
		return TRUE;
	g_autoptr (GArray) ids = rn_inbox_new_ids (engine->db, engine->fed, RN_READER_LOW, error);
	if (ids == NULL)
		return FALSE;
	guint fed = 0;
	for (; fed < ids->len && rn_reader_bytes (engine->reader) < RN_READ_AHEAD_BYTES; fed++)
		if (!feed_one (engine, g_array_index (ids, gint64, fed), error))
			return FALSE;
	engine->backlog = fed < ids->len || ids->len == RN_READER_LOW;
	for (guint i = 0; i < engine->providers->len && !engine->backlog; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if (provider->child != NULL)
			rn_channel_hold (provider->child->channel, FALSE);
	}
	return TRUE;
}

/* A simulation's world lives by itself up to the next thing that the engine does, or to its end;
 * whatever it gets in the same go comes first. FALSE in *may: there is something to do now, or
 * nothing left to wait for. */
static gboolean
may_live (rn_engine *engine, const rn_provider_client *provider, rn_time *until, gboolean *may, GError **error)
{
	*may = FALSE;
	if (provider->listing || rn_reader_waiting (engine->reader) > 0)
		return TRUE;
	if (!rn_engine_next_due (engine, until, error))
		return FALSE;
	if (*until == 0 || *until > engine->order.end)
		*until = engine->order.end + 1;
	*may = *until > rn_engine_now (engine) && *until > provider->passed;
	return TRUE;
}

/* Asks a source for new mail unless it is looking already. */
static gboolean
poll_source (rn_engine *engine, rn_provider_client *provider, GError **error)
{
	guint32 validity;
	guint64 uid;
	rn_time at, until = 0, now = rn_engine_now (engine);
	gboolean may = TRUE, simulated = engine->order.simulated;

	if (provider->polling || (engine->order.once && provider->polled_once))
		return TRUE;
	if (simulated && !may_live (engine, provider, &until, &may, error))
		return FALSE;
	if (!may || !rn_provider_up (provider, simulated ? now : 0, engine->order.seed, engine->config->poll_seconds))
		return TRUE;
	if (!rn_inbox_cursor (engine->db, provider->config->title, &validity, &uid, &at, error))
		return FALSE;
	GByteArray *out = rn_channel_open (provider->child->channel, RN_FRAME_POLL);
	const gint64 numbers[] = { now, until, validity, (gint64) uid, at != 0 ? at : engine->config->since };
	for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
		rn_pack_number (out, numbers[i]);
	rn_channel_close (provider->child->channel);
	provider->polling = TRUE;
	return TRUE;
}

static gboolean
poll_sources (rn_engine *engine, GError **error)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		gboolean ready = (provider->provides & 1u << RN_SOURCE) != 0 && rn_provider_may (provider);
		if (ready && !poll_source (engine, provider, error))
			return FALSE;
	}
	return TRUE;
}

static void
push_all (rn_engine *engine)
{
	rn_reader_push (engine->reader);
	for (guint i = 0; i < engine->providers->len; i++)
		rn_provider_push (g_ptr_array_index (engine->providers, i));
}

/* Ends a cycle: what it did is on the disk, where that matters. */
static gboolean
keep_cycle (rn_engine *engine, GError **error)
{
	if (!engine->order.durable && ++engine->loose_cycles % RN_LOOSE_CYCLES != 0)
		return TRUE;
	if (!rn_db_commit (engine->db, error))
		return FALSE;
	gboolean sweep = engine->sweep, erase = engine->erase;
	engine->sweep = engine->erase = FALSE;
	if (sweep && !rn_inbox_sweep (engine->db, error))
		return FALSE;
	if (erase)
		rn_engine_erase (engine);
	return TRUE;
}

/* Whether the commit waits for company: mails that are being read now. */
static gboolean
waits_for_company (rn_engine *engine, int turns)
{
	gint64 now = g_get_monotonic_time ();

	engine->uncommitted += turns;
	if (engine->waiting_since_us == 0)
		engine->waiting_since_us = now;
	if (!engine->order.durable || rn_reader_unread (engine->reader) == 0 || engine->uncommitted >= RN_TURNS_PER_COMMIT ||
	    now - engine->waiting_since_us >= RN_COMMIT_MS * 1000)
		return FALSE;
	rn_reader_push (engine->reader);
	rn_engine_wake_in (engine, RN_COMMIT_MS);
	return TRUE;
}

/* Everything between two commits, unless more turns are to come before the next. Nothing
 * has left the engine before the commit is done: frames only wait in memory. */
static gboolean
do_cycle (rn_engine *engine, gboolean *more, gboolean *waits, GError **error)
{
	if (!rn_engine_transact (engine, error))
		return FALSE;
	int n = rn_engine_run_turns (engine, RN_TURNS_PER_COMMIT, error);
	if (n >= 0 && (*waits = waits_for_company (engine, n)))
		return TRUE;
	if (n < 0 || !rn_engine_watch (engine, error) || !feed_backlog (engine, error) ||
	    !rn_engine_resend_uncertain (engine, error) || !rn_engine_lease (engine, error) || !keep_cycle (engine, error))
		return FALSE;
	engine->uncommitted = 0;
	engine->waiting_since_us = 0;
	*more = n == RN_TURNS_PER_COMMIT;
	rn_engine_send_leases (engine);
	if (!rn_engine_mark (engine, error) || !poll_sources (engine, error))
		return FALSE;
	push_all (engine);
	return TRUE;
}

/* Behind a cycle that went well. */
static gboolean
go_on (rn_engine *engine, gboolean more, gboolean waits, GError **error)
{
	if (!more)
		return waits || rn_engine_rest (engine, error);
	rn_engine_wake (engine);
	return TRUE;
}

static void
run_cycle (rn_engine *engine)
{
	GError *error = NULL;
	gboolean more = FALSE, waits = FALSE;

	engine->is_awake = FALSE;
	if (engine->on_hold != NULL) {
		rn_engine_tell_manager (engine);
		rn_engine_stay_on_hold (engine);
		return;
	}
	if (do_cycle (engine, &more, &waits, &error) && go_on (engine, more, waits, &error))
		return;
	rn_db_rollback (engine->db);
	if (error != NULL)
		rn_engine_fail (engine, error);
}

void
rn_engine_wake (rn_engine *engine)
{
	engine->is_awake = TRUE;
}

/* ---- The run ------------------------------------------------------------------------------- */

static gboolean
on_signal (gpointer data)
{
	rn_engine *engine = data;
	engine->is_over = engine->told_to_end = TRUE;
	return G_SOURCE_CONTINUE;
}

gboolean
rn_engine_told_to_end (const rn_engine *engine)
{
	return engine->told_to_end;
}

/* A cycle runs when all that came is taken in. The few processes of a simulation mostly speak one
 * after the other, so there it is not looked again. */
static void
live (rn_engine *engine)
{
	rn_engine_wake (engine);
	while (!engine->is_over) {
		gboolean came = g_main_context_iteration (NULL, !engine->is_awake);
		if (engine->is_awake && !engine->is_over && (!came || engine->order.simulated))
			run_cycle (engine);
	}
}

/* What became of the mails that the transports had in hand: if the computer goes down next, the progress
 * files tell nothing any more. */
static gboolean
settle_leases (rn_engine *engine, GError **error)
{
	gint64 end = g_get_monotonic_time () + RN_FINISH_US;

	for (guint i = 0; i < engine->providers->len && !engine->order.simulated; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if (rn_provider_leases (provider) == 0)
			continue;
		rn_child_finish (g_steal_pointer (&provider->child), end);
		if (!rn_engine_transact (engine, error) || !rn_engine_end_leases (engine, provider, error))
			return FALSE;
	}
	return TRUE;
}

gboolean
rn_engine_run (rn_engine *engine, GError **error)
{
	engine->is_running = TRUE;
	rn_watch_end (engine->signals, on_signal, engine);
	if (!engine->order.simulated)
		engine->control = rn_control_listen (engine, error);
	gboolean runs = engine->order.simulated || engine->control != NULL;
	if (runs && !engine->order.simulated)
		rn_notify ("READY=1");
	if (runs)
		live (engine);
	if (engine->failure == NULL)
		rn_notify ("STOPPING=1");
	g_clear_pointer (&engine->control, rn_control_free);
	engine->is_running = FALSE;
	/* all at once, and while what came of it is counted */
	for (guint i = 0; i < engine->providers->len; i++)
		rn_child_end (((rn_provider_client *) g_ptr_array_index (engine->providers, i))->child);
	if (runs && engine->failure == NULL && rn_engine_commit (engine, error) && settle_leases (engine, error) &&
	    rn_engine_commit (engine, error))
		return TRUE;
	rn_db_rollback (engine->db);
	if (engine->failure != NULL)
		g_propagate_error (error, g_steal_pointer (&engine->failure));
	return FALSE;
}

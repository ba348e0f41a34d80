#include "engine_private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <sodium.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "control.h"
#include "due.h"
#include "error.h"
#include "frames.h"
#include "inbox.h"
#include "key.h"
#include "log.h"
#include "outbox.h"

#define RN_TURNS_PER_COMMIT 64      /* group commit: one fsync for so many turns */
#define RN_LOOSE_CYCLES 256         /* of a simulation, which is repeated and not recovered: in one commit */
#define RN_READER_LOW 256           /* below this the backlog is fed on */
#define RN_LOCK_WAIT_US (2 * G_USEC_PER_SEC) /* a command that found no engine holds the lock for moments */
#define RN_LOCK_STEP_US 20000

/* ---- Small things -------------------------------------------------------------------- */

rn_db *
rn_engine_db (rn_engine *engine)
{
	return engine->db;
}

rn_time
rn_engine_now (rn_engine *engine)
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
	if (engine->loop != NULL)
		g_main_loop_quit (engine->loop);
}

gboolean
rn_engine_transact (rn_engine *engine)
{
	GError *error = NULL;

	if (rn_db_in_transaction (engine->db) || rn_db_begin (engine->db, &error))
		return TRUE;
	rn_engine_fail (engine, error);
	return FALSE;
}

const rn_config *
rn_engine_config (rn_engine *engine)
{
	return engine->config;
}

gboolean
rn_engine_commit (rn_engine *engine)
{
	GError *error = NULL;

	if (!rn_db_in_transaction (engine->db) || rn_db_commit (engine->db, &error))
		return TRUE;
	rn_engine_fail (engine, error);
	return FALSE;
}

gboolean
rn_engine_reread (rn_engine *engine, gint64 id, GError **error)
{
	rn_time received = 0;
	g_autoptr (GBytes) raw = rn_inbox_raw (engine->db, id, &received, error);

	if (raw != NULL)
		rn_reader_put (engine->reader, id, received, raw);
	return raw != NULL;
}

/* ---- The cycle -------------------------------------------------------------------------- */

/* Mails that wait in the database go to the reader as it has room. */
static gboolean
feed_backlog (rn_engine *engine, GError **error)
{
	if (!engine->backlog || rn_reader_waiting (engine->reader) >= RN_READER_LOW)
		return TRUE;
	g_autoptr (GArray) ids = rn_inbox_new_ids (engine->db, engine->fed, RN_READER_LOW, error);
	if (ids == NULL)
		return FALSE;
	for (guint i = 0; i < ids->len; i++) {
		rn_time received = 0;
		gint64 id = g_array_index (ids, gint64, i);
		g_autoptr (GBytes) raw = rn_inbox_raw (engine->db, id, &received, error);
		if (raw == NULL)
			return FALSE;
		rn_reader_put (engine->reader, id, received, raw);
		engine->fed = id;
	}
	engine->backlog = ids->len == RN_READER_LOW;
	for (guint i = 0; i < engine->providers->len && !engine->backlog; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if (provider->child != NULL)
			rn_channel_hold (provider->child->channel, FALSE);
	}
	return TRUE;
}

/* Asks a source for new mail unless it is looking already. */
static gboolean
poll_source (rn_engine *engine, rn_provider_client *provider, GError **error)
{
	guint32 validity;
	guint64 uid;
	rn_time at, now = rn_engine_now (engine);
	gboolean simulated = engine->order.simulated;

	if (provider->polling || (engine->order.once && provider->polled_once))
		return TRUE;
	if (simulated && provider->polled_once && (provider->next == 0 || provider->next > now))
		return TRUE;
	if (!rn_provider_up (provider, simulated ? now : 0, engine->order.seed, engine->config->poll_seconds))
		return TRUE;
	if (!rn_inbox_cursor (engine->db, provider->config->title, &validity, &uid, &at, error))
		return FALSE;
	rn_provider_put (provider, RN_FRAME_POLL, g_variant_new ("(xutx)", now, validity, uid, at != 0 ? at : engine->config->since));
	provider->polling = TRUE;
	return TRUE;
}

static gboolean
poll_sources (rn_engine *engine, GError **error)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		gboolean ready = (provider->provides & 1u << RN_SOURCE) != 0 && rn_provider_may (provider) && engine->lists_pending == 0;
		if (ready && !poll_source (engine, provider, error))
			return FALSE;
	}
	return TRUE;
}

static void
push_all (rn_engine *engine)
{
	rn_engine_send_leases (engine);
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
	return rn_db_commit (engine->db, error);
}

/* Everything between two commits. Nothing has left the engine before the commit is
 * done: frames only wait in memory. */
static gboolean
do_cycle (rn_engine *engine, gboolean *more, GError **error)
{
	if (!rn_engine_transact (engine))
		return FALSE;
	int n = rn_engine_run_turns (engine, RN_TURNS_PER_COMMIT, error);
	if (n < 0 || !feed_backlog (engine, error) || !rn_engine_lease (engine, error) || !poll_sources (engine, error) ||
	    !rn_engine_mark (engine, error) || !keep_cycle (engine, error))
		return FALSE;
	*more = n == RN_TURNS_PER_COMMIT;
	push_all (engine);
	return TRUE;
}

/* ---- When nothing is to be done --------------------------------------------------------- */

static gboolean
is_quiet (rn_engine *engine)
{
	if (rn_reader_waiting (engine->reader) > 0 || engine->backlog)
		return FALSE;
	for (guint i = 0; i < engine->providers->len; i++)
		if (rn_provider_is_busy (g_ptr_array_index (engine->providers, i)))
			return FALSE;
	return TRUE;
}

static rn_time
sooner (rn_time a, rn_time b)
{
	return a == 0 || (b != 0 && b < a) ? b : a;
}

/* The next instant at which something is due; 0: never. */
static gboolean
next_due (rn_engine *engine, rn_time *next, GError **error)
{
	rn_time due = 0;

	*next = 0;
	if (!rn_event_next_due (engine->db, &due, error))
		return FALSE;
	*next = due;
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		due = 0;
		gboolean sends = (provider->provides & 1u << RN_TRANSPORT) != 0 && rn_engine_may_send (engine);
		if (sends && !rn_outbox_next_due (engine->db, provider->config->title, &due, error))
			return FALSE;
		*next = sooner (*next, due);
		if (engine->order.simulated)
			*next = sooner (*next, provider->next);
	}
	return TRUE;
}

static void
report_progress (rn_engine *engine)
{
	rn_time day = rn_engine_now (engine) / RN_DAY;
	if (engine->order.progress != NULL && day != engine->progress_day)
		engine->order.progress (rn_engine_now (engine), engine->order.progress_data);
	engine->progress_day = day;
}

/* A simulation's clock jumps when everybody waits. FALSE at its end. */
static gboolean
jump (rn_engine *engine, GError **error)
{
	rn_time next = 0;

	if (!next_due (engine, &next, error))
		return FALSE;
	if (next == 0 || next > engine->order.end) {
		rn_clock_jump (&engine->clock, engine->order.end);
		g_main_loop_quit (engine->loop);
		return TRUE;
	}
	rn_clock_jump (&engine->clock, next);
	report_progress (engine);
	rn_engine_wake (engine);
	return TRUE;
}

static gboolean
on_timer (gpointer data)
{
	rn_engine *engine = data;
	engine->timer = 0;
	rn_engine_wake (engine);
	return G_SOURCE_REMOVE;
}

#define RN_TICK_MS 1000 /* back-offs of children are looked at so often */

/* With `once`: every source was looked at, and all that follows is done. Mail that is due
 * while everybody is at rest cannot leave now: its server is away, or its rate is used up. */
static gboolean
once_is_over (rn_engine *engine)
{
	rn_time next = 0;

	if (engine->order.once && is_quiet (engine) && engine->lists_pending > 0)
		return TRUE; /* the people could not be read: there is nothing to do */
	if (!engine->order.once || !is_quiet (engine) || !rn_event_next_due (engine->db, &next, NULL) ||
	    (next != 0 && next <= rn_engine_now (engine)))
		return FALSE;
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if ((provider->provides & 1u << RN_SOURCE) != 0 && !provider->polled_once && provider->trouble == NULL)
			return FALSE;
	}
	return TRUE;
}

/* cron should notice what a service would try again by itself. */
static void
tell_trouble (rn_engine *engine)
{
	for (guint i = 0; i < engine->providers->len && engine->failure == NULL; i++) {
		const rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if (provider->trouble != NULL)
			engine->failure = g_error_new (RN_ERROR, RN_ERROR_RETRY, "%s “%s”: %s", provider->config->provider,
			                               provider->config->title, provider->trouble);
	}
}

static gboolean
rest (rn_engine *engine, GError **error)
{
	rn_time next = 0;

	if (engine->order.simulated)
		return !is_quiet (engine) || jump (engine, error);
	if (!next_due (engine, &next, error))
		return FALSE;
	if (once_is_over (engine)) {
		tell_trouble (engine);
		g_main_loop_quit (engine->loop);
		return TRUE;
	}
	/* what is due already and does not move waits for a child, a back-off or a rate */
	rn_time away = next - rn_engine_now (engine);
	gint64 wait = next != 0 && away > 0 ? MIN (away * 1000, RN_TICK_MS) : RN_TICK_MS;
	if (engine->timer == 0)
		engine->timer = g_timeout_add ((guint) wait, on_timer, engine);
	return TRUE;
}

static gboolean
on_cycle (gpointer data)
{
	rn_engine *engine = data;
	GError *error = NULL;
	gboolean more = FALSE;

	engine->cycle = 0;
	if (engine->failure != NULL)
		return G_SOURCE_REMOVE;
	if (!do_cycle (engine, &more, &error) || !(more ? (rn_engine_wake (engine), TRUE) : rest (engine, &error))) {
		rn_db_rollback (engine->db);
		if (error != NULL)
			rn_engine_fail (engine, error);
	}
	return G_SOURCE_REMOVE;
}

/* Behind the sockets of the children: a cycle runs when all that came is taken in. */
void
rn_engine_wake (rn_engine *engine)
{
	if (engine->cycle == 0)
		engine->cycle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_cycle, engine, NULL);
}

static void
on_children_ready (gpointer data)
{
	rn_engine_wake (data);
}

/* ---- Beginning and end --------------------------------------------------------------------- */

static gboolean
take_lock (rn_engine *engine, GError **error)
{
	g_autofree char *path = g_build_filename (engine->config->state_dir, "lock", NULL);

	if (!engine->order.simulated)
		umask (0077); /* what the engine knows is for its own user, whatever the folder allows */
	if (g_mkdir_with_parents (engine->config->state_dir, 0700) != 0 ||
	    (engine->lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) < 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: %s.", path, g_strerror (errno));
		return FALSE;
	}
	for (gint64 end = g_get_monotonic_time () + RN_LOCK_WAIT_US; g_get_monotonic_time () < end; g_usleep (RN_LOCK_STEP_US))
		if (flock (engine->lock, LOCK_EX | LOCK_NB) == 0)
			return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "Another engine is running on %s.", engine->config->state_dir);
	return FALSE;
}

static gboolean
open_store (rn_engine *engine, GError **error)
{
	g_autofree char *path = g_build_filename (engine->config->state_dir, "rotnem.db", NULL);
	g_autofree char *key = g_build_filename (engine->config->state_dir, "key", NULL);

	engine->db = rn_db_open (path, engine->order.durable, error);
	if (engine->db == NULL)
		return FALSE;
	if (engine->order.simulated) {
		rn_key_of_seed (engine->order.seed, engine->site.key);
		return TRUE;
	}
	return rn_key_load (key, engine->site.key, error);
}

static void
running_free (gpointer data)
{
	struct rn_running_program *running = data;
	rn_policy_free (running->policy);
	g_free (running);
}

static gboolean
start_programs (rn_engine *engine, GError **error)
{
	for (guint i = 0; i < engine->config->programs->len; i++) {
		struct rn_running_program *running = g_new0 (struct rn_running_program, 1);
		g_ptr_array_add (engine->programs, running);
		running->policy = rn_policy_new (g_ptr_array_index (engine->config->programs, i), engine->config->scripts_dir, error);
		if (running->policy == NULL)
			return FALSE;
		g_ptr_array_add (engine->site.program_names, g_strdup (running->policy->program->name));
	}
	return TRUE;
}

/* Blocks of one title whose providers belong together share one process. */
static rn_provider_client *
companion (rn_engine *engine, const rn_provider_config *config)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if (config->together && provider->config->together && g_str_equal (provider->config->title, config->title))
			return provider;
	}
	return NULL;
}

static void
make_providers (rn_engine *engine)
{
	for (guint i = 0; i < engine->config->providers->len; i++) {
		const rn_provider_config *config = g_ptr_array_index (engine->config->providers, i);
		rn_provider_client *provider = companion (engine, config);
		if (provider != NULL)
			rn_provider_client_add (provider, config);
		else
			g_ptr_array_add (engine->providers, rn_provider_client_new (config, rn_engine_take_frame, on_children_ready, engine));
		engine->lists_pending += config->provides == RN_DIRECTORY;
	}
}

/* Leases of an engine that died: their transports are gone with it. */
static gboolean
recover (rn_engine *engine, GError **error)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		g_autoptr (GArray) ids = NULL;
		g_autoptr (GPtrArray) files = NULL;
		if (!rn_outbox_old_leases (engine->db, provider->config->title, &ids, &files, error))
			return FALSE;
		for (guint j = 0; j < ids->len; j++)
			if (!rn_engine_recover_lease (engine, provider->config->title, g_array_index (ids, gint64, j),
			                              g_ptr_array_index (files, j), error))
				return FALSE;
	}
	return TRUE;
}

/* Which mailboxes were looked at by an earlier run. */
static gboolean
recall_looks (rn_engine *engine, GError **error)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		guint32 validity;
		guint64 uid;
		rn_time at;
		if (!rn_inbox_cursor (engine->db, provider->config->title, &validity, &uid, &at, error))
			return FALSE;
		/* the simulated company answers nobody before it is looked at */
		provider->looked = validity != 0 || uid != 0 || engine->order.simulated;
	}
	return TRUE;
}

static gboolean
schedule_chores (rn_engine *engine, GError **error)
{
	static const char *const daily[] = { "directory", "retention", "uncertain" };
	rn_time now = rn_engine_now (engine);

	for (gsize i = 0; i < G_N_ELEMENTS (daily); i++)
		if (!(engine->order.simulated && i > 0) && !rn_event_add (engine->db, now, "", daily[i], "", NULL, daily[i], error))
			return FALSE;
	return TRUE;
}

static gboolean
schedule_program (rn_turn *turn, gpointer data, GError **error)
{
	return rn_program_schedule (turn, data, error);
}

static gboolean
begin (rn_engine *engine, GError **error)
{
	if (!rn_db_begin (engine->db, error) || !recover (engine, error) || !recall_looks (engine, error) || !schedule_chores (engine, error))
		return FALSE;
	for (guint i = 0; i < engine->programs->len; i++) {
		struct rn_running_program *running = g_ptr_array_index (engine->programs, i);
		if (!rn_engine_command (engine, running->policy->program->name, "load", schedule_program, running->policy->periods, error))
			return FALSE;
	}
	engine->backlog = TRUE; /* whatever waits in the inbox */
	return rn_db_commit (engine->db, error);
}

static void
lease_clear (gpointer data)
{
	struct rn_lease_to_send *lease = data;
	g_clear_pointer (&lease->stationery, g_variant_unref);
	g_clear_pointer (&lease->frame, g_variant_unref);
}

rn_engine *
rn_engine_new (const struct rn_engine_order *order, GError **error)
{
	g_autoptr (rn_engine) engine = g_new0 (rn_engine, 1);

	if (sodium_init () < 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_BUG, "libsodium does not work here.");
		return NULL;
	}
	engine->order = *order;
	engine->config = order->config;
	engine->lock = -1;
	engine->clock = (struct rn_clock) { order->simulated, order->begin, order->offset };
	engine->site.redirect_all_to = order->config->redirect_all_to;
	engine->site.token_in_message_id = g_str_equal (order->config->token_in, "message-id");
	engine->site.library = rn_library_new (order->config->templates_dir);
	engine->site.program_names = g_ptr_array_new_with_free_func (g_free);
	engine->programs = g_ptr_array_new_with_free_func (running_free);
	engine->providers = g_ptr_array_new_with_free_func ((GDestroyNotify) rn_provider_client_free);
	engine->leases = g_array_new (FALSE, FALSE, sizeof (struct rn_lease_to_send));
	engine->reader = rn_reader_new (order->config->authserv_id, on_children_ready, engine);
	if (engine->config->programs->len == 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: there is no program block.", engine->config->path);
		return NULL;
	}
	if (!take_lock (engine, error) || !open_store (engine, error) || !start_programs (engine, error))
		return NULL;
	make_providers (engine);
	if (engine->lists_pending > 1) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: there is more than one directory; each would make the people of the other leave.",
		             engine->config->path);
		return NULL;
	}
	return begin (engine, error) ? g_steal_pointer (&engine) : NULL;
}

static gboolean
on_signal (gpointer data)
{
	rn_engine *engine = data;
	g_main_loop_quit (engine->loop);
	return G_SOURCE_CONTINUE;
}

gboolean
rn_engine_run (rn_engine *engine, GError **error)
{
	engine->loop = g_main_loop_new (NULL, FALSE);
	engine->signals[0] = g_unix_signal_add (SIGTERM, on_signal, engine);
	engine->signals[1] = g_unix_signal_add (SIGINT, on_signal, engine);
	if (!engine->order.simulated)
		engine->control = rn_control_listen (engine, error);
	if (engine->order.simulated || engine->control != NULL) {
		rn_engine_wake (engine);
		g_main_loop_run (engine->loop);
	}
	g_clear_pointer (&engine->control, rn_control_free);
	for (gsize i = 0; i < G_N_ELEMENTS (engine->signals); i++)
		g_source_remove (engine->signals[i]);
	g_clear_pointer (&engine->loop, g_main_loop_unref);
	if (engine->failure == NULL && (error == NULL || *error == NULL))
		rn_engine_commit (engine);
	if (engine->failure == NULL)
		return error == NULL || *error == NULL;
	rn_db_rollback (engine->db);
	g_propagate_error (error, g_steal_pointer (&engine->failure));
	return FALSE;
}

#define RN_FINISH_SECONDS 10 /* a transport may finish the mail it is sending */

void
rn_engine_free (rn_engine *engine)
{
	if (engine == NULL)
		return;
	if (engine->cycle != 0)
		g_source_remove (engine->cycle);
	if (engine->timer != 0)
		g_source_remove (engine->timer);
	if (engine->db != NULL)
		rn_db_rollback (engine->db);
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		rn_child_finish (g_steal_pointer (&provider->child), RN_FINISH_SECONDS);
	}
	for (guint i = 0; i < engine->leases->len; i++)
		lease_clear (&g_array_index (engine->leases, struct rn_lease_to_send, i));
	g_array_unref (engine->leases);
	rn_reader_free (engine->reader);
	g_ptr_array_unref (engine->providers);
	g_ptr_array_unref (engine->programs);
	g_ptr_array_unref (engine->site.program_names);
	rn_library_free (engine->site.library);
	rn_db_close (engine->db);
	if (engine->lock >= 0)
		close (engine->lock);
	g_clear_error (&engine->failure);
	g_free (engine);
}

/* ---- Status ------------------------------------------------------------------------------------ */

static void
add_child (GVariantBuilder *list, const char *role, const char *title, GPid pid, const char *trouble)
{
	g_variant_builder_open (list, G_VARIANT_TYPE_VARDICT);
	g_variant_builder_add (list, "{sv}", "role", g_variant_new_string (role));
	g_variant_builder_add (list, "{sv}", "title", g_variant_new_string (title));
	g_variant_builder_add (list, "{sv}", "pid", g_variant_new_int64 (pid));
	g_variant_builder_add (list, "{sv}", "trouble", g_variant_new_string (trouble != NULL ? trouble : ""));
	g_variant_builder_close (list);
}

void
rn_engine_status (rn_engine *engine, GVariantBuilder *status)
{
	g_auto (GVariantBuilder) children = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

	g_variant_builder_add (status, "{sv}", "running", g_variant_new_boolean (engine->loop != NULL));
	if (engine->loop == NULL)
		return;
	add_child (&children, "reader", "reader", rn_reader_pid (engine->reader), NULL);
	for (guint i = 0; i < engine->programs->len; i++) {
		struct rn_running_program *running = g_ptr_array_index (engine->programs, i);
		add_child (&children, "policy", running->policy->program->name,
		           running->policy->child != NULL ? running->policy->child->pid : 0,
		           running->paused_until > rn_engine_now (engine) ? "paused after failures" : NULL);
	}
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		g_autofree char *title = g_strdup_printf ("%s %s", provider->config->provider, provider->config->title);
		add_child (&children, "host", title, provider->child != NULL ? provider->child->pid : 0, provider->trouble);
	}
	g_variant_builder_add (status, "{sv}", "pid", g_variant_new_int64 (getpid ()));
	g_variant_builder_add (status, "{sv}", "turns", g_variant_new_int64 ((gint64) engine->turns));
	g_variant_builder_add (status, "{sv}", "children", g_variant_builder_end (&children));
}

/* How the engine begins and ends: the store, the programs, the children, what an earlier
 * run left behind; and what `status` tells of them. */
#include "engine_private.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "almanac.h"
#include "due.h"
#include "error.h"
#include "inbox.h"
#include "journal.h"
#include "key.h"
#include "log.h"
#include "outbox.h"
#include "owner.h"
#include "progress.h"

#define RN_LOCK_WAIT_US (2 * G_USEC_PER_SEC) /* a command that found no engine holds the lock for moments */
#define RN_LOCK_STEP_US 20000

static void
on_children_ready (gpointer data)
{
	rn_engine *engine = data;

	rn_reader_push (engine->reader); /* what came is read while the cycle goes on */
	rn_engine_wake (engine);
}

/* Whether there is a file that no engine makes before its database is on the disk. */
static gboolean
has_remains (const char *state_dir)
{
	g_autoptr (GDir) dir = g_dir_open (state_dir, 0, NULL);
	gboolean has = FALSE;

	for (const char *name; !has && dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
		has = g_str_has_prefix (name, "progress") || g_str_has_prefix (name, "rotnem.db-mail-");
	return has;
}

/* Beginning anew would mail everybody once more, and erase the mails that no row names. */
static gboolean
refuse_remains (const rn_engine *engine, const char *path, GError **error)
{
	if (engine->order.simulated || !has_remains (engine->config->state_dir))
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
	             "%s: the database is missing or empty, but other files of it are there: bring it back from the backup, or empty "
	             "the folder to begin anew.",
	             path);
	return FALSE;
}

/* An empty database is none yet. */
static gboolean
is_new (const char *path)
{
	struct stat status;

	return stat (path, &status) != 0 ? errno == ENOENT : status.st_size == 0;
}

/* A command leaves it to the engine's own user to make the state folder and what is in it. */
static gboolean
has_run (rn_engine *engine, GError **error)
{
	g_autofree char *path = g_build_filename (engine->config->state_dir, "rotnem.db", NULL);

	if (!engine->order.command || engine->order.begins || !is_new (path))
		return TRUE;
	if (refuse_remains (engine, path, error))
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "Rotnem has not run here yet: there is no %s.", path);
	return FALSE;
}

/* What is made in the state folder is for its owner, whoever starts the engine. Root who only looks stays who he is,
 * and may go on to read what only he can: he makes no more than a lock, and what SQLite gives to whom the database
 * belongs. */
static gboolean
become_owner (const rn_engine *engine, GError **error)
{
	g_autofree char *who = NULL;

	if (engine->order.simulated || (engine->order.command && !engine->order.begins))
		return TRUE;
	if (!rn_become_owner (engine->config->state_dir, &who, error))
		return FALSE;
	if (who != NULL)
		rn_log (RN_SEVERITY_INFO, "root goes on as %s, to whom %s belongs", who, engine->config->state_dir);
	return TRUE;
}

/* What passes, or what an admin sets right elsewhere, is worth another try; the rest is a slip of the configuration. */
static gboolean
refuse_path (const char *path, GError **error)
{
	static const int passing[] = { ENOSPC, EDQUOT, EIO, EMFILE, ENFILE, ENOMEM };
	int why = errno;
	enum rn_error code = RN_ERROR_CONFIG;

	for (gsize i = 0; i < G_N_ELEMENTS (passing); i++)
		if (passing[i] == why)
			code = RN_ERROR_RETRY;
	g_set_error (error, RN_ERROR, code, "%s: %s.", path, g_strerror (why));
	return FALSE;
}

static gboolean
take_lock (rn_engine *engine, GError **error)
{
	g_autofree char *path = g_build_filename (engine->config->state_dir, "lock", NULL);

	if (!engine->order.simulated)
		umask (0077); /* what the engine knows is for its own user, whatever the folder allows */
	if (g_mkdir_with_parents (engine->config->state_dir, 0700) != 0 || access (engine->config->state_dir, R_OK | W_OK | X_OK) != 0)
		return refuse_path (engine->config->state_dir, error);
	if ((engine->lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) < 0)
		return refuse_path (path, error);
	rn_give_to_owner (engine->lock, engine->config->state_dir);
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

	gboolean begins = is_new (path);

	if (begins && !refuse_remains (engine, path, error))
		return FALSE;
	if (!(engine->order.simulated ? rn_key_of_seed (key, engine->order.seed, engine->site.key, error)
	                              : rn_key_load (key, begins, engine->site.key, error)))
		return FALSE;
	engine->db = rn_db_open (path, engine->order.durable, error);
	return engine->db != NULL && rn_engine_look_at_hold (engine, error);
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
	}
	return TRUE;
}

static gboolean
await_programs (rn_engine *engine, GError **error)
{
	for (guint i = 0; i < engine->programs->len; i++) {
		rn_policy *policy = ((struct rn_running_program *) g_ptr_array_index (engine->programs, i))->policy;
		if (!rn_policy_loaded (policy, error))
			return FALSE;
		g_ptr_array_add (engine->site.program_names, g_strdup (policy->program->name));
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

#define RN_MAX_CONNECTIONS 32 /* of one transport: no relay wants more from one computer */

/* A process of its own for each connection of a transport. */
static void
make_clients (rn_engine *engine, const rn_provider_config *config)
{
	const char *setting = g_hash_table_lookup (config->values, "connections");
	guint n = setting != NULL ? (guint) CLAMP (g_ascii_strtoll (setting, NULL, 10), 1, RN_MAX_CONNECTIONS) : 1;

	for (guint nth = 0; nth < n; nth++) {
		rn_provider_client *provider = rn_provider_client_new (config, rn_engine_take_frame, on_children_ready, engine);
		provider->nth = nth;
		g_ptr_array_add (engine->providers, provider);
	}
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
			make_clients (engine, config);
		engine->lists_pending += config->provides == RN_DIRECTORY;
		engine->site.n_calendars += config->provides == RN_CALENDAR;
	}
}

/* Whether it is asked something at once: a transport when there is mail for this connection of it. */
static gboolean
is_wanted (rn_engine *engine, const rn_provider_client *provider, gboolean *wanted, GError **error)
{
	guint before = provider->nth * RN_LEASED_ROWS / RN_LEASES; /* leased by the connections before it */
	gint64 due = 0;

	*wanted = (provider->provides & (1u << RN_SOURCE | 1u << RN_DIRECTORY)) != 0;
	if (*wanted || (provider->provides & 1u << RN_TRANSPORT) == 0)
		return TRUE;
	if (!rn_outbox_due (engine->db, provider->config->title, rn_engine_now (engine), before + 1, &due, error))
		return FALSE;
	*wanted = due > before;
	return TRUE;
}

/* Processes take their time to come up: while the policies load, and while mailboxes are looked at,
 * so do the transports and the reader. */
static gboolean
start_hosts (rn_engine *engine, GError **error)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		gboolean wanted = FALSE;
		if (!is_wanted (engine, provider, &wanted, error))
			return FALSE;
		if (wanted)
			rn_provider_up (provider, 0, 0, engine->config->poll_seconds);
	}
	rn_reader_start (engine->reader);
	return TRUE;
}

/* Progress files are not synced: they tell nothing of the time before the computer went
 * down. TRUE in *same when it did not since the last run. */
static gboolean
note_boot (rn_engine *engine, gboolean *same, GError **error)
{
	g_autofree char *now = NULL;
	GError *failure = NULL;
	g_autofree char *before = rn_meta_get (engine->db, "boot", &failure);

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &now, NULL, NULL))
		now = g_strdup ("unknown");
	*same = g_strcmp0 (before, g_strchomp (now)) == 0;
	return *same || rn_meta_set (engine->db, "boot", now, error);
}

/* Leases of an engine that died: their transports are gone with it. */
static gboolean
recover (rn_engine *engine, GError **error)
{
	gboolean same_boot = TRUE;

	if (!engine->order.simulated && !note_boot (engine, &same_boot, error))
		return FALSE;
	g_autoptr (GArray) ids = NULL;
	g_autoptr (GPtrArray) files = NULL;
	if (!rn_outbox_old_leases (engine->db, &ids, &files, error))
		return FALSE;
	gint64 end = g_get_monotonic_time () + RN_LET_GO_US; /* for all of them */
	for (guint i = 0; i < ids->len; i++) {
		/* the folder may have been moved since */
		g_autofree char *name = g_path_get_basename (g_ptr_array_index (files, i));
		g_autofree char *path = g_build_filename (engine->config->state_dir, name, NULL);
		if (!rn_engine_recover_lease (engine, g_array_index (ids, gint64, i), same_boot ? path : NULL, end, error))
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
	static const char *const daily[] = { "directory", "retention", "holidays" };
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
	/* a look at a stopped site must not start its programs by the looker's clock */
	if (engine->order.command)
		return TRUE;
	/* what an engine that died received and did not commit comes again */
	if (!engine->order.simulated && !rn_inbox_sweep (engine->db, error))
		return FALSE;
	if (!rn_db_begin (engine->db, error) || !rn_engine_begin_hold (engine, error) || !recover (engine, error) || !rn_engine_reroute (engine, error) ||
	    !rn_engine_rename_sources (engine, error) || !recall_looks (engine, error) || !schedule_chores (engine, error))
		return FALSE;
	for (guint i = 0; i < engine->programs->len; i++) {
		struct rn_running_program *running = g_ptr_array_index (engine->programs, i);
		if (!rn_engine_command (engine, running->policy->program->name, "load", schedule_program, running->policy->periods, error))
			return FALSE;
	}
	engine->backlog = TRUE; /* whatever waits in the inbox */
	return rn_db_commit (engine->db, error);
}

gboolean
rn_engine_load_holidays (rn_engine *engine, GError **error)
{
	g_autoptr (rn_almanac) almanac = rn_almanac_new ();

	for (guint i = 0; i < engine->config->places->len; i++) {
		const rn_place_config *place = g_ptr_array_index (engine->config->places, i);
		if (*place->holidays != '\0' && !rn_almanac_load (almanac, place->name, place->holidays, error)) {
			g_prefix_error (error, "%s: ", place->place);
			return FALSE;
		}
	}
	rn_almanac_free (engine->site.almanac);
	engine->site.almanac = g_steal_pointer (&almanac);
	return TRUE;
}

static void
lease_clear (gpointer data)
{
	struct rn_lease_to_send *lease = data;
	g_clear_pointer (&lease->stationery, g_ptr_array_unref);
	g_clear_pointer (&lease->record, g_byte_array_unref);
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
	engine->began = rn_engine_now (engine);
	engine->site.redirect_all_to = order->config->redirect_all_to;
	engine->site.token_in_message_id = g_str_equal (order->config->token_in, "message-id");
	engine->site.library = rn_library_new (order->config->templates_dir);
	engine->site.program_names = g_ptr_array_new_with_free_func (g_free);
	engine->programs = g_ptr_array_new_with_free_func (running_free);
	engine->providers = g_ptr_array_new_with_free_func ((GDestroyNotify) rn_provider_client_free);
	engine->leases = g_array_new (FALSE, FALSE, sizeof (struct rn_lease_to_send));
	engine->held = rn_engine_held_new ();
	engine->asks = g_array_new (FALSE, FALSE, sizeof (struct rn_busy_ask));
	engine->reader = rn_reader_new (order->config->authserv_id, on_children_ready, engine);
	if (engine->config->programs->len == 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: there is no program block.", engine->config->path);
		return NULL;
	}
	make_providers (engine);
	if (!rn_engine_load_holidays (engine, error) || !has_run (engine, error) || !become_owner (engine, error) || !take_lock (engine, error) || !start_programs (engine, error) ||
	    !open_store (engine, error))
		return NULL;
	gboolean is_service = !order->simulated && !order->command;
	if ((is_service && engine->on_hold == NULL && !start_hosts (engine, error)) || !await_programs (engine, error))
		return NULL;
	return begin (engine, error) ? g_steal_pointer (&engine) : NULL;
}

void
rn_engine_free (rn_engine *engine)
{
	if (engine == NULL)
		return;
	if (engine->timer != 0)
		g_source_remove (engine->timer);
	if (engine->db != NULL)
		rn_db_rollback (engine->db);
	rn_db_close (engine->db); /* while the children come to their end */
	gint64 end = g_get_monotonic_time () + RN_FINISH_US;
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		rn_child_finish (g_steal_pointer (&provider->child), end);
	}
	for (guint i = 0; i < engine->leases->len; i++)
		lease_clear (&g_array_index (engine->leases, struct rn_lease_to_send, i));
	g_array_unref (engine->leases);
	g_array_unref (engine->held);
	g_array_unref (engine->asks);
	rn_reader_free (engine->reader);
	g_ptr_array_unref (engine->providers);
	g_ptr_array_unref (engine->programs);
	g_ptr_array_unref (engine->site.program_names);
	rn_library_free (engine->site.library);
	rn_almanac_free (engine->site.almanac);
	if (engine->lock >= 0)
		close (engine->lock);
	rn_unwatch_end (engine->signals); /* a terminal that is closed tells twice: the kernel does, and the shell */
	g_clear_error (&engine->failure);
	g_free (engine->told);
	g_free (engine->on_hold);
	g_free (engine->site.life);
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

static char *
trouble_of (const rn_engine *engine, const rn_provider_client *provider)
{
	gboolean waits = (provider->provides & 1u << RN_TRANSPORT) != 0 && !rn_engine_may_send (engine);
	g_autofree char *awaits = rn_engine_awaits (engine, provider);

	if (provider->trouble == NULL && waits)
		return g_strdup ("sends nothing before every mailbox was looked at once");
	if (provider->trouble == NULL || awaits == NULL)
		return g_strdup (provider->trouble != NULL ? provider->trouble : awaits);
	return g_strdup_printf ("%s; it %s", provider->trouble, awaits);
}

void
rn_engine_status (rn_engine *engine, GVariantBuilder *status)
{
	g_auto (GVariantBuilder) children = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

	g_variant_builder_add (status, "{sv}", "running", g_variant_new_boolean (engine->is_running));
	g_variant_builder_add (status, "{sv}", "on_hold", g_variant_new_string (engine->on_hold != NULL ? engine->on_hold : ""));
	if (!engine->is_running)
		return;
	add_child (&children, "reader", "reader", rn_reader_pid (engine->reader), NULL);
	for (guint i = 0; i < engine->programs->len; i++) {
		struct rn_running_program *running = g_ptr_array_index (engine->programs, i);
		add_child (&children, "policy", running->policy->program->name,
		           running->policy->child != NULL ? running->policy->child->pid : 0,
		           running->paused_until > rn_engine_now (engine) ? "paused after failures"
		           : running->policy->absent                      ? "cannot be started; its events wait"
		                                                          : NULL);
	}
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		g_autofree char *title = rn_provider_title (provider), *trouble = trouble_of (engine, provider);
		add_child (&children, "host", title, provider->child != NULL ? provider->child->pid : 0, trouble);
	}
	g_variant_builder_add (status, "{sv}", "pid", g_variant_new_int64 (getpid ()));
	g_variant_builder_add (status, "{sv}", "turns", g_variant_new_int64 ((gint64) engine->turns));
	g_variant_builder_add (status, "{sv}", "children", g_variant_builder_end (&children));
}

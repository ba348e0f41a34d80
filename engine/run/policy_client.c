#include "policy_client.h"

#include <string.h>

#include "arguments.h"
#include "effects.h"
#include "error.h"
#include "evidence.h"
#include "frames.h"
#include "queries.h"
#include "vocabulary.h"
#include "worker.h"

#define RN_LOAD_MS 3000     /* reading and running a few hundred lines of Lua takes 2 ms */
#define RN_DEATHS_FAIL 2    /* deaths on one event before it counts as failed */

static void
policy_down (rn_policy *policy)
{
	g_clear_pointer (&policy->child, rn_child_stop);
}

/* What of the script was at work, for people. */
static char *
who_runs (const rn_policy *policy)
{
	return policy->event != NULL ? g_strdup_printf ("its handler of “%s”", policy->event) : g_strdup ("the policy");
}

/* It may have been killed for no fault of the policy's. */
static gboolean
died (rn_policy *policy, GError **error)
{
	g_autofree char *who = who_runs (policy);

	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: the process of %s ended; it used too much memory or time.", policy->script, who);
	policy->died = TRUE;
	policy_down (policy);
	return FALSE;
}

static gboolean
fell_silent (rn_policy *policy, int most_ms, GError **error)
{
	g_autofree char *who = who_runs (policy);

	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: %s did not answer within %d ms and was stopped.", policy->script, who, most_ms);
	policy_down (policy);
	return FALSE;
}

/* The worker's next frame; its death is an error, and its silence for so many milliseconds since it began. */
static GVariant *
next_frame (rn_policy *policy, gint64 begun_us, int most_ms, guint32 *kind, GError **error)
{
	GVariant *body = NULL;

	gint64 deadline = begun_us + most_ms * 1000;
	enum rn_received received = policy->event != NULL
		? rn_policy_await (policy->child->channel, policy->child->pid, deadline, kind, &body)
		: rn_channel_get (policy->child->channel, deadline, kind, &body, NULL);
	switch (received) {
	case RN_RECEIVED_FRAME:
		return body;
	case RN_RECEIVED_NOTHING:
		fell_silent (policy, most_ms, error);
		break;
	default: /* it ended, perhaps within a frame */
		died (policy, error);
		break;
	}
	return NULL;
}

/* A worker that does not even take what it is told would hold up the engine. */
static gboolean
flush (rn_policy *policy, GError **error)
{
	int most_ms = policy->event != NULL ? RN_POLICY_DEADLINE_MS : RN_LOAD_MS;

	if (!rn_channel_flush_until (policy->child->channel, g_get_monotonic_time () + most_ms * 1000, NULL))
		return died (policy, error);
	return rn_channel_waiting (policy->child->channel) == 0 || fell_silent (policy, most_ms, error);
}

/* Sends a frame that is a bundle. */
static gboolean
send_bundle (rn_policy *policy, guint32 kind, const GByteArray *bundle, GError **error)
{
	rn_channel *channel = policy->child->channel;

	g_byte_array_append (rn_channel_open (channel, kind), bundle->data, bundle->len);
	rn_channel_close (channel);
	return flush (policy, error);
}

static GVariant *
settings_variant (GHashTable *settings)
{
	g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
	GHashTableIter iter;
	gpointer name, value;

	g_hash_table_iter_init (&iter, settings);
	while (g_hash_table_iter_next (&iter, &name, &value))
		g_variant_builder_add (&dict, "{sv}", name, g_variant_new_string (value));
	return g_variant_builder_end (&dict);
}

static void
take_settings (rn_program *program, GVariant *ready)
{
	g_autoptr (GVariant) settings = g_variant_lookup_value (ready, "settings", G_VARIANT_TYPE ("aa{sv}"));
	for (gsize i = 0; settings != NULL && i < g_variant_n_children (settings); i++) {
		g_autoptr (GVariant) row = g_variant_get_child_value (settings, i);
		const char *name = "", *value = "", *type = "";
		if (g_variant_lookup (row, "name", "&s", &name) && g_variant_lookup (row, "value", "&s", &value))
			g_hash_table_replace (program->settings, g_strdup (name), g_strdup (value));
		if (g_variant_lookup (row, "type", "&s", &type) && g_str_equal (type, "pace") && *program->pace == '\0')
			rn_record_set (&program->pace, value);
	}
}

static void
take_charter (rn_program *program, GVariant *ready)
{
	GVariant *charter = g_variant_lookup_value (ready, "charter", G_VARIANT_TYPE_VARDICT);

	if (charter == NULL)
		return;
	g_variant_unref (program->charter);
	program->charter = charter;
}

static void
take_events (rn_program *program, GVariant *ready)
{
	g_autofree const char **events = NULL;
	g_variant_lookup (ready, "events", "^a&s", &events);
	for (gsize i = 0; events != NULL && events[i] != NULL; i++)
		g_hash_table_add (program->listens, g_strdup (events[i]));
}

/* What the first worker declared stays: a turn refers to it while another one starts. */
static void
take_ready (rn_policy *policy, GVariant *ready)
{
	const rn_program_config *config = policy->config;
	if (policy->program != NULL)
		return;
	rn_program *program = rn_program_new ();
	const char *title = config->name, *version = "";

	g_variant_lookup (ready, "title", "&s", &title);
	g_variant_lookup (ready, "version", "&s", &version);
	g_variant_lookup (ready, "scores", "b", &policy->scores);
	program->name = g_strdup (config->name);
	program->title = g_strdup (title);
	program->address = g_strdup (config->address);
	program->display_name = g_strdup (*config->display_name != '\0' ? config->display_name : title);
	program->coordinator = g_strdup (config->coordinator);
	program->deputies = rn_config_addresses (config->deputy);
	program->sponsor = g_strdup (config->sponsor);
	program->language = g_strdup (config->language);
	program->transport = g_strdup (config->transport);
	program->source = g_strdup (config->source);
	program->version = g_strdup (version);
	take_settings (program, ready);
	take_charter (program, ready);
	take_events (program, ready);
	policy->periods = g_variant_lookup_value (ready, "every", G_VARIANT_TYPE ("aa{sv}"));
	if (policy->periods == NULL)
		policy->periods = g_variant_ref_sink (g_variant_new ("aa{sv}", NULL));
	policy->program = program;
}

static gboolean
start (rn_policy *policy, GError **error)
{
	policy->child = rn_child_start ("policy", policy->config->name, rn_frames_from_policy, error);
	if (policy->child == NULL)
		return FALSE;
	rn_channel_put (policy->child->channel, RN_FRAME_LOAD,
	                g_variant_new ("(ss@a{sv})", policy->path, policy->scripts_dir,
	                               settings_variant (policy->config->settings)));
	return flush (policy, error);
}

gboolean
rn_policy_loaded (rn_policy *policy, GError **error)
{
	guint32 kind;
	g_autoptr (GVariant) body = next_frame (policy, g_get_monotonic_time (), RN_LOAD_MS, &kind, error);

	if (body == NULL)
		return FALSE;
	if (kind == RN_FRAME_READY) {
		take_ready (policy, body);
		return TRUE;
	}
	g_set_error_literal (error, RN_ERROR, RN_ERROR_CONFIG,
	                     kind == RN_FRAME_FAILED ? g_variant_get_string (body, NULL) : "the policy broke the protocol");
	policy_down (policy);
	return FALSE;
}

static gboolean
policy_up (rn_policy *policy, GError **error)
{
	policy->absent = policy->child == NULL && !(start (policy, error) && rn_policy_loaded (policy, error));
	return !policy->absent;
}

/* scripts/NAME/NAME.lua, with _ for - in the file's name. */
static char *
script_of (const char *program)
{
	g_autofree char *base = g_strdelimit (g_strdup (program), "-", '_');
	return g_strdup_printf ("%s/%s.lua", program, base);
}

rn_policy *
rn_policy_new (const rn_program_config *config, const char *scripts_dir, GError **error)
{
	g_autoptr (rn_policy) policy = g_new0 (rn_policy, 1);

	policy->config = config;
	policy->script = script_of (config->name);
	policy->scripts_dir = g_strdup (scripts_dir);
	policy->path = g_build_filename (scripts_dir, policy->script, NULL);
	return start (policy, error) ? g_steal_pointer (&policy) : NULL;
}

void
rn_policy_free (rn_policy *policy)
{
	if (policy == NULL)
		return;
	rn_child_stop (policy->child);
	rn_program_free (policy->program);
	g_clear_pointer (&policy->periods, g_variant_unref);
	g_free (policy->path);
	g_free (policy->scripts_dir);
	g_free (policy->script);
	g_free (policy);
}

/* A pairing's figures, as a list of one table; of what is no pairing there are none. */
static gboolean
answer_figures (rn_policy *policy, rn_turn *turn, GVariant *filter, GError **error)
{
	g_autoptr (GByteArray) list = g_byte_array_new ();
	const struct rn_evidence_order order = rn_evidence_order_of (turn);
	const struct rn_kind *kind = NULL;
	struct rn_regularity whole, lately;
	gint64 id;

	rn_bundle_open (list, NULL, RN_BUNDLE_LIST);
	if (rn_ref_parse (rn_argument_text (filter, "pairing", ""), &kind, &id) && kind == &rn_pairing_kind) {
		g_autoptr (rn_pairing) pairing = rn_load (turn->db, kind, id, error);
		if (pairing == NULL || !rn_evidence_of (&order, pairing, &whole, &lately, error))
			return FALSE;
		rn_bundle_open (list, NULL, RN_BUNDLE_TABLE);
		if (whole.percent >= 0)
			rn_bundle_number (list, "regularity", whole.percent);
		if (lately.percent >= 0)
			rn_bundle_number (list, "regularity_lately", lately.percent);
		if (whole.last_held != 0)
			rn_bundle_number (list, "last_held", whole.last_held);
		rn_bundle_close (list);
	}
	rn_bundle_close (list);
	return send_bundle (policy, RN_FRAME_RESULT, list, error);
}

/* Answers a query from the turn's snapshot. */
static gboolean
answer_query (rn_policy *policy, rn_turn *turn, GVariant *body, GError **error)
{
	const char *name;
	guint32 most;
	g_autoptr (GVariant) filter = NULL;
	g_autoptr (GByteArray) list = g_byte_array_new ();

	g_variant_get (body, "(&s@a{sv}u)", &name, &filter, &most);
	if (g_str_equal (name, RN_QUERY_FIGURES))
		return answer_figures (policy, turn, filter, error);
	g_autoptr (GPtrArray) records = rn_query (turn->db, turn->program->name, name, filter, turn->now, most, error);
	if (records == NULL)
		return FALSE;
	rn_bundle_open (list, NULL, RN_BUNDLE_LIST);
	for (guint i = 0; i < records->len; i++)
		if (!rn_record_expand (turn->db, g_ptr_array_index (records, i), NULL, 1, list, error))
			return FALSE;
	rn_bundle_close (list);
	return send_bundle (policy, RN_FRAME_RESULT, list, error);
}

static gboolean
take_done (rn_policy *policy, rn_turn *turn, GVariant *body, GError **error)
{
	g_autoptr (GVariant) effects = NULL;
	g_autofree const char **notes = NULL;

	g_variant_get (body, "(@a(sua{sv})^a&s)", &effects, &notes);
	for (gsize i = 0; notes[i] != NULL; i++)
		rn_turn_note (turn, "%s", notes[i]);
	return rn_effects_apply (turn, effects, policy->script, error);
}

/* Serves the worker's queries until it is done. The limit counts the worker's own time:
 * what the engine takes to answer is added. */
static GVariant *
converse (rn_policy *policy, rn_turn *turn, GError **error)
{
	gint64 begun = g_get_monotonic_time ();

	for (;;) {
		guint32 kind;
		g_autoptr (GVariant) body = next_frame (policy, begun, RN_POLICY_DEADLINE_MS, &kind, error);
		if (body == NULL)
			return NULL;
		if (kind == RN_FRAME_DONE)
			return g_steal_pointer (&body);
		if (kind != RN_FRAME_QUERY) {
			g_set_error_literal (error, RN_ERROR, RN_ERROR_CONFIG,
			                     kind == RN_FRAME_FAILED ? g_variant_get_string (body, NULL) : "the policy broke the protocol");
			return NULL;
		}
		gint64 asked = g_get_monotonic_time ();
		if (!answer_query (policy, turn, body, error)) {
			policy_down (policy); /* it still waits for its answer, unless it fell silent */
			return NULL;
		}
		begun += g_get_monotonic_time () - asked;
	}
}

static gboolean
send_event (rn_policy *policy, const rn_turn *turn, GError **error)
{
	rn_channel *channel = policy->child->channel;
	guint64 seed = ((guint64) turn->journal << 20) ^ (guint64) turn->now;
	GByteArray *out = rn_channel_open (channel, RN_FRAME_EVENT);

	rn_pack_text (out, turn->policy_event);
	rn_pack_number (out, turn->now);
	rn_pack_number (out, (gint64) seed);
	g_byte_array_append (out, turn->policy_fields->data, turn->policy_fields->len);
	rn_channel_close (channel);
	return flush (policy, error);
}

/* Asks a worker, and another one when it dies. What it answers is not carried out yet, so
 * nothing happens twice. */
static GVariant *
ask (rn_policy *policy, rn_turn *turn, GError **error)
{
	for (int deaths = 1;; deaths++) {
		g_autoptr (GError) failure = NULL;
		GVariant *done = NULL;
		policy->died = FALSE;
		if (policy_up (policy, &failure)) {
			policy->event = turn->policy_event;
			if (send_event (policy, turn, &failure))
				done = converse (policy, turn, &failure);
			policy->event = NULL;
		}
		if (done != NULL)
			return done;
		if (policy->died && deaths < RN_DEATHS_FAIL)
			continue;
		g_propagate_error (error, g_steal_pointer (&failure));
		return NULL;
	}
}

gboolean
rn_policy_call (rn_policy *policy, rn_turn *turn, GError **error)
{
	g_autoptr (GVariant) done = ask (policy, turn, error);
	return done != NULL && take_done (policy, turn, done, error);
}

/* The worker's scores, or another one's when it dies. */
static GVariant *
ask_scores (rn_policy *policy, const GByteArray *edges, GError **error)
{
	for (int deaths = 1;; deaths++) {
		g_autoptr (GError) failure = NULL;
		GVariant *body = NULL;
		guint32 kind = 0;
		policy->died = FALSE;
		if (policy_up (policy, &failure)) {
			policy->event = "score";
			if (send_bundle (policy, RN_FRAME_SCORE, edges, &failure))
				body = next_frame (policy, g_get_monotonic_time (), RN_POLICY_DEADLINE_MS, &kind, &failure);
			policy->event = NULL;
		}
		if (body != NULL && kind == RN_FRAME_SCORES)
			return body;
		if (policy->died && deaths < RN_DEATHS_FAIL)
			continue;
		if (body != NULL)
			g_set_error_literal (&failure, RN_ERROR, RN_ERROR_CONFIG,
			                     kind == RN_FRAME_FAILED ? g_variant_get_string (body, NULL) : "the policy broke the protocol");
		g_clear_pointer (&body, g_variant_unref);
		g_propagate_error (error, g_steal_pointer (&failure));
		return NULL;
	}
}

gboolean
rn_policy_score (gpointer data, const GByteArray *edges, guint n, GArray *scores, GError **error)
{
	rn_policy *policy = data;
	static const double nothing = 0;
	gsize given = 0;

	if (!policy->scores) {
		for (guint i = 0; i < n; i++)
			g_array_append_val (scores, nothing);
		return TRUE;
	}
	g_autoptr (GVariant) body = ask_scores (policy, edges, error);
	if (body == NULL)
		return FALSE;
	const double *values = g_variant_get_fixed_array (body, &given, sizeof *values);
	g_array_append_vals (scores, values, (guint) given);
	return TRUE;
}

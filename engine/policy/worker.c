#include "worker.h"

#include <lauxlib.h>
#include <math.h>
#include <signal.h>

#include "confine.h"
#include "environment.h"
#include "error.h"
#include "frames.h"
#include "halt.h"
#include "sandbox.h"
#include "lua_turn.h"
#include "place.h"
#include "values.h"

#define RN_POLICY_CPU 2 /* seconds: behind the engine's own deadline */

/* Scores are rounded here and nowhere else, so that equal sums of different order
 * compare equal: to so many steps between 0 and 1. */
#define RN_SCORES_IN_ONE 1e6

struct worker {
	rn_channel *channel;
	rn_sandbox *box;
	struct rn_lua_turn turn;
	gboolean broken; /* the engine is gone or spoke out of turn */
};

/* What an author may require of the library. */
static const char *const public_modules[] = { "rotnem", NULL };

static const struct { const char *key, *type; } ready_keys[] = {
	{ "name", "s" }, { "title", "s" }, { "api", "x" }, { "charter", "a{sv}" }, { "roles", "a{ss}" },
	{ "settings", "aa{sv}" }, { "events", "as" }, { "every", "aa{sv}" }, { "scores", "b" },
};

/* rn_sandbox_call, which RN_POLICY_STOP ends. */
static gboolean
call (struct worker *worker, int arguments, int results, GError **error)
{
	lua_State *L = rn_sandbox_lua (worker->box);

	rn_halt_begin (L);
	gboolean fine = rn_sandbox_call (worker->box, arguments, results, error);
	rn_halt_end (L);
	return fine;
}

/* ---- frames ------------------------------------------------------------------ */

static void
reply (struct worker *worker, guint32 kind, GVariant *body)
{
	rn_channel_put (worker->channel, kind, body);
	rn_halt_speaking (TRUE);
	if (!rn_channel_flush (worker->channel, TRUE, NULL))
		worker->broken = TRUE;
	rn_halt_speaking (FALSE);
}

/* Frees the error. */
static void
reply_failed (struct worker *worker, GError *error)
{
	reply (worker, RN_FRAME_FAILED, g_variant_new_string (error->message));
	g_error_free (error);
}

/* Waits for the next frame; NULL when there is none or the engine broke the protocol. */
static GVariant *
next_frame (struct worker *worker, guint32 *kind, gboolean *ended)
{
	GVariant *body = NULL;
	enum rn_received received = rn_channel_get (worker->channel, -1, kind, &body, NULL);

	*ended = received == RN_RECEIVED_END;
	return received == RN_RECEIVED_FRAME ? body : NULL;
}

/* The turn's way to ask. */
static GVariant *
ask (gpointer data, const char *query, GVariant *filter, guint32 most, GError **error)
{
	struct worker *worker = data;
	guint32 kind = 0;
	gboolean ended = FALSE;

	if (g_variant_get_size (filter) > RN_MAX_SMALL_FRAME / 2) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "the filter of “%s” is too long", query);
		return NULL;
	}
	reply (worker, RN_FRAME_QUERY, g_variant_new ("(s@a{sv}u)", query, filter, most));
	GVariant *result = worker->broken ? NULL : next_frame (worker, &kind, &ended);
	if (result != NULL && kind == RN_FRAME_RESULT)
		return result;
	g_clear_pointer (&result, g_variant_unref);
	worker->broken = TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "the engine did not answer the query “%s”", query);
	return NULL;
}

/* ---- calls into the library -------------------------------------------------- */

/* Pushes core[name]. */
static void
push_core (lua_State *L, const char *name)
{
	rn_sandbox_core (L);
	lua_getfield (L, -1, name);
	lua_remove (L, -2);
}

/* Takes the description off the stack. */
static GVariant *
take_ready (struct worker *worker, GError **error)
{
	lua_State *L = rn_sandbox_lua (worker->box);
	g_autoptr (GVariantBuilder) ready = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

	for (gsize i = 0; i < G_N_ELEMENTS (ready_keys); i++) {
		lua_getfield (L, -1, ready_keys[i].key);
		GVariant *value = rn_value_take (L, -1, G_VARIANT_TYPE (ready_keys[i].type), error);
		if (value == NULL) {
			g_prefix_error (error, "%s: “%s” of the program: ", rn_sandbox_name (worker->box), ready_keys[i].key);
			return NULL;
		}
		g_variant_builder_add (ready, "{sv}", ready_keys[i].key, value);
		lua_pop (L, 1);
	}
	g_variant_builder_add (ready, "{sv}", "version", g_variant_new_string (rn_sandbox_version (worker->box)));
	return g_variant_ref_sink (g_variant_builder_end (ready));
}

static GVariant *
load (struct worker *worker, const char *path, const char *scripts, GVariant *settings, GError **error)
{
	worker->box = rn_sandbox_new (scripts, public_modules, rn_lua_turn_bindings, &worker->turn);
	lua_State *L = rn_sandbox_lua (worker->box);

	rn_value_set_figures (L, rn_lua_turn_figures);
	rn_sandbox_core (L);
	rn_value_push (L, settings);
	lua_setfield (L, -2, "site");
	lua_pop (L, 1);
	if (!rn_sandbox_library (worker->box, "rotnem", error) || !rn_sandbox_run (worker->box, path, error))
		return NULL;
	push_core (L, "describe");                                /* program describe */
	lua_insert (L, -2);
	if (!rn_sandbox_call (worker->box, 1, 1, error))
		return NULL;
	rn_sandbox_seal (worker->box);
	GVariant *ready = take_ready (worker, error);
	if (ready != NULL && g_variant_get_size (ready) > RN_MAX_SMALL_FRAME) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: the program's texts are too long",
		             rn_sandbox_name (worker->box));
		g_clear_pointer (&ready, g_variant_unref);
	}
	return ready;
}

static void
on_load (struct worker *worker, GVariant *body)
{
	const char *path, *scripts;
	g_autoptr (GVariant) settings = NULL;
	GError *error = NULL;

	rn_confine_cpu (RN_POLICY_CPU);
	g_variant_get (body, "(&s&s@a{sv})", &path, &scripts, &settings);
	g_autoptr (GVariant) ready = load (worker, path, scripts, settings, &error);
	if (ready == NULL) {
		reply_failed (worker, error);
		worker->broken = TRUE; /* nothing to serve */
		return;
	}
	rn_confine ();
	reply (worker, RN_FRAME_READY, ready);
}

static GVariant *
done (const struct rn_lua_turn *turn)
{
	g_autoptr (GVariantBuilder) effects = g_variant_builder_new (G_VARIANT_TYPE ("a(sua{sv})"));
	for (guint i = 0; i < turn->effects->len; i++)
		g_variant_builder_add_value (effects, g_ptr_array_index (turn->effects, i));
	g_autoptr (GVariantBuilder) notes = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
	for (guint i = 0; i < turn->notes->len; i++)
		g_variant_builder_add (notes, "s", g_ptr_array_index (turn->notes, i));
	return g_variant_new ("(a(sua{sv})as)", effects, notes);
}

static void
on_event (struct worker *worker, GVariant *body)
{
	lua_State *L = rn_sandbox_lua (worker->box);
	gsize size;
	struct rn_unpack unpack = rn_unpack_begin (body);
	const char *name = rn_unpack_view (&unpack, &size);
	rn_time now = rn_unpack_number (&unpack);
	guint64 seed = (guint64) rn_unpack_number (&unpack);
	GError *error = NULL;

	rn_lua_turn_begin (&worker->turn);
	rn_environment_seed (L, seed);
	push_core (L, "handle");
	lua_pushstring (L, name);
	lua_pushinteger (L, now);
	if (!rn_value_push_bundle (L, unpack)) {                  /* handle name now fields */
		worker->broken = TRUE;
		return;
	}
	worker->turn.open = TRUE;
	gboolean fine = call (worker, 3, 0, &error);
	worker->turn.open = FALSE;
	worker->broken |= worker->turn.damaged;
	if (worker->broken)
		g_clear_error (&error); /* whatever the policy made of it */
	else if (fine)
		reply (worker, RN_FRAME_DONE, done (&worker->turn));
	else
		reply_failed (worker, error);
}

/* Calls the policy's function with the candidate on top of the stack. */
static gboolean
score (struct worker *worker, GArray *scores, GError **error)
{
	lua_State *L = rn_sandbox_lua (worker->box);

	push_core (L, "score");
	lua_insert (L, -2);                                       /* score candidate */
	if (!call (worker, 1, 1, error))
		return FALSE;
	double result = lua_isnil (L, -1) ? NAN : rint (lua_tonumber (L, -1) * RN_SCORES_IN_ONE) / RN_SCORES_IN_ONE;
	g_array_append_val (scores, result);
	lua_pop (L, 1);
	return TRUE;
}

static void
on_score (struct worker *worker, GVariant *body)
{
	g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));
	struct rn_unpack unpack = rn_unpack_begin (body);
	GError *error = NULL;

	rn_environment_seed (rn_sandbox_lua (worker->box), 0);
	rn_bundle_read (&unpack); /* the list begins */
	while (rn_value_push_next (rn_sandbox_lua (worker->box), &unpack))
		if (!score (worker, scores, &error)) {
			reply_failed (worker, error);
			return;
		}
	if (!rn_bundle_is_over (&unpack)) {
		worker->broken = TRUE;
		return;
	}
	reply (worker, RN_FRAME_SCORES,
	       g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, scores->data, scores->len, sizeof (double)));
}

/* ---- the road ------------------------------------------------------------------ */

static const struct {
	guint32 kind;
	gboolean first; /* comes before anything is loaded, and then no more */
	void (*serve) (struct worker *worker, GVariant *body);
} served[] = {
	{ RN_FRAME_LOAD, TRUE, on_load },
	{ RN_FRAME_EVENT, FALSE, on_event },
	{ RN_FRAME_SCORE, FALSE, on_score },
};

static void
serve (struct worker *worker, guint32 kind, GVariant *body)
{
	for (gsize i = 0; i < G_N_ELEMENTS (served); i++)
		if (served[i].kind == kind && served[i].first == (worker->box == NULL)) {
			rn_confine_cpu (RN_POLICY_CPU);
			served[i].serve (worker, body);
			return;
		}
	worker->broken = TRUE;
}

enum rn_received
rn_policy_await (rn_channel *channel, pid_t worker, gint64 deadline_us, guint32 *kind, GVariant **body)
{
	enum rn_received received = rn_channel_get (channel, deadline_us, kind, body, NULL);

	gint64 end = g_get_monotonic_time () + RN_POLICY_GRACE_MS * 1000;
	while (received == RN_RECEIVED_NOTHING && g_get_monotonic_time () < end && kill (worker, RN_POLICY_STOP) == 0) {
		received = rn_channel_get (channel, g_get_monotonic_time () + RN_POLICY_TOLD_MS * 1000, kind, body, NULL);
		if (received != RN_RECEIVED_FRAME || *kind != RN_FRAME_QUERY)
			continue;
		g_clear_pointer (body, g_variant_unref); /* it goes on */
		received = RN_RECEIVED_NOTHING;
	}
	return received;
}

int
rn_policy_worker (int fd)
{
	struct worker worker = { .channel = rn_channel_new (fd, rn_frames_to_policy), .turn = { .ask = ask } };
	gboolean ended = FALSE;

	rn_halt_init (fd);
	worker.turn.data = &worker;
	rn_lua_turn_init (&worker.turn);
	while (!worker.broken) {
		guint32 kind = 0;
		g_autoptr (GVariant) body = next_frame (&worker, &kind, &ended);
		if (body == NULL)
			break;
		serve (&worker, kind, body);
	}
	rn_sandbox_free (worker.box);
	rn_lua_turn_clear (&worker.turn);
	rn_channel_free (worker.channel);
	return ended ? 0 : 1;
}

#include "rehearsal.h"

#include <errno.h>
#include <lauxlib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "error.h"
#include "frames.h"
#include "place.h"
#include "sandbox.h"
#include "values.h"
#include "worker.h"

/* One test file. */
struct stage {
	struct rn_rehearsal *rehearsal;
	const char *scripts;
	pid_t worker; /* 0: none */
	rn_channel *channel;
};

static const char *const public_modules[] = { "rotnem.test", NULL };

static void
stop_worker (struct stage *stage)
{
	if (stage->worker == 0)
		return;
	kill (stage->worker, SIGKILL);
	while (waitpid (stage->worker, NULL, 0) < 0 && errno == EINTR)
		;
	stage->worker = 0;
	g_clear_pointer (&stage->channel, rn_channel_free);
}

static gboolean
start_worker (struct stage *stage)
{
	int ends[2];

	stop_worker (stage);
	fflush (stdout); /* or the child would print it again */
	if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return FALSE;
	stage->worker = fork ();
	if (stage->worker == 0) {
		close (ends[0]);
		_exit (rn_policy_worker (ends[1]));
	}
	close (ends[1]);
	stage->channel = rn_channel_new (ends[0], rn_frames_from_policy);
	return stage->worker > 0;
}

/* ---- what the test library is written on ------------------------------------------ */

/* Waits for the worker and gives what came: "ready", "done", "query", "scores" or
 * "failed", and its value as Lua. */
static int
give_next (lua_State *L, struct stage *stage)
{
	guint32 kind = 0;
	GVariant *body = NULL;
	gint64 deadline = g_get_monotonic_time () + RN_POLICY_DEADLINE_MS * 1000;
	gboolean flushed = rn_channel_flush (stage->channel, TRUE, NULL);

	if (!flushed || rn_policy_await (stage->channel, stage->worker, deadline, &kind, &body) != RN_RECEIVED_FRAME) {
		stop_worker (stage);
		lua_pushliteral (L, "failed");
		lua_pushfstring (L, "the policy did not answer within %d milliseconds", RN_POLICY_DEADLINE_MS);
		return 2;
	}
	for (const struct rn_frame_kind *row = rn_frames_from_policy; row->name != NULL; row++)
		if (row->kind == kind)
			lua_pushstring (L, row->name);
	rn_value_push (L, body);
	g_variant_unref (body);
	return 2;
}

/* Sends a record, which is taken over. */
static int
exchange (lua_State *L, guint32 kind, GByteArray *record)
{
	struct stage *stage = rn_sandbox_data (L);

	if (stage->worker == 0) {
		g_byte_array_unref (record);
		return rn_raise (L, g_error_new_literal (RN_ERROR, RN_ERROR_DATA,
		                                         "there is no program to play with; it did not answer before"));
	}
	g_byte_array_append (rn_channel_open (stage->channel, kind), record->data, record->len);
	rn_channel_close (stage->channel);
	g_byte_array_unref (record);
	return give_next (L, stage);
}

static GVariant *
take (lua_State *L, int index, const char *type)
{
	GError *error = NULL;
	GVariant *value = rn_value_take (L, index, G_VARIANT_TYPE (type), &error);

	if (value == NULL)
		rn_raise (L, error);
	return value;
}

/* The same as the engine sends it. */
static GByteArray *
take_bundle (lua_State *L, int index, const char *type)
{
	g_autoptr (GVariant) value = g_variant_ref_sink (take (L, index, type));
	GByteArray *bundle = g_byte_array_new ();

	rn_bundle_variant (bundle, NULL, value);
	return bundle;
}

/* load (PATH, SETTINGS): a new worker with the policy; the path lies below scripts. */
static int
load (lua_State *L)
{
	struct stage *stage = rn_sandbox_data (L);
	const char *path = luaL_checkstring (L, 1);
	GVariant *settings = take (L, 2, "a{sv}");
	g_autofree char *whole = g_canonicalize_filename (path, stage->scripts);

	if (!start_worker (stage)) {
		g_variant_unref (g_variant_ref_sink (settings));
		g_clear_pointer (&whole, g_free);
		return luaL_error (L, "a worker cannot be started");
	}
	rn_channel_put (stage->channel, RN_FRAME_LOAD, g_variant_new ("(ss@a{sv})", whole, stage->scripts, settings));
	return give_next (L, stage);
}

/* send (EVENT, NOW, SEED, FIELDS) */
static int
send_event (lua_State *L)
{
	const char *name = luaL_checkstring (L, 1);
	gint64 now = luaL_checkinteger (L, 2);
	gint64 seed = luaL_checkinteger (L, 3);

	GByteArray *fields = take_bundle (L, 4, "a{sv}"), *event = g_byte_array_new ();

	rn_pack_text (event, name);
	rn_pack_number (event, now);
	rn_pack_number (event, seed);
	g_byte_array_append (event, fields->data, fields->len);
	g_byte_array_unref (fields);
	return exchange (L, RN_FRAME_EVENT, event);
}

/* result (RECORDS): the answer to a query. */
static int
send_result (lua_State *L)
{
	return exchange (L, RN_FRAME_RESULT, take_bundle (L, 1, "av"));
}

/* candidates (LIST): asks for their scores. */
static int
send_candidates (lua_State *L)
{
	return exchange (L, RN_FRAME_SCORE, take_bundle (L, 1, "aa{sv}"));
}

/* report (NAME, MESSAGE): a line of TAP; nil is fine. */
static int
report (lua_State *L)
{
	struct stage *stage = rn_sandbox_data (L);
	const char *name = luaL_checkstring (L, 1);
	const char *message = luaL_optstring (L, 2, NULL);

	stage->rehearsal->stories++;
	stage->rehearsal->failed += message != NULL;
	printf ("%sok %u - %s\n", message != NULL ? "not " : "", stage->rehearsal->stories, name);
	if (message != NULL)
		printf ("# %s\n", message);
	return 0;
}

static const luaL_Reg bindings[] = {
	{ "load", load },
	{ "send", send_event },
	{ "result", send_result },
	{ "candidates", send_candidates },
	{ "report", report },
	{ NULL, NULL }
};

void
rn_rehearse (struct rn_rehearsal *rehearsal, const char *scripts, const char *file)
{
	struct stage stage = { .rehearsal = rehearsal, .scripts = scripts };
	g_autoptr (rn_sandbox) box = rn_sandbox_new (scripts, public_modules, bindings, &stage);
	g_autoptr (GError) error = NULL;

	if (!rn_sandbox_library (box, "rotnem.globals", &error) || !rn_sandbox_run (box, file, &error)) {
		rehearsal->stories++;
		rehearsal->failed++;
		printf ("not ok %u - %s\n# %s\n", rehearsal->stories, file, error->message);
	}
	stop_worker (&stage);
}

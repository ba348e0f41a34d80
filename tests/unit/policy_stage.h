/* A policy worker to play with: a child process on a socket, as the engine has it. */
#ifndef RN_TESTS_POLICY_STAGE_H
#define RN_TESTS_POLICY_STAGE_H

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bundle.h"
#include "frames.h"
#include "unit.h"
#include "worker.h"

#define NOW G_GINT64_CONSTANT (1772442000) /* 2026-03-02T09:00:00Z */

struct stage {
	pid_t pid;
	rn_channel *channel;
	GVariant *ready; /* or NULL */
	char *failed;    /* the last FAILED */
};

/* How a policy of a test begins; its own lines start at 8. */
#define HEAD                                                                                                   \
	"local rotnem = require 'rotnem'\n"                                                                    \
	"local program = rotnem.program {\n"                                                                   \
	"	name = 'test', api = 1, title = 'Test',\n"                                                     \
	"	charter = { purpose = 'p', need = 'n', measure = 'm', ends = '2027-12-31' },\n"                \
	"	roles = { mentor = 'a', leader = 'b' },\n"                                                     \
	"	settings = { pause = rotnem.duration { '3 days', help = 'A pause.' } },\n"                     \
	"}\n"
#define TAIL "\nreturn program\n"
#define ON_START(code) HEAD "program:on('start', function(turn) " code " end)" TAIL

static inline char *
scripts_folder (void)
{
	return g_build_filename (g_getenv ("ROTNEM_SOURCE"), "scripts", NULL);
}

/* How many seconds an answer may take. */
static int stage_patience = 20;

/* The next frame; 0 when none comes in time. */
static inline guint32
stage_get (struct stage *stage, GVariant **body)
{
	guint32 kind = 0;
	g_autoptr (GError) error = NULL;
	gint64 deadline = g_get_monotonic_time () + stage_patience * G_USEC_PER_SEC;
	enum rn_received received = rn_channel_get (stage->channel, deadline, &kind, body, &error);
	if (received != RN_RECEIVED_FRAME)
		return 0;
	if (kind == RN_FRAME_FAILED) {
		g_free (stage->failed);
		g_variant_get (*body, "s", &stage->failed);
	}
	return kind;
}

static inline void
stage_put (struct stage *stage, guint32 kind, GVariant *body)
{
	rn_channel_put (stage->channel, kind, body);
	rn_channel_flush (stage->channel, TRUE, NULL);
}

/* A value as the engine sends it. */
static inline GByteArray *
stage_bundle (GVariant *value)
{
	g_autoptr (GVariant) owned = g_variant_ref_sink (value);
	GByteArray *bundle = g_byte_array_new ();

	rn_bundle_variant (bundle, NULL, owned);
	return bundle;
}

/* Sends it, and takes it over; of an event with its name and seed. */
static inline void
stage_put_bundle (struct stage *stage, guint32 kind, const char *event, guint64 seed, GByteArray *bundle)
{
	GByteArray *out = rn_channel_open (stage->channel, kind);

	if (event != NULL) {
		rn_pack_text (out, event);
		rn_pack_number (out, NOW);
		rn_pack_number (out, (gint64) seed);
	}
	g_byte_array_append (out, bundle->data, bundle->len);
	rn_channel_close (stage->channel);
	rn_channel_flush (stage->channel, TRUE, NULL);
	g_byte_array_unref (bundle);
}

static inline void
stage_start (struct stage *stage)
{
	int ends[2];

	ck_assert_int_eq (socketpair (AF_UNIX, SOCK_STREAM, 0, ends), 0);
	memset (stage, 0, sizeof *stage);
	stage->pid = fork ();
	if (stage->pid == 0) {
		close (ends[0]);
		_exit (rn_policy_worker (ends[1]));
	}
	close (ends[1]);
	stage->channel = rn_channel_new (ends[0], rn_frames_from_policy);
}

/* Starts a worker on the file: `ready` or `failed` is set. */
static inline void
stage_open_file (struct stage *stage, const char *path, GVariant *settings)
{
	g_autofree char *scripts = scripts_folder ();
	g_autoptr (GVariant) body = NULL;

	stage_start (stage);
	if (settings == NULL)
		settings = g_variant_new ("a{sv}", NULL);
	stage_put (stage, RN_FRAME_LOAD, g_variant_new ("(ss@a{sv})", path, scripts, settings));
	if (stage_get (stage, &body) == RN_FRAME_READY)
		stage->ready = g_steal_pointer (&body);
}

/* The same on a text, as policy.lua in a folder of its own. */
static inline void
stage_open (struct stage *stage, const char *policy)
{
	g_autofree char *folder = g_dir_make_tmp ("rotnem-policy-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "policy.lua", NULL);

	ck_assert (g_file_set_contents (path, policy, -1, NULL));
	stage_open_file (stage, path, NULL);
	g_unlink (path);
	g_rmdir (folder);
}

static inline void
stage_send (struct stage *stage, const char *event, GVariant *fields)
{
	if (fields == NULL)
		fields = g_variant_new ("a{sv}", NULL);
	stage_put_bundle (stage, RN_FRAME_EVENT, event, 1, stage_bundle (fields));
}

/* Kills the worker as the engine does. */
static inline void
stage_close (struct stage *stage)
{
	kill (stage->pid, SIGKILL);
	waitpid (stage->pid, NULL, 0);
	rn_channel_free (stage->channel);
	g_clear_pointer (&stage->ready, g_variant_unref);
	g_free (stage->failed);
}

/* Ends it by closing the socket: the exit status, or -1 when a signal ended it. */
static inline int
stage_end (struct stage *stage)
{
	int status = 0;

	rn_channel_free (stage->channel);
	waitpid (stage->pid, &status, 0);
	g_clear_pointer (&stage->ready, g_variant_unref);
	g_free (stage->failed);
	return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

#endif

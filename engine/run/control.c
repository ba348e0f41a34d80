#include "control.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "error.h"
#include "frames.h"
#include "requests.h"

#define RN_MAX_CALLERS 32         /* at once; the CLI is one */
#define RN_ASK_SECONDS 60         /* a list of everything takes less */

static const struct rn_frame_kind to_engine[] = {
	{ RN_FRAME_REQUEST, "request", "(sa{sv})", RN_MAX_MAIL_FRAME }, /* a directory of people */
	{ 0, NULL, NULL, 0 }
};

static const struct rn_frame_kind from_engine[] = {
	{ RN_FRAME_LINE, "line", "a{sv}", RN_MAX_MAIL_FRAME },
	{ RN_FRAME_END, "end", "(ss)", RN_MAX_SMALL_FRAME },
	{ 0, NULL, NULL, 0 }
};

struct rn_control {
	rn_engine *engine;
	char *path;
	int fd;
	guint accepting;
	GPtrArray *callers; /* of rn_channel */
};

static void
put_line (GVariant *line, gpointer channel)
{
	rn_channel_put (channel, RN_FRAME_LINE, line);
}

static void
put_end (rn_channel *channel, const GError *error)
{
	rn_channel_put (channel, RN_FRAME_END, g_variant_new ("(ss)", rn_error_word (error), error != NULL ? error->message : ""));
}

/* An error of the machine is not the request's fault: SQLite may have undone with it what others
 * did in the same transaction, so the engine starts anew. The caller has his answer; but not when
 * what was done for him could not be committed, which he is told of only behind the commit. */
static void
answer (struct rn_control *control, rn_channel *channel, GVariant *request)
{
	const char *name;
	g_autoptr (GVariant) arguments = NULL;
	g_autoptr (GError) error = NULL;
	GError *failure = NULL;

	g_variant_get (request, "(&s@a{sv})", &name, &arguments);
	rn_request (control->engine, name, arguments, put_line, channel, &error);
	put_end (channel, error);
	if (g_error_matches (error, RN_ERROR, RN_ERROR_RETRY))
		failure = g_steal_pointer (&error);
	if (failure != NULL || rn_engine_commit (control->engine, &failure))
		rn_channel_push (channel); /* one that does not read keeps its answer waiting, not the engine */
	else
		g_ptr_array_remove (control->callers, channel);
	if (failure != NULL)
		rn_engine_fail (control->engine, failure);
	else
		rn_engine_wake (control->engine);
}

static void
on_caller (rn_channel *channel, gpointer data)
{
	struct rn_control *control = data;
	guint32 kind;
	g_autoptr (GVariant) body = NULL;
	enum rn_received received = rn_channel_get (channel, 0, &kind, &body, NULL);

	if (received == RN_RECEIVED_FRAME)
		answer (control, channel, body);
	else if (received != RN_RECEIVED_NOTHING)
		g_ptr_array_remove (control->callers, channel); /* it has its answer and hung up */
}

/* Only root and the engine's own user. */
static gboolean
may_speak (int fd)
{
	struct ucred peer;
	socklen_t size = sizeof peer;
	return getsockopt (fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && (peer.uid == 0 || peer.uid == geteuid ());
}

static gboolean
on_accept (int fd, G_GNUC_UNUSED GIOCondition condition, gpointer data)
{
	struct rn_control *control = data;
	int caller = accept4 (fd, NULL, NULL, SOCK_CLOEXEC);

	if (caller < 0)
		return G_SOURCE_CONTINUE;
	if (!may_speak (caller)) {
		close (caller);
		return G_SOURCE_CONTINUE;
	}
	if (control->callers->len >= RN_MAX_CALLERS)
		g_ptr_array_remove_index (control->callers, 0); /* the one that has waited longest */
	rn_channel *channel = rn_channel_new (caller, to_engine);
	g_ptr_array_add (control->callers, channel);
	rn_channel_watch (channel, on_caller, control);
	return G_SOURCE_CONTINUE;
}

static gboolean
address_of (const rn_config *config, struct sockaddr_un *address, GError **error)
{
	g_autofree char *path = g_build_filename (config->state_dir, "control", NULL);

	*address = (struct sockaddr_un) { .sun_family = AF_UNIX };
	if (g_strlcpy (address->sun_path, path, sizeof address->sun_path) < sizeof address->sun_path)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: the path of the control socket is too long; choose a shorter state folder.", path);
	return FALSE;
}

rn_control *
rn_control_listen (rn_engine *engine, GError **error)
{
	struct sockaddr_un address;

	if (!address_of (rn_engine_config (engine), &address, error))
		return NULL;
	g_unlink (address.sun_path); /* of an engine that died; the lock is ours */
	int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	mode_t before = umask (0077);
	gboolean listening = fd >= 0 && bind (fd, (struct sockaddr *) &address, sizeof address) == 0 && listen (fd, RN_MAX_CALLERS) == 0;
	umask (before);
	if (!listening) {
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: %s.", address.sun_path, g_strerror (errno));
		if (fd >= 0)
			close (fd);
		return NULL;
	}
	rn_control *control = g_new0 (rn_control, 1);
	control->engine = engine;
	control->path = g_strdup (address.sun_path);
	control->fd = fd;
	control->callers = g_ptr_array_new_with_free_func ((GDestroyNotify) rn_channel_free);
	control->accepting = g_unix_fd_add (fd, G_IO_IN, on_accept, control);
	return control;
}

void
rn_control_free (rn_control *control)
{
	if (control == NULL)
		return;
	g_source_remove (control->accepting);
	g_ptr_array_unref (control->callers);
	close (control->fd);
	g_unlink (control->path);
	g_free (control->path);
	g_free (control);
}

/* ---- The caller's side ------------------------------------------------------------------ */

/* A connection to a running engine, or NULL. */
static rn_channel *
connect_to (const rn_config *config)
{
	struct sockaddr_un address;

	if (!address_of (config, &address, NULL))
		return NULL;
	int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd >= 0 && connect (fd, (struct sockaddr *) &address, sizeof address) == 0)
		return rn_channel_new (fd, from_engine);
	if (fd >= 0)
		close (fd);
	return NULL;
}

static gboolean
converse (rn_channel *channel, const char *name, GVariant *arguments, rn_control_line line, gpointer data, GError **error)
{
	gint64 deadline = g_get_monotonic_time () + RN_ASK_SECONDS * G_USEC_PER_SEC;

	rn_channel_put (channel, RN_FRAME_REQUEST, g_variant_new ("(s@a{sv})", name, arguments));
	if (!rn_channel_flush_until (channel, deadline, error))
		return FALSE;
	for (;;) {
		guint32 kind;
		g_autoptr (GVariant) body = NULL;
		enum rn_received received = rn_channel_get (channel, deadline, &kind, &body, error);
		if (received != RN_RECEIVED_FRAME) {
			if (error != NULL && *error == NULL)
				g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "The engine did not answer.");
			return FALSE;
		}
		if (kind == RN_FRAME_LINE) {
			line (body, data);
			continue;
		}
		const char *word, *message;
		g_variant_get (body, "(&s&s)", &word, &message);
		return rn_error_from_word (word, message, error);
	}
}

gboolean
rn_control_ask (const rn_config *config, const char *name, GVariant *arguments, rn_control_line line, gpointer data, GError **error)
{
	g_autoptr (GVariant) owned = g_variant_ref_sink (arguments);
	g_autoptr (rn_channel) channel = connect_to (config);

	if (channel != NULL)
		return converse (channel, name, owned, line, data, error);
	struct rn_engine_order order = { .config = config, .durable = TRUE, .command = TRUE, .begins = rn_request_begins (name) };
	g_autoptr (GError) failure = NULL;
	g_autoptr (rn_engine) engine = rn_engine_new (&order, &failure);
	/* one that was just starting may be asked by now */
	if (g_error_matches (failure, RN_ERROR, RN_ERROR_RETRY) && (channel = connect_to (config)) != NULL)
		return converse (channel, name, owned, line, data, error);
	if (failure != NULL)
		g_propagate_error (error, g_steal_pointer (&failure));
	return engine != NULL && rn_request (engine, name, owned, line, data, error) && rn_engine_commit (engine, error);
}

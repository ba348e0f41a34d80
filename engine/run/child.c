#include "child.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "error.h"
#include "host.h"
#include "read_serve.h"
#include "worker.h"

#define RN_FINISH_STEP_US 1000
#define RN_DIE_US (2 * G_USEC_PER_SEC) /* that a killed process may take to go: one that dumps its core, or is large */

static gboolean
spawn (rn_child *child, int theirs, GError **error)
{
	g_autofree char *word = g_strconcat ("--child=", child->role, NULL);
	const char *argv[] = { "/proc/self/exe", word, child->title, NULL };
	int source = theirs, target = RN_CHILD_FD;

	return g_spawn_async_with_pipes_and_fds (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_LEAVE_DESCRIPTORS_OPEN, NULL,
	                                         NULL, -1, -1, -1, &source, &target, 1, &child->pid, NULL, NULL, NULL, error);
}

rn_child *
rn_child_start (const char *role, const char *title, const struct rn_frame_kind *receives, GError **error)
{
	int fds[2];
	rn_child *child = g_new0 (rn_child, 1);

	child->role = g_strdup (role);
	child->title = g_strdup (title);
	if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "starting the %s: %s.", role, g_strerror (errno));
		rn_child_stop (child);
		return NULL;
	}
	child->channel = rn_channel_new (fds[0], receives);
	gboolean started = spawn (child, fds[1], error);
	close (fds[1]);
	if (!started) {
		g_prefix_error (error, "starting the %s: ", role);
		rn_child_stop (child);
		return NULL;
	}
	return child;
}

static void
child_free (rn_child *child)
{
	rn_channel_free (child->channel);
	g_free (child->role);
	g_free (child->title);
	g_free (child);
}

/* Whether it ended by then. */
static gboolean
has_ended (GPid pid, gint64 end_us)
{
	while (waitpid (pid, NULL, WNOHANG) == 0) {
		if (g_get_monotonic_time () >= end_us)
			return FALSE;
		g_usleep (RN_FINISH_STEP_US);
	}
	return TRUE;
}

GPid
rn_child_stop (rn_child *child)
{
	if (child == NULL)
		return 0;
	GPid pid = child->pid;
	if (pid > 0)
		kill (pid, SIGKILL);
	child_free (child);
	return pid > 0 && !has_ended (pid, g_get_monotonic_time () + RN_DIE_US) ? pid : 0;
}

void
rn_child_end (rn_child *child)
{
	if (child == NULL)
		return;
	rn_channel_flush (child->channel, FALSE, NULL);
	shutdown (rn_channel_fd (child->channel), SHUT_WR);
}

void
rn_child_finish (rn_child *child, gint64 end_us)
{
	if (child == NULL)
		return;
	rn_child_end (child);
	while (g_get_monotonic_time () < end_us) {
		guint32 kind;
		g_autoptr (GVariant) body = NULL;
		/* its last frames must not keep it from ending */
		enum rn_received received =
		        rn_channel_get (child->channel, g_get_monotonic_time () + RN_FINISH_STEP_US, &kind, &body, NULL);
		if (received == RN_RECEIVED_END || received == RN_RECEIVED_BAD)
			break;
	}
	if (has_ended (child->pid, end_us))
		child->pid = 0;
	rn_child_stop (child);
}

static int
read_mails (int fd)
{
	return rn_read_serve (fd, FALSE, NULL) ? EX_OK : EX_PROTOCOL;
}

static const struct {
	const char *role;
	int (*main) (int fd);
} roles[] = {
	{ "reader", read_mails },
	{ "policy", rn_policy_worker },
	{ "host", rn_host_main },
};

/* Whether the engine that made the socket is our parent still. */
static gboolean
engine_lives (void)
{
	struct ucred engine;
	socklen_t size = sizeof engine;

	return getsockopt (RN_CHILD_FD, SOL_SOCKET, SO_PEERCRED, &engine, &size) == 0 && getppid () == engine.pid;
}

int
rn_child_main (const char *role)
{
	/* die with the engine; what one that died before this line left in the socket, such as a lease, is the
	 * next one's to give out again */
	prctl (PR_SET_PDEATHSIG, SIGKILL);
	if (!engine_lives ())
		return EX_OK;
	signal (SIGPIPE, SIG_IGN);
	/* a terminal's Ctrl-C and its end and systemd's stop go to the whole group, but are for the engine,
	 * which ends us in order */
	signal (SIGINT, SIG_IGN);
	signal (SIGTERM, SIG_IGN);
	signal (SIGHUP, SIG_IGN);
	for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
		if (g_str_equal (role, roles[i].role))
			return roles[i].main (RN_CHILD_FD);
	return EX_USAGE;
}

#include "notify.h"

#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define RN_BEATS 3 /* signs of life in the time after which the manager takes us for dead */

static char *manager; /* its socket; one that begins with @ is abstract */

static gboolean
beat (G_GNUC_UNUSED gpointer data)
{
	rn_notify ("WATCHDOG=1");
	return G_SOURCE_CONTINUE;
}

/* WATCHDOG_PID names whom it is for, if not for everybody. */
static void
begin_beating (void)
{
	const char *time = g_getenv ("WATCHDOG_USEC"), *whose = g_getenv ("WATCHDOG_PID");
	guint64 us = 0, pid = (guint64) getpid ();

	if (whose != NULL && !(g_ascii_string_to_unsigned (whose, 10, 1, G_MAXINT, &pid, NULL) && pid == (guint64) getpid ()))
		return;
	if (time != NULL && g_ascii_string_to_unsigned (time, 10, 1, G_MAXINT64, &us, NULL))
		g_timeout_add ((guint) CLAMP (us / 1000 / RN_BEATS, 1, G_MAXINT), beat, NULL);
}

void
rn_notify_begin (void)
{
	manager = g_strdup (g_getenv ("NOTIFY_SOCKET"));
	if (manager != NULL)
		begin_beating ();
	g_unsetenv ("NOTIFY_SOCKET");
	g_unsetenv ("WATCHDOG_USEC");
	g_unsetenv ("WATCHDOG_PID");
}

/* A manager that does not listen must not hold us up: it starts what it misses anew. */
void
rn_notify (const char *words)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	if (manager == NULL || strlen (manager) >= sizeof address.sun_path)
		return;
	gsize size = strlen (manager);
	memcpy (address.sun_path, manager, size);
	if (*manager == '@')
		address.sun_path[0] = '\0';
	int fd = socket (AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return;
	socklen_t length = (socklen_t) (offsetof (struct sockaddr_un, sun_path) + size);
	if (sendto (fd, words, strlen (words), MSG_NOSIGNAL, (struct sockaddr *) &address, length) < 0)
		g_debug ("%s does not listen", manager);
	close (fd);
}

void
rn_notify_status (const char *sentence)
{
	g_autofree char *line = g_strconcat ("STATUS=", sentence, NULL);

	rn_notify (g_strdelimit (line, "\r\n", ' '));
}

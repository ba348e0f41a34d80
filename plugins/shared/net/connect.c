#include "link.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

static gboolean
is_loopback (const struct sockaddr *address)
{
	if (address->sa_family == AF_INET)
		return ntohl (((const struct sockaddr_in *) address)->sin_addr.s_addr) >> 24 == IN_LOOPBACKNET;
	if (address->sa_family == AF_INET6)
		return IN6_IS_ADDR_LOOPBACK (&((const struct sockaddr_in6 *) address)->sin6_addr);
	return FALSE;
}

static gboolean
look_up (struct rn_link *link, struct addrinfo **addresses, GError **error)
{
	g_autofree char *port = g_strdup_printf ("%u", link->server->port);
	const struct addrinfo wanted = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV };
	int result = getaddrinfo (link->server->name, port, &wanted, addresses);

	if (result == 0)
		return TRUE;
	rn_link_fail (link, "its address was not found (%s)", gai_strerror (result));
	return rn_link_error (link, error);
}

/* The outcome of a connect that was under way: an errno. */
static int
await_connection (int fd, struct rn_link *link)
{
	int result = 0;
	socklen_t size = sizeof result;

	link->fd = fd;
	if (!rn_link_wait (link, POLLOUT))
		return ETIMEDOUT;
	return getsockopt (fd, SOL_SOCKET, SO_ERROR, &result, &size) == 0 ? result : errno;
}

/* Tries one address; 0 and link->fd set, or an errno. */
static int
try_address (struct rn_link *link, const struct addrinfo *address)
{
	int fd = socket (address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	const int on = 1;

	if (fd < 0)
		return errno;
	int result = connect (fd, address->ai_addr, address->ai_addrlen) == 0 ? 0 : errno;
	if (result == EINPROGRESS)
		result = await_connection (fd, link);
	if (result != 0) {
		close (fd);
		link->fd = -1;
		return result;
	}
	/* A mail leaves in several writes; without this each waits 40 ms for an ACK. */
	setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	link->fd = fd;
	return 0;
}

static guint
count_usable (const struct addrinfo *addresses, gboolean loopback_only)
{
	guint n = 0;
	for (const struct addrinfo *a = addresses; a != NULL; a = a->ai_next)
		n += !loopback_only || is_loopback (a->ai_addr);
	return n;
}

/* Each address gets its share of the time that is left. */
static int
try_addresses (struct rn_link *link, const struct addrinfo *addresses, gboolean loopback_only)
{
	gint64 deadline = link->deadline_us;
	guint left = count_usable (addresses, loopback_only);
	int result = EHOSTUNREACH;

	for (const struct addrinfo *a = addresses; a != NULL; a = a->ai_next) {
		if (loopback_only && !is_loopback (a->ai_addr))
			continue;
		gint64 now = g_get_monotonic_time ();
		link->deadline_us = now + MAX (deadline - now, 0) / left--;
		result = try_address (link, a);
		if (result == 0)
			break;
		g_clear_pointer (&link->why, g_free);
	}
	link->deadline_us = deadline;
	return result;
}

gboolean
rn_link_connect (struct rn_link *link, GError **error)
{
	gboolean loopback_only = link->server->security == RN_SECURITY_NONE;
	struct addrinfo *addresses = NULL;

	if (!look_up (link, &addresses, error))
		return FALSE;
	if (count_usable (addresses, loopback_only) == 0) {
		freeaddrinfo (addresses);
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
		             "%s:%u: “security = none” is for servers on this machine only.", link->server->name,
		             link->server->port);
		return FALSE;
	}
	int result = try_addresses (link, addresses, loopback_only);
	freeaddrinfo (addresses);
	if (result == 0)
		return TRUE;
	rn_link_fail (link, "no connection (%s)", g_strerror (result));
	return rn_link_error (link, error);
}

#include "stream.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "link.h"

/* One read of a literal; libetpan moves what is left of the buffer at each line, so
 * more would cost time. */
#define BUFFER_SIZE (32 * 1024)

#define GREETING_BYTES (64 * 1024) /* of a handshake and the first lines of a server */

/* Gives the command that follows so many seconds, more while bytes flow at
 * RN_SLOWEST_LINE or faster, and its answer so many bytes. */
static void
allow (struct rn_link *link, int seconds, gsize bytes)
{
	link->seconds = seconds;
	link->deadline_us = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
	link->may_read = bytes;
}

gboolean
rn_link_fail (struct rn_link *link, const char *format, ...)
{
	va_list arguments;

	va_start (arguments, format);
	if (link->why == NULL)
		link->why = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	return FALSE;
}

gboolean
rn_link_error (const struct rn_link *link, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s:%u: %s.", link->server->name, link->server->port, link->why);
	return FALSE;
}

/* A server with TLS from the start waits for our first word as we wait for its. */
static gboolean
fail_silence (struct rn_link *link)
{
	gboolean may_await_tls = !link->heard && link->server->security != RN_SECURITY_TLS;

	return rn_link_fail (link, "no answer within %d seconds%s", link->seconds,
	                     may_await_tls ? "; if TLS begins at once on this port, “security” must be “tls”" : "");
}

/* Each command has its deadline, so whatever comes of it, it comes to an end. Gives the time. */
static gint64
live (struct rn_link *link)
{
	gint64 now = g_get_monotonic_time ();

	if (now - link->alive_us >= RN_ALIVE_SECONDS * G_USEC_PER_SEC) {
		link->server->host->alive (link->server->host);
		link->alive_us = now;
	}
	return now;
}

gboolean
rn_link_wait (struct rn_link *link, short events)
{
	for (;;) {
		gint64 left = link->deadline_us - live (link);
		struct pollfd fd = { .fd = link->fd, .events = events };

		if (left <= 0)
			return fail_silence (link);
		int n = poll (&fd, 1, (int) MIN (left / 1000 + 1, RN_ALIVE_SECONDS * 1000));
		if (n > 0)
			return TRUE;
		if (n < 0 && errno != EINTR)
			return rn_link_fail (link, "waiting failed (%s)", g_strerror (errno));
	}
}

/* Whether a failed call of the socket or of TLS is worth another try. */
static gboolean
again (struct rn_link *link, ssize_t result, short events)
{
	if (link->tls != NULL && !gnutls_error_is_fatal ((int) result))
		return rn_link_wait (link, gnutls_record_get_direction (link->tls) == 0 ? POLLIN : POLLOUT);
	if (link->tls != NULL)
		return rn_link_fail (link, "TLS failed (%s)", gnutls_strerror ((int) result));
	if (errno == EINTR)
		return TRUE;
	if (errno == EAGAIN || errno == EWOULDBLOCK)
		return rn_link_wait (link, events);
	return rn_link_fail (link, "the connection broke (%s)", g_strerror (errno));
}

static gboolean
may_go_on (struct rn_link *link)
{
	if (link->why != NULL)
		return FALSE;
	/* A server that trickles never makes poll wait. */
	if (live (link) >= link->deadline_us)
		return rn_link_fail (link, "no complete answer within %d seconds", link->seconds);
	return TRUE;
}

/* The time that so many bytes may take is not counted. */
static void
moved (struct rn_link *link, ssize_t n)
{
	link->deadline_us += n * G_USEC_PER_SEC / RN_SLOWEST_LINE;
}

/* libetpan reads again and again after a result of 0, so an end of file is -1. */
static ssize_t
low_read (mailstream_low *low, void *buffer, size_t size)
{
	struct rn_link *link = low->data;

	while (may_go_on (link)) {
		if (link->may_read == 0) {
			rn_link_fail (link, "its answer is too long");
			break;
		}
		if (link->asked && link->tls == NULL && !rn_link_wait (link, POLLIN)) /* one call less than to be told so */
			break;
		link->asked = FALSE;
		size_t wanted = MIN (size, link->may_read);
		ssize_t n = link->tls != NULL ? gnutls_record_recv (link->tls, buffer, wanted)
		                              : recv (link->fd, buffer, wanted, 0);
		if (n > 0) {
			link->may_read -= (gsize) n;
			link->heard = TRUE;
			moved (link, n);
			return n;
		}
		if (n == 0 || n == GNUTLS_E_PREMATURE_TERMINATION) {
			rn_link_fail (link, "the server closed the connection");
			break;
		}
		if (!again (link, n, POLLIN))
			break;
	}
	return -1;
}

static ssize_t
low_write (mailstream_low *low, const void *buffer, size_t size)
{
	struct rn_link *link = low->data;

	while (may_go_on (link)) {
		ssize_t n = link->tls != NULL ? gnutls_record_send (link->tls, buffer, size)
		                              : send (link->fd, buffer, size, MSG_NOSIGNAL);
		if (n >= 0) {
			moved (link, n);
			link->asked = TRUE;
			return n;
		}
		if (!again (link, n, POLLOUT))
			break;
	}
	return -1;
}

static int
low_close (mailstream_low *low)
{
	struct rn_link *link = low->data;

	if (link->fd < 0)
		return 0;
	if (link->tls != NULL && link->why == NULL)
		gnutls_bye (link->tls, GNUTLS_SHUT_WR);
	close (link->fd);
	link->fd = -1;
	return 0;
}

static void
link_free (struct rn_link *link)
{
	if (link->tls != NULL)
		gnutls_deinit (link->tls);
	if (link->trusted != NULL)
		gnutls_certificate_free_credentials (link->trusted);
	if (link->fd >= 0)
		close (link->fd);
	g_free (link->why);
	g_free (link);
}

static void
low_free (mailstream_low *low)
{
	link_free (low->data);
	free (low); /* libetpan's malloc */
}

static int
low_get_fd (mailstream_low *low)
{
	return ((struct rn_link *) low->data)->fd;
}

static mailstream_low_driver driver = {
	.mailstream_read = low_read,
	.mailstream_write = low_write,
	.mailstream_close = low_close,
	.mailstream_get_fd = low_get_fd,
	.mailstream_free = low_free,
};

static struct rn_link *
link_of (mailstream *stream)
{
	return mailstream_get_low (stream)->data;
}

mailstream *
rn_stream_open (const struct rn_server *server, GError **error)
{
	struct rn_link *link = g_new0 (struct rn_link, 1);

	link->fd = -1;
	link->server = server;
	link->alive_us = g_get_monotonic_time ();
	allow (link, server->timeout, GREETING_BYTES);
	if (!rn_link_connect (link, error) ||
	    (server->security == RN_SECURITY_TLS && !rn_link_start_tls (link, error))) {
		link_free (link);
		return NULL;
	}
	return mailstream_new (mailstream_low_new (link, &driver), BUFFER_SIZE);
}

gboolean
rn_stream_start_tls (mailstream *stream, GError **error)
{
	struct rn_link *link = link_of (stream);

	if (stream->read_buffer_len != 0) {
		rn_link_fail (link, "something was put behind the agreement to STARTTLS");
		return rn_link_error (link, error);
	}
	allow (link, link->server->timeout, GREETING_BYTES);
	return rn_link_start_tls (link, error);
}

gboolean
rn_stream_is_tls (mailstream *stream)
{
	return link_of (stream)->tls != NULL;
}

void
rn_stream_allow (mailstream *stream, int seconds, gsize bytes)
{
	allow (link_of (stream), seconds, bytes);
}

void
rn_stream_break (mailstream *stream)
{
	rn_link_fail (link_of (stream), "the connection was given up");
}

gboolean
rn_stream_error (mailstream *stream, const char *otherwise, GError **error)
{
	struct rn_link *link = link_of (stream);

	rn_link_fail (link, "%s", otherwise);
	return rn_link_error (link, error);
}

gboolean
rn_stream_wait (mailstream *stream, int wake_fd, int seconds)
{
	struct rn_link *link = link_of (stream);
	struct pollfd fds[] = { { .fd = link->fd, .events = POLLIN }, { .fd = wake_fd, .events = POLLIN } };

	if (stream->read_buffer_len > 0 || (link->tls != NULL && gnutls_record_check_pending (link->tls) > 0))
		return TRUE;
	return poll (fds, G_N_ELEMENTS (fds), seconds * 1000) > 0 && fds[0].revents != 0;
}

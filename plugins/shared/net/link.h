/* One connection below libetpan's stream: a socket that never blocks, a deadline for
 * the command under way, a cap on what may come in, and TLS. Only this folder sees it;
 * plugins use stream.h. */
#ifndef RN_NET_LINK_H
#define RN_NET_LINK_H

#include <gnutls/gnutls.h>

#include "server.h"

#define RN_SLOWEST_LINE (16 * 1024) /* bytes a second: a large mail on a poor line is no failure */

struct rn_link {
	int fd;
	gnutls_session_t tls;                     /* NULL: in clear */
	gnutls_certificate_credentials_t trusted;
	gint64 deadline_us;                       /* of g_get_monotonic_time () */
	gint64 alive_us;                          /* when the host was told last that we live */
	gsize may_read;                           /* bytes left for this command */
	gboolean heard;                           /* the server has said something */
	gboolean asked;                           /* something was said, of which no answer came yet */
	int seconds;                              /* what the deadline was set from */
	const struct rn_server *server;
	char *why;                                /* the first failure; nothing works after it */
};

/* Notes the failure unless there was one before, and gives FALSE. */
gboolean rn_link_fail (struct rn_link *link, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Sets a RETRY error "mail.example.org:993: why." and gives FALSE. */
gboolean rn_link_error (const struct rn_link *link, GError **error);

/* Waits for poll events until the deadline; FALSE when it has passed. */
gboolean rn_link_wait (struct rn_link *link, short events);

/* Connects to the first address of the server that answers. With security none only
 * loopback addresses are tried: else a CONFIG error. */
gboolean rn_link_connect (struct rn_link *link, GError **error);

/* Starts TLS 1.2 or newer. The chain, its purpose and the host name are verified. */
gboolean rn_link_start_tls (struct rn_link *link, GError **error);

#endif

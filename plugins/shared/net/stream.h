/* Connections for libetpan, made by a driver of our own: its own drivers verify no
 * certificate, know no deadline, and spin on an end of file within a literal. */
#ifndef RN_NET_STREAM_H
#define RN_NET_STREAM_H

#include <libetpan/mailstream.h>

#include "server.h"

/* Connects, with TLS from the start where the server is configured so. mailstream_close
 * ends it. The server must outlive the stream. Errors: RETRY, or CONFIG when a setting
 * cannot work. */
mailstream *rn_stream_open (const struct rn_server *server, GError **error);

/* After the server agreed to STARTTLS. Refuses when something was said already behind
 * the agreement: it came in clear and was meant to count as protected. */
gboolean rn_stream_start_tls (mailstream *stream, GError **error);

gboolean rn_stream_is_tls (mailstream *stream);

/* Before each command: so long may all of it take, so much may all of its answer be.
 * Reading fails behind either. */
void rn_stream_allow (mailstream *stream, int seconds, gsize bytes);

/* Nothing is read or written any more: closing will not wait for an answer. */
void rn_stream_break (mailstream *stream);

/* Sets a RETRY error that names the server and what failed: the connection's own reason
 * if it has one, else `otherwise`. Always FALSE. */
gboolean rn_stream_error (mailstream *stream, const char *otherwise, GError **error);

/* Waits until the server has said something (TRUE, also when something waits in a
 * buffer or the connection ended), or `wake_fd` (-1: none) is readable, or `seconds`
 * have passed (FALSE). */
gboolean rn_stream_wait (mailstream *stream, int wake_fd, int seconds);

#endif

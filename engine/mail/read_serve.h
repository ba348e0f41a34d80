/* The reader process: raw mails in, readings out. */
#ifndef RN_MAIL_READ_SERVE_H
#define RN_MAIL_READ_SERVE_H

#include "channel.h"
#include "instant.h"

/* Puts a READ frame. */
void rn_read_put (struct rn_channel *channel, gint64 id, rn_time now, const char *authserv_id, GBytes *mail);

/* Answers each READ frame on a socket with a READING frame, in order, until the other
 * side closes; then TRUE. FALSE with an error when it broke the protocol. Gives up the
 * process's rights first, see reader_limits.h. With `at_once` each answer is written before
 * the next mail is looked at, so that after a death the first mail without an answer is the
 * cause; else answers go in groups, which wakes the other side less often. */
gboolean rn_read_serve (int fd, gboolean at_once, GError **error);

#endif

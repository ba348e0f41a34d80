/* The reader process: raw mails in, readings out. */
#ifndef RN_MAIL_READER_H
#define RN_MAIL_READER_H

#include <glib.h>

/* Answers each READ frame on a socket with a READING frame, in order, until the other
 * side closes; then TRUE. FALSE with an error when it broke the protocol. Gives up the
 * process's rights first, see reader_limits.h. Each answer is written before the next mail is
 * looked at, so that after a death the first mail without an answer is the cause. */
gboolean rn_reader_serve (int fd, GError **error);

#endif

/* Lines of a mail's head (RFC 5322, 2.2), folded, with any words made safe: a value
 * never ends its line, becomes another recipient, or is decoded by the reader's mail
 * program to something else (RFC 2047). */
#ifndef RN_MAIL_HEADER_H
#define RN_MAIL_HEADER_H

#include <glib.h>

#define RN_MAX_HEADER_TEXT 500 /* characters; Exchange cuts subjects at 255 */

/* Free words: "Subject: …". */
void rn_header_text (GString *out, const char *name, const char *text);

/* One mailbox: "To: "Ada Lovelace" <ada@example.org>". The address was found safe. */
void rn_header_mailbox (GString *out, const char *name, const char *display, const char *address);

/* A short value, written as it is, and a parameter of any words: HEADER: VALUE; NAME="words", or
 * percent-encoded where that does not do, in continuations when long (RFC 2231, 3 and 4). */
void rn_header_parameter (GString *out, const char *header, const char *value, const char *name, const char *text);

#endif

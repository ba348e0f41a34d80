/* A text as the body of a part: content transfer encodings (RFC 2045, 6). */
#ifndef RN_MAIL_BODY_H
#define RN_MAIL_BODY_H

#include <glib.h>

/* Appends the Content-Transfer-Encoding, the empty line that ends the head, and a text
 * with LF line ends in lines that end with CR LF: in the plainest encoding that brings it
 * through any server in lines of at most 76 characters. */
void rn_body_put (GString *out, const char *text);

/* The same of a text with CR LF line ends, always as base64. */
void rn_body_put_base64 (GString *out, const char *text);

#endif

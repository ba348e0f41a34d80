/* A text as the body of a part: content transfer encodings (RFC 2045, 6). */
#ifndef RN_MAIL_BODY_H
#define RN_MAIL_BODY_H

#include <glib.h>

enum rn_body_encoding { RN_BODY_7BIT, RN_BODY_QUOTED_PRINTABLE, RN_BODY_BASE64 };

/* The plainest encoding that brings a text with LF line ends through any server in
 * lines of at most 76 characters. */
enum rn_body_encoding rn_body_choose (const char *text);

/* "quoted-printable" and the like. */
const char *rn_body_encoding_name (enum rn_body_encoding encoding);

/* Appends a text with LF line ends, encoded, in lines that end with CR LF. */
void rn_body_put (GString *out, const char *text, enum rn_body_encoding encoding);

#endif

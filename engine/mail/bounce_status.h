/* Status codes of mail servers (RFC 3463) in fields and in prose. */
#ifndef RN_MAIL_BOUNCE_STATUS_H
#define RN_MAIL_BOUNCE_STATUS_H

#include <glib.h>

#define RN_MAX_REASON 300 /* bytes of a server's words that are kept */

/* The most telling status code in a text: an enhanced code ("5.1.1", though not an
 * address or version), else one that follows from the server's words ("user unknown"),
 * else from a bare reply code ("550"). NULL when there is none; the caller frees it. */
char *rn_status_in (const char *text);

/* TRUE when a code says no more than success, delay or failure: "5.0.0", "". */
gboolean rn_status_is_vague (const char *status);

/* Whether a text has an enhanced code or a bare reply code of class 4 or 5, in whatever
 * language it is. */
gboolean rn_has_status_code (const char *text);

/* Whether the server's words say that there is no such address, person or domain. */
gboolean rn_says_no_such_address (const char *text);

/* Text on one line, white space collapsed, cut at RN_MAX_REASON bytes. */
char *rn_one_line (const char *text, gsize size);

#endif

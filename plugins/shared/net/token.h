/* What may be put into a command line of a mail protocol: an outgoing word that
 * holds a line end would be a second command. Addresses have rn_address_is_safe. */
#ifndef RN_NET_TOKEN_H
#define RN_NET_TOKEN_H

#include <glib.h>

#define RN_MAX_TOKEN 1000 /* RFC 9051 and RFC 5321 servers take lines of 1,000 bytes and more */

/* Whether the text may stand within quotes or at a line's end: UTF-8 without control
 * characters, at most RN_MAX_TOKEN bytes. */
gboolean rn_token_is_text (const char *token);

/* Whether it may stand alone: text of visible ASCII, not empty. */
gboolean rn_token_is_word (const char *token);

#endif

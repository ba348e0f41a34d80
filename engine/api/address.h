/* Mail addresses as the engine handles them. A plugin that wants these adds address.c to
 * its own sources: it links nothing of the engine. */
#ifndef RN_API_ADDRESS_H
#define RN_API_ADDRESS_H

#include <glib.h>

#define RN_MAX_ADDRESS 254 /* RFC 5321, 4.5.3.1.3, less the brackets */

/* Whether it may stand in a header, a property and an SMTP command as it is: one @, both
 * sides non-empty, no control character, space, quote, bracket, comma, colon or
 * semicolon, at most RN_MAX_ADDRESS bytes. */
gboolean rn_address_is_safe (const char *address);

/* Lower case, without mailto: and <>, percent-decoded. Never NULL. */
char *rn_address_normal (const char *address);

/* The same without its plus part: "mentoring+abc@x" gives "mentoring@x". */
char *rn_address_base (const char *address);

/* The plus part, or NULL: "mentoring+abc@x" gives "abc". */
char *rn_address_tag (const char *address);

/* "mentoring@x" and "abc" give "mentoring+abc@x". */
char *rn_address_with_tag (const char *address, const char *tag);

#endif

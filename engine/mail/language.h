/* The language of a text by its commonest words. */
#ifndef RN_MAIL_LANGUAGE_H
#define RN_MAIL_LANGUAGE_H

#include "tokens.h"

/* "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "fi" or "pl"; "" when
 * unsure, as with "ok", "no" or nothing but numbers. */
const char *rn_language_of (const struct rn_tokens *tokens);

/* How many bytes of valid UTF-8 it takes to tell. */
gsize rn_language_bytes (const char *text);

#endif

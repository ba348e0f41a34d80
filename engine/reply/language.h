/* The language of a text by its commonest words. */
#ifndef RN_MAIL_LANGUAGE_H
#define RN_MAIL_LANGUAGE_H

#include "tokens.h"

/* "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "fi" or "pl"; "" when
 * unsure, as with "ok", "no" or nothing but numbers. */
const char *rn_language_of (const struct rn_tokens *tokens);

/* The same of a text. */
const char *rn_language_of_text (const char *text);

#endif

/* The language that few words are read in. */
#ifndef RN_MAIL_THOUGHTS_LANGUAGE_H
#define RN_MAIL_THOUGHTS_LANGUAGE_H

#include "thoughts.h"

/* Sets the language of words that are not grouped yet: `language` unless that is NULL, the one they
 * seem to have, or else that of the quoted mail. */
void rn_thoughts_find_language (struct rn_thoughts *thoughts, const char *language, const char *quote);

/* The language that the understood words belong to, of several that of the quoted mail;
 * "" when it is not clear. */
const char *rn_thoughts_language (const struct rn_thoughts *thoughts);

#endif

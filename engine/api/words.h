/* Help with words that nobody knows: "did you mean". A plugin that wants it adds words.c
 * to its own sources: it links nothing of the engine. */
#ifndef RN_API_WORDS_H
#define RN_API_WORDS_H

#include <glib.h>

/* The word of `known` (ends with NULL) that is nearest to `word` by edit distance,
 * or NULL when none is near enough to be meant. */
const char *rn_nearest_word (const char *word, const char *const *known);

/* "; did you mean “port”?" or "": to append to a message. */
char *rn_did_you_mean (const char *word, const char *const *known);

#endif

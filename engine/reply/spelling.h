/* How a phrase of a table may be written: its alternatives, and what thumbs leave out of it. */
#ifndef RN_MAIL_SPELLING_H
#define RN_MAIL_SPELLING_H

#include <glib.h>

/* Every way to write a phrase. "/" stands between words of which any will do: "ignore/forget my reply/answer" is four
 * phrases. Of each, in the languages `tongues` (lexicon.h), the one without apostrophes, "dont", "cest", the English one in
 * full, "I am" of "I'm", and the German one without the "e" of its verb, "hab keine Zeit", "wär gut", or without its
 * umlauts, "spaeter". Free the array. */
GPtrArray *rn_spellings (int tongues, const char *phrase, gsize size);

#endif

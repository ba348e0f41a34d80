/* Text made comparable: people type "reponse", "RÉPONSE" and "réponse" and mean one
 * word. Every table of words in this layer is written naturally and folded once. */
#ifndef RN_MAIL_FOLD_H
#define RN_MAIL_FOLD_H

#include <glib.h>

/* Appends valid UTF-8 text in lower case, without accents on any letter, with plain
 * quotes, dashes and full-width signs, each run of white space as one space, and
 * without invisible characters. */
void rn_fold (GString *folded, const char *text, gsize size);

/* The same as a new string, white space at both ends removed. */
char *rn_folded (const char *text, gsize size);

#endif

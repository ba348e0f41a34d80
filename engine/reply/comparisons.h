/* "3 over 2", "rather Friday than Tuesday": lines and days that are set against each other. */
#ifndef RN_MAIL_COMPARISONS_H
#define RN_MAIL_COMPARISONS_H

#include "thoughts.h"

/* A line of a list, or a day. */
gboolean rn_is_choice (const struct rn_thoughts *thoughts, const struct rn_piece *piece);

/* "3 over 2", "lieber 3 als 2 und 1": what stands behind the comparison is not meant. Spends the pieces between. */
gboolean rn_is_outdone (struct rn_thoughts *thoughts, guint i);

/* "Too", "auch" among the words from `from` up to `to`; the "noch" of "noch 1 noch 2" at a word. */
gboolean rn_says_too (const struct rn_thoughts *thoughts, gsize from, gsize to);
gboolean rn_says_nor (const struct rn_thoughts *thoughts, gsize word);

#endif

/* What the "not" of a short answer belongs to: "not on Tuesday" and "not 2" exclude that
 * day and that line of a list, and refuse nothing else. */
#ifndef RN_MAIL_EXCLUSIONS_H
#define RN_MAIL_EXCLUSIONS_H

#include "thoughts.h"

/* Sets `is_spent` of the words that exclude a date or a number, and `is_excluded` of
 * the number. Where what was asked is quoted, and is no list, "I do not want 2" refuses. */
void rn_find_exclusions (struct rn_thoughts *thoughts, const char *quote);

/* The "and" of "1 and 2", the "bis" of "1 bis 3", in any language. */
gboolean rn_joins_lines (const struct rn_thoughts *thoughts, guint i);

/* Whether a line of the list stands right before piece i: "1 and 2". */
gboolean rn_goes_on_list (const struct rn_thoughts *thoughts, guint i);

/* "3 cats": piece i counts what follows, and is no line of a list. */
gboolean rn_counts_things (const struct rn_thoughts *thoughts, guint i);

#endif

/* What the "not" of a short answer belongs to: "not on Tuesday" and "not 2" exclude that
 * day and that line of a list, and refuse nothing else. */
#ifndef RN_MAIL_EXCLUSIONS_H
#define RN_MAIL_EXCLUSIONS_H

#include "thoughts.h"

/* Sets `is_spent` of the words that exclude a date or a number, and `is_excluded` of
 * the number. Where what was asked is quoted, and is no list, "I do not want 2" refuses. */
void rn_find_exclusions (struct rn_thoughts *thoughts, const char *quote);

/* "3 cats": piece i counts what follows, and is no line of a list. */
gboolean rn_counts_things (const struct rn_thoughts *thoughts, guint i);

#endif

/* What an answer hangs on, "if Tom agrees", "unless", and how far it goes, "but not with him",
 * "only with her": nobody acts on such a one. */
#ifndef RN_MAIL_CONDITIONS_H
#define RN_MAIL_CONDITIONS_H

#include "thoughts.h"

/* Whether the thought of piece i starts with "but" or "only". */
gboolean rn_starts_with_but (const struct rn_thoughts *thoughts, guint i);

gboolean rn_thought_has_date (const struct rn_thoughts *thoughts, int thought);

/* Whether what piece i says holds on a condition alone, on either side of it. */
gboolean rn_piece_is_conditional (const struct rn_thoughts *thoughts, guint i);

/* Whether what follows limits what piece i says in a way that only a person understands. A limit of
 * time is none. */
gboolean rn_piece_is_limited (const struct rn_thoughts *thoughts, guint i);

/* The same of a yes or a no, and also "lovely, but" with words that are not understood, and "no,
 * except …". */
gboolean rn_piece_is_restricted (const struct rn_thoughts *thoughts, guint i, gboolean is_yes);

#endif

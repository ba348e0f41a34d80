/* Whether words beside a date say that it is the wrong one. */
#ifndef RN_MAIL_WHEN_EXCLUSION_H
#define RN_MAIL_WHEN_EXCLUSION_H

#include "when_read.h"

/* "Not on Tuesday", "any day but Tuesday": of the words behind word `least` and before the date's first. */
gboolean rn_when_is_excluded_before (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize start, gsize least);

/* "Dienstag geht nicht": of the words from `end` on, unless they exclude the next date. */
gboolean rn_when_is_excluded_behind (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize end);

/* Whether words near the date in its clause say that she is away then; of "away, back on Monday" they do not. */
gboolean rn_when_is_away (const struct rn_when_frame *frame, const struct rn_tokens *tokens, const struct rn_when_facts *facts,
                          gsize least);

#endif

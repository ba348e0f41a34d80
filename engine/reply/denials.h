/* What a "not" of a short answer turns round: "can't say no", "no objection", "will ich nicht
 * verpassen" are no refusals. */
#ifndef RN_MAIL_DENIALS_H
#define RN_MAIL_DENIALS_H

#include "thoughts.h"

#define RN_NEGATION_REACH 6 /* pieces between "not" and what it turns round */

/* "Not", "can't", and the "no" of "no idea". */
gboolean rn_is_negation (const struct rn_piece *piece);

/* "I can't say no", "da sage ich nicht nein", "je ne peux pas refuser": whether piece i is a refusal
 * that is itself denied, and whether it is the negation that denies one. */
gboolean rn_is_denied_refusal (const struct rn_thoughts *thoughts, guint i);
gboolean rn_denies_refusal (const struct rn_thoughts *thoughts, guint i);

/* The no of "not a no", "kein Nein": it is spoken of, and not said. Nor is the one of "not not interested". */
gboolean rn_is_named_no (const struct rn_thoughts *thoughts, guint i);

/* "Yes", "nein" and the like, which no other word turns round: "nein ja" are two answers. */
gboolean rn_is_plain_word (const struct rn_piece *piece);

/* The same of an objection or of what she would miss: "no objection", "don't want to miss it". */
gboolean rn_is_denied_objection (const struct rn_thoughts *thoughts, guint i);
gboolean rn_denies_objection (const struct rn_thoughts *thoughts, guint i);

/* The same of what stands in the way: "not busy". That alone is no yes. */
gboolean rn_is_denied_hindrance (const struct rn_thoughts *thoughts, guint i);

/* Whether "not" stands before piece i, or, as German, Dutch and French do, behind it. */
gboolean rn_is_negated (const struct rn_thoughts *thoughts, guint i);

#endif

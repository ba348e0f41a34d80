/* Whether an answer is told of somebody else: "anna would love to", "Frag Tom, der macht das gern". */
#ifndef RN_MAIL_ANOTHER_H
#define RN_MAIL_ANOTHER_H

#include "thoughts.h"

/* Whether the yes or no at piece i is that of another: its clause has her name or a pronoun and a verb
 * that goes with it. A name without a capital is one before a wish alone, which no thing can have:
 * "monthly would be fine" is told of nobody. */
gboolean rn_is_told_of_another (const struct rn_thoughts *thoughts, guint i, gboolean is_yes);

/* Whether piece i says what a person wishes, "I'd love to", and no thing can. */
gboolean rn_is_wish (const struct rn_thoughts *thoughts, guint i);

/* Whether it is said at piece i what she would do or like, "I'd love to", and not that she does, "happy to". */
gboolean rn_is_mere_wish (const struct rn_thoughts *thoughts, guint i);

#endif

/* Whether a number, or a day, that stands in a sentence is chosen by it: "2 please" and "I'd like 2
 * or 3" do, "2 is when my train leaves" does not. */
#ifndef RN_MAIL_CHOICES_H
#define RN_MAIL_CHOICES_H

#include "thoughts.h"

#define RN_MAYBE 45 /* percent of what stands among words that may mean anything */

/* Whether a wish reaches piece i over nothing but a list. One behind another line is said of that. */
gboolean rn_is_wished (const struct rn_thoughts *thoughts, guint i);

/* Whether what is named at piece i is meant: the words beside it are understood, or a wish reaches it,
 * and no condition or limit stands beside it. */
gboolean rn_is_meant (const struct rn_thoughts *thoughts, guint i);

/* The "one" of "the Wednesday one", the 20 of "Friday 20th am". */
gboolean rn_is_behind_date (const struct rn_thoughts *thoughts, guint i);

/* "number", "option" beside piece i. */
gboolean rn_is_beside_choice (const struct rn_thoughts *thoughts, guint i);

/* How surely the number at piece i is a choice; 0: it counts something else. */
int rn_choice_strength (const struct rn_thoughts *thoughts, guint i);

#endif

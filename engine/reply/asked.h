/* What is asked and not said: a question that names an answer gives none. */
#ifndef RN_MAIL_ASKED_H
#define RN_MAIL_ASKED_H

#include "judge.h"

/* "Worum geht es?", "would Thursday at 10 be fine?": the verb at piece i is asked about, and no answer at all. */
gboolean rn_is_asked_about (const struct rn_judge *judge, guint i);

/* "Yes?", "can I say yes for my team", "ok for Ben?": the answer at piece i is unsure. */
gboolean rn_is_asked (const struct rn_judge *judge, guint i);

/* "Is Max okay with it?", "does yes mean that …?": the question names an answer. A sure word that opens it gives one,
 * and so does a wish, "would love to?", and a question that asks nothing, "why not?" */
gboolean rn_is_named_in_question (const struct rn_judge *judge, guint i);

/* "Why not", with words between: "warum eigentlich nicht?", "why wouldn't I?" */
gboolean rn_is_rhetorical (const struct rn_thoughts *thoughts, guint i);

/* "Who could say no?" */
gboolean rn_is_rhetorical_no (const struct rn_judge *judge, guint i);

#endif

/* What a task is about, as far as something can be done with it. */
#ifndef RN_TURN_TASK_SUBJECT_H
#define RN_TURN_TASK_SUBJECT_H

#include "pairing.h"
#include "question.h"
#include "turn.h"

/* The pairing that it is about while that is alive, or NULL. */
rn_pairing *rn_task_pairing (rn_turn *turn, const rn_task *task);

/* Those of the people it is about, both of a pairing, who get no mail: they wrote STOP, or it comes back. Whoever left
 * is none of them. An array of rn_person that frees them. */
GPtrArray *rn_task_silent (rn_turn *turn, const rn_task *task, GError **error);

/* "Mia Meier, Leo Leitner". Free with g_free. */
char *rn_people_names (const GPtrArray *people);

/* Whether a word of rn_task_words does something for it now. */
gboolean rn_task_may (rn_turn *turn, const rn_task *task, const char *word, gboolean *may, GError **error);

/* Whether nothing is left to be done: its pairing has ended, or none of its mails waits. */
gboolean rn_task_is_over (rn_turn *turn, const rn_task *task, gboolean *is_over, GError **error);

#endif

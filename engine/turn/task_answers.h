/* An answer to the mail of a task: one word of task_words.h, or DONE or LATER in other words. */
#ifndef RN_TURN_TASK_ANSWERS_H
#define RN_TURN_TASK_ANSWERS_H

#include "incoming.h"
#include "question.h"

/* What is no such word changes nothing, and is answered by a mail that lists the words. Of anybody but those who look
 * after the program it is held. */
gboolean rn_task_take_answer (rn_turn *turn, rn_task *task, const rn_person *sender, const rn_reading *reading,
                              struct rn_ending *ending, GError **error);

#endif

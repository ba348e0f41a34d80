/* Who looks after a program: the coordinator; her deputies, who get her tasks while she is away and
 * may answer them at any time; and the sponsor, whom a task reaches that nobody answers. */
#ifndef RN_TURN_STAFF_H
#define RN_TURN_STAFF_H

#include "question.h"
#include "reading.h"
#include "sender.h"
#include "turn.h"

/* Whether only the coordinator herself may see it: somebody wants to speak with her in confidence. */
gboolean rn_task_is_confidential (const rn_task *task);

/* Whether it is for the coordinator and her deputies alone: a call for help. */
gboolean rn_task_is_discreet (const rn_task *task);

/* Whether that is the address of one of them. */
gboolean rn_staff_has (const rn_program *program, const char *address);

/* The address that a task goes to now; belongs to the program. */
const char *rn_staff_for (rn_turn *turn, const rn_task *task);

/* Whether whoever wrote this may say what becomes of the task: one of these people by any address of hers in the
 * directory, or in a trial the mailbox that plays everybody. */
gboolean rn_staff_may_answer (rn_turn *turn, const rn_task *task, const rn_reading *reading, const rn_person *sender);

/* An automatic reply to a task's mail: whoever it is of is away until then, and an open task that she got goes to
 * whoever is there. FALSE in *taken when it is of nobody who looks after the program. */
gboolean rn_staff_absent (rn_turn *turn, const rn_sender *sender, const rn_reading *reading, gboolean *taken, GError **error);

/* A task's mail comes back: whoever should have it counts as away, and it goes to whoever is there. FALSE in *taken when
 * nobody else is, or it is no task's mail. */
gboolean rn_staff_bounced (rn_turn *turn, const rn_sender *sender, const struct rn_bounce *bounce, gboolean *taken, GError **error);

#endif

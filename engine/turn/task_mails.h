/* Held mails that one task tells of. */
#ifndef RN_TURN_TASK_MAILS_H
#define RN_TURN_TASK_MAILS_H

#include "bundle.h"
#include "question.h"
#include "turn.h"

#define RN_MAX_TASK_MAILS 30 /* of one task; more are looked at with “rotnem held” */

/* The ids as the task keeps them, as its fact “mails”: the first of them. */
char *rn_task_mails_text (const GArray *ids);

/* Those of the task's mails that still wait for a person. Free with g_array_unref. */
GArray *rn_task_mails (rn_turn *turn, const rn_task *task, GError **error);

/* Adds them to the fields of a template: the list “mails” of number, sender, subject and why. */
gboolean rn_fields_mails (rn_turn *turn, const rn_task *task, const char *language, GByteArray *fields, GError **error);

#endif

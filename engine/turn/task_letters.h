/* Mails about tasks, to whoever looks after the program. */
#ifndef RN_TURN_TASK_LETTERS_H
#define RN_TURN_TASK_LETTERS_H

#include "bundle.h"
#include "question.h"
#include "turn.h"

/* Mails the task to that address in a template: its own, a reminder, or the list of words by which it is answered. */
gboolean rn_task_mail (rn_turn *turn, const rn_task *task, const char *template, const char *to, GError **error);

/* The same as an answer to the mail of this turn. */
gboolean rn_task_answer (rn_turn *turn, const rn_task *task, const char *template, const char *to, GByteArray *fields,
                         GError **error);

/* Fills what every mail about a task has: what, about. */
gboolean rn_fields_task (rn_turn *turn, const rn_task *task, const char *language, GByteArray *fields, GError **error);

/* The language of whoever has this address, who need not be in the directory. Free with g_free. */
char *rn_task_language (rn_turn *turn, const char *address, GError **error);

#endif

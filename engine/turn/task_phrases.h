/* What the mail of a task says in a few words, in the language of whoever gets it: the phrases of
 * templates/PROGRAM/LANGUAGE/tasks.ini, with what is known of the task filled in. */
#ifndef RN_TURN_TASK_PHRASES_H
#define RN_TURN_TASK_PHRASES_H

#include "question.h"
#include "turn.h"

/* Its cause as a sentence, or what it said when it was made. A cause that tasks.ini does not word is a CONFIG error. */
char *rn_task_sentence (rn_turn *turn, const rn_task *task, const char *language, GError **error);

/* Whom it is about, with addresses, and the ref where the command line takes nothing else; or "". */
char *rn_task_about_text (rn_turn *turn, const rn_task *task, const char *language, GError **error);

/* Any phrase with one field; the value alone where there is no such phrase. Free with g_free. */
char *rn_task_phrase (rn_turn *turn, const char *language, const char *group, const char *key, const char *field,
                      const char *value);

/* A fact of its cause ("to"), or NULL. */
const char *rn_task_fact (const rn_task *task, const char *name);

#endif

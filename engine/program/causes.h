/* Why a task was given: the closed list of words that `tasks --json` shows. The sentence of each, in
 * every language, stands in templates/PROGRAM/LANGUAGE/tasks.ini, so a language needs files alone. A
 * policy may give a cause of its own, which its program's tasks.ini words. */
#ifndef RN_PROGRAM_CAUSES_H
#define RN_PROGRAM_CAUSES_H

#include <glib.h>

struct rn_cause {
	const char *word;  /* "late-no" */
	const char *facts; /* fields that its sentence may use, separated by spaces */
};

/* Ends with a row whose word is NULL. */
extern const struct rn_cause rn_causes[];

/* The row of a word, or NULL for a policy's own. */
const struct rn_cause *rn_cause_find (const char *word);

/* What the mails of a task say: the words by which it is answered, keys of the group “words”. */
#define RN_N_TASK_WORDS 10
extern const char *const rn_task_words[RN_N_TASK_WORDS + 1]; /* ends with NULL */

#endif

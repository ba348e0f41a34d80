/* The phrases of tasks (tasks.ini), before a task is due. */
#ifndef RN_RUN_CHECK_PHRASES_H
#define RN_RUN_CHECK_PHRASES_H

#include <glib.h>

/* Adds a line (char *) for each problem of that file: its syntax, groups, words and reasons that are none, fields that a
 * cause does not have. `shown` names the file in these lines. Without such a file there is none. */
void rn_check_phrases (const char *path, const char *shown, GPtrArray *problems);

#endif

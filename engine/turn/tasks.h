/* Things that a named person has to do: mailed, answered DONE or LATER, reminded after
 * three working days, escalated to the sponsor after seven. */
#ifndef RN_TURN_TASKS_H
#define RN_TURN_TASKS_H

#include "question.h"
#include "turn.h"

struct rn_task_order {
	const char *template;    /* pairing-needs-you, fallback-task … */
	gconstpointer about;     /* record, or NULL */
	const char *what;        /* one sentence */
	const char *details;     /* or "" */
	gboolean fallback;
};

/* Makes a task for the coordinator and mails it. */
rn_task *rn_task_make (rn_turn *turn, const struct rn_task_order *order, GError **error);

/* DONE: ends it, and tells the policy when it was about a pairing. LATER: reminds again. */
gboolean rn_task_done (rn_turn *turn, rn_task *task, GError **error);
gboolean rn_task_later (rn_turn *turn, rn_task *task, GError **error);

/* The reminder is due. */
gboolean rn_task_remind (rn_turn *turn, rn_task *task, GError **error);

#endif

/* Things that a named person has to do: mailed, answered by one word, reminded of after three
 * working days, escalated to the sponsor once, after seven. */
#ifndef RN_TURN_TASKS_H
#define RN_TURN_TASKS_H

#include "question.h"
#include "turn.h"

struct rn_task_order {
	const char *template;    /* pairing-needs-you, fallback-task … */
	gconstpointer about;     /* record, or NULL */
	const char *cause;       /* word of causes.h, or of the program's own tasks.ini */
	const char *const *facts; /* of the cause, names and values in turn, ends with NULL; or NULL */
	const char *details;     /* what somebody wrote, or NULL */
	gboolean fallback;
};

/* Facts in place: RN_FACTS ("person", name). */
#define RN_FACTS(...) (const char *const[]) { __VA_ARGS__, NULL }

/* Makes a task for the coordinator, or who is there for her, and mails it. CONFIG when the cause has no words. */
rn_task *rn_task_make (rn_turn *turn, const struct rn_task_order *order, GError **error);

/* DONE: ends it, and tells the policy when it was about a pairing. LATER: reminds again, of what was not answered anew. */
gboolean rn_task_done (rn_turn *turn, rn_task *task, GError **error);
gboolean rn_task_later (rn_turn *turn, rn_task *task, GError **error);

/* The reminder is due. What has settled itself is done instead: its pairing has ended, its mails wait no more. */
gboolean rn_task_remind (rn_turn *turn, rn_task *task, GError **error);

/* Whoever got it is away: it goes to whoever is there, if anybody is. */
gboolean rn_task_hand_on (rn_turn *turn, rn_task *task, const char *from, GError **error);

#endif

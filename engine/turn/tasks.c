#include "tasks.h"

#include "pairing.h"
#include "records.h"
#include "staff.h"
#include "task_letters.h"
#include "task_phrases.h"
#include "task_subject.h"

static gboolean
schedule (rn_turn *turn, rn_task *task, const char *setting, const char *initial, GError **error)
{
	g_autofree char *ref = rn_record_ref (task);
	task->due = rn_turn_after (turn, setting, initial, turn->now, NULL);
	return rn_event_cancel (turn->db, "task:remind", ref, error) &&
	       rn_turn_raise (turn, task->due, "task:remind", task, NULL, error) && rn_save (turn->db, task, error);
}

static GStrv
facts_of (const struct rn_task_order *order)
{
	g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();

	for (const char *const *fact = order->facts; fact != NULL && *fact != NULL; fact += 2) {
		g_autofree char *one = g_strconcat (fact[0], "=", fact[1], NULL);
		g_strv_builder_add (facts, one);
	}
	return g_strv_builder_end (facts);
}

/* The task as it was ordered, not saved yet. */
static rn_task *
task_of (rn_turn *turn, const struct rn_task_order *order, GError **error)
{
	g_autoptr (rn_task) task = rn_task_new ();
	g_autofree char *about = order->about != NULL ? rn_record_ref (order->about) : g_strdup ("");

	rn_record_set (&task->program, turn->program->name);
	rn_record_set (&task->template, order->template);
	rn_record_set (&task->about, about);
	rn_record_set (&task->cause, order->cause);
	g_strfreev (task->facts);
	task->facts = facts_of (order);
	rn_record_set (&task->details, order->details != NULL ? order->details : "");
	task->fallback = order->fallback;
	task->made = turn->now;
	g_autofree char *what = rn_task_sentence (turn, task, "en", error);
	if (what == NULL)
		return NULL;
	rn_record_set (&task->what, what);
	rn_record_set (&task->to, rn_staff_for (turn, task));
	return g_steal_pointer (&task);
}

/* The words of a call for help are in that mail alone: lists of tasks are for whoever runs the engine. */
static gboolean
keep_no_words (rn_turn *turn, rn_task *task, GError **error)
{
	if (!rn_task_is_discreet (task))
		return TRUE;
	rn_record_set (&task->details, "");
	return rn_save (turn->db, task, error);
}

rn_task *
rn_task_make (rn_turn *turn, const struct rn_task_order *order, GError **error)
{
	g_autoptr (rn_task) task = task_of (turn, order, error);

	if (task == NULL)
		return NULL;
	if (!rn_save (turn->db, task, error) || !schedule (turn, task, "task_reminder", "3 working days", error) ||
	    !rn_task_mail (turn, task, task->template, task->to, error) || !keep_no_words (turn, task, error))
		return NULL;
	rn_turn_touch (turn, task);
	rn_turn_touch_ref (turn, task->about);
	rn_turn_note (turn, "a task for %s: %s", task->to, task->what);
	return g_steal_pointer (&task);
}

/* Of two of whom one wrote STOP no meeting is placed: the coordinator ends the pairing, or takes the STOP back. */
static gboolean
has_stopped (rn_turn *turn, const rn_pairing *pairing, gboolean *stopped, GError **error)
{
	g_autoptr (rn_person) mentor = rn_load (turn->db, &rn_person_kind, pairing->mentor, error);
	g_autoptr (rn_person) leader = mentor != NULL ? rn_load (turn->db, &rn_person_kind, pairing->leader, error) : NULL;

	*stopped = leader != NULL && (mentor->ask_again == RN_NEVER || leader->ask_again == RN_NEVER);
	return leader != NULL;
}

gboolean
rn_task_done (rn_turn *turn, rn_task *task, GError **error)
{
	g_autofree char *ref = rn_record_ref (task);
	g_autoptr (rn_pairing) pairing = rn_task_pairing (turn, task);

	rn_turn_touch (turn, task);
	if (task->state == RN_TASK_DONE)
		return TRUE;
	if (!rn_record_step (task, RN_TASK_DONE, error) || !rn_save (turn->db, task, error) ||
	    !rn_event_cancel (turn->db, "task:remind", ref, error))
		return FALSE;
	rn_turn_note (turn, "the task is done");
	if (pairing == NULL)
		return TRUE;
	gboolean stopped = FALSE;
	if (!has_stopped (turn, pairing, &stopped, error))
		return FALSE;
	pairing->last_act = turn->now;
	rn_turn_touch (turn, pairing);
	if (stopped)
		rn_turn_note (turn, "one of the two wants no mail: no meeting is placed until “people resume” or “pairings end”");
	return rn_save (turn->db, pairing, error) && (stopped || rn_turn_raise (turn, turn->now, "task:done", task, NULL, error));
}

gboolean
rn_task_later (rn_turn *turn, rn_task *task, GError **error)
{
	rn_turn_touch (turn, task);
	rn_turn_note (turn, "the task is put off");
	if (task->state == RN_TASK_DONE)
		return TRUE;
	/* who answers is at it: the sponsor hears of silence */
	if (task->state == RN_TASK_REMINDED && !rn_record_step (task, RN_TASK_OPEN, error))
		return FALSE;
	return schedule (turn, task, "task_reminder", "3 working days", error);
}

static gboolean
remind (rn_turn *turn, rn_task *task, GError **error)
{
	if (task->state == RN_TASK_OPEN && !rn_record_step (task, RN_TASK_REMINDED, error))
		return FALSE;
	rn_record_set (&task->to, rn_staff_for (turn, task));
	return rn_task_mail (turn, task, "task-reminder", task->to, error);
}

/* Once; from then on its own people are reminded again. */
static gboolean
escalate (rn_turn *turn, rn_task *task, GError **error)
{
	task->escalated = turn->now;
	return (task->state == RN_TASK_ESCALATED || rn_record_step (task, RN_TASK_ESCALATED, error)) &&
	       rn_task_mail (turn, task, "task-escalated", turn->program->sponsor, error);
}

gboolean
rn_task_remind (rn_turn *turn, rn_task *task, GError **error)
{
	gboolean is_over = FALSE;

	if (task->state == RN_TASK_DONE)
		return TRUE;
	if (!rn_task_is_over (turn, task, &is_over, error))
		return FALSE;
	if (is_over)
		return rn_task_done (turn, task, error);
	rn_turn_touch (turn, task);
	gboolean escalates = task->state == RN_TASK_REMINDED && task->escalated == 0 && *turn->program->sponsor != '\0' &&
	                     !rn_task_is_discreet (task);
	return (escalates ? escalate (turn, task, error) : remind (turn, task, error)) &&
	       schedule (turn, task, "task_escalation", "4 working days", error);
}

gboolean
rn_task_hand_on (rn_turn *turn, rn_task *task, const char *from, GError **error)
{
	const char *to = rn_staff_for (turn, task);

	if (task->state == RN_TASK_DONE || !g_str_equal (task->to, from) || g_str_equal (to, from))
		return TRUE;
	rn_turn_touch (turn, task);
	rn_record_set (&task->to, to);
	return rn_save (turn->db, task, error) && rn_task_mail (turn, task, task->template, to, error);
}

#include "tasks.h"

#include "mailing.h"
#include "pairing.h"
#include "queries.h"
#include "records.h"
#include "title.h"

/* A call for help is for the coordinator's eyes: it goes to nobody else, and its words are
 * mailed once. */
static gboolean
is_confidential (const rn_task *task)
{
	return g_str_equal (task->template, "help-wanted");
}

/* What it is about, as people say; with the ref where the command line takes nothing else. */
static char *
about_words (rn_turn *turn, const rn_task *task)
{
	g_autofree char *title = rn_ref_title (turn->db, task->about);

	if (*title == '\0' || g_str_has_prefix (task->about, "person:"))
		return g_strdup (*title != '\0' ? title : task->about);
	return g_strdup_printf ("%s (%s)", title, task->about);
}

/* Whoever gets it need not be in the directory. */
static gboolean
language_of (rn_turn *turn, const char *address, char **language, GError **error)
{
	GError *failure = NULL;
	g_autoptr (rn_person) person = rn_person_by_address (turn->db, address, &failure);

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	*language = g_strdup (person != NULL ? person->language : turn->program->language);
	return TRUE;
}

static gboolean
mail_task (rn_turn *turn, rn_task *task, const char *template, const char *to, GError **error)
{
	gboolean with_details = !is_confidential (task) || g_str_equal (template, task->template);

	g_autofree char *ref = rn_record_ref (task), *about = about_words (turn, task), *language = NULL;
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	if (!language_of (turn, to, &language, error))
		return FALSE;
	rn_bundle_text (fields, "what", task->what);
	rn_bundle_text (fields, "about", about);
	rn_bundle_text (fields, "details", with_details ? task->details : "");
	struct rn_mailing mailing = {
		.address = to, .name = to, .language = language, .template = template, .about = ref, .fields = fields,
	};
	return rn_turn_mail (turn, &mailing, error);
}

static gboolean
schedule (rn_turn *turn, rn_task *task, const char *setting, const char *initial, GError **error)
{
	g_autofree char *ref = rn_record_ref (task);
	task->due = rn_turn_after (turn, setting, initial, turn->now, NULL);
	return rn_event_cancel (turn->db, "task:remind", ref, error) &&
	       rn_turn_raise (turn, task->due, "task:remind", task, NULL, error) && rn_save (turn->db, task, error);
}

rn_task *
rn_task_make (rn_turn *turn, const struct rn_task_order *order, GError **error)
{
	g_autoptr (rn_task) task = rn_task_new ();
	g_autofree char *about = order->about != NULL ? rn_record_ref (order->about) : g_strdup ("");

	rn_record_set (&task->program, turn->program->name);
	rn_record_set (&task->to, turn->program->coordinator);
	rn_record_set (&task->template, order->template);
	rn_record_set (&task->about, about);
	rn_record_set (&task->what, order->what);
	rn_record_set (&task->details, order->details);
	task->fallback = order->fallback;
	task->made = turn->now;
	if (!rn_save (turn->db, task, error) || !schedule (turn, task, "task_reminder", "3 working days", error) ||
	    !mail_task (turn, task, order->template, task->to, error))
		return NULL;
	rn_turn_touch (turn, task);
	rn_turn_touch_ref (turn, about);
	rn_turn_note (turn, "a task for %s: %s", task->to, task->what);
	return g_steal_pointer (&task);
}

/* The pairing that a task is about, if it is alive. */
static rn_pairing *
live_pairing (rn_turn *turn, const rn_task *task)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!rn_ref_parse (task->about, &kind, &id) || kind != &rn_pairing_kind)
		return NULL;
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, id, NULL);
	return pairing != NULL && pairing->state == RN_PAIRING_ACTIVE ? g_steal_pointer (&pairing) : NULL;
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
	g_autoptr (rn_pairing) pairing = live_pairing (turn, task);

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
	return task->state == RN_TASK_DONE || schedule (turn, task, "task_reminder", "3 working days", error);
}

gboolean
rn_task_remind (rn_turn *turn, rn_task *task, GError **error)
{
	static const int next[] = {
		[RN_TASK_OPEN] = RN_TASK_REMINDED,
		[RN_TASK_REMINDED] = RN_TASK_ESCALATED,
		[RN_TASK_ESCALATED] = RN_TASK_ESCALATED,
	};
	if (task->state == RN_TASK_DONE)
		return TRUE;
	rn_turn_touch (turn, task);
	if (task->state != RN_TASK_ESCALATED && !rn_record_step (task, next[task->state], error))
		return FALSE;
	gboolean escalate = task->state == RN_TASK_ESCALATED && *turn->program->sponsor != '\0' && !is_confidential (task);
	if (escalate)
		rn_record_set (&task->to, turn->program->sponsor);
	return mail_task (turn, task, "task-reminder", task->to, error) &&
	       schedule (turn, task, "task_escalation", "4 working days", error);
}

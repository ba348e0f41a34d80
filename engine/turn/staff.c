#include "staff.h"

#include "address.h"
#include "events.h"
#include "people.h"
#include "queries.h"
#include "records.h"
#include "tasks.h"

gboolean
rn_task_is_confidential (const rn_task *task)
{
	return g_str_equal (task->cause, "wants-confidence");
}

gboolean
rn_task_is_discreet (const rn_task *task)
{
	return g_str_equal (task->template, "help-wanted");
}

gboolean
rn_staff_has (const rn_program *program, const char *address)
{
	gboolean has = g_ascii_strcasecmp (program->coordinator, address) == 0 || g_ascii_strcasecmp (program->sponsor, address) == 0;

	for (char **deputy = program->deputies; !has && deputy != NULL && *deputy != NULL; deputy++)
		has = g_ascii_strcasecmp (*deputy, address) == 0;
	return has;
}

/* ---- Who is away --------------------------------------------------------------------- */

/* Of somebody who is not in the directory an absence is an event that waits for her return. */
static char *
key_of (const char *address)
{
	return g_strconcat ("away:", address, NULL);
}

static gboolean
is_away (rn_turn *turn, const char *address)
{
	g_autoptr (rn_person) person = rn_person_by_address (turn->db, address, NULL);
	g_autofree char *key = key_of (address);
	gboolean waits = FALSE;

	if (person != NULL)
		return person->state == RN_PERSON_LEFT || person->absent_until > turn->now;
	return rn_event_waits (turn->db, key, &waits, NULL) && waits;
}

const char *
rn_staff_for (rn_turn *turn, const rn_task *task)
{
	const char *coordinator = turn->program->coordinator;
	GStrv deputies = turn->program->deputies;

	if (deputies == NULL || rn_task_is_confidential (task) || !is_away (turn, coordinator))
		return coordinator;
	for (char **deputy = deputies; *deputy != NULL; deputy++)
		if (!is_away (turn, *deputy))
			return *deputy;
	return coordinator;
}

#define RN_AWAY_UNKNOWN (7 * RN_DAY) /* an automatic reply without a date of return */
#define RN_AWAY_MOST (200 * RN_DAY)  /* a date beyond that was misread */

static gboolean
note_away (rn_turn *turn, const char *address, rn_time until, GError **error)
{
	GError *failure = NULL;
	g_autoptr (rn_person) person = rn_person_by_address (turn->db, address, &failure);
	g_autofree char *key = key_of (address);

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	if (person != NULL)
		return rn_person_absent (turn, person, until, error);
	if (until <= turn->now || until > turn->now + RN_AWAY_MOST)
		until = turn->now + RN_AWAY_UNKNOWN;
	rn_turn_note (turn, "%s is away", address);
	return rn_event_add (turn->db, until, turn->program->name, "staff:back", "", NULL, key, error);
}

/* ---- Who it is ------------------------------------------------------------------------- */

static gboolean
is_same (rn_turn *turn, const char *address, const char *from, const rn_person *sender)
{
	g_autoptr (rn_person) person = NULL;

	if (*address == '\0' || g_ascii_strcasecmp (address, from) == 0)
		return *address != '\0';
	person = sender != NULL ? rn_person_by_address (turn->db, address, NULL) : NULL;
	return person != NULL && person->record.id == sender->record.id;
}

static gboolean
is_deputy (rn_turn *turn, const char *from, const rn_person *sender)
{
	for (char **deputy = turn->program->deputies; deputy != NULL && *deputy != NULL; deputy++)
		if (is_same (turn, *deputy, from, sender))
			return TRUE;
	return FALSE;
}

gboolean
rn_staff_may_answer (rn_turn *turn, const rn_task *task, const rn_reading *reading, const rn_person *sender)
{
	g_autofree char *from = rn_address_base (reading->from);
	const char *trial = turn->site->redirect_all_to;

	return is_same (turn, turn->program->coordinator, from, sender) ||
	       (!rn_task_is_confidential (task) && is_deputy (turn, from, sender)) ||
	       (task->escalated != 0 && is_same (turn, turn->program->sponsor, from, sender)) ||
	       (*trial != '\0' && g_str_equal (trial, from));
}

static gboolean
is_about_task (const rn_sender *sender, gint64 *id)
{
	const struct rn_kind *kind;
	return sender->trust == RN_TRUST_COORDINATOR && rn_ref_parse (sender->about, &kind, id) && kind == &rn_task_kind;
}

gboolean
rn_staff_bounced (rn_turn *turn, const rn_sender *sender, const struct rn_bounce *bounce, gboolean *taken, GError **error)
{
	gint64 id;

	*taken = bounce->permanent && is_about_task (sender, &id);
	if (!*taken)
		return TRUE;
	g_autoptr (rn_task) task = rn_load (turn->db, &rn_task_kind, id, error);
	if (task == NULL)
		return FALSE;
	/* the sponsor was only told of it */
	gboolean is_sponsor = g_ascii_strcasecmp (bounce->recipient, turn->program->sponsor) == 0;
	g_autofree char *to = g_strdup (is_sponsor ? turn->program->sponsor : task->to);
	rn_turn_note (turn, "mail to %s comes back: %s", to, bounce->reason);
	if (!note_away (turn, to, 0, error) || !rn_task_hand_on (turn, task, to, error))
		return FALSE;
	*taken = is_sponsor || !g_str_equal (task->to, to);
	return TRUE;
}

gboolean
rn_staff_absent (rn_turn *turn, const rn_sender *sender, const rn_reading *reading, gboolean *taken, GError **error)
{
	g_autofree char *from = rn_address_base (reading->from);
	gint64 id;

	*taken = is_about_task (sender, &id);
	if (!*taken)
		return TRUE;
	g_autoptr (rn_task) task = rn_load (turn->db, &rn_task_kind, id, error);
	if (task == NULL)
		return FALSE;
	*taken = rn_staff_may_answer (turn, task, reading, sender->person);
	if (!*taken)
		return TRUE;
	return note_away (turn, from, reading->absent_until, error) && rn_task_hand_on (turn, task, from, error);
}

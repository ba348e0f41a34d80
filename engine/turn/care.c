#include "care.h"

#include "inbox.h"
#include "pairing.h"
#include "queries.h"
#include "records.h"
#include "task_mails.h"
#include "tasks.h"

#define RN_ADRIFT_AFTER (12 * RN_HOUR) /* the policy had its chance to place a next act */
#define RN_TASKS_A_DAY 100             /* of pairs adrift: nobody settles more in a day, and the next day has the others */

/* The ladder for a pairing without a next meeting: 14, 28 and 42 days. */
static gboolean
climb (rn_turn *turn, rn_pairing *pairing, GError **error)
{
	gint64 rung = MIN ((turn->now - pairing->last_act) / (14 * RN_DAY), 3);

	if (rung <= pairing->rung)
		return TRUE;
	pairing->rung = rung;
	rn_turn_touch (turn, pairing);
	return rn_save (turn->db, pairing, error) &&
	       rn_turn_raise (turn, turn->now, "pairing:late", pairing, g_variant_new_parsed ("{'rung': <%x>}", rung), error);
}

/* Never abandoned: whatever a policy did or failed to do, a person is asked to help. */
static gboolean
catch_adrift (rn_turn *turn, rn_pairing *pairing, GError **error)
{
	struct rn_task_order order = {
		.template = "fallback-task", .about = pairing, .cause = "no-next-step", .fallback = TRUE,
	};
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return task != NULL;
}

/* What waits for a person's eye is told once a day, in one mail, also what came while the engine was down. */
static gboolean
tell_held (rn_turn *turn, GError **error)
{
	rn_time told = 0;
	g_autoptr (GArray) ids = rn_task_last (turn->db, turn->program->name, "mail-held", &told, error)
	                                 ? rn_inbox_held_since (turn->db, told, error)
	                                 : NULL;

	if (ids == NULL || ids->len == 0)
		return ids != NULL;
	g_autofree char *count = g_strdup_printf ("%u", ids->len), *mails = rn_task_mails_text (ids);
	struct rn_task_order order = {
		.template = "mail-held", .cause = "mails-wait", .facts = RN_FACTS ("count", count, "mails", mails),
	};
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return task != NULL;
}

gboolean
rn_care (rn_turn *turn, GError **error)
{
	g_autoptr (GPtrArray) late = rn_pairings_late (turn->db, turn->program->name, turn->now - 14 * RN_DAY, error);
	g_autoptr (GPtrArray) adrift =
	        late != NULL ? rn_pairings_adrift (turn->db, turn->program->name, turn->now - RN_ADRIFT_AFTER, error) : NULL;

	for (guint i = 0; adrift != NULL && i < MIN (adrift->len, RN_TASKS_A_DAY); i++)
		if (!catch_adrift (turn, g_ptr_array_index (adrift, i), error))
			return FALSE;
	for (guint i = 0; adrift != NULL && i < late->len; i++)
		if (!climb (turn, g_ptr_array_index (late, i), error))
			return FALSE;
	return adrift != NULL && tell_held (turn, error);
}

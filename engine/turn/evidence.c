#include "evidence.h"

#include "away.h"
#include "meeting.h"
#include "person.h"
#include "records.h"

#define RN_PACE_OF_NONE "28 days" /* of a program without a setting of that kind: about monthly */

static gint
by_start (gconstpointer a, gconstpointer b)
{
	const struct rn_session *one = a, *other = b;
	return (one->start > other->start) - (one->start < other->start);
}

/* Whether it took place, or may have. */
static gboolean
counts (const rn_meeting *meeting, rn_time now)
{
	return meeting->state == RN_MEETING_HELD || meeting->state == RN_MEETING_UNCONFIRMED ||
	       (rn_meeting_is_live (meeting) && meeting->start <= now);
}

static GArray *
sessions_of (const struct rn_evidence_order *order, const rn_pairing *pairing, GError **error)
{
	g_autoptr (GPtrArray) meetings = rn_find (order->db, &rn_meeting_kind, error, "pairing", pairing->record.id, NULL);
	GArray *sessions = g_array_new (FALSE, FALSE, sizeof (struct rn_session));

	for (guint i = 0; meetings != NULL && i < meetings->len; i++) {
		const rn_meeting *meeting = g_ptr_array_index (meetings, i);
		struct rn_session session = { meeting->start, meeting->state == RN_MEETING_HELD };
		if (counts (meeting, order->until))
			g_array_append_val (sessions, session);
	}
	g_array_sort (sessions, by_start);
	return sessions;
}

/* Adds when she was away, and the holidays of her site. */
static gboolean
add_off (const struct rn_evidence_order *order, gint64 id, GArray *off, GError **error)
{
	g_autoptr (rn_person) person = rn_load (order->db, &rn_person_kind, id, error);
	g_autoptr (GPtrArray) absences = person != NULL ? rn_find (order->db, &rn_away_kind, error, "person", id, NULL) : NULL;
	const GArray *days = absences != NULL ? rn_almanac_days (order->almanac, person->site, person->zone, order->until) : NULL;

	for (guint i = 0; absences != NULL && i < absences->len; i++) {
		const rn_away *away = g_ptr_array_index (absences, i);
		struct rn_span span = { away->since, away->until };
		g_array_append_val (off, span);
	}
	if (days != NULL)
		g_array_append_vals (off, days->data, days->len);
	return absences != NULL;
}

gboolean
rn_evidence_of (const struct rn_evidence_order *order, const rn_pairing *pairing, struct rn_regularity *whole,
                struct rn_regularity *lately, GError **error)
{
	GError *failure = NULL;
	g_autoptr (GArray) off = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	g_autoptr (GArray) sessions = sessions_of (order, pairing, &failure);
	g_autoptr (GArray) pace = rn_pace_parse (*order->program->pace != '\0' ? order->program->pace : RN_PACE_OF_NONE, NULL);

	if (pace == NULL) /* a policy may set a step of no length */
		pace = rn_pace_parse (RN_PACE_OF_NONE, NULL);
	if (failure != NULL || !add_off (order, pairing->mentor, off, &failure) ||
	    !add_off (order, pairing->leader, off, &failure)) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	struct rn_regularity_order question = {
		.since = pairing->since, .until = pairing->ended != 0 ? MIN (pairing->ended, order->until) : order->until,
		.from = order->from, .sessions = (const struct rn_session *) (gpointer) sessions->data, .n_sessions = sessions->len,
		.off = (const struct rn_span *) (gpointer) off->data, .n_off = off->len,
		.pace = (const struct rn_pace_step *) (gpointer) pace->data, .n_pace = pace->len,
	};
	*whole = rn_regularity (&question);
	question.from = MAX (order->from, question.until - RN_REGULARITY_RECENT);
	*lately = rn_regularity (&question);
	return TRUE;
}

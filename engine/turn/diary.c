#include "diary.h"

#include "almanac.h"
#include "busy.h"
#include "meeting.h"
#include "queries.h"

rn_hours *
rn_diary_hours (rn_turn *turn, const rn_person *person, GError **error)
{
	rn_hours *hours = rn_hours_new (person->hours, person->zone, error);

	if (hours != NULL)
		rn_almanac_close (turn->site->almanac, person->site, person->zone, turn->now, hours);
	return hours;
}

rn_time
rn_polite_time (rn_turn *turn, const rn_person *person, rn_time now)
{
	rn_time from = MAX (now, person->absent_until);
	g_autoptr (rn_hours) hours = rn_diary_hours (turn, person, NULL);
	rn_time next = hours != NULL ? rn_hours_next (hours, from) : from;

	return next != RN_NEVER ? next : from;
}

/* Notes her for the calendars to be asked about, unless they were lately. */
static gboolean
want_calendar (rn_turn *turn, const rn_person *person, GError **error)
{
	gint64 n = 0;

	if (turn->site->n_calendars == 0)
		return TRUE;
	if (!rn_busy_asked (turn->db, person->record.id, turn->now - RN_BUSY_FRESH, &n, error))
		return FALSE;
	if (n < turn->site->n_calendars)
		g_array_append_val (turn->wanted, person->record.id);
	return TRUE;
}

/* Her calendar has the meeting that is to be moved as well. */
static void
cut_out (GArray *spans, const rn_meeting *meeting)
{
	for (guint i = spans->len; i > 0; i--) {
		struct rn_span span = g_array_index (spans, struct rn_span, i - 1);
		struct rn_span before = { span.start, MIN (span.end, meeting->start) };
		struct rn_span behind = { MAX (span.start, meeting->ends), span.end };
		g_array_remove_index_fast (spans, i - 1);
		if (before.start < before.end)
			g_array_append_val (spans, before);
		if (behind.start < behind.end)
			g_array_append_val (spans, behind);
	}
}

static gboolean
add_calendar (rn_diary *diary, rn_turn *turn, const rn_person *person, gint64 except, GError **error)
{
	g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	g_autoptr (rn_meeting) meeting = except != 0 ? rn_load (turn->db, &rn_meeting_kind, except, error) : NULL;
	struct rn_span known = { 0, 0 };

	if ((except != 0 && meeting == NULL) || !want_calendar (turn, person, error) ||
	    !rn_busy_of (turn->db, person->record.id, spans, &known, error))
		return FALSE;
	if (meeting != NULL)
		cut_out (spans, meeting);
	g_array_append_vals (diary->busy, spans->data, spans->len);
	g_array_append_val (diary->known, known);
	return TRUE;
}

/* Our own meetings, being away, and what her calendars said. */
static gboolean
add_person (rn_diary *diary, rn_turn *turn, const rn_person *person, rn_time from, gint64 except, GError **error)
{
	struct rn_span away = { turn->now, person->absent_until };
	rn_hours *hours = rn_diary_hours (turn, person, error);

	if (hours == NULL)
		return FALSE;
	g_ptr_array_add (diary->hours, hours);
	g_autoptr (GArray) meetings = rn_busy_spans (turn->db, person->record.id, from, except, error);
	if (meetings == NULL || !add_calendar (diary, turn, person, except, error))
		return FALSE;
	g_array_append_vals (diary->busy, meetings->data, meetings->len);
	if (away.end > away.start)
		g_array_append_val (diary->busy, away);
	return TRUE;
}

gboolean
rn_diary_open (rn_diary *diary, rn_turn *turn, rn_person *const *people, gsize n_people, rn_time from, gint64 except,
               GError **error)
{
	*diary = (rn_diary) {
		.hours = g_ptr_array_new_with_free_func ((GDestroyNotify) rn_hours_free),
		.busy = g_array_new (FALSE, FALSE, sizeof (struct rn_span)),
		.known = g_array_new (FALSE, FALSE, sizeof (struct rn_span)),
	};
	for (gsize i = 0; i < n_people; i++)
		if (!add_person (diary, turn, people[i], from, except, error))
			return FALSE;
	return TRUE;
}

void
rn_diary_clear (rn_diary *diary)
{
	g_clear_pointer (&diary->hours, g_ptr_array_unref);
	g_clear_pointer (&diary->busy, g_array_unref);
	g_clear_pointer (&diary->known, g_array_unref);
}

struct rn_slot_request
rn_diary_request (const rn_diary *diary, rn_time earliest, rn_time latest, rn_time length)
{
	return (struct rn_slot_request) {
		.hours = (const rn_hours *const *) diary->hours->pdata, .n_hours = diary->hours->len,
		.busy = (const struct rn_span *) diary->busy->data, .n_busy = diary->busy->len,
		.earliest = earliest, .latest = latest, .length = length,
	};
}

gboolean
rn_diary_knows (const rn_diary *diary, gsize who, rn_time start, rn_time end)
{
	struct rn_span known = g_array_index (diary->known, struct rn_span, who);
	return known.start <= start && end <= known.end;
}

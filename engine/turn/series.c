#include "series.h"

#include "clock.h"
#include "ends.h"
#include "error.h"
#include "meeting_parts.h"
#include "records.h"
#include "zone.h"
#include "zone_text.h"

static gboolean
is_in_range (const struct rn_meeting_order *order, GError **error)
{
	if (order->every >= RN_DAY && order->every % RN_DAY == 0 && order->times >= 2 && order->times <= RN_MAX_SERIES &&
	    order->every * (order->times - 1) <= 365 * RN_DAY)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "a series is of 2 to %d meetings, whole days apart, within a year",
	             RN_MAX_SERIES);
	return FALSE;
}

static char *
rule_of (const struct rn_meeting_order *order)
{
	gint64 days = order->every / RN_DAY;
	gboolean is_weekly = days % 7 == 0;

	return g_strdup_printf ("FREQ=%s;INTERVAL=%" G_GINT64_FORMAT ";COUNT=%" G_GINT64_FORMAT, is_weekly ? "WEEKLY" : "DAILY",
	                        is_weekly ? days / 7 : days, order->times);
}

/* The others like the first, by the clock there. */
static gboolean
add_others (rn_turn *turn, const rn_meeting *first, const struct rn_meeting_order *order, GTimeZone *zone, GError **error)
{
	for (gint64 i = 1; i < order->times; i++) {
		g_autoptr (rn_meeting) next = rn_meeting_new ();
		rn_record_set (&next->program, first->program);
		rn_record_set (&next->template, first->template);
		rn_record_set (&next->uid, first->uid);
		rn_record_set (&next->rule, first->rule);
		rn_record_set (&next->zone, first->zone);
		next->pairing = first->pairing;
		next->mentor = first->mentor;
		next->leader = first->leader;
		next->number = first->number + i;
		next->series_number = i + 1;
		next->dtstamp = first->dtstamp;
		next->occurrence = next->start = rn_zone_instant (zone, rn_zone_local (zone, first->start) + i * order->every);
		next->ends = next->start + (first->ends - first->start);
		if (!rn_meeting_keep (turn, next, error))
			return FALSE;
	}
	return TRUE;
}

rn_meeting *
rn_series_place_at (rn_turn *turn, rn_pairing *pairing, const struct rn_meeting_order *order, const char *zone, rn_time start,
                    rn_time ends, GError **error)
{
	struct rn_meeting_words words = { .template = order->template, .method = "REQUEST", .whole = TRUE };
	g_autoptr (GError) no_rule = NULL;
	g_autoptr (GTimeZone) clock = rn_zone (zone, error);

	if (clock == NULL || !is_in_range (order, error))
		return NULL;
	g_autofree char *text = rn_zone_text (zone, start, &no_rule);
	if (text == NULL) {
		rn_turn_note (turn, "%s A single meeting is placed.", no_rule->message);
		return rn_meeting_place_at (turn, pairing, order->template, start, ends, error);
	}
	g_autoptr (rn_meeting) first = rn_meeting_make (turn, pairing, order->template, start, ends, error);
	if (first == NULL)
		return NULL;
	g_free (first->rule);
	first->rule = rule_of (order);
	rn_record_set (&first->zone, zone);
	first->occurrence = start;
	first->series_number = 1;
	if (!rn_meeting_save (turn, first, error) || !add_others (turn, first, order, clock, error) ||
	    !rn_meeting_mail_both (turn, first, &words, error))
		return NULL;
	return g_steal_pointer (&first);
}

GPtrArray *
rn_series_live (rn_turn *turn, const rn_meeting *meeting, GError **error)
{
	GPtrArray *all = rn_find (turn->db, &rn_meeting_kind, error, "uid", meeting->uid, NULL);

	for (guint i = all != NULL ? all->len : 0; i > 0; i--) {
		const rn_meeting *one = g_ptr_array_index (all, i - 1);
		if (!rn_meeting_is_live (one) || one->ends <= turn->now)
			g_ptr_array_remove_index (all, i - 1);
	}
	return all;
}

/* Cancels the meeting and all others of its series that are still to come; both get one
 * CANCEL. A meeting that is in none is cancelled alone. */
static gboolean
cancel_series (rn_turn *turn, rn_meeting *meeting, gboolean declined, GError **error)
{
	struct rn_meeting_words words = {
		.template = "meeting-cancelled", .method = "CANCEL", .declined = declined, .whole = TRUE,
	};

	if (*meeting->rule == '\0')
		return rn_meeting_cancel (turn, meeting, declined, error);
	g_autoptr (GPtrArray) live = rn_series_live (turn, meeting, error);
	gint64 sequence = 0;
	for (guint i = 0; live != NULL && i < live->len; i++)
		sequence = MAX (sequence, ((rn_meeting *) g_ptr_array_index (live, i))->sequence + 1);
	for (guint i = 0; live != NULL && i < live->len; i++) {
		rn_meeting *one = g_ptr_array_index (live, i);
		one->sequence = sequence;
		one->dtstamp = turn->now;
		if (!rn_record_step (one, RN_MEETING_CANCELLED, error) || !rn_meeting_keep (turn, one, error))
			return FALSE;
	}
	if (live == NULL || live->len == 0)
		return live != NULL;
	rn_turn_note (turn, "the series is cancelled");
	return rn_meeting_mail_both (turn, g_ptr_array_index (live, 0), &words, error);
}

gboolean
rn_series_cancel_all (rn_turn *turn, const rn_pairing *pairing, GError **error)
{
	g_autoptr (GPtrArray) meetings = rn_find (turn->db, &rn_meeting_kind, error, "pairing", pairing->record.id, NULL);

	for (guint i = 0; meetings != NULL && i < meetings->len; i++) {
		const rn_meeting *listed = g_ptr_array_index (meetings, i);
		/* as it is now: it may have gone with its series */
		g_autoptr (rn_meeting) meeting = rn_load (turn->db, &rn_meeting_kind, listed->record.id, error);
		if (meeting == NULL)
			return FALSE;
		gboolean is_series = *meeting->rule != '\0' && meeting->ends > turn->now;
		if (rn_meeting_is_live (meeting) && !(is_series ? cancel_series (turn, meeting, FALSE, error)
		                                                : rn_meeting_cancel (turn, meeting, FALSE, error)))
			return FALSE;
	}
	return meetings != NULL;
}

/* Notes it with those that it is news for; the first of these, or NULL. */
static rn_meeting *
decline_each (rn_turn *turn, GPtrArray *live, const rn_person *person, gint64 sequence, rn_time dtstamp, const char **outcome,
              GError **error)
{
	rn_meeting *first = NULL;
	const char *nothing = rn_end_over;

	for (guint i = 0; i < live->len; i++) {
		rn_meeting *meeting = g_ptr_array_index (live, i);
		gint64 about = MIN (sequence, meeting->sequence);
		if (!rn_meeting_is_news (meeting, person->record.id, RN_PARTSTAT_DECLINED, about, dtstamp, &nothing))
			continue;
		rn_meeting_note (meeting, person->record.id, RN_PARTSTAT_DECLINED, about, dtstamp);
		if (!rn_save (turn->db, meeting, error))
			return NULL;
		first = first != NULL ? first : meeting;
	}
	*outcome = first != NULL ? NULL : nothing;
	return first;
}

gboolean
rn_series_answer (rn_turn *turn, GPtrArray *live, rn_person *person, enum rn_partstat partstat, gint64 sequence, rn_time dtstamp,
                  const char **outcome, GError **error)
{
	const char *last = rn_end_over;

	*outcome = NULL;
	if (partstat == RN_PARTSTAT_DECLINED) {
		g_autofree char *ref = rn_record_ref (person);
		rn_meeting *first = decline_each (turn, live, person, sequence, MIN (dtstamp, turn->now), outcome, error);
		if (first == NULL)
			return *outcome != NULL;
		rn_turn_note (turn, "%s declined the series", person->name);
		if (!cancel_series (turn, first, TRUE, error))
			return FALSE;
		GVariant *fields = g_variant_new_parsed ("{'person': <%s>}", ref);
		return rn_turn_raise (turn, turn->now, "meeting:declined", first, fields, error);
	}
	gboolean any = FALSE;
	for (guint i = 0; i < live->len; i++) {
		rn_meeting *meeting = g_ptr_array_index (live, i);
		if (!rn_meeting_answer (turn, meeting, person, partstat, meeting->sequence, dtstamp, outcome, error))
			return FALSE;
		any = any || *outcome == NULL;
		last = *outcome != NULL ? *outcome : last;
	}
	*outcome = any ? NULL : last;
	return TRUE;
}

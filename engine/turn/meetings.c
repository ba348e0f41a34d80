#include "meetings.h"

#include <string.h>

#include "clock.h"
#include "diary.h"
#include "duration.h"
#include "error.h"
#include "meeting_parts.h"
#include "polls.h"
#include "queries.h"
#include "records.h"
#include "series.h"
#include "tasks.h"

#define RN_LEAD_TIME (2 * RN_DAY)      /* nobody is invited for tomorrow */
#define RN_SEARCH (21 * RN_DAY)        /* behind the earliest time, when no latest is asked for */
#define RN_LONG_SEARCH (75 * RN_DAY)   /* a second look, past holidays */
#define RN_ASK_AFTER RN_HOUR           /* "did you meet?" comes when it is still fresh */
#define RN_SETTLE_AFTER (4 * RN_DAY)   /* nobody said anything */
#define RN_MAX_SLOTS 12

/* The start of a meeting that suits both, or 0. */
static gboolean
find_start (rn_turn *turn, const rn_pair *both, rn_time earliest, rn_time latest, rn_time length, guint pick, rn_time *start,
            GError **error)
{
	g_auto (rn_diary) diary = { NULL };
	rn_person *people[] = { both->mentor, both->leader };
	rn_time starts[RN_MAX_SLOTS];

	if (!rn_diary_open (&diary, turn, people, G_N_ELEMENTS (people), earliest, 0, error))
		return FALSE;
	struct rn_slot_request request = rn_diary_request (&diary, earliest, latest, length);
	gsize n = rn_slots_find (&request, starts, RN_MAX_SLOTS);
	*start = n > 0 ? starts[pick % MIN (n, 4)] : 0;
	return TRUE;
}

gboolean
rn_meeting_suits (rn_turn *turn, rn_meeting *meeting, rn_time start, rn_time ends, gboolean *suits, GError **error)
{
	g_auto (rn_pair) both = { NULL };
	g_auto (rn_diary) diary = { NULL };

	if (!rn_pair_load (turn, meeting->mentor, meeting->leader, &both, error))
		return FALSE;
	rn_person *people[] = { both.mentor, both.leader };
	if (!rn_diary_open (&diary, turn, people, G_N_ELEMENTS (people), turn->now, meeting->record.id, error))
		return FALSE;
	struct rn_slot_request request = rn_diary_request (&diary, start, start, ends - start);
	*suits = start > turn->now && rn_slot_suits (&request, start);
	return TRUE;
}

gboolean
rn_meeting_schedule_end (rn_turn *turn, rn_meeting *meeting, GError **error)
{
	g_autofree char *ref = rn_record_ref (meeting);
	return rn_event_cancel (turn->db, "meeting:ended", ref, error) &&
	       rn_event_cancel (turn->db, "meeting:settle", ref, error) &&
	       (!rn_meeting_is_live (meeting) ||
	        (rn_turn_raise (turn, meeting->ends + RN_ASK_AFTER, "meeting:ended", meeting, NULL, error) &&
	         rn_turn_raise (turn, meeting->ends + RN_SETTLE_AFTER, "meeting:settle", meeting, NULL, error)));
}

gboolean
rn_meeting_save (rn_turn *turn, rn_meeting *meeting, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, meeting->pairing, error);
	if (pairing == NULL)
		return FALSE;
	pairing->last_act = turn->now;
	rn_turn_touch (turn, meeting);
	rn_turn_touch (turn, pairing);
	return rn_save (turn->db, meeting, error) && rn_save (turn->db, pairing, error);
}

gboolean
rn_meeting_keep (rn_turn *turn, rn_meeting *meeting, GError **error)
{
	return rn_meeting_save (turn, meeting, error) && rn_meeting_schedule_end (turn, meeting, error);
}

/* The start of the newest of these meetings, or now. */
static rn_time
last_start (rn_turn *turn, GPtrArray *meetings)
{
	rn_time last = 0;
	for (guint i = 0; meetings != NULL && i < meetings->len; i++) {
		const rn_meeting *meeting = g_ptr_array_index (meetings, i);
		if (meeting->state != RN_MEETING_CANCELLED)
			last = MAX (last, meeting->start);
	}
	return last != 0 ? last : turn->now;
}

static rn_time
after (const char *text, rn_time from, const rn_person *person)
{
	struct rn_duration duration = { 0 };
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, NULL);
	if (zone == NULL)
		zone = g_time_zone_new_utc ();
	return rn_duration_parse (text, &duration, NULL) ? rn_duration_after (&duration, from, zone) : from;
}

gboolean
rn_pairing_has_meeting (rn_turn *turn, const rn_pairing *pairing)
{
	gint64 n = 0;
	return rn_live_meetings (turn->db, pairing->record.id, &n, NULL) && n > 0;
}

gboolean
rn_meeting_help (rn_turn *turn, rn_pairing *pairing, const char *details, GError **error)
{
	struct rn_task_order order = {
		.template = "pairing-needs-you", .about = pairing, .cause = "no-common-time", .details = details,
	};
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return task != NULL;
}

#define RN_RECENT (14 * RN_DAY)
#define RN_TRIES 2              /* declined meetings before the next one is put further off */
#define RN_REST (7 * RN_DAY)    /* for each one more: no invitation a day to somebody on holiday */

/* How long to wait after meetings that were declined one after another. */
static rn_time
rest_of (rn_turn *turn, GPtrArray *meetings)
{
	int declined = 0;

	for (guint i = 0; meetings != NULL && i < meetings->len; i++) {
		const rn_meeting *meeting = g_ptr_array_index (meetings, i);
		gboolean counts = meeting->state == RN_MEETING_CANCELLED && meeting->dtstamp > turn->now - RN_RECENT;
		declined = counts ? declined + 1 : meeting->state == RN_MEETING_HELD ? 0 : declined;
	}
	return MAX (declined - RN_TRIES, 0) * RN_REST;
}

void
rn_meeting_window (rn_turn *turn, rn_pairing *pairing, const struct rn_meeting_order *order, const rn_pair *both,
                   struct rn_meeting_window *window)
{
	g_autoptr (GPtrArray) meetings = rn_find (turn->db, &rn_meeting_kind, NULL, "pairing", pairing->record.id, NULL);
	rn_time soonest = MAX (turn->now + RN_LEAD_TIME + rest_of (turn, meetings),
	                       MAX (both->mentor->absent_until, both->leader->absent_until));

	window->length = order->length != NULL ? after (order->length, 0, &(rn_person) { .zone = (char *) "UTC" }) : RN_HOUR;
	window->earliest = soonest;
	if (order->after != NULL)
		window->earliest = MAX (soonest, after (order->after, last_start (turn, meetings), both->leader));
	window->latest = window->earliest + RN_SEARCH;
	if (order->within != NULL)
		window->latest = MAX (after (order->within, turn->now, both->leader), window->earliest + 3 * RN_DAY);
}

static gboolean
choose_start (rn_turn *turn, rn_pairing *pairing, const struct rn_meeting_window *window, const rn_pair *both, rn_time *start,
              GError **error)
{
	guint pick = (guint) (pairing->record.id + pairing->placed);

	return find_start (turn, both, window->earliest, window->latest, window->length, pick, start, error) &&
	       (*start != 0 ||
	        find_start (turn, both, window->latest, window->earliest + RN_LONG_SEARCH, window->length, pick, start, error));
}

static gboolean
may_be_placed (rn_turn *turn, const rn_pairing *pairing, GError **error)
{
	if (pairing->state == RN_PAIRING_ACTIVE && !rn_pairing_has_meeting (turn, pairing))
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "no meeting is placed: the pairing %s",
	             pairing->state != RN_PAIRING_ACTIVE ? "has ended" : "has one to come");
	return FALSE;
}

rn_meeting *
rn_meeting_make (rn_turn *turn, rn_pairing *pairing, const char *template, rn_time start, rn_time ends, GError **error)
{
	g_autoptr (rn_meeting) meeting = rn_meeting_new ();

	if (!may_be_placed (turn, pairing, error) || !rn_poll_withdraw (turn, pairing->record.id, error))
		return NULL;
	rn_record_set (&meeting->program, turn->program->name);
	rn_record_set (&meeting->template, template);
	meeting->pairing = pairing->record.id;
	meeting->mentor = pairing->mentor;
	meeting->leader = pairing->leader;
	meeting->number = pairing->meetings + 1; /* of the sessions that took place, not of the attempts */
	pairing->placed++;
	meeting->start = start;
	meeting->ends = ends;
	meeting->dtstamp = turn->now;
	if (!rn_save (turn->db, pairing, error) || !rn_save (turn->db, meeting, error))
		return NULL;
	g_autofree char *token = rn_turn_token (turn, "meeting", meeting->record.id);
	g_free (meeting->uid);
	meeting->uid = g_strconcat (token, strrchr (turn->program->address, '@'), NULL);
	return rn_meeting_keep (turn, meeting, error) ? g_steal_pointer (&meeting) : NULL;
}

rn_meeting *
rn_meeting_place_at (rn_turn *turn, rn_pairing *pairing, const char *template, rn_time start, rn_time ends, GError **error)
{
	struct rn_meeting_words words = { .template = template, .method = "REQUEST" };
	g_autoptr (rn_meeting) meeting = rn_meeting_make (turn, pairing, template, start, ends, error);

	return meeting != NULL && rn_meeting_mail_both (turn, meeting, &words, error) ? g_steal_pointer (&meeting) : NULL;
}

rn_meeting *
rn_meeting_place (rn_turn *turn, rn_pairing *pairing, const struct rn_meeting_order *order, GError **error)
{
	g_auto (rn_pair) both = { NULL };
	struct rn_meeting_window window;
	rn_time start = 0;

	if (!may_be_placed (turn, pairing, error) || !rn_pair_load (turn, pairing->mentor, pairing->leader, &both, error))
		return NULL;
	rn_meeting_window (turn, pairing, order, &both, &window);
	if (!choose_start (turn, pairing, &window, &both, &start, error))
		return NULL;
	if (start == 0) {
		rn_meeting_help (turn, pairing, "", error);
		return NULL;
	}
	if (order->every != 0)
		return rn_series_place_at (turn, pairing, order, both.leader->zone, start, start + window.length, error);
	return rn_meeting_place_at (turn, pairing, order->template, start, start + window.length, error);
}

static gboolean
over (rn_meeting *meeting, GError **error)
{
	if (rn_meeting_is_live (meeting))
		return FALSE;
	g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "meeting:%" G_GINT64_FORMAT " is over (%s).", meeting->record.id,
	             rn_record_state_name (meeting));
	return TRUE;
}

/* What the two booked is for them to change. */
static gboolean
is_theirs (rn_meeting *meeting, GError **error)
{
	if (meeting->booked)
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "meeting:%" G_GINT64_FORMAT " was booked by the two themselves.",
		             meeting->record.id);
	return meeting->booked;
}

gboolean
rn_meeting_shift (rn_turn *turn, rn_meeting *meeting, rn_time start, rn_time ends, GError **error)
{
	if (over (meeting, error) || is_theirs (meeting, error))
		return FALSE;
	rn_meeting_move (meeting, start, ends != 0 ? ends : start + (meeting->ends - meeting->start), turn->now);
	if (meeting->state == RN_MEETING_ACCEPTED && !rn_record_step (meeting, RN_MEETING_INVITED, error))
		return FALSE;
	rn_turn_note (turn, "the meeting got another time");
	const struct rn_meeting_words words = { .template = "meeting-moved", .method = "REQUEST" };
	return rn_poll_withdraw (turn, meeting->pairing, error) && rn_meeting_save (turn, meeting, error) &&
	       rn_meeting_schedule_end (turn, meeting, error) && rn_meeting_mail_both (turn, meeting, &words, error);
}

gboolean
rn_meeting_cancel (rn_turn *turn, rn_meeting *meeting, gboolean declined, GError **error)
{
	struct rn_meeting_words words = { .template = "meeting-cancelled", .method = "CANCEL", .declined = declined };

	if (over (meeting, error) || !rn_record_step (meeting, RN_MEETING_CANCELLED, error))
		return FALSE;
	if (meeting->booked) {
		rn_turn_note (turn, "the meeting that the two booked counts no more; it stays in their calendars");
		return rn_meeting_keep (turn, meeting, error);
	}
	meeting->sequence++;
	meeting->dtstamp = turn->now;
	rn_turn_note (turn, "the meeting is cancelled");
	return rn_poll_lets_go (turn, meeting, error) && rn_meeting_save (turn, meeting, error) &&
	       rn_meeting_schedule_end (turn, meeting, error) && rn_meeting_mail_both (turn, meeting, &words, error);
}

gboolean
rn_meeting_decline_counter (rn_turn *turn, rn_meeting *meeting, rn_person *person, GError **error)
{
	static const struct rn_meeting_words words = { .template = "counter-declined", .method = "DECLINECOUNTER" };

	return !over (meeting, error) && !is_theirs (meeting, error) &&
	       rn_meeting_mail_person (turn, meeting, person, &words, error);
}

/* A series as a whole by its first meeting; by each what has become of it since. */
gboolean
rn_meeting_resend (rn_turn *turn, rn_meeting *meeting, rn_person *person, GError **error)
{
	gboolean is_on = rn_meeting_is_live (meeting), is_series = *meeting->rule != '\0';
	struct rn_meeting_words words = {
		.template = is_on ? meeting->template : "meeting-cancelled", .method = is_on ? "REQUEST" : "CANCEL",
	};
	struct rn_meeting_words all = { .template = meeting->template, .method = "REQUEST", .whole = TRUE };

	rn_turn_note (turn, "%s gets the invitation once more", person->name);
	if (is_series && meeting->series_number == 1 && !rn_meeting_mail_person (turn, meeting, person, &all, error))
		return FALSE;
	return (is_series && meeting->sequence == 0) || rn_meeting_mail_person (turn, meeting, person, &words, error);
}

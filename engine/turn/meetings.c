#include "meetings.h"

#include <string.h>

#include "clock.h"
#include "diary.h"
#include "duration.h"
#include "error.h"
#include "mailing.h"
#include "offer.h"
#include "polls.h"
#include "records.h"
#include "tasks.h"
#include "topic.h"

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

static rn_invitation *
invitation_of (rn_turn *turn, const rn_meeting *meeting, const rn_pair *both, const char *method)
{
	rn_invitation *invitation = rn_invitation_new ();

	rn_record_set (&invitation->method, method);
	rn_record_set (&invitation->uid, meeting->uid);
	invitation->sequence = (int) meeting->sequence;
	invitation->dtstamp = meeting->dtstamp;
	invitation->start = meeting->start;
	invitation->end = meeting->ends;
	/* the topic may be delicate and calendars are open to many: the program's name only */
	g_free (invitation->summary);
	invitation->summary = g_strdup_printf ("%s: %s – %s", turn->program->title, both->mentor->name, both->leader->name);
	rn_invitation_add (invitation, both->mentor->address, both->mentor->name, rn_partstat_name (meeting->by_mentor.partstat));
	rn_invitation_add (invitation, both->leader->address, both->leader->name, rn_partstat_name (meeting->by_leader.partstat));
	return invitation;
}

/* Mails one of the two about the meeting; `method` NULL for words only. */
static gboolean
mail_one (rn_turn *turn, rn_meeting *meeting, const rn_pair *both, gboolean to_mentor, const char *template, const char *method,
          gboolean declined, GError **error)
{
	rn_person *to = to_mentor ? both->mentor : both->leader, *other = to_mentor ? both->leader : both->mentor;
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, meeting->pairing, error);
	g_autoptr (rn_topic) topic = pairing != NULL ? rn_load (turn->db, &rn_topic_kind, pairing->topic, error) : NULL;
	g_autofree char *ref = rn_record_ref (meeting);
	g_autofree char *when = rn_turn_when (to, meeting->start, meeting->ends);
	g_autoptr (rn_invitation) invitation = method != NULL ? invitation_of (turn, meeting, both, method) : NULL;
	GVariantDict fields = G_VARIANT_DICT_INIT (NULL);

	if (topic == NULL)
		return FALSE;
	g_variant_dict_insert (&fields, "is_mentor", "b", to_mentor);
	g_variant_dict_insert (&fields, "other_name", "s", other->name);
	g_variant_dict_insert (&fields, "other_address", "s", other->address);
	g_variant_dict_insert (&fields, "topic", "s", topic->title);
	g_variant_dict_insert (&fields, "number", "x", meeting->number);
	g_variant_dict_insert (&fields, "when", "s", when);
	g_variant_dict_insert (&fields, "declined", "b", declined);
	struct rn_mailing mailing = {
		.person = to, .template = template, .about = ref, .fields = &fields, .invitation = invitation,
		.is_urgent = method != NULL && meeting->start - turn->now < RN_DAY,
	};
	return rn_turn_mail (turn, &mailing, error);
}

static gboolean
mail_both (rn_turn *turn, rn_meeting *meeting, const char *template, const char *method, gboolean declined, GError **error)
{
	g_auto (rn_pair) both = { NULL };
	return rn_pair_load (turn, meeting->mentor, meeting->leader, &both, error) &&
	       mail_one (turn, meeting, &both, TRUE, template, method, declined, error) &&
	       mail_one (turn, meeting, &both, FALSE, template, method, declined, error);
}

static gboolean
schedule_end (rn_turn *turn, rn_meeting *meeting, GError **error)
{
	g_autofree char *ref = rn_record_ref (meeting);
	return rn_event_cancel (turn->db, "meeting:ended", ref, error) && rn_event_cancel (turn->db, "meeting:settle", ref, error) &&
	       (!rn_meeting_is_live (meeting) ||
	        (rn_turn_raise (turn, meeting->ends + RN_ASK_AFTER, "meeting:ended", meeting, NULL, error) &&
	         rn_turn_raise (turn, meeting->ends + RN_SETTLE_AFTER, "meeting:settle", meeting, NULL, error)));
}

static gboolean
save_all (rn_turn *turn, rn_meeting *meeting, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, meeting->pairing, error);
	if (pairing == NULL)
		return FALSE;
	pairing->last_act = turn->now;
	rn_turn_touch (turn, meeting);
	rn_turn_touch (turn, pairing);
	return rn_save (turn->db, meeting, error) && rn_save (turn->db, pairing, error);
}

/* The start of the pairing's newest meeting, or now. */
static rn_time
last_start (rn_turn *turn, const rn_pairing *pairing)
{
	g_autoptr (GPtrArray) meetings = rn_find (turn->db, &rn_meeting_kind, NULL, "pairing", pairing->record.id, NULL);
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
	g_autoptr (GPtrArray) meetings = rn_find (turn->db, &rn_meeting_kind, NULL, "pairing", pairing->record.id, NULL);
	for (guint i = 0; meetings != NULL && i < meetings->len; i++)
		if (rn_meeting_is_live (g_ptr_array_index (meetings, i)))
			return TRUE;
	return FALSE;
}

gboolean
rn_meeting_help (rn_turn *turn, rn_pairing *pairing, const char *details, GError **error)
{
	g_auto (rn_pair) both = { NULL };

	if (!rn_pair_load (turn, pairing->mentor, pairing->leader, &both, error))
		return FALSE;
	g_autofree char *what = g_strdup_printf ("No time was found that suits both %s and %s.", both.mentor->name, both.leader->name);
	struct rn_task_order order = { .template = "pairing-needs-you", .about = pairing, .what = what, .details = details };
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return task != NULL;
}

#define RN_RECENT (14 * RN_DAY)
#define RN_TRIES 2              /* declined meetings before the next one is put further off */
#define RN_REST (7 * RN_DAY)    /* for each one more: no invitation a day to somebody on holiday */

/* How long to wait after meetings that were declined one after another. */
static rn_time
rest_of (rn_turn *turn, const rn_pairing *pairing)
{
	g_autoptr (GPtrArray) meetings = rn_find (turn->db, &rn_meeting_kind, NULL, "pairing", pairing->record.id, NULL);
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
	rn_time soonest = MAX (turn->now + RN_LEAD_TIME + rest_of (turn, pairing),
	                       MAX (both->mentor->absent_until, both->leader->absent_until));

	window->length = order->length != NULL ? after (order->length, 0, &(rn_person) { .zone = (char *) "UTC" }) : RN_HOUR;
	window->earliest = order->after != NULL ? MAX (soonest, after (order->after, last_start (turn, pairing), both->leader)) : soonest;
	window->latest = order->within != NULL ? MAX (after (order->within, turn->now, both->leader), window->earliest + 3 * RN_DAY)
	                                       : window->earliest + RN_SEARCH;
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
	return rn_meeting_place_at (turn, pairing, order->template, start, start + window.length, error);
}

rn_meeting *
rn_meeting_place_at (rn_turn *turn, rn_pairing *pairing, const char *template, rn_time start, rn_time ends, GError **error)
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
	if (!save_all (turn, meeting, error) || !schedule_end (turn, meeting, error) ||
	    !mail_both (turn, meeting, template, "REQUEST", FALSE, error))
		return NULL;
	return g_steal_pointer (&meeting);
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
rn_meeting_keep (rn_turn *turn, rn_meeting *meeting, GError **error)
{
	return save_all (turn, meeting, error) && schedule_end (turn, meeting, error);
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
	return rn_poll_withdraw (turn, meeting->pairing, error) && save_all (turn, meeting, error) && schedule_end (turn, meeting, error) &&
	       mail_both (turn, meeting, "meeting-moved", "REQUEST", FALSE, error);
}

gboolean
rn_meeting_cancel (rn_turn *turn, rn_meeting *meeting, gboolean declined, GError **error)
{
	if (over (meeting, error) || !rn_record_step (meeting, RN_MEETING_CANCELLED, error))
		return FALSE;
	if (meeting->booked) {
		rn_turn_note (turn, "the meeting that the two booked counts no more; it stays in their calendars");
		return rn_meeting_keep (turn, meeting, error);
	}
	meeting->sequence++;
	meeting->dtstamp = turn->now;
	rn_turn_note (turn, "the meeting is cancelled");
	return rn_poll_lets_go (turn, meeting, error) && save_all (turn, meeting, error) && schedule_end (turn, meeting, error) &&
	       mail_both (turn, meeting, "meeting-cancelled", "CANCEL", declined, error);
}

static gboolean
mail_person (rn_turn *turn, rn_meeting *meeting, rn_person *person, const char *template, const char *method, GError **error)
{
	g_auto (rn_pair) both = { NULL };
	rn_turn_touch (turn, meeting);
	return rn_pair_load (turn, meeting->mentor, meeting->leader, &both, error) &&
	       mail_one (turn, meeting, &both, person->record.id == meeting->mentor, template, method, FALSE, error);
}

gboolean
rn_meeting_decline_counter (rn_turn *turn, rn_meeting *meeting, rn_person *person, GError **error)
{
	return !over (meeting, error) && !is_theirs (meeting, error) &&
	       mail_person (turn, meeting, person, "counter-declined", "DECLINECOUNTER", error);
}

gboolean
rn_meeting_resend (rn_turn *turn, rn_meeting *meeting, rn_person *person, GError **error)
{
	rn_turn_note (turn, "%s gets the invitation once more", person->name);
	return mail_person (turn, meeting, person, meeting->template, "REQUEST", error);
}

static GVariant *
field_of_person (const rn_person *person)
{
	g_autofree char *ref = rn_record_ref (person);
	return g_variant_new_parsed ("{'person': <%s>}", ref);
}

/* A meeting that they booked takes place unless one of them says no. */
static gboolean
apply_booked_answers (rn_turn *turn, rn_meeting *meeting, GError **error)
{
	gboolean no = meeting->by_mentor.partstat == RN_PARTSTAT_DECLINED || meeting->by_leader.partstat == RN_PARTSTAT_DECLINED;
	int state = no ? RN_MEETING_INVITED : RN_MEETING_ACCEPTED;

	return (meeting->state == state || rn_record_step (meeting, state, error)) && save_all (turn, meeting, error);
}

/* Follows from the PARTSTATs of both. */
static gboolean
apply_answers (rn_turn *turn, rn_meeting *meeting, rn_person *person, enum rn_partstat partstat, GError **error)
{
	if (meeting->booked)
		return apply_booked_answers (turn, meeting, error);
	if (partstat == RN_PARTSTAT_DECLINED)
		return rn_meeting_cancel (turn, meeting, TRUE, error) &&
		       rn_turn_raise (turn, turn->now, "meeting:declined", meeting, field_of_person (person), error);
	if (meeting->state == RN_MEETING_INVITED && rn_meeting_both (meeting, RN_PARTSTAT_ACCEPTED))
		return rn_record_step (meeting, RN_MEETING_ACCEPTED, error) && save_all (turn, meeting, error) &&
		       rn_turn_raise (turn, turn->now, "meeting:accepted", meeting, NULL, error);
	if (meeting->state == RN_MEETING_ACCEPTED && !rn_meeting_both (meeting, RN_PARTSTAT_ACCEPTED))
		return rn_record_step (meeting, RN_MEETING_INVITED, error) && save_all (turn, meeting, error);
	return save_all (turn, meeting, error);
}

gboolean
rn_meeting_answer (rn_turn *turn, rn_meeting *meeting, rn_person *person, enum rn_partstat partstat, gint64 sequence,
                   rn_time dtstamp, const char **outcome, GError **error)
{
	rn_turn_touch (turn, meeting);
	/* a clock that is ahead, or a made-up SEQUENCE, must not silence later answers */
	dtstamp = MIN (dtstamp, turn->now);
	sequence = MIN (sequence, meeting->sequence);
	*outcome = rn_meeting_is_live (meeting) && turn->now <= meeting->ends ? NULL : "over";
	if (*outcome != NULL || !rn_meeting_is_news (meeting, person->record.id, partstat, sequence, dtstamp, outcome)) {
		rn_turn_note (turn, "%s answered %s: nothing changes (%s)", person->name, rn_partstat_name (partstat), *outcome);
		return TRUE;
	}
	gboolean taken = FALSE;
	rn_meeting_note (meeting, person->record.id, partstat, sequence, dtstamp);
	rn_turn_note (turn, "%s answered %s", person->name, rn_partstat_name (partstat));
	if (partstat == RN_PARTSTAT_ACCEPTED && !rn_poll_keeps (turn, meeting, person, &taken, error))
		return FALSE;
	return apply_answers (turn, meeting, person, partstat, error);
}

gboolean
rn_meeting_counter (rn_turn *turn, rn_meeting *meeting, rn_person *person, rn_time start, rn_time ends, const char **outcome,
                    GError **error)
{
	gboolean taken = FALSE;
	g_autofree char *ref = rn_record_ref (person);

	rn_turn_touch (turn, meeting);
	if (ends <= start)
		ends = start + (meeting->ends - meeting->start);
	gboolean is_same = start == meeting->start && ends == meeting->ends;
	*outcome = meeting->booked ? "other-organizer" : !rn_meeting_is_live (meeting) || meeting->ends <= turn->now ? "over" : is_same ? "same-time" : NULL;
	if (*outcome == NULL && start <= turn->now) {
		*outcome = "in-the-past";
		return rn_meeting_decline_counter (turn, meeting, person, error);
	}
	if (*outcome != NULL)
		return TRUE;
	if (!rn_poll_proposes (turn, meeting, person, start, &taken, error) || taken)
		return taken;
	rn_turn_note (turn, "%s proposes another time", person->name);
	/* whether it suits is looked at when the policy is told, so that calendars can be asked before */
	GVariant *fields = g_variant_new_parsed ("{'person': <%s>, 'start': <%x>, 'ends': <%x>}", ref, start, ends);
	return save_all (turn, meeting, error) && rn_turn_raise (turn, turn->now, "meeting:countered", meeting, fields, error);
}

/* Whether a pairing's count of meetings has it. */
static gboolean
counts (const rn_meeting *meeting)
{
	return meeting->state == RN_MEETING_HELD || meeting->state == RN_MEETING_UNCONFIRMED;
}

static gboolean
count_held (rn_turn *turn, rn_meeting *meeting, int state, const char *event, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, meeting->pairing, error);
	gboolean settled_before = !rn_meeting_is_live (meeting), counted_before = counts (meeting);

	if (pairing == NULL || !rn_record_step (meeting, state, error))
		return FALSE;
	pairing->meetings += counts (meeting) - counted_before;
	if (counts (meeting) && meeting->booked) /* several may have been booked ahead */
		meeting->number = pairing->meetings;
	if (counts (meeting))
		pairing->rung = 0;
	pairing->last_act = turn->now;
	rn_turn_touch (turn, pairing);
	if (!rn_save (turn->db, pairing, error) || !rn_save (turn->db, meeting, error) || !schedule_end (turn, meeting, error))
		return FALSE;
	/* what was settled by itself was acted on already: a late word only sets the record right */
	return settled_before || rn_turn_raise (turn, turn->now, event, meeting, NULL, error);
}

gboolean
rn_meeting_say (rn_turn *turn, rn_meeting *meeting, rn_person *person, gboolean met, GError **error)
{
	rn_turn_touch (turn, meeting);
	rn_turn_note (turn, "%s says that they %s", person->name, met ? "met" : "did not meet");
	rn_meeting_attendance (meeting, person->record.id)->said = met ? RN_SAID_YES : RN_SAID_NO;
	if (meeting->state == RN_MEETING_HELD || meeting->state == RN_MEETING_CANCELLED ||
	    (meeting->state == RN_MEETING_MISSED && !met))
		return rn_save (turn->db, meeting, error);
	return met ? count_held (turn, meeting, RN_MEETING_HELD, "meeting:held", error)
	           : count_held (turn, meeting, RN_MEETING_MISSED, "meeting:missed", error);
}

gboolean
rn_meeting_ended (rn_turn *turn, rn_meeting *meeting, GError **error)
{
	if (!rn_meeting_is_live (meeting))
		return TRUE;
	rn_turn_touch (turn, meeting);
	return mail_both (turn, meeting, "did-you-meet", NULL, FALSE, error);
}

gboolean
rn_meeting_settle (rn_turn *turn, rn_meeting *meeting, GError **error)
{
	if (!rn_meeting_is_live (meeting))
		return TRUE;
	rn_turn_touch (turn, meeting);
	if (meeting->state == RN_MEETING_ACCEPTED) {
		rn_turn_note (turn, "both had accepted and nobody said anything");
		return count_held (turn, meeting, RN_MEETING_UNCONFIRMED, "meeting:unconfirmed", error);
	}
	rn_turn_note (turn, "the two never both accepted, and nobody said that they met");
	return count_held (turn, meeting, RN_MEETING_MISSED, "meeting:missed", error);
}

#include "incoming_calendar.h"

#include <string.h>

#include "booked.h"
#include "heard.h"
#include "incoming_words.h"
#include "meetings.h"
#include "queries.h"
#include "series.h"
#include "strangers.h"
#include "tasks.h"

/* Somebody else is to come: a pair changes nobody silently, so a person looks. */
static gboolean
take_delegation (rn_turn *turn, rn_meeting *meeting, rn_person *person, const struct rn_calendar *item, struct rn_ending *ending,
                 GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, meeting->pairing, error);
	if (pairing == NULL)
		return FALSE;
	struct rn_task_order order = {
		.template = "pairing-needs-you", .about = pairing,
		.cause = *item->delegated_to != '\0' ? "hands-on" : "hands-on-unnamed",
		.facts = RN_FACTS ("person", person->name, "to", item->delegated_to),
	};
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return rn_applied (ending, rn_end_delegated, task != NULL);
}

/* "Declined: rather Thursday at 3" is a proposal, for calendars that cannot send one. */
static gboolean
take_words_beside (rn_turn *turn, rn_meeting *meeting, rn_person *person, const struct rn_calendar *item,
                   const rn_reading *reading, gboolean *taken, struct rn_ending *ending, GError **error)
{
	const char *nothing = NULL;

	*taken = FALSE;
	if (meeting->booked || rn_answer_of (reading, RN_INTENT_DATE) == NULL)
		return TRUE;
	*taken = !rn_meeting_is_proposal (meeting, person->record.id, item->sequence, MIN (item->dtstamp, turn->now), &nothing);
	return *taken ? rn_ends (ending, RN_INBOX_IGNORED, nothing)
	              : rn_words_beside (turn, meeting, person, reading, taken, ending, error);
}

static gboolean
take_calendar_reply (rn_turn *turn, rn_meeting *meeting, rn_person *person, const struct rn_calendar *item,
                     const rn_reading *reading, struct rn_ending *ending, GError **error)
{
	int partstat = rn_partstat_parse (item->partstat);
	const char *nothing = NULL;
	gboolean taken = FALSE;

	if (partstat < 0)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_no_partstat);
	if (partstat == RN_PARTSTAT_DECLINED || partstat == RN_PARTSTAT_TENTATIVE) {
		gboolean fine = take_words_beside (turn, meeting, person, item, reading, &taken, ending, error);
		if (!fine || taken)
			return fine;
	}
	if (!rn_meeting_answer (turn, meeting, person, partstat, item->sequence, item->dtstamp, &nothing, error))
		return FALSE;
	if (nothing != NULL)
		return rn_ends (ending, RN_INBOX_IGNORED, nothing);
	return partstat == RN_PARTSTAT_DELEGATED ? take_delegation (turn, meeting, person, item, ending, error)
	                                         : rn_ends (ending, RN_INBOX_APPLIED, rn_end_calendar_reply);
}

static gboolean
take_counter (rn_turn *turn, rn_meeting *meeting, rn_person *person, const struct rn_calendar *item,
              struct rn_ending *ending, GError **error)
{
	const char *nothing = NULL;
	if (item->start == 0)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_counter_without_time);
	if (!rn_meeting_is_proposal (meeting, person->record.id, item->sequence, MIN (item->dtstamp, turn->now), &nothing))
		return rn_ends (ending, RN_INBOX_IGNORED, nothing);
	if (!rn_meeting_counter (turn, meeting, person, item->start, item->end, &nothing, error))
		return FALSE;
	return rn_applied_unless (ending, nothing, rn_end_counter);
}

/* The person of a calendar answer: the attendee who speaks, when that is one of the two;
 * a clerk who answers for somebody is noted. */
static rn_person *
speaker (rn_turn *turn, rn_meeting *meeting, const struct rn_calendar *item, rn_sender *sender)
{
	g_autoptr (rn_person) attendee = *item->attendee != '\0' ? rn_person_by_address (turn->db, item->attendee, NULL) : NULL;

	if (attendee != NULL && rn_meeting_other (meeting, attendee->record.id) != 0) {
		if (*item->sent_by != '\0')
			rn_turn_note (turn, "answered by %s for %s", item->sent_by, attendee->name);
		return g_steal_pointer (&attendee);
	}
	rn_person *person = sender->trust == RN_TRUST_PARTNER ? sender->person : sender->asked;
	if (person == NULL || rn_meeting_other (meeting, person->record.id) == 0)
		return NULL;
	return rn_load (turn->db, &rn_person_kind, person->record.id, NULL);
}

/* Who may speak for that person: herself by any of her addresses, or one who is named as
 * her clerk by the calendar object that carries our token. */
static gboolean
may_speak (rn_sender *sender, const rn_person *speaking, const struct rn_calendar *item)
{
	if (sender->person != NULL && sender->person->record.id == speaking->record.id)
		return TRUE;
	return sender->trust == RN_TRUST_MISMATCH && sender->asked != NULL && sender->asked->record.id == speaking->record.id &&
	       *item->sent_by != '\0';
}

/* What one of the two says about a meeting. */
static gboolean
take_speech (rn_turn *turn, rn_meeting *meeting, rn_person *person, const struct rn_calendar *item, const rn_reading *reading,
             struct rn_ending *ending, GError **error)
{
	if (g_str_equal (item->method, "REPLY"))
		return take_calendar_reply (turn, meeting, person, item, reading, ending, error);
	if (meeting->booked) /* it is for the organizer to answer */
		return rn_ends (ending, RN_INBOX_IGNORED, rn_end_other_organizer);
	if (g_str_equal (item->method, "COUNTER"))
		return take_counter (turn, meeting, person, item, ending, error);
	if (!rn_meeting_is_live (meeting) && *meeting->rule == '\0')
		return rn_ends (ending, RN_INBOX_IGNORED, rn_end_over);
	return rn_applied (ending, rn_end_refresh, rn_meeting_resend (turn, meeting, person, error));
}

static gboolean
take_meeting (rn_turn *turn, rn_meeting *meeting, const struct rn_calendar *item, const rn_reading *reading, rn_sender *sender,
              struct rn_ending *ending, GError **error)
{
	g_autoptr (rn_person) person = speaker (turn, meeting, item, sender);

	rn_turn_touch (turn, meeting);
	if (person == NULL && meeting->booked) /* another guest of theirs: a room, an assistant */
		return rn_ends (ending, RN_INBOX_IGNORED, rn_end_other_organizer);
	if (person == NULL)
		return g_str_equal (item->method, "REPLY") ? rn_strangers_uninvited (turn, meeting, item, reading, ending, error)
		                                           : rn_ends (ending, RN_INBOX_HELD, rn_end_not_invited);
	rn_turn_touch (turn, person);
	if (!may_speak (sender, person, item))
		return rn_ends (ending, RN_INBOX_HELD, rn_end_sender_mismatch);
	return take_speech (turn, meeting, person, item, reading, ending, error);
}

/* Whether the item is about that meeting of its UID. */
static gboolean
is_about (const struct rn_calendar *item, const rn_meeting *meeting)
{
	if (item->recurrence_id == 0 || meeting->occurrence == 0 || meeting->occurrence == item->recurrence_id)
		return TRUE;
	return g_str_equal (item->range, "THISANDFUTURE") && meeting->occurrence > item->recurrence_id;
}

/* Her REPLY to a whole series of ours that it does not suit: one CANCEL, not one for each. */
static gboolean
is_decline_of_series (const struct rn_calendar *item, const GPtrArray *meetings)
{
	const rn_meeting *first = meetings->len > 1 ? g_ptr_array_index (meetings, 0) : NULL;
	return first != NULL && *first->rule != '\0' && item->recurrence_id == 0 && g_str_equal (item->method, "REPLY") &&
	       g_str_equal (item->partstat, "DECLINED");
}

static gboolean
take_decline (rn_turn *turn, const GPtrArray *meetings, const struct rn_calendar *item, rn_sender *sender,
              struct rn_ending *ending, GError **error)
{
	rn_meeting *first = g_ptr_array_index (meetings, 0);
	g_autoptr (rn_person) person = speaker (turn, first, item, sender);
	const char *nothing = NULL;

	rn_turn_touch (turn, first);
	if (person == NULL || !may_speak (sender, person, item))
		return rn_ends (ending, RN_INBOX_HELD, person == NULL ? rn_end_not_invited : rn_end_sender_mismatch);
	g_autoptr (GPtrArray) live = rn_series_live (turn, first, error);
	return live != NULL &&
	       rn_series_answer (turn, live, person, RN_PARTSTAT_DECLINED, item->sequence, item->dtstamp, &nothing, error) &&
	       rn_applied_unless (ending, nothing, rn_end_calendar_reply);
}

/* One thing that was done counts for more than others that changed nothing. */
static gboolean
take_item (rn_turn *turn, const struct rn_calendar *item, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending,
           GError **error)
{
	g_autoptr (GPtrArray) meetings = rn_find (turn->db, &rn_meeting_kind, error, "uid", item->uid, NULL);
	gboolean is_ours = meetings != NULL && meetings->len > 0;
	struct rn_ending one = { RN_INBOX_HELD, is_ours ? rn_end_unknown_occurrence : rn_end_unknown_meeting };

	if (meetings != NULL && is_decline_of_series (item, meetings))
		return take_decline (turn, meetings, item, sender, ending, error);
	for (guint i = 0; meetings != NULL && i < meetings->len; i++) {
		struct rn_ending next = one;
		if (!is_about (item, g_ptr_array_index (meetings, i)))
			continue;
		if (!take_meeting (turn, g_ptr_array_index (meetings, i), item, reading, sender, &next, error))
			return FALSE;
		if (one.state != RN_INBOX_APPLIED)
			one = next;
	}
	if (ending->state != RN_INBOX_APPLIED)
		*ending = one;
	return meetings != NULL;
}

static const char *const methods_of_organizers[] = { "REQUEST", "ADD", "CANCEL", NULL };
static const char *const methods_of_attendees[] = { "REPLY", "COUNTER", "REFRESH", NULL };

gboolean
rn_turn_calendar (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	if (reading->calendar->len == 0)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_no_calendar_object);
	const struct rn_calendar *first = g_ptr_array_index (reading->calendar, 0);
	if (g_strv_contains (methods_of_organizers, first->method))
		return rn_booked_take (turn, reading, sender, ending, error);
	if (!g_strv_contains (methods_of_attendees, first->method))
		return rn_ends (ending, RN_INBOX_HELD, rn_end_unexpected_method);
	for (guint i = 0; i < reading->calendar->len; i++)
		if (!take_item (turn, g_ptr_array_index (reading->calendar, i), reading, sender, ending, error))
			return FALSE;
	return TRUE;
}

/* What the two answer to a meeting, and what became of it. */
#include "meeting_parts.h"

#include "ends.h"
#include "offer.h"
#include "polls.h"
#include "records.h"

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

	return (meeting->state == state || rn_record_step (meeting, state, error)) && rn_meeting_save (turn, meeting, error);
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
		return rn_record_step (meeting, RN_MEETING_ACCEPTED, error) && rn_meeting_save (turn, meeting, error) &&
		       rn_turn_raise (turn, turn->now, "meeting:accepted", meeting, NULL, error);
	if (meeting->state == RN_MEETING_ACCEPTED && !rn_meeting_both (meeting, RN_PARTSTAT_ACCEPTED))
		return rn_record_step (meeting, RN_MEETING_INVITED, error) && rn_meeting_save (turn, meeting, error);
	return rn_meeting_save (turn, meeting, error);
}

gboolean
rn_meeting_answer (rn_turn *turn, rn_meeting *meeting, rn_person *person, enum rn_partstat partstat, gint64 sequence,
                   rn_time dtstamp, const char **outcome, GError **error)
{
	rn_turn_touch (turn, meeting);
	/* a clock that is ahead, or a made-up SEQUENCE, must not silence later answers */
	dtstamp = MIN (dtstamp, turn->now);
	sequence = MIN (sequence, meeting->sequence);
	*outcome = rn_meeting_is_live (meeting) && turn->now <= meeting->ends ? NULL : rn_end_over;
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

/* Why a proposal changes nothing, or NULL. */
static const char *
no_proposal (const rn_turn *turn, const rn_meeting *meeting, rn_time start, rn_time ends)
{
	if (meeting->booked)
		return rn_end_other_organizer;
	if (!rn_meeting_is_live (meeting) || meeting->ends <= turn->now)
		return rn_end_over;
	return start == meeting->start && ends == meeting->ends ? rn_end_same_time : NULL;
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
	*outcome = no_proposal (turn, meeting, start, ends);
	if (*outcome == NULL && start <= turn->now) {
		*outcome = rn_end_in_the_past;
		return rn_meeting_decline_counter (turn, meeting, person, error);
	}
	if (*outcome != NULL)
		return TRUE;
	if (!rn_poll_proposes (turn, meeting, person, start, &taken, error) || taken)
		return taken;
	rn_turn_note (turn, "%s proposes another time", person->name);
	/* whether it suits is looked at when the policy is told, so that calendars can be asked before */
	GVariant *fields = g_variant_new_parsed ("{'person': <%s>, 'start': <%x>, 'ends': <%x>}", ref, start, ends);
	return rn_meeting_save (turn, meeting, error) &&
	       rn_turn_raise (turn, turn->now, "meeting:countered", meeting, fields, error);
}

gboolean
rn_meeting_wish (rn_turn *turn, rn_meeting *meeting, rn_person *person, GStrv wishes, GError **error)
{
	g_autofree char *ref = rn_record_ref (person);
	GVariant *fields = g_variant_new_parsed ("{'person': <%s>, 'wishes': <%^as>}", ref, wishes);

	rn_turn_note (turn, "%s asks for another time", person->name);
	return rn_meeting_save (turn, meeting, error) &&
	       rn_turn_raise (turn, turn->now, "meeting:unsuitable", meeting, fields, error);
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
	if (counts (meeting) && meeting->occurrence != 0) /* of several that were placed ahead */
		meeting->number = pairing->meetings;
	if (counts (meeting))
		pairing->rung = 0;
	pairing->last_act = turn->now;
	rn_turn_touch (turn, pairing);
	if (!rn_save (turn->db, pairing, error) || !rn_save (turn->db, meeting, error) ||
	    !rn_meeting_schedule_end (turn, meeting, error))
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
	static const struct rn_meeting_words words = { .template = "did-you-meet" };

	if (!rn_meeting_is_live (meeting))
		return TRUE;
	rn_turn_touch (turn, meeting);
	return rn_meeting_mail_both (turn, meeting, &words, error);
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

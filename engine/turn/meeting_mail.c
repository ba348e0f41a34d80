#include "meeting_parts.h"

#include "invitation.h"
#include "mailing.h"
#include "records.h"
#include "topic.h"

/* A series as a whole is told by its first meeting, at the time it was first given. */
static void
set_times (rn_invitation *invitation, const rn_meeting *meeting, gboolean whole)
{
	rn_time start = whole ? meeting->occurrence : meeting->start;

	invitation->start = start;
	invitation->end = start + (meeting->ends - meeting->start);
	rn_record_set (&invitation->zone, meeting->zone);
	rn_record_set (&invitation->rule, whole && g_str_equal (invitation->method, "REQUEST") ? meeting->rule : "");
	invitation->recurrence_id = whole ? 0 : meeting->occurrence;
}

/* Not one who was forgotten: the other's calendar knows the meeting by its UID. */
static void
add_attendee (rn_invitation *invitation, const rn_person *person, const struct rn_attendance *attendance)
{
	if (!rn_person_is_forgotten (person))
		rn_invitation_add (invitation, person->address, person->name, rn_partstat_name (attendance->partstat));
}

static rn_invitation *
invitation_of (rn_turn *turn, const rn_meeting *meeting, const rn_pair *both, const struct rn_meeting_words *words)
{
	rn_invitation *invitation = rn_invitation_new ();
	const char *mentor = rn_person_name_for_others (both->mentor), *leader = rn_person_name_for_others (both->leader);

	rn_record_set (&invitation->method, words->method);
	rn_record_set (&invitation->uid, meeting->uid);
	invitation->sequence = (int) meeting->sequence;
	invitation->dtstamp = meeting->dtstamp;
	set_times (invitation, meeting, words->whole && *meeting->rule != '\0');
	/* the topic may be delicate and calendars are open to many: the program's name only */
	g_free (invitation->summary);
	invitation->summary = g_strdup_printf ("%s: %s%s%s", turn->program->title, mentor, *mentor != '\0' && *leader != '\0' ? " – " : "",
	                                       leader);
	add_attendee (invitation, both->mentor, &meeting->by_mentor);
	add_attendee (invitation, both->leader, &meeting->by_leader);
	return invitation;
}

static gboolean
mail_one (rn_turn *turn, rn_meeting *meeting, const rn_pair *both, gboolean to_mentor, const struct rn_meeting_words *words,
          GError **error)
{
	rn_person *to = to_mentor ? both->mentor : both->leader, *other = to_mentor ? both->leader : both->mentor;
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, meeting->pairing, error);
	g_autoptr (rn_topic) topic = pairing != NULL ? rn_load (turn->db, &rn_topic_kind, pairing->topic, error) : NULL;
	g_autofree char *ref = rn_record_ref (meeting);
	g_autofree char *when = rn_turn_when (to, meeting->start, meeting->ends);
	g_autoptr (rn_invitation) invitation = words->method != NULL ? invitation_of (turn, meeting, both, words) : NULL;
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	if (topic == NULL)
		return FALSE;
	rn_bundle_flag (fields, "is_mentor", to_mentor);
	rn_bundle_text (fields, "other_name", rn_person_name_for_others (other));
	rn_bundle_text (fields, "other_address", rn_person_is_forgotten (other) ? "" : other->address);
	rn_bundle_text (fields, "topic", topic->title);
	rn_bundle_number (fields, "number", meeting->number);
	rn_bundle_text (fields, "when", when);
	rn_bundle_flag (fields, "declined", words->declined);
	struct rn_mailing mailing = {
		.person = to, .template = words->template, .about = ref, .fields = fields, .invitation = invitation,
		.is_urgent = words->method != NULL && meeting->start - turn->now < RN_DAY,
	};
	return rn_turn_mail (turn, &mailing, error);
}

gboolean
rn_meeting_mail_both (rn_turn *turn, rn_meeting *meeting, const struct rn_meeting_words *words, GError **error)
{
	g_auto (rn_pair) both = { NULL };
	return rn_pair_load (turn, meeting->mentor, meeting->leader, &both, error) &&
	       mail_one (turn, meeting, &both, TRUE, words, error) &&
	       mail_one (turn, meeting, &both, FALSE, words, error);
}

gboolean
rn_meeting_mail_person (rn_turn *turn, rn_meeting *meeting, const rn_person *person, const struct rn_meeting_words *words,
                        GError **error)
{
	g_auto (rn_pair) both = { NULL };
	rn_turn_touch (turn, meeting);
	return rn_pair_load (turn, meeting->mentor, meeting->leader, &both, error) &&
	       mail_one (turn, meeting, &both, person->record.id == meeting->mentor, words, error);
}

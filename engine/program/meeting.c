#include "meeting.h"

#include "ends.h"
#include "pairing.h"
#include "person.h"

static const char *const states[] = { "invited", "accepted", "held", "unconfirmed", "missed", "cancelled", NULL };
static const char *const partstats[] = { "NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", NULL };
static const char *const said[] = { "nothing", "yes", "no", NULL };

static const struct rn_step steps[] = {
	{ RN_MEETING_INVITED, RN_MEETING_ACCEPTED },
	{ RN_MEETING_ACCEPTED, RN_MEETING_INVITED }, /* moved, or one of them thinks again */
	{ RN_MEETING_INVITED, RN_MEETING_HELD },     /* they met without ever answering */
	{ RN_MEETING_ACCEPTED, RN_MEETING_HELD },
	{ RN_MEETING_ACCEPTED, RN_MEETING_UNCONFIRMED },
	{ RN_MEETING_UNCONFIRMED, RN_MEETING_HELD }, /* a late word */
	{ RN_MEETING_UNCONFIRMED, RN_MEETING_MISSED },
	{ RN_MEETING_INVITED, RN_MEETING_MISSED },
	{ RN_MEETING_ACCEPTED, RN_MEETING_MISSED },
	{ RN_MEETING_MISSED, RN_MEETING_HELD },
	{ RN_MEETING_INVITED, RN_MEETING_CANCELLED },
	{ RN_MEETING_ACCEPTED, RN_MEETING_CANCELLED },
	{ RN_MEETING_CANCELLED, RN_MEETING_INVITED },  /* booked anew by the two */
	{ RN_MEETING_CANCELLED, RN_MEETING_ACCEPTED },
	RN_STEPS_END
};

#define ATTENDANCE(member)                                                                                      \
	{ #member "_partstat", RN_FIELD_STATE, G_STRUCT_OFFSET (rn_meeting, member.partstat), RN_USE_ENGINE, partstats, NULL }, \
	{ #member "_sequence", RN_FIELD_NUMBER, G_STRUCT_OFFSET (rn_meeting, member.sequence), RN_USE_ENGINE, NULL, NULL },     \
	{ #member "_dtstamp", RN_FIELD_TIME, G_STRUCT_OFFSET (rn_meeting, member.dtstamp), RN_USE_ENGINE, NULL, NULL },         \
	{ #member "_proposed", RN_FIELD_TIME, G_STRUCT_OFFSET (rn_meeting, member.proposed), RN_USE_ENGINE, NULL, NULL },       \
	{ #member "_said", RN_FIELD_STATE, G_STRUCT_OFFSET (rn_meeting, member.said), RN_USE_ENGINE, said, NULL }

static const struct rn_field fields[] = {
	RN_TEXT (rn_meeting, program, RN_USE_ENGINE),
	RN_REF (rn_meeting, pairing, RN_USE_INDEX | RN_USE_NAMED, &rn_pairing_kind),
	RN_REF (rn_meeting, mentor, RN_USE_ENGINE | RN_USE_INDEX, &rn_person_kind),
	RN_REF (rn_meeting, leader, RN_USE_ENGINE | RN_USE_INDEX, &rn_person_kind),
	RN_NUMBER (rn_meeting, number, 0),
	RN_STATE (rn_meeting, state, 0, states),
	RN_TEXT (rn_meeting, uid, RN_USE_ENGINE | RN_USE_INDEX),
	RN_TIME (rn_meeting, occurrence, RN_USE_ENGINE),
	RN_TEXT (rn_meeting, rule, RN_USE_ENGINE),
	RN_TEXT (rn_meeting, zone, RN_USE_ENGINE),
	RN_NUMBER (rn_meeting, series_number, RN_USE_ENGINE),
	RN_FLAG (rn_meeting, booked, 0),
	RN_NUMBER (rn_meeting, sequence, RN_USE_ENGINE),
	RN_TIME (rn_meeting, dtstamp, RN_USE_ENGINE),
	RN_TIME (rn_meeting, start, 0),
	RN_TIME (rn_meeting, ends, 0),
	RN_TEXT (rn_meeting, template, RN_USE_ENGINE),
	RN_NUMBER (rn_meeting, moved, 0),
	ATTENDANCE (by_mentor),
	ATTENDANCE (by_leader),
	RN_FIELDS_END
};

const struct rn_kind rn_meeting_kind = { "meeting", sizeof (rn_meeting), fields, steps };

struct rn_attendance *
rn_meeting_attendance (rn_meeting *meeting, gint64 person)
{
	return person == meeting->mentor ? &meeting->by_mentor : &meeting->by_leader;
}

gint64
rn_meeting_other (const rn_meeting *meeting, gint64 person)
{
	return rn_person_other (person, meeting->mentor, meeting->leader);
}

gboolean
rn_meeting_is_live (const rn_meeting *meeting)
{
	return meeting->state == RN_MEETING_INVITED || meeting->state == RN_MEETING_ACCEPTED;
}

gboolean
rn_meeting_is_news (rn_meeting *meeting, gint64 person, enum rn_partstat partstat, gint64 sequence, rn_time dtstamp,
                    const char **why)
{
	const struct rn_attendance *known = rn_meeting_attendance (meeting, person);

	*why = sequence < meeting->sequence ? rn_end_stale : NULL;
	if (*why == NULL && sequence == known->sequence && dtstamp != 0 && dtstamp == known->dtstamp &&
	    known->partstat == (int) partstat)
		*why = rn_end_repeated;
	if (*why == NULL && (sequence < known->sequence ||
	                     (sequence == known->sequence && dtstamp != 0 && dtstamp < known->dtstamp)))
		*why = rn_end_stale;
	return *why == NULL;
}

gboolean
rn_meeting_is_proposal (rn_meeting *meeting, gint64 person, gint64 sequence, rn_time dtstamp, const char **why)
{
	struct rn_attendance *known = rn_meeting_attendance (meeting, person);

	if (dtstamp != 0 && dtstamp == known->proposed)
		*why = rn_end_repeated;
	else if (sequence < meeting->sequence || (dtstamp != 0 && dtstamp < known->proposed))
		*why = rn_end_stale;
	else
		known->proposed = dtstamp;
	return *why == NULL;
}

gboolean
rn_meeting_is_newer (const rn_meeting *meeting, gint64 sequence, rn_time dtstamp)
{
	return sequence > meeting->sequence || (sequence == meeting->sequence && dtstamp > meeting->dtstamp);
}

void
rn_meeting_note (rn_meeting *meeting, gint64 person, enum rn_partstat partstat, gint64 sequence, rn_time dtstamp)
{
	struct rn_attendance *known = rn_meeting_attendance (meeting, person);
	known->partstat = partstat;
	known->sequence = sequence;
	known->dtstamp = dtstamp;
}

void
rn_meeting_move (rn_meeting *meeting, rn_time start, rn_time ends, rn_time now)
{
	meeting->start = start;
	meeting->ends = ends;
	meeting->sequence++;
	meeting->dtstamp = now;
	meeting->moved++;
	meeting->by_mentor.partstat = meeting->by_leader.partstat = RN_PARTSTAT_NEEDS_ACTION;
}

gboolean
rn_meeting_both (const rn_meeting *meeting, enum rn_partstat partstat)
{
	return meeting->by_mentor.partstat == (int) partstat && meeting->by_leader.partstat == (int) partstat;
}

const char *
rn_partstat_name (enum rn_partstat partstat)
{
	return partstats[partstat];
}

int
rn_partstat_parse (const char *word)
{
	for (int i = 0; partstats[i] != NULL; i++)
		if (g_ascii_strcasecmp (partstats[i], word) == 0)
			return i;
	return -1;
}

#include "poll.h"

#include "clock.h"
#include "meeting.h"
#include "pairing.h"
#include "person.h"

static const char *const states[] = { "asked", "agreed", "failed", "withdrawn", NULL };
static const char *const said[] = { "nothing", "some", "none", NULL };

static const struct rn_step steps[] = {
	{ RN_POLL_ASKED, RN_POLL_AGREED },
	{ RN_POLL_ASKED, RN_POLL_FAILED },
	{ RN_POLL_ASKED, RN_POLL_WITHDRAWN },
	RN_STEPS_END
};

#define CHOICE(member)                                                                                           \
	{ #member "_said", RN_FIELD_STATE, G_STRUCT_OFFSET (rn_poll, member.said), RN_USE_ENGINE, said, NULL },   \
	{ #member "_chosen", RN_FIELD_NUMBER, G_STRUCT_OFFSET (rn_poll, member.chosen), RN_USE_ENGINE, NULL, NULL }, \
	{ #member "_words", RN_FIELD_LIST, G_STRUCT_OFFSET (rn_poll, member.words), RN_USE_ENGINE, NULL, NULL }

static const struct rn_field fields[] = {
	RN_TEXT (rn_poll, program, RN_USE_ENGINE),
	RN_REF (rn_poll, pairing, RN_USE_INDEX | RN_USE_NAMED, &rn_pairing_kind),
	RN_REF (rn_poll, mentor, RN_USE_ENGINE, &rn_person_kind),
	RN_REF (rn_poll, leader, RN_USE_ENGINE, &rn_person_kind),
	RN_REF (rn_poll, meeting, RN_USE_INDEX, &rn_meeting_kind),
	RN_TEXT (rn_poll, template, RN_USE_ENGINE),
	RN_STATE (rn_poll, state, 0, states),
	RN_NUMBER (rn_poll, round, 0),
	RN_NUMBER (rn_poll, length, RN_USE_ENGINE),
	RN_TIME (rn_poll, earliest, RN_USE_ENGINE),
	RN_TIME (rn_poll, latest, RN_USE_ENGINE),
	RN_TIME (rn_poll, first, 0),
	RN_TIME (rn_poll, second, 0),
	RN_TIME (rn_poll, third, 0),
	RN_LIST (rn_poll, tried, RN_USE_ENGINE),
	RN_TIME (rn_poll, asked, 0),
	RN_TIME (rn_poll, deadline, 0),
	RN_FLAG (rn_poll, reminded, RN_USE_ENGINE),
	CHOICE (by_mentor),
	CHOICE (by_leader),
	RN_FIELDS_END
};

const struct rn_kind rn_poll_kind = { "poll", sizeof (rn_poll), fields, steps };

rn_time
rn_poll_slot (const rn_poll *poll, guint n)
{
	const rn_time slots[RN_POLL_SLOTS] = { poll->first, poll->second, poll->third };
	return n < RN_POLL_SLOTS ? slots[n] : 0;
}

guint
rn_poll_slots (const rn_poll *poll)
{
	guint n = 0;
	while (rn_poll_slot (poll, n) != 0)
		n++;
	return n;
}

struct rn_choice *
rn_poll_choice (rn_poll *poll, gint64 person)
{
	return person == poll->mentor ? &poll->by_mentor : &poll->by_leader;
}

gint64
rn_poll_other (const rn_poll *poll, gint64 person)
{
	return rn_person_other (person, poll->mentor, poll->leader);
}

void
rn_poll_turn_over (rn_poll *poll)
{
	g_autoptr (GStrvBuilder) tried = g_strv_builder_new ();

	g_strv_builder_addv (tried, (const char **) poll->tried);
	for (guint n = 0; n < rn_poll_slots (poll); n++) {
		g_autofree char *text = rn_time_text (rn_poll_slot (poll, n));
		g_strv_builder_add (tried, text);
	}
	g_strfreev (poll->tried);
	poll->tried = g_strv_builder_end (tried);
	poll->first = poll->second = poll->third = 0;
	poll->by_mentor.said = poll->by_leader.said = RN_POLL_NOTHING;
	poll->by_mentor.chosen = poll->by_leader.chosen = 0;
	poll->reminded = FALSE;
	poll->round++;
}

static gint64
bits_of (const struct rn_choice *choice, gint64 all)
{
	return choice->said == RN_POLL_NOTHING ? all : choice->said == RN_POLL_SOME ? choice->chosen : 0;
}

gint64
rn_poll_common (const rn_poll *poll)
{
	gint64 all = RN_POLL_ALL | (poll->meeting != 0 ? RN_POLL_KEEP : 0);
	return bits_of (&poll->by_mentor, all) & bits_of (&poll->by_leader, all);
}

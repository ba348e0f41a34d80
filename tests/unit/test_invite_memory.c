/* An invitation is whole or not written. */
#include "short_of_memory.h"

#include "clock.h"
#include "invitation.h"

static const struct {
	const char *zone, *rule;
} rows[] = {
	{ "", "" },
	{ "Europe/Berlin", "FREQ=WEEKLY;COUNT=6" },
};

static void
set (char **member, const char *text)
{
	g_free (*member);
	*member = g_strdup (text);
}

static rn_invitation *
row_invitation (int row)
{
	rn_invitation *invitation = rn_invitation_new ();

	set (&invitation->method, "REQUEST");
	set (&invitation->uid, "meeting-7@rotnem.example");
	set (&invitation->summary, "Screen readers");
	set (&invitation->location, "Room 5");
	set (&invitation->organizer, "program+token@example.org");
	set (&invitation->organizer_name, "Reverse mentoring");
	set (&invitation->zone, rows[row].zone);
	set (&invitation->rule, rows[row].rule);
	ck_assert (rn_time_parse ("2026-03-01T08:00:00Z", &invitation->dtstamp, NULL));
	ck_assert (rn_time_parse ("2026-04-05T08:00:00Z", &invitation->start, NULL));
	ck_assert (rn_time_parse ("2026-04-05T09:00:00Z", &invitation->end, NULL));
	rn_invitation_add (invitation, "ada@example.org", "Lovelace, Ada", "NEEDS-ACTION");
	return invitation;
}

static char *
invite (gpointer invitation)
{
	return rn_invite (invitation, "See you.", NULL);
}

START_TEST (is_whole_or_not_written)
{
	g_autoptr (rn_invitation) invitation = row_invitation (_i);
	ck_assert_uint_gt (without_memory (invite, invitation), 5);
}
END_TEST

static Suite *
suite (void)
{
	Suite *memory = suite_create ("invite_memory");
	TCase *tests = tcase_create ("invite_memory");

	tcase_add_loop_test (tests, is_whole_or_not_written, 0, G_N_ELEMENTS (rows));
	suite_add_tcase (memory, tests);
	return memory;
}

RN_UNIT_MAIN (suite ())

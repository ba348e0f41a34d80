/* An invitation is whole or not written: each call for memory on the way to it fails once. */
#include "unit.h"

#include <errno.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "invitation.h"

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *old, size_t size);

static unsigned calls, failing; /* the number of the call that fails; 0: none */

static int
fails (void)
{
	if (failing == 0 || ++calls != failing)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc (size_t size)
{
	return fails () ? NULL : __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
	return fails () ? NULL : __libc_calloc (n, size);
}

void *
realloc (void *old, size_t size)
{
	return fails () ? NULL : __libc_realloc (old, size);
}

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

enum { WHOLE, NOT_WHOLE, NOT_REACHED };

/* In a process of its own, which may end by it. */
static void
write_failing (const rn_invitation *invitation, const char *whole, unsigned at)
{
	stderr = fopen ("/dev/null", "w");
	failing = at;
	const char *text = rn_invite (invitation, "See you.", NULL);
	failing = 0;
	_exit (calls < at ? NOT_REACHED : g_strcmp0 (text, whole) == 0 ? WHOLE : NOT_WHOLE);
}

START_TEST (is_whole_or_not_written)
{
	g_autoptr (rn_invitation) invitation = row_invitation (_i);
	g_autofree char *whole = rn_invite (invitation, "See you.", NULL);
	int status = 0, deaths = 0;

	ck_assert (whole != NULL);
	for (unsigned at = 1; !WIFEXITED (status) || WEXITSTATUS (status) != NOT_REACHED; at++) {
		pid_t child = fork ();
		if (child == 0)
			write_failing (invitation, whole, at);
		ck_assert (child > 0 && waitpid (child, &status, 0) == child);
		ck_assert_msg (!WIFEXITED (status) || WEXITSTATUS (status) != NOT_WHOLE, "row %d: call %u", _i, at);
		deaths += WIFSIGNALED (status);
	}
	ck_assert_msg (deaths > 50, "row %d: only %d calls counted", _i, deaths);
}
END_TEST

static Suite *
suite (void)
{
	Suite *memory = suite_create ("invite_memory");
	TCase *tests = tcase_create ("invite_memory");

	tcase_set_timeout (tests, 60);
	tcase_add_loop_test (tests, is_whole_or_not_written, 0, G_N_ELEMENTS (rows));
	suite_add_tcase (memory, tests);
	return memory;
}

RN_UNIT_MAIN (suite ())

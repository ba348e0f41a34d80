/* Each call for memory on the way to a text fails once, in a process of its own, which may end by it: the
 * text is whole or there is none. Not for a build with sanitizers, which have a malloc of their own. */
#ifndef RN_TESTS_SHORT_OF_MEMORY_H
#define RN_TESTS_SHORT_OF_MEMORY_H

#include "failing_memory.h"
#include "unit.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static unsigned calls, failing; /* the number of the call that fails; 0: none */

static int
no_memory (void)
{
	return failing != 0 && ++calls == failing;
}

enum { RN_WHOLE, RN_NOT_WHOLE, RN_NOT_REACHED };

static void
make_failing (char *(*make) (gpointer data), gpointer data, const char *whole, unsigned at)
{
	stderr = fopen ("/dev/null", "w");
	failing = at;
	const char *text = make (data);
	failing = 0;
	_exit (calls < at ? RN_NOT_REACHED : g_strcmp0 (text, whole) == 0 ? RN_WHOLE : RN_NOT_WHOLE);
}

/* `make` gives the text. Gives how often it ended the process. */
static guint
without_memory (char *(*make) (gpointer data), gpointer data)
{
	g_autofree char *whole = make (data);
	guint deaths = 0;
	int status = 0;

	ck_assert (whole != NULL);
	for (unsigned at = 1; !WIFEXITED (status) || WEXITSTATUS (status) != RN_NOT_REACHED; at++) {
		pid_t child = fork ();
		if (child == 0)
			make_failing (make, data, whole, at);
		ck_assert (child > 0 && waitpid (child, &status, 0) == child);
		ck_assert_msg (!WIFEXITED (status) || WEXITSTATUS (status) != RN_NOT_WHOLE, "without call %u", at);
		deaths += WIFSIGNALED (status);
	}
	return deaths;
}

#endif

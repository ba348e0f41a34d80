/* Tests of policies, written in Lua on scripts/rotnem/test.lua: the policy runs in a
 * worker as it does under the engine; the test is the engine, its clock and its people. */
#ifndef RN_POLICY_REHEARSAL_H
#define RN_POLICY_REHEARSAL_H

#include <glib.h>

struct rn_rehearsal {
	guint stories, failed;
};

/* Runs one test file and prints a line of TAP for each of its stories, with what failed
 * at the line of the test. A file that cannot be run counts as a failed story. */
void rn_rehearse (struct rn_rehearsal *rehearsal, const char *scripts, const char *file);

#endif

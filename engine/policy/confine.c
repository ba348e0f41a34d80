#include "confine.h"

#include "config.h"

#include <glib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>

#include "frames.h"
#include "sandbox.h"

static const struct { int resource; rlim_t most; } limits[] = {
	{ RLIMIT_CORE, 0 },
	{ RLIMIT_FSIZE, 0 },
	{ RLIMIT_NPROC, 0 },
#ifndef RN_SANITIZERS /* their shadow memory is data */
	/* Lua's memory, three copies of the longest frame, as bytes, value and text, and as much for all else */
	{ RLIMIT_DATA, RN_MAX_POLICY_MEMORY + 4 * (rlim_t) RN_MAX_MAIL_FRAME },
#endif
};

/* A limit that cannot be set leaves the sandbox as the one wall: no reason to stop. */
static void
limit (int resource, rlim_t most)
{
	struct rlimit now;

	if (getrlimit (resource, &now) == 0) {
		now.rlim_cur = MIN (most, now.rlim_max);
		setrlimit (resource, &now);
	}
}

void
rn_confine (void)
{
	prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
	for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
		limit (limits[i].resource, limits[i].most);
}

void
rn_confine_cpu (int seconds)
{
	const struct itimerval clock = { .it_value.tv_sec = seconds };

	setitimer (ITIMER_PROF, &clock, NULL);
}

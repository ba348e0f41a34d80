#include "cores.h"

#include <sched.h>

static cpu_set_t others; /* of those that were allowed */

void
rn_cores_share (void)
{
	cpu_set_t own;
	int here = sched_getcpu ();

	if (here < 0 || here >= CPU_SETSIZE || sched_getaffinity (0, sizeof others, &others) != 0)
		return;
	CPU_ZERO (&own);
	CPU_SET (here, &own);
	CPU_CLR (here, &others);
	sched_setaffinity (0, sizeof own, &own);
}

void
rn_cores_part (GPid child)
{
	if (CPU_COUNT (&others) > 0)
		sched_setaffinity (child, sizeof others, &others);
}

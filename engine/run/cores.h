/* Which core a simulation's processes run on. Engine, reader and policies wait for one another: on one
 * core each takes over from the other at once, where waking it on a second one takes longer than
 * what they do. The simulated company lives on while they are at work, so it has another. */
#ifndef RN_RUN_CORES_H
#define RN_RUN_CORES_H

#include <glib.h>

/* From now on this process and its children stay on the core that it is on. Where there is
 * no choice nothing changes. */
void rn_cores_share (void);

/* Gives a child another of the cores that were allowed before; nothing when none was, or when
 * nothing is shared. */
void rn_cores_part (GPid child);

#endif

/* What a process that reads foreign mail gives up before it starts. */
#ifndef RN_MAIL_READER_LIMITS_H
#define RN_MAIL_READER_LIMITS_H

#include <glib.h>

#define RN_READER_CPU_MS 1000                /* for one mail; the slowest honest one takes 50 ms */
#define RN_READER_WAIT_MS 10000              /* by the wall clock, for whoever waits for it */
#define RN_READER_MEMORY (512 * 1024 * 1024) /* a mail of RN_MAX_MAIL takes a third of it */

/* Limits memory, stack, descriptors and core files of this process, and has the kernel
 * refuse it everything that opens connections, writes files, reads any but the system's own,
 * starts programs or signals others. Can't be undone. Call after rn_read_init, which loads what needs loading. */
void rn_reader_limits (void);

/* Starts or, with 0, stops the clock of one mail: after that much CPU time the process
 * dies of SIGPROF. */
void rn_reader_clock (int milliseconds);

#endif

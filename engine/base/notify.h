/* What a service manager is told: sd_notify(3)'s protocol, a few words in one datagram to a socket that the
 * environment names. Where it names none, nothing is done. */
#ifndef RN_BASE_NOTIFY_H
#define RN_BASE_NOTIFY_H

#include <glib.h>

/* Takes NOTIFY_SOCKET and WATCHDOG_USEC out of the environment: they are for this process and not for what it
 * starts. From then on the main loop tells, where the manager wants it, that it goes round. */
void rn_notify_begin (void);

/* "READY=1", or what the process is doing, in a sentence on one line. */
void rn_notify (const char *words);
void rn_notify_status (const char *sentence);

#endif

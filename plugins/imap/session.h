/* One logged-in IMAP connection with the mailbox selected. libetpan leaves a session
 * unusable after most failures, so every failed call ends it; the next call makes a new
 * one. */
#ifndef RN_IMAP_SESSION_H
#define RN_IMAP_SESSION_H

#include <libetpan/libetpan.h>

#include "server.h"

/* Marked so that a UIDVALIDITY change finds what was handled. */
#define RN_IMAP_HANDLED "$RotnemHandled"

struct rn_imap {
	const struct rn_host *host;
	struct rn_server server;
	const char *mailbox;
	const char *handled, *held; /* "flag", "none" or "move:FOLDER" */
	gboolean idle;
	int watchdog;               /* seconds that IDLE may be silent before it is tested */
	mailimap *session;          /* NULL: not connected */
	guint32 validity;           /* of the selected mailbox */
	guint32 next;               /* its UIDNEXT when it was selected, 0: not told */
	gboolean keywords;          /* new keywords may be stored in it */
};

/* Bytes that the answer to one command may have, apart from mails. */
#define RN_MAX_IMAP_ANSWER (64 * 1024 * 1024) /* SEARCH with four million mails */

/* Connects, logs in and selects the mailbox, unless that is done. Errors: RETRY, CONFIG. */
gboolean rn_imap_ready (struct rn_imap *imap, GError **error);

/* Ends the session, politely when nothing failed. */
void rn_imap_hang_up (struct rn_imap *imap);

/* What a call of libetpan gave: TRUE for success. Else the session has ended and the
 * error names the server, what was tried, and the server's own words. `refusal` is the
 * code of the error when the server answered NO for good. */
gboolean rn_imap_check (struct rn_imap *imap, int result, const char *what, enum rn_error refusal, GError **error);

/* Whether the server answered NO, which leaves the session usable. */
gboolean rn_imap_said_no (int result);

/* Before each command. */
void rn_imap_allow (struct rn_imap *imap, gsize bytes);

#endif

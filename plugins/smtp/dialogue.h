/* The words of SMTP over a stream: commands out, replies in, and the way from a fresh
 * connection to one that may send (RFC 5321, 3207, 4954). libetpan's own SMTP client
 * is not used: it cannot pipeline, cuts commands at 512 bytes and loses reply codes. */
#ifndef RN_SMTP_DIALOGUE_H
#define RN_SMTP_DIALOGUE_H

#include <libetpan/libetpan.h>

#include "server.h"

/* What a server offered in its answer to EHLO. */
enum rn_smtp_offer {
	RN_SMTP_PIPELINING = 1 << 0, /* RFC 2920 */
	RN_SMTP_STARTTLS = 1 << 1,   /* RFC 3207 */
	RN_SMTP_EIGHT_BIT = 1 << 2,  /* RFC 6152 */
	RN_SMTP_UTF8 = 1 << 3,       /* RFC 6531 */
	RN_SMTP_SIZE = 1 << 4,       /* RFC 1870 */
	RN_SMTP_AUTH_PLAIN = 1 << 5, /* RFC 4616 */
	RN_SMTP_AUTH_LOGIN = 1 << 6,
};

struct rn_dialogue {
	mailstream *stream;
	MMAPString *line;
	const struct rn_server *server;
	guint offers;    /* of enum rn_smtp_offer */
	guint64 largest; /* bytes of a mail that the server takes, 0: no limit */
};

/* Connects, greets, starts TLS where configured, and logs in. NULL with RETRY, or with
 * CONFIG when the server refuses the login for good. */
struct rn_dialogue *rn_dialogue_open (const struct rn_server *server, const char *helo, GError **error);

/* Says QUIT, without waiting for the answer, and closes. Takes NULL. */
void rn_dialogue_close (struct rn_dialogue *dialogue);

/* Puts one command line into the stream's buffer; it leaves with the next flush. */
gboolean rn_dialogue_say (struct rn_dialogue *dialogue, const char *line);

/* Sends what is buffered. */
gboolean rn_dialogue_flush (struct rn_dialogue *dialogue);

/* Reads one reply into code, status and text. FALSE when the connection is lost or the
 * server does not speak SMTP; the verdict is the caller's. */
gboolean rn_dialogue_hear (struct rn_dialogue *dialogue, struct rn_delivery *reply);

#endif

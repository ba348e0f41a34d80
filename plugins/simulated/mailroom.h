/* The program's mailbox in the company's mail system: mails wait there until the
 * engine has them. */
#ifndef SIMULATED_MAILROOM_H
#define SIMULATED_MAILROOM_H

#include "instant.h"

/* One mail. */
struct mailroom_mail {
	guint64 uid;
	rn_time sent;
	GBytes *bytes; /* with CR LF, as it was received */
};

struct mailroom {
	char *domain;
	GPtrArray *mails; /* of struct mailroom_mail, by rising uid */
	guint64 newest, fetched; /* uids: of the last that came, and of the last when the engine looked */
};

void mailroom_init (struct mailroom *mailroom, const char *domain);
void mailroom_clear (struct mailroom *mailroom);

/* Takes a mail with any line ends in, below the lines that a receiving server writes
 * on top; `sender` "" is the null sender. */
const struct mailroom_mail *mailroom_take (struct mailroom *mailroom, const char *sender, const char *recipient,
                                           const GString *text, rn_time at);

/* The mails behind a position; those up to it are dropped. */
const GPtrArray *mailroom_behind (struct mailroom *mailroom, guint64 uid);

#endif

/* Delivery failures told in prose: older postfix, exim, sendmail, qmail and its
 * descendants, Exchange, Domino, and the large providers. They share three habits:
 * a sender nobody answers, a line that starts with the recipient, and words below it. */
#ifndef RN_MAIL_BOUNCE_PROSE_H
#define RN_MAIL_BOUNCE_PROSE_H

#include "message.h"

/* Adds the recipients that the text names, with status and words; FALSE when the mail
 * is no prose of a mail server. */
gboolean rn_bounce_prose (const rn_message *message, const char *text, rn_reading *reading);

/* Fills in reason, and status when it is vague, from what the text says below the
 * bounce's recipient. */
void rn_bounce_prose_reason (const char *text, struct rn_bounce *bounce);

/* The Message-ID of the mail whose header the text has below the prose, in angle brackets;
 * NULL when it has none. The caller frees it. */
char *rn_bounce_prose_id (const char *text);

#endif

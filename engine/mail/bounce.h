/* Mails of mail servers about mails that could not be delivered, or not yet. */
#ifndef RN_MAIL_BOUNCE_H
#define RN_MAIL_BOUNCE_H

#include "message.h"

#define RN_MAX_BOUNCES 100 /* recipients of one report that are kept */

/* Makes the reading a BOUNCE with one row a recipient, when the mail is a delivery
 * status (RFC 3464) or the prose of a mail server; else FALSE. The Message-ID of what
 * came back becomes in_reply_to unless the report names one. `text` is the body's. */
gboolean rn_bounce_read (const rn_message *message, const char *text, rn_reading *reading);

/* Whether a failure with this status code (RFC 3463) means that sending again is futile:
 * class 5, less the details that the RFC calls persistent but transient, such as a full
 * mailbox, unless the server's words say that there is no such address. */
gboolean rn_failure_is_permanent (const char *status, const char *words);

#endif

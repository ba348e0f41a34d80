/* Abuse reports (RFC 5965): somebody pressed "this is junk" on a mail of ours. */
#ifndef RN_MAIL_COMPLAINT_H
#define RN_MAIL_COMPLAINT_H

#include "message.h"

/* Makes the reading a COMPLAINT when the mail is a feedback report: one row in bounces
 * for each recipient that it names, with the feedback type as reason; in_reply_to is the
 * Message-ID of the mail complained about. A report of a type that no reader makes (not-spam,
 * auth-failure) becomes AUTO. Else FALSE. */
gboolean rn_complaint_read (const rn_message *message, rn_reading *reading);

#endif

/* Whether a program sent a mail: by what it says in its header fields (RFC 3834, 2231,
 * 2919, 5230 and the customs of programs older than these). */
#ifndef RN_MAIL_CLASSIFY_H
#define RN_MAIL_CLASSIFY_H

#include "message.h"

enum rn_automation {
	RN_BY_A_PERSON,
	RN_NOT_TO_ANSWER, /* perhaps a person, but its sender wants no automatic answer */
	RN_GENERATED,     /* by a program, at its own start */
	RN_RESPONDED,     /* by a program, to a mail of ours */
};

/* The strongest sign found, and in *reason what it was (NONE for a person). The
 * reading's header members must be set. */
enum rn_automation rn_automation_of (const rn_message *message, const rn_reading *reading, const char *own_domain,
                                     enum rn_reason *reason);

/* What a calendar program's subject says when its calendar part got lost: "ACCEPTED",
 * "DECLINED", "TENTATIVE", or NULL. */
const char *rn_subject_partstat (const char *subject);

/* Whether an address is one that mail servers write from: MAILER-DAEMON, postmaster. */
gboolean rn_is_server_address (const char *address);

/* Whether the sender is a mail server: MAILER-DAEMON, postmaster and the like, or an
 * empty Return-Path. */
gboolean rn_is_mail_server (const rn_message *message, const rn_reading *reading);

#endif

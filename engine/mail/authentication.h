/* What our own receiver found out about the sender (RFC 8601). */
#ifndef RN_MAIL_AUTHENTICATION_H
#define RN_MAIL_AUTHENTICATION_H

#include "message.h"

/* "pass" when the domain of `from` was confirmed: by DMARC, or by DKIM or SPF for this
 * very domain or one above or below it; "fail" when that failed; "none" when nothing is
 * said. Only the topmost run of Authentication-Results that carry `authserv_id` counts:
 * what stands below other fields of that name may be the sender's own invention. NULL
 * or "" as `authserv_id` gives "none". */
const char *rn_authentication (const rn_message *message, const char *authserv_id, const char *from);

#endif

/* What a mail's calendar parts say together (iMIP, RFC 6047). */
#ifndef RN_MAIL_CALENDAR_PARTS_H
#define RN_MAIL_CALENDAR_PARTS_H

#include "message.h"

/* Makes the reading a CALENDAR with one row for each meeting or occurrence; FALSE when
 * there is no calendar part, or nothing but a calendar enclosed to a person's words.
 * The same calendar sent twice in one mail counts once. `text` is the body's;
 * times without a zone are taken in `zone`. */
gboolean rn_calendar_parts_read (const rn_message *message, const char *text, GTimeZone *zone, rn_reading *reading);

#endif

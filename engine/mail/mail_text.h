/* What a person sees of a mail: its text, whatever parts it comes in. */
#ifndef RN_MAIL_MAIL_TEXT_H
#define RN_MAIL_MAIL_TEXT_H

#include "message.h"

#define RN_MAX_MAIL_TEXT (512 * 1024) /* text before quotes are taken off */

/* The inline text parts one after another as UTF-8 with LF line ends: of alternatives
 * the first that is not blank, HTML as text, flowed lines joined (RFC 3676). Adds notes
 * on what was left out. Never NULL. */
char *rn_mail_text (const rn_message *message, rn_reading *reading);

/* Whether text has anything but white space. */
gboolean rn_is_blank (const char *text);

#endif

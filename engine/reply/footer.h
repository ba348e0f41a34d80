/* What stands below a mail without being said by anyone: phone footers, disclaimers,
 * contact blocks; and the closing words above a name. Texts are folded (fold.h). */
#ifndef RN_MAIL_FOOTER_H
#define RN_MAIL_FOOTER_H

#include <glib.h>

#define RN_MAX_CLOSING 64 /* "Mit freundlichen Grüßen aus dem sonnigen …, Anna" */

/* "Sent from my iPhone", "Outlook für Android beziehen". */
gboolean rn_is_phone_footer (const char *line);

/* A paragraph about confidentiality, the environment, viruses or the company. */
gboolean rn_is_disclaimer (const char *paragraph);

/* What stands for a picture in text: "[cid:image001.png@01D9…]", "[image: logo]". */
gboolean rn_is_placeholder (const char *line);

/* "Best regards", "Viele Grüße, Anna". */
gboolean rn_is_closing (const char *line);

/* A telephone number, a web address, a postal line with one of them. */
gboolean rn_is_contact (const char *line);

#endif

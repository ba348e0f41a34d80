/* A mail as it lies in a person's mail client: opened once, when it arrives. */
#ifndef SIMULATED_LETTER_H
#define SIMULATED_LETTER_H

#include "instant.h"

typedef struct letter {
	rn_time arrived;
	char *sender;     /* envelope sender, "" for none */
	char *from, *from_name; /* never NULL, may be "" */
	char *reply_to;   /* where an answer goes: Reply-To, or else From */
	char *subject;    /* decoded, never NULL */
	char *message_id; /* without <>, or NULL */
	char *references; /* the header as it stood, or NULL */
	rn_time date;     /* of the Date header, or when it arrived */
	gboolean automatic;  /* Auto-Submitted other than no (RFC 3834) */
	gboolean suppressed; /* X-Auto-Response-Suppress: All or OOF */
	gboolean bulk;       /* Precedence or List-* headers of a mailing */
	char *text;       /* what she sees, LF line ends, never NULL */
	char *calendar;   /* the text/calendar part, or NULL */
} sim_letter;

/* Opens a mail. `html` is TRUE for someone whose client shows the HTML part. */
struct letter *letter_new (const guint8 *bytes, gsize size, const char *sender, rn_time arrived, gboolean html);
void letter_free (struct letter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sim_letter, letter_free)

#endif

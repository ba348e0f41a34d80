/* A mail as the outbox keeps it: everything that its bytes follow from, fixed when
 * the turn that caused it was committed. Composing is a pure function of it and of
 * its stationery, so a mail sent again has the same bytes. */
#ifndef RN_MAIL_LETTER_H
#define RN_MAIL_LETTER_H

#include "invitation.h"
#include "stationery.h"

typedef struct rn_letter {
	char *stationery;   /* hash of its rn_stationery */
	GVariant *fields;   /* a{sv}, not floating */
	char *to, *to_name;
	char *from, *from_name; /* the program's own address; the name may be a sponsor's */
	char *sender;       /* Sender header where From is not who sends, or "" */
	char *reply_to;     /* with the token in its plus part */
	char *envelope_from;/* reverse-path: bounces come back with the token */
	char *message_id;   /* without <> */
	char *in_reply_to;  /* without <>, or "" */
	char *instead_of;   /* with redirect_all_to: who would have got it; else "" */
	char *unsubscribe;  /* mailto URI, on company-wide mail only (RFC 2369); else "" */
	rn_time date;
	gboolean is_reply;  /* Auto-Submitted: auto-replied instead of auto-generated (RFC 3834) */
	gboolean is_bulk;   /* X-Auto-Response-Suppress: All, List-* headers */
	rn_invitation *invitation; /* or NULL */
} rn_letter;

rn_letter *rn_letter_new (void);
void rn_letter_free (rn_letter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_letter, rn_letter_free)

/* a{sv}, floating, and back; DATA errors for what does not fit. */
GVariant *rn_letter_to_variant (const rn_letter *letter);
rn_letter *rn_letter_from_variant (GVariant *value, GError **error);

/* The mail's bytes with CR LF line ends, lines of at most 998 bytes, without
 * boundaries or ids that differ from run to run. An address that would not be safe
 * in a header or envelope is a DATA error. */
GBytes *rn_compose (const rn_letter *letter, const rn_stationery *stationery, GError **error);

#endif

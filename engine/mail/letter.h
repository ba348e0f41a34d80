/* A mail as the outbox keeps it: everything that its bytes follow from, fixed when
 * the turn that caused it was committed. Composing is a pure function of it and of
 * its stationery, so a mail sent again has the same bytes.
 *
 * It rests in the database and crosses to the transport as a table of a bundle
 * (bundle.h): members by name as below, those that are "" or 0 left out; `fields` as a
 * table; `invitation`, where there is one, as a table. Later versions may add names; what
 * a row lacks stays empty, and what they do not know they go over. */
#ifndef RN_MAIL_LETTER_H
#define RN_MAIL_LETTER_H

#include "invitation.h"
#include "stationery.h"

typedef struct rn_letter {
	char *stationery;   /* hash of its rn_stationery */
	GBytes *fields;     /* of the template: the values of a bundle's table and its END */
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

/* As bytes, and back; DATA errors for what does not fit, is cut off, or has more behind it. */
GBytes *rn_letter_to_bytes (const rn_letter *letter);
rn_letter *rn_letter_from_bytes (GBytes *bytes, GError **error);

/* Of bytes like these the hash of their stationery, which lives as long as they; "" if
 * there is none. */
const char *rn_letter_stationery (GBytes *bytes);

/* The mail's bytes with CR LF line ends, lines of at most 998 bytes, without
 * boundaries or ids that differ from run to run. An address that would not be safe
 * in a header or envelope is a DATA error. */
GBytes *rn_compose (const rn_letter *letter, const rn_stationery *stationery, GError **error);

#endif

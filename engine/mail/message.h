/* A mail taken apart: header fields and a flat list of the parts that matter, under
 * named limits. GMime stays behind this header. Nothing is decoded before it is asked
 * for, since attachments are most of a mail's bytes and none of its meaning. */
#ifndef RN_MAIL_MESSAGE_H
#define RN_MAIL_MESSAGE_H

#include "reading_words.h"

#define RN_MAX_FIELD (64 * 1024)     /* To with a thousand recipients: 40 KiB */
#define RN_MAX_HEADER (512 * 1024)   /* Exchange Online's own fields: 20 KiB */
#define RN_MAX_DEPTH 20              /* signed, forwarded and archived mails: 6 */
#define RN_MAX_DELIMITERS 5000       /* lines that may be MIME boundaries; GMime keeps 1.3 KB a part */
#define RN_MAX_ADDRESSES 100         /* recipients that are kept */
#define RN_MAX_PART_TEXT (512 * 1024)/* decoded text of one part; quotes may be long */

enum rn_part_type {
	RN_PART_PLAIN,
	RN_PART_HTML,
	RN_PART_CALENDAR,
	RN_PART_DELIVERY,    /* message/delivery-status (RFC 3464) */
	RN_PART_FEEDBACK,    /* message/feedback-report (RFC 5965) */
	RN_PART_DISPOSITION, /* message/disposition-notification (RFC 8098) */
	RN_PART_RETURNED,    /* a mail in the mail, or its header fields */
	RN_PART_TNEF,        /* winmail.dat */
	RN_PART_ENCRYPTED,   /* S/MIME or OpenPGP */
	RN_PART_OTHER
};

struct rn_part {
	enum rn_part_type type;
	gboolean is_attachment; /* Content-Disposition says so */
	const char *method;     /* parameter of text/calendar, or NULL */
	guint alternatives;     /* number of the outermost multipart/alternative it belongs to, 0: none */
	guint branch;           /* and which of its alternatives it belongs to */
	gpointer mime;          /* GMime's object */
};

struct rn_message;
typedef struct rn_message rn_message;

/* Prepares GMime; once per process. */
void rn_message_init (void);

/* Takes bytes apart; they must outlive the message. Never NULL. What crosses a limit
 * is left out and named by rn_message_limit. */
struct rn_message *rn_message_new (const guint8 *bytes, gsize size);
void rn_message_free (struct rn_message *message);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_message, rn_message_free)

/* The first limit that was crossed, EMPTY or NO_MAIL when there is no mail, or NONE. */
enum rn_reason rn_message_limit (const struct rn_message *message);

gsize rn_message_n_parts (const struct rn_message *message);
const struct rn_part *rn_message_part (const struct rn_message *message, gsize i);

/* The first part of that type, or NULL. */
const struct rn_part *rn_message_find (const struct rn_message *message, enum rn_part_type type);

/* The report-type parameter of a multipart/report (RFC 6522), or NULL. */
const char *rn_message_report_type (const struct rn_message *message);

/* The topmost field of that name, decoded to UTF-8 and unfolded, or NULL. It lives as
 * long as the message. */
const char *rn_message_field (const struct rn_message *message, const char *name);

/* Calls back for each field from the top on until FALSE comes back. Values are raw. */
typedef gboolean (*rn_message_field_visit) (const char *name, const char *value, gpointer data);
void rn_message_each_field (const struct rn_message *message, rn_message_field_visit visit, gpointer data);

/* How many fields of that name there are. */
guint rn_message_count (const struct rn_message *message, const char *name);

/* The first mailbox of a field of addresses (address in lower case), both "" when there
 * is none. The caller frees both. Gives how many addresses the field has. */
guint rn_message_mailbox (const struct rn_message *message, const char *field, char **address, char **name);

/* Puts the addresses of all fields of that name, in lower case, behind those in the
 * list, without doubles. */
void rn_message_addresses (const struct rn_message *message, const char *field, GPtrArray *addresses);

/* Ids of a field (References, In-Reply-To, Message-ID) without <>. */
GStrv rn_message_ids (const struct rn_message *message, const char *field);

/* Date, or 0; `zone` gets its difference from UTC as a zone, which the caller unrefs. */
rn_time rn_message_date (const struct rn_message *message, GTimeZone **zone);

/* Whether a parameter of the part's Content-Type has that value, in any case. */
gboolean rn_part_is (const struct rn_part *part, const char *parameter, const char *value);

/* Decoded text of a part: UTF-8, LF line ends, no NUL, cut at `max` bytes (in front of
 * conversion) with *is_cut set. A charset that is unknown or wrong is taken as
 * windows-1252, which has a letter for each byte. A calendar in UTF-8 may have invalid
 * bytes: its lines are mended by who reads it. */
char *rn_part_text (const struct rn_message *message, const struct rn_part *part, gsize max, gboolean *is_cut);

/* A field of the mail that a RETURNED part holds, or NULL. The caller frees it. */
char *rn_part_returned_field (const struct rn_message *message, const struct rn_part *part, const char *name);

/* The MIME entity that was taken apart: the Content- fields and the body, less what
 * crossed a limit. */
const char *rn_message_bytes (const struct rn_message *message, gsize *size);

/* The bytes of an undecoded part, within those of the message. */
const char *rn_part_raw (const struct rn_message *message, const struct rn_part *part, gsize *size);

#endif

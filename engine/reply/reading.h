/* What the reader makes of one mail: one flat, bounded record. It is all that the
 * engine ever learns of a mail's content; raw bytes are parsed in the reader only. */
#ifndef RN_MAIL_READING_H
#define RN_MAIL_READING_H

#include <glib.h>

#include "instant.h"
#include "itip.h"

/* Order of reading: bounce, calendar, absence and other automatic mail, human. */
enum rn_mail_kind {
	RN_MAIL_REPLY,     /* a person wrote it */
	RN_MAIL_CALENDAR,  /* iMIP (RFC 6047) */
	RN_MAIL_BOUNCE,    /* delivery status (RFC 3464) or its prose */
	RN_MAIL_ABSENCE,   /* out of office */
	RN_MAIL_AUTO,      /* other automatic mail (RFC 3834), lists, bulk */
	RN_MAIL_COMPLAINT, /* abuse report (RFC 5965) */
	RN_MAIL_FORM,      /* a reply that fills in numbered questions */
	RN_MAIL_KINDS
};

/* What became of the reading alone; the engine knows better later. */
enum rn_mail_state {
	RN_MAIL_READABLE,
	RN_MAIL_IGNORED, /* by a rule that needs no knowledge of the program */
	RN_MAIL_HELD,    /* a person must look */
	RN_MAIL_ERROR,   /* could not be read */
	RN_MAIL_STATES
};

/* What a person answered; see reading_words.h for the words. */
enum rn_intent {
	RN_INTENT_YES,
	RN_INTENT_NO,
	RN_INTENT_LATER,
	RN_INTENT_NUMBER,    /* value: "2" */
	RN_INTENT_DATE,      /* value: RFC 3339 instant, or a date, or words */
	RN_INTENT_TEXT,      /* value: an answer in words, with `question` */
	RN_INTENT_HELP,
	RN_INTENT_STOP,
	RN_INTENT_ELSEWHERE, /* the off-ramp to HR or an ombudsperson */
	RN_INTENT_WHY,
	RN_INTENT_UNDO,      /* "I meant no" */
	RN_INTENTS
};

#define RN_DONE "done"

struct rn_answer {
	enum rn_intent intent;
	int question;     /* number of the question it stands under, 0: the whole mail */
	int confidence;   /* percent */
	char *value;      /* never NULL; "" for a bare yes, RN_DONE for one that tells that it is done */
};

/* One recipient of a delivery status. */
struct rn_bounce {
	char *recipient;  /* address, lower case */
	char *action;     /* failed, delayed, delivered, relayed, expanded (RFC 3464, 2.3.3) */
	char *status;     /* "5.1.1" (RFC 3463) or "" */
	gboolean permanent;
	char *reason;     /* the server's words, one line */
};

typedef struct rn_reading {
	enum rn_mail_kind kind;
	enum rn_mail_state state;
	char *reason;           /* one word of the list in reading_words.h */
	char *from, *from_name; /* address lower case; both never NULL, may be "" */
	char *subject;
	char *message_id;       /* without <>, "" when absent */
	char *in_reply_to;      /* without <>, "" when absent */
	GStrv references;       /* without <>, newest last */
	GStrv recipients;       /* addresses it was sent or delivered to, lower case, plus part kept:
	                         * Delivered-To, X-Original-To, To, Cc in this order, without doubles */
	rn_time date;           /* Date, 0 when absent or unreadable */
	char *language;         /* "en", "de", … or "" when unsure */
	char *text;             /* what was written, without quotes, signature and disclaimer */
	gboolean quoted;        /* something quoted was cut off */
	gboolean automatic;     /* must never be answered (RFC 3834 and its relatives) */
	char *authentication;   /* our own receiver's verdict on From (RFC 8601): pass, fail, none */
	rn_time absent_from, absent_until; /* 0 when not said */
	GPtrArray *bounces;     /* of struct rn_bounce */
	GPtrArray *calendar;    /* of struct rn_calendar */
	GPtrArray *answers;     /* of struct rn_answer, in reading order */
	GPtrArray *notes;       /* of char *: what was assumed or repaired */
	int microseconds;       /* of CPU that reading it took */
} rn_reading;

/* An empty reading, every text "" and every list empty. */
rn_reading *rn_reading_new (void);
void rn_reading_free (rn_reading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_reading, rn_reading_free)

/* Add an empty row to a list and give it to be filled in. */
struct rn_bounce *rn_reading_add_bounce (rn_reading *reading);
struct rn_calendar *rn_reading_add_calendar (rn_reading *reading);
struct rn_answer *rn_reading_add_answer (rn_reading *reading, enum rn_intent intent, int question, const char *value,
                                         int confidence);
void rn_reading_add_note (rn_reading *reading, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Sets a text member, freeing the old one. */
void rn_reading_set (char **member, const char *text);

const char *rn_mail_kind_name (enum rn_mail_kind kind);
const char *rn_mail_state_name (enum rn_mail_state state);
const char *rn_intent_name (enum rn_intent intent);

/* The subject without "Re:", "AW:" and the like: what the mail answers, in a few words. */
const char *rn_reading_topic (const rn_reading *reading);

/* Whether the subject is borrowed from another mail. */
gboolean rn_reading_is_answer (const rn_reading *reading);

/* The same as bytes that cross a process border. */
GBytes *rn_reading_pack (const rn_reading *reading);
void rn_reading_pack_into (const rn_reading *reading, GByteArray *pack); /* appends them */

/* Back again; what is no whole reading, or has an enumeration out of range, is a DATA
 * error. */
rn_reading *rn_reading_unpack (const guint8 *bytes, gsize size, GError **error);

#endif

/* Mail that came in, in the order in which turns take it, and how far each source was
 * looked at. A mail is stored before it is read, and ends in exactly one outcome. */
#ifndef RN_STORE_INBOX_H
#define RN_STORE_INBOX_H

#include "db.h"

enum rn_inbox_state {
	RN_INBOX_NEW,
	RN_INBOX_APPLIED,
	RN_INBOX_IGNORED,
	RN_INBOX_HELD,   /* a person must look */
	RN_INBOX_ERROR,  /* its turn failed */
	RN_INBOX_DISMISSED, /* a person looked and wants nothing done */
	RN_INBOX_STATES
};
const char *rn_inbox_state_name (enum rn_inbox_state state);

/* Stores a mail and moves the source's cursor. FALSE in *is_new: it was here already
 * (same source, validity and uid). */
gboolean rn_inbox_receive (rn_db *db, const char *source, guint32 validity, guint64 uid, rn_time received,
                           GBytes *raw, gint64 *id, gboolean *is_new, GError **error);

/* The bytes alone, of a mail that has a row. */
gboolean rn_inbox_put_raw (rn_db *db, gint64 id, GBytes *raw, GError **error);

/* How far a source was looked at; validity 0 before the first time. `at` is when. */
gboolean rn_inbox_cursor (rn_db *db, const char *source, guint32 *validity, guint64 *uid, rn_time *at, GError **error);
gboolean rn_inbox_advance (rn_db *db, const char *source, guint32 validity, guint64 uid, rn_time at, GError **error);

/* What is known of one source is another's from now on, unless that was looked at itself. */
gboolean rn_inbox_rename (rn_db *db, const char *before, const char *now, gboolean *is_done, GError **error);

/* Ids of at most `max` new mails behind `after`, in order. Free with g_array_unref. */
GArray *rn_inbox_new_ids (rn_db *db, gint64 after, guint max, GError **error);

/* The raw mail; NULL and a DATA error when it is gone. */
GBytes *rn_inbox_raw (rn_db *db, gint64 id, rn_time *received, GError **error);

/* How one mail ended. Texts may be NULL. */
struct rn_inbox_end {
	enum rn_inbox_state state;
	const char *outcome, *reason, *message_id, *sender, *subject, *about;
	gint64 person;
	rn_time at;
};
gboolean rn_inbox_settle (rn_db *db, gint64 id, const struct rn_inbox_end *end, GError **error);

/* Whether its turn is still to come: one that is read again may have been read twice. */
gboolean rn_inbox_is_new (rn_db *db, gint64 id, gboolean *is_new, GError **error);

/* Whether a mail with this Message-ID was handled before, other than `id` itself. */
gboolean rn_inbox_has_message (rn_db *db, const char *message_id, gint64 id, gboolean *has, GError **error);

/* From whom mail came, each address once. Free with g_strfreev. */
GStrv rn_inbox_senders (rn_db *db, GError **error);

/* Ids of the mails that were held, or whose turn failed, since then. Free with g_array_unref. */
GArray *rn_inbox_held_since (rn_db *db, rn_time since, GError **error);

/* A mail that waits for a person, or whose turn failed. Sender and subject are anybody's words, cut short. */
typedef struct rn_held {
	gboolean waits; /* else nothing else is told */
	char *sender, *subject;
	char *reason;   /* its word; "other" of a turn that failed */
} rn_held;
gboolean rn_inbox_held (rn_db *db, gint64 id, struct rn_held *held, GError **error);
void rn_held_clear (struct rn_held *held);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (rn_held, rn_held_clear)

/* Puts a held mail or one whose turn failed back to the new ones, or sets it aside. */
gboolean rn_inbox_retry (rn_db *db, gint64 id, GError **error);
gboolean rn_inbox_dismiss (rn_db *db, gint64 id, rn_time now, GError **error);

/* Calls back with ranges of handled mails that are not yet marked on the server. */
typedef void (*rn_inbox_range) (guint32 validity, gboolean held, guint64 first, guint64 last, gpointer data);
gboolean rn_inbox_unmarked (rn_db *db, const char *source, guint max, rn_inbox_range call, gpointer data, GError **error);
gboolean rn_inbox_set_marked (rn_db *db, const char *source, guint32 validity, guint64 first, guint64 last, GError **error);

/* Erases the bytes of mails that were dropped; to be done behind the commit of that. */
gboolean rn_inbox_sweep (rn_db *db, GError **error);

/* Lists mails in these states as a{sv} each, newest last; NULL for every state. */
GPtrArray *rn_inbox_list (rn_db *db, const char *states, GError **error);

#endif

/* Mail that goes out: fixed when its turn was committed, leased in groups, and settled
 * by what the next server said.
 *
 *   queued ─▶ leased ─▶ sent | refused | uncertain
 *     ▲          │                          │
 *     └── later ─┘     settled by an answer, a copy, or sent again with the same bytes
 *
 * Mail that is halted does not leave the queue: paused until it is released, or withdrawn
 * for good. What is leased meanwhile goes out; if it comes back to the queue, it stays there, and
 * who it was the first mail to has had none.
 * What shows that a mail arrived may come before the attempt's end is known. */
#ifndef RN_STORE_OUTBOX_H
#define RN_STORE_OUTBOX_H

#include "db.h"
#include "plugin.h"

enum rn_outbox_state {
	RN_OUTBOX_QUEUED,
	RN_OUTBOX_LEASED,
	RN_OUTBOX_SENT,
	RN_OUTBOX_REFUSED,
	RN_OUTBOX_UNCERTAIN,
	RN_OUTBOX_STATES
};
const char *rn_outbox_state_name (enum rn_outbox_state state);

enum rn_halt { RN_HALT_NONE, RN_HALT_PAUSED, RN_HALT_WITHDRAWN };

/* What leaves first. */
enum rn_rank { RN_RANK_ANSWER, RN_RANK_NORMAL, RN_RANK_BULK, RN_RANKS };

#define RN_LEASED_ROWS 64    /* in the hands of one connection: after power loss so many are uncertain */
#define RN_LEASE_BYTES (1024 * 1024) /* of letters in one frame to a transport */
#define RN_MAX_LETTER (512 * 1024)   /* one letter; a mail of ours has some 5 KB */
#define RN_MAX_TRIES 40      /* with the back-off of an hour at most this is a day and a half */

struct rn_outbox_row {
	gint64 id;             /* from rn_outbox_next_id */
	const char *transport, *program, *about, *template, *recipient, *message_id;
	gint64 journal, person;
	rn_time not_before, written;
	enum rn_rank rank;
	GBytes *letter;        /* see mail/letter.h */
};

gboolean rn_outbox_next_id (rn_db *db, gint64 *id, GError **error);
gboolean rn_outbox_add (rn_db *db, const struct rn_outbox_row *row, GError **error);

/* Takes up to `max` due rows of a transport: marks them leased under a new lease whose
 * progress file is `progress`. *rows: (id, recipient, letter) each; the lease's id or 0
 * when nothing is due. */
struct rn_leased {
	gint64 id;
	char *recipient;
	GBytes *letter; /* as it stands in the table: of whoever reads it */
};
gboolean rn_outbox_lease (rn_db *db, const char *transport, rn_time now, guint max, const char *progress,
                          gint64 *lease, GArray **rows, GError **error);

/* Notes the end of one attempt. LATER queues it again after a back-off, and refuses it
 * after RN_MAX_TRIES, unless it is the sender that is not wanted. */
gboolean rn_outbox_settle (rn_db *db, gint64 id, const struct rn_delivery *delivery, rn_time now, GError **error);

/* A row that its lease never began goes back to the queue. */
gboolean rn_outbox_return (rn_db *db, gint64 id, GError **error);

/* The lease is over; rows still leased under it have been settled or returned. */
gboolean rn_outbox_end_lease (rn_db *db, gint64 lease, GError **error);

/* Leases that an engine which died left behind: ids and progress files; and the rows
 * of one. */
gboolean rn_outbox_old_leases (rn_db *db, GArray **ids, GPtrArray **progress, GError **error);
GArray *rn_outbox_leased_rows (rn_db *db, gint64 lease, GError **error);

/* Whether a row is in that lease, and how its mail ended is open. */
gboolean rn_outbox_is_leased (rn_db *db, gint64 id, gint64 lease, gboolean *is_leased, GError **error);

/* Uncertain rows older than `before` that are not halted are queued again, once, with the same
 * bytes. What is uncertain a second time stays so, and is listed. Gives how many. */
gboolean rn_outbox_resend_uncertain (rn_db *db, rn_time before, int *n, GError **error);

/* Halts a row of any state, or releases it: then it may leave by that transport from
 * `not_before` on. */
gboolean rn_outbox_halt (rn_db *db, gint64 id, enum rn_halt halt, GError **error);
gboolean rn_outbox_release (rn_db *db, gint64 id, const char *transport, rn_time not_before, GError **error);

/* A withdrawn row that was to be the first mail to somebody was none. */
gboolean rn_outbox_unmail (rn_db *db, gint64 id, GError **error);

/* The letter of a row, of no bytes where it is missing; and another one, for a row of which no attempt
 * was made. */
GBytes *rn_outbox_letter (rn_db *db, gint64 id, GError **error);
gboolean rn_outbox_set_letter (rn_db *db, gint64 id, GBytes *letter, GError **error);

/* An answer, a bounce or a copy shows that a mail did arrive: what is uncertain of it, or
 * becomes so by the attempt that is under way, is sent. */
gboolean rn_outbox_confirm (rn_db *db, const char *message_id, rn_time now, GError **error);

/* When the next queued row is due for that transport; 0: none. */
gboolean rn_outbox_next_due (rn_db *db, const char *transport, rn_time *due, GError **error);

/* How many rows are due for that transport; counts up to `most`. */
gboolean rn_outbox_due (rn_db *db, const char *transport, rn_time now, guint most, gint64 *due, GError **error);

/* Whom a mail of ours was to and about; FALSE in *found when it is none of ours. */
gboolean rn_outbox_by_message_id (rn_db *db, const char *message_id, gboolean *found, gint64 *person, char **about,
                                  char **program, GError **error);

/* The letter with that Message-ID, if it is an answer to that person by that template; else NULL. */
GBytes *rn_outbox_answer (rn_db *db, const char *message_id, gint64 person, const char *template, GError **error);

/* Answers written to a person since then. */
gboolean rn_outbox_answers_since (rn_db *db, gint64 person, rn_time since, gint64 *n, GError **error);

/* The same of the mail with that token: the unguessable part of its addresses, with which its
 * Message-ID begins. */
gboolean rn_token_find (rn_db *db, const char *token, gboolean *found, gint64 *person, char **about, char **program,
                        GError **error);

/* The sources of a mail's words, by their hash: (name, markdown, shell, form, language). */
gboolean rn_stationery_keep (rn_db *db, const char *hash, GVariant *source, GError **error);
GVariant *rn_stationery_load (rn_db *db, const char *hash, GError **error);

/* The bucket of one rate: how many have left in the span of `seconds` that holds `now`,
 * and that `n` more leave. It is in the database: a restart does not empty it. */
gboolean rn_bucket_used (rn_db *db, const char *transport, const char *span, rn_time seconds, rn_time now, gint64 *used,
                         GError **error);
gboolean rn_bucket_add (rn_db *db, const char *transport, const char *span, rn_time seconds, rn_time now, gint64 n,
                        GError **error);

/* Lists rows as a{sv}, newest last: those in that state, or NULL. What is halted in the queue
 * counts as “paused” or “withdrawn”. DATA for what is no state. */
GPtrArray *rn_outbox_list (rn_db *db, const char *state, GError **error);

#endif

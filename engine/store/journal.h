/* What happened and why: one entry for each turn, found again by every record, mail
 * and person that it was about. */
#ifndef RN_STORE_JOURNAL_H
#define RN_STORE_JOURNAL_H

#include "db.h"

struct rn_journal_entry {
	rn_time at;
	const char *program, *event; /* "mail", "pairing:confirmed" … */
	gint64 inbox;                /* the mail that caused it, or 0 */
	const char *version;         /* of the program's policy */
	const char *outcome, *reasons; /* how the turn ended, and why: lines */
};

/* The id of the next entry: the cause of every mail that the turn writes, which ends by
 * adding it. */
gboolean rn_journal_next_id (rn_db *db, gint64 *id, GError **error);

/* Adds it, with the refs that the turn was about. */
gboolean rn_journal_add (rn_db *db, gint64 id, const struct rn_journal_entry *entry, GPtrArray *about, GError **error);

/* Entries about a ref ("pairing:3", "person:7", "mail:12"), or the one that "journal:9" names,
 * oldest first, as a{sv}. */
GPtrArray *rn_journal_about (rn_db *db, const char *ref, GError **error);

/* Failed turns of a program since then. */
gboolean rn_journal_failures (rn_db *db, const char *program, rn_time since, gint64 *n, GError **error);

/* Small texts of the whole. */
char *rn_meta_get (rn_db *db, const char *name, GError **error); /* "" when unset */
gboolean rn_meta_set (rn_db *db, const char *name, const char *value, GError **error);

#endif

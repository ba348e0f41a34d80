/* Questions about the whole that need more than one record: what a policy may ask for,
 * what must never be, and the figures of the status. */
#ifndef RN_STORE_QUERIES_H
#define RN_STORE_QUERIES_H

#include "records.h"

/* Answers a query of program/vocabulary.h: records of its kind. `filter` is an a{sv} as
 * the worker checked it; records in it are refs. At most `most` of them, 0: all. Unknown names are CONFIG
 * errors. */
GPtrArray *rn_query (rn_db *db, const char *program, const char *name, GVariant *filter, rn_time now, guint32 most, GError **error);

/* The person with that address or alias, or NULL (an error only when *error is set). */
gpointer rn_person_by_address (rn_db *db, const char *address, GError **error);

/* Active pairings of a program that have no next act (no live meeting, no date being
 * chosen, no open question about them, no open task, no event waiting) and were last touched before `before`. */
GPtrArray *rn_pairings_adrift (rn_db *db, const char *program, rn_time before, GError **error);

/* Active pairings of a program without a meeting to come or being chosen, last touched before `before`;
 * questions and tasks do not count. */
GPtrArray *rn_pairings_late (rn_db *db, const char *program, rn_time before, GError **error);

/* How many offers that are asked and pairings that are active a person is in. */
gboolean rn_person_ties (rn_db *db, gint64 person, gint64 *n, GError **error);

/* How many meetings of a pairing are invited or accepted. */
gboolean rn_live_meetings (rn_db *db, gint64 pairing, gint64 *n, GError **error);

/* When the last task of that template was made; 0: none was. */
gboolean rn_task_last (rn_db *db, const char *program, const char *template, rn_time *at, GError **error);

/* Counts one more round for all that she waits to teach in that program; *round is the
 * highest then, 0 when she waits for nothing. */
gboolean rn_volunteer_count_round (rn_db *db, const char *program, gint64 person, gint64 *round, GError **error);

/* How many pairings were abandoned: alive at `now`, without a meeting, question (of a date, too) or task
 * for over a day. Looks at the records alone, not at what the engine does about it. */
gboolean rn_orphans (rn_db *db, rn_time now, gint64 *n, GError **error);

/* Adds the figures of the status, each by its name, and `orphans` as at `now`. */
gboolean rn_figures (rn_db *db, rn_time now, GVariantBuilder *dict, GError **error);

/* Adds the refs that a word of a person may stand for: a ref itself, an address, a
 * Message-ID of a mail in ("mail:7") or out (the turn that wrote it, "journal:9"). */
gboolean rn_refs_of (rn_db *db, const char *word, GPtrArray *refs, GError **error);

/* Times that a person is known to be busy with our own meetings, from `from` on; the
 * meeting `except` does not count. */
GArray *rn_busy_spans (rn_db *db, gint64 person, rn_time from, gint64 except, GError **error); /* of struct rn_span */

#endif

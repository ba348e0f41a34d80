/* The database of one engine: SQLite behind a dozen functions. SQL stays in this
 * folder; another implementation of this header could speak to another server. */
#ifndef RN_STORE_DB_H
#define RN_STORE_DB_H

#include <glib.h>

#include "instant.h"
#include "rewrite.h"
#include "spool.h"

typedef struct rn_db rn_db;
typedef struct rn_rows rn_rows;

/* Opens, creates and migrates the database. `durable`: every commit is on the disk
 * before it returns (WAL, synchronous=FULL); else only the process is trusted, for
 * simulations. RETRY when another process holds it, DATA when it is damaged, CONFIG when it may
 * not be written or was made by a newer Rotnem. */
rn_db *rn_db_open (const char *path, gboolean durable, GError **error);
void rn_db_close (rn_db *db); /* takes NULL */

const char *rn_db_path (const rn_db *db); /* of its file */

/* The version of a database's tables, and the one that this Rotnem works with; changes nothing. */
gboolean rn_db_version (const char *path, gint64 *version, gint64 *ours, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_db, rn_db_close)

/* A transaction; everything between is done or never happened. A begin within a
 * transaction is a BUG. */
gboolean rn_db_begin (rn_db *db, GError **error);
gboolean rn_db_commit (rn_db *db, GError **error);
void rn_db_rollback (rn_db *db);
gboolean rn_db_in_transaction (const rn_db *db);

/* Where mails are; a commit makes sure that they are there. Not freed by the caller. */
rn_spool *rn_db_spool (rn_db *db);

/* A part of a transaction that can be undone alone. */
gboolean rn_db_savepoint (rn_db *db, GError **error);
gboolean rn_db_release (rn_db *db, GError **error);
void rn_db_undo (rn_db *db); /* back to the savepoint, which is gone then */

/* Runs a statement with values for its ?: `types` has one letter a value, which follow
 * as arguments: s const char * (NULL is null), x gint64, d double, b GBytes *,
 * v GVariant * (stored in its serialised form). */
gboolean rn_db_run (rn_db *db, GError **error, const char *sql, const char *types, ...);

/* The same for a query. Statements are prepared once and kept. */
rn_rows *rn_db_query (rn_db *db, GError **error, const char *sql, const char *types, ...);

/* One value, and statements whose values come as an array. */
struct rn_value {
	char type; /* a letter as above */
	union {
		const char *s;
		gint64 x;
		double d;
		GBytes *b;
		GVariant *v;
	};
};
gboolean rn_db_run_values (rn_db *db, GError **error, const char *sql, const struct rn_value *values, gsize n_values);
rn_rows *rn_db_query_values (rn_db *db, GError **error, const char *sql, const struct rn_value *values, gsize n_values);

/* The next row: TRUE while there is one. An error ends the rows as well; it is in
 * *error. */
gboolean rn_rows_next (rn_rows *rows, GError **error);
gint64 rn_rows_number (rn_rows *rows, int column);
const char *rn_rows_text (rn_rows *rows, int column); /* "" for null; until the next row */
GBytes *rn_rows_bytes (rn_rows *rows, int column);    /* a copy */
GVariant *rn_rows_variant (rn_rows *rows, int column, const char *type); /* a copy, in normal form */
/* The same as an entry of an a{sv} that is being built; a time as RFC 3339. */
void rn_rows_add_number (rn_rows *rows, int column, const char *name, GVariantBuilder *dict);
void rn_rows_add_text (rn_rows *rows, int column, const char *name, GVariantBuilder *dict);
void rn_rows_add_time (rn_rows *rows, int column, const char *name, GVariantBuilder *dict);
void rn_rows_free (rn_rows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_rows, rn_rows_free)

/* The one number of a query; `otherwise` when it has no row. */
gboolean rn_db_number (rn_db *db, gint64 *number, gint64 otherwise, GError **error, const char *sql,
                       const char *types, ...);

/* From now on `name (value)` in SQL is what `rewrite` makes of a text, or of all texts in a blob that
 * is a bundle, and NULL when it stays as it is. `data` has to live until it is undefined, by NULL. */
gboolean rn_db_define (rn_db *db, const char *name, rn_rewrite rewrite, gpointer data, GError **error);

/* Writes the database anew, without what was deleted or replaced, and empties the log. To be called
 * between transactions. RETRY when the disk has no room, or another process reads. */
gboolean rn_db_compact (rn_db *db, GError **error);

/* Id of the row that the last insert made, and how many rows the last statement changed. */
gint64 rn_db_last_id (rn_db *db);
int rn_db_changes (rn_db *db);

/* How many rows all statements changed so far: what was asked when it was the same is still true,
 * unless that was within a part that was undone. */
gint64 rn_db_all_changes (rn_db *db);

#endif

#include "db_private.h"

#include <errno.h>
#include <malloc.h>
#include <string.h>

#include "clock.h"
#include "error.h"
#include "schema.h"

#define RN_BUSY_MS 2000 /* another process, a CLI perhaps, is reading or writing */

#define RN_RECENT 256 /* about as many statements as there are */

/* Where the text of a statement lay when it was asked for. */
struct recent {
	const char *at;
	sqlite3_stmt *statement;
};

struct rn_db {
	sqlite3 *sqlite;
	GHashTable *statements; /* SQL text -> sqlite3_stmt */
	struct recent recent[RN_RECENT]; /* most texts are constants: found by where they lie */
	rn_spool *spool;
};

struct rn_rows {
	sqlite3_stmt *statement;
	sqlite3 *sqlite;
	gboolean kept; /* belongs to the table of statements */
};

/* What helps; others are our bugs. */
static const struct {
	int code, next;
} remedies[] = {
	{ SQLITE_CORRUPT, RN_ERROR_DATA }, { SQLITE_NOTADB, RN_ERROR_DATA },    { SQLITE_BUSY, RN_ERROR_RETRY },
	{ SQLITE_FULL, RN_ERROR_RETRY },   { SQLITE_IOERR, RN_ERROR_RETRY },    { SQLITE_LOCKED, RN_ERROR_RETRY },
	{ SQLITE_CANTOPEN, RN_ERROR_RETRY }, { SQLITE_READONLY, RN_ERROR_RETRY }, /* a disk in trouble is made so */
};

static int
remedy (sqlite3 *sqlite)
{
	for (gsize i = 0; i < G_N_ELEMENTS (remedies); i++)
		if (remedies[i].code == (sqlite3_errcode (sqlite) & 0xff))
			return remedies[i].next;
	return RN_ERROR_BUG;
}

gboolean
rn_db_fail (sqlite3 *sqlite, const char *doing, GError **error)
{
	g_set_error (error, RN_ERROR, remedy (sqlite), "database %s: %s: %s.", sqlite3_db_filename (sqlite, "main"), doing,
	             sqlite3_errmsg (sqlite));
	return FALSE;
}

/* Where the whole file is what does not serve. */
static gboolean
fail_to_open (sqlite3 *sqlite, const char *path, GError **error)
{
	int code = sqlite3_errcode (sqlite) & 0xff, why = sqlite3_system_errno (sqlite);
	gboolean forbidden = code == SQLITE_CANTOPEN && (why == EACCES || why == EPERM || why == EROFS);

	g_set_error (error, RN_ERROR, forbidden ? RN_ERROR_CONFIG : remedy (sqlite), "%s: %s.", path,
	             forbidden ? g_strerror (why) : sqlite3_errmsg (sqlite));
	return FALSE;
}

/* A savepoint keeps each page that its turn changes in four of these (memjournal.c), which are given back
 * with every turn. Spare ones are kept: malloc has no short way for so many. */
#define RN_PIECE 1032
#define RN_SPARE_PIECES 1024

static struct piece {
	struct piece *next;
} *spare;
static guint n_spare;

/* Memory that is not there ends the process, as everywhere else in it. SQLite would go on: a
 * value that could not be bound to a statement is none, and changes nothing. */
static void *
allocate (int size)
{
	struct piece *piece = spare;

	if (size != RN_PIECE || piece == NULL)
		return g_malloc ((gsize) size);
	spare = piece->next;
	n_spare--;
	return piece;
}

static void
release (void *block)
{
	struct piece *piece = block;

	if (n_spare == RN_SPARE_PIECES || malloc_usable_size (block) != RN_PIECE) {
		g_free (block);
		return;
	}
	piece->next = spare;
	spare = piece;
	n_spare++;
}

static void *
reallocate (void *block, int size)
{
	return g_realloc (block, (gsize) size);
}

static int
size_of (void *block)
{
	return (int) malloc_usable_size (block);
}

static int
round_up (int size)
{
	return (size + 7) & ~7;
}

static int
start_memory (G_GNUC_UNUSED void *data)
{
	return SQLITE_OK;
}

static void
stop_memory (G_GNUC_UNUSED void *data)
{
}

static const sqlite3_mem_methods memory = { allocate, release, reallocate, size_of, round_up, start_memory, stop_memory, NULL };

static void
finalize (gpointer statement)
{
	sqlite3_finalize (statement);
}

/* One thread alone uses the library, and nobody asks it how much memory it has: without
 * locks and counts it takes a tenth less time. */
static void
configure (void)
{
	static gsize done;

	if (!g_once_init_enter (&done))
		return;
	sqlite3_config (SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config (SQLITE_CONFIG_MALLOC, &memory);
	sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
	g_once_init_leave (&done, 1);
}

/* A checkpoint copies each page once, however often it was written since the last. With secure_delete
 * what was forgotten is gone from the file as well; people of a simulation are nobody's. */
#define COMMON "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA journal_mode=WAL;" \
	"PRAGMA wal_autocheckpoint=4000;" /* 16 MB */
#define DURABLE "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON"
#define LOOSE "PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF; PRAGMA cache_size=-64000"

rn_db *
rn_db_open (const char *path, gboolean durable, GError **error)
{
	configure ();
	g_autoptr (rn_db) db = g_new0 (rn_db, 1);
	db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
	db->spool = rn_spool_new (path, durable);

	if (sqlite3_open_v2 (path, &db->sqlite, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK) {
		fail_to_open (db->sqlite, path, error);
		return NULL;
	}
	sqlite3_extended_result_codes (db->sqlite, 1);
	sqlite3_busy_timeout (db->sqlite, RN_BUSY_MS);
	if (sqlite3_exec (db->sqlite, durable ? COMMON DURABLE : COMMON LOOSE, NULL, NULL, NULL) != SQLITE_OK)
		fail_to_open (db->sqlite, path, error);
	else if (sqlite3_db_readonly (db->sqlite, "main") == 1)
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: it may not be written.", path);
	else if (rn_schema_migrate (db, error))
		return g_steal_pointer (&db);
	return NULL;
}

gboolean
rn_db_version (const char *path, gint64 *version, gint64 *ours, GError **error)
{
	g_autoptr (rn_db) db = g_new0 (rn_db, 1);

	configure ();
	db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
	*ours = rn_schema_newest ();
	if (sqlite3_open_v2 (path, &db->sqlite, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		return fail_to_open (db->sqlite, path, error);
	return rn_db_number (db, version, 0, NULL, "PRAGMA user_version", "") || fail_to_open (db->sqlite, path, error);
}

void
rn_db_close (rn_db *db)
{
	if (db == NULL)
		return;
	g_hash_table_unref (db->statements);
	sqlite3_close_v2 (db->sqlite);
	rn_spool_free (db->spool);
	g_free (db);
}

sqlite3 *
rn_db_sqlite (const rn_db *db)
{
	return db->sqlite;
}

const char *
rn_db_path (const rn_db *db)
{
	return sqlite3_db_filename (db->sqlite, "main");
}

gboolean
rn_db_in_transaction (const rn_db *db)
{
	return !sqlite3_get_autocommit (db->sqlite);
}

gboolean
rn_db_begin (rn_db *db, GError **error)
{
	return rn_db_run (db, error, "BEGIN IMMEDIATE", "");
}

gboolean
rn_db_commit (rn_db *db, GError **error)
{
	return rn_spool_sync (db->spool, error) && rn_db_run (db, error, "COMMIT", "");
}

rn_spool *
rn_db_spool (rn_db *db)
{
	return db->spool;
}

void
rn_db_rollback (rn_db *db)
{
	if (rn_db_in_transaction (db))
		rn_db_run (db, NULL, "ROLLBACK", "");
}

gboolean
rn_db_savepoint (rn_db *db, GError **error)
{
	return rn_db_run (db, error, "SAVEPOINT part", "");
}

gboolean
rn_db_release (rn_db *db, GError **error)
{
	return rn_db_run (db, error, "RELEASE part", "");
}

void
rn_db_undo (rn_db *db)
{
	rn_db_run (db, NULL, "ROLLBACK TO part", "");
	rn_db_run (db, NULL, "RELEASE part", "");
}

/* The kept statement for this SQL, or NULL. A text may lie where another one lay before. */
static sqlite3_stmt *
look_up (rn_db *db, const char *sql)
{
	struct recent *recent = &db->recent[((gsize) sql >> 3) % RN_RECENT];

	if (recent->at == sql && g_str_equal (sqlite3_sql (recent->statement), sql))
		return recent->statement;
	sqlite3_stmt *statement = g_hash_table_lookup (db->statements, sql);
	if (statement != NULL)
		*recent = (struct recent) { sql, statement };
	return statement;
}

/* A statement for this SQL: a kept one, or a fresh one when that is being walked. */
static sqlite3_stmt *
prepare (rn_db *db, const char *sql, gboolean *kept, GError **error)
{
	sqlite3_stmt *statement = look_up (db, sql);

	*kept = statement == NULL || !sqlite3_stmt_busy (statement);
	if (statement != NULL && *kept)
		return statement;
	if (sqlite3_prepare_v3 (db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
		rn_db_fail (db->sqlite, sql, error);
		return NULL;
	}
	if (*kept)
		g_hash_table_insert (db->statements, g_strdup (sql), statement);
	return statement;
}

/* Whether the values outlive the statement's run, or are copied. */
typedef sqlite3_destructor_type lifetime;

/* An empty blob is no null: its pointer must not be one. */
static void
bind_blob (sqlite3_stmt *statement, int place, gconstpointer data, gsize size, lifetime keep)
{
	sqlite3_bind_blob64 (statement, place, data != NULL ? data : "", size, keep);
}

static void
bind (sqlite3_stmt *statement, int place, const struct rn_value *value, lifetime keep)
{
	if (value->type == 's')
		sqlite3_bind_text (statement, place, value->s, -1, keep);
	else if (value->type == 'x')
		sqlite3_bind_int64 (statement, place, value->x);
	else if (value->type == 'd')
		sqlite3_bind_double (statement, place, value->d);
	else if (value->type == 'b')
		bind_blob (statement, place, g_bytes_get_data (value->b, NULL), g_bytes_get_size (value->b), keep);
	else
		bind_blob (statement, place, g_variant_get_data (value->v), g_variant_get_size (value->v), keep);
}

static rn_rows *
query (rn_db *db, const char *sql, const struct rn_value *values, gsize n_values, lifetime keep, GError **error)
{
	gboolean kept;
	sqlite3_stmt *statement = prepare (db, sql, &kept, error);

	if (statement == NULL)
		return NULL;
	for (gsize i = 0; i < n_values; i++)
		bind (statement, (int) i + 1, &values[i], keep);
	rn_rows *rows = g_new (rn_rows, 1);
	*rows = (rn_rows) { statement, db->sqlite, kept };
	return rows;
}

rn_rows *
rn_db_query_values (rn_db *db, GError **error, const char *sql, const struct rn_value *values, gsize n_values)
{
	return query (db, sql, values, n_values, SQLITE_TRANSIENT, error);
}

#define RN_MAX_VALUES 24 /* columns of our widest table */

static rn_rows *
rows_new (rn_db *db, const char *sql, const char *types, va_list arguments, lifetime keep, GError **error)
{
	struct rn_value values[RN_MAX_VALUES];
	gsize n = 0;

	for (; types[n] != '\0' && n < RN_MAX_VALUES; n++) {
		values[n].type = types[n];
		if (types[n] == 'x')
			values[n].x = va_arg (arguments, gint64);
		else if (types[n] == 'd')
			values[n].d = va_arg (arguments, double);
		else
			values[n].b = va_arg (arguments, gpointer); /* s, b and v are pointers alike */
	}
	return query (db, sql, values, n, keep, error);
}

gboolean
rn_rows_next (rn_rows *rows, GError **error)
{
	int result = sqlite3_step (rows->statement);

	if (result != SQLITE_ROW && result != SQLITE_DONE)
		rn_db_fail (rows->sqlite, sqlite3_sql (rows->statement), error);
	return result == SQLITE_ROW;
}

void
rn_rows_free (rn_rows *rows)
{
	if (rows == NULL)
		return;
	if (rows->kept) {
		sqlite3_reset (rows->statement);
		sqlite3_clear_bindings (rows->statement);
	} else {
		sqlite3_finalize (rows->statement);
	}
	g_free (rows);
}

rn_rows *
rn_db_query (rn_db *db, GError **error, const char *sql, const char *types, ...)
{
	va_list values;
	va_start (values, types);
	rn_rows *rows = rows_new (db, sql, types, values, SQLITE_TRANSIENT, error);
	va_end (values);
	return rows;
}

/* Walks the rows of what gives none, or none that anybody wants. */
static gboolean
run (rn_rows *rows, GError **error)
{
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure)) {
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

gboolean
rn_db_run_values (rn_db *db, GError **error, const char *sql, const struct rn_value *values, gsize n_values)
{
	g_autoptr (rn_rows) rows = query (db, sql, values, n_values, SQLITE_STATIC, error);
	return run (rows, error);
}

gboolean
rn_db_run (rn_db *db, GError **error, const char *sql, const char *types, ...)
{
	va_list values;
	va_start (values, types);
	g_autoptr (rn_rows) rows = rows_new (db, sql, types, values, SQLITE_STATIC, error);
	va_end (values);
	return run (rows, error);
}

gboolean
rn_db_number (rn_db *db, gint64 *number, gint64 otherwise, GError **error, const char *sql, const char *types, ...)
{
	va_list values;
	va_start (values, types);
	g_autoptr (rn_rows) rows = rows_new (db, sql, types, values, SQLITE_STATIC, error);
	va_end (values);
	if (rows == NULL)
		return FALSE;

	GError *failure = NULL;
	*number = rn_rows_next (rows, &failure) ? rn_rows_number (rows, 0) : otherwise;
	if (failure != NULL)
		g_propagate_error (error, failure);
	return failure == NULL;
}

gint64
rn_rows_number (rn_rows *rows, int column)
{
	return sqlite3_column_int64 (rows->statement, column);
}

const char *
rn_rows_text (rn_rows *rows, int column)
{
	const char *text = (const char *) sqlite3_column_text (rows->statement, column);
	return text != NULL ? text : "";
}

GBytes *
rn_rows_bytes (rn_rows *rows, int column)
{
	return g_bytes_new (sqlite3_column_blob (rows->statement, column), (gsize) sqlite3_column_bytes (rows->statement, column));
}

GVariant *
rn_rows_variant (rn_rows *rows, int column, const char *type)
{
	g_autoptr (GBytes) bytes = rn_rows_bytes (rows, column);
	g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));
	return g_variant_get_normal_form (value);
}

void
rn_rows_add_number (rn_rows *rows, int column, const char *name, GVariantBuilder *dict)
{
	g_variant_builder_add (dict, "{sv}", name, g_variant_new_int64 (rn_rows_number (rows, column)));
}

void
rn_rows_add_text (rn_rows *rows, int column, const char *name, GVariantBuilder *dict)
{
	g_variant_builder_add (dict, "{sv}", name, g_variant_new_string (rn_rows_text (rows, column)));
}

void
rn_rows_add_time (rn_rows *rows, int column, const char *name, GVariantBuilder *dict)
{
	g_variant_builder_add (dict, "{sv}", name, g_variant_new_take_string (rn_time_text (rn_rows_number (rows, column))));
}

gint64
rn_db_last_id (rn_db *db)
{
	return sqlite3_last_insert_rowid (db->sqlite);
}

gint64
rn_db_all_changes (rn_db *db)
{
	return sqlite3_total_changes64 (db->sqlite);
}

int
rn_db_changes (rn_db *db)
{
	return sqlite3_changes (db->sqlite);
}

#include "schema.h"

#include <string.h>

#include "bundle.h"
#include "error.h"
#include "inbox.h"
#include "person.h"
#include "records.h"

/* Tables that are not records of a kind. Version 1; a later change is a further step
 * below, never an edit here. */
static const char *const version_1[] = {
	/* Texts that belong to the whole: keys, the hash of a program, when it began. */
	"CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",

	/* Every mail that came in, in the order in which turns take them. */
	"CREATE TABLE inbox (id INTEGER PRIMARY KEY, source TEXT NOT NULL, validity INTEGER NOT NULL, uid INTEGER NOT NULL,"
	" received INTEGER NOT NULL, state INTEGER NOT NULL DEFAULT 0, marked INTEGER NOT NULL DEFAULT 0,"
	" outcome TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', message_id TEXT NOT NULL DEFAULT '',"
	" sender TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT '', person INTEGER NOT NULL DEFAULT 0,"
	" about TEXT NOT NULL DEFAULT '', handled INTEGER NOT NULL DEFAULT 0, UNIQUE (source, validity, uid))",
	"CREATE INDEX inbox_state ON inbox (state, id)",
	"CREATE INDEX inbox_marked ON inbox (source, marked, validity, uid) WHERE marked = 0 AND state > 0",
	"CREATE INDEX inbox_message_id ON inbox (message_id)",
	/* Apart from it, so that what a mail became is written without its bytes. */
	"CREATE TABLE raw (mail INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
	"CREATE TABLE cursor (source TEXT PRIMARY KEY, validity INTEGER NOT NULL, uid INTEGER NOT NULL, at INTEGER NOT NULL)"
	" WITHOUT ROWID",

	/* What happened and why: one entry a turn. */
	"CREATE TABLE journal (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, program TEXT NOT NULL, event TEXT NOT NULL,"
	" inbox INTEGER NOT NULL DEFAULT 0, outcome TEXT NOT NULL, reasons TEXT NOT NULL, version TEXT NOT NULL)",
	"CREATE TABLE journal_about (ref TEXT NOT NULL, journal INTEGER NOT NULL, PRIMARY KEY (ref, journal)) WITHOUT ROWID",

	/* Mail that goes out. state: see outbox.h. */
	"CREATE TABLE outbox (id INTEGER PRIMARY KEY, transport TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 0,"
	" not_before INTEGER NOT NULL, rank INTEGER NOT NULL, lease INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0,"
	" journal INTEGER NOT NULL, program TEXT NOT NULL, person INTEGER NOT NULL, about TEXT NOT NULL, template TEXT NOT NULL,"
	" recipient TEXT NOT NULL, message_id TEXT NOT NULL, letter BLOB NOT NULL, written INTEGER NOT NULL,"
	" settled INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '')",
	"CREATE INDEX outbox_due ON outbox (transport, rank, not_before, id) WHERE state = 0",
	"CREATE INDEX outbox_waiting ON outbox (not_before) WHERE state = 0",
	"CREATE INDEX outbox_lease ON outbox (lease) WHERE state = 1",
	"CREATE INDEX outbox_uncertain ON outbox (settled) WHERE state = 4",
	"CREATE UNIQUE INDEX outbox_message_id ON outbox (message_id)",
	"CREATE INDEX outbox_person ON outbox (person, written)",
	"CREATE TABLE lease (id INTEGER PRIMARY KEY, transport TEXT NOT NULL, progress TEXT NOT NULL)",
	"CREATE TABLE bucket (transport TEXT NOT NULL, span TEXT NOT NULL, begun INTEGER NOT NULL, used INTEGER NOT NULL,"
	" PRIMARY KEY (transport, span)) WITHOUT ROWID",
	"CREATE TABLE stationery (hash TEXT PRIMARY KEY, source BLOB NOT NULL) WITHOUT ROWID",

	/* Events that are due at a time: of the engine's own rules and for policies. */
	"CREATE TABLE event (id INTEGER PRIMARY KEY, due INTEGER NOT NULL, program TEXT NOT NULL, name TEXT NOT NULL,"
	" about TEXT NOT NULL, fields BLOB NOT NULL, single TEXT UNIQUE)",
	"CREATE INDEX event_due ON event (due, id)",
	"CREATE INDEX event_about ON event (about)",

	/* What the unguessable part of an address leads to. */
	"CREATE TABLE token (token TEXT PRIMARY KEY, program TEXT NOT NULL, person INTEGER NOT NULL, about TEXT NOT NULL)"
	" WITHOUT ROWID",
	NULL
};

static const char *
column_type (enum rn_field_type type)
{
	return type == RN_FIELD_TEXT || type == RN_FIELD_LIST ? "TEXT" : "INTEGER";
}

/* Of a list the items stand in a table of their own. */
static gboolean
create_items (rn_db *db, const struct rn_kind *kind, const struct rn_field *field, GError **error)
{
	g_autofree char *name = g_strdup_printf ("%s_%s", kind->name, field->name);
	g_autofree char *table = g_strdup_printf ("CREATE TABLE %s (item TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (item, id)) WITHOUT ROWID", name);
	g_autofree char *index = g_strdup_printf ("CREATE INDEX %s_id ON %s (id)", name, name);

	return rn_db_run (db, error, table, "") && rn_db_run (db, error, index, "");
}

static gboolean
create_index (rn_db *db, const struct rn_kind *kind, const struct rn_field *field, GError **error)
{
	if (field->type == RN_FIELD_LIST)
		return create_items (db, kind, field, error);
	g_autofree char *sql = g_strdup_printf ("CREATE INDEX %s_%s ON %s (\"%s\")", kind->name, field->name, kind->name, field->name);
	return rn_db_run (db, error, sql, "");
}

/* The table of a kind, and an index for each field that records are found by. */
static gboolean
create_kind (rn_db *db, const struct rn_kind *kind, GError **error)
{
	g_autoptr (GString) sql = g_string_new (NULL);

	g_string_printf (sql, "CREATE TABLE %s (id INTEGER PRIMARY KEY", kind->name);
	for (const struct rn_field *field = kind->fields; field->name != NULL; field++)
		g_string_append_printf (sql, ", \"%s\" %s NOT NULL", field->name, column_type (field->type));
	g_string_append (sql, ")");
	if (!rn_db_run (db, error, sql->str, ""))
		return FALSE;
	for (const struct rn_field *field = kind->fields; field->name != NULL; field++)
		if ((field->use & RN_USE_INDEX) != 0 && !create_index (db, kind, field, error))
			return FALSE;
	return TRUE;
}

static gboolean
run_all (rn_db *db, const char *const *statements, GError **error)
{
	for (; *statements != NULL; statements++)
		if (!rn_db_run (db, error, *statements, ""))
			return FALSE;
	return TRUE;
}

static gboolean
to_version_1 (rn_db *db, GError **error)
{
	if (!run_all (db, version_1, error))
		return FALSE;
	for (gsize i = 0; rn_kinds[i] != NULL; i++)
		if (!create_kind (db, rn_kinds[i], error))
			return FALSE;
	return TRUE;
}

/* Attempts are no measure of how often uncertain mail was sent again: an attempt that
 * the next server put off counts as well. */
static gboolean
to_version_2 (rn_db *db, GError **error)
{
	return rn_db_run (db, error, "ALTER TABLE outbox ADD COLUMN resent INTEGER NOT NULL DEFAULT 0", "");
}

/* An answer or a copy may come before the end of the attempt is known. */
static gboolean
to_version_3 (rn_db *db, GError **error)
{
	return rn_db_run (db, error, "ALTER TABLE outbox ADD COLUMN seen INTEGER NOT NULL DEFAULT 0", "");
}

#define HAS_TABLE "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"

static gboolean
has (rn_db *db, const char *sql, const char *name, gboolean *found, GError **error)
{
	gint64 n = 0;
	gboolean fine = rn_db_number (db, &n, 0, error, sql, "s", name);

	*found = n > 0;
	return fine;
}

/* The columns that a table has, each between commas. */
static char *
columns_of (rn_db *db, const char *table, GError **error)
{
	g_autoptr (rn_rows) rows =
	        rn_db_query (db, error, "SELECT ',' || group_concat(name) || ',' FROM pragma_table_info(?)", "s", table);

	return rows != NULL && rn_rows_next (rows, error) ? g_strdup (rn_rows_text (rows, 0)) : NULL;
}

/* Columns that the table of a kind lacks, with the value of an empty record. */
static gboolean
add_columns (rn_db *db, const struct rn_kind *kind, GError **error)
{
	g_autofree char *known = columns_of (db, kind->name, error);

	for (const struct rn_field *field = kind->fields; known != NULL && field->name != NULL; field++) {
		const char *type = column_type (field->type);
		g_autofree char *name = g_strdup_printf (",%s,", field->name);
		g_autofree char *sql = g_strdup_printf ("ALTER TABLE %s ADD COLUMN \"%s\" %s NOT NULL DEFAULT %s", kind->name, field->name,
		                                        type, g_str_equal (type, "TEXT") ? "''" : "0");
		if (strstr (known, name) == NULL && !rn_db_run (db, error, sql, ""))
			return FALSE;
	}
	return known != NULL;
}

/* Kinds and fields that were added since the database was made. A new database has them
 * from its first step on; doing it twice does nothing. */
static gboolean
add_kinds (rn_db *db, GError **error)
{
	for (gsize i = 0; rn_kinds[i] != NULL; i++) {
		gboolean found = FALSE;
		if (!has (db, HAS_TABLE, rn_kinds[i]->name, &found, error) ||
		    !(found ? add_columns (db, rn_kinds[i], error) : create_kind (db, rn_kinds[i], error)))
			return FALSE;
	}
	return TRUE;
}

/* What people's calendars said. */
static gboolean
to_version_4 (rn_db *db, GError **error)
{
	return add_kinds (db, error) &&
	       rn_db_run (db, error,
	                  "CREATE TABLE busy (person INTEGER NOT NULL, source TEXT NOT NULL, asked INTEGER NOT NULL,"
	                  " known_from INTEGER NOT NULL, known_until INTEGER NOT NULL, spans BLOB NOT NULL,"
	                  " PRIMARY KEY (person, source)) WITHOUT ROWID",
	                  "");
}

/* The bytes of mails go from the database to the spool. */
static gboolean
to_spool (rn_db *db, GError **error)
{
	if (!rn_db_run (db, error, "ALTER TABLE raw RENAME TO raw_bytes", "") ||
	    !rn_db_run (db, error,
	                "CREATE TABLE raw (mail INTEGER PRIMARY KEY, file INTEGER NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL)", ""))
		return FALSE;
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT mail, bytes FROM raw_bytes ORDER BY mail", "");
	GError *failure = NULL;
	while (rows != NULL && rn_rows_next (rows, &failure)) {
		g_autoptr (GBytes) bytes = rn_rows_bytes (rows, 1);
		if (!rn_inbox_put_raw (db, rn_rows_number (rows, 0), bytes, error))
			return FALSE;
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	if (rows == NULL || failure != NULL)
		return FALSE;
	g_clear_pointer (&rows, rn_rows_free);
	return rn_db_run (db, error, "DROP TABLE raw_bytes", "");
}

/* Campaigns can be paused and stopped: their mail is found by their recipients, and what is
 * halted costs those nothing who look for what is due. */
static gboolean
to_halted_mail (rn_db *db, GError **error)
{
	static const char *const statements[] = {
		"ALTER TABLE outbox ADD COLUMN halted INTEGER NOT NULL DEFAULT 0",
		"DROP INDEX outbox_due",
		"DROP INDEX outbox_waiting",
		"CREATE INDEX outbox_due ON outbox (transport, rank, not_before, id) WHERE state = 0 AND halted = 0",
		"CREATE INDEX outbox_waiting ON outbox (not_before) WHERE state = 0 AND halted = 0",
		"UPDATE recipient SET mail = coalesce((SELECT min(o.id) FROM ask a JOIN outbox o ON o.about = 'ask:' || a.id"
		" WHERE a.about = 'campaign:' || recipient.campaign AND a.person = recipient.person AND o.person = recipient.person), 0)",
		NULL
	};

	if (!add_kinds (db, error))
		return FALSE;
	return run_all (db, statements, error);
}

/* A lease's number is never given twice: by it the progress file is known to be of this
 * lease. And what is due is found by one index alone. */
static gboolean
to_numbered_leases (rn_db *db, GError **error)
{
	static const char *const statements[] = {
		"ALTER TABLE lease RENAME TO lease_before",
		"CREATE TABLE lease (id INTEGER PRIMARY KEY AUTOINCREMENT, transport TEXT NOT NULL, progress TEXT NOT NULL)",
		"INSERT INTO lease SELECT id, transport, progress FROM lease_before",
		"DROP TABLE lease_before",
		"DROP INDEX outbox_waiting",
		NULL
	};

	return run_all (db, statements, error);
}

/* The aliases of people who were stored before they were found by them. */
static gboolean
index_aliases (rn_db *db, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT id, aliases FROM person WHERE aliases <> ''", "");
	GError *failure = NULL;

	while (rows != NULL && failure == NULL && rn_rows_next (rows, &failure)) {
		g_auto (GStrv) aliases = g_strsplit (rn_rows_text (rows, 1), "\n", -1);
		rn_items_save (db, &rn_person_kind, rn_kind_field (&rn_person_kind, "aliases"), rn_rows_number (rows, 0), aliases, &failure);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

/* An index costs whenever a record is saved. Few programs and few states are no way to
 * find one among many, and led the search for what is of one person or pairing astray. */
static gboolean
to_asked_indices (rn_db *db, GError **error)
{
	static const char *const statements[] = {
		"DROP INDEX IF EXISTS topic_program", "DROP INDEX IF EXISTS volunteer_program", "DROP INDEX IF EXISTS pairing_program",
		"DROP INDEX IF EXISTS offer_program", "DROP INDEX IF EXISTS meeting_program", "DROP INDEX IF EXISTS invitation_program",
		"DROP INDEX IF EXISTS meeting_state", "DROP INDEX IF EXISTS poll_state", "DROP INDEX IF EXISTS campaign_state",
		"DROP INDEX IF EXISTS recipient_state", "DROP INDEX IF EXISTS recipient_person", "DROP INDEX IF EXISTS ask_state",
		"DROP INDEX IF EXISTS answer_person", "DROP INDEX IF EXISTS task_state",
		"CREATE INDEX recipient_waiting ON recipient (campaign) WHERE state = 0",
		"CREATE INDEX journal_error ON journal (at) WHERE outcome = 'error'",
		NULL
	};
	gboolean found = FALSE;

	if (!run_all (db, statements, error) || !has (db, HAS_TABLE, "person_aliases", &found, error))
		return FALSE;
	return found || (create_items (db, &rn_person_kind, rn_kind_field (&rn_person_kind, "aliases"), error) && index_aliases (db, error));
}

/* A letter was a GVariant's dictionary and is a table of a bundle, with the same names. */
static gboolean
to_bundled_letters (rn_db *db, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT id, letter FROM outbox ORDER BY id", "");
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure)) {
		g_autoptr (GVariant) was = rn_rows_variant (rows, 1, "a{sv}");
		GByteArray *bundle = g_byte_array_new ();
		rn_bundle_variant (bundle, NULL, was);
		g_autoptr (GBytes) letter = g_byte_array_free_to_bytes (bundle);
		if (!rn_db_run (db, error, "UPDATE outbox SET letter = ? WHERE id = ?", "bx", letter, rn_rows_number (rows, 0)))
			return FALSE;
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

/* What is of two records is found by both: a topic has many volunteers, and a leader was in
 * many offers. Few events are single. */
static gboolean
to_found_by_both (rn_db *db, GError **error)
{
	static const char *const statements[] = {
		"DROP INDEX IF EXISTS volunteer_person", "DROP INDEX IF EXISTS offer_mentor",
		"CREATE INDEX volunteer_whom ON volunteer (person, topic)",
		"CREATE INDEX offer_whom ON offer (mentor, leader)",
		"ALTER TABLE event RENAME TO event_before",
		"DROP INDEX event_due",
		"DROP INDEX event_about",
		"CREATE TABLE event (id INTEGER PRIMARY KEY, due INTEGER NOT NULL, program TEXT NOT NULL, name TEXT NOT NULL,"
		" about TEXT NOT NULL, fields BLOB NOT NULL, single TEXT)",
		"INSERT INTO event SELECT id, due, program, name, about, fields, single FROM event_before",
		"DROP TABLE event_before",
		"CREATE INDEX event_due ON event (due, id)",
		"CREATE INDEX event_about ON event (about)",
		"CREATE UNIQUE INDEX event_single ON event (single) WHERE single IS NOT NULL",
		NULL
	};

	return run_all (db, statements, error);
}

/* What nobody looks for is in no index: what became of most mails, and ids before they are known. A token
 * is found by the Message-ID that begins with it. A large text beside a key is read whenever keys are compared. */
static gboolean
to_leaner_indices (rn_db *db, GError **error)
{
	static const char *const statements[] = {
		"DROP INDEX inbox_state",
		"DROP INDEX inbox_message_id",
		"CREATE INDEX inbox_state ON inbox (state) WHERE state = 0 OR state IN (3, 4)",
		"CREATE INDEX inbox_message_id ON inbox (message_id) WHERE message_id <> ''",
		"DROP TABLE token",
		"ALTER TABLE stationery RENAME TO stationery_before",
		"CREATE TABLE stationery (hash TEXT NOT NULL UNIQUE, source BLOB NOT NULL)",
		"INSERT INTO stationery SELECT hash, source FROM stationery_before",
		"DROP TABLE stationery_before",
		NULL
	};

	return run_all (db, statements, error);
}

/* Whether a pairing has a meeting to come is asked of each, daily; it has had ever more that are over. */
static gboolean
to_live_meetings (rn_db *db, GError **error)
{
	return rn_db_run (db, error, "CREATE INDEX meeting_live ON meeting (pairing) WHERE state IN (0, 1)", "");
}

/* A row of the outbox changes whenever something becomes of its mail, the letter never does. */
static gboolean
to_own_letters (rn_db *db, GError **error)
{
	static const char *const statements[] = {
		"CREATE TABLE letter (mail INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
		"INSERT INTO letter SELECT id, letter FROM outbox ORDER BY id",
		"ALTER TABLE outbox DROP COLUMN letter",
		NULL
	};

	return run_all (db, statements, error);
}

/* Who was forgotten, as keyed hashes of what the directory calls her: see turn/forget.h. */
static gboolean
to_forgotten (rn_db *db, GError **error)
{
	return rn_db_run (db, error, "CREATE TABLE forgotten (hash TEXT PRIMARY KEY, person INTEGER NOT NULL) WITHOUT ROWID", "");
}

/* What was asked may be erased before what is summed of the answers. */
static gboolean
to_answers_of_programs (rn_db *db, GError **error)
{
	return add_kinds (db, error) &&
	       rn_db_run (db, error, "UPDATE answer SET program = coalesce((SELECT program FROM ask WHERE id = answer.ask), '')", "") &&
	       rn_db_run (db, error, "CREATE INDEX answer_summed ON answer (program, lane, form, question)", "");
}

static gboolean (*const steps[]) (rn_db *db, GError **error) = {
	to_version_1, to_version_2, to_version_3, to_version_4,
	add_kinds, /* meetings that people book themselves */
	add_kinds, /* the choosing of dates */
	add_kinds, /* series of meetings */
	to_spool,
	to_halted_mail,
	to_numbered_leases,
	to_asked_indices,
	to_bundled_letters,
	to_found_by_both,
	to_leaner_indices,
	to_live_meetings,
	to_own_letters,
	to_forgotten,
	add_kinds, /* when people were away */
	add_kinds, /* causes of tasks */
	to_answers_of_programs,
};

gint64
rn_schema_newest (void)
{
	return (gint64) G_N_ELEMENTS (steps);
}

gboolean
rn_schema_migrate (rn_db *db, GError **error)
{
	gint64 version = 0;

	if (!rn_db_number (db, &version, 0, error, "PRAGMA user_version", ""))
		return FALSE;
	if (version > rn_schema_newest ()) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
		             "%s: it is of version %d, made by a newer Rotnem; this one knows versions up to %d.", rn_db_path (db),
		             (int) version, (int) rn_schema_newest ());
		return FALSE;
	}
	if (version == rn_schema_newest ())
		return TRUE;
	g_autofree char *number = g_strdup_printf ("PRAGMA user_version=%d", (int) rn_schema_newest ());
	gboolean fine = rn_db_begin (db, error);
	for (; fine && version < rn_schema_newest (); version++)
		fine = steps[version] (db, error);
	if (fine && rn_db_run (db, error, number, "") && rn_db_commit (db, error))
		return TRUE;
	rn_db_rollback (db);
	return FALSE;
}

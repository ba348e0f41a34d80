/* Records of every kind in and out of the database, its opening and its transactions. */
#include "store_stage.h"

#include "bundled.h"
#include "error.h"
#include "inbox.h"
#include "journal.h"
#include "offer.h"
#include "outbox.h"
#include "person.h"

/* ---- Records -------------------------------------------------------------- */

/* A value of its own for each field: texts with what SQL and lists could trip over. */
static void
fill_field (struct rn_record *record, const struct rn_field *field, int n)
{
	gpointer member = G_STRUCT_MEMBER_P (record, field->offset);

	if (field->type == RN_FIELD_TEXT) {
		g_free (*(char **) member);
		*(char **) member = g_strdup_printf ("%s %d: it's \"so\";\r\nZoë — 名前 %%s\n", field->name, n);
	} else if (field->type == RN_FIELD_LIST) {
		g_autofree char *text = g_strdup_printf ("one %d|it's “two”|drei, \"vier\"", n);
		g_strfreev (*(GStrv *) member);
		*(GStrv *) member = g_strsplit (text, "|", -1);
	} else if (field->type == RN_FIELD_STATE) {
		*(int *) member = n % (int) g_strv_length ((GStrv) field->states);
	} else if (field->type == RN_FIELD_FLAG) {
		*(int *) member = n % 2;
	} else {
		*(gint64 *) member = ((gint64) n << 40) + n;
	}
}

static gpointer
filled (const struct rn_kind *kind, int seed)
{
	struct rn_record *record = rn_record_new (kind);
	for (const struct rn_field *field = kind->fields; field->name != NULL; field++)
		fill_field (record, field, seed++);
	return record;
}

static gboolean
field_equals (const struct rn_record *a, const struct rn_record *b, const struct rn_field *field)
{
	gconstpointer left = G_STRUCT_MEMBER_P (a, field->offset), right = G_STRUCT_MEMBER_P (b, field->offset);

	if (field->type == RN_FIELD_TEXT)
		return g_str_equal (*(char *const *) left, *(char *const *) right);
	if (field->type == RN_FIELD_LIST)
		return g_strv_equal (*(const char *const *const *) left, *(const char *const *const *) right);
	if (field->type == RN_FIELD_STATE || field->type == RN_FIELD_FLAG)
		return *(const int *) left == *(const int *) right;
	return *(const gint64 *) left == *(const gint64 *) right;
}

static void
check_stored (const struct rn_record *record)
{
	g_autoptr (GError) error = NULL;
	struct rn_record *loaded = rn_load (db, record->kind, record->id, &error);

	rn_assert_no_error (error);
	ck_assert_int_eq (loaded->id, record->id);
	for (const struct rn_field *field = record->kind->fields; field->name != NULL; field++)
		ck_assert_msg (field_equals (record, loaded, field), "%s.%s", record->kind->name, field->name);
	rn_record_free (loaded);
}

START_TEST (records_come_back_as_they_were)
{
	const struct rn_kind *kind = rn_kinds[_i];
	struct rn_record *first = filled (kind, 3), *second = filled (kind, 104), *empty = rn_record_new (kind);
	g_autoptr (GError) error = NULL;

	save (first), save (second), save (empty);
	ck_assert_msg (first->id > 0 && second->id > first->id && empty->id > second->id, "%s", kind->name);
	check_stored (first), check_stored (second), check_stored (empty);

	/* as another one, in the same place */
	int n = 55;
	for (const struct rn_field *field = kind->fields; field->name != NULL; field++)
		fill_field (first, field, n++);
	gint64 id = first->id;
	save (first);
	ck_assert_int_eq (first->id, id);
	reopen ();
	check_stored (first), check_stored (second), check_stored (empty);

	ck_assert_ptr_null (rn_load (db, kind, empty->id + 1, &error));
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", kind->name);
	rn_record_free (first), rn_record_free (second), rn_record_free (empty);
}
END_TEST

static GPtrArray *
find_like (const struct rn_record *record, const struct rn_field *field)
{
	gconstpointer member = G_STRUCT_MEMBER_P (record, field->offset);

	if (field->type == RN_FIELD_TEXT)
		return rn_find (db, record->kind, NULL, field->name, *(char *const *) member, NULL);
	if (field->type == RN_FIELD_LIST)
		return rn_find (db, record->kind, NULL, field->name, (*(const GStrv *) member)[0], NULL);
	if (field->type == RN_FIELD_STATE || field->type == RN_FIELD_FLAG)
		return rn_find (db, record->kind, NULL, field->name, *(const int *) member, NULL);
	return rn_find (db, record->kind, NULL, field->name, *(const gint64 *) member, NULL);
}

START_TEST (records_are_found_by_each_indexed_field)
{
	const struct rn_kind *kind = rn_kinds[_i];
	struct rn_record *one = filled (kind, 2), *other = filled (kind, 3), *twin = filled (kind, 2);

	save (one), save (other), save (twin);
	for (const struct rn_field *field = kind->fields; field->name != NULL; field++) {
		if ((field->use & RN_USE_INDEX) == 0)
			continue;
		ck_assert (!field_equals (one, other, field));
		g_autoptr (GPtrArray) found = find_like (one, field);
		ck_assert_msg (found != NULL && found->len == 2, "%s.%s", kind->name, field->name);
		ck_assert_int_eq (((struct rn_record *) found->pdata[0])->id, one->id);
		ck_assert_int_eq (((struct rn_record *) found->pdata[1])->id, twin->id);
	}
	rn_record_free (one), rn_record_free (other), rn_record_free (twin);
}
END_TEST

START_TEST (people_are_found_by_the_aliases_they_have)
{
	g_autoptr (rn_person) ada = rn_person_new ();

	g_strfreev (ada->aliases);
	ada->aliases = g_strsplit ("countess@example.com king@example.com", " ", -1);
	save (ada);
	g_strfreev (ada->aliases);
	ada->aliases = g_strsplit ("ada@example.org king@example.com", " ", -1);
	save (ada);
	static const struct { const char *alias; guint found; } rows[] = {
		{ "countess@example.com", 0 }, { "king@example.com", 1 }, { "ada@example.org", 1 }, { "king", 0 }, { "", 0 },
	};
	for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
		g_autoptr (GPtrArray) found = rn_find (db, &rn_person_kind, NULL, "aliases", rows[i].alias, NULL);
		ck_assert_msg (found != NULL && found->len == rows[i].found, "%s", rows[i].alias);
	}
}
END_TEST

START_TEST (a_line_end_in_a_list_becomes_a_space)
{
	g_autoptr (rn_offer) offer = rn_offer_new (), none = NULL;
	g_autoptr (GError) error = NULL;

	g_strfreev (offer->reasons);
	offer->reasons = g_strsplit ("both like\nchess|second", "|", -1);
	save (offer);
	g_autoptr (rn_offer) loaded = rn_load (db, &rn_offer_kind, offer->record.id, NULL);
	ck_assert_uint_eq (g_strv_length (loaded->reasons), 2);
	ck_assert_str_eq (loaded->reasons[0], "both like chess");
	none = rn_find_one (db, &rn_offer_kind, &error, "state", RN_OFFER_CLOSED, NULL);
	ck_assert_ptr_null (none);
	rn_assert_no_error (error);
}
END_TEST

/* ---- Opening and transactions --------------------------------------------- */

START_TEST (a_newer_database_is_refused)
{
	g_autoptr (GError) error = NULL;
	gint64 version = 0;

	ck_assert (rn_db_number (db, &version, 0, NULL, "PRAGMA user_version", ""));
	ck_assert_int_gt (version, 0);
	reopen (); /* the second time nothing is migrated */
	g_autofree char *sql = g_strdup_printf ("PRAGMA user_version=%d", (int) version + 1);
	ck_assert (rn_db_run (db, NULL, sql, ""));
	rn_db_close (db);
	db = rn_db_open (path, FALSE, &error);
	ck_assert_ptr_null (db);
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_CONFIG));
}
END_TEST

/* Of tables and indices, a line each. */
static char *
names_of_tables (void)
{
	GString *names = g_string_new (NULL);
	g_autoptr (rn_rows) rows = rn_db_query (db, NULL, "SELECT name FROM sqlite_master ORDER BY name", "");

	while (rn_rows_next (rows, NULL))
		g_string_append_printf (names, "%s\n", rn_rows_text (rows, 0));
	return g_string_free (names, FALSE);
}

/* The names of a letter as an older version kept it: a GVariant's dictionary. */
static void
put_old_letter (gint64 id, const char *text)
{
	g_autoptr (GVariant) letter = g_variant_ref_sink (g_variant_new_parsed (text));
	ck_assert (rn_db_run (db, NULL, "UPDATE outbox SET letter = ? WHERE id = ?", "vx", letter, id));
}

static void
assert_letter (gint64 id, const char *text)
{
	g_autoptr (GBytes) expected = bundled (g_variant_new_parsed (text)), letter = rn_outbox_letter (db, id, NULL);
	ck_assert_msg (letter != NULL && g_bytes_equal (letter, expected), "%s", text);
}

/* A database of version 3, with a person, a mail and a campaign in it. */
START_TEST (an_old_database_goes_on)
{
	static const char *const back[] = {
		"ALTER TABLE person DROP COLUMN calendar", "DROP TABLE busy", "DROP TABLE poll", "DROP TABLE raw",
		"DROP TABLE forgotten", "DROP INDEX answer_summed", "ALTER TABLE answer DROP COLUMN program", "DROP TABLE letter",
		"ALTER TABLE outbox ADD COLUMN letter BLOB NOT NULL DEFAULT ''",
		"CREATE TABLE raw (mail INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
		"INSERT INTO inbox (id, source, validity, uid, received) VALUES (5, 'box', 1, 1, 10)",
		"INSERT INTO raw (mail, bytes) VALUES (5, x'4869')",
		"DROP INDEX outbox_due", "ALTER TABLE outbox DROP COLUMN halted",
		"ALTER TABLE recipient DROP COLUMN mail",
		"CREATE INDEX outbox_due ON outbox (transport, rank, not_before, id) WHERE state = 0",
		"CREATE INDEX outbox_waiting ON outbox (not_before) WHERE state = 0",
		"INSERT INTO recipient (campaign, person, state) VALUES (1, 1, 1), (1, 2, 1), (1, 3, 0)",
		"INSERT INTO ask (program, person, form, about, topics, state, sealed, twin, asked, deadline)"
		" VALUES ('', 1, '', 'campaign:2', '', 0, 0, 0, 0, 0), ('', 2, '', 'campaign:1', '', 0, 0, 0, 0, 0),"
		" ('', 1, '', 'campaign:1', '', 0, 0, 0, 0, 0)",
		"INSERT INTO outbox (id, transport, not_before, rank, journal, program, person, about, template, recipient, "
		"message_id, letter,"
		" written) VALUES (7, '', 1, 2, 1, '', 1, 'ask:1', '', '', 'a', '', 1), (8, '', 1, 2, 1, '', 2, 'ask:2', '', '', "
		"'b', '', 1),"
		" (9, '', 1, 2, 1, '', 1, 'ask:3', '', '', 'c', '', 1), (10, '', 1, 2, 1, '', 1, 'ask:3', '', '', 'd', '', 1)",
		"CREATE INDEX task_state ON task (state)", "CREATE INDEX meeting_program ON meeting (program)",
		"DROP INDEX inbox_state", "CREATE INDEX inbox_state ON inbox (state, id)",
		"DROP INDEX inbox_message_id", "CREATE INDEX inbox_message_id ON inbox (message_id)",
		"CREATE TABLE token (token TEXT PRIMARY KEY, program TEXT NOT NULL, person INTEGER NOT NULL, "
		"about TEXT NOT NULL) WITHOUT ROWID", "DROP TABLE stationery",
		"CREATE TABLE stationery (hash TEXT PRIMARY KEY, source BLOB NOT NULL) WITHOUT ROWID",
		"INSERT INTO stationery (hash, source) VALUES ('h1', x'6100620063006400650008060402')",
		"DROP INDEX meeting_live", "DROP INDEX recipient_waiting", "DROP INDEX journal_error",
		"DROP INDEX volunteer_whom", "DROP INDEX offer_whom", "DROP TABLE person_aliases", "PRAGMA user_version=3",
	};
	static const char *const letters[] = {
		"{'to': <'ada@example.com'>, 'date': <int64 1767225600>, 'is_bulk': <true>, 'fields': <{'name': <'Zoë'>, "
		"'n': <5>,"
		" 'topics': <[{'number': <int64 1>, 'title': <'Git'>}]>, 'none': <@aa{sv} []>}>}",
		"{'fields': <@a{sv} {}>, 'invitation': <{'sequence': <2>, 'attendees': <[('a@b', 'A', 'ACCEPTED'), ('c@d', '', "
		"'DECLINED')]>}>}", "@a{sv} {}",
	};
	g_autoptr (rn_person) ada = rn_person_new ();
	gint64 n = 0;
	rn_time received = 0;

	rn_record_set (&ada->name, "Ada");
	g_strfreev (ada->aliases);
	ada->aliases = g_strsplit ("king@example.com countess@example.com", " ", -1);
	save (ada);
	g_autofree char *fresh = names_of_tables ();
	for (gsize i = 0; i < G_N_ELEMENTS (back); i++)
		ck_assert_msg (rn_db_run (db, NULL, back[i], ""), "%s", back[i]);
	for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
		put_old_letter (7 + (gint64) i, letters[i]);
	ck_assert (rn_db_run (db, NULL, "UPDATE outbox SET letter = x'0102030405' WHERE id = 10", ""));
	reopen ();
	for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
		assert_letter (7 + (gint64) i, letters[i]);
	assert_letter (10, "@a{sv} {}"); /* bytes that were no letter before are an empty one */
	g_autoptr (rn_person) loaded = rn_load (db, &rn_person_kind, ada->record.id, NULL);
	ck_assert_str_eq (loaded->name, "Ada");
	ck_assert_str_eq (loaded->calendar, "");
	g_autofree char *now = names_of_tables ();
	ck_assert_str_eq (now, fresh);
	g_autoptr (rn_person) countess = rn_find_one (db, &rn_person_kind, NULL, "aliases", "countess@example.com", NULL);
	ck_assert (countess != NULL && countess->record.id == ada->record.id);
	ck_assert (rn_db_number (db, &n, 7, NULL, "SELECT count(*) FROM busy", "") && n == 0);
	g_autoptr (GBytes) raw = rn_inbox_raw (db, 5, &received, NULL);
	ck_assert (raw != NULL && g_bytes_get_size (raw) == 2 && received == 10);
	ck_assert_mem_eq (g_bytes_get_data (raw, NULL), "Hi", 2);
	g_autoptr (GVariant) stationery = rn_stationery_load (db, "h1", NULL);
	g_autofree char *words = g_variant_print (stationery, FALSE);
	ck_assert_str_eq (words, "('a', 'b', 'c', 'd', 'e')");
	/* a mail of a campaign is known to its recipient; answers to her came later */
	ck_assert (rn_db_number (db, &n, 7, NULL,
	                         "SELECT count(*) FROM recipient "
	                         "WHERE mail = CASE person WHEN 1 THEN 9 WHEN 2 THEN 8 ELSE 0 END", "") &&
	           n == 3);
}
END_TEST

START_TEST (a_damaged_database_is_told)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *rubbish = g_strnfill (8192, 'x');

	rn_db_close (db);
	ck_assert (g_file_set_contents (path, rubbish, -1, NULL));
	db = rn_db_open (path, _i != 0, &error);
	ck_assert_ptr_null (db);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", error->message);
}
END_TEST

static gboolean
has_meta (const char *name)
{
	g_autofree char *value = rn_meta_get (db, name, NULL);
	return *value != '\0';
}

START_TEST (a_transaction_is_done_or_never_happened)
{
	g_autoptr (GError) error = NULL;

	ck_assert (rn_db_begin (db, NULL) && rn_db_in_transaction (db));
	ck_assert (!rn_db_begin (db, &error));
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_BUG));
	ck_assert (rn_meta_set (db, "kept", "1", NULL) && rn_db_commit (db, NULL));
	ck_assert (!rn_db_in_transaction (db));
	ck_assert (rn_db_begin (db, NULL) && rn_meta_set (db, "lost", "1", NULL));
	rn_db_rollback (db);
	ck_assert (!rn_db_in_transaction (db));
	rn_db_rollback (db); /* nothing to undo is fine */
	ck_assert (rn_db_begin (db, NULL) && rn_meta_set (db, "open", "1", NULL));
	reopen ();
	ck_assert (has_meta ("kept") && !has_meta ("lost") && !has_meta ("open"));
}
END_TEST

START_TEST (a_part_of_a_transaction_can_be_undone_alone)
{
	ck_assert (rn_db_begin (db, NULL) && rn_meta_set (db, "before", "1", NULL));
	ck_assert (rn_db_savepoint (db, NULL) && rn_meta_set (db, "undone", "1", NULL));
	rn_db_undo (db);
	ck_assert (rn_db_savepoint (db, NULL) && rn_meta_set (db, "released", "1", NULL) && rn_db_release (db, NULL));
	ck_assert (rn_db_in_transaction (db) && rn_db_commit (db, NULL));
	ck_assert (has_meta ("before") && !has_meta ("undone") && has_meta ("released"));
}
END_TEST

#define ROWS 600 /* of 4 KB: more pieces than are kept */

START_TEST (much_can_be_undone)
{
	g_autofree char *text = g_strnfill (4096, 'a');
	gint64 left = 0;

	ck_assert (rn_db_begin (db, NULL));
	for (int i = 0; i < ROWS; i++) {
		g_autofree char *name = g_strdup_printf ("text %d", i);
		ck_assert (rn_meta_set (db, name, text, NULL));
	}
	ck_assert (rn_db_commit (db, NULL) && rn_db_begin (db, NULL) && rn_db_savepoint (db, NULL));
	g_autoptr (GError) error = NULL;
	rn_db_run (db, &error, "UPDATE meta SET value = replace (value, 'a', 'b')", "");
	rn_assert_no_error (error);
	rn_db_undo (db);
	ck_assert (rn_db_number (db, &left, 0, NULL, "SELECT count(*) FROM meta WHERE value LIKE 'aaa%'", "") && left == ROWS);
}
END_TEST

START_TEST (small_texts_are_replaced)
{
	g_autofree char *unset = rn_meta_get (db, "name", NULL);
	ck_assert_str_eq (unset, "");
	ck_assert (rn_meta_set (db, "name", "one", NULL) && rn_meta_set (db, "name", "two's", NULL));
	g_autofree char *set = rn_meta_get (db, "name", NULL);
	ck_assert_str_eq (set, "two's");
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("store");
	TCase *records = add_case (s, "records"), *base = add_case (s, "database");
	int kinds = 0;

	while (rn_kinds[kinds] != NULL)
		kinds++;
	tcase_add_loop_test (records, records_come_back_as_they_were, 0, kinds);
	tcase_add_loop_test (records, records_are_found_by_each_indexed_field, 0, kinds);
	tcase_add_test (records, people_are_found_by_the_aliases_they_have);
	tcase_add_test (records, a_line_end_in_a_list_becomes_a_space);
	tcase_add_test (base, a_newer_database_is_refused);
	tcase_add_test (base, an_old_database_goes_on);
	tcase_add_loop_test (base, a_damaged_database_is_told, 0, 2);
	tcase_add_test (base, a_transaction_is_done_or_never_happened);
	tcase_add_test (base, a_part_of_a_transaction_can_be_undone_alone);
	tcase_add_test (base, much_can_be_undone);
	tcase_add_test (base, small_texts_are_replaced);
	return s;
}

RN_UNIT_MAIN (suite ())

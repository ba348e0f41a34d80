#include "records.h"

#include <string.h>

#include "clock.h"
#include "error.h"
#include "person.h"
#include "title.h"

#define RN_MAX_COLUMNS 32 /* fields of our widest kind, and its id */

/* Lists are stored as lines; a line end within an item becomes a space. */
static char *
list_text (GStrv list)
{
	GString *lines = g_string_new (NULL);

	for (gsize i = 0; list[i] != NULL; i++) {
		gsize start = lines->len + (i > 0);
		g_string_append (i > 0 ? g_string_append_c (lines, '\n') : lines, list[i]);
		for (char *end = lines->str + start; (end = strchr (end, '\n')) != NULL;)
			*end = ' ';
	}
	return g_string_free (lines, FALSE);
}

static GStrv
list_of (const char *text)
{
	return *text != '\0' ? g_strsplit (text, "\n", -1) : g_new0 (char *, 1);
}

/* What all statements of a kind begin with, written once. */
struct words {
	char *select; /* "SELECT id, "a", "b" FROM kind " */
	char *load;   /* the same with "WHERE id = ?" */
	char *save;   /* "INSERT OR REPLACE INTO kind (id, "a", "b") VALUES (?, ?, ?)" */
	char *update; /* "UPDATE kind SET "b" = ?3 WHERE id = ?1 AND "a" = ?2": what it is found by stays */
};

/* What a record is found by is in indices, and seldom changes. */
static gboolean
is_found_by (const struct rn_field *field)
{
	return field->type == RN_FIELD_REF || (field->use & RN_USE_INDEX) != 0;
}

static char *
update_of (const struct rn_kind *kind)
{
	g_autoptr (GString) set = g_string_new (NULL), where = g_string_new ("id = ?1");
	int place = 2;

	for (const struct rn_field *field = kind->fields; field->name != NULL; field++, place++)
		if (is_found_by (field))
			g_string_append_printf (where, " AND \"%s\" = ?%d", field->name, place);
		else
			g_string_append_printf (set, "%s\"%s\" = ?%d", set->len > 0 ? ", " : "", field->name, place);
	return g_strdup_printf ("UPDATE %s SET %s WHERE %s", kind->name, set->str, where->str);
}

static struct words *
words_new (const struct rn_kind *kind)
{
	struct words *words = g_new (struct words, 1);
	g_autoptr (GString) names = g_string_new ("id");
	g_autoptr (GString) marks = g_string_new ("?");

	for (const struct rn_field *field = kind->fields; field->name != NULL; field++) {
		g_string_append_printf (names, ", \"%s\"", field->name);
		g_string_append (marks, ", ?");
	}
	words->select = g_strdup_printf ("SELECT %s FROM %s ", names->str, kind->name);
	words->load = g_strconcat (words->select, "WHERE id = ?", NULL);
	words->save = g_strdup_printf ("INSERT OR REPLACE INTO %s (%s) VALUES (%s)", kind->name, names->str, marks->str);
	words->update = update_of (kind);
	return words;
}

static const struct words *
words_of (const struct rn_kind *kind)
{
	static GHashTable *all; /* kinds are a dozen, and constant */

	if (all == NULL)
		all = g_hash_table_new (NULL, NULL);
	struct words *words = g_hash_table_lookup (all, kind);
	if (words == NULL)
		g_hash_table_insert (all, (gpointer) kind, words = words_new (kind));
	return words;
}

/* Every field is a column of the row. */
static gpointer
record_of_row (const struct rn_kind *kind, rn_rows *rows)
{
	struct rn_record *record = g_malloc0 (kind->size);
	int column = 1;

	record->kind = kind;
	record->id = rn_rows_number (rows, 0);
	for (const struct rn_field *field = kind->fields; field->name != NULL; field++, column++) {
		gpointer member = G_STRUCT_MEMBER_P (record, field->offset);
		if (field->type == RN_FIELD_TEXT) {
			*(char **) member = g_strdup (rn_rows_text (rows, column));
		} else if (field->type == RN_FIELD_LIST) {
			*(GStrv *) member = list_of (rn_rows_text (rows, column));
		} else if (field->type == RN_FIELD_STATE || field->type == RN_FIELD_FLAG) {
			*(int *) member = (int) rn_rows_number (rows, column);
		} else {
			*(gint64 *) member = rn_rows_number (rows, column);
		}
	}
	return record;
}

static GPtrArray *
collect (const struct rn_kind *kind, rn_rows *rows, GError **error)
{
	g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (rn_record_free);
	GError *failure = NULL;

	while (rn_rows_next (rows, &failure))
		g_ptr_array_add (records, record_of_row (kind, rows));
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return NULL;
	}
	return g_steal_pointer (&records);
}

gpointer
rn_load (rn_db *db, const struct rn_kind *kind, gint64 id, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error, words_of (kind)->load, "x", id);
	g_autoptr (GError) failure = NULL;

	if (rows == NULL)
		return NULL;
	if (rn_rows_next (rows, &failure))
		return record_of_row (kind, rows);
	if (failure != NULL)
		g_propagate_error (error, g_steal_pointer (&failure));
	else
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "There is no %s:%" G_GINT64_FORMAT ".", kind->name, id);
	return NULL;
}

/* The value of one condition, as the type of its field passes through "...". */
static struct rn_value
condition_value (const struct rn_field *field, va_list *conditions)
{
	if (field->type == RN_FIELD_TEXT || field->type == RN_FIELD_LIST)
		return (struct rn_value) { 's', .s = va_arg (*conditions, const char *) };
	if (field->type == RN_FIELD_STATE || field->type == RN_FIELD_FLAG)
		return (struct rn_value) { 'x', .x = va_arg (*conditions, int) };
	return (struct rn_value) { 'x', .x = va_arg (*conditions, gint64) };
}

#define RN_MAX_CONDITIONS 6
#define IS " AND %s.\"%s\" = ?"
#define IN_LIST " AND id IN (SELECT id FROM %s_%s WHERE item = ?)"

static GPtrArray *
find_by (rn_db *db, const struct rn_kind *kind, const char *tail, va_list *conditions, GError **error)
{
	g_autoptr (GString) where = g_string_new ("WHERE 1");
	struct rn_value values[RN_MAX_CONDITIONS];
	gsize n = 0;

	for (const char *name; n < RN_MAX_CONDITIONS && (name = va_arg (*conditions, const char *)) != NULL; n++) {
		const struct rn_field *field = rn_kind_field (kind, name);
		g_return_val_if_fail (field != NULL, NULL);
		g_string_append_printf (where, field->type == RN_FIELD_LIST ? IN_LIST : IS, kind->name, name);
		values[n] = condition_value (field, conditions);
	}
	g_string_append (where, tail);
	g_autofree char *sql = g_strconcat (words_of (kind)->select, where->str, NULL);
	g_autoptr (rn_rows) rows = rn_db_query_values (db, error, sql, values, n);
	return rows != NULL ? collect (kind, rows, error) : NULL;
}

GPtrArray *
rn_find (rn_db *db, const struct rn_kind *kind, GError **error, ...)
{
	va_list conditions;
	va_start (conditions, error);
	GPtrArray *found = find_by (db, kind, " ORDER BY id", &conditions, error);
	va_end (conditions);
	return found;
}

gpointer
rn_find_one (rn_db *db, const struct rn_kind *kind, GError **error, ...)
{
	va_list conditions;
	va_start (conditions, error);
	g_autoptr (GPtrArray) found = find_by (db, kind, " ORDER BY id LIMIT 1", &conditions, error);
	va_end (conditions);
	return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

GPtrArray *
rn_find_where (rn_db *db, const struct rn_kind *kind, GError **error, const char *tail, const struct rn_value *values,
               gsize n_values)
{
	g_autofree char *sql = g_strconcat (words_of (kind)->select, tail, NULL);
	g_autoptr (rn_rows) rows = rn_db_query_values (db, error, sql, values, n_values);
	return rows != NULL ? collect (kind, rows, error) : NULL;
}

gboolean
rn_items_save (rn_db *db, const struct rn_kind *kind, const struct rn_field *field, gint64 id, GStrv items, GError **error)
{
	g_autofree char *forget = g_strdup_printf ("DELETE FROM %s_%s WHERE id = ?", kind->name, field->name);
	g_autofree char *add = g_strdup_printf ("INSERT OR IGNORE INTO %s_%s (item, id) VALUES (?, ?)", kind->name, field->name);
	gboolean fine = rn_db_run (db, error, forget, "x", id);

	for (gsize i = 0; fine && items[i] != NULL; i++)
		fine = rn_db_run (db, error, add, "sx", items[i], id);
	return fine;
}

static gboolean
save_lists (rn_db *db, const struct rn_record *record, GError **error)
{
	for (const struct rn_field *field = record->kind->fields; field->name != NULL; field++)
		if (field->type == RN_FIELD_LIST && (field->use & RN_USE_INDEX) != 0 &&
		    !rn_items_save (db, record->kind, field, record->id, G_STRUCT_MEMBER (GStrv, record, field->offset), error))
			return FALSE;
	return TRUE;
}

/* A field as a column; `texts` keeps what is made for it. */
static struct rn_value
column_of (const struct rn_record *record, const struct rn_field *field, GPtrArray *texts)
{
	gconstpointer member = G_STRUCT_MEMBER_P (record, field->offset);

	switch (field->type) {
	case RN_FIELD_LIST:
		g_ptr_array_add (texts, list_text (*(const GStrv *) member));
		return (struct rn_value) { 's', .s = g_ptr_array_index (texts, texts->len - 1) };
	case RN_FIELD_TEXT:
		return (struct rn_value) { 's', .s = *(char *const *) member };
	case RN_FIELD_STATE:
	case RN_FIELD_FLAG:
		return (struct rn_value) { 'x', .x = *(const int *) member };
	default:
		return (struct rn_value) { 'x', .x = *(const gint64 *) member };
	}
}

gboolean
rn_save (rn_db *db, gpointer data, GError **error)
{
	struct rn_record *record = data;
	const struct words *words = words_of (record->kind);
	g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
	struct rn_value values[RN_MAX_COLUMNS] = { { record->id != 0 ? 'x' : 's', .x = record->id } };
	gsize n = 1;

	for (const struct rn_field *field = record->kind->fields; field->name != NULL; field++)
		values[n++] = column_of (record, field, texts);
	if (record->id != 0 && !rn_db_run_values (db, error, words->update, values, n))
		return FALSE;
	if (record->id != 0 && rn_db_changes (db) > 0)
		return TRUE;
	if (!rn_db_run_values (db, error, words->save, values, n))
		return FALSE;
	if (record->id == 0)
		record->id = rn_db_last_id (db);
	return save_lists (db, record, error);
}

static void
add_list (GByteArray *bundle, const char *name, const char *const *list)
{
	rn_bundle_open (bundle, name, RN_BUNDLE_LIST);
	for (; *list != NULL; list++)
		rn_bundle_text (bundle, NULL, *list);
	rn_bundle_close (bundle);
}

static gboolean
expand_field (rn_db *db, const struct rn_record *record, const struct rn_field *field, int depth, GByteArray *bundle, GError **error)
{
	gconstpointer member = G_STRUCT_MEMBER_P (record, field->offset);

	switch (field->type) {
	case RN_FIELD_TEXT:
		rn_bundle_text (bundle, field->name, *(char *const *) member);
		return TRUE;
	case RN_FIELD_LIST:
		add_list (bundle, field->name, (const char *const *) *(const GStrv *) member);
		return TRUE;
	case RN_FIELD_FLAG:
		rn_bundle_flag (bundle, field->name, *(const gboolean *) member);
		return TRUE;
	case RN_FIELD_STATE:
		rn_bundle_text (bundle, field->name, field->states[*(const int *) member]);
		return TRUE;
	case RN_FIELD_REF:
		return depth == 0 || *(const gint64 *) member == 0 ||
		       rn_record_expand_id (db, field->of, *(const gint64 *) member, field->name, depth - 1, bundle, error);
	default:
		rn_bundle_number (bundle, field->name, *(const gint64 *) member);
		return TRUE;
	}
}

static void
add_id (const struct rn_record *record, GByteArray *bundle)
{
	if (record->kind != &rn_person_kind) {
		rn_bundle_number (bundle, "id", record->id);
		return;
	}
	const rn_person *person = (const rn_person *) record;
	g_autofree char *first = rn_person_first_name (person);
	rn_bundle_text (bundle, "id", person->key);
	rn_bundle_text (bundle, "first_name", first);
}

gboolean
rn_record_expand (rn_db *db, gconstpointer data, const char *name, int depth, GByteArray *bundle, GError **error)
{
	const struct rn_record *record = data;
	g_autofree char *ref = rn_record_ref (record);

	rn_bundle_open (bundle, name, RN_BUNDLE_TABLE);
	rn_bundle_text (bundle, "ref", ref);
	rn_bundle_text (bundle, "kind", record->kind->name);
	add_id (record, bundle);
	for (const struct rn_field *field = record->kind->fields; field->name != NULL; field++)
		if ((field->use & (RN_USE_ENGINE | RN_USE_SECRET)) == 0 && !expand_field (db, record, field, depth, bundle, error))
			return FALSE;
	rn_bundle_close (bundle);
	return TRUE;
}

gboolean
rn_record_expand_id (rn_db *db, const struct rn_kind *kind, gint64 id, const char *name, int depth, GByteArray *bundle, GError **error)
{
	struct rn_record *record = rn_load (db, kind, id, error);
	gboolean fine = record != NULL && rn_record_expand (db, record, name, depth, bundle, error);

	rn_record_free (record);
	return fine;
}

static GVariant *
show_label (rn_db *db, const struct rn_kind *kind, const struct rn_field *label, gint64 id, GError **error)
{
	struct rn_record *record = rn_load (db, kind, id, error);
	GVariant *value = record != NULL ? g_variant_new_string (G_STRUCT_MEMBER (const char *, record, label->offset)) : NULL;

	rn_record_free (record);
	return value;
}

static GVariant *
show_ref (rn_db *db, const struct rn_kind *kind, gint64 id, GError **error)
{
	if (id == 0)
		return g_variant_new_string ("");
	for (const struct rn_field *field = kind->fields; field->name != NULL; field++)
		if ((field->use & RN_USE_LABEL) != 0)
			return show_label (db, kind, field, id, error);
	return g_variant_new_take_string (rn_ref (kind, id));
}

static void
add_name (rn_db *db, const char *field, const char *ref, GVariantBuilder *builder)
{
	g_autofree char *key = g_strconcat (field, "_name", NULL);
	g_variant_builder_add (builder, "{sv}", key, g_variant_new_take_string (rn_ref_title (db, ref)));
}

static GVariant *
show_field (rn_db *db, const struct rn_field *field, gconstpointer member, GError **error)
{
	switch (field->type) {
	case RN_FIELD_TEXT:
		return g_variant_new_string (*(char *const *) member);
	case RN_FIELD_LIST:
		return g_variant_new_strv ((const char *const *) *(const GStrv *) member, -1);
	case RN_FIELD_FLAG:
		return g_variant_new_boolean (*(const gboolean *) member);
	case RN_FIELD_STATE:
		return g_variant_new_string (field->states[*(const int *) member]);
	case RN_FIELD_REF:
		return show_ref (db, field->of, *(const gint64 *) member, error);
	case RN_FIELD_TIME:
		return g_variant_new_take_string (rn_time_text (*(const rn_time *) member));
	default:
		return g_variant_new_int64 (*(const gint64 *) member);
	}
}

GVariant *
rn_record_show (rn_db *db, gconstpointer data, GError **error)
{
	const struct rn_record *record = data;
	g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

	g_variant_builder_add (&builder, "{sv}", "id", g_variant_new_int64 (record->id));
	for (const struct rn_field *field = record->kind->fields; field->name != NULL; field++) {
		if ((field->use & RN_USE_SECRET) != 0)
			continue;
		GVariant *value = show_field (db, field, G_STRUCT_MEMBER_P (record, field->offset), error);
		if (value == NULL)
			return NULL;
		if ((field->use & RN_USE_NAMED) != 0)
			add_name (db, field->name, g_variant_get_string (value, NULL), &builder);
		g_variant_builder_add (&builder, "{sv}", field->name, value);
	}
	return g_variant_builder_end (&builder);
}

#include "queries.h"

#include "address.h"
#include "error.h"
#include "meeting.h"
#include "offer.h"
#include "pairing.h"
#include "person.h"
#include "slots.h"
#include "topic.h"

/* A condition of a query: the filter's name, and the SQL it adds. %s in it stands for
 * the marker of its value; without one the flag itself is the condition. */
struct condition {
	const char *name;
	enum { TEXT, REF, FLAG } type;
	const char *sql, *otherwise; /* otherwise: of a flag that is false */
};

/* Everybody in a pairing or an offer; one set for a whole query, however many rows it looks at. */
#define TAKEN                                                                               \
	"(SELECT mentor FROM pairing WHERE state = 0 UNION ALL SELECT leader FROM pairing WHERE state = 0" \
	" UNION ALL SELECT mentor FROM offer WHERE state = 0 UNION ALL SELECT leader FROM offer WHERE state = 0)"

static const struct condition people[] = {
	{ "role", TEXT, "person.role = ?", NULL },
	{ "site", TEXT, "person.site = ?", NULL },
	{ "unit", TEXT, "person.unit = ?", NULL },
	{ "id", TEXT, "person.key = ?", NULL },
	{ "free", FLAG, "person.id NOT IN " TAKEN, "person.id IN " TAKEN },
	{ NULL, 0, NULL, NULL }
};

static const struct condition topics[] = {
	/* a topic whose owner is in a pairing or an offer is not to be had now */
	{ "open", FLAG, "topic.state = 0 AND topic.owner NOT IN " TAKEN, "topic.state <> 0" },
	{ "owner", REF, "topic.owner = ?", NULL },
	{ NULL, 0, NULL, NULL }
};

static const struct condition volunteers[] = {
	{ "person", REF, "volunteer.person = ?", NULL },
	{ "topic", REF, "volunteer.topic = ?", NULL },
	{ NULL, 0, NULL, NULL }
};

static const struct condition pairings[] = {
	{ "person", REF, "(pairing.mentor = ?1 OR pairing.leader = ?1)", NULL },
	{ "active", FLAG, "+pairing.state = 0", "pairing.state <> 0" },
	{ NULL, 0, NULL, NULL }
};

static const struct condition meetings[] = {
	{ "pairing", REF, "meeting.pairing = ?", NULL },
	{ "upcoming", FLAG, "meeting.state IN (0, 1)", "meeting.state NOT IN (0, 1)" },
	{ NULL, 0, NULL, NULL }
};

static const struct query {
	const char *name;
	const struct rn_kind *kind;
	gboolean of_program;
	const struct condition *conditions;
	const char *always; /* holds for every answer */
} queries[] = {
	{ "people", &rn_person_kind, FALSE, people,
	  "person.state = 0 AND person.unreachable = 0 AND person.ask_again <= ?" },
	{ "topics", &rn_topic_kind, TRUE, topics, "topic.state <> 2" },
	{ "volunteers", &rn_volunteer_kind, TRUE, volunteers,
	  "volunteer.state = 0 AND volunteer.person NOT IN " TAKEN
	  " AND EXISTS (SELECT 1 FROM topic t WHERE t.id = volunteer.topic AND t.state = 0 AND t.owner NOT IN " TAKEN ")"
	  " AND EXISTS (SELECT 1 FROM person p WHERE p.id = volunteer.person AND p.state = 0 AND p.unreachable = 0)" },
	{ "pairings", &rn_pairing_kind, TRUE, pairings, "1" },
	{ "meetings", &rn_meeting_kind, TRUE, meetings, "1" },
};

#define RN_MAX_FILTER 8

static const struct query *
query_named (const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
		if (g_str_equal (queries[i].name, name))
			return &queries[i];
	return NULL;
}

/* The id that a filter's ref stands for; -1, which no record has, for anything else. */
static gint64
id_of (GVariant *value)
{
	const struct rn_kind *kind;
	gint64 id;
	gboolean fine = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) &&
	                rn_ref_parse (g_variant_get_string (value, NULL), &kind, &id);
	return fine ? id : -1;
}

static gboolean
add_condition (const struct condition *condition, GVariant *value, GString *where, struct rn_value *values, gsize *n)
{
	g_string_append (where, " AND ");
	if (condition->type == FLAG) {
		g_string_append (where, g_variant_get_boolean (value) ? condition->sql : condition->otherwise);
		return TRUE;
	}
	g_string_append (where, condition->sql);
	if (condition->type == TEXT)
		values[(*n)++] = (struct rn_value) { 's', .s = g_variant_get_string (value, NULL) };
	else
		values[(*n)++] = (struct rn_value) { 'x', .x = id_of (value) };
	return *n < RN_MAX_FILTER;
}

GPtrArray *
rn_query (rn_db *db, const char *program, const char *name, GVariant *filter, rn_time now, guint32 most, GError **error)
{
	const struct query *query = query_named (name);
	g_autoptr (GString) where = g_string_new ("WHERE 1");
	g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
	struct rn_value values[RN_MAX_FILTER + 3];
	gsize n = 0;

	if (query == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "There is no query “%s”.", name);
		return NULL;
	}
	for (const struct condition *condition = query->conditions; condition->name != NULL; condition++) {
		const GVariantType *type = condition->type == FLAG ? G_VARIANT_TYPE_BOOLEAN : G_VARIANT_TYPE_STRING;
		GVariant *value = g_variant_lookup_value (filter, condition->name, type);
		if (value == NULL)
			continue;
		g_ptr_array_add (kept, value);
		add_condition (condition, value, where, values, &n);
	}
	g_string_append_printf (where, " AND %s", query->always);
	if (query->kind == &rn_person_kind)
		values[n++] = (struct rn_value) { 'x', .x = now };
	if (query->of_program) {
		g_string_append_printf (where, " AND %s.program = ?", query->kind->name);
		values[n++] = (struct rn_value) { 's', .s = program };
	}
	g_string_append (where, " ORDER BY id LIMIT ?");
	values[n++] = (struct rn_value) { 'x', .x = most != 0 ? (gint64) most : -1 };
	return rn_find_where (db, query->kind, error, where->str, values, n);
}

gpointer
rn_person_by_address (rn_db *db, const char *address, GError **error)
{
	GError *failure = NULL;
	if (*address == '\0')
		return NULL; /* an alias may be empty, nobody is meant by it */
	rn_person *person = rn_find_one (db, &rn_person_kind, &failure, "address", address, NULL);

	if (person == NULL && failure == NULL)
		person = rn_find_one (db, &rn_person_kind, &failure, "aliases", address, NULL);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return person;
}

GPtrArray *
rn_pairings_adrift (rn_db *db, const char *program, rn_time before, GError **error)
{
	struct rn_value values[] = { { 's', .s = program }, { 'x', .x = before } };
	return rn_find_where (db, &rn_pairing_kind, error,
	                      "WHERE program = ? AND state = 0 AND last_act <= ?"
	                      " AND NOT EXISTS (SELECT 1 FROM meeting m WHERE m.pairing = pairing.id AND m.state IN (0, 1))"
	                      " AND NOT EXISTS (SELECT 1 FROM poll p WHERE p.pairing = pairing.id AND p.state = 0)"
	                      " AND NOT EXISTS (SELECT 1 FROM ask a WHERE a.about = 'pairing:' || pairing.id AND a.state IN (0, 1, 2))"
	                      " AND NOT EXISTS (SELECT 1 FROM task t WHERE t.about = 'pairing:' || pairing.id AND t.state < 3)"
	                      " AND NOT EXISTS (SELECT 1 FROM event e WHERE e.about = 'pairing:' || pairing.id AND e.name LIKE 'meeting:%')"
	                      " ORDER BY id",
	                      values, G_N_ELEMENTS (values));
}

GPtrArray *
rn_pairings_late (rn_db *db, const char *program, rn_time before, GError **error)
{
	struct rn_value values[] = { { 's', .s = program }, { 'x', .x = before } };
	return rn_find_where (db, &rn_pairing_kind, error,
	                      "WHERE program = ? AND state = 0 AND last_act <= ?"
	                      " AND NOT EXISTS (SELECT 1 FROM meeting m WHERE m.pairing = pairing.id AND m.state IN (0, 1))"
	                      " AND NOT EXISTS (SELECT 1 FROM poll p WHERE p.pairing = pairing.id AND p.state = 0) ORDER BY id",
	                      values, G_N_ELEMENTS (values));
}

/* The state alone would be looked up among everybody's: its + keeps that index out. */
gboolean
rn_person_ties (rn_db *db, gint64 person, gint64 *n, GError **error)
{
	return rn_db_number (db, n, 0, error,
	                     "SELECT (SELECT count(*) FROM pairing WHERE (mentor = ?1 OR leader = ?1) AND +state = 0) +"
	                     " (SELECT count(*) FROM offer WHERE (mentor = ?1 OR leader = ?1) AND +state = 0)",
	                     "x", person);
}

gboolean
rn_task_last (rn_db *db, const char *program, const char *template, rn_time *at, GError **error)
{
	return rn_db_number (db, at, 0, error, "SELECT coalesce (max (made), 0) FROM task WHERE program = ? AND template = ?", "ss",
	                     program, template);
}

gboolean
rn_live_meetings (rn_db *db, gint64 pairing, gint64 *n, GError **error)
{
	return rn_db_number (db, n, 0, error, "SELECT count(*) FROM meeting WHERE pairing = ? AND state IN (0, 1)", "x", pairing);
}

#define SHE_WAITS " WHERE person = ? AND program = ? AND state = 0"

gboolean
rn_volunteer_count_round (rn_db *db, const char *program, gint64 person, gint64 *round, GError **error)
{
	return rn_db_run (db, error, "UPDATE volunteer SET rounds = rounds + 1" SHE_WAITS, "xs", person, program) &&
	       rn_db_number (db, round, 0, error, "SELECT coalesce(max(rounds), 0) FROM volunteer" SHE_WAITS, "xs", person, program);
}

gboolean
rn_orphans (rn_db *db, rn_time now, gint64 *n, GError **error)
{
	return rn_db_number (db, n, 0, error,
	                     "SELECT count(*) FROM pairing p WHERE p.state = 0 AND p.last_act < ?"
	                     " AND (SELECT count(*) FROM meeting m WHERE m.pairing = p.id AND m.state IN (0, 1)) +"
	                     " (SELECT count(*) FROM poll q WHERE q.pairing = p.id AND q.state = 0) +"
	                     " (SELECT count(*) FROM ask a WHERE a.about = 'pairing:' || p.id AND a.state IN (0, 1, 2)) +"
	                     " (SELECT count(*) FROM task t WHERE t.about = 'pairing:' || p.id AND t.state IN (0, 1, 2)) = 0",
	                     "x", now - RN_DAY);
}

static const struct {
	const char *name, *sql;
} figures[] = {
	{ "people", "SELECT count(*) FROM person WHERE state = 0" },
	{ "pairings", "SELECT count(*) FROM pairing WHERE state = 0" },
	{ "meetings_to_come", "SELECT count(*) FROM meeting WHERE state IN (0, 1)" },
	{ "campaigns_running", "SELECT count(*) FROM campaign WHERE state = 0" },
	{ "campaigns_paused", "SELECT count(*) FROM campaign WHERE state = 1" },
	{ "open_tasks", "SELECT count(*) FROM task WHERE state < 3" },
	{ "mails_waiting", "SELECT count(*) FROM inbox WHERE state = 0" },
	{ "mails_held", "SELECT count(*) FROM inbox WHERE state IN (3, 4)" },
	{ "mails_queued", "SELECT count(*) FROM outbox WHERE state = 1 OR (state = 0 AND halted = 0)" },
	{ "mails_paused", "SELECT count(*) FROM outbox WHERE state = 0 AND halted = 1" },
	{ "mails_sent", "SELECT count(*) FROM outbox WHERE state = 2" },
	{ "mails_refused", "SELECT count(*) FROM outbox WHERE state = 3" },
	{ "mails_uncertain", "SELECT count(*) FROM outbox WHERE state = 4" },
};

gboolean
rn_figures (rn_db *db, rn_time now, GVariantBuilder *dict, GError **error)
{
	gint64 n = 0;

	for (gsize i = 0; i < G_N_ELEMENTS (figures); i++) {
		if (!rn_db_number (db, &n, 0, error, figures[i].sql, ""))
			return FALSE;
		g_variant_builder_add (dict, "{sv}", figures[i].name, g_variant_new_int64 (n));
	}
	if (!rn_orphans (db, now, &n, error))
		return FALSE;
	g_variant_builder_add (dict, "{sv}", "orphans", g_variant_new_int64 (n));
	return TRUE;
}

static gboolean
add_number_ref (rn_db *db, const char *sql, const char *kind, const char *message_id, GPtrArray *refs, GError **error)
{
	gint64 id = 0;

	if (!rn_db_number (db, &id, 0, error, sql, "s", message_id))
		return FALSE;
	if (id != 0)
		g_ptr_array_add (refs, g_strdup_printf ("%s:%" G_GINT64_FORMAT, kind, id));
	return TRUE;
}

/* Nothing when there is no such record. */
static gboolean
add_known_ref (rn_db *db, const struct rn_kind *kind, gint64 id, GPtrArray *refs, GError **error)
{
	GError *failure = NULL;
	struct rn_record *record = rn_load (db, kind, id, &failure);

	if (record != NULL)
		g_ptr_array_add (refs, rn_record_ref (record));
	rn_record_free (record);
	if (g_error_matches (failure, RN_ERROR, RN_ERROR_DATA))
		g_clear_error (&failure);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return failure == NULL;
}

gboolean
rn_refs_of (rn_db *db, const char *word, GPtrArray *refs, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;
	GError *failure = NULL;

	if (g_str_has_prefix (word, "mail:") && !add_number_ref (db, "SELECT id FROM inbox WHERE id = ?", "mail", word + strlen ("mail:"), refs, error))
		return FALSE;
	if (rn_ref_parse (word, &kind, &id) && !add_known_ref (db, kind, id, refs, error))
		return FALSE;
	g_autofree char *address = rn_address_base (word);
	g_autoptr (rn_person) person = rn_person_by_address (db, address, &failure);
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	if (person != NULL)
		g_ptr_array_add (refs, rn_record_ref (person));
	g_autofree char *bare = g_strdup (*word == '<' ? word + 1 : word);
	if (g_str_has_suffix (bare, ">"))
		bare[strlen (bare) - 1] = '\0';
	return add_number_ref (db, "SELECT id FROM inbox WHERE message_id = ? AND message_id <> ''", "mail", bare, refs, error) &&
	       add_number_ref (db, "SELECT journal FROM outbox WHERE message_id = ?", "journal", bare, refs, error);
}

GArray *
rn_busy_spans (rn_db *db, gint64 person, rn_time from, gint64 except, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (
	        db, error, "SELECT start, ends FROM meeting WHERE state IN (0, 1) AND ends > ? AND id <> ? AND (mentor = ? OR leader = ?)",
	        "xxxx", from, except, person, person);
	g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (struct rn_span));

	while (rows != NULL && rn_rows_next (rows, error)) {
		struct rn_span span = { rn_rows_number (rows, 0), rn_rows_number (rows, 1) };
		g_array_append_val (spans, span);
	}
	return rows != NULL ? g_steal_pointer (&spans) : NULL;
}

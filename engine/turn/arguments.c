#include "arguments.h"

#include "error.h"
#include "meeting.h"
#include "pairing.h"
#include "queries.h"
#include "vocabulary.h"

const char *
rn_argument_text (GVariant *fields, const char *name, const char *otherwise)
{
	const char *text = otherwise;
	g_variant_lookup (fields, name, "&s", &text);
	return text;
}

gint64
rn_argument_number (GVariant *fields, const char *name, gint64 otherwise)
{
	gint64 number = otherwise;
	double real;
	if (!g_variant_lookup (fields, name, "x", &number) && g_variant_lookup (fields, name, "d", &real))
		number = (gint64) real;
	return number;
}

gboolean
rn_argument_flag (GVariant *fields, const char *name)
{
	gboolean flag = FALSE;
	g_variant_lookup (fields, name, "b", &flag);
	return flag;
}

/* "new:2" is the second record that this turn's effects created. */
static char *
resolve (rn_turn *turn, const char *ref)
{
	guint64 n = 0;
	if (turn->made->len > 0 && g_str_has_prefix (ref, "new:") &&
	    g_ascii_string_to_unsigned (ref + 4, 10, 1, turn->made->len, &n, NULL))
		return g_strdup (g_ptr_array_index (turn->made, n - 1));
	return g_strdup (ref);
}

char *
rn_argument_ref (rn_turn *turn, GVariant *fields, const char *name)
{
	return resolve (turn, rn_argument_text (fields, name, ""));
}

static gpointer
load_ref (rn_turn *turn, const char *name, const char *written, const struct rn_kind *wanted, GError **error)
{
	g_autofree char *ref = resolve (turn, written);
	const struct rn_kind *kind;
	gint64 id;

	if (rn_ref_parse (ref, &kind, &id) && kind == wanted)
		return rn_load (turn->db, kind, id, error);
	/* the record of an effect that a rule left out: this one is left out with it */
	if (*ref == '\0' && g_str_has_prefix (written, "new:"))
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "“%s” was not made", name);
	else
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "“%s” wants a %s, not “%s”", name, wanted->name, ref);
	return NULL;
}

gpointer
rn_argument_record (rn_turn *turn, GVariant *fields, const char *name, const struct rn_kind *kind, GError **error)
{
	return load_ref (turn, name, rn_argument_text (fields, name, ""), kind, error);
}

static gboolean
add_loaded (GPtrArray *list, gpointer record)
{
	if (record != NULL)
		g_ptr_array_add (list, record);
	return record != NULL;
}

/* Both people of a pairing, or of a meeting's. */
static gboolean
add_both (rn_turn *turn, GPtrArray *list, gpointer record, GError **error)
{
	const struct rn_record *r = record;
	gint64 mentor = r->kind == &rn_pairing_kind ? ((rn_pairing *) record)->mentor : ((rn_meeting *) record)->mentor;
	gint64 leader = r->kind == &rn_pairing_kind ? ((rn_pairing *) record)->leader : ((rn_meeting *) record)->leader;
	return add_loaded (list, rn_load (turn->db, &rn_person_kind, mentor, error)) &&
	       add_loaded (list, rn_load (turn->db, &rn_person_kind, leader, error));
}

static gboolean
add_ref (rn_turn *turn, GPtrArray *list, const char *name, const char *written, const struct rn_kind *kind, GError **error)
{
	g_autofree char *ref = resolve (turn, written);
	const struct rn_kind *found;
	gint64 id;

	if (kind == &rn_person_kind && rn_ref_parse (ref, &found, &id) &&
	    (found == &rn_pairing_kind || found == &rn_meeting_kind)) {
		struct rn_record *record = rn_load (turn->db, found, id, error);
		gboolean added = record != NULL && add_both (turn, list, record, error);
		rn_record_free (record);
		return added;
	}
	return add_loaded (list, load_ref (turn, name, written, kind, error));
}

/* What comes from a policy's process may be anything. */
static GPtrArray *
of_query (rn_turn *turn, const char *name, GVariant *value, const struct rn_kind *kind, GError **error)
{
	const char *query = rn_argument_text (value, "query", "");
	const struct rn_word *word = rn_word_find (rn_queries, query);
	g_autoptr (GVariant) filter = g_variant_lookup_value (value, "filter", G_VARIANT_TYPE_VARDICT);
	g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));

	if (word == NULL || !g_str_equal (word->gives, kind->name)) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "“%s” wants a %s, not the query “%s”", name, kind->name, query);
		return NULL;
	}
	return rn_query (turn->db, turn->program->name, query, filter != NULL ? filter : none, turn->now, 0, error);
}

static gboolean
add_list (rn_turn *turn, GPtrArray *list, const char *name, GVariant *value, const struct rn_kind *kind, GError **error)
{
	gboolean is_list = g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY);

	for (gsize i = 0; is_list && i < g_variant_n_children (value); i++) {
		g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
		g_autoptr (GVariant) inner = g_variant_is_of_type (child, G_VARIANT_TYPE_VARIANT) ? g_variant_get_variant (child)
		                                                                                  : g_variant_ref (child);
		is_list = g_variant_is_of_type (inner, G_VARIANT_TYPE_STRING);
		if (is_list && !add_ref (turn, list, name, g_variant_get_string (inner, NULL), kind, error))
			return FALSE;
	}
	if (!is_list)
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "“%s” wants a list of records", name);
	return is_list;
}

GPtrArray *
rn_argument_records (rn_turn *turn, GVariant *fields, const char *name, const struct rn_kind *kind, GError **error)
{
	g_autoptr (GVariant) value = g_variant_lookup_value (fields, name, NULL);
	g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (rn_record_free);

	if (value == NULL)
		return g_steal_pointer (&list);
	if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
		return of_query (turn, name, value, kind, error);
	gboolean fine = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
	                        ? add_ref (turn, list, name, g_variant_get_string (value, NULL), kind, error)
	                        : add_list (turn, list, name, value, kind, error);
	return fine ? g_steal_pointer (&list) : NULL;
}

#include "telling.h"

#include "arguments.h"
#include "meetings.h"
#include "offer.h"
#include "question.h"
#include "records.h"
#include "vocabulary.h"

static gboolean
expand_ref (rn_turn *turn, const char *ref, const char *name, GByteArray *fields, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	if (rn_ref_parse (ref, &kind, &id))
		return rn_record_expand_id (turn->db, kind, id, name, 2, fields, error);
	rn_bundle_text (fields, name, ref);
	return TRUE;
}

/* A ref becomes the record as policies see it; other values stay. */
static gboolean
expand_value (rn_turn *turn, GVariant *value, const char *name, GByteArray *fields, GError **error)
{
	gboolean fine = TRUE;

	if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
		return expand_ref (turn, g_variant_get_string (value, NULL), name, fields, error);
	if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY)) {
		rn_bundle_variant (fields, name, value);
		return TRUE;
	}
	g_autofree const char **items = g_variant_get_strv (value, NULL);
	rn_bundle_open (fields, name, RN_BUNDLE_LIST);
	for (gsize i = 0; fine && items[i] != NULL; i++)
		fine = expand_ref (turn, items[i], NULL, fields, error);
	rn_bundle_close (fields);
	return fine;
}

/* Whether the vocabulary says that this field holds records. A text that somebody wrote
 * stays a text, even when it looks like a ref. */
static gboolean
holds_records (const char *event, const char *name)
{
	const char *word_name = g_str_has_prefix (event, "answer:") ? "answer" : event;
	const struct rn_word *word = rn_word_find (rn_events, word_name);
	const struct rn_word_field *field = word != NULL ? rn_word_field_find (word, name) : NULL;

	return field != NULL && field->type >= RN_WORD_PERSON && field->type <= RN_WORD_VOLUNTEERS;
}

static gboolean
expand_fields (rn_turn *turn, const rn_event *event, GByteArray *fields, GError **error)
{
	GVariantIter iter;
	const char *name;
	GVariant *value;

	g_variant_iter_init (&iter, event->fields);
	while (g_variant_iter_next (&iter, "{&sv}", &name, &value)) {
		g_autoptr (GVariant) owned = value;
		if (!holds_records (event->name, name))
			rn_bundle_variant (fields, name, owned);
		else if (!expand_value (turn, owned, name, fields, error))
			return FALSE;
	}
	return TRUE;
}

/* Who of an offer is still looking: both, unless they left or do not want to be asked.
 * How the offer ended cannot be told from it. */
static gboolean
add_free_again (rn_turn *turn, const rn_event *event, GByteArray *fields, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!g_str_equal (event->name, "offer:closed") || !rn_ref_parse (event->about, &kind, &id))
		return TRUE;
	g_autoptr (rn_offer) offer = rn_load (turn->db, kind, id, error);
	if (offer == NULL)
		return FALSE;
	gint64 both[] = { offer->mentor, offer->leader };
	rn_bundle_open (fields, "free_again", RN_BUNDLE_LIST);
	for (gsize i = 0; i < G_N_ELEMENTS (both); i++) {
		g_autoptr (rn_person) person = rn_load (turn->db, &rn_person_kind, both[i], error);
		if (person == NULL)
			return FALSE;
		if (rn_person_may_be_asked (person, turn->now) && !rn_record_expand (turn->db, person, NULL, 0, fields, error))
			return FALSE;
	}
	rn_bundle_close (fields);
	return TRUE;
}

/* Whether a proposed time suits both, as far as their calendars say now. */
static gboolean
add_free (rn_turn *turn, const rn_event *event, GByteArray *fields, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;
	gboolean is_free = FALSE;

	if (!g_str_equal (event->name, "meeting:countered") || !rn_ref_parse (event->about, &kind, &id))
		return TRUE;
	g_autoptr (rn_meeting) meeting = rn_load (turn->db, kind, id, error);
	if (meeting == NULL || !rn_meeting_suits (turn, meeting, rn_argument_number (event->fields, "start", 0),
	                                          rn_argument_number (event->fields, "ends", 0), &is_free, error))
		return FALSE;
	rn_bundle_flag (fields, "free", is_free);
	return TRUE;
}

/* A task that is done names the pairing it was about. */
static gboolean
add_pairing_of_task (rn_turn *turn, const rn_event *event, GByteArray *fields, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!g_str_equal (event->name, "task:done") || !rn_ref_parse (event->about, &kind, &id))
		return TRUE;
	g_autoptr (rn_task) task = rn_load (turn->db, kind, id, error);
	return task != NULL && expand_ref (turn, task->about, "pairing", fields, error);
}

gboolean
rn_tell_policy (rn_turn *turn, const rn_event *event, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	rn_turn_touch_ref (turn, event->about);
	if (!g_str_equal (event->name, "every") && !g_hash_table_contains (turn->program->listens, event->name))
		return TRUE;
	GByteArray *fields = turn->policy_fields = g_byte_array_new ();
	turn->policy_event = g_strdup (event->name);
	rn_bundle_open (fields, NULL, RN_BUNDLE_TABLE);
	if (!expand_fields (turn, event, fields, error) || !add_free_again (turn, event, fields, error) ||
	    !add_pairing_of_task (turn, event, fields, error) || !add_free (turn, event, fields, error))
		return FALSE;
	/* the record that it is about goes by the name of its kind */
	if (rn_ref_parse (event->about, &kind, &id) && !g_str_has_prefix (event->name, "answer:") &&
	    !rn_record_expand_id (turn->db, kind, id, kind->name, 2, fields, error))
		return FALSE;
	rn_bundle_close (fields);
	return TRUE;
}

#include "effect_parts.h"

#include "arguments.h"
#include "error.h"
#include "offers.h"
#include "records.h"
#include "series.h"

#define RN_MAX_TITLES_OF_EFFECT 100 /* topics of one person; the form has room for a few */

/* A topic that its owner has open already is not opened twice. */
static gboolean
has_topic (rn_turn *turn, gint64 owner, const char *title)
{
	g_autoptr (GPtrArray) topics = rn_find (turn->db, &rn_topic_kind, NULL, "owner", owner, NULL);
	for (guint i = 0; topics != NULL && i < topics->len; i++) {
		const rn_topic *topic = g_ptr_array_index (topics, i);
		g_autofree char *a = g_utf8_casefold (topic->title, -1), *b = g_utf8_casefold (title, -1);
		if (topic->state != RN_TOPIC_CLOSED && g_str_equal (a, b))
			return TRUE;
	}
	return FALSE;
}

gboolean
rn_effect_open_topics (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_person) owner = rn_argument_record (turn, fields, "owner", &rn_person_kind, error);
	g_autofree const char **titles = NULL;

	g_variant_lookup (fields, "titles", "^a&s", &titles);
	guint n = titles != NULL ? g_strv_length ((char **) titles) : 0;
	if (owner == NULL)
		return FALSE;
	if (n > RN_MAX_TITLES_OF_EFFECT) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "nobody opens %u topics at once", n);
		return FALSE;
	}
	for (guint i = 0; i < n; i++) {
		g_autoptr (rn_topic) topic = rn_topic_new ();
		if (has_topic (turn, owner->record.id, titles[i]))
			continue;
		rn_record_set (&topic->program, turn->program->name);
		rn_record_set (&topic->title, titles[i]);
		topic->owner = owner->record.id;
		topic->opened = turn->now;
		if (!rn_save (turn->db, topic, error))
			return FALSE;
		rn_turn_touch (turn, topic);
		rn_turn_note (turn, "%s opened the topic “%s”", owner->name, topic->title);
	}
	return TRUE;
}

gboolean
rn_effect_close_topic (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_topic) topic = rn_argument_record (turn, fields, "topic", &rn_topic_kind, error);
	if (topic == NULL)
		return FALSE;
	rn_turn_touch (turn, topic);
	return topic->state == RN_TOPIC_CLOSED ||
	       (rn_record_step (topic, RN_TOPIC_CLOSED, error) && rn_save (turn->db, topic, error));
}

static gboolean
volunteer_for (rn_turn *turn, rn_person *person, rn_topic *topic, GError **error)
{
	GError *failure = NULL;
	g_autoptr (rn_volunteer) volunteer = rn_find_one (turn->db, &rn_volunteer_kind, &failure, "person", person->record.id,
	                                                  "topic", topic->record.id, NULL);
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	if (volunteer != NULL && volunteer->state != RN_VOLUNTEER_WITHDRAWN)
		return TRUE;
	if (volunteer != NULL && !rn_record_step (volunteer, RN_VOLUNTEER_WAITING, error))
		return FALSE;
	if (volunteer == NULL)
		volunteer = rn_volunteer_new ();
	rn_record_set (&volunteer->program, turn->program->name);
	volunteer->person = person->record.id;
	volunteer->topic = topic->record.id;
	volunteer->since = turn->now;
	volunteer->rounds = 0;
	rn_turn_touch (turn, topic);
	rn_turn_note (turn, "%s volunteers for “%s”", person->name, topic->title);
	return rn_save (turn->db, volunteer, error);
}

gboolean
rn_effect_volunteer (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_person) person = rn_argument_record (turn, fields, "person", &rn_person_kind, error);
	g_autoptr (GPtrArray) topics =
	        person != NULL ? rn_argument_records (turn, fields, "topics", &rn_topic_kind, error) : NULL;

	if (topics == NULL)
		return FALSE;
	rn_turn_touch (turn, person);
	for (guint i = 0; i < topics->len; i++)
		if (!volunteer_for (turn, person, g_ptr_array_index (topics, i), error))
			return FALSE;
	return TRUE;
}

/* The job runs as a turn of its own, with who volunteers then. */
gboolean
rn_effect_match (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (GVariant) candidates = g_variant_lookup_value (fields, "candidates", NULL);
	g_autofree char *single = g_strconcat ("match:", turn->program->name, NULL);
	g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
	g_variant_dict_insert_value (&dict, "candidates", candidates);
	g_variant_dict_insert (&dict, "tell", "x", rn_argument_number (fields, "tell", 0));
	return rn_event_add (turn->db, turn->now, turn->program->name, "match:run", "", g_variant_dict_end (&dict), single,
	                     error);
}

gboolean
rn_effect_offer (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error)
{
	g_autoptr (rn_person) mentor = rn_argument_record (turn, fields, "mentor", &rn_person_kind, error);
	g_autoptr (rn_person) leader =
	        mentor != NULL ? rn_argument_record (turn, fields, "leader", &rn_person_kind, error) : NULL;
	g_autoptr (rn_topic) topic =
	        leader != NULL ? rn_argument_record (turn, fields, "topic", &rn_topic_kind, error) : NULL;
	g_autoptr (GVariant) reasons = g_variant_lookup_value (fields, "reasons", G_VARIANT_TYPE_STRING_ARRAY);
	const char *within = rn_argument_text (fields, "within", NULL);
	return topic != NULL &&
	       rn_effect_made (rn_offer_make (turn, mentor, leader, topic, reasons, within, error), made);
}

gboolean
rn_effect_close (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_argument_record (turn, fields, "pairing", &rn_pairing_kind, error);

	return pairing != NULL && rn_pairing_end (turn, pairing, rn_argument_text (fields, "template", "thank-you"),
	                                          rn_argument_flag (fields, "thank"), error);
}

gboolean
rn_effect_extend (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_argument_record (turn, fields, "pairing", &rn_pairing_kind, error);
	if (pairing == NULL)
		return FALSE;
	g_autofree char *ref = rn_record_ref (pairing);
	pairing->ends = rn_turn_after (turn, "", rn_argument_text (fields, "by", "0 days"), pairing->ends, NULL);
	rn_turn_touch (turn, pairing);
	return rn_save (turn->db, pairing, error) && rn_event_cancel (turn->db, "pairing:ending", ref, error) &&
	       rn_turn_raise (turn, pairing->ends - 30 * RN_DAY, "pairing:ending", pairing, NULL, error);
}

#include "effect_parts.h"

#include "arguments.h"
#include "asks.h"
#include "campaigns.h"
#include "error.h"
#include "mailing.h"
#include "pairing.h"
#include "records.h"
#include "tasks.h"
#include "title.h"
#include "topic.h"

#define RN_MAX_MAILS_OF_EFFECT 200 /* more people at once are a campaign, which has waves */

gboolean
rn_effect_campaign (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error)
{
	g_autoptr (GPtrArray) people = rn_argument_records (turn, fields, "to", &rn_person_kind, error);
	g_autoptr (GPtrArray) topics = people != NULL ? rn_argument_records (turn, fields, "list", &rn_topic_kind, error) : NULL;
	g_autoptr (GVariant) list = g_variant_lookup_value (fields, "list", NULL);

	if (topics == NULL)
		return FALSE;
	if (people->len == 0 || (list != NULL && topics->len == 0)) {
		rn_turn_note (turn, "no campaign: %s", people->len == 0 ? "nobody to mail" : "nothing to choose from");
		return TRUE;
	}
	struct rn_campaign_order order = {
		.template = rn_argument_text (fields, "template", ""), .form = rn_argument_text (fields, "form", NULL),
		.people = people, .topics = topics, .wave = rn_argument_number (fields, "wave", 0),
	};
	return rn_effect_made (rn_campaign_begin (turn, &order, error), made);
}

/* Texts, numbers and flags of a table that a policy gives for a template. */
static void
copy_fields (GVariant *from, GByteArray *to)
{
	GVariantIter iter;
	const char *name;
	GVariant *value;

	g_variant_iter_init (&iter, from);
	while (g_variant_iter_next (&iter, "{&sv}", &name, &value)) {
		rn_bundle_variant (to, name, value);
		g_variant_unref (value);
	}
}

/* Fields that every plain mail of a policy may use: of what it is about. */
static gboolean
fields_of_about (rn_turn *turn, const char *ref, rn_person *to, GByteArray *bundle, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!rn_ref_parse (ref, &kind, &id))
		return TRUE;
	struct rn_record *record = rn_load (turn->db, kind, id, error);
	if (record == NULL)
		return FALSE;
	const struct rn_field *field = rn_kind_field (kind, "topic");
	gint64 topic_id = field != NULL && field->of == &rn_topic_kind ? G_STRUCT_MEMBER (gint64, record, field->offset) : 0;
	gint64 other_id = kind == &rn_pairing_kind ? rn_pairing_other ((rn_pairing *) record, to->record.id) : 0;
	rn_record_free (record);
	g_autoptr (rn_topic) topic = topic_id != 0 ? rn_load (turn->db, &rn_topic_kind, topic_id, error) : NULL;
	g_autoptr (rn_person) other = other_id != 0 ? rn_load (turn->db, &rn_person_kind, other_id, error) : NULL;
	rn_bundle_text (bundle, "topic", topic != NULL ? topic->title : "");
	rn_bundle_text (bundle, "other_name", other != NULL ? other->name : "");
	return (topic_id == 0 || topic != NULL) && (other_id == 0 || other != NULL);
}

gboolean
rn_effect_mail (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (GPtrArray) people = rn_argument_records (turn, fields, "to", &rn_person_kind, error);
	g_autofree char *about = rn_argument_ref (turn, fields, "about");
	g_autoptr (GVariant) own = g_variant_lookup_value (fields, "fields", G_VARIANT_TYPE_VARDICT);
	g_autoptr (GVariant) reasons = g_variant_lookup_value (fields, "reasons", G_VARIANT_TYPE_STRING_ARRAY);
	g_autofree const char **lines = reasons != NULL ? g_variant_get_strv (reasons, NULL) : NULL;

	if (people == NULL)
		return FALSE;
	if (people->len > RN_MAX_MAILS_OF_EFFECT) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "a mail to %u people is a campaign", people->len);
		return FALSE;
	}
	for (guint i = 0; i < people->len; i++) {
		rn_person *person = g_ptr_array_index (people, i);
		g_autoptr (GByteArray) bundle = g_byte_array_new ();
		rn_bundle_text (bundle, "topic", "");
		rn_bundle_text (bundle, "other_name", "");
		if (!fields_of_about (turn, about, person, bundle, error))
			return FALSE;
		if (own != NULL)
			copy_fields (own, bundle);
		rn_fields_reasons (bundle, lines);
		struct rn_mailing mailing = {
			.person = person, .template = rn_argument_text (fields, "template", ""), .about = about, .fields = bundle,
		};
		if (!rn_turn_mail (turn, &mailing, error))
			return FALSE;
	}
	return TRUE;
}

gboolean
rn_effect_ask (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (GPtrArray) people = rn_argument_records (turn, fields, "people", &rn_person_kind, error);
	g_autofree char *about = rn_argument_ref (turn, fields, "about");
	struct rn_ask_order order = {
		.form = rn_argument_text (fields, "form", ""), .people = people, .about = about,
		.within = rn_argument_text (fields, "within", NULL), .sealed = rn_argument_flag (fields, "sealed"),
	};
	return people != NULL && rn_ask_people (turn, &order, error);
}

gboolean
rn_effect_task (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error)
{
	gboolean of_pairing = *rn_argument_text (fields, "pairing", "") != '\0';
	gboolean of_person = *rn_argument_text (fields, "person", "") != '\0';
	const struct rn_kind *kind = of_pairing ? &rn_pairing_kind : &rn_person_kind;
	struct rn_record *about = of_pairing || of_person
	                                  ? rn_argument_record (turn, fields, of_pairing ? "pairing" : "person", kind, error)
	                                  : NULL;
	if ((of_pairing || of_person) && about == NULL)
		return FALSE;
	g_autofree char *who = of_pairing ? rn_record_title (turn->db, about)
	                                  : g_strdup (of_person ? ((rn_person *) about)->name : turn->program->title);
	struct rn_task_order order = {
		.template = rn_argument_text (fields, "template", ""), .about = about,
		.cause = rn_argument_text (fields, "cause", "given"), .facts = RN_FACTS ("who", who),
		.details = rn_argument_text (fields, "details", NULL),
	};
	gboolean fine = rn_effect_made (rn_task_make (turn, &order, error), made);
	rn_record_free (about);
	return fine;
}

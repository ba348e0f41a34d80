#include "effects.h"

#include "arguments.h"
#include "campaigns.h"
#include "duration.h"
#include "error.h"
#include "mailing.h"
#include "meetings.h"
#include "offers.h"
#include "polls.h"
#include "questions.h"
#include "queries.h"
#include "series.h"
#include "strangers.h"
#include "tasks.h"
#include "title.h"
#include "vocabulary.h"

#define RN_MAX_MAILS_OF_EFFECT 200 /* more people at once are a campaign, which has waves */

/* One function an effect; `made` gets the record that a later effect may name. */
typedef gboolean (*effect) (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error);

static gboolean
keep (gpointer record, struct rn_record **made)
{
	*made = record;
	return record != NULL;
}

static const char *
text_or_null (GVariant *fields, const char *name)
{
	return rn_argument_text (fields, name, NULL);
}

static gboolean
do_campaign (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error)
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
		.template = rn_argument_text (fields, "template", ""), .form = text_or_null (fields, "form"), .people = people,
		.topics = topics, .wave = rn_argument_number (fields, "wave", 0),
	};
	return keep (rn_campaign_begin (turn, &order, error), made);
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

static gboolean
do_mail (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
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
		rn_fields_lines (bundle, "reasons", "reason", lines);
		struct rn_mailing mailing = {
			.person = person, .template = rn_argument_text (fields, "template", ""), .about = about, .fields = bundle,
		};
		if (!rn_turn_mail (turn, &mailing, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
do_ask (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (GPtrArray) people = rn_argument_records (turn, fields, "people", &rn_person_kind, error);
	g_autofree char *about = rn_argument_ref (turn, fields, "about");
	struct rn_ask_order order = {
		.form = rn_argument_text (fields, "form", ""), .people = people, .about = about,
		.within = text_or_null (fields, "within"), .sealed = rn_argument_flag (fields, "sealed"),
	};
	return people != NULL && rn_ask_people (turn, &order, error);
}

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

static gboolean
do_open_topics (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_person) owner = rn_argument_record (turn, fields, "owner", &rn_person_kind, error);
	g_autofree const char **titles = NULL;

	g_variant_lookup (fields, "titles", "^a&s", &titles);
	if (owner == NULL)
		return FALSE;
	for (gsize i = 0; titles != NULL && titles[i] != NULL; i++) {
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

static gboolean
do_close_topic (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
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

static gboolean
do_volunteer (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
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
static gboolean
do_match (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (GVariant) candidates = g_variant_lookup_value (fields, "candidates", NULL);
	g_autofree char *single = g_strconcat ("match:", turn->program->name, NULL);
	g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
	g_variant_dict_insert_value (&dict, "candidates", candidates);
	g_variant_dict_insert (&dict, "tell", "x", rn_argument_number (fields, "tell", 0));
	return rn_event_add (turn->db, turn->now, turn->program->name, "match:run", "", g_variant_dict_end (&dict), single,
	                     error);
}

static gboolean
do_offer (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error)
{
	g_autoptr (rn_person) mentor = rn_argument_record (turn, fields, "mentor", &rn_person_kind, error);
	g_autoptr (rn_person) leader =
	        mentor != NULL ? rn_argument_record (turn, fields, "leader", &rn_person_kind, error) : NULL;
	g_autoptr (rn_topic) topic =
	        leader != NULL ? rn_argument_record (turn, fields, "topic", &rn_topic_kind, error) : NULL;
	g_autoptr (GVariant) reasons = g_variant_lookup_value (fields, "reasons", G_VARIANT_TYPE_STRING_ARRAY);
	return topic != NULL &&
	       keep (rn_offer_make (turn, mentor, leader, topic, reasons, text_or_null (fields, "within"), error), made);
}

/* Whole days from one to the next, or 0 when a single meeting is meant. */
static rn_time
every_of (GVariant *fields, GError **error)
{
	struct rn_duration every = { 0 };
	const char *text = text_or_null (fields, "every");

	if (text == NULL || !rn_duration_parse (text, &every, error))
		return 0;
	return every.working_days > 0 ? 1 : every.seconds; /* working days are no distance: out of range */
}

static gboolean
do_invite (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_argument_record (turn, fields, "pairing", &rn_pairing_kind, error);
	GError *failure = NULL;
	struct rn_meeting_order order = {
		.template = rn_argument_text (fields, "template", ""), .within = text_or_null (fields, "within"),
		.after = text_or_null (fields, "after"), .length = text_or_null (fields, "length"),
		.every = every_of (fields, &failure), .times = rn_argument_number (fields, "times", 0),
	};
	if (pairing != NULL && failure == NULL)
		*made = (struct rn_record *) rn_meeting_place (turn, pairing, &order, &failure);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return pairing != NULL && failure == NULL;
}

/* What one of the two asked for; TRUE without any. */
static gboolean
wish_of (rn_turn *turn, GVariant *fields, const rn_pairing *pairing, struct rn_poll_wish *wish, GError **error)
{
	if (!g_variant_lookup (fields, "wishes", "^as", &wish->words) || wish->words[0] == NULL)
		return TRUE;
	g_autoptr (rn_person) person = rn_argument_record (turn, fields, "person", &rn_person_kind, error);
	if (person == NULL)
		return FALSE;
	wish->person = person->record.id;
	if (rn_pairing_other (pairing, wish->person) != 0)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "person: %s is not of this pairing", person->name);
	return FALSE;
}

static gboolean
propose (rn_turn *turn, GVariant *fields, rn_pairing *pairing, struct rn_poll_wish *wish, GError **error)
{
	gboolean has_meeting = *rn_argument_text (fields, "meeting", "") != '\0';
	g_autoptr (rn_meeting) meeting =
	        has_meeting ? rn_argument_record (turn, fields, "meeting", &rn_meeting_kind, error) : NULL;
	struct rn_meeting_order order = {
		.template = rn_argument_text (fields, "template", ""), .within = text_or_null (fields, "within"),
		.after = text_or_null (fields, "after"), .length = text_or_null (fields, "length"),
	};
	return (meeting != NULL || !has_meeting) && wish_of (turn, fields, pairing, wish, error) &&
	       rn_poll_begin (turn, pairing, meeting, &order, wish->person != 0 ? wish : NULL, error);
}

static gboolean
do_propose (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_argument_record (turn, fields, "pairing", &rn_pairing_kind, error);
	struct rn_poll_wish wish = { 0 };
	gboolean fine = pairing != NULL && propose (turn, fields, pairing, &wish, error);

	g_strfreev (wish.words);
	return fine;
}

static gboolean
do_move (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_meeting) meeting = rn_argument_record (turn, fields, "meeting", &rn_meeting_kind, error);
	rn_time start = rn_argument_number (fields, "start", 0);

	if (meeting == NULL)
		return FALSE;
	if (start <= turn->now) {
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "a meeting is not moved into the past");
		return FALSE;
	}
	return rn_meeting_shift (turn, meeting, start, rn_argument_number (fields, "ends", 0), error);
}

static gboolean
do_decline_counter (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_meeting) meeting = rn_argument_record (turn, fields, "meeting", &rn_meeting_kind, error);
	g_autoptr (rn_person) person =
	        meeting != NULL ? rn_argument_record (turn, fields, "person", &rn_person_kind, error) : NULL;
	return person != NULL && rn_meeting_decline_counter (turn, meeting, person, error);
}

static gboolean
do_cancel (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_meeting) meeting = rn_argument_record (turn, fields, "meeting", &rn_meeting_kind, error);
	return meeting != NULL && rn_meeting_cancel (turn, meeting, FALSE, error);
}

static gboolean
do_answer_invitation (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_invited) invitation = rn_argument_record (turn, fields, "invitation", &rn_invited_kind, error);
	const char *word = rn_argument_text (fields, "answer", "");
	int state = rn_invited_answer_parse (word);

	if (invitation == NULL)
		return FALSE;
	if (state < 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
		             "“%s” is no answer to an invitation: accept, tentative or decline", word);
		return FALSE;
	}
	return rn_strangers_answer (turn, invitation, state, rn_argument_text (fields, "template", ""), error);
}

static gboolean
do_task (rn_turn *turn, GVariant *fields, struct rn_record **made, GError **error)
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
		.template = rn_argument_text (fields, "template", ""), .about = about, .what = who, .details = "",
	};
	gboolean fine = keep (rn_task_make (turn, &order, error), made);
	rn_record_free (about);
	return fine;
}

static gboolean
do_close (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_argument_record (turn, fields, "pairing", &rn_pairing_kind, error);

	if (pairing == NULL || !rn_series_cancel_all (turn, pairing, error))
		return FALSE;
	/* cancelling saved the pairing as well: take it as it is now */
	g_autoptr (rn_pairing) fresh = rn_load (turn->db, &rn_pairing_kind, pairing->record.id, error);
	return fresh != NULL && rn_pairing_close (turn, fresh, rn_argument_text (fields, "template", "thank-you"),
	                                          rn_argument_flag (fields, "thank"), error);
}

static gboolean
do_extend (rn_turn *turn, GVariant *fields, G_GNUC_UNUSED struct rn_record **made, GError **error)
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

static const struct {
	const char *name;
	effect apply;
} effects_table[] = {
	{ "campaign", do_campaign }, { "mail", do_mail },         { "ask", do_ask },
	{ "open_topics", do_open_topics }, { "close_topic", do_close_topic }, { "volunteer", do_volunteer },
	{ "match", do_match },       { "offer", do_offer },       { "invite", do_invite },
	{ "propose", do_propose },
	{ "move", do_move },         { "decline_counter", do_decline_counter }, { "cancel", do_cancel },
	{ "answer_invitation", do_answer_invitation },
	{ "task", do_task },         { "close", do_close },       { "extend", do_extend },
};

static effect
effect_named (const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS (effects_table); i++)
		if (g_str_equal (effects_table[i].name, name))
			return effects_table[i].apply;
	return NULL;
}

/* Each effect that creates a record has a number from 1, whether or not a rule left it
 * out: "new:2" means the same to policy and engine. */
static gboolean
apply_one (rn_turn *turn, const char *name, GVariant *fields, GError **error)
{
	effect apply = effect_named (name);
	const struct rn_word *word = rn_word_find (rn_effects, name);
	struct rn_record *made = NULL;
	GError *failure = NULL;

	if (apply == NULL || word == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "there is no effect “%s”", name);
		return FALSE;
	}
	if (!apply (turn, fields, &made, &failure) && !g_error_matches (failure, RN_ERROR, RN_ERROR_REFUSED)) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	if (failure != NULL)
		rn_turn_note (turn, "%s", failure->message);
	g_clear_error (&failure);
	if (word->gives != NULL)
		g_ptr_array_add (turn->made, made != NULL ? rn_record_ref (made) : g_strdup (""));
	rn_record_free (made);
	return TRUE;
}

gboolean
rn_effects_apply (rn_turn *turn, GVariant *effects, const char *script, GError **error)
{
	GVariantIter iter;
	const char *name;
	guint32 line;
	GVariant *fields;

	g_variant_iter_init (&iter, effects);
	while (g_variant_iter_next (&iter, "(&su@a{sv})", &name, &line, &fields)) {
		gboolean fine = apply_one (turn, name, fields, error);
		g_variant_unref (fields);
		if (!fine) {
			g_prefix_error (error, "%s:%u: turn:%s: ", script, line, name);
			return FALSE;
		}
	}
	return TRUE;
}

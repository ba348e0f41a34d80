#include "offers.h"

#include "asks.h"
#include "diary.h"
#include "error.h"
#include "mailing.h"
#include "meeting.h"
#include "polls.h"
#include "queries.h"
#include "series.h"
#include "when_text.h"

gboolean
rn_offer_was_made (rn_db *db, gint64 mentor, gint64 leader, gboolean *was, GError **error)
{
	GError *failure = NULL;
	g_autoptr (rn_offer) offer = rn_find_one (db, &rn_offer_kind, &failure, "mentor", mentor, "leader", leader, NULL);

	*was = offer != NULL;
	if (failure != NULL)
		g_propagate_error (error, failure);
	return failure == NULL;
}

static gboolean
refuse (GError **error, const char *why, const rn_person *person)
{
	g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "no offer is made: %s %s", person->name, why);
	return FALSE;
}

/* Neither in an offer nor in a pairing. */
static gboolean
is_free (rn_turn *turn, const rn_person *person, GError **error)
{
	gint64 n = 0;

	return rn_person_ties (turn->db, person->record.id, &n, error) && (n == 0 || refuse (error, "is not free", person));
}

static gboolean
may_be_made (rn_turn *turn, rn_person *mentor, rn_person *leader, GError **error)
{
	gboolean was = FALSE;

	if (mentor->record.id == leader->record.id)
		return refuse (error, "would be paired with herself", mentor);
	if (!rn_person_may_be_asked (mentor, turn->now))
		return refuse (error, "is not to be asked", mentor);
	if (!rn_person_may_be_asked (leader, turn->now))
		return refuse (error, "is not to be asked", leader);
	if (g_str_equal (mentor->traditional_mentor, leader->key) || g_str_equal (leader->traditional_mentor, mentor->key))
		return refuse (error, "is in a traditional mentoring with the other", mentor);
	if (!rn_offer_was_made (turn->db, mentor->record.id, leader->record.id, &was, error))
		return FALSE;
	if (was)
		return refuse (error, "was asked about the other before", mentor);
	return is_free (turn, mentor, error) && is_free (turn, leader, error);
}

static gboolean
mail_offer (rn_turn *turn, rn_offer *offer, rn_person *to, rn_person *other, const char *template, GError **error)
{
	g_autoptr (rn_topic) topic = rn_load (turn->db, &rn_topic_kind, offer->topic, error);
	g_autofree char *ref = rn_record_ref (offer);
	g_autofree char *deadline = rn_day_text (offer->deadline, to->zone, to->language);
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	if (topic == NULL)
		return FALSE;
	rn_bundle_flag (fields, "is_mentor", to->record.id == offer->mentor);
	rn_bundle_text (fields, "other_name", other->name);
	rn_bundle_text (fields, "other_unit", other->unit);
	rn_bundle_text (fields, "topic", topic->title);
	rn_bundle_text (fields, "deadline", deadline);
	rn_fields_reasons (fields, (const char *const *) offer->reasons);
	struct rn_mailing mailing = { .person = to, .template = template, .about = ref, .fields = fields };
	return rn_turn_mail (turn, &mailing, error);
}

static gboolean
schedule_offer (rn_turn *turn, rn_offer *offer, GError **error)
{
	rn_time remind = offer->asked + (offer->deadline - offer->asked) * 3 / 5;
	return rn_turn_raise (turn, remind, "offer:remind", offer, NULL, error) &&
	       rn_turn_raise (turn, offer->deadline, "offer:expire", offer, NULL, error);
}

rn_offer *
rn_offer_make (rn_turn *turn, rn_person *mentor, rn_person *leader, rn_topic *topic, GVariant *reasons, const char *within,
               GError **error)
{
	g_autoptr (rn_offer) offer = rn_offer_new ();

	if (!may_be_made (turn, mentor, leader, error))
		return NULL;
	rn_record_set (&offer->program, turn->program->name);
	offer->mentor = mentor->record.id;
	offer->leader = leader->record.id;
	offer->topic = topic->record.id;
	offer->asked = turn->now;
	/* whoever is away now gets her days to think from her return on */
	rn_time from = MAX (rn_polite_time (turn, mentor, turn->now), rn_polite_time (turn, leader, turn->now));
	offer->deadline = rn_turn_after (turn, within != NULL ? "" : "answer_within",
	                                 within != NULL ? within : "5 working days", from, leader);
	if (reasons != NULL) {
		g_strfreev (offer->reasons);
		offer->reasons = g_variant_dup_strv (reasons, NULL);
	}
	if (!rn_save (turn->db, offer, error) || !schedule_offer (turn, offer, error) ||
	    !mail_offer (turn, offer, mentor, leader, "offer", error) ||
	    !mail_offer (turn, offer, leader, mentor, "offer", error))
		return NULL;
	rn_turn_touch (turn, offer);
	rn_turn_touch (turn, mentor);
	rn_turn_touch (turn, leader);
	rn_turn_note (turn, "asked both %s and %s", mentor->name, leader->name);
	return g_steal_pointer (&offer);
}

/* The mentor no longer waits for a match. */
static gboolean
settle_volunteers (rn_turn *turn, gint64 mentor, int from, int to, GError **error)
{
	g_autoptr (GPtrArray) found = rn_find (turn->db, &rn_volunteer_kind, error, "person", mentor, NULL);
	for (guint i = 0; found != NULL && i < found->len; i++) {
		rn_volunteer *volunteer = g_ptr_array_index (found, i);
		if (volunteer->state == from && (!rn_record_step (volunteer, to, error) || !rn_save (turn->db, volunteer, error)))
			return FALSE;
	}
	return found != NULL;
}

static gboolean
step_topic (rn_turn *turn, gint64 id, int to, GError **error)
{
	g_autoptr (rn_topic) topic = rn_load (turn->db, &rn_topic_kind, id, error);
	if (topic == NULL)
		return FALSE;
	if (topic->state == to || topic->state == RN_TOPIC_CLOSED)
		return TRUE;
	/* the wish of somebody who left goes with her */
	g_autoptr (rn_person) owner = rn_load (turn->db, &rn_person_kind, topic->owner, error);
	if (owner == NULL)
		return FALSE;
	if (to == RN_TOPIC_OPEN && owner->state == RN_PERSON_LEFT)
		to = RN_TOPIC_CLOSED;
	return rn_record_step (topic, to, error) && rn_save (turn->db, topic, error);
}

#define RN_PAIRING_LASTS "365 days"

static gboolean
confirm (rn_turn *turn, rn_offer *offer, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_pairing_new ();
	g_autofree char *ref = rn_record_ref (offer);

	rn_record_set (&pairing->program, offer->program);
	pairing->mentor = offer->mentor;
	pairing->leader = offer->leader;
	pairing->topic = offer->topic;
	pairing->since = pairing->last_act = turn->now;
	pairing->ends = rn_turn_after (turn, "pairing_lasts", RN_PAIRING_LASTS, turn->now, NULL);
	if (!rn_record_step (offer, RN_OFFER_CONFIRMED, error) || !rn_save (turn->db, offer, error) ||
	    !rn_save (turn->db, pairing, error) || !step_topic (turn, offer->topic, RN_TOPIC_TAKEN, error) ||
	    !settle_volunteers (turn, offer->mentor, RN_VOLUNTEER_WAITING, RN_VOLUNTEER_PAIRED, error))
		return FALSE;
	rn_turn_touch (turn, pairing);
	rn_turn_note (turn, "both said yes");
	return rn_event_cancel (turn->db, "offer:expire", ref, error) && rn_event_cancel (turn->db, "offer:remind", ref, error) &&
	       rn_turn_raise (turn, turn->now, "pairing:confirmed", pairing, NULL, error) &&
	       rn_turn_raise (turn, pairing->ends - 30 * RN_DAY, "pairing:ending", pairing, NULL, error);
}

gboolean
rn_offer_answer (rn_turn *turn, rn_offer *offer, rn_person *person, enum rn_said said, GError **error)
{
	rn_turn_touch (turn, offer);
	if (!rn_offer_say (offer, person->record.id, said, error) || !rn_save (turn->db, offer, error))
		return FALSE;
	rn_turn_note (turn, "%s answered the offer", person->name);
	struct rn_mailing receipt = {
		.person = person, .template = said == RN_SAID_YES ? "receipt-yes" : "receipt-no", .is_answer = TRUE,
	};
	g_autofree char *ref = rn_record_ref (offer);
	receipt.about = ref; /* "I meant no" comes back to the offer */
	return rn_turn_mail (turn, &receipt, error) && (!rn_offer_is_agreed (offer) || confirm (turn, offer, error));
}

gboolean
rn_offer_remind (rn_turn *turn, rn_offer *offer, GError **error)
{
	g_autoptr (rn_person) mentor = rn_load (turn->db, &rn_person_kind, offer->mentor, error);
	g_autoptr (rn_person) leader = mentor != NULL ? rn_load (turn->db, &rn_person_kind, offer->leader, error) : NULL;

	if (leader == NULL)
		return FALSE;
	/* an engine that was down past the deadline reminds nobody of what is over */
	if (offer->state != RN_OFFER_ASKED || offer->reminded || turn->now >= offer->deadline)
		return TRUE;
	offer->reminded = TRUE;
	rn_turn_touch (turn, offer);
	if (offer->mentor_said == RN_SAID_NOTHING && !mail_offer (turn, offer, mentor, leader, "offer-reminder", error))
		return FALSE;
	if (offer->leader_said == RN_SAID_NOTHING && !mail_offer (turn, offer, leader, mentor, "offer-reminder", error))
		return FALSE;
	return rn_save (turn->db, offer, error);
}

static gboolean
tell_left_over (rn_turn *turn, rn_offer *offer, gint64 id, GError **error)
{
	g_autoptr (rn_person) person = rn_load (turn->db, &rn_person_kind, id, error);
	g_autoptr (rn_topic) topic = person != NULL ? rn_load (turn->db, &rn_topic_kind, offer->topic, error) : NULL;
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	if (topic == NULL)
		return FALSE;
	rn_bundle_text (fields, "topic", topic->title);
	struct rn_mailing mailing = { .person = person, .template = "not-this-time", .fields = fields };
	return rn_turn_mail (turn, &mailing, error);
}

/* Whoever said yes and is left hears the same, at the same moment, however it came:
 * declined, unanswered, or withdrawn (F17). */
gboolean
rn_offer_expire (rn_turn *turn, rn_offer *offer, GError **error)
{
	if (offer->state != RN_OFFER_ASKED)
		return TRUE;
	rn_turn_touch (turn, offer);
	if (!rn_record_step (offer, RN_OFFER_CLOSED, error) || !rn_save (turn->db, offer, error))
		return FALSE;
	if (offer->mentor_said == RN_SAID_YES && !tell_left_over (turn, offer, offer->mentor, error))
		return FALSE;
	if (offer->leader_said == RN_SAID_YES && !tell_left_over (turn, offer, offer->leader, error))
		return FALSE;
	rn_turn_note (turn, "the offer ended without a pairing");
	return rn_turn_raise (turn, turn->now, "offer:closed", offer, NULL, error);
}

static gboolean
farewell (rn_turn *turn, rn_pairing *pairing, gint64 id, const char *template, gboolean thank, GError **error)
{
	g_autoptr (rn_person) person = rn_load (turn->db, &rn_person_kind, id, error);
	g_autoptr (rn_person) other =
	        person != NULL ? rn_load (turn->db, &rn_person_kind, rn_pairing_other (pairing, id), error) : NULL;
	g_autoptr (rn_topic) topic = other != NULL ? rn_load (turn->db, &rn_topic_kind, pairing->topic, error) : NULL;

	if (topic == NULL)
		return FALSE;
	if (person->state == RN_PERSON_LEFT || person->ask_again == RN_NEVER)
		return TRUE; /* whoever wrote STOP was told that nothing more comes */
	const char *templates[] = { template, thank ? "thank-you" : NULL };
	for (gsize i = 0; i < G_N_ELEMENTS (templates); i++) {
		if (templates[i] == NULL || (i == 1 && g_str_equal (template, "thank-you")))
			continue;
		g_autoptr (GByteArray) fields = g_byte_array_new ();
		rn_bundle_text (fields, "other_name", rn_person_name_for_others (other));
		rn_bundle_text (fields, "topic", topic->title);
		rn_bundle_number (fields, "meetings", pairing->meetings);
		struct rn_mailing mailing = { .person = person, .template = templates[i], .fields = fields };
		if (!rn_turn_mail (turn, &mailing, error))
			return FALSE;
	}
	return TRUE;
}

/* Questions about a record that nobody needs to answer any more. */
static gboolean
drop_questions (rn_turn *turn, gconstpointer record, GError **error)
{
	g_autofree char *ref = rn_record_ref (record);
	g_autoptr (GPtrArray) asks = rn_find (turn->db, &rn_ask_kind, error, "about", ref, NULL);

	for (guint i = 0; asks != NULL && i < asks->len; i++) {
		rn_ask *ask = g_ptr_array_index (asks, i);
		if (rn_ask_is_open (ask) && !rn_ask_expire (turn, ask, error))
			return FALSE;
	}
	return asks != NULL;
}

static gboolean
drop_all_questions (rn_turn *turn, rn_pairing *pairing, GError **error)
{
	g_autofree char *ref = rn_record_ref (pairing);
	g_autoptr (GPtrArray) meetings = rn_find (turn->db, &rn_meeting_kind, error, "pairing", pairing->record.id, NULL);

	for (guint i = 0; meetings != NULL && i < meetings->len; i++)
		if (!drop_questions (turn, g_ptr_array_index (meetings, i), error))
			return FALSE;
	return meetings != NULL && drop_questions (turn, pairing, error) && rn_poll_withdraw (turn, pairing->record.id, error) &&
	       rn_event_cancel (turn->db, "pairing:ending", ref, error);
}

gboolean
rn_pairing_close (rn_turn *turn, rn_pairing *pairing, const char *template, gboolean thank, GError **error)
{
	if (pairing->state == RN_PAIRING_ENDED)
		return TRUE;
	rn_turn_touch (turn, pairing);
	rn_turn_note (turn, "the pairing is closed");
	pairing->ended = turn->now;
	return rn_record_step (pairing, RN_PAIRING_ENDED, error) && rn_save (turn->db, pairing, error) &&
	       drop_all_questions (turn, pairing, error) && step_topic (turn, pairing->topic, RN_TOPIC_OPEN, error) &&
	       settle_volunteers (turn, pairing->mentor, RN_VOLUNTEER_PAIRED, RN_VOLUNTEER_WAITING, error) &&
	       farewell (turn, pairing, pairing->mentor, template, thank, error) &&
	       farewell (turn, pairing, pairing->leader, template, thank, error);
}

gboolean
rn_pairing_end (rn_turn *turn, const rn_pairing *pairing, const char *template, gboolean thank, GError **error)
{
	if (!rn_series_cancel_all (turn, pairing, error))
		return FALSE;
	/* cancelling saved the pairing as well: take it as it is now */
	g_autoptr (rn_pairing) fresh = rn_load (turn->db, &rn_pairing_kind, pairing->record.id, error);
	return fresh != NULL && rn_pairing_close (turn, fresh, template, thank, error);
}

#include "ask_parts.h"

#include <string.h>

#include "diary.h"
#include "mailing.h"
#include "meeting.h"
#include "records.h"
#include "seal.h"
#include "topic.h"

rn_pairing *
rn_ask_pairing (rn_turn *turn, const char *about)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!rn_ref_parse (about, &kind, &id))
		return NULL;
	if (kind == &rn_pairing_kind)
		return rn_load (turn->db, kind, id, NULL);
	if (kind != &rn_meeting_kind)
		return NULL;
	g_autoptr (rn_meeting) meeting = rn_load (turn->db, kind, id, NULL);
	return meeting != NULL ? rn_load (turn->db, &rn_pairing_kind, meeting->pairing, NULL) : NULL;
}

/* Fields of a form's mail: the other person, the topic, the meeting's number. */
static void
fields_about (rn_turn *turn, const rn_ask *ask, GByteArray *fields)
{
	g_autoptr (rn_pairing) pairing = rn_ask_pairing (turn, ask->about);
	gint64 other_id = pairing != NULL ? rn_pairing_other (pairing, ask->person) : 0;
	g_autoptr (rn_person) other = other_id != 0 ? rn_load (turn->db, &rn_person_kind, other_id, NULL) : NULL;
	g_autoptr (rn_topic) topic = pairing != NULL ? rn_load (turn->db, &rn_topic_kind, pairing->topic, NULL) : NULL;

	rn_bundle_text (fields, "other_name", other != NULL ? other->name : "");
	rn_bundle_text (fields, "topic", topic != NULL ? topic->title : "");
	rn_bundle_number (fields, "number", pairing != NULL ? pairing->meetings : 0);
}

static gboolean
mail_ask (rn_turn *turn, rn_ask *ask, rn_person *person, const char *template, GError **error)
{
	g_autofree char *ref = rn_record_ref (ask);
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	fields_about (turn, ask, fields);
	struct rn_mailing mailing = {
		.person = person, .template = template, .form = ask->form, .about = ref, .fields = fields,
	};
	return rn_turn_mail (turn, &mailing, error);
}

static rn_ask *
ask_one (rn_turn *turn, const struct rn_ask_order *order, rn_person *person, GError **error)
{
	g_autoptr (rn_ask) ask = rn_ask_new ();

	rn_record_set (&ask->program, turn->program->name);
	rn_record_set (&ask->form, order->form);
	rn_record_set (&ask->about, order->about);
	ask->person = person->record.id;
	ask->sealed = order->sealed;
	ask->asked = turn->now;
	ask->deadline = rn_turn_after (turn, order->within != NULL ? "" : "form_within",
	                               order->within != NULL ? order->within : "10 working days",
	                               rn_polite_time (turn, person, turn->now), person);
	if (!rn_save (turn->db, ask, error) || !mail_ask (turn, ask, person, order->form, error) ||
	    !rn_turn_raise (turn, ask->asked + (ask->deadline - ask->asked) / 2, "ask:remind", ask, NULL, error) ||
	    !rn_turn_raise (turn, ask->deadline, "ask:expire", ask, NULL, error))
		return NULL;
	rn_turn_touch (turn, ask);
	rn_turn_touch (turn, person);
	return g_steal_pointer (&ask);
}

static gboolean
make_twins (rn_turn *turn, rn_ask *a, rn_ask *b, GError **error)
{
	a->twin = b->record.id;
	b->twin = a->record.id;
	return rn_save (turn->db, a, error) && rn_save (turn->db, b, error);
}

gboolean
rn_ask_people (rn_turn *turn, const struct rn_ask_order *order, GError **error)
{
	g_autoptr (GPtrArray) asks = g_ptr_array_new_with_free_func (rn_record_free);

	for (guint i = 0; i < order->people->len; i++) {
		rn_ask *ask = ask_one (turn, order, g_ptr_array_index (order->people, i), error);
		if (ask == NULL)
			return FALSE;
		g_ptr_array_add (asks, ask);
	}
	if (order->sealed && asks->len == 2)
		return make_twins (turn, g_ptr_array_index (asks, 0), g_ptr_array_index (asks, 1), error);
	return TRUE;
}

gboolean
rn_ask_remind (rn_turn *turn, rn_ask *ask, GError **error)
{
	if (ask->state != RN_ASK_OPEN || (ask->deadline != 0 && turn->now >= ask->deadline))
		return TRUE;
	g_autoptr (rn_person) person = rn_load (turn->db, &rn_person_kind, ask->person, error);
	rn_turn_touch (turn, ask);
	return person != NULL && rn_record_step (ask, RN_ASK_REMINDED, error) && rn_save (turn->db, ask, error) &&
	       mail_ask (turn, ask, person, "form-reminder", error);
}

/* ---- Sealed exchange ------------------------------------------------------ */

/* Adds what one of the two wrote for the other; FALSE: nothing. */
static gboolean
add_answers (rn_turn *turn, const rn_ask *ask, const rn_form *form, const char *language, GByteArray *fields)
{
	g_autoptr (GPtrArray) values = rn_find (turn->db, &rn_reply_value_kind, NULL, "ask", ask->record.id, NULL);
	gboolean any = FALSE;

	rn_bundle_open (fields, "answers", RN_BUNDLE_LIST);
	for (guint q = 0; q < form->questions->len; q++) {
		const struct rn_question *question = g_ptr_array_index (form->questions, q);
		for (guint i = 0; values != NULL && i < values->len; i++) {
			const rn_reply_value *value = g_ptr_array_index (values, i);
			if (value->lane != RN_LANE_PAIR || !g_str_equal (value->question, question->name))
				continue;
			g_autofree char *open = rn_unseal (turn->site, value->value);
			rn_bundle_open (fields, NULL, RN_BUNDLE_TABLE);
			rn_bundle_text (fields, "question", rn_question_text (question, language));
			rn_bundle_text (fields, "answer", open);
			rn_bundle_close (fields);
			any = TRUE;
		}
	}
	rn_bundle_close (fields);
	return any;
}

static gboolean
release_to (rn_turn *turn, const rn_ask *of, rn_form *form, gint64 to_id, GError **error)
{
	g_autoptr (rn_person) to = rn_load (turn->db, &rn_person_kind, to_id, error);
	g_autoptr (rn_person) author = to != NULL ? rn_load (turn->db, &rn_person_kind, of->person, error) : NULL;
	if (author == NULL)
		return FALSE;
	g_autoptr (GByteArray) fields = g_byte_array_new ();
	rn_bundle_text (fields, "other_name", author->name);
	if (!add_answers (turn, of, form, to->language, fields))
		return TRUE;
	struct rn_mailing mailing = { .person = to, .template = "shared-answers", .fields = fields };
	return rn_turn_mail (turn, &mailing, error);
}

gboolean
rn_ask_exchange (rn_turn *turn, rn_ask *ask, rn_form *form, GError **error)
{
	if (!ask->sealed || ask->twin == 0 || ask->state != RN_ASK_ANSWERED)
		return TRUE;
	g_autoptr (rn_ask) twin = rn_load (turn->db, &rn_ask_kind, ask->twin, error);
	if (twin == NULL)
		return FALSE;
	if (twin->state != RN_ASK_ANSWERED)
		return TRUE;
	rn_turn_note (turn, "both answered: each gets what the other wrote for the pair");
	return release_to (turn, ask, form, twin->person, error) && release_to (turn, twin, form, ask->person, error);
}

/* ---- The end of waiting ----------------------------------------------------- */

/* Questions that were left out keep nobody waiting. */
gboolean
rn_ask_expire (rn_turn *turn, rn_ask *ask, GError **error)
{
	gboolean partial = ask->state == RN_ASK_PARTIAL;

	if (!rn_ask_is_open (ask))
		return TRUE;
	rn_turn_touch (turn, ask);
	rn_turn_note (turn, partial ? "some questions stay unanswered" : "no answer came in time");
	if (!rn_record_step (ask, partial ? RN_ASK_ANSWERED : RN_ASK_EXPIRED, error) || !rn_save (turn->db, ask, error))
		return FALSE;
	if (!partial || !ask->sealed)
		return TRUE;
	rn_form *form = rn_library_form (turn->site->library, turn->program->name, ask->form, error);
	return form != NULL && rn_ask_exchange (turn, ask, form, error);
}

#include "ask_parts.h"

#include <string.h>

#include "campaigns.h"
#include "heard.h"
#include "lines.h"
#include "mailing.h"
#include "records.h"
#include "report_sums.h"
#include "seal.h"
#include "when_text.h"

#define RN_MAX_TITLES 10 /* of one answer; more is a slip */
#define RN_MAX_TITLE 120 /* bytes; a topic is a line */

/* What the policy is told: the event's fields are gathered here. */
struct findings {
	GVariantDict answered;
	GPtrArray *titles;  /* of char * */
	GPtrArray *topics;  /* of char *, refs */
	guint n_answered, n_questions;
	const char *intent;
	gboolean is_old;    /* she had said so before: there is nothing to tell her */
};

/* She may think again, but not about what is part of a sum already. */
static gboolean
may_change (rn_turn *turn, const rn_reply_value *stored, gboolean *may, GError **error)
{
	gboolean has_told = FALSE;

	if (stored->lane == RN_LANE_AGGREGATE && !rn_report_has_told (turn->db, stored, &has_told, error))
		return FALSE;
	if (has_told)
		rn_turn_note (turn, "the answer to “%s” was counted before, and stays", stored->question);
	*may = !has_told;
	return TRUE;
}

static gboolean
keep_value (rn_turn *turn, const rn_ask *ask, const struct rn_question *question, const char *value, GError **error)
{
	gboolean is_private = question->lane == RN_LANE_AUTHOR || question->lane == RN_LANE_PAIR;
	g_autofree char *place = g_strdup_printf ("%" G_GINT64_FORMAT " %s", ask->record.id, question->name);
	g_autofree char *sealed = is_private ? rn_seal (turn->site, place, value) : NULL;
	gboolean may = TRUE;
	GError *failure = NULL;
	g_autoptr (rn_reply_value) stored =
	        rn_find_one (turn->db, &rn_reply_value_kind, &failure, "ask", ask->record.id, "question", question->name, NULL);

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	if (stored == NULL)
		stored = rn_reply_value_new ();
	else if (!may_change (turn, stored, &may, error))
		return FALSE;
	if (!may)
		return TRUE;
	stored->ask = ask->record.id;
	stored->person = ask->person;
	stored->lane = question->lane;
	stored->at = turn->now;
	rn_record_set (&stored->program, ask->program);
	rn_record_set (&stored->form, ask->form);
	rn_record_set (&stored->question, question->name);
	rn_record_set (&stored->value, sealed != NULL ? sealed : value);
	return rn_save (turn->db, stored, error);
}

static const struct rn_question *
question_numbered (const rn_form *form, int number)
{
	for (guint i = 0; i < form->questions->len; i++) {
		const struct rn_question *question = g_ptr_array_index (form->questions, i);
		if (question->number == number)
			return question;
	}
	return NULL;
}

/* The lanes that a policy may look into; of the others it learns only that there is an
 * answer. */
static GVariant *
for_policy (const struct rn_question *question, const char *value)
{
	if (question->lane == RN_LANE_COORDINATOR && question->type != RN_QUESTION_TEXT)
		return g_variant_new_string (value);
	return g_variant_new_boolean (TRUE);
}

static gboolean
take_question (rn_turn *turn, rn_ask *ask, const struct rn_question *question, const char *typed, const char *language,
               struct findings *found, GError **error)
{
	g_autofree char *value = rn_question_value (question, typed, language);

	if (value == NULL) {
		rn_turn_note (turn, "the answer to question %d does not fit it", question->number);
		return TRUE;
	}
	g_variant_dict_insert_value (&found->answered, question->name, for_policy (question, value));
	if (question->type == RN_QUESTION_YESNO && question->lane == RN_LANE_COORDINATOR && found->intent == NULL)
		found->intent = g_str_equal (value, "yes") ? "yes" : "no";
	/* words reach a policy from the coordinator's lane alone: a leader's topics, never what is said in confidence */
	if (question->type == RN_QUESTION_TEXT && question->lane == RN_LANE_COORDINATOR && found->titles->len < RN_MAX_TITLES &&
	    *value != '\0')
		g_ptr_array_add (found->titles, g_strndup (value, RN_MAX_TITLE));
	found->n_answered++;
	return keep_value (turn, ask, question, value, error);
}

/* The answer behind a question's number. A yes or a no has become a word of the reader's, and has hers beside it
 * where a question wants them: "3: all fine". */
static gboolean
take_numbered (rn_turn *turn, rn_ask *ask, const struct rn_question *question, const struct rn_answer *answer,
               const rn_person *person, struct findings *found, GError **error)
{
	gboolean is_polar = answer->intent == RN_INTENT_YES || answer->intent == RN_INTENT_NO;

	if (is_polar && (question->type == RN_QUESTION_YESNO || *answer->value == '\0'))
		return take_question (turn, ask, question, answer->intent == RN_INTENT_YES ? "yes" : "no", "en", found, error);
	return take_question (turn, ask, question, answer->value, person->language, found, error);
}

static gboolean
is_sure (const struct rn_answer *answer)
{
	return answer != NULL && answer->confidence >= RN_SURE_ENOUGH;
}

/* A form of one question may be answered without its number. */
static gboolean
take_form (rn_turn *turn, rn_ask *ask, const rn_form *form, const rn_person *person, const rn_reading *reading,
           struct findings *found, GError **error)
{
	found->n_questions = form->questions->len;
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		const struct rn_question *question = question_numbered (form, answer->question);
		if (question != NULL && !take_numbered (turn, ask, question, answer, person, found, error))
			return FALSE;
	}
	if (found->n_answered > 0)
		return TRUE;
	const struct rn_question *first = question_numbered (form, 1);
	const char *plain = is_sure (rn_answer_of (reading, RN_INTENT_YES))  ? "yes"
	                    : is_sure (rn_answer_of (reading, RN_INTENT_NO)) ? "no"
	                                                                     : NULL;
	if (first != NULL && first->type == RN_QUESTION_YESNO && plain != NULL)
		return take_question (turn, ask, first, plain, "en", found, error);
	const struct rn_answer *number = rn_answer_of (reading, RN_INTENT_NUMBER);
	if (first != NULL && found->n_questions == 1 && first->type != RN_QUESTION_TEXT && is_sure (number))
		return take_question (turn, ask, first, number->value, person->language, found, error);
	return TRUE;
}

/* Lines of own words as titles, where a form asks for nothing but words. */
static void
take_lines (const rn_form *form, const rn_reading *reading, struct findings *found)
{
	for (guint i = 0; i < form->questions->len; i++) {
		const struct rn_question *question = g_ptr_array_index (form->questions, i);
		if (question->type != RN_QUESTION_TEXT || question->lane != RN_LANE_COORDINATOR)
			return;
	}
	g_auto (GStrv) lines = g_strsplit (reading->text, "\n", RN_MAX_TITLES * 4);
	for (gsize i = 0; lines[i] != NULL && found->titles->len < 3; i++) {
		char *line = g_strstrip (lines[i]);
		line += strspn (line, "-*•– \t");
		/* a greeting or a sentence of courtesy is no topic */
		if (strlen (line) >= 4 && strlen (line) <= RN_MAX_TITLE && strchr (",.!:", line[strlen (line) - 1]) == NULL)
			g_ptr_array_add (found->titles, g_strdup (line));
	}
}

/* "yes" alone means the only line of a list. */
static void
take_numbers (rn_turn *turn, const rn_ask *ask, const rn_reading *reading, struct findings *found)
{
	gint64 n = g_strv_length (ask->topics);
	g_autofree gboolean *chosen = g_new (gboolean, (gsize) n + 1);
	gint64 beyond = rn_lines_chosen (reading, n, chosen);

	if (n == 1 && is_sure (rn_answer_of (reading, RN_INTENT_YES)) && rn_answer_of (reading, RN_INTENT_NUMBER) == NULL)
		chosen[1] = TRUE;
	for (gint64 line = 1; line <= n; line++)
		if (chosen[line])
			g_ptr_array_add (found->topics, g_strdup (ask->topics[line - 1]));
	if (beyond != 0 && n > 0)
		rn_turn_note (turn, "there is no line %d in the list", (int) beyond);
}

static GVariant *
texts (const GPtrArray *array)
{
	return g_variant_new_strv ((const char *const *) array->pdata, array->len);
}

static gboolean
tell_policy (rn_turn *turn, const rn_ask *ask, struct findings *found, GError **error)
{
	g_auto (GVariantDict) fields = G_VARIANT_DICT_INIT (NULL);
	g_autofree char *name = g_strdup_printf ("answer:%s", ask->form);

	g_variant_dict_insert_value (&fields, "from", g_variant_new_take_string (rn_ref (&rn_person_kind, ask->person)));
	g_variant_dict_insert (&fields, "form", "s", ask->form);
	g_variant_dict_insert (&fields, "intent", "s", found->intent);
	g_variant_dict_insert_value (&fields, "topics", texts (found->topics));
	g_variant_dict_insert_value (&fields, "titles", texts (found->titles));
	g_variant_dict_insert_value (&fields, "answered", g_variant_dict_end (&found->answered));
	if (*ask->about != '\0')
		g_variant_dict_insert (&fields, "about", "s", ask->about);
	return rn_event_add (turn->db, turn->now, turn->program->name, name, ask->about, g_variant_dict_end (&fields), NULL,
	                     error);
}

/* The chosen lines of the mailed list, with the numbers that they have there. */
static void
add_topics (rn_turn *turn, const rn_ask *ask, const GPtrArray *refs, GByteArray *fields)
{
	rn_bundle_open (fields, "topics", RN_BUNDLE_LIST);
	for (gsize i = 0; ask->topics[i] != NULL; i++)
		if (g_ptr_array_find_with_equal_func ((GPtrArray *) refs, ask->topics[i], g_str_equal, NULL))
			rn_topic_line (turn, ask->topics[i], (gint64) i + 1, FALSE, fields);
	rn_bundle_close (fields);
}

static const char *
receipt_template (const rn_ask *ask, const struct findings *found)
{
	if (found->topics->len > 0)
		return "receipt-volunteer";
	if (found->n_answered == 0 && found->titles->len == 0)
		return g_str_equal (found->intent, "later") ? "receipt-later"
		       : g_str_equal (found->intent, "yes") ? "receipt-yes"
		                                            : "receipt-no";
	return g_str_equal (ask->form, "topics") ? "receipt-topics" : "receipt-answers";
}

static gboolean
mail_receipt (rn_turn *turn, rn_ask *ask, rn_person *person, const rn_reading *reading, struct findings *found, GError **error)
{
	g_autofree char *ref = rn_record_ref (ask);
	g_autofree char *until = rn_day_text (rn_later_until (turn->now, reading), person->zone, person->language);
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	if (found->topics->len > 0) {
		add_topics (turn, ask, found->topics, fields);
	} else {
		g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
		for (guint i = 0; i < found->titles->len; i++)
			g_strv_builder_add (builder, found->titles->pdata[i]);
		g_auto (GStrv) titles = g_strv_builder_end (builder);
		rn_fields_lines (fields, "topics", "title", (const char *const *) titles);
	}
	rn_bundle_text (fields, "until", until);
	struct rn_mailing mailing = {
		.person = person, .template = receipt_template (ask, found), .about = ref, .fields = fields, .is_answer = TRUE,
	};
	return rn_turn_mail (turn, &mailing, error);
}

/* "later" and "no" to something that nobody had asked for is heard for the next time. */
static gboolean
take_refusal (rn_turn *turn, rn_person *person, const rn_reading *reading, struct findings *found, GError **error)
{
	if (is_sure (rn_answer_of (reading, RN_INTENT_LATER))) {
		found->intent = "later";
		/* robots say "we will get back to you" to each receipt */
		found->is_old = person->ask_again > turn->now && rn_answer_of (reading, RN_INTENT_DATE) == NULL;
		if (found->is_old)
			return TRUE;
		person->ask_again = rn_later_until (turn->now, reading);
		rn_turn_note (turn, "%s is asked again later", person->name);
		return rn_save (turn->db, person, error);
	}
	if (is_sure (rn_answer_of (reading, RN_INTENT_NO)))
		found->intent = "no";
	return TRUE;
}

/* ---- The whole ------------------------------------------------------------- */

/* A form may be answered in several mails: what counts is what is kept of all of them. */
static gboolean
step_answered (rn_turn *turn, rn_ask *ask, const struct findings *found, gboolean *first, GError **error)
{
	g_autoptr (GPtrArray) kept = rn_find (turn->db, &rn_reply_value_kind, error, "ask", ask->record.id, NULL);
	if (kept == NULL)
		return FALSE;
	gboolean whole = found->n_answered == 0 || kept->len >= found->n_questions;
	int to = whole ? RN_ASK_ANSWERED : RN_ASK_PARTIAL;

	*first = ask->state != RN_ASK_ANSWERED;
	if (ask->state == RN_ASK_ANSWERED)
		return TRUE;
	return rn_record_step (ask, to, error) && rn_save (turn->db, ask, error);
}

static gboolean
conclude (rn_turn *turn, rn_ask *ask, rn_form *form, rn_person *person, const rn_reading *reading, struct findings *found,
          GError **error)
{
	gboolean first = FALSE;

	if (found->intent == NULL)
		found->intent = found->topics->len > 0 ? "number" : "text";
	g_autoptr (rn_pairing) pairing = rn_ask_pairing (turn, ask->about);
	if (pairing != NULL && pairing->state == RN_PAIRING_ACTIVE) {
		pairing->last_act = turn->now;
		rn_turn_touch (turn, pairing);
		if (!rn_save (turn->db, pairing, error))
			return FALSE;
	}
	rn_turn_note (turn, "%s answered “%s”", person->name, ask->form);
	return step_answered (turn, ask, found, &first, error) &&
	       (found->is_old || mail_receipt (turn, ask, person, reading, found, error)) &&
	       tell_policy (turn, ask, found, error) && (!first || form == NULL || rn_ask_exchange (turn, ask, form, error));
}

gboolean
rn_ask_answer (rn_turn *turn, rn_ask *ask, rn_person *person, const rn_reading *reading, gboolean *understood, GError **error)
{
	g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);
	struct findings found = { .titles = titles, .topics = topics };
	gboolean has_form = rn_library_has_form (turn->site->library, turn->program->name, ask->form);
	rn_form *form = has_form ? rn_library_form (turn->site->library, turn->program->name, ask->form, error) : NULL;
	gboolean fine = !has_form || form != NULL;

	g_variant_dict_init (&found.answered, NULL);
	rn_turn_touch (turn, ask);
	rn_turn_touch (turn, person);
	if (fine && form != NULL)
		fine = take_form (turn, ask, form, person, reading, &found, error);
	take_numbers (turn, ask, reading, &found);
	if (fine && found.n_answered == 0 && found.topics->len == 0)
		fine = take_refusal (turn, person, reading, &found, error);
	/* where there is nothing to fill in or to choose, a yes is all */
	if (form == NULL && *ask->topics == NULL && found.intent == NULL && is_sure (rn_answer_of (reading, RN_INTENT_YES)))
		found.intent = "yes";
	if (fine && form != NULL && found.n_answered == 0 && found.intent == NULL)
		take_lines (form, reading, &found);
	*understood = found.intent != NULL || found.n_answered > 0 || found.topics->len > 0 || found.titles->len > 0;
	if (fine && *understood)
		fine = conclude (turn, ask, form, person, reading, &found, error);
	g_variant_dict_clear (&found.answered);
	return fine;
}

#include "task_answers.h"

#include "address.h"
#include "asking_back.h"
#include "clock.h"
#include "error.h"
#include "events.h"
#include "heard.h"
#include "incoming_words.h"
#include "offers.h"
#include "people.h"
#include "records.h"
#include "staff.h"
#include "task_letters.h"
#include "task_mails.h"
#include "task_subject.h"
#include "task_words.h"
#include "tasks.h"
#include "wishes.h"

/* One answer to one task. */
struct answer {
	rn_turn *turn;
	rn_task *task;
	const rn_reading *reading;
	const char *from; /* address */
	struct rn_task_said said;
	struct rn_ending *ending;
};

/* ---- What was not understood ----------------------------------------------------------- */

#define RN_LISTS_A_DAY 3 /* of one task: whoever needs more needs a person */

/* Whether the words may be listed once more. A timer for each time; a day later it may be used again. */
static gboolean
may_list (struct answer *answer, gboolean *may, GError **error)
{
	rn_turn *turn = answer->turn;

	*may = FALSE;
	for (int i = 0; i < RN_LISTS_A_DAY && !*may && !turn->wants_no_answer; i++) {
		g_autofree char *single = g_strdup_printf ("words:%" G_GINT64_FORMAT ":%d", answer->task->record.id, i);
		gboolean waits = FALSE;
		if (!rn_event_waits (turn->db, single, &waits, error))
			return FALSE;
		*may = !waits;
		if (*may && !rn_event_add (turn->db, turn->now + RN_DAY, turn->program->name, "asked-back", "", NULL, single, error))
			return FALSE;
	}
	return TRUE;
}

/* Changes nothing, and says which words there are. */
static gboolean
list_words (struct answer *answer, GError **error)
{
	g_autoptr (GByteArray) fields = g_byte_array_new ();
	gboolean may = FALSE;

	if (!may_list (answer, &may, error))
		return FALSE;
	if (!may)
		return rn_ends (answer->ending, RN_INBOX_HELD, rn_held_reason (answer->reading));
	rn_turn_note (answer->turn, "not understood: nothing was changed");
	return rn_applied (answer->ending, rn_end_asked_back,
	                   rn_task_answer (answer->turn, answer->task, "task-words", answer->from, fields, error));
}

/* ---- Receipts ---------------------------------------------------------------------------- */

static void
add_names (GByteArray *fields, const char *name, const GPtrArray *people)
{
	rn_bundle_open (fields, name, RN_BUNDLE_LIST);
	for (guint i = 0; i < people->len; i++) {
		const rn_person *person = g_ptr_array_index (people, i);
		rn_bundle_open (fields, NULL, RN_BUNDLE_TABLE);
		rn_bundle_text (fields, "name", *person->name != '\0' ? person->name : person->address);
		rn_bundle_text (fields, "address", person->address);
		rn_bundle_close (fields);
	}
	rn_bundle_close (fields);
}

/* What was done; the fields that are not given are empty. */
struct receipt {
	gboolean ended;
	const char *resumed, *retried, *dismissed, *lost; /* names, or numbers of mails */
	const GPtrArray *mailed; /* of rn_person, or NULL */
};

static const char *
or_empty (const char *text)
{
	return text != NULL ? text : "";
}

static gboolean
mail_receipt (struct answer *answer, const struct receipt *receipt, GError **error)
{
	g_autoptr (GByteArray) fields = g_byte_array_new ();
	g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

	rn_bundle_flag (fields, "ended", receipt->ended);
	rn_bundle_text (fields, "resumed", or_empty (receipt->resumed));
	rn_bundle_text (fields, "retried", or_empty (receipt->retried));
	rn_bundle_text (fields, "dismissed", or_empty (receipt->dismissed));
	rn_bundle_text (fields, "lost", or_empty (receipt->lost));
	rn_bundle_flag (fields, "is_told", receipt->mailed != NULL && receipt->mailed->len > 0);
	add_names (fields, "mailed", receipt->mailed != NULL ? receipt->mailed : nobody);
	rn_turn_note (answer->turn, "%s wanted it", answer->from);
	return rn_task_answer (answer->turn, answer->task, "receipt-task", answer->from, fields, error);
}

/* ---- What the words do ---------------------------------------------------------------------- */

static gboolean
done (struct answer *answer, GError **error)
{
	return rn_applied (answer->ending, rn_end_task_done, rn_task_done (answer->turn, answer->task, error));
}

static gboolean
later (struct answer *answer, GError **error)
{
	return rn_applied (answer->ending, rn_end_task_later, rn_task_later (answer->turn, answer->task, error));
}

/* Who of the two is told that it ends: whoever neither left nor wants no mail nor is out of reach. */
static GPtrArray *
who_is_told (rn_turn *turn, const rn_pairing *pairing, GError **error)
{
	const gint64 both[] = { pairing->mentor, pairing->leader };
	g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (rn_record_free);

	for (gsize i = 0; i < G_N_ELEMENTS (both); i++) {
		g_autoptr (rn_person) person = rn_load (turn->db, &rn_person_kind, both[i], error);
		if (person == NULL)
			return NULL;
		if (person->state != RN_PERSON_LEFT && person->ask_again != RN_NEVER && !person->unreachable)
			g_ptr_array_add (told, g_steal_pointer (&person));
	}
	return g_steal_pointer (&told);
}

static gboolean
end (struct answer *answer, GError **error)
{
	rn_turn *turn = answer->turn;
	g_autoptr (rn_pairing) pairing = rn_task_pairing (turn, answer->task);
	g_autoptr (GPtrArray) told = who_is_told (turn, pairing, error);
	struct receipt receipt = { .ended = TRUE, .mailed = told };

	return told != NULL && rn_pairing_end (turn, pairing, "thank-you", TRUE, error) &&
	       rn_task_done (turn, answer->task, error) &&
	       rn_applied (answer->ending, rn_end_task_end, mail_receipt (answer, &receipt, error));
}

static gboolean
resume (struct answer *answer, GError **error)
{
	g_autoptr (GPtrArray) silent = rn_task_silent (answer->turn, answer->task, error);

	for (guint i = 0; silent != NULL && i < silent->len; i++)
		if (!rn_person_resume (answer->turn, g_ptr_array_index (silent, i), error))
			return FALSE;
	if (silent == NULL || !rn_task_done (answer->turn, answer->task, error))
		return FALSE;
	g_autofree char *names = rn_people_names (silent);
	struct receipt receipt = { .resumed = names };
	return rn_applied (answer->ending, rn_end_task_resume, mail_receipt (answer, &receipt, error));
}

static gboolean
has_number (const GArray *numbers, gint64 number)
{
	for (guint i = 0; i < numbers->len; i++)
		if (g_array_index (numbers, gint64, i) == number)
			return TRUE;
	return FALSE;
}

/* Which of the task's mails are meant, each once: those that are named, all, or the only one. Empty when that is not clear. */
static GArray *
mails_meant (struct answer *answer, GError **error)
{
	const struct rn_task_said *said = &answer->said;
	g_autoptr (GArray) waiting = rn_task_mails (answer->turn, answer->task, error);
	g_autoptr (GArray) meant = g_array_new (FALSE, FALSE, sizeof (gint64));

	if (waiting == NULL)
		return NULL;
	if (said->all || (said->numbers->len == 0 && waiting->len == 1))
		return g_steal_pointer (&waiting);
	for (guint i = 0; i < said->numbers->len; i++) {
		gint64 number = g_array_index (said->numbers, gint64, i);
		if (!has_number (waiting, number)) /* of a list with a slip nothing is done */
			return g_array_set_size (g_steal_pointer (&meant), 0);
		if (!has_number (meant, number))
			g_array_append_val (meant, number);
	}
	return g_steal_pointer (&meant);
}

/* Its bytes are read again behind the turn, where they are still kept. */
static gboolean
retry_one (rn_turn *turn, gint64 id, gboolean *is_lost, GError **error)
{
	GError *failure = NULL;
	rn_time received = 0;
	g_autoptr (GBytes) raw = rn_inbox_raw (turn->db, id, &received, &failure);

	*is_lost = g_error_matches (failure, RN_ERROR, RN_ERROR_DATA);
	if (failure != NULL && !*is_lost) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	g_clear_error (&failure);
	if (*is_lost)
		return TRUE;
	if (turn->retried == NULL)
		turn->retried = g_array_new (FALSE, FALSE, sizeof (gint64));
	g_array_append_val (turn->retried, id);
	rn_turn_note (turn, "mail %" G_GINT64_FORMAT " is handled once more", id);
	return rn_inbox_retry (turn->db, id, error);
}

static gboolean
dismiss_one (rn_turn *turn, gint64 id, gboolean *is_lost, GError **error)
{
	*is_lost = FALSE;
	rn_turn_note (turn, "mail %" G_GINT64_FORMAT " is set aside", id);
	return rn_inbox_dismiss (turn->db, id, turn->now, error);
}

/* With its last mail the task is done. */
static gboolean
finish_if_over (struct answer *answer, GError **error)
{
	gboolean is_over = FALSE;
	return rn_task_is_over (answer->turn, answer->task, &is_over, error) &&
	       (!is_over || rn_task_done (answer->turn, answer->task, error));
}

static gboolean
settle_mails (struct answer *answer, gboolean retries, GError **error)
{
	g_autoptr (GArray) meant = mails_meant (answer, error);
	g_autoptr (GString) settled = g_string_new (NULL);
	g_autoptr (GString) lost = g_string_new (NULL);
	gboolean is_lost = FALSE;

	if (meant == NULL || meant->len == 0)
		return meant != NULL && list_words (answer, error);
	for (guint i = 0; i < meant->len; i++) {
		gint64 id = g_array_index (meant, gint64, i);
		if (!(retries ? retry_one : dismiss_one) (answer->turn, id, &is_lost, error))
			return FALSE;
		GString *list = is_lost ? lost : settled;
		g_string_append_printf (list, "%s%" G_GINT64_FORMAT, list->len > 0 ? ", " : "", id);
	}
	struct receipt receipt = {
		.retried = retries ? settled->str : NULL, .dismissed = retries ? NULL : settled->str, .lost = lost->str,
	};
	return finish_if_over (answer, error) &&
	       rn_applied (answer->ending, retries ? rn_end_task_retry : rn_end_task_dismiss,
	                   mail_receipt (answer, &receipt, error));
}

static gboolean
retry (struct answer *answer, GError **error)
{
	return settle_mails (answer, TRUE, error);
}

static gboolean
dismiss (struct answer *answer, GError **error)
{
	return settle_mails (answer, FALSE, error);
}

static const struct {
	const char *word;
	gboolean (*run) (struct answer *answer, GError **error);
	gboolean is_final; /* nobody can take it back */
} acts[] = {
	{ "end", end, TRUE }, { "resume", resume, FALSE }, { "retry", retry, FALSE }, { "dismiss", dismiss, FALSE },
};

/* ---- In other words ------------------------------------------------------------------------ */

/* "I'll do it tomorrow", "done by Friday": a day that is still to come makes it a promise. */
static gboolean
is_promise (const rn_turn *turn, const rn_reading *reading)
{
	g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		struct rn_wish wish;
		if (answer->intent == RN_INTENT_DATE && answer->confidence >= RN_SURE_ENOUGH &&
		    rn_wish_parse (answer->value, zone, &wish) && !wish.is_excluded &&
		    wish.span.start >= (reading->date != 0 ? reading->date : turn->now))
			return TRUE;
	}
	return FALSE;
}

/* “Done, please end it” is no DONE, which would place their next meeting, and “do not end it” no promise. */
static gboolean
take_prose (struct answer *answer, GError **error)
{
	const rn_reading *reading = answer->reading;
	const char *word = answer->said.word;
	gboolean is_later = g_strcmp0 (word, "later") == 0 || rn_answer_of (reading, RN_INTENT_LATER) != NULL;
	gboolean is_word = g_strcmp0 (word, "done") == 0 && !answer->said.doubtful;
	gboolean is_yes = rn_words_say (reading) == RN_SAID_YES && (is_word || !answer->said.mentioned);
	gboolean is_done = is_word || (is_yes && g_str_equal (rn_answer_of (reading, RN_INTENT_YES)->value, RN_DONE));

	if (is_done && !is_promise (answer->turn, reading))
		return done (answer, error);
	return is_done || is_yes || is_later ? later (answer, error) : list_words (answer, error);
}

static gboolean
take_word (struct answer *answer, GError **error)
{
	const char *word = answer->said.word;
	gboolean may = FALSE;

	for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (acts); i++) {
		if (!g_str_equal (acts[i].word, word))
			continue;
		if (!rn_task_may (answer->turn, answer->task, word, &may, error))
			return FALSE;
		gboolean is_clear = !answer->said.doubtful && !(acts[i].is_final && answer->said.hedged);
		return may && is_clear ? acts[i].run (answer, error) : list_words (answer, error);
	}
	return take_prose (answer, error);
}

gboolean
rn_task_take_answer (rn_turn *turn, rn_task *task, const rn_person *sender, const rn_reading *reading,
                     struct rn_ending *ending, GError **error)
{
	g_autofree char *from = rn_address_base (reading->from);
	g_autofree char *language = rn_task_language (turn, from, error);
	struct answer answer = { turn, task, reading, from, { NULL }, ending };

	rn_turn_touch (turn, task);
	if (language == NULL)
		return FALSE;
	if (!rn_staff_may_answer (turn, task, reading, sender))
		return rn_ends (ending, RN_INBOX_HELD, rn_end_sender_mismatch);
	rn_task_hear (turn->site->library, turn->program->name, language, reading, &answer.said);
	gboolean fine = take_word (&answer, error);
	rn_task_said_clear (&answer.said);
	return fine;
}

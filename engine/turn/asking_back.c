#include "asking_back.h"

#include "events.h"
#include "heard.h"
#include "mailing.h"

/* What an answer that nobody may act on reads most like. */
static const struct {
	enum rn_intent intent;
	const char *field;  /* of the mail that asks back */
	const char *reason; /* that the coordinator is told when it is held */
} guesses[] = {
	{ RN_INTENT_YES, "guess_yes", rn_end_perhaps_yes },
	{ RN_INTENT_NO, "guess_no", rn_end_perhaps_no },
	{ RN_INTENT_LATER, "guess_later", rn_end_perhaps_later },
	{ RN_INTENT_DATE, "guess_date", rn_end_perhaps_date },
};

/* The guess that is unsure, else any; -1 when there is none. */
static int
guess_of (const rn_reading *reading)
{
	int guess = -1;

	for (int i = 0; i < (int) G_N_ELEMENTS (guesses); i++) {
		const struct rn_answer *answer = rn_answer_of (reading, guesses[i].intent);
		if (answer != NULL && answer->confidence < RN_SURE_ENOUGH)
			return i;
		guess = guess < 0 && answer != NULL ? i : guess;
	}
	return guess;
}

const char *
rn_held_reason (const rn_reading *reading)
{
	int guess = guess_of (reading);
	return guess >= 0 ? guesses[guess].reason : rn_end_not_understood;
}

#define RN_MAX_QUESTION_SHOWN 120 /* letters of a subject that is shown back */

/* The question as she knows it, and the engine's guess. */
static void
fill_question (const rn_reading *reading, GByteArray *fields)
{
	const char *topic = rn_reading_topic (reading);
	g_autofree char *question = g_utf8_substring (topic, 0, MIN (g_utf8_strlen (topic, -1), RN_MAX_QUESTION_SHOWN));
	int guess = guess_of (reading);

	rn_bundle_text (fields, "question", question);
	for (int i = 0; i < (int) G_N_ELEMENTS (guesses); i++) {
		const struct rn_answer *answer = i == guess ? rn_answer_of (reading, guesses[i].intent) : NULL;
		rn_bundle_text (fields, guesses[i].field,
		                answer == NULL ? "" : *answer->value != '\0' ? answer->value : rn_intent_name (answer->intent));
	}
}

gboolean
rn_may_ask_back (rn_turn *turn, rn_person *person, const rn_reading *reading, const char *about, gboolean is_open,
                 gboolean *may, struct rn_ending *ending, GError **error)
{
	g_autofree char *single = g_strdup_printf ("asked-back:%s:%" G_GINT64_FORMAT, about, person->record.id);
	gboolean waits = FALSE;

	*may = FALSE;
	if (!is_open)
		return rn_ends (ending, RN_INBOX_IGNORED, rn_end_nothing_asked);
	if (!rn_event_waits (turn->db, single, &waits, error))
		return FALSE;
	if (waits || turn->wants_no_answer)
		return rn_ends (ending, RN_INBOX_HELD, rn_held_reason (reading));
	*may = TRUE;
	rn_turn_note (turn, "not understood (%s): asked back", rn_held_reason (reading));
	return rn_event_add (turn->db, turn->now + 14 * RN_DAY, turn->program->name, "asked-back", about, NULL, single, error);
}

gboolean
rn_ask_back (rn_turn *turn, rn_person *person, const rn_reading *reading, const char *about, gboolean is_open,
             struct rn_ending *ending, GError **error)
{
	g_autoptr (GByteArray) fields = g_byte_array_new ();
	gboolean may = FALSE;

	if (!rn_may_ask_back (turn, person, reading, about, is_open, &may, ending, error))
		return FALSE;
	if (!may)
		return TRUE;
	fill_question (reading, fields);
	struct rn_mailing mailing = {
		.person = person, .template = "not-understood", .about = about, .fields = fields, .is_answer = TRUE,
	};
	return rn_applied (ending, rn_end_asked_back, rn_turn_mail (turn, &mailing, error));
}

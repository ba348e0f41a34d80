#include "incoming.h"

#include <string.h>

#include "arrived.h"
#include "clock.h"
#include "heard.h"
#include "incoming_calendar.h"
#include "incoming_words.h"
#include "mailing.h"
#include "people.h"
#include "queries.h"
#include "reading_words.h"
#include "rights.h"
#include "staff.h"
#include "tasks.h"

/* ---- Bounces and absences --------------------------------------------------- */

static gboolean
take_bounce (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	gboolean taken = FALSE;

	for (guint i = 0; i < reading->bounces->len; i++) {
		const struct rn_bounce *bounce = g_ptr_array_index (reading->bounces, i);
		GError *failure = NULL;
		g_autoptr (rn_person) named = rn_person_by_address (turn->db, bounce->recipient, &failure);
		rn_person *person = sender->asked != NULL ? sender->asked : named;
		if (failure != NULL) {
			g_propagate_error (error, failure);
			return FALSE;
		}
		if (!rn_staff_bounced (turn, sender, bounce, &taken, error))
			return FALSE;
		if (taken)
			return rn_ends (ending, RN_INBOX_APPLIED, rn_end_bounce);
		/* without our own token in the return path anybody could silence anybody */
		if (sender->asked == NULL)
			return rn_ends (ending, RN_INBOX_HELD, rn_end_bounce_without_token);
		if (!bounce->permanent) {
			rn_turn_note (turn, "mail to %s is late: %s", person->name, bounce->reason);
			continue;
		}
		return rn_applied (ending, rn_end_bounce, rn_person_unreachable (turn, person, bounce->reason, error));
	}
	return rn_ends (ending, RN_INBOX_IGNORED, reading->bounces->len > 0 ? rn_end_delayed : rn_end_bounce_of_nobody);
}

/* Whose mailbox answered: the token that came back tells, or our receiver. A bare name in
 * From does not, or anybody could put off anybody's mail. */
static rn_person *
absent_person (const rn_reading *reading, rn_sender *sender)
{
	if (sender->asked != NULL)
		return sender->trust != RN_TRUST_MISMATCH || sender->person == NULL ? sender->asked : NULL;
	return g_str_equal (reading->authentication, "pass") ? sender->person : NULL;
}

static gboolean
take_absence (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	gboolean taken = FALSE;
	if (!rn_staff_absent (turn, sender, reading, &taken, error))
		return FALSE;
	if (taken)
		return rn_ends (ending, RN_INBOX_APPLIED, rn_end_absent);
	rn_person *person = absent_person (reading, sender);
	if (person == NULL)
		return rn_ends (ending, RN_INBOX_IGNORED,
		                sender->person != NULL ? rn_end_absence_without_token : rn_end_absence_of_nobody);
	return rn_applied (ending, rn_end_absent, rn_person_absent (turn, person, reading->absent_until, error));
}

/* ---- Words -------------------------------------------------------------------- */

/* Should she not have meant it, what she was asked is answered by an answer to this. */
static gboolean
receive_call (rn_turn *turn, rn_person *person, const char *helper, const char *about, GError **error)
{
	g_autoptr (GByteArray) fields = g_byte_array_new ();
	struct rn_mailing receipt = {
		.person = person, .template = "receipt-help", .about = about, .fields = fields, .is_answer = TRUE,
	};

	rn_bundle_text (fields, "helper", helper);
	rn_bundle_flag (fields, "was_asked", *about != '\0');
	return rn_turn_mail (turn, &receipt, error);
}

#define RN_IN_CONFIDENCE "wants-confidence"

/* A task for a person who helps; what is said in confidence leaves no trace in a pairing's record. */
static rn_task *
make_call (rn_turn *turn, rn_person *person, const rn_reading *reading, const char *cause, GError **error)
{
	gboolean in_confidence = g_str_equal (cause, RN_IN_CONFIDENCE);
	struct rn_task_order order = {
		.template = "help-wanted", .about = in_confidence ? NULL : person, .cause = cause,
		.facts = RN_FACTS ("person", person->name, "person_address", person->address),
		.details = in_confidence ? "" : reading->text,
	};
	return rn_task_make (turn, &order, error);
}

/* HELP, ELSEWHERE, and what the law gives everybody, reach a person. */
static gboolean
call_for_help (rn_turn *turn, rn_sender *sender, const rn_reading *reading, const char *cause, struct rn_ending *ending,
               GError **error)
{
	g_autoptr (rn_task) task = make_call (turn, sender->person, reading, cause, error);
	return rn_applied (ending, g_str_equal (cause, RN_IN_CONFIDENCE) ? rn_end_elsewhere : rn_end_help,
	                   task != NULL && receive_call (turn, sender->person, task->to, sender->about, error));
}

/* Whether she answers what she was asked; words alone are an answer to one question of a form. */
static gboolean
answers_it (const rn_reading *reading)
{
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		if (answer->intent < RN_INTENT_TEXT || (answer->intent == RN_INTENT_TEXT && answer->question > 0))
			return TRUE;
	}
	return FALSE;
}

/* What is stored of her, and that it goes: asked for in a mail that says something else as well, it is noted, and the
 * rest goes its way. */
static gboolean
take_rights (rn_turn *turn, rn_sender *sender, const rn_reading *reading, gboolean says_more, gboolean *taken,
             struct rn_ending *ending, GError **error)
{
	static const char *const causes[] = {
		[RN_RIGHT_ACCESS] = "asks-what-is-stored", [RN_RIGHT_ERASURE] = "asks-to-be-forgotten",
	};
	enum rn_right right = rn_right_claimed (reading->text);

	*taken = right != RN_RIGHT_NONE && !says_more;
	if (*taken)
		return call_for_help (turn, sender, reading, causes[right], ending, error);
	g_autoptr (rn_task) task = right != RN_RIGHT_NONE ? make_call (turn, sender->person, reading, causes[right], error) : NULL;
	return right == RN_RIGHT_NONE || task != NULL;
}

/* Words that mean the same whatever they answer. TRUE in *taken when there was one. */
static gboolean
take_command (rn_turn *turn, rn_sender *sender, const rn_reading *reading, gboolean *taken, struct rn_ending *ending,
              GError **error)
{
	/* "Please stop by my office, yes gladly!" is no STOP: the word counts when nothing else was said */
	gboolean says_more = rn_answer_of (reading, RN_INTENT_YES) != NULL || rn_answer_of (reading, RN_INTENT_NUMBER) != NULL ||
	                     rn_answer_of (reading, RN_INTENT_DATE) != NULL || rn_answer_of (reading, RN_INTENT_TEXT) != NULL;
	const struct rn_answer *stop = rn_answer_of (reading, RN_INTENT_STOP);
	gboolean stops = stop != NULL && stop->confidence >= RN_SURE_ENOUGH && !says_more;
	gboolean fine = take_rights (turn, sender, reading, stops || answers_it (reading), taken, ending, error);

	if (!fine || *taken)
		return fine;
	*taken = TRUE;
	if (stops)
		return rn_applied (ending, rn_end_stop, rn_person_stop (turn, sender->person, error));
	if (rn_answer_of (reading, RN_INTENT_ELSEWHERE) != NULL) {
		rn_record_set (&sender->about, ""); /* nor does the mail's own row name the pair */
		return call_for_help (turn, sender, reading, RN_IN_CONFIDENCE, ending, error);
	}
	if (rn_answer_of (reading, RN_INTENT_HELP) != NULL || rn_answer_of (reading, RN_INTENT_WHY) != NULL)
		return call_for_help (turn, sender, reading, "asks-for-help", ending, error);
	*taken = FALSE;
	return TRUE;
}

/* A mail of a known person that answers nothing of ours: confirmed by a mail with a
 * token, and a person looks. */
static gboolean
take_bare (rn_turn *turn, rn_person *person, const rn_reading *reading, struct rn_ending *ending, GError **error)
{
	g_autofree char *single = g_strdup_printf ("confirm:%" G_GINT64_FORMAT, person->record.id);
	gboolean waits = FALSE;
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	if (!rn_event_waits (turn->db, single, &waits, error))
		return FALSE;
	if (waits)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_no_token);
	if (!rn_event_add (turn->db, turn->now + RN_DAY, turn->program->name, "asked-back", "", NULL, single, error))
		return FALSE;
	rn_bundle_text (fields, "summary", reading->subject);
	struct rn_mailing mailing = { .person = person, .template = "please-confirm", .fields = fields, .is_answer = TRUE };
	*ending = (struct rn_ending) { RN_INBOX_HELD, rn_end_no_token };
	return rn_turn_mail (turn, &mailing, error);
}

#define RN_MAX_COURTESY 60 /* bytes of "Thank you, and a nice weekend!" */

/* No answer but own words that nothing was found in. */
static gboolean
says_nothing (const rn_reading *reading)
{
	return reading->answers->len == 0 || (reading->answers->len == 1 && rn_answer_of (reading, RN_INTENT_TEXT) != NULL);
}

/* An answer to a mail that asked nothing: courtesy is let pass, more is for a person. */
static gboolean
take_unasked (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	if (sender->person == NULL)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_stranger);
	if (sender->trust != RN_TRUST_TOKEN)
		return take_bare (turn, sender->person, reading, ending, error);
	if (says_nothing (reading) && strlen (reading->text) <= RN_MAX_COURTESY)
		return rn_ends (ending, RN_INBOX_IGNORED, rn_end_nothing_asked);
	if (rn_words_say (reading) == RN_SAID_YES) /* "yes, that mail was mine": it waits for a person already */
		return rn_ends (ending, RN_INBOX_APPLIED, rn_end_confirmed);
	return rn_ends (ending, RN_INBOX_HELD, rn_end_unasked);
}

static gboolean
take_about (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!rn_ref_parse (sender->about, &kind, &id))
		return take_unasked (turn, reading, sender, ending, error);
	struct rn_record *record = rn_load (turn->db, kind, id, error);
	gboolean taken = FALSE;
	gboolean fine = record != NULL && rn_words_about (turn, record, sender->person, reading, &taken, ending, error);
	if (fine && !taken)
		fine = take_bare (turn, sender->person, reading, ending, error);
	rn_record_free (record);
	return fine;
}

static gboolean
take_words (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	gboolean taken = FALSE;

	if (sender->trust == RN_TRUST_MISMATCH)
		return rn_words_of_another (turn, reading, sender, ending, error);
	if (sender->trust == RN_TRUST_STRANGER)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_stranger);
	/* a task takes its own words: END is not said of the coordinator's own mail */
	if (sender->person != NULL && !g_str_has_prefix (sender->about, "task:") &&
	    (!take_command (turn, sender, reading, &taken, ending, error) || taken))
		return taken && ending->reason != NULL && (error == NULL || *error == NULL);
	return take_about (turn, reading, sender, ending, error);
}

/* What the reader could not make out is held; a winmail.dat is answered once with the
 * request to write in words. */
static gboolean
take_unreadable (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	g_autofree char *single = g_strdup_printf ("in-words:%s", sender->about);
	struct rn_mailing mailing = {
		.person = sender->person, .template = "answer-in-words", .about = sender->about, .is_answer = TRUE,
	};
	gboolean waits = FALSE;

	*ending = (struct rn_ending) { RN_INBOX_HELD, reading->reason };
	if (!g_str_equal (reading->reason, "tnef") || sender->trust != RN_TRUST_TOKEN || reading->automatic)
		return TRUE;
	if (!rn_event_waits (turn->db, single, &waits, error) || waits)
		return waits;
	return rn_event_add (turn->db, turn->now + 14 * RN_DAY, turn->program->name, "asked-back", "", NULL, single, error) &&
	       rn_turn_mail (turn, &mailing, error);
}

/* An assistant whom we do not know sits where the one asked does. */
static void
set_clock (rn_reading *reading, const rn_sender *sender)
{
	const rn_person *person = sender->person != NULL ? sender->person : sender->asked;
	g_autoptr (GTimeZone) zone = rn_zone (person != NULL ? person->zone : "UTC", NULL);

	if (zone != NULL)
		rn_hear_clock (reading, zone);
}

/* Her mailbox and her calendar do not know that she was forgotten. What she writes herself is for a person. */
static gboolean
is_of_forgotten (const rn_reading *reading, const rn_sender *sender)
{
	return sender->asked != NULL && rn_person_is_forgotten (sender->asked) && reading->kind != RN_MAIL_REPLY &&
	       reading->kind != RN_MAIL_FORM;
}

gboolean
rn_turn_incoming (rn_turn *turn, rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	gboolean is_copy = FALSE;

	turn->wants_no_answer = reading->automatic;
	turn->answers = reading->in_reply_to;
	set_clock (reading, sender);
	if (!rn_turn_own_copy (turn, reading, &is_copy, error))
		return FALSE;
	if (is_copy)
		return rn_ends (ending, RN_INBOX_IGNORED, rn_end_own_copy);
	if (sender->person != NULL)
		rn_turn_touch (turn, sender->person);
	/* what is said elsewhere leaves no trace at the pair it came from */
	if (rn_answer_of (reading, RN_INTENT_ELSEWHERE) == NULL)
		rn_turn_touch_ref (turn, sender->about);
	if (!rn_turn_arrived (turn, reading, error))
		return FALSE;
	if (reading->state == RN_MAIL_HELD || reading->state == RN_MAIL_ERROR)
		return take_unreadable (turn, reading, sender, ending, error);
	if (sender->trust == RN_TRUST_FORGED)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_not_authentic);
	if (is_of_forgotten (reading, sender))
		return rn_ends (ending, RN_INBOX_IGNORED, rn_end_over);
	switch (reading->kind) {
	case RN_MAIL_BOUNCE:
		return take_bounce (turn, reading, sender, ending, error);
	case RN_MAIL_CALENDAR:
		return rn_turn_calendar (turn, reading, sender, ending, error);
	case RN_MAIL_ABSENCE:
		return take_absence (turn, reading, sender, ending, error);
	case RN_MAIL_COMPLAINT:
		return sender->asked != NULL ? rn_applied (ending, rn_end_complaint, rn_person_stop (turn, sender->asked, error))
		                             : rn_ends (ending, RN_INBOX_HELD, rn_end_complaint);
	case RN_MAIL_AUTO:
		return rn_ends (ending, RN_INBOX_IGNORED,
		                *reading->reason != '\0' ? reading->reason : rn_reason_word (RN_REASON_AUTOMATIC)->word);
	default:
		return take_words (turn, reading, sender, ending, error);
	}
}

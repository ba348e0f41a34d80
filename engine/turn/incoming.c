#include "incoming.h"

#include <string.h>

#include "address.h"
#include "arrived.h"
#include "clock.h"
#include "error.h"
#include "incoming_calendar.h"
#include "mailing.h"
#include "meetings.h"
#include "offers.h"
#include "outbox.h"
#include "people.h"
#include "polls.h"
#include "queries.h"
#include "questions.h"
#include "reading_words.h"
#include "series.h"
#include "tasks.h"
#include "wishes.h"

/* ---- Bounces and absences --------------------------------------------------- */

static gboolean
take_bounce (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	for (guint i = 0; i < reading->bounces->len; i++) {
		const struct rn_bounce *bounce = g_ptr_array_index (reading->bounces, i);
		GError *failure = NULL;
		g_autoptr (rn_person) named = rn_person_by_address (turn->db, bounce->recipient, &failure);
		rn_person *person = sender->asked != NULL ? sender->asked : named;
		if (failure != NULL) {
			g_propagate_error (error, failure);
			return FALSE;
		}
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
	rn_person *person = absent_person (reading, sender);
	if (person == NULL)
		return rn_ends (ending, RN_INBOX_IGNORED, sender->person != NULL ? rn_end_absence_without_token : rn_end_absence_of_nobody);
	return rn_applied (ending, rn_end_absent, rn_person_absent (turn, person, reading->absent_until, error));
}

/* ---- Words -------------------------------------------------------------------- */

/* yes or no with enough confidence; RN_SAID_NOTHING when neither is sure. */
static enum rn_said
yes_or_no (const rn_reading *reading)
{
	const struct rn_answer *yes = rn_answer_of (reading, RN_INTENT_YES), *no = rn_answer_of (reading, RN_INTENT_NO);
	const struct rn_answer *later = rn_answer_of (reading, RN_INTENT_LATER);

	if (yes != NULL && yes->confidence >= RN_SURE && (no == NULL || no->confidence < yes->confidence))
		return RN_SAID_YES;
	if (no != NULL && no->confidence >= RN_SURE && yes == NULL)
		return RN_SAID_NO;
	return later != NULL && later->confidence >= RN_SURE && yes == NULL ? RN_SAID_NO : RN_SAID_NOTHING;
}

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
		if (answer != NULL && answer->confidence < RN_SURE)
			return i;
		guess = guess < 0 && answer != NULL ? i : guess;
	}
	return guess;
}

static const char *
held_reason (const rn_reading *reading)
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

/* Whether she may be asked back about this, which is so once; then the mail is held for a
 * person, who is told the guess. To what is settled ("Great, thanks.") nothing needs to be
 * said. */
static gboolean
may_ask_back (rn_turn *turn, rn_person *person, const rn_reading *reading, const char *about, gboolean is_open, gboolean *may,
              struct rn_ending *ending, GError **error)
{
	g_autofree char *single = g_strdup_printf ("asked-back:%s:%" G_GINT64_FORMAT, about, person->record.id);
	gboolean waits = FALSE;

	*may = FALSE;
	if (!is_open)
		return rn_ends (ending, RN_INBOX_IGNORED, rn_end_nothing_asked);
	if (!rn_event_waits (turn->db, single, &waits, error))
		return FALSE;
	if (waits || turn->wants_no_answer)
		return rn_ends (ending, RN_INBOX_HELD, held_reason (reading));
	*may = TRUE;
	rn_turn_note (turn, "not understood (%s): asked back", held_reason (reading));
	return rn_event_add (turn->db, turn->now + 14 * RN_DAY, turn->program->name, "asked-back", about, NULL, single, error);
}

/* Asks back, with the question in a few words and what we take the answer for. */
static gboolean
not_understood (rn_turn *turn, rn_person *person, const rn_reading *reading, const char *about, gboolean is_open,
                struct rn_ending *ending, GError **error)
{
	g_autoptr (GByteArray) fields = g_byte_array_new ();
	gboolean may = FALSE;

	if (!may_ask_back (turn, person, reading, about, is_open, &may, ending, error))
		return FALSE;
	if (!may)
		return TRUE;
	fill_question (reading, fields);
	struct rn_mailing mailing = {
		.person = person, .template = "not-understood", .about = about, .fields = fields, .is_answer = TRUE,
	};
	return rn_applied (ending, rn_end_asked_back, rn_turn_mail (turn, &mailing, error));
}

/* "I take that back": as if she had not answered. */
static gboolean
take_back (rn_turn *turn, rn_offer *offer, rn_person *person, struct rn_ending *ending, GError **error)
{
	g_autofree char *ref = rn_record_ref (offer);
	struct rn_mailing receipt = { .person = person, .template = "receipt-undo", .about = ref, .is_answer = TRUE };

	return rn_applied (ending, rn_end_undo, rn_offer_say (offer, person->record.id, RN_SAID_NOTHING, error) &&
	                                        rn_save (turn->db, offer, error) && rn_turn_mail (turn, &receipt, error));
}

static gboolean
take_offer_words (rn_turn *turn, rn_offer *offer, rn_person *person, const rn_reading *reading, struct rn_ending *ending,
                  GError **error)
{
	g_autofree char *ref = rn_record_ref (offer);
	enum rn_said said = yes_or_no (reading);

	rn_turn_touch (turn, offer);
	if (said == RN_SAID_NOTHING && rn_answer_of (reading, RN_INTENT_UNDO) != NULL && offer->state == RN_OFFER_ASKED)
		return take_back (turn, offer, person, ending, error);
	if (said == RN_SAID_NOTHING)
		return not_understood (turn, person, reading, ref,
		                       offer->state == RN_OFFER_ASKED && rn_offer_said (offer, person->record.id) == RN_SAID_NOTHING, ending,
		                       error);
	if (offer->state == RN_OFFER_ASKED) {
		if (rn_answer_of (reading, RN_INTENT_LATER) != NULL) {
			person->ask_again = rn_later_until (turn, reading);
			if (!rn_save (turn->db, person, error))
				return FALSE;
		}
		return rn_applied (ending, rn_end_answer, rn_offer_answer (turn, offer, person, said, error));
	}
	if (offer->state == RN_OFFER_CONFIRMED && said == RN_SAID_NO) {
		g_autofree char *what = g_strdup_printf ("%s answered no after the pairing was confirmed.", person->name);
		struct rn_task_order order = { .template = "pairing-needs-you", .about = offer, .what = what, .details = "" };
		g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
		return rn_applied (ending, rn_end_late_no, task != NULL);
	}
	return rn_ends (ending, RN_INBOX_IGNORED, rn_end_over);
}

/* The instant of a proposal in words, if it is a time of day. */
static rn_time
proposed_start (const rn_reading *reading)
{
	const struct rn_answer *date = rn_answer_of (reading, RN_INTENT_DATE);
	rn_time start = 0;
	/* an instant alone: a span or a day is no time to meet yet */
	if (date != NULL && strchr (date->value, 'T') != NULL && strchr (date->value, '/') == NULL &&
	    !g_str_has_prefix (date->value, "not ") && date->confidence >= RN_SURE)
		rn_time_parse (date->value, &start, NULL);
	return start;
}

/* An answer to the times that were proposed; `by` wrote it in her stead. */
static gboolean
take_poll_words (rn_turn *turn, rn_poll *poll, rn_person *person, const rn_person *by, const rn_reading *reading,
                 struct rn_ending *ending, GError **error)
{
	g_autofree char *ref = rn_record_ref (poll);
	const char *outcome = NULL;
	gboolean may = FALSE;

	if (!rn_poll_answer (turn, poll, person, reading, by, &outcome, error))
		return FALSE;
	if (outcome == NULL)
		return rn_ends (ending, RN_INBOX_APPLIED, rn_end_answer);
	if (outcome == rn_end_not_understood && by != NULL)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_sender_mismatch); /* what an assistant meant is not asked of her */
	if (outcome != rn_end_not_understood)
		return rn_ends (ending, RN_INBOX_IGNORED, outcome);
	if (!may_ask_back (turn, person, reading, ref, poll->state == RN_POLL_ASKED, &may, ending, error))
		return FALSE;
	return !may || rn_applied (ending, rn_end_asked_back, rn_poll_ask_back (turn, poll, person, reading, error));
}

/* Days or spans instead of an hour: an answer to the times that are being chosen, else the
 * policy hears of it. FALSE in *taken: nothing of that was said. */
static gboolean
take_wishes (rn_turn *turn, rn_meeting *meeting, rn_person *person, const rn_reading *reading, gboolean *taken,
             struct rn_ending *ending, GError **error)
{
	GError *failure = NULL;
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, error);
	g_auto (GStrv) wishes = zone != NULL ? rn_poll_wishes (reading, zone, turn->now) : NULL;
	g_autoptr (rn_poll) poll = wishes != NULL && wishes[0] != NULL ? rn_poll_about (turn, meeting, &failure) : NULL;

	if (failure != NULL)
		g_propagate_error (error, failure);
	if (wishes == NULL || failure != NULL)
		return FALSE;
	*taken = wishes[0] != NULL;
	if (poll != NULL)
		return take_poll_words (turn, poll, person, NULL, reading, ending, error);
	return !*taken || rn_applied (ending, rn_end_counter, rn_meeting_wish (turn, meeting, person, wishes, error));
}

/* "Yes, but not before May" to an invitation for March accepts nothing. Of "Yes, I send you my
 * questions on Monday" the day is none of the meeting's. */
static gboolean
wishes_otherwise (const rn_meeting *meeting, const rn_person *person, const rn_reading *reading, rn_time now)
{
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, NULL);
	g_auto (GStrv) wishes = zone != NULL ? rn_poll_wishes (reading, zone, now) : NULL;
	gboolean fits = TRUE;

	for (gsize i = 0; wishes != NULL && wishes[i] != NULL; i++) {
		struct rn_wish wish;
		gboolean is_rule = rn_wish_parse (wishes[i], zone, &wish) && (wish.is_excluded || wish.span.end == RN_NEVER || wish.span.end - wish.span.start > 2 * RN_DAY);
		fits = fits && (!is_rule || rn_wishes_fit ((const char *const[]) { wishes[i], NULL }, zone, meeting->start, meeting->ends));
	}
	return !fits;
}

static gboolean
take_meeting_words (rn_turn *turn, rn_meeting *meeting, rn_person *person, const rn_reading *reading,
                    struct rn_ending *ending, GError **error)
{
	g_autofree char *ref = rn_record_ref (meeting);
	enum rn_said said = yes_or_no (reading);
	rn_time start = proposed_start (reading);
	const char *nothing = NULL;

	rn_turn_touch (turn, meeting);
	if (turn->now >= meeting->ends) {
		if (said == RN_SAID_NOTHING)
			return not_understood (turn, person, reading, ref, rn_meeting_is_live (meeting), ending, error);
		return rn_applied (ending, rn_end_answer, rn_meeting_say (turn, meeting, person, said == RN_SAID_YES, error));
	}
	gboolean agrees = said == RN_SAID_YES && !wishes_otherwise (meeting, person, reading, turn->now);
	if (rn_meeting_is_live (meeting) && !meeting->booked && turn->now < meeting->start && !agrees && start == 0) {
		gboolean taken = FALSE;
		gboolean fine = take_wishes (turn, meeting, person, reading, &taken, ending, error);
		if (!fine || taken)
			return fine;
	}
	/* "Tuesday at 3 works for me" is about Tuesday, whatever day was asked for */
	if (start > turn->now && start != meeting->start)
		return rn_meeting_counter (turn, meeting, person, start, 0, &nothing, error) &&
		       (nothing != NULL ? rn_ends (ending, RN_INBOX_IGNORED, nothing) : rn_ends (ending, RN_INBOX_APPLIED, rn_end_counter));
	if (said == RN_SAID_NOTHING && start != 0 && start == meeting->start)
		said = RN_SAID_YES; /* the time itself, repeated */
	if (said == RN_SAID_NOTHING || (said == RN_SAID_YES && rn_has_open_wish (reading)))
		return not_understood (turn, person, reading, ref, meeting->state == RN_MEETING_INVITED, ending, error);
	if (*meeting->rule != '\0' && meeting->series_number == 1 && meeting->sequence == 0) {
		/* she answers the mail that told the whole series */
		g_autoptr (GPtrArray) live = rn_series_live (turn, meeting, error);
		return live != NULL && rn_series_answer (turn, live, person, said == RN_SAID_YES ? RN_PARTSTAT_ACCEPTED : RN_PARTSTAT_DECLINED,
		                                         0, turn->now, &nothing, error) &&
		       (nothing != NULL ? rn_ends (ending, RN_INBOX_IGNORED, nothing) : rn_ends (ending, RN_INBOX_APPLIED, rn_end_answer));
	}
	/* in words there is no SEQUENCE: it is about what she last got */
	return rn_meeting_answer (turn, meeting, person, said == RN_SAID_YES ? RN_PARTSTAT_ACCEPTED : RN_PARTSTAT_DECLINED,
	                          meeting->sequence, turn->now, &nothing, error) &&
	       (nothing != NULL ? rn_ends (ending, RN_INBOX_IGNORED, nothing) : rn_ends (ending, RN_INBOX_APPLIED, rn_end_answer));
}

/* A date is often found by somebody's assistant: it is taken from another person of the
 * company who was handed the mail, and the one it is for is told by whom, and how to undo it. */
static gboolean
take_by_another (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;

	if (sender->person == NULL || sender->asked == NULL || !rn_ref_parse (sender->about, &kind, &id) || kind != &rn_poll_kind)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_sender_mismatch);
	g_autoptr (rn_poll) poll = rn_load (turn->db, kind, id, error);
	if (poll == NULL)
		return FALSE;
	if (poll->state != RN_POLL_ASKED)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_sender_mismatch);
	rn_turn_touch (turn, sender->asked);
	return take_poll_words (turn, poll, sender->asked, sender->person, reading, ending, error);
}

/* "I'll do it tomorrow", "done by Friday": a day that is still to come makes it a promise. */
static gboolean
is_promise (const rn_turn *turn, const rn_reading *reading)
{
	g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		struct rn_wish wish;
		if (answer->intent == RN_INTENT_DATE && answer->confidence >= RN_SURE && rn_wish_parse (answer->value, zone, &wish) &&
		    !wish.is_excluded && wish.span.start >= (reading->date != 0 ? reading->date : turn->now))
			return TRUE;
	}
	return FALSE;
}

static gboolean
take_task_words (rn_turn *turn, rn_task *task, const rn_reading *reading, struct rn_ending *ending, GError **error)
{
	g_autofree char *from = rn_address_base (reading->from);

	rn_turn_touch (turn, task);
	if (!g_str_equal (from, task->to) && !g_str_equal (from, turn->program->coordinator))
		return rn_ends (ending, RN_INBOX_HELD, rn_end_sender_mismatch);
	gboolean is_yes = yes_or_no (reading) == RN_SAID_YES;
	if (is_yes && !is_promise (turn, reading))
		return rn_applied (ending, rn_end_task_done, rn_task_done (turn, task, error));
	if (is_yes || rn_answer_of (reading, RN_INTENT_LATER) != NULL)
		return rn_applied (ending, rn_end_task_later, rn_task_later (turn, task, error));
	return rn_ends (ending, RN_INBOX_HELD, held_reason (reading));
}

static gboolean
take_ask_words (rn_turn *turn, rn_ask *ask, rn_person *person, const rn_reading *reading, struct rn_ending *ending,
                GError **error)
{
	g_autofree char *ref = rn_record_ref (ask);
	gboolean understood = FALSE;

	if (!rn_ask_answer (turn, ask, person, reading, &understood, error))
		return FALSE;
	return understood ? rn_ends (ending, RN_INBOX_APPLIED, rn_end_answer)
	                  : not_understood (turn, person, reading, ref, ask->state == RN_ASK_OPEN || ask->state == RN_ASK_REMINDED, ending, error);
}

/* HELP and ELSEWHERE reach a person; ELSEWHERE leaves no trace in a pairing's record. */
static gboolean
call_for_help (rn_turn *turn, rn_person *person, const rn_reading *reading, gboolean elsewhere, struct rn_ending *ending,
               GError **error)
{
	g_autofree char *what = g_strdup_printf (elsewhere ? "%s would like to speak with you in confidence." : "%s asks for help.",
	                                         person->name);
	struct rn_task_order order = {
		.template = "help-wanted", .about = elsewhere ? NULL : person, .what = what, .details = elsewhere ? "" : reading->text,
	};
	struct rn_mailing receipt = { .person = person, .template = "receipt-help", .is_answer = TRUE };
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return rn_applied (ending, elsewhere ? rn_end_elsewhere : rn_end_help, task != NULL && rn_turn_mail (turn, &receipt, error));
}

/* Words that mean the same whatever they answer. TRUE in *taken when there was one. */
static gboolean
take_command (rn_turn *turn, rn_sender *sender, const rn_reading *reading, gboolean *taken, struct rn_ending *ending,
              GError **error)
{
	rn_person *person = sender->person;
	/* "Please stop by my office, yes gladly!" is no STOP: the word counts when nothing else was said */
	gboolean says_more = rn_answer_of (reading, RN_INTENT_YES) != NULL || rn_answer_of (reading, RN_INTENT_NUMBER) != NULL ||
	                     rn_answer_of (reading, RN_INTENT_DATE) != NULL || rn_answer_of (reading, RN_INTENT_TEXT) != NULL;
	const struct rn_answer *stop = rn_answer_of (reading, RN_INTENT_STOP);

	*taken = TRUE;
	if (stop != NULL && stop->confidence >= RN_SURE && !says_more)
		return rn_applied (ending, rn_end_stop, rn_person_stop (turn, person, error));
	if (rn_answer_of (reading, RN_INTENT_ELSEWHERE) != NULL) {
		rn_record_set (&sender->about, ""); /* nor does the mail's own row name the pair */
		return call_for_help (turn, person, reading, TRUE, ending, error);
	}
	if (rn_answer_of (reading, RN_INTENT_HELP) != NULL || rn_answer_of (reading, RN_INTENT_WHY) != NULL)
		return call_for_help (turn, person, reading, FALSE, ending, error);
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
	if (yes_or_no (reading) == RN_SAID_YES) /* "yes, that mail was mine": it waits for a person already */
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
	gboolean fine = record != NULL;
	rn_person *person = sender->person;
	if (fine && kind == &rn_task_kind)
		fine = take_task_words (turn, (rn_task *) record, reading, ending, error);
	else if (fine && person == NULL)
		fine = rn_ends (ending, RN_INBOX_HELD, rn_end_stranger);
	else if (fine && kind == &rn_offer_kind)
		fine = take_offer_words (turn, (rn_offer *) record, person, reading, ending, error);
	else if (fine && kind == &rn_meeting_kind)
		fine = take_meeting_words (turn, (rn_meeting *) record, person, reading, ending, error);
	else if (fine && kind == &rn_poll_kind)
		fine = take_poll_words (turn, (rn_poll *) record, person, NULL, reading, ending, error);
	else if (fine && kind == &rn_ask_kind)
		fine = take_ask_words (turn, (rn_ask *) record, person, reading, ending, error);
	else if (fine)
		fine = take_bare (turn, person, reading, ending, error);
	rn_record_free (record);
	return fine;
}

static gboolean
take_words (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	gboolean taken = FALSE;

	if (sender->trust == RN_TRUST_MISMATCH)
		return take_by_another (turn, reading, sender, ending, error);
	if (sender->trust == RN_TRUST_STRANGER)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_stranger);
	if (sender->person != NULL &&
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
	struct rn_mailing mailing = { .person = sender->person, .template = "answer-in-words", .about = sender->about, .is_answer = TRUE };
	gboolean waits = FALSE;

	*ending = (struct rn_ending) { RN_INBOX_HELD, reading->reason };
	if (!g_str_equal (reading->reason, "tnef") || sender->trust != RN_TRUST_TOKEN || reading->automatic)
		return TRUE;
	if (!rn_event_waits (turn->db, single, &waits, error) || waits)
		return waits;
	return rn_event_add (turn->db, turn->now + 14 * RN_DAY, turn->program->name, "asked-back", "", NULL, single, error) &&
	       rn_turn_mail (turn, &mailing, error);
}

gboolean
rn_turn_incoming (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	gboolean is_copy = FALSE;

	turn->wants_no_answer = reading->automatic;
	turn->answers = reading->in_reply_to;
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
		return rn_ends (ending, RN_INBOX_IGNORED, *reading->reason != '\0' ? reading->reason : rn_reason_word (RN_REASON_AUTOMATIC)->word);
	default:
		return take_words (turn, reading, sender, ending, error);
	}
}

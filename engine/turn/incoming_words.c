#include "incoming_words.h"

#include <string.h>

#include "address.h"
#include "asking_back.h"
#include "asks.h"
#include "clock.h"
#include "heard.h"
#include "mailing.h"
#include "meetings.h"
#include "offers.h"
#include "polls.h"
#include "queries.h"
#include "series.h"
#include "task_answers.h"
#include "tasks.h"
#include "wishes.h"

enum rn_said
rn_words_say (const rn_reading *reading)
{
	const struct rn_answer *yes = rn_answer_of (reading, RN_INTENT_YES), *no = rn_answer_of (reading, RN_INTENT_NO);
	const struct rn_answer *later = rn_answer_of (reading, RN_INTENT_LATER);

	if (yes != NULL && yes->confidence >= RN_SURE_ENOUGH && (no == NULL || no->confidence < yes->confidence))
		return RN_SAID_YES;
	if (no != NULL && no->confidence >= RN_SURE_ENOUGH && yes == NULL)
		return RN_SAID_NO;
	return later != NULL && later->confidence >= RN_SURE_ENOUGH && yes == NULL ? RN_SAID_NO : RN_SAID_NOTHING;
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

/* A no behind both yes: the pairing that was made of them needs a person. */
static gboolean
take_late_no (rn_turn *turn, const rn_offer *offer, const rn_person *person, struct rn_ending *ending, GError **error)
{
	GError *failure = NULL;
	g_autoptr (rn_pairing) pairing = rn_find_one (turn->db, &rn_pairing_kind, &failure, "mentor", offer->mentor, "leader",
	                                              offer->leader, "state", RN_PAIRING_ACTIVE, NULL);
	struct rn_task_order order = {
		.template = "pairing-needs-you", .about = pairing != NULL ? (gconstpointer) pairing : offer, .cause = "late-no",
		.facts = RN_FACTS ("person", person->name),
	};
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	g_autoptr (rn_task) task = rn_task_make (turn, &order, error);
	return rn_applied (ending, rn_end_late_no, task != NULL);
}

static gboolean
take_offer_words (rn_turn *turn, rn_offer *offer, rn_person *person, const rn_reading *reading, struct rn_ending *ending,
                  GError **error)
{
	g_autofree char *ref = rn_record_ref (offer);
	enum rn_said said = rn_words_say (reading);
	gboolean is_asked = offer->state == RN_OFFER_ASKED;

	rn_turn_touch (turn, offer);
	if (said == RN_SAID_NOTHING && rn_answer_of (reading, RN_INTENT_UNDO) != NULL && is_asked)
		return take_back (turn, offer, person, ending, error);
	gboolean is_open = is_asked && rn_offer_said (offer, person->record.id) == RN_SAID_NOTHING;
	if (said == RN_SAID_NOTHING)
		return rn_ask_back (turn, person, reading, ref, is_open, ending, error);
	if (is_asked) {
		if (rn_answer_of (reading, RN_INTENT_LATER) != NULL) {
			person->ask_again = rn_later_until (turn->now, reading);
			if (!rn_save (turn->db, person, error))
				return FALSE;
		}
		return rn_applied (ending, rn_end_answer, rn_offer_answer (turn, offer, person, said, error));
	}
	if (offer->state == RN_OFFER_CONFIRMED && said == RN_SAID_NO)
		return take_late_no (turn, offer, person, ending, error);
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
	    !g_str_has_prefix (date->value, "not ") && date->confidence >= RN_SURE_ENOUGH)
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
	if (!rn_may_ask_back (turn, person, reading, ref, poll->state == RN_POLL_ASKED, &may, ending, error))
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
		gboolean is_rule = rn_wish_parse (wishes[i], zone, &wish) &&
		                   (wish.is_excluded || wish.span.end == RN_NEVER ||
		                    wish.span.end - wish.span.start > 2 * RN_DAY);
		fits = fits && (!is_rule || rn_wishes_fit ((const char *const[]) { wishes[i], NULL }, zone,
		                                           meeting->start, meeting->ends));
	}
	return !fits;
}

/* Many programs write the meeting's own time into the text beside an answer. */
static gboolean
is_elsewhen (const rn_meeting *meeting, const rn_person *person, const rn_reading *reading, rn_time now)
{
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, NULL);
	g_auto (GStrv) wishes = zone != NULL ? rn_poll_wishes (reading, zone, now) : NULL;

	return wishes != NULL && !rn_wishes_fit ((const char *const *) wishes, zone, meeting->start, meeting->ends);
}

gboolean
rn_words_beside (rn_turn *turn, rn_meeting *meeting, rn_person *person, const rn_reading *reading, gboolean *taken,
                 struct rn_ending *ending, GError **error)
{
	rn_time start = proposed_start (reading);
	const char *nothing = NULL;

	*taken = FALSE;
	if (!rn_meeting_is_live (meeting) || turn->now >= meeting->start || !is_elsewhen (meeting, person, reading, turn->now))
		return TRUE;
	if (start <= turn->now)
		return take_wishes (turn, meeting, person, reading, taken, ending, error);
	*taken = TRUE;
	return rn_meeting_counter (turn, meeting, person, start, 0, &nothing, error) &&
	       rn_applied_unless (ending, nothing, rn_end_counter);
}

/* The meeting's own day or part of it, and nothing else: a span that is longer may mean another day of it. */
static gboolean
names_its_day (const rn_meeting *meeting, const rn_person *person, const rn_reading *reading, rn_time now)
{
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, NULL);
	g_auto (GStrv) wishes = zone != NULL ? rn_poll_wishes (reading, zone, now) : NULL;
	struct rn_wish wish;

	return wishes != NULL && wishes[0] != NULL && wishes[1] == NULL && rn_wish_parse (wishes[0], zone, &wish) &&
	       !wish.is_excluded && wish.every == 0 && wish.span.end - wish.span.start <= RN_DAY + RN_HOUR &&
	       rn_wishes_fit ((const char *const *) wishes, zone, meeting->start, meeting->ends);
}

static gboolean
take_meeting_words (rn_turn *turn, rn_meeting *meeting, rn_person *person, const rn_reading *reading,
                    struct rn_ending *ending, GError **error)
{
	g_autofree char *ref = rn_record_ref (meeting);
	enum rn_said said = rn_words_say (reading);
	rn_time start = proposed_start (reading);
	const char *nothing = NULL;

	rn_turn_touch (turn, meeting);
	if (turn->now >= meeting->ends) {
		if (said == RN_SAID_NOTHING)
			return rn_ask_back (turn, person, reading, ref, rn_meeting_is_live (meeting), ending, error);
		return rn_applied (ending, rn_end_answer, rn_meeting_say (turn, meeting, person, said == RN_SAID_YES, error));
	}
	if (said == RN_SAID_NOTHING && start == 0 && names_its_day (meeting, person, reading, turn->now))
		said = RN_SAID_YES; /* "see you on Tuesday" */
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
		       rn_applied_unless (ending, nothing, rn_end_counter);
	if (said == RN_SAID_NOTHING && start != 0 && start == meeting->start)
		said = RN_SAID_YES; /* the time itself, repeated */
	if (said == RN_SAID_NOTHING || (said == RN_SAID_YES && rn_has_open_wish (reading)))
		return rn_ask_back (turn, person, reading, ref, meeting->state == RN_MEETING_INVITED, ending, error);
	int partstat = said == RN_SAID_YES ? RN_PARTSTAT_ACCEPTED : RN_PARTSTAT_DECLINED;
	if (*meeting->rule != '\0' && meeting->series_number == 1 && meeting->sequence == 0) {
		/* she answers the mail that told the whole series */
		g_autoptr (GPtrArray) live = rn_series_live (turn, meeting, error);
		return live != NULL && rn_series_answer (turn, live, person, partstat, 0, turn->now, &nothing, error) &&
		       rn_applied_unless (ending, nothing, rn_end_answer);
	}
	/* in words there is no SEQUENCE: it is about what she last got */
	return rn_meeting_answer (turn, meeting, person, partstat, meeting->sequence, turn->now, &nothing, error) &&
	       rn_applied_unless (ending, nothing, rn_end_answer);
}

gboolean
rn_words_of_another (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
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

static gboolean
take_ask_words (rn_turn *turn, rn_ask *ask, rn_person *person, const rn_reading *reading, struct rn_ending *ending,
                GError **error)
{
	g_autofree char *ref = rn_record_ref (ask);
	gboolean understood = FALSE;

	if (!rn_ask_answer (turn, ask, person, reading, &understood, error))
		return FALSE;
	gboolean is_open = ask->state == RN_ASK_OPEN || ask->state == RN_ASK_REMINDED;
	return understood ? rn_ends (ending, RN_INBOX_APPLIED, rn_end_answer)
	                  : rn_ask_back (turn, person, reading, ref, is_open, ending, error);
}

gboolean
rn_words_about (rn_turn *turn, struct rn_record *record, rn_person *person, const rn_reading *reading, gboolean *taken,
                struct rn_ending *ending, GError **error)
{
	const struct rn_kind *kind = record->kind;

	*taken = TRUE;
	if (kind == &rn_task_kind)
		return rn_task_take_answer (turn, (rn_task *) record, person, reading, ending, error);
	if (person == NULL)
		return rn_ends (ending, RN_INBOX_HELD, rn_end_stranger);
	if (kind == &rn_offer_kind)
		return take_offer_words (turn, (rn_offer *) record, person, reading, ending, error);
	if (kind == &rn_meeting_kind)
		return take_meeting_words (turn, (rn_meeting *) record, person, reading, ending, error);
	if (kind == &rn_poll_kind)
		return take_poll_words (turn, (rn_poll *) record, person, NULL, reading, ending, error);
	if (kind == &rn_ask_kind)
		return take_ask_words (turn, (rn_ask *) record, person, reading, ending, error);
	*taken = FALSE;
	return TRUE;
}

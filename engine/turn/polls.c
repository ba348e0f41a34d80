#include "polls.h"

#include "diary.h"
#include "error.h"
#include "poll_parts.h"
#include "records.h"
#include "task_letters.h"

#define RN_POLL_NOTICE RN_HOUR          /* between the last answer and the meeting */
#define RN_POLL_WITHIN "3 working days" /* unless the program's setting slots_within says else */

/* ---- A round -------------------------------------------------------------------------- */

static gboolean
cancel_events (rn_turn *turn, const rn_poll *poll, GError **error)
{
	static const char *const names[] = { "poll:remind", "poll:settle", "poll:expire" };
	g_autofree char *ref = rn_record_ref (poll);

	for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
		if (!rn_event_cancel (turn->db, names[i], ref, error))
			return FALSE;
	return TRUE;
}

static gboolean
end (rn_turn *turn, rn_poll *poll, enum rn_poll_state state, GError **error)
{
	rn_turn_touch (turn, poll);
	return cancel_events (turn, poll, error) && rn_record_step (poll, state, error) && rn_save (turn->db, poll, error);
}

/* "Lea Leader: not Monday, 6 April 2026, every week": so that nobody asks again. */
static void
add_said (rn_turn *turn, GString *details, const rn_person *person, const struct rn_choice *choice, const char *language)
{
	g_autofree char *words = rn_poll_said_text (turn, person, choice->words, language);
	g_string_append_printf (details, "%s: %s\n", person->name, words);
}

static gboolean
give_up (rn_turn *turn, rn_poll *poll, rn_pairing *pairing, GError **error)
{
	g_auto (rn_pair) both = { NULL };
	g_autoptr (GString) details = g_string_new (NULL);
	g_autofree char *language = rn_task_language (turn, turn->program->coordinator, error);

	if (language == NULL || !rn_pair_load (turn, poll->mentor, poll->leader, &both, error))
		return FALSE;
	add_said (turn, details, both.mentor, &poll->by_mentor, language);
	add_said (turn, details, both.leader, &poll->by_leader, language);
	rn_turn_note (turn, "no time was found by mail");
	return end (turn, poll, RN_POLL_FAILED, error) && rn_meeting_help (turn, pairing, details->str, error);
}

static gboolean
schedule (rn_turn *turn, rn_poll *poll, GError **error)
{
	return cancel_events (turn, poll, error) &&
	       rn_turn_raise (turn, poll->asked + (poll->deadline - poll->asked) / 2, "poll:remind", poll, NULL, error) &&
	       rn_turn_raise (turn, poll->deadline, "poll:expire", poll, NULL, error);
}

/* Finds times and mails them. `poll` is saved; when there are none a person helps. */
static gboolean
ask (rn_turn *turn, rn_poll *poll, rn_pairing *pairing, GError **error)
{
	g_auto (rn_pair) both = { NULL };

	if (!rn_pair_load (turn, poll->mentor, poll->leader, &both, error))
		return FALSE;
	/* whoever is away now gets her days to answer from her return on */
	rn_time from = MAX (rn_polite_time (turn, both.mentor, turn->now), rn_polite_time (turn, both.leader, turn->now));
	poll->asked = turn->now;
	poll->deadline = rn_turn_after (turn, "slots_within", RN_POLL_WITHIN, from, both.leader);
	pairing->last_act = turn->now;
	rn_turn_touch (turn, pairing);
	if (!rn_poll_find_slots (turn, poll, &both, error) || !rn_save (turn->db, poll, error) ||
	    !rn_save (turn->db, pairing, error))
		return FALSE;
	rn_turn_touch (turn, poll);
	if (poll->first == 0)
		return give_up (turn, poll, pairing, error);
	rn_turn_note (turn, "both are asked which of %u times suit them", rn_poll_slots (poll));
	return schedule (turn, poll, error) && rn_poll_mail_slots (turn, poll, both.mentor, RN_POLL_ASKS, "", error) &&
	       rn_poll_mail_slots (turn, poll, both.leader, RN_POLL_ASKS, "", error);
}

static gboolean
next_round (rn_turn *turn, rn_poll *poll, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, poll->pairing, error);

	if (pairing == NULL)
		return FALSE;
	if (poll->round >= RN_POLL_ROUNDS)
		return give_up (turn, poll, pairing, error);
	rn_poll_turn_over (poll);
	return ask (turn, poll, pairing, error);
}

/* The poll that a pairing has open, or NULL (an error only when *error is set). */
static rn_poll *
open_poll_of (rn_turn *turn, gint64 pairing, GError **error)
{
	return rn_find_one (turn->db, &rn_poll_kind, error, "pairing", pairing, "state", (int) RN_POLL_ASKED, NULL);
}

static gboolean
refuse (GError **error, const char *why)
{
	g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "no date is asked for: the pairing %s", why);
	return FALSE;
}

static gboolean
may_begin (rn_turn *turn, const rn_pairing *pairing, const rn_meeting *meeting, GError **error)
{
	GError *failure = NULL;
	g_autoptr (rn_poll) open = open_poll_of (turn, pairing->record.id, &failure);

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	if (pairing->state != RN_PAIRING_ACTIVE)
		return refuse (error, "has ended");
	if (open != NULL)
		return refuse (error, "is choosing one already");
	if (meeting != NULL ? !rn_meeting_is_live (meeting) : rn_pairing_has_meeting (turn, pairing))
		return refuse (error, meeting != NULL ? "has no such meeting to come" : "has a meeting to come");
	return TRUE;
}

static void
take_wish (struct rn_choice *choice, GStrv words)
{
	g_autoptr (GStrvBuilder) taken = g_strv_builder_new ();

	for (gsize i = 0; i < RN_MAX_WISHES && words[i] != NULL; i++)
		g_strv_builder_add (taken, words[i]);
	g_strfreev (choice->words);
	choice->words = g_strv_builder_end (taken);
}

gboolean
rn_poll_begin (rn_turn *turn, rn_pairing *pairing, rn_meeting *meeting, const struct rn_meeting_order *order,
               const struct rn_poll_wish *wish, GError **error)
{
	g_auto (rn_pair) both = { NULL };
	g_autoptr (rn_poll) poll = rn_poll_new ();
	struct rn_meeting_window window;

	if (!may_begin (turn, pairing, meeting, error) || !rn_pair_load (turn, pairing->mentor, pairing->leader, &both, error))
		return FALSE;
	rn_meeting_window (turn, pairing, order, &both, &window);
	rn_record_set (&poll->program, turn->program->name);
	rn_record_set (&poll->template, order->template);
	poll->pairing = pairing->record.id;
	poll->mentor = pairing->mentor;
	poll->leader = pairing->leader;
	poll->meeting = meeting != NULL ? meeting->record.id : 0;
	poll->round = 1;
	poll->earliest = window.earliest;
	poll->latest = window.latest;
	poll->length = meeting != NULL ? meeting->ends - meeting->start : window.length;
	if (wish != NULL)
		take_wish (rn_poll_choice (poll, wish->person), wish->words);
	return ask (turn, poll, pairing, error);
}

/* ---- Deciding --------------------------------------------------------------------------- */

/* The meeting gets that time, or is placed then. */
static gboolean
agree (rn_turn *turn, rn_poll *poll, rn_time start, GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, poll->pairing, error);
	gboolean moves = pairing != NULL && poll->meeting != 0;
	g_autoptr (rn_meeting) meeting = moves ? rn_load (turn->db, &rn_meeting_kind, poll->meeting, error) : NULL;

	if (pairing == NULL || (poll->meeting != 0 && meeting == NULL) || !end (turn, poll, RN_POLL_AGREED, error))
		return FALSE;
	if (meeting != NULL)
		return rn_meeting_shift (turn, meeting, start, start + poll->length, error);
	meeting = rn_meeting_place_at (turn, pairing, poll->template, start, start + poll->length, error);
	if (meeting == NULL)
		return FALSE;
	poll->meeting = meeting->record.id; /* what a later answer is about */
	return rn_save (turn->db, poll, error);
}

/* The first of these times that is still to come and free, or 0. */
static gboolean
first_free (rn_turn *turn, const rn_poll *poll, gint64 which, rn_time soonest, rn_time *start, GError **error)
{
	g_auto (rn_pair) both = { NULL };
	g_auto (rn_diary) diary = { NULL };

	*start = 0;
	if (!rn_pair_load (turn, poll->mentor, poll->leader, &both, error))
		return FALSE;
	rn_person *people[] = { both.mentor, both.leader };
	if (!rn_diary_open (&diary, turn, people, G_N_ELEMENTS (people), turn->now, poll->meeting, error))
		return FALSE;
	struct rn_slot_request request = rn_diary_request (&diary, 0, 0, poll->length);
	for (guint n = 0; n < rn_poll_slots (poll) && *start == 0; n++) {
		rn_time slot = rn_poll_slot (poll, n);
		if ((which & 1 << n) != 0 && slot >= soonest && rn_slot_suits (&request, slot))
			*start = slot;
	}
	return TRUE;
}

static gboolean
decide (rn_turn *turn, rn_poll *poll, gint64 which, rn_time soonest, GError **error)
{
	rn_time start = 0;

	if ((which & RN_POLL_KEEP) != 0) {
		rn_turn_note (turn, "the meeting keeps its time");
		return end (turn, poll, RN_POLL_AGREED, error);
	}
	if (!first_free (turn, poll, which, soonest, &start, error))
		return FALSE;
	if (start != 0)
		return agree (turn, poll, start, error);
	rn_turn_note (turn, which != 0 ? "none of these times is free any more" : "no time suits both");
	return next_round (turn, poll, error);
}

/* Whether it still waits for answers. A meeting that took place or was missed meanwhile is not
 * moved any more: the times are for another one; when there is another one already, the poll
 * ends here. */
static gboolean
goes_on_asking (rn_turn *turn, rn_poll *poll, gboolean *goes_on, GError **error)
{
	*goes_on = FALSE;
	if (poll->state != RN_POLL_ASKED)
		return TRUE;
	g_autoptr (rn_meeting) meeting = poll->meeting != 0 ? rn_load (turn->db, &rn_meeting_kind, poll->meeting, error) : NULL;
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, poll->pairing, error);

	if (pairing == NULL || (poll->meeting != 0 && meeting == NULL))
		return FALSE;
	if (meeting != NULL && !rn_meeting_is_live (meeting)) {
		poll->meeting = 0;
		poll->by_mentor.chosen &= RN_POLL_ALL;
		poll->by_leader.chosen &= RN_POLL_ALL;
	}
	*goes_on = poll->meeting != 0 || !rn_pairing_has_meeting (turn, pairing);
	return *goes_on || end (turn, poll, RN_POLL_WITHDRAWN, error);
}

gboolean
rn_poll_settle (rn_turn *turn, rn_poll *poll, GError **error)
{
	gboolean goes_on = FALSE, fine = goes_on_asking (turn, poll, &goes_on, error);

	if (!goes_on)
		return fine;
	gint64 common = rn_poll_common (poll);
	gboolean all_said = poll->by_mentor.said != RN_POLL_NOTHING && poll->by_leader.said != RN_POLL_NOTHING;

	return (common != 0 && !all_said) || decide (turn, poll, common, turn->now + RN_POLL_NOTICE, error);
}

gboolean
rn_poll_remind (rn_turn *turn, rn_poll *poll, GError **error)
{
	g_auto (rn_pair) both = { NULL };

	/* an engine that was down past the deadline reminds nobody of what is over */
	if (poll->state != RN_POLL_ASKED || poll->reminded || turn->now >= poll->deadline)
		return TRUE;
	poll->reminded = TRUE;
	rn_turn_touch (turn, poll);
	return rn_pair_load (turn, poll->mentor, poll->leader, &both, error) && rn_save (turn->db, poll, error) &&
	       (poll->by_mentor.said != RN_POLL_NOTHING ||
	        rn_poll_mail_slots (turn, poll, both.mentor, RN_POLL_REMINDS, "", error)) &&
	       (poll->by_leader.said != RN_POLL_NOTHING ||
	        rn_poll_mail_slots (turn, poll, both.leader, RN_POLL_REMINDS, "", error));
}

gboolean
rn_poll_expire (rn_turn *turn, rn_poll *poll, GError **error)
{
	gboolean goes_on = FALSE, fine = goes_on_asking (turn, poll, &goes_on, error);

	if (!goes_on)
		return fine;
	rn_turn_touch (turn, poll);
	rn_turn_note (turn, "not everybody answered: what is known decides");
	return decide (turn, poll, rn_poll_common (poll), turn->now + RN_DAY, error);
}

gboolean
rn_poll_withdraw (rn_turn *turn, gint64 pairing, GError **error)
{
	GError *failure = NULL;
	g_autoptr (rn_poll) poll = open_poll_of (turn, pairing, &failure);

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	return poll == NULL || end (turn, poll, RN_POLL_WITHDRAWN, error);
}

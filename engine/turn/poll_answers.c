#include "poll_parts.h"

#include "clock.h"
#include "ends.h"
#include "heard.h"
#include "mailing.h"
#include "records.h"
#include "wishes.h"

/* What was excluded, or is so every week, holds for later rounds whatever was said now; days
 * that were asked for do when none of the times fitted them. */
static GStrv
words_to_keep (GStrv before, GStrv now, gboolean is_none, GTimeZone *zone)
{
	g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
	GStrv lists[] = { before, now };
	int n = 0;

	for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
		for (char **word = lists[i]; *word != NULL; word++) {
			struct rn_wish wish;
			gboolean lasts = rn_wish_parse (*word, zone, &wish) &&
			                 (wish.is_excluded || (i == 1 && (is_none || wish.every != 0)));
			gboolean is_old = i == 0 && (n >= RN_MAX_WISHES || g_strv_contains ((const char *const *) now, *word));
			if (lasts && !is_old)
				g_strv_builder_add (kept, *word), n++;
		}
	return g_strv_builder_end (kept);
}

/* Notes what she said and tells her; whether it decides is looked at in a turn of its own. */
static gboolean
take (rn_turn *turn, rn_poll *poll, rn_person *person, const rn_poll_words *words, const rn_person *by, GError **error)
{
	struct rn_choice *choice = rn_poll_choice (poll, person->record.id);
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, poll->pairing, error);
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, error);

	if (pairing == NULL || zone == NULL)
		return FALSE;
	GStrv kept = words_to_keep (choice->words, words->words, words->said == RN_POLL_NONE, zone);
	g_strfreev (choice->words);
	choice->words = kept;
	choice->said = words->said;
	choice->chosen = words->chosen;
	pairing->last_act = turn->now;
	rn_turn_touch (turn, pairing);
	rn_turn_note (turn, words->said == RN_POLL_NONE ? "none of the times suits %s" : "%s chose times", person->name);
	if (by != NULL)
		rn_turn_note (turn, "answered by %s for %s", by->name, person->name);
	return rn_save (turn->db, pairing, error) && rn_save (turn->db, poll, error) &&
	       rn_poll_mail_receipt (turn, poll, person, words->words, by, error) &&
	       rn_turn_raise (turn, turn->now, "poll:settle", poll, NULL, error);
}

/* The first of the times that were chosen, or the hour that was said; 0 for neither. */
static rn_time
time_said (const rn_poll *poll, const rn_poll_words *words, GTimeZone *zone)
{
	struct rn_wish wish;

	for (guint n = 0; words->said == RN_POLL_SOME && n < rn_poll_slots (poll); n++)
		if ((words->chosen & 1 << n) != 0)
			return rn_poll_slot (poll, n);
	if (words->words[0] == NULL || words->words[1] != NULL || !rn_wish_parse (words->words[0], zone, &wish))
		return 0;
	return !wish.is_excluded && wish.span.start == wish.span.end ? wish.span.start : 0;
}

static gboolean
has_chosen (const rn_poll *poll, const rn_poll_words *words, rn_time start)
{
	for (guint n = 0; words->said == RN_POLL_SOME && n < rn_poll_slots (poll); n++)
		if ((words->chosen & 1 << n) != 0 && rn_poll_slot (poll, n) == start)
			return TRUE;
	return FALSE;
}

/* It is over and there is a meeting: its own time among the numbers accepts it, another
 * number or an hour proposes that, "none of them" declines it. */
static gboolean
answer_late (rn_turn *turn, rn_poll *poll, rn_person *person, const rn_poll_words *words, GTimeZone *zone, const char **outcome,
             GError **error)
{
	g_autoptr (rn_meeting) meeting = poll->meeting != 0 ? rn_load (turn->db, &rn_meeting_kind, poll->meeting, error) : NULL;
	rn_time start = time_said (poll, words, zone);

	if (poll->meeting != 0 && meeting == NULL)
		return FALSE;
	*outcome = rn_end_over;
	if (meeting == NULL || !rn_meeting_is_live (meeting) || turn->now >= meeting->start)
		return TRUE;
	gboolean accepts = has_chosen (poll, words, meeting->start);
	gboolean declines = words->said == RN_POLL_NONE && words->words[0] == NULL;
	if (accepts || declines)
		return rn_meeting_answer (turn, meeting, person, accepts ? RN_PARTSTAT_ACCEPTED : RN_PARTSTAT_DECLINED,
		                          meeting->sequence, turn->now, outcome, error);
	*outcome = rn_end_not_understood;
	return start == 0 || rn_meeting_counter (turn, meeting, person, start, 0, outcome, error);
}

/* "I take that back": as if she had not answered. */
static gboolean
take_back (rn_turn *turn, rn_poll *poll, rn_person *person, GError **error)
{
	struct rn_choice *choice = rn_poll_choice (poll, person->record.id);
	g_autofree char *ref = rn_record_ref (poll);
	struct rn_mailing receipt = { .person = person, .template = "receipt-undo", .about = ref, .is_answer = TRUE };

	choice->said = RN_POLL_NOTHING;
	choice->chosen = 0;
	rn_turn_note (turn, "%s takes her answer back", person->name);
	return rn_save (turn->db, poll, error) && rn_turn_mail (turn, &receipt, error);
}

gboolean
rn_poll_answer (rn_turn *turn, rn_poll *poll, rn_person *person, const rn_reading *reading, const rn_person *by,
                const char **outcome, GError **error)
{
	g_auto (rn_poll_words) words = { 0 };
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, error);

	rn_turn_touch (turn, poll);
	if (zone == NULL)
		return FALSE;
	rn_poll_read (poll, reading, zone, turn->now, &words);
	*outcome = NULL;
	if (words.said == RN_POLL_NOTHING && poll->state == RN_POLL_ASKED && rn_answer_of (reading, RN_INTENT_UNDO) != NULL)
		return take_back (turn, poll, person, error);
	if (words.said == RN_POLL_NOTHING)
		*outcome = rn_end_not_understood;
	if (poll->state != RN_POLL_ASKED)
		return answer_late (turn, poll, person, &words, zone, outcome, error);
	return *outcome != NULL || take (turn, poll, person, &words, by, error);
}

/* ---- Answers by calendar -------------------------------------------------------------------- */

rn_poll *
rn_poll_about (rn_turn *turn, const rn_meeting *meeting, GError **error)
{
	return rn_find_one (turn->db, &rn_poll_kind, error, "meeting", meeting->record.id, "state", (int) RN_POLL_ASKED, NULL);
}

/* The same in *poll, NULL for none. */
static gboolean
find_about (rn_turn *turn, const rn_meeting *meeting, rn_poll **poll, GError **error)
{
	GError *failure = NULL;

	*poll = rn_poll_about (turn, meeting, &failure);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return failure == NULL;
}

gboolean
rn_poll_keeps (rn_turn *turn, const rn_meeting *meeting, rn_person *person, gboolean *taken, GError **error)
{
	g_autoptr (rn_poll) poll = NULL;
	gboolean fine = find_about (turn, meeting, &poll, error);

	*taken = poll != NULL;
	if (poll == NULL)
		return fine;
	struct rn_choice *choice = rn_poll_choice (poll, person->record.id);
	choice->said = RN_POLL_SOME;
	choice->chosen |= RN_POLL_KEEP;
	rn_turn_touch (turn, poll);
	return rn_save (turn->db, poll, error) && rn_turn_raise (turn, turn->now, "poll:settle", poll, NULL, error);
}

gboolean
rn_poll_proposes (rn_turn *turn, const rn_meeting *meeting, rn_person *person, rn_time start, gboolean *taken, GError **error)
{
	g_autoptr (rn_poll) poll = NULL;
	gboolean fine = find_about (turn, meeting, &poll, error);

	*taken = poll != NULL;
	if (poll == NULL)
		return fine;
	g_autoptr (rn_reading) reading = rn_reading_new ();
	g_autofree char *text = rn_time_text (start);
	const char *outcome = NULL;
	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, text, 100);
	return rn_poll_answer (turn, poll, person, reading, NULL, &outcome, error);
}

gboolean
rn_poll_lets_go (rn_turn *turn, const rn_meeting *meeting, GError **error)
{
	g_autoptr (rn_poll) poll = NULL;
	gboolean fine = find_about (turn, meeting, &poll, error);

	if (poll == NULL)
		return fine;
	poll->meeting = 0;
	return rn_save (turn->db, poll, error);
}

#include "booked_news.h"

#include "ends.h"
#include "meetings.h"
#include "queries.h"

/* ---- What a mail says ------------------------------------------------------------- */

static gboolean
is_off (const struct rn_calendar *item)
{
	return g_str_equal (item->method, "CANCEL") || g_str_equal (item->status, "CANCELLED");
}

/* Instants without a time stamp are as new as their mail. */
static rn_time
stamp_of (const rn_booked_news *news, const struct rn_calendar *item)
{
	return item->dtstamp != 0 ? MIN (item->dtstamp, news->turn->now) : news->turn->now;
}

static void
add_word (rn_booked_news *news, const struct rn_calendar *item, rn_time occurrence, rn_time start)
{
	rn_time length = item->end > item->start ? item->end - item->start : RN_HOUR;
	struct rn_booked_word word = { item, occurrence, start, start + length, is_off (item) };

	if (news->words->len < RN_MAX_BOOKED)
		g_array_append_val (news->words, word);
}

/* Whether another item of the mail moves an occurrence to that instant. */
static gboolean
is_moved_to (const GPtrArray *items, rn_time start)
{
	for (guint i = 0; i < items->len; i++) {
		const struct rn_calendar *item = g_ptr_array_index (items, i);
		if (item->recurrence_id != 0 && item->start == start)
			return TRUE;
	}
	return FALSE;
}

static void
add_series (rn_booked_news *news, const struct rn_calendar *item, const GPtrArray *items)
{
	for (guint i = 0; i < item->occurrences->len; i++) {
		rn_time start = g_array_index (item->occurrences, rn_time, i);
		if (start > news->turn->now - RN_DAY && start < news->turn->now + RN_BOOKED_AHEAD && !is_moved_to (items, start))
			add_word (news, item, start, start);
	}
}

/* A word about this and all later occurrences (RFC 5545, 3.2.13): they shift as it does. */
static void
add_later (rn_booked_news *news, const struct rn_calendar *item)
{
	for (guint i = 0; i < news->known->len; i++) {
		const rn_meeting *meeting = g_ptr_array_index (news->known, i);
		if (meeting->occurrence > item->recurrence_id)
			add_word (news, item, meeting->occurrence, meeting->occurrence + item->start - item->recurrence_id);
	}
}

static void
read_item (rn_booked_news *news, const struct rn_calendar *item, const GPtrArray *items)
{
	if (item->recurrence_id != 0) {
		add_word (news, item, item->recurrence_id, item->start != 0 ? item->start : item->recurrence_id);
		if (g_str_equal (item->range, "THISANDFUTURE"))
			add_later (news, item);
	} else if (g_str_equal (item->method, "ADD")) {
		add_word (news, item, item->start, item->start);
	} else if (item->occurrences->len > 0 && !is_off (item)) {
		add_series (news, item, items);
	} else {
		add_word (news, item, 0, item->start);
	}
}

/* ---- What it changes ---------------------------------------------------------------- */

static gboolean
is_settled (const rn_meeting *meeting)
{
	return !rn_meeting_is_live (meeting) && meeting->state != RN_MEETING_CANCELLED;
}

rn_meeting *
rn_booked_known (const rn_booked_news *news, rn_time occurrence)
{
	for (guint i = news->known->len; i > 0; i--) {
		rn_meeting *meeting = g_ptr_array_index (news->known, i - 1);
		if (meeting->occurrence == occurrence)
			return meeting;
	}
	return NULL;
}

/* What the organizer's calendar says of one of the two; she has accepted herself. */
static int
partstat_in (rn_turn *turn, const struct rn_calendar *item, gint64 person)
{
	for (gsize i = 0; item->attendees[i] != NULL && item->partstats[i] != NULL; i++) {
		g_autoptr (rn_person) attendee = rn_person_by_address (turn->db, item->attendees[i], NULL);
		int partstat = rn_partstat_parse (item->partstats[i]);
		if (attendee != NULL && attendee->record.id == person)
			return partstat >= 0 ? partstat : RN_PARTSTAT_NEEDS_ACTION;
	}
	return RN_PARTSTAT_ACCEPTED;
}

/* It takes place unless one of them said no. */
static int
state_of (const rn_meeting *meeting)
{
	gboolean no = meeting->by_mentor.partstat == RN_PARTSTAT_DECLINED || meeting->by_leader.partstat == RN_PARTSTAT_DECLINED;
	return no ? RN_MEETING_INVITED : RN_MEETING_ACCEPTED;
}

static void
fill_in (rn_booked_news *news, rn_meeting *meeting, const struct rn_booked_word *word)
{
	meeting->sequence = word->item->sequence;
	meeting->dtstamp = stamp_of (news, word->item);
	if (word->is_off)
		return;
	meeting->start = word->start;
	meeting->ends = word->ends;
	meeting->by_mentor.partstat = partstat_in (news->turn, word->item, meeting->mentor);
	meeting->by_leader.partstat = partstat_in (news->turn, word->item, meeting->leader);
}

static gboolean
book (rn_booked_news *news, const struct rn_booked_word *word, GError **error)
{
	g_autoptr (rn_meeting) meeting = rn_meeting_new ();

	rn_record_set (&meeting->program, news->turn->program->name);
	rn_record_set (&meeting->uid, word->item->uid);
	meeting->pairing = news->pairing->record.id;
	meeting->mentor = news->pairing->mentor;
	meeting->leader = news->pairing->leader;
	meeting->number = news->pairing->meetings + 1;
	meeting->occurrence = word->occurrence;
	meeting->booked = TRUE;
	meeting->start = word->start;
	meeting->ends = word->ends;
	fill_in (news, meeting, word);
	meeting->state = word->is_off ? RN_MEETING_CANCELLED : state_of (meeting);
	if (!rn_meeting_keep (news->turn, meeting, error))
		return FALSE;
	news->booked += !word->is_off;
	if (word->is_off) /* remembered for an invitation that comes in late */
		news->nothing = rn_end_unknown_meeting;
	if (!word->is_off && (news->next == NULL || meeting->start < news->next->start))
		news->next = meeting;
	g_ptr_array_add (news->known, g_steal_pointer (&meeting));
	return TRUE;
}

static gboolean
change (rn_booked_news *news, rn_meeting *meeting, const struct rn_booked_word *word, GError **error)
{
	gboolean was_off = meeting->state == RN_MEETING_CANCELLED;
	gboolean moves = !word->is_off && (meeting->start != word->start || meeting->ends != word->ends);

	fill_in (news, meeting, word);
	int state = word->is_off ? RN_MEETING_CANCELLED : state_of (meeting);
	if (meeting->state != state && !rn_record_step (meeting, state, error))
		return FALSE;
	meeting->moved += moves;
	news->off += word->is_off && !was_off;
	news->booked += was_off && !word->is_off;
	news->moved += moves && !was_off;
	if (was_off && !word->is_off && (news->next == NULL || meeting->start < news->next->start))
		news->next = meeting;
	return rn_meeting_keep (news->turn, meeting, error);
}

/* Whether the whole was called off by a newer mail that came first. */
static gboolean
is_called_off (const rn_booked_news *news, const struct rn_booked_word *word)
{
	const rn_meeting *whole = rn_booked_known (news, 0);
	return whole != NULL && whole->state == RN_MEETING_CANCELLED && word->occurrence != 0 &&
	       !rn_meeting_is_newer (whole, word->item->sequence, stamp_of (news, word->item));
}

static gboolean
take_word (rn_booked_news *news, const struct rn_booked_word *word, GError **error)
{
	rn_meeting *meeting = rn_booked_known (news, word->occurrence);
	rn_time dtstamp = stamp_of (news, word->item);

	news->nothing = NULL;
	if (meeting != NULL && !rn_meeting_is_newer (meeting, word->item->sequence, dtstamp))
		news->nothing = meeting->sequence == word->item->sequence && meeting->dtstamp == dtstamp ? rn_end_repeated
		                                                                                         : rn_end_stale;
	else if (is_called_off (news, word))
		news->nothing = rn_end_stale;
	else if (meeting != NULL && is_settled (meeting) && (word->is_off || word->start <= news->turn->now))
		news->nothing = rn_end_over;
	else if (!word->is_off && word->ends <= news->turn->now && (meeting == NULL || !rn_meeting_is_live (meeting)))
		news->nothing = rn_end_in_the_past;
	if (news->nothing != NULL)
		return TRUE;
	/* what has taken place stays on record when the two meet again under its UID */
	return meeting == NULL || is_settled (meeting) ? book (news, word, error) : change (news, meeting, word, error);
}

static gboolean
is_named (const rn_booked_news *news, rn_time occurrence)
{
	for (guint i = 0; i < news->words->len; i++)
		if (g_array_index (news->words, struct rn_booked_word, i).occurrence == occurrence)
			return TRUE;
	return FALSE;
}

/* An invitation to the whole says all: what it does not name is off, and the whole is
 * off with a CANCEL of it. */
static gboolean
take_rest (rn_booked_news *news, const struct rn_calendar *item, GError **error)
{
	guint n = news->known->len;

	for (guint i = 0; i < n; i++) {
		rn_meeting *meeting = g_ptr_array_index (news->known, i);
		struct rn_booked_word word = { item, meeting->occurrence, meeting->start, meeting->ends, TRUE };
		if (rn_meeting_is_live (meeting) && meeting->start > news->turn->now && !is_named (news, meeting->occurrence) &&
		    rn_meeting_is_newer (meeting, item->sequence, stamp_of (news, item)) && !change (news, meeting, &word, error))
			return FALSE;
	}
	return TRUE;
}

gboolean
rn_booked_apply (rn_booked_news *news, const GPtrArray *items, GError **error)
{
	for (guint i = 0; i < items->len; i++)
		read_item (news, g_ptr_array_index (items, i), items);
	for (guint i = 0; i < news->words->len; i++)
		if (!take_word (news, &g_array_index (news->words, struct rn_booked_word, i), error))
			return FALSE;
	for (guint i = 0; i < items->len; i++) {
		const struct rn_calendar *item = g_ptr_array_index (items, i);
		if (item->recurrence_id == 0 && !g_str_equal (item->method, "ADD") && !take_rest (news, item, error))
			return FALSE;
	}
	return TRUE;
}

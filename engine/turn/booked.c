#include "booked.h"

#include <string.h>

#include "address.h"
#include "booked_news.h"
#include "mailing.h"
#include "polls.h"
#include "queries.h"
#include "strangers.h"

/* ---- What follows -------------------------------------------------------------------- */

static gboolean
has_next (const rn_booked_news *news, gboolean *has, GError **error)
{
	g_autoptr (GPtrArray) all = rn_find (news->turn->db, &rn_meeting_kind, error, "pairing", news->pairing->record.id, NULL);

	*has = FALSE;
	for (guint i = 0; all != NULL && i < all->len; i++)
		*has = *has || rn_meeting_is_live (g_ptr_array_index (all, i));
	return all != NULL;
}

static gboolean
tell_policy (rn_booked_news *news, GError **error)
{
	gboolean has = FALSE;
	g_autofree char *person = rn_record_ref (news->sender);

	if (news->next != NULL)
		return rn_turn_raise (news->turn, news->turn->now, "meeting:booked", news->next, NULL, error);
	if (news->off == 0)
		return TRUE;
	if (!has_next (news, &has, error))
		return FALSE;
	const rn_meeting *last = g_ptr_array_index (news->known, news->known->len - 1);
	return has || rn_turn_raise (news->turn, news->turn->now, "meeting:declined", last,
	                             g_variant_new_parsed ("{'person': <%s>}", person), error);
}

/* How the invitation names the program, or NULL when it does not. */
static const char *
our_address (const rn_turn *turn, const struct rn_calendar *item, gboolean *has_accepted)
{
	for (gsize i = 0; item->attendees[i] != NULL && item->partstats[i] != NULL; i++) {
		g_autofree char *base = rn_address_base (item->attendees[i]);
		if (!g_str_equal (base, turn->program->address))
			continue;
		*has_accepted = g_str_equal (item->partstats[i], "ACCEPTED");
		return item->attendees[i];
	}
	return NULL;
}

static rn_invitation *
reply_to (const rn_booked_news *news, const struct rn_calendar *item, const char *address, const rn_meeting *meeting)
{
	rn_invitation *reply = rn_reply_new (item->uid, item->organizer, address, "ACCEPTED");

	rn_record_set (&reply->summary, item->summary);
	reply->sequence = item->sequence;
	reply->dtstamp = news->turn->now;
	reply->recurrence_id = item->recurrence_id;
	reply->start = meeting->start;
	reply->end = meeting->ends;
	return reply;
}

/* The organizer's calendar shows us as coming, and the two learn that it counts. */
static gboolean
answer (rn_booked_news *news, const struct rn_calendar *item, const rn_meeting *meeting, GError **error)
{
	gboolean has_accepted = FALSE;
	const char *address = our_address (news->turn, item, &has_accepted);
	g_autoptr (rn_person) organizer = rn_person_by_address (news->turn->db, item->organizer, NULL);

	if (address == NULL || has_accepted || organizer == NULL || rn_pairing_other (news->pairing, organizer->record.id) == 0)
		return TRUE;
	g_autoptr (rn_person) other =
		rn_load (news->turn->db, &rn_person_kind, rn_pairing_other (news->pairing, organizer->record.id), error);
	if (other == NULL)
		return FALSE;
	g_autoptr (rn_invitation) reply = reply_to (news, item, address, meeting);
	g_autofree char *ref = rn_record_ref (meeting), *when = rn_turn_when (organizer, meeting->start, meeting->ends);
	g_autoptr (GByteArray) fields = g_byte_array_new ();
	rn_bundle_text (fields, "other_name", other->name);
	rn_bundle_text (fields, "when", when);
	rn_bundle_flag (fields, "is_series", item->occurrences->len > 1);
	struct rn_mailing mailing = {
		.person = organizer, .template = "meeting-noted", .about = ref,
		.fields = fields, .invitation = reply, .is_answer = TRUE,
	};
	return rn_turn_mail (news->turn, &mailing, error);
}

/* The newest record of what the mail is about. */
static const rn_meeting *
subject_of (const rn_booked_news *news)
{
	if (news->next != NULL)
		return news->next;
	for (guint i = 0; i < news->words->len; i++) {
		rn_time occurrence = g_array_index (news->words, struct rn_booked_word, i).occurrence;
		const rn_meeting *meeting = rn_booked_known (news, occurrence);
		if (meeting != NULL && rn_meeting_is_live (meeting))
			return meeting;
	}
	return NULL;
}

static gboolean
follow (rn_booked_news *news, const GPtrArray *items, struct rn_ending *ending, GError **error)
{
	if (!rn_booked_apply (news, items, error))
		return FALSE;
	guint changes = news->booked + news->moved + news->off;
	const char *what = news->booked > 0 ? rn_end_booked : news->moved > 0 ? rn_end_moved : rn_end_cancelled;
	if (changes == 0) {
		*ending = (struct rn_ending) { RN_INBOX_IGNORED, news->nothing != NULL ? news->nothing : rn_end_repeated };
		/* news without a change: a text, or who comes */
		if (news->nothing == NULL && news->words->len > 0)
			*ending = (struct rn_ending) { RN_INBOX_APPLIED, rn_end_no_change };
	} else {
		*ending = (struct rn_ending) { RN_INBOX_APPLIED, what };
		rn_turn_note (news->turn, "by %s: %u booked, %u moved, %u off", news->sender->name, news->booked, news->moved,
		              news->off);
	}
	/* who has chosen needs not be asked for a date any more */
	if (news->booked > 0 && !rn_poll_withdraw (news->turn, news->pairing->record.id, error))
		return FALSE;
	const rn_meeting *subject = subject_of (news);
	gboolean is_done = subject == NULL || ending->state != RN_INBOX_APPLIED;
	return tell_policy (news, error) && (is_done || answer (news, g_ptr_array_index (items, 0), subject, error));
}

/* ---- Whose it is ----------------------------------------------------------------------- */

/* Notes the person with that address among those that are named. FALSE: a third one. */
static gboolean
name_person (rn_turn *turn, const char *address, gint64 ids[2])
{
	g_autoptr (rn_person) person = *address != '\0' ? rn_person_by_address (turn->db, address, NULL) : NULL;

	for (int i = 0; i < 2; i++) {
		if (person == NULL || ids[i] == person->record.id)
			return TRUE;
		if (ids[i] == 0) {
			ids[i] = person->record.id;
			return TRUE;
		}
	}
	return FALSE;
}

/* The active pairing of the two people who are on it: whoever else is, is not known
 * here: a room, a guest. */
static rn_pairing *
pairing_on (rn_turn *turn, const struct rn_calendar *item)
{
	gint64 ids[2] = { 0, 0 };

	if (!name_person (turn, item->organizer, ids))
		return NULL;
	for (gsize i = 0; item->attendees[i] != NULL; i++)
		if (!name_person (turn, item->attendees[i], ids))
			return NULL;
	if (ids[1] == 0)
		return NULL;
	for (int i = 0; i < 2; i++) {
		rn_pairing *pairing = rn_find_one (turn->db, &rn_pairing_kind, NULL, "program", turn->program->name,
		                                   "mentor", ids[i], "leader", ids[1 - i], "state", RN_PAIRING_ACTIVE, NULL);
		if (pairing != NULL)
			return pairing;
	}
	return NULL;
}

static gboolean
is_of_pair (const rn_pairing *pairing, const rn_sender *sender)
{
	return sender->person != NULL && rn_pairing_other (pairing, sender->person->record.id) != 0;
}

gboolean
rn_booked_take (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	const struct rn_calendar *item = g_ptr_array_index (reading->calendar, 0);
	g_autoptr (GPtrArray) known = rn_find (turn->db, &rn_meeting_kind, error, "uid", item->uid, NULL);

	if (known == NULL)
		return FALSE;
	const rn_meeting *first = known->len > 0 ? g_ptr_array_index (known, 0) : NULL;
	if (first != NULL && !first->booked) {
		*ending = (struct rn_ending) { RN_INBOX_HELD, rn_end_unexpected_method };
		return TRUE;
	}
	g_autoptr (rn_pairing) pairing = first != NULL ? rn_load (turn->db, &rn_pairing_kind, first->pairing, error)
	                                               : pairing_on (turn, item);
	if (first != NULL && pairing == NULL)
		return FALSE;
	if (pairing == NULL || !is_of_pair (pairing, sender))
		return rn_strangers_take (turn, reading, sender, ending, error);
	if (pairing->state != RN_PAIRING_ACTIVE) {
		*ending = (struct rn_ending) { RN_INBOX_IGNORED, rn_end_over };
		return TRUE;
	}
	g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (struct rn_booked_word));
	rn_booked_news news = { .turn = turn, .pairing = pairing, .sender = sender->person, .known = known, .words = words };
	rn_turn_touch (turn, pairing);
	return follow (&news, reading->calendar, ending, error);
}

#include "sender.h"

#include <string.h>

#include "address.h"
#include "meeting.h"
#include "offer.h"
#include "outbox.h"
#include "pairing.h"
#include "poll.h"
#include "queries.h"

void
rn_sender_clear (rn_sender *sender)
{
	rn_record_free (sender->person);
	rn_record_free (sender->asked);
	g_free (sender->program);
	g_free (sender->about);
}

/* What a token or a Message-ID of ours leads to. */
struct lead {
	gboolean found;
	gint64 person;
	char *about, *program;
};

static gboolean
try_token (rn_db *db, const char *token, struct lead *lead, GError **error)
{
	return token == NULL || *token == '\0' ||
	       rn_token_find (db, token, &lead->found, &lead->person, &lead->about, &lead->program, error);
}

static gboolean
by_recipients (rn_db *db, const rn_reading *reading, struct lead *lead, GError **error)
{
	for (gsize i = 0; reading->recipients != NULL && reading->recipients[i] != NULL && !lead->found; i++) {
		g_autofree char *tag = rn_address_tag (reading->recipients[i]);
		if (!try_token (db, tag, lead, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
by_organizer (rn_db *db, const rn_reading *reading, struct lead *lead, GError **error)
{
	for (guint i = 0; i < reading->calendar->len && !lead->found; i++) {
		const struct rn_calendar *item = g_ptr_array_index (reading->calendar, i);
		g_autofree char *tag = rn_address_tag (item->organizer);
		if (!try_token (db, tag, lead, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
by_message (rn_db *db, const char *message_id, struct lead *lead, GError **error)
{
	if (lead->found || *message_id == '\0')
		return TRUE;
	return rn_outbox_by_message_id (db, message_id, &lead->found, &lead->person, &lead->about, &lead->program, error);
}

static gboolean
by_references (rn_db *db, const rn_reading *reading, struct lead *lead, GError **error)
{
	if (!by_message (db, reading->in_reply_to, lead, error))
		return FALSE;
	for (gsize i = reading->references != NULL ? g_strv_length (reading->references) : 0; i > 0 && !lead->found; i--)
		if (!by_message (db, reading->references[i - 1], lead, error))
			return FALSE;
	return TRUE;
}

/* A calendar answer without any token: its UID and who answers. */
static gboolean
by_uid (rn_db *db, const rn_reading *reading, struct lead *lead, GError **error)
{
	for (guint i = 0; i < reading->calendar->len && !lead->found; i++) {
		const struct rn_calendar *item = g_ptr_array_index (reading->calendar, i);
		GError *failure = NULL;
		g_autoptr (rn_meeting) meeting = rn_find_one (db, &rn_meeting_kind, &failure, "uid", item->uid, NULL);
		g_autoptr (rn_person) attendee = meeting != NULL ? rn_person_by_address (db, item->attendee, &failure) : NULL;
		if (failure != NULL) {
			g_propagate_error (error, failure);
			return FALSE;
		}
		if (attendee == NULL || rn_meeting_other (meeting, attendee->record.id) == 0)
			continue;
		*lead = (struct lead) { TRUE, attendee->record.id, rn_record_ref (meeting), g_strdup (meeting->program) };
	}
	return TRUE;
}

/* The other one of the two whom a record is about, if `person` is one of them. */
static gint64
other_of (rn_db *db, const char *about, gint64 person)
{
	const struct rn_kind *kind;
	gint64 id, other = 0;

	if (!rn_ref_parse (about, &kind, &id))
		return 0;
	struct rn_record *record = rn_load (db, kind, id, NULL);
	if (record == NULL)
		return 0;
	if (kind == &rn_meeting_kind)
		other = rn_meeting_other ((rn_meeting *) record, person);
	else if (kind == &rn_poll_kind)
		other = rn_poll_other ((rn_poll *) record, person);
	else if (kind == &rn_pairing_kind)
		other = rn_pairing_other ((rn_pairing *) record, person);
	else if (kind == &rn_offer_kind)
		other = rn_offer_other ((rn_offer *) record, person);
	rn_record_free (record);
	return other;
}

static enum rn_trust
judge (rn_db *db, const rn_reading *reading, const struct lead *lead, rn_sender *sender)
{
	if (g_str_equal (reading->authentication, "fail"))
		return RN_TRUST_FORGED;
	if (!lead->found)
		return sender->person != NULL ? RN_TRUST_ADDRESS : RN_TRUST_STRANGER;
	if (lead->person == 0)
		return RN_TRUST_COORDINATOR;
	if (sender->person != NULL && sender->person->record.id == lead->person)
		return RN_TRUST_TOKEN;
	if (sender->person != NULL && other_of (db, lead->about, lead->person) == sender->person->record.id)
		return RN_TRUST_PARTNER;
	return RN_TRUST_MISMATCH;
}

gboolean
rn_sender_find (rn_db *db, const rn_reading *reading, const char *stand_in, rn_sender *sender, GError **error)
{
	struct lead lead = { FALSE, 0, NULL, NULL };
	GError *failure = NULL;
	g_autofree char *from = rn_address_base (reading->from);

	if (!by_recipients (db, reading, &lead, error) || !by_organizer (db, reading, &lead, error) ||
	    !by_references (db, reading, &lead, error) || !by_uid (db, reading, &lead, error))
		return FALSE;
	sender->about = lead.about != NULL ? lead.about : g_strdup ("");
	sender->program = lead.program != NULL ? lead.program : g_strdup ("");
	/* as it was written first: some people's address has a plus part of its own */
	sender->person = *from != '\0' ? rn_person_by_address (db, reading->from, &failure) : NULL;
	if (sender->person == NULL && *from != '\0' && failure == NULL)
		sender->person = rn_person_by_address (db, from, &failure);
	if (failure == NULL && lead.found && lead.person != 0)
		sender->asked = rn_load (db, &rn_person_kind, lead.person, &failure);
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	/* in a trial one mailbox plays everybody */
	if (sender->asked != NULL && *stand_in != '\0' && g_str_equal (from, stand_in)) {
		rn_record_free (sender->person);
		sender->person = rn_load (db, &rn_person_kind, lead.person, error);
	}
	sender->trust = judge (db, reading, &lead, sender);
	return TRUE;
}

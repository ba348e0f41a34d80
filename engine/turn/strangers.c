#include "strangers.h"

#include <string.h>

#include "address.h"
#include "error.h"
#include "mailing.h"
#include "queries.h"

static gboolean
listens (const rn_turn *turn, const char *event)
{
	return g_hash_table_contains (turn->program->listens, event);
}

rn_invitation *
rn_reply_new (const char *uid, const char *organizer, const char *attendee, const char *partstat)
{
	rn_invitation *reply = rn_invitation_new ();

	rn_record_set (&reply->method, "REPLY");
	rn_record_set (&reply->uid, uid);
	rn_record_set (&reply->organizer, organizer);
	rn_invitation_add (reply, attendee, NULL, partstat);
	return reply;
}

/* ---- Invitations ------------------------------------------------------------------ */

static void
add_person (rn_turn *turn, GPtrArray *refs, const char *address)
{
	g_autoptr (rn_person) person = *address != '\0' ? rn_person_by_address (turn->db, address, NULL) : NULL;
	g_autofree char *ref = person != NULL ? rn_record_ref (person) : NULL;

	if (ref != NULL && !g_ptr_array_find_with_equal_func (refs, ref, g_str_equal, NULL))
		g_ptr_array_add (refs, g_steal_pointer (&ref));
}

/* Who of the directory is on it. */
static GVariant *
people_on (rn_turn *turn, const struct rn_calendar *item)
{
	g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);

	add_person (turn, refs, item->organizer);
	for (gsize i = 0; item->attendees[i] != NULL; i++)
		add_person (turn, refs, item->attendees[i]);
	return g_variant_new_parsed ("{'people': <%@as>}", g_variant_new_strv ((const char *const *) refs->pdata, refs->len));
}

static void
fill_in (rn_turn *turn, rn_invited *invitation, const struct rn_calendar *item)
{
	rn_record_set (&invitation->program, turn->program->name);
	rn_record_set (&invitation->uid, item->uid);
	rn_record_set (&invitation->organizer, item->organizer);
	rn_record_set (&invitation->summary, item->summary);
	rn_record_set (&invitation->address, "");
	for (gsize i = 0; item->attendees[i] != NULL; i++) {
		g_autofree char *base = rn_address_base (item->attendees[i]);
		if (g_str_equal (base, turn->program->address))
			rn_record_set (&invitation->address, item->attendees[i]);
	}
	invitation->start = item->start;
	invitation->ends = item->end > item->start ? item->end : item->start + RN_HOUR;
	invitation->series = item->occurrences->len > 1;
	invitation->occurrence = item->recurrence_id;
	invitation->sequence = item->sequence;
	invitation->dtstamp = item->dtstamp;
}

/* Why it changes nothing, or NULL. */
static const char *
nothing_new (const rn_turn *turn, const rn_invited *known, const struct rn_calendar *item, gboolean is_off)
{
	if (known == NULL && is_off)
		return rn_end_unknown_meeting;
	if (known != NULL && known->sequence == item->sequence && known->dtstamp == item->dtstamp &&
	    is_off == (known->state == RN_INVITED_CANCELLED))
		return rn_end_repeated;
	if (known != NULL && (known->sequence > item->sequence ||
	                      (known->sequence == item->sequence && known->dtstamp > item->dtstamp)))
		return rn_end_stale;
	gboolean is_past = item->end <= turn->now && item->start <= turn->now && item->occurrences->len == 0;
	return is_past && !is_off ? rn_end_in_the_past : NULL;
}

static gboolean
receive (rn_turn *turn, rn_invited *invitation, const struct rn_calendar *item, gboolean is_off, GError **error)
{
	int state = is_off ? RN_INVITED_CANCELLED : RN_INVITED_WAITING;

	if (invitation->state != state && !rn_record_step (invitation, state, error))
		return FALSE;
	fill_in (turn, invitation, item);
	if (!rn_save (turn->db, invitation, error))
		return FALSE;
	rn_turn_touch (turn, invitation);
	return is_off || rn_turn_raise (turn, turn->now, "invitation:received", invitation, people_on (turn, item), error);
}

gboolean
rn_strangers_take (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error)
{
	const struct rn_calendar *item = g_ptr_array_index (reading->calendar, 0);
	gboolean is_off = g_str_equal (item->method, "CANCEL") || g_str_equal (item->status, "CANCELLED");
	GError *failure = NULL;

	if (!listens (turn, "invitation:received"))
		return rn_ends (ending, RN_INBOX_HELD, is_off ? rn_end_unknown_meeting : rn_end_invitation_to_us);
	g_autoptr (rn_invited) known =
		rn_find_one (turn->db, &rn_invited_kind, &failure, "uid", item->uid, "occurrence", item->recurrence_id, NULL);
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	g_autofree char *from = rn_address_base (reading->from), *organizer = rn_address_base (item->organizer);
	g_autofree char *of_known = known != NULL ? rn_address_base (known->organizer) : NULL;
	if (of_known != NULL && !g_str_equal (of_known, from) && !g_str_equal (of_known, organizer))
		return rn_ends (ending, RN_INBOX_HELD, rn_end_sender_mismatch);
	const char *nothing = nothing_new (turn, known, item, is_off);
	if (nothing != NULL)
		return rn_ends (ending, RN_INBOX_IGNORED, nothing);
	rn_turn_note (turn, "an invitation of %s", sender->person != NULL ? sender->person->name : reading->from);
	if (known == NULL)
		known = rn_invited_new ();
	rn_ends (ending, RN_INBOX_APPLIED, is_off ? rn_end_cancelled : rn_end_invitation);
	return receive (turn, known, item, is_off, error);
}

gboolean
rn_strangers_answer (rn_turn *turn, rn_invited *invitation, int state, const char *template, GError **error)
{
	static const char *const partstats[] = {
		[RN_INVITED_ACCEPTED] = "ACCEPTED", [RN_INVITED_TENTATIVE] = "TENTATIVE", [RN_INVITED_DECLINED] = "DECLINED",
	};
	g_autoptr (rn_person) organizer = rn_person_by_address (turn->db, invitation->organizer, NULL);

	if (invitation->state != RN_INVITED_WAITING || *invitation->address == '\0' || *invitation->organizer == '\0') {
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "invitation:%" G_GINT64_FORMAT " is not answered: it %s",
		             invitation->record.id,
		             invitation->state != RN_INVITED_WAITING ? "waits no more" : "does not invite the program");
		return FALSE;
	}
	if (!rn_record_step (invitation, state, error) || !rn_save (turn->db, invitation, error))
		return FALSE;
	g_autoptr (rn_invitation) reply =
	        rn_reply_new (invitation->uid, invitation->organizer, invitation->address, partstats[state]);
	rn_record_set (&reply->summary, invitation->summary);
	reply->sequence = (int) invitation->sequence;
	reply->dtstamp = turn->now;
	reply->recurrence_id = invitation->occurrence;
	reply->start = invitation->start;
	reply->end = invitation->ends;
	g_autofree char *ref = rn_record_ref (invitation);
	g_autoptr (GByteArray) fields = g_byte_array_new ();
	rn_bundle_text (fields, "summary", invitation->summary);
	rn_bundle_flag (fields, "accepted", state == RN_INVITED_ACCEPTED);
	rn_bundle_flag (fields, "declined", state == RN_INVITED_DECLINED);
	struct rn_mailing mailing = {
		.person = organizer, .address = invitation->organizer, .name = invitation->organizer,
		.language = turn->program->language, .template = template, .about = ref, .fields = fields, .invitation = reply,
		.is_answer = TRUE,
	};
	rn_turn_touch (turn, invitation);
	return rn_turn_mail (turn, &mailing, error);
}

/* ---- Answers of others ------------------------------------------------------------- */

gboolean
rn_strangers_uninvited (rn_turn *turn, rn_meeting *meeting, const struct rn_calendar *item, const rn_reading *reading,
                        struct rn_ending *ending, GError **error)
{
	const char *address = *item->attendee != '\0' ? item->attendee : reading->from;
	g_autoptr (rn_person) person = rn_person_by_address (turn->db, address, NULL);

	if (!listens (turn, "meeting:uninvited"))
		return rn_ends (ending, RN_INBOX_HELD, rn_end_not_invited);
	g_auto (GVariantDict) fields = G_VARIANT_DICT_INIT (NULL);
	g_variant_dict_insert (&fields, "address", "s", address);
	g_variant_dict_insert (&fields, "answer", "s", item->partstat);
	if (person != NULL) {
		g_autofree char *ref = rn_record_ref (person);
		g_variant_dict_insert (&fields, "person", "s", ref);
		rn_turn_touch (turn, person);
	}
	rn_turn_note (turn, "%s answers an invitation that others got", address);
	rn_ends (ending, RN_INBOX_APPLIED, rn_end_uninvited);
	return rn_turn_raise (turn, turn->now, "meeting:uninvited", meeting, g_variant_dict_end (&fields), error);
}

#include "invitation.h"

#include "error.h"
#include "members.h"

static const struct rn_member members[] = {
	RN_MEMBER (RN_MEMBER_TEXT, rn_invitation, method),
	RN_MEMBER (RN_MEMBER_TEXT, rn_invitation, uid),
	RN_MEMBER (RN_MEMBER_INT, rn_invitation, sequence),
	RN_MEMBER (RN_MEMBER_TIME, rn_invitation, dtstamp),
	RN_MEMBER (RN_MEMBER_TIME, rn_invitation, recurrence_id),
	RN_MEMBER (RN_MEMBER_TIME, rn_invitation, start),
	RN_MEMBER (RN_MEMBER_TIME, rn_invitation, end),
	RN_MEMBER (RN_MEMBER_TEXT, rn_invitation, zone),
	RN_MEMBER (RN_MEMBER_TEXT, rn_invitation, rule),
	RN_MEMBER (RN_MEMBER_TEXT, rn_invitation, summary),
	RN_MEMBER (RN_MEMBER_TEXT, rn_invitation, location),
	RN_MEMBER (RN_MEMBER_TEXT, rn_invitation, organizer),
	RN_MEMBER (RN_MEMBER_TEXT, rn_invitation, organizer_name),
	{ NULL, 0, 0 }
};

static void
free_attendee (gpointer data)
{
	struct rn_attendee *attendee = data;

	g_free (attendee->address);
	g_free (attendee->name);
	g_free (attendee->partstat);
	g_free (attendee);
}

rn_invitation *
rn_invitation_new (void)
{
	rn_invitation *invitation = g_new0 (rn_invitation, 1);

	rn_members_init (members, invitation);
	invitation->attendees = g_ptr_array_new_with_free_func (free_attendee);
	return invitation;
}

void
rn_invitation_free (rn_invitation *invitation)
{
	if (invitation == NULL)
		return;
	rn_members_clear (members, invitation);
	g_ptr_array_unref (invitation->attendees);
	g_free (invitation);
}

void
rn_invitation_add (rn_invitation *invitation, const char *address, const char *name, const char *partstat)
{
	struct rn_attendee *attendee = g_new (struct rn_attendee, 1);

	*attendee = (struct rn_attendee) { g_strdup (address), g_strdup (name != NULL ? name : ""), g_strdup (partstat) };
	g_ptr_array_add (invitation->attendees, attendee);
}

void
rn_invitation_bundle (const rn_invitation *invitation, GByteArray *bundle, const char *name)
{
	rn_bundle_open (bundle, name, RN_BUNDLE_TABLE);
	rn_members_bundle (members, invitation, bundle);
	rn_bundle_open (bundle, "attendees", RN_BUNDLE_LIST);
	for (guint i = 0; i < invitation->attendees->len; i++) {
		const struct rn_attendee *attendee = invitation->attendees->pdata[i];
		rn_bundle_open (bundle, NULL, RN_BUNDLE_LIST);
		rn_bundle_text (bundle, NULL, attendee->address);
		rn_bundle_text (bundle, NULL, attendee->name);
		rn_bundle_text (bundle, NULL, attendee->partstat);
		rn_bundle_close (bundle);
	}
	rn_bundle_close (bundle);
	rn_bundle_close (bundle);
}

static gboolean
refuse (const char *why, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "invitation: %s", why);
	return FALSE;
}

static gboolean
take_attendees (rn_invitation *invitation, struct rn_unpack *unpack, GError **error)
{
	struct rn_bundled row;

	while ((row = rn_bundle_read (unpack)).type == RN_BUNDLE_LIST) {
		const char *texts[3] = { NULL };
		struct rn_bundled text;
		for (gsize i = 0; (text = rn_bundle_read (unpack)).type == RN_BUNDLE_TEXT; i++)
			if (i < G_N_ELEMENTS (texts))
				texts[i] = text.text;
		if (text.type != RN_BUNDLE_END || texts[G_N_ELEMENTS (texts) - 1] == NULL)
			return refuse ("an attendee is no list of address, name and answer", error);
		rn_invitation_add (invitation, texts[0], texts[1], texts[2]);
	}
	return row.type == RN_BUNDLE_END || refuse ("an attendee is no list", error);
}

static gboolean
take_value (rn_invitation *invitation, const struct rn_bundled *value, struct rn_unpack *unpack, gboolean *has_attendees,
            GError **error)
{
	if (value->type != RN_BUNDLE_LIST || !g_str_equal (value->name, "attendees"))
		return rn_members_take (members, invitation, value, unpack, "invitation", error);
	*has_attendees = TRUE;
	return take_attendees (invitation, unpack, error);
}

rn_invitation *
rn_invitation_take (const struct rn_bundled *value, struct rn_unpack *unpack, GError **error)
{
	g_autoptr (rn_invitation) invitation = rn_invitation_new ();
	gboolean has_attendees = FALSE;
	struct rn_bundled member;

	if (value->type != RN_BUNDLE_TABLE)
		return refuse ("it is no table", error), NULL;
	while ((member = rn_bundle_read (unpack)).type != RN_BUNDLE_END)
		if (!take_value (invitation, &member, unpack, &has_attendees, error))
			return NULL;
	if (unpack->is_bad || !has_attendees)
		return refuse (unpack->is_bad ? "it is cut off or damaged" : "the list of attendees is missing", error), NULL;
	return g_steal_pointer (&invitation);
}

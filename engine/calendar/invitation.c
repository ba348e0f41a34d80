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

GVariant *
rn_invitation_to_variant (const rn_invitation *invitation)
{
	GVariantBuilder builder, attendees;

	g_variant_builder_init (&attendees, G_VARIANT_TYPE ("a(sss)"));
	for (guint i = 0; i < invitation->attendees->len; i++) {
		const struct rn_attendee *attendee = invitation->attendees->pdata[i];
		g_variant_builder_add (&attendees, "(sss)", attendee->address, attendee->name, attendee->partstat);
	}
	g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
	g_variant_builder_add (&builder, "{sv}", "attendees", g_variant_builder_end (&attendees));
	rn_members_put (members, invitation, &builder);
	return g_variant_builder_end (&builder);
}

static void
take_attendees (rn_invitation *invitation, GVariant *list)
{
	GVariantIter iter;
	const char *address, *name, *partstat;

	g_variant_iter_init (&iter, list);
	while (g_variant_iter_next (&iter, "(&s&s&s)", &address, &name, &partstat))
		rn_invitation_add (invitation, address, name, partstat);
}

rn_invitation *
rn_invitation_from_variant (GVariant *value, GError **error)
{
	g_autoptr (rn_invitation) invitation = rn_invitation_new ();

	if (!g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT)) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "invitation: a value of the type %s is no invitation",
		             g_variant_get_type_string (value));
		return NULL;
	}
	if (!rn_members_take (members, invitation, value, "invitation", error))
		return NULL;
	g_autoptr (GVariant) list = g_variant_lookup_value (value, "attendees", G_VARIANT_TYPE ("a(sss)"));
	if (list == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "invitation: the list of attendees is missing");
		return NULL;
	}
	take_attendees (invitation, list);
	return g_steal_pointer (&invitation);
}

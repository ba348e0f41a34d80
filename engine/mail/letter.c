#include "letter.h"

#include "error.h"
#include "members.h"

static const struct rn_member members[] = {
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, stationery),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, envelope_from),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, to),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, to_name),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, from),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, from_name),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, sender),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, reply_to),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, message_id),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, in_reply_to),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, instead_of),
	RN_MEMBER (RN_MEMBER_TEXT, rn_letter, unsubscribe),
	RN_MEMBER (RN_MEMBER_TIME, rn_letter, date),
	RN_MEMBER (RN_MEMBER_FLAG, rn_letter, is_reply),
	RN_MEMBER (RN_MEMBER_FLAG, rn_letter, is_bulk),
	{ NULL, 0, 0 }
};

rn_letter *
rn_letter_new (void)
{
	rn_letter *letter = g_new0 (rn_letter, 1);

	rn_members_init (members, letter);
	letter->fields = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
	return letter;
}

void
rn_letter_free (rn_letter *letter)
{
	if (letter == NULL)
		return;
	rn_members_clear (members, letter);
	g_clear_pointer (&letter->fields, g_variant_unref);
	rn_invitation_free (letter->invitation);
	g_free (letter);
}

GVariant *
rn_letter_to_variant (const rn_letter *letter)
{
	GVariantBuilder builder;

	g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
	/* what is looked up by name comes first: looking goes from the start */
	g_variant_builder_add (&builder, "{sv}", "fields", letter->fields);
	if (letter->invitation != NULL)
		g_variant_builder_add (&builder, "{sv}", "invitation", rn_invitation_to_variant (letter->invitation));
	rn_members_put (members, letter, &builder);
	return g_variant_builder_end (&builder);
}

static gboolean
take_fields (rn_letter *letter, GVariant *value, GError **error)
{
	GVariant *fields = g_variant_lookup_value (value, "fields", G_VARIANT_TYPE_VARDICT);

	if (fields == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "letter: the fields are missing");
		return FALSE;
	}
	g_variant_unref (letter->fields);
	letter->fields = fields;
	return TRUE;
}

static gboolean
take_invitation (rn_letter *letter, GVariant *value, GError **error)
{
	g_autoptr (GVariant) invitation = g_variant_lookup_value (value, "invitation", NULL);

	if (invitation == NULL)
		return TRUE;
	letter->invitation = rn_invitation_from_variant (invitation, error);
	return letter->invitation != NULL;
}

rn_letter *
rn_letter_from_variant (GVariant *value, GError **error)
{
	g_autoptr (rn_letter) letter = rn_letter_new ();

	if (!g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT)) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "letter: a value of the type %s is no letter",
		             g_variant_get_type_string (value));
		return NULL;
	}
	if (!rn_members_take (members, letter, value, "letter", error) || !take_fields (letter, value, error)
	    || !take_invitation (letter, value, error))
		return NULL;
	return g_steal_pointer (&letter);
}

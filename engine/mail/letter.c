#include "letter.h"

#include "error.h"
#include "members.h"

#define RN_USUAL_LETTER 1024 /* bytes; of some it is twice as long */

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
	letter->fields = g_bytes_new_static ("", 1); /* RN_BUNDLE_END */
	return letter;
}

void
rn_letter_free (rn_letter *letter)
{
	if (letter == NULL)
		return;
	rn_members_clear (members, letter);
	g_clear_pointer (&letter->fields, g_bytes_unref);
	rn_invitation_free (letter->invitation);
	g_free (letter);
}

GBytes *
rn_letter_to_bytes (const rn_letter *letter)
{
	GByteArray *bundle = g_byte_array_sized_new (RN_USUAL_LETTER);
	gsize size = 0;
	const guint8 *fields = g_bytes_get_data (letter->fields, &size);

	rn_bundle_open (bundle, NULL, RN_BUNDLE_TABLE);
	rn_members_bundle (members, letter, bundle);
	rn_bundle_open (bundle, "fields", RN_BUNDLE_TABLE);
	g_byte_array_append (bundle, fields, (guint) size);
	if (letter->invitation != NULL)
		rn_invitation_bundle (letter->invitation, bundle, "invitation");
	rn_bundle_close (bundle);
	return g_byte_array_free_to_bytes (bundle);
}

static gboolean
refuse (const char *why, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "letter: %s", why);
	return FALSE;
}

static gboolean
take_fields (rn_letter *letter, const struct rn_bundled *value, struct rn_unpack *unpack, GBytes *bytes, GError **error)
{
	const guint8 *begin = g_bytes_get_data (bytes, NULL);
	struct rn_unpack inside = rn_bundle_pass (unpack, value->type);

	if (value->type != RN_BUNDLE_TABLE)
		return refuse ("the fields are no table", error);
	g_clear_pointer (&letter->fields, g_bytes_unref);
	letter->fields = g_bytes_new_from_bytes (bytes, (gsize) (inside.at - begin), (gsize) (inside.end - inside.at));
	return TRUE;
}

static gboolean
take_invitation (rn_letter *letter, const struct rn_bundled *value, struct rn_unpack *unpack, GError **error)
{
	rn_invitation_free (letter->invitation);
	letter->invitation = rn_invitation_take (value, unpack, error);
	return letter->invitation != NULL;
}

static gboolean
take_value (rn_letter *letter, const struct rn_bundled *value, struct rn_unpack *unpack, GBytes *bytes, GError **error)
{
	if (g_str_equal (value->name, "fields"))
		return take_fields (letter, value, unpack, bytes, error);
	if (g_str_equal (value->name, "invitation"))
		return take_invitation (letter, value, unpack, error);
	return rn_members_take (members, letter, value, unpack, "letter", error);
}

rn_letter *
rn_letter_from_bytes (GBytes *bytes, GError **error)
{
	g_autoptr (rn_letter) letter = rn_letter_new ();
	struct rn_unpack unpack = rn_bundle_begin_bytes (bytes);
	struct rn_bundled value = rn_bundle_read (&unpack);

	if (value.type != RN_BUNDLE_TABLE)
		return refuse ("it is no table", error), NULL;
	g_clear_pointer (&letter->fields, g_bytes_unref);
	while ((value = rn_bundle_read (&unpack)).type != RN_BUNDLE_END)
		if (!take_value (letter, &value, &unpack, bytes, error))
			return NULL;
	if (!rn_bundle_is_over (&unpack))
		return refuse ("it is cut off or damaged", error), NULL;
	if (letter->fields == NULL)
		return refuse ("the fields are missing", error), NULL;
	return g_steal_pointer (&letter);
}

const char *
rn_letter_stationery (GBytes *bytes)
{
	struct rn_unpack unpack = rn_bundle_begin_bytes (bytes);
	struct rn_bundled value = rn_bundle_read (&unpack);

	while (value.type != RN_BUNDLE_END && (value = rn_bundle_read (&unpack)).type != RN_BUNDLE_END) {
		if (value.type == RN_BUNDLE_TEXT && g_str_equal (value.name, "stationery"))
			return value.text;
		rn_bundle_pass (&unpack, value.type);
	}
	return "";
}

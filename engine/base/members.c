#include "members.h"

#include "error.h"
#include "instant.h"

static const enum rn_bundle_type bundled[] = {
	[RN_MEMBER_TEXT] = RN_BUNDLE_TEXT,
	[RN_MEMBER_INT] = RN_BUNDLE_NUMBER,
	[RN_MEMBER_TIME] = RN_BUNDLE_NUMBER,
	[RN_MEMBER_FLAG] = RN_BUNDLE_FLAG,
};

#define AT(type, structure, member) (*(type *) G_STRUCT_MEMBER_P (structure, (member)->offset))

void
rn_members_init (const struct rn_member *members, gpointer structure)
{
	for (; members->name != NULL; members++)
		if (members->type == RN_MEMBER_TEXT)
			AT (char *, structure, members) = g_strdup ("");
}

void
rn_members_clear (const struct rn_member *members, gpointer structure)
{
	for (; members->name != NULL; members++)
		if (members->type == RN_MEMBER_TEXT)
			g_clear_pointer (&AT (char *, structure, members), g_free);
}

static gboolean
is_initial (const struct rn_member *member, gpointer structure)
{
	switch (member->type) {
	case RN_MEMBER_TEXT: {
		const char *text = AT (char *, structure, member);
		return text == NULL || *text == '\0';
	}
	case RN_MEMBER_TIME:
		return AT (rn_time, structure, member) == 0;
	default:
		return AT (int, structure, member) == 0;
	}
}

void
rn_members_bundle (const struct rn_member *members, gconstpointer structure, GByteArray *bundle)
{
	for (; members->name != NULL; members++)
		if (is_initial (members, (gpointer) structure))
			continue;
		else if (members->type == RN_MEMBER_TEXT)
			rn_bundle_text (bundle, members->name, AT (char *const, structure, members));
		else if (members->type == RN_MEMBER_TIME)
			rn_bundle_number (bundle, members->name, AT (const rn_time, structure, members));
		else if (members->type == RN_MEMBER_INT)
			rn_bundle_number (bundle, members->name, AT (const int, structure, members));
		else
			rn_bundle_flag (bundle, members->name, AT (const gboolean, structure, members));
}

static const struct rn_member *
find_member (const struct rn_member *members, const char *name)
{
	for (; members->name != NULL; members++)
		if (g_str_equal (members->name, name))
			return members;
	return NULL;
}

static void
set_value (const struct rn_member *member, gpointer structure, const struct rn_bundled *value)
{
	if (member->type == RN_MEMBER_TEXT) {
		g_free (AT (char *, structure, member));
		AT (char *, structure, member) = g_strndup (value->text, value->text_size);
	} else if (member->type == RN_MEMBER_TIME) {
		AT (rn_time, structure, member) = value->number;
	} else {
		AT (int, structure, member) = (int) value->number;
	}
}

gboolean
rn_members_take (const struct rn_member *members, gpointer structure, const struct rn_bundled *value,
                 struct rn_unpack *unpack, const char *what, GError **error)
{
	const struct rn_member *member = find_member (members, value->name);

	if (member == NULL) {
		rn_bundle_pass (unpack, value->type);
		return TRUE;
	}
	if (value->type == bundled[member->type] &&
	    (member->type != RN_MEMBER_INT || (value->number >= G_MININT && value->number <= G_MAXINT))) {
		set_value (member, structure, value);
		return TRUE;
	}
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s: “%s” is a %s instead of a %s%s", what, member->name,
	             rn_bundle_type_name (value->type), rn_bundle_type_name (bundled[member->type]),
	             value->type == bundled[member->type] ? " that fits" : "");
	return FALSE;
}

void
rn_members_pack (const struct rn_member *members, gconstpointer structure, GByteArray *pack)
{
	for (; members->name != NULL; members++)
		if (members->type == RN_MEMBER_TEXT)
			rn_pack_text (pack, AT (char *const, structure, members));
		else if (members->type == RN_MEMBER_TIME)
			rn_pack_number (pack, AT (const rn_time, structure, members));
		else
			rn_pack_number (pack, AT (const int, structure, members));
}

void
rn_members_unpack (const struct rn_member *members, gpointer structure, struct rn_unpack *unpack)
{
	for (; members->name != NULL; members++)
		if (members->type == RN_MEMBER_TEXT) {
			g_free (AT (char *, structure, members));
			AT (char *, structure, members) = rn_unpack_text (unpack);
		} else if (members->type == RN_MEMBER_TIME) {
			AT (rn_time, structure, members) = rn_unpack_number (unpack);
		} else {
			AT (int, structure, members) = (int) rn_unpack_number (unpack);
		}
}

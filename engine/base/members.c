#include "members.h"

#include "error.h"
#include "instant.h"

static const char *const variant_types[] = {
	[RN_MEMBER_TEXT] = "s",
	[RN_MEMBER_INT] = "i",
	[RN_MEMBER_TIME] = "x",
	[RN_MEMBER_FLAG] = "b",
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

/* Most members of a reading are empty. */
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

static GVariant *
value_of (const struct rn_member *member, gpointer structure)
{
	switch (member->type) {
	case RN_MEMBER_TEXT:
		return g_variant_new_string (AT (char *, structure, member));
	case RN_MEMBER_INT:
		return g_variant_new_int32 (AT (int, structure, member));
	case RN_MEMBER_TIME:
		return g_variant_new_int64 (AT (rn_time, structure, member));
	case RN_MEMBER_FLAG:
		return g_variant_new_boolean (AT (gboolean, structure, member));
	}
	g_assert_not_reached ();
}

void
rn_members_put (const struct rn_member *members, gconstpointer structure, GVariantBuilder *builder)
{
	/* without a format, which would be read anew for each of them */
	for (; members->name != NULL; members++)
		if (!is_initial (members, (gpointer) structure))
			g_variant_builder_add_value (builder, g_variant_new_dict_entry (g_variant_new_string (members->name),
			                                                                g_variant_new_variant (value_of (members, (gpointer) structure))));
}

static void
set_value (const struct rn_member *member, gpointer structure, GVariant *value)
{
	switch (member->type) {
	case RN_MEMBER_TEXT:
		g_free (AT (char *, structure, member));
		AT (char *, structure, member) = g_variant_dup_string (value, NULL);
		break;
	case RN_MEMBER_INT:
		AT (int, structure, member) = g_variant_get_int32 (value);
		break;
	case RN_MEMBER_TIME:
		AT (rn_time, structure, member) = g_variant_get_int64 (value);
		break;
	case RN_MEMBER_FLAG:
		AT (gboolean, structure, member) = g_variant_get_boolean (value);
		break;
	}
}

static const struct rn_member *
find_member (const struct rn_member *members, const char *name)
{
	for (; members->name != NULL; members++)
		if (g_str_equal (members->name, name))
			return members;
	return NULL;
}

static gboolean
take_value (const struct rn_member *member, gpointer structure, GVariant *value, const char *what, GError **error)
{
	if (g_variant_is_of_type (value, G_VARIANT_TYPE (variant_types[member->type]))) {
		set_value (member, structure, value);
		return TRUE;
	}
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s: “%s” has the type %s instead of %s", what, member->name,
	             g_variant_get_type_string (value), variant_types[member->type]);
	return FALSE;
}

/* One pass over the dictionary: looking each member up in it costs a fifth of
 * composing a mail. */
gboolean
rn_members_take (const struct rn_member *members, gpointer structure, GVariant *dictionary, const char *what,
                 GError **error)
{
	GVariantIter iter;
	const char *name;
	GVariant *value;
	gboolean fine = TRUE;

	g_variant_iter_init (&iter, dictionary);
	while (fine && g_variant_iter_next (&iter, "{&sv}", &name, &value)) {
		const struct rn_member *member = find_member (members, name);
		fine = member == NULL || take_value (member, structure, value, what, error);
		g_variant_unref (value);
	}
	return fine;
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

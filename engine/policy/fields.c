#include "fields.h"

#include <lauxlib.h>
#include <string.h>

#include "duration.h"
#include "error.h"
#include "query.h"
#include "values.h"
#include "words.h"

#define RN_MAX_POLICY_LIST 10000 /* records or texts of one field; more people come as a query */

/* How a type is taken from the value at `index`. Each taker gives a floating value, or
 * NULL: with an error when it knows better than “wants X, not Y”. */
struct want {
	GVariant *(*take) (lua_State *L, int index, const struct want *want, GError **error);
	const char *kinds[3]; /* of records that will do; none: any */
};

static GVariant *
take_text (lua_State *L, int index, G_GNUC_UNUSED const struct want *want, GError **error)
{
	return lua_type (L, index) == LUA_TSTRING ? rn_value_take (L, index, G_VARIANT_TYPE_STRING, error) : NULL;
}

/* Templates and forms are files. */
static GVariant *
take_file (lua_State *L, int index, const struct want *want, GError **error)
{
	const char *name = lua_type (L, index) == LUA_TSTRING ? lua_tostring (L, index) : NULL;

	if (name != NULL && (*name == '\0' || name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA,
		             "“%s” cannot be the name of a file here: small letters, digits and hyphens only", name);
		return NULL;
	}
	return take_text (L, index, want, error);
}

static GVariant *
take_duration (lua_State *L, int index, const struct want *want, GError **error)
{
	struct rn_duration duration;
	const char *text = lua_type (L, index) == LUA_TSTRING ? lua_tostring (L, index) : NULL;

	if (text == NULL || !rn_duration_parse (text, &duration, error))
		return NULL;
	return take_text (L, index, want, error);
}

static GVariant *
take_number (lua_State *L, int index, G_GNUC_UNUSED const struct want *want, G_GNUC_UNUSED GError **error)
{
	int whole = FALSE;
	lua_Integer number = lua_type (L, index) == LUA_TNUMBER ? lua_tointegerx (L, index, &whole) : 0;
	return whole ? g_variant_new_int64 (number) : NULL;
}

static GVariant *
take_flag (lua_State *L, int index, G_GNUC_UNUSED const struct want *want, G_GNUC_UNUSED GError **error)
{
	return lua_isboolean (L, index) ? g_variant_new_boolean (lua_toboolean (L, index)) : NULL;
}

static gboolean
too_long (lua_State *L, int index, GError **error)
{
	if (lua_rawlen (L, index) <= RN_MAX_POLICY_LIST)
		return FALSE;
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "a list may hold %d entries; for more people hand over a query",
	             RN_MAX_POLICY_LIST);
	return TRUE;
}

static GVariant *
take_texts (lua_State *L, int index, G_GNUC_UNUSED const struct want *want, GError **error)
{
	if (lua_type (L, index) != LUA_TTABLE || rn_value_member (L, index, "ref") != NULL || too_long (L, index, error))
		return NULL;
	return rn_value_take (L, index, G_VARIANT_TYPE_STRING_ARRAY, error);
}

static GVariant *
take_table (lua_State *L, int index, G_GNUC_UNUSED const struct want *want, GError **error)
{
	return lua_type (L, index) == LUA_TTABLE ? rn_value_take (L, index, G_VARIANT_TYPE_VARDICT, error) : NULL;
}

static gboolean
wanted (const struct want *want, const char *kind)
{
	if (want->kinds[0] == NULL)
		return TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS (want->kinds); i++)
		if (g_strcmp0 (want->kinds[i], kind) == 0)
			return TRUE;
	return FALSE;
}

/* The ref of the record at `index` when its kind will do, else NULL. */
static const char *
ref_of (lua_State *L, int index, const struct want *want)
{
	if (lua_type (L, index) != LUA_TTABLE)
		return NULL;
	const char *kind = rn_value_member (L, index, "kind");
	return kind != NULL && wanted (want, kind) ? rn_value_member (L, index, "ref") : NULL;
}

static GVariant *
take_query (lua_State *L, int index, const struct want *want)
{
	GVariant *query = rn_query_value (L, index);
	return query != NULL && wanted (want, rn_query_gives (L, index)) ? query : NULL;
}

static GVariant *
take_record (lua_State *L, int index, const struct want *want, G_GNUC_UNUSED GError **error)
{
	const char *ref = ref_of (L, index, want);
	return ref != NULL ? g_variant_new_string (ref) : take_query (L, index, want);
}

static GVariant *
take_list (lua_State *L, int index, const struct want *want, GError **error)
{
	gsize n = lua_rawlen (L, index);
	if (too_long (L, index, error))
		return NULL;

	g_autoptr (GVariantBuilder) refs = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
	for (gsize i = 1; i <= n; i++) {
		lua_rawgeti (L, index, (lua_Integer) i);
		const char *ref = ref_of (L, lua_gettop (L), want);
		lua_pop (L, 1); /* the list keeps it */
		if (ref == NULL) {
			g_set_error (error, RN_ERROR, RN_ERROR_DATA, "entry %" G_GSIZE_FORMAT " of the list does not fit", i);
			return NULL;
		}
		g_variant_builder_add (refs, "s", ref);
	}
	return g_variant_builder_end (refs);
}

static GVariant *
take_records (lua_State *L, int index, const struct want *want, GError **error)
{
	const char *ref = ref_of (L, index, want);

	if (ref != NULL)
		return g_variant_new_strv (&ref, 1);
	if (lua_type (L, index) == LUA_TTABLE && rn_value_member (L, index, "ref") == NULL)
		return take_list (L, index, want, error);
	return take_query (L, index, want);
}

static const struct want wants[] = {
	[RN_WORD_TEXT] = { take_text, { NULL } },
	[RN_WORD_NUMBER] = { take_number, { NULL } },
	[RN_WORD_FLAG] = { take_flag, { NULL } },
	[RN_WORD_DURATION] = { take_duration, { NULL } },
	[RN_WORD_TIME] = { take_number, { NULL } },
	[RN_WORD_TEXTS] = { take_texts, { NULL } },
	[RN_WORD_TEMPLATE] = { take_file, { NULL } },
	[RN_WORD_FORM] = { take_file, { NULL } },
	[RN_WORD_PERSON] = { take_record, { "person" } },
	[RN_WORD_TOPIC] = { take_record, { "topic" } },
	[RN_WORD_OFFER] = { take_record, { "offer" } },
	[RN_WORD_PAIRING] = { take_record, { "pairing" } },
	[RN_WORD_MEETING] = { take_record, { "meeting" } },
	[RN_WORD_ANY] = { take_record, { NULL } },
	[RN_WORD_PEOPLE] = { take_records, { "person", "pairing" } },
	[RN_WORD_TOPICS] = { take_records, { "topic" } },
	[RN_WORD_VOLUNTEERS] = { take_records, { "volunteer" } },
	[RN_WORD_RECORD] = { take_table, { NULL } },
};

/* "a pairing", "a query", "a text": what stands there, for messages. */
static char *
describe (lua_State *L, int index)
{
	static const char *const names[] = { "nothing", "true or false", "a pointer", "a number", "a text",
		                             "a table", "a function", "a value of another kind", "a coroutine" };
	const char *kind = lua_type (L, index) == LUA_TTABLE ? rn_value_member (L, index, "kind") : NULL;

	if (kind != NULL)
		return g_strdup_printf ("a record of kind “%s”", kind);
	if (rn_query_gives (L, index) != NULL)
		return g_strdup_printf ("a query that gives “%s”", rn_query_gives (L, index));
	if (rn_value_handle (L, index) != NULL)
		return g_strdup ("a person's own words, which can only be a field of a mail");
	return g_strdup (names[lua_type (L, index)]);
}

static GVariant *
take_field (lua_State *L, int index, const struct rn_word *word, const struct rn_word_field *field, GError **error)
{
	const struct want *want = &wants[field->type];
	g_autoptr (GError) why = NULL;
	GVariant *value = want->take (L, index, want, &why);

	if (value != NULL)
		return value;
	if (why != NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” of “%s”: %s", field->name, word->name, why->message);
		return NULL;
	}
	g_autofree char *found = describe (L, index);
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” of “%s” wants %s, not %s", field->name, word->name,
	             rn_word_type_name (field->type), found);
	return NULL;
}

/* Whether every key is a field of the word. */
static gboolean
check_names (lua_State *L, int index, const struct rn_word *word, GError **error)
{
	for (lua_pushnil (L); lua_next (L, index); lua_pop (L, 1)) {    /* key value */
		const char *name = lua_type (L, -2) == LUA_TSTRING ? lua_tostring (L, -2) : NULL;
		if (name != NULL && rn_word_field_find (word, name) != NULL)
			continue;
		g_autofree const char **known = rn_word_field_names (word);
		g_autofree char *hint = name != NULL ? rn_did_you_mean (name, known) : NULL;
		if (name != NULL)
			g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” has no field “%s”%s", word->name, name, hint);
		else
			g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” wants named fields: %s { name = value, … }",
			             word->name, word->name);
		lua_pop (L, 2);
		return FALSE;
	}
	return TRUE;
}

static gboolean
add_field (lua_State *L, int index, const struct rn_word *word, const struct rn_word_field *field,
           GVariantBuilder *fields, GError **error)
{
	lua_pushstring (L, field->name);
	lua_rawget (L, index);
	gboolean given = !lua_isnil (L, -1);
	GVariant *value = given ? take_field (L, lua_gettop (L), word, field, error) : NULL;
	lua_pop (L, 1);

	if (value != NULL) {
		g_variant_builder_add (fields, "{sv}", field->name, value);
		return TRUE;
	}
	if (!given && field->required)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” needs the field “%s” (%s)", word->name, field->name,
		             rn_word_type_name (field->type));
	return !given && !field->required;
}

GVariant *
rn_fields_take (lua_State *L, int index, const struct rn_word *word, GError **error)
{
	if (lua_isnone (L, index) || lua_isnil (L, index)) {
		lua_newtable (L);
		index = -1;
	}
	index = lua_absindex (L, index);
	if (lua_type (L, index) != LUA_TTABLE || rn_value_member (L, index, "ref") != NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” wants a table of named fields: %s { name = value, … }",
		             word->name, word->name);
		return NULL;
	}
	if (!check_names (L, index, word, error))
		return NULL;
	g_autoptr (GVariantBuilder) fields = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
	for (const struct rn_word_field *field = word->fields; field->name != NULL; field++)
		if (!add_field (L, index, word, field, fields, error))
			return NULL;
	return g_variant_builder_end (fields);
}

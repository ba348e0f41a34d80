#include "values.h"

#include <lauxlib.h>
#include <string.h>

#include "error.h"
#include "place.h"
#include "sandbox.h"
#include "words.h"

#define RN_MAX_POLICY_DEPTH 16 /* tables within tables; a table may hold itself */
#define RN_WORDS_OF_A_PERSON "words of a person"

/* ---- strict tables -------------------------------------------------------- */

static const char figures_key; /* its address, in the registry */

void
rn_value_set_figures (lua_State *L, lua_CFunction figures)
{
	lua_pushcfunction (L, figures);
	lua_rawsetp (L, LUA_REGISTRYINDEX, &figures_key);
}

/* Reads a figure of the record at 1: the name is at 2. All of them are asked for once, as far as there are any. */
static int
read_figure (lua_State *L)
{
	if (lua_rawgetp (L, LUA_REGISTRYINDEX, &figures_key) != LUA_TFUNCTION || rn_value_member (L, 1, "ref") == NULL)
		return 0;
	lua_pushstring (L, rn_value_member (L, 1, "ref"));
	lua_call (L, 1, 1);                                       /* record name figures */
	if (!lua_istable (L, -1))
		return 0;
	for (const struct rn_word_field *field = rn_pairing_figures.fields; field->name != NULL; field++) {
		lua_pushstring (L, field->name);
		lua_pushvalue (L, -1);
		lua_rawget (L, 3);
		lua_rawset (L, 1);
	}
	lua_settop (L, 2);
	lua_rawget (L, 1);
	return 1;
}

/* __index (table, name); upvalues: the word, what it is called. */
static int
missing (lua_State *L)
{
	const struct rn_word *word = lua_touserdata (L, lua_upvalueindex (1));
	const char *field = lua_type (L, 2) == LUA_TSTRING ? lua_tostring (L, 2) : "";

	lua_settop (L, 2);
	if (rn_word_field_find (word, field) != NULL) {
		const struct rn_word *figures = &rn_pairing_figures;
		gboolean is_one = g_str_equal (word->name, figures->name) && rn_word_field_find (figures, field) != NULL;
		return is_one ? read_figure (L) : 0;
	}
	const char *name = luaL_tolstring (L, 2, NULL);
	g_autofree const char **known = rn_word_field_names (word);
	g_autofree char *hint = rn_did_you_mean (name, known);
	GError *error = g_error_new (RN_ERROR, RN_ERROR_DATA, "%s has no field “%s”%s",
	                             lua_tostring (L, lua_upvalueindex (2)), name, hint);
	g_clear_pointer (&known, g_free);
	g_clear_pointer (&hint, g_free);
	return rn_raise (L, error);
}

static int
unwritable (lua_State *L)
{
	return rn_raise (L, g_error_new_literal (RN_ERROR, RN_ERROR_DATA,
	                                         "records are not changed by writing to them; use an effect"));
}

void
rn_value_strict (lua_State *L, const struct rn_word *word, const char *what)
{
	if (lua_rawgetp (L, LUA_REGISTRYINDEX, word) == LUA_TNIL) {
		lua_pop (L, 1);
		lua_createtable (L, 0, 2);                        /* table meta */
		lua_pushlightuserdata (L, (gpointer) word);
		lua_pushstring (L, what);
		lua_pushcclosure (L, missing, 2);
		lua_setfield (L, -2, "__index");
		lua_pushcfunction (L, unwritable);
		lua_setfield (L, -2, "__newindex");
		lua_pushvalue (L, -1);
		lua_rawsetp (L, LUA_REGISTRYINDEX, word);
	}
	lua_setmetatable (L, -2);                                 /* table */
}

/* Makes the table on top strict when it is a record. */
static void
strict_record (lua_State *L)
{
	const char *kind = rn_value_member (L, -1, "kind");
	const struct rn_word *word = kind != NULL ? rn_word_find (rn_records, kind) : NULL;

	if (word == NULL || rn_value_member (L, -1, "ref") == NULL)
		return;
	char what[64];
	g_snprintf (what, sizeof what, "%s %s", strchr ("aeiou", *kind) != NULL ? "an" : "a", kind);
	rn_value_strict (L, word, what);
}

const char *
rn_value_member (lua_State *L, int index, const char *name)
{
	index = lua_absindex (L, index);
	lua_pushstring (L, name);
	lua_rawget (L, index);
	const char *text = lua_type (L, -1) == LUA_TSTRING ? lua_tostring (L, -1) : NULL;
	lua_pop (L, 1); /* the table keeps the text */
	return text;
}

/* ---- from frames ------------------------------------------------------------ */

static int
words_shown (lua_State *L)
{
	lua_pushliteral (L, "(" RN_WORDS_OF_A_PERSON ")");
	return 1;
}

static void
push_handle (lua_State *L, const char *handle)
{
	gsize size = strlen (handle) + 1;

	memcpy (lua_newuserdatauv (L, size, 0), handle, size);
	if (luaL_newmetatable (L, RN_WORDS_OF_A_PERSON)) {
		lua_pushcfunction (L, words_shown);
		lua_setfield (L, -2, "__tostring");
	}
	lua_setmetatable (L, -2);
}

const char *
rn_value_handle (lua_State *L, int index)
{
	return luaL_testudata (L, index, RN_WORDS_OF_A_PERSON);
}

static void push_value (lua_State *L, struct rn_unpack *unpack, const struct rn_bundled *value);

static void
push_list (lua_State *L, struct rn_unpack *unpack)
{
	struct rn_bundled item;

	lua_newtable (L);
	for (lua_Integer i = 1; (item = rn_bundle_read (unpack)).type != RN_BUNDLE_END; i++) {
		push_value (L, unpack, &item);
		lua_rawseti (L, -2, i);
	}
}

/* A table of only `handle` is a person's words, another one perhaps a record. */
static void
push_table (lua_State *L, struct rn_unpack *unpack)
{
	struct rn_bundled field;
	gsize n = 0;

	lua_newtable (L);
	for (; (field = rn_bundle_read (unpack)).type != RN_BUNDLE_END; n++) {
		lua_pushlstring (L, field.name, field.name_size);
		push_value (L, unpack, &field);
		lua_rawset (L, -3);
	}
	const char *handle = n == 1 ? rn_value_member (L, -1, "handle") : NULL;
	if (handle != NULL) {
		push_handle (L, handle);
		lua_remove (L, -2);
		return;
	}
	strict_record (L);
}

static void
push_value (lua_State *L, struct rn_unpack *unpack, const struct rn_bundled *value)
{
	luaL_checkstack (L, 6, "a value is nested too deeply");
	switch (value->type) {
	case RN_BUNDLE_TEXT:
		lua_pushlstring (L, value->text, value->text_size);
		break;
	case RN_BUNDLE_NUMBER:
		lua_pushinteger (L, value->number);
		break;
	case RN_BUNDLE_REAL:
		lua_pushnumber (L, value->real);
		break;
	case RN_BUNDLE_FLAG:
		lua_pushboolean (L, value->number != 0);
		break;
	case RN_BUNDLE_LIST:
		push_list (L, unpack);
		break;
	case RN_BUNDLE_TABLE:
		push_table (L, unpack);
		break;
	default:
		lua_pushnil (L);
	}
}

gboolean
rn_value_push_next (lua_State *L, struct rn_unpack *unpack)
{
	struct rn_bundled value = rn_bundle_read (unpack);

	if (value.type != RN_BUNDLE_END)
		push_value (L, unpack, &value);
	return value.type != RN_BUNDLE_END;
}

gboolean
rn_value_push_bundle (lua_State *L, struct rn_unpack bundle)
{
	int top = lua_gettop (L);

	if (rn_value_push_next (L, &bundle) && rn_bundle_is_over (&bundle))
		return TRUE;
	lua_settop (L, top);
	return FALSE;
}

void
rn_value_push (lua_State *L, GVariant *value)
{
	GByteArray *bundle = g_byte_array_new ();

	rn_bundle_variant (bundle, NULL, value);
	struct rn_unpack unpack = { bundle->data, bundle->data + bundle->len, FALSE };
	rn_value_push_next (L, &unpack);
	g_byte_array_unref (bundle);
}

/* ---- to frames ---------------------------------------------------------------- */

static GVariant *
refuse (lua_State *L, int index, const char *wanted, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s is needed here, not a %s", wanted, luaL_typename (L, index));
	return NULL;
}

const char *
rn_value_text (lua_State *L, int index, GError **error)
{
	gsize size = 0;
	const char *text = lua_type (L, index) == LUA_TSTRING ? lua_tolstring (L, index, &size) : NULL;

	if (text == NULL)
		refuse (L, index, "a text", error);
	else if (size > RN_MAX_POLICY_TEXT)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "this text is longer than %d bytes", RN_MAX_POLICY_TEXT);
	else if (!g_utf8_validate (text, (gssize) size, NULL))
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "this text is not in UTF-8, or holds a zero byte");
	else
		return text;
	return NULL;
}

static GVariant *take (lua_State *L, int index, const GVariantType *type, int depth, GError **error);

static int
by_key (gconstpointer a, gconstpointer b)
{
	g_autoptr (GVariant) x = g_variant_get_child_value (*(GVariant *const *) a, 0);
	g_autoptr (GVariant) y = g_variant_get_child_value (*(GVariant *const *) b, 0);
	return strcmp (g_variant_get_string (x, NULL), g_variant_get_string (y, NULL));
}

static void
unref_floating (gpointer value)
{
	g_variant_unref (g_variant_ref_sink (value));
}

static GVariant *
take_dict (lua_State *L, int index, const GVariantType *type, int depth, GError **error)
{
	const GVariantType *entry_type = g_variant_type_element (type);
	g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (unref_floating);

	for (lua_pushnil (L); lua_next (L, index); lua_pop (L, 1)) {    /* key value */
		const char *key = rn_value_text (L, -2, error);
		GVariant *value =
		        key != NULL ? take (L, lua_gettop (L), g_variant_type_value (entry_type), depth + 1, error) : NULL;
		if (value == NULL) {
			lua_pop (L, 2);
			return NULL;
		}
		g_ptr_array_add (entries, g_variant_new_dict_entry (g_variant_new_string (key), value));
	}
	g_ptr_array_sort (entries, by_key);
	g_ptr_array_set_free_func (entries, NULL); /* the array takes them over */
	return g_variant_new_array (entry_type, (GVariant *const *) entries->pdata, entries->len);
}

static GVariant *
take_list (lua_State *L, int index, const GVariantType *type, int depth, GError **error)
{
	g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (unref_floating);
	gsize n = lua_rawlen (L, index);

	for (gsize i = 1; i <= n; i++) {
		lua_rawgeti (L, index, (lua_Integer) i);
		GVariant *item = take (L, lua_gettop (L), g_variant_type_element (type), depth + 1, error);
		lua_pop (L, 1);
		if (item == NULL)
			return NULL;
		g_ptr_array_add (items, item);
	}
	g_ptr_array_set_free_func (items, NULL);
	return g_variant_new_array (g_variant_type_element (type), (GVariant *const *) items->pdata, items->len);
}

/* A value as it is. */
static GVariant *
take_any (lua_State *L, int index, int depth, GError **error)
{
	const char *handle = rn_value_handle (L, index);

	switch (lua_type (L, index)) {
	case LUA_TBOOLEAN:
		return take (L, index, G_VARIANT_TYPE_BOOLEAN, depth, error);
	case LUA_TNUMBER:
		return take (L, index, lua_isinteger (L, index) ? G_VARIANT_TYPE_INT64 : G_VARIANT_TYPE_DOUBLE, depth, error);
	case LUA_TSTRING:
		return take (L, index, G_VARIANT_TYPE_STRING, depth, error);
	case LUA_TTABLE:
		return take (L, index, lua_rawlen (L, index) > 0 ? G_VARIANT_TYPE ("av") : G_VARIANT_TYPE_VARDICT, depth, error);
	default:
		break;
	}
	if (handle == NULL)
		return refuse (L, index, "a text, a number, true, false or a table", error);
	GVariant *entry = g_variant_new_dict_entry (g_variant_new_string ("handle"),
	                                            g_variant_new_variant (g_variant_new_string (handle)));
	return g_variant_new_array (NULL, &entry, 1);
}

static GVariant *
take_table (lua_State *L, int index, const GVariantType *type, int depth, GError **error)
{
	if (lua_type (L, index) != LUA_TTABLE)
		return refuse (L, index, "a table", error);
	if (depth >= RN_MAX_POLICY_DEPTH || !lua_checkstack (L, 6)) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "this table is nested too deeply");
		return NULL;
	}
	gboolean is_dict = g_variant_type_is_dict_entry (g_variant_type_element (type));
	return (is_dict ? take_dict : take_list) (L, index, type, depth, error);
}

static GVariant *
take (lua_State *L, int index, const GVariantType *type, int depth, GError **error)
{
	if (g_variant_type_is_array (type))
		return take_table (L, index, type, depth, error);
	if (g_variant_type_equal (type, G_VARIANT_TYPE_VARIANT)) {
		GVariant *value = take_any (L, index, depth, error);
		return value != NULL ? g_variant_new_variant (value) : NULL;
	}
	if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING)) {
		const char *text = rn_value_text (L, index, error);
		return text != NULL ? g_variant_new_string (text) : NULL;
	}
	if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
		return lua_isboolean (L, index) ? g_variant_new_boolean (lua_toboolean (L, index))
		                                : refuse (L, index, "true or false", error);
	if (lua_type (L, index) != LUA_TNUMBER)
		return refuse (L, index, "a number", error);
	if (g_variant_type_equal (type, G_VARIANT_TYPE_DOUBLE))
		return g_variant_new_double (lua_tonumber (L, index));
	int whole = FALSE;
	lua_Integer number = lua_tointegerx (L, index, &whole);
	return whole ? g_variant_new_int64 (number) : refuse (L, index, "a whole number", error);
}

GVariant *
rn_value_take (lua_State *L, int index, const GVariantType *type, GError **error)
{
	return take (L, lua_absindex (L, index), type, 0, error);
}

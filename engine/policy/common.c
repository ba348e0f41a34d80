#include "common.h"

#include "clock.h"
#include "duration.h"
#include "place.h"
#include "values.h"
#include "vocabulary.h"
#include "words.h"

/* duration (TEXT): seconds, working days; or nil and what is wrong. */
static int
read_duration (lua_State *L)
{
	struct rn_duration duration;
	GError *error = NULL;

	if (rn_duration_parse (luaL_checkstring (L, 1), &duration, &error)) {
		lua_pushinteger (L, duration.seconds);
		lua_pushinteger (L, duration.working_days);
		return 2;
	}
	lua_pushnil (L);
	lua_pushstring (L, error->message);
	g_error_free (error);
	return 2;
}

/* did_you_mean (WORD, NAMES): "; did you mean “…”?" or "". */
static int
hint (lua_State *L)
{
	const char *word = luaL_checkstring (L, 1);
	luaL_checktype (L, 2, LUA_TTABLE);
	g_autofree const char **known = g_new0 (const char *, lua_rawlen (L, 2) + 1);

	for (gsize i = 0; i < lua_rawlen (L, 2); i++) {
		lua_rawgeti (L, 2, (lua_Integer) i + 1);
		known[i] = lua_type (L, -1) == LUA_TSTRING ? lua_tostring (L, -1) : "";
		lua_pop (L, 1);
	}
	g_autofree char *text = rn_did_you_mean (word, known);
	lua_pushstring (L, text);
	return 1;
}

/* fail (TEXT): an error at the author's line. */
static int
fail (lua_State *L)
{
	const char *text = luaL_checkstring (L, 1);

	rn_place_push (L);
	lua_pushstring (L, text);
	lua_concat (L, 2);
	return lua_error (L);
}

static GDateTime *
local_time (lua_State *L)
{
	GError *error = NULL;
	rn_time at = luaL_checkinteger (L, 1);
	const char *name = luaL_optstring (L, 2, "UTC");
	GTimeZone *zone = rn_zone (name, &error);

	if (zone == NULL) {
		rn_raise (L, error);
		return NULL;
	}
	GDateTime *local = rn_time_local (at, zone);
	g_time_zone_unref (zone);
	if (local == NULL)
		luaL_argerror (L, 1, "no time of this calendar");
	return local;
}

/* date (TIME [, ZONE]): a table of numbers; weekday 1 is Monday; offset in seconds. */
static int
read_date (lua_State *L)
{
	GDateTime *local = local_time (L);
	const struct { const char *name; gint64 value; } parts[] = {
		{ "year", g_date_time_get_year (local) },
		{ "month", g_date_time_get_month (local) },
		{ "day", g_date_time_get_day_of_month (local) },
		{ "weekday", g_date_time_get_day_of_week (local) },
		{ "hour", g_date_time_get_hour (local) },
		{ "minute", g_date_time_get_minute (local) },
		{ "offset", g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND },
	};

	g_date_time_unref (local);
	lua_createtable (L, 0, G_N_ELEMENTS (parts));
	for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
		lua_pushinteger (L, parts[i].value);
		lua_setfield (L, -2, parts[i].name);
	}
	return 1;
}

/* fold (TEXT): equal for texts that differ in case or composition alone. */
static int
fold (lua_State *L)
{
	GError *error = NULL;
	const char *text = rn_value_text (L, 1, &error);
	if (text == NULL)
		return rn_raise (L, error);

	g_autofree char *folded = g_utf8_casefold (text, -1);
	g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
	lua_pushstring (L, normal);
	return 1;
}

static const struct { const char *name; const struct rn_word *words; } tables[] = {
	{ "events", rn_events }, { "effects", rn_effects }, { "queries", rn_queries }, { "records", rn_records },
};

static const struct rn_word *
table_named (lua_State *L, const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
		if (g_str_equal (name, tables[i].name))
			return tables[i].words;
	luaL_argerror (L, 1, "no table of the vocabulary");
	return NULL;
}

static void
push_names (lua_State *L, const char *const *names)
{
	lua_newtable (L);
	for (lua_Integer i = 0; names[i] != NULL; i++) {
		lua_pushstring (L, names[i]);
		lua_rawseti (L, -2, i + 1);
	}
}

/* words (TABLE): the names of a table of the vocabulary, as a list. */
static int
list_words (lua_State *L)
{
	g_autofree const char **names = rn_word_names (table_named (L, luaL_checkstring (L, 1)));
	push_names (L, names);
	return 1;
}

/* fields (TABLE, WORD): the names of a word's fields, or nil. */
static int
list_fields (lua_State *L)
{
	const struct rn_word *word = rn_word_find (table_named (L, luaL_checkstring (L, 1)), luaL_checkstring (L, 2));
	if (word == NULL)
		return 0;
	g_autofree const char **names = rn_word_field_names (word);
	push_names (L, names);
	return 1;
}

const luaL_Reg rn_common_bindings[] = {
	{ "duration", read_duration },
	{ "did_you_mean", hint },
	{ "fail", fail },
	{ "date", read_date },
	{ "fold", fold },
	{ "words", list_words },
	{ "fields", list_fields },
	{ NULL, NULL }
};

#include "turn.h"

#include <string.h>

#include "clock.h"
#include "duration.h"
#include "error.h"
#include "fields.h"
#include "query.h"
#include "sandbox.h"
#include "values.h"
#include "words.h"

void
rn_turn_init (struct rn_turn *turn)
{
	turn->effects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
	turn->notes = g_ptr_array_new_with_free_func (g_free);
}

void
rn_turn_clear (struct rn_turn *turn)
{
	g_ptr_array_unref (turn->effects);
	g_ptr_array_unref (turn->notes);
}

void
rn_turn_begin (struct rn_turn *turn)
{
	g_ptr_array_set_size (turn->effects, 0);
	g_ptr_array_set_size (turn->notes, 0);
	turn->bytes = 0;
}

static gboolean
is_open (const struct rn_turn *turn, GError **error)
{
	if (!turn->open)
		g_set_error_literal (error, RN_ERROR, RN_ERROR_DATA, "this is possible only while an event is handled");
	return turn->open;
}

GVariant *
rn_turn_ask (struct rn_turn *turn, const char *query, GVariant *filter, GError **error)
{
	return is_open (turn, error) ? turn->ask (turn->data, query, filter, error) : NULL;
}

/* Whether one more of that size may be added. */
static gboolean
has_room (struct rn_turn *turn, const GPtrArray *list, guint max, gsize size, GError **error)
{
	if (!is_open (turn, error))
		return FALSE;
	if (list->len >= max || turn->bytes + size > RN_MAX_POLICY_TURN) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA,
		             "one event may cause %d effects, %d notes and %d MiB of both; for many people use one campaign",
		             RN_MAX_POLICY_EFFECTS, RN_MAX_POLICY_NOTES, RN_MAX_POLICY_TURN / (1024 * 1024));
		return FALSE;
	}
	turn->bytes += size;
	return TRUE;
}

/* Pushes the record that the last effect will create. */
static void
push_created (lua_State *L, const struct rn_turn *turn, const char *kind)
{
	g_autofree char *ref = g_strdup_printf ("new:%u", turn->effects->len);
	g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_parsed ("{'ref': <%s>, 'kind': <%s>}", ref, kind));

	rn_value_push (L, value);
}

/* effect (NAME, FIELDS): adds it; gives the record it creates, if any. */
static int
add_effect (lua_State *L)
{
	struct rn_turn *turn = rn_sandbox_data (L);
	const struct rn_word *word = rn_word_find (rn_effects, luaL_checkstring (L, 1));
	GError *error = NULL;

	luaL_argcheck (L, word != NULL, 1, "unknown effect");
	lua_settop (L, 2);
	guint32 line = (guint32) rn_place_push (L);
	GVariant *fields = rn_fields_take (L, 2, word, &error);
	if (fields == NULL)
		return rn_raise (L, error);
	GVariant *effect = g_variant_ref_sink (g_variant_new ("(su@a{sv})", word->name, line, fields));
	if (!has_room (turn, turn->effects, RN_MAX_POLICY_EFFECTS, g_variant_get_size (effect), &error)) {
		g_variant_unref (effect);
		return rn_raise (L, error);
	}
	g_ptr_array_add (turn->effects, effect);
	if (word->gives == NULL)
		return 0;
	push_created (L, turn, word->gives);
	return 1;
}

/* note (TEXT): one sentence for `rotnem why`. */
static int
add_note (lua_State *L)
{
	struct rn_turn *turn = rn_sandbox_data (L);
	GError *error = NULL;
	const char *text = rn_value_text (L, 1, &error);

	if (text == NULL || !has_room (turn, turn->notes, RN_MAX_POLICY_NOTES, strlen (text) + 8, &error))
		return rn_raise (L, error);
	g_ptr_array_add (turn->notes, g_strdup (text));
	return 0;
}

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

/* strict (FIELDS, EVENT): makes an event's table strict and gives it. */
static int
make_strict (lua_State *L)
{
	const struct rn_word *word = rn_word_find (rn_events, luaL_checkstring (L, 2));

	luaL_checktype (L, 1, LUA_TTABLE);
	lua_settop (L, 1);
	if (word != NULL)
		rn_value_strict (L, word, "this event");
	return 1;
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
	{ "events", rn_events }, { "effects", rn_effects }, { "queries", rn_queries },
};

/* words (TABLE): the names of a table of the vocabulary, as a list. */
static int
words (lua_State *L)
{
	const char *name = luaL_checkstring (L, 1);

	lua_newtable (L);
	for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
		for (const struct rn_word *word = tables[i].words; g_str_equal (name, tables[i].name) && word->name != NULL; word++) {
			lua_pushstring (L, word->name);
			lua_rawseti (L, -2, (lua_Integer) lua_rawlen (L, -2) + 1);
		}
	return 1;
}

const luaL_Reg rn_turn_bindings[] = {
	{ "effect", add_effect },
	{ "query", rn_query_new },
	{ "note", add_note },
	{ "duration", read_duration },
	{ "did_you_mean", hint },
	{ "fail", fail },
	{ "strict", make_strict },
	{ "date", read_date },
	{ "fold", fold },
	{ "words", words },
	{ NULL, NULL }
};

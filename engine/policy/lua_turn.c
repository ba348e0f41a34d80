#include "lua_turn.h"

#include <string.h>

#include "error.h"
#include "fields.h"
#include "place.h"
#include "query.h"
#include "sandbox.h"
#include "values.h"

void
rn_lua_turn_init (struct rn_lua_turn *turn)
{
	turn->effects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
	turn->notes = g_ptr_array_new_with_free_func (g_free);
}

void
rn_lua_turn_clear (struct rn_lua_turn *turn)
{
	g_ptr_array_unref (turn->effects);
	g_ptr_array_unref (turn->notes);
}

void
rn_lua_turn_begin (struct rn_lua_turn *turn)
{
	g_ptr_array_set_size (turn->effects, 0);
	g_ptr_array_set_size (turn->notes, 0);
	turn->bytes = 0;
	turn->created = 0;
}

static gboolean
is_open (const struct rn_lua_turn *turn, GError **error)
{
	if (!turn->open)
		g_set_error_literal (error, RN_ERROR, RN_ERROR_DATA, "this is possible only while an event is handled");
	return turn->open;
}

GError *
rn_lua_turn_damaged (struct rn_lua_turn *turn)
{
	turn->damaged = TRUE;
	return g_error_new_literal (RN_ERROR, RN_ERROR_BUG, "the engine's answer cannot be read");
}

GVariant *
rn_lua_turn_ask (struct rn_lua_turn *turn, const char *query, GVariant *filter, guint32 most, GError **error)
{
	return is_open (turn, error) ? turn->ask (turn->data, query, filter, most, error) : NULL;
}

/* Whether one more of that size may be added. */
static gboolean
has_room (struct rn_lua_turn *turn, const GPtrArray *list, guint max, gsize size, GError **error)
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
push_created (lua_State *L, struct rn_lua_turn *turn, const char *kind)
{
	g_autofree char *ref = g_strdup_printf ("new:%u", ++turn->created);
	g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_parsed ("{'ref': <%s>, 'kind': <%s>}", ref, kind));

	rn_value_push (L, value);
}

/* effect (NAME, FIELDS): adds it; gives the record it creates, if any. */
static int
add_effect (lua_State *L)
{
	struct rn_lua_turn *turn = rn_sandbox_data (L);
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
	struct rn_lua_turn *turn = rn_sandbox_data (L);
	GError *error = NULL;
	const char *text = rn_value_text (L, 1, &error);

	if (text == NULL || !has_room (turn, turn->notes, RN_MAX_POLICY_NOTES, strlen (text) + 8, &error))
		return rn_raise (L, error);
	g_ptr_array_add (turn->notes, g_strdup (text));
	return 0;
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

int
rn_lua_turn_figures (lua_State *L)
{
	struct rn_lua_turn *turn = rn_sandbox_data (L);
	GError *error = NULL;
	GVariant *filter = g_variant_ref_sink (g_variant_new_parsed ("{'pairing': <%s>}", luaL_checkstring (L, 1)));
	GVariant *found = rn_lua_turn_ask (turn, RN_QUERY_FIGURES, filter, 1, &error);

	g_variant_unref (filter);
	if (found == NULL)
		return rn_raise (L, error);
	gboolean fine = rn_value_push_bundle (L, rn_unpack_begin (found));           /* list of one */
	g_variant_unref (found);
	if (!fine)
		return rn_raise (L, rn_lua_turn_damaged (turn));
	lua_rawgeti (L, -1, 1);
	return 1;
}

const luaL_Reg rn_lua_turn_bindings[] = {
	{ "effect", add_effect },
	{ "query", rn_query_new },
	{ "note", add_note },
	{ "strict", make_strict },
	{ NULL, NULL }
};

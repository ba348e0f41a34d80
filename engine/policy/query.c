#include "query.h"

#include <lauxlib.h>

#include "fields.h"
#include "place.h"
#include "sandbox.h"
#include "lua_turn.h"
#include "values.h"

#define RN_QUERY "query"

/* User values: 1 the records, 2 where each stands in them; both nil until fetched. */
enum { RECORDS = 1, PLACES = 2 };

struct query {
	const struct rn_word *word;
	GVariant *filter;
};

static struct query *
query_at (lua_State *L, int index)
{
	return luaL_testudata (L, index, RN_QUERY);
}

GVariant *
rn_query_value (lua_State *L, int index)
{
	const struct query *query = query_at (L, index);

	if (query == NULL)
		return NULL;
	return g_variant_new_parsed ("{'query': <%s>, 'filter': <%@a{sv}>}", query->word->name, query->filter);
}

const char *
rn_query_gives (lua_State *L, int index)
{
	const struct query *query = query_at (L, index);
	return query != NULL ? query->word->gives : NULL;
}

static int
query_gc (lua_State *L)
{
	struct query *query = lua_touserdata (L, 1);
	g_clear_pointer (&query->filter, g_variant_unref);
	return 0;
}

/* Remembers where each record stands, so that a loop goes on from the one it has. */
static void
push_places (lua_State *L, int records)
{
	lua_Integer n = (lua_Integer) lua_rawlen (L, records);

	lua_createtable (L, 0, (int) n);                          /* places */
	for (lua_Integer i = 1; i <= n; i++) {
		lua_rawgeti (L, records, i);                      /* places record */
		lua_pushinteger (L, i);
		lua_rawset (L, -3);
	}
}

/* Asks for the records of the query at 1 and pushes them. */
static void
push_answer (lua_State *L, guint32 most)
{
	struct query *query = query_at (L, 1);
	GError *error = NULL;
	GVariant *found = rn_lua_turn_ask (rn_sandbox_data (L), query->word->name, query->filter, most, &error);

	if (found == NULL)
		rn_raise (L, error);
	gboolean fine = rn_value_push_bundle (L, rn_unpack_begin (found));           /* records */
	g_variant_unref (found);
	if (!fine)
		rn_raise (L, rn_lua_turn_damaged (rn_sandbox_data (L)));
}

/* Pushes the records of the query at 1, asked for once. */
static void
push_records (lua_State *L)
{
	if (lua_getiuservalue (L, 1, RECORDS) == LUA_TTABLE)
		return;
	lua_pop (L, 1);
	push_answer (L, 0);                                       /* records */
	lua_pushvalue (L, -1);
	lua_setiuservalue (L, 1, RECORDS);
	push_places (L, lua_gettop (L));                          /* records places */
	lua_setiuservalue (L, 1, PLACES);
}

/* query:all (): a list of its records, a new one each time. */
static int
query_all (lua_State *L)
{
	luaL_checkudata (L, 1, RN_QUERY);
	lua_settop (L, 1);
	push_records (L);                                         /* query records */
	lua_Integer n = (lua_Integer) lua_rawlen (L, 2);
	lua_createtable (L, (int) n, 0);                          /* query records list */
	for (lua_Integer i = 1; i <= n; i++) {
		lua_rawgeti (L, 2, i);
		lua_rawseti (L, 3, i);
	}
	return 1;
}

/* query:any (): whether there is one; no more is fetched. */
static int
query_any (lua_State *L)
{
	luaL_checkudata (L, 1, RN_QUERY);
	lua_settop (L, 1);
	if (lua_getiuservalue (L, 1, RECORDS) != LUA_TTABLE)      /* query records */
		push_answer (L, 1);
	lua_pushboolean (L, lua_rawlen (L, -1) > 0);
	return 1;
}

/* for record in query do: called with the query, nil, and the record before. */
static int
query_next (lua_State *L)
{
	luaL_checkudata (L, 1, RN_QUERY);
	lua_settop (L, 3);
	push_records (L);                                         /* query nil record records */
	lua_Integer place = 0;
	if (!lua_isnil (L, 3)) {
		lua_getiuservalue (L, 1, PLACES);
		lua_pushvalue (L, 3);
		lua_rawget (L, -2);
		place = luaL_checkinteger (L, -1);
	}
	lua_rawgeti (L, 4, place + 1);
	return 1;
}

static int
query_refuse (lua_State *L)
{
	return luaL_error (L, "a query has no list of its own; go through it by “for … in query do” or take query:all (), "
	                      "or query:any ()");
}

static const luaL_Reg methods[] = {
	{ "all", query_all },
	{ "any", query_any },
	{ NULL, NULL }
};

static int
query_index (lua_State *L)
{
	const char *name = lua_type (L, 2) == LUA_TSTRING ? lua_tostring (L, 2) : "";

	for (const luaL_Reg *method = methods; method->name != NULL; method++)
		if (g_str_equal (method->name, name)) {
			lua_pushcfunction (L, method->func);
			return 1;
		}
	return query_refuse (L);
}

static const luaL_Reg meta[] = {
	{ "__gc", query_gc },
	{ "__call", query_next },
	{ "__index", query_index },
	{ "__newindex", query_refuse },
	{ "__len", query_refuse },
	{ NULL, NULL }
};

int
rn_query_new (lua_State *L)
{
	const struct rn_word *word = rn_word_find (rn_queries, luaL_checkstring (L, 1));
	GError *error = NULL;

	luaL_argcheck (L, word != NULL, 1, "unknown query");
	lua_settop (L, 2);
	struct query *query = lua_newuserdatauv (L, sizeof *query, 2);
	query->word = word;
	query->filter = NULL;
	if (luaL_newmetatable (L, RN_QUERY))
		luaL_setfuncs (L, meta, 0);
	lua_setmetatable (L, -2);                                 /* … query */
	GVariant *filter = rn_fields_take (L, 2, word, &error);
	if (filter == NULL)
		return rn_raise (L, error);
	query->filter = g_variant_ref_sink (filter);
	lua_settop (L, 3);
	return 1;
}

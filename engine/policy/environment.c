#include "environment.h"

#include <lauxlib.h>
#include <lualib.h>

#include "halt.h"

/* Key of the registry. */
static const char seed_key;

static const luaL_Reg libraries[] = {
	{ "_G", luaopen_base },
	{ "string", luaopen_string },
	{ "table", luaopen_table },
	{ "math", luaopen_math },
	{ "utf8", luaopen_utf8 },
	{ "coroutine", luaopen_coroutine },
	{ NULL, NULL }
};

/* Not even for the library. */
static const char *const removed[] = { "dofile", "loadfile", "load", "xpcall", "collectgarbage", "print", "warn", NULL };

/* What an author sees of Lua; the library adds `pairs` in an order that is the same in
 * every run. `next`, metatables and raw access are not there: records stay strict. */
static const char *const given[] = {
	"assert", "error", "ipairs", "pcall", "select", "tonumber", "tostring", "type", NULL
};

static void
drop (lua_State *L, const char *field)
{
	lua_pushnil (L);
	lua_setfield (L, -2, field);
}

void
rn_environment_libraries (lua_State *L)
{
	for (const luaL_Reg *library = libraries; library->name != NULL; library++) {
		luaL_requiref (L, library->name, library->func, TRUE);
		lua_pop (L, 1);
	}
	rn_halt_coroutines (L);
	lua_pushglobaltable (L);
	for (const char *const *name = removed; *name != NULL; name++)
		drop (L, *name);
	lua_getfield (L, -1, "string");                   /* globals string */
	drop (L, "dump");
	lua_getfield (L, -2, "math");                     /* globals string math */
	lua_getfield (L, -1, "randomseed");
	lua_rawsetp (L, LUA_REGISTRYINDEX, &seed_key);
	drop (L, "randomseed");
	lua_pop (L, 3);
}

static int
refuse_change (lua_State *L)
{
	return luaL_error (L, "this table belongs to Lua and cannot be changed");
}

/* Pushes an empty table that reads from the one on top, which it replaces. */
static void
read_only (lua_State *L)
{
	lua_createtable (L, 0, 0);                        /* original view */
	lua_createtable (L, 0, 2);                        /* original view meta */
	lua_rotate (L, -3, -1);                           /* view meta original */
	lua_setfield (L, -2, "__index");
	lua_pushcfunction (L, refuse_change);
	lua_setfield (L, -2, "__newindex");               /* view meta */
	lua_setmetatable (L, -2);                         /* view */
}

void
rn_environment_push (lua_State *L)
{
	lua_newtable (L);                                 /* env */
	for (const char *const *name = given; *name != NULL; name++) {
		lua_getglobal (L, *name);
		lua_setfield (L, -2, *name);
	}
	for (const luaL_Reg *library = libraries + 1; library->name != NULL; library++) {
		lua_getglobal (L, library->name);
		read_only (L);
		lua_setfield (L, -2, library->name);
	}
}

void
rn_environment_seed (lua_State *L, guint64 seed)
{
	lua_rawgetp (L, LUA_REGISTRYINDEX, &seed_key);
	lua_pushinteger (L, (lua_Integer) seed);
	lua_pushinteger (L, 0);
	lua_call (L, 2, 0);
}

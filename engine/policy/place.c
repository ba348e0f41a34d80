#include "place.h"

#include <lauxlib.h>
#include <string.h>

#include "sandbox.h"

#define RN_MAX_MESSAGE 2048 /* bytes of an error that a person shall read */

static gboolean
is_library (const char *source)
{
	return g_str_has_prefix (source, "@rotnem/");
}

/* “return turn:mail { … }” leaves no trace of its line: Lua has reused the frame. Then
 * the place is where the running handler begins (core.running). */
static int
push_running (lua_State *L)
{
	lua_Debug frame = { .linedefined = 0 };

	rn_sandbox_core (L);
	lua_getfield (L, -1, "running");
	lua_remove (L, -2);
	if (!lua_isfunction (L, -1)) {
		lua_pop (L, 1);
		lua_pushliteral (L, "");
		return 0;
	}
	lua_getinfo (L, ">S", &frame);                    /* takes the function */
	lua_pushfstring (L, "%s:%d: ", frame.source + 1, frame.linedefined);
	return frame.linedefined;
}

int
rn_place_find (lua_State *L, lua_Debug *frame)
{
	for (int level = 0; lua_getstack (L, level, frame); level++) {
		lua_getinfo (L, "Sl", frame);
		if (frame->currentline > 0 && !is_library (frame->source))
			return frame->currentline;
	}
	return 0;
}

int
rn_place_push (lua_State *L)
{
	lua_Debug frame;
	int line = rn_place_find (L, &frame);

	if (line == 0)
		return push_running (L);
	lua_pushfstring (L, "%s:%d: ", frame.source + 1, line);
	return line;
}

gboolean
rn_place_begins (const char *message)
{
	return g_regex_match_simple ("^[^\\s:]+\\.lua:\\d+: ", message, 0, 0);
}

int
rn_raise (lua_State *L, GError *error)
{
	if (rn_place_begins (error->message)) /* a mistake in a file that is required */
		lua_pushliteral (L, "");
	else
		rn_place_push (L);
	lua_pushstring (L, error->message);
	g_error_free (error);
	lua_concat (L, 2);
	return lua_error (L);
}

int
rn_place_on_error (lua_State *L)
{
	if (lua_type (L, 1) != LUA_TSTRING) /* error ({}) */
		lua_pushfstring (L, "the error raised here is a %s, not a text", luaL_typename (L, 1));
	if (!rn_place_begins (lua_tostring (L, -1))) {
		rn_place_push (L);
		lua_insert (L, -2);
		lua_concat (L, 2);
	}
	return 1;
}

char *
rn_place_message (const char *message)
{
	if (message == NULL)
		message = "the script failed without a message";
	char *valid = g_utf8_make_valid (message, (gssize) strnlen (message, RN_MAX_MESSAGE));
	return g_strchomp (g_strdelimit (valid, "\r\n\t", ' '));
}

/* Where in the author's code something happens, and messages that begin with it. */
#ifndef RN_POLICY_PLACE_H
#define RN_POLICY_PLACE_H

#include <glib.h>
#include <lua.h>

/* The author's line that is being run, or 0; its file is frame->source + 1. Lua's stack stays as it is. */
int rn_place_find (lua_State *L, lua_Debug *frame);

/* Pushes "reverse-mentoring/reverse_mentoring.lua:40: ", the author's line that is being
 * run; where Lua has lost it, the line at which the running handler begins (the field
 * `running` of core); or "". Gives the line, or 0. */
int rn_place_push (lua_State *L);

/* Raises the error as a Lua error at the author's place, and frees it. Nothing else may
 * be owned by the caller. */
int rn_raise (lua_State *L, GError *error);

/* Whether a message begins with a place, as Lua's own mostly do. */
gboolean rn_place_begins (const char *message);

/* Handler of lua_pcall: every message gets its place. */
int rn_place_on_error (lua_State *L);

/* As much of a message as a person will read, valid UTF-8 and on one line. Takes NULL.
 * Free with g_free. */
char *rn_place_message (const char *message);

#endif

/* What of Lua there is: for the library below scripts/rotnem, and for an author. */
#ifndef RN_POLICY_ENVIRONMENT_H
#define RN_POLICY_ENVIRONMENT_H

#include <glib.h>
#include <lua.h>

/* Opens the harmless libraries as globals, without what loads, prints, or reaches the
 * machine. These are the library's. */
void rn_environment_libraries (lua_State *L);

/* Pushes a new table of what an author sees of them. Tables in it are read-only. */
void rn_environment_push (lua_State *L);

/* From now on math.random follows from the seed. */
void rn_environment_seed (lua_State *L, guint64 seed);

#endif

/* One turn as the policy's side sees it: effects and notes gather here. */
#ifndef RN_POLICY_LUA_TURN_H
#define RN_POLICY_LUA_TURN_H

#include <glib.h>
#include <lauxlib.h>

#include "instant.h"

#define RN_MAX_POLICY_EFFECTS 10000              /* of one event; more people are a campaign */
#define RN_MAX_POLICY_NOTES 1000
#define RN_MAX_POLICY_TURN (3 * 1024 * 1024)     /* bytes of them: fits RN_MAX_RECORD_FRAME */

struct rn_lua_turn {
	gboolean open;      /* an event is being handled: effects and queries are welcome */
	gboolean damaged;   /* what the engine said could not be read: nothing counts any more */
	GPtrArray *effects; /* of GVariant (sua{sv}): name, line, fields */
	GPtrArray *notes;   /* of char * */
	gsize bytes;        /* of both */
	guint created;      /* records that the effects will create */

	/* Answers a query: an ay, the bundle of a list of at most `most` records (0: all), or
	 * NULL with an error. */
	GVariant *(*ask) (gpointer data, const char *query, GVariant *filter, guint32 most, GError **error);
	gpointer data;
};

void rn_lua_turn_init (struct rn_lua_turn *turn);
void rn_lua_turn_clear (struct rn_lua_turn *turn); /* frees */

/* Forgets what was gathered. */
void rn_lua_turn_begin (struct rn_lua_turn *turn);

/* Asks; only while the turn is open. */
GVariant *rn_lua_turn_ask (struct rn_lua_turn *turn, const char *query, GVariant *filter, guint32 most, GError **error);

/* Notes that an answer cannot be read; gives the error for the policy, which may catch it. */
GError *rn_lua_turn_damaged (struct rn_lua_turn *turn);

/* Asks for the figures of the pairing whose ref is at 1: see rn_value_set_figures. */
int rn_lua_turn_figures (lua_State *L);

/* effect, query, note, strict: described in scripts/rotnem/init.lua. The sandbox's data must be the
 * turn. */
extern const luaL_Reg rn_lua_turn_bindings[];

#endif

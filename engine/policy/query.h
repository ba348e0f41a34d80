/* A query is a value: an effect takes it as it is and the engine expands it; only when
 * a policy goes through it, or asks for :all (), its records are fetched. */
#ifndef RN_POLICY_QUERY_H
#define RN_POLICY_QUERY_H

#include <glib.h>
#include <lua.h>

#include "vocabulary.h"

/* query (NAME, FILTER): pushes the query; errors are raised at the author's line. */
int rn_query_new (lua_State *L);

/* a{sv} { query: s, filter: a{sv} } of the query at `index`, floating; NULL when there
 * is no query. */
GVariant *rn_query_value (lua_State *L, int index);

/* The kind of its records, or NULL when there is no query at `index`. */
const char *rn_query_gives (lua_State *L, int index);

#endif

/* Values on their way between frames and Lua.
 *
 *   bundle, GVariant              Lua
 *   flag, text, real, number      boolean, string, float, integer
 *   table, a{s*}                  table; with `ref` and `kind` a record: reading a
 *                                 field that its kind does not have is an error
 *   table of only `handle`        a person's words: opaque, a template's field only
 *   list, any other array         list
 *
 * A record is a table with `ref` ("pairing:17"), `kind`, and the fields of rn_records;
 * records within records look the same. */
#ifndef RN_POLICY_VALUES_H
#define RN_POLICY_VALUES_H

#include <glib.h>
#include <lua.h>

#include "bundle.h"
#include "vocabulary.h"

/* Pushes the value. */
void rn_value_push (lua_State *L, GVariant *value);

/* Pushes the next value of a bundle; FALSE and nothing at the end of what is open. */
gboolean rn_value_push_next (lua_State *L, struct rn_unpack *unpack);

/* Pushes the value of a bundle that is one; FALSE and nothing when these bytes are none. */
gboolean rn_value_push_bundle (lua_State *L, struct rn_unpack bundle);

/* Makes the table on top strict: reading a field that the word does not have is an
 * error at the author's line, a known one that is absent is nil; nothing is written.
 * `what` ("a pairing") names it. */
void rn_value_strict (lua_State *L, const struct rn_word *word, const char *what);

/* How the figures of a record (rn_pairing_figures) are had when a policy reads one: called with its ref, gives a table
 * of them or nil. Without it they are nil. */
void rn_value_set_figures (lua_State *L, lua_CFunction figures);

/* Gives the value at `index` as that type: b, x, d, s, v, arrays and dictionaries of
 * them. Keys come sorted, so that equal tables give equal bytes. Else NULL and a DATA
 * error. The result is floating. */
GVariant *rn_value_take (lua_State *L, int index, const GVariantType *type, GError **error);

/* What a text may be: UTF-8, up to RN_MAX_POLICY_TEXT. NULL and a DATA error. */
const char *rn_value_text (lua_State *L, int index, GError **error);

/* The handle of a person's words, or NULL. */
const char *rn_value_handle (lua_State *L, int index);

/* The text in field `name` of the table at `index`, not asking metatables; or NULL. It
 * lives as long as the table. */
const char *rn_value_member (lua_State *L, int index, const char *name);

#endif

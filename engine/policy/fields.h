/* The named fields of an effect or a query, checked against the vocabulary. */
#ifndef RN_POLICY_FIELDS_H
#define RN_POLICY_FIELDS_H

#include <glib.h>
#include <lua.h>

#include "vocabulary.h"

/* Gives the table at `index` (nil: no fields) as a{sv} of the word's fields, floating:
 *
 *   text, template, form, duration  s, a duration as it is written
 *   number, time                    x
 *   flag                            b
 *   texts                           as
 *   one record                      s, its ref
 *   records (people, topics …)      as, their refs
 *   a query for any of them         a{sv} { query: s, filter: a{sv} }
 *   table of fields                 a{sv} of s, x, d, b, and a{sv} { handle: s }
 *
 * A field that is unknown, missing, or of another type: NULL and a DATA error, without
 * place. */
GVariant *rn_fields_take (lua_State *L, int index, const struct rn_word *word, GError **error);

#endif

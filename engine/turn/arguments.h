/* Fields of an effect as the rules want them: refs become records, queries become
 * lists. Errors name the field. */
#ifndef RN_TURN_ARGUMENTS_H
#define RN_TURN_ARGUMENTS_H

#include "turn.h"

/* "" or `otherwise` when the field is absent; the text belongs to `fields`. */
const char *rn_argument_text (GVariant *fields, const char *name, const char *otherwise);
gint64 rn_argument_number (GVariant *fields, const char *name, gint64 otherwise);
gboolean rn_argument_flag (GVariant *fields, const char *name);

/* The ref in a field ("new:1" already resolved), or "". Free with g_free. */
char *rn_argument_ref (rn_turn *turn, GVariant *fields, const char *name);

/* The record in a field; CONFIG error when it is absent or of another kind. */
gpointer rn_argument_record (rn_turn *turn, GVariant *fields, const char *name, const struct rn_kind *kind, GError **error);

/* Records in a field: a ref, a list of refs, a query, or for people a pairing (both). */
GPtrArray *rn_argument_records (rn_turn *turn, GVariant *fields, const char *name, const struct rn_kind *kind, GError **error);

#endif

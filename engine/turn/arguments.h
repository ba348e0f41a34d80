/* Fields of an effect as the rules want them: refs become records, queries become
 * lists. Errors name the field. */
#ifndef RN_TURN_ARGUMENTS_H
#define RN_TURN_ARGUMENTS_H

#include "turn.h"

/* A field, or `otherwise` when it is absent or of another type. A text belongs to `fields`; of a
 * number with a fraction the whole part counts; a flag is FALSE unless set. */
const char *rn_argument_text (GVariant *fields, const char *name, const char *otherwise);
gint64 rn_argument_number (GVariant *fields, const char *name, gint64 otherwise);
gboolean rn_argument_flag (GVariant *fields, const char *name);

/* The ref in a field ("new:1" already resolved), or "". Free with g_free. */
char *rn_argument_ref (rn_turn *turn, GVariant *fields, const char *name);

/* The record in a field. CONFIG when it is absent or of another kind; REFUSED when it is that of an
 * effect that a rule left out. */
gpointer rn_argument_record (rn_turn *turn, GVariant *fields, const char *name, const struct rn_kind *kind, GError **error);

/* Records in a field: a ref, a list of refs, a query for that kind, or for people a pairing or a
 * meeting (both). None when it is absent. Errors as above. */
GPtrArray *rn_argument_records (rn_turn *turn, GVariant *fields, const char *name, const struct rn_kind *kind, GError **error);

#endif

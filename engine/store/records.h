/* Records of every kind in and out of the database, by their tables of fields. */
#ifndef RN_STORE_RECORDS_H
#define RN_STORE_RECORDS_H

#include "bundle.h"
#include "db.h"
#include "kind.h"

/* The record of that id. A missing one is a DATA error. */
gpointer rn_load (rn_db *db, const struct rn_kind *kind, gint64 id, GError **error);

/* Writes a record: a new one (id 0) gets its id, another one replaces what is stored. */
gboolean rn_save (rn_db *db, gpointer record, GError **error);

/* Makes the record found by each of these items of a list (RN_USE_INDEX); saving does it. */
gboolean rn_items_save (rn_db *db, const struct rn_kind *kind, const struct rn_field *field, gint64 id, GStrv items, GError **error);

/* Every record whose fields have these values, by rising id: pairs of a field's name
 * and its value follow, ended by NULL. Values: const char * for TEXT and for one item
 * of a LIST, gint64 for NUMBER, TIME and REF, int for STATE and FLAG. The array frees its
 * records. */
GPtrArray *rn_find (rn_db *db, const struct rn_kind *kind, GError **error, ...) G_GNUC_NULL_TERMINATED;

/* The first of those, or NULL: an error only when *error is set. */
gpointer rn_find_one (rn_db *db, const struct rn_kind *kind, GError **error, ...) G_GNUC_NULL_TERMINATED;

/* Records by a condition in SQL, for the other files of this folder. */
GPtrArray *rn_find_where (rn_db *db, const struct rn_kind *kind, GError **error, const char *tail,
                          const struct rn_value *values, gsize n_values);

/* Adds what a policy sees of a record: a table with ref, kind, id and its open fields;
 * records that it refers to are expanded `depth` levels down, below that they are
 * left out. */
gboolean rn_record_expand (rn_db *db, gconstpointer record, const char *name, int depth, GByteArray *bundle, GError **error);

/* The same for the record of that id. */
gboolean rn_record_expand_id (rn_db *db, const struct rn_kind *kind, gint64 id, const char *name, int depth, GByteArray *bundle,
                              GError **error);

/* What lists and JSON show: the same with the engine's own fields, instants as RFC 3339,
 * other records by their label (a person's address, a topic's title) or their ref, with
 * “FIELD_name” for what people call them. Floating. */
GVariant *rn_record_show (rn_db *db, gconstpointer record, GError **error);

#endif

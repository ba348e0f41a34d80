/* What the engine keeps about the world is records of a few kinds: person, topic,
 * offer, pairing, meeting … A kind is a plain struct and one table of its fields.
 * From that table follow the database table, what a policy sees, the JSON of the
 * lists, and copying and freeing: a new field is one new row. */
#ifndef RN_PROGRAM_KIND_H
#define RN_PROGRAM_KIND_H

#include <glib.h>

#include "instant.h"

enum rn_field_type {
	RN_FIELD_TEXT,   /* char *, never NULL once loaded */
	RN_FIELD_LIST,   /* GStrv */
	RN_FIELD_NUMBER, /* gint64 */
	RN_FIELD_TIME,   /* rn_time */
	RN_FIELD_FLAG,   /* gboolean */
	RN_FIELD_STATE,  /* int, a place in `states` */
	RN_FIELD_REF,    /* gint64: id of a record of kind `of`, 0 for none */
};

enum rn_field_use {
	RN_USE_ENGINE = 1 << 0, /* not shown to policies */
	RN_USE_SECRET = 1 << 1, /* shown to nobody: not in lists, JSON or policies */
	RN_USE_INDEX = 1 << 2,  /* the store finds records by it quickly; of a list, by each item */
	RN_USE_LABEL = 1 << 3,  /* lists name a record by it; of a kind without one, by its ref */
	RN_USE_NAMED = 1 << 4,  /* a record: lists add what people call it, as “about_name” of “about” */
};

struct rn_kind;

struct rn_field {
	const char *name;
	enum rn_field_type type;
	gsize offset;
	guint use;                  /* of enum rn_field_use */
	const char *const *states;  /* of STATE: names, ends with NULL */
	const struct rn_kind *of;   /* of REF */
};

/* One legal step of a state. A table ends with from = -1. */
struct rn_step {
	int from, to;
};

struct rn_kind {
	const char *name;             /* "pairing": also the name of its table */
	gsize size;
	const struct rn_field *fields; /* ends with a NULL name */
	const struct rn_step *steps;   /* of the field “state”; NULL when it has none */
};

/* The first member of every record. */
struct rn_record {
	const struct rn_kind *kind;
	gint64 id; /* 0 until saved */
};

/* An empty record of that kind. */
gpointer rn_record_new (const struct rn_kind *kind);
void rn_record_free (gpointer record); /* takes NULL */

/* Sets a text member, freeing the old one. */
void rn_record_set (char **member, const char *text);

/* "pairing:17", the name of a record everywhere outside C. Free with g_free. */
char *rn_record_ref (gconstpointer record);
char *rn_ref (const struct rn_kind *kind, gint64 id);

/* Takes "pairing:17" apart. FALSE for anything else. */
gboolean rn_ref_parse (const char *ref, const struct rn_kind **kind, gint64 *id);

/* Moves the field “state” by a legal step, else a BUG error that names both states. */
gboolean rn_record_step (gpointer record, int to, GError **error);

const struct rn_field *rn_kind_field (const struct rn_kind *kind, const char *name);
const struct rn_kind *rn_kind_named (const char *name);

/* The name of the state that the record is in. */
const char *rn_record_state_name (gconstpointer record);

/* Every kind; ends with NULL. */
extern const struct rn_kind *const rn_kinds[];

/* Rows of a field table. */
#define RN_TEXT(type, member, uses) { #member, RN_FIELD_TEXT, G_STRUCT_OFFSET (type, member), uses, NULL, NULL }
#define RN_LIST(type, member, uses) { #member, RN_FIELD_LIST, G_STRUCT_OFFSET (type, member), uses, NULL, NULL }
#define RN_NUMBER(type, member, uses) { #member, RN_FIELD_NUMBER, G_STRUCT_OFFSET (type, member), uses, NULL, NULL }
#define RN_TIME(type, member, uses) { #member, RN_FIELD_TIME, G_STRUCT_OFFSET (type, member), uses, NULL, NULL }
#define RN_FLAG(type, member, uses) { #member, RN_FIELD_FLAG, G_STRUCT_OFFSET (type, member), uses, NULL, NULL }
#define RN_STATE(type, member, uses, names) \
	{ #member, RN_FIELD_STATE, G_STRUCT_OFFSET (type, member), uses, names, NULL }
#define RN_REF(type, member, uses, kind) { #member, RN_FIELD_REF, G_STRUCT_OFFSET (type, member), uses, NULL, kind }
#define RN_FIELDS_END { NULL, 0, 0, 0, NULL, NULL }
#define RN_STEPS_END { -1, -1 }

#define RN_RECORD_TYPE(type, prefix)                                   \
	extern const struct rn_kind prefix##_kind;                     \
	static inline type *prefix##_new (void)                        \
	{                                                              \
		return (type *) rn_record_new (&prefix##_kind);        \
	}                                                              \
	G_DEFINE_AUTOPTR_CLEANUP_FUNC (type, rn_record_free)

#endif

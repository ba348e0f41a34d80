/* Values that tell their types and names, one behind the other in a row of bytes: what a
 * policy gets of events and records, and what a letter is, with the fields of its template.
 * Nothing else is made of them on the way, which takes a tenth of the time that the same
 * dictionaries take as GVariants. Letters rest in the database for years, so this form
 * (see also pack.h) stays as it is: a type, a name, the value. */
#ifndef RN_BASE_BUNDLE_H
#define RN_BASE_BUNDLE_H

#include "pack.h"

enum rn_bundle_type {
	RN_BUNDLE_END,    /* of a list, a table, or of everything */
	RN_BUNDLE_TEXT,
	RN_BUNDLE_NUMBER, /* whole */
	RN_BUNDLE_REAL,
	RN_BUNDLE_FLAG,
	RN_BUNDLE_LIST,   /* the values up to its END have no names */
	RN_BUNDLE_TABLE,  /* … are named; of two with one name the last counts */
	RN_BUNDLE_TYPES
};

/* "text", "list" …, for messages. */
const char *rn_bundle_type_name (enum rn_bundle_type type);

/* Appends a value; its name counts in a table. Text that is no UTF-8 is mended. */
void rn_bundle_text (GByteArray *bundle, const char *name, const char *text);
void rn_bundle_number (GByteArray *bundle, const char *name, gint64 number);
void rn_bundle_flag (GByteArray *bundle, const char *name, gboolean flag);

/* Begins a list or a table, and ends it. */
void rn_bundle_open (GByteArray *bundle, const char *name, enum rn_bundle_type type);
void rn_bundle_close (GByteArray *bundle);

/* Booleans, numbers, texts, arrays and dictionaries by text, however nested. */
void rn_bundle_variant (GByteArray *bundle, const char *name, GVariant *value);

/* What comes next. Name and text are ended by a zero, and live as long as the bytes. */
struct rn_bundled {
	enum rn_bundle_type type; /* END as well where the bundle is bad, which `unpack` tells, or over */
	const char *name, *text;
	gsize name_size, text_size;
	gint64 number; /* or 0 and 1 of a flag */
	double real;
};
struct rn_bundled rn_bundle_read (struct rn_unpack *unpack);

/* Whether all of it was read, and nothing else is there. */
gboolean rn_bundle_is_over (const struct rn_unpack *unpack);

/* Goes over what the list or table holds whose beginning was just read, and gives where it
 * can be read; of another value nothing. */
struct rn_unpack rn_bundle_pass (struct rn_unpack *unpack, enum rn_bundle_type type);

/* Starts at the beginning of bytes, which have to live on; of a frame see rn_unpack_begin. */
struct rn_unpack rn_bundle_begin_bytes (GBytes *bytes);

#endif

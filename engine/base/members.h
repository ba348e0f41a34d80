/* Plain structures by one row a member: as tables of a bundle (bundle.h), which letters and
 * their invitations are, and as packed records (pack.h), which readings are. */
#ifndef RN_BASE_MEMBERS_H
#define RN_BASE_MEMBERS_H

#include <glib.h>

#include "bundle.h"

enum rn_member_type {
	RN_MEMBER_TEXT,    /* char *, owned; never NULL once initialised */
	RN_MEMBER_INT,     /* int */
	RN_MEMBER_TIME,    /* rn_time */
	RN_MEMBER_FLAG,    /* gboolean */
};

/* A table ends with a row whose name is NULL. */
struct rn_member {
	const char *name; /* in the table */
	enum rn_member_type type;
	gsize offset;
};

#define RN_MEMBER(type, structure, member) { #member, type, G_STRUCT_OFFSET (structure, member) }

/* Makes every text "". */
void rn_members_init (const struct rn_member *members, gpointer structure);

/* Frees every text. */
void rn_members_clear (const struct rn_member *members, gpointer structure);

/* Adds every member that is not "" or zero, by its name. */
void rn_members_bundle (const struct rn_member *members, gconstpointer structure, GByteArray *bundle);

/* Takes the value that was just read from a table; goes over one that is none of the
 * members. FALSE with a DATA error that starts with `what` when it does not fit. */
gboolean rn_members_take (const struct rn_member *members, gpointer structure, const struct rn_bundled *value,
                          struct rn_unpack *unpack, const char *what, GError **error);

/* Every member in the order of the table, texts as texts and all others as numbers. */
void rn_members_pack (const struct rn_member *members, gconstpointer structure, GByteArray *pack);

/* The same back; whether it is good tells `unpack`. */
void rn_members_unpack (const struct rn_member *members, gpointer structure, struct rn_unpack *unpack);

#endif

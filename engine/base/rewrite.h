/* Other words in place of some, wherever they stand in a text or a bundle. */
#ifndef RN_BASE_REWRITE_H
#define RN_BASE_REWRITE_H

#include "bundle.h"

/* What a text becomes, or NULL: it stays as it is. Free with g_free. */
typedef char *(*rn_rewrite) (const char *text, gpointer data);

/* The same of every text in a bundle, but for names; NULL when all stay, and for a bundle that is damaged. */
GBytes *rn_bundle_rewrite (GBytes *bundle, rn_rewrite rewrite, gpointer data);

/* Words and what is said instead of them. */
typedef struct rn_names rn_names;
rn_names *rn_names_new (void);
void rn_names_free (rn_names *names); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_names, rn_names_free)

/* Adds words that are found as a whole, in capitals or not: not within a longer word, and of an
 * address not within a longer one. Nothing is added for "". */
void rn_names_add (rn_names *names, const char *text, const char *instead);

/* An rn_rewrite with them as its data. */
char *rn_names_replace (const char *text, gpointer names);

/* Whether any of them is in these bytes, which may be no text as a whole. */
gboolean rn_names_are_in (rn_names *names, const char *bytes, gsize size);

#endif

/* Who was forgotten: keyed hashes of what the directory calls her, and nothing else. By them she is known
 * when the directory still has her, and by nobody who has not the key. */
#ifndef RN_STORE_FORGOTTEN_H
#define RN_STORE_FORGOTTEN_H

#include "db.h"

gboolean rn_forgotten_add (rn_db *db, const char *hash, gint64 person, GError **error);

/* All hashes, as a set. */
GHashTable *rn_forgotten_all (rn_db *db, GError **error);

/* The number of the person of whom this is a hash; 0: nobody. */
gboolean rn_forgotten_find (rn_db *db, const char *hash, gint64 *person, GError **error);

/* She may come back: drops all her hashes. */
gboolean rn_forgotten_drop (rn_db *db, gint64 person, GError **error);

#endif

/* What the files about the database share, and no one else. */
#ifndef RN_STORE_DB_PRIVATE_H
#define RN_STORE_DB_PRIVATE_H

#include <sqlite3.h>

#include "db.h"

sqlite3 *rn_db_sqlite (const rn_db *db);

/* FALSE with what SQLite says last. */
gboolean rn_db_fail (sqlite3 *sqlite, const char *doing, GError **error);

#endif

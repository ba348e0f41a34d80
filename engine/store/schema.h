/* The database's shape and how it grows: one step a version, each in one transaction. */
#ifndef RN_STORE_SCHEMA_H
#define RN_STORE_SCHEMA_H

#include "db.h"

/* Brings the database to this program's version. A newer database is a CONFIG error. */
gboolean rn_schema_migrate (rn_db *db, GError **error);

/* That version. */
gint64 rn_schema_newest (void);

#endif

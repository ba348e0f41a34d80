/* What a record is called among people, where “pairing:17” says nothing to them. */
#ifndef RN_STORE_TITLE_H
#define RN_STORE_TITLE_H

#include "db.h"
#include "kind.h"

/* A person's name and address, the names of a pair, for a meeting with its date on the
 * mentor's clock, a topic's title …; "" for what has no name. In English, as lists and the
 * coordinator's tasks are. Never NULL; free with g_free. */
char *rn_record_title (rn_db *db, gconstpointer record);

/* The same by ref; "" also when there is no such record. */
char *rn_ref_title (rn_db *db, const char *ref);

#endif

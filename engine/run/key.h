/* The site's secret: made at the first start, kept in a file of its own beside the
 * database, readable by the engine alone. Tokens and seals follow from it. */
#ifndef RN_RUN_KEY_H
#define RN_RUN_KEY_H

#include <glib.h>

/* Fills 32 bytes from the file, making it for a site that is new. CONFIG where it is missing
 * beside a database: with another one nobody could read what was sealed. */
gboolean rn_key_load (const char *path, gboolean is_new, guint8 key[32], GError **error);

/* The key of a simulation, which is left in the file for those who look at what came of it. */
gboolean rn_key_of_seed (const char *path, guint64 seed, guint8 key[32], GError **error);

#endif

/* People from a file, once: for sites without a directory in their configuration. */
#ifndef RN_RUN_IMPORT_H
#define RN_RUN_IMPORT_H

#include "site_config.h"

/* Reads a CSV file by the csv plugin and hands its people to the engine, or to the store
 * when none runs; whoever is not in the file has left. Bad rows go to `problems` (char *),
 * "file:line:column: …"; with any, nothing is taken unless `partial` (DATA). CONFIG when
 * the configuration has a directory: that one is read anew every day. */
gboolean rn_import_people (const rn_config *config, const char *file, gboolean partial, GPtrArray *problems, guint *n_people,
                           GError **error);

#endif

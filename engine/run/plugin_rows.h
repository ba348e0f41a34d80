/* What the plugins provide and which settings they take. The shared objects are opened
 * in a forked child that tells by a pipe, so that loading one can neither crash, hang nor
 * change the engine. */
#ifndef RN_RUN_PLUGIN_ROWS_H
#define RN_RUN_PLUGIN_ROWS_H

#include "plugin.h"

#define RN_PLUGIN_SECONDS 5 /* to load one; a library that waits for a network takes longer */

typedef struct rn_provider_rows {
	enum rn_provides provides;
	char *name;
	struct rn_option *options; /* ends with a NULL name */
	gboolean together;
	char **identity;           /* see struct rn_source_ops; empty of all that are no sources */
} rn_provider_rows;

typedef struct rn_plugin_rows {
	char *path; /* the shared object */
	char *name, *version, *summary;
	GPtrArray *providers; /* of rn_provider_rows */
} rn_plugin_rows;

/* Reads one plugin. NULL and a CONFIG error, a sentence naming the plugin, when it is
 * none, speaks another ABI, crashes or hangs. */
rn_plugin_rows *rn_plugin_rows_read (const char *path, GError **error);
void rn_plugin_rows_free (rn_plugin_rows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_plugin_rows, rn_plugin_rows_free)

/* For plugins. */
GPtrArray *rn_plugin_rows_list (void);

/* Adds to such a list the plugin in the file `name`.so of a folder, or all that it lacks, by
 * name (NULL). Those left out add a line (char *) to `refused`, which may be NULL. */
void rn_plugin_rows_add (GPtrArray *list, const char *plugins_dir, const char *name, GPtrArray *refused);

/* "source", "transport", "directory", "calendar"; "number", "duration" …: for people. */
const char *rn_provides_name (enum rn_provides provides);
const char *rn_option_type_name (enum rn_option_type type);

#endif

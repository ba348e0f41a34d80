/* What was forgotten goes from the files beside the database, too. */
#include "engine_private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "erasing.h"
#include "error.h"
#include "log.h"
#include "outbox.h"

/* Calls back with each progress file, which has the words of servers: in hand are those of leases that are not
 * settled, whoever began them. */
static gboolean
each_progress (const rn_engine *engine, void (*call) (const char *path, gboolean in_hand, gpointer data), gpointer data,
               GError **error)
{
	g_autoptr (GArray) ids = NULL;
	g_autoptr (GPtrArray) files = NULL;
	g_autoptr (GHashTable) in_hand = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr (GDir) dir = g_dir_open (engine->config->state_dir, 0, NULL);

	if (!rn_outbox_old_leases (engine->db, &ids, &files, error))
		return FALSE;
	for (guint i = 0; i < files->len; i++)
		g_hash_table_add (in_hand, g_path_get_basename (g_ptr_array_index (files, i)));
	for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
		g_autofree char *path = g_build_filename (engine->config->state_dir, name, NULL);
		if (g_str_has_prefix (name, "progress"))
			call (path, g_hash_table_contains (in_hand, name), data);
	}
	return TRUE;
}

/* The next lease makes it anew. */
static void
drop_progress (const char *path, gboolean in_hand, G_GNUC_UNUSED gpointer data)
{
	if (!in_hand)
		g_unlink (path);
}

struct search {
	rn_names *names;
	gboolean found;
};

static void
look_into (const char *path, gboolean in_hand, gpointer data)
{
	struct search *search = data;
	g_autofree char *bytes = NULL;
	gsize size = 0;

	if (in_hand && g_file_get_contents (path, &bytes, &size, NULL))
		search->found = search->found || rn_names_are_in (search->names, bytes, size);
}

gboolean
rn_engine_names (const rn_engine *engine, rn_names *names, gboolean *found, GError **error)
{
	struct search search = { names, FALSE };
	gboolean fine = each_progress (engine, look_into, &search, error);

	*found = search.found;
	return fine;
}

/* Names that were removed do not come back with the power. */
static gboolean
sync_folder (const rn_engine *engine, GError **error)
{
	int fd = open (engine->config->state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	gboolean fine = fd >= 0 && fsync (fd) == 0;

	if (!fine)
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: %s.", engine->config->state_dir, g_strerror (errno));
	if (fd >= 0)
		close (fd);
	return fine;
}

gboolean
rn_engine_erase (rn_engine *engine)
{
	g_autoptr (GError) error = NULL;

	if (each_progress (engine, drop_progress, NULL, &error) && sync_folder (engine, &error) &&
	    rn_erasing_finish (engine->db, &error))
		return TRUE;
	rn_log (RN_SEVERITY_WARNING, "A person is forgotten, but not yet erased from the files: %s It is tried again.",
	        error->message);
	return FALSE;
}

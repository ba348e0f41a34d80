#include "backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "error.h"
#include "file.h"
#include "hold.h"

static gboolean
fail (const char *path, int code, GError **error)
{
	g_set_error (error, RN_ERROR, code, "%s: %s.", path, g_strerror (errno));
	return FALSE;
}

/* ---- Mails -------------------------------------------------------------------------- */

/* The file of the copy that is being written. */
struct copy {
	const char *name; /* of its database */
	gint64 file;
	int fd;
};

static gboolean
finish_file (struct copy *copy, GError **error)
{
	gboolean fine = copy->fd < 0 || fsync (copy->fd) == 0 || fail (copy->name, RN_ERROR_RETRY, error);

	if (copy->fd >= 0)
		close (copy->fd);
	copy->fd = -1;
	return fine;
}

static gboolean
take_file (struct copy *copy, gint64 file, GError **error)
{
	g_autofree char *path = g_strdup_printf ("%s-mail-%" G_GINT64_FORMAT, copy->name, file);

	if (copy->fd >= 0 && copy->file == file)
		return TRUE;
	if (!finish_file (copy, error))
		return FALSE;
	copy->file = file;
	copy->fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	return copy->fd >= 0 || fail (path, RN_ERROR_RETRY, error);
}

static gboolean
write_all (const struct copy *copy, GBytes *bytes, gint64 start, GError **error)
{
	gsize size = 0, done = 0;
	const guint8 *data = g_bytes_get_data (bytes, &size);

	while (done < size) {
		ssize_t n = pwrite (copy->fd, data + done, size - done, (off_t) (start + (gint64) done));
		if (n < 0 && errno != EINTR)
			return fail (copy->name, RN_ERROR_RETRY, error);
		done += (gsize) MAX (n, 0);
	}
	return TRUE;
}

/* To the same place, so that the copy of the database is right about it. */
static gboolean
copy_mail (struct copy *copy, rn_spool *spool, const struct rn_place *place, GError **error)
{
	g_autoptr (GError) failure = NULL;
	g_autoptr (GBytes) bytes = rn_spool_get (spool, place, &failure);

	if (bytes != NULL)
		return take_file (copy, place->file, error) && write_all (copy, bytes, place->start, error);
	if (g_error_matches (failure, RN_ERROR, RN_ERROR_DATA))
		return TRUE; /* its time was over meanwhile */
	g_propagate_error (error, g_steal_pointer (&failure));
	return FALSE;
}

static gboolean
copy_mails (rn_db *to, rn_spool *spool, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (to, error, "SELECT file, start, size FROM raw ORDER BY file, start", "");
	struct copy copy = { .name = rn_db_path (to), .fd = -1 };
	gboolean fine = rows != NULL;
	GError *failure = NULL;

	while (fine && rn_rows_next (rows, &failure)) {
		struct rn_place place = { rn_rows_number (rows, 0), rn_rows_number (rows, 1), rn_rows_number (rows, 2) };
		fine = copy_mail (&copy, spool, &place, error);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	fine = fine && failure == NULL;
	return finish_file (&copy, fine ? error : NULL) && fine;
}

/* ---- Database and key ------------------------------------------------------------------ */

/* Only tables of our own version are understood; others are left as they are. */
static gboolean
is_ours (const char *database, GError **error)
{
	gint64 version = 0, ours = 0;

	if (!g_file_test (database, G_FILE_TEST_EXISTS)) {
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "Rotnem has not run here yet: there is no %s.", database);
		return FALSE;
	}
	if (!rn_db_version (database, &version, &ours, error))
		return FALSE;
	if (version == ours)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: it is of version %d, this Rotnem works with %d: back it up with the Rotnem that ran on it.",
	             database, (int) version, (int) ours);
	return FALSE;
}

static gboolean
copy_database (const char *from, const char *to, rn_time now, GError **error)
{
	g_autoptr (rn_db) db = rn_db_open (from, TRUE, error);

	if (db == NULL || !rn_db_run (db, error, "VACUUM INTO ?", "s", to))
		return FALSE;
	g_autoptr (rn_db) copy = rn_db_open (to, TRUE, error);
	return copy != NULL && rn_hold_mark (copy, now, error) && copy_mails (copy, rn_db_spool (db), error);
}

static gboolean
copy_key (const char *state_dir, const char *folder, GError **error)
{
	g_autofree char *from = g_build_filename (state_dir, "key", NULL), *to = g_build_filename (folder, "key", NULL), *bytes = NULL;
	g_autoptr (GError) failure = NULL;
	gsize size = 0;

	if (rn_file_read (from, &bytes, &size, &failure) &&
	    g_file_set_contents_full (to, bytes, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failure))
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "The key cannot be copied: %s.", failure->message);
	return FALSE;
}

/* ---- The folder ---------------------------------------------------------------------------- */

#define RN_DATABASE "rotnem.db"

static void
empty (const char *folder)
{
	g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

	for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
		g_autofree char *path = g_build_filename (folder, name, NULL);
		g_unlink (path);
	}
}

static gboolean
sync_folder (const char *folder, GError **error)
{
	int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	gboolean fine = fd >= 0 && fsync (fd) == 0;

	if (!fine)
		fail (folder, RN_ERROR_RETRY, error);
	if (fd >= 0)
		close (fd);
	return fine;
}

/* For one backup alone: what a killed one left in it goes. Its lock, or -1. */
static int
take_partial (const char *partial, GError **error)
{
	int lock = g_mkdir (partial, 0700) == 0 || errno == EEXIST ? open (partial, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

	if (lock < 0)
		fail (partial, RN_ERROR_CONFIG, error);
	else if (flock (lock, LOCK_EX | LOCK_NB) == 0) {
		empty (partial);
		return lock;
	} else {
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: another backup is being written there.", partial);
		close (lock);
	}
	return -1;
}

static gboolean
write_folder (const char *state_dir, const char *partial, const char *folder, gboolean with_key, rn_time now, GError **error)
{
	g_autofree char *from = g_build_filename (state_dir, RN_DATABASE, NULL), *to = g_build_filename (partial, RN_DATABASE, NULL);

	if (copy_database (from, to, now, error) && (!with_key || copy_key (state_dir, partial, error)) &&
	    sync_folder (partial, error) && (g_rename (partial, folder) == 0 || fail (folder, RN_ERROR_RETRY, error)))
		return TRUE;
	empty (partial);
	g_rmdir (partial);
	return FALSE;
}

gboolean
rn_backup (const char *state_dir, const char *folder, gboolean with_key, rn_time now, GError **error)
{
	g_autofree char *above = g_path_get_dirname (folder), *name = g_path_get_basename (folder);
	g_autofree char *partial = g_strdup_printf ("%s/.%s.partial", above, name); /* no * finds it */
	g_autofree char *database = g_build_filename (state_dir, RN_DATABASE, NULL);

	if (!is_ours (database, error))
		return FALSE;
	if (g_file_test (folder, G_FILE_TEST_EXISTS) && (errno = EEXIST))
		return fail (folder, RN_ERROR_CONFIG, error);
	int lock = take_partial (partial, error);
	if (lock < 0)
		return FALSE;
	gboolean fine = write_folder (state_dir, partial, folder, with_key, now, error) && sync_folder (above, error);
	close (lock);
	return fine;
}

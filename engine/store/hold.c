#include "hold.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "clock.h"
#include "error.h"
#include "journal.h"
#include "outbox.h"

/* The file, by what no copy of it has: number and time of birth, where the file system knows that. "" when it
 * cannot be told. */
static char *
home_of (const rn_db *db)
{
	struct statx status;

	if (statx (AT_FDCWD, rn_db_path (db), 0, STATX_INO | STATX_BTIME, &status) != 0 || (status.stx_mask & STATX_INO) == 0)
		return g_strdup ("");
	if ((status.stx_mask & STATX_BTIME) == 0)
		return g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) status.stx_ino);
	return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09u", (guint64) status.stx_ino,
	                        (gint64) status.stx_btime.tv_sec, status.stx_btime.tv_nsec);
}

/* Where one of the two lacks the time of birth, which a newer kernel may tell, the number alone decides. */
static gboolean
is_same (const char *home, const char *other)
{
	g_auto (GStrv) a = g_strsplit (home, " ", 2), b = g_strsplit (other, " ", 2);

	return g_strcmp0 (a[0], b[0]) == 0 && (a[1] == NULL || b[1] == NULL || g_str_equal (a[1], b[1]));
}

gboolean
rn_hold_why (rn_db *db, char **why, GError **error)
{
	g_autofree char *now = home_of (db), *backup = rn_meta_get (db, "backup", error);
	g_autofree char *before = backup != NULL ? rn_meta_get (db, "home", error) : NULL;

	*why = NULL;
	if (before == NULL)
		return FALSE;
	if (*backup != '\0')
		*why = g_strdup_printf ("is the backup of %s", backup);
	else if (*before != '\0' && *now != '\0' && !is_same (before, now))
		*why = g_strdup ("is a copy, or was moved, since an engine ran on it last");
	return TRUE;
}

gboolean
rn_hold_settle (rn_db *db, GError **error)
{
	g_autofree char *now = home_of (db), *before = rn_meta_get (db, "home", error);

	return before != NULL && (g_str_equal (before, now) || rn_meta_set (db, "home", now, error));
}

gboolean
rn_hold_mark (rn_db *db, rn_time at, GError **error)
{
	g_autofree char *text = rn_time_text (at);

	return rn_meta_set (db, "backup", text, error);
}

gboolean
rn_hold_end_moved (rn_db *db, GError **error)
{
	return rn_meta_set (db, "backup", "", error) && rn_hold_settle (db, error);
}

gboolean
rn_hold_end (rn_db *db, rn_time now, const char *life, gint64 *n, GError **error)
{
	if (!rn_db_run (db, error,
	                "UPDATE outbox SET state = 4, lease = 0, settled = ?1, answer = 'it may have left before the backup was restored'"
	                " WHERE state = 1 OR (state = 0 AND halted = 0 AND not_before <= ?1)",
	                "x", now))
		return FALSE;
	*n = rn_db_changes (db);
	return rn_db_run (db, error, "DELETE FROM lease", "") && rn_hold_end_moved (db, error) &&
	       rn_meta_set (db, "life", life, error);
}

char *
rn_hold_life (rn_db *db, GError **error)
{
	return rn_meta_get (db, "life", error);
}

gboolean
rn_hold_waiting (rn_db *db, rn_time now, gint64 *waiting, gint64 *due, gint64 *events, GError **error)
{
	return rn_db_number (db, waiting, 0, error, "SELECT count(*) FROM outbox WHERE state IN (0, 1) AND halted = 0", "") &&
	       rn_db_number (db, due, 0, error, "SELECT count(*) FROM outbox WHERE state IN (0, 1) AND halted = 0 AND not_before <= ?", "x",
	                     now) &&
	       rn_db_number (db, events, 0, error, "SELECT count(*) FROM event WHERE due <= ?", "x", now);
}

gboolean
rn_hold_drop (rn_db *db, gint64 id, GError **error)
{
	if (!rn_db_run (db, error, "UPDATE outbox SET state = 0, lease = 0, halted = 2 WHERE id = ? AND state IN (0, 1) AND halted = 0", "x", id))
		return FALSE;
	if (rn_db_changes (db) == 1)
		return rn_outbox_unmail (db, id, error);
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "Mail %" G_GINT64_FORMAT " does not wait.", id);
	return FALSE;
}

#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

#define RN_SPOOL_FILE (64 * 1024 * 1024) /* a file of that size is followed by another: an old one goes as a whole */

struct rn_spool {
	char *name;
	gboolean durable;
	int fd;             /* of the newest file, -1 before the first mail */
	gint64 file, end;   /* its number and size */
	gint64 lost;        /* the last file that lacks bytes which are named: none is put there or before */
	gboolean unsynced, is_new;
};

rn_spool *
rn_spool_new (const char *name, gboolean durable)
{
	rn_spool *spool = g_new0 (rn_spool, 1);

	spool->name = g_strdup (name);
	spool->durable = durable;
	spool->fd = -1;
	return spool;
}

static void
let_go (rn_spool *spool)
{
	if (spool->fd >= 0)
		close (spool->fd);
	spool->fd = -1;
}

void
rn_spool_free (rn_spool *spool)
{
	if (spool == NULL)
		return;
	let_go (spool);
	g_free (spool->name);
	g_free (spool);
}

static char *
path_of (const rn_spool *spool, gint64 file)
{
	return g_strdup_printf ("%s-mail-%" G_GINT64_FORMAT, spool->name, file);
}

/* From errno: everything but bytes that are not there may be better the next time. */
static gboolean
fail (const rn_spool *spool, gint64 file, GError **error)
{
	int why = errno;
	g_autofree char *path = path_of (spool, file);
	g_set_error (error, RN_ERROR, why == ENOENT || why == ENODATA ? RN_ERROR_DATA : RN_ERROR_RETRY, "%s: %s.", path, g_strerror (why));
	return FALSE;
}

/* ---- Files ---------------------------------------------------------------------------- */

static gint
in_order (gconstpointer a, gconstpointer b)
{
	gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;
	return (x > y) - (x < y);
}

/* The numbers of the files that there are. */
static GArray *
files_of (const rn_spool *spool)
{
	g_autofree char *folder = g_path_get_dirname (spool->name), *base = g_path_get_basename (spool->name);
	g_autofree char *prefix = g_strconcat (base, "-mail-", NULL);
	g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
	GArray *files = g_array_new (FALSE, FALSE, sizeof (gint64));

	for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
		guint64 number = 0;
		if (g_str_has_prefix (name, prefix) && g_ascii_string_to_unsigned (name + strlen (prefix), 10, 1, G_MAXINT64, &number, NULL)) {
			gint64 file = (gint64) number;
			g_array_append_val (files, file);
		}
	}
	g_array_sort (files, in_order);
	return files;
}

static gboolean
take_file (rn_spool *spool, gint64 file, GError **error)
{
	g_autofree char *path = path_of (spool, file);
	struct stat status;

	let_go (spool);
	spool->file = file;
	spool->fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (spool->fd < 0 || fstat (spool->fd, &status) != 0)
		return fail (spool, file, error);
	spool->end = status.st_size;
	spool->is_new = spool->is_new || spool->end == 0;
	return TRUE;
}

/* Takes the newest file up, or the one behind it when that is full. */
static gboolean
take_newest (rn_spool *spool, GError **error)
{
	g_autoptr (GArray) files = files_of (spool);
	gint64 newest = files->len > 0 ? g_array_index (files, gint64, files->len - 1) : 1;

	return take_file (spool, MAX (newest, spool->lost + 1), error);
}

/* The names of new files. */
static gboolean
sync_folder (const rn_spool *spool, GError **error)
{
	g_autofree char *folder = g_path_get_dirname (spool->name);
	int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	gboolean fine = fd >= 0 && fsync (fd) == 0;

	if (!fine)
		fail (spool, spool->file, error);
	if (fd >= 0)
		close (fd);
	return fine;
}

/* ---- Putting and getting -------------------------------------------------------------------- */

gboolean
rn_spool_sync (rn_spool *spool, GError **error)
{
	if (!spool->durable || !spool->unsynced)
		return TRUE;
	if (fdatasync (spool->fd) != 0)
		return fail (spool, spool->file, error);
	if (spool->is_new && !sync_folder (spool, error))
		return FALSE;
	spool->unsynced = spool->is_new = FALSE;
	return TRUE;
}

static gboolean
make_ready (rn_spool *spool, GError **error)
{
	if (spool->fd < 0 && !take_newest (spool, error))
		return FALSE;
	return spool->end < RN_SPOOL_FILE || (rn_spool_sync (spool, error) && take_file (spool, spool->file + 1, error));
}

gboolean
rn_spool_put (rn_spool *spool, GBytes *bytes, struct rn_place *place, GError **error)
{
	gsize size = 0, done = 0;
	const guint8 *data = g_bytes_get_data (bytes, &size);

	if (!make_ready (spool, error))
		return FALSE;
	spool->unsynced = TRUE;
	while (done < size) {
		ssize_t n = pwrite (spool->fd, data + done, size - done, (off_t) (spool->end + (gint64) done));
		if (n < 0 && errno != EINTR)
			return fail (spool, spool->file, error); /* what was written is nobody's */
		done += (gsize) MAX (n, 0);
	}
	*place = (struct rn_place) { spool->file, spool->end, (gint64) size };
	spool->end += (gint64) size;
	return TRUE;
}

static gboolean
read_all (int fd, guint8 *data, const struct rn_place *place)
{
	for (gint64 done = 0; done < place->size;) {
		ssize_t n = pread (fd, data + done, (gsize) (place->size - done), (off_t) (place->start + done));
		if (n == 0)
			errno = ENODATA;
		if (n == 0 || (n < 0 && errno != EINTR))
			return FALSE;
		done += MAX (n, 0);
	}
	return TRUE;
}

GBytes *
rn_spool_get (rn_spool *spool, const struct rn_place *place, GError **error)
{
	g_autofree char *path = path_of (spool, place->file);
	g_autofree guint8 *data = g_malloc ((gsize) place->size);
	gboolean newest = spool->fd >= 0 && spool->file == place->file;
	int fd = newest ? spool->fd : open (path, O_RDONLY | O_CLOEXEC);
	gboolean fine = fd >= 0 && read_all (fd, data, place);

	if (!fine)
		fail (spool, place->file, error);
	if (fd >= 0 && !newest)
		close (fd);
	return fine ? g_bytes_new_take (g_steal_pointer (&data), (gsize) place->size) : NULL;
}

/* ---- Sweeping --------------------------------------------------------------------------------- */

/* A hole gives the room back; where the file system has none, zeros stand there. */
static gboolean
erase (int fd, gint64 start, gint64 end)
{
	static const guint8 zeros[64 * 1024];

	if (start >= end || fallocate (fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, start, end - start) == 0)
		return TRUE;
	while (start < end) {
		ssize_t n = pwrite (fd, zeros, MIN (sizeof zeros, (gsize) (end - start)), start);
		if (n < 0 && errno != EINTR)
			return FALSE;
		start += MAX (n, 0);
	}
	return TRUE;
}

static gboolean
sweep_file (const char *path, const struct rn_place *kept, gsize n, gboolean *is_short)
{
	int fd = open (path, O_RDWR | O_CLOEXEC);
	struct stat status;
	gboolean fine = fd >= 0 && fstat (fd, &status) == 0;
	gint64 end = 0;

	for (gsize i = 0; fine && i < n; i++) {
		fine = erase (fd, end, MIN (kept[i].start, status.st_size));
		end = MAX (end, kept[i].start + kept[i].size);
	}
	*is_short = fine && end > status.st_size;
	fine = fine && (*is_short || ftruncate (fd, end) == 0);
	if (fd >= 0)
		close (fd);
	return fine;
}

gboolean
rn_spool_sweep (rn_spool *spool, const struct rn_place *kept, gsize n, GError **error)
{
	g_autoptr (GArray) files = files_of (spool);

	let_go (spool); /* it may become shorter */
	spool->lost = 0;
	for (guint i = 0; i < files->len; i++) {
		gint64 file = g_array_index (files, gint64, i);
		g_autofree char *path = path_of (spool, file);
		gsize of_file = 0;
		gboolean is_short = FALSE;
		for (; n > 0 && kept->file < file; n--) /* of a file that is not there */
			spool->lost = kept++->file;
		while (of_file < n && kept[of_file].file == file)
			of_file++;
		if (of_file == 0 ? g_unlink (path) != 0 : !sweep_file (path, kept, of_file, &is_short))
			return fail (spool, file, error);
		if (is_short)
			spool->lost = file;
		kept += of_file;
		n -= of_file;
	}
	if (n > 0)
		spool->lost = kept[n - 1].file;
	return TRUE;
}

#include "progress.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

struct rn_progress {
	int fd;
	guint32 turn;
	off_t end;
};

/* One record. The first one of the file begins a lease, whose number it has for a row (0: by
 * an older Rotnem); those behind it that bear another turn are left from before. The file is
 * never emptied: its closing would wait for the disk. */
struct record {
	gint64 row;
	guint32 turn;
	gint32 state, verdict, code;
	char status[16];
	char text[88];
};

static gboolean
fail (const char *path, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: %s.", path, g_strerror (errno));
	return FALSE;
}

/* There is room for it, so it fails only where the disk is at fault. */
static gboolean
append (rn_progress *progress, struct record *record)
{
	record->turn = progress->turn;
	if (pwrite (progress->fd, record, sizeof *record, progress->end) != (ssize_t) sizeof *record)
		return FALSE;
	progress->end += (off_t) sizeof *record;
	return TRUE;
}

/* Makes room for the beginning and two records of each row. */
static gboolean
make_room (int fd, gsize n_rows)
{
	struct stat now;
	off_t size = (off_t) ((1 + 2 * n_rows) * sizeof (struct record));

	if (fstat (fd, &now) != 0)
		return FALSE;
	errno = now.st_size >= size ? 0 : posix_fallocate (fd, 0, size);
	return errno == 0;
}

rn_progress *
rn_progress_begin (const char *path, gint64 lease, gsize n_rows, GError **error)
{
	struct record begun = { .row = 0 };
	int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0 || flock (fd, LOCK_EX) != 0 || !make_room (fd, n_rows) || pread (fd, &begun, sizeof begun, 0) < 0) {
		fail (path, error);
		if (fd >= 0)
			close (fd);
		return NULL;
	}
	rn_progress *progress = g_new0 (rn_progress, 1);
	progress->fd = fd;
	progress->turn = begun.turn + 1;
	begun.row = lease;
	if (append (progress, &begun))
		return progress;
	fail (path, error);
	rn_progress_end (progress);
	return NULL;
}

void
rn_progress_sending (rn_progress *progress, gint64 row)
{
	struct record record = { .row = row, .state = RN_PROGRESS_SENDING };
	/* a mail must not leave of which nobody would know it: this process ends */
	if (!append (progress, &record))
		g_error ("what is sent cannot be noted: %s", g_strerror (errno));
}

void
rn_progress_sent (rn_progress *progress, gint64 row, const struct rn_delivery *delivery)
{
	struct record record = {
		.row = row, .state = RN_PROGRESS_SENT, .verdict = (gint32) delivery->verdict, .code = delivery->code,
	};
	g_strlcpy (record.status, delivery->status, sizeof record.status);
	g_strlcpy (record.text, delivery->text, sizeof record.text);
	/* else it stays begun, and is uncertain if the engine does not hear of it either */
	append (progress, &record);
}

void
rn_progress_end (rn_progress *progress)
{
	if (progress == NULL)
		return;
	close (progress->fd);
	g_free (progress);
}

static void
take (GHashTable *notes, const struct record *record)
{
	struct rn_progress_note *note = g_new0 (struct rn_progress_note, 1);

	note->row = record->row;
	/* of an end that there is not only the beginning is known */
	gboolean is_told = record->verdict >= 0 && record->verdict <= RN_VERDICT_UNCERTAIN;
	note->state = is_told ? record->state : RN_PROGRESS_SENDING;
	note->delivery.verdict = (enum rn_verdict) record->verdict;
	note->delivery.code = record->code;
	g_strlcpy (note->delivery.status, record->status, sizeof note->delivery.status);
	g_strlcpy (note->delivery.text, record->text, sizeof note->delivery.text);
	g_hash_table_replace (notes, &note->row, note);
}

GHashTable *
rn_progress_read (const char *path, gint64 lease, GError **error)
{
	g_autoptr (GHashTable) notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
	int fd = open (path, O_RDONLY | O_CLOEXEC);
	struct record begun = { .row = 0 }, record;

	if (fd < 0)
		return errno == ENOENT || fail (path, error) ? g_steal_pointer (&notes) : NULL;
	/* a transport that is being killed lets go within moments */
	if (flock (fd, LOCK_EX) != 0) {
		fail (path, error);
		close (fd);
		return NULL;
	}
	gboolean is_begun = read (fd, &begun, sizeof begun) == (ssize_t) sizeof begun && (begun.row == lease || begun.row == 0);
	while (is_begun && read (fd, &record, sizeof record) == (ssize_t) sizeof record && record.turn == begun.turn)
		take (notes, &record);
	close (fd);
	return g_steal_pointer (&notes);
}

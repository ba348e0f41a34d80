#include "progress.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

#define RN_PROGRESS_MOST (256 * 1024) /* about 2,000 mails; emptying a file makes its closing wait for the disk */

struct rn_progress {
	int fd;
};

/* One record: fixed size, so that a torn last one shows by its length. One without a
 * state begins a lease, and what stands before it counts no more. */
struct record {
	gint64 row;
	gint32 state, verdict, code;
	char status[16];
	char text[92];
};

static gboolean
fail (const char *path, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: %s.", path, g_strerror (errno));
	return FALSE;
}

/* Leaves whole records only, and not too many. */
static gboolean
tidy (int fd)
{
	struct stat now;

	if (fstat (fd, &now) != 0)
		return FALSE;
	off_t keep = now.st_size > RN_PROGRESS_MOST ? 0 : now.st_size - now.st_size % (off_t) sizeof (struct record);
	return keep == now.st_size || ftruncate (fd, keep) == 0;
}

rn_progress *
rn_progress_begin (const char *path, GError **error)
{
	const struct record begun = { .state = RN_PROGRESS_NONE };
	int fd = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

	if (fd < 0 || flock (fd, LOCK_EX) != 0 || !tidy (fd) || write (fd, &begun, sizeof begun) != (ssize_t) sizeof begun) {
		fail (path, error);
		if (fd >= 0)
			close (fd);
		return NULL;
	}
	rn_progress *progress = g_new (rn_progress, 1);
	progress->fd = fd;
	return progress;
}

static void
append (rn_progress *progress, const struct record *record)
{
	/* a record that cannot be written leaves its mail uncertain: seen, not lost */
	if (write (progress->fd, record, sizeof *record) != (ssize_t) sizeof *record)
		g_debug ("progress: %s", g_strerror (errno));
}

void
rn_progress_sending (rn_progress *progress, gint64 row)
{
	struct record record = { .row = row, .state = RN_PROGRESS_SENDING };
	append (progress, &record);
}

void
rn_progress_sent (rn_progress *progress, gint64 row, const struct rn_delivery *delivery)
{
	struct record record = {
		.row = row, .state = RN_PROGRESS_SENT, .verdict = (gint32) delivery->verdict, .code = delivery->code,
	};
	g_strlcpy (record.status, delivery->status, sizeof record.status);
	g_strlcpy (record.text, delivery->text, sizeof record.text);
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
	if (record->state == RN_PROGRESS_NONE) {
		g_hash_table_remove_all (notes);
		return;
	}
	struct rn_progress_note *note = g_new0 (struct rn_progress_note, 1);
	note->row = record->row;
	note->state = record->state;
	note->delivery.verdict = (enum rn_verdict) record->verdict;
	note->delivery.code = record->code;
	g_strlcpy (note->delivery.status, record->status, sizeof note->delivery.status);
	g_strlcpy (note->delivery.text, record->text, sizeof note->delivery.text);
	g_hash_table_replace (notes, &note->row, note);
}

GHashTable *
rn_progress_read (const char *path, GError **error)
{
	g_autoptr (GHashTable) notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
	int fd = open (path, O_RDONLY | O_CLOEXEC);
	struct record record;

	if (fd < 0)
		return errno == ENOENT || fail (path, error) ? g_steal_pointer (&notes) : NULL;
	/* a transport that is being killed lets go within moments */
	if (flock (fd, LOCK_EX) != 0) {
		fail (path, error);
		close (fd);
		return NULL;
	}
	while (read (fd, &record, sizeof record) == (ssize_t) sizeof record)
		take (notes, &record);
	close (fd);
	return g_steal_pointer (&notes);
}

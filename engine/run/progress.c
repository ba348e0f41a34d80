#include "progress.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

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

#define RN_BLOCK 512 /* bytes: the unit of st_blocks */

#define NOBODYS G_MININT64 /* the row of a beginning that is being written */

/* The file is written in memory, which is the kernel's as soon as it is written, and costs a transport nothing
 * of the time that two calls for each mail took. */
struct rn_progress {
	int fd;
	gsize n_records, room;
	struct record *records;
};

#define RN_LOCK_STEP_US 5000

/* FALSE with errno. */
static gboolean
lock (int fd, gint64 end_us)
{
	for (; flock (fd, LOCK_EX | LOCK_NB) != 0; g_usleep (RN_LOCK_STEP_US))
		if (errno != EWOULDBLOCK || g_get_monotonic_time () >= end_us)
			return FALSE;
	return TRUE;
}

/* From errno. */
static gboolean
fail (const char *path, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: %s.", path,
	             errno == EWOULDBLOCK ? "a process of an earlier run has it and does not end" : g_strerror (errno));
	return FALSE;
}

static gboolean
make_room (int fd, off_t size)
{
	struct stat now;

	if (fstat (fd, &now) != 0)
		return FALSE;
	/* a copy of the file may have holes, for which a full disk has no room when they are written to */
	gboolean is_there = now.st_size >= size && now.st_blocks * RN_BLOCK >= size;
	errno = is_there ? 0 : posix_fallocate (fd, 0, size);
	return errno == 0;
}

/* The beginning and two records of each row. */
static struct record *
map_records (int fd, gsize n_records)
{
	gsize size = n_records * sizeof (struct record);

	if (fd < 0 || !lock (fd, g_get_monotonic_time () + RN_LET_GO_US) || !make_room (fd, (off_t) size))
		return NULL;
	void *records = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	return records != MAP_FAILED ? records : NULL;
}

/* Whoever reads it before it is written to its end finds the beginning of no lease. */
static void
begin (struct record *first, gint64 lease)
{
	__atomic_store_n (&first->row, NOBODYS, __ATOMIC_RELEASE);
	__atomic_store_n (&first->turn, first->turn + 1, __ATOMIC_RELEASE);
	__atomic_store_n (&first->row, lease, __ATOMIC_RELEASE);
}

rn_progress *
rn_progress_begin (const char *path, gint64 lease, gsize n_rows, GError **error)
{
	gsize room = 1 + 2 * n_rows;
	int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	struct record *records = map_records (fd, room);

	if (records == NULL) {
		fail (path, error);
		if (fd >= 0)
			close (fd);
		return NULL;
	}
	begin (records, lease);
	rn_progress *progress = g_new (rn_progress, 1);
	*progress = (rn_progress) { .fd = fd, .n_records = 1, .room = room, .records = records };
	return progress;
}

/* Its turn comes last: one that is not written to its end is left from before. */
static void
append (rn_progress *progress, struct record record)
{
	if (progress->n_records == progress->room)
		g_error ("a mail's sending is noted a second time");
	struct record *next = &progress->records[progress->n_records++];
	record.turn = next->turn;
	*next = record;
	__atomic_store_n (&next->turn, progress->records->turn, __ATOMIC_RELEASE);
}

void
rn_progress_sending (rn_progress *progress, gint64 row)
{
	append (progress, (struct record) { .row = row, .state = RN_PROGRESS_SENDING });
}

void
rn_progress_sent (rn_progress *progress, gint64 row, const struct rn_delivery *delivery)
{
	struct record record = {
		.row = row, .state = RN_PROGRESS_SENT, .verdict = (gint32) delivery->verdict, .code = delivery->code,
	};
	g_strlcpy (record.status, delivery->status, sizeof record.status);
	g_strlcpy (record.text, delivery->text, sizeof record.text);
	append (progress, record);
}

void
rn_progress_end (rn_progress *progress)
{
	if (progress == NULL)
		return;
	munmap (progress->records, progress->room * sizeof (struct record));
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
rn_progress_read (const char *path, gint64 lease, gint64 end_us, GError **error)
{
	g_autoptr (GHashTable) notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
	int fd = open (path, O_RDONLY | O_CLOEXEC);
	struct record begun = { .row = 0 }, record;

	if (fd < 0)
		return errno == ENOENT || fail (path, error) ? g_steal_pointer (&notes) : NULL;
	if (!lock (fd, end_us)) {
		fail (path, error);
		close (fd);
		return NULL;
	}
	gboolean is_begun = read (fd, &begun, sizeof begun) == (ssize_t) sizeof begun && (begun.row == lease || begun.row == 0);
	while (is_begun && read (fd, &record, sizeof record) == (ssize_t) sizeof record && record.turn == begun.turn) {
		record.status[sizeof record.status - 1] = record.text[sizeof record.text - 1] = '\0'; /* whoever wrote it */
		take (notes, &record);
	}
	close (fd);
	return g_steal_pointer (&notes);
}

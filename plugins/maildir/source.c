#include "maildir.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "uids.h"

/* What the reader takes, and one byte: a longer mail is handed over cut off and is then
 * held as too large, instead of standing in the way for ever. */
#define RN_MAX_DELIVERED (32 * 1024 * 1024 + 1)

const struct rn_option maildir_source_options[] = {
	{ "folder", RN_OPTION_PATH, NULL, "The Maildir, with new and cur below it." },
	{ NULL, 0, NULL, NULL }
};

struct source {
	const struct rn_host *host;
	const char *folder;
	struct maildir_uids *uids;
	GHashTable *found; /* name before ":" -> path below the folder: "cur/name:2,S" */
	GHashTable *unread; /* names of mails that could not be read, which was told */
	gboolean watches;  /* tried to, at least */
	gboolean looked;   /* since then */
	int watch;         /* inotify on new/, or -1 */
};

/* ---- looking at the folders ---- */

static char *
name_of (const char *file)
{
	return g_strndup (file, strcspn (file, ":"));
}

static gboolean
scan_one (struct source *source, const char *which, GError **error)
{
	g_autofree char *path = g_build_filename (source->folder, which, NULL);
	g_autoptr (GError) why = NULL;
	g_autoptr (GDir) dir = g_dir_open (path, 0, &why);
	const char *file;

	if (dir == NULL) {
		g_set_error_literal (error, RN_ERROR, RN_ERROR_RETRY, why->message);
		return FALSE;
	}
	while ((file = g_dir_read_name (dir)) != NULL)
		if (*file != '.' && strchr (file, '\n') == NULL)
			g_hash_table_replace (source->found, name_of (file), g_build_filename (which, file, NULL));
	return TRUE;
}

/* new before cur: a mail that moves meanwhile is seen twice rather than never. */
static gboolean
scan (struct source *source, GError **error)
{
	g_hash_table_remove_all (source->found);
	return scan_one (source, "new", error) && scan_one (source, "cur", error);
}

/* Opens an ordinary file; -1 with ENOENT when it is none, or is not there. Of one that may not be
 * opened the status is told as well. */
static int
open_mail (const struct source *source, const char *relative, struct stat *status)
{
	g_autofree char *path = g_build_filename (source->folder, relative, NULL);
	int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC), why = errno;

	if ((fd >= 0 ? fstat (fd, status) : lstat (path, status)) != 0 || !S_ISREG (status->st_mode)) {
		if (fd >= 0)
			close (fd);
		fd = -1;
		why = ENOENT;
	}
	errno = why;
	return fd;
}

/* ---- mails that cannot be read ---- */

/* They stand in nobody's way: they are told once, have no number, and get one when they can be
 * read. */
static void
tell_unread (struct source *source, const char *name, int why)
{
	if (!g_hash_table_add (source->unread, g_strdup (name)))
		return;
	g_autofree char *line = g_strdup_printf ("%s: mail “%s” cannot be read, and is taken when it can be: %s",
	                                         source->folder, name, g_strerror (why));
	source->host->log (source->host, RN_SEVERITY_WARNING, line);
}

static gboolean
is_gone (gpointer name, G_GNUC_UNUSED gpointer value, gpointer found)
{
	return !g_hash_table_contains (found, name);
}

/* ---- numbering ---- */

struct arrival {
	char *name;
	rn_time at;
};

static void
arrival_clear (gpointer data)
{
	g_free (((struct arrival *) data)->name);
}

static int
by_arrival (gconstpointer a, gconstpointer b)
{
	const struct arrival *x = a, *y = b;
	return x->at != y->at ? (x->at < y->at ? -1 : 1) : strcmp (x->name, y->name);
}

/* FALSE with errno. */
static gboolean
reads_through (int fd)
{
	char part[4096];
	ssize_t n;

	while ((n = read (fd, part, sizeof part)) > 0 || (n < 0 && errno == EINTR))
		continue;
	return n == 0;
}

/* Whether a mail gets a number: it can be read, or is so old that it will not be delivered. One that could
 * not be read is tried first: a number that is taken back costs two syncs. */
static gboolean
counts (struct source *source, const char *name, const char *path, rn_time not_before, struct stat *status)
{
	int fd = open_mail (source, path, status), why = errno;
	gboolean reads = fd >= 0;

	if (fd >= 0 && g_hash_table_contains (source->unread, name)) {
		reads = reads_through (fd);
		why = errno;
	}
	if (fd >= 0)
		close (fd);
	else if (why == ENOENT)
		return FALSE;
	if (reads || status->st_mtime < not_before)
		return TRUE;
	tell_unread (source, name, why);
	return FALSE;
}

/* Names without a number, in the order in which they were delivered. */
static GArray *
arrivals (struct source *source, rn_time not_before)
{
	GArray *list = g_array_new (FALSE, FALSE, sizeof (struct arrival));
	GHashTableIter iter;
	gpointer name, path;

	g_array_set_clear_func (list, arrival_clear);
	g_hash_table_iter_init (&iter, source->found);
	while (g_hash_table_iter_next (&iter, &name, &path)) {
		struct stat status;
		if (maildir_uids_has (source->uids, name) || !counts (source, name, path, not_before, &status))
			continue;
		struct arrival arrival = { .name = g_strdup (name), .at = status.st_mtime };
		g_array_append_val (list, arrival);
	}
	g_array_sort (list, by_arrival);
	return list;
}

/* Numbers what is new. */
static gboolean
number (struct source *source, rn_time not_before, GError **error)
{
	g_autoptr (GArray) list = arrivals (source, not_before);
	g_autoptr (GPtrArray) names = g_ptr_array_new ();

	for (guint i = 0; i < list->len; i++)
		g_ptr_array_add (names, g_array_index (list, struct arrival, i).name);
	return names->len == 0 || maildir_uids_add (source->uids, (char *const *) names->pdata, names->len, error);
}

/* ---- polling ---- */

/* Where the mail is now: another program may have moved it since the scan. */
static int
open_wherever (struct source *source, const char *name, struct stat *status, GError **error)
{
	for (int tries = 0; tries < 2; tries++) {
		const char *path = g_hash_table_lookup (source->found, name);
		int fd = path != NULL ? open_mail (source, path, status) : -1;
		if (fd >= 0 || (path != NULL && errno != ENOENT))
			return fd;
		if (!scan (source, error))
			return -1;
	}
	errno = ENOENT;
	return -1;
}

/* It was given its number before. */
static gboolean
put_aside (struct source *source, const char *name, int why, GError **error)
{
	tell_unread (source, name, why);
	return maildir_uids_forget (source->uids, name, error);
}

static gboolean
deliver_file (struct source *source, const char *name, int fd, const struct stat *status, guint64 uid, GError **error)
{
	gsize size = (gsize) MIN (status->st_size, RN_MAX_DELIVERED), have = 0;
	g_autofree guint8 *bytes = g_malloc (MAX (size, 1));

	while (have < size) {
		ssize_t n = read (fd, bytes + have, size - have);
		if (n < 0 && errno != EINTR)
			return put_aside (source, name, errno, error);
		if (n == 0)
			break;
		have += (gsize) MAX (n, 0);
	}
	struct rn_raw_mail mail = { .validity = maildir_uids_validity (source->uids), .uid = uid,
	                            .received = status->st_mtime, .bytes = bytes, .size = have };
	g_hash_table_remove (source->unread, name);
	return source->host->deliver (source->host, &mail, error);
}

static gboolean
deliver (struct source *source, const char *name, guint64 uid, rn_time not_before, GError **error)
{
	struct stat status;
	GError *failure = NULL;
	int fd = open_wherever (source, name, &status, &failure), why = errno;
	gboolean fine = TRUE;

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	if (fd < 0 && why == ENOENT)
		return TRUE; /* a person or program removed it */
	if (status.st_mtime >= not_before)
		fine = fd < 0 ? put_aside (source, name, why, error) : deliver_file (source, name, fd, &status, uid, error);
	if (fd >= 0)
		close (fd);
	return fine;
}

static void
drain (int fd)
{
	char events[4096];
	while (fd >= 0 && read (fd, events, sizeof events) > 0)
		continue;
}

static gboolean
is_first (const struct rn_cursor *cursor)
{
	return cursor->validity == 0 && cursor->uid == 0;
}

/* The position after which to deliver. The first start is behind what is there, unless
 * `since` names a time; when our numbers were lost all counts as new, since the engine
 * knows by Message-ID what it has. */
static guint64
start_behind (const struct source *source, const struct rn_cursor *cursor)
{
	if (cursor->validity == maildir_uids_validity (source->uids))
		return cursor->uid;
	return is_first (cursor) && cursor->since == 0 ? maildir_uids_last (source->uids) : 0;
}

static gboolean
source_poll (gpointer self, const struct rn_cursor *cursor, GError **error)
{
	struct source *source = self;
	rn_time not_before = cursor->validity == maildir_uids_validity (source->uids) ? 0 : cursor->since;
	rn_time wanted = is_first (cursor) && cursor->since == 0 ? G_MAXINT64 : not_before;
	guint64 uid = 0;
	const char *name;

	source->looked = source->watches;
	drain (source->watch); /* what comes behind this is for the next wait */
	if (!scan (source, error) || !maildir_uids_trim (source->uids, source->found, error) || !number (source, wanted, error))
		return FALSE;
	g_hash_table_foreach_remove (source->unread, is_gone, source->found);
	for (guint64 at = start_behind (source, cursor) + 1;
	     (name = maildir_uids_from (source->uids, at, &uid)) != NULL; at = uid + 1)
		if (!deliver (source, name, uid, not_before, error))
			return FALSE;
	if (cursor->validity != maildir_uids_validity (source->uids) || cursor->uid != maildir_uids_last (source->uids))
		source->host->advance (source->host, maildir_uids_validity (source->uids),
		                       maildir_uids_last (source->uids));
	return TRUE;
}

static void
begin_watch (struct source *source)
{
	g_autofree char *new = g_build_filename (source->folder, "new", NULL);

	source->watches = TRUE;
	source->watch = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
	if (source->watch < 0 || inotify_add_watch (source->watch, new, IN_CREATE | IN_MOVED_TO) < 0)
		source->host->log (source->host, RN_SEVERITY_WARNING,
		                   "new mail is not announced by this file system; it is seen at the next poll");
}

/* The first wait begins to watch, and is over at once, as all are until the next look: a mail may have come
 * since the last one. A source that is looked at only once never watches, since the kernel takes its time to end that. */
static gboolean
source_wait (gpointer self, int wake_fd, int seconds, GError **error)
{
	struct source *source = self;

	if (!source->watches)
		begin_watch (source);
	if (!source->looked)
		return TRUE;
	struct pollfd fds[] = { { .fd = source->watch, .events = POLLIN }, { .fd = wake_fd, .events = POLLIN } };

	if (poll (fds, G_N_ELEMENTS (fds), MIN (seconds, G_MAXINT / 1000) * 1000) < 0 && errno != EINTR) {
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: waiting for mail: %s", source->folder,
		             g_strerror (errno));
		return FALSE;
	}
	return TRUE;
}

/* ---- marking ---- */

/* Flags behind ":2," stand in the order of their letters; S is seen, F is flagged. */
static char *
marked_path (const char *path, enum rn_mark mark)
{
	g_autofree char *file = g_path_get_basename (path), *name = name_of (file);
	const char *info = strstr (file, ":2,");
	GString *marked = g_string_new ("cur/");

	g_string_append_printf (marked, "%s:2,", name);
	for (char flag = 'A'; flag <= 'z'; flag++) {
		gboolean had = info != NULL && strchr (info + 3, flag) != NULL;
		if (flag == 'F' ? mark == RN_MARK_HELD : had || (flag == 'S' && mark == RN_MARK_HANDLED))
			g_string_append_c (marked, flag);
	}
	return g_string_free (marked, FALSE);
}

static gboolean
mark_one (struct source *source, const char *name, enum rn_mark mark, GError **error)
{
	const char *path = g_hash_table_lookup (source->found, name);
	if (path == NULL)
		return TRUE;
	g_autofree char *marked = marked_path (path, mark);
	g_autofree char *from = g_build_filename (source->folder, path, NULL);
	g_autofree char *to = g_build_filename (source->folder, marked, NULL);

	if (rename (from, to) != 0 && errno != ENOENT) {
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: marking “%s”: %s", source->folder, path,
		             g_strerror (errno));
		return FALSE;
	}
	return TRUE;
}

static gboolean
source_mark (gpointer self, guint32 validity, const struct rn_uid_range *ranges, gsize n_ranges, enum rn_mark mark,
             GError **error)
{
	struct source *source = self;
	const char *name;

	if (validity != maildir_uids_validity (source->uids))
		return TRUE;
	if (!scan (source, error))
		return FALSE;
	for (gsize i = 0; i < n_ranges; i++) {
		guint64 uid = 0;
		for (guint64 at = ranges[i].first;
		     (name = maildir_uids_from (source->uids, at, &uid)) != NULL && uid <= ranges[i].last;
		     at = uid + 1)
			if (!mark_one (source, name, mark, error))
				return FALSE;
	}
	return TRUE;
}

/* ---- life ---- */

/* What was handled moves from new to cur. */
static gboolean
may_mark (const struct source *source, GError **error)
{
	static const char *const parts[] = { "new", "cur" };

	for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
		g_autofree char *path = g_build_filename (source->folder, parts[i], NULL);
		if (access (path, W_OK | X_OK) == 0)
			continue;
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: %s", path, g_strerror (errno));
		return FALSE;
	}
	return TRUE;
}

gpointer
maildir_source_open (const struct rn_host *host, GError **error)
{
	struct source *source = g_new0 (struct source, 1);

	source->host = host;
	source->folder = host->text (host, "folder");
	source->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	source->unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	source->watch = -1;
	if (scan (source, error) && may_mark (source, error))
		source->uids = maildir_uids_open (source->folder, (guint32) host->now (host), error);
	if (source->uids == NULL) {
		maildir_source_close (source);
		return NULL;
	}
	return source;
}

void
maildir_source_close (gpointer self)
{
	struct source *source = self;

	if (source == NULL)
		return;
	if (source->watch >= 0)
		close (source->watch);
	maildir_uids_close (source->uids);
	g_hash_table_unref (source->found);
	g_hash_table_unref (source->unread);
	g_free (source);
}

static const char *const identity[] = { "folder", NULL };

const struct rn_source_ops maildir_source_ops = {
	.poll = source_poll, .wait = source_wait, .mark = source_mark, .identity = identity,
};

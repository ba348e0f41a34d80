#include "uids.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define RN_STALE_NAMES 1000 /* below this a longer file costs less than rewriting it */

#define RN_LAST_UID ((guint64) G_MAXINT64) /* what a database column holds */

struct line {
	guint64 uid;
	char *name;
};

struct maildir_uids {
	char *path;
	int fd;        /* for appending */
	gboolean torn; /* what the file holds is not known, its last line may lack its end: it must be written whole */
	guint32 validity;
	guint64 next;
	GArray *lines;     /* of struct line, rising */
	GHashTable *names; /* the same names */
};

static void
line_clear (gpointer data)
{
	g_free (((struct line *) data)->name);
}

static GArray *
new_lines (void)
{
	GArray *lines = g_array_new (FALSE, FALSE, sizeof (struct line));
	g_array_set_clear_func (lines, line_clear);
	return lines;
}

static gboolean
failed (const struct maildir_uids *uids, GError **error)
{
	int code = errno;
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: %s", uids->path, g_strerror (code));
	return FALSE;
}

guint32
maildir_uids_validity (const struct maildir_uids *uids)
{
	return uids->validity;
}

guint64
maildir_uids_last (const struct maildir_uids *uids)
{
	return uids->next - 1;
}

gboolean
maildir_uids_has (const struct maildir_uids *uids, const char *name)
{
	return g_hash_table_contains (uids->names, name);
}

const char *
maildir_uids_from (const struct maildir_uids *uids, guint64 at_least, guint64 *uid)
{
	guint low = 0, high = uids->lines->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (g_array_index (uids->lines, struct line, middle).uid < at_least)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == uids->lines->len)
		return NULL;
	const struct line *line = &g_array_index (uids->lines, struct line, low);
	*uid = line->uid;
	return line->name;
}

/* ---- reading ---- */

static void
remember (struct maildir_uids *uids, guint64 uid, const char *name)
{
	struct line line = { .uid = uid, .name = g_strdup (name) };

	g_array_append_val (uids->lines, line);
	g_hash_table_add (uids->names, line.name);
	uids->next = MAX (uids->next, uid + 1);
}

static gboolean
take_line (struct maildir_uids *uids, const char *text)
{
	char *name = NULL;
	guint64 uid = g_ascii_strtoull (text, &name, 10);
	guint n = uids->lines->len;
	guint64 before = n > 0 ? g_array_index (uids->lines, struct line, n - 1).uid : 0;

	if (uid <= before || uid > RN_LAST_UID || *name != ' ' || name[1] == '\0' || maildir_uids_has (uids, name + 1))
		return FALSE;
	remember (uids, uid, name + 1);
	return TRUE;
}

static gboolean
take_header (struct maildir_uids *uids, const char *text)
{
	g_auto (GStrv) words = g_strsplit (text, " ", -1);
	guint64 validity = 0;

	if (g_strv_length (words) != 4 || !g_str_equal (words[0], "rotnem-uids") || !g_str_equal (words[1], "1")
	    || !g_ascii_string_to_unsigned (words[2], 10, 1, G_MAXUINT32, &validity, NULL)
	    || !g_ascii_string_to_unsigned (words[3], 10, 1, RN_LAST_UID, &uids->next, NULL))
		return FALSE;
	uids->validity = (guint32) validity;
	return TRUE;
}

static gboolean
take_text (struct maildir_uids *uids, const char *text, GError **error)
{
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

	for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
		if (i == 0 ? !take_header (uids, lines[i]) : !take_line (uids, lines[i])) {
			g_set_error (error, RN_ERROR, RN_ERROR_DATA,
			             "%s:%u: this line is none of ours; move the file away to have the mails "
			             "numbered anew",
			             uids->path, i + 1);
			return FALSE;
		}
	return TRUE;
}

/* ---- writing ---- */

static gboolean
sync_folder (struct maildir_uids *uids, GError **error)
{
	g_autofree char *folder = g_path_get_dirname (uids->path);
	int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	gboolean fine = fd >= 0 && fsync (fd) == 0;

	if (!fine)
		failed (uids, error);
	if (fd >= 0)
		close (fd);
	return fine;
}

static gboolean
write_all (struct maildir_uids *uids, const GString *text, GError **error)
{
	for (gsize at = 0; at < text->len;) {
		ssize_t n = write (uids->fd, text->str + at, text->len - at);
		if (n < 0 && errno != EINTR)
			return failed (uids, error);
		at += (gsize) MAX (n, 0);
	}
	return fdatasync (uids->fd) == 0 || failed (uids, error);
}

/* Writes the whole beside the old file and puts it in its place. */
static gboolean
rewrite (struct maildir_uids *uids, GError **error)
{
	g_autoptr (GString) text = g_string_new (NULL);
	g_autofree char *beside = g_strconcat (uids->path, ".new", NULL);

	uids->torn = TRUE;
	g_string_printf (text, "rotnem-uids 1 %u %" G_GUINT64_FORMAT "\n", uids->validity, uids->next);
	for (guint i = 0; i < uids->lines->len; i++) {
		const struct line *line = &g_array_index (uids->lines, struct line, i);
		g_string_append_printf (text, "%" G_GUINT64_FORMAT " %s\n", line->uid, line->name);
	}
	if (uids->fd >= 0)
		close (uids->fd);
	uids->fd = open (beside, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
	if (uids->fd < 0)
		return failed (uids, error);
	if (!write_all (uids, text, error))
		return FALSE;
	if (rename (beside, uids->path) != 0)
		return failed (uids, error);
	uids->torn = !sync_folder (uids, error);
	return !uids->torn;
}

gboolean
maildir_uids_add (struct maildir_uids *uids, char *const *names, gsize n, GError **error)
{
	g_autoptr (GString) text = g_string_new (NULL);

	for (gsize i = 0; i < n; i++)
		g_string_append_printf (text, "%" G_GUINT64_FORMAT " %s\n", uids->next + i, names[i]);
	if (uids->torn && !rewrite (uids, error))
		return FALSE;
	uids->torn = !write_all (uids, text, error);
	if (uids->torn)
		return FALSE;
	for (gsize i = 0; i < n; i++)
		remember (uids, uids->next, names[i]);
	return TRUE;
}

gboolean
maildir_uids_forget (struct maildir_uids *uids, const char *name, GError **error)
{
	for (guint i = 0; i < uids->lines->len; i++)
		if (g_str_equal (g_array_index (uids->lines, struct line, i).name, name)) {
			g_hash_table_remove (uids->names, name);
			g_array_remove_index (uids->lines, i);
			break;
		}
	return rewrite (uids, error);
}

gboolean
maildir_uids_trim (struct maildir_uids *uids, GHashTable *present, GError **error)
{
	g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (struct line));

	for (guint i = 0; i < uids->lines->len; i++) {
		struct line line = g_array_index (uids->lines, struct line, i);
		if (g_hash_table_contains (present, line.name))
			g_array_append_val (kept, line);
	}
	guint stale = uids->lines->len - kept->len;
	if (stale < RN_STALE_NAMES || stale < kept->len)
		return !uids->torn || rewrite (uids, error);

	g_autoptr (GArray) old = g_steal_pointer (&uids->lines);
	uids->lines = new_lines ();
	g_hash_table_remove_all (uids->names);
	for (guint i = 0; i < kept->len; i++)
		remember (uids, g_array_index (kept, struct line, i).uid, g_array_index (kept, struct line, i).name);
	return rewrite (uids, error);
}

/* ---- life ---- */

static gboolean
load (struct maildir_uids *uids, guint32 validity, GError **error)
{
	g_autofree char *text = NULL;
	g_autoptr (GError) why = NULL;

	if (!g_file_get_contents (uids->path, &text, NULL, &why)
	    && !g_error_matches (why, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
		g_set_error_literal (error, RN_ERROR, RN_ERROR_RETRY, why->message);
		return FALSE;
	}
	if (text != NULL && !take_text (uids, text, error))
		return FALSE;
	if (uids->validity == 0)
		uids->validity = MAX (validity, 1);
	return TRUE;
}

struct maildir_uids *
maildir_uids_open (const char *folder, guint32 validity, GError **error)
{
	struct maildir_uids *uids = g_new0 (struct maildir_uids, 1);

	uids->path = g_build_filename (folder, ".rotnem-uids", NULL);
	uids->fd = -1;
	uids->torn = TRUE;
	uids->next = 1;
	uids->lines = new_lines ();
	uids->names = g_hash_table_new (g_str_hash, g_str_equal);
	if (load (uids, validity, error))
		return uids;
	maildir_uids_close (uids);
	return NULL;
}

void
maildir_uids_close (struct maildir_uids *uids)
{
	if (uids == NULL)
		return;
	if (uids->fd >= 0)
		close (uids->fd);
	g_hash_table_unref (uids->names);
	g_array_unref (uids->lines);
	g_free (uids->path);
	g_free (uids);
}

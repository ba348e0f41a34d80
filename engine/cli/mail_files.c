#include "config.h"

#include "mail_files.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define RN_MAX_FOLDERS 32 /* folders within folders; a link that leads back ends here */

struct rn_mail_files {
	GQueue *waiting;   /* of char *: names of files and folders */
	GHashTable *depth; /* name → how deep below what was asked for */
	char *name;        /* of the file that is open, or NULL */
	GBytes *open;
	gsize at;
	gint64 index;
};

void
rn_found_mail_clear (struct rn_found_mail *mail)
{
	g_clear_pointer (&mail->file, g_free);
	g_clear_pointer (&mail->bytes, g_bytes_unref);
}

rn_mail_files *
rn_mail_files_new (const char *const *names)
{
	rn_mail_files *files = g_new0 (rn_mail_files, 1);

	files->waiting = g_queue_new ();
	files->depth = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	for (; *names != NULL; names++)
		g_queue_push_tail (files->waiting, g_strdup (*names));
	return files;
}

void
rn_mail_files_free (rn_mail_files *files)
{
	if (files == NULL)
		return;
	g_queue_free_full (files->waiting, g_free);
	g_hash_table_unref (files->depth);
	g_free (files->name);
	g_clear_pointer (&files->open, g_bytes_unref);
	g_free (files);
}

/* ---- Folders ------------------------------------------------------------ */

static int
compare_names (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Puts a folder's entries in front of what waits. FALSE when it can't be listed. */
static gboolean
open_folder (rn_mail_files *files, const char *name)
{
	int depth = GPOINTER_TO_INT (g_hash_table_lookup (files->depth, name));
	g_autoptr (GDir) folder = depth < RN_MAX_FOLDERS ? g_dir_open (name, 0, NULL) : NULL;
	g_autoptr (GPtrArray) entries = g_ptr_array_new ();
	g_autofree char *cur = g_build_filename (name, "cur", NULL);
	gboolean is_maildir = g_file_test (cur, G_FILE_TEST_IS_DIR);

	if (folder == NULL)
		return FALSE;
	for (const char *entry; (entry = g_dir_read_name (folder)) != NULL;)
		if (*entry != '.' && !(is_maildir && g_str_equal (entry, "tmp")))
			g_ptr_array_add (entries, g_build_filename (name, entry, NULL));
	g_ptr_array_sort (entries, compare_names);
	for (guint i = entries->len; i > 0; i--) {
		char *path = g_ptr_array_index (entries, i - 1);
		g_queue_push_head (files->waiting, path);
		if (g_file_test (path, G_FILE_TEST_IS_DIR))
			g_hash_table_insert (files->depth, g_strdup (path), GINT_TO_POINTER (depth + 1));
	}
	return TRUE;
}

/* ---- Files -------------------------------------------------------------- */

/* All that a pipe or device gives, up to RN_MAX_STREAM. */
static GBytes *
read_stream (int fd)
{
	g_autoptr (GByteArray) all = g_byte_array_new ();
	guint8 chunk[65536];
	gssize n = 1;

	while (n != 0 && all->len < RN_MAX_STREAM) {
		n = read (fd, chunk, sizeof chunk);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return NULL;
		g_byte_array_append (all, chunk, (guint) n);
	}
	return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static GBytes *
read_file (const char *name)
{
	if (g_str_equal (name, "-"))
		return read_stream (STDIN_FILENO);
	int fd = open (name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return NULL;
	struct stat status;
	GBytes *bytes = NULL;
	if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_size > 1024 * 1024) {
		g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (fd, FALSE, NULL);
		bytes = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
	} else {
		bytes = read_stream (fd);
	}
	close (fd);
	return bytes;
}

/* ---- Mboxes ------------------------------------------------------------- */

static gboolean
is_mbox (GBytes *bytes)
{
	gsize size;
	const char *data = g_bytes_get_data (bytes, &size);
	return size >= 5 && memcmp (data, "From ", 5) == 0;
}

/* Where the next mail starts: at a "From " behind an empty line, or at the end. */
static gsize
mbox_end (const char *data, gsize size, gsize at)
{
	static const char *const starts[] = { "\n\nFrom ", "\n\r\nFrom " };
	gsize end = size;

	for (gsize i = 0; i < G_N_ELEMENTS (starts); i++) {
		gsize length = strlen (starts[i]);
		const char *found = memmem (data + at, end - at, starts[i], length);
		if (found != NULL)
			end = (gsize) (found - data) + length - strlen ("From ");
	}
	return end;
}

/* A line of text that starts with "From " has a ">" put in front (RFC 4155, appendix A),
 * which comes off again. */
static GBytes *
without_marks (GBytes *mail)
{
	gsize size;
	const char *data = g_bytes_get_data (mail, &size);

	if (memmem (data, size, "\n>From ", 7) == NULL)
		return mail;
	GByteArray *copy = g_byte_array_sized_new ((guint) size);
	const char *end = data + size;
	for (const char *mark; (mark = memmem (data, (gsize) (end - data), "\n>From ", 7)) != NULL; data = mark + 2)
		g_byte_array_append (copy, (const guint8 *) data, (guint) (mark + 1 - data));
	g_byte_array_append (copy, (const guint8 *) data, (guint) (end - data));
	g_bytes_unref (mail);
	return g_byte_array_free_to_bytes (copy);
}

static void
next_of_mbox (rn_mail_files *files, struct rn_found_mail *mail)
{
	gsize size;
	const char *data = g_bytes_get_data (files->open, &size);
	gsize end = mbox_end (data, size, files->at);

	mail->file = g_strdup (files->name);
	mail->index = files->index++;
	mail->bytes = without_marks (g_bytes_new_from_bytes (files->open, files->at, end - files->at));
	files->at = end;
	if (end == size) {
		g_clear_pointer (&files->open, g_bytes_unref);
		g_clear_pointer (&files->name, g_free);
	}
}

gboolean
rn_mail_files_next (rn_mail_files *files, struct rn_found_mail *mail)
{
	*mail = (struct rn_found_mail) { 0 };
	while (files->open == NULL) {
		g_autofree char *name = g_queue_pop_head (files->waiting);
		if (name == NULL)
			return FALSE;
		gboolean is_folder = g_file_test (name, G_FILE_TEST_IS_DIR);
		if (is_folder && open_folder (files, name))
			continue;
		GBytes *bytes = is_folder ? NULL : read_file (name);
		if (bytes == NULL || !is_mbox (bytes)) {
			mail->file = g_steal_pointer (&name);
			mail->bytes = bytes;
			return TRUE;
		}
		files->name = g_steal_pointer (&name);
		files->open = bytes;
		files->at = 0;
		files->index = 0;
	}
	next_of_mbox (files, mail);
	return TRUE;
}

#include "archive.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "error.h"
#include "words.h"

#define PIECE (1024 * 1024) /* of a mailbox kept in memory, so that few files are open at a time */

/* A file that grows at its end. */
struct pile {
	char *path;
	GString *waiting;
	gboolean begun;
};

#define ALL "all.mbox"

struct archive {
	char *folder;
	struct pile *all;
	crypto_generichash_state sum; /* of what was written of it */
	GHashTable *mailboxes;  /* name -> struct pile */
	GQueue unmade;          /* of struct pile: mailboxes that have no file */
	GHashTable *calendars;  /* UID -> text that is not written */
	GError *trouble;        /* the first thing that went wrong */
};

static struct pile *
pile_new (const char *folder, const char *name)
{
	struct pile *pile = g_new0 (struct pile, 1);
	pile->path = g_build_filename (folder, name, NULL);
	pile->waiting = g_string_new (NULL);
	return pile;
}

static void
pile_free (gpointer data)
{
	struct pile *pile = data;
	if (pile == NULL)
		return;
	g_free (pile->path);
	g_string_free (pile->waiting, TRUE);
	g_free (pile);
}

static gboolean
pile_flush (struct pile *pile, GError **error)
{
	if (pile->waiting->len == 0)
		return TRUE;
	g_autoptr (GFile) file = g_file_new_for_path (pile->path);
	g_autoptr (GFileOutputStream) stream = pile->begun ? g_file_append_to (file, G_FILE_CREATE_NONE, NULL, error)
	                                                   : g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
	if (stream == NULL
	    || !g_output_stream_write_all (G_OUTPUT_STREAM (stream), pile->waiting->str, pile->waiting->len, NULL, NULL, error)
	    || !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
		return FALSE;
	pile->begun = TRUE;
	g_string_truncate (pile->waiting, 0);
	return TRUE;
}

/* ---- The folder ------------------------------------------------------------------ */

static gboolean
make_folder (const char *folder, const char *name, GError **error)
{
	g_autofree char *path = g_build_filename (folder, name, NULL);
	if (g_mkdir_with_parents (path, 0777) == 0)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The folder %s cannot be made: %s.", path, g_strerror (errno));
	return FALSE;
}

struct archive *
archive_new (const char *folder, GError **error)
{
	struct archive *archive = g_new0 (struct archive, 1);
	archive->mailboxes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pile_free);
	archive->calendars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	if (*folder == '\0')
		return archive;
	archive->folder = g_strdup (folder);
	archive->all = pile_new (folder, ALL);
	crypto_generichash_init (&archive->sum, NULL, 0, crypto_generichash_BYTES);
	if (make_folder (folder, "mailboxes", error) && make_folder (folder, "calendars", error))
		return archive;
	archive_free (archive);
	return NULL;
}

void
archive_free (struct archive *archive)
{
	if (archive == NULL)
		return;
	pile_free (archive->all);
	g_queue_clear (&archive->unmade);
	g_hash_table_unref (archive->mailboxes);
	g_hash_table_unref (archive->calendars);
	g_clear_error (&archive->trouble);
	g_free (archive->folder);
	g_free (archive);
}

/* ---- Mail -------------------------------------------------------------------------- */

/* "From anna@example.com Mon Jan  5 09:00:00 2026", in UTC. */
static void
add_from_line (GString *mbox, const char *sender, rn_time at)
{
	g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);
	g_string_append_printf (mbox, "From %s %s %s %2d %02d:%02d:%02d %d\n", *sender != '\0' ? sender : "MAILER-DAEMON",
	                        words_weekday (FALSE, g_date_time_get_day_of_week (time), TRUE),
	                        words_month (FALSE, g_date_time_get_month (time), TRUE), g_date_time_get_day_of_month (time),
	                        g_date_time_get_hour (time), g_date_time_get_minute (time), g_date_time_get_second (time),
	                        g_date_time_get_year (time));
}

/* ">From " of any depth gets one more mark (mboxrd). */
static gboolean
needs_mark (const char *line, gsize length)
{
	gsize marks = 0;
	while (marks < length && line[marks] == '>')
		marks++;
	return length - marks >= 5 && memcmp (line + marks, "From ", 5) == 0;
}

static void
add_lines (GString *mbox, const char *bytes, gsize size)
{
	for (const char *end = bytes + size; bytes < end;) {
		const char *feed = memchr (bytes, '\n', (gsize) (end - bytes));
		gsize length = (gsize) ((feed != NULL ? feed : end) - bytes);
		if (needs_mark (bytes, length))
			g_string_append_c (mbox, '>');
		g_string_append_len (mbox, bytes, (gssize) (length > 0 && bytes[length - 1] == '\r' ? length - 1 : length));
		g_string_append_c (mbox, '\n');
		bytes = feed != NULL ? feed + 1 : end;
	}
	g_string_append_c (mbox, '\n');
}

static struct pile *
mailbox (struct archive *archive, const char *name)
{
	struct pile *pile = g_hash_table_lookup (archive->mailboxes, name);
	if (pile == NULL) {
		g_autofree char *file = g_strdup_printf ("mailboxes/%s.mbox", name);
		pile = pile_new (archive->folder, file);
		g_hash_table_insert (archive->mailboxes, g_strdup (name), pile);
		g_queue_push_tail (&archive->unmade, pile);
	}
	return pile;
}

static gboolean
is_full (const struct archive *archive, const struct pile *pile)
{
	return pile->waiting->len > PIECE && archive->trouble == NULL;
}

static gboolean
flush_all (struct archive *archive, GError **error)
{
	crypto_generichash_update (&archive->sum, (const guint8 *) archive->all->waiting->str, archive->all->waiting->len);
	return pile_flush (archive->all, error);
}

void
archive_mail (struct archive *archive, const char *name, const char *sender, rn_time at, const guint8 *bytes, gsize size)
{
	if (archive->folder == NULL)
		return;
	gsize start = archive->all->waiting->len;
	add_from_line (archive->all->waiting, sender, at);
	add_lines (archive->all->waiting, (const char *) bytes, size);
	if (name != NULL) {
		struct pile *pile = mailbox (archive, name);
		const GString *all = archive->all->waiting;
		g_string_append_len (pile->waiting, all->str + start, (gssize) (all->len - start));
		if (is_full (archive, pile))
			pile_flush (pile, &archive->trouble);
	}
	if (is_full (archive, archive->all))
		flush_all (archive, &archive->trouble);
}

void
archive_calendar (struct archive *archive, const char *uid, const char *calendar)
{
	if (archive->folder != NULL)
		g_hash_table_replace (archive->calendars, g_strdup (uid), g_strdup (calendar));
}

/* ---- Out ----------------------------------------------------------------------------- */

gboolean
archive_file (struct archive *archive, const char *name, const char *text, GError **error)
{
	if (archive->folder == NULL)
		return TRUE;
	g_autofree char *path = g_build_filename (archive->folder, name, NULL);
	g_remove (path); /* written over it, a longer one would keep its end */
	return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0666, error);
}

/* As `b2sum -c` reads it. */
static gboolean
write_sum (struct archive *archive, GError **error)
{
	guint8 sum[crypto_generichash_BYTES];
	char digits[2 * sizeof sum + 1];

	crypto_generichash_final (&archive->sum, sum, sizeof sum);
	g_autofree char *line = g_strdup_printf ("%s  " ALL "\n", sodium_bin2hex (digits, sizeof digits, sum, sizeof sum));
	return archive_file (archive, ALL ".b2", line, error);
}

/* One of those that are not written; FALSE when there is none, or with an error. */
static gboolean
write_calendar (struct archive *archive, GError **error)
{
	GHashTableIter iter;
	gpointer uid, text;

	g_hash_table_iter_init (&iter, archive->calendars);
	if (!g_hash_table_iter_next (&iter, &uid, &text))
		return FALSE;
	g_autofree char *safe = g_strdup (uid);
	g_strcanon (safe, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_@", '_');
	g_autofree char *name = g_strdup_printf ("calendars/%s.ics", safe);
	gboolean fine = archive_file (archive, name, text, error);
	g_hash_table_iter_remove (&iter);
	return fine;
}

gboolean
archive_rest (struct archive *archive)
{
	if (archive->folder == NULL || archive->trouble != NULL)
		return FALSE;
	struct pile *pile = g_queue_pop_head (&archive->unmade);
	if (pile == NULL)
		return write_calendar (archive, &archive->trouble);
	return pile->begun || pile_flush (pile, &archive->trouble);
}

gboolean
archive_flush (struct archive *archive, GError **error)
{
	if (archive->folder == NULL)
		return TRUE;
	while (archive_rest (archive))
		continue;
	if (archive->trouble != NULL) {
		g_propagate_error (error, g_steal_pointer (&archive->trouble));
		return FALSE;
	}
	GHashTableIter iter;
	gpointer pile;
	g_hash_table_iter_init (&iter, archive->mailboxes);
	while (g_hash_table_iter_next (&iter, NULL, &pile))
		if (!pile_flush (pile, error))
			return FALSE;
	return flush_all (archive, error) && write_sum (archive, error);
}

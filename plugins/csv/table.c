#include "table.h"

#include <glib/gstdio.h>
#include <string.h>

#include "error.h"

/* ---- the file ---- */

static const struct {
	const char *mark; /* how the file starts */
	gsize length;
	const char *encoding;
} byte_order_marks[] = {
	{ "\xef\xbb\xbf", 3, "UTF-8" },
	{ "\xff\xfe", 2, "UTF-16LE" }, /* "Unicode text" of Excel */
	{ "\xfe\xff", 2, "UTF-16BE" },
};

/* Windows' superset: what European exports call Latin-1. */
#define RN_FALLBACK_ENCODING "Windows-1252"

static char *
bad_file (GError **error, const char *path, const char *why)
{
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s: %s", path, why);
	return NULL;
}

/* NULL when the bytes are no text in that encoding, or hold a NUL. */
static char *
as_utf8 (const char *bytes, gsize size, const char **encoding)
{
	gsize written = 0;

	*encoding = g_utf8_validate (bytes, (gssize) size, NULL) ? "UTF-8" : RN_FALLBACK_ENCODING;
	for (gsize i = 0; i < G_N_ELEMENTS (byte_order_marks); i++) {
		gsize length = byte_order_marks[i].length;
		if (size < length || memcmp (bytes, byte_order_marks[i].mark, length) != 0)
			continue;
		*encoding = byte_order_marks[i].encoding;
		bytes += length;
		size -= length;
		break;
	}
	g_autofree char *text = g_convert (bytes, (gssize) size, "UTF-8", *encoding, NULL, &written, NULL);
	return text != NULL && strlen (text) == written ? g_steal_pointer (&text) : NULL;
}

char *
csv_read_file (const char *path, const char **encoding, GError **error)
{
	GStatBuf status;
	gsize size = 0;
	g_autofree char *bytes = NULL;
	g_autoptr (GError) why = NULL;

	if (g_stat (path, &status) != 0)
		return bad_file (error, path, "the file cannot be found");
	if (!S_ISREG (status.st_mode))
		return bad_file (error, path, "this is no ordinary file");
	if (status.st_size > RN_MAX_CSV_BYTES)
		return bad_file (error, path, "the file is larger than 64 MiB, which is no list of people");
	if (!g_file_get_contents (path, &bytes, &size, &why))
		return bad_file (error, path, why->message);

	if (size == 0)
		return bad_file (error, path, "the file is empty");

	char *text = as_utf8 (bytes, size, encoding);
	return text != NULL ? text : bad_file (error, path, "this is no text, or text in an unknown encoding");
}

/* ---- rows ---- */

/* Bytes of the line end at `at`: 2, 1, or 0 when there is none. */
static gsize
line_end (const char *at)
{
	return at[0] == '\r' && at[1] == '\n' ? 2 : at[0] == '\r' || at[0] == '\n' ? 1 : 0;
}

/* The next line's start, or the end of the text. */
static const char *
line_below (const char *at)
{
	at += strcspn (at, "\r\n");
	return at + line_end (at);
}

void
csv_table_start (struct csv_table *table, const char *text)
{
	static const char separators[] = ",;\t";
	guint most = 0;

	*table = (struct csv_table) { .at = text, .line = 1, .separator = ',' };
	if (g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0' && strcspn (text + 4, "\r\n") == 1) {
		table->separator = text[4];
		table->at = line_below (text);
		table->line = 2;
		return;
	}
	for (const char *s = separators; *s != '\0'; s++) {
		guint count = 0;
		for (const char *c = text; *c != '\0' && line_end (c) == 0; c++)
			count += *c == *s;
		if (count > most) {
			most = count;
			table->separator = *s;
		}
	}
}

/* Reads on behind an opening quote. */
static const char *
take_quoted (struct csv_table *table, GString *cell)
{
	for (table->at++; *table->at != '\0' && cell->len <= RN_MAX_CSV_CELL; ) {
		gsize end = line_end (table->at);
		if (table->at[0] == '"' && table->at[1] != '"')
			break;
		gsize take = MAX (end, 1);
		g_string_append_len (cell, table->at, (gssize) take);
		table->line += end > 0;
		table->at += *table->at == '"' ? 2 : take;
	}
	if (cell->len > RN_MAX_CSV_CELL)
		return "the quote that opens here is not closed within 16 KiB";
	if (*table->at == '\0')
		return "the quote that opens here is never closed";
	table->at++;
	if (*table->at != '\0' && *table->at != table->separator && line_end (table->at) == 0)
		return "text follows the closing quote; a quote within a cell is written twice";
	return NULL;
}

static const char *
take_cell (struct csv_table *table, GString *cell)
{
	if (*table->at == '"')
		return take_quoted (table, cell);

	const char stops[] = { table->separator, '\r', '\n', '\0' };
	gsize length = strcspn (table->at, stops);
	if (length > RN_MAX_CSV_CELL)
		return "the cell is longer than 16 KiB";
	g_string_append_len (cell, table->at, (gssize) length);
	table->at += length;
	return NULL;
}

/* Gives FALSE when the row ends before its line does. */
static gboolean
take_row (struct csv_table *table, struct csv_row *row)
{
	do {
		GString *cell = g_string_new (NULL);
		row->why = row->cells->len < RN_MAX_CSV_COLUMNS ? take_cell (table, cell) : "there are more than 256 cells";
		g_ptr_array_add (row->cells, g_string_free (cell, FALSE));
		row->column = row->cells->len;
		if (row->why != NULL)
			return FALSE;
	} while (*table->at == table->separator && table->at++ != NULL);
	return TRUE;
}

static gboolean
is_empty (const struct csv_row *row)
{
	for (guint i = 0; i < row->cells->len; i++)
		if (*(const char *) g_ptr_array_index (row->cells, i) != '\0')
			return FALSE;
	return row->why == NULL;
}

gboolean
csv_table_next (struct csv_table *table, struct csv_row *row)
{
	do {
		const char *start = table->at;

		if (*start == '\0')
			return FALSE;
		csv_row_clear (row);
		row->cells = g_ptr_array_new_with_free_func (g_free);
		row->line = table->line;
		if (!take_row (table, row)) {
			table->at = start;
			table->line = row->line;
		}
		table->at = line_below (table->at);
		table->line++;
	} while (is_empty (row));
	return TRUE;
}

void
csv_row_clear (struct csv_row *row)
{
	g_clear_pointer (&row->cells, g_ptr_array_unref);
	row->why = NULL;
}

/* Rows of comma-separated values as RFC 4180 and spreadsheets write them: cells in
 * quotes may hold separators, doubled quotes and line breaks; lines end with CR LF, LF
 * or CR; the separator is a comma, a semicolon or a tab. */
#ifndef RN_CSV_TABLE_H
#define RN_CSV_TABLE_H

#include <glib.h>

#define RN_MAX_CSV_BYTES (64 * 1024 * 1024) /* 100,000 people at 640 bytes each */
#define RN_MAX_CSV_CELL (16 * 1024)         /* the longest wish list is a page */
#define RN_MAX_CSV_COLUMNS 256              /* exports of HR systems have some dozens */

/* The whole file as UTF-8 without byte order mark; *encoding is "UTF-8", or what it was
 * converted from. NULL with a DATA error naming the file: not there, no ordinary file,
 * too large, no text. */
char *csv_read_file (const char *path, const char **encoding, GError **error);

/* A place within the text of a table, which must outlive it. */
struct csv_table {
	const char *at;
	guint line; /* of `at`, counted from 1 */
	char separator;
};

/* One row. Clear it with csv_row_clear. */
struct csv_row {
	guint line;       /* where it starts */
	GPtrArray *cells; /* of char * */
	const char *why;  /* NULL, or what is wrong with its quotes or size … */
	guint column;     /* … in this cell, counted from 1 */
};

/* Finds the separator: named by a first line "sep=;", as Excel writes it, else the one
 * that is most frequent in the first line. */
void csv_table_start (struct csv_table *table, const char *text);

/* Steps to the next row that is not empty; FALSE at the end. After a broken row it goes
 * on with the line below that row's first, so that one stray quote costs one row. */
gboolean csv_table_next (struct csv_table *table, struct csv_row *row);

void csv_row_clear (struct csv_row *row);

#endif

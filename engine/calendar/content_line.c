#include "content_line.h"

#include <string.h>

#include "append.h"

#define RN_ROW 74 /* bytes behind the space of a row that goes on; a line has 75 (RFC 5545, 3.1) */

void
rn_content_text (GString *line, const char *text)
{
	for (gsize plain;; text += plain + 1) {
		plain = strcspn (text, ",;\\\n");
		g_string_append_len (line, text, (gssize) plain);
		if (text[plain] == '\0')
			return;
		g_string_append_c (line, '\\');
		g_string_append_c (line, text[plain] == '\n' ? 'n' : text[plain]);
	}
}

void
rn_content_parameter (GString *line, const char *name, const char *value)
{
	const char *quote = strpbrk (value, ";:,") != NULL ? "\"" : "";

	g_string_append_c (line, ';');
	g_string_append (line, name);
	g_string_append_c (line, '=');
	g_string_append (line, quote);
	g_string_append (line, value);
	g_string_append (line, quote);
}

/* Writes a number of so many digits before `end`; gives where it begins. */
static char *
put_digits (char *end, int number, int digits)
{
	for (; digits > 0; digits--, number /= 10)
		*--end = (char) ('0' + number % 10);
	return end;
}

void
rn_content_time (GString *line, rn_local local)
{
	int second = (int) (local % RN_DAY);
	char text[] = "yyyymmddThhmmss", *at = text + strlen (text);
	GDate date;

	g_date_clear (&date, 1);
	g_date_set_julian (&date, (guint32) (local / RN_DAY + 719163)); /* GDate's number of 1970-01-01 */
	at = put_digits (at, second % 60, 2);
	at = put_digits (at, second / 60 % 60, 2);
	at = put_digits (at, second / 3600, 2) - strlen ("T");
	at = put_digits (at, g_date_get_day (&date), 2);
	at = put_digits (at, (int) g_date_get_month (&date), 2);
	put_digits (at, g_date_get_year (&date), 4);
	g_string_append (line, text);
}

static gboolean
may_break_behind (char c)
{
	return c == ' ' || c == ':' || c == ';';
}

/* How many bytes of the rest of a line stand in the next row. */
static gsize
row_of (const char *rest, gsize size)
{
	gsize most = MIN (size, RN_ROW), row = most;

	if (size + strlen ("\r\n") <= RN_ROW)
		return size;
	while (row > 1 && !may_break_behind (rest[row - 1]))
		row--;
	if (row > 1)
		return row;
	for (row = most; ((guchar) rest[row] & 0xc0) == 0x80;) /* not within a character */
		row--;
	return row;
}

void
rn_content_end (GString *text, GString *line)
{
	gsize at = 0, row = row_of (line->str, line->len);

	g_string_append_len (text, line->str, (gssize) row);
	while ((at += row) < line->len) {
		row = row_of (line->str + at, line->len - at);
		g_string_append_len (text, "\r\n ", 3);
		g_string_append_len (text, line->str + at, (gssize) row);
	}
	g_string_append_len (text, "\r\n", 2);
	g_string_truncate (line, 0);
}

#include "writer.h"

#include <string.h>

/* Columns that a terminal would use. */
static gsize
columns (const char *text, gsize size)
{
	gsize count = 0;

	for (const char *at = text; at < text + size; at = g_utf8_next_char (at)) {
		if ((guchar) *at < 0x80) {
			count++;
			continue;
		}
		gunichar c = g_utf8_get_char (at);
		count += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
	}
	return count;
}

/* Wraps one line and gives nothing to the next. */
static void
wrap_line (GString *out, const char *line, gsize size, gsize most, const char *first, const char *rest)
{
	const char *end = line + size;
	gsize column = columns (first, strlen (first));
	gboolean is_start = TRUE;

	g_string_append (out, first);
	while (line < end) {
		gsize word = 0;
		while (line + word < end && line[word] != ' ')
			word++;
		gsize width = columns (line, word);
		if (word > 0 && !is_start && column + 1 + width > most) {
			g_string_append_printf (out, "\n%s", rest);
			column = columns (rest, strlen (rest));
			is_start = TRUE;
		}
		if (word > 0 && !is_start) {
			g_string_append_c (out, ' ');
			column++;
		}
		g_string_append_len (out, line, word);
		column += width;
		is_start = is_start && word == 0;
		line += word + (line + word < end);
	}
	while (out->len > 0 && out->str[out->len - 1] == ' ')
		g_string_truncate (out, out->len - 1);
	g_string_append_c (out, '\n');
}

void
rn_wrap (GString *out, const char *paragraph, gsize most, const char *first, const char *rest)
{
	for (;;) {
		const char *end = strchr (paragraph, '\n');
		gsize size = end != NULL ? (gsize) (end - paragraph) : strlen (paragraph);
		wrap_line (out, paragraph, size, most, first, rest);
		if (end == NULL)
			return;
		paragraph = end + 1;
		first = rest;
	}
}

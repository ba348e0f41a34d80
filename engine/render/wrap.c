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

/* Wraps one line and gives nothing to the next. Words are put row by row: what stands
 * between `from` and `till`, with one space after each, waits. */
static void
wrap_line (GString *out, const char *line, gsize size, gsize most, const char *first, const char *rest)
{
	const char *end = line + size, *from = line, *till = line;
	gsize column = columns (first, strlen (first)), word;

	g_string_append (out, first);
	for (; line < end; line += word + 1) {
		for (word = 0; line + word < end && line[word] != ' ';)
			word++;
		gsize width = columns (line, word);
		if (word == 0)
			continue;
		if (till == from) {
			from = line;
		} else if (column + 1 + width > most) {
			g_string_append_len (out, from, till - from);
			g_string_append_c (out, '\n');
			g_string_append (out, rest);
			column = columns (rest, strlen (rest));
			from = line;
		} else {
			column++;
			if (line > till + 1) { /* of several spaces one is left */
				g_string_append_len (out, from, till + 1 - from);
				from = line;
			}
		}
		till = line + word;
		column += width;
	}
	g_string_append_len (out, from, till - from);
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

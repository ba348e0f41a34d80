#include "writer.h"

#include <string.h>

#include "append.h"
#include "utf8.h"

/* Columns that a terminal would use. */
static gsize
width (gunichar c)
{
	return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static gsize
columns (const char *text)
{
	gsize count = 0;

	for (; *text != '\0'; text = g_utf8_next_char (text))
		count += width (g_utf8_get_char (text));
	return count;
}

/* The longest start that has room in so many columns. */
static gsize
fitting (const char *text, gsize size, gsize room)
{
	const char *at = text, *end = text + size;

	for (;; at = g_utf8_next_char (at)) {
		gsize plain = rn_printable (at, MIN ((gsize) (end - at), room), '\0'), next;
		at += plain;
		room -= plain;
		if (at == end || (next = width (g_utf8_get_char (at))) > room)
			return (gsize) (at - text);
		room -= next;
	}
}

/* As many words as have room, and one at least. */
static gsize
fitting_words (const char *text, gsize size, gsize room)
{
	gsize fits = fitting (text, size, room);
	if (fits == size || text[fits] == ' ')
		return fits;

	const char *gap = memrchr (text, ' ', fits);
	if (gap == NULL)
		gap = memchr (text + fits, ' ', size - fits);
	return gap != NULL ? (gsize) (gap - text) : size;
}

/* Wraps one line, up to its LF or NUL, and gives nothing to the next. */
static void
wrap_line (GString *out, const char *line, const char *end, gsize most, const char *first, const char *rest)
{
	line += *line == ' ';
	for (const char *before = first;; before = rest) {
		gsize taken = columns (before), row = fitting_words (line, (gsize) (end - line), most - MIN (most, taken));
		g_string_append (out, before);
		g_string_append_len (out, line, (gssize) row);
		line += row;
		line += *line == ' ';
		if (line == end)
			break;
		g_string_append_c (out, '\n');
	}
	while (out->len > 0 && out->str[out->len - 1] == ' ')
		g_string_truncate (out, out->len - 1);
	g_string_append_c (out, '\n');
}

/* Of several spaces one is left. */
static char *
squeeze (const char *text)
{
	char *squeezed = g_strdup (text), *to = squeezed;

	for (const char *at = text; *at != '\0'; at++)
		if (*at != ' ' || at[1] != ' ')
			*to++ = *at;
	*to = '\0';
	return squeezed;
}

void
rn_wrap (GString *out, const char *paragraph, gsize most, const char *first, const char *rest)
{
	g_autofree char *squeezed = strstr (paragraph, "  ") != NULL ? squeeze (paragraph) : NULL;

	for (const char *line = squeezed != NULL ? squeezed : paragraph, *end;; line = end + 1, first = rest) {
		end = strchrnul (line, '\n');
		wrap_line (out, line, end, most, first, rest);
		if (*end == '\0')
			return;
	}
}

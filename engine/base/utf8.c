#include "utf8.h"

#include <string.h>

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGHS (ONES << 7)

/* Eight bytes, each of them 1 to 127. */
static gboolean
is_ascii (const char *text)
{
	guint64 eight;

	memcpy (&eight, text, sizeof eight);
	return ((eight | (eight - ONES)) & HIGHS) == 0;
}

gboolean
rn_utf8_validate (const char *text, gsize size, const char **valid_to)
{
	const char *at = text, *end = text + size;

	while (end - at >= 8) {
		if (is_ascii (at)) {
			at += 8;
			continue;
		}
		if (g_utf8_get_char_validated (at, end - at) >= (gunichar) -2)
			break;
		at = g_utf8_next_char (at);
	}
	while (at < end && g_ascii_isprint (*at))
		at++;
	if (at == end && valid_to == NULL)
		return TRUE;
	return g_utf8_validate_len (at, (gsize) (end - at), valid_to);
}

char *
rn_utf8_make_valid (const char *text, gsize size)
{
	return rn_utf8_validate (text, size, NULL) ? g_strndup (text, size) : g_utf8_make_valid (text, (gssize) size);
}

gsize
rn_printable (const char *text, gsize size, char but)
{
	const guint64 buts = ONES * (guchar) but;
	gsize at = 0;

	/* The first byte that is none has its highest bit from itself, or when 1 is added to it (0x7f), a space is
	 * subtracted from it (control characters), or 1 from what is left of `but`. */
	for (guint64 eight; size - at >= sizeof eight; at += sizeof eight) {
		memcpy (&eight, text + at, sizeof eight);
		eight = GUINT64_FROM_LE (eight);
		guint64 marks = (eight | (eight + ONES) | (eight - ONES * ' ') | ((eight ^ buts) - ONES)) & HIGHS;
		if (marks != 0)
			return at + (gsize) __builtin_ctzll (marks) / 8;
	}
	while (at < size && g_ascii_isprint (text[at]) && text[at] != but)
		at++;
	return at;
}

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
	return g_utf8_validate_len (at, (gsize) (end - at), valid_to);
}

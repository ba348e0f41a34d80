#include "body.h"

#include <string.h>

#include "append.h"
#include "utf8.h"

#define COLUMNS 76 /* RFC 2045, 6.7 and 6.8 */
#define LINE_BYTES (COLUMNS / 4 * 3) /* that base64 makes a line of */

/* Old mailboxes quote a line that begins so. */
static gboolean
looks_like_mbox (const char *line)
{
	return *line == 'F' && g_str_has_prefix (line, "From ");
}

static gboolean
is_7bit (const char *text)
{
	for (const char *end; *text != '\0'; text = end + (*end == '\n')) {
		end = strchrnul (text, '\n');
		gsize size = (gsize) (end - text);
		if (size > COLUMNS || looks_like_mbox (text) || rn_printable (text, size, '\0') < size)
			return FALSE;
	}
	return TRUE;
}

static void
put_7bit (GString *out, const char *text)
{
	for (const char *feed; (feed = strchr (text, '\n')) != NULL; text = feed + 1) {
		g_string_append_len (out, text, feed - text);
		g_string_append_len (out, "\r\n", 2);
	}
	g_string_append (out, text);
}

/* A line whose first byte must be escaped: a lone dot ends a mail, "From " begins one. */
static gboolean
begins_badly (const char *line)
{
	return (*line == '.' && (line[1] == '\n' || line[1] == '\0')) || looks_like_mbox (line);
}

/* The last column of a line is for the mark that it goes on. */
static char *
break_softly (char *to, char **last)
{
	to = mempcpy (to, "=\r\n", 3);
	*last = to + COLUMNS - 1;
	return to;
}

/* Writes a byte's code, in the next line where it does not fit. Gives what comes behind. */
static char *
put_code (char *to, char **last, guchar byte)
{
	static const char hex[] = "0123456789ABCDEF";

	if (to + 3 > *last)
		to = break_softly (to, last);
	*to++ = '=';
	*to++ = hex[byte >> 4];
	*to++ = hex[byte & 15];
	return to;
}

/* Line by line, and in place, since most bytes stand for themselves: printable ASCII but "=". FALSE once more than
 * `most` do not. */
static gboolean
put_quoted_printable (GString *out, const char *text, gsize most)
{
	gsize before = out->len, escaped = 0;

	g_string_set_size (out, before + 4 * strlen (text)); /* three for a byte, and the soft line breaks */
	char *to = out->str + before;
	for (const char *line = text, *end; *line != '\0'; line = text = end + (*end == '\n')) {
		char *last = to + COLUMNS - 1;
		end = strchrnul (line, '\n');
		if (begins_badly (line))
			to = put_code (to, &last, *text++);
		while (text < end) {
			gsize plain = rn_printable (text, (gsize) MIN (end - text, last - to), '=');
			to = mempcpy (to, text, plain);
			text += plain;
			if (text == end)
				break;
			if (to < last && ++escaped > most)
				return FALSE;
			to = to < last ? put_code (to, &last, *text++) : break_softly (to, &last);
		}
		if (end > line && end[-1] == ' ') /* mail servers drop it at a line's end */
			to = put_code (to - 1, &last, ' ');
		if (*end == '\n')
			to = mempcpy (to, "\r\n", 2);
	}
	g_string_truncate (out, (gsize) (to - out->str));
	return TRUE;
}

static void
put_head (GString *out, const char *encoding)
{
	g_string_append (out, "Content-Transfer-Encoding: ");
	g_string_append (out, encoding);
	g_string_append (out, "\r\n\r\n");
}

void
rn_body_put_base64 (GString *out, const char *text)
{
	gsize size = strlen (text), before;
	int state = 0, saved = 0;

	put_head (out, "base64");
	before = out->len;
	g_string_set_size (out, before + 2 * size + COLUMNS);
	char *to = out->str + before;
	for (gsize at = 0; at < size; at += LINE_BYTES) {
		to += g_base64_encode_step ((const guchar *) text + at, MIN (size - at, LINE_BYTES), FALSE, to, &state, &saved);
		to += g_base64_encode_close (FALSE, to, &state, &saved);
		to = mempcpy (to, "\r\n", 2);
	}
	g_string_truncate (out, (gsize) (to - out->str));
}

void
rn_body_put (GString *out, const char *text)
{
	gsize before = out->len;

	if (is_7bit (text)) {
		put_head (out, "7bit");
		put_7bit (out, text);
		return;
	}
	put_head (out, "quoted-printable");
	if (put_quoted_printable (out, text, strlen (text) / 6)) /* three bytes each outgrow base64's third */
		return;

	g_autoptr (GString) canonical = g_string_sized_new (strlen (text) + 64); /* RFC 2045, 6.8 */
	put_7bit (canonical, text);
	g_string_truncate (out, before);
	rn_body_put_base64 (out, canonical->str);
}

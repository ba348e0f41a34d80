#include "body.h"

#include <string.h>

#define COLUMNS 76 /* RFC 2045, 6.7 and 6.8 */

const char *
rn_body_encoding_name (enum rn_body_encoding encoding)
{
	static const char *const names[] = { "7bit", "quoted-printable", "base64" };

	return names[encoding];
}

/* Bytes that quoted-printable escapes anywhere: "=" and what is no printable ASCII. */
static const guint8 is_escaped[256] = { [0 ... 0x1f] = 1, ['='] = 1, [0x7f ... 0xff] = 1 };

static gboolean
is_printable (const char *text)
{
	for (; *text != '\0'; text++)
		if (is_escaped[(guchar) *text] && *text != '=' && *text != '\n')
			return FALSE;
	return TRUE;
}

/* Old mailboxes quote a line that begins so. */
static gboolean
looks_like_mbox (const char *line)
{
	return g_str_has_prefix (line, "From ");
}

enum rn_body_encoding
rn_body_choose (const char *text)
{
	gsize escaped = 0;
	gboolean fits = TRUE;
	const char *line = text;

	for (const char *end; *line != '\0'; line = end + (*end == '\n')) {
		end = strchrnul (line, '\n');
		for (const char *at = line; at < end; at++)
			escaped += is_escaped[(guchar) *at];
		fits = fits && end - line <= COLUMNS && !looks_like_mbox (line);
	}
	if (fits && (escaped == 0 || is_printable (text)))
		return RN_BODY_7BIT;
	/* three bytes each outgrow base64's third */
	return escaped > (gsize) (line - text) / 6 ? RN_BODY_BASE64 : RN_BODY_QUOTED_PRINTABLE;
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

/* Line by line, and in place, since most bytes stand for themselves. */
static void
put_quoted_printable (GString *out, const char *text)
{
	gsize before = out->len;

	g_string_set_size (out, before + 4 * strlen (text)); /* three for a byte, and the soft line breaks */
	char *to = out->str + before;
	while (*text != '\0') {
		char *last = to + COLUMNS - 1;
		const char *line = text;
		if (begins_badly (text))
			to = put_code (to, &last, *text++);
		for (;;) {
			while (!is_escaped[(guchar) *text] && to < last)
				*to++ = *text++;
			if (*text == '\n' || *text == '\0')
				break;
			to = is_escaped[(guchar) *text] ? put_code (to, &last, *text++) : break_softly (to, &last);
		}
		if (text > line && text[-1] == ' ') /* mail servers drop it at a line's end */
			to = put_code (to - 1, &last, ' ');
		if (*text == '\n') {
			to = mempcpy (to, "\r\n", 2);
			text++;
		}
	}
	g_string_truncate (out, (gsize) (to - out->str));
}

/* Text is encoded with its line ends as CR LF (RFC 2045, 6.8). */
static void
put_base64 (GString *out, const char *text)
{
	g_autoptr (GString) canonical = g_string_sized_new (strlen (text) + 64);
	put_7bit (canonical, text);

	for (gsize at = 0; at < canonical->len; at += COLUMNS / 4 * 3) {
		g_autofree char *line = g_base64_encode ((const guchar *) canonical->str + at,
		                                         MIN (canonical->len - at, COLUMNS / 4 * 3));
		g_string_append (out, line);
		g_string_append (out, "\r\n");
	}
}

void
rn_body_put (GString *out, const char *text, enum rn_body_encoding encoding)
{
	static void (*const put[]) (GString *out, const char *text) = { put_7bit, put_quoted_printable, put_base64 };

	put[encoding] (out, text);
}

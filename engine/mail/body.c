#include "body.h"

#include <string.h>

#define COLUMNS 76 /* RFC 2045, 6.7 and 6.8 */

const char *
rn_body_encoding_name (enum rn_body_encoding encoding)
{
	static const char *const names[] = { "7bit", "quoted-printable", "base64" };

	return names[encoding];
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
	gsize odd = 0, equals = 0;
	gboolean fits = TRUE;
	const char *line = text;

	for (const char *end; *line != '\0'; line = end + (*end == '\n')) {
		for (end = line; *end != '\n' && *end != '\0'; end++) {
			odd += (guchar) (*end - ' ') > '~' - ' ';
			equals += *end == '=';
		}
		fits = fits && end - line <= COLUMNS && !looks_like_mbox (line);
	}
	if (fits && odd == 0)
		return RN_BODY_7BIT;
	/* three bytes each outgrow base64's third */
	return odd + equals > (gsize) (line - text) / 6 ? RN_BODY_BASE64 : RN_BODY_QUOTED_PRINTABLE;
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

/* Whether the byte must be escaped: space at a line's end, the first letter of a line
 * that begins with "From ", a lone dot, and all that is no printable ASCII. */
static gboolean
needs_escape (const char *at, gboolean begins_line)
{
	guchar c = *at;

	if (c == ' ')
		return at[1] == '\n' || at[1] == '\0';
	if (begins_line && ((c == '.' && (at[1] == '\n' || at[1] == '\0')) || looks_like_mbox (at)))
		return TRUE;
	return c < '!' || c > '~' || c == '=';
}

/* Written in place, since most bytes stand for themselves. */
static void
put_quoted_printable (GString *out, const char *text)
{
	static const gboolean is_itself[256] = { ['!' ... '<'] = TRUE, ['>' ... '~'] = TRUE };
	static const char hex[] = "0123456789ABCDEF";
	gsize before = out->len;
	gboolean begins_line = TRUE;

	g_string_set_size (out, before + 4 * strlen (text)); /* three for a byte, and the soft line breaks */
	char *to = out->str + before, *full = to + COLUMNS - 1; /* the last is for the soft line break */
	for (;; text++) {
		while (!begins_line && is_itself[(guchar) *text] && to < full)
			*to++ = *text++;
		if (*text == '\0')
			break;
		if (*text == '\n') {
			to = mempcpy (to, "\r\n", 2);
			full = to + COLUMNS - 1;
			begins_line = TRUE;
			continue;
		}
		gboolean escape = needs_escape (text, begins_line);
		if (to + (escape ? 3 : 1) > full) {
			to = mempcpy (to, "=\r\n", 3);
			full = to + COLUMNS - 1;
		}
		if (escape) {
			*to++ = '=';
			*to++ = hex[(guchar) *text >> 4];
			*to++ = hex[*text & 15];
		} else {
			*to++ = *text;
		}
		begins_line = FALSE;
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

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
	gsize escaped = 0, column = 0, size = 0;
	gboolean is_plain = !looks_like_mbox (text);

	for (; text[size] != '\0'; size++) {
		guchar c = text[size];
		gboolean ends_line = c == '\n';
		column = ends_line ? 0 : column + 1;
		escaped += c == '=' || (!ends_line && !g_ascii_isprint (c));
		is_plain = is_plain && (ends_line ? !looks_like_mbox (text + size + 1) : g_ascii_isprint (c) && column <= COLUMNS);
	}
	if (is_plain)
		return RN_BODY_7BIT;
	/* three bytes each outgrow base64's third */
	return escaped > size / 6 ? RN_BODY_BASE64 : RN_BODY_QUOTED_PRINTABLE;
}

static void
put_7bit (GString *out, const char *text)
{
	for (; *text != '\0'; text++)
		if (*text == '\n')
			g_string_append_len (out, "\r\n", 2);
		else
			g_string_append_c (out, *text);
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

/* How many of the next bytes need no escape within a line, at most so many. */
static gsize
count_plain (const char *text, gsize most)
{
	gsize n = 0;

	for (; n < most; n++) {
		char c = text[n];
		if (c <= ' ' ? c != ' ' || needs_escape (text + n, FALSE) : c > '~' || c == '=')
			break;
	}
	return n;
}

static void
put_quoted_printable (GString *out, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";
	gsize column = 0;
	gboolean begins_line = TRUE;

	for (; *text != '\0'; text++) {
		gsize n_plain = begins_line ? 0 : count_plain (text, COLUMNS - 1 - column);
		g_string_append_len (out, text, (gssize) n_plain);
		column += n_plain;
		text += n_plain;
		if (*text == '\0')
			return;
		if (*text == '\n') {
			g_string_append_len (out, "\r\n", 2);
			column = 0;
			begins_line = TRUE;
			continue;
		}
		gboolean escape = needs_escape (text, begins_line);
		gsize width = escape ? 3 : 1;
		if (column + width > COLUMNS - 1) { /* the last is for the soft line break */
			g_string_append_len (out, "=\r\n", 3);
			column = 0;
		}
		if (escape) {
			const char code[3] = { '=', hex[(guchar) *text >> 4], hex[*text & 15] };
			g_string_append_len (out, code, 3);
		} else {
			g_string_append_c (out, *text);
		}
		column += width;
		begins_line = FALSE;
	}
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

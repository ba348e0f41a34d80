#include "escape.h"

#include <string.h>

#include <unicode/uchar.h>

#include "append.h"
#include "utf8.h"

void
rn_escape_html (GString *out, const char *text, const char *line_end)
{
	for (;;) {
		gsize plain = strcspn (text, "&<>\"'\n");
		g_string_append_len (out, text, (gssize) plain);
		text += plain;
		switch (*text++) {
		case '\0': return;
		case '&': g_string_append (out, "&amp;"); break;
		case '<': g_string_append (out, "&lt;"); break;
		case '>': g_string_append (out, "&gt;"); break;
		case '"': g_string_append (out, "&quot;"); break;
		case '\'': g_string_append (out, "&#39;"); break;
		case '\n': g_string_append (out, line_end); break;
		}
	}
}

/* Bytes that may begin a character to clean: C0 and DEL, C1 (C2 8x), U+20xx (E2),
 * U+FEFF (EF). */
static gboolean
is_suspect (const char *text)
{
	text += rn_printable (text, strlen (text), '\0');
	for (const guchar *at = (const guchar *) text; *at != '\0'; at++)
		if (*at < ' ' || *at == 0x7f || *at == 0xc2 || *at == 0xe2 || *at == 0xef)
			return TRUE;
	return FALSE;
}

static gboolean
turns_direction (gunichar c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
ends_line (gunichar c)
{
	return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static char *
clean (const char *text, char line_end)
{
	if (!is_suspect (text))
		return g_strdup (text);

	char *valid = g_utf8_make_valid (text, -1), *to = valid;
	for (const char *at = valid, *next; *at != '\0'; at = next) {
		gunichar c = g_utf8_get_char (at);
		next = g_utf8_next_char (at);
		if (c == '\r' && *next == '\n')
			continue;
		if (ends_line (c))
			*to++ = line_end;
		else if (c == '\t')
			*to++ = ' ';
		else if (!g_unichar_iscntrl (c) && !turns_direction (c) && c != 0xfeff)
			while (at < next)
				*to++ = *at++;
	}
	*to = '\0';
	return valid;
}

char *
rn_clean_value (const char *text)
{
	return clean (text, '\n');
}

char *
rn_clean_line (const char *text)
{
	return clean (text, ' ');
}

char *
rn_escape_url (const char *text, const char *before)
{
	return g_uri_escape_string (text, strchr (before, '?') != NULL ? "@" : "@+", FALSE);
}

gboolean
rn_has_rtl (const char *text)
{
	text += rn_printable (text, strlen (text), '\0');
	for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
		if ((guchar) *at < 0xd6) /* Hebrew, the first of them, starts at U+0590 */
			continue;
		UCharDirection direction = u_charDirection (g_utf8_get_char (at));
		if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
			return TRUE;
	}
	return FALSE;
}

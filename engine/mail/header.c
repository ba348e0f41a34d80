#include "header.h"

#include <string.h>

#include "append.h"
#include "utf8.h"

#define COLUMNS 76           /* RFC 2047, 2: of a line with an encoded word */
#define LONGEST_PLAIN_WORD 60 /* longer ones could not be folded */
#define LONGEST_QUOTED 50     /* with each character escaped still far from 998 */

/* Where the line ends that is being written. */
static gsize
column (const GString *out)
{
	const char *end = memrchr (out->str, '\n', out->len);

	return out->len - (end != NULL ? (gsize) (end + 1 - out->str) : 0);
}

static void
fold_before (GString *out, gsize width)
{
	if (column (out) + 1 + width > COLUMNS)
		g_string_append (out, "\r\n");
	g_string_append_c (out, ' ');
}

static void
begin (GString *out, const char *name)
{
	g_string_append (out, name);
	g_string_append_c (out, ':');
}

/* Of what is not printable ASCII. */
static gboolean
ends_line (const char *character)
{
	gunichar c = g_utf8_get_char (character);

	return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

/* One line of valid UTF-8 without control characters, not too long. */
static char *
tidy (const char *text)
{
	char *valid = rn_utf8_make_valid (text, strlen (text)), *to = valid;
	const char *end = valid + strlen (valid);
	gsize count = 0;

	for (const char *at = valid, *next; at < end && count < RN_MAX_HEADER_TEXT; at = next) {
		gsize plain = rn_printable (at, MIN ((gsize) (end - at), RN_MAX_HEADER_TEXT - count), '\0');
		next = plain > 0 ? at + plain : g_utf8_next_char (at);
		count += MAX (plain, 1);
		if (plain == 0 && ends_line (at)) {
			*to++ = ' ';
		} else {
			memmove (to, at, (gsize) (next - at));
			to += next - at;
		}
	}
	*to = '\0';
	return g_strstrip (valid);
}

/* Printable ASCII with single spaces and words that fit a line. */
static gboolean
is_plain (const char *text)
{
	gsize word = 0;

	if (strstr (text, "=?") != NULL)
		return FALSE;
	for (; *text != '\0'; text++) {
		if (!g_ascii_isprint (*text) || (*text == ' ' && word == 0))
			return FALSE;
		word = *text == ' ' ? 0 : word + 1;
		if (word > LONGEST_PLAIN_WORD)
			return FALSE;
	}
	return TRUE;
}

static void
put_words (GString *out, const char *text)
{
	for (const char *end; *text != '\0'; text = end + (*end == ' ')) {
		end = strchrnul (text, ' ');
		fold_before (out, (gsize) (end - text));
		g_string_append_len (out, text, end - text);
	}
}

/* The characters that stand for themselves in any encoded word (RFC 2047, 5 (3)). */
static gboolean
is_itself (char c)
{
	return g_ascii_isalnum (c) || (c != '\0' && strchr ("!*+-/", c) != NULL);
}

/* One character as an encoded word has it: "a", "_", "=C3=A4". Gives the width. */
static gsize
encode (char *to, const char *character, gsize size)
{
	static const char hex[] = "0123456789ABCDEF";
	const char *start = to;

	for (const char *at = character; at < character + size; at++)
		if (*at == ' ' || is_itself (*at)) {
			*to++ = *at == ' ' ? '_' : *at;
		} else {
			*to++ = '=';
			*to++ = hex[(guchar) *at >> 4];
			*to++ = hex[*at & 15];
		}
	return (gsize) (to - start);
}

/* Encoded words as long as a line allows; readers drop the white space between them.
 * "Q", since GMime's decoder stops behind the padding of a "B" that others follow. */
static void
put_encoded (GString *out, const char *text)
{
	gboolean is_open = FALSE;

	for (; *text != '\0'; text = g_utf8_next_char (text)) {
		char encoded[4 * 3];
		gsize width = encode (encoded, text, g_utf8_next_char (text) - text);
		if (is_open && column (out) + width + strlen ("?=") > COLUMNS) {
			g_string_append (out, "?=");
			is_open = FALSE;
		}
		if (!is_open) {
			fold_before (out, strlen ("=?UTF-8?Q?" "?=") + width);
			g_string_append (out, "=?UTF-8?Q?");
			is_open = TRUE;
		}
		g_string_append_len (out, encoded, (gssize) width);
	}
	if (is_open)
		g_string_append (out, "?=");
}

void
rn_header_text (GString *out, const char *name, const char *text)
{
	g_autofree char *line = tidy (text);

	begin (out, name);
	if (is_plain (line))
		put_words (out, line);
	else
		put_encoded (out, line);
	g_string_append (out, "\r\n");
}

/* A quoted string (RFC 5322, 3.2.4). */
static void
put_quoted (GString *out, const char *text)
{
	g_string_append_c (out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			g_string_append_c (out, '\\');
		g_string_append_c (out, *text);
	}
	g_string_append_c (out, '"');
}

/* Dots where an atom has none need quotes (RFC 5322, 3.2.3); a phone company of Japan
 * gave such addresses out. */
static gboolean
has_odd_dots (const char *address)
{
	return *address == '.' || strstr (address, ".@") != NULL || strstr (address, "..") != NULL;
}

/* With the domain in its ASCII form (IDNA). */
static void
put_address (GString *out, const char *address)
{
	const char *at = strrchr (address, '@'), *mark = has_odd_dots (address) ? "\"" : "";
	g_autofree char *domain = !g_str_is_ascii (at) ? g_hostname_to_ascii (at + 1) : NULL;

	g_string_append (out, mark);
	g_string_append_len (out, address, at - address);
	g_string_append (out, mark);
	g_string_append_c (out, '@');
	g_string_append (out, domain != NULL ? domain : at + 1);
}

void
rn_header_mailbox (GString *out, const char *name, const char *display, const char *address)
{
	g_autofree char *words = tidy (display);

	begin (out, name);
	if (*words != '\0' && is_plain (words) && strlen (words) <= LONGEST_QUOTED) {
		g_string_append_c (out, ' ');
		put_quoted (out, words); /* not folded: not everyone unfolds it */
	} else if (*words != '\0') {
		put_encoded (out, words);
	}
	gsize start = out->len;
	g_string_append (out, *words != '\0' ? " <" : " ");
	put_address (out, address);
	g_string_append (out, *words != '\0' ? ">" : "");
	if (column (out) > COLUMNS)
		g_string_insert (out, (gssize) start, "\r\n");
	g_string_append (out, "\r\n");
}

/* The longest start of an encoded text that is not longer than `most` and splits no
 * escape. */
static gsize
whole_escapes (const char *encoded, gsize most)
{
	gsize size = MIN (strlen (encoded), most);

	for (int i = 1; i <= 2 && encoded[size] != '\0'; i++)
		if (encoded[size - i] == '%')
			return size - i;
	return size;
}

/* What was written from `start` on is a parameter, or a piece of one; without room it stands in a line of its own.
 * There is always room for a semicolon. */
static void
end_parameter (GString *out, gsize start)
{
	if (column (out) >= COLUMNS)
		g_string_insert (out, (gssize) start, "\r\n");
}

/* In continuations when long (RFC 2231, 3 and 4). */
static void
put_percent_encoded (GString *out, const char *name, const char *value)
{
	g_autofree char *encoded = g_uri_escape_string (value, NULL, FALSE);
	gsize most = COLUMNS - strlen (name) - strlen (" *10*=UTF-8'';");
	gboolean is_long = strlen (encoded) > most;
	const char *rest = encoded;

	for (int i = 0; i == 0 || *rest != '\0'; i++) {
		gsize start = out->len + (i > 0), size = whole_escapes (rest, most);
		g_string_append (out, i > 0 ? "; " : " ");
		g_string_append (out, name);
		if (is_long)
			g_string_append_printf (out, "*%d", i);
		g_string_append (out, "*=");
		g_string_append (out, i == 0 ? "UTF-8''" : "");
		g_string_append_len (out, rest, size);
		end_parameter (out, start);
		rest += size;
	}
}

void
rn_header_parameter (GString *out, const char *header, const char *value, const char *name, const char *text)
{
	g_autofree char *words = tidy (text);

	begin (out, header);
	g_string_append_c (out, ' ');
	g_string_append (out, value);
	g_string_append_c (out, ';');
	if (is_plain (words) && strlen (words) <= LONGEST_PLAIN_WORD) {
		gsize start = out->len;
		g_string_append_c (out, ' ');
		g_string_append (out, name);
		g_string_append_c (out, '=');
		put_quoted (out, words);
		end_parameter (out, start);
	} else {
		put_percent_encoded (out, name, words);
	}
	g_string_append (out, "\r\n");
}

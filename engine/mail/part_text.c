/* Decoded text of a part: transfer encoding, charset, line ends. */
#include <gmime/gmime.h>
#include <string.h>

#include "message.h"
#include "utf8.h"

const char *
rn_part_raw (const struct rn_message *message, const struct rn_part *part, gsize *size)
{
	gsize whole;
	const char *bytes = rn_message_bytes (message, &whole);
	GMimeDataWrapper *content = GMIME_IS_PART (part->mime) ? g_mime_part_get_content (GMIME_PART (part->mime)) : NULL;
	GMimeStream *stream = content != NULL ? g_mime_data_wrapper_get_stream (content) : NULL;

	*size = 0;
	if (stream == NULL || stream->bound_start < 0 || (gsize) stream->bound_start > whole)
		return bytes;
	gsize end = stream->bound_end < 0 ? whole : MIN ((gsize) stream->bound_end, whole);
	*size = end - MIN ((gsize) stream->bound_start, end);
	return bytes + stream->bound_start;
}

#define LONGEST_WORD 40 /* that a text begins with; base64 with blanks for its line ends has none so short */

/* Some gateways decode a part and leave the label: then its first line is none of base64. */
static gboolean
is_decoded_already (const char *raw, gsize size)
{
	const char *at = raw, *end = raw + size;

	while (at < end && g_ascii_isspace (*at))
		at++;
	const char *word = at;
	while (at < end && (g_ascii_isalnum (*at) || *at == '+' || *at == '/' || *at == '='))
		at++;
	if (at < end && g_ascii_isspace (*at) && at - word > LONGEST_WORD)
		return FALSE;
	while (at < end && (*at == ' ' || *at == '\t' || *at == '\r'))
		at++;
	return at < end && *at != '\n';
}

/* Undoes the transfer encoding (RFC 2045, 6), up to `max` bytes. */
static GString *
decoded (GMimePart *part, const char *raw, gsize size, gsize max)
{
	GMimeContentEncoding encoding = g_mime_part_get_content_encoding (part);
	GMimeEncoding state;

	if (encoding == GMIME_CONTENT_ENCODING_BASE64 && is_decoded_already (raw, size))
		encoding = GMIME_CONTENT_ENCODING_DEFAULT;
	switch (encoding) {
	case GMIME_CONTENT_ENCODING_BASE64:
	case GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE:
	case GMIME_CONTENT_ENCODING_UUENCODE:
		g_mime_encoding_init_decode (&state, encoding);
		GString *text = g_string_sized_new (g_mime_encoding_outlen (&state, size) + 1);
		text->len = g_mime_encoding_flush (&state, raw, size, text->str);
		text->str[text->len] = '\0';
		return g_string_truncate (text, max);
	default:
		return g_string_new_len (raw, (gssize) MIN (size, max));
	}
}

/* Names of UTF-8 and of what is a part of it. */
static gboolean
is_utf8 (const char *charset)
{
	return charset == NULL || g_ascii_strcasecmp (charset, "utf-8") == 0 || g_ascii_strcasecmp (charset, "us-ascii") == 0 ||
	       g_ascii_strcasecmp (charset, "utf8") == 0 || g_ascii_strcasecmp (charset, "ascii") == 0;
}

static void
blank_nul (char *text, gsize size)
{
	for (char *nul = text; (nul = memchr (nul, '\0', size - (gsize) (nul - text))) != NULL;)
		*nul = ' ';
}

static char *
converted (const char *charset, const GString *text)
{
	gsize read, written;
	iconv_t iconv = g_mime_iconv_open ("UTF-8", charset);
	if (iconv == (iconv_t) -1)
		return NULL;
	char *utf8 = g_convert_with_iconv (text->str, (gssize) text->len, iconv, &read, &written, NULL);
	g_mime_iconv_close (iconv);
	if (utf8 != NULL)
		blank_nul (utf8, written);
	return utf8;
}

/* Charsets in which any bytes are text, and names of none. What claims one of these and is UTF-8 was labelled by somebody who
 * did not look. */
static gboolean
may_be_utf8 (const char *charset)
{
	static const char *const vague[] = { "iso-8859-", "windows-125", "unknown", "x-unknown", "binary", "8bit", "default" };

	for (gsize i = 0; i < G_N_ELEMENTS (vague); i++)
		if (g_ascii_strncasecmp (charset, vague[i], strlen (vague[i])) == 0)
			return TRUE;
	return FALSE;
}

/* Takes the text over. What claims ISO 8859-1 is windows-1252, which it is a part of
 * in mail; bytes that no charset explains are kept as Latin-1 letters. */
static char *
to_utf8 (const char *charset, GString *text)
{
	const char *tries[] = { charset, "windows-1252", "iso-8859-1" };
	const char *valid_to;
	char *utf8 = NULL;
	gboolean is_claimed = is_utf8 (charset);

	if (is_claimed || may_be_utf8 (charset)) {
		blank_nul (text->str, text->len);
		if (rn_utf8_validate (text->str, text->len, &valid_to) ||
		    (is_claimed && valid_to + 3 >= text->str + text->len && (guchar) *valid_to >= 0xc0)) { /* cut within a letter */
			g_string_truncate (text, (gsize) (valid_to - text->str));
			return g_string_free (text, FALSE);
		}
	}
	if (is_claimed || g_ascii_strcasecmp (charset, "iso-8859-1") == 0)
		tries[0] = NULL;
	for (gsize i = 0; i < G_N_ELEMENTS (tries) && utf8 == NULL; i++)
		if (tries[i] != NULL)
			utf8 = converted (tries[i], text);
	g_string_free (text, TRUE);
	return utf8 != NULL ? utf8 : g_strdup ("");
}

/* Takes the text over. */
static char *
without_nul (GString *text)
{
	blank_nul (text->str, text->len);
	return g_string_free (text, FALSE);
}

/* A calendar is UTF-8 unless told otherwise (RFC 5545, 3.1.4), and what reads it mends
 * it line by line: folding may cut a letter in two. Takes the text over. */
static char *
calendar_text (const char *charset, GString *text)
{
	static const guint8 little[] = { 0xff, 0xfe }, big[] = { 0xfe, 0xff };
	gboolean is_wide = text->len >= 2 && (memcmp (text->str, little, 2) == 0 || memcmp (text->str, big, 2) == 0);

	if (is_utf8 (charset))
		return is_wide ? to_utf8 ("utf-16", text) : without_nul (text);
	return to_utf8 (charset, text);
}

/* CR LF, CR CR LF and lone CR become LF, in place. */
static void
normalise_lines (char *text)
{
	char *to = text + strcspn (text, "\r");

	for (const char *from = to; *from != '\0';) {
		while (*from == '\r' && (from[1] == '\r' || from[1] == '\n'))
			from++;
		if (*from == '\r') {
			*to++ = '\n';
			from++;
		}
		gsize size = strcspn (from, "\r");
		memmove (to, from, size);
		to += size;
		from += size;
	}
	*to = '\0';
}

#define META_BYTES 1024 /* in which HTML tells its charset (WHATWG HTML, 13.2.3.2) */

/* `<meta charset="iso-8859-2">`, `content="text/html; charset=iso-8859-2"`, or NULL */
static char *
charset_of_html (const GString *text)
{
	static const char name[] = "charset=";
	g_autofree char *head = g_ascii_strdown (text->str, (gssize) MIN (text->len, META_BYTES));
	const char *meta = strstr (head, "<meta"), *found = meta != NULL ? strstr (meta, name) : NULL;

	if (found == NULL)
		return NULL;
	found += strlen (name);
	found += strspn (found, " \"'");
	gsize size = strspn (found, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");
	return size > 0 ? g_strndup (found, size) : NULL;
}

char *
rn_part_text (const struct rn_message *message, const struct rn_part *part, gsize max, gboolean *is_cut)
{
	gsize size;
	const char *raw = rn_part_raw (message, part, &size);

	*is_cut = FALSE;
	if (size == 0)
		return g_strdup ("");
	/* base64 takes 4 bytes for 3; quoted-printable up to 3 for 1, but in text rarely */
	gsize taken = MIN (size, 2 * max);
	GString *text = decoded (GMIME_PART (part->mime), raw, taken, max);
	*is_cut = taken < size || text->len == max;
	const char *charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part->mime), "charset");
	g_autofree char *told = charset == NULL && part->type == RN_PART_HTML ? charset_of_html (text) : NULL;
	if (told != NULL)
		charset = told;
	char *utf8 = part->type == RN_PART_CALENDAR ? calendar_text (charset, text) : to_utf8 (charset, text);
	normalise_lines (utf8);
	return utf8;
}

gboolean
rn_part_is (const struct rn_part *part, const char *parameter, const char *value)
{
	const char *set = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part->mime), parameter);
	return set != NULL && g_ascii_strcasecmp (set, value) == 0;
}

char *
rn_part_returned_field (const struct rn_message *message, const struct rn_part *part, const char *name)
{
	if (GMIME_IS_MESSAGE_PART (part->mime)) {
		GMimeMessage *mail = g_mime_message_part_get_message (GMIME_MESSAGE_PART (part->mime));
		const char *value = mail != NULL ? g_mime_object_get_header (GMIME_OBJECT (mail), name) : NULL;
		return value != NULL ? g_utf8_make_valid (value, -1) : NULL;
	}
	gboolean is_cut;
	g_autofree char *text = rn_part_text (message, part, RN_MAX_FIELD, &is_cut);
	g_autoptr (rn_message) mail = rn_message_new ((const guint8 *) text, strlen (text));
	return g_strdup (rn_message_field (mail, name));
}

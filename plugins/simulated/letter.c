#include "letter.h"

#include <gmime/gmime.h>
#include <string.h>

#include "hypertext.h"

#define MAX_DEPTH 8 /* of nested multiparts that a mail client opens */

/* The parts of a mail that a person can see. */
struct parts {
	GMimePart *plain, *html, *calendar;
};

static void
look_into (GMimeObject *object, struct parts *parts, int depth)
{
	if (GMIME_IS_MULTIPART (object) && depth < MAX_DEPTH) {
		GMimeMultipart *multipart = GMIME_MULTIPART (object);
		for (int i = 0; i < g_mime_multipart_get_count (multipart); i++)
			look_into (g_mime_multipart_get_part (multipart, i), parts, depth + 1);
		return;
	}
	if (!GMIME_IS_PART (object))
		return;
	GMimeContentType *type = g_mime_object_get_content_type (object);
	GMimePart **slot = g_mime_content_type_is_type (type, "text", "plain")      ? &parts->plain
	                   : g_mime_content_type_is_type (type, "text", "html")     ? &parts->html
	                   : g_mime_content_type_is_type (type, "text", "calendar") ? &parts->calendar
	                                                                            : NULL;
	if (slot != NULL && *slot == NULL)
		*slot = GMIME_PART (object);
}

/* A part of the mail with its transfer encoding taken off, without CR. */
static char *
decode (GMimeDataWrapper *content, const guint8 *mail)
{
	GMimeStream *lines = g_mime_data_wrapper_get_stream (content);
	gsize size = (gsize) g_mime_stream_length (lines);
	GMimeEncoding decoder;
	g_mime_encoding_init_decode (&decoder, g_mime_data_wrapper_get_encoding (content));
	char *text = g_malloc (g_mime_encoding_outlen (&decoder, size) + 1), *to = text;
	gsize length = g_mime_encoding_flush (&decoder, (const char *) mail + lines->bound_start, size, text);
	for (const char *from = text; from < text + length; from++)
		if (*from != '\r')
			*to++ = *from;
	*to = '\0';
	return text;
}

/* A text part as UTF-8 with LF line ends; NULL for none. The program writes nothing but UTF-8. */
static char *
words_of (GMimePart *part, const guint8 *mail)
{
	if (part == NULL || g_mime_part_get_content (part) == NULL)
		return NULL;
	char *text = decode (g_mime_part_get_content (part), mail);
	if (g_utf8_validate (text, -1, NULL))
		return text;
	g_autofree char *raw = text;
	return g_utf8_make_valid (raw, -1);
}

/* A header as it stands in the mail, or NULL. */
static const char *
raw_header (GMimeObject *mail, const char *name)
{
	GMimeHeader *header = g_mime_header_list_get_header (g_mime_object_get_header_list (mail), name);
	return header != NULL ? g_mime_header_get_raw_value (header) : NULL;
}

/* The first address of a header, and its name; "" for none. */
static void
take_address (GMimeObject *mail, const char *header, char **address, char **name)
{
	const char *raw = raw_header (mail, header);
	InternetAddressList *list = raw != NULL ? internet_address_list_parse (NULL, raw) : NULL;
	InternetAddress *first = list != NULL ? internet_address_list_get_address (list, 0) : NULL;
	const char *words = first != NULL ? internet_address_get_name (first) : NULL;
	*address = g_strdup (INTERNET_ADDRESS_IS_MAILBOX (first) ? INTERNET_ADDRESS_MAILBOX (first)->addr : "");
	*name = g_strdup (words != NULL ? words : *address);
	g_clear_object (&list);
}

static void
take_sender (struct letter *letter, GMimeObject *mail)
{
	g_autofree char *unused = NULL;
	take_address (mail, "From", &letter->from, &letter->from_name);
	take_address (mail, "Reply-To", &letter->reply_to, &unused);
	if (*letter->reply_to == '\0') {
		g_free (letter->reply_to);
		letter->reply_to = g_strdup (letter->from);
	}
}

static gboolean
header_has (GMimeObject *object, const char *name, const char *word)
{
	const char *value = raw_header (object, name);
	if (value == NULL)
		return FALSE;
	g_autofree char *folded = g_ascii_strdown (value, -1);
	return strstr (folded, word) != NULL;
}

static rn_time
take_date (GMimeObject *mail, rn_time otherwise)
{
	const char *raw = raw_header (mail, "Date");
	g_autoptr (GDateTime) date = raw != NULL ? g_mime_utils_header_decode_date (raw) : NULL;
	return date != NULL ? g_date_time_to_unix (date) : otherwise;
}

static void
take_headers (struct letter *letter, GMimeObject *object)
{
	const char *subject = g_mime_object_get_header (object, "Subject"), *id = raw_header (object, "Message-ID");
	letter->subject = g_strstrip (g_strdup (subject != NULL ? subject : ""));
	letter->message_id = id != NULL ? g_mime_utils_decode_message_id (id) : NULL;
	letter->references = g_strdup (g_mime_object_get_header (object, "References"));
	if (letter->references != NULL)
		g_strdelimit (letter->references, "\r\n\t", ' ');
	letter->date = take_date (object, letter->arrived);
	letter->automatic = header_has (object, "Auto-Submitted", "auto-");
	letter->suppressed = header_has (object, "X-Auto-Response-Suppress", "all")
	                     || header_has (object, "X-Auto-Response-Suppress", "oof");
	letter->bulk = header_has (object, "Precedence", "bulk") || header_has (object, "Precedence", "list")
	               || raw_header (object, "List-Id") != NULL || raw_header (object, "List-Unsubscribe") != NULL;
}

static void
take_parts (struct letter *letter, GMimeObject *object, const guint8 *mail, gboolean html)
{
	struct parts parts = { 0 };
	look_into (object, &parts, 0);
	g_autofree char *page = html || parts.plain == NULL ? words_of (parts.html, mail) : NULL;
	letter->text = page != NULL ? hypertext_words (page) : words_of (parts.plain, mail);
	if (letter->text == NULL)
		letter->text = g_strdup ("");
	letter->calendar = words_of (parts.calendar, mail);
}

/* As a MIME entity, which a mail is, too: of its header, then, only what is asked for is parsed. */
static GMimeObject *
parse (const guint8 *bytes, gsize size)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer ((const char *) bytes, size);
	GMimeParser *parser = g_mime_parser_new_with_stream (stream);
	GMimeObject *mail = g_mime_parser_construct_part (parser, NULL);
	g_object_unref (parser);
	g_object_unref (stream);
	return mail != NULL ? mail : GMIME_OBJECT (g_mime_part_new ());
}

struct letter *
letter_new (const guint8 *bytes, gsize size, const char *sender, rn_time arrived, gboolean html)
{
	struct letter *letter = g_new0 (struct letter, 1);
	letter->arrived = arrived;
	letter->sender = g_strdup (sender);
	GMimeObject *mail = parse (bytes, size);
	take_sender (letter, mail);
	take_headers (letter, mail);
	take_parts (letter, mail, bytes, html);
	g_object_unref (mail);
	return letter;
}

void
letter_free (struct letter *letter)
{
	if (letter == NULL)
		return;
	g_free (letter->sender);
	g_free (letter->from);
	g_free (letter->from_name);
	g_free (letter->reply_to);
	g_free (letter->subject);
	g_free (letter->message_id);
	g_free (letter->references);
	g_free (letter->text);
	g_free (letter->calendar);
	g_free (letter);
}

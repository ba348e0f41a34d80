#include "letter.h"

#include <string.h>

#include <gmime/gmime.h>

#include "address.h"
#include "append.h"
#include "body.h"
#include "error.h"
#include "header.h"

#define BOUNDARY_HEX 24 /* of the Message-ID's SHA-256: enough to meet in no text */
#define RN_MAX_ID 250   /* a References line with it stays far below 998 */

/* ---- What may stand in a head ---------------------------------------------------- */

static gboolean
is_safe_id (const char *id)
{
	gsize size = strlen (id);

	for (const char *at = id; *at != '\0'; at++)
		if (!g_ascii_isgraph (*at) || *at == '<' || *at == '>')
			return FALSE;
	return size > 0 && size <= RN_MAX_ID;
}

static gboolean
is_safe_uri (const char *uri)
{
	for (const char *at = uri; *at != '\0'; at++)
		if (!g_ascii_isgraph (*at) || strchr ("<>\"", *at) != NULL)
			return FALSE;
	return strlen (uri) < 900 && (g_str_has_prefix (uri, "mailto:") || g_str_has_prefix (uri, "https://"));
}

/* A domain has no empty labels, and nothing can quote them. */
static gboolean
is_safe_address (const char *address)
{
	const char *at = strrchr (address, '@');

	return rn_address_is_safe (address) && at[1] != '.' && strstr (at, "..") == NULL && !g_str_has_suffix (at, ".");
}

static gboolean
is_safe (const rn_letter *letter, GError **error)
{
	const struct {
		const char *what, *value;
		gboolean may_lack;
		gboolean (*is_safe) (const char *value);
	} rows[] = {
		{ "recipient", letter->to, FALSE, is_safe_address },
		{ "From", letter->from, FALSE, is_safe_address },
		{ "Sender", letter->sender, TRUE, is_safe_address },
		{ "Reply-To", letter->reply_to, TRUE, is_safe_address },
		{ "envelope sender", letter->envelope_from, TRUE, is_safe_address },
		{ "Message-ID", letter->message_id, FALSE, is_safe_id },
		{ "List-Unsubscribe", letter->unsubscribe, TRUE, is_safe_uri },
	};

	for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
		if ((rows[i].may_lack && *rows[i].value == '\0') || rows[i].is_safe (rows[i].value))
			continue;
		g_autofree char *shown = g_strescape (rows[i].value, NULL);
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "letter %s: “%s” is not safe as its %s", letter->stationery, shown,
		             rows[i].what);
		return FALSE;
	}
	return TRUE;
}

/* ---- The head ---------------------------------------------------------------------- */

static void
put (GString *out, const char *before, const char *text, const char *behind)
{
	g_string_append (out, before);
	g_string_append (out, text);
	g_string_append (out, behind);
}

static void
put_date (GString *out, rn_time at)
{
	g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
	g_autofree char *date = g_mime_utils_header_format_date (utc);

	put (out, "Date: ", date, "\r\n");
}

/* To comes first: Postfix remembers the address that it rewrote last, which is that of RCPT. */
static void
put_people (GString *out, const rn_letter *letter)
{
	rn_header_mailbox (out, "To", letter->to_name, letter->to);
	rn_header_mailbox (out, "From", letter->from_name, letter->from);
	if (*letter->sender != '\0')
		rn_header_mailbox (out, "Sender", "", letter->sender);
	if (*letter->reply_to != '\0')
		rn_header_mailbox (out, "Reply-To", letter->from_name, letter->reply_to);
	if (*letter->instead_of != '\0')
		rn_header_text (out, "X-Rotnem-Instead-Of", letter->instead_of);
}

static void
put_thread (GString *out, const rn_letter *letter)
{
	put (out, "Message-ID: <", letter->message_id, ">\r\n");
	if (is_safe_id (letter->in_reply_to)) { /* somebody else's: left out when it is odd */
		put (out, "In-Reply-To: <", letter->in_reply_to, ">\r\n");
		put (out, "References: <", letter->in_reply_to, ">\r\n");
	}
}

/* Only company-wide mail asks responders to keep quiet: elsewhere an absence is worth
 * knowing. */
static void
put_automatic (GString *out, const rn_letter *letter)
{
	put (out, "Auto-Submitted: ", letter->is_reply ? "auto-replied" : "auto-generated", "\r\n");
	if (!letter->is_bulk)
		return;
	g_string_append (out, "X-Auto-Response-Suppress: All\r\n");
	g_autofree char *list = g_strdelimit (g_strdup (letter->from), "@", '.');
	put (out, "List-Id: <", list, ">\r\n");
	if (*letter->unsubscribe != '\0')
		put (out, "List-Unsubscribe: <", letter->unsubscribe, ">\r\n");
}

/* ---- The parts ----------------------------------------------------------------------- */

/* Boundaries follow from the Message-ID; "=_" stands in no encoded line. */
static char *
hash_of (const rn_letter *letter)
{
	char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, letter->message_id, -1);

	hash[BOUNDARY_HEX] = '\0';
	return hash;
}

/* The line end before it is part of it, and of the empty line behind a head (RFC 2046,
 * 5.1.1). */
static void
put_boundary (GString *out, const char *boundary, gboolean is_last)
{
	put (out, "\r\n--", boundary, is_last ? "--\r\n" : "\r\n");
}

/* A calendar's text with LF line ends, as the other parts have them. */
static char *
without_returns (const char *calendar)
{
	GString *text = g_string_sized_new (strlen (calendar));

	for (const char *end; (end = strchr (calendar, '\r')) != NULL; calendar = end + 1)
		g_string_append_len (text, calendar, end - calendar);
	g_string_append (text, calendar);
	return g_string_free (text, FALSE);
}

/* The best comes last (RFC 2046, 5.1.4); Outlook wants the calendar there, without a
 * disposition. */
static void
put_alternatives (GString *out, const rn_letter *letter, const struct rn_rendered *words, const char *calendar,
                  const char *hash)
{
	g_autofree char *boundary = g_strconcat ("=_", hash, "a", NULL);

	put (out, "Content-Type: multipart/alternative; boundary=\"", boundary, "\"\r\n");
	put_boundary (out, boundary, FALSE);
	g_string_append (out, "Content-Type: text/plain; charset=utf-8\r\n");
	rn_body_put (out, words->text);
	put_boundary (out, boundary, FALSE);
	g_string_append (out, "Content-Type: text/html; charset=utf-8\r\n");
	rn_body_put (out, words->html);
	if (calendar != NULL) {
		g_autofree char *text = without_returns (calendar);
		put_boundary (out, boundary, FALSE);
		put (out, "Content-Type: text/calendar; method=", letter->invitation->method, "; charset=utf-8\r\n");
		rn_body_put (out, text);
	}
	put_boundary (out, boundary, TRUE);
}

/* For calendars that take files only. Named after the meeting. */
static void
put_attachment (GString *out, const rn_letter *letter, const char *calendar)
{
	g_autofree char *title = g_strdelimit (g_strdup (letter->invitation->summary), "/\\:*?\"<>|\r\n\t", '-');
	g_autofree char *file = g_strconcat (title, ".ics", NULL);

	rn_header_parameter (out, "Content-Type", "application/ics", "name", file);
	rn_header_parameter (out, "Content-Disposition", "attachment", "filename", file);
	rn_body_put_base64 (out, calendar);
}

static void
put_with_calendar (GString *out, const rn_letter *letter, const struct rn_rendered *words, const char *calendar,
                   const char *hash)
{
	g_autofree char *boundary = g_strconcat ("=_", hash, "m", NULL);

	put (out, "Content-Type: multipart/mixed; boundary=\"", boundary, "\"\r\n");
	put_boundary (out, boundary, FALSE);
	put_alternatives (out, letter, words, calendar, hash);
	put_boundary (out, boundary, FALSE);
	put_attachment (out, letter, calendar);
	put_boundary (out, boundary, TRUE);
}

static GBytes *
write_mail (const rn_letter *letter, const struct rn_rendered *words, const char *calendar)
{
	GString *out = g_string_sized_new (16 * 1024);
	g_autofree char *hash = hash_of (letter);

	put_date (out, letter->date);
	put_people (out, letter);
	rn_header_text (out, "Subject", words->subject);
	put_thread (out, letter);
	put_automatic (out, letter);
	g_string_append (out, "MIME-Version: 1.0\r\n");
	if (calendar != NULL)
		put_with_calendar (out, letter, words, calendar, hash);
	else
		put_alternatives (out, letter, words, NULL, hash);

	gsize size = out->len;
	return g_bytes_new_take (g_realloc (g_string_free (out, FALSE), size), size);
}

GBytes *
rn_compose (const rn_letter *letter, const rn_stationery *stationery, GError **error)
{
	struct rn_rendered words = { NULL, NULL, NULL, NULL };
	g_autofree char *calendar = NULL;
	GBytes *bytes = NULL;

	if (!is_safe (letter, error) || !rn_stationery_render (stationery, letter->fields, letter->invitation != NULL, &words, error))
		return NULL;
	if (letter->invitation != NULL)
		calendar = rn_invite (letter->invitation, words.description, error);
	if (letter->invitation == NULL || calendar != NULL)
		bytes = write_mail (letter, &words, calendar);
	rn_rendered_clear (&words);
	return bytes;
}

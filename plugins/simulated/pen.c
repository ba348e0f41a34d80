#include "pen.h"

#include <gmime/gmime.h>
#include <string.h>

#include "quote.h"

/* ---- Header values --------------------------------------------------------------- */

char *
pen_text (const char *value)
{
	return g_mime_utils_header_encode_text (NULL, value, "UTF-8");
}

char *
pen_date (const struct person *person, rn_time at)
{
	g_autoptr (GDateTime) local = person_local (person, at);
	return g_mime_utils_header_format_date (local);
}

char *
pen_mailbox (const char *name, const char *address)
{
	if (*name == '\0')
		return g_strdup_printf ("<%s>", address);
	g_autofree char *phrase = g_mime_utils_header_encode_phrase (NULL, name, "UTF-8");
	return g_strdup_printf ("%s <%s>", phrase, address);
}

const char *
pen_address (const struct draft *draft)
{
	return draft->alias && draft->person->alias != NULL ? draft->person->alias : draft->person->address;
}

char *
pen_reply_subject (const struct person *person, const struct letter *letter)
{
	if (g_ascii_strncasecmp (letter->subject, "re: ", 4) == 0 || g_ascii_strncasecmp (letter->subject, "aw: ", 4) == 0)
		return g_strdup (letter->subject);
	gboolean german = person->german && person->habits.client != CLIENT_GMAIL;
	return g_strconcat (german ? "AW: " : "Re: ", letter->subject, NULL);
}

static void
add_message_id (GString *mail, struct person *person)
{
	guint64 high = chance_next (&person->chance), low = chance_next (&person->chance);
	const char *domain = strchr (person->address, '@') + 1;
	switch (person->habits.client) {
	case CLIENT_OUTLOOK:
		g_string_append_printf (mail, "Message-ID: <AM0PR04MB%04X%016" G_GINT64_MODIFIER "X"
		                        "@AM0PR04MB%04X.eurprd04.prod.outlook.com>\n",
		                        (guint) (high & 0xffff), low, (guint) (high & 0xffff));
		return;
	case CLIENT_GMAIL:
		g_string_append_printf (mail, "Message-ID: <CA+%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x"
		                        "@mail.gmail.com>\n", high, low);
		return;
	default:
		g_string_append_printf (mail, "Message-ID: <%016" G_GINT64_MODIFIER "X-%016" G_GINT64_MODIFIER "X@%s>\n", high,
		                        low, domain);
	}
}

static void
add_thread (GString *mail, const struct letter *letter)
{
	if (letter == NULL || letter->message_id == NULL)
		return;
	g_string_append_printf (mail, "In-Reply-To: <%s>\nReferences:", letter->message_id);
	if (letter->references != NULL)
		g_string_append_printf (mail, " %s\n", letter->references);
	g_string_append_printf (mail, " <%s>\n", letter->message_id);
}

static void
add_header (GString *mail, const struct draft *draft)
{
	static const char *const programs[CLIENTS] = {
		[CLIENT_OUTLOOK] = "X-Mailer: Microsoft Outlook 16.0\n", [CLIENT_GMAIL] = "",
		[CLIENT_APPLE] = "X-Mailer: Apple Mail (2.3774.600.62)\n",
		[CLIENT_THUNDERBIRD] = "User-Agent: Mozilla Thunderbird\n",
	};
	g_autofree char *from = pen_mailbox (draft->person->name, pen_address (draft));
	g_autofree char *to = pen_mailbox (draft->to != NULL ? draft->to->from_name : "", draft->recipient);
	g_autofree char *subject = pen_text (draft->subject), *date = pen_date (draft->person, draft->at);
	g_string_append_printf (mail, "From: %s\nTo: %s\nSubject: %s\nDate: %s\n", from, to, subject, date);
	add_message_id (mail, draft->person);
	add_thread (mail, draft->to);
	if (draft->calendar != NULL && draft->person->habits.client == CLIENT_GMAIL)
		g_string_append (mail, "Sender: Google Calendar <calendar-notification@google.com>\n");
	if (draft->calendar != NULL && draft->person->habits.client == CLIENT_APPLE)
		g_string_append (mail, "Auto-Submitted: auto-generated\n");
	g_string_append (mail, programs[draft->person->habits.client]);
	g_string_append (mail, "MIME-Version: 1.0\n");
}

/* ---- Parts ----------------------------------------------------------------------- */

/* Lines longer than SMTP may carry (RFC 5321, 4.5.3.1.6) need an encoding, too. */
static gboolean
is_plain (const char *text)
{
	gsize column = 0;
	for (; *text != '\0'; text++) {
		column = *text == '\n' ? 0 : column + 1;
		if ((guchar) *text > 126 || column > 990)
			return FALSE;
	}
	return TRUE;
}

static void
add_encoded (GString *mail, const char *text, GMimeContentEncoding kind)
{
	GMimeEncoding encoding;
	g_mime_encoding_init_encode (&encoding, kind);
	gsize size = strlen (text);
	g_autofree char *out = g_malloc (g_mime_encoding_outlen (&encoding, size));
	gsize n = g_mime_encoding_flush (&encoding, text, size, out);
	g_string_append_len (mail, out, (gssize) n);
	if (n == 0 || out[n - 1] != '\n')
		g_string_append_c (mail, '\n');
}

/* One part: its type line, its encoding, its content. Calendars go as base64 where
 * `armoured` says so, other texts as the client likes best. */
static void
add_part (GString *mail, const struct draft *draft, const char *type, const char *text, gboolean armoured)
{
	g_string_append_printf (mail, "Content-Type: %s\n", type);
	if (armoured || (!is_plain (text) && draft->person->habits.client == CLIENT_OUTLOOK)) {
		g_string_append (mail, "Content-Transfer-Encoding: base64\n\n");
		add_encoded (mail, text, GMIME_CONTENT_ENCODING_BASE64);
	} else if (!is_plain (text) && draft->person->habits.client == CLIENT_THUNDERBIRD) {
		g_string_append_printf (mail, "Content-Transfer-Encoding: 8bit\n\n%s\n", text);
	} else if (!is_plain (text)) {
		g_string_append (mail, "Content-Transfer-Encoding: quoted-printable\n\n");
		add_encoded (mail, text, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
	} else
		g_string_append_printf (mail, "Content-Transfer-Encoding: 7bit\n\n%s\n", text);
}

static char *
open_multipart (GString *mail, const struct draft *draft, const char *subtype)
{
	char *boundary = g_strdup_printf ("=_%016" G_GINT64_MODIFIER "x", chance_next (&draft->person->chance));
	g_string_append_printf (mail, "Content-Type: multipart/%s; boundary=\"%s\"\n\n", subtype, boundary);
	return boundary;
}

static void
add_words (GString *mail, const struct draft *draft, const char *text, const char *html)
{
	const struct habits *habits = &draft->person->habits;
	if (html != NULL && habits->html_only) {
		add_part (mail, draft, "text/html; charset=utf-8", html, FALSE);
		return;
	}
	if (html == NULL || habits->client == CLIENT_APPLE || habits->client == CLIENT_THUNDERBIRD) {
		add_part (mail, draft, "text/plain; charset=utf-8", text, FALSE);
		return;
	}
	g_autofree char *boundary = open_multipart (mail, draft, "alternative");
	g_string_append_printf (mail, "--%s\n", boundary);
	add_part (mail, draft, "text/plain; charset=\"utf-8\"", text, FALSE);
	g_string_append_printf (mail, "--%s\n", boundary);
	add_part (mail, draft, "text/html; charset=\"utf-8\"", html, FALSE);
	g_string_append_printf (mail, "--%s--\n", boundary);
}

/* ---- Calendar answers --------------------------------------------------------------- */

/* Base64 holds canonical line ends (RFC 2045, 6.8). */
static char *
with_cr (const char *text)
{
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
	return g_strjoinv ("\r\n", lines);
}

static void
add_google_calendar (GString *mail, const struct draft *draft, const char *type)
{
	g_autofree char *outer = open_multipart (mail, draft, "mixed"), *file = with_cr (draft->calendar);
	g_string_append_printf (mail, "--%s\n", outer);
	g_autofree char *inner = open_multipart (mail, draft, "alternative");
	g_string_append_printf (mail, "--%s\n", inner);
	add_part (mail, draft, "text/plain; charset=\"UTF-8\"; format=flowed; delsp=yes", draft->words, FALSE);
	g_string_append_printf (mail, "--%s\n", inner);
	add_part (mail, draft, type, draft->calendar, FALSE);
	g_string_append_printf (mail, "--%s--\n\n--%s\n", inner, outer);
	g_string_append (mail, "Content-Disposition: attachment; filename=\"invite.ics\"\n");
	add_part (mail, draft, "application/ics; name=\"invite.ics\"", file, TRUE);
	g_string_append_printf (mail, "--%s--\n", outer);
}

static void
add_calendar (GString *mail, const struct draft *draft)
{
	enum client client = draft->person->habits.client;
	g_autofree char *type = draft->without_method ? g_strdup ("text/calendar; charset=\"UTF-8\"")
	                                              : g_strdup_printf ("text/calendar; charset=\"UTF-8\"; method=%s",
	                                                                 draft->method);
	if (client == CLIENT_GMAIL) {
		add_google_calendar (mail, draft, type);
		return;
	}
	g_autofree char *armoured = with_cr (draft->calendar);
	if (client == CLIENT_APPLE) {
		add_part (mail, draft, type, armoured, TRUE);
		return;
	}
	g_autofree char *boundary = open_multipart (mail, draft, client == CLIENT_OUTLOOK ? "alternative" : "mixed");
	g_string_append_printf (mail, "--%s\n", boundary);
	add_part (mail, draft, "text/plain; charset=\"utf-8\"", draft->words, FALSE);
	g_string_append_printf (mail, "--%s\n", boundary);
	add_part (mail, draft, type, client == CLIENT_OUTLOOK ? armoured : draft->calendar, client == CLIENT_OUTLOOK);
	g_string_append_printf (mail, "--%s--\n", boundary);
}

/* ---- Whole mails ------------------------------------------------------------------------ */

GString *
pen_write (const struct draft *draft)
{
	GString *mail = g_string_sized_new (2048);
	const struct habits *habits = &draft->person->habits;
	add_header (mail, draft);
	if (draft->calendar != NULL) {
		add_calendar (mail, draft);
		return mail;
	}
	gboolean html = habits->html_only || habits->client == CLIENT_OUTLOOK || habits->client == CLIENT_GMAIL;
	g_autofree char *text = draft->quote ? quote_below (draft->person, draft->to, draft->words) : g_strdup (draft->words);
	g_autofree char *page = html ? quote_html (draft->person, draft->quote ? draft->to : NULL, draft->words) : NULL;
	add_words (mail, draft, text, page);
	return mail;
}

/* The last line of the question that starts at `lines[at]`: its hint, or itself. */
static guint
end_of_question (char **lines, guint at)
{
	while (lines[at + 1] != NULL && *lines[at + 1] != '\0')
		at++;
	return at;
}

char *
pen_interleave (const struct letter *letter, const struct pen_answer *answers, guint n)
{
	GString *text = g_string_new (NULL);
	g_auto (GStrv) lines = g_strsplit (letter->text, "\n", -1);
	for (guint i = 0, next = 0; lines[i] != NULL; i++) {
		g_autofree char *start = next < n ? g_strdup_printf ("%d. ", answers[next].number) : NULL;
		if (start == NULL || !g_str_has_prefix (lines[i], start)) {
			if (lines[i + 1] != NULL || *lines[i] != '\0')
				g_string_append_printf (text, *lines[i] == '\0' ? ">%s\n" : "> %s\n", lines[i]);
			continue;
		}
		for (guint end = end_of_question (lines, i); i < end; i++)
			g_string_append_printf (text, "> %s\n", lines[i]);
		g_string_append_printf (text, "> %s\n%s\n", lines[i], answers[next++].text);
	}
	return g_string_free (text, FALSE);
}

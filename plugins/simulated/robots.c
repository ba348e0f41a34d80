#include "robots.h"

#include <gmime/gmime.h>
#include <string.h>

#include "pen.h"
#include "words.h"

/* ---- Out of office ----------------------------------------------------------------- */

gboolean
robots_would_answer (const struct person *person, const struct letter *letter)
{
	if (*letter->sender == '\0' || letter->bulk)
		return FALSE;
	return person->habits.client == CLIENT_OUTLOOK ? !letter->suppressed : !letter->automatic;
}

static char *
absence_words (const struct person *person, const struct absence *absence)
{
	g_autofree char *last = person_date (person, absence->end - RN_DAY);
	g_autofree char *back = person_date (person, person_working (person, absence->end));
	if (person->german && person->habits.polite)
		return g_strdup_printf ("Guten Tag,\n\nvielen Dank für Ihre Nachricht. Ich bin bis einschließlich %s nicht im "
		                        "Büro und am %s wieder erreichbar.\nIhre Nachricht wird nicht weitergeleitet.\n\n"
		                        "Mit freundlichen Grüßen\n%s\n", last, back, person->name);
	if (person->german)
		return g_strdup_printf ("Ich bin im Urlaub und ab %s wieder da.\n\n%s\n", back, person->given);
	if (person->habits.polite)
		return g_strdup_printf ("Hello,\n\nthank you for your message. I am out of the office until %s and will be "
		                        "back on %s.\nI will read your mail then.\n\nKind regards\n%s\n",
		                        last, back, person->name);
	return g_strdup_printf ("I am on holiday. I will be back on %s.\n\n%s\n", back, person->given);
}

static char *
absence_subject (const struct person *person, const struct letter *letter)
{
	static const char *const forms[CLIENTS][2] = {
		[CLIENT_OUTLOOK] = { "Automatic reply: ", "Automatische Antwort: " },
		[CLIENT_GMAIL] = { "Out of office Re: ", "Abwesend Re: " },
		[CLIENT_APPLE] = { "Auto: ", "Auto: " },
		[CLIENT_THUNDERBIRD] = { "Out of office: ", "Abwesenheitsnotiz: " },
	};
	g_autofree char *plain = g_strconcat (forms[person->habits.client][person->german ? 1 : 0], letter->subject, NULL);
	return pen_text (plain);
}

GString *
robots_absence (struct person *person, const struct letter *letter, const struct absence *absence, rn_time at)
{
	static const char *const marks[CLIENTS] = {
		[CLIENT_OUTLOOK] = "Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\n"
		                   "X-MS-Exchange-Inbox-Rules-Loop: yes\n",
		[CLIENT_GMAIL] = "Auto-Submitted: auto-replied\nPrecedence: bulk\nX-Autoreply: yes\n",
		[CLIENT_APPLE] = "Auto-Submitted: auto-replied (vacation)\n",
		[CLIENT_THUNDERBIRD] = "Auto-Submitted: auto-replied\nX-Autorespond: vacation\n",
	};
	g_autofree char *from = pen_mailbox (person->name, person->address), *date = pen_date (person, at);
	g_autofree char *subject = absence_subject (person, letter), *words = absence_words (person, absence);
	g_autofree char *base64 = g_base64_encode ((const guchar *) words, strlen (words));
	GString *mail = g_string_new (NULL);
	g_string_append_printf (mail, "From: %s\nTo: <%s>\nSubject: %s\nDate: %s\n", from, letter->sender, subject, date);
	g_string_append_printf (mail, "Message-ID: <auto-%016" G_GINT64_MODIFIER "x%s>\n", chance_next (&person->chance),
	                        strchr (person->address, '@'));
	if (letter->message_id != NULL)
		g_string_append_printf (mail, "In-Reply-To: <%s>\nReferences: <%s>\n", letter->message_id, letter->message_id);
	g_string_append_printf (mail, "%sMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
	                        "Content-Transfer-Encoding: base64\n\n", marks[person->habits.client]);
	for (const char *at_line = base64; *at_line != '\0'; at_line += MIN (76, strlen (at_line)))
		g_string_append_printf (mail, "%.76s\n", at_line);
	return mail;
}

/* ---- Bounces ------------------------------------------------------------------------- */

/* The header of a mail with LF line ends. */
static char *
header_of (const guint8 *bytes, gsize size)
{
	GString *header = g_string_new (NULL);
	for (gsize i = 0; i < size && !g_str_has_suffix (header->str, "\n\n"); i++)
		if (bytes[i] != '\r')
			g_string_append_c (header, (char) bytes[i]);
	return g_string_free (header, FALSE);
}

static void
add_explanation (GString *mail, const char *domain, const struct person *person)
{
	g_string_append_printf (mail, "Content-Description: Notification\nContent-Type: text/plain; charset=us-ascii\n\n"
	                        "This is the mail system at host mx.%s.\n\n"
	                        "I'm sorry to have to inform you that your message could not\n"
	                        "be delivered to one or more recipients. It's attached below.\n\n"
	                        "For further assistance, please send mail to postmaster.\n\n"
	                        "                   The mail system\n\n<%s>: host mail.%s[192.0.2.25] said: 550 5.1.1 <%s>:\n"
	                        "    Recipient address rejected: User unknown (in reply to RCPT TO command)\n\n",
	                        domain, person->address, domain, person->address);
}

static void
add_status (GString *mail, const char *domain, const struct person *person, guint queue, const char *date)
{
	g_string_append_printf (mail, "Content-Description: Delivery report\nContent-Type: message/delivery-status\n\n"
	                        "Reporting-MTA: dns; mx.%s\nX-Postfix-Queue-ID: %08X\nArrival-Date: %s\n\n"
	                        "Final-Recipient: rfc822; %s\nOriginal-Recipient: rfc822;%s\nAction: failed\nStatus: 5.1.1\n"
	                        "Remote-MTA: dns; mail.%s\n"
	                        "Diagnostic-Code: smtp; 550 5.1.1 <%s>: Recipient address rejected: User unknown\n\n",
	                        domain, queue, date, person->address, person->address, domain, person->address);
}

GString *
robots_bounce (struct chance *chance, const struct person *person, const char *sender, const guint8 *bytes, gsize size,
               rn_time at)
{
	const char *domain = strchr (person->address, '@') + 1;
	guint queue = (guint) chance_next (chance);
	g_autofree char *header = header_of (bytes, size), *date = pen_date (person, at);
	g_autofree char *boundary = g_strdup_printf ("%08X.%" G_GINT64_FORMAT "/mx.%s", queue, at, domain);
	GString *mail = g_string_new (NULL);
	g_string_append_printf (mail, "Date: %s\nFrom: MAILER-DAEMON@mx.%s (Mail Delivery System)\n"
	                        "Subject: Undelivered Mail Returned to Sender\nTo: %s\n"
	                        "Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
	                        "Content-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"%s\"\n"
	                        "Content-Transfer-Encoding: 8bit\nMessage-Id: <%08X.%" G_GINT64_FORMAT "@mx.%s>\n\n"
	                        "This is a MIME-encapsulated message.\n\n--%s\n",
	                        date, domain, sender, boundary, queue, at, domain, boundary);
	add_explanation (mail, domain, person);
	g_string_append_printf (mail, "--%s\n", boundary);
	add_status (mail, domain, person, queue, date);
	g_string_append_printf (mail, "--%s\nContent-Description: Undelivered Message Headers\n"
	                        "Content-Type: text/rfc822-headers\n\n%s\n--%s--\n", boundary, header, boundary);
	return mail;
}

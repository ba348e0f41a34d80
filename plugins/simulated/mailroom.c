#include "mailroom.h"

#include <string.h>

static void
free_mail (gpointer data)
{
	struct mailroom_mail *mail = data;
	g_bytes_unref (mail->bytes);
	g_free (mail);
}

void
mailroom_init (struct mailroom *mailroom, const char *domain)
{
	mailroom->domain = g_strdup (domain);
	mailroom->mails = g_ptr_array_new_with_free_func (free_mail);
}

void
mailroom_clear (struct mailroom *mailroom)
{
	g_free (mailroom->domain);
	g_ptr_array_unref (mailroom->mails);
}

static GBytes *
as_received (const struct mailroom *mailroom, const char *sender, const char *recipient, const GString *text)
{
	GString *bytes = g_string_sized_new (text->len + text->len / 16 + 256);
	g_string_append_printf (bytes, "Return-Path: <%s>\r\nDelivered-To: %s\r\n", sender, recipient);
	if (*sender != '\0')
		g_string_append_printf (bytes, "Authentication-Results: mx.%s; dkim=pass header.d=%s; "
		                        "dmarc=pass header.from=%s\r\n",
		                        mailroom->domain, mailroom->domain, mailroom->domain);
	for (const char *at = text->str, *feed, *end = at + text->len; at < end; at = feed + 1) {
		feed = memchr (at, '\n', (gsize) (end - at));
		g_string_append_len (bytes, at, (feed != NULL ? feed : end) - at);
		if (feed == NULL)
			break;
		g_string_append (bytes, feed > text->str && feed[-1] == '\r' ? "\n" : "\r\n");
	}
	return g_string_free_to_bytes (bytes);
}

const struct mailroom_mail *
mailroom_take (struct mailroom *mailroom, const char *sender, const char *recipient, const GString *text, rn_time at)
{
	struct mailroom_mail *mail = g_new0 (struct mailroom_mail, 1);
	mail->uid = ++mailroom->newest;
	mail->sent = at;
	mail->bytes = as_received (mailroom, sender, recipient, text);
	g_ptr_array_add (mailroom->mails, mail);
	return mail;
}

const GPtrArray *
mailroom_behind (struct mailroom *mailroom, guint64 uid)
{
	guint taken = 0;
	while (taken < mailroom->mails->len && ((struct mailroom_mail *) mailroom->mails->pdata[taken])->uid <= uid)
		taken++;
	if (taken > 0)
		g_ptr_array_remove_range (mailroom->mails, 0, taken);
	mailroom->fetched = mailroom->newest;
	return mailroom->mails;
}

#include "mailroom.h"

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
		g_string_append_printf (bytes, "Authentication-Results: mx.%s; dkim=pass header.d=%s; dmarc=pass header.from=%s\r\n",
		                        mailroom->domain, mailroom->domain, mailroom->domain);
	for (gsize i = 0; i < text->len; i++) {
		if (text->str[i] == '\n' && (i == 0 || text->str[i - 1] != '\r'))
			g_string_append_c (bytes, '\r');
		g_string_append_c (bytes, text->str[i]);
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

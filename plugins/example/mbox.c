/* The example of doc/writing-a-plugin.md: a transport that appends all mail to one mbox
 * file (RFC 4155), to look at what would be sent. */
#include "plugin.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const struct rn_option options[] = {
	{ "file", RN_OPTION_PATH, NULL, "The mbox file that all mail is appended to." },
	{ NULL, 0, NULL, NULL }
};

/* Connecting may wait until the first mail, so the host is all the state there is. */
static gpointer
mbox_open (const struct rn_host *host, G_GNUC_UNUSED GError **error)
{
	return (gpointer) host;
}

static void
mbox_close (G_GNUC_UNUSED gpointer self)
{
}

/* A From line on top, ">" before every further one, LF line ends, an empty line behind. */
static GString *
as_entry (const struct rn_host *host, const struct rn_outgoing *mail)
{
	GString *entry = g_string_new_len ((const char *) mail->bytes, (gssize) mail->size);
	time_t now = (time_t) host->now (host);
	char when[26];
	struct tm tm;
	g_autofree char *from = g_strdup_printf ("From %s %s", *mail->sender != '\0' ? mail->sender : "MAILER-DAEMON",
	                                         asctime_r (gmtime_r (&now, &tm), when));

	g_string_replace (entry, "\r\n", "\n", 0);
	g_string_replace (entry, "\nFrom ", "\n>From ", 0);
	g_string_prepend (entry, from);
	g_string_append (entry, "\n");
	return entry;
}

/* What was written in part is taken back, so that a repeated mail stands there once. */
static gboolean
append (const struct rn_host *host, const GString *entry)
{
	const char *file = host->text (host, "file");
	int fd = open (file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	off_t end = fd >= 0 ? lseek (fd, 0, SEEK_END) : -1;

	errno = ENOSPC; /* what it means when less is written, which sets nothing */
	gboolean fine = end >= 0 && write (fd, entry->str, entry->len) == (ssize_t) entry->len && fsync (fd) == 0;
	int why = errno;

	if (end >= 0 && !fine && ftruncate (fd, end) != 0)
		host->log (host, RN_SEVERITY_WARNING, "a mail cut short stays at the end of the file");
	if (fd >= 0)
		close (fd);
	errno = why;
	return fine;
}

static gboolean
mbox_send (gpointer self, const struct rn_outgoing *mails, gsize n_mails, G_GNUC_UNUSED GError **error)
{
	const struct rn_host *host = self;

	for (gsize i = 0; i < n_mails; i++) {
		g_autoptr (GString) entry = as_entry (host, &mails[i]);
		struct rn_delivery delivery = { .verdict = RN_VERDICT_SENT };

		host->sending (host, mails[i].row);
		if (!append (host, entry)) {
			delivery.verdict = RN_VERDICT_LATER;
			g_strlcpy (delivery.text, g_strerror (errno), sizeof delivery.text);
		}
		host->sent (host, mails[i].row, &delivery);
	}
	return TRUE;
}

static const struct rn_transport_ops ops = { .send = mbox_send };

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI, .name = "mbox", .version = "1", .summary = "Append all mail to one file.",
	.provides = (const struct rn_provider[]) {
		{ .provides = RN_TRANSPORT, .name = "mbox", .options = options, .open = mbox_open, .close = mbox_close,
		  .ops_size = sizeof ops, .ops.transport = &ops },
		{ .provides = RN_NOTHING },
	},
};

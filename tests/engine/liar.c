/* A transport whose process says once, past its host, what cannot be: what is written in a file, which it
 * takes away. */
#include "plugin.h"

#include <sys/socket.h>
#include <unistd.h>

#include "frames.h"
#include "pack.h"

#define ENGINE 3 /* where a host finds its socket */

static const struct rn_option options[] = {
	{ "wish", RN_OPTION_PATH, NULL, "While this file is there, what it says is to be done, once." },
	{ "folder", RN_OPTION_PATH, NULL, "Where the mails go: NUMBER in a folder new of each recipient." },
	{ "connections", RN_OPTION_NUMBER, "1", "How many there are." },
	{ NULL, 0, NULL, NULL }
};

static gpointer
liar_open (const struct rn_host *host, G_GNUC_UNUSED GError **error)
{
	return (gpointer) host;
}

static void
liar_close (G_GNUC_UNUSED gpointer self)
{
}

/* Whether this is what the file says: then it is gone. */
static gboolean
is_wished (const struct rn_host *host, const char *what)
{
	g_autofree char *wish = NULL;

	return g_file_get_contents (host->text (host, "wish"), &wish, NULL, NULL) && g_str_equal (wish, what) &&
	       unlink (host->text (host, "wish")) == 0;
}

static void
tell (guint32 kind, GByteArray *frame)
{
	guint32 header[2] = { frame->len, kind };

	g_byte_array_prepend (frame, (const guint8 *) header, sizeof header);
	if (send (ENGINE, frame->data, frame->len, MSG_NOSIGNAL) != (ssize_t) frame->len)
		g_error ("the lie was not told");
	g_byte_array_unref (frame);
	pause ();
}

static void
tell_sent (gint64 row, int verdict)
{
	GByteArray *frame = g_byte_array_new ();

	rn_pack_number (frame, row);
	rn_pack_number (frame, verdict);
	rn_pack_number (frame, 250);
	rn_pack_text (frame, "2.0.0");
	rn_pack_text (frame, "as you like it");
	tell (RN_FRAME_SENT, frame);
}

static void
tell_mail (void)
{
	static const char text[] = "From: eve@other.example\nTo: mentoring@example.org\nSubject: Hi\n\nHello?\n";
	GByteArray *frame = g_byte_array_new ();

	for (gint64 number = 1; number <= 3; number++) /* UIDVALIDITY, UID, time */
		rn_pack_number (frame, number);
	g_byte_array_append (frame, (const guint8 *) text, sizeof text - 1);
	tell (RN_FRAME_MAIL, frame);
}

/* What it says instead of how the second of its mails ended. */
static void
lie (const struct rn_host *host, const struct rn_outgoing *mails, gsize n_mails)
{
	if (is_wished (host, "verdict"))
		tell_sent (mails[1].row, RN_VERDICT_UNCERTAIN + 1);
	if (is_wished (host, "row"))
		tell_sent (mails[n_mails - 1].row + 1, RN_VERDICT_REFUSED); /* the first one of the next connection */
	if (is_wished (host, "mail"))
		tell_mail ();
}

static void
put (const struct rn_host *host, const struct rn_outgoing *mail)
{
	g_autofree char *folder = g_build_filename (host->text (host, "folder"), mail->recipient, "new", NULL);
	g_autofree char *path = g_strdup_printf ("%s/%" G_GINT64_FORMAT, folder, mail->row);

	if (g_mkdir_with_parents (folder, 0700) != 0 ||
	    !g_file_set_contents (path, (const char *) mail->bytes, (gssize) mail->size, NULL))
		g_error ("%s cannot be written", path);
}

static gboolean
liar_send (gpointer self, const struct rn_outgoing *mails, gsize n_mails, G_GNUC_UNUSED GError **error)
{
	const struct rn_host *host = self;
	struct rn_delivery delivery = { .verdict = RN_VERDICT_SENT };

	if (mails[0].row > 1)
		g_usleep (G_USEC_PER_SEC); /* it has its mails in hand while another connection lies about them */
	for (gsize i = 0; i < n_mails; i++) {
		host->sending (host, mails[i].row);
		if (i == 1)
			lie (host, mails, n_mails);
		put (host, &mails[i]);
		host->sent (host, mails[i].row, &delivery);
	}
	return TRUE;
}

static const struct rn_transport_ops ops = { .send = liar_send };

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI, .name = "liar", .version = "1", .summary = "Says what cannot be, once.",
	.provides = (const struct rn_provider[]) {
		{ .provides = RN_TRANSPORT, .name = "liar", .options = options, .open = liar_open, .close = liar_close,
		  .ops.transport = &ops, .ops_size = sizeof ops },
		{ .provides = RN_NOTHING },
	},
};

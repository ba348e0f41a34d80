/* A transport whose process speaks nonsense once: it sends its first mail, and says of the
 * second, past its host, that it ended as none can. */
#include "plugin.h"

#include <sys/socket.h>
#include <unistd.h>

#include "frames.h"
#include "pack.h"

#define ENGINE 3 /* where a host finds its socket */

static const struct rn_option options[] = {
	{ "wish", RN_OPTION_PATH, NULL, "While this file is there it is to lie; it takes it away." },
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

/* The frame SENT with a verdict that there is not. */
static void
lie (gint64 row)
{
	g_autoptr (GByteArray) frame = g_byte_array_new ();
	guint32 header[2] = { 0, RN_FRAME_SENT };

	rn_pack_number (frame, row);
	rn_pack_number (frame, RN_VERDICT_UNCERTAIN + 1);
	rn_pack_number (frame, 250);
	rn_pack_text (frame, "2.0.0");
	rn_pack_text (frame, "as you like it");
	header[0] = frame->len;
	g_byte_array_prepend (frame, (const guint8 *) header, sizeof header);
	if (send (ENGINE, frame->data, frame->len, MSG_NOSIGNAL) != (ssize_t) frame->len)
		g_error ("the lie was not told");
}

static gboolean
liar_send (gpointer self, const struct rn_outgoing *mails, gsize n_mails, G_GNUC_UNUSED GError **error)
{
	const struct rn_host *host = self;
	struct rn_delivery delivery = { .verdict = RN_VERDICT_SENT };

	for (gsize i = 0; i < n_mails; i++) {
		host->sending (host, mails[i].row);
		if (i == 1 && unlink (host->text (host, "wish")) == 0) {
			lie (mails[i].row);
			pause ();
		}
		host->sent (host, mails[i].row, &delivery);
	}
	return TRUE;
}

static const struct rn_transport_ops ops = { .send = liar_send };

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI, .name = "liar", .version = "1", .summary = "Speaks nonsense once.",
	.provides = (const struct rn_provider[]) {
		{ .provides = RN_TRANSPORT, .name = "liar", .options = options, .open = liar_open, .close = liar_close,
		  .ops.transport = &ops, .ops_size = sizeof ops },
		{ .provides = RN_NOTHING },
	},
};

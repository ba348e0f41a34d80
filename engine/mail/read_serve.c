#include "read_serve.h"

#include "frames.h"
#include "read.h"
#include "reader_limits.h"

#define RN_ANSWERS 16 /* that may wait for one another: a part of what the engine lets be in flight */

static void
answer (rn_channel *channel, GVariant *frame)
{
	gint64 id;
	const char *authserv_id, *own_domain;
	g_autoptr (GVariant) mail = NULL;
	struct rn_read_settings settings;
	gsize size;

	g_variant_get (frame, "(xx&s&s@ay)", &id, &settings.now, &authserv_id, &own_domain, &mail);
	settings.authserv_id = authserv_id;
	settings.own_domain = own_domain;
	const guint8 *bytes = g_variant_get_fixed_array (mail, &size, 1);
	rn_reader_clock (RN_READER_CPU_MS);
	g_autoptr (rn_reading) reading = rn_read (bytes, size, &settings);
	g_autoptr (GBytes) pack = rn_reading_pack (reading);
	GVariant *value = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, pack, TRUE);
	rn_channel_put (channel, RN_FRAME_READING, g_variant_new ("(x@ay)", id, value));
}

gboolean
rn_read_serve (int fd, gboolean at_once, GError **error)
{
	g_autoptr (rn_channel) channel = rn_channel_new (fd, rn_frames_to_reader);

	guint unsent = 0;
	rn_read_init ();
	rn_reader_limits ();
	for (;;) {
		guint32 kind;
		g_autoptr (GVariant) frame = NULL;
		enum rn_received received = rn_channel_get (channel, 0, &kind, &frame, error);
		if (received == RN_RECEIVED_NOTHING) {
			/* nothing waits: what is ready goes out before sleeping */
			if (!rn_channel_flush (channel, TRUE, error))
				return FALSE;
			received = rn_channel_get (channel, -1, &kind, &frame, error);
		}
		if (received != RN_RECEIVED_FRAME)
			return received == RN_RECEIVED_END;
		answer (channel, frame);
		if ((at_once || ++unsent % RN_ANSWERS == 0) && !rn_channel_flush (channel, at_once, error))
			return FALSE;
	}
}

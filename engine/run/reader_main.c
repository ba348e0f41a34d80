#include "reader_main.h"

#include <sysexits.h>

#include "frames.h"
#include "read.h"
#include "reader_limits.h"

static void
answer (rn_channel *channel, GVariant *body)
{
	gint64 id, now;
	const char *authserv_id, *own_domain;
	g_autoptr (GVariant) raw = NULL;
	gsize size = 0;

	g_variant_get (body, "(xx&s&s@ay)", &id, &now, &authserv_id, &own_domain, &raw);
	const guint8 *bytes = g_variant_get_fixed_array (raw, &size, 1);
	struct rn_read_settings settings = { authserv_id, own_domain, now };
	rn_reader_clock (RN_READER_CPU_MS);
	g_autoptr (rn_reading) reading = rn_read (bytes, size, &settings);
	rn_reader_clock (0);
	rn_channel_put (channel, RN_FRAME_READING, g_variant_new ("(x@a{sv})", id, rn_reading_to_variant (reading)));
}

int
rn_reader_main (int fd)
{
	g_autoptr (rn_channel) channel = rn_channel_new (fd, rn_frames_to_reader);

	rn_read_init ();
	rn_reader_limits ();
	for (;;) {
		guint32 kind;
		g_autoptr (GVariant) body = NULL;
		enum rn_received received = rn_channel_get (channel, 0, &kind, &body, NULL);
		if (received == RN_RECEIVED_NOTHING) {
			/* nothing waits: what is ready goes out before sleeping */
			if (!rn_channel_flush (channel, TRUE, NULL))
				return EX_OK;
			received = rn_channel_get (channel, -1, &kind, &body, NULL);
		}
		if (received == RN_RECEIVED_END)
			return EX_OK;
		if (received != RN_RECEIVED_FRAME)
			return EX_PROTOCOL;
		answer (channel, body);
	}
}

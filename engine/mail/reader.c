#include "reader.h"

#include "frames.h"
#include "read.h"
#include "reader_limits.h"

static GVariant *
answer (GVariant *frame)
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
	g_autoptr (rn_reading) reading = rn_read (bytes, size, &settings);
	return g_variant_new ("(x@a{sv})", id, rn_reading_to_variant (reading));
}

gboolean
rn_reader_serve (int fd, GError **error)
{
	g_autoptr (rn_channel) channel = rn_channel_new (fd, rn_frames_to_reader);
	enum rn_received received;
	guint32 kind;
	GVariant *body;

	rn_read_init ();
	rn_reader_limits ();
	while ((received = rn_channel_get (channel, -1, &kind, &body, error)) == RN_RECEIVED_FRAME) {
		g_autoptr (GVariant) frame = body;
		rn_reader_clock (RN_READER_CPU_MS);
		rn_channel_put (channel, RN_FRAME_READING, answer (frame));
		rn_reader_clock (0);
		if (!rn_channel_flush (channel, TRUE, error))
			return FALSE;
	}
	return received == RN_RECEIVED_END;
}

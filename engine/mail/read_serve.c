#include "read_serve.h"

#include "frames.h"
#include "read.h"
#include "reader_limits.h"

#define RN_ANSWERS 16 /* that may wait for one another: a part of what the engine lets be in flight */

void
rn_read_put (struct rn_channel *channel, gint64 id, rn_time now, const char *authserv_id, GBytes *mail)
{
	GByteArray *out = rn_channel_open (channel, RN_FRAME_READ);

	rn_pack_number (out, id);
	rn_pack_number (out, now);
	rn_pack_text (out, authserv_id);
	rn_pack_rest (out, mail);
	rn_channel_close (channel);
}

static void
answer (rn_channel *channel, GVariant *frame)
{
	struct rn_unpack unpack = rn_unpack_begin (frame);
	gint64 id = rn_unpack_number (&unpack);
	struct rn_read_settings settings = { .now = rn_unpack_number (&unpack) };
	const guint8 *bytes;
	gsize size;

	settings.authserv_id = rn_unpack_view (&unpack, &size);
	rn_unpack_rest (&unpack, &bytes, &size);
	rn_reader_clock (RN_READER_CPU_MS);
	g_autoptr (rn_reading) reading = rn_read (bytes, size, &settings);
	GByteArray *out = rn_channel_open (channel, RN_FRAME_READING);
	rn_pack_number (out, id);
	rn_reading_pack_into (reading, out);
	rn_channel_close (channel);
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

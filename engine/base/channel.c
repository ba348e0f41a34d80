#include "channel.h"

#include <errno.h>
#include <glib-unix.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "error.h"

#define RN_FRAME_HEADER 8           /* length and kind, four bytes each, host order */
#define RN_READ_CHUNK (64 * 1024)   /* received at a time */
#define RN_SOCKET_ROOM (1024 * 1024) /* what a side may send ahead while the other is busy, where the kernel lets it */

struct rn_channel {
	int fd;
	const struct rn_frame_kind *receives;
	GByteArray *in, *out;
	gsize in_at;  /* bytes of `in` handed on already */
	gsize out_at; /* bytes of `out` written already */
	gsize opened;  /* where in `out` the frame begins that is being put */
	gboolean drained; /* the last receive took all that there was */
	gboolean ended;
	rn_channel_ready ready;
	gpointer data;
	GSource *reading, *writing;
};

struct rn_channel *
rn_channel_new (int fd, const struct rn_frame_kind *receives)
{
	struct rn_channel *channel = g_new0 (struct rn_channel, 1);
	int room = RN_SOCKET_ROOM;

	setsockopt (fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
	channel->fd = fd;
	channel->receives = receives;
	channel->in = g_byte_array_new ();
	channel->out = g_byte_array_new ();
	return channel;
}

static void
unwatch (GSource **source)
{
	if (*source != NULL) {
		g_source_destroy (*source);
		g_clear_pointer (source, g_source_unref);
	}
}

void
rn_channel_free (struct rn_channel *channel)
{
	if (channel == NULL)
		return;
	unwatch (&channel->reading);
	unwatch (&channel->writing);
	close (channel->fd);
	g_byte_array_unref (channel->in);
	g_byte_array_unref (channel->out);
	g_free (channel);
}

int
rn_channel_fd (const struct rn_channel *channel)
{
	return channel->fd;
}

gsize
rn_channel_waiting (const struct rn_channel *channel)
{
	return channel->out->len - channel->out_at;
}

/* Drops what was dealt with when it is the greater part: a buffer that is never empty would
 * grow for ever, and one that is moved each time would cost as much. */
static void
compact (GByteArray *buffer, gsize *at)
{
	if (*at == 0 || *at < buffer->len / 2)
		return;
	g_byte_array_remove_range (buffer, 0, (guint) *at);
	*at = 0;
}

void
rn_channel_put (struct rn_channel *channel, guint32 kind, GVariant *body)
{
	g_autoptr (GVariant) owned = g_variant_ref_sink (body);
	guint32 header[2] = { (guint32) g_variant_get_size (owned), kind };

	compact (channel->out, &channel->out_at);
	g_byte_array_append (channel->out, (const guint8 *) header, sizeof header);
	/* bodies are of any length, so this place may not be aligned as GVariant wants it:
	 * it is copied there, and the other side copies it to a buffer of its own */
	if (header[0] > 0)
		g_byte_array_append (channel->out, g_variant_get_data (owned), header[0]);
}

GByteArray *
rn_channel_open (struct rn_channel *channel, guint32 kind)
{
	guint32 header[2] = { 0, kind };

	compact (channel->out, &channel->out_at);
	channel->opened = channel->out->len;
	return g_byte_array_append (channel->out, (const guint8 *) header, sizeof header);
}

void
rn_channel_close (struct rn_channel *channel)
{
	guint32 size = (guint32) (channel->out->len - channel->opened - RN_FRAME_HEADER);
	memcpy (channel->out->data + channel->opened, &size, sizeof size);
}

gboolean
rn_channel_flush (struct rn_channel *channel, gboolean block, GError **error)
{
	int flags = MSG_NOSIGNAL | (block ? 0 : MSG_DONTWAIT);

	while (rn_channel_waiting (channel) > 0) {
		ssize_t n = send (channel->fd, channel->out->data + channel->out_at, rn_channel_waiting (channel), flags);
		if (n >= 0) {
			channel->out_at += (gsize) n;
		} else if (errno == EAGAIN) {
			return TRUE;
		} else if (errno != EINTR) {
			g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "writing to a child process: %s", g_strerror (errno));
			return FALSE;
		}
	}
	g_byte_array_set_size (channel->out, 0);
	channel->out_at = 0;
	return TRUE;
}

gboolean
rn_channel_flush_until (struct rn_channel *channel, gint64 deadline_us, GError **error)
{
	struct pollfd poller = { .fd = channel->fd, .events = POLLOUT };

	while (rn_channel_flush (channel, FALSE, error)) {
		gint64 left = deadline_us - g_get_monotonic_time ();
		if (rn_channel_waiting (channel) == 0 || left <= 0)
			return TRUE;
		poll (&poller, 1, (int) (left / 1000) + 1);
	}
	return FALSE;
}

/* Receives once. FALSE when nothing was there. */
static gboolean
fill (struct rn_channel *channel)
{
	compact (channel->in, &channel->in_at);
	guint had = channel->in->len;
	g_byte_array_set_size (channel->in, had + RN_READ_CHUNK);
	ssize_t n;
	do
		n = recv (channel->fd, channel->in->data + had, RN_READ_CHUNK, MSG_DONTWAIT);
	while (n < 0 && errno == EINTR);
	g_byte_array_set_size (channel->in, had + (guint) MAX (n, 0));
	channel->drained = n < RN_READ_CHUNK;
	channel->ended = n == 0 || (n < 0 && errno != EAGAIN);
	return n > 0 || channel->ended;
}

/* Waits for something to receive. By poll: a receive that waits is woken as well whenever the
 * other side takes what was sent. */
static gboolean
wait_for (int fd, gint64 deadline_us)
{
	struct pollfd poller = { .fd = fd, .events = POLLIN };
	int n, timeout = -1;

	do {
		if (deadline_us >= 0)
			timeout = (int) CLAMP ((deadline_us - g_get_monotonic_time () + 999) / 1000, 0, G_MAXINT);
		n = poll (&poller, 1, timeout);
	} while (n < 0 && errno == EINTR);
	return n > 0;
}

/* Receives until the deadline, as rn_channel_get does. */
static gboolean
fill_until (struct rn_channel *channel, gint64 deadline_us)
{
	if (deadline_us != 0)
		return wait_for (channel->fd, deadline_us) && fill (channel);
	/* of a watched one the main loop tells when there is more */
	return !(channel->drained && channel->reading != NULL) && fill (channel);
}

static const struct rn_frame_kind *
kind_of (const struct rn_channel *channel, guint32 kind)
{
	for (const struct rn_frame_kind *row = channel->receives; row->name != NULL; row++)
		if (row->kind == kind)
			return row;
	return NULL;
}

static enum rn_received
bad (GError **error, const char *what, const char *name)
{
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "a child process broke the protocol: %s%s%s", what,
	             name != NULL ? " in frame " : "", name != NULL ? name : "");
	return RN_RECEIVED_BAD;
}

static gboolean
is_pack (const struct rn_frame_kind *row)
{
	return g_str_has_prefix (row->type, RN_PACK);
}

static gboolean
is_of_form (const struct rn_frame_kind *row, GVariant *value)
{
	if (is_pack (row))
		return rn_unpack_is (rn_unpack_begin (value), row->type + strlen (RN_PACK));
	return g_variant_is_normal_form (value);
}

/* Hands on the first frame of the buffer if it is whole. */
static enum rn_received
take (struct rn_channel *channel, guint32 *kind, GVariant **body, GError **error)
{
	gsize have = channel->in->len - channel->in_at;
	guint32 header[2];

	if (have < RN_FRAME_HEADER)
		return RN_RECEIVED_NOTHING;
	memcpy (header, channel->in->data + channel->in_at, sizeof header);
	const struct rn_frame_kind *row = kind_of (channel, header[1]);
	if (row == NULL)
		return bad (error, "unknown frame kind", NULL);
	if (header[0] > row->max)
		return bad (error, "more bytes than allowed", row->name);
	if (have < RN_FRAME_HEADER + (gsize) header[0])
		return RN_RECEIVED_NOTHING;

	g_autoptr (GBytes) bytes = g_bytes_new (channel->in->data + channel->in_at + RN_FRAME_HEADER, header[0]);
	channel->in_at += RN_FRAME_HEADER + (gsize) header[0];
	const GVariantType *type = is_pack (row) ? G_VARIANT_TYPE_BYTESTRING : G_VARIANT_TYPE (row->type);
	g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_from_bytes (type, bytes, is_pack (row)));
	if (!is_of_form (row, value))
		return bad (error, "value not of the agreed form", row->name);
	*kind = row->kind;
	*body = g_steal_pointer (&value);
	return RN_RECEIVED_FRAME;
}

enum rn_received
rn_channel_get (struct rn_channel *channel, gint64 deadline_us, guint32 *kind, GVariant **body, GError **error)
{
	for (;;) {
		enum rn_received found = take (channel, kind, body, error);
		if (found != RN_RECEIVED_NOTHING)
			return found;
		if (channel->ended && channel->in->len > channel->in_at)
			return bad (error, "it ended within a frame", NULL);
		if (channel->ended)
			return RN_RECEIVED_END;
		if (!fill_until (channel, deadline_us))
			return RN_RECEIVED_NOTHING;
	}
}

static gboolean
on_readable (G_GNUC_UNUSED int fd, G_GNUC_UNUSED GIOCondition condition, gpointer data)
{
	struct rn_channel *channel = data;
	channel->drained = FALSE;
	channel->ready (channel, channel->data);
	return G_SOURCE_CONTINUE;
}

static gboolean
on_writable (G_GNUC_UNUSED int fd, G_GNUC_UNUSED GIOCondition condition, gpointer data)
{
	struct rn_channel *channel = data;

	/* a broken socket shows as an end when reading */
	if (rn_channel_flush (channel, FALSE, NULL) && rn_channel_waiting (channel) > 0)
		return G_SOURCE_CONTINUE;
	g_clear_pointer (&channel->writing, g_source_unref);
	return G_SOURCE_REMOVE;
}

static GSource *
watch (struct rn_channel *channel, GIOCondition condition, GUnixFDSourceFunc call)
{
	GSource *source = g_unix_fd_source_new (channel->fd, condition);
	g_source_set_callback (source, G_SOURCE_FUNC (call), channel, NULL);
	g_source_set_can_recurse (source, TRUE); /* no loop runs within ours, and GLib need not block and unblock it */
	g_source_attach (source, NULL);
	return source;
}

void
rn_channel_watch (struct rn_channel *channel, rn_channel_ready ready, gpointer data)
{
	channel->ready = ready;
	channel->data = data;
	rn_channel_hold (channel, FALSE);
}

void
rn_channel_hold (struct rn_channel *channel, gboolean hold)
{
	unwatch (&channel->reading);
	if (!hold)
		channel->reading = watch (channel, G_IO_IN | G_IO_HUP | G_IO_ERR, on_readable);
}

gboolean
rn_channel_is_held (const struct rn_channel *channel)
{
	return channel->reading == NULL;
}

void
rn_channel_push (struct rn_channel *channel)
{
	if (channel->writing != NULL || !rn_channel_flush (channel, FALSE, NULL) || rn_channel_waiting (channel) == 0)
		return;
	channel->writing = watch (channel, G_IO_OUT, on_writable);
}

/* A source's host: mails to the engine, and its polls and marks. */
#include "host_private.h"

#include <poll.h>

#include "error.h"
#include "frames.h"

/* A frame that waits for the end of a poll. */
struct later {
	guint32 kind;
	GVariant *body;
};

gboolean
rn_host_deliver (const struct rn_host *face, const struct rn_raw_mail *mail, GError **error)
{
	struct host *host = rn_host_of (face);
	GByteArray *out = rn_channel_open (host->channel, RN_FRAME_MAIL);

	rn_pack_number (out, mail->validity);
	rn_pack_number (out, (gint64) mail->uid);
	rn_pack_number (out, mail->received);
	g_byte_array_append (out, mail->bytes, (guint) mail->size);
	rn_channel_close (host->channel);
	host->cursor.validity = mail->validity;
	host->cursor.uid = mail->uid;
	return rn_host_flow (host, error);
}

void
rn_host_advance (const struct rn_host *face, guint32 validity, guint64 uid)
{
	struct host *host = rn_host_of (face);
	host->cursor.validity = validity;
	host->cursor.uid = uid;
	GByteArray *out = rn_channel_open (host->channel, RN_FRAME_CURSOR);
	rn_pack_number (out, validity);
	rn_pack_number (out, (gint64) uid);
	rn_channel_close (host->channel);
}

void
rn_host_take_poll (struct host *host, GVariant *body)
{
	struct rn_unpack unpack = rn_unpack_begin (body);
	rn_time now = rn_unpack_number (&unpack);

	if (host->simulated)
		host->now = now;
	host->until = rn_unpack_number (&unpack);
	host->cursor.validity = (guint32) rn_unpack_number (&unpack);
	host->cursor.uid = (guint64) rn_unpack_number (&unpack);
	host->cursor.since = rn_unpack_number (&unpack);
	host->poll_wanted = TRUE;
}

void
rn_host_poll_now (struct host *host)
{
	g_autoptr (GError) error = NULL;

	host->poll_wanted = FALSE;
	if (host->simulated && host->source.pass != NULL)
		host->now = host->source.pass (host->selves[RN_SOURCE], host->unsent ? host->now : host->until);
	host->unsent = FALSE;
	struct rn_cursor cursor = host->cursor;
	host->polled_well = host->source.poll (host->selves[RN_SOURCE], &cursor, &error);
	GByteArray *out = rn_channel_open (host->channel, RN_FRAME_POLLED);
	rn_pack_number (out, host->now);
	rn_host_close_word (host, out, error);
}

static gboolean
is_readable (int fd, int seconds)
{
	struct pollfd poller = { .fd = fd, .events = POLLIN };
	return poll (&poller, 1, seconds * 1000) > 0;
}

/* Between two polls the source waits, and frames of the engine wake it. */
void
rn_host_wait_for_mail (struct host *host)
{
	g_autoptr (GError) error = NULL;
	int fd = rn_channel_fd (host->channel);
	int seconds = (int) g_ascii_strtoll (g_hash_table_lookup (host->settings, "poll_seconds") ?: "60", NULL, 10);

	if (host->source.wait == NULL) {
		if (is_readable (fd, seconds))
			return;
	} else if (!host->source.wait (host->selves[RN_SOURCE], fd, seconds, &error)) {
		rn_host_log (&host->face, RN_SEVERITY_INFO, error != NULL ? error->message : "waiting failed");
	} else if (is_readable (fd, 0)) {
		return;
	}
	rn_host_poll_now (host);
}

void
rn_host_take_mark (struct host *host, GVariant *body)
{
	guint32 validity, mark;
	g_autoptr (GVariant) ranges = NULL;
	gsize n = 0;
	g_autoptr (GError) error = NULL;

	g_variant_get (body, "(uu@a(tt))", &validity, &mark, &ranges);
	const struct rn_uid_range *pairs = g_variant_get_fixed_array (ranges, &n, sizeof *pairs);
	if (host->source.mark != NULL)
		host->source.mark (host->selves[RN_SOURCE], validity, pairs, n, (enum rn_mark) mark, &error);
	rn_channel_put (host->channel, RN_FRAME_MARKED,
	                g_variant_new ("(uu@a(tt)s@s)", validity, mark, ranges, rn_error_word (error), rn_host_valid (error ? error->message : "")));
}

enum rn_received
rn_host_next_frame (struct host *host, gint64 deadline_us, guint32 *kind, GVariant **body)
{
	struct later *later = g_queue_pop_head (&host->later);

	if (later == NULL)
		return rn_channel_get (host->channel, deadline_us, kind, body, NULL);
	*kind = later->kind;
	*body = later->body;
	g_free (later);
	return RN_RECEIVED_FRAME;
}

void
rn_host_attend (const struct rn_host *face)
{
	struct host *host = rn_host_of (face);
	struct later later;

	while (rn_channel_get (host->channel, 0, &later.kind, &later.body, NULL) == RN_RECEIVED_FRAME)
		if (later.kind == RN_FRAME_MARK) {
			rn_host_take_mark (host, later.body);
			g_variant_unref (later.body);
		} else {
			g_queue_push_tail (&host->later, g_memdup2 (&later, sizeof later));
		}
	rn_host_flush (host, NULL);
}

/* A transport's host: leases are composed and sent, and each answer told. */
#include "host_private.h"

#include "bundle.h"
#include "error.h"
#include "frames.h"

#define RN_TELL_US (1000 * 1000) /* answers go to the engine so often, and at the lease's end */

void
rn_host_sending (const struct rn_host *face, gint64 row)
{
	rn_progress_sending (rn_host_of (face)->progress, row);
}

static void
put_sent (struct rn_channel *channel, gint64 row, const struct rn_delivery *delivery)
{
	g_autoptr (GByteArray) packed = g_byte_array_new ();

	rn_pack_number (packed, row);
	rn_pack_number (packed, delivery->verdict);
	rn_pack_number (packed, delivery->code);
	rn_pack_text (packed, delivery->status);
	rn_pack_text (packed, delivery->text);
	rn_channel_put (channel, RN_FRAME_SENT, g_variant_new ("(@ay)", rn_bundle_frame (packed)));
}

void
rn_host_sent (const struct rn_host *face, gint64 row, const struct rn_delivery *delivery)
{
	struct host *host = rn_host_of (face);
	rn_progress_sent (host->progress, row, delivery);
	host->unsent |= delivery->verdict != RN_VERDICT_SENT;
	put_sent (host->channel, row, delivery);
	/* each of them would cost the engine a commit; the progress file knows them already */
	if (g_get_monotonic_time () - host->told_us < RN_TELL_US)
		return;
	host->told_us = g_get_monotonic_time ();
	rn_host_flush (host, NULL);
}

static void
refuse_row (struct host *host, gint64 row, const char *why)
{
	struct rn_delivery delivery = { .verdict = RN_VERDICT_REFUSED };
	g_strlcpy (delivery.text, why, sizeof delivery.text);
	rn_host_sent (&host->face, row, &delivery);
}

/* A mail that is ready to leave. */
struct composed {
	GBytes *bytes;
	char *sender;
};

static void
composed_clear (gpointer data)
{
	struct composed *mail = data;
	g_bytes_unref (mail->bytes);
	g_free (mail->sender);
}

/* Composes the rows of a lease; one that cannot be composed is refused by itself. */
static GArray *
compose_rows (struct host *host, gsize n, struct rn_unpack *rows, GArray *outgoing)
{
	GArray *kept = g_array_new (FALSE, FALSE, sizeof (struct composed));
	struct rn_outgoing out = { 0 };
	gsize size;

	g_array_set_clear_func (kept, composed_clear);
	for (; n > 0 && !rows->is_bad; n--) {
		out.row = rn_unpack_number (rows);
		out.recipient = rn_unpack_view (rows, &size);
		g_autoptr (GBytes) letter = rn_unpack_bytes (rows);
		g_autoptr (GError) error = NULL;
		struct composed mail = { NULL };
		mail.bytes = rn_stationery_compose (host->stationery, letter, &mail.sender, &error);
		if (mail.bytes == NULL) {
			refuse_row (host, out.row, error->message);
			continue;
		}
		out.sender = mail.sender;
		out.bytes = g_bytes_get_data (mail.bytes, &out.size);
		g_array_append_val (kept, mail);
		g_array_append_val (outgoing, out);
	}
	return kept;
}

void
rn_host_take_send (struct host *host, GVariant *body)
{
	rn_time now;
	gint64 lease;
	const char *path;
	g_autoptr (GVariant) packed = NULL;
	g_autoptr (GError) error = NULL;
	g_autoptr (GArray) outgoing = g_array_new (FALSE, FALSE, sizeof (struct rn_outgoing));

	g_variant_get (body, "(xx&s@ay)", &now, &lease, &path, &packed);
	struct rn_unpack rows = rn_bundle_begin (packed);
	gsize n = rn_unpack_rows (&rows);
	if (host->simulated)
		host->now = now;
	rn_host_flush (host, NULL); /* of the lease before */
	host->told_us = g_get_monotonic_time ();
	host->progress = rn_progress_begin (path, lease, n, &error);
	if (host->progress != NULL) {
		g_autoptr (GArray) composed = compose_rows (host, n, &rows, outgoing);
		if (outgoing->len > 0)
			host->transport.send (host->selves[RN_TRANSPORT], (const struct rn_outgoing *) outgoing->data, outgoing->len, &error);
	}
	rn_progress_end (g_steal_pointer (&host->progress));
	rn_channel_put (host->channel, RN_FRAME_LEASE_DONE, g_variant_new ("(s@s)", rn_error_word (error), rn_host_valid (error ? error->message : "")));
}

void
rn_host_take_stationery (struct host *host, GVariant *body)
{
	g_autoptr (GError) error = NULL;
	if (!rn_stationery_learn (host->stationery, body, &error))
		rn_host_log (&host->face, RN_SEVERITY_ERROR, error->message);
}

/* A transport's host: leases are composed and sent, and each answer told. */
#include "host_private.h"

#include "error.h"
#include "frames.h"

#define RN_TELL_US (1000 * 1000) /* answers go to the engine so often, and at the lease's end */

void
rn_host_sending (const struct rn_host *face, gint64 row)
{
	rn_progress_sending (rn_host_of (face)->progress, row);
}

void
rn_host_sent (const struct rn_host *face, gint64 row, const struct rn_delivery *delivery)
{
	struct host *host = rn_host_of (face);
	rn_progress_sent (host->progress, row, delivery);
	host->unsent |= delivery->verdict != RN_VERDICT_SENT;
	rn_channel_put (host->channel, RN_FRAME_SENT,
	                g_variant_new ("(xui@s@s)", row, (guint32) delivery->verdict, delivery->code, rn_host_valid (delivery->status),
	                               rn_host_valid (delivery->text)));
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
compose_rows (struct host *host, GVariant *rows, GBytes *letters, GArray *outgoing)
{
	GArray *kept = g_array_new (FALSE, FALSE, sizeof (struct composed));
	GVariantIter iter;
	struct rn_outgoing out = { 0 };
	guint32 size;

	g_array_set_clear_func (kept, composed_clear);
	g_variant_iter_init (&iter, rows);
	for (gsize at = 0; g_variant_iter_next (&iter, "(x&su)", &out.row, &out.recipient, &size); at += size) {
		g_autoptr (GBytes) letter = g_bytes_new_from_bytes (letters, at, size);
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
	g_autoptr (GVariant) rows = NULL, bytes = NULL;
	g_autoptr (GError) error = NULL;
	g_autoptr (GArray) outgoing = g_array_new (FALSE, FALSE, sizeof (struct rn_outgoing));

	g_variant_get (body, "(xx&s@a(xsu)@ay)", &now, &lease, &path, &rows, &bytes);
	if (host->simulated)
		host->now = now;
	rn_host_flush (host, NULL); /* of the lease before */
	host->told_us = g_get_monotonic_time ();
	host->progress = rn_progress_begin (path, lease, g_variant_n_children (rows), &error);
	if (host->progress != NULL) {
		g_autoptr (GBytes) letters = g_variant_get_data_as_bytes (bytes);
		g_autoptr (GArray) composed = compose_rows (host, rows, letters, outgoing);
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

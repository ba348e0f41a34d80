/* A transport's host: leases are composed and sent, and each answer told. */
#include "host_private.h"

#include "bundle.h"
#include "error.h"
#include "frames.h"

#define RN_TELL_US (1000 * 1000) /* answers go to the engine so often, and at the lease's end */

/* A mail of the lease. */
struct leased {
	gint64 row;
	const char *recipient; /* in the lease's frame */
	char *sender;
	gboolean has_calendar, is_answered_for;
	rn_letter *letter;     /* until it is composed */
	GBytes *bytes;         /* from then on */
};

static void
leased_clear (gpointer data)
{
	struct leased *mail = data;
	g_clear_pointer (&mail->sender, g_free);
	g_clear_pointer (&mail->letter, rn_letter_free);
	g_clear_pointer (&mail->bytes, g_bytes_unref);
}

static struct leased *
leased_row (struct host *host, gint64 row)
{
	for (guint i = 0; host->lease != NULL && i < host->lease->len; i++)
		if (g_array_index (host->lease, struct leased, i).row == row)
			return &g_array_index (host->lease, struct leased, i);
	g_error ("the transport speaks of mail %" G_GINT64_FORMAT ", which it was not given", row);
}

static gboolean
is_answered_for (const struct host *host)
{
	for (guint i = 0; i < host->lease->len; i++)
		if (!g_array_index (host->lease, struct leased, i).is_answered_for)
			return FALSE;
	return TRUE;
}

static void
end_lease (struct host *host, const GError *error)
{
	host->may_rest = FALSE;
	g_clear_pointer (&host->lease, g_array_unref);
	g_clear_pointer (&host->lease_frame, g_variant_unref);
	rn_progress_end (g_steal_pointer (&host->progress));
	rn_host_close_word (host, rn_channel_open (host->channel, RN_FRAME_LEASE_DONE), error);
}

/* ---- What the transport calls --------------------------------------------------------- */

void
rn_host_sending (const struct rn_host *face, gint64 row)
{
	rn_progress_sending (rn_host_of (face)->progress, row);
}

static void
put_sent (struct rn_channel *channel, gint64 row, const struct rn_delivery *delivery)
{
	GByteArray *out = rn_channel_open (channel, RN_FRAME_SENT);

	rn_pack_number (out, row);
	rn_pack_number (out, delivery->verdict);
	rn_pack_number (out, delivery->code);
	rn_pack_text (out, delivery->status);
	rn_pack_text (out, delivery->text);
	rn_channel_close (channel);
}

void
rn_host_sent (const struct rn_host *face, gint64 row, const struct rn_delivery *delivery)
{
	struct host *host = rn_host_of (face);
	struct leased *mail = leased_row (host, row);

	if (delivery->verdict > RN_VERDICT_UNCERTAIN)
		g_error ("the transport says of mail %" G_GINT64_FORMAT " that it ended as none can", row);
	rn_progress_sent (host->progress, row, delivery);
	host->unsent |= delivery->verdict != RN_VERDICT_SENT;
	put_sent (host->channel, row, delivery);
	leased_clear (mail);
	mail->is_answered_for = TRUE;
	if (host->may_rest && is_answered_for (host))
		end_lease (host, NULL);
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

/* One that cannot be composed is refused by itself. */
const guint8 *
rn_host_compose (const struct rn_host *face, gint64 row, gsize *size)
{
	struct host *host = rn_host_of (face);
	struct leased *mail = leased_row (host, row);
	g_autoptr (GError) error = NULL;

	if (mail->bytes == NULL)
		mail->bytes = rn_stationery_compose (host->stationery, mail->letter, &error);
	g_clear_pointer (&mail->letter, rn_letter_free);
	if (mail->bytes != NULL)
		return g_bytes_get_data (mail->bytes, size);
	refuse_row (host, row, error->message);
	return NULL;
}

gboolean
rn_host_has_calendar (const struct rn_host *face, gint64 row)
{
	return leased_row (rn_host_of (face), row)->has_calendar;
}

/* ---- A lease ----------------------------------------------------------------------------- */

/* The next mail, composed unless the transport asks for that: then its letter is gone before the next one comes,
 * which has its memory while that is warm. */
static void
take_mail (struct host *host, struct rn_unpack *rows)
{
	gsize size;
	gint64 row = rn_unpack_number (rows);
	struct leased mail = { .row = row, .recipient = rn_unpack_view (rows, &size) };
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) letter = rn_unpack_bytes (rows);

	mail.letter = rn_letter_from_bytes (letter, &error);
	if (mail.letter != NULL) {
		mail.sender = g_strdup (mail.letter->envelope_from);
		mail.has_calendar = mail.letter->invitation != NULL;
	}
	g_array_append_val (host->lease, mail);
	if (mail.letter == NULL)
		refuse_row (host, row, error->message);
	else if (host->transport.rest == NULL)
		rn_host_compose (&host->face, row, &size);
}

static void
unpack_lease (struct host *host, struct rn_unpack *rows, gsize n)
{
	host->lease = g_array_sized_new (FALSE, TRUE, sizeof (struct leased), (guint) n);
	g_array_set_clear_func (host->lease, leased_clear);
	for (; n > 0 && !rows->is_bad; n--)
		take_mail (host, rows);
}

/* The mails to send; those that could not be composed were refused. */
static GArray *
outgoing (struct host *host)
{
	GArray *mails = g_array_sized_new (FALSE, FALSE, sizeof (struct rn_outgoing), host->lease->len);

	for (guint i = 0; i < host->lease->len; i++) {
		const struct leased *mail = &g_array_index (host->lease, struct leased, i);
		struct rn_outgoing out = { .row = mail->row, .sender = mail->sender, .recipient = mail->recipient };
		if (mail->is_answered_for)
			continue;
		if (mail->bytes != NULL)
			out.bytes = g_bytes_get_data (mail->bytes, &out.size);
		g_array_append_val (mails, out);
	}
	return mails;
}

void
rn_host_take_send (struct host *host, GVariant *body)
{
	struct rn_unpack rows = rn_unpack_begin (body);
	rn_time now = rn_unpack_number (&rows);
	gint64 lease = rn_unpack_number (&rows);
	gsize size;
	const char *path = rn_unpack_view (&rows, &size);
	gsize n = rn_unpack_rows (&rows);
	g_autoptr (GError) error = NULL;

	if (!host->simulated && rn_host_ends (&host->face))
		return; /* without a word in its progress file none of them was begun */
	if (host->simulated)
		host->now = now;
	rn_host_flush (host, NULL); /* of the lease before */
	host->told_us = g_get_monotonic_time ();
	host->lease_frame = g_variant_ref (body);
	host->progress = rn_progress_begin (path, lease, n, &error);
	if (host->progress != NULL) {
		unpack_lease (host, &rows, n);
		g_autoptr (GArray) mails = outgoing (host);
		if (mails->len > 0)
			host->transport.send (host->selves[RN_TRANSPORT], (const struct rn_outgoing *) mails->data, mails->len, &error);
	}
	host->may_rest = host->transport.rest != NULL && error == NULL && !is_answered_for (host);
	if (!host->may_rest)
		end_lease (host, error);
}

void
rn_host_take_stationery (struct host *host, GVariant *body)
{
	g_autoptr (GError) error = NULL;
	if (!rn_stationery_learn (host->stationery, body, &error))
		rn_host_log (&host->face, RN_SEVERITY_ERROR, error->message);
}

#include "transport.h"

#include <string.h>

#include "address.h"
#include "stream.h"

/* One transaction (RFC 5321, 3.3): MAIL, RCPT and DATA are offered, then the mail
 * follows. With pipelining (RFC 2920) the three leave together, and those of the next
 * mail leave behind the final dot of this one: one round trip per mail. Several mails
 * in flight at once (BDAT, RFC 3030) would be faster, but a connection that dies would
 * leave all of them uncertain instead of one. */

#define MAX_REPLIES (64 * 1024)

/* RFC 5321, 4.5.3.2.6: a server may need ten minutes to answer the final dot. */
#define FINAL_FACTOR 20

/* An idle connection is tried with NOOP before it is trusted again. */
#define DOUBT_AFTER_US (5 * G_USEC_PER_SEC)

static const struct rn_delivery unanswered = { .verdict = RN_VERDICT_LATER };

void
rn_smtp_hang_up (struct rn_smtp *smtp)
{
	g_clear_pointer (&smtp->dialogue, rn_dialogue_close);
	smtp->half_open = FALSE;
}

static gboolean
still_there (struct rn_smtp *smtp)
{
	gint64 idle = g_get_monotonic_time () - smtp->used_us;
	struct rn_delivery reply;

	if (idle > smtp->idle_seconds * G_USEC_PER_SEC)
		return FALSE;
	if (idle < DOUBT_AFTER_US)
		return TRUE;
	rn_stream_allow (smtp->dialogue->stream, smtp->server.timeout, MAX_REPLIES);
	return rn_dialogue_say (smtp->dialogue, "NOOP") && rn_dialogue_flush (smtp->dialogue) &&
	       rn_dialogue_hear (smtp->dialogue, &reply) && reply.code == 250;
}

static gboolean
ready (struct rn_smtp *smtp, GError **error)
{
	if (smtp->dialogue != NULL && !still_there (smtp))
		rn_smtp_hang_up (smtp);
	if (smtp->dialogue == NULL) {
		smtp->dialogue = rn_dialogue_open (&smtp->server, smtp->helo, error);
		smtp->fresh = TRUE;
	}
	smtp->used_us = g_get_monotonic_time ();
	return smtp->dialogue != NULL;
}

static gboolean
offered (const struct rn_smtp *smtp, enum rn_smtp_offer offer)
{
	return (smtp->dialogue->offers & offer) != 0;
}

/* ---- What can be said before a byte leaves ------------------------------- */

/* Many bytes at a time: every byte of every mail passes here. */
static gboolean
is_ascii (const guint8 *bytes, gsize size)
{
	guint64 four[4], seen = 0;

	for (; size >= sizeof four; bytes += sizeof four, size -= sizeof four) {
		memcpy (four, bytes, sizeof four);
		seen |= four[0] | four[1] | four[2] | four[3];
	}
	memset (four, 0, sizeof four);
	memcpy (four, bytes, size);
	return ((seen | four[0] | four[1] | four[2] | four[3]) & 0x8080808080808080) == 0;
}

static gboolean
needs_utf8 (const struct rn_outgoing *mail)
{
	return !g_str_is_ascii (mail->sender) || !g_str_is_ascii (mail->recipient);
}

static gboolean
refuse (struct rn_delivery *delivery, int code, const char *status, const char *text)
{
	*delivery = (struct rn_delivery) { .verdict = RN_VERDICT_REFUSED, .code = code };
	g_strlcpy (delivery->status, status, sizeof delivery->status);
	g_strlcpy (delivery->text, text, sizeof delivery->text);
	return FALSE;
}

/* Whether this server can take the mail at all. */
static gboolean
is_sendable (const struct rn_smtp *smtp, const struct rn_outgoing *mail, struct rn_delivery *delivery)
{
	guint64 largest = smtp->dialogue->largest;

	/* "" is the null sender of a notice (RFC 5321, 4.5.5). */
	if ((*mail->sender != '\0' && !rn_address_is_safe (mail->sender)) || !rn_address_is_safe (mail->recipient))
		return refuse (delivery, 553, "5.1.3", "The address cannot be written in SMTP.");
	if (needs_utf8 (mail) && !offered (smtp, RN_SMTP_UTF8))
		return refuse (delivery, 553, "5.6.7", "The mail server does not take addresses beyond ASCII.");
	if (largest > 0 && mail->size > largest)
		return refuse (delivery, 552, "5.3.4", "The mail is larger than the mail server takes.");
	return TRUE;
}

/* ---- One mail ------------------------------------------------------------- */

/* RSET ends what a refused mail left half open. */
enum step { STEP_RSET, STEP_MAIL, STEP_RCPT, STEP_DATA, N_STEPS };

static gboolean
say_mail (struct rn_smtp *smtp, const struct rn_outgoing *mail)
{
	g_autoptr (GString) line = g_string_new ("MAIL FROM:<");

	g_string_append (line, mail->sender);
	g_string_append_c (line, '>');
	if (offered (smtp, RN_SMTP_SIZE))
		g_string_append_printf (line, " SIZE=%" G_GSIZE_FORMAT, mail->size);
	if (offered (smtp, RN_SMTP_EIGHT_BIT) && !is_ascii (mail->bytes, mail->size))
		g_string_append (line, " BODY=8BITMIME");
	if (needs_utf8 (mail))
		g_string_append (line, " SMTPUTF8");
	return rn_dialogue_say (smtp->dialogue, line->str);
}

static gboolean
say_rcpt (struct rn_smtp *smtp, const struct rn_outgoing *mail)
{
	g_autofree char *line = g_strconcat ("RCPT TO:<", mail->recipient, ">", NULL);

	return rn_dialogue_say (smtp->dialogue, line);
}

static gboolean
say_step (struct rn_smtp *smtp, const struct rn_outgoing *mail, enum step step)
{
	switch (step) {
	case STEP_RSET: return rn_dialogue_say (smtp->dialogue, "RSET");
	case STEP_MAIL: return say_mail (smtp, mail);
	case STEP_RCPT: return say_rcpt (smtp, mail);
	default: return rn_dialogue_say (smtp->dialogue, "DATA");
	}
}

static enum step
first_step (const struct rn_smtp *smtp)
{
	return smtp->half_open ? STEP_RSET : STEP_MAIL;
}

/* Says all steps at once; they leave with the next flush. */
static gboolean
say_ahead (struct rn_smtp *smtp, const struct rn_outgoing *mail)
{
	gboolean said = TRUE;
	for (enum step step = first_step (smtp); said && step < N_STEPS; step++)
		said = say_step (smtp, mail, step);
	return said;
}

static gboolean
is_lost (const struct rn_delivery *reply)
{
	return reply->code == 421; /* "closing transmission channel" at any time (RFC 5321, 3.8) */
}

static void
judge (struct rn_delivery *delivery)
{
	delivery->verdict = delivery->code >= 500 ? RN_VERDICT_REFUSED : RN_VERDICT_LATER;
}

/* A refused mail whose DATA was taken all the same is ended with nothing in it
 * (RFC 2920, 3.1). */
static gboolean
end_empty (struct rn_smtp *smtp)
{
	struct rn_delivery ignored;

	return rn_dialogue_say (smtp->dialogue, ".") && rn_dialogue_flush (smtp->dialogue) &&
	       rn_dialogue_hear (smtp->dialogue, &ignored);
}

/* Not a host or a mailbox with that name. */
static gboolean
is_of_relaying (const char *text)
{
	return g_regex_match_simple ("(?<![-.@\\w])(relay(s|ed|ing)?(?![-@\\w]|\\.\\w)|rcpthosts)", text, G_REGEX_CASELESS, 0);
}

/* A server that does not want us as a sender, or does not relay for us, may refuse all our mail: that is the
 * operator's to mend, and no mail's end. 5.1.7 and 5.1.8 tell it, at RCPT as well (RFC 3463, 3.2); at MAIL all
 * does but what is said of this mail: its size, its parameters, its content. That nothing is relayed has no
 * code of its own, but the word in all servers' answers. It may be of one program or one recipient only,
 * so the mails behind it are offered all the same. */
static gboolean
refuses_us (enum step step, const struct rn_delivery *reply)
{
	gboolean of_this_mail = reply->code == 552 || reply->code == 555 || g_str_has_prefix (reply->status, "5.3.4") ||
	                        g_str_has_prefix (reply->status, "5.6.");
	gboolean of_the_sender = g_str_equal (reply->status, "5.1.7") || g_str_equal (reply->status, "5.1.8");
	gboolean of_relaying = step == STEP_RCPT && !g_str_has_prefix (reply->status, "5.1.") &&
	                       !g_str_has_prefix (reply->status, "5.2.") && is_of_relaying (reply->text);

	return reply->code >= 500 && (of_the_sender || of_relaying || (step == STEP_MAIL && !of_this_mail));
}

/* Once for all of them, and without the mail's token: logs are kept. */
static void
note_unwanted (const struct rn_outgoing *mail, const struct rn_delivery *reply, GError **unwanted)
{
	g_autofree char *base = rn_address_base (mail->sender);
	g_autoptr (GString) words = g_string_new (reply->text);

	if (*unwanted != NULL)
		return;
	if (*mail->sender != '\0')
		g_string_replace (words, mail->sender, base, 0);
	g_set_error (unwanted, RN_ERROR, RN_ERROR_RETRY, "the server takes no mail of %s: %d %s%s%s", base, reply->code,
	             reply->status, *reply->status != '\0' ? " " : "", words->str);
}

/* Goes through the steps. FALSE: the connection is lost. Else *delivery is SENT when the server waits
 * for the mail, and the refusal otherwise; *unwanted tells a refusal of the sender. */
static gboolean
offer (struct rn_smtp *smtp, const struct rn_outgoing *mail, gboolean said_ahead, struct rn_delivery *delivery, GError **unwanted)
{
	gboolean taken = FALSE;

	delivery->verdict = RN_VERDICT_SENT;
	rn_stream_allow (smtp->dialogue->stream, smtp->server.timeout, MAX_REPLIES);
	for (enum step step = first_step (smtp); step < N_STEPS; step++) {
		struct rn_delivery reply;

		if (!said_ahead && !(say_step (smtp, mail, step) && rn_dialogue_flush (smtp->dialogue)))
			return FALSE;
		if (!rn_dialogue_hear (smtp->dialogue, &reply) || is_lost (&reply))
			return FALSE;
		taken = step == STEP_DATA && reply.code == 354;
		if (taken || (step != STEP_DATA && reply.code / 100 == 2) || delivery->verdict != RN_VERDICT_SENT)
			continue;
		*delivery = reply;
		judge (delivery);
		if (refuses_us (step, &reply)) {
			delivery->verdict = RN_VERDICT_LATER;
			note_unwanted (mail, &reply, unwanted);
		}
		if (!said_ahead)
			break;
	}
	smtp->half_open = delivery->verdict != RN_VERDICT_SENT;
	return !taken || !smtp->half_open || end_empty (smtp);
}

static gboolean
say_piece (mailstream *stream, const char *piece, gsize size)
{
	return mailstream_write (stream, piece, size) == (ssize_t) size;
}

/* One line, its dot doubled (RFC 5321, 4.5.2). */
static gboolean
say_line (mailstream *stream, const char *line, gsize size)
{
	return (line[0] != '.' || say_piece (stream, ".", 1)) && say_piece (stream, line, size) && say_piece (stream, "\r\n", 2);
}

/* Whether a line stands as it has to be said: up to CR LF, without another CR, not
 * beginning with a dot. */
static gboolean
is_plain (const char *line, const char *lf)
{
	return lf != NULL && *line != '.' && memchr (line, '\r', (gsize) (lf - line)) == lf - 1;
}

/* The mail up to and without the final dot, in pieces of many lines where they are plain.
 * CR and LF alone end a line too, so that no server can take a dot behind one of them for
 * the end of the mail. */
static gboolean
say_bytes (struct rn_smtp *smtp, const struct rn_outgoing *mail)
{
	mailstream *stream = smtp->dialogue->stream;
	const char *line = (const char *) mail->bytes, *said = line, *end = line + mail->size;

	while (line < end) {
		const char *lf = memchr (line, '\n', (gsize) (end - line));
		if (is_plain (line, lf)) {
			line = lf + 1;
			continue;
		}
		const char *stop = lf != NULL ? lf : end;
		const char *cr = memchr (line, '\r', (gsize) (stop - line));
		if (cr != NULL)
			stop = cr;
		if (!say_piece (stream, said, (gsize) (line - said)) || !say_line (stream, line, (gsize) (stop - line)))
			return FALSE;
		line = stop < end ? stop + 1 : end;
		line += cr != NULL && line == lf;
		said = line;
	}
	return say_piece (stream, said, (gsize) (end - said));
}

/* Sends the mail that the server waits for. FALSE: the connection is lost, and the
 * verdict says whether the mail may have arrived. `next` (NULL: none) is said ahead. */
static gboolean
transmit (struct rn_smtp *smtp, const struct rn_outgoing *mail, const struct rn_outgoing *next,
          struct rn_delivery *delivery)
{
	*delivery = unanswered;
	rn_stream_allow (smtp->dialogue->stream, smtp->server.timeout * FINAL_FACTOR, MAX_REPLIES);
	smtp->host->sending (smtp->host, mail->row);
	if (!say_bytes (smtp, mail) || !rn_dialogue_say (smtp->dialogue, "."))
		return FALSE;
	delivery->verdict = RN_VERDICT_UNCERTAIN;
	if ((next != NULL && !say_ahead (smtp, next)) || !rn_dialogue_flush (smtp->dialogue) ||
	    !rn_dialogue_hear (smtp->dialogue, delivery))
		return FALSE;
	smtp->used_us = g_get_monotonic_time ();
	if (delivery->code / 100 == 2)
		delivery->verdict = RN_VERDICT_SENT;
	else
		judge (delivery);
	return !is_lost (delivery);
}

/* ---- Many mails ------------------------------------------------------------ */

static void
report (struct rn_smtp *smtp, const struct rn_outgoing *mail, const struct rn_delivery *delivery)
{
	smtp->fresh = FALSE;
	smtp->host->sent (smtp->host, mail->row, delivery);
}

/* Sends mails from *done on, until all are settled, the engine ends, or the connection is lost (FALSE);
 * *done counts those that were settled. An error is set when a mail was under way. */
static gboolean
send_on_connection (struct rn_smtp *smtp, const struct rn_outgoing *mails, gsize n_mails, gsize *done, GError **unwanted,
                    GError **error)
{
	gboolean pipelined = offered (smtp, RN_SMTP_PIPELINING), said_ahead = FALSE;
	struct rn_delivery delivery, unused;

	for (; *done < n_mails; report (smtp, &mails[(*done)++], &delivery)) {
		if (smtp->host->ends (smtp->host))
			n_mails = *done + 1; /* which the server may wait for already */
		const struct rn_outgoing *mail = &mails[*done];
		const struct rn_outgoing *next = *done + 1 < n_mails ? mail + 1 : NULL;

		if (!said_ahead && !is_sendable (smtp, mail, &delivery))
			continue;
		if (pipelined && !said_ahead && !(say_ahead (smtp, mail) && rn_dialogue_flush (smtp->dialogue)))
			return FALSE;
		if (!offer (smtp, mail, pipelined, &delivery, unwanted))
			return FALSE;
		said_ahead = FALSE;
		if (delivery.verdict != RN_VERDICT_SENT)
			continue;
		said_ahead = pipelined && next != NULL && is_sendable (smtp, next, &unused);
		if (!transmit (smtp, mail, said_ahead ? next : NULL, &delivery)) {
			report (smtp, &mails[(*done)++], &delivery);
			return rn_stream_error (smtp->dialogue->stream, "the server ended the connection", error);
		}
	}
	return TRUE;
}

/* A server may end a connection after so many mails, or while it rests: one that worked
 * and was lost between two mails is made anew at once. */
gboolean
rn_smtp_send (gpointer self, const struct rn_outgoing *mails, gsize n_mails, GError **error)
{
	struct rn_smtp *smtp = self;
	g_autoptr (GError) unwanted = NULL;

	for (gsize done = 0; done < n_mails;) {
		g_autoptr (GError) lost = NULL;

		if (!ready (smtp, error))
			return FALSE;
		if (send_on_connection (smtp, mails, n_mails, &done, &unwanted, &lost))
			break;
		if (lost == NULL && smtp->fresh)
			rn_stream_error (smtp->dialogue->stream, "the server ended the connection", &lost);
		rn_stream_break (smtp->dialogue->stream);
		rn_smtp_hang_up (smtp);
		if (lost != NULL) {
			g_propagate_error (error, g_steal_pointer (&lost));
			return FALSE;
		}
	}
	if (unwanted == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&unwanted));
	return FALSE;
}

gboolean
rn_smtp_probe (gpointer self, GError **error)
{
	return ready (self, error);
}

/* The plugin "smtp": sends mail by submission to a mail server (RFC 6409). */
#include "config.h"

#include "transport.h"

#include "token.h"

static const struct rn_option options[] = {
	RN_SERVER_OPTIONS ("465 with tls, 587 else", "", ""),
	{ "helo", RN_OPTION_TEXT, "", "The name to greet with; empty: this computer's." },
	{ "idle", RN_OPTION_DURATION, "60 seconds", "How long a connection without mail is kept." },
	/* These are kept by the engine, which knows of all connections and of yesterday. */
	{ "connections", RN_OPTION_NUMBER, "1", "How many connections may be open at once." },
	{ "rate_per_minute", RN_OPTION_NUMBER, "0", "How many mails may leave in a minute; 0: any number." },
	{ "rate_per_day", RN_OPTION_NUMBER, "0", "How many mails may leave in a day; 0: any number." },
	{ NULL, 0, NULL, NULL },
};

static gpointer
smtp_open (const struct rn_host *host, GError **error)
{
	g_autofree struct rn_smtp *smtp = g_new0 (struct rn_smtp, 1);

	smtp->host = host;
	if (!rn_server_read (&smtp->server, host, 465, 587, error))
		return NULL;
	smtp->helo = host->text (host, "helo");
	if (*smtp->helo == '\0')
		smtp->helo = g_get_host_name ();
	if (!rn_token_is_word (smtp->helo)) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The setting “helo” must be a host name.");
		return NULL;
	}
	smtp->idle_seconds = (int) CLAMP (host->number (host, "idle"), 0, 3600);
	return g_steal_pointer (&smtp);
}

static void
smtp_close (gpointer self)
{
	if (self == NULL)
		return;
	rn_smtp_hang_up (self);
	g_free (self);
}

static const struct rn_transport_ops ops = { .send = rn_smtp_send, .probe = rn_smtp_probe };

static const struct rn_provider provides[] = {
	{ .provides = RN_TRANSPORT, .name = "smtp", .options = options, .open = smtp_open, .close = smtp_close,
	  .ops_size = sizeof ops, .ops.transport = &ops },
	{ .provides = RN_NOTHING },
};

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI,
	.name = "smtp",
	.version = PACKAGE_VERSION,
	.summary = "Sends mail by SMTP.",
	.provides = provides,
};

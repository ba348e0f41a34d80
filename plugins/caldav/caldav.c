/* Busy times from a calendar server (RFC 4791, RFC 6638), asked by one account for all. */
#include "config.h"

#include "caldav.h"
#include "urls.h"

static const struct rn_option options[] = {
	{ "url", RN_OPTION_TEXT, "",
	  "Where people's calendars are, with {user}, {domain}, {address} or {id} of the person, as in "
	  "https://calendar.example.com/dav/{user}/; empty: the server is asked by mail address." },
	{ "server", RN_OPTION_TEXT, "",
	  "Instead of url: a server with scheduling, as in https://calendar.example.com, asked by mail address." },
	{ "events", RN_OPTION_FLAG, "no",
	  "With url: read the events even where the server tells busy times, as Xandikos does without expanding series." },
	RN_HTTP_OPTIONS,
	{ NULL, 0, NULL, NULL }
};

static void
caldav_close (gpointer self)
{
	struct caldav *caldav = self;

	if (caldav == NULL)
		return;
	g_free (caldav->outbox);
	g_free (caldav->organizer);
	rn_http_free (caldav->http);
	g_free (caldav);
}

static gboolean
are_addresses (const char *template, const char *server, GError **error)
{
	const struct rn_url_person example = { .id = "1", .address = "ada@example.com" };

	if ((*template == '\0') == (*server == '\0')) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "One of the settings “url” and “server” must be given.");
		return FALSE;
	}
	if (*server != '\0')
		return rn_url_check (server, FALSE, error);
	g_autofree char *url = rn_url_fill (template, &example, FALSE, error);
	return url != NULL;
}

static gpointer
caldav_open (const struct rn_host *host, GError **error)
{
	const char *template = host->text (host, "url"), *server = host->text (host, "server");
	rn_http *http = are_addresses (template, server, error) ? rn_http_new (host, error) : NULL;

	if (http == NULL)
		return NULL;
	struct caldav *caldav = g_new (struct caldav, 1);
	*caldav = (struct caldav) { .host = host, .http = http, .template = template, .server = server,
	                            .events = host->flag (host, "events") };
	return caldav;
}

static gboolean
caldav_busy (gpointer self, const struct rn_busy_question *question, GError **error)
{
	struct caldav *caldav = self;
	const struct rn_url_person person = { .id = question->id, .address = question->address };

	rn_http_begin (caldav->http);
	if (*caldav->template == '\0')
		return caldav_ask_outbox (caldav, question, error);
	g_autofree char *url = rn_url_fill (caldav->template, &person, FALSE, error);
	return url != NULL && caldav_query (caldav, url, question, error);
}

/* Without a person there is no calendar to try. */
static gboolean
caldav_probe (gpointer self, GError **error)
{
	struct caldav *caldav = self;

	rn_http_begin (caldav->http);
	return *caldav->server == '\0' || caldav_find_outbox (caldav, error);
}

static const struct rn_calendar_ops ops = { .busy = caldav_busy, .probe = caldav_probe };

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI, .name = "caldav", .version = PACKAGE_VERSION,
	.summary = "Busy times from a calendar server.",
	.provides = (const struct rn_provider[]) {
		{ .provides = RN_CALENDAR, .name = "caldav", .options = options, .open = caldav_open, .close = caldav_close,
		  .ops_size = sizeof ops, .ops.calendar = &ops },
		{ .provides = RN_NOTHING },
	},
};

/* Any bytes as the answers of a calendar server: cut at zero bytes, each begins with a
 * letter for its status; the last one is given to all further requests. What is handed to
 * the host is what a question was answered with, and a failure has a sentence. */
#include "config.h"

#include <string.h>

#include "caldav.h"
#include "fake_host.h"
#include "fuzz.h"

#define MAX_REQUESTS 100 /* no question takes so many */

static const char *next, *end; /* of the answers */
static guint n_requests;

/* ---- Instead of the web ---- */

rn_http *
rn_http_new (const struct rn_host *host, G_GNUC_UNUSED GError **error)
{
	return (rn_http *) host;
}

void
rn_http_free (G_GNUC_UNUSED rn_http *http)
{
}

void
rn_http_begin (G_GNUC_UNUSED rn_http *http)
{
	n_requests = 0;
}

gboolean
rn_http_ask (G_GNUC_UNUSED rn_http *http, const struct rn_http_request *request, struct rn_http_answer *answer, GError **error)
{
	static const long statuses[] = { 207, 200, 404, 403, 401, 501 };
	const char *zero = memchr (next, '\0', (gsize) (end - next)), *stop = zero != NULL ? zero : end;

	g_assert (++n_requests < MAX_REQUESTS);
	*answer = (struct rn_http_answer) { .body = g_string_new (NULL) };
	if (next == end) {
		g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: silence.", request->url);
		return FALSE;
	}
	answer->status = statuses[(guint8) *next % G_N_ELEMENTS (statuses)];
	answer->url = g_strdup (request->url);
	answer->etag = g_strdup ("");
	answer->modified = g_strdup ("");
	if (stop > next)
		g_string_append_len (answer->body, next + 1, stop - next - 1);
	next = zero != NULL && zero + 1 < end ? zero + 1 : next;
	return TRUE;
}

gboolean
rn_http_refuse (const struct rn_http_answer *answer, GError **error)
{
	g_set_error (error, RN_ERROR, answer->status == 401 ? RN_ERROR_CONFIG : RN_ERROR_DATA, "%s: %ld.", answer->url,
	             answer->status);
	return FALSE;
}

/* ---- One question ---- */

static void
ask (const char *setting, const char *value)
{
	const struct rn_provider *provider = rn_fake_provider (&rn_plugin, RN_CALENDAR);
	const struct rn_busy_question question = { .id = "7", .name = "Ada", .address = "ada@example.com", .calendar = "",
		                                   .from = 1775001600, .until = 1777593600 };
	g_autoptr (rn_fake_host) fake = rn_fake_host_new (provider, (const char *[]) { setting, value, NULL });
	g_autoptr (GError) error = NULL;
	gpointer self = provider->open (&fake->host, &error);
	gboolean fine = provider->ops.calendar->busy (self, &question, &error);

	provider->close (self);
	g_assert (fine == (error == NULL));
	g_assert (!fine || fake->calendars->len > 0);
	g_assert (fine || g_utf8_validate (error->message, -1, NULL));
	g_assert (fine || (strpbrk (error->message, "\r\n") == NULL && g_str_has_suffix (error->message, ".")));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
	static const char *const settings[][2] = { { "url", "https://c.example.com/{user}/" },
	                                           { "server", "https://c.example.com" } };

	for (gsize i = 0; i < G_N_ELEMENTS (settings); i++) {
		next = (const char *) data;
		end = next + size;
		ask (settings[i][0], settings[i][1]);
	}
	return 0;
}

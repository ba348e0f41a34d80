/* Busy times from the calendars that people or their servers publish: one address of the
 * web for each person, with events or with free and busy times (RFC 5545, VFREEBUSY). */
#include "config.h"

#include <string.h>

#include "http.h"
#include "urls.h"

#define MAX_CALENDAR (8 * 1024 * 1024) /* the host takes no larger one */
#define MAX_KEPT (64 * 1024 * 1024)    /* all calendars that are kept, not to fetch them again unchanged */

static const struct rn_option options[] = {
	{ "url", RN_OPTION_TEXT, "",
	  "Where calendars are, with {user}, {domain}, {address} or {id} of the person, as in "
	  "https://calendar.example.com/{user}/busy.ics; empty: only where the directory says." },
	RN_HTTP_OPTIONS,
	{ NULL, 0, NULL, NULL }
};

struct ics {
	const struct rn_host *host;
	rn_http *http;
	const char *template;
	GHashTable *kept; /* address → struct kept */
	gsize kept_size;
};

static void
ics_close (gpointer self)
{
	struct ics *ics = self;

	if (ics == NULL)
		return;
	g_hash_table_unref (ics->kept);
	rn_http_free (ics->http);
	g_free (ics);
}

/* ---- What was fetched before ---------------------------------------------- */

struct kept {
	char *etag, *modified;
	GString *body;
};

static void
kept_free (gpointer data)
{
	struct kept *kept = data;

	g_free (kept->etag);
	g_free (kept->modified);
	g_string_free (kept->body, TRUE);
	g_free (kept);
}

static void
forget (struct ics *ics, const char *url)
{
	const struct kept *kept = g_hash_table_lookup (ics->kept, url);

	if (kept == NULL)
		return;
	ics->kept_size -= kept->body->len;
	g_hash_table_remove (ics->kept, url);
}

/* Takes what the answer has, when the server can tell later whether it still holds. */
static void
keep (struct ics *ics, const char *url, struct rn_http_answer *answer)
{
	forget (ics, url);
	if (*answer->etag == '\0' && *answer->modified == '\0')
		return;
	if (ics->kept_size + answer->body->len > MAX_KEPT) {
		g_hash_table_remove_all (ics->kept);
		ics->kept_size = 0;
	}
	struct kept *kept = g_new (struct kept, 1);
	*kept = (struct kept) {
		g_steal_pointer (&answer->etag), g_steal_pointer (&answer->modified), g_steal_pointer (&answer->body),
	};
	ics->kept_size += kept->body->len;
	g_hash_table_insert (ics->kept, g_strdup (url), kept);
}

/* ---- Fetching ------------------------------------------------------------- */

/* Adds "If-None-Match: …" and the like; ends the list. */
static void
add_conditions (GPtrArray *headers, const struct kept *kept)
{
	if (kept != NULL && *kept->etag != '\0')
		g_ptr_array_add (headers, g_strdup_printf ("If-None-Match: %s", kept->etag));
	if (kept != NULL && *kept->modified != '\0')
		g_ptr_array_add (headers, g_strdup_printf ("If-Modified-Since: %s", kept->modified));
	g_ptr_array_add (headers, NULL);
}

static gboolean
hand_over (const struct ics *ics, const char *url, const GString *body, GError **error)
{
	if (ics->host->calendar (ics->host, body->str, body->len, error))
		return TRUE;
	g_autofree char *place = rn_url_shown (url);
	g_prefix_error (error, "%s: ", place);
	return FALSE;
}

static gboolean
fetch (struct ics *ics, const char *url, GError **error)
{
	const struct kept *kept = g_hash_table_lookup (ics->kept, url);
	g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
	g_auto (rn_http_answer) answer = { 0 };

	add_conditions (headers, kept);
	struct rn_http_request request = { .url = url, .headers = (const char *const *) headers->pdata, .max = MAX_CALENDAR };
	if (!rn_http_ask (ics->http, &request, &answer, error))
		return FALSE;
	if (answer.status == 304 && kept != NULL)
		return hand_over (ics, url, kept->body, error);
	if (answer.status != 200)
		return rn_http_refuse (&answer, error);
	if (!hand_over (ics, url, answer.body, error))
		return FALSE;
	keep (ics, url, &answer);
	return TRUE;
}

/* A calendar of one person's own says nothing of the server that the others are on. */
static gboolean
fetch_own (struct ics *ics, const char *calendar, GError **error)
{
	g_autofree char *url = g_str_has_prefix (calendar, "webcal://") ? g_strconcat ("https", strchr (calendar, ':'), NULL)
	                                                                : g_strdup (calendar);
	GError *why = NULL;

	if (rn_url_check (url, TRUE, &why) && fetch (ics, url, &why))
		return TRUE;
	why->code = RN_ERROR_DATA;
	g_propagate_error (error, why);
	return FALSE;
}

static gboolean
ics_busy (gpointer self, const struct rn_busy_question *question, GError **error)
{
	struct ics *ics = self;
	const struct rn_url_person person = { .id = question->id, .address = question->address };

	rn_http_begin (ics->http);
	if (*question->calendar != '\0')
		return fetch_own (ics, question->calendar, error);
	if (*ics->template == '\0')
		return TRUE; /* nothing is known */
	g_autofree char *url = rn_url_fill (ics->template, &person, TRUE, error);
	return url != NULL && fetch (ics, url, error);
}

/* ---- The plugin ----------------------------------------------------------- */

static gboolean
is_template (const char *template, GError **error)
{
	const struct rn_url_person example = { .id = "1", .address = "ada@example.com" };
	g_autofree char *url = *template != '\0' ? rn_url_fill (template, &example, TRUE, error) : g_strdup ("");

	return url != NULL;
}

static gpointer
ics_open (const struct rn_host *host, GError **error)
{
	const char *template = host->text (host, "url");
	rn_http *http = is_template (template, error) ? rn_http_new (host, error) : NULL;

	if (http == NULL)
		return NULL;
	struct ics *ics = g_new (struct ics, 1);
	*ics = (struct ics) { .host = host, .http = http, .template = template,
		              .kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free) };
	return ics;
}

static const struct rn_calendar_ops ops = { .busy = ics_busy };

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI, .name = "ics", .version = PACKAGE_VERSION,
	.summary = "Busy times from calendars published on the web.",
	.provides = (const struct rn_provider[]) {
		{ .provides = RN_CALENDAR, .name = "ics-url", .options = options, .open = ics_open, .close = ics_close,
		  .ops_size = sizeof ops, .ops.calendar = &ops },
		{ .provides = RN_NOTHING },
	},
};

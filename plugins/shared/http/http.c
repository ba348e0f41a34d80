#include "config.h"

#include "http.h"

#include <curl/curl.h>

#include "urls.h"

#define MAX_REDIRECTS 5 /* to www, to the tenant, to the mailbox's server, and two to spare */
#define MAX_SECONDS (RN_BUSY_SECONDS - 5) /* the host needs time to read the answer */

struct rn_http {
	CURL *curl; /* keeps its connections from one request to the next */
	const char *user, *password, *ca_file;
	int seconds;
	gint64 deadline_us; /* of g_get_monotonic_time () */
};

rn_http *
rn_http_new (const struct rn_host *host, GError **error)
{
	static gsize once;

	if (g_once_init_enter (&once)) {
		curl_global_init (CURL_GLOBAL_DEFAULT);
		g_once_init_leave (&once, 1);
	}
	g_autoptr (rn_http) http = g_new0 (rn_http, 1);
	http->curl = curl_easy_init ();
	http->user = host->text (host, "user");
	http->password = host->text (host, "password");
	http->ca_file = host->text (host, "ca_file");
	http->seconds = (int) CLAMP (host->number (host, "timeout"), 1, MAX_SECONDS);
	rn_http_begin (http);
	if ((*http->user == '\0') != (*http->password == '\0')) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The settings “user” and “password” go together.");
		return NULL;
	}
	return g_steal_pointer (&http);
}

void
rn_http_begin (rn_http *http)
{
	http->deadline_us = g_get_monotonic_time () + http->seconds * G_USEC_PER_SEC;
}

void
rn_http_free (rn_http *http)
{
	if (http == NULL)
		return;
	curl_easy_cleanup (http->curl);
	g_free (http);
}

/* ---- One request ---------------------------------------------------------- */

struct transfer {
	const struct rn_http_request *request;
	GString *body;
	struct curl_slist *headers;
	char why[CURL_ERROR_SIZE];
};

static size_t
keep (char *bytes, size_t size, size_t n, void *data)
{
	struct transfer *transfer = data;

	if (size * n > transfer->request->max - transfer->body->len)
		return 0; /* ends the transfer with CURLE_WRITE_ERROR */
	g_string_append_len (transfer->body, bytes, (gssize) (size * n));
	return size * n;
}

static void
limit (const rn_http *http)
{
	gint64 left_ms = (http->deadline_us - g_get_monotonic_time ()) / 1000;

	curl_easy_setopt (http->curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt (http->curl, CURLOPT_TIMEOUT_MS, (long) MAX (left_ms, 1)); /* 0 would be no limit */
	curl_easy_setopt (http->curl, CURLOPT_PROTOCOLS_STR, "https,http,file");
	curl_easy_setopt (http->curl, CURLOPT_REDIR_PROTOCOLS_STR, "https");
	curl_easy_setopt (http->curl, CURLOPT_FOLLOWLOCATION, 1L);
	curl_easy_setopt (http->curl, CURLOPT_MAXREDIRS, (long) MAX_REDIRECTS);
	curl_easy_setopt (http->curl, CURLOPT_POSTREDIR, (long) CURL_REDIR_POST_ALL);
	curl_easy_setopt (http->curl, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
}

/* libcurl verifies chain and name by itself, and gives name and password to no other
 * host than the first. */
static void
protect (const rn_http *http)
{
	curl_easy_setopt (http->curl, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
	if (*http->ca_file != '\0')
		curl_easy_setopt (http->curl, CURLOPT_CAINFO, http->ca_file);
	if (*http->user != '\0') {
		curl_easy_setopt (http->curl, CURLOPT_HTTPAUTH, (long) CURLAUTH_BASIC);
		curl_easy_setopt (http->curl, CURLOPT_USERNAME, http->user);
		curl_easy_setopt (http->curl, CURLOPT_PASSWORD, http->password);
	}
}

static void
prepare (const rn_http *http, struct transfer *transfer)
{
	const struct rn_http_request *request = transfer->request;

	curl_easy_reset (http->curl);
	limit (http);
	protect (http);
	for (gsize i = 0; request->headers != NULL && request->headers[i] != NULL; i++)
		transfer->headers = curl_slist_append (transfer->headers, request->headers[i]);
	curl_easy_setopt (http->curl, CURLOPT_URL, request->url);
	curl_easy_setopt (http->curl, CURLOPT_HTTPHEADER, transfer->headers);
	curl_easy_setopt (http->curl, CURLOPT_USERAGENT, "Rotnem/" PACKAGE_VERSION);
	if (request->body != NULL)
		curl_easy_setopt (http->curl, CURLOPT_POSTFIELDS, request->body);
	if (request->method != NULL)
		curl_easy_setopt (http->curl, CURLOPT_CUSTOMREQUEST, request->method);
	curl_easy_setopt (http->curl, CURLOPT_WRITEFUNCTION, keep);
	curl_easy_setopt (http->curl, CURLOPT_WRITEDATA, transfer);
	curl_easy_setopt (http->curl, CURLOPT_ERRORBUFFER, transfer->why);
}

/* What libcurl's results mean, where it is not “try again later”. */
static const struct {
	CURLcode result;
	enum rn_error next_step;
	const char *words;
} failures[] = {
	{ CURLE_SSL_CACERT_BADFILE, RN_ERROR_CONFIG, "there is no certificate to trust in the file of “ca_file”" },
	{ CURLE_URL_MALFORMAT, RN_ERROR_DATA, "this is no address that can be asked" },
	{ CURLE_UNSUPPORTED_PROTOCOL, RN_ERROR_DATA, "we are sent on to an address that is not https" },
	{ CURLE_TOO_MANY_REDIRECTS, RN_ERROR_DATA, "we are sent from address to address" },
	{ CURLE_FILE_COULDNT_READ_FILE, RN_ERROR_DATA, "the file cannot be read" },
	{ CURLE_WRITE_ERROR, RN_ERROR_DATA, "the answer is too large" }, /* by `keep` */
	{ CURLE_OPERATION_TIMEDOUT, RN_ERROR_RETRY, "the answer took too long" },
};

static gboolean
fail (const struct transfer *transfer, CURLcode result, GError **error)
{
	g_autofree char *place = rn_url_shown (transfer->request->url);
	const char *words = *transfer->why != '\0' ? transfer->why : curl_easy_strerror (result);
	enum rn_error next_step = RN_ERROR_RETRY;

	for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
		if (failures[i].result == result) {
			next_step = failures[i].next_step;
			words = failures[i].words;
		}
	g_set_error (error, RN_ERROR, next_step, "%s: %s.", place, words);
	return FALSE;
}

static char *
header (const rn_http *http, const char *name)
{
	struct curl_header *found;

	if (curl_easy_header (http->curl, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK)
		return g_strdup ("");
	return g_strdup (found->value);
}

static void
describe (const rn_http *http, struct rn_http_answer *answer)
{
	const char *url = "";

	curl_easy_getinfo (http->curl, CURLINFO_EFFECTIVE_URL, &url);
	curl_easy_getinfo (http->curl, CURLINFO_RESPONSE_CODE, &answer->status);
	if (answer->status == 0)
		answer->status = 200;
	answer->url = rn_url_without_login (url);
	answer->etag = header (http, "ETag");
	answer->modified = header (http, "Last-Modified");
}

gboolean
rn_http_ask (rn_http *http, const struct rn_http_request *request, struct rn_http_answer *answer, GError **error)
{
	*answer = (struct rn_http_answer) { .body = g_string_new (NULL) };
	struct transfer transfer = { .request = request, .body = answer->body };

	prepare (http, &transfer);
	CURLcode result = curl_easy_perform (http->curl);
	curl_slist_free_all (transfer.headers);
	if (result != CURLE_OK)
		return fail (&transfer, result, error);
	describe (http, answer);
	return TRUE;
}

/* ---- Statuses ------------------------------------------------------------- */

static const struct {
	long first, last; /* status codes (RFC 9110, 15) */
	enum rn_error next_step;
	const char *words;
} refusals[] = {
	{ 401, 401, RN_ERROR_CONFIG, "name and password are not accepted" },
	{ 403, 403, RN_ERROR_DATA, "the server does not allow it" },
	{ 404, 404, RN_ERROR_DATA, "there is nothing at this address" },
	{ 410, 410, RN_ERROR_DATA, "there is nothing at this address any more" },
	{ 429, 429, RN_ERROR_RETRY, "the server asks for a pause" },
	{ 502, 504, RN_ERROR_RETRY, "the server is not available" },
	{ 500, 599, RN_ERROR_DATA, "the server failed" },
	{ 0, 999, RN_ERROR_DATA, "the server answered otherwise than expected" },
};

gboolean
rn_http_refuse (const struct rn_http_answer *answer, GError **error)
{
	g_autofree char *place = rn_url_shown (answer->url);
	gsize i = 0;

	while (i + 1 < G_N_ELEMENTS (refusals) && (answer->status < refusals[i].first || answer->status > refusals[i].last))
		i++;
	g_set_error (error, RN_ERROR, refusals[i].next_step, "%s: %s (%ld).", place, refusals[i].words, answer->status);
	return FALSE;
}

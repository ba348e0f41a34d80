/* HTTP for plugins, by libcurl: verified TLS, caps on time and size, few redirects and
 * those to https only. Clear text stays on this machine. */
#ifndef RN_HTTP_HTTP_H
#define RN_HTTP_HTTP_H

#include "plugin.h"

/* The rows of settings that rn_http_new reads. */
#define RN_HTTP_OPTIONS                                                                                           \
	{ "user", RN_OPTION_TEXT, "", "Name to log in with; empty: no login." },                                  \
	{ "password", RN_OPTION_SECRET, "", "Password to log in with." },                                         \
	{ "ca_file", RN_OPTION_PATH, "", "Certificates to trust instead of those of the system (PEM)." },         \
	{ "timeout", RN_OPTION_DURATION, "20 seconds", "How long the answer about one person may take." }

typedef struct rn_http rn_http;

/* Errors: CONFIG. The host must live as long. */
rn_http *rn_http_new (const struct rn_host *host, GError **error);

/* From here on all requests together have the time of the setting “timeout”, in any
 * case less than RN_BUSY_SECONDS. */
void rn_http_begin (rn_http *http);
void rn_http_free (rn_http *http); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_http, rn_http_free)

struct rn_http_request {
	const char *method;         /* NULL: GET */
	const char *url;            /* as rn_url_check allows; file: is read where a template says so */
	const char *const *headers; /* "Depth: 1"; ends with NULL. NULL: none */
	const char *body;           /* NULL: none */
	gsize max;                  /* bytes that the answer may have */
};

/* An answer of any status; texts are never NULL. Clear it whatever was returned. */
typedef struct rn_http_answer {
	long status;          /* 200 for a file that could be read */
	GString *body;
	char *url;            /* where the answer came from, behind redirects */
	char *etag, *modified;
} rn_http_answer;

/* Asks and waits. FALSE when there is no whole answer, with an error that names the
 * address without its secrets: RETRY (network, certificate, time), CONFIG, DATA (too
 * large, redirected to where nobody should go). */
gboolean rn_http_ask (rn_http *http, const struct rn_http_request *request, struct rn_http_answer *answer, GError **error);

static inline void
rn_http_answer_clear (struct rn_http_answer *answer)
{
	if (answer->body != NULL)
		g_string_free (answer->body, TRUE);
	g_free (answer->url);
	g_free (answer->etag);
	g_free (answer->modified);
	*answer = (struct rn_http_answer) { .body = NULL };
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (rn_http_answer, rn_http_answer_clear)

/* Sets the error that a status means, and gives FALSE: CONFIG (401), RETRY (429 and 502
 * to 504), else DATA, as with 403, 404, and 500: one odd entry is often enough for it. */
gboolean rn_http_refuse (const struct rn_http_answer *answer, GError **error);

#endif

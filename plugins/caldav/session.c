#include "config.h"

#include "caldav.h"
#include "urls.h"

gboolean
caldav_ask (struct caldav *caldav, const char *method, const char *url, const char *depth, const char *xml,
            struct rn_http_answer *answer, GError **error)
{
	g_autofree char *depth_line = g_strconcat ("Depth: ", depth, NULL);
	const char *const headers[] = { "Content-Type: application/xml; charset=utf-8", depth_line, NULL };
	const struct rn_http_request request = {
		.method = method, .url = url, .headers = headers, .body = xml, .max = MAX_ANSWER,
	};

	return rn_http_ask (caldav->http, &request, answer, error);
}

xmlDoc *
caldav_ask_many (struct caldav *caldav, const char *method, const char *url, const char *depth, const char *xml, char **from,
                 GError **error)
{
	g_auto (rn_http_answer) answer = { 0 };

	if (!caldav_ask (caldav, method, url, depth, xml, &answer, error))
		return NULL;
	if (answer.status != 207) {
		rn_http_refuse (&answer, error);
		return NULL;
	}
	g_autofree char *place = rn_url_shown (answer.url);
	g_autoptr (xmlDoc) document = dav_read (answer.body->str, answer.body->len, error);
	if (document == NULL) {
		g_prefix_error (error, "%s: ", place);
		return NULL;
	}
	*from = g_steal_pointer (&answer.url);
	return g_steal_pointer (&document);
}

gboolean
caldav_hand_over (struct caldav *caldav, const char *url, const char *text, gsize size, GError **error)
{
	if (caldav->host->calendar (caldav->host, text, size, error))
		return TRUE;
	g_autofree char *place = rn_url_shown (url);
	g_prefix_error (error, "%s: ", place);
	return FALSE;
}

char *
caldav_instant (rn_time instant)
{
	g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant);
	return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}

gboolean
caldav_fail (const char *url, const char *why, GError **error)
{
	g_autofree char *place = rn_url_shown (url);
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "%s: %s.", place, why);
	return FALSE;
}

/* Busy times by asking calendars: free-busy-query (RFC 4791, 7.10), and where a server
 * does not know it, calendar-query (7.8), whose events the host reads. */
#include <string.h>

#include "caldav.h"
#include "urls.h"

#define MAX_CALENDARS 20 /* of one person; each takes one or two questions */

static const char empty_calendar[] = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

/* ---- One calendar --------------------------------------------------------- */

static char *
time_range (rn_time from, rn_time until)
{
	g_autofree char *start = caldav_instant (from), *end = caldav_instant (until);
	return g_strdup_printf ("<C:time-range start=\"%s\" end=\"%s\"/>", start, end);
}

/* An entry that comes without its text may be busy time. */
static gboolean
hand_over_events (struct caldav *caldav, const char *url, const xmlDoc *document, GError **error)
{
	const xmlNode *root = xmlDocGetRootElement ((xmlDoc *) document);
	const xmlNode *response = dav_child (root, DAV_NS, "response");

	if (response == NULL)
		return caldav_hand_over (caldav, url, empty_calendar, strlen (empty_calendar), error);
	for (; response != NULL; response = dav_next (response)) {
		const xmlNode *data = dav_property (response, CALDAV_NS, "calendar-data");
		if (data == NULL)
			return caldav_fail (url, "the server does not tell all entries", error);
		g_autofree char *text = dav_text (data);
		if (!caldav_hand_over (caldav, url, text, strlen (text), error))
			return FALSE;
	}
	return TRUE;
}

/* A day is added at both ends: the server does not know the zone that whole days of the
 * person are in. */
static gboolean
ask_for_events (struct caldav *caldav, const char *url, const struct rn_busy_question *question, GError **error)
{
	g_autofree char *range = time_range (question->from - RN_DAY, question->until + RN_DAY), *from = NULL;
	g_autofree char *xml = g_strconcat (
		"<C:calendar-query xmlns:D=\"" DAV_NS "\" xmlns:C=\"" CALDAV_NS "\"><D:prop><C:calendar-data/></D:prop><C:filter>"
		"<C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\">", range, "</C:comp-filter></C:comp-filter>"
		"</C:filter></C:calendar-query>", NULL);
	g_autoptr (xmlDoc) document = caldav_ask_many (caldav, "REPORT", url, "1", xml, &from, error);

	return document != NULL && hand_over_events (caldav, url, document, error);
}

/* The server refuses whatever we ask there; else it may only not know this report. */
static gboolean
is_final (long status)
{
	return status == 401 || status == 404 || status == 410 || status == 429 || (status >= 502 && status <= 504);
}

/* Radicale answers otherwise than the RFC says: 3.1 with a 207 that names every entry and
 * tells nothing of it, later ones with a VFREEBUSY for each occurrence, none when there is
 * none, in which whole days are those of UTC. */
static gboolean
is_free_busy (const struct rn_http_answer *answer)
{
	const char *text = answer->body->str;
	return answer->status == 200 && strstr (text, "BEGIN:VFREEBUSY") != NULL && strstr (text, "\nFBTYPE") == NULL;
}

static gboolean
ask_calendar (struct caldav *caldav, const char *url, const struct rn_busy_question *question, GError **error)
{
	g_autofree char *range = time_range (question->from, question->until);
	g_autofree char *xml = g_strconcat ("<C:free-busy-query xmlns:C=\"" CALDAV_NS "\">", range, "</C:free-busy-query>", NULL);
	g_auto (rn_http_answer) answer = { 0 };
	g_autoptr (GError) why = NULL;

	if (caldav->events)
		return ask_for_events (caldav, url, question, error);
	if (!caldav_ask (caldav, "REPORT", url, "1", xml, &answer, error))
		return FALSE;
	if (is_final (answer.status))
		return rn_http_refuse (&answer, error);
	if (!is_free_busy (&answer) && ask_for_events (caldav, url, question, &why))
		return TRUE;
	if (answer.status == 200)
		return caldav_hand_over (caldav, answer.url, answer.body->str, answer.body->len, error);
	g_propagate_error (error, g_steal_pointer (&why));
	return FALSE;
}

/* ---- All calendars of a person -------------------------------------------- */

static gboolean
is_calendar (const xmlNode *response)
{
	return dav_child (dav_property (response, DAV_NS, "resourcetype"), CALDAV_NS, "calendar") != NULL;
}

/* What is in it makes nobody busy (RFC 6638, 9.1). */
static gboolean
is_transparent (const xmlNode *response)
{
	return dav_child (dav_property (response, CALDAV_NS, "schedule-calendar-transp"), CALDAV_NS, "transparent") != NULL;
}

static gboolean
add_calendar (GPtrArray *urls, const char *folder, const xmlNode *response, GError **error)
{
	g_autofree char *href = dav_href (response);

	if (href == NULL || dav_property (response, DAV_NS, "resourcetype") == NULL)
		return caldav_fail (folder, "the server does not tell what is there", error);
	if (!is_calendar (response) || is_transparent (response))
		return TRUE;
	if (urls->len == MAX_CALENDARS)
		return caldav_fail (folder, "there are too many calendars", error);
	char *url = rn_url_resolve (folder, href, error);
	if (url != NULL)
		g_ptr_array_add (urls, url);
	return url != NULL;
}

static GPtrArray *
list_calendars (struct caldav *caldav, const char *folder, GError **error)
{
	static const char xml[] = "<D:propfind xmlns:D=\"" DAV_NS "\" xmlns:C=\"" CALDAV_NS "\"><D:prop><D:resourcetype/>"
	                          "<C:schedule-calendar-transp/></D:prop></D:propfind>";
	g_autofree char *from = NULL;
	g_autoptr (xmlDoc) document = caldav_ask_many (caldav, "PROPFIND", folder, "1", xml, &from, error);
	g_autoptr (GPtrArray) urls = g_ptr_array_new_with_free_func (g_free);

	if (document == NULL)
		return NULL;
	const xmlNode *root = xmlDocGetRootElement (document);
	for (const xmlNode *r = dav_child (root, DAV_NS, "response"); r != NULL; r = dav_next (r))
		if (!add_calendar (urls, from, r, error))
			return NULL;
	if (urls->len == 0) {
		caldav_fail (from, "there is no calendar", error);
		return NULL;
	}
	return g_steal_pointer (&urls);
}

static gboolean
ask_all (struct caldav *caldav, const char *folder, const struct rn_busy_question *question, GError **error)
{
	g_autoptr (GPtrArray) urls = list_calendars (caldav, folder, error);

	for (guint i = 0; urls != NULL && i < urls->len; i++)
		if (!ask_calendar (caldav, g_ptr_array_index (urls, i), question, error))
			return FALSE;
	return urls != NULL;
}

/* ---- Whatever is there ---------------------------------------------------- */

/* A person's principal names the folder of her calendars; else the address itself is it. */
static char *
folder_of (const char *url, const xmlNode *response, GError **error)
{
	g_autofree char *href = dav_href (dav_property (response, CALDAV_NS, "calendar-home-set"));
	return href != NULL ? rn_url_resolve (url, href, error) : g_strdup (url);
}

/* Whoever may see when a person is busy need not be allowed to see the calendar: no answer
 * here is no reason not to ask it (CALDAV:read-free-busy, RFC 4791, 6.1.1). */
gboolean
caldav_query (struct caldav *caldav, const char *url, const struct rn_busy_question *question, GError **error)
{
	static const char xml[] = "<D:propfind xmlns:D=\"" DAV_NS "\" xmlns:C=\"" CALDAV_NS "\"><D:prop><D:resourcetype/>"
	                          "<C:calendar-home-set/></D:prop></D:propfind>";
	g_autoptr (GError) why = NULL;
	g_autofree char *from = NULL;
	g_autoptr (xmlDoc) document = caldav_ask_many (caldav, "PROPFIND", url, "0", xml, &from, &why);

	if (document == NULL && why->code != RN_ERROR_DATA) {
		g_propagate_error (error, g_steal_pointer (&why));
		return FALSE;
	}
	const xmlNode *response = document != NULL ? dav_child (xmlDocGetRootElement (document), DAV_NS, "response") : NULL;
	if (response == NULL || is_calendar (response))
		return ask_calendar (caldav, url, question, error);
	g_autofree char *folder = folder_of (from, response, error);
	return folder != NULL && ask_all (caldav, folder, question, error);
}

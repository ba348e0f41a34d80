/* Busy times as one who invites gets them: our account puts a question into its Outbox,
 * and the server answers for whomever it knows (RFC 6638, 5). */
#include "config.h"

#include <string.h>

#include "address.h"
#include "caldav.h"
#include "urls.h"

/* ---- Finding the Outbox --------------------------------------------------- */

#define ASK_FOR(properties)                                                                                       \
	"<D:propfind xmlns:D=\"" DAV_NS "\" xmlns:C=\"" CALDAV_NS "\"><D:prop>" properties "</D:prop></D:propfind>"

/* The principal that we are logged in as (RFC 5397); NULL without an error where the
 * server does not say so at this address. */
static char *
find_principal (struct caldav *caldav, const char *url, GError **error)
{
	GError *why = NULL;
	g_autofree char *from = NULL;
	g_autoptr (xmlDoc) document =
	        caldav_ask_many (caldav, "PROPFIND", url, "0", ASK_FOR ("<D:current-user-principal/>"), &from, &why);

	if (document == NULL) {
		if (why->code == RN_ERROR_DATA)
			g_error_free (why);
		else
			g_propagate_error (error, why);
		return NULL;
	}
	const xmlNode *response = dav_child (xmlDocGetRootElement (document), DAV_NS, "response");
	g_autofree char *href = dav_href (dav_property (response, DAV_NS, "current-user-principal"));
	return href != NULL ? rn_url_resolve (from, href, error) : NULL;
}

/* By RFC 6764, 6, and else at the address in the settings itself. */
static char *
discover_principal (struct caldav *caldav, GError **error)
{
	GError *why = NULL;
	g_autofree char *well_known = rn_url_resolve (caldav->server, "/.well-known/caldav", error);
	char *principal = well_known != NULL ? find_principal (caldav, well_known, &why) : NULL;

	if (principal == NULL && well_known != NULL && why == NULL)
		principal = find_principal (caldav, caldav->server, &why);
	if (why != NULL)
		g_propagate_error (error, why);
	else if (principal == NULL && well_known != NULL)
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s: there is no CalDAV at this address.", caldav->server);
	return principal;
}

static gboolean
is_mail_address (const char *href)
{
	return g_ascii_strncasecmp (href, "mailto:", strlen ("mailto:")) == 0 && rn_address_is_safe (href + strlen ("mailto:"));
}

/* The account's own address with mailto:, or NULL. */
static char *
find_own_address (const xmlNode *response)
{
	const xmlNode *set = dav_property (response, CALDAV_NS, "calendar-user-address-set");

	for (const xmlNode *href = dav_child (set, DAV_NS, "href"); href != NULL; href = dav_next (href)) {
		g_autofree char *text = dav_text (href);
		if (is_mail_address (text))
			return g_steal_pointer (&text);
	}
	return NULL;
}

static gboolean
read_principal (struct caldav *caldav, const char *url, const xmlNode *response, GError **error)
{
	g_autofree char *href = dav_href (dav_property (response, CALDAV_NS, "schedule-outbox-URL"));
	g_autofree char *own = find_own_address (response), *place = rn_url_shown (url);

	if (href == NULL || own == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG,
		             "%s: this account has no %s there, so nobody can be asked for by mail address; say in “url” where "
		             "people's calendars are.",
		             place, href == NULL ? "scheduling Outbox (RFC 6638)" : "mail address");
		return FALSE;
	}
	caldav->outbox = rn_url_resolve (url, href, error);
	caldav->organizer = g_steal_pointer (&own);
	return caldav->outbox != NULL;
}

static void
forget (struct caldav *caldav)
{
	g_clear_pointer (&caldav->outbox, g_free);
	g_clear_pointer (&caldav->organizer, g_free);
}

gboolean
caldav_find_outbox (struct caldav *caldav, GError **error)
{
	static const char xml[] = ASK_FOR ("<C:schedule-outbox-URL/><C:calendar-user-address-set/>");

	if (caldav->outbox != NULL)
		return TRUE;
	forget (caldav);
	g_autofree char *principal = discover_principal (caldav, error), *from = NULL;
	if (principal == NULL)
		return FALSE;
	g_autoptr (xmlDoc) document = caldav_ask_many (caldav, "PROPFIND", principal, "0", xml, &from, error);
	return document != NULL &&
	       read_principal (caldav, from, dav_child (xmlDocGetRootElement (document), DAV_NS, "response"), error);
}

/* ---- Asking --------------------------------------------------------------- */

/* Lines of more than 75 bytes would have to be folded (RFC 5545, 3.1). */
static void
append_line (GString *text, const char *name, const char *value)
{
	g_autofree char *line = g_strconcat (name, ":", value, NULL);
	const char *c = line;

	for (; strlen (c) > 70; c += 70) {
		g_string_append_len (text, c, 70);
		g_string_append (text, "\r\n ");
	}
	g_string_append_printf (text, "%s\r\n", c);
}

static char *
compose (const struct caldav *caldav, const struct rn_busy_question *question)
{
	const struct rn_host *host = caldav->host;
	g_autofree char *now = caldav_instant (host->now (host)), *from = caldav_instant (question->from);
	g_autofree char *until = caldav_instant (question->until), *attendee = g_strconcat ("mailto:", question->address, NULL);
	g_autofree char *uid = g_strdup_printf ("%016" G_GINT64_MODIFIER "x@rotnem", host->random (host));
	const char *const lines[][2] = {
		{ "BEGIN", "VCALENDAR" }, { "VERSION", "2.0" }, { "PRODID", "-//Rotnem//EN" }, { "METHOD", "REQUEST" },
		{ "BEGIN", "VFREEBUSY" }, { "UID", uid }, { "DTSTAMP", now }, { "DTSTART", from }, { "DTEND", until },
		{ "ORGANIZER", caldav->organizer }, { "ATTENDEE", attendee }, { "END", "VFREEBUSY" }, { "END", "VCALENDAR" },
	};
	GString *text = g_string_new (NULL);

	for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
		append_line (text, lines[i][0], lines[i][1]);
	return g_string_free (text, FALSE);
}

/* The C:response about that person, or NULL. */
static const xmlNode *
find_response (const xmlNode *root, const char *address)
{
	g_autofree char *wanted = rn_address_normal (address);

	const xmlNode *response = dav_child (root, CALDAV_NS, "response");
	for (; response != NULL; response = dav_next (response)) {
		g_autofree char *href = dav_href (dav_child (response, CALDAV_NS, "recipient"));
		g_autofree char *found = rn_address_normal (href != NULL ? href : "");
		if (strcmp (found, wanted) == 0)
			return response;
	}
	return NULL;
}

/* The status is "2.0;Success" or, of somebody unknown, "3.7;Invalid calendar user" and the
 * like (RFC 5546, 3.6). */
static gboolean
take_response (struct caldav *caldav, const char *url, const xmlNode *response, GError **error)
{
	g_autofree char *status = dav_text (dav_child (response, CALDAV_NS, "request-status"));
	g_autofree char *calendar = dav_text (dav_child (response, CALDAV_NS, "calendar-data"));

	if (status[0] == '2' && *calendar != '\0')
		return caldav_hand_over (caldav, url, calendar, strlen (calendar), error);
	g_strcanon (status, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".; -", '?');
	g_autofree char *why = g_strdup_printf ("the server does not tell of this person (%.80s)", status);
	return caldav_fail (url, why, error);
}

static gboolean
take_answer (struct caldav *caldav, const struct rn_http_answer *answer, const char *address, GError **error)
{
	g_autoptr (xmlDoc) document = dav_read (answer->body->str, answer->body->len, error);

	if (document == NULL) {
		g_autofree char *place = rn_url_shown (answer->url);
		g_prefix_error (error, "%s: ", place);
		return FALSE;
	}
	const xmlNode *response = find_response (xmlDocGetRootElement (document), address);
	if (response == NULL)
		return caldav_fail (answer->url, "the answer is not about this person", error);
	return take_response (caldav, answer->url, response, error);
}

gboolean
caldav_ask_outbox (struct caldav *caldav, const struct rn_busy_question *question, GError **error)
{
	static const char *const headers[] = { "Content-Type: text/calendar; charset=utf-8", NULL };
	g_auto (rn_http_answer) answer = { 0 };

	if (!rn_address_is_safe (question->address))
		return caldav_fail (caldav->server, "this person has no mail address to ask for", error);
	if (!caldav_find_outbox (caldav, error))
		return FALSE;
	g_autofree char *text = compose (caldav, question);
	const struct rn_http_request request = {
		.method = "POST", .url = caldav->outbox, .headers = headers, .body = text, .max = MAX_ANSWER,
	};
	if (!rn_http_ask (caldav->http, &request, &answer, error))
		return FALSE;
	if (answer.status == 200)
		return take_answer (caldav, &answer, question->address, error);
	forget (caldav); /* it may have moved */
	return rn_http_refuse (&answer, error);
}

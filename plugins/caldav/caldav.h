/* What the parts of the plugin "caldav" share. */
#ifndef RN_CALDAV_CALDAV_H
#define RN_CALDAV_CALDAV_H

#include "dav.h"
#include "http.h"

#define MAX_ANSWER (8 * 1024 * 1024) /* of calendars the host takes no more */

struct caldav {
	const struct rn_host *host;
	rn_http *http;
	const char *template; /* where a person's calendar is; "": by the Outbox of our account */
	const char *server;
	gboolean events;      /* they are read even where busy times are told */
	/* found out when first needed */
	char *outbox;
	char *organizer;      /* the account's own address, with mailto: */
};

/* ---- session.c ---- */

/* Sends one request with XML. TRUE with an answer of any status. */
gboolean caldav_ask (struct caldav *caldav, const char *method, const char *url, const char *depth, const char *xml,
                     struct rn_http_answer *answer, GError **error);

/* The same, read as the answer for many (207, RFC 4918, 13): NULL with an error when it is
 * none. *from: where it came from; the caller frees both. */
xmlDoc *caldav_ask_many (struct caldav *caldav, const char *method, const char *url, const char *depth, const char *xml,
                         char **from, GError **error);

/* Hands one calendar to the host; what the host says of it gets the place before it. */
gboolean caldav_hand_over (struct caldav *caldav, const char *url, const char *text, gsize size, GError **error);

/* "20260401T100000Z" */
char *caldav_instant (rn_time instant);

/* Sets a DATA error "PLACE: WHY." and gives FALSE. */
gboolean caldav_fail (const char *url, const char *why, GError **error);

/* ---- query.c ---- */

/* Asks the calendar at `url`, or all those in the folder or of the person there. */
gboolean caldav_query (struct caldav *caldav, const char *url, const struct rn_busy_question *question, GError **error);

/* ---- outbox.c ---- */

/* Asks the server on behalf of our account, as one who wants to invite (RFC 6638, 5). */
gboolean caldav_ask_outbox (struct caldav *caldav, const struct rn_busy_question *question, GError **error);

/* Finds the Outbox, when that was not done yet (RFC 6764, 6; RFC 6638, 2.1.1). */
gboolean caldav_find_outbox (struct caldav *caldav, GError **error);

#endif

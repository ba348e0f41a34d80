/* Calendar objects as they come in by mail (iMIP, RFC 6047; iTIP, RFC 5546), from
 * whatever program made them. libical stays behind this header. */
#ifndef RN_CALENDAR_ITIP_H
#define RN_CALENDAR_ITIP_H

#include <glib.h>

#include "instant.h"

/* One component of one UID and RECURRENCE-ID. No text is NULL. */
struct rn_calendar {
	char *method;        /* upper case: REPLY, COUNTER, REQUEST, CANCEL, REFRESH, ADD, PUBLISH … */
	char *uid;
	int sequence;
	rn_time dtstamp;     /* 0: absent */
	rn_time recurrence_id;
	char *range;         /* of RECURRENCE-ID, upper case: THISANDFUTURE, or "" */
	char *status;        /* upper case: CONFIRMED, TENTATIVE, CANCELLED, or "" */
	char *attendee;      /* address, lower case, plus part kept; who answers, or is asked alone; else "" */
	char *sent_by;       /* who acted for the attendee, or, where the organizer speaks, for her; or "" */
	char *delegated_to;  /* or "" */
	char *partstat;      /* upper case: ACCEPTED, DECLINED, TENTATIVE, DELEGATED, NEEDS-ACTION or "" */
	char *organizer;     /* address, lower case, plus part kept, or "" */
	GStrv attendees;     /* every attendee's address */
	GStrv partstats;     /* what each of them said, as above */
	rn_time start, end;  /* 0: absent; end by DURATION is worked out */
	char *tzid;          /* of DTSTART as written, "" for UTC */
	char *summary, *comment;
	GArray *occurrences; /* of rn_time: the starts of a series, rising, with those that another item moved;
	                      * empty for a single meeting. From a year before `dtstamp` on, at most
	                      * RN_MAX_OCCURRENCES and five years (recurrence.h) */
};

struct rn_calendar *rn_calendar_new (void);
void rn_calendar_free (struct rn_calendar *calendar);

/* What was found in one calendar part. */
struct rn_itip {
	GPtrArray *items;   /* of struct rn_calendar */
	GPtrArray *notes;   /* of char *: "organizer assumed", "method of the calendar used" … */
	const char *reason; /* NULL, or a static word why it must be held: unknown-zone, bad-calendar … */
};
void rn_itip_init (struct rn_itip *itip);
void rn_itip_clear (struct rn_itip *itip);

/* Reads a text/calendar part, decoded to UTF-8. `method` is the parameter of its
 * Content-Type or NULL. `from` is the mail's From address (it tells which ATTENDEE of
 * a COUNTER speaks), or NULL. `floating` is the zone of times without one, or NULL
 * for "hold them". Takes any bytes, stays under 100 ms of CPU. */
void rn_itip_read (const char *text, gsize size, const char *method, const char *from, GTimeZone *floating,
                   struct rn_itip *itip);

#endif

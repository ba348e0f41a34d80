/* Meetings that come again (RFC 5545, 3.8.5): the occurrences of all events of a
 * calendar text, by RRULE and RDATE, without EXDATE, and with those that were moved by
 * an event of the same UID with a RECURRENCE-ID. Events with STATUS:CANCELLED have none. */
#ifndef RN_CALENDAR_RECURRENCE_H
#define RN_CALENDAR_RECURRENCE_H

#include "slots.h"
#include "zones.h"

#define RN_MAX_OCCURRENCES 500                   /* of one event: daily for two working years */
#define RN_OCCURRENCE_HORIZON (5 * 366 * RN_DAY) /* nobody plans behind it */

/* How much work a text may make; 1 is a day looked at, some 20 ns. */
#define RN_MAIL_WORK 1000000       /* a calendar part has 100 ms in all */
#define RN_PUBLISHED_WORK 20000000 /* a busy person's calendar of ten years takes a tenth */

struct rn_occurrence {
	struct rn_span span; /* of no length when the event does not end */
	guint event;         /* number of the component */
};

/* The occurrences that lie at least partly behind `from` and begin before `until` (at
 * most the horizon behind `from`), rising. Rules that are not understood count as
 * none, times that cannot be read leave the event out, and work over `max_work` is not
 * done; *unread is the first event that this happened to, else ics->n_components. The
 * caller frees the array, of struct rn_occurrence. */
GArray *rn_occurrences (const rn_ics *ics, rn_zones *zones, rn_time from, rn_time until, guint max_work, guint *unread);

#endif

/* What the files of iTIP reading share: one reading on its way. Nobody else includes
 * this. */
#ifndef RN_CALENDAR_ITIP_JOB_H
#define RN_CALENDAR_ITIP_JOB_H

#include "itip.h"
#include "zones.h"

#define RN_MAX_EVENTS 200 /* occurrences of one meeting in one mail; Google sends 30 */

struct rn_itip_job {
	const rn_ics *ics;
	rn_zones *zones;
	const char *method, *from; /* of the mail; may be NULL */
	struct rn_itip *itip;
	guint events[RN_MAX_EVENTS]; /* components of the items */
	guint n_published;           /* calendars for information only */
};

/* Adds what was assumed or repaired, once. */
void rn_itip_note (struct rn_itip_job *job, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Says why the whole must be held; the first reason stays. */
void rn_itip_hold (struct rn_itip_job *job, const char *reason);

/* A value as a note may show it. */
char *rn_itip_shown (const char *value);

/* Takes the text over, without the blanks around it. */
void rn_itip_set (char **member, char *text);

/* Start, end, zone and occurrence of one component; looks at its rule. */
void rn_itip_read_times (struct rn_itip_job *job, guint event, struct rn_calendar *item);

/* Organizer, attendees, and who of them speaks. */
void rn_itip_read_people (struct rn_itip_job *job, guint event, struct rn_calendar *item);

/* The occurrences of the series among the items: one UID has one. */
void rn_itip_read_series (struct rn_itip_job *job);

#endif

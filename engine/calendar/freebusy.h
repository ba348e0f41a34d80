/* When a person is busy, from what a server publishes: a calendar of events, or
 * VFREEBUSY components (RFC 5545, 3.6.4). Radicale writes one of these for each event,
 * with FBTYPE as a property and without FREEBUSY. */
#ifndef RN_CALENDAR_FREEBUSY_H
#define RN_CALENDAR_FREEBUSY_H

#include <glib.h>

#include "slots.h"

/* What a person's calendar says, and for what time it says anything at all: outside of
 * `known` she may be busy or not. */
struct rn_freebusy {
	GArray *busy;          /* of struct rn_span: rising, apart from each other, within what was asked for */
	struct rn_span known;
	gboolean complete;     /* FALSE: something in it could not be read, and may be busy time */
};

/* Reads one or more calendars. FREE periods, transparent and cancelled events are not
 * busy; times without a zone are in `zone`. A calendar of events is known for all the
 * time asked for, a VFREEBUSY for its own, up to the first gap. DATA error when it is no calendar or over
 * RN_MAX_PUBLISHED_ICS. */
gboolean rn_freebusy_read (const char *text, gsize size, GTimeZone *zone, rn_time from, rn_time until,
                           struct rn_freebusy *freebusy, GError **error);
void rn_freebusy_clear (struct rn_freebusy *freebusy);

#endif

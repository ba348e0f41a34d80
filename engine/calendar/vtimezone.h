/* A zone that a calendar brings along (RFC 5545, 3.6.5), vetted: it may come from
 * anybody. */
#ifndef RN_CALENDAR_VTIMEZONE_H
#define RN_CALENDAR_VTIMEZONE_H

#include <glib.h>

#include "ics.h"
#include "instant.h"

#define RN_MAX_OBSERVANCES 8       /* two, and a few that history added */
#define RN_MAX_OBSERVANCE_DATES 64 /* RDATEs of one observance */

typedef struct rn_vtimezone rn_vtimezone;

/* NULL when the component is no sound VTIMEZONE: no observance or more than the limit,
 * an offset or a start that is none, a rule that is not yearly, that counts, or that
 * names a day which never comes. */
rn_vtimezone *rn_vtimezone_new (const rn_ics *ics, guint component);
void rn_vtimezone_free (rn_vtimezone *vtimezone);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_vtimezone, rn_vtimezone_free)

/* Seconds ahead of UTC at that instant; an rn_offset. Before the first onset the
 * offset that it changed from. */
gint32 rn_vtimezone_offset (gconstpointer vtimezone, rn_time at);

#endif

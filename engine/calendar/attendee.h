/* The people of one component: who is named, and which of them speaks. */
#ifndef RN_CALENDAR_ATTENDEE_H
#define RN_CALENDAR_ATTENDEE_H

#include <glib.h>

#include "ics.h"

/* The address of an ATTENDEE or ORGANIZER line: lower case, plus part kept, taken from
 * EMAIL when the value is none; "" when it would not be safe to write. */
char *rn_attendee_address (const struct rn_line *line);

/* The address in a parameter like SENT-BY or DELEGATED-TO, the first of several; "" when
 * there is none. */
char *rn_attendee_parameter (const struct rn_line *line, const char *name);

/* PARTSTAT in upper case, "" when there is none or it is one of tasks. One that nobody
 * knows means NEEDS-ACTION (RFC 5545, 3.2.12). */
char *rn_attendee_partstat (const struct rn_line *line);

/* The ATTENDEE line of who answers or proposes. `from` is the mail's sender or NULL.
 * The one who is the sender, or for whom the sender acts (SENT-BY); else the only one;
 * else the only one whose PARTSTAT says anything, unless all guests are listed with
 * one (`is_counter`: Outlook marks them all TENTATIVE). NULL: nobody can be told. */
const struct rn_line *rn_attendee_speaker (const rn_ics *ics, guint component, const char *from, gboolean is_counter);

#endif

/* What calendars send (iTIP, RFC 5546): who speaks, about which meetings of a UID, and
 * which rule that calls. */
#ifndef RN_TURN_INCOMING_CALENDAR_H
#define RN_TURN_INCOMING_CALENDAR_H

#include "incoming.h"

gboolean rn_turn_calendar (rn_turn *turn, const rn_reading *reading, rn_sender *sender, struct rn_ending *ending, GError **error);

#endif

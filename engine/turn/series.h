/* Several meetings at one go, at equal distances by the clock of one zone. They share a UID
 * and go out as one invitation with a rule; each is a record of its own, answered, moved
 * and cancelled by its RECURRENCE-ID, or with the others. */
#ifndef RN_TURN_SERIES_H
#define RN_TURN_SERIES_H

#include "meetings.h"

#define RN_MAX_SERIES 52 /* weekly for a year */

/* Invites both to `order->times` meetings every `order->every`; gives the first. CONFIG when
 * these are out of range. Where the zone cannot be sent along, the first is all. */
rn_meeting *rn_series_place_at (rn_turn *turn, rn_pairing *pairing, const struct rn_meeting_order *order, const char *zone,
                                rn_time start, rn_time ends, GError **error);

/* Cancels every meeting of the pairing that is still to come; of a series both get one CANCEL. */
gboolean rn_series_cancel_all (rn_turn *turn, const rn_pairing *pairing, GError **error);

/* Those of the meeting's series that are still to come, itself among them. */
GPtrArray *rn_series_live (rn_turn *turn, const rn_meeting *meeting, GError **error);

/* She answers for all of `live`. Where she declines, both get one CANCEL. *outcome as in
 * rn_meeting_answer: NULL when it changed anything. */
gboolean rn_series_answer (rn_turn *turn, GPtrArray *live, rn_person *person, enum rn_partstat partstat, gint64 sequence,
                           rn_time dtstamp, const char **outcome, GError **error);

#endif

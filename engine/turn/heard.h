/* What the answers of a reading say, as the rules ask for it. */
#ifndef RN_TURN_HEARD_H
#define RN_TURN_HEARD_H

#include "reading.h"

#define RN_SURE_ENOUGH 60 /* percent: below it nobody acts on an answer; the person is asked back once */

/* The first answer of that intent, or NULL. */
const struct rn_answer *rn_answer_of (const rn_reading *reading, enum rn_intent intent);

/* Whether a time was named that only she can place: "yes, but only after my holiday". A date
 * that can be read in two ways, "3/4", is none. */
gboolean rn_has_open_wish (const rn_reading *reading);

/* Until when “later” was meant: the date that was named, if it is behind `now`, else 60 days on. */
rn_time rn_later_until (rn_time now, const rn_reading *reading);

/* Instants without a zone, "2026-03-17T14:00:00", become those of her clock. */
void rn_hear_clock (rn_reading *reading, GTimeZone *zone);

#endif

/* How a person deals with invitations: her calendar remembers them, and she accepts,
 * declines, proposes another time, or says so in words. */
#ifndef SIMULATED_APPOINTMENT_H
#define SIMULATED_APPOINTMENT_H

#include "mind.h"

/* TRUE with an answer, FALSE when there is none. */
gboolean appointment_read (struct desk *desk, const struct letter *letter, const struct invitation *invitation, rn_time now,
                           guint chaos, struct answer *answer);

#endif

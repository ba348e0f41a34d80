/* The meetings of the company as they really are: who has seen an invitation, and
 * whether the people came. */
#ifndef SIMULATED_GATHERING_H
#define SIMULATED_GATHERING_H

#include "desk.h"

/* One calendar object and what came of it. */
struct meeting {
	char *uid;
	GPtrArray *desks; /* who has seen an invitation to it, in that order; not owned */
	rn_time start;    /* as planned last */
	gboolean held;
};

struct gatherings {
	GPtrArray *meetings; /* of struct meeting, in the order of their invitations */
	GHashTable *by_uid;
};

void gatherings_init (struct gatherings *gatherings);
void gatherings_clear (struct gatherings *gatherings);

/* Somebody has read an invitation. Gives the meeting when its start is news, so that
 * it can be held then; else NULL. */
struct meeting *gathering_expect (struct gatherings *gatherings, struct desk *desk, const char *uid, rn_time now);

/* It is time: those come who have it in their calendars, are here, and do not forget.
 * Two make a meeting; all are told by their calendars' entries. */
void gathering_hold (struct meeting *meeting, rn_time now);

#endif

/* What really happened in the company, for whoever judges what the engine believes:
 * company.json with the meetings that were held and the mail of each person. */
#ifndef SIMULATED_LEDGER_H
#define SIMULATED_LEDGER_H

#include "desk.h"

/* One calendar object and what came of it. */
struct meeting {
	char *uid;
	GPtrArray *desks; /* who has seen an invitation to it, in that order; not owned */
	rn_time start;    /* as planned last */
	gboolean held;
};

/* JSON text of all desks and meetings. */
char *ledger_write (const GPtrArray *desks, const GPtrArray *meetings);

#endif

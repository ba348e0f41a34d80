/* What really happened in the company, for whoever judges what the engine believes:
 * company.json with the meetings that were held and the mail of each person. */
#ifndef SIMULATED_LEDGER_H
#define SIMULATED_LEDGER_H

#include "gathering.h"

/* JSON text of all desks and meetings. */
char *ledger_write (const GPtrArray *desks, const GPtrArray *meetings);

#endif

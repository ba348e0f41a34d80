/* Mail that no person writes: out-of-office answers and bounces. */
#ifndef SIMULATED_ROBOTS_H
#define SIMULATED_ROBOTS_H

#include "letter.h"
#include "person.h"

/* Whether her mail program answers such a mail while she is away: Exchange keeps to
 * X-Auto-Response-Suppress, the others to RFC 3834. */
gboolean robots_would_answer (const struct person *person, const struct letter *letter);

/* The out-of-office answer, with LF line ends. */
GString *robots_absence (struct person *person, const struct letter *letter, const struct absence *absence, rn_time at);

/* The delivery status (RFC 3464) for a mail of that envelope sender. `chance` gives
 * the queue id. */
GString *robots_bounce (struct chance *chance, const struct person *person, const char *sender, const guint8 *bytes,
                        gsize size, rn_time at);

#endif

/* Mail that waits for a transport which is not configured any more: the outbox knows
 * transports by the titles of their blocks, and a block may have been renamed or removed.
 * Mail of a paused campaign is not among it: it gets its transport when it is released. */
#ifndef RN_STORE_STRANDED_H
#define RN_STORE_STRANDED_H

#include "db.h"

struct rn_stranded {
	char *transport, *program;
	gint64 mails;
};

/* What is queued or uncertain for other transports than these (NULL-terminated): an array of
 * struct rn_stranded, by transport and program. Looks at nothing but what waits. */
GArray *rn_stranded_mail (rn_db *db, const char *const *transports, GError **error);

/* It leaves by that transport instead. */
gboolean rn_stranded_move (rn_db *db, const struct rn_stranded *stranded, const char *transport, GError **error);

#endif

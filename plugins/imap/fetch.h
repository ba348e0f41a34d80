/* Which mails are there, and bringing them in, in ranges: one command for hundreds of
 * mails, one mail in memory at a time. */
#ifndef RN_IMAP_FETCH_H
#define RN_IMAP_FETCH_H

#include "session.h"

/* The UIDs from `from` on, in rising order, of guint32. */
GArray *rn_imap_find_from (struct rn_imap *imap, guint64 from, GError **error);

/* The UIDs of all mails received since the day of `since` (0: ever) that do not carry
 * our mark, in rising order, of guint32. */
GArray *rn_imap_find_unhandled (struct rn_imap *imap, rn_time since, GError **error);

/* Hands the mails over to the host in rising order, those received before `since`
 * (0: none) left out, and advances behind the last. */
gboolean rn_imap_fetch (struct rn_imap *imap, const GArray *uids, rn_time since, GError **error);

/* A set of libetpan from UIDs, neighbours as ranges. */
struct mailimap_set *rn_imap_set (const guint32 *uids, gsize n);

#endif

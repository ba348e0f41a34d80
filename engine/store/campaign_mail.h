/* The mail of a campaign, found by its recipients: what became of it, and halting it. */
#ifndef RN_STORE_CAMPAIGN_MAIL_H
#define RN_STORE_CAMPAIGN_MAIL_H

#include "db.h"
#include "outbox.h"
#include "records.h"

/* How many recipients are how far; each counts once. */
struct rn_campaign_counts {
	gint64 waiting;   /* no mail is written yet */
	gint64 queued;    /* written and not yet sent: in the queue, paused, on the wire */
	gint64 sent, refused, uncertain;
	gint64 skipped;   /* not mailed, or the mail was withdrawn */
};
gboolean rn_campaign_counts (rn_db *db, gint64 campaign, struct rn_campaign_counts *counts, GError **error);

/* Halts all its mail that has not ended; what is on the wire only for the case that it comes
 * back. Mail that was withdrawn stays so. */
gboolean rn_campaign_mail_halt (rn_db *db, gint64 campaign, enum rn_halt halt, GError **error);

/* Releases what is on the wire, or uncertain: it was not held back. */
gboolean rn_campaign_mail_release_begun (rn_db *db, gint64 campaign, GError **error);

/* At most `max` recipients who wait, the first ones: an array that frees its records. */
GPtrArray *rn_campaign_waiting (rn_db *db, gint64 campaign, guint max, GError **error);

/* Skips everybody who still waits. *n: how many. */
gboolean rn_campaign_skip_waiting (rn_db *db, gint64 campaign, int *n, GError **error);

/* Whose first mail was withdrawn gets another first one. */
gboolean rn_campaign_unmail (rn_db *db, gint64 campaign, GError **error);

/* A mail in the queue. */
struct rn_halted {
	gint64 id, person;
	rn_time not_before;
	gboolean begun; /* an attempt was made: its bytes may be known elsewhere */
};

/* At most `max` of those of a campaign that are halted so, or not at all, oldest first: an array of
 * struct rn_halted. */
GArray *rn_campaign_mail_halted (rn_db *db, gint64 campaign, enum rn_halt halt, guint max, GError **error);

/* How many of its mails are with a transport now. */
gboolean rn_campaign_mail_leased (rn_db *db, gint64 campaign, gint64 *n, GError **error);

/* The latest time at which one of its queued mails may leave; 0: none waits or is on its
 * way. */
gboolean rn_campaign_mail_last (rn_db *db, gint64 campaign, rn_time *last, GError **error);

#endif

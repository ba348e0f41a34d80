#include "campaign_mail.h"

#include "question.h"

/* What is done to all of a campaign is one statement. Each that follows in the savepoint of a turn
 * costs as much as there are pages that the turn has changed. */

#define ITS_MAIL " id IN (SELECT mail FROM recipient WHERE campaign = ? AND mail > 0)"
#define LIVE " state IN (0, 1, 4)" /* queued, leased, uncertain */

gboolean
rn_campaign_counts (rn_db *db, gint64 campaign, struct rn_campaign_counts *counts, GError **error)
{
	/* of a recipient that is asked and whose mail is not known, an older Rotnem sent it */
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT total(r.state = 0), total(o.state = 1 OR (o.state = 0 AND o.halted < 2)),"
	                                        " total(r.state = 1 AND coalesce(o.state, 2) = 2), total(o.state = 3),"
	                                        " total(o.state = 4), total(r.state = 2 OR (o.state = 0 AND o.halted = 2))"
	                                        " FROM recipient r LEFT JOIN outbox o ON o.id = r.mail WHERE r.campaign = ?",
	                                        "x", campaign);
	if (rows == NULL || !rn_rows_next (rows, error))
		return FALSE;
	*counts = (struct rn_campaign_counts) {
		.waiting = rn_rows_number (rows, 0), .queued = rn_rows_number (rows, 1), .sent = rn_rows_number (rows, 2),
		.refused = rn_rows_number (rows, 3), .uncertain = rn_rows_number (rows, 4), .skipped = rn_rows_number (rows, 5),
	};
	return TRUE;
}

gboolean
rn_campaign_mail_halt (rn_db *db, gint64 campaign, enum rn_halt halt, GError **error)
{
	return rn_db_run (db, error, "UPDATE outbox SET halted = ? WHERE" ITS_MAIL " AND" LIVE " AND halted < 2", "xx", (gint64) halt,
	                  campaign);
}

gboolean
rn_campaign_mail_release_begun (rn_db *db, gint64 campaign, GError **error)
{
	return rn_db_run (db, error, "UPDATE outbox SET halted = 0 WHERE" ITS_MAIL " AND state IN (1, 4) AND halted = 1", "x", campaign);
}

GArray *
rn_campaign_mail_halted (rn_db *db, gint64 campaign, enum rn_halt halt, guint max, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT id, person, not_before, tries > 0 OR resent > 0 FROM outbox WHERE" ITS_MAIL
	                                        " AND state = 0 AND halted = ? ORDER BY id LIMIT ?",
	                                        "xxx", campaign, (gint64) halt, (gint64) max);
	g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (struct rn_halted));
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure)) {
		struct rn_halted row = { rn_rows_number (rows, 0), rn_rows_number (rows, 1), rn_rows_number (rows, 2),
			                 rn_rows_number (rows, 3) != 0 };
		g_array_append_val (found, row);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_steal_pointer (&found) : NULL;
}

GPtrArray *
rn_campaign_waiting (rn_db *db, gint64 campaign, guint max, GError **error)
{
	struct rn_value values[] = { { 'x', .x = campaign }, { 'x', .x = max } };
	return rn_find_where (db, &rn_recipient_kind, error, "WHERE campaign = ? AND state = 0 ORDER BY id LIMIT ?", values,
	                      G_N_ELEMENTS (values));
}

gboolean
rn_campaign_skip_waiting (rn_db *db, gint64 campaign, int *n, GError **error)
{
	if (!rn_db_run (db, error, "UPDATE recipient SET state = 2 WHERE campaign = ? AND state = 0", "x", campaign))
		return FALSE;
	*n = rn_db_changes (db);
	return TRUE;
}

gboolean
rn_campaign_unmail (rn_db *db, gint64 campaign, GError **error)
{
	return rn_db_run (db, error,
	                  "UPDATE person SET first_mail = 0 FROM recipient r JOIN outbox o ON o.id = r.mail WHERE r.campaign = ?"
	                  " AND person.id = r.person AND o.state = 0 AND o.halted = 2 AND person.first_mail = o.written",
	                  "x", campaign);
}

gboolean
rn_campaign_mail_leased (rn_db *db, gint64 campaign, gint64 *n, GError **error)
{
	return rn_db_number (db, n, 0, error, "SELECT count(*) FROM outbox WHERE" ITS_MAIL " AND state = 1", "x", campaign);
}

gboolean
rn_campaign_mail_last (rn_db *db, gint64 campaign, rn_time *last, GError **error)
{
	return rn_db_number (db, last, 0, error, "SELECT max(not_before) FROM outbox WHERE" ITS_MAIL " AND state IN (0, 1) AND halted < 2",
	                     "x", campaign);
}

#include "report_sums.h"

#include "aggregate.h"
#include "form.h"

/* ?1 is the program, ?2 and ?3 the span. */
#define IN_SPAN(time) time " BETWEEN ?2 AND ?3"
#define MEETINGS "SELECT count(*) FROM meeting WHERE program = ?1 AND " IN_SPAN ("start")

static const struct {
	const char *name, *sql;
} sums[] = {
	{ "asked", "SELECT count(DISTINCT r.person) FROM recipient r JOIN campaign c ON c.id = r.campaign"
	           " WHERE c.program = ?1 AND r.state = 1 AND " IN_SPAN ("c.begun") },
	{ "topics_opened", "SELECT count(*) FROM topic WHERE program = ?1 AND " IN_SPAN ("opened") },
	{ "volunteered", "SELECT count(DISTINCT person) FROM volunteer WHERE program = ?1 AND " IN_SPAN ("since") },
	{ "offered", "SELECT count(*) FROM offer WHERE program = ?1 AND " IN_SPAN ("asked") },
	{ "both_said_yes", "SELECT count(*) FROM pairing WHERE program = ?1 AND " IN_SPAN ("since") },
	{ "pairs_alive", "SELECT count(*) FROM pairing WHERE program = ?1 AND since <= ?3 AND (ended = 0 OR ended > ?3)"
	                 " AND ?2 <= ?3" },
	{ "pairs_ended", "SELECT count(*) FROM pairing WHERE program = ?1 AND ended <> 0 AND " IN_SPAN ("ended") },
	{ "meetings_held", MEETINGS " AND state = 2" },
	{ "meetings_unconfirmed", MEETINGS " AND state = 3" },
	{ "meetings_missed", MEETINGS " AND state = 4" },
	{ "tasks_open", "SELECT count(*) FROM task WHERE program = ?1 AND state < 3 AND made <= ?3 AND ?2 <= ?3" },
	{ "mails_sent", "SELECT count(*) FROM outbox WHERE program = ?1 AND state = 2 AND " IN_SPAN ("written") },
};

gboolean
rn_report_sums (rn_db *db, const struct rn_report_span *span, GVariantBuilder *dict, GError **error)
{
	gint64 n = 0;

	for (gsize i = 0; i < G_N_ELEMENTS (sums); i++) {
		if (!rn_db_number (db, &n, 0, error, sums[i].sql, "sxx", span->program, span->from, span->until))
			return FALSE;
		g_variant_builder_add (dict, "{sv}", sums[i].name, g_variant_new_int64 (n));
	}
	return TRUE;
}

gboolean
rn_report_median (rn_db *db, const struct rn_report_span *span, rn_time *median, GError **error)
{
	return rn_db_number (db, median, -1, error,
	                     "WITH gap AS (SELECT start - lag(start) OVER (PARTITION BY pairing ORDER BY start) AS length"
	                     " FROM meeting WHERE program = ?1 AND state = 2 AND " IN_SPAN ("start") ")"
	                     " SELECT length FROM gap WHERE length IS NOT NULL ORDER BY length"
	                     " LIMIT 1 OFFSET (SELECT (count(length) - 1) / 2 FROM gap)",
	                     "sxx", span->program, span->from, span->until);
}

gboolean
rn_report_begin (rn_db *db, const char *program, rn_time *begin, GError **error)
{
	return rn_db_number (db, begin, 0, error,
	                     "SELECT coalesce(min(at), 0) FROM (SELECT min(begun) AS at FROM campaign WHERE program = ?1"
	                     " UNION ALL SELECT min(asked) FROM offer WHERE program = ?1"
	                     " UNION ALL SELECT min(since) FROM pairing WHERE program = ?1)",
	                     "s", program);
}

gboolean
rn_report_last_turn (rn_db *db, rn_time *at, GError **error)
{
	return rn_db_number (db, at, 0, error, "SELECT at FROM journal WHERE id = (SELECT max (id) FROM journal)", "");
}

GStrv
rn_report_open (rn_db *db, gint64 pairing, GError **error)
{
	g_autoptr (rn_rows) rows =
	        rn_db_query (db, error,
	                     "SELECT DISTINCT 'date' FROM poll WHERE pairing = ?1 AND state = 0"
	                     " UNION ALL SELECT DISTINCT form FROM ask WHERE about = 'pairing:' || ?1 AND state IN (0, 1, 2)"
	                     " UNION ALL SELECT 'task ' || id FROM task WHERE about = 'pairing:' || ?1 AND state < 3",
	                     "x", pairing);
	g_autoptr (GStrvBuilder) open = g_strv_builder_new ();
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure))
		g_strv_builder_add (open, rn_rows_text (rows, 0));
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_strv_builder_end (open) : NULL;
}

static void
form_clear (gpointer count)
{
	g_free (((struct rn_form_count *) count)->form);
}

GArray *
rn_report_forms (rn_db *db, const struct rn_report_span *span, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT form, count(*), total(state IN (2, 3)) FROM ask"
	                                        " WHERE program = ?1 AND " IN_SPAN ("asked") " GROUP BY form ORDER BY form",
	                                        "sxx", span->program, span->from, span->until);
	g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (struct rn_form_count));
	GError *failure = NULL;

	g_array_set_clear_func (forms, form_clear);
	while (rows != NULL && rn_rows_next (rows, &failure)) {
		struct rn_form_count count = { g_strdup (rn_rows_text (rows, 0)), rn_rows_number (rows, 1),
			                       rn_rows_number (rows, 2) };
		g_array_append_val (forms, count);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_steal_pointer (&forms) : NULL;
}

static void
answer_clear (gpointer data)
{
	struct rn_report_answer *answer = data;
	g_free (answer->form);
	g_free (answer->question);
	g_free (answer->value);
}

GArray *
rn_report_answers (rn_db *db, const char *program, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT form, question, value, person FROM answer"
	                                        " WHERE program = ? AND lane = ? ORDER BY form, question, id",
	                                        "sx", program, (gint64) RN_LANE_AGGREGATE);
	g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (struct rn_report_answer));
	GError *failure = NULL;

	g_array_set_clear_func (answers, answer_clear);
	while (rows != NULL && rn_rows_next (rows, &failure)) {
		struct rn_report_answer answer = { g_strdup (rn_rows_text (rows, 0)), g_strdup (rn_rows_text (rows, 1)),
			                           g_strdup (rn_rows_text (rows, 2)), rn_rows_number (rows, 3) };
		g_array_append_val (answers, answer);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_steal_pointer (&answers) : NULL;
}

gboolean
rn_report_has_told (rn_db *db, const rn_reply_value *answer, gboolean *has, GError **error)
{
	g_autoptr (rn_rows) rows =
	        rn_db_query (db, error,
	                     "SELECT id, person FROM answer WHERE program = ? AND lane = ? AND form = ? AND question = ? ORDER BY id",
	                     "sxss", answer->program, (gint64) RN_LANE_AGGREGATE, answer->form, answer->question);
	struct rn_aggregate sum;
	gboolean was_there = FALSE;
	GError *failure = NULL;

	*has = FALSE;
	rn_aggregate_init (&sum);
	while (!*has && rows != NULL && rn_rows_next (rows, &failure)) {
		was_there = was_there || rn_rows_number (rows, 0) == answer->record.id;
		rn_aggregate_add (&sum, rn_rows_number (rows, 1), 0);
		*has = was_there && sum.group_answers == 0;
	}
	rn_aggregate_clear (&sum);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

#include "figures.h"

#include "meeting.h"
#include "pairing.h"
#include "person.h"
#include "queries.h"
#include "report.h"
#include "topic.h"

static const struct {
	gsize offset;
	const char *sql;
} counts[] = {
	{ G_STRUCT_OFFSET (struct rn_demo_figures, solicited), "SELECT count(DISTINCT person) FROM recipient WHERE state = 1" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, offers), "SELECT count(*) FROM offer" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, pairings_confirmed), "SELECT count(*) FROM pairing" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, pairings_declined), "SELECT count(*) FROM offer WHERE state = 2" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, meetings_held), "SELECT count(*) FROM meeting WHERE state = 2" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, feedback_answers),
	  "SELECT count(*) FROM ask WHERE form = 'feedback' AND state IN (2, 3)" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, mails_sent), "SELECT count(*) FROM outbox WHERE state = 2" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, mails_received), "SELECT count(*) FROM inbox" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, mails_held), "SELECT count(*) FROM inbox WHERE state IN (3, 4)" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, turns_failed), "SELECT count(*) FROM journal WHERE outcome = 'error'" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, fallback_tasks), "SELECT count(*) FROM task WHERE fallback = 1" },
	{ G_STRUCT_OFFSET (struct rn_demo_figures, open_tasks), "SELECT count(*) FROM task WHERE state < 3" },
};

gboolean
rn_figures_count (rn_db *db, rn_time end, struct rn_demo_figures *figures, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
		if (!rn_db_number (db, &G_STRUCT_MEMBER (gint64, figures, counts[i].offset), 0, error, counts[i].sql, ""))
			return FALSE;
	return rn_orphans (db, end, &figures->orphans, error);
}

GStrv
rn_figures_lines (const struct rn_demo_figures *f)
{
	g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
#define LINE(...)                                                       \
	G_STMT_START {                                                  \
		g_autofree char *line = g_strdup_printf (__VA_ARGS__);  \
		g_strv_builder_add (lines, line);                       \
	} G_STMT_END
#define N(member) ((long) f->member)
	LINE ("%ld people work in the company; %ld of them were asked by a company-wide mail.", N (people), N (solicited));
	LINE ("%ld offers of a pairing were made, each to both sides.", N (offers));
	LINE ("%ld pairings began: both had said yes.", N (pairings_confirmed));
	LINE ("%ld offers ended without a pairing; nobody was told who said no.", N (pairings_declined));
	LINE ("%ld meetings were held.", N (meetings_held));
	LINE ("%ld feedback forms were answered.", N (feedback_answers));
	LINE ("%ld mails were sent and %ld came in, all as real messages.", N (mails_sent), N (mails_received));
	LINE ("%ld mails wait for a person's eye; %ld turns failed.", N (mails_held), N (turns_failed));
	LINE ("%ld times a pair without a next step was caught and given to a person; %ld tasks are open.",
	      N (fallback_tasks), N (open_tasks));
	LINE ("%ld pairs were abandoned.", N (orphans));
#undef N
#undef LINE
	return g_strv_builder_end (lines);
}

/* ---- The report ------------------------------------------------------------------- */

/* A pair's row and the memory behind it. */
struct row {
	char *mentor, *leader, *topic;
	guint8 *weeks;
};

static void
row_clear (gpointer data)
{
	struct row *row = data;
	g_free (row->mentor);
	g_free (row->leader);
	g_free (row->topic);
	g_free (row->weeks);
}

static enum rn_report_week
week_of_meeting (const rn_meeting *meeting)
{
	switch (meeting->state) {
	case RN_MEETING_HELD:
		return RN_WEEK_MET;
	case RN_MEETING_UNCONFIRMED:
		return RN_WEEK_UNCONFIRMED;
	case RN_MEETING_MISSED:
		return RN_WEEK_MISSED;
	case RN_MEETING_CANCELLED:
		return RN_WEEK_MOVED;
	default:
		return meeting->moved > 0 ? RN_WEEK_MOVED : RN_WEEK_NONE;
	}
}

static void
fill_weeks (rn_db *db, const rn_pairing *pairing, rn_time begin, guint n_weeks, guint8 *weeks)
{
	g_autoptr (GPtrArray) meetings = rn_find (db, &rn_meeting_kind, NULL, "pairing", pairing->record.id, NULL);

	for (guint week = 0; week < n_weeks; week++) {
		rn_time from = begin + week * 7 * RN_DAY;
		gboolean were_pair = from + 7 * RN_DAY > pairing->since && (pairing->ended == 0 || from <= pairing->ended);
		weeks[week] = were_pair ? RN_WEEK_NONE : RN_WEEK_OUTSIDE;
	}
	for (guint i = 0; meetings != NULL && i < meetings->len; i++) {
		const rn_meeting *meeting = g_ptr_array_index (meetings, i);
		gint64 week = (meeting->start - begin) / (7 * RN_DAY);
		if (week >= 0 && week < n_weeks)
			weeks[week] = MAX (weeks[week], (guint8) week_of_meeting (meeting));
	}
}

static char *
name_of (rn_db *db, gint64 id)
{
	g_autoptr (rn_person) person = rn_load (db, &rn_person_kind, id, NULL);
	return g_strdup (person != NULL ? person->name : "");
}

static GArray *
collect_rows (rn_db *db, rn_time begin, guint n_weeks, GError **error)
{
	g_autoptr (GPtrArray) pairings = rn_find (db, &rn_pairing_kind, error, NULL);
	GArray *rows = g_array_new (FALSE, TRUE, sizeof (struct row));

	g_array_set_clear_func (rows, row_clear);
	for (guint i = 0; pairings != NULL && i < pairings->len; i++) {
		const rn_pairing *pairing = g_ptr_array_index (pairings, i);
		g_autoptr (rn_topic) topic = rn_load (db, &rn_topic_kind, pairing->topic, NULL);
		struct row row = { name_of (db, pairing->mentor), name_of (db, pairing->leader),
			           g_strdup (topic != NULL ? topic->title : ""), g_new0 (guint8, n_weeks) };
		fill_weeks (db, pairing, begin, n_weeks, row.weeks);
		g_array_append_val (rows, row);
	}
	return rows;
}

gboolean
rn_figures_report (rn_db *db, rn_time begin, rn_time end, const struct rn_demo_figures *figures, const char *out, GError **error)
{
	guint n_weeks = (guint) ((end - begin + 7 * RN_DAY - 1) / (7 * RN_DAY));
	g_autoptr (GArray) rows = collect_rows (db, begin, n_weeks, error);
	g_auto (GStrv) lines = rn_figures_lines (figures);
	g_autofree struct rn_report_row *shown = g_new (struct rn_report_row, MAX (rows->len, 1));
	const struct rn_report_count overview[] = {
		{ "pairings", figures->pairings_confirmed },
		{ "meetings held", figures->meetings_held },
		{ "feedback answers", figures->feedback_answers },
		{ "mails sent", figures->mails_sent },
		{ "abandoned", figures->orphans },
	};

	for (guint i = 0; i < rows->len; i++) {
		const struct row *row = &g_array_index (rows, struct row, i);
		shown[i] = (struct rn_report_row) { row->mentor, row->leader, row->topic, row->weeks };
	}
	const struct rn_report report = {
		.title = "Reverse mentoring", .from = begin, .to = end, .n_weeks = n_weeks, .rows = shown, .n_rows = rows->len,
		.counts = overview, .n_counts = G_N_ELEMENTS (overview), .summary = (const char *const *) lines,
	};
	g_autofree char *html = rn_report_html (&report);
	g_autofree char *path = g_build_filename (out, "report.html", NULL);
	return g_file_set_contents (path, html, -1, error);
}

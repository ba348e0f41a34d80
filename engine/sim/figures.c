#include "figures.h"

#include "queries.h"
#include "report_page.h"
#include "reporting.h"

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

static void
take_line (GVariant *line, gpointer lines)
{
	g_ptr_array_add (lines, g_variant_ref (line));
}

gboolean
rn_figures_report (rn_engine *engine, const char *out, GError **error)
{
	g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
	g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));

	if (!rn_report_request (engine, all, take_line, lines, error))
		return FALSE;
	g_autofree char *html = rn_report_page (lines);
	g_autofree char *path = g_build_filename (out, "report.html", NULL);
	return g_file_set_contents (path, html, -1, error);
}

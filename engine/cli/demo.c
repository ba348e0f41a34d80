/* rotnem demo: a simulated company lives through a program in seconds. */
#include "demo.h"

#include <glib/gprintf.h>
#include <stdio.h>
#include <sysexits.h>
#include <unistd.h>

#include "command.h"
#include "command_line.h"
#include "figures.h"
#include "json.h"

#define RN_MAX_PEOPLE 100000
#define RN_MAX_DAYS 3650
#define RN_BAR 40

static void
show_bar (double done, G_GNUC_UNUSED gpointer data)
{
	int full = (int) (done * RN_BAR);

	fprintf (stderr, "\r[%.*s%*s] day by day, %3d %%", full, "########################################", RN_BAR - full, "",
	         (int) (done * 100));
	fflush (stderr);
}

static GVariant *
figures_variant (const struct rn_demo_figures *f)
{
	g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
	const struct {
		const char *name;
		gint64 value;
	} numbers[] = {
		{ "people", f->people }, { "solicited", f->solicited }, { "offers", f->offers },
		{ "pairings_confirmed", f->pairings_confirmed }, { "pairings_declined", f->pairings_declined },
		{ "meetings_held", f->meetings_held }, { "feedback_answers", f->feedback_answers },
		{ "mails_sent", f->mails_sent }, { "mails_received", f->mails_received }, { "mails_held", f->mails_held },
		{ "turns_failed", f->turns_failed }, { "orphans", f->orphans }, { "fallback_tasks", f->fallback_tasks },
		{ "open_tasks", f->open_tasks },
	};

	for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
		g_variant_builder_add (&dict, "{sv}", numbers[i].name, g_variant_new_int64 (numbers[i].value));
	g_variant_builder_add (&dict, "{sv}", "seconds", g_variant_new_double (f->seconds));
	g_variant_builder_add (&dict, "{sv}", "digest", g_variant_new_string (f->digest));
	return g_variant_builder_end (&dict);
}

static void
show (const struct rn_demo_figures *figures, const char *out, gboolean as_json)
{
	if (as_json) {
		g_autofree char *json = rn_json (figures_variant (figures));
		printf ("%s\n", json);
		return;
	}
	g_auto (GStrv) lines = rn_figures_lines (figures);
	for (gsize i = 0; lines[i] != NULL; i++)
		printf ("%s\n", lines[i]);
	printf ("\nIt took %.1f seconds. Look into %s/:\n", figures->seconds, out);
	printf ("  report.html   pairs and weeks on one page\n"
	        "  mailboxes/    what each person got and wrote; all.mbox has everything in order\n"
	        "  calendars/    the invitations as .ics files\n"
	        "  rotnem.conf   for “rotnem why -c %s/rotnem.conf ADDRESS” and the other commands\n", out);
}

static int
run (int argc, char **argv)
{
	int people = 120, days = 365;
	gint64 seed = 1;
	g_autofree char *out = NULL, *program = NULL, *templates = NULL, *scripts = NULL;
	gboolean as_json = FALSE;
	const GOptionEntry entries[] = {
		{ "people", 0, 0, G_OPTION_ARG_INT, &people, "How many people work there (120)", "N" },
		{ "days", 0, 0, G_OPTION_ARG_INT, &days, "How many days to live through (365)", "N" },
		{ "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Equal seeds give equal mail (1)", "N" },
		{ "out", 0, 0, G_OPTION_ARG_FILENAME, &out, "Folder for what comes of it (demo)", "DIR" },
		{ "program", 0, 0, G_OPTION_ARG_STRING, &program, "Which program (reverse-mentoring)", "NAME" },
		{ "templates", 0, 0, G_OPTION_ARG_FILENAME, &templates, "Folder of templates to try instead of Rotnem's own", "DIR" },
		{ "scripts", 0, 0, G_OPTION_ARG_FILENAME, &scripts, "Folder of scripts to try instead of Rotnem's own", "DIR" },
		{ "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Print one object", NULL },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;

	if (!rn_options (&argc, &argv, "", rn_command_demo.summary, entries, &error))
		return rn_usage_error ("demo", error);
	if (people < 8 || people > RN_MAX_PEOPLE || days < 1 || days > RN_MAX_DAYS) {
		fprintf (stderr, "rotnem demo: --people is from 8 to %d, --days from 1 to %d.\n", RN_MAX_PEOPLE, RN_MAX_DAYS);
		return EX_USAGE;
	}
	if (seed < 0) {
		fprintf (stderr, "rotnem demo: --seed is not negative.\n");
		return EX_USAGE;
	}
	gboolean bar = isatty (STDERR_FILENO) && !as_json;
	const char *folder = out != NULL ? out : "demo";
	struct rn_demo_order order = {
		.people = (guint) people, .days = (guint) days, .seed = (guint64) seed, .out = folder,
		.program = program != NULL ? program : "reverse-mentoring",
		.templates = templates, .scripts = scripts, .progress = bar ? show_bar : NULL,
	};
	struct rn_demo_figures figures = { 0 };
	g_autofree char *words = templates != NULL ? g_build_filename (templates, order.program, NULL) : NULL;
	if (words != NULL && !g_file_test (words, G_FILE_TEST_IS_DIR)) {
		fprintf (stderr, "rotnem demo: %s: there is no such folder of templates.\n", words);
		return EX_CONFIG;
	}
	gboolean fine = rn_demo_run (&order, &figures, &error);
	if (bar)
		fprintf (stderr, "\r%*s\r", RN_BAR + 30, "");
	if (!fine)
		return rn_report_error ("demo", error);
	show (&figures, folder, as_json);
	return EX_OK;
}

const struct rn_command rn_command_demo = {
	.name = "demo", .arguments = "[--people N] [--days N] [--seed N] [--out DIR] [--templates DIR] [--scripts DIR] [--json]",
	.summary = "Live through a program with a simulated company.", .run = run,
};

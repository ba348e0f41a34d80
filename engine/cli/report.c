/* rotnem report: how the programs go, for the coordinator and her management. */
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "arguments.h"
#include "clock.h"
#include "command.h"
#include "command_line.h"
#include "control.h"
#include "json.h"
#include "report_page.h"
#include "table.h"

/* ---- The span -------------------------------------------------------------------- */

/* A bare date stands for the whole day. */
static gboolean
read_span (const char *from, const char *until, GVariantDict *arguments, GError **error)
{
	rn_time begin = 0, end = 0;

	if ((from != NULL && !rn_time_parse (from, &begin, error)) || (until != NULL && !rn_time_parse (until, &end, error)))
		return FALSE;
	if (from != NULL)
		g_variant_dict_insert (arguments, "from", "x", begin);
	if (until != NULL)
		g_variant_dict_insert (arguments, "until", "x", strchr (until, 'T') == NULL ? end + RN_DAY - 1 : end);
	return TRUE;
}

/* ---- For people --------------------------------------------------------------------- */

static const char *const columns[] = { "id", "mentor", "leader", "topic", "held of those due", "lately", "last met",
	                               "longest gap", "unconfirmed", "next meeting", "open", NULL };

/* One program while its lines come. */
struct output {
	GPtrArray *pairs;  /* of GVariant: the lines of those that are alive */
	GPtrArray *forms;  /* of char * */
	gboolean any;
};

static void
print_fact (const char *name, const char *text)
{
	if (*text != '\0')
		printf ("%-8s %s\n", name, text);
}

static void
print_program (struct output *output, GVariant *line)
{
	g_autofree char *from = rn_report_day (line, "from"), *until = rn_report_day (line, "until");

	printf ("%s%s, %s to %s\n", output->any ? "\n" : "", rn_argument_text (line, "title", ""), from, until);
	print_fact ("Purpose", rn_argument_text (line, "purpose", ""));
	print_fact ("Need", rn_argument_text (line, "need", ""));
	print_fact ("Measure", rn_argument_text (line, "measure", ""));
	print_fact ("Ends", rn_argument_text (line, "ends", ""));
	printf ("\n");
	output->any = TRUE;
}

/* Who meets least regularly of late stands first, of whom nothing was due last. */
static gint64
rank (GVariant *line, const char *name)
{
	gint64 percent = 101;
	g_autoptr (GVariant) known = g_variant_lookup_value (line, name, G_VARIANT_TYPE ("mx"));

	if (known != NULL && g_variant_n_children (known) > 0)
		g_variant_get (known, "mx", NULL, &percent);
	return percent;
}

static gint
by_regularity (gconstpointer a, gconstpointer b)
{
	GVariant *one = *(GVariant *const *) a, *other = *(GVariant *const *) b;
	gint64 order = rank (one, "regularity_lately") - rank (other, "regularity_lately");

	if (order == 0)
		order = rank (one, "regularity") - rank (other, "regularity");
	if (order == 0)
		order = rn_argument_number (one, "id", 0) - rn_argument_number (other, "id", 0);
	return order < 0 ? -1 : order > 0;
}

static void
take_cell (GStrvBuilder *cells, char *text)
{
	g_autofree char *owned = g_strdelimit (text, "\r\n\t", ' ');
	g_strv_builder_add (cells, owned);
}

static GStrv
row_of (GVariant *line)
{
	g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
	g_autofree const char **open = NULL;
	gint64 unconfirmed = rn_argument_number (line, "unconfirmed", 0);

	g_variant_lookup (line, "open", "^a&s", &open);
	take_cell (cells, g_strdup_printf ("%" G_GINT64_FORMAT, rn_argument_number (line, "id", 0)));
	take_cell (cells, g_strdup (rn_argument_text (line, "mentor_name", "")));
	take_cell (cells, g_strdup (rn_argument_text (line, "leader_name", "")));
	take_cell (cells, g_strdup (rn_argument_text (line, "topic", "")));
	take_cell (cells, rn_report_share (line, "regularity", "due_held", "due"));
	take_cell (cells, rn_report_share (line, "regularity_lately", "due_held_lately", "due_lately"));
	take_cell (cells, rn_report_day (line, "last_held"));
	take_cell (cells, g_strdup_printf ("%ld days", (long) rn_argument_number (line, "longest_gap_days", 0)));
	take_cell (cells, unconfirmed > 0 ? g_strdup_printf ("%ld", (long) unconfirmed) : g_strdup (""));
	take_cell (cells, rn_report_day (line, "next_meeting"));
	take_cell (cells, open != NULL ? g_strjoinv (", ", (char **) open) : g_strdup (""));
	return g_strv_builder_end (cells);
}

static void
print_pairs (struct output *output)
{
	g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

	g_ptr_array_sort (output->pairs, by_regularity);
	for (guint i = 0; i < output->pairs->len; i++)
		g_ptr_array_add (rows, row_of (g_ptr_array_index (output->pairs, i)));
	rn_table_print (columns, rows);
	if (rows->len > 0)
		printf ("\n");
	g_ptr_array_set_size (output->pairs, 0);
}

/* The last line of a program. */
static void
print_totals (struct output *output, GVariant *line)
{
	g_auto (GStrv) sentences = rn_report_sentences (line);

	print_pairs (output);
	for (gsize i = 0; sentences[i] != NULL; i++)
		printf ("%s\n", sentences[i]);
	for (guint i = 0; i < output->forms->len; i++)
		printf ("%s\n", (const char *) g_ptr_array_index (output->forms, i));
	g_ptr_array_set_size (output->forms, 0);
}

static void
show (struct output *output, GVariant *line)
{
	const char *kind = rn_argument_text (line, "kind", "");

	if (g_str_equal (kind, "program"))
		print_program (output, line);
	else if (g_str_equal (kind, "pairing") && g_str_equal (rn_argument_text (line, "state", ""), "active"))
		g_ptr_array_add (output->pairs, line);
	else if (g_str_equal (kind, "answers"))
		g_ptr_array_add (output->forms, rn_report_answer (line));
	else if (g_str_equal (kind, "totals"))
		print_totals (output, line);
}

/* ---- The command ------------------------------------------------------------------------ */

static void
take_line (GVariant *line, gpointer lines)
{
	g_ptr_array_add (lines, g_variant_ref (line));
}

/* A page is of one program. */
static int
write_page (GPtrArray *lines, const char *file)
{
	g_autoptr (GError) error = NULL;
	guint programs = 0;

	for (guint i = 0; i < lines->len; i++)
		programs += g_str_equal (rn_argument_text (g_ptr_array_index (lines, i), "kind", ""), "program");
	if (programs > 1) {
		fprintf (stderr, "rotnem report: a page is of one program; say which by --program.\n");
		return EX_USAGE;
	}
	g_autofree char *html = rn_report_page (lines);
	if (g_file_set_contents (file, html, -1, &error))
		return EX_OK;
	fprintf (stderr, "rotnem report: %s\n", error->message);
	return EX_CANTCREAT;
}

static int
print_lines (GPtrArray *lines, gboolean as_json)
{
	g_autoptr (GPtrArray) pairs = g_ptr_array_new (), forms = g_ptr_array_new_with_free_func (g_free);
	struct output output = { .pairs = pairs, .forms = forms };

	for (guint i = 0; i < lines->len; i++) {
		g_autofree char *json = as_json ? rn_json (g_ptr_array_index (lines, i)) : NULL;
		if (json != NULL)
			printf ("%s\n", json);
		else
			show (&output, g_ptr_array_index (lines, i));
	}
	return EX_OK;
}

static int
run (int argc, char **argv)
{
	g_autofree char *path = NULL, *html = NULL, *program = NULL, *from = NULL, *until = NULL;
	gboolean as_json = FALSE;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &path, "Configuration (/etc/rotnem/rotnem.conf)", "FILE" },
		{ "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "One object a line", NULL },
		{ "html", 0, 0, G_OPTION_ARG_FILENAME, &html, "Write it as a page", "FILE" },
		{ "program", 0, 0, G_OPTION_ARG_STRING, &program, "Only this program", "NAME" },
		{ "from", 0, 0, G_OPTION_ARG_STRING, &from, "From this day on", "DATE" },
		{ "until", 0, 0, G_OPTION_ARG_STRING, &until, "Up to the end of this day", "DATE" },
		G_OPTION_ENTRY_NULL
	};
	g_autoptr (GError) error = NULL;
	g_auto (GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
	g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

	if (!rn_options (&argc, &argv, "", rn_command_report.summary, entries, &error) ||
	    !read_span (from, until, &arguments, &error))
		return rn_usage_error ("report", error);
	if (program != NULL && !rn_may_name ("report", program))
		return EX_USAGE;
	if (program != NULL)
		g_variant_dict_insert (&arguments, "program", "s", program);
	g_autoptr (rn_config) config = rn_load_config (path, RN_SECRETS_LEFT);
	if (config == NULL)
		return EX_CONFIG;
	if (!rn_control_ask (config, "report", g_variant_dict_end (&arguments), take_line, lines, &error))
		return rn_report_error ("report", error);
	return html != NULL ? write_page (lines, html) : print_lines (lines, as_json);
}

const struct rn_command rn_command_report = {
	.name = "report", .arguments = "-c FILE [--json | --html FILE] [--program NAME] [--from DATE] [--until DATE]",
	.summary = "Report how regularly the pairs meet, and how the program goes.", .run = run,
};

#include "report.h"

#include <string.h>

#include "report_parts.h"

/* ---- Words ------------------------------------------------------------------ */

static const struct {
	const char *name, *letter, *meaning;
} marks[RN_WEEKS] = {
	[RN_WEEK_OUTSIDE] = { "outside", "", "not a pair" },
	[RN_WEEK_NONE] = { "none", "\u2013", "no meeting planned" },
	[RN_WEEK_MISSED] = { "missed", "X", "planned, but they did not meet" },
	[RN_WEEK_UNCONFIRMED] = { "unconfirmed", "?", "both accepted, nobody said whether they met" },
	[RN_WEEK_MOVED] = { "moved", ">", "moved to another time" },
	[RN_WEEK_MET] = { "met", "M", "they met" },
};

/* In the order of the legend and of the table's columns. */
static const enum rn_report_week shown[] = { RN_WEEK_MET, RN_WEEK_MOVED, RN_WEEK_UNCONFIRMED, RN_WEEK_MISSED, RN_WEEK_NONE };

static void
add_escaped (GString *page, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);
	g_autofree char *escaped = g_markup_escape_text (valid, -1);
	g_string_append (page, escaped);
}

/* "2 March 2026" */
static char *
date (rn_time at)
{
	static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July",
	                                      "August", "September", "October", "November", "December" };
	g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);
	return g_strdup_printf ("%d %s %d", g_date_time_get_day_of_month (time), months[g_date_time_get_month (time) - 1],
	                        g_date_time_get_year (time));
}

static int
month_of (rn_time at)
{
	g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);
	return g_date_time_get_month (time);
}

static rn_time
week_start (const struct rn_report *report, guint week)
{
	return report->from + week * 7 * RN_DAY;
}

static guint
count (const struct rn_report *report, const struct rn_report_row *row, enum rn_report_week kind)
{
	guint n = 0;
	for (guint week = 0; week < report->n_weeks; week++)
		n += row->weeks[week] == kind;
	return n;
}

/* ---- Head, words and numbers --------------------------------------------------- */

static void
add_charter (GString *page, const struct rn_report *report)
{
	g_string_append (page, "<dl class=\"charter\">\n");
	for (gsize i = 0; i < report->n_charter; i++) {
		if (*report->charter[i].text == '\0')
			continue;
		g_string_append (page, "<div><dt>");
		add_escaped (page, report->charter[i].label);
		g_string_append (page, "</dt><dd>");
		add_escaped (page, report->charter[i].text);
		g_string_append (page, "</dd></div>\n");
	}
	g_string_append (page, "</dl>\n");
}

static void
add_head (GString *page, const struct rn_report *report)
{
	g_autofree char *from = date (report->from), *to = date (report->to);
	g_string_append (page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
	add_escaped (page, report->title);
	g_string_append_printf (page, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<header>\n<h1>", rn_report_style);
	add_escaped (page, report->title);
	g_string_append_printf (page, "</h1>\n<p class=\"span\">%s \u2013 %s</p>\n", from, to);
	if (report->n_charter > 0)
		add_charter (page, report);
	g_string_append (page, "</header>\n<main>\n");
}

static void
add_summary (GString *page, const struct rn_report *report)
{
	g_string_append (page, "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">In short</h2>\n"
	                       "<ul class=\"summary\">\n");
	for (const char *const *line = report->summary; *line != NULL; line++) {
		g_string_append (page, "<li>");
		add_escaped (page, *line);
		g_string_append (page, "</li>\n");
	}
	g_string_append (page, "</ul>\n</section>\n");
}

static void
add_counts (GString *page, const struct rn_report *report)
{
	if (report->n_counts == 0)
		return;
	g_string_append (page, "<section aria-labelledby=\"counts\">\n<h2 id=\"counts\">In numbers</h2>\n"
	                       "<dl class=\"counts\">\n");
	for (gsize i = 0; i < report->n_counts; i++) {
		g_string_append (page, "<div><dt>");
		add_escaped (page, report->counts[i].label);
		g_string_append_printf (page, "</dt><dd>%" G_GINT64_FORMAT "</dd></div>\n", report->counts[i].value);
	}
	g_string_append (page, "</dl>\n</section>\n");
}

/* ---- The chart --------------------------------------------------------------------- */

#define CELL 15     /* width of a week */
#define LINE 22     /* height of a pair */
#define NAMES 270   /* width of the names */
#define LETTERS 38  /* of a pair's names that fit in there */
#define TOP 28      /* height of the months' names */

static void
add_legend (GString *page)
{
	g_string_append (page, "<ul class=\"legend\">\n");
	for (gsize i = 0; i < G_N_ELEMENTS (shown); i++) {
		const char *name = marks[shown[i]].name;
		g_string_append_printf (page, "<li><svg width=\"18\" height=\"18\" viewBox=\"-9 -9 18 18\" aria-hidden=\"true\">"
		                        "<use href=\"#%s\" class=\"%s\"/></svg> <strong>%s</strong>: %s</li>\n",
		                        name, name, name, marks[shown[i]].meaning);
	}
	g_string_append (page, "</ul>\n");
}

/* Every other month stands on a shade, with its name on top. */
static void
add_months (GString *page, const struct rn_report *report)
{
	guint height = TOP + (guint) report->n_rows * LINE;
	for (guint week = 0, next, nth = 0; week < report->n_weeks; week = next, nth++) {
		int month = month_of (week_start (report, week));
		for (next = week + 1; next < report->n_weeks && month_of (week_start (report, next)) == month; next++)
			;
		guint x = NAMES + week * CELL, width = (next - week) * CELL;
		if (nth % 2 == 0)
			g_string_append_printf (page, "<rect class=\"month\" x=\"%u\" y=\"0\" width=\"%u\" height=\"%u\"/>\n", x,
			                        width, height);
		g_autofree char *name = date (week_start (report, week));
		if (width >= 2 * CELL)
			g_string_append_printf (page, "<text x=\"%u\" y=\"18\">%.3s</text>\n", x + 4, strchr (name, ' ') + 1);
	}
}

static char *
pair_name (const struct rn_report_row *row)
{
	g_autofree char *names = g_strdup_printf ("%s \u2192 %s", row->mentor, row->leader);
	g_autofree char *valid = g_utf8_make_valid (names, -1);
	if (g_utf8_strlen (valid, -1) <= LETTERS)
		return g_steal_pointer (&valid);
	g_autofree char *start = g_utf8_substring (valid, 0, LETTERS - 1);
	return g_strconcat (start, "\u2026", NULL);
}

static void
add_pair (GString *page, const struct rn_report *report, gsize nth)
{
	const struct rn_report_row *row = &report->rows[nth];
	guint middle = TOP + (guint) nth * LINE + LINE / 2;
	g_autofree char *name = pair_name (row);
	g_string_append_printf (page, "<g transform=\"translate(0 %u)\"><text class=\"pair\" x=\"%d\" y=\"4\">", middle,
	                        NAMES - 10);
	add_escaped (page, name);
	g_string_append (page, "</text>");
	for (guint week = 0; week < report->n_weeks; week++)
		if (row->weeks[week] != RN_WEEK_OUTSIDE)
			g_string_append_printf (page, "<use href=\"#%s\" class=\"%s\" x=\"%u\"/>", marks[row->weeks[week]].name,
			                        marks[row->weeks[week]].name, NAMES + week * CELL + CELL / 2);
	g_string_append (page, "</g>\n");
}

static void
add_svg (GString *page, const struct rn_report *report)
{
	guint width = NAMES + report->n_weeks * CELL, height = TOP + (guint) report->n_rows * LINE;
	g_string_append (page, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Chart, can be scrolled\">\n");
	g_string_append_printf (page, "<svg class=\"chart\" role=\"img\" aria-labelledby=\"chart-title chart-text\" "
	                        "viewBox=\"0 0 %u %u\" width=\"%u\" height=\"%u\">\n", width, height, width, height);
	g_string_append_printf (page, "<title id=\"chart-title\">Pairs by weeks</title>\n<desc id=\"chart-text\">"
	                        "One line for each of %" G_GSIZE_FORMAT " pairs, one mark for each of %u weeks. "
	                        "The tables below say the same.</desc>\n", report->n_rows, report->n_weeks);
	add_months (page, report);
	for (gsize i = 0; i < report->n_rows; i++)
		add_pair (page, report, i);
	g_string_append (page, "</svg>\n</div>\n");
}

/* ---- The same as tables --------------------------------------------------------------- */

static void
add_names (GString *page, const struct rn_report_row *row)
{
	g_string_append (page, "<tr><th scope=\"row\">");
	add_escaped (page, row->mentor);
	g_string_append (page, " \u2192 ");
	add_escaped (page, row->leader);
	g_string_append (page, "</th>");
}

static void
add_cell (GString *page, const char *class, const char *text)
{
	g_string_append_printf (page, "<td%s>", class);
	add_escaped (page, text);
	g_string_append (page, "</td>");
}

static void
add_table (GString *page, const struct rn_report *report)
{
	g_string_append (page, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table\">\n<table>\n"
	                 "<caption id=\"table\">Weeks of each pair, mentor \u2192 leader</caption>\n"
	                 "<thead><tr><th scope=\"col\">Pair</th><th scope=\"col\">Topic</th>");
	for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
		g_string_append_printf (page, "<th scope=\"col\" class=\"number\">%s</th>", marks[shown[i]].name);
	g_string_append (page, "<th scope=\"col\" class=\"number\">held of those due</th>"
	                       "<th scope=\"col\" class=\"number\">in the last 12 weeks</th><th scope=\"col\">last met</th>"
	                       "</tr></thead>\n<tbody>\n");
	for (gsize i = 0; i < report->n_rows; i++) {
		add_names (page, &report->rows[i]);
		add_cell (page, "", report->rows[i].topic);
		for (gsize kind = 0; kind < G_N_ELEMENTS (shown); kind++)
			g_string_append_printf (page, "<td class=\"number\">%u</td>",
			                        count (report, &report->rows[i], shown[kind]));
		add_cell (page, " class=\"number\"", report->rows[i].regularity);
		add_cell (page, " class=\"number\"", report->rows[i].lately);
		add_cell (page, "", report->rows[i].last);
		g_string_append (page, "</tr>\n");
	}
	g_string_append (page, "</tbody>\n</table>\n</div>\n");
}

/* Week by week, in letters. */
static void
add_weeks (GString *page, const struct rn_report *report)
{
	g_string_append (page, "<details>\n<summary>Week by week, as a table of letters</summary>\n<p>");
	for (gsize i = 0; i < G_N_ELEMENTS (shown); i++) {
		g_string_append (page, i > 0 ? ", " : "");
		add_escaped (page, marks[shown[i]].letter);
		g_string_append_printf (page, " %s", marks[shown[i]].name);
	}
	g_string_append (page, "; an empty cell: not a pair.</p>\n"
	                 "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"weeks\">\n"
	                 "<table class=\"weeks\">\n"
	                 "<caption id=\"weeks\">Each column is the week that begins on that day</caption>\n"
	                 "<thead><tr><th scope=\"col\">Pair</th>");
	for (guint week = 0; week < report->n_weeks; week++) {
		g_autofree char *start = date (week_start (report, week));
		g_string_append_printf (page, "<th scope=\"col\"><span>%s</span></th>", start);
	}
	g_string_append (page, "</tr></thead>\n<tbody>\n");
	for (gsize i = 0; i < report->n_rows; i++) {
		add_names (page, &report->rows[i]);
		for (guint week = 0; week < report->n_weeks; week++) {
			g_string_append (page, "<td>");
			add_escaped (page, marks[report->rows[i].weeks[week]].letter);
			g_string_append (page, "</td>");
		}
		g_string_append (page, "</tr>\n");
	}
	g_string_append (page, "</tbody>\n</table>\n</div>\n</details>\n");
}

char *
rn_report_html (const struct rn_report *report)
{
	GString *page = g_string_sized_new (64 * 1024);
	add_head (page, report);
	g_string_append (page, rn_report_shapes);
	add_summary (page, report);
	add_counts (page, report);
	g_string_append (page, "<section aria-labelledby=\"meetings\">\n<h2 id=\"meetings\">Who met, week by week</h2>\n");
	if (report->n_rows > 0) {
		add_legend (page);
		add_svg (page, report);
		add_table (page, report);
		add_weeks (page, report);
	} else
		g_string_append (page, "<p>There is no pair yet.</p>\n");
	g_string_append (page, "</section>\n</main>\n</body>\n</html>\n");
	return g_string_free (page, FALSE);
}

#include "report_page.h"

#include <string.h>

#include "arguments.h"
#include "clock.h"
#include "meeting.h"
#include "report.h"

#define RN_WEEK (7 * RN_DAY)
#define RN_MOST_WEEKS 1040 /* twenty years of a chart */

/* ---- Weeks as letters ---------------------------------------------------------------- */

static const char letters[RN_WEEKS] = {
	[RN_WEEK_OUTSIDE] = ' ', [RN_WEEK_NONE] = '-', [RN_WEEK_MISSED] = 'X', [RN_WEEK_UNCONFIRMED] = '?', [RN_WEEK_MOVED] = '>',
	[RN_WEEK_MET] = 'M',
};

static enum rn_report_week
week_of_letter (char letter)
{
	const char *place = memchr (letters, letter, sizeof letters);
	return place != NULL ? (enum rn_report_week) (place - letters) : RN_WEEK_OUTSIDE;
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

static guint
weeks_between (rn_time from, rn_time until)
{
	return (guint) CLAMP ((until - from + RN_WEEK - 1) / RN_WEEK, 1, RN_MOST_WEEKS);
}

char *
rn_report_weeks (const rn_pairing *pairing, GPtrArray *meetings, rn_time from, rn_time until)
{
	guint n = weeks_between (from, until);
	char *weeks = g_strnfill (n, letters[RN_WEEK_OUTSIDE]);

	for (guint week = 0; week < n; week++) {
		rn_time begin = from + week * RN_WEEK;
		if (begin + RN_WEEK > pairing->since && (pairing->ended == 0 || begin <= pairing->ended))
			weeks[week] = letters[RN_WEEK_NONE];
	}
	for (guint i = 0; i < meetings->len; i++) {
		const rn_meeting *meeting = g_ptr_array_index (meetings, i);
		gint64 week = meeting->start >= from ? (meeting->start - from) / RN_WEEK : -1;
		if (week >= 0 && week < n && week_of_meeting (meeting) > week_of_letter (weeks[week]))
			weeks[week] = letters[week_of_meeting (meeting)];
	}
	return weeks;
}

/* ---- The page ---------------------------------------------------------------------------- */

struct page {
	GVariant *program, *totals; /* their lines */
	GArray *rows;     /* of struct rn_report_row */
	GPtrArray *texts; /* what they hold */
	guint n_weeks;
};

static const char *
keep (struct page *page, char *text)
{
	g_ptr_array_add (page->texts, text);
	return text;
}

static gint64
number (GVariant *line, const char *name)
{
	return rn_argument_number (line, name, 0);
}

char *
rn_report_share (GVariant *line, const char *percent, const char *held, const char *due)
{
	g_autoptr (GVariant) known = g_variant_lookup_value (line, percent, G_VARIANT_TYPE ("mx"));
	gint64 value = 0;

	if (known == NULL || g_variant_n_children (known) == 0)
		return g_strdup ("");
	g_variant_get (known, "mx", NULL, &value);
	return g_strdup_printf ("%ld %% (%ld of %ld)", (long) value, (long) number (line, held), (long) number (line, due));
}

/* "2026-03-02" */
char *
rn_report_day (GVariant *line, const char *name)
{
	return g_strndup (rn_argument_text (line, name, ""), strlen ("2026-03-02"));
}

static void
add_pairing (struct page *page, GVariant *line)
{
	const char *weeks = rn_argument_text (line, "weeks", "");
	guint8 *marks = g_new0 (guint8, page->n_weeks);

	g_ptr_array_add (page->texts, marks);
	for (guint week = 0; week < page->n_weeks && weeks[week] != '\0'; week++)
		marks[week] = (guint8) week_of_letter (weeks[week]);
	struct rn_report_row row = {
		.mentor = rn_argument_text (line, "mentor_name", ""), .leader = rn_argument_text (line, "leader_name", ""),
		.topic = rn_argument_text (line, "topic", ""), .weeks = marks,
		.regularity = keep (page, rn_report_share (line, "regularity", "due_held", "due")),
		.lately = keep (page, rn_report_share (line, "regularity_lately", "due_held_lately", "due_lately")),
		.last = keep (page, rn_report_day (line, "last_held")),
	};
	g_array_append_val (page->rows, row);
}

static void
read_lines (struct page *page, GPtrArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		GVariant *line = g_ptr_array_index (lines, i);
		const char *kind = rn_argument_text (line, "kind", "");
		if (g_str_equal (kind, "program")) {
			rn_time from = 0, until = 0;
			page->program = line;
			rn_time_parse (rn_argument_text (line, "from", ""), &from, NULL);
			rn_time_parse (rn_argument_text (line, "until", ""), &until, NULL);
			page->n_weeks = weeks_between (from, until);
		} else if (g_str_equal (kind, "pairing"))
			add_pairing (page, line);
		else if (g_str_equal (kind, "totals"))
			page->totals = line;
	}
}

static void
say (GStrvBuilder *lines, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (GStrvBuilder *lines, const char *format, ...)
{
	va_list arguments;

	va_start (arguments, format);
	g_autofree char *line = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	g_strv_builder_add (lines, line);
}

GStrv
rn_report_sentences (GVariant *totals)
{
	g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
	g_autofree char *share = rn_report_share (totals, "regularity", "due_held", "due");
	gint64 median = 0;

#define N(name) ((long) number (totals, name))
	say (lines, "%ld people were asked, %ld topics came of it, %ld people volunteered.", N ("asked"), N ("topics_opened"),
	     N ("volunteered"));
	say (lines, "%ld pairings were offered, to both sides each; %ld began: both had said yes.", N ("offered"),
	     N ("both_said_yes"));
	say (lines, "%ld pairs are alive, %ld have ended, %ld were abandoned.", N ("pairs_alive"), N ("pairs_ended"),
	     N ("abandoned"));
	say (lines, "%ld meetings were held, %ld missed; of %ld nobody said whether they took place.", N ("meetings_held"),
	     N ("meetings_missed"), N ("meetings_unconfirmed"));
	if (*share != '\0')
		say (lines, "Of the meetings that were due, %s were held.", share);
	if (g_variant_lookup (totals, "median_days", "mx", NULL, &median) && median > 0)
		say (lines, "Half of the pairs' sessions come within %ld days of the one before.", (long) median);
	say (lines, "%ld forms were asked and %ld answered; %ld tasks are open.", N ("forms_asked"), N ("forms_answered"),
	     N ("tasks_open"));
#undef N
	return g_strv_builder_end (lines);
}

/* "Do you feel at ease in this pairing? 4.3 of 5, by 85 answers." */
char *
rn_report_answer (GVariant *line)
{
	g_autofree char *counted = g_strdup_printf ("by %ld answers", (long) number (line, "answers"));
	const char *wording = rn_argument_text (line, "wording", "");
	gint64 most = 0;
	double value = 0;

	if (g_variant_lookup (line, "yes_percent", "d", &value))
		return g_strdup_printf ("%s Yes: %.0f %%, %s.", wording, value, counted);
	g_variant_lookup (line, "mean", "d", &value);
	g_variant_lookup (line, "most", "mx", NULL, &most);
	return g_strdup_printf ("%s %.1f of %ld, %s.", wording, value, (long) most, counted);
}

static GStrv
summary_of (const struct page *page, GPtrArray *lines)
{
	g_autoptr (GStrvBuilder) summary = g_strv_builder_new ();
	g_auto (GStrv) sentences = rn_report_sentences (page->totals);

	g_strv_builder_addv (summary, (const char **) sentences);
	for (guint i = 0; i < lines->len; i++) {
		GVariant *line = g_ptr_array_index (lines, i);
		g_autofree char *answer = rn_report_answer (line);
		if (g_str_equal (rn_argument_text (line, "kind", ""), "answers"))
			g_strv_builder_add (summary, answer);
	}
	return g_strv_builder_end (summary);
}

static char *
write_page (const struct page *page, GPtrArray *lines)
{
	GVariant *program = page->program;
	g_auto (GStrv) summary = summary_of (page, lines);
	const struct rn_report_count overview[] = {
		{ "pairings", number (page->totals, "both_said_yes") },
		{ "meetings held", number (page->totals, "meetings_held") },
		{ "forms answered", number (page->totals, "forms_answered") },
		{ "mails sent", number (page->totals, "mails_sent") },
		{ "abandoned", number (page->totals, "abandoned") },
	};
	const struct rn_report_fact charter[] = {
		{ "Purpose", rn_argument_text (program, "purpose", "") }, { "Need", rn_argument_text (program, "need", "") },
		{ "Measure", rn_argument_text (program, "measure", "") }, { "Ends", rn_argument_text (program, "ends", "") },
	};
	struct rn_report report = {
		.title = rn_argument_text (program, "title", ""), .charter = charter, .n_charter = G_N_ELEMENTS (charter),
		.n_weeks = page->n_weeks, .n_rows = page->rows->len,
		.rows = (const struct rn_report_row *) (gpointer) page->rows->data,
		.counts = overview, .n_counts = G_N_ELEMENTS (overview), .summary = (const char *const *) summary,
	};

	rn_time_parse (rn_argument_text (program, "from", ""), &report.from, NULL);
	rn_time_parse (rn_argument_text (program, "until", ""), &report.to, NULL);
	return rn_report_html (&report);
}

char *
rn_report_page (GPtrArray *lines)
{
	struct page page = {
		.rows = g_array_new (FALSE, FALSE, sizeof (struct rn_report_row)),
		.texts = g_ptr_array_new_with_free_func (g_free),
	};

	read_lines (&page, lines);
	char *html = page.program != NULL && page.totals != NULL ? write_page (&page, lines) : g_strdup ("");
	g_array_unref (page.rows);
	g_ptr_array_unref (page.texts);
	return html;
}

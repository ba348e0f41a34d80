/* The report's page: complete, well-formed, and safe for any text. */
#include "unit.h"

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <string.h>

#include "report.h"

#define MONDAY ((rn_time) 1772409600) /* 2026-03-02 */

static const guint8 busy[] = { RN_WEEK_OUTSIDE, RN_WEEK_MET, RN_WEEK_MOVED, RN_WEEK_MET, RN_WEEK_UNCONFIRMED, RN_WEEK_MISSED,
                               RN_WEEK_NONE };
static const guint8 idle[] = { RN_WEEK_OUTSIDE, RN_WEEK_OUTSIDE, RN_WEEK_NONE, RN_WEEK_NONE, RN_WEEK_NONE, RN_WEEK_MISSED,
                               RN_WEEK_NONE };
static const struct rn_report_row rows[] = {
	{ "Ayşe Öztürk", "Дмитрий <script>", "R&D \"cloud\"", busy, "75 % (3 of 4)", "", "2026-04-01" },
	{ "Jo", "Kim", "Cloud", idle, "", "", "" },
};
static const struct rn_report_count counts[] = { { "people", 120 }, { "meetings held", 2 } };
static const struct rn_report_fact charter[] = { { "Purpose", "To learn <fast>" }, { "Need", "" } };
static const char *const summary[] = { "2 pairs <b>met</b>.", "Nobody was left alone.", NULL };
static const struct rn_report report = {
	.title = "Mentoring & more", .charter = charter, .n_charter = 2, .from = MONDAY, .to = MONDAY + 49 * RN_DAY, .n_weeks = 7, .rows = rows, .n_rows = 2,
	.counts = counts, .n_counts = 2, .summary = summary,
};

/* The string or number that an XPath gives for the page, as text. */
static char *
look (const char *html, const char *path)
{
	htmlDocPtr page = htmlReadMemory (html, (int) strlen (html), NULL, "utf-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
	xmlXPathContextPtr context = xmlXPathNewContext (page);
	g_autofree char *expression = g_strdup_printf ("string(%s)", path);
	xmlXPathObjectPtr found = xmlXPathEvalExpression ((const xmlChar *) expression, context);
	ck_assert_msg (found != NULL, "bad XPath %s", path);
	char *text = g_strdup ((const char *) found->stringval);
	xmlXPathFreeObject (found);
	xmlXPathFreeContext (context);
	xmlFreeDoc (page);
	return text;
}

static void
expect (const char *what, const char *path, const char *wanted)
{
	g_autofree char *html = rn_report_html (&report), *text = look (html, path);
	ck_assert_msg (g_str_equal (text, wanted), "%s: “%s”, not “%s”", what, text, wanted);
}

static const struct {
	const char *what, *path, *wanted;
} cases[] = {
	{ "the language is said", "/html/@lang", "en" },
	{ "the title", "//title[parent::head]", "Mentoring & more" },
	{ "one first heading", "count(//h1)", "1" },
	{ "the span of time", "//p[@class='span']", "2 March 2026 – 20 April 2026" },
	{ "all lines of the summary", "count(//ul[@class='summary']/li)", "2" },
	{ "a line is text, not markup", "//ul[@class='summary']/li[1]", "2 pairs <b>met</b>." },
	{ "no script", "count(//script)", "0" },
	{ "nothing from elsewhere", "count(//link | //img | //iframe | //*[starts-with(@href, 'http')] | //@src)", "0" },
	{ "the charter heads the page", "//header/dl/div[1]/dd", "To learn <fast>" },
	{ "what it does not say is left out", "count(//header/dl/div)", "1" },
	{ "a count", "//main//dl/div[1]/dd", "120" },
	{ "one chart with a text alternative", "count(//svg[@role='img'][@aria-labelledby]/title)", "1" },
	{ "a line for each pair", "count(//svg[@role='img']/g)", "2" },
	{ "marks of the first pair", "count(//svg[@role='img']/g[1]/use)", "6" },
	{ "a mark has the shape of its kind", "//svg[@role='img']/g[1]/use[5]/@href", "#missed" },
	{ "every shape is drawn", "count(//defs/g[@id='met' or @id='moved' or @id='unconfirmed' or @id='missed' or @id='none'])",
	  "5" },
	{ "five kinds in the legend", "count(//ul[@class='legend']/li)", "5" },
	{ "names in the table", "//table[1]/tbody/tr[1]/th", "Ayşe Öztürk → Дмитрий <script>" },
	{ "the topic in the table", "//table[1]/tbody/tr[1]/td[1]", "R&D \"cloud\"" },
	{ "weeks met", "//table[1]/tbody/tr[1]/td[2]", "2" },
	{ "weeks without a meeting", "//table[1]/tbody/tr[2]/td[6]", "4" },
	{ "how regularly they met", "//table[1]/tbody/tr[1]/td[7]", "75 % (3 of 4)" },
	{ "when they met last", "//table[1]/tbody/tr[1]/td[9]", "2026-04-01" },
	{ "of nothing due there is no share", "//table[1]/tbody/tr[2]/td[7]", "" },
	{ "the weeks' table has a column for each", "count(//table[@class='weeks']/thead/tr/th)", "8" },
	{ "a letter for each week", "//table[@class='weeks']/tbody/tr[1]/td[4]", "M" },
	{ "an empty cell outside", "//table[@class='weeks']/tbody/tr[1]/td[1]", "" },
	{ "header cells say what they head", "count(//th[not(@scope)])", "0" },
};

START_TEST (the_page_says_it_all)
{
	expect (cases[_i].what, cases[_i].path, cases[_i].wanted);
}
END_TEST

START_TEST (equal_reports_give_equal_pages)
{
	g_autofree char *one = rn_report_html (&report), *other = rn_report_html (&report);
	ck_assert_str_eq (one, other);
}
END_TEST

START_TEST (without_pairs_there_is_a_sentence)
{
	struct rn_report empty = report;
	empty.n_rows = 0;
	g_autofree char *html = rn_report_html (&empty), *charts = look (html, "count(//svg[@role='img'])");
	ck_assert_str_eq (charts, "0");
	ck_assert_ptr_nonnull (strstr (html, "There is no pair yet."));
}
END_TEST

START_TEST (broken_text_is_shown_as_well_as_can_be)
{
	struct rn_report broken = report;
	broken.title = "caf\xe9";
	g_autofree char *html = rn_report_html (&broken);
	ck_assert (g_utf8_validate (html, -1, NULL));
	ck_assert_ptr_nonnull (strstr (html, "caf"));
}
END_TEST

static Suite *
make_suite (void)
{
	Suite *suite = suite_create ("report");
	TCase *tests = tcase_create ("report");
	tcase_add_loop_test (tests, the_page_says_it_all, 0, G_N_ELEMENTS (cases));
	tcase_add_test (tests, equal_reports_give_equal_pages);
	tcase_add_test (tests, without_pairs_there_is_a_sentence);
	tcase_add_test (tests, broken_text_is_shown_as_well_as_can_be);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (make_suite ())

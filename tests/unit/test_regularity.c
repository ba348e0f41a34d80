/* How regularly two people meet. Times are days since both said yes; the pace is 14 days
 * unless a row says another one, so a meeting is late from day 21 on. */
#include "unit.h"

#include <string.h>

#include "error.h"
#include "regularity.h"

#define BEGAN ((rn_time) 1772409600) /* 2026-03-02 */

static const struct {
	const char *what, *pace;
	const char *sessions; /* days; with “?” one that nobody spoke about */
	const char *off;      /* "10-20": from the first of day 10 to the first of day 20 */
	int from, until;
	int due, held, percent, met, unconfirmed, last, gap; /* last and gap in days; last -1: none */
} rows[] = {
	/* nothing is late before day 21 */
	{ "a new pairing has no share", "14 days", "", "", 0, 20, 0, 0, -1, 0, 0, -1, 20 },
	{ "at its very beginning as well", "14 days", "", "", 0, 0, 0, 0, -1, 0, 0, -1, 0 },
	{ "the first meeting counts at once", "14 days", "9", "", 0, 10, 1, 1, 100, 1, 0, 9, 9 },
	/* the first is late on day 21, the second, due on 28, on 35 */
	{ "who never meets misses one a step", "14 days", "", "", 0, 35, 2, 0, 0, 0, 0, -1, 35 },
	{ "an instant earlier it is one", "14 days", "", "", 0, 34, 1, 0, 0, 0, 0, -1, 34 },
	{ "all held", "14 days", "14 28 42 56", "", 0, 60, 4, 4, 100, 4, 0, 56, 14 },
	{ "a little late is held: 14 + 20 = 34", "14 days", "14 34", "", 0, 40, 2, 2, 100, 2, 0, 34, 20 },
	/* after day 14 one is due on 28, late on 35; then one on 42, late on 49: 47 is in time */
	{ "one left out", "14 days", "14 47", "", 0, 50, 3, 2, 66, 2, 0, 47, 33 },
	/* due on 14, late on 21; 25 is in time for the one due on 28 */
	{ "moved by far too much, one is missed and one held", "14 days", "25", "", 0, 26, 2, 1, 50, 1, 0, 25, 25 },
	{ "moved by a few days, it is held", "14 days", "19", "", 0, 22, 1, 1, 100, 1, 0, 19, 19 },
	/* each week with 14 days: 7 is the first; 14 is half a step behind it, so every one counts */
	{ "more often than asked is all, and not more", "14 days", "7 14 21 28 35", "", 0, 36, 5, 5, 100, 5, 0, 35, 7 },
	/* 3 is the first; 5, 7 and 9 are less than 7 days behind it: extra; due on 23, late on 30, then on 37, late on 44 */
	{ "a burst does not make up for months", "14 days", "3 5 7 9", "", 0, 44, 3, 1, 33, 4, 0, 9, 35 },
	{ "what nobody spoke about is neither", "14 days", "14 28? 42", "", 0, 44, 2, 2, 100, 2, 1, 42, 14 },
	{ "nor is the only one", "14 days", "14?", "", 0, 30, 0, 0, -1, 0, 1, -1, 16 },
	/* away from 5 to 95: five days count before, so day 95 + 16 = 111 is late */
	{ "away for months is not held against them", "14 days", "", "5-95", 0, 110, 0, 0, -1, 0, 0, -1, 20 },
	{ "late is late afterwards", "14 days", "", "5-95", 0, 111, 1, 0, 0, 0, 0, -1, 21 },
	/* of the 36 days between one counts, so 50 is extra */
	{ "who meets while away has met", "14 days", "14 50", "15-75", 0, 76, 1, 1, 100, 2, 0, 50, 14 },
	/* both away, and closed days in it: 10 to 30 are off in all; 10 days before, 11 behind */
	{ "time off that overlaps counts once", "14 days", "", "10-20 15-30 12-13", 0, 40, 0, 0, -1, 0, 0, -1, 20 },
	{ "in any order", "14 days", "", "12-13 15-30 10-20", 0, 41, 1, 0, 0, 0, 0, -1, 21 },
	{ "away all the time", "14 days", "", "0-400", 0, 365, 0, 0, -1, 0, 0, -1, 0 },
	/* due on 3, 6, 9: late half a step behind each; 6 and 9.5 */
	{ "a flash track has a pace of its own", "3 days", "3 6 9", "", 0, 10, 3, 3, 100, 3, 0, 9, 3 },
	{ "and misses soon", "3 days", "3", "", 0, 10, 2, 1, 50, 1, 0, 3, 7 },
	/* behind each of the first two 14 days, then 28: after the third one is due on 70, late on 84 */
	{ "the pace changes with the meetings", "2 x 14 days, 28 days", "14 28 42", "", 0, 83, 3, 3, 100, 3, 0, 42, 41 },
	/* due on 42 (a step of 14 behind 28, late on 49), then on 56 (63): the first step holds for three */
	{ "a missed one does not move it on", "3 x 14 days, 28 days", "14 28", "", 0, 63, 4, 2, 50, 2, 0, 28, 35 },
	/* lately: 14 is over; of 28, 42 and the one late on 63 the first two were held */
	{ "of a span only what was due in it", "14 days", "14 28 42", "", 20, 63, 3, 2, 66, 2, 0, 42, 21 },
	{ "nothing was due in it", "14 days", "14 28 42", "", 43, 50, 0, 0, -1, 0, 0, 42, 7 },
	{ "what lies behind the end does not count", "14 days", "14 28 42", "", 0, 30, 2, 2, 100, 2, 0, 28, 14 },
	{ "ten working days are a fortnight", "10 working days", "", "", 0, 21, 1, 0, 0, 0, 0, -1, 21 },
};

/* "14 28? 42" */
static GArray *
sessions_of (const char *text)
{
	g_auto (GStrv) words = g_strsplit (text, " ", -1);
	GArray *sessions = g_array_new (FALSE, FALSE, sizeof (struct rn_session));

	for (gsize i = 0; words[i] != NULL; i++) {
		struct rn_session session = { BEGAN + atoi (words[i]) * RN_DAY, strchr (words[i], '?') == NULL };
		g_array_append_val (sessions, session);
	}
	return sessions;
}

/* "10-20 15-30" */
static GArray *
spans_of (const char *text)
{
	g_auto (GStrv) words = g_strsplit (text, " ", -1);
	GArray *spans = g_array_new (FALSE, FALSE, sizeof (struct rn_span));

	for (gsize i = 0; words[i] != NULL; i++) {
		struct rn_span span = { BEGAN + atoi (words[i]) * RN_DAY, BEGAN + atoi (strchr (words[i], '-') + 1) * RN_DAY };
		g_array_append_val (spans, span);
	}
	return spans;
}

START_TEST (regularity)
{
	g_autoptr (GArray) sessions = sessions_of (rows[_i].sessions), off = spans_of (rows[_i].off);
	g_autoptr (GArray) pace = rn_pace_parse (rows[_i].pace, NULL);
	ck_assert_msg (pace != NULL, "%s: the pace", rows[_i].what);
	struct rn_regularity_order order = {
		.since = BEGAN, .until = BEGAN + rows[_i].until * RN_DAY,
		.from = rows[_i].from > 0 ? BEGAN + rows[_i].from * RN_DAY : 0,
		.sessions = (gpointer) sessions->data, .n_sessions = sessions->len,
		.off = (gpointer) off->data, .n_off = off->len, .pace = (gpointer) pace->data, .n_pace = pace->len,
	};
	struct rn_regularity is = rn_regularity (&order);
#define SAME(name, value, wanted) \
	ck_assert_msg ((value) == (wanted), "%s: %s is %d, not %d", rows[_i].what, name, (int) (value), (int) (wanted))
	SAME ("due", is.due, rows[_i].due);
	SAME ("held", is.held, rows[_i].held);
	SAME ("percent", is.percent, rows[_i].percent);
	SAME ("met", is.met, rows[_i].met);
	SAME ("unconfirmed", is.unconfirmed, rows[_i].unconfirmed);
	SAME ("last held", is.last_held == 0 ? -1 : (is.last_held - BEGAN) / RN_DAY, rows[_i].last);
	SAME ("longest gap", is.longest_gap / RN_DAY, rows[_i].gap);
#undef SAME
}
END_TEST

static const struct {
	const char *text;
	guint steps;
	rn_time first; /* hours */
	gint64 times;
} paces[] = {
	{ "28 days", 1, 672, 1 },
	{ "3 x 14 days, 28 days", 2, 336, 3 },
	{ " 2 x 1 week ,month", 2, 168, 2 },
	{ "5 working days", 1, 168, 1 }, /* a week */
	{ "hour", 1, 1, 1 },
	{ "", 0, 0, 0 },
	{ "often", 0, 0, 0 },
	{ "14 days,", 0, 0, 0 },
	{ "0 days", 0, 0, 0 }, /* one would be due at every instant */
	{ "0 x 14 days, 28 days", 2, 336, 0 },
	{ "-2 x 14 days", 0, 0, 0 },
};

START_TEST (a_pace_is_read)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GArray) pace = rn_pace_parse (paces[_i].text, &error);
	ck_assert_msg ((pace != NULL ? pace->len : 0) == paces[_i].steps, "“%s”", paces[_i].text);
	if (pace == NULL) {
		ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "“%s”", paces[_i].text);
		return;
	}
	const struct rn_pace_step *step = &g_array_index (pace, struct rn_pace_step, 0);
	ck_assert_msg (step->length == paces[_i].first * RN_HOUR && step->times == paces[_i].times, "“%s”", paces[_i].text);
}
END_TEST

static Suite *
make_suite (void)
{
	Suite *suite = suite_create ("regularity");
	TCase *tests = tcase_create ("regularity");
	tcase_add_loop_test (tests, regularity, 0, G_N_ELEMENTS (rows));
	tcase_add_loop_test (tests, a_pace_is_read, 0, G_N_ELEMENTS (paces));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (make_suite ())

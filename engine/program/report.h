/* The report of a program as one page: what happened in words, in numbers, and as a
 * chart of pairs by weeks. Self-contained HTML that needs no script and no network,
 * readable by eye in any colour vision, by keyboard and by screen reader (WCAG 2.2
 * AA): each mark of the chart has a shape and a letter, and the same stands in a
 * table below it. */
#ifndef RN_PROGRAM_REPORT_H
#define RN_PROGRAM_REPORT_H

#include "instant.h"

/* What a week was for a pair; where a week had several, the highest counts. */
enum rn_report_week {
	RN_WEEK_OUTSIDE,     /* they were not a pair then: an empty place */
	RN_WEEK_NONE,        /* no meeting was planned */
	RN_WEEK_MISSED,      /* a meeting did not happen */
	RN_WEEK_UNCONFIRMED, /* both had accepted, nobody said whether they met */
	RN_WEEK_MOVED,       /* a meeting was moved to another time */
	RN_WEEK_MET,
	RN_WEEKS
};

/* One pair. */
struct rn_report_row {
	const char *mentor, *leader, *topic;
	const guint8 *weeks; /* n_weeks of enum rn_report_week */
	const char *regularity, *lately; /* "93 % (14 of 15)"; "": nothing was due */
	const char *last;    /* day of the last meeting that was held; "": none */
};

/* One number of the overview. */
struct rn_report_count {
	const char *label;
	gint64 value;
};

/* One line of the program's charter; one that is empty is left out. */
struct rn_report_fact {
	const char *label, *text;
};

/* Texts are plain; none is NULL. */
struct rn_report {
	const char *title;
	const struct rn_report_fact *charter;
	gsize n_charter;
	rn_time from, to;
	guint n_weeks; /* the first begins at `from` */
	const struct rn_report_row *rows;
	gsize n_rows;
	const struct rn_report_count *counts;
	gsize n_counts;
	const char *const *summary; /* lines, ends with NULL */
};

/* The page as UTF-8. Equal reports give equal bytes. */
char *rn_report_html (const struct rn_report *report);

#endif

/* The report as a page, from the lines of the request “report”. The same page is what a demo leaves and what
 * `rotnem report --html` writes. */
#ifndef RN_RUN_REPORT_PAGE_H
#define RN_RUN_REPORT_PAGE_H

#include "pairing.h"

/* A pairing's weeks from one instant to another, a letter each: M they met, > a meeting was moved, ? nobody spoke
 * about it, X missed, - none was planned, and a space where they were no pair. */
char *rn_report_weeks (const rn_pairing *pairing, GPtrArray *meetings, rn_time from, rn_time until);

/* "93 % (14 of 15)", or "" when nothing was due: of the line's fields of these names. Free with g_free. */
char *rn_report_share (GVariant *line, const char *percent, const char *held, const char *due);

/* The day of a field that holds an instant: "2026-03-02", or "". Free with g_free. */
char *rn_report_day (GVariant *line, const char *name);

/* What the sums say, in sentences: of the line “totals”. Free with g_strfreev. */
GStrv rn_report_sentences (GVariant *totals);

/* What a line “answers” says, in a sentence. Free with g_free. */
char *rn_report_answer (GVariant *line);

/* The page of the one program whose lines these are (GVariant, a{sv}). */
char *rn_report_page (GPtrArray *lines);

#endif

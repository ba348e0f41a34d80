/* What a report counts: sums over one program and a span of time, of what is no secret. */
#ifndef RN_STORE_REPORT_SUMS_H
#define RN_STORE_REPORT_SUMS_H

#include "db.h"
#include "question.h"

/* One program, from an instant to another, both included. */
struct rn_report_span {
	const char *program;
	rn_time from, until;
};

/* Adds each sum of the span by its name: asked, volunteered, offered … What offers were declined is not
 * among them: who did can be told from it where offers are few. */
gboolean rn_report_sums (rn_db *db, const struct rn_report_span *span, GVariantBuilder *dict, GError **error);

/* The middle one of the times between two sessions held by one pair, one behind the other; -1: there are none. */
gboolean rn_report_median (rn_db *db, const struct rn_report_span *span, rn_time *median, GError **error);

/* When the program began: the first thing that is known of it, or 0. */
gboolean rn_report_begin (rn_db *db, const char *program, rn_time *begin, GError **error);

/* When the last turn was, or 0. */
gboolean rn_report_last_turn (rn_db *db, rn_time *at, GError **error);

/* What is open about a pairing, in words: "date" being chosen, its "renewal", "task 12" … Never of which of the two. */
GStrv rn_report_open (rn_db *db, gint64 pairing, GError **error);

/* How often a form was asked, and answered, even if in part. */
struct rn_form_count {
	char *form;
	gint64 asked, answered;
};
GArray *rn_report_forms (rn_db *db, const struct rn_report_span *span, GError **error); /* of struct rn_form_count */

/* One answer of the lane “aggregate”. */
struct rn_report_answer {
	char *form, *question, *value;
	gint64 person;
};

/* All of them, whatever the span, by form and question in the order in which they came: of two spans that differ by a
 * day the difference is what few people said. */
GArray *rn_report_answers (rn_db *db, const char *program, GError **error); /* of struct rn_report_answer */

/* Whether an answer of that lane is in a sum that may have been told: another one in its place would be the difference
 * to the next. */
gboolean rn_report_has_told (rn_db *db, const rn_reply_value *answer, gboolean *has, GError **error);

#endif

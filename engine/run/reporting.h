/* The report of a program: what the coordinator and her management see of it. */
#ifndef RN_RUN_REPORTING_H
#define RN_RUN_REPORTING_H

#include "control.h"

/* The request “report”. Arguments: program (else all), from and until (else all there is). Lines, each with its
 * “kind”, a program's one behind the other:
 *
 *   program  title, charter and span
 *   pairing  one that lived in the span: its regularity, lately as well, what is open, its weeks as letters
 *   form     how often it was asked and answered
 *   answers  what was answered in the lane “aggregate”, where enough people did (program/aggregate.h)
 *   totals   the sums
 *
 * Nothing in it was said in confidence, nor tells who declined an offer. */
gboolean rn_report_request (rn_engine *engine, GVariant *arguments, rn_control_line line, gpointer data, GError **error);

#endif

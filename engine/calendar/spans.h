/* Lists of spans of time. */
#ifndef RN_CALENDAR_SPANS_H
#define RN_CALENDAR_SPANS_H

#include "slots.h"

/* Puts the array of struct rn_span in order and joins those that touch or overlap. */
void rn_spans_join (GArray *spans);

#endif

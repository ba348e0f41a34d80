/* "Tuesday, no wait, Wednesday": what somebody corrects while she writes. */
#ifndef RN_MAIL_CORRECTIONS_H
#define RN_MAIL_CORRECTIONS_H

#include "thoughts.h"

/* Strikes out the lines and dates that were corrected, and the words that do it: they become pieces that say
 * nothing. A day that is corrected keeps its hour, and of "Tuesday at 3, I mean 4" Tuesday stays. */
void rn_strike_corrected (struct rn_thoughts *thoughts, GTimeZone *zone);

#endif

/* A recurrence rule (RFC 5545, 3.3.10) as a set of days. libical reads the rule's text;
 * the days are found here, period by period, because libical's iterator looks for a
 * day that never comes for 0.4 s (FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30) or for ever
 * (FREQ=SECONDLY), and ignores BYSETPOS in a week.
 *
 * Understood: DAILY to YEARLY with BYMONTH, BYMONTHDAY, BYYEARDAY, BYDAY, BYSETPOS,
 * INTERVAL, WKST, COUNT and UNTIL, and a BYHOUR, BYMINUTE or BYSECOND that only repeats
 * DTSTART, as Domino writes them. Not: SECONDLY to HOURLY, other hours, BYWEEKNO, RSCALE;
 * a meeting never needs them. */
#ifndef RN_CALENDAR_RULE_H
#define RN_CALENDAR_RULE_H

#include <glib.h>

#include "ics_time.h"

#define RN_MAX_RULE_DAYS 366 /* in one period */

typedef struct rn_rule rn_rule;

/* `start` is DTSTART. NULL when the rule is not understood. */
rn_rule *rn_rule_new (const char *text, rn_local start);
void rn_rule_free (rn_rule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (rn_rule, rn_rule_free)

gboolean rn_rule_is_yearly (const rn_rule *rule);

/* COUNT, or 0. */
guint rn_rule_count (const rn_rule *rule);

/* UNTIL; FALSE when there is none. */
gboolean rn_rule_until (const rn_rule *rule, struct rn_ics_time *until);

/* The number of the period (day, week, month or year, counted in INTERVALs from the one
 * of DTSTART, which is 0) that the day lies in or behind. */
gint64 rn_rule_period_of (const rn_rule *rule, gint64 day);

/* The days of that period, rising, as numbers from 1970-01-01; gives how many. Those
 * before DTSTART are left out; COUNT and UNTIL are the caller's to watch. `*work`
 * rises by what that took: 1 is a day looked at, some 20 ns. */
guint rn_rule_days (const rn_rule *rule, gint64 period, gint64 days[RN_MAX_RULE_DAYS], guint *work);

#endif

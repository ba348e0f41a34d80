/* Lengths of time as people write them: "20 minutes", "10 days", "5 working days". */
#ifndef RN_BASE_DURATION_H
#define RN_BASE_DURATION_H

#include "instant.h"

/* Working days are counted apart, since their length depends on a calendar. One of
 * the two is zero. */
struct rn_duration {
	rn_time seconds;
	int working_days;
};

/* Reads NUMBER UNIT with UNIT one of second, minute, hour, day, working day, week,
 * month (30 days), quarter (91 days), year (365 days), each with or without s.
 * A unit alone counts once: "quarter". Else FALSE and a DATA error. */
gboolean rn_duration_parse (const char *text, struct rn_duration *duration, GError **error);

/* The instant that lies this duration behind `from`. Working days are Monday to
 * Friday in `zone`, at the same local time of day; callers that know holidays step
 * on from there. */
rn_time rn_duration_after (const struct rn_duration *duration, rn_time from, GTimeZone *zone);

#endif

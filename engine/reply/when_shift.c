/* What counts from the time that is offered: "an hour later", "same time on Thursday". */
#include "when_cursor.h"

#define MAX_SHIFT 28 /* of whatever is counted */

/* "half an hour", "anderthalb" is none */
static gboolean
take_half_hour (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;

	rn_when_take_links (&try);
	if (!rn_when_take (&try, RN_WHEN_HALF_OF))
		return FALSE;
	rn_when_take_links (&try);
	if (rn_when_take (&try, RN_WHEN_UNIT) != RN_UNIT_HOUR)
		return FALSE;
	at->i = try.i;
	return TRUE;
}

gboolean
rn_when_take_shift (struct rn_when_cursor *at)
{
	static const int minutes[] = {
		[RN_UNIT_DAY] = 1440, [RN_UNIT_WEEK] = 7 * 1440, [RN_UNIT_HOUR] = 60, [RN_UNIT_MINUTE] = 1, [RN_UNIT_QUARTER] = 0,
	};
	struct rn_when_cursor try = *at;
	int count = 1, shift = 0;

	if (take_half_hour (&try)) {
		shift = 30;
	} else if (rn_when_take_count (&try, &count) && count <= MAX_SHIFT * 5) {
		int unit = rn_when_take (&try, RN_WHEN_UNIT);
		shift = unit > 0 && unit <= RN_UNIT_MINUTE ? count * minutes[unit] : 0;
	}
	int way = shift > 0 && rn_when_mark_here (&try) == '\0' ? rn_when_take (&try, RN_WHEN_SHIFT) : 0;
	if (way == 0)
		return FALSE;
	at->facts->shift = way == 1 ? shift : -shift;
	at->i = try.i;
	return TRUE;
}

gboolean
rn_when_take_same_time (struct rn_when_cursor *at)
{
	if (at->facts->is_same_time || at->facts->from >= 0 || !rn_when_take (at, RN_WHEN_SAME_TIME))
		return FALSE;
	at->facts->is_same_time = TRUE;
	return TRUE;
}

#include "zone.h"

static gint32
offset_at (GTimeZone *zone, rn_time at)
{
	return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at));
}

rn_local
rn_zone_local (GTimeZone *zone, rn_time at)
{
	return at + offset_at (zone, at);
}

rn_time
rn_zone_instant (GTimeZone *zone, rn_local local)
{
	/* a day to either side lies beyond any offset, so a change of the clock that
	 * concerns `local` lies between them */
	gint32 before = offset_at (zone, local - RN_DAY), after = offset_at (zone, local + RN_DAY);

	if (before != after && offset_at (zone, local - before) != before && offset_at (zone, local - after) == after)
		return local - after;
	return local - before;
}

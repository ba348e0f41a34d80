#include "holidays.h"

#include "error.h"
#include "recurrence.h"
#include "spans.h"

static gboolean
is_midnight (GTimeZone *zone, rn_time at)
{
	return rn_zone_local (zone, at) % RN_DAY == 0;
}

GArray *
rn_holidays_read (const char *text, gsize size, GTimeZone *zone, rn_time from, rn_time until, GError **error)
{
	gboolean complete = FALSE;
	g_autoptr (rn_ics) ics = rn_ics_new (text, size, RN_MAX_PUBLISHED_ICS);
	g_autoptr (rn_zones) zones = rn_zones_new (ics, zone);
	g_autoptr (GArray) occurrences = rn_occurrences (ics, zones, from, until, RN_PUBLISHED_WORK, &complete);
	g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (struct rn_span));

	if (ics->n_calendars == 0 || !complete) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA,
		             ics->n_calendars == 0 ? "the file of holidays is no calendar"
		                                   : "the file of holidays has a time or a rule that cannot be read");
		return NULL;
	}
	for (guint i = 0; i < occurrences->len; i++) {
		struct rn_span span = g_array_index (occurrences, struct rn_occurrence, i).span;
		if (span.end > span.start && is_midnight (zone, span.start) && is_midnight (zone, span.end))
			g_array_append_val (days, span);
	}
	rn_spans_join (days);
	return g_steal_pointer (&days);
}

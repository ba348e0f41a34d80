#include "holidays.h"

#include "error.h"
#include "recurrence.h"
#include "spans.h"

static gboolean
is_midnight (GTimeZone *zone, rn_time at)
{
	return rn_zone_local (zone, at) % RN_DAY == 0;
}

/* What is wrong with the file as a whole, or NULL. */
static char *
why_not (const rn_ics *ics, gsize size)
{
	if (size > RN_MAX_PUBLISHED_ICS)
		return g_strdup_printf ("it has %" G_GSIZE_FORMAT " bytes, and a file of holidays at most %d", size,
		                        RN_MAX_PUBLISHED_ICS);
	if (ics->reason != NULL)
		return g_strdup_printf ("its parts stand within each other more than %d deep", RN_MAX_ICS_DEPTH);
	if (ics->n_calendars == 0)
		return g_strdup ("it is no calendar: there is no line “BEGIN:VCALENDAR”");
	return ics->is_complete ? NULL : g_strdup ("it was cut off: the last “END:” is missing");
}

static char *
title_of (const rn_ics *ics, guint event)
{
	const char *title = rn_ics_value (ics, event, "SUMMARY") ?: rn_ics_value (ics, event, "UID");
	return g_strstrip (g_strdelimit (rn_ics_text (title != NULL ? title : ""), "\n", ' '));
}

GArray *
rn_holidays_read (const char *text, gsize size, GTimeZone *zone, rn_time from, rn_time until, GError **error)
{
	guint unread = 0;
	g_autoptr (rn_ics) ics = rn_ics_new (text, size, RN_MAX_PUBLISHED_ICS);
	g_autofree char *why = why_not (ics, size);
	g_autoptr (rn_zones) zones = rn_zones_new (ics, zone);
	g_autoptr (GArray) occurrences = rn_occurrences (ics, zones, from, until, RN_PUBLISHED_WORK, &unread);
	g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (struct rn_span));

	if (why != NULL) {
		g_set_error_literal (error, RN_ERROR, RN_ERROR_DATA, why);
		return NULL;
	}
	if (unread < ics->n_components) {
		g_autofree char *title = title_of (ics, unread);
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "its event “%s” has a time or a rule that cannot be read", title);
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

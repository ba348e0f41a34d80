#include "itip_job.h"

#include <string.h>

#include "recurrence.h"
#include "rule.h"

/* Notes why the line's time could not be read, and holds. */
static void
complain (struct rn_itip_job *job, const struct rn_line *line, const char *why)
{
	g_autofree char *tzid = rn_line_parameter (line, "TZID");
	g_autofree char *value = rn_itip_shown (line->value), *zone = rn_itip_shown (tzid != NULL ? tzid : "");

	if (strcmp (why, "unknown-zone") == 0)
		rn_itip_note (job, "%s is in the zone “%s”, which nobody here knows", line->name, zone);
	else
		rn_itip_note (job, "%s “%s” is %s", line->name, value, strcmp (why, "bad-time") == 0 ? "no time" : "in no zone");
	rn_itip_hold (job, strcmp (why, "bad-time") == 0 ? "bad-calendar" : why);
}

/* TRUE when the line is there and could be read. */
static gboolean
read_moment (struct rn_itip_job *job, guint event, const char *name, struct rn_moment *moment)
{
	const struct rn_line *line = rn_ics_find (job->ics, event, name, NULL);
	const char *why = line != NULL ? rn_zones_read (job->zones, line, moment) : NULL;

	if (why != NULL)
		complain (job, line, why);
	return line != NULL && why == NULL;
}

static void
read_start (struct rn_itip_job *job, guint event, const struct rn_moment *start, struct rn_calendar *item)
{
	const struct rn_line *line = rn_ics_find (job->ics, event, "DTSTART", NULL);
	g_autofree char *tzid = rn_line_parameter (line, "TZID");

	item->start = rn_moment_instant (start);
	if (tzid != NULL && start->time.is_utc)
		rn_itip_note (job, "zone of a DTSTART that ends in Z left out");
	else if (tzid != NULL)
		rn_itip_set (&item->tzid, g_steal_pointer (&tzid));
}

/* A meeting every hour is no meeting; that a rule is merely strange is worth a note. */
static void
vet_rule (struct rn_itip_job *job, guint event, const struct rn_moment *start)
{
	static const char *const hostile[] = { "SECONDLY", "MINUTELY", "HOURLY" };
	const struct rn_line *line = NULL;

	while ((line = rn_ics_find (job->ics, event, "RRULE", line)) != NULL) {
		g_autofree char *upper = g_ascii_strup (line->value, -1);
		g_autoptr (rn_rule) rule = rn_rule_new (line->value, start->time.local);
		for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
			if (strstr (upper, hostile[i]) != NULL)
				rn_itip_hold (job, "hostile-rule");
		if (rule == NULL)
			rn_itip_note (job, "a rule of recurrence that was not followed");
	}
}

void
rn_itip_read_times (struct rn_itip_job *job, guint event, struct rn_calendar *item)
{
	struct rn_moment moment;

	if (read_moment (job, event, "RECURRENCE-ID", &moment)) {
		g_autofree char *range = rn_line_parameter (rn_ics_find (job->ics, event, "RECURRENCE-ID", NULL), "RANGE");
		item->recurrence_id = rn_moment_instant (&moment);
		rn_itip_set (&item->range, g_ascii_strup (range != NULL ? range : "", -1));
	}
	if (!read_moment (job, event, "DTSTART", &moment))
		return;
	read_start (job, event, &moment, item);
	vet_rule (job, event, &moment);
	const struct rn_line *end = rn_ics_find (job->ics, event, "DTEND", NULL);
	const char *why = rn_zones_end (job->zones, event, &moment, &item->end);
	if (why != NULL)
		complain (job, end, why);
	else if (item->end == 0 && (end != NULL || rn_ics_value (job->ics, event, "DURATION") != NULL))
		rn_itip_note (job, "an end that is none, or before the start, left out");
}

/* ---- Series ---- */

#define RN_PAST (366 * RN_DAY) /* what lies further back concerns nobody any more */

static gboolean
is_series (const rn_ics *ics, guint event)
{
	return rn_ics_value (ics, event, "RRULE") != NULL || rn_ics_value (ics, event, "RDATE") != NULL;
}

static void
take_occurrences (struct rn_itip_job *job, guint i)
{
	struct rn_calendar *item = g_ptr_array_index (job->itip->items, i);
	guint unread = 0;
	rn_time from = MAX (item->start, item->dtstamp - RN_PAST);
	g_autoptr (GArray) occurrences = rn_occurrences (job->ics, job->zones, from, G_MAXINT64, RN_MAIL_WORK, &unread);

	for (guint k = 0; k < occurrences->len; k++)
		g_array_append_val (item->occurrences, g_array_index (occurrences, struct rn_occurrence, k).span.start);
	if (unread < job->ics->n_components || !job->ics->is_complete)
		rn_itip_note (job, "not every occurrence of the series can be told");
}

void
rn_itip_read_series (struct rn_itip_job *job)
{
	for (guint i = 0; i < job->itip->items->len && job->itip->reason == NULL; i++)
		if (is_series (job->ics, job->events[i])) {
			take_occurrences (job, i);
			return;
		}
}

#include "freebusy.h"

#include <string.h>

#include "error.h"
#include "recurrence.h"
#include "spans.h"

struct job {
	const rn_ics *ics;
	rn_zones *zones;
	struct rn_span asked;
	struct rn_freebusy *freebusy;
};

static void
add (struct job *job, rn_time start, rn_time end)
{
	struct rn_span span = { MAX (start, job->asked.start), MIN (end, job->asked.end) };
	if (span.start < span.end)
		g_array_append_val (job->freebusy->busy, span);
}

/* ---- VFREEBUSY ---- */

static gboolean
is_free (const char *type)
{
	return type != NULL && g_ascii_strcasecmp (type, "FREE") == 0;
}

/* "20260402T100000Z/20260402T110000Z" or "20260402T100000Z/PT1H" */
static gboolean
read_period (struct job *job, const struct rn_line *line, char *text, struct rn_span *span)
{
	char *slash = strchr (text, '/');
	struct rn_moment start, end;
	rn_time length = 0;

	if (slash == NULL)
		return FALSE;
	*slash = '\0';
	if (rn_zones_read_value (job->zones, line, text, &start) != NULL)
		return FALSE;
	span->start = rn_moment_instant (&start);
	if (rn_ics_duration_read (slash + 1, &length))
		span->end = span->start + length;
	else if (rn_zones_read_value (job->zones, line, slash + 1, &end) == NULL)
		span->end = rn_moment_instant (&end);
	else
		return FALSE;
	return span->end >= span->start;
}

/* Widens `*known` by the periods, which need not be busy. */
static void
read_periods (struct job *job, const struct rn_line *line, struct rn_span *known)
{
	g_autofree char *type = rn_line_parameter (line, "FBTYPE");
	g_auto (GStrv) periods = g_strsplit (line->value, ",", -1);

	for (char **period = periods; *period != NULL; period++) {
		struct rn_span span;
		if (!read_period (job, line, *period, &span)) {
			job->freebusy->complete = FALSE;
			continue;
		}
		known->start = MIN (known->start, span.start);
		known->end = MAX (known->end, span.end);
		if (!is_free (type))
			add (job, span.start, span.end);
	}
}

static gboolean
read_bounds (struct job *job, guint component, struct rn_span *bounds)
{
	const struct rn_line *start = rn_ics_find (job->ics, component, "DTSTART", NULL);
	const struct rn_line *end = rn_ics_find (job->ics, component, "DTEND", NULL);
	struct rn_moment from, to;

	if (start == NULL || end == NULL || rn_zones_read (job->zones, start, &from) != NULL ||
	    rn_zones_read (job->zones, end, &to) != NULL)
		return FALSE;
	*bounds = (struct rn_span) { rn_moment_instant (&from), rn_moment_instant (&to) };
	return TRUE;
}

/* Gives the time that the component knows of. */
static struct rn_span
read_freebusy (struct job *job, guint component)
{
	struct rn_span known = { G_MAXINT64, G_MININT64 };
	const char *type = rn_ics_value (job->ics, component, "FBTYPE");
	const struct rn_line *line = NULL;
	gboolean is_bounded = read_bounds (job, component, &known);

	if (type != NULL) { /* Radicale: an event in disguise */
		if (is_bounded && !is_free (type))
			add (job, known.start, known.end);
		job->freebusy->complete = job->freebusy->complete && is_bounded;
		return job->asked;
	}
	while ((line = rn_ics_find (job->ics, component, "FREEBUSY", line)) != NULL) {
		struct rn_span periods = { G_MAXINT64, G_MININT64 };
		read_periods (job, line, is_bounded ? &periods : &known);
	}
	return known;
}

/* Months of free and busy times may follow one another; behind a gap nothing is known. */
static void
read_all_freebusy (struct job *job)
{
	g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	gboolean any = FALSE;

	for (guint i = 0; i < job->ics->n_components; i++) {
		if (strcmp (job->ics->components[i].name, "VFREEBUSY") != 0)
			continue;
		struct rn_span one = read_freebusy (job, i);
		one = (struct rn_span) { MAX (one.start, job->asked.start), MIN (one.end, job->asked.end) };
		if (one.start < one.end)
			g_array_append_val (known, one);
		any = TRUE;
	}
	rn_spans_join (known);
	if (any)
		job->freebusy->known = known->len > 0 ? g_array_index (known, struct rn_span, 0) : (struct rn_span) { 0, 0 };
}

/* ---- Events ---- */

static void
read_events (struct job *job)
{
	guint unread = 0;
	g_autoptr (GArray) occurrences =
		rn_occurrences (job->ics, job->zones, job->asked.start, job->asked.end, RN_PUBLISHED_WORK, &unread);

	for (guint i = 0; i < occurrences->len; i++) {
		const struct rn_occurrence *occurrence = &g_array_index (occurrences, struct rn_occurrence, i);
		const char *shown = rn_ics_value (job->ics, occurrence->event, "TRANSP");
		if (shown == NULL || g_ascii_strcasecmp (shown, "TRANSPARENT") != 0)
			add (job, occurrence->span.start, occurrence->span.end);
	}
	job->freebusy->complete = job->freebusy->complete && unread == job->ics->n_components;
}

gboolean
rn_freebusy_read (const char *text, gsize size, GTimeZone *zone, rn_time from, rn_time until, struct rn_freebusy *freebusy,
                  GError **error)
{
	g_autoptr (rn_ics) ics = rn_ics_new (text, size, RN_MAX_PUBLISHED_ICS);
	g_autoptr (rn_zones) zones = rn_zones_new (ics, zone);
	struct job job = { .ics = ics, .zones = zones, .asked = { from, until }, .freebusy = freebusy };

	*freebusy = (struct rn_freebusy) { .busy = NULL, .known = { from, until }, .complete = ics->is_complete };
	if (ics->n_calendars == 0 || ics->reason != NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "what was published is no calendar, or too large.");
		return FALSE;
	}
	freebusy->busy = g_array_new (FALSE, FALSE, sizeof (struct rn_span));
	read_all_freebusy (&job);
	read_events (&job);
	rn_spans_join (freebusy->busy);
	return TRUE;
}

void
rn_freebusy_clear (struct rn_freebusy *freebusy)
{
	g_clear_pointer (&freebusy->busy, g_array_unref);
}

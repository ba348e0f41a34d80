#include "recurrence.h"

#include <string.h>

#include "rule.h"

#define RN_INSTANT_WORK 20  /* of one time and its zone */
#define RN_MAX_DATES 500    /* RDATEs or EXDATEs of one event */

struct job {
	const rn_ics *ics;
	rn_zones *zones;
	rn_time from, until;
	GHashTable *moved;   /* "UID instant" of every RECURRENCE-ID */
	GArray *occurrences;
	guint work, max_work;
	guint unread;            /* the first event of which something is left out */
};

/* One event that may come again. */
struct series {
	guint event;
	const char *uid;
	struct rn_moment start;
	rn_time length;
	guint n;                 /* occurrences so far */
	guint n_excluded;
	rn_time excluded[RN_MAX_DATES];
};

/* ---- Single occurrences ---- */

static char *
moved_key (const char *uid, rn_time at)
{
	return g_strdup_printf ("%s %" G_GINT64_FORMAT, uid, at);
}

static gboolean
is_left_out (const struct job *job, const struct series *series, rn_time at)
{
	for (guint i = 0; i < series->n_excluded; i++)
		if (series->excluded[i] == at)
			return TRUE;
	if (g_hash_table_size (job->moved) == 0 || rn_ics_value (job->ics, series->event, "RECURRENCE-ID") != NULL)
		return FALSE;
	g_autofree char *key = moved_key (series->uid, at);
	return g_hash_table_contains (job->moved, key);
}

/* A day's length differs where the clock is changed, an hour's does not. */
static rn_time
end_of (const struct series *series, rn_local local, rn_time at)
{
	if (series->start.time.is_date)
		return rn_tz_instant (series->start.tz, local + series->length);
	return at + series->length;
}

static void
give_up (struct job *job, guint event)
{
	job->unread = MIN (job->unread, event);
}

/* Counts what has been done for an event; FALSE when it is too much. */
static gboolean
afford (struct job *job, guint event, guint work)
{
	job->work += work;
	if (job->work > job->max_work)
		give_up (job, event);
	return job->work <= job->max_work;
}

static void
take (struct job *job, struct series *series, rn_local local)
{
	/* the clock is never further than a day from UTC */
	if (local + series->length < job->from - RN_DAY || local > job->until + RN_DAY)
		return;
	if (!afford (job, series->event, RN_INSTANT_WORK))
		return;
	rn_time at = rn_tz_instant (series->start.tz, local);
	struct rn_occurrence occurrence = { .span = { at, end_of (series, local, at) }, .event = series->event };

	if (at >= job->until || (occurrence.span.end <= job->from && at < job->from) || is_left_out (job, series, at))
		return;
	if (series->n == RN_MAX_OCCURRENCES) {
		give_up (job, series->event);
		return;
	}
	series->n++;
	g_array_append_val (job->occurrences, occurrence);
}

/* ---- Dates ---- */

/* Calls `found` for each value of the lines of that name, on the clock of the start. A
 * day without a time means the occurrence of that day. */
static void
each_date (struct job *job, struct series *series, const char *name,
           void (*found) (struct job *job, struct series *series, rn_local local))
{
	const struct rn_line *line = NULL;
	rn_local time_of_day = (series->start.time.local % RN_DAY + RN_DAY) % RN_DAY;

	while ((line = rn_ics_find (job->ics, series->event, name, line)) != NULL) {
		g_auto (GStrv) dates = g_strsplit (line->value, ",", RN_MAX_DATES + 1);
		for (guint i = 0; i < RN_MAX_DATES && dates[i] != NULL && afford (job, series->event, RN_INSTANT_WORK); i++) {
			struct rn_moment moment;
			dates[i][strcspn (dates[i], "/")] = '\0'; /* a PERIOD: its start */
			if (rn_zones_read_value (job->zones, line, dates[i], &moment) != NULL)
				give_up (job, series->event);
			else if (moment.time.is_date)
				found (job, series, moment.time.local + time_of_day);
			else
				found (job, series, rn_tz_local (series->start.tz, rn_moment_instant (&moment)));
		}
		if (g_strv_length (dates) > RN_MAX_DATES)
			give_up (job, series->event);
	}
}

static void
exclude (struct job *job, struct series *series, rn_local local)
{
	if (series->n_excluded < RN_MAX_DATES)
		series->excluded[series->n_excluded++] = rn_tz_instant (series->start.tz, local);
	else
		give_up (job, series->event);
}

/* ---- Rules ---- */

static gboolean
is_behind (const struct series *series, rn_local local, const struct rn_ics_time *until)
{
	if (until->is_date)
		return local >= until->local + RN_DAY;
	return until->is_utc ? rn_tz_instant (series->start.tz, local) > until->local : local > until->local;
}

/* Periods before this one hold nothing that is asked for; a rule that counts must
 * count from its start. */
static gint64
first_period (const struct job *job, const struct series *series, const rn_rule *rule)
{
	gint64 day = (job->from - series->length) / RN_DAY - 2;

	if (rn_rule_count (rule) > 0 || day * RN_DAY < series->start.time.local)
		return 0;
	return MAX (0, rn_rule_period_of (rule, day));
}

static void
follow (struct job *job, struct series *series, const rn_rule *rule)
{
	gint64 days[RN_MAX_RULE_DAYS];
	struct rn_ics_time until;
	gboolean ends = rn_rule_until (rule, &until);
	rn_local time_of_day = (series->start.time.local % RN_DAY + RN_DAY) % RN_DAY;
	gint64 last = rn_rule_period_of (rule, job->until / RN_DAY + 2);
	guint left = rn_rule_count (rule) > 0 ? rn_rule_count (rule) : G_MAXUINT;

	for (gint64 period = first_period (job, series, rule); period <= last && afford (job, series->event, 1); period++) {
		guint n = rn_rule_days (rule, period, days, &job->work);
		for (guint i = 0; i < n; i++, left--) {
			rn_local local = days[i] * RN_DAY + time_of_day;
			if (left == 0 || (ends && is_behind (series, local, &until)))
				return;
			take (job, series, local);
		}
	}
}

/* TRUE when a rule was followed: DTSTART is then one of its days or none. */
static gboolean
follow_rules (struct job *job, struct series *series)
{
	const struct rn_line *line = NULL;
	gboolean any = FALSE;

	while ((line = rn_ics_find (job->ics, series->event, "RRULE", line)) != NULL &&
	       afford (job, series->event, RN_INSTANT_WORK)) {
		g_autoptr (rn_rule) rule = rn_rule_new (line->value, series->start.time.local);
		if (rule == NULL) {
			give_up (job, series->event);
			continue;
		}
		follow (job, series, rule);
		any = TRUE;
	}
	return any;
}

/* ---- Events ---- */

static gboolean
is_cancelled (const rn_ics *ics, guint event)
{
	const char *status = rn_ics_value (ics, event, "STATUS");
	return status != NULL && g_ascii_strcasecmp (status, "CANCELLED") == 0;
}

static void
take_event (struct job *job, guint event)
{
	struct series series = { .event = event };
	const struct rn_line *start = rn_ics_find (job->ics, event, "DTSTART", NULL);
	const char *uid = rn_ics_value (job->ics, event, "UID");
	rn_time end = 0;

	if (is_cancelled (job->ics, event) || !afford (job, event, RN_INSTANT_WORK))
		return;
	if (start == NULL || rn_zones_read (job->zones, start, &series.start) != NULL ||
	    rn_zones_end (job->zones, event, &series.start, &end) != NULL) {
		give_up (job, event);
		return;
	}
	series.uid = uid != NULL ? uid : "";
	if (end != 0)
		series.length = series.start.time.is_date ? rn_tz_local (series.start.tz, end) - series.start.time.local
		                                          : end - rn_moment_instant (&series.start);
	each_date (job, &series, "EXDATE", exclude);
	if (!follow_rules (job, &series))
		take (job, &series, series.start.time.local);
	each_date (job, &series, "RDATE", take);
}

static void
remember_moved (struct job *job, guint event)
{
	const struct rn_line *line = rn_ics_find (job->ics, event, "RECURRENCE-ID", NULL);
	const char *uid = rn_ics_value (job->ics, event, "UID");
	struct rn_moment moment;

	if (line == NULL)
		return;
	if (rn_zones_read (job->zones, line, &moment) == NULL)
		g_hash_table_add (job->moved, moved_key (uid != NULL ? uid : "", rn_moment_instant (&moment)));
	else
		give_up (job, event);
}

static gint
compare (gconstpointer a, gconstpointer b)
{
	const struct rn_occurrence *left = a, *right = b;

	if (left->span.start != right->span.start)
		return left->span.start < right->span.start ? -1 : 1;
	return left->event < right->event ? -1 : left->event > right->event;
}

/* An RDATE may name what a rule gives too. */
static void
drop_doubles (GArray *occurrences)
{
	struct rn_occurrence *all = (struct rn_occurrence *) (gpointer) occurrences->data;
	guint kept = 0;

	for (guint i = 0; i < occurrences->len; i++)
		if (kept == 0 || compare (&all[kept - 1], &all[i]) != 0)
			all[kept++] = all[i];
	g_array_set_size (occurrences, kept);
}

static void
each_event (struct job *job, void (*found) (struct job *job, guint event))
{
	for (guint i = 0; i < job->ics->n_components; i++)
		if (strcmp (job->ics->components[i].name, "VEVENT") == 0)
			found (job, i);
}

GArray *
rn_occurrences (const rn_ics *ics, rn_zones *zones, rn_time from, rn_time until, guint max_work, guint *unread)
{
	g_autoptr (GHashTable) moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	struct job job = { .ics = ics, .zones = zones, .from = from, .until = MIN (until, from + RN_OCCURRENCE_HORIZON),
		           .moved = moved, .max_work = max_work, .unread = ics->n_components };

	job.occurrences = g_array_new (FALSE, FALSE, sizeof (struct rn_occurrence));
	each_event (&job, remember_moved);
	each_event (&job, take_event);
	g_array_sort (job.occurrences, compare);
	drop_doubles (job.occurrences);
	*unread = job.unread;
	return job.occurrences;
}

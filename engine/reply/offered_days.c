#include "offered_days.h"

#include <string.h>

#include "clock.h"
#include "language.h"
#include "when_words.h"

#define MAX_QUOTED_WORDS 72 /* in which a day is offered */
#define MIN_WEEKDAY 5       /* bytes: "lundi" */
#define MAX_OFFERED 8       /* days; a mail of ours lists three */

struct offer {
	rn_time start;
	gboolean has_time;
};

struct offers {
	struct offer days[MAX_OFFERED];
	int n;
	GTimeZone *zone;
};

rn_time
rn_at_clock (rn_time day, rn_time clock, GTimeZone *zone)
{
	g_autoptr (GDateTime) date = rn_time_local (day, zone);
	g_autoptr (GDateTime) time = rn_time_local (clock, zone);
	if (date == NULL || time == NULL)
		return day;
	g_autoptr (GDateTime) both = g_date_time_new (zone, g_date_time_get_year (date), g_date_time_get_month (date),
	                                              g_date_time_get_day_of_month (date), g_date_time_get_hour (time),
	                                              g_date_time_get_minute (time), 0);
	return both != NULL ? g_date_time_to_unix (both) : day;
}

/* The days to come that the quoted mail names with their weekday. */
static void
find_offers (struct offers *offers, const char *quote, rn_time written, GTimeZone *zone)
{
	struct rn_tokens tokens;
	struct rn_when when;

	*offers = (struct offers) { .zone = zone };
	rn_tokens_init_first (&tokens, quote, strlen (quote), MAX_QUOTED_WORDS);
	for (gsize i = 0; i < rn_tokens_count (&tokens) && offers->n < MAX_OFFERED; i++) {
		gboolean is_long = rn_token_at (&tokens, i)->size >= MIN_WEEKDAY;
		gsize behind = i;
		if (is_long && rn_lexicon_find (&rn_when_words, &tokens, i, RN_ANY_TONGUE, RN_WHEN_WEEKDAY) != NULL &&
		    rn_when_find_in (&tokens, &behind, rn_language_of (&tokens), written, zone, &when) && when.has_day &&
		    when.start >= written)
			offers->days[offers->n++] = (struct offer) { when.start, when.has_time };
	}
	rn_tokens_clear (&tokens);
}

/* Days since 0001-01-01, a Monday, of the wall clock there. */
static gint64
day_of (rn_time at, GTimeZone *zone)
{
	g_autoptr (GDateTime) local = rn_time_local (at, zone);
	int year = 1, month = 1, day = 1;
	GDate date;

	if (local != NULL)
		g_date_time_get_ymd (local, &year, &month, &day);
	g_date_clear (&date, 1);
	g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
	return g_date_get_julian (&date) - 1;
}

static gboolean
is_on_clock (const struct offers *offers, int i, rn_time clock)
{
	rn_time start = offers->days[i].start;

	return rn_at_clock (start, clock, offers->zone) == start;
}

/* The day that all have in common of those offered with an hour, of that hour if `clock` is not 0; *n_days how many
 * there are. */
static rn_time
day_with_hour (const struct offers *offers, rn_time clock, int *n_days)
{
	rn_time found = 0;

	*n_days = 0;
	for (int i = 0; i < offers->n; i++) {
		rn_time start = offers->days[i].start;
		if (!offers->days[i].has_time || (clock != 0 && !is_on_clock (offers, i, clock)))
			continue;
		if (*n_days == 0 || day_of (start, offers->zone) != day_of (found, offers->zone))
			(*n_days)++;
		found = start;
	}
	return found;
}

static void
move_to (struct rn_when *when, rn_time day, const struct offers *offers)
{
	rn_time length = when->end - when->start;

	when->start = rn_at_clock (day, when->start, offers->zone);
	when->end = when->start + length;
}

/* "15:00?", "after 3" */
static void
fit_hour (struct rn_when *when, const struct offers *offers)
{
	int n_days = 0, n_same = 0;
	rn_time only = day_with_hour (offers, 0, &n_days);

	if (n_days > 1 && when->end > when->start) {
		when->is_every = TRUE;
	} else if (n_days > 1) {
		only = day_with_hour (offers, when->start, &n_same);
		when->is_ambiguous |= n_same != 1;
	}
	if (n_days == 1 || n_same == 1)
		move_to (when, only, offers);
}

/* Of a weekday that is not offered: the same week's, or where several weeks have hours that are offered, the first
 * behind those. "Monday" before the first of them is the one to come. */
static rn_time
beside_offers (const struct offers *offers, rn_time at)
{
	gint64 first = 0, last = 0, day = day_of (at, offers->zone);

	for (int i = 0; i < offers->n; i++) {
		gint64 offered = offers->days[i].has_time ? day_of (offers->days[i].start, offers->zone) : 0;
		if (offered == 0)
			continue;
		first = first == 0 ? offered : MIN (first, offered);
		last = MAX (last, offered);
	}
	gint64 least = first / 7 == last / 7 ? first - first % 7 : first;
	return first == 0 || day >= least ? at : at + (least - day + 6) / 7 * 7 * RN_DAY;
}

static void
fit_weekday (struct rn_when *when, const struct offers *offers)
{
	gint64 weekday = day_of (when->start, offers->zone) % 7, found = 0;

	for (int i = 0; i < offers->n; i++) {
		gint64 day = day_of (offers->days[i].start, offers->zone);
		if (day % 7 != weekday)
			continue;
		when->is_ambiguous |= found != 0 && found != day;
		found = day;
	}
	if (found == 0)
		move_to (when, beside_offers (offers, when->start), offers);
	else if (!when->is_ambiguous)
		move_to (when, when->start + (found - day_of (when->start, offers->zone)) * RN_DAY, offers);
}

/* The one time that is offered on the day of a weekday, or 0. */
static rn_time
offered_on (const struct offers *offers, const struct rn_when *day)
{
	rn_time found = 0;
	int n = 0;

	for (int i = 0; day != NULL && day->is_weekday && i < offers->n; i++)
		if (offers->days[i].has_time &&
		    day_of (offers->days[i].start, offers->zone) == day_of (day->start, offers->zone)) {
			found = offers->days[i].start;
			n++;
		}
	return n == 1 ? found : 0;
}

/* "An hour later", "Wednesday, but an hour later", "one day earlier" */
static void
fit_shift (struct rn_when *when, const struct rn_when *day, const struct offers *offers)
{
	int n_days = 0;
	rn_time only = offered_on (offers, day);

	if (only == 0) {
		only = day_with_hour (offers, 0, &n_days);
		when->is_ambiguous |= n_days != 1 || offers->n > 1;
	}
	if (when->is_ambiguous)
		return;
	rn_time moved = only + when->shift;
	when->start = when->end = when->shift % RN_DAY == 0 ? rn_at_clock (moved, only, offers->zone) : moved;
	when->has_day = when->has_time = TRUE;
}

/* "Same time on Thursday"; of a week its day of the same name. */
static void
fit_same_time (struct rn_when *when, const struct offers *offers)
{
	int n_days = 0;
	rn_time only = day_with_hour (offers, 0, &n_days), day = when->start;

	when->is_ambiguous |= n_days != 1 || offers->n > 1;
	if (when->is_ambiguous)
		return;
	if (when->end - when->start > 2 * RN_DAY)
		day += (day_of (only, offers->zone) - day_of (day, offers->zone) + 700) % 7 * RN_DAY;
	when->start = when->end = rn_at_clock (day, only, offers->zone);
	when->has_time = TRUE;
	when->is_ambiguous = when->start == only; /* "same time next week", where that is in it */
}

static gboolean
is_relative (const struct rn_when *when)
{
	rn_time length = when->end - when->start;

	if (when->is_shift || when->is_same_time)
		return TRUE;
	return !when->has_zone && (when->is_weekday || (when->has_time && !when->has_day)) && !when->is_every && !when->is_past &&
	       length >= 0 && length <= RN_DAY;
}

void
rn_fit_offered_days (struct rn_when *dates, int n_dates, const char *quote, rn_time written, GTimeZone *zone)
{
	struct offers offers = { .zone = NULL };

	for (int date = 0; date < n_dates; date++) {
		struct rn_when *when = &dates[date];
		if (!is_relative (when))
			continue;
		if (offers.zone == NULL)
			find_offers (&offers, quote != NULL ? quote : "", written, zone);
		if (when->is_shift)
			fit_shift (when, date > 0 ? &dates[date - 1] : NULL, &offers);
		else if (when->has_time && !when->has_day)
			fit_hour (when, &offers);
		else if (when->is_weekday)
			fit_weekday (when, &offers);
		if (when->is_same_time)
			fit_same_time (when, &offers);
	}
}

#include "wishes.h"

#include <string.h>

#include "clock.h"
#include "zone.h"

#define RN_TIMES_AHEAD 400 /* of "every day": slots are looked for within a year */
#define RN_WEEK_LENGTH (7 * RN_DAY)
#define RN_LONGEST_DAY (25 * RN_HOUR)

static const struct {
	const char *ending;
	rn_time every;
} endings[] = { { " weekly", RN_WEEK_LENGTH }, { " daily", RN_DAY } };

/* "2026-03-17" as the days there since 1970; FALSE for anything else. */
static gboolean
read_day (const char *text, gint64 *day)
{
	GDate date;
	int year, month, of_month;

	if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
		return FALSE;
	year = (int) g_ascii_strtoll (text, NULL, 10);
	month = (int) g_ascii_strtoll (text + 5, NULL, 10);
	of_month = (int) g_ascii_strtoll (text + 8, NULL, 10);
	if (year < 1970 || !g_date_valid_dmy ((GDateDay) of_month, (GDateMonth) month, (GDateYear) year))
		return FALSE;
	g_date_clear (&date, 1);
	g_date_set_dmy (&date, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
	*day = (gint64) g_date_get_julian (&date) - 719163; /* 1970-01-01 */
	return TRUE;
}

/* An instant, or a day there as the span from its midnight to the next. */
static gboolean
read_edge (const char *text, GTimeZone *zone, struct rn_span *span)
{
	gint64 day;

	if (read_day (text, &day)) {
		*span = (struct rn_span) { rn_zone_instant (zone, day * RN_DAY), rn_zone_instant (zone, (day + 1) * RN_DAY) };
		return TRUE;
	}
	if (strchr (text, 'T') == NULL || !rn_time_parse (text, &span->start, NULL))
		return FALSE;
	span->end = span->start;
	return TRUE;
}

static gboolean
read_span (const char *text, GTimeZone *zone, struct rn_span *span)
{
	const char *slash = strchr (text, '/');
	g_autofree char *first = g_strndup (text, slash != NULL ? (gsize) (slash - text) : strlen (text));
	struct rn_span last = { 0, RN_NEVER };

	if (!read_edge (first, zone, span))
		return FALSE;
	if (slash == NULL)
		return TRUE;
	if (slash[1] != '\0' && !read_edge (slash + 1, zone, &last))
		return FALSE;
	span->end = last.end;
	return span->end > span->start;
}

gboolean
rn_wish_parse (const char *value, GTimeZone *zone, struct rn_wish *wish)
{
	gsize behind = 0;

	*wish = (struct rn_wish) { .is_excluded = g_str_has_prefix (value, "not ") };
	value += wish->is_excluded ? strlen ("not ") : 0;
	for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
		if (g_str_has_suffix (value, endings[i].ending)) {
			behind = strlen (endings[i].ending);
			wish->every = endings[i].every;
		}
	g_autofree char *text = g_strndup (value, strlen (value) - behind);
	return read_span (text, zone, &wish->span) && (wish->every == 0 || wish->span.end != RN_NEVER);
}

/* The same span so many times later, by the clock there. */
static struct rn_span
times_on (const struct rn_wish *wish, GTimeZone *zone, gint64 times)
{
	return (struct rn_span) { rn_zone_instant (zone, rn_zone_local (zone, wish->span.start) + times * wish->every),
	                          rn_zone_instant (zone, rn_zone_local (zone, wish->span.end) + times * wish->every) };
}

static gboolean
is_within (struct rn_span span, rn_time start, rn_time end)
{
	return span.start == span.end ? start == span.start : span.start <= start && end <= span.end;
}

static gboolean
touches (struct rn_span span, rn_time start, rn_time end)
{
	return span.start == span.end ? start <= span.start && span.start < end : span.start < end && start < span.end;
}

/* Whether a meeting then is what was asked for: a span holds all of it, an instant is its
 * start. Of an excluded one: whether the meeting touches it. */
static gboolean
is_meant (const struct rn_wish *wish, GTimeZone *zone, rn_time start, rn_time end)
{
	gboolean (*holds) (struct rn_span, rn_time, rn_time) = wish->is_excluded ? touches : is_within;

	if (wish->every == 0)
		return holds (wish->span, start, end);
	/* a clock that was set may put it beside */
	gint64 times = (start - wish->span.start) / wish->every;
	for (gint64 time = MAX (times - 1, 0); time <= times + 1; time++)
		if (holds (times_on (wish, zone, time), start, end))
			return TRUE;
	return FALSE;
}

/* ---- All that was said ------------------------------------------------------------------ */

/* Whether a day was excluded that is in nothing of what was asked for. */
static gboolean
is_beside (const struct rn_wish *wish, const GArray *wishes, GTimeZone *zone)
{
	gboolean is_asked = FALSE;

	if (!wish->is_excluded || wish->every != 0 || wish->span.end - wish->span.start > RN_LONGEST_DAY)
		return FALSE;
	for (guint i = 0; i < wishes->len; i++) {
		const struct rn_wish *other = &g_array_index (wishes, struct rn_wish, i);
		if (other->is_excluded)
			continue;
		is_asked = TRUE;
		if (other->every != 0 ? is_meant (other, zone, wish->span.start, wish->span.end)
		                      : touches (other->span, wish->span.start, wish->span.end))
			return FALSE;
	}
	return is_asked;
}

static GArray *
parse_all (const char *const *values, GTimeZone *zone, gboolean *is_asked)
{
	GArray *wishes = g_array_new (FALSE, FALSE, sizeof (struct rn_wish));

	*is_asked = FALSE;
	for (; values != NULL && *values != NULL; values++) {
		struct rn_wish wish;
		if (!rn_wish_parse (*values, zone, &wish))
			continue;
		g_array_append_val (wishes, wish);
		*is_asked = *is_asked || !wish.is_excluded;
	}
	for (guint i = 0; i < wishes->len; i++) {
		struct rn_wish *wish = &g_array_index (wishes, struct rn_wish, i);
		if (is_beside (wish, wishes, zone))
			wish->every = RN_WEEK_LENGTH;
	}
	return wishes;
}

gboolean
rn_wishes_fit (const char *const *values, GTimeZone *zone, rn_time start, rn_time end)
{
	gboolean is_asked = FALSE, is_wanted = FALSE;
	g_autoptr (GArray) wishes = parse_all (values, zone, &is_asked);

	for (guint i = 0; i < wishes->len; i++) {
		const struct rn_wish *wish = &g_array_index (wishes, struct rn_wish, i);
		gboolean is = is_meant (wish, zone, start, end);
		if (wish->is_excluded && is)
			return FALSE;
		is_wanted = is_wanted || (!wish->is_excluded && is);
	}
	return !is_asked || is_wanted;
}

static void
add (GArray *list, struct rn_span span, rn_time from, rn_time until, rn_time length)
{
	if (span.start == span.end)
		span.end += length;
	span.start = MAX (span.start, from);
	span.end = MIN (span.end, until);
	if (span.start < span.end)
		g_array_append_val (list, span);
}

gboolean
rn_wishes_spans (const char *const *values, GTimeZone *zone, rn_time from, rn_time until, rn_time length, GArray *allowed,
                 GArray *excluded)
{
	gboolean is_asked = FALSE;
	g_autoptr (GArray) wishes = parse_all (values, zone, &is_asked);

	for (guint i = 0; i < wishes->len; i++) {
		const struct rn_wish *wish = &g_array_index (wishes, struct rn_wish, i);
		GArray *list = wish->is_excluded ? excluded : allowed;
		struct rn_span span = wish->span;
		add (list, span, from, until, length);
		for (gint64 time = 1; wish->every != 0 && time < RN_TIMES_AHEAD && span.start < until; time++) {
			span = times_on (wish, zone, time);
			add (list, span, from, until, length);
		}
	}
	return is_asked;
}

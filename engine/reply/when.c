#include "when.h"

#include <string.h>

#include "when_exclusion.h"

#define MAX_PROSE (16 * 1024) /* bytes looked through for one date */

/* A part of the day in minutes. */
static const struct {
	int from, to;
} parts[] = {
	[RN_MORNING] = { 8 * 60, 12 * 60 },   [RN_MIDDAY] = { 12 * 60, 14 * 60 }, [RN_AFTERNOON] = { 12 * 60, 18 * 60 },
	[RN_EVENING] = { 18 * 60, 22 * 60 }, [RN_NIGHT] = { 22 * 60, 24 * 60 },
};

/* The writer's day and minute. */
struct here {
	GTimeZone *zone;
	rn_time written;
	gint32 today;
	int minute;
};

static void
find_here (struct here *here, rn_time written, GTimeZone *zone)
{
	g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (written);
	g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
	GDate date;
	int year = 1970, month = 1, day = 1;

	*here = (struct here) { .zone = zone, .written = written };
	if (local != NULL) {
		g_date_time_get_ymd (local, &year, &month, &day);
		here->minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
	}
	g_date_clear (&date, 1);
	g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
	here->today = (gint32) g_date_get_julian (&date);
}

/* That minute of that day on the wall clock there; 1440 is the next midnight. */
static rn_time
instant (const struct here *here, gint32 day, int minute)
{
	GDate date;

	g_date_clear (&date, 1);
	g_date_set_julian (&date, (guint32) (day + minute / 1440));
	minute %= 1440;
	g_autoptr (GDateTime) local = g_date_time_new (here->zone, g_date_get_year (&date), (int) g_date_get_month (&date),
	                                               g_date_get_day (&date), minute / 60, minute % 60, 0);
	return local != NULL ? g_date_time_to_unix (local) : 0;
}

/* Month or day first in 3/4: languages other than English are settled, in English the
 * zone tells: the Americas write the month first, all others the day. */
static int
order_of (const char *language, rn_time written, GTimeZone *zone)
{
	if (language[0] == '\0')
		return 0;
	if (!g_str_equal (language, "en"))
		return 'd';
	const char *name = g_time_zone_get_identifier (zone);
	int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, written);
	gint32 offset = interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0;

	if (g_str_has_prefix (name, "America/") || g_str_has_prefix (name, "US/") || offset <= -4 * 3600)
		return 'm';
	return offset != 0 || g_str_has_prefix (name, "Europe/") ? 'd' : 0;
}

/* ---- Facts to instants ------------------------------------------------------ */

static gint32
monday_of (gint32 day)
{
	return day - (day - 1) % 7;
}

/* The day of a weekday: the first behind today; "next Tuesday" skips this week's. */
static gint32
day_of_weekday (const struct rn_when_facts *facts, gint32 today)
{
	if (facts->week > 0)
		return monday_of (facts->week) + facts->weekday - 1;
	gint32 day = today + 1 + (facts->weekday - 1 - today % 7 + 7) % 7;
	day += facts->is_week_on ? 7 : 0;
	if (facts->is_past)
		return (today - 1) % 7 + 1 == facts->weekday ? today - 7 : day - 7;
	if (facts->rule == RN_WHEN_THIS && (today - 1) % 7 + 1 == facts->weekday)
		day = today;
	if (facts->rule == RN_WHEN_NEXT_WEEKS && monday_of (day) == monday_of (today))
		day += 7;
	return day;
}

static void
find_days (const struct rn_when_facts *facts, const struct here *here, gint32 *first, gint32 *last)
{
	*first = facts->first;
	*last = facts->last;
	if (facts->weekday > 0 && (facts->first == 0 || facts->week > 0))
		*first = *last = day_of_weekday (facts, here->today);
	if (*first > 0)
		return;
	/* a time alone: today, when it is still to come */
	int until = facts->from >= 0 ? (facts->time_edge == RN_EDGE_NONE ? facts->from : facts->to) : parts[facts->part].to;
	*first = *last = here->today + (until <= here->minute ? 1 : 0);
}

static void
find_minutes (const struct rn_when_facts *facts, int *from, int *to)
{
	*from = 0;
	*to = 1440;
	if (facts->from >= 0) {
		*from = facts->time_edge == RN_EDGE_BEFORE || facts->time_edge == RN_EDGE_UNTIL ? 0 : facts->from;
		*to = facts->time_edge == RN_EDGE_AFTER || facts->time_edge == RN_EDGE_FROM ? 1440 : facts->to;
		*to += *to < *from ? 1440 : 0; /* past midnight */
	} else if (facts->part != 0) {
		*from = parts[facts->part].from;
		*to = parts[facts->part].to;
	}
}

/* The wall clock that was said, where a zone was said with it. */
static struct here
heard_from (const struct rn_when_facts *facts, const struct here *here)
{
	struct here there = *here;
	int minutes = ABS (facts->offset);
	char name[8];

	g_snprintf (name, sizeof name, "%c%02d:%02d", facts->offset < 0 ? '-' : '+', minutes / 60 % 24, minutes % 60);
	there.zone = facts->has_offset ? g_time_zone_new_identifier (name) : NULL;
	if (there.zone == NULL)
		there.zone = g_time_zone_ref (here->zone);
	return there;
}

static void
make_span (const struct rn_when_facts *facts, const struct here *here, struct rn_when *when)
{
	gint32 first, last;
	int from, to;

	if (facts->minutes_hence > 0) {
		when->start = when->end = here->written + facts->minutes_hence * RN_MINUTE;
		return;
	}
	find_days (facts, here, &first, &last);
	find_minutes (facts, &from, &to);
	when->start = instant (here, first, from);
	/* in the hour that the clock skips, an end may fall before its start */
	when->end = MAX (instant (here, last, to), when->start);
	switch (facts->day_edge) {
	case RN_EDGE_AFTER:
		when->start = instant (here, last + 1, 0);
		when->end = 0;
		break;
	case RN_EDGE_FROM:
		when->end = 0;
		break;
	case RN_EDGE_BEFORE:
		when->end = when->start;
		when->start = MIN (here->written, when->end);
		break;
	case RN_EDGE_UNTIL:
		when->start = MIN (here->written, when->end);
		break;
	case RN_EDGE_NONE:
		break;
	}
}

/* "at 3" said of the night is 3 in the night. */
static void
fit_part (struct rn_when_facts *facts)
{
	if (facts->from < 0 || facts->part == 0)
		return;
	gboolean is_late = facts->part == RN_AFTERNOON || facts->part == RN_EVENING;
	int *const minutes[] = { &facts->from, &facts->to };
	for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
		if (is_late && *minutes[i] < 720)
			*minutes[i] += 720;
	if (facts->part == RN_MORNING && facts->from >= 780 && facts->from == facts->to)
		facts->from = facts->to = facts->from - 720;
}

/* Long words may be compounds of a weekday: "Dienstagnachmittag". */
static gboolean
says_something (const struct rn_token *token)
{
	return token->number >= 0 || token->senses != 0 || token->size >= 10;
}

/* Most words start no date: "the" and "in" need something behind them. */
static gboolean
may_start (const struct rn_tokens *tokens, gsize i)
{
	static const guint64 links = (guint64) 1 << RN_WHEN_LINK | (guint64) 1 << RN_WHEN_ON | (guint64) 1 << RN_WHEN_IN |
	                             (guint64) 1 << RN_WHEN_AND | (guint64) 1 << RN_WHEN_TO | (guint64) 1 << RN_WHEN_AT |
	                             (guint64) 1 << RN_WHEN_OF | (guint64) 1 << RN_WHEN_NOT | (guint64) 1 << RN_WHEN_SUFFIX |
	                             (guint64) 1 << RN_WHEN_FROM | (guint64) 1 << RN_WHEN_AFTER | (guint64) 1 << RN_WHEN_BEFORE |
	                             (guint64) 1 << RN_WHEN_UNTIL | (guint64) 1 << RN_WHEN_BETWEEN | (guint64) 1 << RN_WHEN_THIS;
	const struct rn_token *token = rn_token_at (tokens, i);

	if (!says_something (token))
		return FALSE;
	if (token->number >= 0 || (token->senses & ~links) != 0 || token->size >= 10)
		return TRUE;
	return i + 1 < rn_tokens_count (tokens) && says_something (rn_token_at (tokens, i + 1));
}

/* "not before April" is from April on, "not after 3" is before. */
static gboolean
turns_edge (struct rn_when_facts *facts)
{
	enum rn_when_edge *edge = facts->time_edge != RN_EDGE_NONE ? &facts->time_edge : &facts->day_edge;

	if (*edge == RN_EDGE_NONE || *edge == RN_EDGE_FROM)
		return FALSE;
	*edge = *edge == RN_EDGE_AFTER ? RN_EDGE_UNTIL : RN_EDGE_FROM;
	return TRUE;
}

/* "3/13/2026" tells how the "3/2/2026" beside it is meant. */
static int
order_said (const struct rn_tokens *tokens)
{
	for (gsize i = 0; i + 1 < rn_tokens_count (tokens); i++) {
		const struct rn_token *one = rn_token_at (tokens, i), *other = rn_token_at (tokens, i + 1);
		if (one->number < 1 || other->number < 1 || one->number > 31 || other->number > 31 || other->mark != '/' ||
		    !other->is_tight)
			continue;
		if ((one->number > 12) != (other->number > 12))
			return one->number > 12 ? 'd' : 'm';
	}
	return 0;
}

static void
find_frame (struct rn_when_frame *frame, const struct rn_tokens *tokens, const struct here *here, const char *language)
{
	frame->today = here->today;
	frame->order = order_said (tokens);
	if (frame->order == 0)
		frame->order = order_of (language, here->written, here->zone);
}

/* What the facts at word `start` amount to. */
static void
conclude (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize least, struct rn_when_facts *facts,
          const struct here *here, struct rn_when *when)
{
	const struct rn_token *first = rn_token_at (tokens, facts->start), *last = rn_token_at (tokens, facts->end - 1);

	fit_part (facts);
	gboolean has_not = rn_when_is_excluded_before (frame, tokens, facts->start, least);
	gboolean is_turned = has_not && turns_edge (facts);
	has_not = has_not || rn_when_is_excluded_behind (frame, tokens, facts->end);
	gboolean has_day = facts->first > 0 || facts->weekday > 0 || facts->minutes_hence > 0;
	/* "in the afternoon" and no more: of any day */
	facts->is_every = facts->is_every || (facts->part != 0 && facts->from < 0 && !has_day && !facts->is_of_today);
	*when = (struct rn_when) {
		.has_day = has_day,
		.has_time = facts->from >= 0 || facts->minutes_hence > 0, .has_part = facts->part != 0,
		.is_weekday = facts->weekday > 0 && facts->first == 0 && facts->week == 0 && facts->rule == RN_WHEN_NOTHING &&
		              !facts->is_week_on,
		.is_ambiguous = facts->is_ambiguous, .is_range = facts->has_end, .is_every = facts->is_every,
		.is_past = facts->is_past,
		.has_zone = facts->has_offset || facts->minutes_hence > 0,
		.is_away = rn_when_is_away (frame, tokens, facts, least),
		.has_not = has_not, .is_excluded = has_not && !is_turned,
		.at = first->at, .length = last->at + last->size - first->at,
	};
	when->is_shift = facts->shift != 0;
	when->shift = facts->shift * RN_MINUTE;
	when->is_same_time = facts->is_same_time;
	struct here there = heard_from (facts, here);
	make_span (facts, &there, when);
	g_time_zone_unref (there.zone);
}

gboolean
rn_when_find_in (struct rn_tokens *tokens, gsize *i, const char *language, rn_time written, GTimeZone *zone,
                 struct rn_when *when)
{
	struct here here = { .zone = NULL };
	struct rn_when_frame frame = { .tongues = rn_tongue_of (language) };
	struct rn_when_facts facts;
	gsize least = *i;

	if (!tokens->is_marked)
		rn_lexicon_mark (&rn_when_words, tokens);
	for (; *i < rn_tokens_count (tokens); (*i)++) {
		if (!may_start (tokens, *i))
			continue;
		if (here.zone == NULL) {
			find_here (&here, written, zone);
			find_frame (&frame, tokens, &here, language);
		}
		if (!rn_when_read (&frame, tokens, *i, &facts))
			continue;
		*i = facts.end;
		conclude (&frame, tokens, least, &facts, &here, when);
		return TRUE;
	}
	return FALSE;
}

gboolean
rn_when_find (const char *text, gsize from, const char *language, rn_time written, GTimeZone *zone,
              struct rn_when *when)
{
	struct rn_tokens tokens;
	gsize size = strnlen (text + from, MAX_PROSE), i = 0;

	if (size == MAX_PROSE) /* not inside a letter */
		while (size > 0 && ((guchar) text[from + size] & 0xc0) == 0x80)
			size--;
	rn_tokens_init (&tokens, text + from, size);
	gboolean found = rn_when_find_in (&tokens, &i, language, written, zone, when);
	while (found && when->is_past)
		found = rn_when_find_in (&tokens, &i, language, written, zone, when);
	when->at += found ? from : 0;
	rn_tokens_clear (&tokens);
	return found;
}

#include "when_cursor.h"

#include <string.h>

#define LAST_SMALL_HOUR 6      /* "at 3" in a company is the afternoon */

struct clock {
	int minutes;
	gboolean is_bare;    /* nothing but a number */
	gboolean is_certain; /* am, pm, or past noon as written */
};

static void
settle_half_of_day (struct rn_when_cursor *at, struct clock *clock, int digits)
{
	int hour = clock->minutes / 60;

	if (rn_when_take (at, RN_WHEN_PM)) {
		clock->minutes += hour < 12 ? 720 : 0;
		clock->is_bare = FALSE;
		clock->is_certain = TRUE;
	} else if ((rn_when_is_tight (at) || digits > 0) && rn_when_take (at, RN_WHEN_AM)) {
		clock->minutes -= hour == 12 ? 720 : 0;
		clock->is_bare = FALSE;
		clock->is_certain = TRUE;
	} else if (hour >= 1 && hour <= LAST_SMALL_HOUR && digits < 2) {
		clock->minutes += 720;
	} else {
		clock->is_certain = hour > 12;
	}
}

static gboolean
take_hour_of_dial (struct rn_when_cursor *at, int *hour)
{
	return rn_when_take_number (at, 1, 12, hour) ||
	       ((*hour = rn_when_take (at, RN_WHEN_NUMBER)) > 0 && *hour <= 12);
}

/* "ten past three", "zehn vor drei": only behind "at", for "ten to three" may be a span. */
static gboolean
take_minutes_and_hour (struct rn_when_cursor *at, struct clock *clock)
{
	struct rn_when_cursor try = *at;
	int minutes, hour;

	if (!rn_when_take_number (&try, 1, 29, &minutes) && (minutes = rn_when_take (&try, RN_WHEN_NUMBER)) == 0)
		return FALSE;
	int side = rn_when_mark_here (&try) == '\0' && !rn_when_is_tight (&try) ? rn_when_take (&try, RN_WHEN_MINUTES)
	           : 0;
	if (side == 0 || minutes % 5 != 0 || !take_hour_of_dial (&try, &hour))
		return FALSE;
	clock->minutes = hour * 60 + (side == 1 ? minutes : -minutes);
	clock->is_bare = clock->is_certain = FALSE;
	settle_half_of_day (&try, clock, 1);
	rn_when_take (&try, RN_WHEN_HOURS);
	*at = try;
	return TRUE;
}

/* "half past two", "halb drei", "quarter to three", "dreiviertel neun" */
static gboolean
take_spoken_clock (struct rn_when_cursor *at, struct clock *clock)
{
	struct rn_when_cursor try = *at;
	int half = rn_when_take (&try, RN_WHEN_HALF), quarter = half ? 0 : rn_when_take (&try, RN_WHEN_QUARTER), hour;

	if (half == 0 && quarter == 0)
		return FALSE;
	if (!take_hour_of_dial (&try, &hour))
		return FALSE;
	/* past, to, and "viertel drei" as a quarter of the third hour */
	static const int halves[] = { 0, 30, -30 }, quarters[] = { 0, 15, -15, -45 };
	clock->minutes = hour * 60 + halves[half] + quarters[quarter];
	clock->is_bare = clock->is_certain = FALSE;
	settle_half_of_day (&try, clock, 1);
	rn_when_take (&try, RN_WHEN_HOURS);
	*at = try;
	return TRUE;
}

/* ":30", ".30 Uhr", "h30", " Uhr 30" behind the hour */
static void
take_minutes (struct rn_when_cursor *at, struct clock *clock, gboolean dot_is_fine)
{
	static const int more[] = { 0, 15, 30, -15 };
	int minutes = 0;
	char mark = rn_when_mark_here (at);

	if (rn_when_is_tight (at) && rn_when_size_here (at) == 2 && (mark == ':' || mark == '.') &&
	    rn_when_number_here (at) < 60 && rn_when_number_here (at) >= 0) {
		struct rn_when_cursor behind = *at;
		behind.i++;
		if (mark == ':' || dot_is_fine || rn_when_peek (&behind, RN_WHEN_HOURS) ||
		    rn_when_peek (&behind, RN_WHEN_PM)) {
			rn_when_take_number (at, 0, 59, &minutes);
			if (rn_when_mark_here (at) == ':' && rn_when_is_tight (at) && rn_when_size_here (at) == 2)
				at->i++; /* seconds */
			clock->is_bare = FALSE;
		}
	}
	if (rn_when_mark_here (at) != '-' && !rn_mark_ends (rn_when_mark_here (at)) &&
	    rn_when_take (at, RN_WHEN_HOURS)) {
		clock->is_bare = FALSE;
		if (minutes == 0 && rn_when_size_here (at) == 2 && (rn_when_mark_here (at) == '\0'))
			rn_when_take_number (at, 0, 59, &minutes);
	}
	clock->minutes += minutes + more[rn_when_take (at, RN_WHEN_MINUTES_MORE)];
}

/* "3 hours" may be a span; "15 heures" is a time. */
static gboolean
is_span (const struct rn_when_cursor *at, int hour)
{
	struct rn_when_cursor behind = *at;

	return hour <= LAST_SMALL_HOUR && rn_when_mark_here (at) == '\0' && rn_when_take (&behind, RN_WHEN_UNIT) &&
	       !rn_when_peek (&behind, RN_WHEN_MINUTES_MORE);
}

/* The "a" of "at a trade fair", the "einen" of "um einen Termin": behind it stands a word that is none
 * of a date. */
static gboolean
is_article (const struct rn_when_cursor *behind)
{
	return behind->i < rn_tokens_count (behind->tokens) && rn_when_mark_here (behind) == '\0' &&
	       rn_when_number_here (behind) < 0 &&
	       rn_token_at (behind->tokens, behind->i)->senses == 0 &&
	       !g_str_equal (rn_token_word (behind->tokens, behind->i - 1), "one");
}

static gboolean
take_clock (struct rn_when_cursor *at, gboolean is_announced, struct clock *clock)
{
	struct rn_when_cursor try = *at;
	int hour = 0, noon = rn_when_take (&try, RN_WHEN_NOON);
	int digits = (int) rn_when_size_here (&try);

	*clock = (struct clock) { .is_bare = TRUE };
	if (noon > 0) {
		*clock = (struct clock) { .minutes = noon == 1 ? 720 : 0, .is_certain = TRUE };
		*at = try;
		return TRUE;
	}
	if (take_spoken_clock (at, clock) || (is_announced && take_minutes_and_hour (at, clock)))
		return TRUE;
	if (rn_when_size_here (&try) > 2 || !rn_when_take_number (&try, 0, 24, &hour)) {
		digits = 0;
		hour = rn_when_take (&try, RN_WHEN_NUMBER);
		if (hour == 0 || (hour == 1 && is_article (&try)) ||
		    ((!is_announced || at->frame->tongues == RN_ANY_TONGUE) && !rn_when_peek (&try, RN_WHEN_HOURS) &&
		     !rn_when_peek (&try, RN_WHEN_PM)))
			return FALSE;
	}
	if (!is_announced && is_span (&try, hour))
		return FALSE;
	clock->minutes = hour * 60;
	take_minutes (&try, clock, is_announced);
	settle_half_of_day (&try, clock, digits == 2 && hour < 10 ? 2 : 1);
	if (clock->minutes < 0 || clock->minutes > 1440)
		return FALSE;
	*at = try;
	return TRUE;
}

/* A time, or two with "to" or "-" between them. */
gboolean
rn_when_take_times (struct rn_when_cursor *at, gboolean is_announced, gboolean is_between)
{
	struct rn_when_cursor try = *at;
	struct clock first, second;

	if (!take_clock (&try, is_announced, &first))
		return FALSE;
	struct rn_when_cursor behind = try;
	gboolean is_range = rn_when_take_range_sign (&behind, is_between);
	if (is_range)
		rn_when_take (&behind, RN_WHEN_AT);
	gboolean has_second = is_range && take_clock (&behind, TRUE, &second);
	if (has_second && second.is_bare && (rn_when_peek (&behind, RN_WHEN_MONTH) ||
	                                     rn_when_peek (&behind, RN_WHEN_MONTH_SHORT)))
		has_second = FALSE; /* "9 March 8:00 to 20 March 17:00" */
	if (has_second && (is_announced || !first.is_bare || !second.is_bare)) {
		if (first.minutes > second.minutes && first.minutes >= 720 && !first.is_certain)
			first.minutes -= 720;
		at->facts->from = first.minutes;
		at->facts->to = second.minutes;
		at->i = behind.i;
		return TRUE;
	}
	/* "Monday 8 in the morning" */
	gboolean has_part = (at->facts->weekday > 0 || at->facts->first > 0) && rn_when_mark_here (&try) == '\0' &&
	                    rn_when_peek (&try, RN_WHEN_PART) != NULL;
	if (is_between || (first.is_bare && !is_announced && !has_part))
		return FALSE;
	at->facts->from = at->facts->to = first.minutes;
	at->i = try.i;
	return TRUE;
}

/* "9am GMT", "15:00 UTC+2": capitals alone, for "est" is a word. */
static void
take_zone (struct rn_when_cursor *at)
{
	static const int zone_minutes[] = { 0, 0, 0, 60, 60, 120, 60, 120, 120, 180, -300, -240, -360, -300, -420, -360,
	                                    -480, -420, 330, 540 };
	struct rn_when_cursor try = *at;
	int hours;

	if (rn_when_at_end (at) || !rn_token_at (at->tokens, at->i)->is_upper || rn_mark_ends (rn_when_mark_here (at)))
		return;
	int zone = rn_when_take (&try, RN_WHEN_ZONE);
	if (zone == 0)
		return;
	at->facts->has_offset = TRUE;
	at->facts->offset = zone_minutes[zone];
	gboolean is_west = rn_when_mark_here (&try) == '-';
	if (zone <= 2 && rn_when_is_tight (&try) && rn_when_take_number (&try, 1, 14, &hours))
		at->facts->offset = is_west ? -60 * hours : 60 * hours;
	at->i = try.i;
}

/* "at 3", "after 15:00", "between 2 and 4", "3pm" */
gboolean
rn_when_take_time (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	gboolean is_between;

	if (at->facts->from >= 0)
		return FALSE;
	enum rn_when_edge edge = rn_when_take_edge (&try, &is_between);
	gboolean is_announced = try.i > at->i || rn_when_take (&try, RN_WHEN_OF);
	/* "alle drei" is a time in Italian only: not where the language is unknown */
	is_announced |= rn_when_take (&try, RN_WHEN_AT) > 0 && at->frame->tongues != RN_ANY_TONGUE;
	if (!rn_when_take_times (&try, is_announced, is_between))
		return FALSE;
	if (at->facts->from == at->facts->to)
		at->facts->time_edge = edge;
	take_zone (&try);
	at->i = try.i;
	return TRUE;
}

/* "tonight", "vanavond" */
static gboolean
is_of_today (const struct rn_when_cursor *behind)
{
	const char *word = rn_token_word (behind->tokens, behind->i - 1);

	return g_str_equal (word, "tonight") || ((behind->frame->tongues & RN_NL) && g_str_has_prefix (word, "van"));
}

/* "mornings", "vormittags", "las tardes" */
static gboolean
is_plural (const struct rn_when_cursor *behind)
{
	const char *word = rn_token_word (behind->tokens, behind->i - 1);
	gsize size = strlen (word);

	return size > 1 && word[size - 1] == 's' && !(behind->frame->tongues & (RN_IT | RN_NL));
}

gboolean
rn_when_take_part (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int part;

	if (at->facts->part != 0)
		return FALSE;
	gboolean is_this = rn_when_take (&try, RN_WHEN_THIS) > 0;
	part = rn_when_take (&try, RN_WHEN_PART);
	/* "Dienstag morgen" */
	if (part == 0 && (at->facts->weekday > 0 || at->facts->first > 0) && try.i == at->i &&
	    (at->frame->tongues & (RN_DE | RN_NL)) &&
	    rn_when_take (&try, RN_WHEN_DAY) == 2)
		part = RN_MORNING;
	if (part == 0)
		return FALSE;
	at->facts->part = (enum rn_when_part) part;
	at->facts->is_of_today = is_this || is_of_today (&try);
	at->facts->is_every |= at->facts->weekday == 0 && at->facts->first == 0 && is_plural (&try);
	at->i = try.i;
	return TRUE;
}

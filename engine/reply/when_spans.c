#include "when_cursor.h"

#define PAST_DAYS 31           /* "12 March" said in May is next year's; said on 20 March it is not */

static gint32
monday_of (gint32 day)
{
	return day - (day - 1) % 7; /* day 1 of GDate was a Monday */
}

/* Moves by months, back where there are less than none; the year follows. */
static void
add_months (int *year, int *month, int months)
{
	int all = *year * 12 + *month - 1 + months;

	*year = all / 12;
	*month = all % 12 + 1;
}

/* Months from this one. */
static gboolean
set_month_hence (struct rn_when_cursor *at, gsize behind, int months, int edge)
{
	int year, month, day;

	rn_when_split_day (at->frame->today, &year, &month, &day);
	add_months (&year, &month, months);
	return rn_when_set_month (at, behind, year, month, edge);
}

static gboolean
set_quarter_ahead (struct rn_when_cursor *at, gsize behind, int ahead)
{
	int year, month, day;

	rn_when_split_day (at->frame->today, &year, &month, &day);
	int first = (month - 1) / 3 * 3 + 1;
	add_months (&year, &first, 3 * ahead);
	return rn_when_set_days (at, behind, rn_when_day_of (year, first, 1),
	                 rn_when_day_of (year, first + 2, g_date_get_days_in_month ((GDateMonth) (first + 2),
	                                                                            (GDateYear) year)));
}

/* Weeks, months and years that lie a number of them ahead. */
static gboolean
set_unit_ahead (struct rn_when_cursor *at, gsize behind, int unit, int ahead, int edge)
{
	gint32 today = at->frame->today;

	switch (unit) {
	case RN_UNIT_WEEK: {
		gint32 monday = monday_of (today) + 7 * ahead;
		at->facts->week = monday;
		return rn_when_set_days (at, behind, edge == 3 ? monday + 3 : edge == 2 ? monday + 2 : monday,
		                 edge == 1 ? monday + 1 : edge == 2 ? monday + 2 : monday + 6);
	}
	case RN_UNIT_WEEKEND: {
		gint32 saturday = monday_of (today) + 5 + 7 * ahead;
		return rn_when_set_days (at, behind, saturday, saturday + 1);
	}
	case RN_UNIT_MONTH:
		return set_month_hence (at, behind, ahead, edge);
	case RN_UNIT_QUARTER:
		return set_quarter_ahead (at, behind, ahead);
	case RN_UNIT_YEAR: {
		/* whole, beginning, middle, end, halves, and what says nothing of a year */
		static const int firsts[] = { 1, 1, 5, 10, 1, 7, 1, 12 }, lasts[] = { 12, 3, 8, 12, 6, 12, 1, 12 };
		int year = rn_when_this_year (at) + ahead, last = lasts[edge];
		return rn_when_set_days (at, behind, rn_when_day_of (year, firsts[edge], 1),
		                 rn_when_day_of (year, last, g_date_get_days_in_month ((GDateMonth) last,
		                                                                       (GDateYear) year)));
	}
	case RN_UNIT_DAY:
		return ahead != 0 && rn_when_set_days (at, behind, today + ahead, today + ahead);
	default:
		return FALSE;
	}
}

/* "the week of 23 March", behind "week" */
static gboolean
take_week_of (struct rn_when_cursor *at, struct rn_when_cursor *behind)
{
	struct rn_when_cursor try = *behind;

	if (rn_mark_ends (rn_when_mark_here (&try)))
		return FALSE;
	if (!rn_when_take (&try, RN_WHEN_OF))
		rn_when_take_links (&try);
	if (try.i == behind->i || !(rn_when_take_day_month (&try) || rn_when_take_numeric (&try, TRUE) ||
	                            rn_when_take_month_first (&try, TRUE)))
		return FALSE;
	at->facts->week = monday_of (at->facts->first);
	return rn_when_set_days (at, try.i, at->facts->week, at->facts->week + 6);
}

/* "the week after", and no date behind it. */
static gboolean
take_bare_after (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;

	if (at->i == 0 || at->i < 2 ||
	    !rn_when_peek (&(struct rn_when_cursor) { at->frame, at->tokens, at->i - 2, at->facts, FALSE }, RN_WHEN_LINK) ||
	    !rn_when_take (&try, RN_WHEN_AFTER))
		return FALSE;
	if (!rn_when_at_end (&try) && !rn_mark_ends (rn_when_mark_here (&try)) &&
	    rn_token_at (try.tokens, try.i)->senses != 0)
		return FALSE;
	*at = try;
	return TRUE;
}

/* "next week", "la semaine prochaine", "dieses Jahr", "end of next month" */
gboolean
rn_when_take_unit_ahead (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int edge = rn_when_take (&try, RN_WHEN_EDGE);

	rn_when_take_links (&try);
	int ahead = rn_when_take (&try, RN_WHEN_NEXT_BUT_ONE) ? 2 : 1;
	gboolean is_next = ahead == 2 || rn_when_take (&try, RN_WHEN_NEXT) || rn_when_take (&try, RN_WHEN_NEXT_WEEKS);
	gboolean is_this = !is_next && rn_when_take (&try, RN_WHEN_THIS);
	gboolean is_last = !is_next && !is_this && rn_when_take (&try, RN_WHEN_LAST);
	if (rn_mark_ends (rn_when_mark_here (&try)) && try.i > at->i)
		return FALSE;
	int unit = rn_when_take (&try, RN_WHEN_UNIT);
	if (unit == 0)
		return FALSE;
	if (!is_this && !is_last && !is_next && !rn_mark_ends (rn_when_mark_here (&try))) {
		ahead = rn_when_take (&try, RN_WHEN_NEXT_BUT_ONE) || take_bare_after (&try) ? 2 : 1;
		is_next = ahead == 2 || rn_when_take (&try, RN_WHEN_NEXT) > 0;
		is_last = !is_next && rn_when_take (&try, RN_WHEN_LAST);
	}
	if (is_last) {
		at->facts->is_past = TRUE;
		return set_unit_ahead (at, try.i, unit, -1, edge);
	}
	if (!is_next && !is_this && unit == RN_UNIT_WEEK && edge == 0)
		return take_week_of (at, &try);
	if (!is_next && !is_this && (edge == 0 || unit == RN_UNIT_DAY))
		return FALSE;
	return set_unit_ahead (at, try.i, unit, is_next && (unit != RN_UNIT_WEEKEND || ahead == 2) ? ahead : 0, edge);
}

static gboolean
set_hence (struct rn_when_cursor *at, gsize behind, int count, int unit)
{
	int year, month, day;
	gint32 today = at->frame->today;

	rn_when_split_day (today, &year, &month, &day);
	switch (unit) {
	case RN_UNIT_DAY:
		return rn_when_set_days (at, behind, today + count, today + count);
	case RN_UNIT_WEEK:
		at->facts->week = today + 7 * count;
		return rn_when_set_days (at, behind, today + 7 * count, today + 7 * count);
	case RN_UNIT_MONTH:
	case RN_UNIT_YEAR: {
		add_months (&year, &month, count * (unit == RN_UNIT_YEAR ? 12 : 1));
		day = MIN (day, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
		gint32 found = year < 2100 ? rn_when_day_of (year, month, day) : 0;
		return rn_when_set_days (at, behind, found, found);
	}
	case RN_UNIT_FORTNIGHT:
		return rn_when_set_days (at, behind, today + 14 * count, today + 14 * count);
	case RN_UNIT_HOUR:
	case RN_UNIT_MINUTE:
		if (count < 0)
			return rn_when_set_days (at, behind, today, today);
		at->facts->minutes_hence = count * (unit == RN_UNIT_HOUR ? 60 : 1);
		at->i = behind;
		return TRUE;
	default:
		return FALSE;
	}
}

/* Where both ends are counted, "huit jours" and "acht Tage" are a week, and "quinze jours"
 * are two. In digits they are what they are. */
static int
count_of_days (const struct rn_when_cursor *at, int count, gboolean is_in_words, int unit)
{
	int tongues = at->frame->tongues;

	if (!is_in_words || unit != RN_UNIT_DAY || tongues == RN_ANY_TONGUE)
		return count;
	if (count == 8 && (tongues & (RN_FR | RN_ES | RN_IT | RN_PT | RN_DE)))
		return 7;
	return count == 15 && (tongues & (RN_FR | RN_ES | RN_IT | RN_PT)) ? 14 : count;
}

/* "in two weeks", "dans 15 jours", "two weeks from now", "two weeks ago" */
gboolean
rn_when_take_hence (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int count;
	gboolean is_in = rn_when_take (&try, RN_WHEN_IN), is_after = !is_in && rn_when_take (&try, RN_WHEN_AFTER);
	gboolean is_past = !is_in && !is_after && rn_when_take (&try, RN_WHEN_BEFORE);

	if (rn_mark_ends (rn_when_mark_here (&try)) && try.i > at->i)
		return FALSE;
	gboolean is_in_words = rn_when_number_here (&try) < 0;
	if (!rn_when_take_count (&try, &count) || rn_mark_ends (rn_when_mark_here (&try)))
		return FALSE;
	int unit = rn_when_take (&try, RN_WHEN_UNIT);
	if (unit == 0)
		return FALSE;
	count = count_of_days (at, count, is_in_words, unit);
	is_in |= !rn_mark_ends (rn_when_mark_here (&try)) && rn_when_take (&try, RN_WHEN_HENCE);
	is_past |= !rn_mark_ends (rn_when_mark_here (&try)) && rn_when_take (&try, RN_WHEN_LAST);
	if (is_past) {
		at->facts->is_past = TRUE;
		return set_hence (at, try.i, -count, unit);
	}
	is_in |= is_after && unit < RN_UNIT_HOUR; /* "after 3 hours" may be a time of day: "na 15 uur" */
	return is_in && set_hence (at, try.i, count, unit);
}

/* "14" behind "KW 13 oder" */
static gboolean
continues_weeks (const struct rn_when_cursor *at)
{
	struct rn_when_cursor word = *at;

	if (at->i < 3 || rn_when_number_here (at) < 0)
		return FALSE;
	word.i = at->i - 1;
	if (!rn_when_peek (&word, RN_WHEN_OR) && !rn_when_peek (&word, RN_WHEN_AND))
		return FALSE;
	word.i = at->i - 2;
	if (rn_when_number_here (&word) < 0)
		return FALSE;
	word.i = at->i - 3;
	return rn_when_peek (&word, RN_WHEN_WEEK_NUMBER) != NULL;
}

/* "KW 12", "week 12": the first such week that is not long past. */
gboolean
rn_when_take_week_number (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int week;

	if ((!rn_when_take (&try, RN_WHEN_WEEK_NUMBER) && !continues_weeks (at)) ||
	    (rn_when_mark_here (&try) != '\0' && rn_when_mark_here (&try) != '.') ||
	    rn_when_size_here (&try) > 2 || !rn_when_take_number (&try, 1, 53, &week))
		return FALSE;
	for (int year = rn_when_this_year (at); year <= rn_when_this_year (at) + 1; year++) {
		gint32 monday = monday_of (rn_when_day_of (year, 1, 4)) + 7 * (week - 1);
		if (monday + 6 >= at->frame->today - PAST_DAYS) {
			at->facts->week = monday;
			return rn_when_set_days (at, try.i, monday, monday + 6);
		}
	}
	return FALSE;
}

#include "when_cursor.h"

#include <string.h>

#define PAST_DAYS 31           /* "12 March" said in May is next year's; said on 20 March it is not */
#define LONGEST_LIST 12        /* "le 24" is a day, "le 2" may be the second of a list */

gint32
rn_when_day_of (int year, int month, int day)
{
	GDate date;

	if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
		return 0;
	g_date_clear (&date, 1);
	g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
	return (gint32) g_date_get_julian (&date);
}

void
rn_when_split_day (gint32 julian, int *year, int *month, int *day)
{
	GDate date;

	g_date_clear (&date, 1);
	g_date_set_julian (&date, (guint32) julian);
	*year = g_date_get_year (&date);
	*month = g_date_get_month (&date);
	*day = g_date_get_day (&date);
}

int
rn_when_this_year (const struct rn_when_cursor *at)
{
	int year, month, day;

	rn_when_split_day (at->frame->today, &year, &month, &day);
	return year;
}

/* Without a year: this year's, unless that is long past. */
static gint32
coming_day (const struct rn_when_cursor *at, int year, int month, int day)
{
	if (year > 0)
		return rn_when_day_of (year < 100 ? year + 2000 : year, month, day);
	gint32 found = rn_when_day_of (rn_when_this_year (at), month, day);
	if (found == 0 || found < at->frame->today - PAST_DAYS)
		found = rn_when_day_of (rn_when_this_year (at) + 1, month, day);
	return found;
}

gboolean
rn_when_set_days (struct rn_when_cursor *at, gsize behind, gint32 first, gint32 last)
{
	if (first <= 0 || last < first)
		return FALSE;
	at->facts->first = first;
	at->facts->last = last;
	at->i = behind;
	return TRUE;
}

gboolean
rn_when_set_month (struct rn_when_cursor *at, gsize behind, int year, int month, int edge)
{
	int days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
	/* whole, beginning, middle, end, first and second half, first and last week */
	const int firsts[] = { 1, 1, 11, 21, 1, 16, 1, days - 6 }, lasts[] = { days, 10, 20, days, 15, days, 7, days };

	return rn_when_set_days (at, behind, rn_when_day_of (year, month, firsts[edge]),
	                         rn_when_day_of (year, month, lasts[edge]));
}

/* A month word; short ones and words of other senses only beside a number. */
static int
take_month (struct rn_when_cursor *at, gboolean beside_number)
{
	int month = rn_when_take (at, RN_WHEN_MONTH);

	return month > 0 || !beside_number ? month : rn_when_take (at, RN_WHEN_MONTH_SHORT);
}

/* "2026-03-12", "2026-03-12T15:00" */
gboolean
rn_when_take_iso (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int year, month, day;

	if (!rn_when_take_year (&try, &year) || rn_when_mark_here (&try) != '-' || !rn_when_is_tight (&try) ||
	    !rn_when_take_number (&try, 1, 12, &month) ||
	    rn_when_mark_here (&try) != '-' || !rn_when_is_tight (&try) || !rn_when_take_number (&try, 1, 31, &day))
		return FALSE;
	if (!rn_when_at_end (&try) && rn_when_is_tight (&try) && g_str_equal (rn_token_word (try.tokens, try.i), "t"))
		try.i++;
	return rn_when_set_days (at, try.i, rn_when_day_of (year, month, day), rn_when_day_of (year, month, day));
}

/* Day and month of "3/4": by what is possible, else by the frame. */
static gboolean
order_parts (const struct rn_when_cursor *at, char sign, int *day, int *month)
{
	if (*day > 12)
		return *month <= 12;
	if (*month > 12 || (sign == '/' && at->frame->order == 'm')) {
		int first = *day;
		*day = *month;
		*month = first;
		return *month <= 12;
	}
	at->facts->is_ambiguous |= sign == '/' && at->frame->order == 0 && *day != *month;
	return TRUE;
}

static gboolean
is_followed_by_time (const struct rn_when_cursor *at)
{
	return !rn_mark_ends (rn_when_mark_here (at)) &&
	       (rn_when_peek (at, RN_WHEN_AT) || rn_when_peek (at, RN_WHEN_PART));
}

/* Without a year "3/4" may be two lines of a list, and "2.5" a number; "16/3" can only be
 * a day, save that "24/7" is every day. */
static gboolean
needs_no_year (const struct rn_when_cursor *behind, char sign, int day, int month, gboolean is_announced)
{
	char mark = rn_when_mark_here (behind);
	gboolean has_second = mark == sign || rn_token_at (behind->tokens, behind->i - 1)->behind == sign ||
	                      (mark == '-' && !rn_when_follows_one_sign (behind)); /* "9.3.-13.3." */

	if (is_announced || is_followed_by_time (behind))
		return sign != '-' || (behind->frame->tongues == RN_NL && day > 0);
	return sign == '.' ? has_second : sign == '/' && (day > 12 || month > 12) && !(day == 24 && month == 7);
}

/* "12.3.", "12.3.2026", "12/3/26", "12-3-2026": the day, or 0, with the cursor behind it. */
static gint32
take_numbers (struct rn_when_cursor *at, gboolean is_announced)
{
	struct rn_when_cursor try = *at;
	int day, month, year = 0;

	if (!rn_when_take_number (&try, 1, 31, &day))
		return 0;
	char sign = rn_when_mark_here (&try);
	if (strchr ("./-", sign) == NULL || sign == '\0' || (sign != '.' && !rn_when_is_tight (&try)) ||
	    !rn_when_take_number (&try, 1, 31, &month))
		return 0;
	gboolean is_short = needs_no_year (&try, sign, day, month, is_announced || at->facts->weekday > 0);
	if (rn_when_mark_here (&try) == sign && !rn_when_take_year (&try, &year) && rn_when_size_here (&try) == 2 &&
	    rn_when_follows_one_sign (&try))
		rn_when_take_number (&try, 0, 99, &year);
	/* "1.2.3" is a row of lines */
	gboolean goes_on = year == 0 && rn_when_mark_here (&try) == sign && rn_when_number_here (&try) >= 0 &&
	                   rn_when_is_tight (&try) &&
	                   rn_when_follows_one_sign (&try);
	if (goes_on || (year == 0 && !is_short) || !order_parts (at, sign, &day, &month))
		return 0;
	at->i = try.i;
	return coming_day (at, year, month, day);
}

/* One day in numbers, or two ends of which the first is "2.", "2.3." or "2": "2.–13.3.2026" */
gboolean
rn_when_take_numeric (struct rn_when_cursor *at, gboolean is_announced)
{
	struct rn_when_cursor try = *at, range = *at;
	int day, year, month, unused;

	if (rn_when_take_number (&range, 1, 31, &day) && rn_when_take_range_sign (&range, at->is_between)) {
		rn_when_take (&range, RN_WHEN_ON);
		rn_when_take_links (&range);
		gint32 last = take_numbers (&range, is_announced);
		if (last > 0) {
			rn_when_split_day (last, &year, &month, &unused);
			at->facts->has_end = rn_when_set_days (at, range.i, rn_when_day_of (year, month, day), last);
			if (at->facts->has_end)
				return TRUE;
		}
	}
	gint32 found = take_numbers (&try, is_announced);
	return rn_when_set_days (at, try.i, found, found);
}

/* "12 March", "12. März 2026", "1er mars", "12 de marzo de 2026", "5–9 May" */
gboolean
rn_when_take_day_month (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int first, last, month;
	gboolean has_end = FALSE;

	rn_when_take (&try, RN_WHEN_DATE_OF);
	if (!rn_when_take_number (&try, 1, 31, &first))
		return FALSE;
	rn_when_take (&try, RN_WHEN_SUFFIX);
	last = first;
	struct rn_when_cursor range = try;
	if (rn_when_take_range_sign (&range, at->is_between)) {
		rn_when_take (&range, RN_WHEN_ON);
		rn_when_take_links (&range);
		rn_when_take (&range, RN_WHEN_DATE_OF);
		if (rn_when_take_number (&range, 1, 31, &last)) {
			rn_when_take (&range, RN_WHEN_SUFFIX);
			try = range;
			has_end = TRUE;
		}
	}
	if (rn_when_mark_here (&try) != '.' && rn_mark_ends (rn_when_mark_here (&try)) &&
	    rn_when_mark_here (&try) != '\n')
		return FALSE;
	rn_when_take_links (&try);
	if ((month = take_month (&try, TRUE)) == 0)
		return FALSE;
	int year = rn_when_take_year_behind (&try);
	gint32 from = coming_day (at, year, month, first);
	at->facts->has_end = has_end;
	return rn_when_set_days (at, try.i, from, last == first ? from : coming_day (at, year, month, last));
}

static gboolean
names_month_surely (const struct rn_when_cursor *at)
{
	const struct rn_token *token = rn_token_at (at->tokens, at->i);

	/* "may" and "march" are verbs; months have a capital in English */
	return !(at->frame->tongues & RN_EN) || token->is_upper;
}

/* "-13", "to the 17th" behind "March 9": the last day of the same month. */
static int
take_last_of_month (struct rn_when_cursor *at, int first)
{
	struct rn_when_cursor try = *at;
	int last;

	if (!rn_when_take_range_sign (&try, at->is_between))
		return first;
	rn_when_take_links (&try);
	if (rn_when_size_here (&try) > 2 || !rn_when_take_number (&try, first + 1, 31, &last))
		return first;
	rn_when_take (&try, RN_WHEN_SUFFIX);
	char mark = rn_when_mark_here (&try);
	if ((mark != '\0' && strchr (":/-", mark) != NULL) || rn_when_peek (&try, RN_WHEN_MONTH) ||
	    rn_when_peek (&try, RN_WHEN_MONTH_SHORT) ||
	    rn_when_peek (&try, RN_WHEN_HOURS) || rn_when_peek (&try, RN_WHEN_PM) || rn_when_peek (&try, RN_WHEN_AM))
		return first;
	*at = try;
	at->facts->has_end = TRUE;
	return last;
}

/* "March 12", "March 12th, 2026", "March 9-13", "in March", "Ende März", "March 2027" */
gboolean
rn_when_take_month_first (struct rn_when_cursor *at, gboolean is_announced)
{
	struct rn_when_cursor try = *at;
	int edge = rn_when_take (&try, RN_WHEN_EDGE), day, year, month;

	rn_when_take_links (&try);
	if (edge > 0 && rn_when_mark_here (&try) == '-')
		edge = 2; /* mid-March */
	gboolean is_sure = !rn_when_at_end (&try) && (names_month_surely (&try) || is_announced || edge > 0);
	if ((month = take_month (&try, TRUE)) == 0)
		return FALSE;
	struct rn_when_cursor behind = try;
	if (edge == 0 && (rn_when_mark_here (&behind) == '\0' || rn_when_mark_here (&behind) == '.') &&
	    rn_when_size_here (&behind) <= 2 &&
	    rn_when_take_number (&behind, 1, 31, &day) && rn_when_mark_here (&behind) != ':') {
		rn_when_take (&behind, RN_WHEN_SUFFIX);
		int last = take_last_of_month (&behind, day);
		year = rn_when_take_year_behind (&behind);
		gint32 found = coming_day (at, year, month, day);
		return rn_when_set_days (at, behind.i, found, last == day ? found : coming_day (at, year, month, last));
	}
	if (!is_sure || !take_month (&(struct rn_when_cursor) { at->frame, at->tokens, try.i - 1, at->facts, FALSE },
	                             FALSE))
		return FALSE;
	year = rn_when_take_year_behind (&try);
	if (year == 0) {
		year = rn_when_this_year (at);
		year += rn_when_day_of (year, month, 28) < at->frame->today - PAST_DAYS + 3 ? 1 : 0;
	}
	return rn_when_set_month (at, try.i, year, month, edge);
}

/* Neither a time, nor a count, nor the first part of "24.12." */
static gboolean
stands_alone (const struct rn_when_cursor *behind)
{
	char mark = rn_when_mark_here (behind);

	return mark != ':' && mark != '-' && !(rn_when_number_here (behind) >= 0 && mark != ',') &&
	       !rn_when_peek (behind, RN_WHEN_HOURS) &&
	       !rn_when_peek (behind, RN_WHEN_UNIT) && !rn_when_peek (behind, RN_WHEN_PM) &&
	       !rn_when_peek (behind, RN_WHEN_MINUTES_MORE) &&
	       !rn_when_peek (behind, RN_WHEN_TO);
}

/* The month that a list of days ends with: "am 3. oder 4. Mai", "3, 4 and 5 May". */
static int
month_of_list (const struct rn_when_cursor *behind, int *year)
{
	struct rn_when_cursor try = *behind;
	int day, month;

	for (int others = 0; others < LONGEST_LIST; others++) {
		if (rn_when_mark_here (&try) != ',' && !rn_when_take (&try, RN_WHEN_OR) &&
		    !rn_when_take (&try, RN_WHEN_AND))
			return 0;
		rn_when_take (&try, RN_WHEN_ON);
		rn_when_take_links (&try);
		if (!rn_when_take_number (&try, 1, 31, &day))
			return 0;
		rn_when_take (&try, RN_WHEN_SUFFIX);
		struct rn_when_cursor word = try;
		rn_when_take_links (&word);
		if ((month = take_month (&word, TRUE)) > 0) {
			*year = rn_when_take_year_behind (&word);
			return month;
		}
	}
	return 0;
}

/* "the 3rd", with nothing before it that speaks of days, is the third of a list. */
static gboolean
follows_article (const struct rn_when_cursor *at)
{
	static const enum rn_when_word leads[] = { RN_WHEN_ON, RN_WHEN_AFTER, RN_WHEN_BEFORE, RN_WHEN_FROM,
	                                           RN_WHEN_UNTIL, RN_WHEN_BETWEEN,
		RN_WHEN_TO, RN_WHEN_IN, RN_WHEN_OF, RN_WHEN_DATE_OF };
	struct rn_when_cursor word = *at;

	if (at->i == 0)
		return FALSE;
	word.i = at->i - 1;
	if (!rn_when_peek (&word, RN_WHEN_LINK))
		return FALSE;
	for (int back = 1; back <= 2; back++) {
		word.i = at->i - (gsize) back;
		for (gsize lead = 0; lead < G_N_ELEMENTS (leads); lead++)
			if (rn_when_peek (&word, leads[lead]))
				return FALSE;
		if (at->i < (gsize) back + 1)
			break;
	}
	return TRUE;
}

/* Whether "18." follows "am 17. oder": a day of the same list. */
static gboolean
continues_list (const struct rn_when_cursor *at)
{
	struct rn_when_cursor word = *at;

	if (at->i < 3)
		return FALSE;
	word.i = at->i - 1;
	if (!rn_when_peek (&word, RN_WHEN_OR) && !rn_when_peek (&word, RN_WHEN_AND))
		return FALSE;
	word.i = at->i - 2;
	if (rn_when_number_here (&word) < 0 && !rn_when_peek (&word, RN_WHEN_SUFFIX))
		return FALSE;
	word.i -= rn_when_number_here (&word) < 0 ? 2 : 1;
	return word.i < at->i && (rn_when_peek (&word, RN_WHEN_ON) != NULL ||
	                          rn_when_peek (&word, RN_WHEN_LINK) != NULL);
}

/* "dalle 14 alle 16": hours, and no day */
static gboolean
is_behind_hours (const struct rn_when_cursor *at)
{
	struct rn_when_cursor word = *at;

	if (at->i == 0)
		return FALSE;
	word.i--;
	return rn_when_peek (&word, RN_WHEN_FROM) || rn_when_peek (&word, RN_WHEN_BETWEEN) ||
	       rn_when_peek (&word, RN_WHEN_AT) ||
	       rn_when_peek (&word, RN_WHEN_OF);
}

/* "On", and no word for the hour: "às 15" */
static gboolean
is_at_on (const struct rn_when_cursor *at)
{
	return rn_when_peek (at, RN_WHEN_ON) != NULL && rn_when_peek (at, RN_WHEN_AT) == NULL;
}

static gboolean
is_behind_on (const struct rn_when_cursor *at)
{
	struct rn_when_cursor before = *at;

	before.i -= at->i > 0;
	return before.i < at->i && is_at_on (&before);
}

/* "día 12", "am 12.", "on the 12th" */
gboolean
rn_when_take_day_of_month (struct rn_when_cursor *at, gboolean is_announced)
{
	struct rn_when_cursor try = *at;
	int day, year, month, unused;
	gboolean is_dated = rn_when_take (&try, RN_WHEN_DATE_OF) > 0;

	gboolean is_on = is_behind_on (at) || (is_at_on (&try) && rn_when_take (&try, RN_WHEN_ON)) || continues_list (at);
	if (!rn_when_take_number (&try, 1, 31, &day))
		return FALSE;
	gboolean is_plain = is_on && day > LONGEST_LIST && stands_alone (&try);
	gboolean is_ordinal = (rn_when_is_tight (&try) && rn_when_take (&try, RN_WHEN_SUFFIX)) ||
	                      (rn_when_mark_here (&try) == '.' && (at->frame->tongues & RN_DE)) ||
	                      (rn_when_at_end (&try) && rn_token_at (at->tokens, try.i - 1)->behind == '.' &&
	                       (at->frame->tongues & RN_DE));
	struct rn_when_cursor behind = try;
	rn_when_take_links (&behind);
	gboolean is_timed = !is_behind_hours (at) &&
	                    ((is_ordinal && day > LONGEST_LIST && rn_when_peek (&try, RN_WHEN_AT)) ||
	                                                  ((is_ordinal || day > LONGEST_LIST) && is_followed_by_time (&try)));
	if (day <= LONGEST_LIST && !is_on && follows_article (at))
		return FALSE;
	if ((!is_dated && !is_plain && !is_timed && !((is_announced || (is_on && stands_alone (&try))) && is_ordinal) &&
	     !(is_on && month_of_list (&try, &year) > 0)) || rn_when_peek (&behind, RN_WHEN_MONTH) ||
	     rn_when_peek (&behind, RN_WHEN_MONTH_SHORT))
		return FALSE;
	int listed = month_of_list (&try, &year);
	if (listed > 0) {
		gint32 found = coming_day (at, year, listed, day);
		return rn_when_set_days (at, try.i, found, found);
	}
	rn_when_split_day (at->frame->today, &year, &month, &unused);
	if (day < unused && ++month > 12) {
		month = 1;
		year++;
	}
	gint32 found = rn_when_day_of (year, month, day);
	return rn_when_set_days (at, try.i, found, found);
}

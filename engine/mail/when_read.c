#include "when_read.h"

#include <string.h>

#define MAX_PIECES 8           /* of one date: weekday, day, month, year, time, part of the day … */
#define MAX_LINKS 2            /* articles and prepositions between two pieces */
#define PAST_DAYS 31           /* "12 March" said in May is next year's; said on 20 March it is not */
#define LONGEST_LIST 12        /* "le 24" is a day, "le 2" may be the second of a list */
#define LAST_SMALL_HOUR 6      /* "at 3" in a company is the afternoon */

struct cursor {
	const struct rn_when_frame *frame;
	const struct rn_tokens *tokens;
	gsize i;
	struct rn_when_facts *facts;
	gboolean is_between; /* "and" joins two ends */
};

/* ---- Words and numbers at the cursor -------------------------------------- */

static gboolean at_end (const struct cursor *at)
{
	return at->i >= rn_tokens_count (at->tokens);
}

static const struct rn_phrase *peek (const struct cursor *at, enum rn_when_word word)
{
	if (at_end (at) || !(rn_token_at (at->tokens, at->i)->senses & (guint64) 1 << word))
		return NULL;
	return rn_lexicon_find (&rn_when_words, at->tokens, at->i, at->frame->tongues, (int) word);
}

/* The word's value, and the cursor behind it; 0 when another word stands there. */
static int take (struct cursor *at, enum rn_when_word word)
{
	const struct rn_phrase *phrase = peek (at, word);

	if (phrase == NULL)
		return 0;
	at->i += (gsize) phrase->n_words;
	return phrase->value;
}

static char mark_here (const struct cursor *at)
{
	return at_end (at) ? at->tokens->last_mark : rn_token_at (at->tokens, at->i)->mark;
}

static gint32 number_here (const struct cursor *at)
{
	return at_end (at) ? -1 : rn_token_at (at->tokens, at->i)->number;
}

static gsize size_here (const struct cursor *at)
{
	return at_end (at) ? 0 : rn_token_at (at->tokens, at->i)->size;
}

static gboolean is_tight (const struct cursor *at)
{
	return !at_end (at) && rn_token_at (at->tokens, at->i)->is_tight;
}

/* A number in digits within limits, with the cursor behind it. */
static gboolean take_number (struct cursor *at, gint32 least, gint32 most, int *number)
{
	gint32 here = number_here (at);

	if (here < least || here > most)
		return FALSE;
	*number = here;
	at->i++;
	return TRUE;
}

static gboolean take_year (struct cursor *at, int *year)
{
	return (size_here (at) == 4 && take_number (at, 1990, 2099, year)) ||
	       (mark_here (at) == '\'' && size_here (at) == 2 && take_number (at, 0, 99, year) && (*year += 2000));
}

/* In digits or in words. */
static gboolean take_count (struct cursor *at, int *count)
{
	if (take_number (at, 1, 400, count))
		return TRUE;
	if (take (at, RN_WHEN_COUPLE))
		*count = 2;
	else
		*count = take (at, RN_WHEN_NUMBER);
	return *count > 0;
}

/* ---- Times of day ---------------------------------------------------------- */

struct clock {
	int minutes;
	gboolean is_bare;    /* nothing but a number */
	gboolean is_certain; /* am, pm, or past noon as written */
};

static void settle_half_of_day (struct cursor *at, struct clock *clock, int digits)
{
	int hour = clock->minutes / 60;

	if (take (at, RN_WHEN_PM)) {
		clock->minutes += hour < 12 ? 720 : 0;
		clock->is_bare = FALSE;
		clock->is_certain = TRUE;
	} else if ((is_tight (at) || digits > 0) && take (at, RN_WHEN_AM)) {
		clock->minutes -= hour == 12 ? 720 : 0;
		clock->is_bare = FALSE;
		clock->is_certain = TRUE;
	} else if (hour >= 1 && hour <= LAST_SMALL_HOUR && digits < 2) {
		clock->minutes += 720;
	} else {
		clock->is_certain = hour > 12;
	}
}

/* "half past two", "halb drei", "quarter to three" */
static gboolean take_spoken_clock (struct cursor *at, struct clock *clock)
{
	struct cursor try = *at;
	int half = take (&try, RN_WHEN_HALF), quarter = half ? 0 : take (&try, RN_WHEN_QUARTER), hour;

	if (half == 0 && quarter == 0)
		return FALSE;
	if (!take_number (&try, 1, 12, &hour) && (hour = take (&try, RN_WHEN_NUMBER)) == 0)
		return FALSE;
	if (half > 0)
		clock->minutes = hour * 60 + (half == 1 ? 30 : -30);
	else
		clock->minutes = hour * 60 + (quarter == 1 ? 15 : -15);
	clock->is_bare = clock->is_certain = FALSE;
	settle_half_of_day (&try, clock, 1);
	take (&try, RN_WHEN_HOURS);
	*at = try;
	return TRUE;
}

/* ":30", ".30 Uhr", "h30", " Uhr 30" behind the hour */
static void take_minutes (struct cursor *at, struct clock *clock, gboolean dot_is_fine)
{
	static const int more[] = { 0, 15, 30, -15 };
	int minutes = 0;
	char mark = mark_here (at);

	if (is_tight (at) && size_here (at) == 2 && (mark == ':' || mark == '.') && number_here (at) < 60 && number_here (at) >= 0) {
		struct cursor behind = *at;
		behind.i++;
		if (mark == ':' || dot_is_fine || peek (&behind, RN_WHEN_HOURS) || peek (&behind, RN_WHEN_PM)) {
			take_number (at, 0, 59, &minutes);
			if (mark_here (at) == ':' && is_tight (at) && size_here (at) == 2)
				at->i++; /* seconds */
			clock->is_bare = FALSE;
		}
	}
	if (mark_here (at) != '-' && !rn_mark_ends (mark_here (at)) && take (at, RN_WHEN_HOURS)) {
		clock->is_bare = FALSE;
		if (minutes == 0 && size_here (at) == 2 && (mark_here (at) == '\0'))
			take_number (at, 0, 59, &minutes);
	}
	clock->minutes += minutes + more[take (at, RN_WHEN_MINUTES_MORE)];
}

/* "3 hours" may be a span; "15 heures" is a time. */
static gboolean is_span (const struct cursor *at, int hour)
{
	struct cursor behind = *at;

	return hour <= LAST_SMALL_HOUR && mark_here (at) == '\0' && take (&behind, RN_WHEN_UNIT) &&
	       !peek (&behind, RN_WHEN_MINUTES_MORE);
}

static gboolean take_clock (struct cursor *at, gboolean is_announced, struct clock *clock)
{
	struct cursor try = *at;
	int hour = 0, noon = take (&try, RN_WHEN_NOON);
	int digits = (int) size_here (&try);

	*clock = (struct clock) { .is_bare = TRUE };
	if (noon > 0) {
		*clock = (struct clock) { .minutes = noon == 1 ? 720 : 0, .is_certain = TRUE };
		*at = try;
		return TRUE;
	}
	if (take_spoken_clock (at, clock))
		return TRUE;
	if (size_here (&try) > 2 || !take_number (&try, 0, 24, &hour)) {
		digits = 0;
		hour = take (&try, RN_WHEN_NUMBER);
		if (hour == 0 || (!is_announced && !peek (&try, RN_WHEN_HOURS) && !peek (&try, RN_WHEN_PM)))
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

/* "5." */
static gboolean is_behind_ordinal (const struct cursor *at)
{
	return mark_here (at) == '.' && at->i > 0 && rn_token_at (at->tokens, at->i - 1)->number >= 0;
}

static gboolean take_range_sign (struct cursor *at, gboolean is_between)
{
	if (mark_here (at) == '-')
		return TRUE;
	if (rn_mark_ends (mark_here (at)) && !is_behind_ordinal (at))
		return FALSE;
	return take (at, RN_WHEN_TO) || take (at, RN_WHEN_UNTIL) || (is_between && take (at, RN_WHEN_AND));
}

/* A time, or two with "to" or "-" between them. */
static gboolean take_times (struct cursor *at, gboolean is_announced, gboolean is_between)
{
	struct cursor try = *at;
	struct clock first, second;

	if (!take_clock (&try, is_announced, &first))
		return FALSE;
	struct cursor behind = try;
	gboolean is_range = take_range_sign (&behind, is_between);
	if (is_range)
		take (&behind, RN_WHEN_AT);
	if (is_range && take_clock (&behind, TRUE, &second) && (is_announced || !first.is_bare || !second.is_bare)) {
		if (first.minutes > second.minutes && first.minutes >= 720 && !first.is_certain)
			first.minutes -= 720;
		at->facts->from = first.minutes;
		at->facts->to = second.minutes;
		at->i = behind.i;
		return TRUE;
	}
	if (is_between || (first.is_bare && !is_announced))
		return FALSE;
	at->facts->from = at->facts->to = first.minutes;
	at->i = try.i;
	return TRUE;
}

static enum rn_when_edge take_edge (struct cursor *at, gboolean *is_range)
{
	static const struct {
		enum rn_when_word word;
		enum rn_when_edge edge;
	} edges[] = {
		{ RN_WHEN_AFTER, RN_EDGE_AFTER }, { RN_WHEN_FROM, RN_EDGE_FROM }, { RN_WHEN_BEFORE, RN_EDGE_BEFORE },
		{ RN_WHEN_UNTIL, RN_EDGE_UNTIL },
	};

	*is_range = FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
		if (take (at, edges[i].word))
			return edges[i].edge;
	*is_range = take (at, RN_WHEN_BETWEEN) > 0;
	return RN_EDGE_NONE;
}

/* "at 3", "after 15:00", "between 2 and 4", "3pm" */
static gboolean take_time (struct cursor *at)
{
	struct cursor try = *at;
	gboolean is_between;

	if (at->facts->from >= 0)
		return FALSE;
	enum rn_when_edge edge = take_edge (&try, &is_between);
	gboolean is_announced = try.i > at->i || take (&try, RN_WHEN_OF);
	/* "alle drei" is a time in Italian only: not where the language is unknown */
	is_announced |= take (&try, RN_WHEN_AT) > 0 && at->frame->tongues != RN_ANY_TONGUE;
	if (!take_times (&try, is_announced, is_between))
		return FALSE;
	if (at->facts->from == at->facts->to)
		at->facts->time_edge = edge;
	at->i = try.i;
	return TRUE;
}

static gboolean take_part (struct cursor *at)
{
	struct cursor try = *at;
	int part;

	if (at->facts->part != 0)
		return FALSE;
	take (&try, RN_WHEN_THIS);
	part = take (&try, RN_WHEN_PART);
	/* "Dienstag morgen" */
	if (part == 0 && (at->facts->weekday > 0 || at->facts->first > 0) && try.i == at->i && (at->frame->tongues & (RN_DE | RN_NL)) &&
	    take (&try, RN_WHEN_DAY) == 2)
		part = RN_MORNING;
	if (part == 0)
		return FALSE;
	at->facts->part = (enum rn_when_part) part;
	at->i = try.i;
	return TRUE;
}

/* ---- Days ------------------------------------------------------------------- */

static gint32 day_of (int year, int month, int day)
{
	GDate date;

	if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
		return 0;
	g_date_clear (&date, 1);
	g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
	return (gint32) g_date_get_julian (&date);
}

static void split_day (gint32 julian, int *year, int *month, int *day)
{
	GDate date;

	g_date_clear (&date, 1);
	g_date_set_julian (&date, (guint32) julian);
	*year = g_date_get_year (&date);
	*month = g_date_get_month (&date);
	*day = g_date_get_day (&date);
}

static int this_year (const struct cursor *at)
{
	int year, month, day;

	split_day (at->frame->today, &year, &month, &day);
	return year;
}

/* Without a year: this year's, unless that is long past. */
static gint32 coming_day (const struct cursor *at, int year, int month, int day)
{
	if (year > 0)
		return day_of (year < 100 ? year + 2000 : year, month, day);
	gint32 found = day_of (this_year (at), month, day);
	if (found == 0 || found < at->frame->today - PAST_DAYS)
		found = day_of (this_year (at) + 1, month, day);
	return found;
}

static gboolean set_days (struct cursor *at, gsize behind, gint32 first, gint32 last)
{
	if (first <= 0 || last < first)
		return FALSE;
	at->facts->first = first;
	at->facts->last = last;
	at->i = behind;
	return TRUE;
}

static gboolean set_month (struct cursor *at, gsize behind, int year, int month, int edge)
{
	int last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
	static const int firsts[] = { 1, 1, 11, 21 };

	return set_days (at, behind, day_of (year, month, firsts[edge]), day_of (year, month, edge == 1 ? 10 : edge == 2 ? 20 : last));
}

/* Months from this one; the year follows. */
static gboolean set_month_hence (struct cursor *at, gsize behind, int months, int edge)
{
	int year, month, day;

	split_day (at->frame->today, &year, &month, &day);
	month += months - 1;
	return set_month (at, behind, year + month / 12, month % 12 + 1, edge);
}

/* A month word; short ones and words of other senses only beside a number. */
static int take_month (struct cursor *at, gboolean beside_number)
{
	int month = take (at, RN_WHEN_MONTH);

	return month > 0 || !beside_number ? month : take (at, RN_WHEN_MONTH_SHORT);
}

/* "2026-03-12", "2026-03-12T15:00" */
static gboolean take_iso (struct cursor *at)
{
	struct cursor try = *at;
	int year, month, day;

	if (!take_year (&try, &year) || mark_here (&try) != '-' || !is_tight (&try) || !take_number (&try, 1, 12, &month) ||
	    mark_here (&try) != '-' || !is_tight (&try) || !take_number (&try, 1, 31, &day))
		return FALSE;
	if (!at_end (&try) && is_tight (&try) && g_str_equal (rn_token_word (try.tokens, try.i), "t"))
		try.i++;
	return set_days (at, try.i, day_of (year, month, day), day_of (year, month, day));
}

/* Day and month of "3/4": by what is possible, else by the frame. */
static gboolean order_parts (const struct cursor *at, char sign, int *day, int *month)
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

/* "12.3.", "12.3.2026", "12/3/26", "12-3-2026" */
static gboolean take_numeric (struct cursor *at, gboolean is_announced)
{
	struct cursor try = *at;
	int day, month, year = 0;

	if (!take_number (&try, 1, 31, &day))
		return FALSE;
	char sign = mark_here (&try);
	if (strchr ("./-", sign) == NULL || sign == '\0' || (sign != '.' && !is_tight (&try)) || !take_number (&try, 1, 31, &month))
		return FALSE;
	gboolean has_second = mark_here (&try) == sign;
	if (has_second && !take_year (&try, &year) && size_here (&try) == 2 && is_tight (&try))
		take_number (&try, 0, 99, &year);
	if (year == 0 && (sign == '-' || (sign == '/' && !is_announced) || (sign == '.' && !has_second && !is_announced)))
		return FALSE;
	if (!order_parts (at, sign, &day, &month))
		return FALSE;
	gint32 found = coming_day (at, year, month, day);
	return set_days (at, try.i, found, found);
}

/* A comma, the full stop of an abbreviation, or nothing. */
static gboolean is_loose (const struct cursor *at)
{
	return strchr (",.\n", mark_here (at)) != NULL || mark_here (at) == '\0';
}

static void take_links (struct cursor *at)
{
	for (int links = 0; links < MAX_LINKS && !rn_mark_ends (mark_here (at)) && take (at, RN_WHEN_LINK); links++)
		;
}

/* The year behind a month. */
static int take_year_behind (struct cursor *at)
{
	struct cursor try = *at;
	int year = 0;

	take_links (&try);
	if (is_loose (&try) && take_year (&try, &year))
		*at = try;
	return year;
}

/* "12 March", "12. März 2026", "1er mars", "12 de marzo de 2026", "5–9 May" */
static gboolean take_day_month (struct cursor *at)
{
	struct cursor try = *at;
	int first, last, month;

	if (!take_number (&try, 1, 31, &first))
		return FALSE;
	take (&try, RN_WHEN_SUFFIX);
	last = first;
	struct cursor range = try;
	if (take_range_sign (&range, at->is_between)) {
		take (&range, RN_WHEN_ON);
		if (take_number (&range, 1, 31, &last)) {
			take (&range, RN_WHEN_SUFFIX);
			try = range;
		}
	}
	if (mark_here (&try) != '.' && rn_mark_ends (mark_here (&try)) && mark_here (&try) != '\n')
		return FALSE;
	take_links (&try);
	if ((month = take_month (&try, TRUE)) == 0)
		return FALSE;
	int year = take_year_behind (&try);
	gint32 from = coming_day (at, year, month, first);
	return set_days (at, try.i, from, last == first ? from : coming_day (at, year, month, last));
}

static gboolean names_month_surely (const struct cursor *at)
{
	const struct rn_token *token = rn_token_at (at->tokens, at->i);

	/* "may" and "march" are verbs; months have a capital in English */
	return !(at->frame->tongues & RN_EN) || token->is_upper;
}

/* "March 12", "March 12th, 2026", "in March", "Ende März", "March 2027" */
static gboolean take_month_first (struct cursor *at, gboolean is_announced)
{
	struct cursor try = *at;
	int edge = take (&try, RN_WHEN_EDGE), day, year, month;

	take_links (&try);
	if (edge > 0 && mark_here (&try) == '-')
		edge = 2; /* mid-March */
	gboolean is_sure = !at_end (&try) && (names_month_surely (&try) || is_announced || edge > 0);
	if ((month = take_month (&try, TRUE)) == 0)
		return FALSE;
	struct cursor behind = try;
	if (edge == 0 && (mark_here (&behind) == '\0' || mark_here (&behind) == '.') && size_here (&behind) <= 2 &&
	    take_number (&behind, 1, 31, &day) && mark_here (&behind) != ':') {
		take (&behind, RN_WHEN_SUFFIX);
		year = take_year_behind (&behind);
		gint32 found = coming_day (at, year, month, day);
		return set_days (at, behind.i, found, found);
	}
	if (!is_sure || !take_month (&(struct cursor) { at->frame, at->tokens, try.i - 1, at->facts, FALSE }, FALSE))
		return FALSE;
	year = take_year_behind (&try);
	if (year == 0)
		year = this_year (at) + (day_of (this_year (at), month, 28) < at->frame->today - PAST_DAYS + 3 ? 1 : 0);
	return set_month (at, try.i, year, month, edge);
}

/* Neither a time, nor a count, nor the first part of "24.12." */
static gboolean stands_alone (const struct cursor *behind)
{
	char mark = mark_here (behind);

	return mark != ':' && mark != '-' && !(number_here (behind) >= 0 && mark != ',') && !peek (behind, RN_WHEN_HOURS) &&
	       !peek (behind, RN_WHEN_UNIT) && !peek (behind, RN_WHEN_PM) && !peek (behind, RN_WHEN_MINUTES_MORE) &&
	       !peek (behind, RN_WHEN_TO);
}

/* "día 12", "am 12.", "on the 12th" */
static gboolean take_day_of_month (struct cursor *at, gboolean is_announced)
{
	struct cursor try = *at;
	int day, year, month, unused;
	gboolean is_dated = take (&try, RN_WHEN_DATE_OF) > 0;

	gboolean is_on = take (&try, RN_WHEN_ON) || (at->i > 0 && peek (&(struct cursor) { at->frame, at->tokens, at->i - 1, at->facts, FALSE }, RN_WHEN_ON));
	if (!take_number (&try, 1, 31, &day))
		return FALSE;
	gboolean is_plain = is_on && day > LONGEST_LIST && stands_alone (&try);
	gboolean is_ordinal = (is_tight (&try) && take (&try, RN_WHEN_SUFFIX)) || (mark_here (&try) == '.' && (at->frame->tongues & RN_DE)) ||
	                      (at_end (&try) && try.tokens->last_mark == '.' && (at->frame->tongues & RN_DE));
	struct cursor behind = try;
	take_links (&behind);
	if ((!is_dated && !is_plain && !(is_announced && is_ordinal)) || peek (&behind, RN_WHEN_MONTH) || peek (&behind, RN_WHEN_MONTH_SHORT))
		return FALSE;
	split_day (at->frame->today, &year, &month, &unused);
	if (day < unused && ++month > 12) {
		month = 1;
		year++;
	}
	gint32 found = day_of (year, month, day);
	return set_days (at, try.i, found, found);
}

static gint32 monday_of (gint32 day)
{
	return day - (day - 1) % 7; /* day 1 of GDate was a Monday */
}

static gboolean set_quarter_ahead (struct cursor *at, gsize behind, int ahead)
{
	int year, month, day;

	split_day (at->frame->today, &year, &month, &day);
	int first = (month - 1) / 3 * 3 + 3 * ahead; /* months from January */
	year += first / 12;
	first = first % 12 + 1;
	return set_days (at, behind, day_of (year, first, 1),
	                 day_of (year, first + 2, g_date_get_days_in_month ((GDateMonth) (first + 2), (GDateYear) year)));
}

/* Weeks, months and years that lie a number of them ahead. */
static gboolean set_unit_ahead (struct cursor *at, gsize behind, int unit, int ahead, int edge)
{
	gint32 today = at->frame->today;

	switch (unit) {
	case RN_UNIT_WEEK: {
		gint32 monday = monday_of (today) + 7 * ahead;
		at->facts->week = monday;
		return set_days (at, behind, edge == 3 ? monday + 3 : edge == 2 ? monday + 2 : monday,
		                 edge == 1 ? monday + 1 : edge == 2 ? monday + 2 : monday + 6);
	}
	case RN_UNIT_WEEKEND: {
		gint32 saturday = monday_of (today) + 5 + 7 * ahead;
		return set_days (at, behind, saturday, saturday + 1);
	}
	case RN_UNIT_MONTH:
		return set_month_hence (at, behind, ahead, edge);
	case RN_UNIT_QUARTER:
		return set_quarter_ahead (at, behind, ahead);
	case RN_UNIT_YEAR: {
		int year = this_year (at) + ahead;
		return set_days (at, behind, day_of (year, edge == 3 ? 10 : edge == 2 ? 5 : 1, 1),
		                 edge == 1 ? day_of (year, 3, 31) : edge == 2 ? day_of (year, 8, 31) : day_of (year, 12, 31));
	}
	case RN_UNIT_DAY:
		return ahead > 0 && set_days (at, behind, today + 1, today + 1);
	default:
		return FALSE;
	}
}

static gboolean take_day_month (struct cursor *at);
static gboolean take_month_first (struct cursor *at, gboolean is_announced);

/* "the week of 23 March", behind "week" */
static gboolean take_week_of (struct cursor *at, struct cursor *behind)
{
	struct cursor try = *behind;

	if (rn_mark_ends (mark_here (&try)))
		return FALSE;
	if (!take (&try, RN_WHEN_OF))
		take_links (&try);
	if (try.i == behind->i || !(take_day_month (&try) || take_numeric (&try, TRUE) || take_month_first (&try, TRUE)))
		return FALSE;
	at->facts->week = monday_of (at->facts->first);
	return set_days (at, try.i, at->facts->week, at->facts->week + 6);
}

/* "next week", "la semaine prochaine", "dieses Jahr", "end of next month" */
static gboolean take_unit_ahead (struct cursor *at)
{
	struct cursor try = *at;
	int edge = take (&try, RN_WHEN_EDGE);

	take_links (&try);
	int ahead = take (&try, RN_WHEN_NEXT_BUT_ONE) ? 2 : 1;
	gboolean is_next = ahead == 2 || take (&try, RN_WHEN_NEXT) || take (&try, RN_WHEN_NEXT_WEEKS);
	gboolean is_this = !is_next && take (&try, RN_WHEN_THIS);
	gboolean is_last = !is_next && !is_this && take (&try, RN_WHEN_LAST);
	if (rn_mark_ends (mark_here (&try)) && try.i > at->i)
		return FALSE;
	int unit = take (&try, RN_WHEN_UNIT);
	if (unit == 0)
		return FALSE;
	if (!is_this && !is_last && !is_next && !rn_mark_ends (mark_here (&try))) {
		ahead = take (&try, RN_WHEN_NEXT_BUT_ONE) ? 2 : 1;
		is_next = ahead == 2 || take (&try, RN_WHEN_NEXT) > 0;
		is_last = !is_next && take (&try, RN_WHEN_LAST);
	}
	if (is_last) {
		at->facts->is_past = TRUE;
		return set_days (at, try.i, at->frame->today, at->frame->today);
	}
	if (!is_next && !is_this && unit == RN_UNIT_WEEK && edge == 0)
		return take_week_of (at, &try);
	if (!is_next && !is_this && (edge == 0 || unit == RN_UNIT_DAY))
		return FALSE;
	return set_unit_ahead (at, try.i, unit, is_next && (unit != RN_UNIT_WEEKEND || ahead == 2) ? ahead : 0, edge);
}

static gboolean set_hence (struct cursor *at, gsize behind, int count, int unit)
{
	int year, month, day;
	gint32 today = at->frame->today;

	split_day (today, &year, &month, &day);
	switch (unit) {
	case RN_UNIT_DAY:
		return set_days (at, behind, today + count, today + count);
	case RN_UNIT_WEEK:
		at->facts->week = today + 7 * count;
		return set_days (at, behind, today + 7 * count, today + 7 * count);
	case RN_UNIT_MONTH:
	case RN_UNIT_YEAR: {
		int months = month - 1 + count * (unit == RN_UNIT_YEAR ? 12 : 1);
		year += months / 12;
		month = months % 12 + 1;
		day = MIN (day, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
		gint32 found = year < 2100 ? day_of (year, month, day) : 0;
		return set_days (at, behind, found, found);
	}
	case RN_UNIT_HOUR:
	case RN_UNIT_MINUTE:
		at->facts->minutes_hence = count * (unit == RN_UNIT_HOUR ? 60 : 1);
		at->i = behind;
		return TRUE;
	default:
		return FALSE;
	}
}

/* "in two weeks", "dans 15 jours", "two weeks from now", "two weeks ago" */
static gboolean take_hence (struct cursor *at)
{
	struct cursor try = *at;
	int count;
	gboolean is_in = take (&try, RN_WHEN_IN), is_after = !is_in && take (&try, RN_WHEN_AFTER);
	gboolean is_past = !is_in && !is_after && take (&try, RN_WHEN_BEFORE);

	if (rn_mark_ends (mark_here (&try)) && try.i > at->i)
		return FALSE;
	if (!take_count (&try, &count) || rn_mark_ends (mark_here (&try)))
		return FALSE;
	int unit = take (&try, RN_WHEN_UNIT);
	if (unit == 0)
		return FALSE;
	is_in |= !rn_mark_ends (mark_here (&try)) && take (&try, RN_WHEN_HENCE);
	is_past |= !rn_mark_ends (mark_here (&try)) && take (&try, RN_WHEN_LAST);
	if (is_past) {
		at->facts->is_past = TRUE;
		return set_days (at, try.i, at->frame->today, at->frame->today);
	}
	is_in |= is_after && unit < RN_UNIT_HOUR; /* "after 3 hours" may be a time of day: "na 15 uur" */
	return is_in && set_hence (at, try.i, count, unit);
}

/* "KW 12", "week 12": the first such week that is not long past. */
static gboolean take_week_number (struct cursor *at)
{
	struct cursor try = *at;
	int week;

	if (!take (&try, RN_WHEN_WEEK_NUMBER) || (mark_here (&try) != '\0' && mark_here (&try) != '.') ||
	    size_here (&try) > 2 || !take_number (&try, 1, 53, &week))
		return FALSE;
	for (int year = this_year (at); year <= this_year (at) + 1; year++) {
		gint32 monday = monday_of (day_of (year, 1, 4)) + 7 * (week - 1);
		if (monday + 6 >= at->frame->today - PAST_DAYS) {
			at->facts->week = monday;
			return set_days (at, try.i, monday, monday + 6);
		}
	}
	return FALSE;
}

/* Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
static gint32 easter_of (int year)
{
	int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

	return day_of (year, n / 31, n % 31 + 1);
}

static void days_of_feast (int feast, int year, gint32 *first, gint32 *last)
{
	switch (feast) {
	case RN_EASTER:
		*first = easter_of (year) - 2;
		*last = *first + 3;
		break;
	case RN_PENTECOST:
		*first = easter_of (year) + 49;
		*last = *first + 1;
		break;
	case RN_CHRISTMAS:
		*first = day_of (year, 12, 24);
		*last = *first + 2;
		break;
	default: /* new year */
		*first = *last = day_of (year, 1, 1);
	}
}

static void days_of_season (int season, int year, gint32 *first, gint32 *last)
{
	*first = day_of (year, season * 3, 1);
	*last = day_of (season == 4 ? year + 1 : year, season == 4 ? 3 : season * 3 + 3, 1) - 1;
}

/* "after Easter", "im Herbst": this year's, unless it is over. */
static gboolean take_season (struct cursor *at, gboolean is_announced)
{
	struct cursor try = *at;
	is_announced |= take (&try, RN_WHEN_THIS) || take (&try, RN_WHEN_NEXT) || take (&try, RN_WHEN_NEXT_WEEKS);
	int feast = take (&try, RN_WHEN_FEAST), season = feast == 0 ? take (&try, RN_WHEN_SEASON) : 0;
	gint32 first = 0, last = 0;

	if (feast == 0 && (season == 0 || !is_announced))
		return FALSE;
	int said = take_year_behind (&try);
	for (int year = said > 0 ? said : this_year (at); year <= this_year (at) + 1 && (first == 0 || last < at->frame->today); year++)
		if (feast > 0)
			days_of_feast (feast, year, &first, &last);
		else
			days_of_season (season, year, &first, &last);
	return set_days (at, try.i, first, last);
}

/* "Dienstagnachmittag", "dinsdagochtend": the weekday, and the part by its end. */
static int take_compound (struct cursor *at)
{
	static const char *const days[] = { "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
		"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag" };
	static const struct {
		const char *word;
		enum rn_when_part part;
	} parts[] = { { "morgen", RN_MORNING }, { "vormittag", RN_MORNING }, { "fruh", RN_MORNING }, { "mittag", RN_MIDDAY },
		{ "nachmittag", RN_AFTERNOON }, { "abend", RN_EVENING }, { "ochtend", RN_MORNING }, { "middag", RN_AFTERNOON },
		{ "namiddag", RN_AFTERNOON }, { "avond", RN_EVENING } };
	const char *word = at_end (at) ? "" : rn_token_word (at->tokens, at->i);

	for (gsize day = 0; day < G_N_ELEMENTS (days); day++) {
		gsize size = strlen (days[day]);
		if (word[0] != days[day][0] || strncmp (word, days[day], size) != 0)
			continue;
		gsize rest = strlen (word + size);
		rest -= rest > 0 && word[size + rest - 1] == 's'; /* "dienstagabends" */
		for (gsize part = 0; part < G_N_ELEMENTS (parts); part++)
			if (strlen (parts[part].word) == rest && strncmp (word + size, parts[part].word, rest) == 0) {
				at->facts->part = parts[part].part;
				at->i++;
				return (int) (day % 7) + 1;
			}
	}
	return 0;
}

/* "Tue", "Di.": other words too unless written as names are. */
static int take_short_weekday (struct cursor *at)
{
	struct cursor try = *at;
	const struct rn_token *token = at_end (at) ? NULL : rn_token_at (at->tokens, at->i);
	const struct rn_phrase *phrase = peek (at, RN_WHEN_WEEKDAY_SHORT);

	if (phrase == NULL || at->frame->tongues == RN_ANY_TONGUE)
		return phrase != NULL && phrase->tongues == RN_EN && token->is_upper ? take (at, RN_WHEN_WEEKDAY_SHORT) : 0;
	try.i++;
	gboolean is_long = token->size > 3; /* "terça", "Thurs" */
	gboolean has_number = number_here (&try) > 0;
	if (!is_long && !token->is_upper && mark_here (&try) != '.' && !has_number)
		return 0;
	/* "So", "Do", "Mi" start sentences */
	if (token->size == 2 && rn_mark_ends (token->mark) && mark_here (&try) != '.' && mark_here (&try) != ',' && !has_number)
		return 0;
	return take (at, RN_WHEN_WEEKDAY_SHORT);
}

static gboolean take_weekday (struct cursor *at)
{
	struct cursor try = *at;
	enum rn_when_word rule = RN_WHEN_NOTHING;
	static const enum rn_when_word rules[] = { RN_WHEN_NEXT, RN_WHEN_NEXT_WEEKS, RN_WHEN_THIS, RN_WHEN_LAST };

	if (at->facts->weekday > 0)
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (rules) && rule == RN_WHEN_NOTHING; i++)
		if (take (&try, rules[i]))
			rule = rules[i];
	int weekday = take (&try, RN_WHEN_WEEKDAY);
	if (weekday == 0)
		weekday = take_short_weekday (&try);
	if (weekday == 0)
		weekday = take_compound (&try);
	if (weekday == 0)
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (rules) && rule == RN_WHEN_NOTHING && mark_here (&try) == '\0'; i++) {
		struct cursor behind = try;
		if (take (&behind, rules[i]) && !peek (&behind, RN_WHEN_UNIT)) {
			rule = rules[i];
			try = behind;
		}
	}
	at->facts->is_past = rule == RN_WHEN_LAST;
	at->facts->rule = rule;
	at->facts->weekday = (weekday - 1) % 7 + 1;
	at->i = try.i;
	return TRUE;
}

/* "Tuesday 12", "mardi 12": the day of the month on which that weekday falls. */
static gboolean take_day_behind_weekday (struct cursor *at)
{
	struct cursor try = *at;
	int day, unused, year, month;

	if (at->facts->weekday == 0 || at->facts->first > 0)
		return FALSE;
	take_links (&try);
	take (&try, RN_WHEN_ON);
	if (size_here (&try) > 2 || !take_number (&try, 1, 31, &day))
		return FALSE;
	take (&try, RN_WHEN_SUFFIX);
	if (mark_here (&try) == ':' || (is_tight (&try) && mark_here (&try) != ',' && mark_here (&try) != '.') ||
	    peek (&try, RN_WHEN_HOURS) || peek (&try, RN_WHEN_PM) || peek (&try, RN_WHEN_AM))
		return FALSE;
	split_day (at->frame->today, &year, &month, &unused);
	for (int ahead = 0; ahead < 3; ahead++, month = month % 12 + 1, year += month == 1) {
		gint32 found = day_of (year, month, day);
		if (found >= at->frame->today && (found - 1) % 7 + 1 == at->facts->weekday)
			return set_days (at, try.i, found, found);
	}
	return FALSE;
}

static gboolean take_date (struct cursor *at, gboolean is_announced)
{
	struct cursor try = *at;
	int day;

	if (at->facts->first > 0 || at->facts->minutes_hence > 0)
		return FALSE;
	if (take_iso (at) || take_hence (at) || take_unit_ahead (at) || take_week_number (at) || take_day_month (at) ||
	    take_numeric (at, is_announced) || take_month_first (at, is_announced) ||
	    take_day_of_month (at, is_announced) || take_season (at, is_announced) || take_day_behind_weekday (at))
		return TRUE;
	if (at->facts->weekday == 0 && (day = take (&try, RN_WHEN_DAY)) > 0)
		return set_days (at, try.i, at->frame->today + day - 1, at->frame->today + day - 1);
	return FALSE;
}

/* "to Friday", "– 9 May" behind a first day: the last one. */
static void take_last_day (struct cursor *at, gboolean is_between)
{
	struct rn_when_facts last = { .from = -1, .to = -1 };
	struct cursor try = { at->frame, at->tokens, at->i, &last, is_between };

	if (at->facts->from >= 0 || !take_range_sign (&try, is_between))
		return;
	take (&try, RN_WHEN_ON);
	take_links (&try);
	gint32 start = at->facts->first;
	if (take_date (&try, TRUE) && last.first > start && start > 0) {
		at->facts->last = last.last;
	} else if (start == 0 && at->facts->weekday > 0 && take_weekday (&try)) {
		gint32 next = at->frame->today + 1 + (at->facts->weekday - 1 - at->frame->today % 7 + 7) % 7;
		at->facts->first = next;
		at->facts->last = next + (last.weekday - at->facts->weekday + 7) % 7;
		at->facts->weekday = 0;
	} else {
		return;
	}
	at->facts->day_edge = RN_EDGE_NONE;
	at->i = try.i;
}

/* Words that may stand between two pieces. */
static void skip_links (struct cursor *at)
{
	static const enum rn_when_word links[] = { RN_WHEN_ON, RN_WHEN_LINK, RN_WHEN_IN, RN_WHEN_DATE_OF };

	for (int n = 0; n < MAX_LINKS; n++) {
		gsize before = at->i;
		for (gsize i = 0; i < G_N_ELEMENTS (links) && at->i == before; i++)
			if (n == 0 || (mark_here (at) != ',' && !rn_mark_ends (mark_here (at))))
				take (at, links[i]);
		if (at->i == before)
			return;
	}
}

/* A day with the words before it: "after the 12th of March", "from Monday to Friday". */
static gboolean take_day (struct cursor *at)
{
	struct cursor plain = *at, try = *at;
	enum rn_when_edge edge = RN_EDGE_NONE;

	if (take_weekday (&plain) || take_date (&plain, FALSE)) {
		at->i = plain.i;
	} else {
		edge = take_edge (&try, &try.is_between);
		if (edge == RN_EDGE_NONE && !try.is_between)
			take (&try, RN_WHEN_OF);
		skip_links (&try);
		/* "no, en otoño": a comma parts the word from the date */
		if (try.i == at->i || mark_here (&try) == ',' || rn_mark_ends (mark_here (&try)) || (!take_weekday (&try) && !take_date (&try, TRUE)))
			return FALSE;
		at->i = try.i;
	}
	if (edge != RN_EDGE_NONE)
		at->facts->day_edge = edge;
	take_last_day (at, try.is_between);
	return TRUE;
}

static gboolean take_piece (struct cursor *at)
{
	return take_day (at) || take_part (at) || take_time (at);
}

/* A sentence ends the date, save for the full stop of "Tue." and "12. 3.". */
static gboolean may_go_on (const struct cursor *at)
{
	char mark = mark_here (at);

	if (mark == '.' && at->i > 0) {
		const struct rn_token *last = rn_token_at (at->tokens, at->i - 1);
		return last->size <= 4 || last->number >= 0;
	}
	return !rn_mark_ends (mark) && mark != ':';
}

/* "10-11 on Thursday": without the day it could be anything. */
static gboolean take_range_and_day (struct cursor *at)
{
	struct cursor try = *at;
	char mark = number_here (at) >= 0 && at->i + 1 < rn_tokens_count (at->tokens) ? rn_token_at (at->tokens, at->i + 1)->mark : '\0';

	if (mark != '-' || !take_times (&try, TRUE, FALSE))
		return FALSE;
	if (take_day (&try)) {
		at->i = try.i;
		return TRUE;
	}
	at->facts->from = at->facts->to = -1;
	return FALSE;
}

gboolean rn_when_read (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize i,
                       struct rn_when_facts *facts)
{
	struct cursor at = { frame, tokens, i, facts, FALSE };

	*facts = (struct rn_when_facts) { .from = -1, .to = -1, .start = i };
	if (!take_piece (&at) && !take_range_and_day (&at))
		return FALSE;
	for (int piece = 1; piece < MAX_PIECES && !at_end (&at) && may_go_on (&at); piece++) {
		struct cursor try = at;
		if (take_piece (&at))
			continue;
		skip_links (&try);
		if (try.i == at.i || !take_piece (&try))
			break;
		at.i = try.i;
	}
	facts->end = at.i;
	return TRUE;
}

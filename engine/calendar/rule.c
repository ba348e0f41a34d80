#include "rule.h"

#include <libical/ical.h>
#include <string.h>

#define RN_MAX_RULE_TEXT 512   /* every weekday of a year by its number: 300 */
#define RN_LAST_DAY 2932532    /* 9999-01-01: iCalendar writes four digits */

struct rn_rule {
	struct icalrecurrencetype by;
	gint64 first_day;
	struct rn_ics_time until;
	gboolean has_until;
	guint weight; /* of looking at one day: long lists take longer */
	/* what DTSTART gives where the rule is silent; 0: nothing */
	int month, month_day, weekday;
};

/* ---- Days ---- */

static gint64
floor_divide (gint64 a, gint64 b)
{
	return a >= 0 ? a / b : -((b - 1 - a) / b);
}

/* One day and where it lies. */
struct day {
	gint64 number;
	int year, month, month_day, year_day; /* from 1 */
	int weekday;                          /* 1: Sunday, as libical counts */
	int month_length, year_length;
};

static struct day
day_of (gint64 number)
{
	GDate date;
	g_date_clear (&date, 1);
	g_date_set_julian (&date, (guint32) (number + 719163));
	struct day day = { .number = number, .year = g_date_get_year (&date), .month = (int) g_date_get_month (&date),
		           .month_day = g_date_get_day (&date), .year_day = (int) g_date_get_day_of_year (&date),
		           .weekday = (int) g_date_get_weekday (&date) % 7 + 1 };

	day.year_length = g_date_is_leap_year ((GDateYear) day.year) ? 366 : 365;
	day.month_length = g_date_get_days_in_month ((GDateMonth) day.month, (GDateYear) day.year);
	return day;
}

/* Moves on to the next day, or over a whole month; cheaper than day_of. */
static void
step (struct day *day, gboolean over_month)
{
	if (over_month || day->month_day == day->month_length) {
		*day = day_of (day->number + day->month_length - day->month_day + 1);
		return;
	}
	day->number++;
	day->month_day++;
	day->year_day++;
	day->weekday = day->weekday % 7 + 1;
}

static gint64
day_number (int year, int month)
{
	return rn_local_day (year, month, 1) / RN_DAY;
}

/* ---- Reading ---- */

static gboolean
is_given (const short *list)
{
	return list[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

static gboolean
has_ordinals (const struct icalrecurrencetype *by)
{
	for (gsize i = 0; i < G_N_ELEMENTS (by->by_day) && by->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
		if (icalrecurrencetype_day_position (by->by_day[i]) != 0)
			return TRUE;
	return FALSE;
}

/* Whether the list is empty or says just this. */
static gboolean
repeats (const short *list, rn_local number)
{
	return !is_given (list) || (list[0] == number && list[1] == ICAL_RECURRENCE_ARRAY_MAX);
}

static gboolean
is_understood (const struct icalrecurrencetype *by, rn_local time_of_day)
{
	if (by->freq < ICAL_DAILY_RECURRENCE || by->freq > ICAL_YEARLY_RECURRENCE || by->interval < 1 || by->count < 0)
		return FALSE;
	if (!repeats (by->by_second, time_of_day % RN_MINUTE) || !repeats (by->by_minute, time_of_day % RN_HOUR / RN_MINUTE) ||
	    !repeats (by->by_hour, time_of_day / RN_HOUR) || is_given (by->by_week_no))
		return FALSE;
	return by->freq >= ICAL_MONTHLY_RECURRENCE || !has_ordinals (by);
}

static gboolean
read_until (rn_rule *rule, const char *text)
{
	g_auto (GStrv) parts = g_strsplit (text, ";", -1);

	for (char **part = parts; *part != NULL; part++)
		if (g_ascii_strncasecmp (*part, "UNTIL=", 6) == 0) {
			rule->has_until = TRUE;
			return rn_ics_time_read (*part + 6, &rule->until);
		}
	return TRUE;
}

static void
fill_in (rn_rule *rule)
{
	const struct icalrecurrencetype *by = &rule->by;
	struct day first = day_of (rule->first_day);

	if (is_given (by->by_day) || is_given (by->by_month_day) || is_given (by->by_year_day))
		return;
	if (by->freq == ICAL_WEEKLY_RECURRENCE)
		rule->weekday = first.weekday;
	if (by->freq >= ICAL_MONTHLY_RECURRENCE)
		rule->month_day = first.month_day;
	if (by->freq == ICAL_YEARLY_RECURRENCE && !is_given (by->by_month))
		rule->month = first.month;
}

rn_rule *
rn_rule_new (const char *text, rn_local start)
{
	gint64 first_day = floor_divide (start, RN_DAY);
	if (strlen (text) > RN_MAX_RULE_TEXT)
		return NULL;

	g_autoptr (rn_rule) rule = g_new0 (rn_rule, 1);
	rule->first_day = first_day;
	rule->weight = 1 + (guint) strlen (text) / 16;
	rule->by = icalrecurrencetype_from_string (text);
	gboolean is_gregorian = rule->by.rscale == NULL;
	g_clear_pointer (&rule->by.rscale, free);
	if (!is_gregorian || !is_understood (&rule->by, start - first_day * RN_DAY) || !read_until (rule, text))
		return NULL;
	fill_in (rule);
	return g_steal_pointer (&rule);
}

void
rn_rule_free (rn_rule *rule)
{
	g_free (rule);
}

gboolean
rn_rule_is_yearly (const rn_rule *rule)
{
	return rule->by.freq == ICAL_YEARLY_RECURRENCE && rule->by.interval == 1;
}

guint
rn_rule_count (const rn_rule *rule)
{
	return (guint) rule->by.count;
}

gboolean
rn_rule_until (const rn_rule *rule, struct rn_ics_time *until)
{
	*until = rule->until;
	return rule->has_until;
}

/* ---- Matching ---- */

/* Whether the list names the number, counted from the front or, as -1, from the end. */
static gboolean
names (const short *list, gsize size, int number, int length)
{
	for (gsize i = 0; i < size && list[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
		if (list[i] == number || list[i] == number - length - 1)
			return TRUE;
	return FALSE;
}

/* BYDAY: "MO", "2MO", "-1FR"; ordinals count within the month, and within the year
 * when the rule is yearly and names no month. */
static gboolean
names_weekday (const rn_rule *rule, const struct day *day)
{
	const struct icalrecurrencetype *by = &rule->by;
	gboolean in_year = by->freq == ICAL_YEARLY_RECURRENCE && !is_given (by->by_month);
	int at = in_year ? day->year_day : day->month_day, length = in_year ? day->year_length : day->month_length;

	for (gsize i = 0; i < G_N_ELEMENTS (by->by_day) && by->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++) {
		int position = icalrecurrencetype_day_position (by->by_day[i]);
		if ((int) icalrecurrencetype_day_day_of_week (by->by_day[i]) != day->weekday)
			continue;
		if (position == 0 || position == (at - 1) / 7 + 1 || position == -((length - at) / 7 + 1))
			return TRUE;
	}
	return FALSE;
}

static gboolean
matches_month (const rn_rule *rule, const struct day *day)
{
	const short *months = rule->by.by_month;

	if (is_given (months) && !names (months, ICAL_BY_MONTH_SIZE, day->month, 12))
		return FALSE;
	return rule->month == 0 || rule->month == day->month;
}

static gboolean
matches_day (const rn_rule *rule, const struct day *day)
{
	const struct icalrecurrencetype *by = &rule->by;

	if (is_given (by->by_month_day) &&
	    !names (by->by_month_day, G_N_ELEMENTS (by->by_month_day), day->month_day, day->month_length))
		return FALSE;
	if (is_given (by->by_year_day) &&
	    !names (by->by_year_day, G_N_ELEMENTS (by->by_year_day), day->year_day, day->year_length))
		return FALSE;
	if (is_given (by->by_day) && !names_weekday (rule, day))
		return FALSE;
	return (rule->month_day == 0 || rule->month_day == day->month_day) &&
	       (rule->weekday == 0 || rule->weekday == day->weekday);
}

/* ---- Periods ---- */

/* The first day of the day's week. */
static gint64
week_of (const rn_rule *rule, gint64 day)
{
	int start = rule->by.week_start != ICAL_NO_WEEKDAY ? (int) rule->by.week_start : (int) ICAL_MONDAY_WEEKDAY;
	return day - (day_of (day).weekday - start + 7) % 7;
}

static gint64
month_of (gint64 number)
{
	struct day day = day_of (number);
	return 12 * (gint64) day.year + day.month - 1;
}

gint64
rn_rule_period_of (const rn_rule *rule, gint64 day)
{
	gint64 units;

	switch (rule->by.freq) {
	case ICAL_DAILY_RECURRENCE:
		units = day - rule->first_day;
		break;
	case ICAL_WEEKLY_RECURRENCE:
		units = (week_of (rule, day) - week_of (rule, rule->first_day)) / 7;
		break;
	case ICAL_MONTHLY_RECURRENCE:
		units = month_of (day) - month_of (rule->first_day);
		break;
	default:
		units = day_of (day).year - day_of (rule->first_day).year;
	}
	return floor_divide (units, rule->by.interval);
}

/* The first day of the period; RN_LAST_DAY or more behind the end of time. */
static gint64
period_start (const rn_rule *rule, gint64 period)
{
	gint64 units = period * rule->by.interval, month;

	switch (rule->by.freq) {
	case ICAL_DAILY_RECURRENCE:
		return rule->first_day + units;
	case ICAL_WEEKLY_RECURRENCE:
		return week_of (rule, rule->first_day) + 7 * units;
	case ICAL_MONTHLY_RECURRENCE:
		month = month_of (rule->first_day) + units;
		break;
	default:
		month = 12 * (day_of (rule->first_day).year + units);
	}
	return month / 12 < 9999 ? day_number ((int) (month / 12), (int) (month % 12) + 1) : RN_LAST_DAY;
}

static int
period_length (const rn_rule *rule, const struct day *start)
{
	switch (rule->by.freq) {
	case ICAL_DAILY_RECURRENCE:
		return 1;
	case ICAL_WEEKLY_RECURRENCE:
		return 7;
	case ICAL_MONTHLY_RECURRENCE:
		return start->month_length;
	default:
		return start->year_length;
	}
}

/* Keeps the days at the positions that BYSETPOS names. */
static guint
keep_positions (const struct icalrecurrencetype *by, gint64 *days, guint n)
{
	guint kept = 0;

	if (!is_given (by->by_set_pos))
		return n;
	for (guint i = 0; i < n; i++)
		if (names (by->by_set_pos, G_N_ELEMENTS (by->by_set_pos), (int) i + 1, (int) n))
			days[kept++] = days[i];
	return kept;
}

guint
rn_rule_days (const rn_rule *rule, gint64 period, gint64 days[RN_MAX_RULE_DAYS], guint *work)
{
	guint n = 0, kept = 0;
	gint64 start = period >= 0 ? period_start (rule, period) : RN_LAST_DAY;
	if (start >= RN_LAST_DAY)
		return 0;

	struct day day = day_of (start);
	gint64 end = start + period_length (rule, &day);
	for (gboolean in_month; day.number < end; step (&day, !in_month)) {
		in_month = matches_month (rule, &day);
		if (in_month && matches_day (rule, &day))
			days[n++] = day.number;
		*work += rule->weight;
	}

	n = keep_positions (&rule->by, days, n);
	for (guint i = 0; i < n; i++)
		if (days[i] >= rule->first_day)
			days[kept++] = days[i];
	return kept;
}

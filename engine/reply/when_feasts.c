/* Feasts and seasons. */
#include "when_cursor.h"

/* Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
static gint32
easter_of (int year)
{
	int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

	return rn_when_day_of (year, n / 31, n % 31 + 1);
}

/* The first day, and how many more there are. Of month 0 `day` counts from Easter Sunday, and day 0 is the
 * fourth Thursday of its month. */
static const struct {
	int month, day, more;
} feasts[] = {
	[RN_EASTER] = { 0, -2, 3 },       [RN_PENTECOST] = { 0, 49, 1 },     [RN_CHRISTMAS] = { 12, 24, 2 },
	[RN_NEW_YEAR] = { 1, 1, 0 },      [RN_THANKSGIVING] = { 11, 0, 0 },  [RN_ASCENSION] = { 0, 39, 0 },
	[RN_CORPUS_CHRISTI] = { 0, 60, 0 }, [RN_CARNIVAL] = { 0, -52, 5 },   [RN_EPIPHANY] = { 1, 6, 0 },
	[RN_ALL_SAINTS] = { 11, 1, 0 },   [RN_ASSUMPTION] = { 8, 15, 0 },    [RN_GOOD_FRIDAY] = { 0, -2, 0 },
	[RN_EASTER_MONDAY] = { 0, 1, 0 }, [RN_WHIT_MONDAY] = { 0, 50, 0 },   [RN_LABOUR_DAY] = { 5, 1, 0 },
};

static gint32
fourth_thursday_of (int year, int month)
{
	gint32 first = rn_when_day_of (year, month, 22);

	return first + (4 - ((first - 1) % 7 + 1) + 7) % 7;
}

static void
days_of_feast (int feast, int year, gint32 *first, gint32 *last)
{
	int month = feasts[feast].month, day = feasts[feast].day;

	*first = month == 0 ? easter_of (year) + day
	         : day == 0 ? fourth_thursday_of (year, month) : rn_when_day_of (year, month, day);
	*last = *first + feasts[feast].more;
}

static void
days_of_season (int season, int year, gint32 *first, gint32 *last)
{
	*first = rn_when_day_of (year, season * 3, 1);
	*last = rn_when_day_of (season == 4 ? year + 1 : year, season == 4 ? 3 : season * 3 + 3, 1) - 1;
}

/* "after Easter", "im Herbst": this year's, unless it is over. */
gboolean
rn_when_take_season (struct rn_when_cursor *at, gboolean is_announced)
{
	struct rn_when_cursor try = *at;
	is_announced |= rn_when_take (&try, RN_WHEN_THIS) || rn_when_take (&try, RN_WHEN_NEXT) ||
	rn_when_take (&try, RN_WHEN_NEXT_WEEKS);
	int feast = rn_when_take (&try, RN_WHEN_FEAST), season = feast == 0 ? rn_when_take (&try, RN_WHEN_SEASON) : 0;
	gint32 first = 0, last = 0;

	if (feast == 0 && (season == 0 || !is_announced))
		return FALSE;
	int said = rn_when_take_year_behind (&try);
	for (int year = said > 0 ? said : rn_when_this_year (at); year <= rn_when_this_year (at) + 1 &&
	     (first == 0 || last < at->frame->today); year++)
		if (feast > 0)
			days_of_feast (feast, year, &first, &last);
		else
			days_of_season (season, year, &first, &last);
	return rn_when_set_days (at, try.i, first, last);
}

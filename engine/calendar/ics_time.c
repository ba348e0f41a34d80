#include "ics_time.h"

#include <libical/ical.h>
#include <string.h>

#define RN_FIRST_YEAR 1601 /* where Outlook lets its zones begin */
#define RN_MAX_ICS_DURATION (3660 * RN_DAY) /* ten years */
#define RN_MAX_ICS_DURATION_TEXT 32

/* The number that `n` digits give; -1 when they are no digits. */
static int
digits (const char *text, int n)
{
	int number = 0;

	for (int i = 0; i < n; i++) {
		if (!g_ascii_isdigit (text[i]))
			return -1;
		number = 10 * number + g_ascii_digit_value (text[i]);
	}
	return number;
}

rn_local
rn_local_day (int year, int month, int day)
{
	GDate date;
	g_date_clear (&date, 1);
	g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
	return ((rn_local) g_date_get_julian (&date) - 719163) * RN_DAY; /* GDate's number of 1970-01-01 */
}

gboolean
rn_ics_time_read (const char *text, struct rn_ics_time *time)
{
	g_autofree char *word = g_strstrip (g_strndup (text, 24));
	gsize length = strlen (word);
	int year = length >= 8 ? digits (word, 4) : -1, month = year >= RN_FIRST_YEAR ? digits (word + 4, 2) : -1;
	int day = month > 0 ? digits (word + 6, 2) : -1;

	if (day < 0 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
		return FALSE;
	*time = (struct rn_ics_time) { .local = rn_local_day (year, month, day), .is_date = length == 8 };
	if (time->is_date)
		return TRUE;
	if (g_ascii_toupper (word[8]) != 'T' || length < 15)
		return FALSE;

	int hour = digits (word + 9, 2), minute = digits (word + 11, 2), second = digits (word + 13, 2);
	time->is_utc = length == 16 && g_ascii_toupper (word[15]) == 'Z';
	time->local += hour * RN_HOUR + minute * RN_MINUTE + MIN (second, 59); /* 60: a leap second */
	gboolean is_hour = hour >= 0 && (hour < 24 || (hour == 24 && minute == 0 && second == 0)); /* ISO 8601's midnight */
	return (length == 15 || time->is_utc) && is_hour && minute >= 0 && minute < 60 && second >= 0 &&
	       second <= 60;
}

gboolean
rn_ics_duration_read (const char *text, rn_time *seconds)
{
	g_autofree char *word = g_strstrip (g_strndup (text, RN_MAX_ICS_DURATION_TEXT));
	struct icaldurationtype duration = icaldurationtype_from_string (word);

	if (icaldurationtype_is_bad_duration (duration))
		return FALSE;
	*seconds = 7 * RN_DAY * duration.weeks + RN_DAY * duration.days + RN_HOUR * duration.hours +
	           RN_MINUTE * duration.minutes + duration.seconds;
	if (*seconds > RN_MAX_ICS_DURATION)
		return FALSE;
	if (duration.is_neg)
		*seconds = -*seconds;
	return TRUE;
}

gboolean
rn_ics_offset_read (const char *text, gint32 *seconds)
{
	g_auto (GStrv) parts = g_strsplit (text, ":", 3); /* "+01:00" is ISO 8601's */
	g_autofree char *joined = g_strjoinv ("", parts), *word = g_strstrip (g_strndup (joined, 8));
	gsize length = strlen (word);
	gboolean has_seconds = length == 7;

	if ((length != 5 && !has_seconds) || (*word != '+' && *word != '-'))
		return FALSE;
	int hour = digits (word + 1, 2), minute = digits (word + 3, 2), second = has_seconds ? digits (word + 5, 2) : 0;
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
		return FALSE;
	*seconds = (gint32) (hour * RN_HOUR + minute * RN_MINUTE + second) * (*word == '-' ? -1 : 1);
	return TRUE;
}

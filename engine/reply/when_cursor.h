/* Where the grammar of dates stands in the words, and the parts it is made of; shared by
 * the files that read them, and by no one else. */
#ifndef RN_MAIL_WHEN_CURSOR_H
#define RN_MAIL_WHEN_CURSOR_H

#include "when_read.h"

struct rn_when_cursor {
	const struct rn_when_frame *frame;
	const struct rn_tokens *tokens;
	gsize i;
	struct rn_when_facts *facts;
	gboolean is_between; /* "and" joins two ends */
};

/* ---- Words and numbers at the cursor (when_cursor.c). What is taken moves the cursor;
 * what is not there leaves it, and gives 0 or FALSE. ---- */

/* No word is left. */
gboolean rn_when_at_end (const struct rn_when_cursor *at);

/* The phrase of this meaning that starts here, or NULL. */
const struct rn_phrase *rn_when_peek (const struct rn_when_cursor *at, enum rn_when_word word);

/* The word's value, and the cursor behind it; 0 when another word stands there. */
int rn_when_take (struct rn_when_cursor *at, enum rn_when_word word);

/* The sign before the word here, its number or -1, its size, and whether no space stands
 * before it. */
char rn_when_mark_here (const struct rn_when_cursor *at);
gint32 rn_when_number_here (const struct rn_when_cursor *at);
gsize rn_when_size_here (const struct rn_when_cursor *at);
gboolean rn_when_is_tight (const struct rn_when_cursor *at);

/* Whether a single sign parts the word from the one before: a year in "9.3.26", not in
 * "9.3.-13.3." */
gboolean rn_when_follows_one_sign (const struct rn_when_cursor *at);

/* A number in digits within limits, with the cursor behind it. */
gboolean rn_when_take_number (struct rn_when_cursor *at, gint32 least, gint32 most, int *number);

/* "2027", "'27" */
gboolean rn_when_take_year (struct rn_when_cursor *at, int *year);

/* In digits or in words. */
gboolean rn_when_take_count (struct rn_when_cursor *at, int *count);

/* "-" or a word for "to"; "and" only between two ends. */
gboolean rn_when_take_range_sign (struct rn_when_cursor *at, gboolean is_between);

/* "after", "from", "before", "until"; "between" sets is_range. */
enum rn_when_edge rn_when_take_edge (struct rn_when_cursor *at, gboolean *is_range);

/* Articles and prepositions inside a date. */
void rn_when_take_links (struct rn_when_cursor *at);

/* Words that may stand between two pieces. */
void rn_when_skip_links (struct rn_when_cursor *at);

/* The year behind a month. */
int rn_when_take_year_behind (struct rn_when_cursor *at);

/* ---- Times of day (when_time.c) ---- */

/* A time, or two with "to" or "-" between them. */
gboolean rn_when_take_times (struct rn_when_cursor *at, gboolean is_announced, gboolean is_between);

/* "at 3", "after 15:00", "between 2 and 4", "3pm" */
gboolean rn_when_take_time (struct rn_when_cursor *at);

/* "morning", "this evening" */
gboolean rn_when_take_part (struct rn_when_cursor *at);

/* ---- Days of the calendar (when_dates.c) ---- */

/* GDate's number of a day, 0 when there is no such day, and back. */
gint32 rn_when_day_of (int year, int month, int day);
void rn_when_split_day (gint32 julian, int *year, int *month, int *day);

int rn_when_this_year (const struct rn_when_cursor *at);

gboolean rn_when_set_days (struct rn_when_cursor *at, gsize behind, gint32 first, gint32 last);

gboolean rn_when_set_month (struct rn_when_cursor *at, gsize behind, int year, int month, int edge);

/* "2026-03-12", "2026-03-12T15:00" */
gboolean rn_when_take_iso (struct rn_when_cursor *at);

/* "12.3.", "12.3.2026", "12/3/26", "12-3-2026" */
gboolean rn_when_take_numeric (struct rn_when_cursor *at, gboolean is_announced);

/* "12 March", "12. März 2026", "1er mars", "12 de marzo de 2026", "5–9 May" */
gboolean rn_when_take_day_month (struct rn_when_cursor *at);

/* "March 12", "March 12th, 2026", "March 9-13", "in March", "Ende März", "March 2027" */
gboolean rn_when_take_month_first (struct rn_when_cursor *at, gboolean is_announced);

/* "día 12", "am 12.", "on the 12th" */
gboolean rn_when_take_day_of_month (struct rn_when_cursor *at, gboolean is_announced);

/* ---- Days counted from now, weeks, months, seasons (when_spans.c) ---- */

/* "next week", "la semaine prochaine", "dieses Jahr", "end of next month" */
gboolean rn_when_take_unit_ahead (struct rn_when_cursor *at);

/* "in two weeks", "dans 15 jours", "two weeks from now", "two weeks ago" */
gboolean rn_when_take_hence (struct rn_when_cursor *at);

/* "KW 12", "week 12": the first such week that is not long past. */
gboolean rn_when_take_week_number (struct rn_when_cursor *at);

/* ---- Days of the week (when_weekdays.c) ---- */

/* "Tuesday", "next Tuesday", "mardi prochain", "Tuesday week", "Dienstagnachmittag" */
gboolean rn_when_take_weekday (struct rn_when_cursor *at);

/* "Tuesday 12", "mardi 12": the day of the month on which that weekday falls. */
gboolean rn_when_take_day_behind_weekday (struct rn_when_cursor *at);

/* ---- Feasts and seasons (when_feasts.c) ---- */

/* "after Easter", "im Herbst": this year's, unless it is over. */
gboolean rn_when_take_season (struct rn_when_cursor *at, gboolean is_announced);

/* ---- What counts from the time that is offered (when_shift.c) ---- */

/* "an hour later", "30 minutes earlier", "eine Woche später" */
gboolean rn_when_take_shift (struct rn_when_cursor *at);

/* "at the same time" */
gboolean rn_when_take_same_time (struct rn_when_cursor *at);

#endif

#include "when_read.h"

#include <string.h>

#include "phrases.h"
#include "when_cursor.h"

#define MAX_PIECES 8           /* of one date: weekday, day, month, year, time, part of the day … */

/* "morgenochtend", "morgenmiddag" */
static gboolean
take_part_of_tomorrow (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int part = rn_when_take (&try, RN_WHEN_TOMORROW);

	if (part == 0 || !rn_when_set_days (at, try.i, at->frame->today + 1, at->frame->today + 1))
		return FALSE;
	at->facts->part = (enum rn_when_part) part;
	return TRUE;
}

/* "yesterday"; "hier" is another word where the language is not known. */
static gboolean
take_past_day (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int back = at->frame->tongues == RN_ANY_TONGUE ? 0 : rn_when_take (&try, RN_WHEN_PAST_DAY);

	if (back == 0 && take_part_of_tomorrow (at))
		return TRUE;
	at->facts->is_past |= back > 0;
	return back > 0 && rn_when_set_days (at, try.i, at->frame->today - back, at->frame->today - back);
}

static gboolean
take_date (struct rn_when_cursor *at, gboolean is_announced)
{
	struct rn_when_cursor try = *at;
	int day;

	if (at->facts->first > 0 || at->facts->minutes_hence > 0)
		return FALSE;
	if (rn_when_take_iso (at) || rn_when_take_hence (at) || rn_when_take_unit_ahead (at) ||
	    rn_when_take_week_number (at) || rn_when_take_day_month (at) ||
	    rn_when_take_numeric (at, is_announced) || rn_when_take_month_first (at, is_announced) ||
	    rn_when_take_day_of_month (at, is_announced) || rn_when_take_season (at, is_announced) ||
	    rn_when_take_day_behind_weekday (at))
		return TRUE;
	if (at->facts->weekday == 0 && (day = rn_when_take (&try, RN_WHEN_DAY)) > 0) {
		/* "heute in zwei Wochen" */
		if (!rn_mark_ends (rn_when_mark_here (&try)) && rn_when_take_hence (&try) && at->facts->first > 0 &&
		    !at->facts->is_past)
			return rn_when_set_days (at, try.i, at->facts->first + day - 1, at->facts->last + day - 1);
		at->facts->minutes_hence = 0;
		return rn_when_set_days (at, try.i, at->frame->today + day - 1, at->frame->today + day - 1);
	}
	return at->facts->weekday == 0 && take_past_day (at);
}

/* "I prefer Friday [to Tuesday]" */
static gboolean
is_preferred (const struct rn_when_cursor *at)
{
	struct rn_when_cursor before = *at;

	for (before.i = at->facts->start; before.i > 0 && rn_when_mark_here (&before) == '\0';) {
		before.i--;
		if (rn_when_peek (&before, RN_WHEN_PREFER))
			return TRUE;
	}
	return FALSE;
}

/* "to Friday", "– 9 May" behind a first day: the last one. */
static void
take_last_day (struct rn_when_cursor *at, gboolean is_between)
{
	struct rn_when_facts last = { .from = -1, .to = -1 };
	struct rn_when_cursor try = { at->frame, at->tokens, at->i, &last, is_between };

	if (at->facts->from >= 0 || (rn_when_peek (at, RN_WHEN_TO) && is_preferred (at)) ||
	    !rn_when_take_range_sign (&try, is_between))
		return;
	rn_when_take (&try, RN_WHEN_ON);
	rn_when_take_links (&try);
	gint32 start = at->facts->first;
	gboolean has_date = take_date (&try, TRUE);
	if (has_date && last.first > start && start > 0) {
		at->facts->last = last.last;
	} else if (!has_date && start > 0 && rn_when_take_weekday (&try)) {
		/* "from today until Friday", "… until Friday 20 March" */
		struct rn_when_cursor dated = try;
		rn_when_take_links (&dated);
		gboolean is_dated = take_date (&dated, TRUE) && last.first > start;
		at->facts->last = is_dated ? last.last : start + 1 + (last.weekday - 1 - start % 7 + 7) % 7;
		try = is_dated ? dated : try;
	} else if (start == 0 && at->facts->weekday > 0 && rn_when_take_weekday (&try)) {
		gint32 next = at->frame->today + 1 + (at->facts->weekday - 1 - at->frame->today % 7 + 7) % 7;
		at->facts->first = next;
		at->facts->last = next + (last.weekday - at->facts->weekday + 7) % 7;
		at->facts->weekday = 0;
	} else {
		return;
	}
	at->facts->has_end = TRUE;
	at->i = try.i;
}

/* A day with the words before it: "after the 12th of March", "from Monday to Friday". */
static gboolean
take_day (struct rn_when_cursor *at)
{
	struct rn_when_cursor plain = *at, try = *at;
	enum rn_when_edge edge = RN_EDGE_NONE;

	if (rn_when_take_weekday (&plain) || take_date (&plain, FALSE)) {
		at->i = plain.i;
	} else {
		edge = rn_when_take_edge (&try, &try.is_between);
		if (edge == RN_EDGE_NONE && !try.is_between)
			rn_when_take (&try, RN_WHEN_OF);
		rn_when_skip_links (&try);
		/* "no, en otoño": a comma parts the word from the date */
		if (try.i == at->i || rn_when_mark_here (&try) == ',' || rn_mark_ends (rn_when_mark_here (&try)) ||
		    (!rn_when_take_weekday (&try) && !take_date (&try, TRUE)))
			return FALSE;
		at->i = try.i;
	}
	if (edge != RN_EDGE_NONE)
		at->facts->day_edge = edge;
	take_last_day (at, try.is_between);
	if (at->facts->has_end) /* "from" that has its "to" is no open end */
		at->facts->day_edge = RN_EDGE_NONE;
	return TRUE;
}

static gboolean
take_piece (struct rn_when_cursor *at)
{
	return take_day (at) || rn_when_take_part (at) || rn_when_take_time (at) || rn_when_take_same_time (at);
}

/* A sentence ends the date, save for the full stop of "Tue." and "12. 3.". */
static gboolean
may_go_on (const struct rn_when_cursor *at)
{
	char mark = rn_when_mark_here (at);

	if (mark == '.' && at->i > 0) {
		const struct rn_token *last = rn_token_at (at->tokens, at->i - 1);
		return last->size <= 4 || last->number >= 0;
	}
	return !rn_mark_ends (mark) && mark != ':';
}

/* "10-11 on Thursday", "10.15 on Thursday": without the day it could be anything. In "2 - Thursday" the 2 is
 * a line of a list. */
static gboolean
take_range_and_day (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	char mark = rn_when_number_here (at) >= 0 && at->i + 1 < rn_tokens_count (at->tokens)
	            ? rn_token_at (at->tokens, at->i + 1)->mark : '\0';

	gboolean has_minutes = mark == '.' && rn_token_at (at->tokens, at->i + 1)->is_tight &&
	                       rn_token_at (at->tokens, at->i + 1)->size == 2 &&
	                       rn_token_at (at->tokens, at->i + 1)->number >= 0;
	if ((mark != '-' && !has_minutes) || !rn_when_take_times (&try, TRUE, FALSE))
		return FALSE;
	if ((has_minutes || at->facts->from != at->facts->to) && take_day (&try)) {
		at->i = try.i;
		return TRUE;
	}
	at->facts->from = at->facts->to = -1;
	return FALSE;
}

gboolean
rn_when_read (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize i,
              struct rn_when_facts *facts)
{
	struct rn_when_cursor at = { frame, tokens, i, facts, FALSE };

	*facts = (struct rn_when_facts) { .from = -1, .to = -1, .start = i };
	if (rn_when_take_shift (&at)) {
		facts->end = at.i;
		return TRUE;
	}
	if (!take_piece (&at) && !take_range_and_day (&at))
		return FALSE;
	for (int piece = 1; piece < MAX_PIECES && !rn_when_at_end (&at) && may_go_on (&at); piece++) {
		struct rn_when_cursor try = at;
		if (take_piece (&at))
			continue;
		rn_when_skip_links (&try);
		if (try.i == at.i || !take_piece (&try))
			break;
		at.i = try.i;
	}
	facts->end = at.i;
	return !facts->is_same_time || facts->first > 0 || facts->weekday > 0;
}

#include "thoughts_dates.h"

#include <string.h>

#include "clock.h"
#include "offered_days.h"
#include "quoted_list.h"
#include "when_words.h"

static gsize
token_at_byte (const struct rn_tokens *tokens, gsize from, gsize byte)
{
	while (from < rn_tokens_count (tokens) && rn_token_at (tokens, from)->at < byte)
		from++;
	return from;
}

/* "1 bis 3", "2 and 3 before 4": behind bare numbers another one is no hour. */
static gboolean
goes_on_lines (const struct rn_thoughts *thoughts, const struct rn_date_places *places)
{
	static const enum rn_when_word links[] = { RN_WHEN_UNTIL, RN_WHEN_TO, RN_WHEN_BEFORE, RN_WHEN_AFTER };
	const struct rn_tokens *tokens = &thoughts->tokens;
	int date = thoughts->n_dates;
	gsize first = places->first[date], end = places->end[date];

	if (thoughts->dates[date].has_day || first == 0 || rn_token_at (tokens, first - 1)->number < 0 ||
	    rn_token_at (tokens, end - 1)->number < 0 || (date > 0 && first == places->end[date - 1]))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (links); i++) {
		const struct rn_phrase *link = rn_lexicon_find (&rn_when_words, tokens, first,
		                                                rn_tongue_of (thoughts->language), links[i]);
		if (link != NULL && first + (gsize) link->n_words + 1 == end)
			return TRUE;
	}
	return FALSE;
}

/* The "2 u." of "1, 2 u. 3" and "1 u. Nr. 2": a word that joins numbers is no hour's before one of a single digit. */
static gboolean
joins_number (const struct rn_tokens *tokens, gsize end)
{
	const struct rn_token *last = rn_token_at (tokens, end - 1);

	if (end < rn_tokens_count (tokens) &&
	    rn_lexicon_find (&rn_phrases, tokens, end, RN_ANY_TONGUE, RN_MEANS_CHOICE) != NULL)
		end++;
	return last->number < 0 && (last->senses & (guint64) 1 << RN_WHEN_AND) != 0 && end < rn_tokens_count (tokens) &&
	       rn_token_at (tokens, end)->number >= 0 && rn_token_at (tokens, end)->size == 1;
}

/* "3pm", "half three", "3 May": a word that makes an hour or a day of a number. */
static gboolean
is_of_time (const struct rn_thoughts *thoughts, gsize word)
{
	static const enum rn_when_word words[] = { RN_WHEN_HOURS, RN_WHEN_AM, RN_WHEN_PM, RN_WHEN_NOON, RN_WHEN_HALF,
	                                           RN_WHEN_QUARTER, RN_WHEN_MINUTES_MORE, RN_WHEN_MONTH,
	                                           RN_WHEN_MONTH_SHORT, RN_WHEN_WEEKDAY, RN_WHEN_WEEKDAY_SHORT,
	                                           RN_WHEN_DAY, RN_WHEN_UNIT };

	for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
		if (rn_lexicon_find (&rn_when_words, &thoughts->tokens, word, rn_tongue_of (thoughts->language), words[i]))
			return TRUE;
	return FALSE;
}

/* Whether the hours between two words are nothing but numbers up to that one, and what joins them. */
static gboolean
are_lines (const struct rn_thoughts *thoughts, gsize first, gsize end, int last)
{
	for (gsize i = first; i < end; i++) {
		const struct rn_token *token = rn_token_at (&thoughts->tokens, i);
		gboolean is_minutes = i > first && rn_token_at (&thoughts->tokens, i - 1)->number >= 0 && token->is_tight &&
		                      strchr (":.", token->mark) != NULL;
		if (token->number < 0 ? is_of_time (thoughts, i) : token->number == 0 || token->number > last || is_minutes)
			return FALSE;
	}
	return last > 0;
}

/* "From 2 to 4", "vom 3. bis 5.", "3 au lieu du 2", "le 1er et le 3e" below a list of topics. */
static gboolean
names_lines (const struct rn_thoughts *thoughts, const struct rn_date_places *places, const char *quote)
{
	const struct rn_when *when = &thoughts->dates[thoughts->n_dates];
	gsize first = places->first[thoughts->n_dates], end = places->end[thoughts->n_dates];
	struct rn_quoted_list list;
	gboolean is_day = when->is_range || (!when->is_away && !when->is_excluded);

	if (when->has_part || !(when->has_day ? is_day : when->has_time) ||
	    !are_lines (thoughts, first, end, RN_MAX_QUOTED_LINES))
		return FALSE;
	rn_quoted_list_init (&list, quote);
	int last = rn_quoted_list_is_of_days (&list) ? 0 : rn_quoted_list_last (&list);
	rn_quoted_list_clear (&list);
	return are_lines (thoughts, first, end, last);
}

static void
find_dates (struct rn_thoughts *thoughts, gsize i, const char *quote, rn_time written, GTimeZone *zone,
            struct rn_date_places *places)
{
	thoughts->n_dates = 0;
	memset (thoughts->is_spent_date, 0, sizeof thoughts->is_spent_date);

	while (thoughts->n_dates < RN_MAX_DATES) {
		struct rn_when *when = &thoughts->dates[thoughts->n_dates];
		gsize from = i;
		if (!rn_when_find_in (&thoughts->tokens, &i, thoughts->language, written, zone, when))
			return;
		places->first[thoughts->n_dates] = token_at_byte (&thoughts->tokens, from, when->at);
		places->end[thoughts->n_dates] = i;
		if (!goes_on_lines (thoughts, places) && !joins_number (&thoughts->tokens, i) &&
		    !names_lines (thoughts, places, quote))
			thoughts->n_dates++;
	}
}

/* A whole day gets the time that was said for it elsewhere. */
static void
give_time (struct rn_when *day, const struct rn_when *time, GTimeZone *zone)
{
	if (!day->has_day || day->has_time || day->has_part || day->is_past ||
	    day->end - day->start > RN_DAY + RN_HOUR || day->end <= day->start)
		return;
	gboolean is_till_midnight = time->end - time->start > 0 && rn_at_clock (day->start, time->end, zone) <= day->start;
	day->end = time->start == time->end ? rn_at_clock (day->start, time->start, zone) : is_till_midnight ? day->end
	           : rn_at_clock (day->start, time->end, zone);
	day->start = rn_at_clock (day->start, time->start, zone);
	day->has_time = time->has_time;
	day->has_part = time->has_part;
}

/* "I'm away on Wednesday and Thursday": what is said of the first day is said of both. */
static void
share_absence (struct rn_thoughts *thoughts, const struct rn_date_places *places)
{
	const guint64 joins = (guint64) 1 << RN_WHEN_AND | (guint64) 1 << RN_WHEN_OR;

	for (int date = 1; date < thoughts->n_dates; date++) {
		gsize gap = places->end[date - 1];
		if (gap + 1 != places->first[date] || rn_token_at (&thoughts->tokens, gap)->mark != '\0' ||
		    (rn_token_at (&thoughts->tokens, gap)->senses & joins) == 0)
			continue;
		const struct rn_when *first = &thoughts->dates[date - 1];
		thoughts->dates[date].is_away |= !thoughts->dates[date].has_not &&
		(first->is_away || first->is_excluded);
	}
}

static gboolean
ends_between (const struct rn_tokens *tokens, gsize from, gsize to)
{
	for (gsize i = from; i <= to; i++) {
		gboolean is_ordinal = rn_token_at (tokens, i)->mark == '.' && i > 0 &&
		                      rn_token_at (tokens, i - 1)->number >= 0;
		if (rn_mark_ends (rn_token_at (tokens, i)->mark) && !is_ordinal)
			return TRUE;
	}
	return FALSE;
}

/* A sentence of its own that names hours alone: "Not before 2pm." behind the days. */
static gboolean
narrows (const struct rn_thoughts *thoughts, int date, const struct rn_date_places *places)
{
	return date > 0 && thoughts->dates[date - 1].has_day &&
	       ends_between (&thoughts->tokens, places->end[date - 1], places->first[date]);
}

/* What is left of a day within the hours. */
static void
narrow (struct rn_when *day, const struct rn_when *hours, GTimeZone *zone)
{
	if (!day->has_day || day->is_past || day->is_excluded || day->end == day->start ||
	    day->end - day->start > RN_DAY + RN_HOUR)
		return;
	rn_time from = rn_at_clock (day->start, hours->start, zone), to = rn_at_clock (day->start, hours->end, zone);
	if (to <= from) /* till midnight */
		to = day->end;
	if (MAX (from, day->start) >= MIN (to, day->end))
		return;
	day->start = MAX (from, day->start);
	day->end = MIN (to, day->end);
	day->has_time = TRUE;
}

/* "Tuesday or Thursday after 3", "on the 25th, any time before noon": a time holds for the
 * days before it, one list or one sentence. */
static void
share_times (struct rn_thoughts *thoughts, GTimeZone *zone, const struct rn_date_places *places)
{

	for (int date = 1; date < thoughts->n_dates; date++) {
		struct rn_when *time = &thoughts->dates[date];
		gboolean is_alone = !time->has_day && (time->has_time || time->has_part);
		if (is_alone && time->end > time->start && narrows (thoughts, date, places)) {
			for (int day = 0; day < date; day++)
				narrow (&thoughts->dates[day], time, zone);
			thoughts->is_spent_date[date] = TRUE;
			continue;
		}
		if (!is_alone && ((!time->has_time && !time->has_part) || !time->has_day))
			continue;
		for (int day = date - 1; day >= 0; day--) {
			gsize gap = places->first[day + 1] - places->end[day];
			if (ends_between (&thoughts->tokens, places->end[day], places->first[day + 1]) ||
			    !thoughts->dates[day].has_day ||
			    ((!is_alone || day < date - 1) && gap > 1))
				break;
			give_time (&thoughts->dates[day], time, zone);
			thoughts->is_spent_date[date] = is_alone;
		}
	}
}

void
rn_thoughts_find_dates (struct rn_thoughts *thoughts, gsize first, const char *quote, rn_time written, GTimeZone *zone,
                        struct rn_date_places *places)
{
	find_dates (thoughts, first, quote, written, zone, places);
	share_absence (thoughts, places);
	share_times (thoughts, zone, places);
	rn_fit_offered_days (thoughts->dates, thoughts->n_dates, quote, written, zone);
}

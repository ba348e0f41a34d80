/* Days of the week, by name. */
#include "when_cursor.h"

#include <string.h>

#include "phrases.h"

/* "Dienstagnachmittag", "dinsdagochtend": the weekday, and the part by its end. */
static int
take_compound (struct rn_when_cursor *at)
{
	static const char *const days[] = { "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
	                                    "sonntag",
		"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag" };
	static const struct {
		const char *word;
		enum rn_when_part part;
	} parts[] = { { "morgen", RN_MORNING }, { "vormittag", RN_MORNING }, { "fruh", RN_MORNING },
	              { "mittag", RN_MIDDAY },
		{ "nachmittag", RN_AFTERNOON }, { "abend", RN_EVENING }, { "ochtend", RN_MORNING }, { "middag", RN_AFTERNOON },
		{ "namiddag", RN_AFTERNOON }, { "avond", RN_EVENING } };
	const char *word = rn_when_at_end (at) ? "" : rn_token_word (at->tokens, at->i);

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

/* "a segunda opção": behind the article, unless it is the "a" of "de segunda a quarta". */
static gboolean
is_ordinal_of_list (const struct rn_when_cursor *at)
{
	struct rn_when_cursor before = *at;

	if (!(at->frame->tongues & RN_PT) || at->i == 0 || !g_str_equal (rn_token_word (at->tokens, at->i - 1), "a"))
		return FALSE;
	before.i = at->i - 2;
	return at->i == 1 || (!rn_when_peek (&before, RN_WHEN_WEEKDAY) &&
	                      !rn_when_peek (&before, RN_WHEN_WEEKDAY_SHORT));
}

static gboolean
joins (const struct rn_when_cursor *at)
{
	return rn_when_peek (at, RN_WHEN_OR) || rn_when_peek (at, RN_WHEN_AND);
}

/* "tue", "wed or fri": nothing but days, as thumbs write them. */
static gboolean
stands_in_row (const struct rn_when_cursor *at, const struct rn_when_cursor *behind)
{
	struct rn_when_cursor before = *at;

	before.i -= at->i > 0;
	return (at->i == 0 || rn_when_mark_here (at) == ',' || rn_when_mark_here (at) == '/' || joins (&before)) &&
	       (rn_when_at_end (behind) || rn_when_mark_here (behind) != '\0' || joins (behind));
}

/* Whether the short day at the cursor is joined to another one: "di oder mi", "mi, fr", and no "so oder so". */
static gboolean
is_beside_day (const struct rn_when_cursor *at, const struct rn_when_cursor *behind)
{
	struct rn_when_cursor before = *at, next = *behind;

	if (joins (&next))
		next.i++;
	else if (rn_when_at_end (&next) || strchr (",/", rn_when_mark_here (&next)) == NULL)
		next.i = at->i;
	before.i -= before.i > 0;
	if (at->i > 0 && rn_when_mark_here (at) == '\0' && joins (&before))
		before.i -= before.i > 0;
	else if (strchr (",/", rn_when_mark_here (at)) == NULL)
		before.i = at->i;
	const struct rn_when_cursor *const others[] = { &before, &next };
	for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
		if (others[i]->i != at->i && rn_when_peek (others[i], RN_WHEN_WEEKDAY_SHORT) != NULL &&
		    !g_str_equal (rn_token_word (at->tokens, others[i]->i), rn_token_word (at->tokens, at->i)))
			return TRUE;
	return FALSE;
}

/* "wed", and "fr" where it "passt", while "mon", "sat" and "sun" may be other words, and so may the German and the
 * Dutch Thursday and Sunday. */
static gboolean
is_no_other_word (const struct rn_when_cursor *at, const struct rn_phrase *day, const struct rn_when_cursor *behind)
{
	if (at->frame->tongues == RN_EN)
		return day->value >= 2 && day->value <= 5;
	return (day->tongues & at->frame->tongues & (RN_DE | RN_NL)) != 0 && day->value != 4 && day->value != 7 &&
	       at->frame->tongues != RN_ANY_TONGUE && !rn_when_at_end (behind) && rn_when_mark_here (behind) == '\0' &&
	       rn_lexicon_find (&rn_phrases, at->tokens, behind->i, at->frame->tongues, RN_MEANS_YES) != NULL;
}

/* "Tue", "Di.": other words too unless written as names are. */
static int
take_short_weekday (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	const struct rn_token *token = rn_when_at_end (at) ? NULL : rn_token_at (at->tokens, at->i);
	const struct rn_phrase *phrase = rn_when_peek (at, RN_WHEN_WEEKDAY_SHORT);

	if (phrase != NULL && is_ordinal_of_list (at))
		return 0;
	try.i++;
	if (phrase == NULL || at->frame->tongues == RN_ANY_TONGUE)
		return phrase != NULL && phrase->tongues == RN_EN && (token->is_upper || stands_in_row (at, &try))
		       ? rn_when_take (at, RN_WHEN_WEEKDAY_SHORT) : 0;
	if (is_no_other_word (at, phrase, &try) || is_beside_day (at, &try))
		return rn_when_take (at, RN_WHEN_WEEKDAY_SHORT);
	gboolean is_long = token->size > 3 || (token->size == 3 && stands_in_row (at, &try)); /* "terça", "Thurs" */
	gboolean has_number = rn_when_number_here (&try) > 0;
	if (!is_long && !token->is_upper && rn_when_mark_here (&try) != '.' && !has_number)
		return 0;
	if (rn_tokens_count (at->tokens) == 1)
		return phrase->value != 7 ? rn_when_take (at, RN_WHEN_WEEKDAY_SHORT) : 0;
	/* "So", "Do", "Mi" start sentences */
	char mark = rn_when_mark_here (&try);
	gboolean is_listed = mark == '.' || mark == ',' || mark == '-' || rn_when_peek (&try, RN_WHEN_OR) ||
	                     rn_when_peek (&try, RN_WHEN_AND) ||
	                     rn_when_peek (&try, RN_WHEN_UNTIL);
	if (token->size == 2 && rn_mark_ends (token->mark) && !is_listed && !has_number)
		return 0;
	return rn_when_take (at, RN_WHEN_WEEKDAY_SHORT);
}

/* "le mardi", "il martedì" are every Tuesday; so are "às terças". */
static gboolean
is_habitual (const struct rn_when_cursor *at, const struct rn_when_cursor *behind)
{
	const char *word = rn_token_word (at->tokens, behind->i - 1);
	const char *before = at->i > 0 ? rn_token_word (at->tokens, at->i - 1) : "";

	if (at->frame->tongues == RN_PT && g_str_has_suffix (word, "as"))
		return TRUE;
	if (rn_when_number_here (behind) >= 0 || rn_when_peek (behind, RN_WHEN_NEXT) ||
	    rn_when_peek (behind, RN_WHEN_LAST))
		return FALSE;
	return (at->frame->tongues == RN_FR && g_str_equal (before, "le")) ||
	       (at->frame->tongues == RN_IT && (g_str_equal (before, "il") || g_str_equal (before, "la")));
}

/* The "week" of "Tuesday week", and none of "Tuesday week 12"; the "after" that ends "the Tuesday after" */
static gboolean
take_week_on (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;

	if (rn_when_take (&try, RN_WHEN_WEEK_AFTER)) {
		if (!rn_when_at_end (&try) && rn_when_mark_here (&try) == '\0')
			return FALSE;
	} else if (!rn_when_take (&try, RN_WHEN_WEEK_ON) ||
	           (rn_when_mark_here (&try) == '\0' && rn_when_number_here (&try) >= 0)) {
		return FALSE;
	}
	at->i = try.i;
	return TRUE;
}

gboolean
rn_when_take_weekday (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	enum rn_when_word rule = RN_WHEN_NOTHING;
	static const enum rn_when_word rules[] = { RN_WHEN_NEXT, RN_WHEN_NEXT_WEEKS, RN_WHEN_THIS, RN_WHEN_LAST };

	if (at->facts->weekday > 0 || rn_when_peek (at, RN_WHEN_FEAST)) /* "viernes santo" */
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (rules) && rule == RN_WHEN_NOTHING; i++)
		if (rn_when_take (&try, rules[i]))
			rule = rules[i];
	int weekday = rn_when_take (&try, RN_WHEN_WEEKDAY);
	if (weekday == 0)
		weekday = take_short_weekday (&try);
	if (weekday == 0)
		weekday = take_compound (&try);
	if (weekday == 0)
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (rules) && rule == RN_WHEN_NOTHING && rn_when_mark_here (&try) == '\0'; i++) {
		struct rn_when_cursor behind = try;
		if (rules[i] != RN_WHEN_THIS && /* "quarta está bom" */
		    rn_when_take (&behind, rules[i]) && !rn_when_peek (&behind, RN_WHEN_UNIT)) {
			rule = rules[i];
			try = behind;
		}
	}
	at->facts->is_week_on = rn_when_mark_here (&try) == '\0' && take_week_on (&try);
	at->facts->is_past = rule == RN_WHEN_LAST;
	at->facts->is_every = weekday > 7 || (rule == RN_WHEN_NOTHING && is_habitual (at, &try));
	at->facts->rule = rule;
	at->facts->weekday = (weekday - 1) % 7 + 1;
	at->i = try.i;
	return TRUE;
}

/* "quarta às 15": an hour */
static gboolean
is_behind_at (const struct rn_when_cursor *at)
{
	struct rn_when_cursor before = *at;

	before.i -= at->i > 0;
	return before.i < at->i && rn_when_peek (&before, RN_WHEN_AT) != NULL;
}

/* "Tuesday 12", "mardi 12": the day of the month on which that weekday falls. */
gboolean
rn_when_take_day_behind_weekday (struct rn_when_cursor *at)
{
	struct rn_when_cursor try = *at;
	int day, unused, year, month;

	if (at->facts->weekday == 0 || at->facts->first > 0 || is_behind_at (at) || rn_when_peek (at, RN_WHEN_AT))
		return FALSE;
	rn_when_take_links (&try);
	rn_when_take (&try, RN_WHEN_ON);
	if (rn_when_size_here (&try) > 2 || !rn_when_take_number (&try, 1, 31, &day))
		return FALSE;
	rn_when_take (&try, RN_WHEN_SUFFIX);
	if (rn_when_mark_here (&try) == ':' || (rn_when_is_tight (&try) && rn_when_mark_here (&try) != ',' &&
	                                        rn_when_mark_here (&try) != '.') ||
	    rn_when_peek (&try, RN_WHEN_HOURS) || rn_when_peek (&try, RN_WHEN_PM) || rn_when_peek (&try, RN_WHEN_AM))
		return FALSE;
	if (rn_when_mark_here (&try) == '.' && rn_when_is_tight (&try) && rn_when_number_here (&try) >= 1 &&
	    rn_when_number_here (&try) <= 12)
		return FALSE; /* "Dienstag, der 24.3." */
	struct rn_when_cursor behind = try;
	rn_when_take_links (&behind);
	if (rn_when_peek (&behind, RN_WHEN_MONTH) || rn_when_peek (&behind, RN_WHEN_MONTH_SHORT))
		return FALSE; /* "Dienstag, den 17. März": a whole date */
	rn_when_split_day (at->frame->today, &year, &month, &unused);
	for (int ahead = 0; ahead < 3; ahead++, month = month % 12 + 1, year += month == 1) {
		gint32 found = rn_when_day_of (year, month, day);
		if (found >= at->frame->today && (found - 1) % 7 + 1 == at->facts->weekday)
			return rn_when_set_days (at, try.i, found, found);
	}
	return FALSE;
}

/* Dates and times in prose: "next Tuesday after 3", "am 12. März", "12/03/2026". */
#ifndef RN_MAIL_WHEN_H
#define RN_MAIL_WHEN_H

#include <glib.h>

#include "instant.h"

struct rn_when {
	rn_time start, end;    /* the instant (both the same), or the span that was meant, up to but not
	                        * including `end`: a day, a week, an afternoon; end 0: "from March on" */
	gboolean has_day;      /* a day was said, and not a time alone */
	gboolean has_time;     /* a time of day was said */
	gboolean is_shift;     /* "an hour later" than what is offered: `shift`, which alone is set */
	rn_time shift;         /* seconds; days and weeks are whole ones */
	gboolean is_same_time; /* at the hour that is offered */
	gboolean has_part;     /* "afternoon" */
	gboolean is_weekday;   /* the day was said as "Friday" and no more */
	gboolean is_range;     /* both ends were said */
	gboolean is_every;     /* "Tuesdays", "mornings": no single day */
	gboolean is_past;      /* "yesterday", "two weeks ago" */
	gboolean is_ambiguous; /* could be read in two ways: 3/4/2026 without a known language */
	gboolean is_excluded;  /* "not on Tuesdays" */
	gboolean is_away;      /* "on leave until Friday" */
	gboolean has_zone;     /* the clock was said, "9am GMT", or none is needed, "in two hours" */
	gboolean has_not;      /* a "not" beside it belongs to it: also that of "not before May" */
	gsize at, length;      /* where in the text, in bytes */
};

/* Finds the first date that is to come at or behind byte `from` of UTF-8 text. `language` is "en", "de",
 * "fr", "es", "it", "nl", "pt" or "" for unknown; relative words count from `written` in
 * `zone`. FALSE: none. */
gboolean rn_when_find (const char *text, gsize from, const char *language, rn_time written, GTimeZone *zone,
                       struct rn_when *when);

/* The same for words that were read already, and past dates too: the first at or behind
 * word *i, which becomes the first word behind it. */
struct rn_tokens;
gboolean rn_when_find_in (struct rn_tokens *tokens, gsize *i, const char *language, rn_time written, GTimeZone *zone,
                          struct rn_when *when);

#endif

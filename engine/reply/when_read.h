/* The grammar of dates and times in prose: words to facts. when.c makes instants of
 * them. */
#ifndef RN_MAIL_WHEN_READ_H
#define RN_MAIL_WHEN_READ_H

#include "when_words.h"

/* What relative words count from, and how 3/4 is read. */
struct rn_when_frame {
	int tongues;
	gint32 today;   /* GDate's day number of the writer's day */
	int order;      /* of 3/4/2026: 'd' day first, 'm' month first, 0 nobody knows */
};

enum rn_when_edge { RN_EDGE_NONE, RN_EDGE_AFTER, RN_EDGE_FROM, RN_EDGE_BEFORE, RN_EDGE_UNTIL };

struct rn_when_facts {
	gint32 first, last;       /* days, both inclusive; 0: none said */
	gint32 week;              /* a day of the week in which `weekday` lies, or 0 */
	int weekday;              /* 1 … 7, or 0 */
	enum rn_when_word rule;   /* NEXT, NEXT_WEEKS, THIS or NOTHING, of the weekday */
	enum rn_when_edge day_edge, time_edge;
	int from, to;             /* minutes of the day, or -1 */
	int minutes_hence;        /* "in two hours", or 0 */
	enum rn_when_part part;   /* or 0 */
	int shift;                /* minutes from the time that is offered: "an hour later", or 0 */
	gboolean is_week_on;      /* of the weekday: a week behind it, "Tuesday week" */
	gboolean is_same_time;    /* as that which is offered */
	gboolean is_of_today;     /* "this afternoon", "tonight" */
	gboolean is_ambiguous;
	gboolean has_end;         /* both ends of the days were said: "9 to 17 March" */
	gboolean is_every;        /* of the weekday: "Tuesdays" */
	gboolean is_past;         /* "last Tuesday", "two weeks ago": nothing that is to come */
	gboolean has_offset;      /* "9am GMT" */
	int offset;               /* minutes that the clock said is ahead of UTC */
	gsize start, end;         /* words that it took */
};

/* Reads a date or time at word i of words marked with rn_when_words; FALSE: none starts
 * there. */
gboolean rn_when_read (const struct rn_when_frame *frame, const struct rn_tokens *tokens, gsize i,
                       struct rn_when_facts *facts);

#endif

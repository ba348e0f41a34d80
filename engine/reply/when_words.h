/* The words of dates and times in seven languages. */
#ifndef RN_MAIL_WHEN_WORDS_H
#define RN_MAIL_WHEN_WORDS_H

#include "lexicon.h"

enum rn_when_word {
	RN_WHEN_NOTHING,
	RN_WHEN_WEEKDAY,       /* 1 … 7 from Monday; 8 … 14 the same in plural: "Tuesdays", "dienstags" */
	RN_WHEN_WEEKDAY_SHORT, /* 1 … 7; also other words, so a capital or a full stop is needed */
	RN_WHEN_MONTH,         /* 1 … 12 */
	RN_WHEN_MONTH_SHORT,   /* 1 … 12; needs a number beside it */
	RN_WHEN_DAY,           /* 1 today, 2 tomorrow, 3 the day after */
	RN_WHEN_PART,          /* enum rn_when_part */
	RN_WHEN_UNIT,          /* enum rn_when_unit */
	RN_WHEN_NEXT,          /* the upcoming one */
	RN_WHEN_NEXT_WEEKS,    /* as NEXT, but of a weekday the one of next week: "next", "volgende" */
	RN_WHEN_NEXT_BUT_ONE,  /* "übernächste", "after next" behind the unit */
	RN_WHEN_THIS,
	RN_WHEN_LAST,
	RN_WHEN_IN,
	RN_WHEN_HENCE,         /* "from now" behind a span */
	RN_WHEN_AFTER,
	RN_WHEN_FROM,
	RN_WHEN_OF,            /* as FROM, but only where an end follows: "vom 5. bis 9." */
	RN_WHEN_BEFORE,
	RN_WHEN_UNTIL,
	RN_WHEN_BETWEEN,
	RN_WHEN_AND,
	RN_WHEN_TO,
	RN_WHEN_AT,            /* a time of day follows */
	RN_WHEN_ON,            /* a day follows */
	RN_WHEN_DATE_OF,       /* "día 12": a day of the month follows */
	RN_WHEN_LINK,          /* articles and the like between parts of a date */
	RN_WHEN_HALF,          /* 1 "half past two", 2 "halb drei" */
	RN_WHEN_QUARTER,       /* 1 behind the hour, 2 before it: "quarter past", "Viertel vor" */
	RN_WHEN_MINUTES_MORE,  /* behind an hour: 1 "y cuarto", 2 "y media", 3 "menos cuarto" */
	RN_WHEN_HOURS,         /* "Uhr", "h", "o'clock" */
	RN_WHEN_AM,
	RN_WHEN_PM,
	RN_WHEN_NOON,          /* 1 noon, 2 midnight */
	RN_WHEN_NUMBER,        /* 1 … 12 */
	RN_WHEN_COUPLE,        /* "a couple of" */
	RN_WHEN_SUFFIX,        /* "th", "er", "º" behind a number */
	RN_WHEN_WEEK_NUMBER,
	RN_WHEN_EDGE,          /* 1 beginning, 2 middle, 3 end of, 4 and 5 halves, 6 first and 7 last week of */
	RN_WHEN_SEASON,        /* 1 spring … 4 winter, as north of the equator */
	RN_WHEN_FEAST,         /* enum rn_when_feast */
	RN_WHEN_NOT,
	RN_WHEN_OR,
	RN_WHEN_INSTEAD,       /* "instead of": as NOT, but only of what stands behind it */
	RN_WHEN_AWAY,          /* "on leave" */
	RN_WHEN_PREFER,        /* "I prefer": "to" behind its day begins no range */
	RN_WHEN_BACK,          /* "returning": the date behind it ends an absence */
	RN_WHEN_PAST_DAY,      /* 1 yesterday, 2 the day before */
	RN_WHEN_TOMORROW,      /* enum rn_when_part of tomorrow: "morgenochtend" */
	RN_WHEN_ZONE,          /* see zone_minutes of when_time.c */
	RN_WHEN_SHIFT,         /* behind a span: 1 "later", 2 "earlier" than what is offered */
	RN_WHEN_HALF_OF,       /* before a unit: "half an hour", "media hora" */
	RN_WHEN_SAME_TIME,     /* the hour that is offered */
	RN_WHEN_WEEK_ON,       /* behind a weekday: that of the week behind, "Tuesday week", "mardi en huit" */
	RN_WHEN_WEEK_AFTER,    /* the same where nothing follows: "the Tuesday after", "Dienstag darauf" */
	RN_WHEN_MINUTES,       /* between minutes and hour: 1 "ten past three", 2 "zehn vor drei" */
};

enum rn_when_part { RN_MORNING = 1, RN_MIDDAY, RN_AFTERNOON, RN_EVENING, RN_NIGHT };
enum rn_when_feast { RN_EASTER = 1, RN_PENTECOST, RN_CHRISTMAS, RN_NEW_YEAR, RN_THANKSGIVING, RN_ASCENSION, RN_CORPUS_CHRISTI,
                     RN_CARNIVAL, RN_EPIPHANY, RN_ALL_SAINTS, RN_ASSUMPTION, RN_GOOD_FRIDAY, RN_EASTER_MONDAY, RN_WHIT_MONDAY,
                     RN_LABOUR_DAY };
enum rn_when_unit { RN_UNIT_DAY = 1, RN_UNIT_WEEK, RN_UNIT_MONTH, RN_UNIT_YEAR, RN_UNIT_HOUR, RN_UNIT_MINUTE, RN_UNIT_WEEKEND,
                    RN_UNIT_QUARTER, RN_UNIT_FORTNIGHT };

/* Names of days and spans, and (when_links.c) what stands between and about them. */
extern struct rn_lexicon rn_when_words;
extern const struct rn_lexicon_row rn_when_links[];

#endif

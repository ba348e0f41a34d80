#include "unit.h"

#include <libical/ical.h>
#include <string.h>

#include "chance.h"
#include "clock.h"
#include "error.h"
#include "freebusy.h"
#include "holidays.h"
#include "recurrence.h"
#include "rule.h"

#define E "\r\n"
#define CALENDAR(lines) "BEGIN:VCALENDAR" E "VERSION:2.0" E lines "END:VCALENDAR" E
#define EVENT(lines) "BEGIN:VEVENT" E "UID:u" E lines "END:VEVENT" E

static rn_time
at (const char *text)
{
	rn_time time = 0;
	ck_assert_msg (rn_time_parse (text, &time, NULL), "“%s”", text);
	return time;
}

/* ---- Rules: the days of RFC 5545, 3.8.5.3 ---- */

static const struct {
	const char *rule;
	const char *start, *days; /* the first of them */
} rules[] = {
	{ "FREQ=DAILY;COUNT=10", "19970902",
	  "19970902 19970903 19970904 19970905 19970906 19970907 19970908 19970909 19970910 19970911" },
	{ "FREQ=DAILY;INTERVAL=10;COUNT=5", "19970902", "19970902 19970912 19970922 19971002 19971012" },
	{ "FREQ=DAILY;BYMONTH=1;UNTIL=20000131T140000Z", "19980130", "19980130 19980131 19990101 19990102" },
	{ "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "19970902", "19970902 19970916 19970930 19971014 19971028" },
	{ "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "19970902", "19970902 19970904 19970909 19970911 19970916 19970918" },
	{ "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR", "19970901",
	  "19970901 19970903 19970905 19970915 19970917 19970919 19970929" },
	{ "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805", "19970805 19970810 19970819 19970824" },
	{ "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805", "19970805 19970817 19970819 19970831" },
	{ "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "19970905", "19970905 19971003 19971107 19971205 19980102 19980206" },
	{ "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "19970907",
	  "19970907 19970928 19971102 19971130 19980104 19980125" },
	{ "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "19970922", "19970922 19971020 19971117 19971222 19980119 19980216" },
	{ "FREQ=MONTHLY;BYMONTHDAY=-3", "19970928", "19970928 19971029 19971128 19971229 19980129 19980226" },
	{ "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "19970930", "19970930 19971001 19971031 19971101 19971130 19971201" },
	{ "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "19970910",
	  "19970910 19970911 19970912 19970913 19970914 19970915 19990310" },
	{ "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "19970902", "19980213 19980313 19981113 19990813 20001013" },
	{ "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "19970913",
	  "19970913 19971011 19971108 19971213 19980110 19980207" },
	{ "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "19970904", "19970904 19971007 19971106" },
	{ "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "19970929", "19970929 19971030 19971127 19971230 19980129 19980226" },
	{ "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "20070115", "20070115 20070130 20070215 20070315 20070330" },
	{ "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "19970610", "19970610 19970710 19980610 19980710 19990610 19990710" },
	{ "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "19970310", "19970310 19990110 19990210 19990310 20010110 20010210" },
	{ "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "19970101",
	  "19970101 19970410 19970719 20000101 20000409 20000718 20030101" },
	{ "FREQ=YEARLY;BYDAY=20MO", "19970519", "19970519 19980518 19990517" },
	{ "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "19970313", "19970313 19970320 19970327 19980305 19980312" },
	{ "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "19961105", "19961105 20001107 20041102" },
	/* not of the RFC */
	{ "FREQ=YEARLY", "20240229", "20240229 20280229 20320229" },
	{ "FREQ=MONTHLY", "20260131", "20260131 20260331 20260531 20260731" },
	{ "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1", "20260302", "20260306 20260313 20260320" },
	{ "freq=weekly;byday=mo", "20260302", "20260302 20260309 20260316" },
	{ "FREQ=WEEKLY;BYDAY=SA,SU;WKST=SU", "20261227", "20261227 20270102 20270103 20270109" },
};

static gint64
day_number (const char *text)
{
	struct rn_ics_time time;
	ck_assert_msg (rn_ics_time_read (text, &time), "%s", text);
	return time.local / RN_DAY;
}

START_TEST (rule_gives_its_days)
{
	g_auto (GStrv) wanted = g_strsplit (rules[_i].days, " ", -1);
	g_autoptr (rn_rule) rule = rn_rule_new (rules[_i].rule, day_number (rules[_i].start) * RN_DAY);
	gint64 days[RN_MAX_RULE_DAYS], period = 0;
	guint n = 0, next = 0, work = 0;

	ck_assert_msg (rule != NULL, "%s", rules[_i].rule);
	for (char **day = wanted; *day != NULL; day++) {
		while (next == n) {
			n = rn_rule_days (rule, period++, days, &work);
			next = 0;
			ck_assert_msg (period < 4000, "%s: no %s", rules[_i].rule, *day);
		}
		ck_assert_msg (days[next] == day_number (*day), "%s: not %s", rules[_i].rule, *day);
		ck_assert_msg (rn_rule_period_of (rule, days[next]) == period - 1, "%s: period of %s", rules[_i].rule, *day);
		next++;
	}
}
END_TEST

static const char *const bad_rules[] = {
	"", "FREQ=", "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=30", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=10",
	"FREQ=DAILY;BYHOUR=9,10", "FREQ=DAILY;BYMINUTE=0", "FREQ=DAILY;BYSECOND=1",
	"FREQ=YEARLY;BYWEEKNO=20", "RSCALE=HEBREW;FREQ=YEARLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1",
	"FREQ=DAILY;UNTIL=20261399", "FREQ=DAILY;BYDAY=2MO", "FREQ=WEEKLY;BYDAY=1MO", "BYDAY=MO", "every day",
};

START_TEST (other_rules_are_refused)
{
	g_autoptr (rn_rule) rule = rn_rule_new (bad_rules[_i], 20000 * RN_DAY + 9 * RN_HOUR + 30 * RN_MINUTE);
	ck_assert_msg (rule == NULL, "“%s”", bad_rules[_i]);
}
END_TEST

/* libical's iterator as another road to the same days, where it is right and comes to
 * an end: rules by chance, the first 40 days each. */
#define CHANCE_RULES 120
#define CHANCE_DAYS 40

static const char *const frequencies[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
static const char *const parts[4][6] = {
	{ "", ";BYDAY=MO,WE", ";BYMONTH=3,10", ";BYMONTHDAY=1,15,28", ";BYMONTH=5;BYDAY=SA", ";WKST=SU" },
	{ "", ";BYDAY=MO,WE", ";BYDAY=SU,TU,FR;WKST=SU", ";BYMONTH=3,10;BYDAY=TH", ";BYDAY=SA,SU", ";WKST=TH" },
	{ "", ";BYDAY=2TU,-1FR", ";BYMONTHDAY=-1,7", ";BYDAY=MO,TU;BYSETPOS=-1,1", ";BYMONTH=1,4;BYDAY=WE",
	  ";BYMONTHDAY=13;BYDAY=FR" },
	{ "", ";BYMONTH=10;BYDAY=-1SU", ";BYMONTH=2,7", ";BYYEARDAY=-1,100", ";BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
	  ";BYDAY=MO;BYMONTH=1,6;BYSETPOS=2,-1" },
};

START_TEST (libical_finds_the_same_days)
{
	struct rn_chance chance = { 4711 };

	for (int i = 0; i < CHANCE_RULES; i++) {
		guint frequency = rn_chance_below (&chance, 4);
		g_autofree char *text = g_strdup_printf ("FREQ=%s;INTERVAL=%u%s", frequencies[frequency],
		                                         1 + rn_chance_below (&chance, 3),
		                                         parts[frequency][rn_chance_below (&chance, 6)]);
		gint64 first = 19000 + rn_chance_below (&chance, 3000), days[RN_MAX_RULE_DAYS], period = 0;
		g_autoptr (rn_rule) rule = rn_rule_new (text, first * RN_DAY);
		struct icaltimetype start = icaltime_from_timet_with_zone ((time_t) (first * RN_DAY), 1, NULL);
		icalrecur_iterator *iterator = icalrecur_iterator_new (icalrecurrencetype_from_string (text), start);
		guint n = 0, next = 0, work = 0;

		ck_assert_msg (rule != NULL && iterator != NULL, "%s", text);
		for (int found = 0; found < CHANCE_DAYS; found++, next++) {
			struct icaltimetype wanted = icalrecur_iterator_next (iterator);
			for (; next == n && period < 10000; next = 0)
				n = rn_rule_days (rule, period++, days, &work);
			if (icaltime_is_null_time (wanted))
				break;
			ck_assert_msg (next < n && days[next] * RN_DAY == icaltime_as_timet (wanted),
			               "%s from day %" G_GINT64_FORMAT ": not %s", text,
			               first, icaltime_as_ical_string (wanted));
		}
		icalrecur_iterator_free (iterator);
	}
}
END_TEST

/* ---- Occurrences ---- */

#define WEEKLY "DTSTART;TZID=Europe/Berlin:20260319T100000" E "DURATION:PT1H" E "RRULE:FREQ=WEEKLY;COUNT=4" E

static const struct {
	const char *name, *text;
	const char *starts; /* between 2026-03-01 and 2026-05-01 */
	gboolean complete;
} series[] = {
	{ "one meeting", CALENDAR (EVENT ("DTSTART:20260319T090000Z" E)), "2026-03-19T09:00:00Z", TRUE },
	{ "weekly over a change of the clock", CALENDAR (EVENT (WEEKLY)),
	  "2026-03-19T09:00:00Z 2026-03-26T09:00:00Z 2026-04-02T08:00:00Z 2026-04-09T08:00:00Z", TRUE },
	{ "without one", CALENDAR (EVENT (WEEKLY "EXDATE;TZID=Europe/Berlin:20260326T100000" E)),
	  "2026-03-19T09:00:00Z 2026-04-02T08:00:00Z 2026-04-09T08:00:00Z", TRUE },
	{ "without one, named in UTC, and one named by its day",
	  CALENDAR (EVENT (WEEKLY "EXDATE:20260402T080000Z" E "EXDATE;VALUE=DATE:20260409" E)),
	  "2026-03-19T09:00:00Z 2026-03-26T09:00:00Z", TRUE },
	{ "one moved",
	  CALENDAR (EVENT (WEEKLY) EVENT ("RECURRENCE-ID;TZID=Europe/Berlin:20260326T100000" E
	                                  "DTSTART;TZID=Europe/Berlin:20260327T140000" E)),
	  "2026-03-19T09:00:00Z 2026-03-27T13:00:00Z 2026-04-02T08:00:00Z 2026-04-09T08:00:00Z", TRUE },
	{ "one moved, in UTC, before its series",
	  CALENDAR (EVENT ("RECURRENCE-ID:20260326T090000Z" E "DTSTART:20260327T130000Z" E) EVENT (WEEKLY)),
	  "2026-03-19T09:00:00Z 2026-03-27T13:00:00Z 2026-04-02T08:00:00Z 2026-04-09T08:00:00Z", TRUE },
	{ "one cancelled",
	  CALENDAR (EVENT (WEEKLY) EVENT ("RECURRENCE-ID:20260326T090000Z" E "DTSTART:20260326T090000Z" E "STATUS:CANCELLED" E)),
	  "2026-03-19T09:00:00Z 2026-04-02T08:00:00Z 2026-04-09T08:00:00Z", TRUE },
	{ "cancelled whole", CALENDAR (EVENT (WEEKLY "STATUS:CANCELLED" E)), "", TRUE },
	{ "one more", CALENDAR (EVENT (WEEKLY "RDATE;TZID=Europe/Berlin:20260320T100000,20260326T100000" E)),
	  "2026-03-19T09:00:00Z 2026-03-20T09:00:00Z 2026-03-26T09:00:00Z 2026-04-02T08:00:00Z 2026-04-09T08:00:00Z", TRUE },
	{ "dates alone", CALENDAR (EVENT ("DTSTART:20260319T090000Z" E "RDATE;VALUE=PERIOD:20260401T090000Z/PT2H" E)),
	  "2026-03-19T09:00:00Z 2026-04-01T09:00:00Z", TRUE },
	{ "until an instant", CALENDAR (EVENT ("DTSTART;TZID=Europe/Berlin:20260319T100000" E
	                                       "RRULE:FREQ=WEEKLY;UNTIL=20260402T080000Z" E)),
	  "2026-03-19T09:00:00Z 2026-03-26T09:00:00Z 2026-04-02T08:00:00Z", TRUE },
	{ "until a day", CALENDAR (EVENT ("DTSTART;TZID=Europe/Berlin:20260319T100000" E "RRULE:FREQ=WEEKLY;UNTIL=20260402" E)),
	  "2026-03-19T09:00:00Z 2026-03-26T09:00:00Z 2026-04-02T08:00:00Z", TRUE },
	{ "since years", CALENDAR (EVENT ("DTSTART;TZID=Europe/Berlin:20150319T100000" E "RRULE:FREQ=MONTHLY;BYDAY=3TH" E)),
	  "2026-03-19T09:00:00Z 2026-04-16T08:00:00Z", TRUE },
	{ "counted since years", CALENDAR (EVENT ("DTSTART:20250320T090000Z" E "RRULE:FREQ=WEEKLY;COUNT=54" E)),
	  "2026-03-05T09:00:00Z 2026-03-12T09:00:00Z 2026-03-19T09:00:00Z 2026-03-26T09:00:00Z", TRUE },
	{ "over before", CALENDAR (EVENT ("DTSTART:20250320T090000Z" E "RRULE:FREQ=WEEKLY;COUNT=10" E)), "", TRUE },
	{ "a long one that began before", CALENDAR (EVENT ("DTSTART:20260227T090000Z" E "DTEND:20260302T090000Z" E)),
	  "2026-02-27T09:00:00Z", TRUE },
	{ "a rule that is not understood", CALENDAR (EVENT ("DTSTART:20260319T090000Z" E "RRULE:FREQ=HOURLY" E)),
	  "2026-03-19T09:00:00Z", FALSE },
	{ "a zone that is unknown", CALENDAR (EVENT ("DTSTART;TZID=Mars:20260319T090000" E)), "", FALSE },
	{ "no start", CALENDAR (EVENT ("")), "", FALSE },
	{ "cut off", "BEGIN:VCALENDAR" E EVENT ("DTSTART:20260319T090000Z" E), "2026-03-19T09:00:00Z", FALSE },
};

static char *
starts_of (const char *text, rn_time from, rn_time until, gboolean *complete)
{
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);
	g_autoptr (rn_ics) ics = rn_ics_new (text, strlen (text), RN_MAX_ICS);
	g_autoptr (rn_zones) zones = rn_zones_new (ics, berlin);
	guint unread = 0;
	g_autoptr (GArray) occurrences = rn_occurrences (ics, zones, from, until, RN_MAIL_WORK, &unread);
	GString *all = g_string_new (NULL);

	*complete = unread == ics->n_components && ics->is_complete;

	for (guint i = 0; i < occurrences->len; i++) {
		g_autofree char *start = rn_time_text (g_array_index (occurrences, struct rn_occurrence, i).span.start);
		g_string_append_printf (all, "%s%s", i > 0 ? " " : "", start);
	}
	return g_string_free (all, FALSE);
}

START_TEST (occurrences_are_found)
{
	gboolean complete;
	g_autofree char *starts = starts_of (series[_i].text, at ("2026-03-01"), at ("2026-05-01"), &complete);
	ck_assert_msg (g_str_equal (starts, series[_i].starts), "%s: %s", series[_i].name, starts);
	ck_assert_msg (complete == series[_i].complete, "%s: complete is %d", series[_i].name, complete);
}
END_TEST

START_TEST (occurrences_come_to_an_end)
{
	gboolean complete;
	const char *daily = CALENDAR (EVENT ("DTSTART:20260301T090000Z" E "RRULE:FREQ=DAILY" E));
	const char *weekly = CALENDAR (EVENT ("DTSTART:20260301T090000Z" E "RRULE:FREQ=WEEKLY" E));
	g_autofree char *days = starts_of (daily, at ("2026-03-01"), G_MAXINT64, &complete);
	ck_assert_uint_eq (strlen (days), RN_MAX_OCCURRENCES * 21 - 1);
	ck_assert (!complete);
	g_autofree char *weeks = starts_of (weekly, at ("2026-03-01"), G_MAXINT64, &complete);
	ck_assert_uint_eq (strlen (weeks), (RN_OCCURRENCE_HORIZON / (7 * RN_DAY) + 1) * 21 - 1);
	ck_assert (complete);
}
END_TEST

/* ---- Holidays ---- */

static char *
spans_text (const GArray *spans)
{
	GString *all = g_string_new (NULL);

	for (guint i = 0; i < spans->len; i++) {
		const struct rn_span *span = &g_array_index (spans, struct rn_span, i);
		g_autofree char *start = rn_time_text (span->start), *end = rn_time_text (span->end);
		g_string_append_printf (all, "%s%s/%s", i > 0 ? " " : "", start, end);
	}
	return g_string_free (all, FALSE);
}

#define BOXES "BEGIN:VEVENT" E "BEGIN:A" E "BEGIN:A" E "BEGIN:A" E "BEGIN:A" E

static const struct {
	const char *name, *text, *spans; /* of 2026 in Berlin, or the error */
} holidays[] = {
	{ "one day", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260501" E "DTEND;VALUE=DATE:20260502" E)),
	  "2026-04-30T22:00:00Z/2026-05-01T22:00:00Z" },
	{ "without an end", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260501" E)), "2026-04-30T22:00:00Z/2026-05-01T22:00:00Z" },
	{ "the day that has 23 hours", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260329" E)),
	  "2026-03-28T23:00:00Z/2026-03-29T22:00:00Z" },
	{ "every year, and its neighbour",
	  CALENDAR (EVENT ("DTSTART;VALUE=DATE:19951225" E "RRULE:FREQ=YEARLY" E)
	            "BEGIN:VEVENT" E "UID:v" E "DTSTART;VALUE=DATE:20261226" E "END:VEVENT" E),
	  "2026-12-24T23:00:00Z/2026-12-26T23:00:00Z" },
	{ "a local midnight to the next", CALENDAR (EVENT ("DTSTART;TZID=Europe/Berlin:20260501T000000" E
	                                                   "DTEND;TZID=Europe/Berlin:20260502T000000" E)),
	  "2026-04-30T22:00:00Z/2026-05-01T22:00:00Z" },
	{ "half a day", CALENDAR (EVENT ("DTSTART;TZID=Europe/Berlin:20261224T120000" E
	                                 "DTEND;TZID=Europe/Berlin:20261225T000000" E)), "" },
	{ "of another year", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20270501" E)), "" },
	{ "none", CALENDAR (""), "" },
	{ "no calendar", "1 May" E, "it is no calendar: there is no line “BEGIN:VCALENDAR”" },
	{ "an empty file", "", "it is no calendar: there is no line “BEGIN:VCALENDAR”" },
	{ "no such day",
	  CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260501" E) EVENT ("SUMMARY:Labour\\nDay" E "DTSTART;VALUE=DATE:20260532" E)),
	  "its event “Labour Day” has a time or a rule that cannot be read" },
	{ "no such rule, no title", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260501" E "RRULE:FREQ=SOMETIMES" E)),
	  "its event “u” has a time or a rule that cannot be read" },
	{ "cut off", "BEGIN:VCALENDAR" E "BEGIN:VEVENT" E "DTSTART;VALUE=DATE:20260501" E,
	  "it was cut off: the last “END:” is missing" },
	{ "boxes in boxes", CALENDAR (BOXES BOXES), "its parts stand within each other more than 8 deep" },
};

START_TEST (holidays_are_read)
{
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);
	g_autoptr (GError) error = NULL;
	g_autoptr (GArray) days = rn_holidays_read (holidays[_i].text, strlen (holidays[_i].text), berlin, at ("2026-01-01"),
	                                            at ("2026-12-31"), &error);

	ck_assert_msg (days != NULL || g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", holidays[_i].name);
	g_autofree char *text = days != NULL ? spans_text (days) : g_strdup (error->message);
	ck_assert_msg (g_str_equal (text, holidays[_i].spans), "%s: %s", holidays[_i].name, text);
}
END_TEST

START_TEST (a_file_of_holidays_is_not_endless)
{
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);
	g_autoptr (GError) error = NULL;
	g_autoptr (GString) text = g_string_new (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260501" E)));

	while (text->len <= RN_MAX_PUBLISHED_ICS)
		g_string_append_printf (text, "%01000d" E, 0);
	g_autofree char *wanted = g_strdup_printf ("it has %u bytes, and a file of holidays at most 8388608", (guint) text->len);
	g_autoptr (GArray) days = rn_holidays_read (text->str, text->len, berlin, at ("2026-01-01"), at ("2026-12-31"), &error);
	ck_assert (days == NULL && g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
	ck_assert_str_eq (error->message, wanted);
}
END_TEST

/* ---- Free and busy ---- */

#define FREEBUSY(lines) "BEGIN:VFREEBUSY" E "UID:f" E lines "END:VFREEBUSY" E
#define BOUNDS "DTSTART:20260401T000000Z" E "DTEND:20260408T000000Z" E
#define ALL "2026-04-01T00:00:00Z/2026-04-30T00:00:00Z"

static const struct {
	const char *name, *text, *busy, *known; /* of 2026-04-01 up to 30 */
	gboolean complete;
} publications[] = {
	{ "periods by end and by length, of all kinds",
	  CALENDAR (FREEBUSY (BOUNDS "FREEBUSY:20260402T100000Z/20260402T110000Z,20260402T140000Z/PT30M" E
	                      "FREEBUSY;FBTYPE=FREE:20260403T100000Z/PT1H" E
	                      "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260404T100000Z/PT1H" E
	                      "FREEBUSY;fbtype=busy-unavailable:20260404T110000Z/PT1H" E)),
	  "2026-04-02T10:00:00Z/2026-04-02T11:00:00Z 2026-04-02T14:00:00Z/2026-04-02T14:30:00Z "
	  "2026-04-04T10:00:00Z/2026-04-04T12:00:00Z", "2026-04-01T00:00:00Z/2026-04-08T00:00:00Z", TRUE },
	{ "free all along", CALENDAR (FREEBUSY (BOUNDS)), "", "2026-04-01T00:00:00Z/2026-04-08T00:00:00Z", TRUE },
	{ "no bounds: known is what is said", CALENDAR (FREEBUSY ("FREEBUSY:20260402T100000Z/PT1H,20260403T100000Z/PT1H" E)),
	  "2026-04-02T10:00:00Z/2026-04-02T11:00:00Z 2026-04-03T10:00:00Z/2026-04-03T11:00:00Z",
	  "2026-04-02T10:00:00Z/2026-04-03T11:00:00Z", TRUE },
	{ "a week after the other",
	  CALENDAR (FREEBUSY (BOUNDS)
	            FREEBUSY ("DTSTART:20260408T000000Z" E "DTEND:20260415T000000Z" E "FREEBUSY:20260409T100000Z/PT1H" E)),
	  "2026-04-09T10:00:00Z/2026-04-09T11:00:00Z", "2026-04-01T00:00:00Z/2026-04-15T00:00:00Z", TRUE },
	{ "nothing is known between two weeks",
	  CALENDAR (FREEBUSY ("DTSTART:20260415T000000Z" E "DTEND:20260422T000000Z" E "FREEBUSY:20260416T100000Z/PT1H" E)
	            FREEBUSY (BOUNDS)),
	  "2026-04-16T10:00:00Z/2026-04-16T11:00:00Z", "2026-04-01T00:00:00Z/2026-04-08T00:00:00Z", TRUE },
	{ "events beside free and busy times",
	  CALENDAR (FREEBUSY (BOUNDS "FREEBUSY:20260402T100000Z/PT1H" E) EVENT ("DTSTART:20260403T100000Z" E "DURATION:PT1H" E)),
	  "2026-04-02T10:00:00Z/2026-04-02T11:00:00Z 2026-04-03T10:00:00Z/2026-04-03T11:00:00Z",
	  "2026-04-01T00:00:00Z/2026-04-08T00:00:00Z", TRUE },
	{ "nothing is said", CALENDAR (FREEBUSY ("")), "", "/", TRUE },
	{ "beyond what is asked", CALENDAR (FREEBUSY ("DTSTART:20260101T000000Z" E "DTEND:20270101T000000Z" E
	                                              "FREEBUSY:20260331T230000Z/PT2H,20260501T000000Z/PT1H" E)),
	  "2026-04-01T00:00:00Z/2026-04-01T01:00:00Z", ALL, TRUE },
	{ "a bad period", CALENDAR (FREEBUSY (BOUNDS "FREEBUSY:20260402T100000Z,20260403T100000Z/PT1H" E)),
	  "2026-04-03T10:00:00Z/2026-04-03T11:00:00Z", "2026-04-01T00:00:00Z/2026-04-08T00:00:00Z", FALSE },
	{ "Radicale: one each, of all kinds",
	  CALENDAR (FREEBUSY ("DTSTART:20260402T100000Z" E "DTEND:20260402T110000Z" E "FBTYPE:BUSY" E)
	            FREEBUSY ("DTSTART:20260402T110000Z" E "DTEND:20260402T120000Z" E "FBTYPE:BUSY-TENTATIVE" E)
	            FREEBUSY ("DTSTART:20260403T110000Z" E "DTEND:20260403T120000Z" E "FBTYPE:FREE" E)),
	  "2026-04-02T10:00:00Z/2026-04-02T12:00:00Z", ALL, TRUE },
	{ "Radicale: nothing", CALENDAR (""), "", ALL, TRUE },
	{ "events", CALENDAR (EVENT ("DTSTART;TZID=Europe/Berlin:20260402T120000" E "DTEND;TZID=Europe/Berlin:20260402T130000" E
	                             "RRULE:FREQ=WEEKLY;COUNT=2" E)),
	  "2026-04-02T10:00:00Z/2026-04-02T11:00:00Z 2026-04-09T10:00:00Z/2026-04-09T11:00:00Z", ALL, TRUE },
	{ "events that take no time", CALENDAR (EVENT ("DTSTART:20260402T100000Z" E "DURATION:PT1H" E "TRANSP:TRANSPARENT" E)
	  EVENT ("DTSTART:20260403T100000Z" E "DURATION:PT1H" E "STATUS:CANCELLED" E) EVENT ("DTSTART:20260404T100000Z" E)), "",
	  ALL, TRUE },
	{ "a whole day", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260402" E)), "2026-04-01T22:00:00Z/2026-04-02T22:00:00Z", ALL,
	  TRUE },
	{ "an unknown zone", CALENDAR (EVENT ("DTSTART;TZID=Mars:20260402T100000" E "DURATION:PT1H" E)), "", ALL, FALSE },
	{ "cut off", "BEGIN:VCALENDAR" E EVENT ("DTSTART:20260402T100000Z" E "DURATION:PT1H" E),
	  "2026-04-02T10:00:00Z/2026-04-02T11:00:00Z", ALL, FALSE },
};

START_TEST (busy_times_are_read)
{
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);
	g_autoptr (GError) error = NULL;
	struct rn_freebusy freebusy;

	rn_freebusy_read (publications[_i].text, strlen (publications[_i].text), berlin, at ("2026-04-01"), at ("2026-04-30"),
	                  &freebusy, &error);
	rn_assert_no_error (error);
	g_autofree char *busy = spans_text (freebusy.busy);
	g_autofree char *start = rn_time_text (freebusy.known.start), *end = rn_time_text (freebusy.known.end);
	g_autofree char *known = g_strdup_printf ("%s/%s", start, end);
	ck_assert_msg (g_str_equal (busy, publications[_i].busy), "%s: %s", publications[_i].name, busy);
	ck_assert_msg (g_str_equal (known, publications[_i].known), "%s: known %s", publications[_i].name, known);
	ck_assert_msg (freebusy.complete == publications[_i].complete, "%s: complete is %d", publications[_i].name,
	               freebusy.complete);
	rn_freebusy_clear (&freebusy);
}
END_TEST

START_TEST (a_login_page_is_no_calendar)
{
	const char *text = "<html><body>Please log in</body></html>";
	g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
	g_autoptr (GError) error = NULL;
	struct rn_freebusy freebusy;

	ck_assert (!rn_freebusy_read (text, strlen (text), utc, at ("2026-04-01"), at ("2026-04-30"), &freebusy, &error));
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
	rn_freebusy_clear (&freebusy);
}
END_TEST

static Suite *
recurrence_suite (void)
{
	Suite *suite = suite_create ("recurrence");
	TCase *rules_case = tcase_create ("rules"), *all = tcase_create ("occurrences"), *published = tcase_create ("published");

	tcase_add_loop_test (rules_case, rule_gives_its_days, 0, G_N_ELEMENTS (rules));
	tcase_add_loop_test (rules_case, other_rules_are_refused, 0, G_N_ELEMENTS (bad_rules));
	tcase_add_test (rules_case, libical_finds_the_same_days);
	tcase_add_loop_test (all, occurrences_are_found, 0, G_N_ELEMENTS (series));
	tcase_add_test (all, occurrences_come_to_an_end);
	tcase_add_loop_test (published, holidays_are_read, 0, G_N_ELEMENTS (holidays));
	tcase_add_test (published, a_file_of_holidays_is_not_endless);
	tcase_add_loop_test (published, busy_times_are_read, 0, G_N_ELEMENTS (publications));
	tcase_add_test (published, a_login_page_is_no_calendar);
	suite_add_tcase (suite, rules_case);
	suite_add_tcase (suite, all);
	suite_add_tcase (suite, published);
	return suite;
}

RN_UNIT_MAIN (recurrence_suite ())

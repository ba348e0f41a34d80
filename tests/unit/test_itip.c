#include "unit.h"

#include <string.h>
#include <time.h>

#include "chance.h"
#include "clock.h"
#include "itip.h"

#define E "\r\n"
#define HEAD "BEGIN:VCALENDAR" E "PRODID:-//Example//Calendar//EN" E "VERSION:2.0" E
#define EVENT(lines) "BEGIN:VEVENT" E "UID:u1@example.org" E "DTSTAMP:20260301T100000Z" E "SEQUENCE:2" E lines "END:VEVENT" E
#define TAIL "END:VCALENDAR" E
#define CALENDAR(method, lines) HEAD "METHOD:" method E EVENT (lines) TAIL
#define OURS "ORGANIZER;CN=Mentoring:mailto:mentoring+tok@example.org" E
#define ADA "ATTENDEE;CN=Ada;PARTSTAT=ACCEPTED:mailto:ada@example.com" E
#define TIMES "DTSTART:20260402T100000Z" E "DTEND:20260402T110000Z" E
#define REPLY(lines) CALENDAR ("REPLY", OURS lines)
#define START_IN(tzid) "DTSTART;TZID=" tzid ":20260402T100000" E

/* Outlook's zones begin in 1601. */
#define RULES(name)                                                                                                     \
	"BEGIN:VTIMEZONE" E "TZID:" name E "BEGIN:STANDARD" E "DTSTART:16011028T030000" E                               \
	"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" E "TZOFFSETFROM:+0200" E "TZOFFSETTO:+0100" E "END:STANDARD" E        \
	"BEGIN:DAYLIGHT" E "DTSTART:16010325T020000" E "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" E "TZOFFSETFROM:+0100" E \
	"TZOFFSETTO:+0200" E "END:DAYLIGHT" E "END:VTIMEZONE" E
#define WITH_ZONE(zone, lines) HEAD "METHOD:REPLY" E zone EVENT (OURS ADA lines) TAIL

struct row {
	const char *name, *text;
	const char *parameter, *from, *floating; /* of the mail; NULL: none */
	/* what must come of it; NULL: "", or not looked at in notes */
	const char *reason;
	const char *method, *attendee, *partstat;
	const char *start; /* of the first item */
	const char *note;
};

static const struct row rows[] = {
	/* Methods: Q7, Q8 */
	{ "plain reply", REPLY (ADA TIMES), "REPLY", "ada@example.com", NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "Q7 method in the calendar only", REPLY (ADA TIMES), NULL, "ada@example.com", NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "Q7 method of the mail only", HEAD EVENT (OURS ADA TIMES) TAIL, "reply", NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "method of the mail used" },
	{ "Q7 the calendar's method wins", REPLY (ADA TIMES), "REQUEST", NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "method of the calendar used" },
	{ "no method at all", HEAD EVENT (OURS ADA TIMES) TAIL, NULL, NULL, NULL,
	  NULL, "PUBLISH", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "no method: taken as published" },
	{ "Q8 lower case", "begin:vcalendar" E "method:reply" E "begin:vevent" E "uid:u1@example.org" E
	  "organizer:MAILTO:m@example.org" E
	  "attendee;partstat=declined:MAILTO:Ada@Example.COM" E "dtstart:20260402t100000z" E "end:vevent" E "end:vcalendar" E,
	  "reply", NULL, NULL, NULL, "REPLY", "ada@example.com", "DECLINED", "2026-04-02T10:00:00Z", NULL },
	{ "unknown method", CALENDAR ("SUMMON", OURS ADA TIMES), NULL, NULL, NULL,
	  "bad-calendar", "SUMMON", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "nobody knows the method “SUMMON”" },
	{ "request", CALENDAR ("REQUEST", OURS ADA TIMES), NULL, "boss@example.com", NULL,
	  NULL, "REQUEST", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "cancel without a time", CALENDAR ("CANCEL", OURS ADA), NULL, NULL, NULL, NULL, "CANCEL", "ada@example.com",
	  "ACCEPTED", "", NULL },
	{ "add", CALENDAR ("ADD", OURS ADA TIMES), NULL, NULL, NULL, NULL, "ADD", "ada@example.com", "ACCEPTED",
	  "2026-04-02T10:00:00Z", NULL },
	{ "publish", CALENDAR ("PUBLISH", TIMES), NULL, NULL, NULL, NULL, "PUBLISH", NULL, NULL, "2026-04-02T10:00:00Z", NULL },
	{ "decline of a counter", CALENDAR ("DECLINECOUNTER", OURS ADA TIMES), NULL, NULL, NULL,
	  NULL, "DECLINECOUNTER", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "refresh names who asks", CALENDAR ("REFRESH", OURS "ATTENDEE:mailto:ada@example.com" E), NULL, NULL, NULL,
	  NULL, "REFRESH", "ada@example.com", NULL, "", NULL },

	/* Who: Q1, Q13, Q17, Q19 */
	{ "Q1 no organizer", CALENDAR ("REPLY", ADA TIMES), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "organizer assumed" },
	{ "Q13 bare colon", REPLY ("ATTENDEE;CN=Lovelace: Ada;PARTSTAT=DECLINED;RSVP=TRUE:mailto:ada@example.com" E TIMES), NULL,
	  NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "DECLINED", "2026-04-02T10:00:00Z", "an unquoted colon before an address mended" },
	{ "Q13 bare colon, bare address", REPLY ("ATTENDEE;CN=Lovelace: Ada;PARTSTAT=DECLINED:ada@example.com" E TIMES), NULL,
	  NULL, NULL, NULL, "REPLY", "ada@example.com", "DECLINED", "2026-04-02T10:00:00Z", NULL },
	{ "Q13 bare colon, assistant",
	  REPLY ("ATTENDEE;SENT-BY=mailto:pa@example.com;PARTSTAT=DECLINED:MAILTO:ada@example.com" E TIMES), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "DECLINED", "2026-04-02T10:00:00Z", NULL },
	{ "Q13 a name like an address", REPLY ("ATTENDEE;CN=eve@example.com;PARTSTAT=DECLINED:mailto:ada@example.com" E TIMES),
	  NULL, NULL, NULL, NULL, "REPLY", "ada@example.com", "DECLINED", "2026-04-02T10:00:00Z", NULL },
	{ "Q13 bare semicolon", REPLY ("ATTENDEE;CN=Lovelace; Ada;PARTSTAT=DECLINED:mailto:ada@example.com" E TIMES), NULL, NULL,
	  NULL, NULL, "REPLY", "ada@example.com", "DECLINED", "2026-04-02T10:00:00Z", NULL },
	{ "Q13 quoted colon and semicolon",
	  REPLY ("ATTENDEE;CN=\"x;PARTSTAT=DECLINED:mailto:eve@example.com\";PARTSTAT=ACCEPTED:mailto:ada@example.com" E TIMES),
	  NULL, NULL, NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "Q13 quoted address before a bare one",
	  REPLY ("ATTENDEE;CN=\"x:mailto:eve@example.com\";PARTSTAT=ACCEPTED:ada@example.com" E TIMES),
	  NULL, NULL, NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "Q13 one quote too many", REPLY ("ATTENDEE;CN=Ada 5\" Lovelace;PARTSTAT=ACCEPTED:mailto:ada@example.com" E TIMES),
	  NULL, NULL, NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "percent, brackets and blanks in the address",
	  REPLY ("ATTENDEE; PARTSTAT=ACCEPTED:mailto:<ada%2Bwork@example.com> " E TIMES), NULL, NULL, NULL,
	  NULL, "REPLY", "ada+work@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "address in EMAIL", REPLY ("ATTENDEE;PARTSTAT=ACCEPTED;EMAIL=ada@example.com:urn:uuid:53a1" E TIMES), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "Q17 assistant",
	  REPLY ("ATTENDEE;SENT-BY=\"mailto:Assistant@example.com\";PARTSTAT=ACCEPTED:mailto:ada@example.com" E TIMES),
	  NULL, "assistant@example.com", NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "Q17 delegated",
	  REPLY ("ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:bob@example.com\":mailto:ada@example.com" E TIMES),
	  NULL, "ada@example.com", NULL, NULL, "REPLY", "ada@example.com", "DELEGATED", "2026-04-02T10:00:00Z", NULL },
	{ "Q17 delegate answers beside the delegator",
	  REPLY ("ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:bob@example.com\":mailto:ada@example.com" E
	  "ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM=\"mailto:ada@example.com\":mailto:bob@example.com" E TIMES),
	  NULL, "bob@example.com", NULL, NULL, "REPLY", "bob@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "reply that lists all guests, the sender by an alias",
	  REPLY ("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bob@example.com" E ADA TIMES),
	  NULL, "a.lovelace@example.com", NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "Q19 no PARTSTAT", REPLY ("ATTENDEE:mailto:ada@example.com" E TIMES), NULL, NULL, NULL,
	  "no-partstat", "REPLY", "ada@example.com", NULL, "2026-04-02T10:00:00Z", NULL },
	{ "Q19 a PARTSTAT of tasks", REPLY ("ATTENDEE;PARTSTAT=COMPLETED:mailto:ada@example.com" E TIMES), NULL, NULL, NULL,
	  "no-partstat", "REPLY", "ada@example.com", NULL, "2026-04-02T10:00:00Z", NULL },
	{ "no attendee", REPLY (TIMES), NULL, "ada@example.com", NULL,
	  "no-partstat", "REPLY", "ada@example.com", NULL, "2026-04-02T10:00:00Z", "attendee assumed to be the sender" },

	/* Counter: Q15 */
	{ "Q15 counter of one guest", CALENDAR ("COUNTER", OURS "ATTENDEE;PARTSTAT=TENTATIVE:mailto:bob@example.com" E
	  "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.com" E "DTSTART:20260403T080000Z" E "DTEND:20260403T090000Z" E),
	  "COUNTER", "Ada@example.com", NULL, NULL, "COUNTER", "ada@example.com", "TENTATIVE", "2026-04-03T08:00:00Z", NULL },
	{ "Q15 counter by an alias", CALENDAR ("COUNTER", OURS "ATTENDEE;PARTSTAT=TENTATIVE:mailto:bob@example.com" E
	  "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.com" E TIMES), "COUNTER", "a.lovelace@example.com", NULL,
	  NULL, "COUNTER", "a.lovelace@example.com", NULL, "2026-04-02T10:00:00Z", "attendee assumed to be the sender" },
	{ "Q15 counter of nobody", CALENDAR ("COUNTER", OURS "ATTENDEE;PARTSTAT=TENTATIVE:mailto:bob@example.com" E
	  "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.com" E TIMES), "COUNTER", NULL, NULL,
	  "bad-calendar", "COUNTER", NULL, NULL, "2026-04-02T10:00:00Z", NULL },

	/* When: Q2 to Q5 */
	{ "IANA name", REPLY (ADA START_IN ("Europe/Berlin")), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T08:00:00Z", NULL },
	{ "Q2 Windows name with its rules", WITH_ZONE (RULES ("W. Europe Standard Time"), START_IN ("W. Europe Standard Time")),
	  NULL, NULL, NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T08:00:00Z", NULL },
	{ "Q3 Windows name alone", REPLY (ADA START_IN ("Eastern Standard Time")), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T14:00:00Z", NULL },
	{ "Q4 custom name with its rules", WITH_ZONE (RULES ("Customized Time Zone"), START_IN ("Customized Time Zone")), NULL,
	  NULL, NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T08:00:00Z", NULL },
	{ "Q4 display name, quoted here and escaped there",
	  WITH_ZONE (RULES ("(UTC+01:00) Amsterdam\\, Berlin"), START_IN ("\"(UTC+01:00) Amsterdam, Berlin\"")),
	  NULL, NULL, NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T08:00:00Z", NULL },
	{ "Q4 custom name alone", REPLY (ADA START_IN ("Customized Time Zone")), NULL, NULL, NULL,
	  "unknown-zone", "REPLY", "ada@example.com", "ACCEPTED", "",
	  "DTSTART is in the zone “Customized Time Zone”, which nobody here knows" },
	{ "Q4 display name alone", REPLY (ADA START_IN ("\"(UTC+01:00) Amsterdam, Berlin\"")), NULL, NULL, "Europe/Berlin",
	  "unknown-zone", "REPLY", "ada@example.com", "ACCEPTED", "", NULL },
	{ "a vague name alone", REPLY (ADA START_IN ("EST")), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T15:00:00Z", NULL },
	{ "a vague name with its rules", WITH_ZONE (RULES ("EST"), START_IN ("EST")), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T08:00:00Z", NULL },
	{ "a vague name with rules that are none",
	  WITH_ZONE ("BEGIN:VTIMEZONE" E "TZID:EST" E "END:VTIMEZONE" E, START_IN ("EST")), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T15:00:00Z", NULL },
	{ "a full name with other rules", WITH_ZONE (RULES ("Asia/Tokyo"), START_IN ("Asia/Tokyo")), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T01:00:00Z", NULL },
	{ "vendor prefix", REPLY (ADA START_IN ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin")), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T08:00:00Z", NULL },
	{ "floating, in a known place", REPLY (ADA "DTSTART:20260402T100000" E), NULL, NULL, "Europe/Berlin",
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T08:00:00Z", NULL },
	{ "floating, nobody knows where", REPLY (ADA "DTSTART:20260402T100000" E), NULL, NULL, NULL,
	  "floating-time", "REPLY", "ada@example.com", "ACCEPTED", "", NULL },
	{ "a whole day", CALENDAR ("REQUEST", OURS "DTSTART;VALUE=DATE:20260402" E), NULL, NULL, "Europe/Berlin",
	  NULL, "REQUEST", NULL, NULL, "2026-04-01T22:00:00Z", NULL },
	{ "Z and a zone", REPLY (ADA "DTSTART;TZID=Europe/Berlin:20260402T100000Z" E), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "zone of a DTSTART that ends in Z left out" },
	{ "no such day", REPLY (ADA "DTSTART:20241399T996161Z" E), NULL, NULL, NULL,
	  "bad-calendar", "REPLY", "ada@example.com", "ACCEPTED", "", "DTSTART “20241399T996161Z” is no time" },
	{ "no 30th of February", REPLY (ADA "DTSTART:20260230T100000Z" E), NULL, NULL, NULL,
	  "bad-calendar", "REPLY", "ada@example.com", "ACCEPTED", "", NULL },
	{ "hour the clock skips", REPLY (ADA "DTSTART;TZID=Europe/Berlin:20260329T023000" E), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-03-29T01:30:00Z", NULL },
	{ "hour the clock repeats", REPLY (ADA "DTSTART;TZID=Europe/Berlin:20261025T023000" E), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-10-25T00:30:00Z", NULL },

	/* Layout: Q26, Q28, Q29 */
	{ "Q26 byte order mark and junk before", "\xef\xbb\xbf" "see below" E REPLY (ADA TIMES), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "text before the calendar left out" },
	{ "Q29 footer", REPLY (ADA TIMES) E "-- " E "This list: https://example.org/ada" E, NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "text behind the calendar left out" },
	{ "Q26 cut off within the meeting", HEAD "METHOD:REPLY" E "BEGIN:VEVENT" E "UID:u1@example.org" E
	  ADA "DTSTART:20260402T10", NULL, NULL, NULL, "bad-calendar", NULL, NULL, NULL, NULL, "the calendar is cut off" },
	{ "Q26 cut off behind the meeting", HEAD "METHOD:REPLY" E EVENT (OURS ADA TIMES), NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "END:VCALENDAR is missing" },
	{ "Q28 two calendars", REPLY (ADA TIMES) REPLY (ADA TIMES), NULL, NULL, NULL,
	  "several-calendars", "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "Q28 two meetings", HEAD "METHOD:REPLY" E EVENT (OURS ADA TIMES) "BEGIN:VEVENT" E "UID:u2@example.org" E
	  ADA TIMES "END:VEVENT" E TAIL, NULL, NULL, NULL,
	  "several-meetings", "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "no UID", HEAD "METHOD:REPLY" E "BEGIN:VEVENT" E ADA TIMES "END:VEVENT" E TAIL, NULL, NULL, NULL,
	  "bad-calendar", "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "a meeting without UID" },
	{ "a task", HEAD "METHOD:REQUEST" E "BEGIN:VTODO" E "UID:t1" E "END:VTODO" E TAIL, NULL, NULL, NULL,
	  "bad-calendar", NULL, NULL, NULL, NULL, "a VTODO is no meeting" },
	{ "free and busy times", HEAD "METHOD:REPLY" E "BEGIN:VFREEBUSY" E "UID:f1" E "END:VFREEBUSY" E TAIL, NULL, NULL, NULL,
	  "bad-calendar", NULL, NULL, NULL, NULL, "a VFREEBUSY is no meeting" },
	{ "words", "I would rather not." E, NULL, NULL, NULL, "bad-calendar", NULL, NULL, NULL, NULL, "no BEGIN:VCALENDAR" },
	{ "nothing", "", NULL, NULL, NULL, "bad-calendar", NULL, NULL, NULL, NULL, NULL },
	{ "an alarm's lines are not the meeting's",
	  REPLY ("BEGIN:VALARM" E "ATTENDEE;PARTSTAT=DECLINED:mailto:eve@example.com" E "DTSTART:20200101T000000Z" E
	         "END:VALARM" E ADA TIMES),
	  NULL, NULL, NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "folded lines, one cut within a letter",
	  REPLY ("ATTENDEE;CN=M\xc3" E " \xbcller;PARTSTAT" E "\t=ACCEPTED:mailto:ada@exam" E " ple.com" E TIMES),
	  NULL, NULL, NULL, NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },

	/* Numbers and rules: Q14, Q30 */
	{ "Q30 DTSTAMP without Z", HEAD "METHOD:REPLY" E "BEGIN:VEVENT" E "UID:u" E "DTSTAMP:20260301T100000" E
	  OURS ADA TIMES "END:VEVENT" E TAIL, NULL, NULL, NULL,
	  NULL, "REPLY", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "DTSTAMP without Z taken as UTC" },
	{ "Q30 a meeting every second", CALENDAR ("REQUEST", OURS ADA TIMES "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30" E),
	  NULL, NULL, NULL, "hostile-rule", "REQUEST", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", NULL },
	{ "a rule that repeats its hour, as Domino writes it",
	  CALENDAR ("REQUEST", OURS TIMES "RRULE:FREQ=WEEKLY;BYDAY=TH;BYHOUR=10;BYMINUTE=0" E), NULL, NULL, NULL,
	  NULL, "REQUEST", NULL, NULL, "2026-04-02T10:00:00Z", NULL },
	{ "Q30 a rule beyond our ken", CALENDAR ("REQUEST", OURS ADA TIMES "RRULE:FREQ=YEARLY;BYWEEKNO=20" E), NULL, NULL, NULL,
	  NULL, "REQUEST", "ada@example.com", "ACCEPTED", "2026-04-02T10:00:00Z", "a rule of recurrence that was not followed" },
	{ "Q30 a zone that changes every second",
	  WITH_ZONE ("BEGIN:VTIMEZONE" E "TZID:X" E "BEGIN:STANDARD" E "DTSTART:19700101T000000" E
	             "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30" E "TZOFFSETFROM:+0200" E "TZOFFSETTO:+0100" E
	             "END:STANDARD" E "END:VTIMEZONE" E, START_IN ("X")),
	  NULL, NULL, NULL, "unknown-zone", "REPLY", "ada@example.com", "ACCEPTED", "", NULL },
};

static rn_time
at (const char *text)
{
	rn_time time = 0;
	if (*text != '\0')
		ck_assert (rn_time_parse (text, &time, NULL));
	return time;
}

static gboolean
has_note (const struct rn_itip *itip, const char *note)
{
	for (guint i = 0; i < itip->notes->len; i++)
		if (g_str_equal (g_ptr_array_index (itip->notes, i), note))
			return TRUE;
	return FALSE;
}

static const struct rn_calendar *
item_at (const struct rn_itip *itip, guint i)
{
	ck_assert_uint_lt (i, itip->items->len);
	return g_ptr_array_index (itip->items, i);
}

static void
check_item (const struct row *row, const struct rn_calendar *item)
{
	g_autofree char *start = rn_time_text (item->start);

	ck_assert_msg (g_str_equal (item->method, row->method), "%s: method “%s”", row->name, item->method);
	ck_assert_msg (g_str_equal (item->attendee, row->attendee ? row->attendee : ""), "%s: attendee “%s”", row->name,
	               item->attendee);
	ck_assert_msg (g_str_equal (item->partstat, row->partstat ? row->partstat : ""), "%s: partstat “%s”", row->name,
	               item->partstat);
	ck_assert_msg (item->start == at (row->start), "%s: start “%s”", row->name, start);
}

static void
check_row (const struct row *row, const char *text, gsize size)
{
	struct rn_itip itip;
	g_autoptr (GTimeZone) floating = row->floating != NULL ? rn_zone (row->floating, NULL) : NULL;

	rn_itip_init (&itip);
	rn_itip_read (text, size, row->parameter, row->from, floating, &itip);
	ck_assert_msg (g_strcmp0 (itip.reason, row->reason) == 0, "%s: reason %s", row->name, itip.reason);
	ck_assert_msg (row->note == NULL || has_note (&itip, row->note), "%s: no note “%s”", row->name, row->note);
	if (row->method != NULL)
		check_item (row, item_at (&itip, 0));
	else
		ck_assert_msg (itip.items->len == 0, "%s: has items", row->name);
	rn_itip_clear (&itip);
}

START_TEST (calendar_is_read)
{
	check_row (&rows[_i], rows[_i].text, strlen (rows[_i].text));
}
END_TEST

/* Q26: whatever the line ends are. */
START_TEST (line_ends_say_nothing)
{
	static const char *const ends[] = { "\n", "\r", "\r\r\n", "\r\n\r\n" };
	g_auto (GStrv) lines = g_strsplit (rows[_i].text, E, -1);

	for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
		g_autofree char *text = g_strjoinv (ends[i], lines);
		check_row (&rows[_i], text, strlen (text));
	}
}
END_TEST

/* A reader that stops early must not read on behind the end. */
START_TEST (every_beginning_of_it_is_survived)
{
	gsize size = strlen (rows[_i].text);

	for (gsize n = 0; n < size; n += 7) {
		g_autofree char *text = g_memdup2 (rows[_i].text, n + 1);
		struct rn_itip itip;
		text[n] = '\0';
		rn_itip_init (&itip);
		rn_itip_read (text, n, NULL, NULL, NULL, &itip);
		ck_assert_msg (itip.reason != NULL || itip.items->len > 0, "%s: %zu bytes", rows[_i].name, n);
		rn_itip_clear (&itip);
	}
}
END_TEST

#define MUTATIONS 40

/* Bytes by chance in the midst of it. */
START_TEST (every_mutation_of_it_is_survived)
{
	static const char spice[] = "\r\n \t:;=,\"\\\0\xff\xc3" "09ZT-+";
	gsize size = strlen (rows[_i].text);
	struct rn_chance chance = { (guint64) _i };

	for (int n = 0; n < MUTATIONS && size > 0; n++) {
		g_autofree char *text = g_memdup2 (rows[_i].text, size);
		struct rn_itip itip;
		for (int k = 0; k < 1 + n % 8; k++)
			text[rn_chance_below (&chance, (guint) size)] = spice[rn_chance_below (&chance, sizeof spice)];
		rn_itip_init (&itip);
		rn_itip_read (text, size, rows[_i].parameter, rows[_i].from, NULL, &itip);
		ck_assert_msg (itip.reason != NULL || itip.items->len > 0, "%s: mutation %d", rows[_i].name, n);
		for (guint i = 0; i < itip.items->len; i++)
			ck_assert_msg (g_utf8_validate (item_at (&itip, i)->summary, -1, NULL), "%s: mutation %d", rows[_i].name,
			               n);
		rn_itip_clear (&itip);
	}
}
END_TEST

/* ---- Single members ---- */

static void
read_one (const char *text, const char *from, struct rn_itip *itip)
{
	rn_itip_init (itip);
	rn_itip_read (text, strlen (text), NULL, from, NULL, itip);
}

START_TEST (all_members_are_filled)
{
	struct rn_itip itip;
	read_one (REPLY ("ATTENDEE;SENT-BY=\"mailto:pa@example.com\";PARTSTAT=DELEGATED;"
	                 "DELEGATED-TO=\"mailto:bob@example.com\",\"mailto:eve@example.com\":mailto:ada@example.com" E
	                 TIMES "RECURRENCE-ID;TZID=Europe/Berlin:20260402T120000" E
	                 "SUMMARY:Mentoring\\, first\\; part" E "COMMENT:No.\\nNever\\\\again" E), NULL, &itip);
	const struct rn_calendar *item = item_at (&itip, 0);

	ck_assert_str_eq (item->uid, "u1@example.org");
	ck_assert_int_eq (item->sequence, 2);
	ck_assert_int_eq (item->dtstamp, at ("2026-03-01T10:00:00Z"));
	ck_assert_int_eq (item->recurrence_id, at ("2026-04-02T10:00:00Z"));
	ck_assert_str_eq (item->sent_by, "pa@example.com");
	ck_assert_str_eq (item->delegated_to, "bob@example.com");
	ck_assert_str_eq (item->organizer, "mentoring+tok@example.org");
	ck_assert_str_eq (item->attendees[0], "ada@example.com");
	ck_assert_ptr_null (item->attendees[1]);
	ck_assert_int_eq (item->end, at ("2026-04-02T11:00:00Z"));
	ck_assert_str_eq (item->tzid, "");
	ck_assert_str_eq (item->summary, "Mentoring, first; part");
	ck_assert_str_eq (item->comment, "No.\nNever\\again");
	ck_assert_uint_eq (itip.notes->len, 0);
	rn_itip_clear (&itip);
}
END_TEST

/* Q5 */
START_TEST (every_occurrence_is_an_item)
{
	struct rn_itip itip;
	read_one (HEAD "METHOD:REPLY" E EVENT (OURS ADA "RECURRENCE-ID:20260402T100000Z" E TIMES)
	          EVENT (OURS "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.com" E
	                 "RECURRENCE-ID;TZID=Europe/Berlin:20260409T120000" E TIMES) TAIL, NULL, &itip);

	ck_assert_ptr_null (itip.reason);
	ck_assert_uint_eq (itip.items->len, 2);
	ck_assert_int_eq (item_at (&itip, 0)->recurrence_id, at ("2026-04-02T10:00:00Z"));
	ck_assert_str_eq (item_at (&itip, 0)->partstat, "ACCEPTED");
	ck_assert_int_eq (item_at (&itip, 1)->recurrence_id, at ("2026-04-09T10:00:00Z"));
	ck_assert_str_eq (item_at (&itip, 1)->partstat, "DECLINED");
	rn_itip_clear (&itip);
}
END_TEST

#define SERIES "DTSTART;TZID=Europe/Berlin:20260319T100000" E "RRULE:FREQ=WEEKLY;COUNT=4" E

START_TEST (series_is_listed)
{
	struct rn_itip itip;
	read_one (CALENDAR ("REQUEST", OURS SERIES), NULL, &itip);
	const GArray *all = item_at (&itip, 0)->occurrences;

	ck_assert_uint_eq (all->len, 4);
	ck_assert_int_eq (g_array_index (all, rn_time, 0), at ("2026-03-19T09:00:00Z"));
	ck_assert_int_eq (g_array_index (all, rn_time, 3), at ("2026-04-09T08:00:00Z"));
	rn_itip_clear (&itip);
}
END_TEST

START_TEST (series_with_its_moved_occurrence)
{
	struct rn_itip itip;
	read_one (HEAD "METHOD:REQUEST" E EVENT (OURS SERIES) EVENT (OURS "RECURRENCE-ID:20260326T090000Z" E TIMES) TAIL, NULL,
	          &itip);

	ck_assert_uint_eq (item_at (&itip, 0)->occurrences->len, 4);
	ck_assert_int_eq (g_array_index (item_at (&itip, 0)->occurrences, rn_time, 1), at ("2026-04-02T08:00:00Z"));
	ck_assert_int_eq (g_array_index (item_at (&itip, 0)->occurrences, rn_time, 2), at ("2026-04-02T10:00:00Z"));
	ck_assert_uint_eq (item_at (&itip, 1)->occurrences->len, 0);
	ck_assert_int_eq (item_at (&itip, 1)->start, at ("2026-04-02T10:00:00Z"));
	rn_itip_clear (&itip);
}
END_TEST

START_TEST (single_meeting_has_no_series)
{
	struct rn_itip itip;
	read_one (REPLY (ADA TIMES), NULL, &itip);
	ck_assert_uint_eq (item_at (&itip, 0)->occurrences->len, 0);
	rn_itip_clear (&itip);
}
END_TEST

#define NUMBERED(lines) HEAD "METHOD:REPLY" E "BEGIN:VEVENT" E "UID:u" E OURS ADA TIMES lines "END:VEVENT" E TAIL

/* Q14 */
static const struct {
	const char *text;
	int sequence;
} sequences[] = {
	{ NUMBERED (""), 0 },
	{ NUMBERED ("SEQUENCE:3" E "X-MICROSOFT-CDO-APPT-SEQUENCE:7" E), 3 },
	{ NUMBERED ("SEQUENCE:0" E "X-MICROSOFT-CDO-APPT-SEQUENCE:7" E), 7 },
	{ NUMBERED ("X-MICROSOFT-CDO-APPT-SEQUENCE: 7" E), 7 },
	{ NUMBERED ("SEQUENCE:-1" E), 0 },
	{ NUMBERED ("SEQUENCE:99999999999999999999" E), 0 },
};

START_TEST (sequence_is_found)
{
	struct rn_itip itip;
	read_one (sequences[_i].text, NULL, &itip);
	ck_assert_msg (item_at (&itip, 0)->sequence == sequences[_i].sequence, "row %d: %d", _i, item_at (&itip, 0)->sequence);
	rn_itip_clear (&itip);
}
END_TEST

#define ENDING(lines) CALENDAR ("REQUEST", OURS "DTSTART;TZID=Europe/Berlin:20260328T120000" E lines)

static const struct {
	const char *name, *text, *end;
} ends[] = {
	{ "by time", ENDING ("DTEND;TZID=Europe/Berlin:20260328T130000" E), "2026-03-28T12:00:00Z" },
	{ "by hours", ENDING ("DURATION:PT1H30M" E), "2026-03-28T12:30:00Z" },
	{ "by 24 hours of the clock that is set forward", ENDING ("DURATION:P1D" E), "2026-03-29T10:00:00Z" },
	{ "none", ENDING (""), "" },
	{ "before the start", ENDING ("DTEND;TZID=Europe/Berlin:20260328T110000" E), "" },
	{ "no duration", ENDING ("DURATION:later" E), "" },
	{ "duration without bounds", ENDING ("DURATION:P99999999999W" E), "" },
	{ "negative duration", ENDING ("DURATION:-PT1H" E), "" },
};

START_TEST (end_is_found)
{
	struct rn_itip itip;
	read_one (ends[_i].text, NULL, &itip);
	g_autofree char *end = rn_time_text (item_at (&itip, 0)->end);
	ck_assert_msg (g_str_equal (end, ends[_i].end), "%s: %s", ends[_i].name, end);
	rn_itip_clear (&itip);
}
END_TEST

START_TEST (words_of_an_answer_are_found)
{
	struct rn_itip itip;
	read_one (REPLY ("ATTENDEE;PARTSTAT=DECLINED;X-RESPONSE-COMMENT=\"On leave; sorry\":mailto:ada@example.com" E TIMES),
	          NULL, &itip);
	ck_assert_str_eq (item_at (&itip, 0)->comment, "On leave; sorry");
	rn_itip_clear (&itip);
	read_one (REPLY ("ATTENDEE;PARTSTAT=DECLINED;X-RESPONSE-COMMENT=No:mailto:ada@example.com" E TIMES "COMMENT:On leave" E),
	          NULL, &itip);
	ck_assert_str_eq (item_at (&itip, 0)->comment, "On leave");
	rn_itip_clear (&itip);
}
END_TEST

START_TEST (western_bytes_survive)
{
	struct rn_itip itip;
	read_one (REPLY (ADA TIMES "SUMMARY:Gespr\xe4" "ch \x80" E "COMMENT:d\xc3\xa9j\xc3\xa0 vu" E), NULL, &itip);
	ck_assert_str_eq (item_at (&itip, 0)->summary, "Gespräch €");
	ck_assert_str_eq (item_at (&itip, 0)->comment, "déjà vu");
	rn_itip_clear (&itip);
}
END_TEST

START_TEST (whole_day_ends_a_day_later)
{
	struct rn_itip itip;
	g_autoptr (GTimeZone) berlin = rn_zone ("Europe/Berlin", NULL);
	const char *text = CALENDAR ("REQUEST", OURS "DTSTART;VALUE=DATE:20260329" E);

	rn_itip_init (&itip);
	rn_itip_read (text, strlen (text), NULL, NULL, berlin, &itip);
	ck_assert_int_eq (item_at (&itip, 0)->start, at ("2026-03-28T23:00:00Z"));
	ck_assert_int_eq (item_at (&itip, 0)->end, at ("2026-03-29T22:00:00Z"));
	rn_itip_clear (&itip);
}
END_TEST

/* ---- Bombs: P8 ---- */

static char *
repeated (const char *head, const char *text, gsize size, const char *tail)
{
	GString *all = g_string_new (head);
	while (all->len + strlen (text) + strlen (tail) < size)
		g_string_append (all, text);
	return g_string_free (g_string_append (all, tail), FALSE);
}

#define OPEN HEAD "METHOD:REQUEST" E
#define KIB 1024
#define NEVER "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" E
#define STANDARD(rule)                                                                     \
	"BEGIN:STANDARD" E "DTSTART:16010101T000000" E rule "TZOFFSETFROM:+0200" E         \
	"TZOFFSETTO:+0100" E "END:STANDARD" E
#define OBSERVANCE STANDARD (NEVER)
#define RARE STANDARD ("RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=5SU" E)
#define ZONE(text) "BEGIN:VTIMEZONE" E "TZID:X" E text "END:VTIMEZONE" E

static const struct {
	const char *name, *head, *text;
	gsize size;
	const char *tail, *reason;
} bombs[] = {
	{ "300 KiB of junk", HEAD, "X-JUNK:\xff\xfe\x01" E, 300 * KIB, TAIL, "calendar-too-large" },
	{ "250 KiB of junk", HEAD, "X-JUNK:\xff\xfe\x01" E, 250 * KIB, TAIL, "bad-calendar" },
	{ "nested components", HEAD, "BEGIN:VEVENT" E, 250 * KIB, TAIL, "bad-calendar" },
	{ "nested calendars", "", "BEGIN:VCALENDAR" E, 250 * KIB, TAIL, "bad-calendar" },
	{ "calendars in a row", "", "BEGIN:VCALENDAR" E "END:VCALENDAR" E, 250 * KIB, "", "several-calendars" },
	{ "one endless line", OPEN "BEGIN:VEVENT" E "UID:u" E "SUMMARY:", "x", 250 * KIB, E "END:VEVENT" E TAIL, NULL },
	{ "one endless line of folds", OPEN "BEGIN:VEVENT" E "UID:u" E "SUMMARY:x", E " ", 250 * KIB, E "END:VEVENT" E TAIL,
	  NULL },
	{ "quotes", OPEN "BEGIN:VEVENT" E "UID:u" E "ATTENDEE;CN=", "\";:mailto:", 250 * KIB, E "END:VEVENT" E TAIL, NULL },
	{ "parameters", OPEN "BEGIN:VEVENT" E "UID:u" E "ATTENDEE", ";A=B", 250 * KIB,
	  ":mailto:ada@example.com" E "END:VEVENT" E TAIL, NULL },
	{ "attendees", OPEN "BEGIN:VEVENT" E "UID:u" E, "ATTENDEE:a@b" E, 250 * KIB, "END:VEVENT" E TAIL, NULL },
	{ "meetings", OPEN, "BEGIN:VEVENT" E "UID:u" E "END:VEVENT" E, 250 * KIB, TAIL, "bad-calendar" },
	{ "meetings in ever new zones", OPEN, "BEGIN:VEVENT" E "UID:u" E "DTSTART;TZID=/a/b/c/d/e/f/g:20260402T100000" E
	  "END:VEVENT" E, 250 * KIB, TAIL, "unknown-zone" },
	{ "zones", OPEN, ZONE (OBSERVANCE), 250 * KIB, "BEGIN:VEVENT" E "UID:u" E START_IN ("X") "END:VEVENT" E TAIL,
	  "unknown-zone" },
	{ "zones of other names", OPEN "BEGIN:VEVENT" E "UID:u" E START_IN ("Y") "END:VEVENT" E, ZONE (OBSERVANCE), 250 * KIB,
	  TAIL, "unknown-zone" },
	{ "observances", OPEN "BEGIN:VTIMEZONE" E "TZID:X" E, OBSERVANCE, 250 * KIB,
	  "END:VTIMEZONE" E "BEGIN:VEVENT" E "UID:u" E START_IN ("X") "END:VEVENT" E TAIL, "unknown-zone" },
	{ "meetings in a costly zone", OPEN ZONE (RARE RARE RARE RARE RARE RARE RARE RARE),
	  "BEGIN:VEVENT" E "UID:u" E START_IN ("X") "END:VEVENT" E, 250 * KIB, TAIL, "bad-calendar" },
	{ "rules", OPEN "BEGIN:VEVENT" E "UID:u" E, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30" E, 250 * KIB, "END:VEVENT" E TAIL,
	  NULL },
	{ "series of series", OPEN ZONE (RARE),
	  "BEGIN:VEVENT" E "UID:u" E "DTSTART;TZID=X:16050402T100000" E "RRULE:FREQ=DAILY" E "END:VEVENT" E, 16 * KIB, TAIL,
	  NULL },
	{ "long rules", OPEN "BEGIN:VEVENT" E "UID:u" E "DTSTART:16050402T100000Z" E,
	  "RRULE:FREQ=YEARLY;BYDAY=1MO,2TU,3WE,4TH,5FR,6MO,7TU,8WE,9TH,10FR,11MO,12TU,13WE,14TH,"
	  "15FR,16MO,17TU,18WE,19TH,20FR,21MO,22TU,23WE,24TH,25FR,26MO,27TU,28WE,29TH,30FR;"
	  "BYSETPOS=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15" E, 250 * KIB, "END:VEVENT" E TAIL, NULL },
	{ "dates of a series", OPEN ZONE (RARE) "BEGIN:VEVENT" E "UID:u" E START_IN ("X"), "RDATE;TZID=X:20260402T100000" E,
	  250 * KIB, "END:VEVENT" E TAIL, NULL },
	{ "dates of a zone", OPEN "BEGIN:VTIMEZONE" E "TZID:X" E "BEGIN:STANDARD" E "DTSTART:19700101T000000" E
	  "TZOFFSETFROM:+0200" E "TZOFFSETTO:+0100" E "RDATE:", "19700101T000000,",
	  250 * KIB, "19700101T000000" E "END:STANDARD" E "END:VTIMEZONE" E
	  "BEGIN:VEVENT" E "UID:u" E START_IN ("X") "END:VEVENT" E TAIL, "unknown-zone" },
	{ "NUL and lone CR", OPEN, "\r", 250 * KIB, "BEGIN:VEVENT" E "UID:u" E "END:VEVENT" E TAIL, NULL },
};

START_TEST (bombs_stay_under_their_limit)
{
	struct rn_itip itip;
	g_autofree char *text = repeated (bombs[_i].head, bombs[_i].text, bombs[_i].size, bombs[_i].tail);
	double before = cpu_seconds ();

	read_one (text, "ada@example.com", &itip);
	double seconds = cpu_seconds () - before;
	ck_assert_msg (g_strcmp0 (itip.reason, bombs[_i].reason) == 0, "%s: %s", bombs[_i].name, itip.reason);
	ck_assert_msg (seconds < 0.1 * RN_SLOWER, "%s: %f s", bombs[_i].name, seconds);
	rn_itip_clear (&itip);
}
END_TEST

/* ---- Speed ---- */

#define SPEED_REPLIES 3000
#define SPEED_WANTED 15000 /* a second */

START_TEST (replies_are_read_fast)
{
	g_autofree char *description = g_strnfill (900, 'x');
	g_autofree char *text = g_strconcat (HEAD "METHOD:REPLY" E RULES ("W. Europe Standard Time") "BEGIN:VEVENT" E
	                                     "UID:u1@example.org" E
	                                     "SUMMARY;LANGUAGE=de:Zugesagt: Mentoring" E "DESCRIPTION:", description, E OURS ADA
	                                     "DTSTAMP:20260301T100000Z" E START_IN ("W. Europe Standard Time")
	                                     "DTEND;TZID=W. Europe Standard Time:20260402T110000" E
	                                     "SEQUENCE:1" E "PRIORITY:5" E "TRANSP:OPAQUE" E "STATUS:CONFIRMED" E
	                                     "X-MICROSOFT-CDO-APPT-SEQUENCE:1" E "X-MICROSOFT-CDO-OWNERAPPTID:0" E
	                                     "X-MICROSOFT-CDO-BUSYSTATUS:BUSY" E "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE" E
	                                     "END:VEVENT" E TAIL, NULL);
	double before = cpu_seconds ();

	for (int i = 0; i < SPEED_REPLIES; i++) {
		struct rn_itip itip;
		read_one (text, "ada@example.com", &itip);
		ck_assert_ptr_null (itip.reason);
		rn_itip_clear (&itip);
	}
	double rate = SPEED_REPLIES / (cpu_seconds () - before);
	ck_assert_msg (rate > SPEED_WANTED / RN_SLOWER, "%.0f replies of %zu bytes a second", rate, strlen (text));
}
END_TEST

static Suite *
itip_suite (void)
{
	Suite *suite = suite_create ("itip");
	TCase *quirks = tcase_create ("quirks"), *members = tcase_create ("members"), *limits = tcase_create ("limits");

	tcase_add_loop_test (quirks, calendar_is_read, 0, G_N_ELEMENTS (rows));
	tcase_add_loop_test (quirks, line_ends_say_nothing, 0, G_N_ELEMENTS (rows));
	tcase_add_loop_test (quirks, every_beginning_of_it_is_survived, 0, G_N_ELEMENTS (rows));
	tcase_add_loop_test (quirks, every_mutation_of_it_is_survived, 0, G_N_ELEMENTS (rows));
	tcase_add_test (members, all_members_are_filled);
	tcase_add_test (members, words_of_an_answer_are_found);
	tcase_add_test (members, every_occurrence_is_an_item);
	tcase_add_test (members, series_is_listed);
	tcase_add_test (members, series_with_its_moved_occurrence);
	tcase_add_test (members, single_meeting_has_no_series);
	tcase_add_loop_test (members, sequence_is_found, 0, G_N_ELEMENTS (sequences));
	tcase_add_loop_test (members, end_is_found, 0, G_N_ELEMENTS (ends));
	tcase_add_test (members, western_bytes_survive);
	tcase_add_test (members, whole_day_ends_a_day_later);
	tcase_add_loop_test (limits, bombs_stay_under_their_limit, 0, G_N_ELEMENTS (bombs));
	tcase_add_test (limits, replies_are_read_fast);
	suite_add_tcase (suite, quirks);
	suite_add_tcase (suite, members);
	suite_add_tcase (suite, limits);
	return suite;
}

RN_UNIT_MAIN (itip_suite ())

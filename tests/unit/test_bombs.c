/* Mails that are made to kill their reader (P8): each is read in under a second of CPU,
 * with a reason; calendar parts in a tenth. */
#include "config.h"

#include "unit.h"

#include <string.h>
#include <time.h>

#include "read.h"
#include "reading_words.h"

#define FROM "From: ann@firm.example\n"
#define REST "To: m@pairs.example\nSubject: x\nDate: Mon, 2 Mar 2026 09:00:00 +0100\n"

#define CALENDAR FROM REST "Content-Type: text/calendar; method=REPLY\n\n"
#define STARTS "BEGIN:VEVENT\nUID:u@b\nDTSTAMP:20260301T100000Z\nDTSTART:20260402T100000Z\n"
#define EVENT STARTS "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@firm.example\nEND:VEVENT\n"
#define END "END:VCALENDAR\n"
#define OBSERVANCE "BEGIN:STANDARD\nDTSTART:16010101T030000\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\n" \
	"TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n"

/* `unit` stands `n` times between `head` and `tail`; "%u" in it is a running number. */
static const struct {
	const char *name, *head, *unit;
	guint n;
	const char *tail;
	enum rn_reason reason; /* NONE: whatever it is */
} bombs[] = {
	{ "110,000 ( in From", "From: ", "(", 110000, "\n" REST "\nyes\n", RN_REASON_HEADER_TOO_LARGE },
	{ "60,000 ( in From", "From: ", "(", 60000, "\n" REST "\nyes\n", RN_REASON_NO_SENDER },
	{ "60,000 quotes in From", "From: ", "\"", 60000, "\n" REST "\nyes\n", RN_REASON_NO_SENDER },
	{ "60,000 < in From", "From: ", "<", 60000, "\n" REST "\nyes\n", RN_REASON_NO_SENDER },
	{ "30,000 groups in To", FROM "To: ", "a:", 30000, "\n\nyes\n", RN_REASON_OWN_WORDS },
	{ "60,000 fields", FROM REST, "X-%u: y\n", 60000, "\nyes\n", RN_REASON_HEADER_TOO_LARGE },
	{ "20,000 Delivered-To", FROM REST, "Delivered-To: a%u@b.example\n", 20000, "\nyes\n", RN_REASON_NONE },
	{ "6,000 references", FROM REST "References: ", "<%u@b>", 6000, "\n\nyes\n", RN_REASON_OWN_WORDS },
	{ "6,000 parameters", FROM REST "Content-Type: text/plain", "; a%u=b", 6000, "\n\nyes\n", RN_REASON_OWN_WORDS },
	{ "30,000 nested parts", FROM REST, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", 30000, "\nyes\n",
	  RN_REASON_TOO_MANY_PARTS },
	{ "1,000 nested parts", FROM REST, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", 1000, "\nyes\n",
	  RN_REASON_TOO_DEEP },
	{ "30,000 nested mails", FROM REST, "Content-Type: message/rfc822\n\n", 30000, "\nyes\n", RN_REASON_NONE },
	{ "1,000,000 parts", FROM REST "Content-Type: multipart/mixed; boundary=b\n\n", "--b\n\nx\n", 1000000, "",
	  RN_REASON_TOO_MANY_PARTS },
	{ "101 parts", FROM REST "Content-Type: multipart/mixed; boundary=b\n\n", "--b\n\nx\n", 101, "",
	  RN_REASON_TOO_MANY_PARTS },
	{ "an endless line", FROM REST "\n", "xxxxxxxx", 3 * 1024 * 1024, "", RN_REASON_OWN_WORDS },
	{ "an endless field", FROM REST "X: ", "xxxxxxxx", 3 * 1024 * 1024, "\n\nyes\n", RN_REASON_HEADER_TOO_LARGE },
	{ "40 MB", FROM REST "\n", "yes\n", 10 * 1024 * 1024, "", RN_REASON_MAIL_TOO_LARGE },
	{ "a 300 KB junk calendar", CALENDAR, "BEGIN:VEVENT\n", 24000, "", RN_REASON_CALENDAR_TOO_LARGE },
	{ "a 250 KB junk calendar", CALENDAR, "BEGIN:VEVENT\n", 19000, "", RN_REASON_BAD_CALENDAR },
	{ "a calendar line of 250 KB", CALENDAR "BEGIN:VCALENDAR\nMETHOD:REPLY\nX:", "xxxxxxxxxx", 25000, "\n" EVENT END,
	  RN_REASON_NONE },
	{ "a thousand meetings", CALENDAR "BEGIN:VCALENDAR\nMETHOD:REPLY\n", EVENT, 1000, END, RN_REASON_NONE },
	{ "20,000 attendees", CALENDAR "BEGIN:VCALENDAR\nMETHOD:REPLY\n" STARTS, "ATTENDEE:a\n", 20000, "END:VEVENT\n" END,
	  RN_REASON_NONE },
	{ "60,000 quotes in a parameter", CALENDAR "BEGIN:VCALENDAR\nMETHOD:REPLY\n" STARTS "ATTENDEE;CN=", "\"", 60000,
	  ":mailto:a@b\nEND:VEVENT\n" END, RN_REASON_NONE },
	{ "a meeting every second", CALENDAR "BEGIN:VCALENDAR\nMETHOD:REQUEST\n" STARTS,
	  "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\n", 50, "END:VEVENT\n" END, RN_REASON_NONE },
	{ "a zone that changes every second", CALENDAR "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VTIMEZONE\nTZID:X\n", OBSERVANCE,
	  8, "END:VTIMEZONE\n"
	  "BEGIN:VEVENT\nUID:u@b\nDTSTAMP:20260301T100000Z\nDTSTART;TZID=X:20260402T100000\nEND:VEVENT\n" END,
	  RN_REASON_UNKNOWN_ZONE },
	{ "a DTSTAMP without Z", CALENDAR "BEGIN:VCALENDAR\nMETHOD:REPLY\n" STARTS, "DTSTAMP:20260301T100000\n", 1000,
	  "END:VEVENT\n" END, RN_REASON_NONE },
	{ "entities of entities", FROM REST "Content-Type: text/html\n\n<!DOCTYPE html [<!ENTITY a0 \"ha\">",
	  "<!ENTITY a%u \"&a0;&a0;&a0;&a0;\">", 20000, "]><p>&a1999;</p>", RN_REASON_NONE },
	{ "entities of files", FROM REST "Content-Type: text/html\n\n<!DOCTYPE html [",
	  "<!ENTITY x%u SYSTEM \"file:///dev/zero\">", 5000, "]><p>&x1;yes</p>", RN_REASON_NONE },
	{ "base64 of nothing", FROM REST "Content-Transfer-Encoding: base64\n\n", "=\n", 2000000, "", RN_REASON_OWN_WORDS },
	{ "100,000 attributes", FROM REST "Content-Type: text/html\n\n<p ", "a%u=1 ", 100000, ">yes</p>", RN_REASON_NONE },
	{ "100,000 elements deep", FROM REST "Content-Type: text/html\n\n", "<div>", 100000, "yes", RN_REASON_NONE },
	{ "30,000 headers of quotes", FROM REST "\n", "On Mon, 2 Mar 2026, Ann wrote:\n", 30000, "yes\n", RN_REASON_NONE },
	{ "500,000 quoted lines", FROM REST "\n", "> a\n", 500000, "yes\n", RN_REASON_NONE },
	{ "30,000 dates of an absence", FROM "Auto-Submitted: auto-replied\n" REST "\nOut of office ", "until 3 March ", 30000,
	  "\n", RN_REASON_OUT_OF_OFFICE },
	{ "30,000 slashes of an absence", FROM "Auto-Submitted: auto-replied\n" REST "\nOut of office ", "3/9/26 - ", 30000,
	  "\n", RN_REASON_OUT_OF_OFFICE },
	{ "100,000 numbers of an absence", FROM "Auto-Submitted: auto-replied\n" REST "\nJestem na urlopie ", "9 marca ", 100000,
	  "\n", RN_REASON_OUT_OF_OFFICE },
	{ "8,000 recipients that failed", "From: mailer-daemon@x.example\nSubject: failure notice\nX-Failed-Recipients: ",
	  "a%u@b,", 8000, "\n\nno\n", RN_REASON_UNDELIVERABLE },
	{ "20,000 recipients of a complaint", FROM REST "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n",
	  "Original-Rcpt-To: a%u@b\n", 20000, "\n", RN_REASON_NONE },
	{ "10,000 results of receivers", FROM REST, "Authentication-Results: mx%u; spf=pass\n", 10000, "\nyes\n",
	  RN_REASON_OWN_WORDS },
	{ "30,000 dates of a person", FROM REST "\n", "Tuesday at 3, or ", 30000, "\n", RN_REASON_NONE },
	{ "20,000 recipients of a bounce", "From: mailer-daemon@x.example\nSubject: failure notice\n\n",
	  "a%u@b.example\n550 no\n", 20000, "", RN_REASON_UNDELIVERABLE },
	{ "300,000 @ in a bounce", "From: mailer-daemon@x.example\nSubject: failure notice\n\n", "@", 300000, "",
	  RN_REASON_UNDELIVERABLE },
	{ "20,000 recipients of a report", "From: mailer-daemon@x.example\nContent-Type: message/delivery-status\n\n",
	  "Final-Recipient: rfc822; a%u@b\nAction: failed\n\n", 20000, "", RN_REASON_UNDELIVERABLE },
};

static GString *
build (gsize i)
{
	GString *mail = g_string_new (bombs[i].head);
	for (guint n = 0; n < bombs[i].n; n++) {
		g_auto (GStrv) pieces = strchr (bombs[i].unit, '%') != NULL ? g_strsplit (bombs[i].unit, "%u", -1) : NULL;
		if (pieces == NULL) {
			g_string_append (mail, bombs[i].unit);
			continue;
		}
		for (char **piece = pieces; *piece != NULL; piece++) {
			g_string_append (mail, *piece);
			if (piece[1] != NULL)
				g_string_append_printf (mail, "%u", n);
		}
	}
	return g_string_append (mail, bombs[i].tail);
}


START_TEST (bomb_is_read_in_time)
{
	struct rn_read_settings settings = { .now = 1772438400 };
	GString *mail = build ((gsize) _i);

	double start = cpu_seconds ();
	g_autoptr (rn_reading) reading = rn_read ((const guint8 *) mail->str, mail->len, &settings);
	double seconds = cpu_seconds () - start;
	g_string_free (mail, TRUE);
	double most = g_str_has_prefix (bombs[_i].head, CALENDAR) ? 0.1 : 1;
	ck_assert_msg (seconds < most * RN_SLOWER, "%s: %.3f s", bombs[_i].name, seconds);
	ck_assert_msg (rn_reason_from_word (reading->reason) != RN_REASON_NONE, "%s: no reason", bombs[_i].name);
	ck_assert_msg (bombs[_i].reason == RN_REASON_NONE || rn_reason_from_word (reading->reason) == bombs[_i].reason,
	               "%s: %s", bombs[_i].name, reading->reason);
	g_autoptr (GBytes) pack = rn_reading_pack (reading);
	ck_assert_msg (g_bytes_get_size (pack) < 1024 * 1024, "%s: a reading of %zu bytes", bombs[_i].name,
	               g_bytes_get_size (pack));
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("bombs");
	TCase *tests = tcase_create ("bombs");
	tcase_add_checked_fixture (tests, rn_read_init, NULL);
	tcase_add_loop_test (tests, bomb_is_read_in_time, 0, G_N_ELEMENTS (bombs));
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())

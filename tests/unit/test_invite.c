#include "unit.h"

#include <string.h>

#include <libical/ical.h>

#include "bundled.h"
#include "clock.h"
#include "error.h"
#include "invitation.h"

static void
set (char **member, const char *text)
{
	g_free (*member);
	*member = g_strdup (text);
}

static rn_invitation *
meeting (const char *method)
{
	rn_invitation *invitation = rn_invitation_new ();

	set (&invitation->method, method);
	set (&invitation->uid, "meeting-7@rotnem.example");
	set (&invitation->summary, "Screen readers, hands on; part 2");
	set (&invitation->location, "Room \"Ada\"");
	set (&invitation->organizer, "program+token@example.org");
	set (&invitation->organizer_name, "Reverse mentoring");
	invitation->sequence = 3;
	ck_assert (rn_time_parse ("2026-03-01T08:00:00Z", &invitation->dtstamp, NULL));
	ck_assert (rn_time_parse ("2026-03-29T00:30:00Z", &invitation->start, NULL));
	ck_assert (rn_time_parse ("2026-03-29T01:30:00Z", &invitation->end, NULL));
	rn_invitation_add (invitation, "ada@example.org", "Lovelace, Ada", "NEEDS-ACTION");
	rn_invitation_add (invitation, "ben@example.org", "עדה 👩‍💻", "ACCEPTED");
	return invitation;
}

static char *
write_it (const rn_invitation *invitation, const char *description)
{
	g_autoptr (GError) error = NULL;
	char *text = rn_invite (invitation, description, &error);

	rn_assert_no_error (error);
	return text;
}

/* A property's decoded value; the caller frees it. */
static char *
value_of (icalcomponent *component, icalproperty_kind kind)
{
	icalproperty *property = icalcomponent_get_first_property (component, kind);
	ck_assert_msg (property != NULL, "%s is missing", icalproperty_kind_to_string (kind));
	ck_assert_msg (icalcomponent_count_properties (component, kind) == 1, "%s stands twice",
	               icalproperty_kind_to_string (kind));
	icalvalue *value = icalproperty_get_value (property);
	const char *text = icalvalue_get_text (value);
	if (icalvalue_isa (value) == ICAL_TEXT_VALUE)
		return g_strdup (text);
	char *raw = icalproperty_get_value_as_string_r (property);
	char *copy = g_strdup (raw);
	icalmemory_free_buffer (raw);
	return copy;
}

static void
expect (icalcomponent *component, icalproperty_kind kind, const char *wanted)
{
	g_autofree char *value = value_of (component, kind);

	ck_assert_msg (g_str_equal (value, wanted), "%s is “%s”, not “%s”", icalproperty_kind_to_string (kind), value, wanted);
}

static icalproperty *
attendee (icalcomponent *event, const char *address)
{
	icalproperty *property = icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY);

	while (property != NULL && !g_str_equal (icalproperty_get_attendee (property), address))
		property = icalcomponent_get_next_property (event, ICAL_ATTENDEE_PROPERTY);
	ck_assert_msg (property != NULL, "no %s", address);
	return property;
}

START_TEST (request_says_all)
{
	g_autoptr (rn_invitation) invitation = meeting ("REQUEST");
	g_autofree char *text = write_it (invitation, "Dear Ada,\n\nhello; and, more \\ less.");
	icalcomponent *calendar = icalparser_parse_string (text);
	icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

	expect (calendar, ICAL_METHOD_PROPERTY, "REQUEST");
	expect (calendar, ICAL_VERSION_PROPERTY, "2.0");
	expect (event, ICAL_UID_PROPERTY, "meeting-7@rotnem.example");
	expect (event, ICAL_SEQUENCE_PROPERTY, "3");
	expect (event, ICAL_DTSTAMP_PROPERTY, "20260301T080000Z");
	expect (event, ICAL_DTSTART_PROPERTY, "20260329T003000Z");
	expect (event, ICAL_DTEND_PROPERTY, "20260329T013000Z");
	expect (event, ICAL_SUMMARY_PROPERTY, "Screen readers, hands on; part 2");
	expect (event, ICAL_LOCATION_PROPERTY, "Room \"Ada\"");
	expect (event, ICAL_DESCRIPTION_PROPERTY, "Dear Ada,\n\nhello; and, more \\ less.");
	expect (event, ICAL_ORGANIZER_PROPERTY, "mailto:program+token@example.org");
	expect (event, ICAL_STATUS_PROPERTY, "CONFIRMED");
	ck_assert_int_eq (icalcomponent_count_properties (event, ICAL_ATTENDEE_PROPERTY), 2);

	icalproperty *ada = attendee (event, "mailto:ada@example.org");
	ck_assert_str_eq (icalproperty_get_parameter_as_string (ada, "CN"), "Lovelace, Ada");
	ck_assert_str_eq (icalproperty_get_parameter_as_string (ada, "PARTSTAT"), "NEEDS-ACTION");
	ck_assert_str_eq (icalproperty_get_parameter_as_string (ada, "RSVP"), "TRUE");
	icalproperty *ben = attendee (event, "mailto:ben@example.org");
	ck_assert_str_eq (icalproperty_get_parameter_as_string (ben, "CN"), "עדה 👩‍💻");
	ck_assert_str_eq (icalproperty_get_parameter_as_string (ben, "PARTSTAT"), "ACCEPTED");
	icalcomponent_free (calendar);
}
END_TEST

static gboolean
ends_so (const char *text, const char *end)
{
	return g_str_has_suffix (text, end);
}

static void
expect_rows (const char *text)
{
	g_auto (GStrv) rows = g_strsplit (text, "\r\n", -1);

	for (char **row = rows; *row != NULL; row++) {
		ck_assert_msg (strlen (*row) <= 75, "%zu bytes: %s", strlen (*row), *row);
		ck_assert_msg (strpbrk (*row, "\r\n") == NULL, "bare line end: %s", *row);
		ck_assert_msg (g_utf8_validate (*row, -1, NULL), "a character is split: %s", *row);
		ck_assert_msg (!g_str_equal (*row, " ") && !g_str_has_prefix (*row, "X-LIC"), "%s", *row);
	}
}

static void
expect_description (const char *text, const char *description)
{
	icalcomponent *calendar = icalparser_parse_string (text);

	expect (icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT), ICAL_DESCRIPTION_PROPERTY, description);
	icalcomponent_free (calendar);
}

START_TEST (text_keeps_to_the_rules_of_mail)
{
	g_autoptr (rn_invitation) invitation = meeting ("REQUEST");
	g_autofree char *long_words = g_strnfill (300, 'x');
	g_autofree char *wide = g_strdup ("äöü日本語👩äöü日本語👩äöü日本語👩äöü日本語👩äöü日本語👩");
	g_autofree char *description = g_strconcat (long_words, wide, NULL);
	g_autofree char *text = write_it (invitation, description);

	expect_rows (text);
	ck_assert (ends_so (text, "END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
	ck_assert_ptr_null (strstr (text, "DISALLOW-COUNTER:TRUE"));
	ck_assert_ptr_null (strstr (text, "TZID"));
	ck_assert_ptr_null (strstr (text, "VTIMEZONE"));
	expect_description (text, description);
}
END_TEST

static const char *const fillers[] = { "x", "ab ", "ab\n", "a:", ";,", "\\", "é", "日", "👩" };

/* A line of every length around those at which it goes on in a second and a third row. */
START_TEST (lines_of_all_lengths_are_folded)
{
	g_autoptr (rn_invitation) invitation = meeting ("REQUEST");
	g_autoptr (GString) words = g_string_new (NULL);

	while (words->len < 250) {
		g_string_append (words, words->len < 30 ? "x" : fillers[_i]);
		g_autofree char *description = g_strdup_printf ("%s.", words->str);
		g_autofree char *text = write_it (invitation, description);
		expect_rows (text);
		expect_description (text, description);
	}
}
END_TEST

static const struct {
	const char *method, *status;
	gboolean asks;
} methods[] = {
	{ "REQUEST", "CONFIRMED", TRUE },
	{ "CANCEL", "CANCELLED", FALSE },
	{ "DECLINECOUNTER", "CONFIRMED", FALSE },
};

START_TEST (method_decides)
{
	g_autoptr (rn_invitation) invitation = meeting (methods[_i].method);
	g_autofree char *text = write_it (invitation, "");
	icalcomponent *calendar = icalparser_parse_string (text);
	icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

	expect (calendar, ICAL_METHOD_PROPERTY, methods[_i].method);
	expect (event, ICAL_STATUS_PROPERTY, methods[_i].status);
	ck_assert_msg ((strstr (text, "RSVP=TRUE") != NULL) == methods[_i].asks, "%s", methods[_i].method);
	ck_assert_msg ((strstr (text, "BEGIN:VALARM") != NULL) == methods[_i].asks, "%s", methods[_i].method);
	icalcomponent_free (calendar);
}
END_TEST

START_TEST (equal_invitations_are_equal_texts)
{
	g_autoptr (rn_invitation) one = meeting ("REQUEST");
	g_autoptr (rn_invitation) other = meeting ("REQUEST");
	g_autofree char *first = write_it (one, "d");
	g_autofree char *second = write_it (other, "d");

	ck_assert_str_eq (first, second);
}
END_TEST

static const struct {
	const char *name, *address, *partstat, *method;
	int minutes;
} bad[] = {
	{ "line end in the address", "ada@example.org\r\nATTENDEE:mailto:eve@example.org", "NEEDS-ACTION", "REQUEST", 60 },
	{ "two addresses", "ada@example.org,eve@example.org", "NEEDS-ACTION", "REQUEST", 60 },
	{ "parameter in the address", "ada@example.org;CN=x", "NEEDS-ACTION", "REQUEST", 60 },
	{ "no address", "", "NEEDS-ACTION", "REQUEST", 60 },
	{ "unknown status", "ada@example.org", "MAYBE\r\nX:1", "REQUEST", 60 },
	{ "unknown method", "ada@example.org", "NEEDS-ACTION", "REQUEST\r\nX:1", 60 },
	{ "method of others", "ada@example.org", "NEEDS-ACTION", "COUNTER", 60 },
	{ "ends before it starts", "ada@example.org", "NEEDS-ACTION", "REQUEST", -60 },
	{ "no length", "ada@example.org", "NEEDS-ACTION", "REQUEST", 0 },
};

START_TEST (unsafe_invitation_is_refused)
{
	g_autoptr (rn_invitation) invitation = meeting (bad[_i].method);
	g_autoptr (GError) error = NULL;
	invitation->end = invitation->start + bad[_i].minutes * RN_MINUTE;
	rn_invitation_add (invitation, bad[_i].address, "Ada", bad[_i].partstat);

	ck_assert_msg (rn_invite (invitation, "", &error) == NULL, "%s", bad[_i].name);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", bad[_i].name);
}
END_TEST

static const rn_time no_times[] = { G_MININT64, -1, 1, G_GINT64_CONSTANT (253402300800), G_MAXINT64 };

START_TEST (time_of_no_calendar_is_refused)
{
	g_autoptr (rn_invitation) invitation = meeting ("REQUEST");
	g_autoptr (GError) error = NULL, of_occurrence = NULL;
	rn_time dtstamp = invitation->dtstamp;
	invitation->dtstamp = no_times[_i];

	ck_assert_msg (rn_invite (invitation, "", &error) == NULL, "DTSTAMP of %" G_GINT64_FORMAT, no_times[_i]);
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
	invitation->dtstamp = dtstamp;
	invitation->recurrence_id = no_times[_i];
	ck_assert_msg (rn_invite (invitation, "", &of_occurrence) == NULL, "RECURRENCE-ID of %" G_GINT64_FORMAT, no_times[_i]);
	ck_assert (g_error_matches (of_occurrence, RN_ERROR, RN_ERROR_DATA));
}
END_TEST

/* Whatever stands in the texts, they stay one property or parameter each. */
static const char *const hostile[] = {
	"x\r\nATTENDEE:mailto:eve@example.org",
	"x\nATTENDEE:mailto:eve@example.org",
	"x\rEND:VEVENT\rBEGIN:VEVENT",
	"\"Ada\"",
	"Ada\";X=\"y",
	"Ada;CN=Eve:mailto:eve@example.org",
	"Ada\\nEND:VEVENT",
	"\xff\xfe",
	"^'^n",
	"\u2028END:VEVENT",
};

START_TEST (texts_stay_in_their_place)
{
	g_autoptr (rn_invitation) plain = meeting ("REQUEST");
	rn_invitation_add (plain, "cyd@example.org", "x", "NEEDS-ACTION");
	g_autoptr (rn_invitation) invitation = meeting ("REQUEST");
	rn_invitation_add (invitation, "cyd@example.org", hostile[_i], "NEEDS-ACTION");
	set (&invitation->summary, hostile[_i]);
	set (&invitation->location, hostile[_i]);
	set (&invitation->organizer_name, hostile[_i]);
	g_autofree char *harmless = write_it (plain, "d");
	g_autofree char *text = write_it (invitation, hostile[_i]);

	icalcomponent *calendar = icalparser_parse_string (text), *wanted = icalparser_parse_string (harmless);
	icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
	icalcomponent *twin = icalcomponent_get_first_component (wanted, ICAL_VEVENT_COMPONENT);
	ck_assert_int_eq (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), 1);
	ck_assert_msg (icalcomponent_count_properties (event, ICAL_ANY_PROPERTY)
	               == icalcomponent_count_properties (twin, ICAL_ANY_PROPERTY), "%s", text);
	ck_assert_int_eq (icalcomponent_count_errors (calendar), 0);
	ck_assert_int_eq (icalcomponent_count_properties (event, ICAL_ATTENDEE_PROPERTY), 3);
	icalproperty *cyd = attendee (event, "mailto:cyd@example.org");
	ck_assert_str_eq (icalproperty_get_parameter_as_string (cyd, "PARTSTAT"), "NEEDS-ACTION");
	ck_assert_ptr_nonnull (icalproperty_get_parameter_as_string (cyd, "CN"));
	icalcomponent_free (calendar);
	icalcomponent_free (wanted);
}
END_TEST

static rn_invitation *
take (GBytes *bytes, GError **error)
{
	struct rn_unpack unpack = rn_bundle_begin_bytes (bytes);
	struct rn_bundled value = rn_bundle_read (&unpack);
	return rn_invitation_take (&value, &unpack, error);
}

START_TEST (invitation_survives_a_bundle)
{
	g_autoptr (rn_invitation) invitation = meeting ("CANCEL");
	g_autoptr (GByteArray) bundle = g_byte_array_new ();
	rn_invitation_bundle (invitation, bundle, NULL);
	g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bundle));
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_invitation) back = take (bytes, &error);
	rn_assert_no_error (error);
	g_autofree char *before = write_it (invitation, "d");
	g_autofree char *after = write_it (back, "d");

	ck_assert_str_eq (before, after);
}
END_TEST

static const char *const strange[] = {
	"'text'",
	"{'method': <5>, 'attendees': <@a(sss) []>}",
	"{'sequence': <'2'>, 'attendees': <@a(sss) []>}",
	"{'method': <'REQUEST'>}",
	"{'attendees': <[('a', 'b')]>}",
	"{'attendees': <['a', 'b', 'c']>}",
	"{'attendees': <[('a', 'b', 5)]>}",
	"{'sequence': <int64 5000000000>, 'attendees': <@a(sss) []>}",
};

START_TEST (strange_bundle_is_refused)
{
	g_autoptr (GBytes) bytes = bundled (g_variant_new_parsed (strange[_i]));
	g_autoptr (GError) error = NULL;

	ck_assert_msg (take (bytes, &error) == NULL, "%s", strange[_i]);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", strange[_i]);
}
END_TEST

/* ---- Series: only when a policy asks ---- */

START_TEST (series_is_in_local_time_with_its_zone)
{
	g_autoptr (rn_invitation) invitation = meeting ("REQUEST");
	set (&invitation->zone, "Europe/Berlin");
	set (&invitation->rule, "FREQ=WEEKLY;INTERVAL=2;COUNT=6");
	g_autofree char *text = write_it (invitation, "");

	ck_assert (strstr (text, "\r\nRRULE:FREQ=WEEKLY;COUNT=6;INTERVAL=2\r\n") != NULL);
	ck_assert (strstr (text, "\r\nDTSTART;TZID=Europe/Berlin:20260329T013000\r\n") != NULL);
	ck_assert (strstr (text, "\r\nDTEND;TZID=Europe/Berlin:20260329T033000\r\n") != NULL); /* the clock is set forward */
	ck_assert (strstr (text, "\r\nTZID:Europe/Berlin\r\n") != NULL);
	ck_assert (strstr (text, "\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n") != NULL);
	ck_assert (strstr (text, "RECURRENCE-ID") == NULL && strstr (text, "X-LIC") == NULL);
}
END_TEST

START_TEST (occurrence_names_itself_as_the_series_does)
{
	g_autoptr (rn_invitation) invitation = meeting ("CANCEL");
	set (&invitation->zone, "Europe/Berlin");
	ck_assert (rn_time_parse ("2026-04-12T08:00:00Z", &invitation->recurrence_id, NULL));
	g_autofree char *text = write_it (invitation, "");

	ck_assert (strstr (text, "\r\nRECURRENCE-ID;TZID=Europe/Berlin:20260412T100000\r\n") != NULL);
	ck_assert (strstr (text, "\r\nRRULE:FREQ=WEEKLY") == NULL);
}
END_TEST

START_TEST (series_without_a_zone_is_refused)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_invitation) invitation = meeting ("REQUEST");
	set (&invitation->rule, "FREQ=DAILY;COUNT=3");
	g_autofree char *text = rn_invite (invitation, "", &error);
	ck_assert (text == NULL && g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
}
END_TEST

START_TEST (rule_ends_no_line)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_invitation) invitation = meeting ("REQUEST");
	set (&invitation->zone, "Europe/Berlin");
	set (&invitation->rule, "FREQ=WEEKLY;RSCALE=X\r\nATTENDEE:mailto:eve@example.org");
	g_autofree char *text = rn_invite (invitation, "", &error);
	ck_assert (text == NULL && g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
}
END_TEST

static Suite *
suite (void)
{
	Suite *invite = suite_create ("invite");
	TCase *tests = tcase_create ("invite");

	tcase_add_test (tests, request_says_all);
	tcase_add_test (tests, series_is_in_local_time_with_its_zone);
	tcase_add_test (tests, occurrence_names_itself_as_the_series_does);
	tcase_add_test (tests, series_without_a_zone_is_refused);
	tcase_add_test (tests, rule_ends_no_line);
	tcase_add_test (tests, text_keeps_to_the_rules_of_mail);
	tcase_add_loop_test (tests, lines_of_all_lengths_are_folded, 0, G_N_ELEMENTS (fillers));
	tcase_add_loop_test (tests, method_decides, 0, G_N_ELEMENTS (methods));
	tcase_add_test (tests, equal_invitations_are_equal_texts);
	tcase_add_loop_test (tests, unsafe_invitation_is_refused, 0, G_N_ELEMENTS (bad));
	tcase_add_loop_test (tests, time_of_no_calendar_is_refused, 0, G_N_ELEMENTS (no_times));
	tcase_add_loop_test (tests, texts_stay_in_their_place, 0, G_N_ELEMENTS (hostile));
	tcase_add_test (tests, invitation_survives_a_bundle);
	tcase_add_loop_test (tests, strange_bundle_is_refused, 0, G_N_ELEMENTS (strange));
	suite_add_tcase (invite, tests);
	return invite;
}

RN_UNIT_MAIN (suite ())

#include "invitation.h"

#include <libical/ical.h>
#include <string.h>

/* Lines of iCalendar are at most 75 octets long (RFC 5545, 3.1). */
#define FOLD 75

/* ---- Reading ----------------------------------------------------------------- */

static const struct {
	icalproperty_method ical;
	enum invitation_method method;
} methods[] = {
	{ ICAL_METHOD_REQUEST, INVITATION_REQUEST },
	{ ICAL_METHOD_CANCEL, INVITATION_CANCEL },
	{ ICAL_METHOD_DECLINECOUNTER, INVITATION_COUNTER_DECLINED },
};

static enum invitation_method
method_of (icalcomponent *calendar)
{
	icalproperty_method method = icalcomponent_get_method (calendar);
	for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
		if (methods[i].ical == method)
			return methods[i].method;
	return INVITATION_OTHER;
}

static char *
without_mailto (const char *uri)
{
	if (uri == NULL)
		return g_strdup ("");
	return g_strdup (uri + (g_ascii_strncasecmp (uri, "mailto:", 7) == 0 ? 7 : 0));
}

static rn_time
instant (struct icaltimetype time)
{
	if (icaltime_is_null_time (time))
		return 0;
	return (rn_time) icaltime_as_timet_with_zone (time, icaltime_get_timezone (time));
}

static void
take_people (struct invitation *invitation, icalcomponent *event)
{
	icalproperty *organizer = icalcomponent_get_first_property (event, ICAL_ORGANIZER_PROPERTY);
	icalparameter *name = organizer != NULL ? icalproperty_get_first_parameter (organizer, ICAL_CN_PARAMETER) : NULL;
	invitation->organizer = without_mailto (organizer != NULL ? icalproperty_get_organizer (organizer) : NULL);
	invitation->organizer_name = g_strdup (name != NULL ? icalparameter_get_cn (name) : "");
	for (icalproperty *at = icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY); at != NULL;
	     at = icalcomponent_get_next_property (event, ICAL_ATTENDEE_PROPERTY))
		g_ptr_array_add (invitation->attendees, without_mailto (icalproperty_get_attendee (at)));
}

static char *
text_or_empty (const char *text)
{
	return g_strdup (text != NULL ? text : "");
}

static struct invitation *
take_event (icalcomponent *calendar, icalcomponent *event)
{
	struct invitation *invitation = g_new0 (struct invitation, 1);
	invitation->method = method_of (calendar);
	invitation->uid = g_strdup (icalcomponent_get_uid (event));
	invitation->summary = text_or_empty (icalcomponent_get_summary (event));
	invitation->location = text_or_empty (icalcomponent_get_location (event));
	invitation->attendees = g_ptr_array_new_with_free_func (g_free);
	invitation->sequence = icalcomponent_get_sequence (event);
	invitation->start = instant (icalcomponent_get_dtstart (event));
	invitation->end = instant (icalcomponent_get_dtend (event));
	take_people (invitation, event);
	return invitation;
}

struct invitation *
invitation_new (const char *calendar)
{
	icalcomponent *root = icalparser_parse_string (calendar);
	if (root == NULL)
		return NULL;
	icalcomponent *event = icalcomponent_get_first_component (root, ICAL_VEVENT_COMPONENT);
	struct invitation *invitation = NULL;
	if (event != NULL && icalcomponent_get_uid (event) != NULL)
		invitation = take_event (root, event);
	icalcomponent_free (root);
	return invitation;
}

void
invitation_free (struct invitation *invitation)
{
	if (invitation == NULL)
		return;
	g_free (invitation->uid);
	g_free (invitation->summary);
	g_free (invitation->location);
	g_free (invitation->organizer);
	g_free (invitation->organizer_name);
	g_ptr_array_unref (invitation->attendees);
	g_free (invitation);
}

/* ---- Answering ----------------------------------------------------------------- */

static void
add_line (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Folds between characters, never inside one. */
static void
add_line (GString *text, const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	g_autofree char *line = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	gsize column = 0;
	for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at)) {
		gsize width = (gsize) (g_utf8_next_char (at) - at);
		if (column + width > FOLD) {
			g_string_append (text, "\n ");
			column = 1;
		}
		g_string_append_len (text, at, (gssize) width);
		column += width;
	}
	g_string_append_c (text, '\n');
}

static char *
escaped (const char *value)
{
	GString *text = g_string_new (NULL);
	for (; *value != '\0'; value++) {
		if (strchr ("\\;,", *value) != NULL)
			g_string_append_c (text, '\\');
		if (*value == '\n')
			g_string_append (text, "\\n");
		else
			g_string_append_c (text, *value);
	}
	return g_string_free (text, FALSE);
}

static char *
stamp (rn_time at)
{
	g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
	return g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
}

static void
add_attendee (GString *text, const struct invitation_answer *answer)
{
	g_autofree char *partstat = answer->odd ? g_ascii_strdown (answer->partstat, -1) : g_strdup (answer->partstat);
	if (answer->person->habits.client == CLIENT_GMAIL)
		add_line (text, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%s;CN=%s;X-NUM-GUESTS=0:mailto:%s",
		          partstat, answer->address, answer->address);
	else if (answer->person->habits.client == CLIENT_OUTLOOK)
		add_line (text, "ATTENDEE;PARTSTAT=%s;CN=\"%s\":MAILTO:%s", partstat, answer->person->name, answer->address);
	else
		add_line (text, "ATTENDEE;CN=\"%s\";CUTYPE=INDIVIDUAL;PARTSTAT=%s:mailto:%s", answer->person->name, partstat,
		          answer->address);
}

/* A COUNTER of Outlook names the other guests, too. */
static void
add_guests (GString *text, const struct invitation *invitation, const struct invitation_answer *answer)
{
	if (answer->start == 0 || answer->person->habits.client != CLIENT_OUTLOOK)
		return;
	for (guint i = 0; i < invitation->attendees->len; i++)
		if (g_ascii_strcasecmp (invitation->attendees->pdata[i], answer->address) != 0)
			add_line (text, "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:%s",
			          (const char *) invitation->attendees->pdata[i]);
}

/* Outlook gives times on the sender's own clock. */
static void
add_instant (GString *text, const char *name, const struct person *person, rn_time at)
{
	g_autoptr (GDateTime) local = person_local (person, at);
	g_autofree char *clock = g_date_time_format (local, "%Y%m%dT%H%M%S"), *utc = stamp (at);
	if (person->habits.client == CLIENT_OUTLOOK)
		add_line (text, "%s;TZID=%s:%s", name, person->site->windows_zone, clock);
	else
		add_line (text, "%s:%s", name, utc);
}

static void
add_zone (GString *text, const struct person *person)
{
	if (person->habits.client == CLIENT_OUTLOOK)
		g_string_append_printf (text, "BEGIN:VTIMEZONE\nTZID:%s\n%sEND:VTIMEZONE\n", person->site->windows_zone,
		                        person->site->windows_rules);
}

static void
add_times (GString *text, const struct invitation *invitation, const struct invitation_answer *answer)
{
	gboolean counter = answer->start != 0;
	g_autofree char *now = stamp (answer->stamp);
	add_instant (text, "DTSTART", answer->person, counter ? answer->start : invitation->start);
	add_instant (text, "DTEND", answer->person, counter ? answer->end : invitation->end);
	add_line (text, "DTSTAMP:%s", now);
	add_line (text, "SEQUENCE:%d", invitation->sequence);
	if (counter && answer->person->habits.client == CLIENT_OUTLOOK) {
		add_instant (text, "X-MS-OLK-ORIGINALSTART", answer->person, invitation->start);
		add_instant (text, "X-MS-OLK-ORIGINALEND", answer->person, invitation->end);
	}
}

char *
invitation_reply (const struct invitation *invitation, const struct invitation_answer *answer)
{
	static const char *const products[CLIENTS] = {
		"Microsoft Exchange Server 2010", "-//Google Inc//Google Calendar 70.9054//EN", "-//Apple Inc.//macOS 14.5//EN",
		"-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
	};
	GString *text = g_string_new (NULL);
	g_autofree char *summary = escaped (invitation->summary), *uid = escaped (invitation->uid);
	add_line (text, "BEGIN:VCALENDAR");
	add_line (text, "METHOD:%s", answer->start != 0 ? "COUNTER" : "REPLY");
	add_line (text, "PRODID:%s", products[answer->person->habits.client]);
	add_line (text, "VERSION:2.0");
	add_zone (text, answer->person);
	add_line (text, "BEGIN:VEVENT");
	if (!answer->odd)
		add_line (text, "ORGANIZER;CN=\"%s\":mailto:%s", invitation->organizer_name, invitation->organizer);
	add_attendee (text, answer);
	add_guests (text, invitation, answer);
	if (answer->comment != NULL) {
		g_autofree char *comment = escaped (answer->comment);
		add_line (text, "COMMENT:%s", comment);
	}
	add_line (text, "UID:%s", uid);
	add_line (text, "SUMMARY:%s", summary);
	add_times (text, invitation, answer);
	add_line (text, "END:VEVENT");
	add_line (text, "END:VCALENDAR");
	return g_string_free (text, FALSE);
}

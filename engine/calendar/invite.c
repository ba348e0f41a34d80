#include "invitation.h"

#include <errno.h>
#include <string.h>

#include <libical/ical.h>

#include "address.h"
#include "append.h"
#include "clock.h"
#include "content_line.h"
#include "error.h"
#include "utf8.h"
#include "zone_text.h"

#define RN_MAX_DESCRIPTION (16 * 1024) /* bytes; Outlook shows 8 KiB, the mail itself has all of it */
#define RN_MAX_LINE 1024 /* of another text */
#define RN_USUAL_CALENDAR (4 * 1024)
#define RN_USUAL_LINE (2 * 1024) /* the description is one */
#define RN_LAST_DAY G_GINT64_CONSTANT (253402214400) /* the last of 9999, since a year has four digits */

/* What is different from method to method (RFC 5546, 3.2). */
static const struct kind {
	const char *method, *status;
	gboolean asks; /* an answer is wanted, a reminder makes sense */
} kinds[] = {
	{ "REQUEST", "CONFIRMED", TRUE },
	{ "CANCEL", "CANCELLED", FALSE },
	{ "DECLINECOUNTER", "CONFIRMED", FALSE },
	{ "REPLY", "CONFIRMED", FALSE },
};

static const char *const partstats[] = { "NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", NULL };

/* The calendar as far as it is written, and its next line. */
struct calendar {
	GString *text, *line;
};

static gboolean
refuse (GError **error, const char *value, const char *why)
{
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "invitation: “%s” %s", value, why);
	return FALSE;
}

static const struct kind *
find_kind (const char *method, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
		if (g_str_equal (kinds[i].method, method))
			return &kinds[i];
	refuse (error, method, "is no method that we send");
	return NULL;
}

/* ---- Texts -------------------------------------------------------------------------- */

/* C0, DEL and, in two bytes, C1. */
static gboolean
is_control (const char *at)
{
	return g_ascii_iscntrl (*at) || ((guchar) *at == 0xc2 && (guchar) at[1] < 0xa0);
}

/* A name as it may stand in a parameter: no control characters, and no double quote,
 * which nothing can escape there (RFC 5545, 3.2). */
static char *
parameter_text (const char *text)
{
	char *valid = rn_utf8_make_valid (text, strlen (text)), *to = valid;

	for (const char *at = valid, *next; *at != '\0'; at = next) {
		next = g_utf8_next_char (at);
		if (*at == '"' || is_control (at))
			*to++ = *at == '"' ? '\'' : ' ';
		else
			while (at < next)
				*to++ = *at++;
	}
	*to = '\0';
	return valid;
}

/* A text value without control characters but LF. */
static char *
value_text (const char *text, gsize max)
{
	char *valid = rn_utf8_make_valid (text, strlen (text)), *to = valid;
	const char *end = valid + strlen (valid);

	for (const char *at = valid, *next; at < end && (gsize) (to - valid) < max; at = next) {
		gsize plain = rn_printable (at, MIN ((gsize) (end - at), max - (gsize) (to - valid)), '\0');
		next = plain > 0 ? at + plain : g_utf8_next_char (at);
		if (*at == '\t') {
			*to++ = ' ';
		} else if (*at == '\n' || !is_control (at)) {
			memmove (to, at, (gsize) (next - at));
			to += next - at;
		}
	}
	*to = '\0';
	return valid;
}

static char *
line_text (const char *text)
{
	return g_strdelimit (value_text (text, RN_MAX_LINE), "\n", ' ');
}

/* ---- Lines -------------------------------------------------------------------------- */

/* A value that stands for itself. */
static void
put (struct calendar *calendar, const char *name, const char *value)
{
	g_string_append (calendar->line, name);
	g_string_append_c (calendar->line, ':');
	g_string_append (calendar->line, value);
	rn_content_end (calendar->text, calendar->line);
}

static void
put_text (struct calendar *calendar, const char *name, const char *text)
{
	g_string_append (calendar->line, name);
	g_string_append_c (calendar->line, ':');
	rn_content_text (calendar->line, text);
	rn_content_end (calendar->text, calendar->line);
}

/* A time in UTC or, with TZID, as the clock of the zone (NULL: UTC) shows it. */
static void
put_time (struct calendar *calendar, const char *name, rn_time at, const char *iana, GTimeZone *zone)
{
	g_string_append (calendar->line, name);
	if (zone != NULL)
		rn_content_parameter (calendar->line, "TZID", iana);
	g_string_append_c (calendar->line, ':');
	rn_content_time (calendar->line, zone != NULL ? rn_zone_local (zone, at) : at);
	g_string_append (calendar->line, zone != NULL ? "" : "Z");
	rn_content_end (calendar->text, calendar->line);
}

/* Behind the parameters of a person's line: her name and address. */
static gboolean
end_person (struct calendar *calendar, const char *display, const char *address, GError **error)
{
	g_autofree char *name = parameter_text (display);

	if (!rn_address_is_safe (address))
		return refuse (error, address, "is no address that can stand in a calendar");
	if (*name != '\0')
		rn_content_parameter (calendar->line, "CN", name);
	g_string_append (calendar->line, ":mailto:");
	g_string_append (calendar->line, address);
	rn_content_end (calendar->text, calendar->line);
	return TRUE;
}

static gboolean
put_attendee (struct calendar *calendar, const struct rn_attendee *attendee, const struct kind *kind, GError **error)
{
	if (!g_strv_contains (partstats, attendee->partstat))
		return refuse (error, attendee->partstat, "is no participation status");
	g_string_append (calendar->line, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=");
	g_string_append (calendar->line, attendee->partstat);
	g_string_append (calendar->line, kind->asks ? ";RSVP=TRUE" : ""); /* iOS shows no buttons without it */
	return end_person (calendar, attendee->name, attendee->address, error);
}

static gboolean
put_people (struct calendar *calendar, const rn_invitation *invitation, const struct kind *kind, GError **error)
{
	g_string_append (calendar->line, "ORGANIZER");
	if (!end_person (calendar, invitation->organizer_name, invitation->organizer, error))
		return FALSE;
	for (guint i = 0; i < invitation->attendees->len; i++)
		if (!put_attendee (calendar, invitation->attendees->pdata[i], kind, error))
			return FALSE;
	return TRUE;
}

static void
put_texts (struct calendar *calendar, const rn_invitation *invitation, const char *summary, const char *description)
{
	g_autofree char *location = line_text (invitation->location);
	g_autofree char *words = value_text (description, RN_MAX_DESCRIPTION);

	put_text (calendar, "SUMMARY", summary);
	if (*location != '\0')
		put_text (calendar, "LOCATION", location);
	if (*words != '\0')
		put_text (calendar, "DESCRIPTION", words);
}

/* As libical writes it, in which the name of a calendar (RFC 7529, 4.1) stands as it came. */
static gboolean
put_rule (struct calendar *calendar, const char *rule, GError **error)
{
	gsize size = strlen (rule);
	struct icalrecurrencetype parsed = icalrecurrencetype_from_string (rn_printable (rule, size, '\0') == size ? rule : "");
	char *text = parsed.freq != ICAL_NO_RECURRENCE ? icalrecurrencetype_as_string_r (&parsed) : NULL;
	if (text == NULL)
		return refuse (error, rule, "is no rule of a series");
	put (calendar, "RRULE", text);
	icalmemory_free_buffer (text);
	return TRUE;
}

static gboolean
put_times (struct calendar *calendar, const rn_invitation *invitation, GError **error)
{
	const char *iana = invitation->zone;
	g_autoptr (GTimeZone) zone = *iana != '\0' ? rn_zone (iana, error) : NULL;

	if (*iana != '\0' && zone == NULL)
		return FALSE;
	if (invitation->recurrence_id != 0)
		put_time (calendar, "RECURRENCE-ID", invitation->recurrence_id, iana, zone);
	if (*invitation->rule != '\0' && !put_rule (calendar, invitation->rule, error))
		return FALSE;
	put_time (calendar, "DTSTART", invitation->start, iana, zone);
	put_time (calendar, "DTEND", invitation->end, iana, zone);
	return TRUE;
}

static void
put_alarm (struct calendar *calendar, const char *summary)
{
	put (calendar, "BEGIN", "VALARM");
	put (calendar, "ACTION", "DISPLAY");
	put_text (calendar, "DESCRIPTION", summary);
	put (calendar, "TRIGGER", "-PT15M");
	put (calendar, "END", "VALARM");
}

/* A single meeting is in UTC: no zone to be misread, no recurrence (RFC 5545, 3.6.1). */
static gboolean
put_event (struct calendar *calendar, const rn_invitation *invitation, const struct kind *kind, const char *description,
           GError **error)
{
	g_autofree char *uid = line_text (invitation->uid);
	g_autofree char *summary = line_text (invitation->summary);

	put (calendar, "BEGIN", "VEVENT");
	put_text (calendar, "UID", uid);
	g_string_append_printf (calendar->line, "SEQUENCE:%d", invitation->sequence);
	rn_content_end (calendar->text, calendar->line);
	put_time (calendar, "DTSTAMP", invitation->dtstamp, "", NULL);
	if (!put_times (calendar, invitation, error))
		return FALSE;
	put_texts (calendar, invitation, summary, description);
	if (!put_people (calendar, invitation, kind, error))
		return FALSE;
	put (calendar, "STATUS", kind->status);
	put (calendar, "TRANSP", "OPAQUE");
	put (calendar, "X-MICROSOFT-DISALLOW-COUNTER", "FALSE"); /* Outlook offers “propose new time” */
	if (kind->asks)
		put_alarm (calendar, summary);
	put (calendar, "END", "VEVENT");
	return TRUE;
}

/* That is one on any clock. */
static gboolean
is_time (rn_time at)
{
	return at >= RN_DAY && at < RN_LAST_DAY;
}

static gboolean
is_whole (const rn_invitation *invitation, GError **error)
{
	if (*invitation->rule != '\0' && *invitation->zone == '\0')
		return refuse (error, invitation->rule, "is a series without a zone, which would shift with the clock");
	if (*invitation->uid != '\0' && is_time (invitation->dtstamp) && is_time (invitation->start) && is_time (invitation->end) &&
	    invitation->start < invitation->end && (invitation->recurrence_id == 0 || is_time (invitation->recurrence_id)))
		return TRUE;
	return refuse (error, invitation->uid, "has no UID, lacks a time, or ends before it starts");
}

static gboolean
put_calendar (struct calendar *calendar, const rn_invitation *invitation, const struct kind *kind, const char *description,
              GError **error)
{
	gboolean has_zone = *invitation->zone != '\0';
	g_autofree char *zone = has_zone ? rn_zone_text (invitation->zone, invitation->start, error) : NULL;

	if (has_zone && zone == NULL)
		return FALSE;
	put (calendar, "BEGIN", "VCALENDAR");
	put (calendar, "PRODID", "-//Rotnem//Rotnem//EN");
	put (calendar, "VERSION", "2.0");
	put (calendar, "CALSCALE", "GREGORIAN");
	put (calendar, "METHOD", kind->method);
	g_string_append (calendar->text, has_zone ? zone : "");
	if (!put_event (calendar, invitation, kind, description, error))
		return FALSE;
	put (calendar, "END", "VCALENDAR");
	return TRUE;
}

char *
rn_invite (const rn_invitation *invitation, const char *description, GError **error)
{
	const struct kind *kind = find_kind (invitation->method, error);
	if (kind == NULL || !is_whole (invitation, error))
		return NULL;

	/* Without memory libical leaves something out and goes on. As in all of GLib, it is the end. */
	icalerror_clear_errno ();
	errno = 0;
	struct calendar calendar = { g_string_sized_new (RN_USUAL_CALENDAR), g_string_sized_new (RN_USUAL_LINE) };
	gboolean is_written = put_calendar (&calendar, invitation, kind, description, error);
	if (errno == ENOMEM || icalerrno == ICAL_NEWFAILED_ERROR)
		g_error ("There is no memory for an invitation.");
	g_string_free (calendar.line, TRUE);
	return g_string_free (calendar.text, !is_written);
}

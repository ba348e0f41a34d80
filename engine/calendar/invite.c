#include "invitation.h"

#include <errno.h>
#include <string.h>

#include <libical/ical.h>

#include "address.h"
#include "clock.h"
#include "error.h"
#include "utf8.h"
#include "zone.h"
#include "zone_text.h"

#define RN_MAX_DESCRIPTION (16 * 1024) /* bytes; Outlook shows 8 KiB, the mail itself has all of it */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)

/* What is different from method to method (RFC 5546, 3.2). */
static const struct kind {
	const char *method;
	icalproperty_status status;
	gboolean asks; /* an answer is wanted, a reminder makes sense */
} kinds[] = {
	{ "REQUEST", ICAL_STATUS_CONFIRMED, TRUE },
	{ "CANCEL", ICAL_STATUS_CANCELLED, FALSE },
	{ "DECLINECOUNTER", ICAL_STATUS_CONFIRMED, FALSE },
	{ "REPLY", ICAL_STATUS_CONFIRMED, FALSE },
};

static const struct {
	const char *word;
	icalparameter_partstat as;
} partstats[] = {
	{ "NEEDS-ACTION", ICAL_PARTSTAT_NEEDSACTION },
	{ "ACCEPTED", ICAL_PARTSTAT_ACCEPTED },
	{ "DECLINED", ICAL_PARTSTAT_DECLINED },
	{ "TENTATIVE", ICAL_PARTSTAT_TENTATIVE },
	{ "DELEGATED", ICAL_PARTSTAT_DELEGATED },
};

static const struct kind *
find_kind (const char *method, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
		if (g_str_equal (kinds[i].method, method))
			return &kinds[i];
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "invitation: “%s” is no method that we send", method);
	return NULL;
}

static gboolean
find_partstat (const char *word, icalparameter_partstat *partstat, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS (partstats); i++)
		if (g_str_equal (partstats[i].word, word)) {
			*partstat = partstats[i].as;
			return TRUE;
		}
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "invitation: “%s” is no participation status", word);
	return FALSE;
}

/* A calendar user's address; libical would write a line end in it as it is. */
static char *
mailto (const char *address, GError **error)
{
	if (rn_address_is_safe (address))
		return g_strconcat ("mailto:", address, NULL);
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "invitation: “%s” is no address that can stand in a calendar", address);
	return NULL;
}

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

/* A text value without control characters but LF; libical escapes the rest. */
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
	return g_strdelimit (value_text (text, 1024), "\n", ' ');
}

static icaltimetype
utc (rn_time at)
{
	return icaltime_from_timet_with_zone (at, FALSE, icaltimezone_get_utc_timezone ());
}

/* Takes the property over. */
static void
add (icalcomponent *component, icalproperty *property)
{
	icalcomponent_add_property (component, property);
}

/* A time in UTC or, with TZID, as the clock of the zone shows it. */
static gboolean
add_time (icalcomponent *event, icalproperty *(*make) (struct icaltimetype), rn_time at, const char *iana, GError **error)
{
	if (*iana == '\0') {
		add (event, make (utc (at)));
		return TRUE;
	}
	g_autoptr (GTimeZone) zone = rn_zone (iana, error);
	if (zone == NULL)
		return FALSE;
	struct icaltimetype local = utc (rn_zone_local (zone, at));
	local.zone = NULL;
	icalproperty *property = make (local);
	icalproperty_add_parameter (property, icalparameter_new_tzid (iana));
	add (event, property);
	return TRUE;
}

static gboolean
add_organizer (icalcomponent *event, const rn_invitation *invitation, GError **error)
{
	g_autofree char *address = mailto (invitation->organizer, error);
	if (address == NULL)
		return FALSE;

	icalproperty *organizer = icalproperty_new_organizer (address);
	g_autofree char *name = parameter_text (invitation->organizer_name);
	if (*name != '\0')
		icalproperty_add_parameter (organizer, icalparameter_new_cn (name));
	add (event, organizer);
	return TRUE;
}

static gboolean
add_attendee (icalcomponent *event, const struct rn_attendee *attendee, const struct kind *kind, GError **error)
{
	icalparameter_partstat partstat = ICAL_PARTSTAT_NEEDSACTION;
	g_autofree char *address = mailto (attendee->address, error);
	if (address == NULL || !find_partstat (attendee->partstat, &partstat, error))
		return FALSE;

	icalproperty *property = icalproperty_new_attendee (address);
	g_autofree char *name = parameter_text (attendee->name);
	icalproperty_add_parameter (property, icalparameter_new_cutype (ICAL_CUTYPE_INDIVIDUAL));
	icalproperty_add_parameter (property, icalparameter_new_role (ICAL_ROLE_REQPARTICIPANT));
	icalproperty_add_parameter (property, icalparameter_new_partstat (partstat));
	if (kind->asks) /* iOS shows no buttons without it */
		icalproperty_add_parameter (property, icalparameter_new_rsvp (ICAL_RSVP_TRUE));
	if (*name != '\0')
		icalproperty_add_parameter (property, icalparameter_new_cn (name));
	add (event, property);
	return TRUE;
}

static gboolean
add_people (icalcomponent *event, const rn_invitation *invitation, const struct kind *kind, GError **error)
{
	if (!add_organizer (event, invitation, error))
		return FALSE;
	for (guint i = 0; i < invitation->attendees->len; i++)
		if (!add_attendee (event, invitation->attendees->pdata[i], kind, error))
			return FALSE;
	return TRUE;
}

static void
add_texts (icalcomponent *event, const rn_invitation *invitation, const char *description)
{
	g_autofree char *summary = line_text (invitation->summary);
	g_autofree char *location = line_text (invitation->location);
	g_autofree char *words = value_text (description, RN_MAX_DESCRIPTION);

	add (event, icalproperty_new_summary (summary));
	if (*location != '\0')
		add (event, icalproperty_new_location (location));
	if (*words != '\0')
		add (event, icalproperty_new_description (words));
}

static void
add_alarm (icalcomponent *event, const rn_invitation *invitation)
{
	static const struct icaltriggertype quarter = { .duration = { .is_neg = 1, .minutes = 15 } };
	g_autofree char *summary = line_text (invitation->summary);
	icalcomponent *alarm = icalcomponent_new_valarm ();

	add (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
	add (alarm, icalproperty_new_description (summary));
	add (alarm, icalproperty_new_trigger (quarter));
	icalcomponent_add_component (event, alarm);
}

static gboolean
add_times (icalcomponent *event, const rn_invitation *invitation, GError **error)
{
	const char *zone = invitation->zone;

	if (invitation->recurrence_id != 0 && !add_time (event, icalproperty_new_recurrenceid, invitation->recurrence_id, zone, error))
		return FALSE;
	if (*invitation->rule != '\0')
		add (event, icalproperty_new_rrule (icalrecurrencetype_from_string (invitation->rule)));
	return add_time (event, icalproperty_new_dtstart, invitation->start, zone, error) &&
	       add_time (event, icalproperty_new_dtend, invitation->end, zone, error);
}

/* A single meeting is in UTC: no zone to be misread, no recurrence (RFC 5545, 3.6.1). */
static gboolean
fill_event (icalcomponent *event, const rn_invitation *invitation, const struct kind *kind, const char *description,
            GError **error)
{
	g_autofree char *uid = line_text (invitation->uid);

	add (event, icalproperty_new_uid (uid));
	add (event, icalproperty_new_sequence (invitation->sequence));
	add (event, icalproperty_new_dtstamp (utc (invitation->dtstamp)));
	if (!add_times (event, invitation, error))
		return FALSE;
	add_texts (event, invitation, description);
	if (!add_people (event, invitation, kind, error))
		return FALSE;
	add (event, icalproperty_new_status (kind->status));
	add (event, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));

	icalproperty *counter = icalproperty_new_x ("FALSE"); /* Outlook offers “propose new time” */
	icalproperty_set_x_name (counter, "X-MICROSOFT-DISALLOW-COUNTER");
	add (event, counter);
	if (kind->asks)
		add_alarm (event, invitation);
	return TRUE;
}

static gboolean
is_whole (const rn_invitation *invitation, GError **error)
{
	if (*invitation->rule != '\0' && *invitation->zone == '\0') {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "invitation: a series without a zone would shift with the clock");
		return FALSE;
	}
	if (*invitation->uid != '\0' && invitation->dtstamp != 0 && invitation->start != 0
	    && invitation->start < invitation->end)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "invitation: it lacks a UID or time stamp, or ends before it starts");
	return FALSE;
}

/* What stands around a meeting, and the zone of a series, are texts already. */
static char *
write_calendar (const rn_invitation *invitation, const struct kind *kind, const char *description, GError **error)
{
	gboolean has_zone = *invitation->zone != '\0';
	g_autofree char *zone = has_zone ? rn_zone_text (invitation->zone, invitation->start, error) : g_strdup ("");
	g_autoptr (icalcomponent) event = icalcomponent_new_vevent ();

	if (zone == NULL || !fill_event (event, invitation, kind, description, error))
		return NULL;
	char *text = icalcomponent_as_ical_string_r (event);
	char *calendar = g_strconcat ("BEGIN:VCALENDAR\r\nPRODID:-//Rotnem//Rotnem//EN\r\nVERSION:2.0\r\n"
	                              "CALSCALE:GREGORIAN\r\nMETHOD:", kind->method, "\r\n", zone, text, "END:VCALENDAR\r\n", NULL);
	icalmemory_free_buffer (text);
	return calendar;
}

char *
rn_invite (const rn_invitation *invitation, const char *description, GError **error)
{
	const struct kind *kind = find_kind (invitation->method, error);
	if (kind == NULL || !is_whole (invitation, error))
		return NULL;

	/* Without memory libical leaves a property out and goes on. As in all of GLib, it is the end. */
	icalerror_clear_errno ();
	errno = 0;
	char *text = write_calendar (invitation, kind, description, error);
	if (errno == ENOMEM || icalerrno == ICAL_NEWFAILED_ERROR)
		g_error ("There is no memory for an invitation.");
	return text;
}

#include "itip.h"

#include <string.h>

#include "address.h"
#include "attendee.h"
#include "recurrence.h"
#include "rule.h"
#include "zones.h"

#define RN_MAX_EVENTS 200    /* occurrences of one meeting in one mail; Google sends 30 */
#define RN_MAX_ATTENDEES 500 /* of one meeting */
#define RN_MAX_NOTES 40
#define RN_MAX_NOTE 200      /* bytes of a quoted value that a note shows */

/* ---- Reading one component ---- */

/* A reading on its way. */
struct job {
	const rn_ics *ics;
	rn_zones *zones;
	const char *method, *from; /* of the mail; may be NULL */
	struct rn_itip *itip;
	guint events[RN_MAX_EVENTS]; /* components of the items */
};

static void
note (struct job *job, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
note (struct job *job, const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	g_autofree char *text = g_strdup_vprintf (format, arguments);
	va_end (arguments);

	for (guint i = 0; i < job->itip->notes->len; i++)
		if (strcmp (g_ptr_array_index (job->itip->notes, i), text) == 0)
			return;
	if (job->itip->notes->len < RN_MAX_NOTES)
		g_ptr_array_add (job->itip->notes, g_steal_pointer (&text));
}

/* The first reason stays. */
static void
hold (struct job *job, const char *reason)
{
	if (job->itip->reason == NULL)
		job->itip->reason = reason;
}

/* A value as a note may show it. */
static char *
shown (const char *value)
{
	gsize length = strlen (value);
	return g_utf8_make_valid (value, (gssize) MIN (length, RN_MAX_NOTE));
}

static void
set (char **member, char *text)
{
	g_free (*member);
	*member = g_strstrip (text);
}

static void
read_text (struct job *job, guint event, const char *name, char **member)
{
	const char *value = rn_ics_value (job->ics, event, name);
	if (value != NULL)
		set (member, rn_ics_text (value));
}

static gboolean
read_number (const char *text, int *number)
{
	gint64 wide = 0;
	g_autofree char *word = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

	if (word == NULL || !g_ascii_string_to_signed (word, 10, 0, G_MAXINT, &wide, NULL))
		return FALSE;
	*number = (int) wide;
	return TRUE;
}

static void
read_sequence (struct job *job, guint event, struct rn_calendar *item)
{
	const char *value = rn_ics_value (job->ics, event, "SEQUENCE");

	if (value != NULL && !read_number (value, &item->sequence))
		note (job, "SEQUENCE is no number, taken as 0");
	if (item->sequence == 0 && read_number (rn_ics_value (job->ics, event, "X-MICROSOFT-CDO-APPT-SEQUENCE"), &item->sequence) &&
	    item->sequence > 0)
		note (job, "sequence of Outlook's own property used");
}

static void
read_stamp (struct job *job, guint event, struct rn_calendar *item)
{
	struct rn_ics_time stamp;
	const char *value = rn_ics_value (job->ics, event, "DTSTAMP");

	if (value == NULL)
		return;
	if (!rn_ics_time_read (value, &stamp)) {
		note (job, "DTSTAMP is no time and was left out");
		return;
	}
	if (!stamp.is_utc)
		note (job, "DTSTAMP without Z taken as UTC");
	item->dtstamp = stamp.local;
}

/* Notes why the line's time could not be read, and holds. */
static void
complain (struct job *job, const struct rn_line *line, const char *why)
{
	g_autofree char *tzid = rn_line_parameter (line, "TZID");
	g_autofree char *value = shown (line->value), *zone = shown (tzid != NULL ? tzid : "");

	if (strcmp (why, "unknown-zone") == 0)
		note (job, "%s is in the zone “%s”, which nobody here knows", line->name, zone);
	else
		note (job, "%s “%s” is %s", line->name, value, strcmp (why, "bad-time") == 0 ? "no time" : "in no zone");
	hold (job, strcmp (why, "bad-time") == 0 ? "bad-calendar" : why);
}

/* TRUE when the line is there and could be read. */
static gboolean
read_moment (struct job *job, guint event, const char *name, struct rn_moment *moment)
{
	const struct rn_line *line = rn_ics_find (job->ics, event, name, NULL);
	const char *why = line != NULL ? rn_zones_read (job->zones, line, moment) : NULL;

	if (why != NULL)
		complain (job, line, why);
	return line != NULL && why == NULL;
}

static void
read_start (struct job *job, guint event, const struct rn_moment *start, struct rn_calendar *item)
{
	const struct rn_line *line = rn_ics_find (job->ics, event, "DTSTART", NULL);
	g_autofree char *tzid = rn_line_parameter (line, "TZID");

	item->start = rn_moment_instant (start);
	if (tzid != NULL && start->time.is_utc)
		note (job, "zone of a DTSTART that ends in Z left out");
	else if (tzid != NULL)
		set (&item->tzid, g_steal_pointer (&tzid));
}

/* A meeting every hour is no meeting; that a rule is merely strange is worth a note. */
static void
vet_rule (struct job *job, guint event, const struct rn_moment *start)
{
	static const char *const hostile[] = { "SECONDLY", "MINUTELY", "HOURLY" };
	const struct rn_line *line = NULL;

	while ((line = rn_ics_find (job->ics, event, "RRULE", line)) != NULL) {
		g_autofree char *upper = g_ascii_strup (line->value, -1);
		g_autoptr (rn_rule) rule = rn_rule_new (line->value, start->time.local);
		for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
			if (strstr (upper, hostile[i]) != NULL)
				hold (job, "hostile-rule");
		if (rule == NULL)
			note (job, "a rule of recurrence that was not followed");
	}
}

static void
read_times (struct job *job, guint event, struct rn_calendar *item)
{
	struct rn_moment moment;

	if (read_moment (job, event, "RECURRENCE-ID", &moment))
		item->recurrence_id = rn_moment_instant (&moment);
	if (!read_moment (job, event, "DTSTART", &moment))
		return;
	read_start (job, event, &moment, item);
	vet_rule (job, event, &moment);
	const struct rn_line *end = rn_ics_find (job->ics, event, "DTEND", NULL);
	const char *why = rn_zones_end (job->zones, event, &moment, &item->end);
	if (why != NULL)
		complain (job, end, why);
	else if (item->end == 0 && (end != NULL || rn_ics_value (job->ics, event, "DURATION") != NULL))
		note (job, "an end that is none, or before the start, left out");
}

static void
read_attendees (struct job *job, guint event, struct rn_calendar *item)
{
	g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();
	const struct rn_line *line = NULL;
	guint n = 0;

	while ((line = rn_ics_find (job->ics, event, "ATTENDEE", line)) != NULL && n < RN_MAX_ATTENDEES) {
		g_autofree char *address = rn_attendee_address (line);
		if (*address == '\0')
			continue;
		g_strv_builder_add (addresses, address);
		n++;
	}
	if (line != NULL)
		note (job, "only the first %d attendees were read", RN_MAX_ATTENDEES);
	g_strfreev (item->attendees);
	item->attendees = g_strv_builder_end (addresses);
}

static void
read_organizer (struct job *job, guint event, struct rn_calendar *item)
{
	const struct rn_line *line = rn_ics_find (job->ics, event, "ORGANIZER", NULL);

	if (line != NULL)
		set (&item->organizer, rn_attendee_address (line));
	if (*item->organizer == '\0')
		note (job, "organizer assumed");
}

/* Methods in which one attendee speaks, and what must be known of her. */
static const struct speech {
	const char *method;
	gboolean is_counter, needs_partstat;
} speeches[] = {
	{ "REPLY", FALSE, TRUE },
	{ "COUNTER", TRUE, FALSE },
	{ "REFRESH", FALSE, FALSE },
};

static const struct speech *
speech_of (const char *method)
{
	for (gsize i = 0; i < G_N_ELEMENTS (speeches); i++)
		if (strcmp (speeches[i].method, method) == 0)
			return &speeches[i];
	return NULL;
}

/* Google puts the words of an answer here. */
static void
read_remark (const struct rn_line *line, struct rn_calendar *item)
{
	char *remark = *item->comment == '\0' ? rn_line_parameter (line, "X-RESPONSE-COMMENT") : NULL;
	if (remark != NULL)
		set (&item->comment, remark);
}

static void
read_speaker (struct job *job, guint event, struct rn_calendar *item)
{
	const struct speech *speech = speech_of (item->method);
	const struct rn_line *line =
		speech != NULL ? rn_attendee_speaker (job->ics, event, job->from, speech->is_counter) : NULL;

	if (speech == NULL)
		return;
	if (line != NULL) {
		set (&item->attendee, rn_attendee_address (line));
		set (&item->sent_by, rn_attendee_parameter (line, "SENT-BY"));
		set (&item->delegated_to, rn_attendee_parameter (line, "DELEGATED-TO"));
		set (&item->partstat, rn_attendee_partstat (line));
		read_remark (line, item);
	}
	if (*item->attendee == '\0' && job->from != NULL && *job->from != '\0') {
		set (&item->attendee, rn_address_normal (job->from));
		note (job, "attendee assumed to be the sender");
	}
	if (speech->needs_partstat && *item->partstat == '\0')
		hold (job, "no-partstat");
	else if (*item->attendee == '\0')
		hold (job, "bad-calendar");
}

static void
read_event (struct job *job, guint event, const char *method)
{
	struct rn_calendar *item = rn_calendar_new ();

	job->events[job->itip->items->len] = event;
	g_ptr_array_add (job->itip->items, item);
	set (&item->method, g_strdup (method));
	read_text (job, event, "UID", &item->uid);
	if (*item->uid == '\0') {
		note (job, "a meeting without UID");
		hold (job, "bad-calendar");
	}
	read_sequence (job, event, item);
	read_stamp (job, event, item);
	read_times (job, event, item);
	read_text (job, event, "SUMMARY", &item->summary);
	read_text (job, event, "COMMENT", &item->comment);
	read_organizer (job, event, item);
	read_attendees (job, event, item);
	read_speaker (job, event, item);
}

/* ---- Series ---- */

static gboolean
is_series (const rn_ics *ics, guint event)
{
	return rn_ics_value (ics, event, "RRULE") != NULL || rn_ics_value (ics, event, "RDATE") != NULL;
}

static void
take_occurrences (struct job *job, guint i)
{
	struct rn_calendar *item = g_ptr_array_index (job->itip->items, i);
	gboolean complete = TRUE;
	g_autoptr (GArray) occurrences =
		rn_occurrences (job->ics, job->zones, MAX (item->start, item->dtstamp), G_MAXINT64, RN_MAIL_WORK, &complete);

	for (guint k = 0; k < occurrences->len; k++) {
		const struct rn_occurrence *occurrence = &g_array_index (occurrences, struct rn_occurrence, k);
		if (occurrence->event == job->events[i])
			g_array_append_val (item->occurrences, occurrence->span.start);
	}
	if (!complete)
		note (job, "not every occurrence of the series can be told");
}

/* One UID has one series. */
static void
read_series (struct job *job)
{
	for (guint i = 0; i < job->itip->items->len && job->itip->reason == NULL; i++)
		if (is_series (job->ics, job->events[i])) {
			take_occurrences (job, i);
			return;
		}
}

/* ---- The whole ---- */

/* The calendar's own word counts before the mail's; a calendar without any is a mere
 * snapshot (RFC 5545, 3.7.2). */
static char *
read_method (struct job *job, guint calendar)
{
	const char *inner = rn_ics_value (job->ics, calendar, "METHOD");
	g_autofree char *mine = inner != NULL ? g_strstrip (g_ascii_strup (inner, -1)) : g_strdup ("");
	g_autofree char *outer = job->method != NULL ? g_strstrip (g_ascii_strup (job->method, -1)) : g_strdup ("");

	if (*mine == '\0') {
		note (job, *outer != '\0' ? "method of the mail used" : "no method: taken as published");
		return *outer != '\0' ? g_steal_pointer (&outer) : g_strdup ("PUBLISH");
	}
	if (*outer != '\0' && strcmp (mine, outer) != 0)
		note (job, "method of the calendar used");
	return g_steal_pointer (&mine);
}

static const char *const methods[] = {
	"REQUEST", "REPLY", "COUNTER", "DECLINECOUNTER", "CANCEL", "REFRESH", "ADD", "PUBLISH", NULL,
};

static void
read_calendar (struct job *job, guint calendar)
{
	g_autofree char *method = read_method (job, calendar);
	const rn_ics *ics = job->ics;

	if (!g_strv_contains (methods, method)) {
		g_autofree char *word = shown (method);
		note (job, "nobody knows the method “%s”", word);
		hold (job, "bad-calendar");
	}
	if (!ics->components[calendar].is_closed)
		note (job, "END:VCALENDAR is missing");
	for (guint i = rn_ics_component (ics, calendar, "VEVENT", calendar + 1); i < ics->n_components;
	     i = rn_ics_component (ics, calendar, "VEVENT", i + 1)) {
		if (!ics->components[i].is_closed || job->itip->items->len == RN_MAX_EVENTS) {
			note (job, ics->components[i].is_closed ? "more meetings than can be read" : "the calendar is cut off");
			hold (job, "bad-calendar");
			break;
		}
		read_event (job, i, method);
	}
}

static void
note_repairs (struct job *job)
{
	const struct {
		gboolean is_so;
		const char *text;
	} repairs[] = {
		{ job->ics->has_junk_before, "text before the calendar left out" },
		{ job->ics->has_text_behind, "text behind the calendar left out" },
		{ job->ics->is_foreign_text, "text that is not UTF-8 read as Windows-1252" },
		{ job->ics->has_bare_colon, "an unquoted colon before an address mended" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS (repairs); i++)
		if (repairs[i].is_so)
			note (job, "%s", repairs[i].text);
}

/* What only the whole can tell. */
static void
check_whole (struct job *job)
{
	GPtrArray *items = job->itip->items;

	if (job->ics->n_calendars > 1)
		hold (job, "several-calendars");
	if (job->ics->n_components == 0)
		note (job, "no BEGIN:VCALENDAR");
	else if (items->len == 0 && job->ics->n_components > 1)
		note (job, "a %s is no meeting", job->ics->components[1].name);
	if (items->len == 0)
		hold (job, "bad-calendar");
	for (guint i = 1; i < items->len; i++) {
		struct rn_calendar *first = g_ptr_array_index (items, 0), *other = g_ptr_array_index (items, i);
		if (strcmp (first->uid, other->uid) != 0)
			hold (job, "several-meetings");
	}
}

void
rn_itip_read (const char *text, gsize size, const char *method, const char *from, GTimeZone *floating, struct rn_itip *itip)
{
	g_autoptr (rn_ics) ics = rn_ics_new (text, size, RN_MAX_ICS);
	g_autoptr (rn_zones) zones = rn_zones_new (ics, floating);
	struct job job = { .ics = ics, .zones = zones, .method = method, .from = from, .itip = itip };

	if (ics->reason != NULL) {
		note (&job, "a calendar over %d bytes or nested over %d deep", RN_MAX_ICS, RN_MAX_ICS_DEPTH);
		hold (&job, ics->reason);
		return;
	}
	note_repairs (&job);
	for (guint i = 0; i < ics->n_components; i++)
		if (ics->components[i].parent == i || strcmp (ics->components[i].name, "VCALENDAR") == 0)
			read_calendar (&job, i);
	check_whole (&job);
	read_series (&job);
}

#include "itip_job.h"

#include <string.h>

#define RN_MAX_NOTES 40
#define RN_MAX_NOTE 200 /* bytes of a value that a note shows */

/* ---- What all parts use ---- */

void
rn_itip_note (struct rn_itip_job *job, const char *format, ...)
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

void
rn_itip_hold (struct rn_itip_job *job, const char *reason)
{
	if (job->itip->reason == NULL)
		job->itip->reason = reason;
}

char *
rn_itip_shown (const char *value)
{
	gsize length = strlen (value);
	return g_utf8_make_valid (value, (gssize) MIN (length, RN_MAX_NOTE));
}

void
rn_itip_set (char **member, char *text)
{
	g_free (*member);
	*member = g_strstrip (text);
}

/* ---- One component ---- */

static void
read_text (struct rn_itip_job *job, guint event, const char *name, char **member)
{
	const char *value = rn_ics_value (job->ics, event, name);
	if (value != NULL)
		rn_itip_set (member, rn_ics_text (value));
}

/* There may be several (RFC 5545, 3.8.1.4). */
static void
read_comments (struct rn_itip_job *job, guint event, struct rn_calendar *item)
{
	const struct rn_line *line = NULL;

	while ((line = rn_ics_find (job->ics, event, "COMMENT", line)) != NULL) {
		g_autofree char *text = g_strstrip (rn_ics_text (line->value));
		rn_itip_set (&item->comment, *item->comment == '\0' ? g_steal_pointer (&text)
		                                                     : g_strdup_printf ("%s\n%s", item->comment, text));
	}
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
read_sequence (struct rn_itip_job *job, guint event, struct rn_calendar *item)
{
	const char *value = rn_ics_value (job->ics, event, "SEQUENCE");

	if (value != NULL && !read_number (value, &item->sequence))
		rn_itip_note (job, "SEQUENCE is no number, taken as 0");
	const char *outlook = rn_ics_value (job->ics, event, "X-MICROSOFT-CDO-APPT-SEQUENCE");
	if (item->sequence == 0 && read_number (outlook, &item->sequence) && item->sequence > 0)
		rn_itip_note (job, "sequence of Outlook's own property used");
}

static void
read_stamp (struct rn_itip_job *job, guint event, struct rn_calendar *item)
{
	struct rn_ics_time stamp;
	const char *value = rn_ics_value (job->ics, event, "DTSTAMP");

	if (value == NULL)
		return;
	if (!rn_ics_time_read (value, &stamp)) {
		rn_itip_note (job, "DTSTAMP is no time and was left out");
		return;
	}
	struct rn_moment moment;
	const struct rn_line *line = rn_ics_find (job->ics, event, "DTSTAMP", NULL);
	g_autofree char *tzid = rn_line_parameter (line, "TZID");
	if (tzid != NULL && rn_zones_read (job->zones, line, &moment) == NULL) {
		item->dtstamp = rn_moment_instant (&moment);
		return;
	}
	if (!stamp.is_utc)
		rn_itip_note (job, "DTSTAMP without Z taken as UTC");
	item->dtstamp = stamp.local;
}

static void
read_event (struct rn_itip_job *job, guint event, const char *method)
{
	struct rn_calendar *item = rn_calendar_new ();

	job->events[job->itip->items->len] = event;
	g_ptr_array_add (job->itip->items, item);
	rn_itip_set (&item->method, g_strdup (method));
	read_text (job, event, "UID", &item->uid);
	if (*item->uid == '\0') {
		rn_itip_note (job, "a meeting without UID");
		rn_itip_hold (job, "bad-calendar");
	}
	read_sequence (job, event, item);
	read_stamp (job, event, item);
	rn_itip_read_times (job, event, item);
	read_text (job, event, "SUMMARY", &item->summary);
	read_comments (job, event, item);
	read_text (job, event, "STATUS", &item->status);
	rn_itip_set (&item->status, g_ascii_strup (item->status, -1));
	rn_itip_read_people (job, event, item);
}

/* ---- The whole ---- */

/* The calendar's own word counts before the mail's; a calendar without any is a mere
 * snapshot (RFC 5545, 3.7.2). */
static char *
read_method (struct rn_itip_job *job, guint calendar)
{
	const char *inner = rn_ics_value (job->ics, calendar, "METHOD");
	g_autofree char *mine = inner != NULL ? g_strstrip (g_ascii_strup (inner, -1)) : g_strdup ("");
	g_autofree char *outer = job->method != NULL ? g_strstrip (g_ascii_strup (job->method, -1)) : g_strdup ("");

	if (*mine == '\0') {
		rn_itip_note (job, *outer != '\0' ? "method of the mail used" : "no method: taken as published");
		return *outer != '\0' ? g_steal_pointer (&outer) : g_strdup ("PUBLISH");
	}
	if (*outer != '\0' && strcmp (mine, outer) != 0)
		rn_itip_note (job, "method of the calendar used");
	return g_steal_pointer (&mine);
}

static const char *const methods[] = {
	"REQUEST", "REPLY", "COUNTER", "DECLINECOUNTER", "CANCEL", "REFRESH", "ADD", "PUBLISH", NULL,
};

static gboolean
has_content (const rn_ics *ics, guint calendar)
{
	for (guint i = calendar + 1; i < ics->n_components; i++)
		if (ics->components[i].parent == calendar && strcmp (ics->components[i].name, "VTIMEZONE") != 0)
			return TRUE;
	return FALSE;
}

static void
read_calendar (struct rn_itip_job *job, guint calendar)
{
	g_autofree char *method = read_method (job, calendar);
	const rn_ics *ics = job->ics;

	job->n_published += strcmp (method, "PUBLISH") == 0 && has_content (ics, calendar);
	if (!g_strv_contains (methods, method)) {
		g_autofree char *word = rn_itip_shown (method);
		rn_itip_note (job, "nobody knows the method “%s”", word);
		rn_itip_hold (job, "bad-calendar");
	}
	if (!ics->components[calendar].is_closed)
		rn_itip_note (job, "END:VCALENDAR is missing");
	for (guint i = rn_ics_component (ics, calendar, "VEVENT", calendar + 1); i < ics->n_components;
	     i = rn_ics_component (ics, calendar, "VEVENT", i + 1)) {
		if (!ics->components[i].is_closed || job->itip->items->len == RN_MAX_EVENTS) {
			rn_itip_note (job, ics->components[i].is_closed ? "more meetings than can be read"
			                                                : "the calendar is cut off");
			rn_itip_hold (job, "bad-calendar");
			break;
		}
		read_event (job, i, method);
	}
}

static void
note_repairs (struct rn_itip_job *job)
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
			rn_itip_note (job, "%s", repairs[i].text);
}

/* What asks for something is about one meeting (RFC 5546, 3.2). */
static void
check_one (struct rn_itip_job *job)
{
	GPtrArray *items = job->itip->items;

	if (job->ics->n_calendars > 1)
		rn_itip_hold (job, "several-calendars");
	for (guint i = 1; i < items->len; i++) {
		struct rn_calendar *first = g_ptr_array_index (items, 0), *other = g_ptr_array_index (items, i);
		if (strcmp (first->uid, other->uid) != 0)
			rn_itip_hold (job, "several-meetings");
	}
}

/* What only the whole can tell. */
static void
check_whole (struct rn_itip_job *job)
{
	GPtrArray *items = job->itip->items;

	if (items->len == 0 && job->n_published > 0 && job->n_published == job->ics->n_calendars && job->ics->is_complete)
		rn_itip_hold (job, "published"); /* free time, tasks, journals */
	if (job->ics->n_calendars > job->n_published)
		check_one (job);
	if (job->ics->n_components == 0)
		rn_itip_note (job, "no BEGIN:VCALENDAR");
	else if (items->len == 0 && job->ics->n_components > 1)
		rn_itip_note (job, "a %s is no meeting", job->ics->components[1].name);
	if (items->len == 0)
		rn_itip_hold (job, "bad-calendar");
}

void
rn_itip_read (const char *text, gsize size, const char *method, const char *from, GTimeZone *floating, struct rn_itip *itip)
{
	g_autoptr (rn_ics) ics = rn_ics_new (text, size, RN_MAX_ICS);
	g_autoptr (rn_zones) zones = rn_zones_new (ics, floating);
	struct rn_itip_job job = { .ics = ics, .zones = zones, .method = method, .from = from, .itip = itip };

	if (ics->reason != NULL) {
		rn_itip_note (&job, "a calendar over %d bytes or nested over %d deep", RN_MAX_ICS, RN_MAX_ICS_DEPTH);
		rn_itip_hold (&job, ics->reason);
		return;
	}
	note_repairs (&job);
	for (guint i = 0; i < ics->n_components; i++)
		if (ics->components[i].parent == i || strcmp (ics->components[i].name, "VCALENDAR") == 0)
			read_calendar (&job, i);
	check_whole (&job);
	rn_itip_read_series (&job);
}

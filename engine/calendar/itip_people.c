#include "itip_job.h"

#include <string.h>

#include "address.h"
#include "attendee.h"

#define RN_MAX_ATTENDEES 500 /* of one meeting */

static void
read_attendees (struct rn_itip_job *job, guint event, struct rn_calendar *item)
{
	g_autoptr (GStrvBuilder) addresses = g_strv_builder_new (), partstats = g_strv_builder_new ();
	const struct rn_line *line = NULL;
	guint n = 0;

	while ((line = rn_ics_find (job->ics, event, "ATTENDEE", line)) != NULL && n < RN_MAX_ATTENDEES) {
		g_autofree char *address = rn_attendee_address (line);
		if (*address == '\0')
			continue;
		g_autofree char *partstat = rn_attendee_partstat (line);
		g_strv_builder_add (addresses, address);
		g_strv_builder_add (partstats, partstat);
		n++;
	}
	if (line != NULL)
		rn_itip_note (job, "only the first %d attendees were read", RN_MAX_ATTENDEES);
	g_strfreev (item->attendees);
	item->attendees = g_strv_builder_end (addresses);
	g_strfreev (item->partstats);
	item->partstats = g_strv_builder_end (partstats);
}

static void
read_organizer (struct rn_itip_job *job, guint event, struct rn_calendar *item)
{
	const struct rn_line *line = rn_ics_find (job->ics, event, "ORGANIZER", NULL);

	if (line != NULL) {
		rn_itip_set (&item->organizer, rn_attendee_address (line));
		rn_itip_set (&item->sent_by, rn_attendee_parameter (line, "SENT-BY"));
	}
	if (*item->organizer == '\0')
		rn_itip_note (job, "organizer assumed");
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
		rn_itip_set (&item->comment, remark);
}

/* An assistant, or the same person by another address: only who knows both can tell. */
static void
note_sender (struct rn_itip_job *job, const struct rn_calendar *item)
{
	g_autofree char *from = job->from != NULL ? rn_address_base (job->from) : g_strdup ("");
	g_autofree char *attendee = rn_address_base (item->attendee), *agent = rn_address_base (item->sent_by);

	if (*from != '\0' && *attendee != '\0' && strcmp (from, attendee) != 0 && strcmp (from, agent) != 0)
		rn_itip_note (job, "sent by %s for %s", from, attendee);
}

static void
read_speaker (struct rn_itip_job *job, guint event, struct rn_calendar *item)
{
	const struct speech *speech = speech_of (item->method);
	const struct rn_line *line =
		speech != NULL ? rn_attendee_speaker (job->ics, event, job->from, speech->is_counter) : NULL;

	if (speech == NULL) {
		if (item->attendees[0] != NULL && item->attendees[1] == NULL) {
			rn_itip_set (&item->attendee, g_strdup (item->attendees[0]));
			rn_itip_set (&item->partstat, g_strdup (item->partstats[0]));
		}
		return;
	}
	rn_itip_set (&item->sent_by, g_strdup (""));
	if (line != NULL) {
		rn_itip_set (&item->attendee, rn_attendee_address (line));
		rn_itip_set (&item->sent_by, rn_attendee_parameter (line, "SENT-BY"));
		rn_itip_set (&item->delegated_to, rn_attendee_parameter (line, "DELEGATED-TO"));
		rn_itip_set (&item->partstat, rn_attendee_partstat (line));
		read_remark (line, item);
	}
	if (*item->attendee == '\0' && job->from != NULL && *job->from != '\0') {
		rn_itip_set (&item->attendee, rn_address_normal (job->from));
		rn_itip_note (job, "attendee assumed to be the sender");
	}
	note_sender (job, item);
	if (speech->needs_partstat && *item->partstat == '\0')
		rn_itip_hold (job, "no-partstat");
	else if (*item->attendee == '\0')
		rn_itip_hold (job, "bad-calendar");
}

void
rn_itip_read_people (struct rn_itip_job *job, guint event, struct rn_calendar *item)
{
	read_organizer (job, event, item);
	read_attendees (job, event, item);
	read_speaker (job, event, item);
}

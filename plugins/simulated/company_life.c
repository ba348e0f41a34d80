#include "company_parts.h"

/* ---- Events --------------------------------------------------------------------------- */

static int
compare_events (gconstpointer a, gconstpointer b, gpointer unused)
{
	const struct event *one = a, *other = b;
	(void) unused;
	if (one->at != other->at)
		return one->at < other->at ? -1 : 1;
	return one->number < other->number ? -1 : one->number > other->number;
}

void
company_free_event (gpointer data)
{
	struct event *event = data;
	letter_free (event->letter);
	matter_clear (&event->matter);
	g_clear_pointer (&event->post.bytes, g_bytes_unref);
	g_free (event->post.sender);
	if (event->mail != NULL)
		g_string_free (event->mail, TRUE);
	g_free (event);
}

struct event *
company_plan (struct company *company, struct event event)
{
	event.number = ++company->last_event;
	struct event *planned = g_memdup2 (&event, sizeof event);
	g_sequence_insert_sorted (company->events, planned, compare_events, NULL);
	return planned;
}

/* ---- What happens ----------------------------------------------------------------------- */

/* She may come back to it: then the event keeps the letter. */
static void
read_letter (struct company *company, struct event *event)
{
	struct desk *desk = event->desk;
	struct answer answer = { 0 };
	while (event->letter == NULL && event->kind == EVENT_READ)
		company_open_next (company);
	if (event->kind == EVENT_NOTHING)
		return;
	gboolean answers = person_is_here (desk->person, company->now)
	                   && mind_read (desk, event->letter, &event->matter, company->now, company->chaos, &answer);
	struct meeting *meeting = answer.invitation != NULL
	                          ? gathering_expect (&company->gatherings, desk, answer.invitation, company->now) : NULL;
	if (meeting != NULL)
		company_plan (company, (struct event) { .at = meeting->start, .kind = EVENT_MEETING, .meeting = meeting });
	for (guint times = answers ? 1 + (answer.twice ? 1 : 0) : 0; times > 0; times--)
		company_send (company, desk, FALSE, answer.recipient, answer.mail);
	if (answer.again != 0) {
		company_plan (company, (struct event) { .at = answer.again, .kind = EVENT_READ, .desk = desk,
		                                .letter = g_steal_pointer (&event->letter), .matter = event->matter });
		event->matter = (struct matter) { NULL };
	}
	answer_clear (&answer);
}

/* Nobody asked her. */
static void
wonder (struct company *company, struct desk *desk)
{
	if (!person_is_here (desk->person, company->now))
		return;
	GString *mail = mind_wonder (desk->person, company->program, company->now);
	company_send (company, desk, FALSE, company->program, mail);
	g_string_free (mail, TRUE);
}

static void
happen (struct company *company, struct event *event)
{
	switch (event->kind) {
	case EVENT_READ:
		read_letter (company, event);
		break;
	case EVENT_MEETING:
		gathering_hold (event->meeting, company->now);
		break;
	case EVENT_ROBOT:
		company_send (company, event->desk, event->from_nobody, event->letter->sender, event->mail);
		break;
	case EVENT_QUESTION:
		wonder (company, event->desk);
		break;
	case EVENT_NOTHING:
		break;
	}
}

/* The next thing that happens before then; NULL at the end. */
static GSequenceIter *
next_before (struct company *company, rn_time end)
{
	GSequenceIter *first = g_sequence_get_begin_iter (company->events);
	gboolean is_due = !g_sequence_iter_is_end (first) && ((const struct event *) g_sequence_get (first))->at < end;

	return is_due ? first : NULL;
}

void
company_live (struct company *company, rn_time end)
{
	for (GSequenceIter *next; (next = next_before (company, end)) != NULL; g_sequence_remove (next)) {
		struct event *event = g_sequence_get (next);
		company->now = MAX (company->now, event->at);
		happen (company, event);
	}
}

rn_time
company_pass (struct company *company, rn_time until)
{
	const struct mailroom *mailroom = &company->mailroom;

	for (GSequenceIter *next; mailroom->newest == mailroom->fetched && (next = next_before (company, until)) != NULL;)
		company_live (company, ((const struct event *) g_sequence_get (next))->at + 1);
	if (mailroom->newest == mailroom->fetched)
		company->now = MAX (company->now, until);
	return company->now;
}

/* A calendar's host: calendars come as text, and go on as spans of time. */
#include "host_private.h"

#include "clock.h"
#include "error.h"
#include "frames.h"
#include "spans.h"

/* Busy is what is busy in any calendar, known what is known by all of them. */
static void
unite (struct rn_freebusy *all, const struct rn_freebusy *one)
{
	all->known.start = MAX (all->known.start, one->known.start);
	all->known.end = MIN (all->known.end, one->known.end);
	all->complete = all->complete && one->complete;
	g_array_append_vals (all->busy, one->busy->data, one->busy->len);
	rn_spans_join (all->busy);
}

gboolean
rn_host_calendar (const struct rn_host *face, const char *text, gsize size, GError **error)
{
	struct host *host = rn_host_of (face);
	struct rn_freebusy one;

	if (!rn_freebusy_read (text, size, host->zone, host->question.from, host->question.until, &one, error))
		return FALSE;
	if (host->freebusy.busy == NULL) {
		host->freebusy = one;
		return TRUE;
	}
	unite (&host->freebusy, &one);
	rn_freebusy_clear (&one);
	return TRUE;
}

static GVariant *
busy_told (gint64 person, const struct rn_freebusy *freebusy, const GError *error)
{
	g_auto (GVariantBuilder) spans = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(xx)"));

	for (guint i = 0; freebusy->busy != NULL && i < freebusy->busy->len; i++) {
		struct rn_span span = g_array_index (freebusy->busy, struct rn_span, i);
		g_variant_builder_add (&spans, "(xx)", span.start, span.end);
	}
	return g_variant_new ("(x(xx)ba(xx)s@s)", person, freebusy->known.start, freebusy->known.end, freebusy->complete, &spans,
	                      rn_error_word (error), rn_host_valid (error != NULL ? error->message : ""));
}

/* FALSE, or TRUE without any calendar: nothing is known. */
static void
ask_calendars (struct host *host, const char *zone, GError **error)
{
	host->zone = rn_zone (zone, error);
	if (host->zone == NULL)
		return;
	if (!host->calendar.busy (host->selves[RN_CALENDAR], &host->question, error))
		rn_freebusy_clear (&host->freebusy);
	g_clear_pointer (&host->zone, g_time_zone_unref);
}

void
rn_host_take_ask_busy (struct host *host, GVariant *body)
{
	struct rn_busy_question *question = &host->question;
	rn_time now;
	gint64 person;
	const char *zone;
	g_autoptr (GError) error = NULL;

	g_variant_get (body, "(xx&s&s&s&s&sxx)", &now, &person, &question->id, &question->name, &question->address, &question->calendar,
	               &zone, &question->from, &question->until);
	if (host->simulated)
		host->now = now;
	host->freebusy = (struct rn_freebusy) { .complete = TRUE };
	ask_calendars (host, zone, &error);
	if (host->freebusy.busy == NULL)
		host->freebusy.known = (struct rn_span) { 0, 0 };
	rn_channel_put (host->channel, RN_FRAME_BUSY, busy_told (person, &host->freebusy, error));
	rn_freebusy_clear (&host->freebusy);
	*question = (struct rn_busy_question) { 0 }; /* its texts are the frame's */
	rn_host_flush (host, NULL);
}

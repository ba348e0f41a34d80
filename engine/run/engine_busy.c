/* What people's calendars say: a turn that needs it and does not have it is put off, the
 * calendars are asked in their own processes, and the turn runs again with the answers. An
 * answer that does not come is an answer: nothing is known, for the next hour. */
#include "engine_private.h"

#include "busy.h"
#include "diary.h"
#include "error.h"
#include "events.h"
#include "frames.h"
#include "log.h"
#include "records.h"

#define RN_BUSY_WAIT (2 * RN_MINUTE) /* an event is tried again then, whatever became of the answers */

/* An event whose last question is answered runs now. */
static gboolean
go_on (rn_engine *engine, gint64 event, GError **error)
{
	for (guint i = 0; i < engine->asks->len; i++)
		if (g_array_index (engine->asks, struct rn_busy_ask, i).event == event)
			return TRUE;
	return event == 0 || rn_event_postpone (engine->db, event, rn_engine_now (engine), error);
}

/* Takes the questions about a person, or about all (0), off the list. */
static gboolean
settle (rn_engine *engine, rn_provider_client *provider, gint64 person, GError **error)
{
	for (guint i = engine->asks->len; i > 0; i--) {
		struct rn_busy_ask ask = g_array_index (engine->asks, struct rn_busy_ask, i - 1);
		if (ask.provider != provider || (person != 0 && ask.person != person))
			continue;
		g_array_remove_index (engine->asks, i - 1);
		if (!go_on (engine, ask.event, error))
			return FALSE;
	}
	return TRUE;
}

/* Who was forgotten meanwhile has no calendar here. */
static gboolean
keep (rn_engine *engine, gint64 id, const rn_provider_client *provider, struct rn_span known, GVariant *spans, GError **error)
{
	g_autoptr (rn_person) person = rn_load (engine->db, &rn_person_kind, id, error);

	if (person == NULL || rn_person_is_forgotten (person))
		return person != NULL;
	return rn_busy_keep (engine->db, id, provider->config->title, rn_engine_now (engine), known, spans, error);
}

static gboolean
know_nothing (rn_engine *engine, const rn_provider_client *provider, gint64 person, GError **error)
{
	GVariant *none = g_variant_new_array (G_VARIANT_TYPE ("(xx)"), NULL, 0);
	g_autoptr (GVariant) owned = g_variant_ref_sink (none);

	return keep (engine, person, provider, (struct rn_span) { 0, 0 }, owned, error);
}

static gboolean
is_asked (const rn_engine *engine, const rn_provider_client *provider, gint64 person)
{
	for (guint i = 0; i < engine->asks->len; i++) {
		const struct rn_busy_ask *ask = &g_array_index (engine->asks, struct rn_busy_ask, i);
		if (ask->provider == provider && ask->person == person)
			return TRUE;
	}
	return FALSE;
}

static gboolean
ask_one (rn_engine *engine, rn_provider_client *provider, gint64 id, gint64 event, GError **error)
{
	rn_time now = rn_engine_now (engine);
	g_autoptr (rn_person) person = rn_load (engine->db, &rn_person_kind, id, error);

	if (person == NULL)
		return FALSE;
	if (!rn_provider_may (provider) ||
	    !rn_provider_up (provider, engine->order.simulated ? now : 0, engine->order.seed, engine->config->poll_seconds))
		return know_nothing (engine, provider, id, error); /* its server is away */
	if (!is_asked (engine, provider, id)) {
		rn_provider_put (provider, RN_FRAME_ASK_BUSY,
		                 g_variant_new ("(xxsssssxx)", now, id, person->key, person->name, person->address, person->calendar,
		                                person->zone, now, now + RN_BUSY_AHEAD));
		provider->asking++;
	}
	struct rn_busy_ask ask = { provider, id, event };
	g_array_append_val (engine->asks, ask);
	return TRUE;
}

gboolean
rn_engine_ask_busy (rn_engine *engine, const rn_turn *turn, gint64 event, GError **error)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		gboolean knows = (provider->provides & 1u << RN_CALENDAR) != 0;
		for (guint j = 0; knows && j < turn->wanted->len; j++)
			if (!ask_one (engine, provider, g_array_index (turn->wanted, gint64, j), event, error))
				return FALSE;
	}
	return event == 0 || (rn_event_postpone (engine->db, event, rn_engine_now (engine) + RN_BUSY_WAIT, error) &&
	                      go_on (engine, event, error));
}

/* One person's calendar may be unreadable; that is no trouble of the server's. */
static void
tell (rn_provider_client *provider, gint64 person, const char *word, const char *message)
{
	if (g_str_equal (word, "retry") || g_str_equal (word, "config"))
		rn_provider_trouble (provider, message);
	else
		rn_provider_well (provider);
	if (g_str_equal (word, "data") || g_str_equal (word, "refused"))
		rn_log (RN_SEVERITY_INFO, "%s “%s”: person:%" G_GINT64_FORMAT ": %s", provider->config->provider, provider->config->title, person,
		        message);
}

gboolean
rn_engine_take_busy (rn_engine *engine, rn_provider_client *provider, GVariant *body, GError **error)
{
	gint64 person;
	struct rn_span known;
	gboolean complete;
	g_autoptr (GVariant) spans = NULL;
	const char *word, *message;

	g_variant_get (body, "(x(xx)b@a(xx)&s&s)", &person, &known.start, &known.end, &complete, &spans, &word, &message);
	provider->asking -= provider->asking > 0;
	tell (provider, person, word, message);
	if (!is_asked (engine, provider, person))
		return TRUE; /* it answers too late */
	if (!complete || known.end < known.start)
		known = (struct rn_span) { 0, 0 }; /* what could not be read may be busy time */
	return keep (engine, person, provider, known, spans, error) &&
	       settle (engine, provider, person, error);
}

gboolean
rn_engine_give_up_busy (rn_engine *engine, rn_provider_client *provider, GError **error)
{
	for (guint i = 0; i < engine->asks->len; i++) {
		const struct rn_busy_ask *ask = &g_array_index (engine->asks, struct rn_busy_ask, i);
		if (ask->provider == provider && !know_nothing (engine, provider, ask->person, error))
			return FALSE;
	}
	return settle (engine, provider, 0, error);
}

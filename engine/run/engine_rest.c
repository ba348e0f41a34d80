/* When nothing is to be done: until when the engine rests, whether `once` is over, and how a simulation's clock
 * jumps. */
#include "engine_private.h"

#include "error.h"
#include "events.h"

static gboolean
on_timer (gpointer data)
{
	rn_engine *engine = data;
	engine->timer = 0;
	rn_engine_wake (engine);
	return G_SOURCE_REMOVE;
}

void
rn_engine_wake_in (rn_engine *engine, gint64 milliseconds)
{
	if (engine->timer != 0)
		g_source_remove (engine->timer);
	engine->timer = g_timeout_add ((guint) milliseconds, on_timer, engine);
}

static rn_time
sooner (rn_time a, rn_time b)
{
	return a == 0 || (b != 0 && b < a) ? b : a;
}

gboolean
rn_engine_next_due (rn_engine *engine, rn_time *next, GError **error)
{
	rn_time due = 0;

	*next = 0;
	if (!rn_event_next_due (engine->db, &due, error))
		return FALSE;
	*next = due;
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		due = 0;
		gboolean sends = (provider->provides & 1u << RN_TRANSPORT) != 0 && provider->nth == 0 && rn_engine_may_send (engine);
		if (sends && !rn_engine_mail_due (engine, provider, &due, error))
			return FALSE;
		*next = sooner (*next, due);
	}
	return TRUE;
}

static gboolean
is_quiet (rn_engine *engine)
{
	if (rn_reader_waiting (engine->reader) > 0 || engine->backlog)
		return FALSE;
	for (guint i = 0; i < engine->providers->len; i++)
		if (rn_provider_is_busy (g_ptr_array_index (engine->providers, i)))
			return FALSE;
	return TRUE;
}

static void
report_progress (rn_engine *engine)
{
	rn_time day = rn_engine_now (engine) / RN_DAY;
	if (engine->order.progress != NULL && day != engine->progress_day)
		engine->order.progress (rn_engine_now (engine), engine->order.progress_data);
	engine->progress_day = day;
}

void
rn_engine_pass (rn_engine *engine, rn_time until)
{
	if (!engine->order.simulated || until <= rn_engine_now (engine))
		return;
	rn_clock_jump (&engine->clock, until);
	report_progress (engine);
}

/* A simulation's clock jumps when everybody waits. FALSE at its end. */
static gboolean
jump (rn_engine *engine, GError **error)
{
	rn_time next = 0;

	if (!rn_engine_next_due (engine, &next, error))
		return FALSE;
	if (next == 0 || next > engine->order.end) {
		rn_clock_jump (&engine->clock, engine->order.end);
		engine->is_over = TRUE;
		return TRUE;
	}
	rn_engine_pass (engine, next);
	rn_engine_wake (engine);
	return TRUE;
}

/* Whether the people could not be read: turns wait for them, so mails that came are never done with. */
static gboolean
lacks_people (rn_engine *engine)
{
	for (guint i = 0; i < engine->providers->len; i++) {
		const rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if (provider->listing || rn_provider_leases (provider) > 0)
			return FALSE;
	}
	return engine->lists_pending > 0;
}

#define RN_TICK_MS 1000 /* back-offs of children are looked at so often */

/* With `once`: every source was looked at, and all that follows is done. Mail that is due
 * while everybody is at rest cannot leave now: its server is away, or its rate is used up. */
static gboolean
once_is_over (rn_engine *engine)
{
	rn_time next = 0;

	if (engine->order.once && lacks_people (engine))
		return TRUE;
	if (!engine->order.once || !is_quiet (engine) || !rn_event_next_due (engine->db, &next, NULL) ||
	    (next != 0 && next <= rn_engine_now (engine)))
		return FALSE;
	for (guint i = 0; i < engine->providers->len; i++) {
		rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if ((provider->provides & 1u << RN_SOURCE) != 0 && !provider->polled_once && provider->trouble == NULL)
			return FALSE;
	}
	return TRUE;
}

/* cron should notice what a service would try again by itself. */
static void
tell_trouble (rn_engine *engine)
{
	for (guint i = 0; i < engine->providers->len && engine->failure == NULL; i++) {
		const rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if (provider->trouble != NULL)
			engine->failure = g_error_new (RN_ERROR, RN_ERROR_RETRY, "%s “%s”: %s", provider->config->provider,
			                               provider->config->title, provider->trouble);
	}
}

gboolean
rn_engine_rest (rn_engine *engine, GError **error)
{
	rn_time next = 0;

	if (engine->order.simulated)
		return !is_quiet (engine) || jump (engine, error);
	rn_engine_tell_manager (engine);
	if (!rn_engine_next_due (engine, &next, error))
		return FALSE;
	if (once_is_over (engine)) {
		tell_trouble (engine);
		engine->is_over = TRUE;
		return TRUE;
	}
	/* what is due already and does not move waits for a child, a back-off or a rate */
	rn_time away = next - rn_engine_now (engine);
	gint64 wait = next != 0 && away > 0 ? MIN (away * 1000, RN_TICK_MS) : RN_TICK_MS;
	rn_engine_wake_in (engine, wait);
	return TRUE;
}

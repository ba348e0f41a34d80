/* Processes that hang without dying: one that has work in hand and says nothing for too long is killed, and what
 * it had goes the way of all that a dead one leaves. Time in which the engine itself stood still does not count:
 * it heard nobody then. In a simulation nobody is killed, since the company's process holds its only world. */
#include "engine_private.h"

#define RN_WATCH_US G_USEC_PER_SEC
#define RN_STOOD_STILL_US (5 * G_USEC_PER_SEC) /* between two looks: the computer slept, or a debugger had us */

/* Seconds. Between two polls a source waits and has nothing to tell. */
static gint64
patience (const rn_engine *engine, const rn_provider_client *provider)
{
	gint64 silence = engine->config->silence_seconds;

	if (provider->asking > 0)
		return MIN (silence, RN_BUSY_SECONDS);
	return provider->polling ? silence + engine->config->poll_seconds : silence;
}

static const char *
work_of (const rn_provider_client *provider)
{
	return rn_provider_leases (provider) > 0 ? "sent mail"
	       : provider->asking > 0            ? "was asked for a calendar"
	       : provider->listing               ? "listed the people"
	       : provider->polling               ? "looked for mail"
	                                         : "marked mail";
}

static gboolean
end_silent (rn_engine *engine, rn_provider_client *provider, GError **error)
{
	g_autofree char *why = g_strdup_printf ("it gave no sign of life for %" G_GINT64_FORMAT " seconds while it %s; its process was killed",
	                                        provider->silent_us / G_USEC_PER_SEC, work_of (provider));

	return rn_engine_end_process (engine, provider, why, error);
}

/* While it is held it may well wait for us. */
static gboolean
is_to_speak (const rn_provider_client *provider)
{
	return provider->child != NULL && rn_provider_is_busy (provider) && !rn_channel_is_held (provider->child->channel);
}

static gboolean
watch_one (rn_engine *engine, rn_provider_client *provider, gint64 passed_us, GError **error)
{
	provider->silent_us = is_to_speak (provider) ? provider->silent_us + passed_us : 0;
	return provider->silent_us < patience (engine, provider) * G_USEC_PER_SEC || end_silent (engine, provider, error);
}

gboolean
rn_engine_watch (rn_engine *engine, GError **error)
{
	gint64 passed = g_get_monotonic_time () - engine->watched_us;

	if (engine->order.simulated || passed < RN_WATCH_US)
		return TRUE;
	engine->watched_us += passed;
	for (guint i = 0; i < engine->providers->len; i++)
		if (!watch_one (engine, g_ptr_array_index (engine->providers, i), passed < RN_STOOD_STILL_US ? passed : 0, error))
			return FALSE;
	return rn_engine_try_held (engine, error);
}

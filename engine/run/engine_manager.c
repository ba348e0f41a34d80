/* What the service manager is told of an engine, for who asks it: a sentence, when it becomes another one. */
#include "engine_private.h"

#include "notify.h"

/* The first trouble there is. */
static char *
state_of (const rn_engine *engine)
{
	if (engine->on_hold != NULL)
		return g_strdup_printf ("On hold until “rotnem release”: it %s.", engine->on_hold);
	for (guint i = 0; i < engine->providers->len; i++) {
		const rn_provider_client *provider = g_ptr_array_index (engine->providers, i);
		if (provider->trouble != NULL)
			return g_strdup_printf ("%s “%s”: %s", provider->config->provider, provider->config->title, provider->trouble);
	}
	return g_strdup ("Mail is handled.");
}

void
rn_engine_tell_manager (rn_engine *engine)
{
	g_autofree char *state = state_of (engine);

	if (g_strcmp0 (state, engine->told) == 0)
		return;
	rn_notify_status (state);
	g_free (engine->told);
	engine->told = g_steal_pointer (&state);
}

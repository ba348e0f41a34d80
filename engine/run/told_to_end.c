#include "told_to_end.h"

#include <glib-unix.h>
#include <signal.h>

static const int signals[RN_END_SIGNALS] = { SIGTERM, SIGINT, SIGHUP };

static gboolean
is_ignored (int number)
{
	struct sigaction now;

	return sigaction (number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

void
rn_watch_end (guint sources[RN_END_SIGNALS], GSourceFunc told, gpointer data)
{
	for (gsize i = 0; i < RN_END_SIGNALS; i++)
		sources[i] = is_ignored (signals[i]) ? 0 : g_unix_signal_add (signals[i], told, data);
}

void
rn_unwatch_end (const guint sources[RN_END_SIGNALS])
{
	for (gsize i = 0; i < RN_END_SIGNALS; i++)
		if (sources[i] != 0)
			g_source_remove (sources[i]);
}

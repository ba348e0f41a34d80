#include "provider.h"

#include <sys/wait.h>

#include "cores.h"
#include "error.h"
#include "frames.h"
#include "kind.h"
#include "log.h"

#define RN_BACKOFF_FIRST_MS 500
#define RN_BACKOFF_MOST_MS 60000 /* a server that is sane again is used within a minute */

rn_provider_client *
rn_provider_client_new (const rn_provider_config *config, rn_provider_frame frame, rn_provider_ready ready, gpointer data)
{
	rn_provider_client *provider = g_new0 (rn_provider_client, 1);

	provider->config = config;
	provider->serves = g_ptr_array_new ();
	provider->frame = frame;
	provider->ready = ready;
	provider->data = data;
	provider->stationery = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	provider->people = g_ptr_array_new_with_free_func (rn_record_free);
	rn_provider_client_add (provider, config);
	return provider;
}

void
rn_provider_client_add (rn_provider_client *provider, const rn_provider_config *config)
{
	g_ptr_array_add (provider->serves, (gpointer) config);
	provider->provides |= 1u << config->provides;
}

void
rn_provider_client_free (rn_provider_client *provider)
{
	if (provider == NULL)
		return;
	rn_child_stop (provider->child);
	g_ptr_array_unref (provider->serves);
	g_hash_table_unref (provider->stationery);
	g_ptr_array_unref (provider->people);
	g_free (provider->trouble);
	for (gsize i = 0; i < RN_LEASES; i++)
		g_free (provider->progress[i]);
	g_free (provider);
}

void
rn_provider_trouble (rn_provider_client *provider, const char *message)
{
	gint64 wait = MIN ((gint64) RN_BACKOFF_FIRST_MS << MIN (provider->failures, 10u), RN_BACKOFF_MOST_MS);

	/* one line at the first failure, and again when the words change */
	if (provider->trouble == NULL || !g_str_equal (provider->trouble, message))
		rn_log (RN_SEVERITY_WARNING, "%s “%s”: %s", provider->config->provider, provider->config->title, message);
	g_free (provider->trouble);
	provider->trouble = g_strdup (message);
	provider->failures++;
	provider->start_after_us = g_get_monotonic_time () + wait * 1000;
}

void
rn_provider_well (rn_provider_client *provider)
{
	if (provider->trouble != NULL)
		rn_log (RN_SEVERITY_INFO, "%s “%s”: works again", provider->config->provider, provider->config->title);
	g_clear_pointer (&provider->trouble, g_free);
	provider->failures = 0;
	provider->start_after_us = 0;
}

gboolean
rn_provider_may (const rn_provider_client *provider)
{
	return g_get_monotonic_time () >= provider->start_after_us;
}

void
rn_provider_down (rn_provider_client *provider)
{
	if (provider->child != NULL)
		provider->undead = rn_child_stop (g_steal_pointer (&provider->child));
	g_hash_table_remove_all (provider->stationery);
	provider->polling = provider->polled_once = provider->listing = FALSE;
	provider->passed = 0;
	provider->marking = provider->asking = 0;
	provider->silent_us = 0;
}

static void
on_ready (rn_channel *channel, gpointer data)
{
	rn_provider_client *provider = data;

	for (;;) {
		guint32 kind;
		g_autoptr (GVariant) body = NULL;
		g_autoptr (GError) error = NULL;
		enum rn_received received = rn_channel_get (channel, 0, &kind, &body, &error);
		if (received == RN_RECEIVED_NOTHING)
			break;
		if (received != RN_RECEIVED_FRAME) {
			gboolean spoke = provider->child->spoke;
			rn_provider_down (provider);
			if (!spoke || error != NULL)
				rn_provider_trouble (provider, error != NULL ? error->message : "its process died at once");
			else
				rn_log (RN_SEVERITY_WARNING, "%s “%s”: its process died and is started anew", provider->config->provider,
				        provider->config->title);
			provider->frame (provider, 0, NULL, provider->data);
			break;
		}
		provider->child->spoke = TRUE;
		provider->frame (provider, kind, body, provider->data);
		if (provider->child == NULL || provider->child->channel != channel)
			break;
	}
	provider->ready (provider->data);
}

/* Equal simulations get equal numbers. Of two other starts within one second they differ: files
 * are named by them. */
static guint64
seed_of (rn_time now, guint64 seed)
{
	return now != 0 ? seed : (guint64) g_random_int () << 32 | g_random_int ();
}

static GVariant *
open_frame (rn_provider_client *provider, rn_time now, guint64 seed, int poll_seconds)
{
	g_auto (GVariantBuilder) kinds = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(us)"));
	g_auto (GVariantBuilder) settings = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
	g_autofree char *seconds = g_strdup_printf ("%d", poll_seconds);

	for (guint i = 0; i < provider->serves->len; i++) {
		const rn_provider_config *config = g_ptr_array_index (provider->serves, i);
		GHashTableIter iter;
		gpointer name, value;
		g_variant_builder_add (&kinds, "(us)", (guint32) config->provides, config->provider);
		g_hash_table_iter_init (&iter, config->values);
		while (g_hash_table_iter_next (&iter, &name, &value))
			g_variant_builder_add (&settings, "{ss}", name, value);
	}
	g_variant_builder_add (&settings, "{ss}", "poll_seconds", seconds);
	return g_variant_new ("(sa(us)a{ss}xt)", provider->config->plugin_path, &kinds, &settings, now, seed_of (now, seed));
}

char *
rn_provider_title (const rn_provider_client *provider)
{
	if (provider->nth == 0)
		return g_strdup_printf ("%s %s", provider->config->provider, provider->config->title);
	return g_strdup_printf ("%s %s %u", provider->config->provider, provider->config->title, provider->nth + 1);
}

/* What it does when it goes on must not meet what the next one does. */
static gboolean
is_gone (rn_provider_client *provider)
{
	if (provider->undead == 0 || waitpid (provider->undead, NULL, WNOHANG) != 0) {
		provider->undead = 0;
		return TRUE;
	}
	g_autofree char *why = g_strdup_printf ("its process %d was killed and does not end", provider->undead);
	rn_provider_trouble (provider, why);
	return FALSE;
}

gboolean
rn_provider_up (rn_provider_client *provider, rn_time now, guint64 seed, int poll_seconds)
{
	g_autoptr (GError) error = NULL;

	if (provider->child != NULL)
		return TRUE;
	if (!rn_provider_may (provider) || !is_gone (provider))
		return FALSE;
	g_autofree char *title = rn_provider_title (provider);
	provider->child = rn_child_start ("host", title, rn_frames_from_host, &error);
	if (provider->child == NULL) {
		rn_provider_trouble (provider, error->message);
		return FALSE;
	}
	rn_cores_part (provider->child->pid);
	rn_channel_watch (provider->child->channel, on_ready, provider);
	rn_channel_put (provider->child->channel, RN_FRAME_OPEN, open_frame (provider, now, seed, poll_seconds));
	rn_channel_push (provider->child->channel);
	return TRUE;
}

void
rn_provider_put (rn_provider_client *provider, guint32 kind, GVariant *body)
{
	rn_channel_put (provider->child->channel, kind, body);
}

void
rn_provider_push (rn_provider_client *provider)
{
	if (provider->child != NULL)
		rn_channel_push (provider->child->channel);
}

guint
rn_provider_leases (const rn_provider_client *provider)
{
	return provider->handed - provider->done;
}

gboolean
rn_provider_is_busy (const rn_provider_client *provider)
{
	return provider->polling || rn_provider_leases (provider) > 0 || provider->listing || provider->marking > 0 || provider->asking > 0;
}

#include "host.h"

#include <malloc.h>
#include <poll.h>
#include <string.h>
#include <sysexits.h>

#include "error.h"
#include "frames.h"
#include "host_private.h"

#define RN_KEPT_FREE (1024 * 1024) /* bytes: the mails of a lease; given back to the kernel, they come as page faults again */

/* ---- What any plugin may ask for --------------------------------------------- */

static const char *
setting (const struct rn_host *face, const char *name)
{
	const char *text = g_hash_table_lookup (rn_host_of (face)->settings, name);
	if (text == NULL)
		g_error ("the plugin asks for the setting “%s”, which is not in its rows", name);
	return text;
}

static gint64
setting_number (const struct rn_host *face, const char *name)
{
	return g_ascii_strtoll (setting (face, name), NULL, 10);
}

static gboolean
setting_flag (const struct rn_host *face, const char *name)
{
	const char *text = setting (face, name);
	return g_str_equal (text, "yes") || g_str_equal (text, "true") || g_str_equal (text, "1") || g_str_equal (text, "on");
}

static rn_time
host_now (const struct rn_host *face)
{
	struct host *host = rn_host_of (face);
	return host->simulated ? host->now : g_get_real_time () / G_USEC_PER_SEC;
}

static guint64
host_random (const struct rn_host *face)
{
	return rn_chance_next (&rn_host_of (face)->chance);
}

GVariant *
rn_host_valid (const char *text)
{
	return g_variant_new_take_string (g_utf8_make_valid (text, -1));
}

void
rn_host_close_word (struct host *host, GByteArray *frame, const GError *error)
{
	rn_pack_text (frame, rn_error_word (error));
	rn_pack_text (frame, error != NULL ? error->message : "");
	rn_channel_close (host->channel);
}

void
rn_host_log (const struct rn_host *face, enum rn_severity severity, const char *line)
{
	rn_channel *channel = rn_host_of (face)->channel;
	rn_channel_put (channel, RN_FRAME_LOG, g_variant_new ("(u@s)", (guint32) severity, rn_host_valid (line)));
	rn_channel_flush (channel, FALSE, NULL);
}

/* Behind a frame that is being put nothing may stand, but no plugin is asked for one. */
static void
host_alive (const struct rn_host *face)
{
	struct host *host = rn_host_of (face);
	gint64 now = g_get_monotonic_time ();

	if (now - host->alive_us < RN_ALIVE_SECONDS * G_USEC_PER_SEC)
		return;
	host->alive_us = now;
	rn_channel_put (host->channel, RN_FRAME_ALIVE, g_variant_new ("()"));
	rn_channel_flush (host->channel, FALSE, NULL);
}

/* Its end of the socket is shut, behind all that it said. */
gboolean
rn_host_ends (const struct rn_host *face)
{
	struct pollfd fd = { .fd = rn_channel_fd (rn_host_of (face)->channel), .events = POLLRDHUP };

	return poll (&fd, 1, 0) > 0;
}

#define RN_PORTION (16 * 1024)   /* bytes of one operation that leave together: each send wakes the engine */
#define RN_PIPELINE (256 * 1024) /* bytes that may wait before a child stands still */

gboolean
rn_host_flush (struct host *host, GError **error)
{
	return rn_channel_flush (host->channel, rn_channel_waiting (host->channel) > RN_PIPELINE, error);
}

gboolean
rn_host_flow (struct host *host, GError **error)
{
	return rn_channel_waiting (host->channel) < RN_PORTION || rn_host_flush (host, error);
}

/* ---- Opening ------------------------------------------------------------------ */

static const struct rn_plugin *
load (struct host *host, const char *path, GError **error)
{
	gpointer symbol = NULL;

	/* lazily takes half the time; that no function is missing was seen when its rows were read */
	host->module = g_module_open (path, G_MODULE_BIND_LOCAL | G_MODULE_BIND_LAZY);
	if (host->module == NULL || !g_module_symbol (host->module, "rn_plugin", &symbol)) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s is not a plugin: %s.", path, g_module_error ());
		return NULL;
	}
	const struct rn_plugin *plugin = symbol;
	if (plugin->abi != RN_PLUGIN_ABI) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "%s was built for plugin ABI %u; this Rotnem speaks ABI %d.", path,
		             plugin->abi, RN_PLUGIN_ABI);
		return NULL;
	}
	return plugin;
}

static const struct rn_provider *
provider_of (const struct rn_plugin *plugin, guint32 provides, const char *name)
{
	for (const struct rn_provider *p = plugin->provides; p->provides != RN_NOTHING; p++)
		if (p->provides == provides && g_str_equal (p->name, name))
			return p;
	return NULL;
}

/* Copies the ops by their size: what an older plugin lacks stays NULL. */
static void
copy_ops (struct host *host, const struct rn_provider *provider)
{
	const struct {
		gpointer to;
		gsize size;
	} places[RN_PROVIDES_END] = {
		[RN_SOURCE] = { &host->source, sizeof host->source },
		[RN_TRANSPORT] = { &host->transport, sizeof host->transport },
		[RN_DIRECTORY] = { &host->directory, sizeof host->directory },
		[RN_CALENDAR] = { &host->calendar, sizeof host->calendar },
	};
	memcpy (places[provider->provides].to, provider->ops.any, MIN (provider->ops_size, places[provider->provides].size));
}

static gboolean
open_provider (struct host *host, const struct rn_plugin *plugin, guint32 provides, const char *name, GError **error)
{
	const struct rn_provider *provider = provides < RN_PROVIDES_END ? provider_of (plugin, provides, name) : NULL;

	if (provider == NULL) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The plugin %s provides no “%s”.", plugin->name, name);
		return FALSE;
	}
	gpointer self = provider->open (&host->face, error);
	if (self == NULL)
		return FALSE;
	copy_ops (host, provider);
	host->providers[provides] = provider;
	host->selves[provides] = self;
	return TRUE;
}

static gboolean
open_all (struct host *host, GVariant *body, GError **error)
{
	const char *path, *name;
	g_autoptr (GVariantIter) providers = NULL, settings = NULL;
	char *key, *value;
	guint32 provides;
	guint64 seed;

	g_variant_get (body, "(&sa(us)a{ss}xt)", &path, &providers, &settings, &host->now, &seed);
	host->simulated = host->now != 0;
	host->chance.state = seed;
	while (g_variant_iter_next (settings, "{ss}", &key, &value))
		g_hash_table_replace (host->settings, key, value);
	const struct rn_plugin *plugin = load (host, path, error);
	if (plugin == NULL)
		return FALSE;
	while (g_variant_iter_next (providers, "(u&s)", &provides, &name))
		if (!open_provider (host, plugin, provides, name, error))
			return FALSE;
	return TRUE;
}

static void
take_open (struct host *host, GVariant *body)
{
	g_autoptr (GError) error = NULL;
	open_all (host, body, &error);
	rn_channel_put (host->channel, RN_FRAME_OPENED, g_variant_new ("(s@s)", rn_error_word (error), rn_host_valid (error ? error->message : "")));
}

static void
take_probe (struct host *host, G_GNUC_UNUSED GVariant *body)
{
	g_autoptr (GError) error = NULL;

	if (host->source.probe != NULL)
		host->source.probe (host->selves[RN_SOURCE], &error);
	if (host->transport.probe != NULL && error == NULL)
		host->transport.probe (host->selves[RN_TRANSPORT], &error);
	if (host->calendar.probe != NULL && error == NULL)
		host->calendar.probe (host->selves[RN_CALENDAR], &error);
	rn_channel_put (host->channel, RN_FRAME_PROBED, g_variant_new ("(s@s)", rn_error_word (error), rn_host_valid (error ? error->message : "")));
}

/* ---- The loop --------------------------------------------------------------------------- */

static const struct {
	guint32 kind;
	enum rn_provides needs;
	void (*take) (struct host *host, GVariant *body);
} takers[] = {
	{ RN_FRAME_OPEN, RN_NOTHING, take_open },
	{ RN_FRAME_POLL, RN_SOURCE, rn_host_take_poll },
	{ RN_FRAME_MARK, RN_SOURCE, rn_host_take_mark },
	{ RN_FRAME_STATIONERY, RN_TRANSPORT, rn_host_take_stationery },
	{ RN_FRAME_SEND, RN_TRANSPORT, rn_host_take_send },
	{ RN_FRAME_LIST, RN_DIRECTORY, rn_host_take_list },
	{ RN_FRAME_PROBE, RN_NOTHING, take_probe },
	{ RN_FRAME_ASK_BUSY, RN_CALENDAR, rn_host_take_ask_busy },
};

static void
take (struct host *host, guint32 kind, GVariant *body)
{
	for (gsize i = 0; i < G_N_ELEMENTS (takers); i++)
		if (takers[i].kind == kind && (takers[i].needs == RN_NOTHING || host->selves[takers[i].needs] != NULL))
			takers[i].take (host, body);
}

static void
serve (struct host *host)
{
	for (;;) {
		guint32 kind;
		g_autoptr (GVariant) body = NULL;
		enum rn_received received = rn_host_next_frame (host, 0, &kind, &body);
		if (received == RN_RECEIVED_NOTHING) {
			/* a simulation's poll takes no time: its mail goes with what waits */
			if (host->poll_wanted && host->source.pass != NULL) {
				rn_host_poll_now (host);
				continue;
			}
			if (!rn_channel_flush (host->channel, TRUE, NULL))
				return;
			if (host->poll_wanted) {
				/* a first poll and one after a failure do not wait */
				if (host->polled_well)
					rn_host_wait_for_mail (host);
				else
					rn_host_poll_now (host);
				continue;
			}
			if (host->transport.rest != NULL && host->transport.rest (host->selves[RN_TRANSPORT]))
				continue;
			received = rn_channel_get (host->channel, -1, &kind, &body, NULL);
		}
		if (received != RN_RECEIVED_FRAME)
			return;
		take (host, kind, body);
	}
}

int
rn_host_main (int fd)
{
	struct host host = {
		.face = {
			.size = sizeof (struct rn_host), .text = setting, .number = setting_number, .flag = setting_flag,
			.now = host_now, .random = host_random, .log = rn_host_log, .deliver = rn_host_deliver,
			.advance = rn_host_advance, .sending = rn_host_sending, .sent = rn_host_sent, .person = rn_host_person,
			.bad_row = rn_host_bad_row, .calendar = rn_host_calendar, .attend = rn_host_attend, .compose = rn_host_compose,
			.has_calendar = rn_host_has_calendar, .alive = host_alive, .ends = rn_host_ends,
		},
		.channel = rn_channel_new (fd, rn_frames_to_host),
		.settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
		.stationery = rn_stationery_cache_new (),
	};
	host.face.private = &host;
	mallopt (M_TRIM_THRESHOLD, RN_KEPT_FREE);
	serve (&host);
	for (int i = RN_SOURCE; i < RN_PROVIDES_END; i++)
		if (host.selves[i] != NULL)
			host.providers[i]->close (host.selves[i]);
	rn_stationery_cache_free (host.stationery);
	g_hash_table_unref (host.settings);
	rn_channel_free (host.channel);
	return EX_OK;
}

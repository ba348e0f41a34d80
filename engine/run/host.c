#include "host.h"

#include <gmodule.h>
#include <poll.h>
#include <string.h>
#include <sysexits.h>

#include "bundle.h"
#include "chance.h"
#include "clock.h"
#include "compose_host.h"
#include "error.h"
#include "frames.h"
#include "freebusy.h"
#include "plugin.h"
#include "progress.h"
#include "spans.h"

/* A frame that waits for the end of a poll. */
struct later {
	guint32 kind;
	GVariant *body;
};

/* One process, one host. */
struct host {
	struct rn_host face; /* first: what the plugin sees */
	rn_channel *channel;
	GModule *module;
	GHashTable *settings;
	rn_time now, until;  /* of a simulation; 0: the computer's */
	struct rn_chance chance;
	gboolean simulated;

	const struct rn_provider *providers[RN_PROVIDES_END];
	gpointer selves[RN_PROVIDES_END];
	struct rn_source_ops source;
	struct rn_transport_ops transport;
	struct rn_directory_ops directory;
	struct rn_calendar_ops calendar;

	gboolean poll_wanted, polled_well;
	GQueue later; /* of struct later */
	gboolean unsent;     /* a mail of the last lease: the engine has its say before time passes */
	struct rn_cursor cursor;
	rn_progress *progress;
	gint64 told_us;

	/* of the person whose calendars are being asked for */
	struct rn_busy_question question;
	GTimeZone *zone;
	struct rn_freebusy freebusy; /* busy is NULL until a calendar came */
	rn_stationery_cache *stationery;
};

static struct host *
host_of (const struct rn_host *face)
{
	return face->private;
}

/* ---- What the plugin may ask for -------------------------------------------- */

static const char *
setting (const struct rn_host *face, const char *name)
{
	const char *text = g_hash_table_lookup (host_of (face)->settings, name);
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
	struct host *host = host_of (face);
	return host->simulated ? host->now : g_get_real_time () / G_USEC_PER_SEC;
}

static guint64
host_random (const struct rn_host *face)
{
	return rn_chance_next (&host_of (face)->chance);
}

/* Text of the outside world on its way into a frame. */
static GVariant *
valid (const char *text)
{
	return g_variant_new_take_string (g_utf8_make_valid (text, -1));
}

static void
host_log (const struct rn_host *face, enum rn_severity severity, const char *line)
{
	rn_channel *channel = host_of (face)->channel;
	rn_channel_put (channel, RN_FRAME_LOG, g_variant_new ("(u@s)", (guint32) severity, valid (line)));
	rn_channel_flush (channel, FALSE, NULL);
}

#define RN_TELL_US (1000 * 1000) /* answers go to the engine so often, and at the lease's end */
#define RN_PIPELINE (256 * 1024) /* bytes that may wait before a child stands still */

static gboolean
flush_some (struct host *host, GError **error)
{
	return rn_channel_flush (host->channel, rn_channel_waiting (host->channel) > RN_PIPELINE, error);
}

static gboolean
host_deliver (const struct rn_host *face, const struct rn_raw_mail *mail, GError **error)
{
	struct host *host = host_of (face);
	GVariant *bytes = g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, mail->bytes, mail->size, 1);

	rn_channel_put (host->channel, RN_FRAME_MAIL, g_variant_new ("(utx@ay)", mail->validity, mail->uid, mail->received, bytes));
	host->cursor.validity = mail->validity;
	host->cursor.uid = mail->uid;
	return flush_some (host, error);
}

static void
host_advance (const struct rn_host *face, guint32 validity, guint64 uid)
{
	struct host *host = host_of (face);
	host->cursor.validity = validity;
	host->cursor.uid = uid;
	rn_channel_put (host->channel, RN_FRAME_CURSOR, g_variant_new ("(ut)", validity, uid));
}

static void
host_sending (const struct rn_host *face, gint64 row)
{
	rn_progress_sending (host_of (face)->progress, row);
}

static void
host_sent (const struct rn_host *face, gint64 row, const struct rn_delivery *delivery)
{
	struct host *host = host_of (face);
	rn_progress_sent (host->progress, row, delivery);
	host->unsent |= delivery->verdict != RN_VERDICT_SENT;
	rn_channel_put (host->channel, RN_FRAME_SENT,
	                g_variant_new ("(xui@s@s)", row, (guint32) delivery->verdict, delivery->code, valid (delivery->status),
	                               valid (delivery->text)));
	/* each of them would cost the engine a commit; the progress file knows them already */
	if (g_get_monotonic_time () - host->told_us < RN_TELL_US)
		return;
	host->told_us = g_get_monotonic_time ();
	flush_some (host, NULL);
}

static void
add_list (GByteArray *row, const char *name, const char *const *list)
{
	rn_bundle_open (row, name, RN_BUNDLE_LIST);
	for (; list != NULL && *list != NULL; list++)
		rn_bundle_text (row, NULL, *list);
	rn_bundle_close (row);
}

static void
host_person (const struct rn_host *face, const struct rn_directory_person *person)
{
	const struct {
		const char *name, *text;
	} texts[] = {
		{ "id", person->id },           { "name", person->name }, { "address", person->address }, { "role", person->role },
		{ "unit", person->unit },       { "manager", person->manager }, { "site", person->site }, { "zone", person->zone },
		{ "hours", person->hours },     { "language", person->language }, { "calendar", person->calendar },
		{ "traditional_mentor", person->traditional_mentor },
	};
	g_autoptr (GByteArray) row = g_byte_array_new ();

	rn_bundle_open (row, NULL, RN_BUNDLE_TABLE);
	for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
		rn_bundle_text (row, texts[i].name, texts[i].text);
	add_list (row, "aliases", person->aliases);
	add_list (row, "skills", person->skills);
	add_list (row, "wishes", person->wishes);
	rn_bundle_number (row, "level", person->level);
	rn_bundle_number (row, "absent_until", person->absent_until);
	rn_bundle_close (row);
	rn_channel_put (host_of (face)->channel, RN_FRAME_PERSON, g_variant_new ("(@ay)", rn_bundle_frame (row)));
	flush_some (host_of (face), NULL);
}

static void
host_bad_row (const struct rn_host *face, const char *file, guint line, guint column, const char *why)
{
	rn_channel_put (host_of (face)->channel, RN_FRAME_BAD_ROW,
	                g_variant_new ("(@suu@s)", valid (file), (guint32) line, (guint32) column, valid (why)));
}

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

static gboolean
host_calendar (const struct rn_host *face, const char *text, gsize size, GError **error)
{
	struct host *host = host_of (face);
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

/* ---- Opening ------------------------------------------------------------------ */

static const struct rn_plugin *
load (struct host *host, const char *path, GError **error)
{
	gpointer symbol = NULL;

	host->module = g_module_open (path, G_MODULE_BIND_LOCAL);
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
	rn_channel_put (host->channel, RN_FRAME_OPENED, g_variant_new ("(s@s)", rn_error_word (error), valid (error ? error->message : "")));
}

/* ---- Source ---------------------------------------------------------------------- */

static void
take_poll (struct host *host, GVariant *body)
{
	rn_time now;
	guint32 validity;
	guint64 uid;
	rn_time since;

	g_variant_get (body, "(xxutx)", &now, &host->until, &validity, &uid, &since);
	if (host->simulated)
		host->now = now;
	host->cursor = (struct rn_cursor) { validity, uid, since };
	host->poll_wanted = TRUE;
}

static void
poll_now (struct host *host)
{
	g_autoptr (GError) error = NULL;

	host->poll_wanted = FALSE;
	if (host->simulated && host->source.pass != NULL)
		host->now = host->source.pass (host->selves[RN_SOURCE], host->unsent ? host->now : host->until);
	host->unsent = FALSE;
	struct rn_cursor cursor = host->cursor;
	host->polled_well = host->source.poll (host->selves[RN_SOURCE], &cursor, &error);
	rn_channel_put (host->channel, RN_FRAME_POLLED,
	                g_variant_new ("(xs@s)", host->now, rn_error_word (error), valid (error ? error->message : "")));
}

static gboolean
is_readable (int fd, int seconds)
{
	struct pollfd poller = { .fd = fd, .events = POLLIN };
	return poll (&poller, 1, seconds * 1000) > 0;
}

/* Between two polls the source waits, and frames of the engine wake it. */
static void
wait_for_mail (struct host *host)
{
	g_autoptr (GError) error = NULL;
	int fd = rn_channel_fd (host->channel);
	int seconds = (int) g_ascii_strtoll (g_hash_table_lookup (host->settings, "poll_seconds") ?: "60", NULL, 10);

	if (host->source.wait == NULL) {
		if (is_readable (fd, seconds))
			return;
	} else if (!host->source.wait (host->selves[RN_SOURCE], fd, seconds, &error)) {
		host_log (&host->face, RN_SEVERITY_INFO, error != NULL ? error->message : "waiting failed");
	} else if (is_readable (fd, 0)) {
		return;
	}
	poll_now (host);
}

static void
take_mark (struct host *host, GVariant *body)
{
	guint32 validity, mark;
	g_autoptr (GVariant) ranges = NULL;
	gsize n = 0;
	g_autoptr (GError) error = NULL;

	g_variant_get (body, "(uu@a(tt))", &validity, &mark, &ranges);
	const struct rn_uid_range *pairs = g_variant_get_fixed_array (ranges, &n, sizeof *pairs);
	if (host->source.mark != NULL)
		host->source.mark (host->selves[RN_SOURCE], validity, pairs, n, (enum rn_mark) mark, &error);
	rn_channel_put (host->channel, RN_FRAME_MARKED,
	                g_variant_new ("(uu@a(tt)s@s)", validity, mark, ranges, rn_error_word (error), valid (error ? error->message : "")));
}

/* The next frame; those that came while a poll was under way are first. */
static enum rn_received
next_frame (struct host *host, gint64 deadline_us, guint32 *kind, GVariant **body)
{
	struct later *later = g_queue_pop_head (&host->later);

	if (later == NULL)
		return rn_channel_get (host->channel, deadline_us, kind, body, NULL);
	*kind = later->kind;
	*body = later->body;
	g_free (later);
	return RN_RECEIVED_FRAME;
}

static void
host_attend (const struct rn_host *face)
{
	struct host *host = host_of (face);
	struct later later;

	while (rn_channel_get (host->channel, 0, &later.kind, &later.body, NULL) == RN_RECEIVED_FRAME)
		if (later.kind == RN_FRAME_MARK) {
			take_mark (host, later.body);
			g_variant_unref (later.body);
		} else {
			g_queue_push_tail (&host->later, g_memdup2 (&later, sizeof later));
		}
	flush_some (host, NULL);
}

/* ---- Transport -------------------------------------------------------------------- */

static void
refuse_row (struct host *host, gint64 row, const char *why)
{
	struct rn_delivery delivery = { .verdict = RN_VERDICT_REFUSED };
	g_strlcpy (delivery.text, why, sizeof delivery.text);
	host_sent (&host->face, row, &delivery);
}

/* A mail that is ready to leave. */
struct composed {
	GBytes *bytes;
	char *sender;
};

static void
composed_clear (gpointer data)
{
	struct composed *mail = data;
	g_bytes_unref (mail->bytes);
	g_free (mail->sender);
}

static gboolean
compose_row (struct host *host, GBytes *bytes, struct composed *mail, GError **error)
{
	g_autoptr (GVariant) letter = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));

	mail->bytes = rn_stationery_compose (host->stationery, letter, &mail->sender, error);
	return mail->bytes != NULL;
}

/* Composes the rows of a lease; one that cannot be composed is refused by itself. */
static GArray *
compose_rows (struct host *host, GVariant *rows, GBytes *letters, GArray *outgoing)
{
	GArray *kept = g_array_new (FALSE, FALSE, sizeof (struct composed));
	GVariantIter iter;
	struct rn_outgoing out = { 0 };
	guint32 size;

	g_array_set_clear_func (kept, composed_clear);
	g_variant_iter_init (&iter, rows);
	for (gsize at = 0; g_variant_iter_next (&iter, "(x&su)", &out.row, &out.recipient, &size); at += size) {
		g_autoptr (GBytes) letter = g_bytes_new_from_bytes (letters, at, size);
		g_autoptr (GError) error = NULL;
		struct composed mail = { NULL };
		if (!compose_row (host, letter, &mail, &error)) {
			refuse_row (host, out.row, error->message);
			continue;
		}
		out.sender = mail.sender;
		out.bytes = g_bytes_get_data (mail.bytes, &out.size);
		g_array_append_val (kept, mail);
		g_array_append_val (outgoing, out);
	}
	return kept;
}

static void
take_send (struct host *host, GVariant *body)
{
	rn_time now;
	gint64 lease;
	const char *path;
	g_autoptr (GVariant) rows = NULL, bytes = NULL;
	g_autoptr (GError) error = NULL;
	g_autoptr (GArray) outgoing = g_array_new (FALSE, FALSE, sizeof (struct rn_outgoing));

	g_variant_get (body, "(xx&s@a(xsu)@ay)", &now, &lease, &path, &rows, &bytes);
	if (host->simulated)
		host->now = now;
	host->told_us = g_get_monotonic_time ();
	host->progress = rn_progress_begin (path, lease, g_variant_n_children (rows), &error);
	if (host->progress != NULL) {
		g_autoptr (GBytes) letters = g_variant_get_data_as_bytes (bytes);
		g_autoptr (GArray) composed = compose_rows (host, rows, letters, outgoing);
		if (outgoing->len > 0)
			host->transport.send (host->selves[RN_TRANSPORT], (const struct rn_outgoing *) outgoing->data, outgoing->len, &error);
	}
	rn_progress_end (g_steal_pointer (&host->progress));
	rn_channel_put (host->channel, RN_FRAME_LEASE_DONE, g_variant_new ("(s@s)", rn_error_word (error), valid (error ? error->message : "")));
	flush_some (host, NULL); /* the next one may be here already */
}

static void
take_stationery (struct host *host, GVariant *body)
{
	g_autoptr (GError) error = NULL;
	if (!rn_stationery_learn (host->stationery, body, &error))
		host_log (&host->face, RN_SEVERITY_ERROR, error->message);
}

/* ---- Directory and probe ------------------------------------------------------------ */

static void
take_list (struct host *host, GVariant *body)
{
	g_autoptr (GError) error = NULL;

	if (host->simulated)
		host->now = g_variant_get_int64 (body);
	host->directory.list (host->selves[RN_DIRECTORY], &error);
	rn_channel_put (host->channel, RN_FRAME_LISTED, g_variant_new ("(s@s)", rn_error_word (error), valid (error ? error->message : "")));
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
	rn_channel_put (host->channel, RN_FRAME_PROBED, g_variant_new ("(s@s)", rn_error_word (error), valid (error ? error->message : "")));
}

/* ---- Calendar --------------------------------------------------------------------------- */

static GVariant *
busy_told (gint64 person, const struct rn_freebusy *freebusy, const GError *error)
{
	g_auto (GVariantBuilder) spans = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(xx)"));

	for (guint i = 0; freebusy->busy != NULL && i < freebusy->busy->len; i++) {
		struct rn_span span = g_array_index (freebusy->busy, struct rn_span, i);
		g_variant_builder_add (&spans, "(xx)", span.start, span.end);
	}
	return g_variant_new ("(x(xx)ba(xx)s@s)", person, freebusy->known.start, freebusy->known.end, freebusy->complete, &spans,
	                      rn_error_word (error), valid (error != NULL ? error->message : ""));
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

static void
take_ask_busy (struct host *host, GVariant *body)
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
	flush_some (host, NULL);
}

/* ---- The loop --------------------------------------------------------------------------- */

static const struct {
	guint32 kind;
	enum rn_provides needs;
	void (*take) (struct host *host, GVariant *body);
} takers[] = {
	{ RN_FRAME_OPEN, RN_NOTHING, take_open },
	{ RN_FRAME_POLL, RN_SOURCE, take_poll },
	{ RN_FRAME_MARK, RN_SOURCE, take_mark },
	{ RN_FRAME_STATIONERY, RN_TRANSPORT, take_stationery },
	{ RN_FRAME_SEND, RN_TRANSPORT, take_send },
	{ RN_FRAME_LIST, RN_DIRECTORY, take_list },
	{ RN_FRAME_PROBE, RN_NOTHING, take_probe },
	{ RN_FRAME_ASK_BUSY, RN_CALENDAR, take_ask_busy },
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
		enum rn_received received = next_frame (host, 0, &kind, &body);
		if (received == RN_RECEIVED_NOTHING) {
			if (!rn_channel_flush (host->channel, TRUE, NULL))
				return;
			if (host->poll_wanted) {
				/* a first poll, one after a failure, and a simulation's do not wait */
				if (host->polled_well && host->source.pass == NULL)
					wait_for_mail (host);
				else
					poll_now (host);
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
			.now = host_now, .random = host_random, .log = host_log, .deliver = host_deliver,
			.advance = host_advance, .sending = host_sending, .sent = host_sent, .person = host_person,
			.bad_row = host_bad_row, .calendar = host_calendar, .attend = host_attend,
		},
		.channel = rn_channel_new (fd, rn_frames_to_host),
		.settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
		.stationery = rn_stationery_cache_new (),
	};
	host.face.private = &host;
	serve (&host);
	for (int i = RN_SOURCE; i < RN_PROVIDES_END; i++)
		if (host.selves[i] != NULL)
			host.providers[i]->close (host.selves[i]);
	rn_stationery_cache_free (host.stationery);
	g_hash_table_unref (host.settings);
	rn_channel_free (host.channel);
	return EX_OK;
}

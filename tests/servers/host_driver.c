/* Lets a script drive a provider of a plugin, by lines on standard input, and prints
 * what the provider does, one line each:
 *
 *	host_driver plugins/imap.so source server=localhost user=ada …
 *
 *	poll VALIDITY UID SINCE      mail VALIDITY UID RECEIVED SIZE SHA256 / cursor VALIDITY UID
 *	wait SECONDS                 (the next line on standard input wakes it)
 *	mark VALIDITY handled|held FIRST-LAST …
 *	mail ROW SENDER RECIPIENT FILE   keeps a mail for `send`; "-" is an empty sender
 *	send                         sending ROW / sent ROW VERDICT CODE STATUS TEXT
 *	attentive                    from now on a source that lets the host attend is told
 *	                             "attend", and the next line is obeyed meanwhile
 *	probe
 *	busy ID ADDRESS CALENDAR ZONE FROM UNTIL   for each calendar: handed SIZE /
 *	                             known FROM UNTIL / busy FROM UNTIL … / incomplete; "-" is empty
 *
 * Each command ends with a line "ok" or "error CODE MESSAGE". */
#include <gmodule.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../unit/fake_host.h"
#include "clock.h"
#include "freebusy.h"

static const char *const code_words[] = { "retry", "config", "data", "uncertain", "refused", "bug" };
static const char *const verdict_words[] = { "sent", "refused", "later", "uncertain" };
static const char *const severity_words[] = { "debug", "info", "warning", "error" };

static const struct rn_provider *provider;
static gpointer self;
static rn_fake_host *fake;
static GArray *outgoing; /* of struct rn_outgoing */
static struct rn_busy_question question;
static GTimeZone *zone;  /* of the person asked for */
static gboolean attentive;

static void obey (const char *line);

static gboolean
on_deliver (const struct rn_host *host G_GNUC_UNUSED, const struct rn_raw_mail *mail, GError **error G_GNUC_UNUSED)
{
	g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, mail->bytes, mail->size);
	printf ("mail %u %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GSIZE_FORMAT " %s\n", mail->validity, mail->uid,
	        mail->received, mail->size, sum);
	return TRUE;
}

static void
on_advance (const struct rn_host *host G_GNUC_UNUSED, guint32 validity, guint64 uid)
{
	printf ("cursor %u %" G_GUINT64_FORMAT "\n", validity, uid);
}

static void
on_sending (const struct rn_host *host G_GNUC_UNUSED, gint64 row)
{
	printf ("sending %" G_GINT64_FORMAT "\n", row);
}

static void
on_sent (const struct rn_host *host G_GNUC_UNUSED, gint64 row, const struct rn_delivery *delivery)
{
	printf ("sent %" G_GINT64_FORMAT " %s %d %s %s\n", row, verdict_words[delivery->verdict], delivery->code,
	        *delivery->status != '\0' ? delivery->status : "-", delivery->text);
}

static void
on_log (const struct rn_host *host G_GNUC_UNUSED, enum rn_severity severity, const char *line)
{
	printf ("log %s %s\n", severity_words[severity], line);
}

static void
on_attend (const struct rn_host *host G_GNUC_UNUSED)
{
	char line[4096];

	if (!attentive)
		return;
	printf ("attend\n");
	if (fgets (line, sizeof line, stdin) != NULL)
		obey (g_strchomp (line));
}

static rn_time
now (const struct rn_host *host G_GNUC_UNUSED)
{
	return g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
poll_source (char **words, GError **error)
{
	const struct rn_cursor cursor = {
		.validity = (guint32) g_ascii_strtoull (words[1], NULL, 10),
		.uid = g_ascii_strtoull (words[2], NULL, 10),
		.since = g_ascii_strtoll (words[3], NULL, 10),
	};
	return provider->ops.source->poll (self, &cursor, error);
}

static gboolean
wait_source (char **words, GError **error)
{
	return provider->ops.source->wait (self, STDIN_FILENO, (int) g_ascii_strtoll (words[1], NULL, 10), error);
}

static gboolean
mark_source (char **words, GError **error)
{
	g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (struct rn_uid_range));

	for (char **word = words + 3; *word != NULL; word++) {
		char *dash;
		struct rn_uid_range range = { .first = g_ascii_strtoull (*word, &dash, 10) };
		range.last = g_ascii_strtoull (dash + 1, NULL, 10);
		g_array_append_val (ranges, range);
	}
	return provider->ops.source->mark (self, (guint32) g_ascii_strtoull (words[1], NULL, 10),
	                                   (const struct rn_uid_range *) (gpointer) ranges->data, ranges->len,
	                                   strcmp (words[2], "held") == 0 ? RN_MARK_HELD : RN_MARK_HANDLED, error);
}

static gboolean
keep_mail (char **words, GError **error)
{
	char *bytes;
	struct rn_outgoing mail = {
		.row = g_ascii_strtoll (words[1], NULL, 10),
		.sender = g_strdup (strcmp (words[2], "-") == 0 ? "" : words[2]),
		.recipient = g_uri_unescape_string (words[3], NULL),
	};

	if (!g_file_get_contents (words[4], &bytes, &mail.size, error))
		return FALSE;
	mail.bytes = (const guint8 *) bytes;
	g_array_append_val (outgoing, mail);
	return TRUE;
}

static void
free_mail (gpointer data)
{
	struct rn_outgoing *mail = data;
	g_free ((char *) mail->sender);
	g_free ((char *) mail->recipient);
	g_free ((guint8 *) mail->bytes);
}

static gboolean
send_mails (char **words G_GNUC_UNUSED, GError **error)
{
	gboolean sent = provider->ops.transport->send (self, (const struct rn_outgoing *) (gpointer) outgoing->data,
	                                               outgoing->len, error);
	g_array_set_size (outgoing, 0);
	return sent;
}

static gboolean
be_attentive (char **words G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
	attentive = TRUE;
	return TRUE;
}

static gboolean
probe (char **words G_GNUC_UNUSED, GError **error)
{
	if (provider->provides == RN_CALENDAR)
		return provider->ops.calendar->probe (self, error);
	if (provider->provides == RN_SOURCE)
		return provider->ops.source->probe (self, error);
	return provider->ops.transport->probe (self, error);
}

/* As the engine's host: a calendar is read when it is handed over. */
static gboolean
on_calendar (const struct rn_host *host G_GNUC_UNUSED, const char *text, gsize size, GError **error)
{
	struct rn_freebusy freebusy;

	printf ("handed %" G_GSIZE_FORMAT "\n", size);
	if (!rn_freebusy_read (text, size, zone, question.from, question.until, &freebusy, error))
		return FALSE;
	printf ("known %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", freebusy.known.start, freebusy.known.end);
	for (guint i = 0; i < freebusy.busy->len; i++) {
		const struct rn_span *span = &g_array_index (freebusy.busy, struct rn_span, i);
		printf ("busy %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", span->start, span->end);
	}
	if (!freebusy.complete)
		printf ("incomplete\n");
	rn_freebusy_clear (&freebusy);
	return TRUE;
}

static gboolean
ask_busy (char **words, GError **error)
{
	question = (struct rn_busy_question) {
		.id = words[1],
		.name = words[1],
		.address = words[2],
		.calendar = strcmp (words[3], "-") == 0 ? "" : words[3],
		.from = g_ascii_strtoll (words[5], NULL, 10),
		.until = g_ascii_strtoll (words[6], NULL, 10),
	};
	zone = rn_zone (words[4], error);
	gboolean done = zone != NULL && provider->ops.calendar->busy (self, &question, error);
	g_clear_pointer (&zone, g_time_zone_unref);
	return done;
}

static const struct {
	const char *word;
	guint n_words;
	gboolean (*run) (char **words, GError **error);
} commands[] = {
	{ "poll", 4, poll_source }, { "wait", 2, wait_source }, { "mark", 4, mark_source },
	{ "mail", 5, keep_mail },   { "send", 1, send_mails },  { "probe", 1, probe },
	{ "busy", 7, ask_busy },    { "attentive", 1, be_attentive },
};

static void
obey (const char *line)
{
	g_auto (GStrv) words = g_strsplit (line, " ", 0);
	g_autoptr (GError) error = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
		if (g_strcmp0 (words[0], commands[i].word) != 0 || g_strv_length (words) < commands[i].n_words)
			continue;
		if (commands[i].run (words, &error))
			printf ("ok\n");
		else
			printf ("error %s %s\n", error->domain == RN_ERROR ? code_words[error->code] : "other", error->message);
		return;
	}
	printf ("error bug The driver does not know “%s”.\n", line);
}

static const struct rn_plugin *
load (const char *path)
{
	gpointer plugin = NULL;
	GModule *module = g_module_open (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

	if (module == NULL || !g_module_symbol (module, "rn_plugin", &plugin)) {
		fprintf (stderr, "%s: %s\n", path, g_module_error ());
		exit (EXIT_FAILURE);
	}
	return plugin;
}

static void
make_host (int n_settings, char **settings)
{
	g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

	for (int i = 0; i < n_settings; i++) {
		g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);
		g_ptr_array_add (words, g_strdup (pair[0]));
		g_ptr_array_add (words, g_strdup (pair[1]));
	}
	g_ptr_array_add (words, NULL);
	fake = rn_fake_host_new (provider, (const char *const *) words->pdata);
	fake->host.deliver = on_deliver;
	fake->host.advance = on_advance;
	fake->host.sending = on_sending;
	fake->host.sent = on_sent;
	fake->host.log = on_log;
	fake->host.calendar = on_calendar;
	fake->host.now = now;
	fake->host.attend = on_attend;
}

static enum rn_provides
provides_named (const char *word)
{
	static const char *const words[] = { [RN_SOURCE] = "source", [RN_TRANSPORT] = "transport", [RN_CALENDAR] = "calendar" };

	for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
		if (g_strcmp0 (words[i], word) == 0)
			return (enum rn_provides) i;
	g_error ("there is no kind of provider “%s”", word);
}

int
main (int argc, char **argv)
{
	g_autoptr (GError) error = NULL;
	char line[4096];

	if (argc < 3)
		return EXIT_FAILURE;
	/* Unbuffered, so that a line that waits is still in the pipe and can wake. */
	setvbuf (stdin, NULL, _IONBF, 0);
	setvbuf (stdout, NULL, _IOLBF, 0);
	provider = rn_fake_provider (load (argv[1]), provides_named (argv[2]));
	make_host (argc - 3, argv + 3);
	outgoing = g_array_new (FALSE, FALSE, sizeof (struct rn_outgoing));
	g_array_set_clear_func (outgoing, free_mail);
	self = provider->open (&fake->host, &error);
	if (self == NULL) {
		printf ("error %s %s\n", code_words[error->code], error->message);
		g_array_free (outgoing, TRUE);
		rn_fake_host_free (fake);
		return EXIT_SUCCESS;
	}
	printf ("ok\n");
	while (fgets (line, sizeof line, stdin) != NULL)
		obey (g_strchomp (line));
	provider->close (self);
	g_array_free (outgoing, TRUE);
	rn_fake_host_free (fake);
	return EXIT_SUCCESS;
}

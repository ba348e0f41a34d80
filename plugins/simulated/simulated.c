/* A simulated company: its directory, and its mail in both directions. The three
 * providers share one world in one process; time comes from the host, chance from
 * the setting `seed`. */
#include "company.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#define VALIDITY 1 /* the program's mailbox is never made anew */

static const struct rn_option options[] = {
	{ "people", RN_OPTION_NUMBER, "120", "How many people work there, the coordinator among them." },
	{ "seed", RN_OPTION_NUMBER, "1", "All chance follows from it: equal seeds give equal mail." },
	{ "start", RN_OPTION_NUMBER, NULL, "The first instant, in seconds since 1970 UTC." },
	{ "days", RN_OPTION_NUMBER, "365", "For how long holidays and leavers are planned." },
	{ "program_address", RN_OPTION_TEXT, NULL, "The program's own mail address." },
	{ "coordinator", RN_OPTION_TEXT, NULL, "Mail address of the coordinator; the people's addresses are in its domain." },
	{ "out", RN_OPTION_PATH, "", "Folder for mailboxes and calendars; empty: nothing is kept." },
	{ "chaos", RN_OPTION_NUMBER, "5", "Percentage of answers that are odd: sent twice, or in a server's own dialect." },
	{ NULL, RN_OPTION_TEXT, NULL, NULL }
};

/* A company and those who use it; the settings name it. */
struct world {
	char *key;
	struct company *company;
	guint uses;
};

static GList *worlds; /* the plugin host has one thread */

/* What one provider holds. */
struct part {
	const struct rn_host *host;
	struct world *world;
};

/* ---- Opening and closing ------------------------------------------------------------------ */

static char *
world_key (const struct rn_host *host)
{
	GString *key = g_string_new (NULL);
	for (const struct rn_option *option = options; option->name != NULL; option++)
		if (option->type == RN_OPTION_NUMBER)
			g_string_append_printf (key, "%" G_GINT64_FORMAT "\n", host->number (host, option->name));
		else
			g_string_append_printf (key, "%s\n", host->text (host, option->name));
	return g_string_free (key, FALSE);
}

static struct world *
world_new (const struct rn_host *host, GError **error)
{
	const struct company_settings settings = {
		.people = (guint) CLAMP (host->number (host, "people"), 0, G_MAXINT),
		.seed = (guint64) host->number (host, "seed"),
		.start = host->number (host, "start"), .days = (guint) CLAMP (host->number (host, "days"), 0, G_MAXINT16),
		.program_address = host->text (host, "program_address"), .coordinator = host->text (host, "coordinator"),
		.out = host->text (host, "out"), .chaos = (guint) CLAMP (host->number (host, "chaos"), 0, 100),
	};
	struct company *company = company_new (&settings, error);
	if (company == NULL)
		return NULL;
	struct world *world = g_new0 (struct world, 1);
	world->key = world_key (host);
	world->company = company;
	worlds = g_list_prepend (worlds, world);
	return world;
}

static struct world *
world_find (const struct rn_host *host)
{
	g_autofree char *key = world_key (host);
	for (GList *link = worlds; link != NULL; link = link->next)
		if (g_str_equal (((struct world *) link->data)->key, key))
			return link->data;
	return NULL;
}

static gpointer
open_part (const struct rn_host *host, GError **error)
{
	struct world *world = world_find (host);
	if (world == NULL)
		world = world_new (host, error);
	if (world == NULL)
		return NULL;
	world->uses++;
	struct part *part = g_new0 (struct part, 1);
	*part = (struct part) { host, world };
	return part;
}

static void
write_out (struct part *part)
{
	g_autoptr (GError) error = NULL;
	if (!company_flush (part->world->company, &error))
		part->host->log (part->host, RN_SEVERITY_ERROR, error->message);
}

static void
close_part (gpointer self)
{
	struct part *part = self;
	if (part == NULL)
		return;
	if (--part->world->uses == 0) {
		write_out (part);
		worlds = g_list_remove (worlds, part->world);
		company_free (part->world->company);
		g_free (part->world->key);
		g_free (part->world);
	}
	g_free (part);
}

/* ---- What they do ------------------------------------------------------------------------------ */

static gboolean
list (gpointer self, GError **error)
{
	struct part *part = self;
	(void) error;
	company_list (part->world->company, part->host->now (part->host), part->host);
	return TRUE;
}

static gboolean
send (gpointer self, const struct rn_outgoing *mails, gsize n_mails, GError **error)
{
	struct part *part = self;
	(void) error;
	for (gsize i = 0; i < n_mails; i++) {
		part->host->sending (part->host, mails[i].row);
		company_deliver (part->world->company, part->host, &mails[i]);
	}
	return TRUE;
}

static gboolean
rest (gpointer self)
{
	return company_rest (((struct part *) self)->world->company);
}

static gboolean
poll (gpointer self, const struct rn_cursor *cursor, GError **error)
{
	struct part *part = self;
	struct company *company = part->world->company;
	const GPtrArray *mails = mailroom_behind (company_mailroom (company), cursor->uid);
	for (guint i = 0; i < mails->len; i++) {
		const struct mailroom_mail *mail = mails->pdata[i];
		gsize size;
		const guint8 *bytes = g_bytes_get_data (mail->bytes, &size);
		const struct rn_raw_mail raw = {
			.validity = VALIDITY, .uid = mail->uid, .received = mail->sent, .bytes = bytes, .size = size,
		};
		if (!part->host->deliver (part->host, &raw, error))
			return FALSE;
	}
	if (cursor->validity == 0) /* each mail tells where it stands */
		part->host->advance (part->host, VALIDITY, company_mailroom (company)->newest);
	return TRUE;
}

static rn_time
pass (gpointer self, rn_time until)
{
	return company_pass (((struct part *) self)->world->company, until);
}

static const struct rn_directory_ops directory = { .list = list };
static const struct rn_transport_ops transport = { .send = send, .rest = rest };
static const struct rn_source_ops source = { .poll = poll, .pass = pass };

#define PROVIDER(kind, its_ops)                                                                                     \
	.provides = (kind), .name = "simulated", .options = options, .open = open_part, .close = close_part,        \
	.ops_size = sizeof (its_ops), .ops.any = &(its_ops), .together = TRUE

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI, .name = "simulated", .version = PACKAGE_VERSION,
	.summary = "A company of simulated people, for demonstrations and rehearsals.",
	.provides = (const struct rn_provider[]) {
		{ PROVIDER (RN_DIRECTORY, directory) },
		{ PROVIDER (RN_TRANSPORT, transport) },
		{ PROVIDER (RN_SOURCE, source) },
		{ .provides = RN_NOTHING },
	},
};

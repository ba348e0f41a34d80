/* The plugin "imap": brings mail in from one mailbox of an IMAP server (RFC 3501 and
 * 9051), and marks there what became of it. */
#include "config.h"

#include "fetch.h"
#include "mark.h"
#include "session.h"
#include "stream.h"
#include "token.h"

#include <poll.h>

/* A server may hang up after 30 minutes of IDLE (RFC 2177). */
#define LONGEST_IDLE (28 * 60)

/* Servers' clocks differ, and a mail takes its time from there into our books. */
#define RESET_MARGIN (15 * RN_MINUTE)

static const struct rn_option options[] = {
	RN_SERVER_OPTIONS ("993 with tls, 143 else", NULL, NULL),
	{ "mailbox", RN_OPTION_TEXT, "INBOX", "Folder that the mail comes into." },
	{ "handled", RN_OPTION_TEXT, "flag",
	  "What to do with a mail that was handled: flag (as read), move:FOLDER, or none." },
	{ "held", RN_OPTION_TEXT, "flag", "What to do with a mail that a person must look at: flag, move:FOLDER, or none." },
	{ "idle", RN_OPTION_FLAG, "yes", "Let the server tell of new mail at once, where it can (IDLE)." },
	{ "watchdog", RN_OPTION_DURATION, "60 seconds",
	  "How long a silent connection is trusted before it is tested." },
	{ NULL, 0, NULL, NULL },
};

static gboolean
bad_setting (const char *name, const char *why, GError **error)
{
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The setting “%s” %s.", name, why);
	return FALSE;
}

static gboolean
read_settings (struct rn_imap *imap, const struct rn_host *host, GError **error)
{
	if (!rn_server_read (&imap->server, host, 993, 143, error))
		return FALSE;
	imap->mailbox = host->text (host, "mailbox");
	imap->handled = host->text (host, "handled");
	imap->held = host->text (host, "held");
	imap->idle = host->flag (host, "idle");
	imap->watchdog = (int) CLAMP (host->number (host, "watchdog"), 1, LONGEST_IDLE);
	if (*imap->mailbox == '\0' || !rn_token_is_text (imap->mailbox))
		return bad_setting ("mailbox", "must be the name of a folder", error);
	if (!rn_imap_is_mark_style (imap->handled))
		return bad_setting ("handled", "must be flag, none or move:FOLDER", error);
	if (!rn_imap_is_mark_style (imap->held))
		return bad_setting ("held", "must be flag, none or move:FOLDER", error);
	return TRUE;
}

static gpointer
imap_open (const struct rn_host *host, GError **error)
{
	g_autofree struct rn_imap *imap = g_new0 (struct rn_imap, 1);

	/* Mails are kept in memory, not in files below /tmp. */
	mmap_string_set_ceil (G_MAXSIZE);
	imap->host = host;
	return read_settings (imap, host, error) ? g_steal_pointer (&imap) : NULL;
}

static void
imap_close (gpointer self)
{
	if (self == NULL)
		return;
	rn_imap_hang_up (self);
	g_free (self);
}

/* ---- Polling ------------------------------------------------------------------ */

static guint32
last_of (const GArray *uids)
{
	return uids->len > 0 ? g_array_index (uids, guint32, uids->len - 1) : 0;
}

/* Everything that is there now counts as looked at. */
static gboolean
advance_behind (struct rn_imap *imap, guint32 fetched, GError **error)
{
	guint32 last = imap->next - 1;

	if (imap->next == 0) { /* UIDNEXT is optional for servers before RFC 9051 */
		g_autoptr (GArray) all = rn_imap_find_from (imap, 1, error);
		if (all == NULL)
			return FALSE;
		last = last_of (all);
	}
	imap->host->advance (imap->host, imap->validity, MAX (last, fetched));
	return TRUE;
}

/* A mailbox that was never seen, or that was made anew (UIDVALIDITY, RFC 9051, 2.3.1.1):
 * then UIDs say nothing, and what bears no mark of ours and is not older than what was
 * seen is handed over once more. */
static gboolean
poll_afresh (struct rn_imap *imap, const struct rn_cursor *cursor, GError **error)
{
	rn_time since = cursor->since;

	if (cursor->validity == 0 && since == 0)
		return advance_behind (imap, 0, error);
	if (cursor->validity != 0)
		since = MAX (since - RESET_MARGIN, 0);
	g_autoptr (GArray) uids = rn_imap_find_unhandled (imap, since, error);
	return uids != NULL && rn_imap_fetch (imap, uids, since, error) &&
	       advance_behind (imap, last_of (uids), error);
}

/* A session shows mails that came after it was made only when it is asked for news. */
static gboolean
refresh (struct rn_imap *imap, GError **error)
{
	if (imap->session == NULL)
		return rn_imap_ready (imap, error);
	rn_imap_allow (imap, RN_MAX_IMAP_ANSWER);
	return rn_imap_check (imap, mailimap_noop (imap->session), "NOOP", RN_ERROR_RETRY, error);
}

static gboolean
imap_poll (gpointer self, const struct rn_cursor *cursor, GError **error)
{
	struct rn_imap *imap = self;

	if (!refresh (imap, error))
		return FALSE;
	if (cursor->validity != imap->validity)
		return poll_afresh (imap, cursor, error);
	g_autoptr (GArray) uids = rn_imap_find_from (imap, cursor->uid + 1, error);
	return uids != NULL && rn_imap_fetch (imap, uids, 0, error);
}

/* ---- Waiting ------------------------------------------------------------------ */

static void
wait_without_server (int wake_fd, int seconds)
{
	struct pollfd fd = { .fd = wake_fd, .events = POLLIN };
	poll (&fd, 1, seconds * 1000);
}

/* The mailbox may be silent for hours, and so is a dead network: after `watchdog`
 * seconds the server must answer DONE. */
static gboolean
wait_in_idle (struct rn_imap *imap, int wake_fd, int seconds, GError **error)
{
	mailstream *stream = imap->session->imap_stream;

	rn_imap_allow (imap, RN_MAX_IMAP_ANSWER);
	if (!rn_imap_check (imap, mailimap_idle (imap->session), "IDLE", RN_ERROR_RETRY, error))
		return FALSE;
	rn_stream_wait (stream, wake_fd, MIN (seconds, imap->watchdog));
	rn_imap_allow (imap, RN_MAX_IMAP_ANSWER);
	return rn_imap_check (imap, mailimap_idle_done (imap->session), "the end of IDLE", RN_ERROR_RETRY, error);
}

static gboolean
imap_wait (gpointer self, int wake_fd, int seconds, GError **error)
{
	struct rn_imap *imap = self;

	if (imap->session != NULL && imap->idle && mailimap_has_idle (imap->session))
		return wait_in_idle (imap, wake_fd, seconds, error);
	wait_without_server (wake_fd, seconds);
	return TRUE;
}

static gboolean
imap_probe (gpointer self, GError **error)
{
	return refresh (self, error) && rn_imap_probe_folders (self, error);
}

static const char *const identity[] = { "server", "port", "user", "mailbox", NULL };

static const struct rn_source_ops ops = {
	.poll = imap_poll, .wait = imap_wait, .mark = rn_imap_mark, .probe = imap_probe, .identity = identity,
};

static const struct rn_provider provides[] = {
	{ .provides = RN_SOURCE, .name = "imap", .options = options, .open = imap_open, .close = imap_close,
	  .ops_size = sizeof ops, .ops.source = &ops },
	{ .provides = RN_NOTHING },
};

RN_EXPORT const struct rn_plugin rn_plugin = {
	.abi = RN_PLUGIN_ABI,
	.name = "imap",
	.version = PACKAGE_VERSION,
	.summary = "Brings mail in by IMAP.",
	.provides = provides,
};

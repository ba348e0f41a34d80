#include "maildir.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "address.h"

const struct rn_option maildir_drop_options[] = {
	{ "folder", RN_OPTION_PATH, NULL, "Where the Maildirs are, or the one Maildir." },
	{ "shared", RN_OPTION_FLAG, "no", "Drop all mail into one Maildir instead of one for each recipient." },
	{ NULL, 0, NULL, NULL }
};

struct drop {
	const struct rn_host *host;
	const char *folder;
	gboolean shared;
	guint count; /* of this process: makes names differ */
};

static gboolean
failed (const char *path, GError **error)
{
	int code = errno;
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s: %s", path, g_strerror (code));
	return FALSE;
}

/* A folder's name for an address: no slash, no case, nothing hidden. */
static char *
folder_for (const struct drop *drop, const char *recipient)
{
	if (drop->shared)
		return g_strdup (drop->folder);
	g_autofree char *normal = rn_address_normal (recipient);
	g_autofree char *name = g_uri_escape_string (normal, "@+", TRUE);
	if (*name == '.' || strlen (name) > NAME_MAX)
		return NULL;
	return g_build_filename (drop->folder, name, NULL);
}

static gboolean
make_maildir (const char *maildir, GError **error)
{
	static const char *const parts[] = { "tmp", "new", "cur" };

	for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
		g_autofree char *path = g_build_filename (maildir, parts[i], NULL);
		if (g_mkdir_with_parents (path, 0700) != 0)
			return failed (path, error);
	}
	return TRUE;
}

/* With the envelope on top, as final delivery does (RFC 5321, 4.4), and the line ends
 * that files have here. */
static GString *
as_file (const struct rn_outgoing *mail)
{
	GString *text = g_string_sized_new (mail->size + 256);

	g_string_append_printf (text, "Return-Path: <%s>\nDelivered-To: %s\n", mail->sender, mail->recipient);
	for (gsize i = 0; i < mail->size; i++)
		if (mail->bytes[i] != '\r' || i + 1 == mail->size || mail->bytes[i + 1] != '\n')
			g_string_append_c (text, (char) mail->bytes[i]);
	return text;
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
	int fd = open (path, O_RDONLY | O_CLOEXEC | flags);
	gboolean fine = fd >= 0 && fsync (fd) == 0;

	if (!fine)
		failed (path, error);
	if (fd >= 0)
		close (fd);
	return fine;
}

/* Writes to tmp, syncs, moves to new, syncs. *moved: the mail may have arrived. */
static gboolean
put (struct drop *drop, const char *maildir, const struct rn_outgoing *mail, gboolean *moved, GError **error)
{
	g_autofree char *name =
		g_strdup_printf ("%" G_GINT64_FORMAT ".R%016" G_GINT64_MODIFIER "xQ%u.rotnem",
	                         drop->host->now (drop->host), drop->host->random (drop->host), drop->count++);
	g_autofree char *tmp = g_build_filename (maildir, "tmp", name, NULL);
	g_autofree char *new = g_build_filename (maildir, "new", name, NULL);
	g_autofree char *folder = g_path_get_dirname (new);
	g_autoptr (GString) text = as_file (mail);
	g_autoptr (GError) why = NULL;

	if (!g_file_set_contents_full (tmp, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_DURABLE, 0600, &why)) {
		g_set_error_literal (error, RN_ERROR, RN_ERROR_RETRY, why->message);
		return FALSE;
	}
	if (g_rename (tmp, new) != 0) {
		failed (new, error);
		g_unlink (tmp);
		return FALSE;
	}
	*moved = TRUE;
	return sync_path (folder, O_DIRECTORY, error);
}

static void
say (struct drop *drop, gint64 row, enum rn_verdict verdict, int code, const char *status, const char *text)
{
	struct rn_delivery delivery = { .verdict = verdict, .code = code };

	g_strlcpy (delivery.status, status, sizeof delivery.status);
	g_strlcpy (delivery.text, text, sizeof delivery.text);
	drop->host->sent (drop->host, row, &delivery);
}

static void
send_one (struct drop *drop, const struct rn_outgoing *mail)
{
	g_autofree char *maildir = folder_for (drop, mail->recipient);
	g_autoptr (GError) error = NULL;
	gboolean moved = FALSE;

	drop->host->sending (drop->host, mail->row);
	if (maildir == NULL || !rn_address_is_safe (mail->recipient)
	    || (*mail->sender != '\0' && !rn_address_is_safe (mail->sender)))
		say (drop, mail->row, RN_VERDICT_REFUSED, 553, "5.1.3", "this address cannot name a folder");
	else if (make_maildir (maildir, &error) && put (drop, maildir, mail, &moved, &error))
		say (drop, mail->row, RN_VERDICT_SENT, 250, "2.0.0", maildir);
	else
		say (drop, mail->row, moved ? RN_VERDICT_UNCERTAIN : RN_VERDICT_LATER, 0, "", error->message);
}

/* What is not there yet will be made, where its nearest folder that is there may be written. */
static gboolean
drop_probe (gpointer self, GError **error)
{
	const struct drop *drop = self;
	g_autofree char *path = g_strdup (drop->folder);

	while (g_access (path, F_OK) != 0 && errno == ENOENT) {
		char *above = g_path_get_dirname (path);
		g_free (path);
		path = above;
	}
	return g_access (path, W_OK | X_OK) == 0 || failed (path, error);
}

static gboolean
drop_send (gpointer self, const struct rn_outgoing *mails, gsize n_mails, GError **error)
{
	/* what all mails would fail of is the transport's trouble, told at once, not each mail's */
	if (!drop_probe (self, error))
		return FALSE;
	for (gsize i = 0; i < n_mails; i++)
		send_one (self, &mails[i]);
	return TRUE;
}

gpointer
maildir_drop_open (const struct rn_host *host, GError **error)
{
	struct drop *drop = g_new0 (struct drop, 1);

	drop->host = host;
	drop->folder = host->text (host, "folder");
	drop->shared = host->flag (host, "shared");
	if (drop_probe (drop, error))
		return drop;
	maildir_drop_close (drop);
	return NULL;
}

void
maildir_drop_close (gpointer self)
{
	g_free (self);
}

const struct rn_transport_ops maildir_drop_ops = { .send = drop_send, .probe = drop_probe };

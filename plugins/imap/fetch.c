#include "fetch.h"

#include <stdlib.h>
#include <string.h>

#include "stream.h"

/* Mails a command, of which each costs a round trip; and ranges of UIDs in it, for servers
 * take lines of 8,000 bytes only (RFC 2683, 3.2.1.5). */
#define MAX_FETCHED 2000
#define FEW_FETCHED 16 /* behind a mail that did not come: the others of its command come once more */
#define MAX_RANGES 350

/* A mail beyond this is read by its header alone; the server is asked for one byte more
 * and so never sends more. */
#define MAX_MAIL (32 * 1024 * 1024)
#define MAX_HEADER (256 * 1024)

/* What surrounds a mail in the server's answer. */
#define MAX_AROUND (64 * 1024)

/* ---- Which mails ---------------------------------------------------------- */

struct mailimap_set *
rn_imap_set (const guint32 *uids, gsize n)
{
	struct mailimap_set *set = mailimap_set_new_empty ();

	for (gsize i = 0, first = 0; i < n; i++)
		if (i + 1 == n || uids[i + 1] != uids[i] + 1) {
			mailimap_set_add_interval (set, uids[first], uids[i]);
			first = i + 1;
		}
	return set;
}

static int
by_uid (gconstpointer a, gconstpointer b)
{
	guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
	return left < right ? -1 : left > right;
}

/* Runs the search; takes the key. UIDs below `from` are left out: "7:*" finds the
 * newest mail even when its UID is 5 (RFC 9051, 9). */
static GArray *
search (struct rn_imap *imap, struct mailimap_search_key *key, guint64 from, GError **error)
{
	clist *found = NULL;

	rn_imap_allow (imap, RN_MAX_IMAP_ANSWER);
	int result = mailimap_uid_search (imap->session, NULL, key, &found);
	mailimap_search_key_free (key);
	if (!rn_imap_check (imap, result, "SEARCH", RN_ERROR_RETRY, error))
		return NULL;

	GArray *uids = g_array_new (FALSE, FALSE, sizeof (guint32));
	if (found == NULL)
		return uids;
	for (clistiter *i = clist_begin (found); i != NULL; i = clist_next (i)) {
		guint32 uid = *(const guint32 *) clist_content (i);
		if (uid >= MAX (from, 1))
			g_array_append_val (uids, uid);
	}
	mailimap_search_result_free (found);
	g_array_sort (uids, by_uid);
	return uids;
}

GArray *
rn_imap_find_from (struct rn_imap *imap, guint64 from, GError **error)
{
	if (from > G_MAXUINT32)
		return g_array_new (FALSE, FALSE, sizeof (guint32));
	/* 0 stands for * */
	struct mailimap_set *set = mailimap_set_new_interval ((guint32) from, 0);
	return search (imap, mailimap_search_key_new_uid (set), from, error);
}

/* A search knows days only, in a zone of the server's choice: a day earlier is safe. */
static struct mailimap_search_key *
key_since (rn_time since)
{
	g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (since - RN_DAY);

	return mailimap_search_key_new_since (mailimap_date_new (g_date_time_get_day_of_month (day),
	                                                         g_date_time_get_month (day), g_date_time_get_year (day)));
}

GArray *
rn_imap_find_unhandled (struct rn_imap *imap, rn_time since, GError **error)
{
	struct mailimap_search_key *keys = mailimap_search_key_new_multiple_empty ();

	mailimap_search_key_multiple_add (keys, since > RN_DAY ? key_since (since) : mailimap_search_key_new_all ());
	if (imap->keywords)
		mailimap_search_key_multiple_add (keys, mailimap_search_key_new_unkeyword (strdup (RN_IMAP_HANDLED)));
	return search (imap, keys, 0, error);
}

/* ---- Bringing them in ------------------------------------------------------ */

/* One FETCH under way. */
struct fetch {
	struct rn_imap *imap;
	const guint32 *uids; /* what was asked for */
	gsize n;
	gsize done;          /* the first so many were handed over */
	rn_time since;
	gboolean header;     /* headers instead of whole mails */
	gboolean too_large;  /* the mail at `done` is */
	GError *error;       /* the host wants no more */
};

static rn_time
instant_of (const struct mailimap_date_time *date)
{
	g_autoptr (GDateTime) local =
		g_date_time_new_utc (date->dt_year, date->dt_month, date->dt_day, date->dt_hour, date->dt_min, date->dt_sec);
	int zone = date->dt_zone; /* +0130 is 130 */

	if (local == NULL)
		return 0;
	return g_date_time_to_unix (local) - (zone / 100 * RN_HOUR + zone % 100 * RN_MINUTE);
}

/* What one FETCH response holds that we asked for. */
static void
take_apart (const struct mailimap_msg_att *response, struct rn_raw_mail *mail)
{
	for (clistiter *i = clist_begin (response->att_list); i != NULL; i = clist_next (i)) {
		const struct mailimap_msg_att_item *item = clist_content (i);
		const struct mailimap_msg_att_static *part = item->att_data.att_static;

		if (item->att_type != MAILIMAP_MSG_ATT_ITEM_STATIC)
			continue;
		switch (part->att_type) {
		case MAILIMAP_MSG_ATT_UID: mail->uid = part->att_data.att_uid; break;
		case MAILIMAP_MSG_ATT_INTERNALDATE: mail->received = instant_of (part->att_data.att_internal_date); break;
		case MAILIMAP_MSG_ATT_BODY_SECTION:
			mail->bytes = (const guint8 *) part->att_data.att_body_section->sec_body_part;
			mail->size = part->att_data.att_body_section->sec_length;
			break;
		default: break;
		}
	}
}

static void
log_line (const struct rn_imap *imap, enum rn_severity severity, guint64 uid, const char *what)
{
	g_autofree char *line = g_strdup_printf ("%s:%u: mail %" G_GUINT64_FORMAT " in %s %s.", imap->server.name,
	                                         imap->server.port, uid, imap->mailbox, what);
	imap->host->log (imap->host, severity, line);
}

static void
hand_over (struct fetch *fetch, struct rn_raw_mail *mail)
{
	struct rn_imap *imap = fetch->imap;

	fetch->done++;
	if (mail->received == 0)
		mail->received = imap->host->now (imap->host);
	if (mail->received < fetch->since)
		return;
	if (!imap->host->deliver (imap->host, mail, &fetch->error))
		rn_stream_break (imap->session->imap_stream);
}

/* Called by libetpan with each FETCH response, which it frees afterwards. Only the mail
 * whose turn it is is taken: a server may say anything at any time, and what lies behind
 * a missing or too large mail is asked for again behind it. */
static void
on_mail (struct mailimap_msg_att *response, void *data)
{
	struct fetch *fetch = data;
	struct rn_raw_mail mail = { .validity = fetch->imap->validity };

	take_apart (response, &mail);
	if (fetch->error != NULL || mail.bytes == NULL || fetch->done == fetch->n ||
	    mail.uid != fetch->uids[fetch->done])
		return;
	fetch->too_large = mail.size > MAX_MAIL;
	if (fetch->too_large)
		return;
	/* Time and room for the next one. */
	rn_imap_allow (fetch->imap, MAX_MAIL + MAX_AROUND);
	hand_over (fetch, &mail);
}

static struct mailimap_fetch_type *
what_to_fetch (gboolean header)
{
	struct mailimap_fetch_type *type = mailimap_fetch_type_new_fetch_att_list_empty ();
	struct mailimap_section *section = header ? mailimap_section_new_header () : mailimap_section_new (NULL);

	mailimap_fetch_type_new_fetch_att_list_add (type, mailimap_fetch_att_new_uid ());
	mailimap_fetch_type_new_fetch_att_list_add (type, mailimap_fetch_att_new_internaldate ());
	mailimap_fetch_type_new_fetch_att_list_add (
		type, mailimap_fetch_att_new_body_peek_section_partial (section, 0, header ? MAX_HEADER : MAX_MAIL + 1));
	return type;
}

/* One FETCH command. A NO is no error: what did not come is looked at one by one. */
static gboolean
run (struct fetch *fetch, GError **error)
{
	mailimap *session = fetch->imap->session;
	struct mailimap_set *set = rn_imap_set (fetch->uids, fetch->n);
	struct mailimap_fetch_type *type = what_to_fetch (fetch->header);
	clist *rest = NULL;

	rn_imap_allow (fetch->imap, MAX_MAIL + MAX_AROUND);
	mailimap_set_msg_att_handler (session, on_mail, fetch);
	int result = mailimap_uid_fetch (session, set, type, &rest);
	mailimap_set_msg_att_handler (session, NULL, NULL);
	if (result == MAILIMAP_NO_ERROR && rest != NULL)
		mailimap_fetch_list_free (rest);
	mailimap_fetch_type_free (type);
	mailimap_set_free (set);
	if (fetch->error != NULL) {
		g_propagate_error (error, g_steal_pointer (&fetch->error));
		rn_imap_hang_up (fetch->imap);
		return FALSE;
	}
	return rn_imap_said_no (result) || rn_imap_check (fetch->imap, result, "FETCH", RN_ERROR_RETRY, error);
}

/* A mail that did not come in its range. What is too large, or unreadable for the
 * server, comes as its header, so that somebody sees it; what has not even that is
 * passed over, for it would keep back all the others. */
static gboolean
fetch_alone (struct rn_imap *imap, const guint32 *uid, rn_time since, gboolean too_large, GError **error)
{
	struct fetch whole = { .imap = imap, .uids = uid, .n = 1, .since = since };
	struct fetch header = { .imap = imap, .uids = uid, .n = 1, .since = since, .header = TRUE };

	if (!too_large && !run (&whole, error))
		return FALSE;
	if (whole.done == 1)
		return TRUE;
	if (!run (&header, error))
		return FALSE;
	log_line (imap, RN_SEVERITY_WARNING, *uid,
	          header.done == 1 ? "is too large or unreadable; only its header was taken"
	                           : "is gone or unreadable and was passed over");
	return TRUE;
}

/* How many of the mails one command brings. */
static gsize
count_fetched (const guint32 *uids, gsize n)
{
	gsize i = 1;

	for (gsize ranges = 1; i < n; i++)
		if (uids[i] != uids[i - 1] + 1 && ++ranges > MAX_RANGES)
			break;
	return i;
}

/* Marks what the engine wants marked. FALSE when the connection did not survive it. */
static gboolean
attend (struct rn_imap *imap, GError **error)
{
	guint32 validity = imap->validity;

	imap->host->attend (imap->host);
	if (imap->session != NULL && imap->validity == validity)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_RETRY, "%s:%u: the connection was lost.", imap->server.name, imap->server.port);
	return FALSE;
}

gboolean
rn_imap_fetch (struct rn_imap *imap, const GArray *uids, rn_time since, GError **error)
{
	gsize most = MAX_FETCHED;

	for (gsize i = 0; i < uids->len;) {
		const guint32 *first = &g_array_index (uids, guint32, i);
		gsize n = count_fetched (first, MIN (uids->len - i, most));
		struct fetch fetch = { .imap = imap, .uids = first, .n = n, .since = since };

		if (!run (&fetch, error))
			return FALSE;
		i += fetch.done;
		if (fetch.done < fetch.n && !fetch_alone (imap, first + fetch.done, since, fetch.too_large, error))
			return FALSE;
		i += fetch.done < fetch.n;
		most = fetch.done < fetch.n ? FEW_FETCHED : MIN (2 * most, MAX_FETCHED);
		imap->host->advance (imap->host, imap->validity, g_array_index (uids, guint32, i - 1));
		if (i < uids->len && !attend (imap, error))
			return FALSE;
	}
	return TRUE;
}

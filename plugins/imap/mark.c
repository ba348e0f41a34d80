#include "mark.h"

#include <string.h>

#include "token.h"

#define MOVE "move:"

/* Ranges a command: a line stays below 8,000 bytes (RFC 7162, 4). */
#define MAX_RANGES 300

/* A STORE on a large folder touches each mail: more than an answer's usual time. */
#define MAX_MARK_ANSWER (4 * 1024 * 1024)

gboolean
rn_imap_is_mark_style (const char *style)
{
	if (strcmp (style, "flag") == 0 || strcmp (style, "none") == 0)
		return TRUE;
	return g_str_has_prefix (style, MOVE) && style[strlen (MOVE)] != '\0' && rn_token_is_text (style);
}

static struct mailimap_set *
set_of (const struct rn_uid_range *ranges, gsize n_ranges)
{
	struct mailimap_set *set = mailimap_set_new_empty ();

	for (gsize i = 0; i < n_ranges; i++)
		mailimap_set_add_interval (set, (guint32) ranges[i].first, (guint32) MIN (ranges[i].last, G_MAXUINT32));
	return set;
}

/* ---- Flags ------------------------------------------------------------------ */

static struct mailimap_flag_list *
flags_of (const struct rn_imap *imap, enum rn_mark mark)
{
	struct mailimap_flag_list *flags = mailimap_flag_list_new_empty ();

	mailimap_flag_list_add (flags, mark == RN_MARK_HELD ? mailimap_flag_new_flagged () : mailimap_flag_new_seen ());
	if (imap->keywords)
		mailimap_flag_list_add (flags, mailimap_flag_new_flag_keyword (strdup (RN_IMAP_HANDLED)));
	return flags;
}

static gboolean
add_flags (struct rn_imap *imap, struct mailimap_set *set, struct mailimap_flag_list *flags, GError **error)
{
	struct mailimap_store_att_flags *store = mailimap_store_att_flags_new_add_flags_silent (flags);

	rn_imap_allow (imap, MAX_MARK_ANSWER);
	int result = mailimap_uid_store (imap->session, set, store);
	mailimap_store_att_flags_free (store);
	return rn_imap_check (imap, result, "to store flags", RN_ERROR_CONFIG, error);
}

/* ---- Folders ---------------------------------------------------------------- */

static int
move_or_copy (struct rn_imap *imap, struct mailimap_set *set, const char *folder)
{
	rn_imap_allow (imap, MAX_MARK_ANSWER);
	return mailimap_has_extension (imap->session, "MOVE") ? mailimap_uid_move (imap->session, set, folder)
	                                                       : mailimap_uid_copy (imap->session, set, folder);
}

/* Before MOVE (RFC 6851) there was copying and deleting. Without UID EXPUNGE (RFC 4315)
 * the deleted mails stay until a person expunges: EXPUNGE would take others' too. */
static gboolean
delete_copied (struct rn_imap *imap, struct mailimap_set *set, GError **error)
{
	struct mailimap_flag_list *deleted = mailimap_flag_list_new_empty ();

	mailimap_flag_list_add (deleted, mailimap_flag_new_deleted ());
	if (!add_flags (imap, set, deleted, error))
		return FALSE;
	if (!mailimap_has_uidplus (imap->session))
		return TRUE;
	rn_imap_allow (imap, MAX_MARK_ANSWER);
	return rn_imap_check (imap, mailimap_uid_expunge (imap->session, set), "to expunge moved mails", RN_ERROR_CONFIG,
	                      error);
}

static gboolean
move (struct rn_imap *imap, struct mailimap_set *set, const char *folder, GError **error)
{
	int result = move_or_copy (imap, set, folder);

	/* A folder that is not there is made: TRYCREATE (RFC 9051, 7.1). */
	if (rn_imap_said_no (result) && imap->session->imap_response_info->rsp_trycreate) {
		rn_imap_allow (imap, MAX_MARK_ANSWER);
		if (mailimap_create (imap->session, folder) == MAILIMAP_NO_ERROR)
			result = move_or_copy (imap, set, folder);
	}
	if (!rn_imap_check (imap, result, "to move mails to another folder", RN_ERROR_CONFIG, error))
		return FALSE;
	return mailimap_has_extension (imap->session, "MOVE") || delete_copied (imap, set, error);
}

/* Whether the server lists it. */
static gboolean
find_folder (struct rn_imap *imap, const char *folder, gboolean *found, GError **error)
{
	clist *list = NULL;

	rn_imap_allow (imap, MAX_MARK_ANSWER);
	int result = mailimap_list (imap->session, "", folder, &list);
	*found = list != NULL && !clist_isempty (list);
	if (list != NULL)
		mailimap_list_result_free (list);
	return rn_imap_check (imap, result, "LIST", RN_ERROR_CONFIG, error);
}

/* What the refusal of STATUS says (RFC 5530, 3): that there is no such folder, that it is for another reason, or
 * nothing, as servers may. */
static enum { NO_FOLDER, NO_ACCESS, NO_WORD }
meaning_of_refusal (const struct mailimap_response_info *info)
{
	if (info == NULL || (info->rsp_atom == NULL && !info->rsp_trycreate))
		return NO_WORD;
	return info->rsp_trycreate || g_ascii_strcasecmp (info->rsp_atom, "NONEXISTENT") == 0 ? NO_FOLDER : NO_ACCESS;
}

/* A folder for mails that are moved. Its making is left to the first of them: a look changes nothing. */
static gboolean
look_at_folder (struct rn_imap *imap, const char *setting, const char *folder, GError **error)
{
	struct mailimap_status_att_list *wanted = mailimap_status_att_list_new_empty ();
	struct mailimap_mailbox_data_status *status = NULL;
	g_autofree char *what = g_strdup_printf ("to tell of the folder “%s” of “%s”", folder, setting);
	gboolean is_there = FALSE;

	mailimap_status_att_list_add (wanted, MAILIMAP_STATUS_ATT_UIDVALIDITY);
	rn_imap_allow (imap, MAX_MARK_ANSWER);
	int result = mailimap_status (imap->session, folder, wanted, &status);
	mailimap_status_att_list_free (wanted);
	if (status != NULL)
		mailimap_mailbox_data_status_free (status);
	if (result != MAILIMAP_ERROR_STATUS || meaning_of_refusal (imap->session->imap_response_info) == NO_ACCESS)
		return rn_imap_check (imap, result, what, RN_ERROR_CONFIG, error);
	if (meaning_of_refusal (imap->session->imap_response_info) == NO_WORD && !find_folder (imap, folder, &is_there, error))
		return FALSE;
	if (is_there)
		return rn_imap_check (imap, MAILIMAP_ERROR_STATUS, what, RN_ERROR_CONFIG, error);
	g_autofree char *line = g_strdup_printf ("%s: there is no folder “%s” yet; the first mail that is moved there makes it", setting,
	                                         folder);
	imap->host->log (imap->host, RN_SEVERITY_WARNING, line);
	return TRUE;
}

static gboolean
probe_folder (struct rn_imap *imap, const char *setting, const char *style, GError **error)
{
	return !g_str_has_prefix (style, MOVE) || look_at_folder (imap, setting, style + strlen (MOVE), error);
}

gboolean
rn_imap_probe_folders (struct rn_imap *imap, GError **error)
{
	return probe_folder (imap, "handled", imap->handled, error) && probe_folder (imap, "held", imap->held, error);
}

/* ---- Both -------------------------------------------------------------------- */

static gboolean
mark_set (struct rn_imap *imap, struct mailimap_set *set, enum rn_mark mark, GError **error)
{
	const char *style = mark == RN_MARK_HELD ? imap->held : imap->handled;

	if (g_str_has_prefix (style, MOVE))
		return move (imap, set, style + strlen (MOVE), error);
	return add_flags (imap, set, flags_of (imap, mark), error);
}

gboolean
rn_imap_mark (gpointer self, guint32 validity, const struct rn_uid_range *ranges, gsize n_ranges, enum rn_mark mark,
              GError **error)
{
	struct rn_imap *imap = self;

	if (strcmp (mark == RN_MARK_HELD ? imap->held : imap->handled, "none") == 0)
		return TRUE;
	if (!rn_imap_ready (imap, error))
		return FALSE;
	if (imap->validity != validity)
		return TRUE;
	for (gsize i = 0; i < n_ranges; i += MAX_RANGES) {
		struct mailimap_set *set = set_of (ranges + i, MIN (n_ranges - i, MAX_RANGES));
		gboolean marked = mark_set (imap, set, mark, error);
		mailimap_set_free (set);
		if (!marked)
			return FALSE;
	}
	return TRUE;
}

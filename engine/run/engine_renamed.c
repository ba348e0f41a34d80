/* Blocks that were renamed or removed: the store knows transports and mailboxes by the titles of their blocks. */
#include "engine_private.h"

#include "inbox.h"
#include "journal.h"
#include "log.h"
#include "stranded.h"

/* ---- Transports ---------------------------------------------------------------------- */

static gboolean
reroute (rn_engine *engine, const struct rn_stranded *stranded, GError **error)
{
	const rn_program_config *program = rn_config_program (engine->config, stranded->program);

	if (program == NULL) {
		rn_log (RN_SEVERITY_WARNING, "%" G_GINT64_FORMAT " mails of “%s” wait for the transport “%s”; neither is configured",
		        stranded->mails, stranded->program, stranded->transport);
		return TRUE;
	}
	rn_log (RN_SEVERITY_WARNING, "%" G_GINT64_FORMAT " mails of “%s” that waited for the transport “%s”, which is not configured, leave by “%s”",
	        stranded->mails, stranded->program, stranded->transport, program->transport);
	return rn_stranded_move (engine->db, stranded, program->transport, error);
}

gboolean
rn_engine_reroute (rn_engine *engine, GError **error)
{
	g_autoptr (GPtrArray) titles = rn_config_titles (engine->config, RN_TRANSPORT);
	g_autoptr (GArray) stranded = rn_stranded_mail (engine->db, (const char *const *) titles->pdata, error);

	for (guint i = 0; stranded != NULL && i < stranded->len; i++)
		if (!reroute (engine, &g_array_index (stranded, struct rn_stranded, i), error))
			return FALSE;
	return stranded != NULL;
}

/* ---- Mailboxes ----------------------------------------------------------------------- */

/* The one title that is not among the others; NULL when there are none or several. */
static const char *
only_one_besides (char **titles, char **others)
{
	const char *found = NULL;
	guint n = 0;

	for (; *titles != NULL; titles++)
		if (!g_strv_contains ((const char *const *) others, *titles) && n++ == 0)
			found = *titles;
	return n == 1 ? found : NULL;
}

static gboolean
rename_source (rn_engine *engine, const char *before, const char *now, GError **error)
{
	gboolean is_done = FALSE;

	if (!rn_inbox_rename (engine->db, before, now, &is_done, error))
		return FALSE;
	if (is_done)
		rn_log (RN_SEVERITY_WARNING, "the mailbox “%s”, which is not configured any more, is taken to be “%s” now: mail is handled from "
		        "where it was left", before, now);
	return TRUE;
}

gboolean
rn_engine_rename_sources (rn_engine *engine, GError **error)
{
	GError *failure = NULL;
	g_autofree char *last = rn_meta_get (engine->db, "sources", &failure);

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	g_autoptr (GPtrArray) titles = rn_config_titles (engine->config, RN_SOURCE);
	g_auto (GStrv) old = g_strsplit (last, "\n", -1);
	g_autofree char *all = g_strjoinv ("\n", (char **) titles->pdata);
	const char *before = only_one_besides (old, (char **) titles->pdata), *now = only_one_besides ((char **) titles->pdata, old);
	if (before != NULL && now != NULL && !rename_source (engine, before, now, error))
		return FALSE;
	return g_str_equal (all, last) || rn_meta_set (engine->db, "sources", all, error);
}

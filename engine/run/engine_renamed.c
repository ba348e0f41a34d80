/* Blocks that were renamed or removed: the store knows transports and mailboxes by the titles of their blocks. */
#include "engine_private.h"

#include <string.h>

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

#define RN_PLACE 64 /* characters of a place */

/* Where a mailbox is, whatever it is called: all that its block says but for secrets. */
static char *
place_of (const rn_provider_config *source)
{
	g_autoptr (GString) said = g_string_new (source->provider);

	for (const struct rn_option *row = source->options; row != NULL && row->name != NULL; row++)
		if (row->type != RN_OPTION_SECRET)
			g_string_append_printf (said, "\n%s=%s", row->name, (const char *) g_hash_table_lookup (source->values, row->name));
	return g_compute_checksum_for_string (G_CHECKSUM_SHA256, said->str, -1);
}

/* A line for each mailbox: its place, and behind a blank its title. */
static char *
places (const rn_config *config)
{
	GString *lines = g_string_new (NULL);

	for (guint i = 0; i < config->providers->len; i++) {
		const rn_provider_config *source = g_ptr_array_index (config->providers, i);
		if (source->provides != RN_SOURCE)
			continue;
		g_autofree char *place = place_of (source);
		g_string_append_printf (lines, "%s %s\n", place, source->title);
	}
	return g_string_free (lines, FALSE);
}

/* What is called otherwise now: place, title before, title now. */
static GPtrArray *
renamed (const char *before, const char *now)
{
	GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
	g_auto (GStrv) old = g_strsplit (before, "\n", -1), new = g_strsplit (now, "\n", -1);

	for (char **a = old; *a != NULL; a++)
		for (char **b = new; *b != NULL; b++)
			if (strlen (*a) > RN_PLACE && strncmp (*a, *b, RN_PLACE) == 0 && !g_str_equal (*a, *b)) {
				char *place = g_strndup (*a, RN_PLACE);
				g_ptr_array_add (found, g_strdupv ((char *[]) { place, *a + RN_PLACE + 1, *b + RN_PLACE + 1, NULL }));
				g_free (place);
			}
	return found;
}

/* By way of the places, since titles may have been exchanged. */
static gboolean
rename_sources (rn_engine *engine, const GPtrArray *all, GError **error)
{
	gboolean is_done = FALSE;

	for (guint i = 0; i < all->len; i++) {
		char **one = g_ptr_array_index (all, i);
		if (!rn_inbox_rename (engine->db, one[1], one[0], &is_done, error))
			return FALSE;
	}
	for (guint i = 0; i < all->len; i++) {
		char **one = g_ptr_array_index (all, i);
		if (!rn_inbox_rename (engine->db, one[0], one[2], &is_done, error))
			return FALSE;
		if (is_done)
			rn_log (RN_SEVERITY_WARNING, "the mailbox “%s” is called “%s” now: mail is handled from where it was left", one[1], one[2]);
	}
	return TRUE;
}

gboolean
rn_engine_rename_sources (rn_engine *engine, GError **error)
{
	GError *failure = NULL;
	g_autofree char *before = rn_meta_get (engine->db, "sources", &failure), *now = places (engine->config);

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	g_autoptr (GPtrArray) all = renamed (before, now);
	return rename_sources (engine, all, error) && (g_str_equal (now, before) || rn_meta_set (engine->db, "sources", now, error));
}

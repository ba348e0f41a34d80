/* explain -c: asks the engine, or the store when none runs, what a mail would do. */
#include "explain_site.h"

#include <stdio.h>

#include "control.h"
#include "ends.h"
#include "error.h"

/* One configuration and the last answer. */
struct site {
	rn_config *config;
	GVariant *answer;
	char **would;
};

static void
close_site (gpointer data)
{
	struct site *site = data;
	rn_config_free (site->config);
	g_clear_pointer (&site->answer, g_variant_unref);
	g_free (site->would);
	g_free (site);
}

static gpointer
open_site (const char *path, GError **error)
{
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
	rn_config *config = rn_config_load (path, problems);

	if (config == NULL) {
		g_ptr_array_add (problems, NULL);
		g_autofree char *lines = g_strjoinv ("\n", (char **) problems->pdata);
		g_set_error_literal (error, RN_ERROR, RN_ERROR_CONFIG, lines);
		return NULL;
	}
	struct site *site = g_new0 (struct site, 1);
	site->config = config;
	return site;
}

static void
keep_answer (GVariant *line, gpointer data)
{
	struct site *site = data;
	g_clear_pointer (&site->answer, g_variant_unref);
	site->answer = g_variant_ref (line);
}

static void
resolve (gpointer data, struct rn_explained *explained)
{
	struct site *site = data;
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) pack = rn_reading_pack (explained->reading);
	GVariant *reading = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, pack, TRUE);
	GVariant *arguments = g_variant_new_parsed ("{'reading': <%@ay>}", reading);

	g_clear_pointer (&site->would, g_free);
	if (!rn_control_ask (site->config, "explain", arguments, keep_answer, site, &error) || site->answer == NULL) {
		fprintf (stderr, "rotnem explain: %s\n", error != NULL ? error->message : "the engine gave no answer");
		explained->outcome = "error";
		explained->reason = rn_end_unanswered;
		return;
	}
	g_variant_lookup (site->answer, "outcome", "&s", &explained->outcome);
	g_variant_lookup (site->answer, "reason", "&s", &explained->reason);
	g_variant_lookup (site->answer, "person", "&s", &explained->person);
	g_variant_lookup (site->answer, "about", "&s", &explained->about);
	g_variant_lookup (site->answer, "would", "^a&s", &site->would);
	explained->would = (const char *const *) site->would;
}

static const struct rn_explain_site asks_the_engine = { open_site, resolve, close_site };

const struct rn_explain_site *rn_explain_site = &asks_the_engine;

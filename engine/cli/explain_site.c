#include "explain_site.h"

#include <stdio.h>

#include "command_line.h"
#include "control.h"
#include "ends.h"

/* One configuration and the last answer. */
struct rn_explain_site {
	rn_config *config;
	GVariant *answer;
	char **would;
};

rn_explain_site *
rn_explain_site_new (const char *path)
{
	rn_config *config = rn_load_config (path, RN_SECRETS_LEFT);
	if (config == NULL)
		return NULL;
	rn_explain_site *site = g_new0 (rn_explain_site, 1);
	site->config = config;
	return site;
}

void
rn_explain_site_free (rn_explain_site *site)
{
	if (site == NULL)
		return;
	rn_config_free (site->config);
	g_clear_pointer (&site->answer, g_variant_unref);
	g_free (site->would);
	g_free (site);
}

static void
keep_answer (GVariant *line, gpointer data)
{
	rn_explain_site *site = data;
	g_clear_pointer (&site->answer, g_variant_unref);
	site->answer = g_variant_ref (line);
}

void
rn_explain_site_resolve (rn_explain_site *site, struct rn_explained *explained)
{
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

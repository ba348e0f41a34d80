/* Campaigns: how far each is, and a person's steps with one. */
#include "request_parts.h"

#include "arguments.h"
#include "campaign_mail.h"
#include "campaigns.h"

static gboolean
show_campaign (struct rn_request *request, const rn_campaign *campaign, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	struct rn_campaign_counts counts;
	g_autoptr (GVariant) record = rn_record_show (db, campaign, error);

	if (record == NULL || !rn_campaign_counts (db, campaign->record.id, &counts, error))
		return FALSE;
	const struct {
		const char *name;
		gint64 n;
	} figures[] = {
		{ "waiting", counts.waiting }, { "queued", counts.queued },       { "sent", counts.sent },
		{ "refused", counts.refused }, { "uncertain", counts.uncertain }, { "skipped", counts.skipped },
	};
	g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (g_variant_ref_sink (record));
	for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
		g_variant_dict_insert (&dict, figures[i].name, "x", figures[i].n);
	rn_request_emit (request, g_variant_dict_end (&dict));
	return TRUE;
}

gboolean
rn_request_list_campaigns (struct rn_request *request, GError **error)
{
	g_autoptr (GPtrArray) campaigns = rn_find (rn_engine_db (request->engine), &rn_campaign_kind, error, NULL);

	for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
		if (!show_campaign (request, g_ptr_array_index (campaigns, i), error))
			return FALSE;
	return campaigns != NULL;
}

/* A step of a campaign, and who wants it. */
struct campaign_step {
	rn_campaign *campaign;
	gboolean (*step) (rn_turn *turn, rn_campaign *campaign, GError **error);
	const char *by;
};

static gboolean
step_campaign (rn_turn *turn, gpointer data, GError **error)
{
	struct campaign_step *order = data;

	if (!order->step (turn, order->campaign, error))
		return FALSE;
	rn_turn_note (turn, "%s wanted it", order->by);
	return TRUE;
}

/* In the name of the campaign's own program; the answer is what has become of it. */
static gboolean
change_campaign (struct rn_request *request, const char *name, struct campaign_step order, GError **error)
{
	gint64 id = rn_argument_number (request->arguments, "id", 0);
	g_autoptr (rn_campaign) campaign = rn_load (rn_engine_db (request->engine), &rn_campaign_kind, id, error);

	order.campaign = campaign;
	order.by = rn_request_by (request);
	return campaign != NULL && rn_engine_command (request->engine, campaign->program, name, step_campaign, &order, error) &&
	       show_campaign (request, campaign, error);
}

gboolean
rn_request_pause_campaign (struct rn_request *request, GError **error)
{
	return change_campaign (request, "campaign:pause", (struct campaign_step) { .step = rn_campaign_pause }, error);
}

gboolean
rn_request_resume_campaign (struct rn_request *request, GError **error)
{
	return change_campaign (request, "campaign:resume", (struct campaign_step) { .step = rn_campaign_resume }, error);
}

gboolean
rn_request_stop_campaign (struct rn_request *request, GError **error)
{
	return change_campaign (request, "campaign:stop", (struct campaign_step) { .step = rn_campaign_stop }, error);
}

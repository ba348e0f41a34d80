#include "requests.h"

#include "arguments.h"
#include "campaign_mail.h"
#include "campaigns.h"
#include "error.h"
#include "inbox.h"
#include "journal.h"
#include "meetings.h"
#include "offers.h"
#include "outbox.h"
#include "people.h"
#include "queries.h"
#include "reporting.h"
#include "request_parts.h"
#include "stranded.h"
#include "tasks.h"
#include "title.h"

void
rn_request_emit (struct rn_request *request, GVariant *value)
{
	g_autoptr (GVariant) owned = g_variant_ref_sink (value);
	request->line (owned, request->data);
}

/* Emits lines that are about a record, each with what people call it; takes the list. Many mails
 * are about one record. */
static void
emit_named (struct rn_request *request, GPtrArray *list)
{
	g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

	for (guint i = 0; i < list->len; i++) {
		g_auto (GVariantDict) line = G_VARIANT_DICT_INIT (g_ptr_array_index (list, i));
		const char *about = "", *name;
		g_variant_dict_lookup (&line, "about", "&s", &about);
		if ((name = g_hash_table_lookup (names, about)) == NULL) {
			name = rn_ref_title (rn_engine_db (request->engine), about);
			g_hash_table_insert (names, g_strdup (about), (gpointer) name);
		}
		g_variant_dict_insert (&line, "about_name", "s", name);
		rn_request_emit (request, g_variant_dict_end (&line));
	}
	g_ptr_array_unref (list);
}

/* ---- Lists -------------------------------------------------------------------------- */

static gboolean
list_kind (struct rn_request *request, const struct rn_kind *kind, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	g_autoptr (GPtrArray) records = rn_find (db, kind, error, NULL);

	for (guint i = 0; records != NULL && i < records->len; i++) {
		GVariant *value = rn_record_show (db, g_ptr_array_index (records, i), error);
		if (value == NULL)
			return FALSE;
		rn_request_emit (request, value);
	}
	return records != NULL;
}

static gboolean
list_records (struct rn_request *request, GError **error)
{
	const char *name = rn_argument_text (request->arguments, "kind", "");
	const struct rn_kind *kind = rn_kind_named (name);

	if (kind != NULL)
		return list_kind (request, kind, error);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "There is no list of “%s”.", name);
	return FALSE;
}

static gboolean
list_mails (struct rn_request *request, GError **error)
{
	GError *failure = NULL;
	GPtrArray *list = rn_outbox_list (rn_engine_db (request->engine), rn_argument_text (request->arguments, "state", NULL), &failure);
	if (failure != NULL)
		g_propagate_error (error, failure);
	else
		emit_named (request, list);
	return failure == NULL;
}

static gboolean
list_held (struct rn_request *request, GError **error)
{
	GError *failure = NULL;
	gboolean all = rn_argument_flag (request->arguments, "all");
	GPtrArray *list = rn_inbox_list (rn_engine_db (request->engine), all ? NULL : "3, 4", &failure);
	if (failure != NULL)
		g_propagate_error (error, failure);
	else
		emit_named (request, list);
	return failure == NULL;
}

/* ---- Campaigns ---------------------------------------------------------------------- */

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

static gboolean
list_campaigns (struct rn_request *request, GError **error)
{
	g_autoptr (GPtrArray) campaigns = rn_find (rn_engine_db (request->engine), &rn_campaign_kind, error, NULL);

	for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
		if (!show_campaign (request, g_ptr_array_index (campaigns, i), error))
			return FALSE;
	return campaigns != NULL;
}

/* ---- What is changed -------------------------------------------------------------------- */

/* A held mail and its bytes, without which it stays held. */
struct retry {
	gint64 id;
	rn_time received;
	GBytes *raw;
};

static gboolean
retry_mail (rn_turn *turn, gpointer data, GError **error)
{
	struct retry *retry = data;
	rn_turn_note (turn, "mail %" G_GINT64_FORMAT " is handled once more", retry->id);
	if (rn_inbox_retry (turn->db, retry->id, error))
		retry->raw = rn_inbox_raw (turn->db, retry->id, &retry->received, error);
	return retry->raw != NULL;
}

static gboolean
dismiss_mail (rn_turn *turn, gpointer data, GError **error)
{
	gint64 id = *(gint64 *) data;
	rn_turn_note (turn, "mail %" G_GINT64_FORMAT " is set aside", id);
	return rn_inbox_dismiss (turn->db, id, turn->now, error);
}

static gboolean
finish_task (rn_turn *turn, gpointer data, GError **error)
{
	g_autoptr (rn_task) task = rn_load (turn->db, &rn_task_kind, *(gint64 *) data, error);
	return task != NULL && rn_task_done (turn, task, error);
}

/* What is changed, and who wants it. */
struct named {
	gpointer record;
	const char *by;
};

static const struct {
	const char *name;
	rn_engine_step step;
} steps[] = {
	{ "held:dismiss", dismiss_mail },
	{ "task:done", finish_task },
};

static gboolean
do_step (struct rn_request *request, const char *name, GError **error)
{
	gint64 id = rn_argument_number (request->arguments, "id", 0);

	for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
		if (g_str_equal (steps[i].name, name))
			return rn_engine_command (request->engine, NULL, name, steps[i].step, &id, error);
	return FALSE;
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
	order.by = rn_argument_text (request->arguments, "by", "somebody");
	return campaign != NULL && rn_engine_command (request->engine, campaign->program, name, step_campaign, &order, error) &&
	       show_campaign (request, campaign, error);
}

static gboolean
pause_campaign (struct rn_request *request, GError **error)
{
	return change_campaign (request, "campaign:pause", (struct campaign_step) { .step = rn_campaign_pause }, error);
}

static gboolean
resume_campaign (struct rn_request *request, GError **error)
{
	return change_campaign (request, "campaign:resume", (struct campaign_step) { .step = rn_campaign_resume }, error);
}

static gboolean
stop_campaign (struct rn_request *request, GError **error)
{
	return change_campaign (request, "campaign:stop", (struct campaign_step) { .step = rn_campaign_stop }, error);
}

/* ---- Pairings and people ---------------------------------------------------------------- */

static gboolean
end_pairing (rn_turn *turn, gpointer data, GError **error)
{
	struct named *order = data;
	rn_pairing *pairing = order->record;

	if (pairing->state != RN_PAIRING_ACTIVE) {
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED, "pairing:%" G_GINT64_FORMAT " has ended already.", pairing->record.id);
		return FALSE;
	}
	rn_turn_note (turn, "%s wanted it", order->by);
	return rn_pairing_end (turn, pairing, "thank-you", TRUE, error);
}

static gboolean
pairings_end (struct rn_request *request, GError **error)
{
	gint64 id = rn_argument_number (request->arguments, "id", 0);
	g_autoptr (rn_pairing) pairing = rn_load (rn_engine_db (request->engine), &rn_pairing_kind, id, error);
	struct named order = { pairing, rn_argument_text (request->arguments, "by", "somebody") };

	return pairing != NULL && rn_engine_command (request->engine, pairing->program, "pairings:end", end_pairing, &order, error);
}

static gboolean
resume_person (rn_turn *turn, gpointer data, GError **error)
{
	struct named *order = data;

	rn_turn_note (turn, "%s wanted it", order->by);
	return rn_person_resume (turn, order->record, error);
}

static gboolean
people_resume (struct rn_request *request, GError **error)
{
	const char *address = rn_argument_text (request->arguments, "address", "");
	GError *failure = NULL;
	g_autoptr (rn_person) person = rn_person_by_address (rn_engine_db (request->engine), address, &failure);
	struct named order = { person, rn_argument_text (request->arguments, "by", "somebody") };

	if (person == NULL && failure == NULL)
		failure = g_error_new (RN_ERROR, RN_ERROR_DATA, "“%s” is nobody's address here.", address);
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	return rn_engine_command (request->engine, NULL, "people:resume", resume_person, &order, error);
}

static gboolean
held_retry (struct rn_request *request, GError **error)
{
	struct retry retry = { .id = rn_argument_number (request->arguments, "id", 0) };
	gboolean fine = rn_engine_command (request->engine, NULL, "held:retry", retry_mail, &retry, error);

	if (fine)
		rn_engine_reread (request->engine, retry.id, retry.received, retry.raw);
	g_clear_pointer (&retry.raw, g_bytes_unref);
	return fine;
}

static gboolean
held_dismiss (struct rn_request *request, GError **error)
{
	return do_step (request, "held:dismiss", error);
}

static gboolean
task_done (struct rn_request *request, GError **error)
{
	return do_step (request, "task:done", error);
}

/* ---- People -------------------------------------------------------------------------------- */

static gboolean
take_people (rn_turn *turn, gpointer data, GError **error)
{
	guint changed = 0;
	if (!rn_people_import (turn, data, &changed, error))
		return FALSE;
	rn_turn_note (turn, "%u people imported, %u changed", ((GPtrArray *) data)->len, changed);
	return TRUE;
}

static gboolean
import_people (struct rn_request *request, GError **error)
{
	g_autoptr (GVariant) list = g_variant_lookup_value (request->arguments, "people", G_VARIANT_TYPE ("aay"));
	g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rn_record_free);

	for (gsize i = 0; list != NULL && i < g_variant_n_children (list); i++) {
		g_autoptr (GVariant) row = g_variant_get_child_value (list, i);
		rn_person *person = rn_person_of_frame (row, error);
		if (person == NULL)
			return FALSE;
		g_ptr_array_add (people, person);
	}
	if (people->len == 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "There is nobody to import.");
		return FALSE;
	}
	return rn_engine_command (request->engine, NULL, "people:import", take_people, people, error);
}

/* ---- Why --------------------------------------------------------------------------------- */

/* What the journal says of one record, each entry with what it is about. */
static void
tell_of (struct rn_request *request, const char *ref, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	g_autofree char *name = rn_ref_title (db, ref);
	g_autoptr (GPtrArray) entries = rn_journal_about (db, ref, error);

	for (guint i = 0; entries != NULL && i < entries->len; i++) {
		g_auto (GVariantDict) entry = G_VARIANT_DICT_INIT (g_ptr_array_index (entries, i));
		g_variant_dict_insert (&entry, "about", "s", ref);
		g_variant_dict_insert (&entry, "about_name", "s", name);
		rn_request_emit (request, g_variant_dict_end (&entry));
	}
}

static gboolean
why (struct rn_request *request, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	const char *word = rn_argument_text (request->arguments, "what", "");
	g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
	GError *failure = NULL;

	if (!rn_refs_of (db, word, refs, error))
		return FALSE;
	if (refs->len == 0) {
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” is no person, record or mail that is known here.", word);
		return FALSE;
	}
	for (guint i = 0; i < refs->len && failure == NULL; i++)
		tell_of (request, g_ptr_array_index (refs, i), &failure);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return failure == NULL;
}

/* ---- Status --------------------------------------------------------------------------------- */

/* What waits for none of the asker's transports. */
static gboolean
list_stranded (struct rn_request *request, GError **error)
{
	g_autofree const char **transports = NULL;
	g_autoptr (GArray) stranded = NULL;

	if (!g_variant_lookup (request->arguments, "transports", "^a&s", &transports)) {
		g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The request names no transports.");
		return FALSE;
	}
	stranded = rn_stranded_mail (rn_engine_db (request->engine), transports, error);
	for (guint i = 0; stranded != NULL && i < stranded->len; i++) {
		const struct rn_stranded *one = &g_array_index (stranded, struct rn_stranded, i);
		rn_request_emit (request, g_variant_new_parsed ("{'transport': <%s>, 'program': <%s>, 'mails': <%x>}", one->transport, one->program, one->mails));
	}
	return stranded != NULL;
}

static gboolean
count_stranded (rn_engine *engine, GVariantBuilder *dict, GError **error)
{
	g_autoptr (GPtrArray) titles = rn_config_titles (rn_engine_config (engine), RN_TRANSPORT);
	g_autoptr (GArray) stranded = rn_stranded_mail (rn_engine_db (engine), (const char *const *) titles->pdata, error);
	gint64 n = 0;

	for (guint i = 0; stranded != NULL && i < stranded->len; i++)
		n += g_array_index (stranded, struct rn_stranded, i).mails;
	g_variant_builder_add (dict, "{sv}", "mails_stranded", g_variant_new_int64 (n));
	return stranded != NULL;
}

static gboolean
status (struct rn_request *request, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

	rn_engine_status (request->engine, &dict);
	if (!rn_figures (db, rn_engine_now (request->engine), &dict, error) || !count_stranded (request->engine, &dict, error))
		return FALSE;
	rn_request_emit (request, g_variant_builder_end (&dict));
	return TRUE;
}

static gboolean
report (struct rn_request *request, GError **error)
{
	return rn_report_request (request->engine, request->arguments, request->line, request->data, error);
}

static gboolean
explain (struct rn_request *request, GError **error)
{
	g_autoptr (GVariant) value = g_variant_lookup_value (request->arguments, "reading", G_VARIANT_TYPE_BYTESTRING);
	gsize size = 0;
	const guint8 *bytes = value != NULL ? g_variant_get_fixed_array (value, &size, 1) : NULL;
	g_autoptr (rn_reading) reading = bytes != NULL ? rn_reading_unpack (bytes, size, error) : rn_reading_new ();
	g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

	if (reading == NULL || !rn_engine_rehearse (request->engine, reading, &dict, error))
		return FALSE;
	rn_request_emit (request, g_variant_builder_end (&dict));
	return TRUE;
}

static const struct {
	const char *name;
	gboolean (*run) (struct rn_request *request, GError **error);
} requests[] = {
	{ "people:import", import_people }, { "people:resume", people_resume }, { "pairings:end", pairings_end },
	{ "list", list_records }, { "mails", list_mails },         { "held", list_held },
	{ "held:retry", held_retry }, { "held:dismiss", held_dismiss }, { "task:done", task_done },
	{ "campaign", list_campaigns }, { "campaign:pause", pause_campaign }, { "campaign:resume", resume_campaign },
	{ "campaign:stop", stop_campaign },
	{ "why", why },           { "status", status },            { "explain", explain },
	{ "person:export", rn_request_export }, { "person:forget", rn_request_forget }, { "person:again", rn_request_again },
	{ "stranded", list_stranded }, { "report", report },
	{ "release:show", rn_request_hold }, { "release", rn_request_release }, { "release:drop", rn_request_drop },
};

gboolean
rn_request_begins (const char *name)
{
	return g_str_equal (name, "people:import");
}

gboolean
rn_request (rn_engine *engine, const char *name, GVariant *arguments, rn_control_line line, gpointer data, GError **error)
{
	struct rn_request request = { engine, arguments, line, data };

	for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
		if (g_str_equal (requests[i].name, name))
			return requests[i].run (&request, error);
	g_set_error (error, RN_ERROR, RN_ERROR_CONFIG, "The engine knows no request “%s”.", name);
	return FALSE;
}

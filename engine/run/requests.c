#include "requests.h"

#include "arguments.h"
#include "error.h"
#include "inbox.h"
#include "journal.h"
#include "outbox.h"
#include "queries.h"
#include "reporting.h"
#include "request_parts.h"
#include "stranded.h"
#include "title.h"

void
rn_request_emit (struct rn_request *request, GVariant *value)
{
	g_autoptr (GVariant) owned = g_variant_ref_sink (value);
	request->line (owned, request->data);
}

const char *
rn_request_by (const struct rn_request *request)
{
	return rn_argument_text (request->arguments, "by", "somebody");
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
	{ "campaign", rn_request_list_campaigns },
	{ "campaign:pause", rn_request_pause_campaign },
	{ "campaign:resume", rn_request_resume_campaign },
	{ "campaign:stop", rn_request_stop_campaign },
	{ "explain", explain },
	{ "held", list_held },
	{ "held:dismiss", rn_request_dismiss_mail },
	{ "held:retry", rn_request_retry_mail },
	{ "list", list_records },
	{ "mails", list_mails },
	{ "pairings:end", rn_request_end_pairing },
	{ "people:import", rn_request_import_people },
	{ "people:resume", rn_request_resume_person },
	{ "person:again", rn_request_again },
	{ "person:export", rn_request_export },
	{ "person:forget", rn_request_forget },
	{ "release", rn_request_release },
	{ "release:drop", rn_request_drop },
	{ "release:show", rn_request_hold },
	{ "report", report },
	{ "status", status },
	{ "stranded", list_stranded },
	{ "task:done", rn_request_finish_task },
	{ "why", why },
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

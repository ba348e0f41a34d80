/* Everything that is stored about a person, for her: what she wrote and was written, and what became of it. Of
 * others it tells only what her own mails told her: mails and journal are counted from one, since a gap between
 * the engine's own numbers would tell that somebody else was written to. */
#include "request_parts.h"

#include <string.h>

#include "engine_private.h"
#include "form.h"
#include "inbox.h"
#include "invited.h"
#include "journal.h"
#include "letter.h"
#include "offer.h"
#include "outbox.h"
#include "question.h"
#include "records.h"
#include "seal.h"

/* ---- Records ----------------------------------------------------------------------------- */

/* What the other of a pair did and said is not hers: fields like “by_leader_said” are left out. */
static void
leave_out_other (GVariantDict *dict, const struct rn_kind *kind, const char *side)
{
	const char *prefix = g_str_equal (side, "mentor") ? "by_leader_" : "by_mentor_";

	for (const struct rn_field *field = kind->fields; field->name != NULL; field++)
		if (g_str_has_prefix (field->name, prefix))
			g_variant_dict_remove (dict, field->name);
}

/* What lists show to nobody, and is hers. */
static void
add_secrets (struct rn_request *request, GVariantDict *dict, const struct rn_record *record, gint64 person)
{
	static const char *const said[] = { "nothing", "yes", "no" };

	if (record->kind == &rn_person_kind)
		g_variant_dict_insert (dict, "calendar", "s", ((const rn_person *) record)->calendar);
	if (record->kind == &rn_offer_kind)
		g_variant_dict_insert (dict, "you_said", "s", said[rn_offer_said ((const rn_offer *) record, person)]);
	if (record->kind != &rn_reply_value_kind)
		return;
	const rn_reply_value *answer = (const rn_reply_value *) record;
	gboolean is_sealed = answer->lane == RN_LANE_AUTHOR || answer->lane == RN_LANE_PAIR;
	g_autofree char *value = is_sealed ? rn_unseal (&request->engine->site, answer->value) : g_strdup (answer->value);
	g_variant_dict_insert (dict, "value", "s", value);
}

static gboolean
tell_record (struct rn_request *request, const struct rn_record *record, const char *side, gint64 person, GError **error)
{
	g_autoptr (GVariant) shown = rn_record_show (rn_engine_db (request->engine), record, error);

	if (shown == NULL)
		return FALSE;
	g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (g_variant_ref_sink (shown));
	g_variant_dict_insert (&dict, "kind", "s", record->kind->name);
	leave_out_other (&dict, record->kind, side);
	if (record->kind == &rn_recipient_kind)
		g_variant_dict_remove (&dict, "mail");
	add_secrets (request, &dict, record, person);
	rn_request_emit (request, g_variant_dict_end (&dict));
	return TRUE;
}

/* Takes the list. */
static gboolean
tell_list (struct rn_request *request, GPtrArray *records, const char *side, gint64 person, GError **error)
{
	gboolean fine = records != NULL;

	for (guint i = 0; fine && i < records->len; i++)
		fine = tell_record (request, g_ptr_array_index (records, i), side, person, error);
	if (records != NULL)
		g_ptr_array_unref (records);
	return fine;
}

/* Records of every kind that name her. */
static gboolean
tell_records (struct rn_request *request, const rn_person *person, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	gint64 id = person->record.id;
	g_autofree char *ref = rn_record_ref (person);

	for (gsize i = 0; rn_kinds[i] != NULL; i++)
		for (const struct rn_field *field = rn_kinds[i]->fields; field->name != NULL; field++)
			if (field->of == &rn_person_kind &&
			    !tell_list (request, rn_find (db, rn_kinds[i], error, field->name, id, NULL), field->name, id, error))
				return FALSE;
	return tell_list (request, rn_find (db, &rn_task_kind, error, "about", ref, NULL), "", id, error) &&
	       tell_list (request, rn_find (db, &rn_invited_kind, error, "organizer", person->address, NULL), "", id, error);
}

/* ---- The journal ----------------------------------------------------------------------------- */

/* Of what happened to several people in one turn only the lines that name her. */
static char *
lines_of (rn_names *names, const char *reasons, gboolean alone)
{
	g_auto (GStrv) lines = g_strsplit (reasons, "\n", -1);
	g_autoptr (GString) hers = g_string_new (NULL);

	for (char **line = lines; *line != NULL; line++)
		if (alone || rn_names_are_in (names, *line, strlen (*line)))
			g_string_append_printf (hers, "%s%s", hers->len > 0 ? "\n" : "", *line);
	return g_string_free (g_steal_pointer (&hers), FALSE);
}

static gboolean
is_of_her_alone (rn_db *db, gint64 entry, gboolean *alone, GError **error)
{
	gint64 n = 0;
	gboolean fine = rn_db_number (db, &n, 0, error, "SELECT count(*) FROM journal_about WHERE journal = ? AND ref LIKE 'person:%'",
	                              "x", entry);
	*alone = n <= 1;
	return fine;
}

static gboolean
tell_journal (struct rn_request *request, const rn_person *person, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	g_autofree char *ref = rn_record_ref (person);
	g_autoptr (rn_names) names = rn_names_new ();
	g_autoptr (GPtrArray) entries = rn_journal_about (db, ref, error);

	rn_names_add (names, person->name, "");
	rn_names_add (names, person->address, "");
	for (guint i = 0; entries != NULL && i < entries->len; i++) {
		g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (g_ptr_array_index (entries, i));
		const char *reasons = "";
		gint64 id = 0;
		gboolean alone = FALSE;
		g_variant_dict_lookup (&dict, "reasons", "&s", &reasons);
		g_variant_dict_lookup (&dict, "id", "x", &id);
		if (!is_of_her_alone (db, id, &alone, error))
			return FALSE;
		g_autofree char *hers = lines_of (names, reasons, alone);
		g_variant_dict_insert (&dict, "id", "x", (gint64) i + 1);
		g_variant_dict_insert (&dict, "reasons", "s", hers);
		g_variant_dict_insert (&dict, "kind", "s", "journal");
		rn_request_emit (request, g_variant_dict_end (&dict));
	}
	return entries != NULL;
}

/* ---- Mails ------------------------------------------------------------------------------------- */

static GVariant *
bytes_of (GBytes *bytes)
{
	return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

static gboolean
tell_busy (struct rn_request *request, const rn_person *person, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (rn_engine_db (request->engine), error,
	                                        "SELECT source, asked, known_from, known_until, spans FROM busy WHERE person = ?", "x",
	                                        person->record.id);
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure)) {
		static const char *const times[] = { "asked", "known_from", "known_until" };
		g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
		g_variant_builder_add (&dict, "{sv}", "kind", g_variant_new_string ("busy"));
		rn_rows_add_text (rows, 0, "source", &dict);
		for (int i = 0; i < (int) G_N_ELEMENTS (times); i++)
			rn_rows_add_time (rows, i + 1, times[i], &dict);
		g_variant_builder_add (&dict, "{sv}", "spans", rn_rows_variant (rows, 4, "a(xx)"));
		rn_request_emit (request, g_variant_builder_end (&dict));
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

#define MAILS_IN "SELECT id, state, reason, sender, subject, message_id, about, received FROM inbox WHERE person = ? ORDER BY id"

/* What came from her, with its bytes while they are kept. */
static gboolean
tell_mails_in (struct rn_request *request, const rn_person *person, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	g_autoptr (rn_rows) rows = rn_db_query (db, error, MAILS_IN, "x", person->record.id);
	GError *failure = NULL;
	gint64 n = 0;

	while (rows != NULL && rn_rows_next (rows, &failure)) {
		static const char *const texts[] = { "reason", "from", "subject", "message_id", "about" };
		g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
		rn_time received = 0;
		g_autoptr (GBytes) raw = rn_inbox_raw (db, rn_rows_number (rows, 0), &received, NULL);
		g_variant_builder_add (&dict, "{sv}", "kind", g_variant_new_string ("mail-in"));
		g_variant_builder_add (&dict, "{sv}", "id", g_variant_new_int64 (++n));
		g_variant_builder_add (&dict, "{sv}", "state",
		                       g_variant_new_string (rn_inbox_state_name ((enum rn_inbox_state) rn_rows_number (rows, 1))));
		for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
			rn_rows_add_text (rows, i + 2, texts[i], &dict);
		rn_rows_add_time (rows, 7, "received", &dict);
		if (raw != NULL)
			g_variant_builder_add (&dict, "{sv}", "bytes", bytes_of (raw));
		rn_request_emit (request, g_variant_builder_end (&dict));
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

/* The letter and what it is composed with; not of a mail whose letter is no longer kept. */
static void
add_letter (rn_db *db, gint64 id, GVariantBuilder *dict)
{
	g_autoptr (GBytes) letter = rn_outbox_letter (db, id, NULL);
	g_autoptr (GVariant) source = letter != NULL ? rn_stationery_load (db, rn_letter_stationery (letter), NULL) : NULL;

	if (source == NULL)
		return;
	g_variant_builder_add (dict, "{sv}", "letter", bytes_of (letter));
	g_variant_builder_add (dict, "{sv}", "stationery", source);
}

#define MAILS_OUT                                                                                             \
	"SELECT id, state, template, recipient, about, message_id, program, written, settled FROM outbox" \
	" WHERE person = ? ORDER BY id"

static gboolean
tell_mails_out (struct rn_request *request, const rn_person *person, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	g_autoptr (rn_rows) rows = rn_db_query (db, error, MAILS_OUT, "x", person->record.id);
	GError *failure = NULL;
	gint64 n = 0;

	while (rows != NULL && rn_rows_next (rows, &failure)) {
		static const char *const texts[] = { "template", "to", "about", "message_id", "program" };
		g_auto (GVariantBuilder) dict = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
		g_variant_builder_add (&dict, "{sv}", "kind", g_variant_new_string ("mail-out"));
		g_variant_builder_add (&dict, "{sv}", "id", g_variant_new_int64 (++n));
		g_variant_builder_add (&dict, "{sv}", "state",
		                       g_variant_new_string (rn_outbox_state_name ((enum rn_outbox_state) rn_rows_number (rows, 1))));
		for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
			rn_rows_add_text (rows, i + 2, texts[i], &dict);
		rn_rows_add_time (rows, 7, "written", &dict);
		rn_rows_add_time (rows, 8, "settled", &dict);
		add_letter (db, rn_rows_number (rows, 0), &dict);
		rn_request_emit (request, g_variant_builder_end (&dict));
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

gboolean
rn_request_export (struct rn_request *request, GError **error)
{
	g_autoptr (rn_person) person = rn_request_person (request, error);

	return person != NULL && tell_record (request, &person->record, "", person->record.id, error) &&
	       tell_records (request, person, error) && tell_busy (request, person, error) &&
	       tell_mails_in (request, person, error) && tell_mails_out (request, person, error) && tell_journal (request, person, error);
}

/* What a person changes from the command line: held mail, tasks, pairings, people. */
#include "request_parts.h"

#include "arguments.h"
#include "error.h"
#include "inbox.h"
#include "meetings.h"
#include "offers.h"
#include "people.h"
#include "queries.h"
#include "tasks.h"

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

gboolean
rn_request_end_pairing (struct rn_request *request, GError **error)
{
	gint64 id = rn_argument_number (request->arguments, "id", 0);
	g_autoptr (rn_pairing) pairing = rn_load (rn_engine_db (request->engine), &rn_pairing_kind, id, error);
	struct named order = { pairing, rn_request_by (request) };

	return pairing != NULL && rn_engine_command (request->engine, pairing->program, "pairings:end", end_pairing, &order, error);
}

static gboolean
resume_person (rn_turn *turn, gpointer data, GError **error)
{
	struct named *order = data;

	rn_turn_note (turn, "%s wanted it", order->by);
	return rn_person_resume (turn, order->record, error);
}

gboolean
rn_request_resume_person (struct rn_request *request, GError **error)
{
	const char *address = rn_argument_text (request->arguments, "address", "");
	GError *failure = NULL;
	g_autoptr (rn_person) person = rn_person_by_address (rn_engine_db (request->engine), address, &failure);
	struct named order = { person, rn_request_by (request) };

	if (person == NULL && failure == NULL)
		failure = g_error_new (RN_ERROR, RN_ERROR_DATA, "“%s” is nobody's address here.", address);
	if (failure != NULL) {
		g_propagate_error (error, failure);
		return FALSE;
	}
	return rn_engine_command (request->engine, NULL, "people:resume", resume_person, &order, error);
}

gboolean
rn_request_retry_mail (struct rn_request *request, GError **error)
{
	struct retry retry = { .id = rn_argument_number (request->arguments, "id", 0) };
	gboolean fine = rn_engine_command (request->engine, NULL, "held:retry", retry_mail, &retry, error);

	if (fine)
		rn_engine_reread (request->engine, retry.id, retry.received, retry.raw);
	g_clear_pointer (&retry.raw, g_bytes_unref);
	return fine;
}

gboolean
rn_request_dismiss_mail (struct rn_request *request, GError **error)
{
	gint64 id = rn_argument_number (request->arguments, "id", 0);

	return rn_engine_command (request->engine, NULL, "held:dismiss", dismiss_mail, &id, error);
}

gboolean
rn_request_finish_task (struct rn_request *request, GError **error)
{
	gint64 id = rn_argument_number (request->arguments, "id", 0);

	return rn_engine_command (request->engine, NULL, "task:done", finish_task, &id, error);
}

static gboolean
take_people (rn_turn *turn, gpointer data, GError **error)
{
	guint changed = 0;
	if (!rn_people_import (turn, data, &changed, error))
		return FALSE;
	rn_turn_note (turn, "%u people imported, %u changed", ((GPtrArray *) data)->len, changed);
	return TRUE;
}

gboolean
rn_request_import_people (struct rn_request *request, GError **error)
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

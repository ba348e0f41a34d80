/* Forgetting a person: what would go, that it goes, and her way back. */
#include "request_parts.h"

#include <string.h>

#include "address.h"
#include "arguments.h"
#include "engine_private.h"
#include "erasing.h"
#include "error.h"
#include "forget.h"
#include "queries.h"

/* By any word that people have for her. */
static rn_person *
find_person (rn_db *db, const char *word, GError **error)
{
	const struct rn_kind *kind;
	gint64 id;
	GError *failure = NULL;
	g_autofree char *address = rn_address_normal (word);
	rn_person *person = rn_person_by_address (db, address, &failure);

	if (person == NULL && failure == NULL && *word != '\0')
		person = rn_find_one (db, &rn_person_kind, &failure, "key", word, NULL);
	if (person == NULL && failure == NULL && rn_ref_parse (word, &kind, &id) && kind == &rn_person_kind)
		person = rn_load (db, kind, id, &failure);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return person;
}

rn_person *
rn_request_person (struct rn_request *request, GError **error)
{
	const char *word = rn_argument_text (request->arguments, "person", "");
	GError *failure = NULL;
	g_autoptr (rn_person) person = find_person (rn_engine_db (request->engine), word, &failure), since = NULL;

	if (person != NULL && !rn_person_is_forgotten (person))
		return g_steal_pointer (&person);
	if (failure == NULL)
		since = rn_forgotten_since (&request->engine->site, rn_engine_db (request->engine), word, &failure);
	if (failure == NULL)
		failure = g_error_new (RN_ERROR, RN_ERROR_DATA,
		                       since != NULL ? "“%s” was forgotten; “rotnem forget” tells, and erases, what came since."
		                                     : "“%s” is nobody who is known here.",
		                       word);
	g_propagate_error (error, failure);
	return NULL;
}

/* Somebody whom the configuration names would be written to again. */
static gboolean
may_be_forgotten (struct rn_request *request, const rn_person *person, GError **error)
{
	const GPtrArray *programs = rn_engine_config (request->engine)->programs;
	g_autoptr (rn_names) names = rn_names_of (rn_engine_db (request->engine), person, error);

	for (guint i = 0; names != NULL && i < programs->len; i++) {
		const rn_program_config *program = g_ptr_array_index (programs, i);
		g_autofree char *staff = g_strdup_printf ("%s, %s, %s", program->coordinator, program->sponsor, program->deputy);
		if (!rn_names_are_in (names, staff, strlen (staff)))
			continue;
		g_set_error (error, RN_ERROR, RN_ERROR_REFUSED,
		             "%s is named in the block of program “%s”: put somebody else there first.", person->address,
		             program->name);
		return FALSE;
	}
	return names != NULL;
}

/* What there is of her, as a person who decides wants to know it. */
static const struct {
	const char *name, *sql;
} counts[] = {
	{ "mails to her", "SELECT count(*) FROM outbox WHERE person = ?" },
	{ "of these not yet sent", "SELECT count(*) FROM outbox WHERE person = ? AND state IN (0, 1)" },
	{ "mails from her", "SELECT count(*) FROM inbox WHERE person = ?" },
	{ "answers in forms", "SELECT count(*) FROM answer WHERE person = ?" },
	{ "topics", "SELECT count(*) FROM topic WHERE owner = ?" },
	{ "open offers", "SELECT count(*) FROM offer WHERE (mentor = ?1 OR leader = ?1) AND state = 0" },
	{ "pairings", "SELECT count(*) FROM pairing WHERE mentor = ?1 OR leader = ?1" },
	{ "of these active", "SELECT count(*) FROM pairing WHERE (mentor = ?1 OR leader = ?1) AND state = 0" },
	{ "meetings", "SELECT count(*) FROM meeting WHERE mentor = ?1 OR leader = ?1" },
	{ "of these to come", "SELECT count(*) FROM meeting WHERE (mentor = ?1 OR leader = ?1) AND state IN (0, 1)" },
	{ "lines of the journal", "SELECT count(*) FROM journal_about WHERE ref = 'person:' || ?" },
};

static gboolean
tell_counts (struct rn_request *request, const rn_person *person, GError **error)
{
	rn_request_emit (request, g_variant_new_parsed ("{'name': <%s>, 'address': <%s>}", person->name, person->address));
	for (gsize i = 0; i < G_N_ELEMENTS (counts); i++) {
		gint64 n = 0;
		if (!rn_db_number (rn_engine_db (request->engine), &n, 0, error, counts[i].sql, "x", person->record.id))
			return FALSE;
		rn_request_emit (request, g_variant_new_parsed ("{'what': <%s>, 'count': <%x>}", counts[i].name, n));
	}
	return TRUE;
}

/* Of somebody who was forgotten. */
static gboolean
tell_since (struct rn_request *request, const rn_person *since, GError **error)
{
	gint64 all = 0;

	for (gsize i = 0; since->aliases[i] != NULL; i++) {
		gint64 n = 0;
		if (!rn_db_number (rn_engine_db (request->engine), &n, 0, error, "SELECT count(*) FROM inbox WHERE sender = ?", "s",
		                   since->aliases[i]))
			return FALSE;
		all += n;
	}
	rn_request_emit (request, g_variant_new_parsed ("{'since': <true>, 'what': <'mails from her'>, 'count': <%x>}", all));
	return TRUE;
}

struct order {
	rn_person *person;
	gboolean was; /* forgotten before */
	const char *by;
};

static gboolean
forget (rn_turn *turn, gpointer data, GError **error)
{
	struct order *order = data;

	if (!(order->was ? rn_person_forget_since (turn, order->person, error) : rn_person_forget (turn, order->person, error)))
		return FALSE;
	rn_turn_note (turn, "%s wanted it", order->by);
	return TRUE;
}

/* What is in hand is finished first: the asker tries again. */
static gboolean
must_wait (struct rn_request *request, const rn_person *person, gboolean *waits, GError **error)
{
	rn_db *db = rn_engine_db (request->engine);
	gint64 n = 0;
	g_autoptr (rn_names) names = rn_names_of (db, person, error);

	if (names == NULL || !rn_erasing_waits (db, person, &n, error) || !rn_engine_names (request->engine, names, waits, error))
		return FALSE;
	*waits = *waits || n > 0;
	return TRUE;
}

/* Whom to forget, or of whom what came since. */
static rn_person *
whom (struct rn_request *request, gboolean *was, GError **error)
{
	const char *word = rn_argument_text (request->arguments, "person", "");
	GError *failure = NULL;
	rn_person *since = rn_forgotten_since (&request->engine->site, rn_engine_db (request->engine), word, &failure);

	*was = since != NULL;
	if (failure != NULL)
		g_propagate_error (error, failure);
	return since != NULL || failure != NULL ? since : rn_request_person (request, error);
}

gboolean
rn_request_forget (struct rn_request *request, GError **error)
{
	gboolean was = FALSE;
	g_autoptr (rn_person) person = whom (request, &was, error);
	struct order order = { person, was, rn_argument_text (request->arguments, "by", "somebody") };
	gboolean waits = FALSE;

	if (person == NULL || !may_be_forgotten (request, person, error))
		return FALSE;
	if (!rn_argument_flag (request->arguments, "sure"))
		return was ? tell_since (request, person, error) : tell_counts (request, person, error);
	if (!must_wait (request, person, &waits, error))
		return FALSE;
	if (waits) {
		rn_request_emit (request, g_variant_new_parsed ("{'waits': <true>, 'running': <%b>}", request->engine->is_running));
		return TRUE;
	}
	if (!rn_engine_command (request->engine, NULL, "person:forget", forget, &order, error) ||
	    !rn_engine_commit (request->engine, error))
		return FALSE;
	gboolean erased = rn_engine_erase (request->engine);
	rn_request_emit (request, g_variant_new_parsed ("{'erased': <%b>, 'since': <%b>}", erased, was));
	return TRUE;
}

static gboolean
again (rn_turn *turn, gpointer data, GError **error)
{
	const char *word = data;
	gboolean was = FALSE;

	if (!rn_forgotten_again (turn, word, &was, error))
		return FALSE;
	if (!was)
		g_set_error (error, RN_ERROR, RN_ERROR_DATA, "“%s” is no id or address of anybody who was forgotten.", word);
	return was;
}

gboolean
rn_request_again (struct rn_request *request, GError **error)
{
	g_autofree char *word = g_strdup (rn_argument_text (request->arguments, "person", ""));
	return rn_engine_command (request->engine, NULL, "person:again", again, word, error);
}

#include "task_phrases.h"

#include <string.h>

#include "error.h"
#include "fields.h"
#include "records.h"
#include "title.h"

/* ---- Filling in -------------------------------------------------------------------- */

static char *
fill (const char *phrase, GByteArray *facts, GError **error)
{
	g_autoptr (GPtrArray) nodes = rn_nodes_new ();
	g_autoptr (GBytes) bytes = g_bytes_new (facts->data, facts->len);
	struct rn_unpack table = rn_bundle_begin_bytes (bytes);
	struct rn_scope scope;

	if (!rn_fields_split (nodes, phrase, "tasks.ini", 0, error))
		return NULL;
	rn_scope_init (&scope, &table);
	char *text = rn_fields_line (nodes, &scope, FALSE, error);
	rn_scope_clear (&scope);
	return text;
}

/* NULL without an error when there is no such phrase. */
static char *
phrase_of (rn_turn *turn, const char *language, const char *group, const char *key, GByteArray *facts, GError **error)
{
	g_autofree char *phrase = rn_library_phrase (turn->site->library, turn->program->name, language, group, key);

	return phrase != NULL ? fill (phrase, facts, error) : NULL;
}

/* ---- What is known ----------------------------------------------------------------- */

static gboolean
add_person (rn_turn *turn, GByteArray *facts, const struct rn_record *record, const char *name)
{
	const struct rn_field *field = rn_kind_field (record->kind, name);
	gint64 id = field != NULL && field->of == &rn_person_kind ? G_STRUCT_MEMBER (gint64, record, field->offset) : 0;
	g_autoptr (rn_person) person = id != 0 ? rn_load (turn->db, &rn_person_kind, id, NULL) : NULL;
	g_autofree char *address = g_strconcat (name, "_address", NULL);

	if (person == NULL)
		return FALSE;
	rn_bundle_text (facts, name, *person->name != '\0' ? person->name : person->address);
	rn_bundle_text (facts, address, person->address);
	return TRUE;
}

/* Adds who the record is about. Gives the group's key of it: "pair", "person", or NULL. */
static const char *
add_people (rn_turn *turn, GByteArray *facts, const struct rn_record *record)
{
	if (record->kind == &rn_person_kind) {
		const rn_person *person = (const rn_person *) record;
		rn_bundle_text (facts, "person", *person->name != '\0' ? person->name : person->address);
		rn_bundle_text (facts, "person_address", person->address);
		return "person";
	}
	if (add_person (turn, facts, record, "mentor") && add_person (turn, facts, record, "leader"))
		return "pair";
	return add_person (turn, facts, record, "person") ? "person" : NULL;
}

/* The fields that a phrase may use. What is told as a fact counts before what its record says. */
static GByteArray *
facts_of (rn_turn *turn, const rn_task *task, const char **whom)
{
	GByteArray *facts = g_byte_array_new ();
	const struct rn_kind *kind;
	gint64 id;
	struct rn_record *record = rn_ref_parse (task->about, &kind, &id) ? rn_load (turn->db, kind, id, NULL) : NULL;

	*whom = record != NULL ? add_people (turn, facts, record) : NULL;
	rn_record_free (record);
	rn_bundle_text (facts, "ref", task->about);
	for (char **fact = task->facts; fact != NULL && *fact != NULL; fact++) {
		const char *value = strchr (*fact, '=');
		g_autofree char *name = g_strndup (*fact, value != NULL ? (gsize) (value - *fact) : 0);
		if (value != NULL)
			rn_bundle_text (facts, name, value + 1);
	}
	rn_bundle_close (facts);
	return facts;
}

const char *
rn_task_fact (const rn_task *task, const char *name)
{
	gsize size = strlen (name);

	for (char **fact = task->facts; fact != NULL && *fact != NULL; fact++)
		if (strncmp (*fact, name, size) == 0 && (*fact)[size] == '=')
			return *fact + size + 1;
	return NULL;
}

/* ---- Phrases ------------------------------------------------------------------------ */

char *
rn_task_sentence (rn_turn *turn, const rn_task *task, const char *language, GError **error)
{
	const char *whom;
	GError *failure = NULL;

	if (*task->cause == '\0')
		return g_strdup (task->what);
	g_autoptr (GByteArray) facts = facts_of (turn, task, &whom);
	char *sentence = phrase_of (turn, language, "causes", task->cause, facts, &failure);
	if (sentence == NULL && failure == NULL)
		failure = g_error_new (RN_ERROR, RN_ERROR_CONFIG, "No tasks.ini has words for the cause “%s” of a task.", task->cause);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return sentence;
}

char *
rn_task_phrase (rn_turn *turn, const char *language, const char *group, const char *key, const char *field, const char *value)
{
	g_autoptr (GByteArray) facts = g_byte_array_new ();

	rn_bundle_text (facts, field, value);
	rn_bundle_close (facts);
	char *text = phrase_of (turn, language, group, key, facts, NULL);
	return text != NULL ? text : g_strdup (value);
}

char *
rn_task_about_text (rn_turn *turn, const rn_task *task, const char *language, GError **error)
{
	const char *whom;
	GError *failure = NULL;
	g_autoptr (GByteArray) facts = facts_of (turn, task, &whom);
	char *text = whom != NULL ? phrase_of (turn, language, "about", whom, facts, &failure) : NULL;

	if (failure != NULL)
		g_propagate_error (error, failure);
	if (text != NULL || failure != NULL)
		return text;
	g_autofree char *title = rn_ref_title (turn->db, task->about);
	return g_strdup (*title != '\0' ? title : task->about);
}

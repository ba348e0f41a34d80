#include "erasing.h"

#include <string.h>

#include "inbox.h"
#include "journal.h"
#include "records.h"

/* Of a name in a reserved domain (RFC 2606): safe in a header, and nobody's. */
#define NOBODY_ADDRESS "former-participant-%" G_GINT64_FORMAT "@forgotten.invalid"
#define FORMER_TOPIC "a former topic"

/* ---- How she is called ---------------------------------------------------------------- */

/* "Lovelace, Ada" of "Ada Lovelace", and back. */
static char *
turned_name (const char *name)
{
	const char *comma = strstr (name, ", "), *space = strrchr (name, ' ');

	if (comma != NULL)
		return g_strdup_printf ("%s %.*s", comma + 2, (int) (comma - name), name);
	return space != NULL ? g_strdup_printf ("%s, %.*s", space + 1, (int) (space - name), name) : g_strdup ("");
}

static void
add_name (rn_names *names, const rn_person *person)
{
	g_autofree char *turned = turned_name (person->name);

	rn_names_add (names, person->name, RN_NOBODY_NAME);
	rn_names_add (names, turned, RN_NOBODY_NAME);
}

static void
add_addresses (rn_names *names, const rn_person *person)
{
	g_autofree char *nobody = g_strdup_printf (NOBODY_ADDRESS, person->record.id);

	rn_names_add (names, person->address, nobody);
	for (gsize i = 0; person->aliases[i] != NULL; i++)
		rn_names_add (names, person->aliases[i], nobody);
}

/* What she wanted to learn, in her words. Of one word it is anybody's. */
static gboolean
add_topics (rn_db *db, rn_names *names, const rn_person *person, gboolean of_one_word, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (db, error,
	                                        "SELECT title FROM topic t WHERE owner = ?1 AND NOT EXISTS"
	                                        " (SELECT 1 FROM topic o WHERE o.owner <> ?1 AND o.title = t.title COLLATE NOCASE)",
	                                        "x", person->record.id);
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure))
		if (of_one_word || strchr (rn_rows_text (rows, 0), ' ') != NULL)
			rn_names_add (names, rn_rows_text (rows, 0), FORMER_TOPIC);
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

/* Whether nobody else is called so, “Mary Ann Lee” of an Ann Lee among them. A name of one word may be any word: “Will”. */
static gboolean
means_her_alone (rn_db *db, const rn_person *person, gboolean *alone, GError **error)
{
	g_autoptr (rn_names) hers = rn_names_new ();
	g_autoptr (rn_rows) rows = rn_db_query (db, error, "SELECT name FROM person WHERE id <> ?", "x", person->record.id);
	GError *failure = NULL;

	*alone = strchr (person->name, ' ') != NULL;
	add_name (hers, person);
	while (*alone && rows != NULL && rn_rows_next (rows, &failure)) {
		const char *other = rn_rows_text (rows, 0);
		*alone = !rn_names_are_in (hers, other, strlen (other));
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL;
}

rn_names *
rn_names_of (rn_db *db, const rn_person *person, GError **error)
{
	g_autoptr (rn_names) names = rn_names_new ();
	gboolean hers_alone = FALSE;

	if (!means_her_alone (db, person, &hers_alone, error))
		return NULL;
	add_addresses (names, person);
	if (hers_alone)
		add_name (names, person);
	return g_steal_pointer (&names);
}

/* ---- What is hers ---------------------------------------------------------------------- */

/* "WITH hers (ref) AS (…) ": the refs of every record that names her, and of the tasks about these. */
static char *
with_hers (void)
{
	g_autoptr (GString) own = g_string_new ("SELECT 'person:' || ?1");

	for (gsize i = 0; rn_kinds[i] != NULL; i++)
		for (const struct rn_field *field = rn_kinds[i]->fields; field->name != NULL; field++)
			if (field->of == &rn_person_kind)
				g_string_append_printf (own, " UNION SELECT '%s:' || id FROM %s WHERE \"%s\" = ?1", rn_kinds[i]->name,
				                        rn_kinds[i]->name, field->name);
	return g_strdup_printf ("WITH own (ref) AS (%s), hers (ref) AS (SELECT ref FROM own UNION"
	                        " SELECT 'task:' || id FROM task WHERE about IN (SELECT ref FROM own)) ",
	                        own->str);
}

#define HERS " (SELECT ref FROM hers)"
#define IS_NAMED(text) " renamed (" text ") IS NOT NULL"
#define RENAME(table, column) "UPDATE " table " SET " column " = renamed (" column ") WHERE" IS_NAMED (column)

/* What is part of a sum stays, or the next sum less the last one would tell it: of somebody who is always the same within a
 * question, as the groups of a sum are of so many people (program/aggregate.h), and of nobody else. Words are in no sum. */
#define IS_COUNTED "(lane = 3 AND (value IN ('yes', 'no') OR (length (value) < 4 AND value NOT GLOB '*[^0-9-]*')))"
#define SEVER_COUNTED                                                                                             \
	"UPDATE answer SET ask = 0, at = 0, person = -first"                                                       \
	" FROM (SELECT min(id) AS first, program AS p, form AS f, question AS q FROM answer WHERE person = ?1"      \
	" GROUP BY program, form, question) WHERE person = ?1 AND program = p AND form = f AND question = q"

#define HER_MAIL " (person = ?1 OR" IS_NAMED ("sender") ")"

/* In this order; ?1 is she, ?2 nobody's address. Renamed is what names her, withheld in letters the subjects of her mails. */
static const char *const erase[] = {
	/* mail that goes out */
	"UPDATE outbox SET halted = 2 WHERE state IN (0, 4) AND (person = ?1 OR about IN" HERS ")",
	"DELETE FROM letter WHERE mail IN (SELECT id FROM outbox WHERE person = ?1 OR"
	" ((state IN (2, 3) OR halted = 2) AND about IN" HERS "))",
	"DELETE FROM letter WHERE" IS_NAMED ("bytes") " AND mail IN (SELECT id FROM outbox WHERE state IN (2, 3) OR halted = 2)",
	"UPDATE letter SET bytes = withheld (bytes) WHERE" IS_NAMED ("bytes") " AND withheld (bytes) IS NOT NULL",
	RENAME ("letter", "bytes"),
	"UPDATE outbox SET recipient = ?2, answer = '' WHERE person = ?1 OR" IS_NAMED ("recipient"),
	RENAME ("outbox", "answer"),

	/* mail that came in */
	"DELETE FROM raw WHERE mail IN (SELECT id FROM inbox WHERE" HER_MAIL " OR about IN" HERS ")",
	"UPDATE inbox SET state = 5 WHERE state IN (3, 4) AND" HER_MAIL,
	"UPDATE inbox SET sender = ?2, subject = '', message_id = '' WHERE" HER_MAIL,
	RENAME ("inbox", "subject"), RENAME ("inbox", "reason"), RENAME ("inbox", "message_id"),

	/* what she wrote, and was asked */
	"DELETE FROM busy WHERE person = ?1",
	"DELETE FROM absence WHERE person = ?1",
	"DELETE FROM answer WHERE person = ?1 AND NOT " IS_COUNTED,
	SEVER_COUNTED,
	"DELETE FROM event WHERE about = 'person:' || ?1 OR about IN (SELECT 'ask:' || id FROM ask WHERE person = ?1)"
	" OR about IN (SELECT 'task:' || id FROM task WHERE about = 'person:' || ?1)",
	"UPDATE ask SET state = 4 WHERE person = ?1 AND state < 3",
	"UPDATE task SET state = 3 WHERE about = 'person:' || ?1",
	"UPDATE task SET details = '' WHERE about IN" HERS,
	"UPDATE topic SET title = '', state = 2 WHERE owner = ?1",
	"UPDATE offer SET reasons = '' WHERE mentor = ?1 OR leader = ?1",
	"UPDATE offer SET mentor_said = 0 WHERE mentor = ?1 AND state > 0",
	"UPDATE offer SET leader_said = 0 WHERE leader = ?1 AND state > 0",
	"UPDATE poll SET by_mentor_words = '' WHERE mentor = ?1",
	"UPDATE poll SET by_leader_words = '' WHERE leader = ?1",
	"UPDATE invitation SET organizer = ?2, summary = '', uid = '' WHERE" IS_NAMED ("organizer"),

	/* others that the directory ties to her */
	"UPDATE person SET manager = '' WHERE manager <> '' AND manager = (SELECT key FROM person WHERE id = ?1)",
	"UPDATE person SET traditional_mentor = '' WHERE traditional_mentor <> ''"
	" AND traditional_mentor = (SELECT key FROM person WHERE id = ?1)",

	/* a policy notes what it likes of an answer */
	"UPDATE journal SET reasons = '' WHERE event LIKE 'answer:%' AND id IN (SELECT journal FROM journal_about WHERE ref IN" HERS ")",
	RENAME ("journal", "reasons"),
	NULL
};

/* Where she is meant for certain, whoever else is called so. */
#define OF_HERS " AND id IN (SELECT journal FROM journal_about WHERE ref IN" HERS ")"
static const char *const erase_of_hers[] = {
	RENAME ("journal", "reasons") OF_HERS,
	RENAME ("task", "what") " AND about IN" HERS,
	RENAME ("task", "facts") " AND about IN" HERS,
	NULL
};

static gboolean
run_each (rn_db *db, const char *const *statements, const char *nobody, gint64 person, GError **error)
{
	g_autofree char *with = with_hers ();

	for (; *statements != NULL; statements++) {
		g_autofree char *sql = g_strconcat (with, *statements, NULL);
		if (!rn_db_run (db, error, sql, "xs", person, nobody))
			return FALSE;
	}
	return TRUE;
}

#define SUBJECT_SHOWN "80" /* characters of a subject that a letter has at most (inbox.c) */

static rn_names *
subjects_of (rn_db *db, gint64 person, GError **error)
{
	g_autoptr (rn_rows) rows =
	        rn_db_query (db, error, "SELECT DISTINCT substr (subject, 1, " SUBJECT_SHOWN ") FROM inbox WHERE" HER_MAIL, "x", person);
	g_autoptr (rn_names) subjects = rn_names_new ();
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure))
		rn_names_add (subjects, rn_rows_text (rows, 0), "…");
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_steal_pointer (&subjects) : NULL;
}

/* Every text of every record; what records are found by is ours. */
static gboolean
rename_in_records (rn_db *db, GError **error)
{
	for (gsize i = 0; rn_kinds[i] != NULL; i++)
		for (const struct rn_field *field = rn_kinds[i]->fields; field->name != NULL; field++) {
			const char *kind = rn_kinds[i]->name, *name = field->name;
			gboolean has_words = (field->type == RN_FIELD_TEXT || field->type == RN_FIELD_LIST) &&
			                     (field->use & RN_USE_INDEX) == 0 && rn_kinds[i] != &rn_person_kind;
			g_autofree char *sql = g_strdup_printf ("UPDATE %s SET \"%s\" = renamed (\"%s\") WHERE" IS_NAMED ("\"%s\""), kind,
			                                        name, name, name);
			if (has_words && !rn_db_run (db, error, sql, ""))
				return FALSE;
		}
	return TRUE;
}

/* ---- Mails that name her ------------------------------------------------------------------ */

/* Ids of mails that came in and whose bytes name her: those that are handled, or those that are not. */
static GArray *
mails_that_name (rn_db *db, rn_names *names, gboolean handled, GError **error)
{
	g_autoptr (rn_rows) rows = rn_db_query (
	        db, error, "SELECT mail, file, start, size FROM raw JOIN inbox ON id = mail WHERE (state <> 0) = ?", "x", (gint64) handled);
	g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
	GError *failure = NULL;

	while (rows != NULL && rn_rows_next (rows, &failure)) {
		struct rn_place place = { rn_rows_number (rows, 1), rn_rows_number (rows, 2), rn_rows_number (rows, 3) };
		g_autoptr (GBytes) raw = rn_spool_get (rn_db_spool (db), &place, NULL);
		gint64 id = rn_rows_number (rows, 0);
		/* of one that is lost nothing is left to erase */
		if (raw != NULL && rn_names_are_in (names, g_bytes_get_data (raw, NULL), g_bytes_get_size (raw)))
			g_array_append_val (found, id);
	}
	if (failure != NULL)
		g_propagate_error (error, failure);
	return rows != NULL && failure == NULL ? g_steal_pointer (&found) : NULL;
}

static gboolean
drop_mails_that_name (rn_db *db, rn_names *names, GError **error)
{
	g_autoptr (GArray) found = mails_that_name (db, names, TRUE, error);

	for (guint i = 0; found != NULL && i < found->len; i++)
		if (!rn_db_run (db, error, "DELETE FROM raw WHERE mail = ?", "x", g_array_index (found, gint64, i)))
			return FALSE;
	return found != NULL;
}

gboolean
rn_erasing_waits (rn_db *db, const rn_person *person, gint64 *n, GError **error)
{
	g_autoptr (rn_names) names = rn_names_of (db, person, error);
	g_autoptr (GArray) unread = names != NULL ? mails_that_name (db, names, FALSE, error) : NULL;
	g_autofree char *with = with_hers ();
	g_autofree char *sql = g_strconcat (with,
	                                    "SELECT count(*) FROM outbox LEFT JOIN letter ON mail = id WHERE state = 1 AND"
	                                    " (person = ?1 OR about IN" HERS " OR" IS_NAMED ("bytes") ")", NULL);

	if (unread == NULL || !rn_db_define (db, "renamed", rn_names_replace, names, error))
		return FALSE;
	gboolean fine = rn_db_number (db, n, 0, error, sql, "x", person->record.id);
	*n += unread->len;
	return rn_db_define (db, "renamed", NULL, NULL, fine ? error : NULL) && fine;
}

/* ---- All of it ------------------------------------------------------------------------------ */

/* What is left of her. */
static gboolean
leave_nobody (rn_db *db, rn_person *person, const char *nobody, GError **error)
{
	g_autoptr (rn_person) left = rn_person_new ();

	left->record.id = person->record.id;
	rn_record_set (&left->name, RN_NOBODY_NAME);
	rn_record_set (&left->address, nobody);
	rn_record_set (&left->role, person->role);
	rn_record_set (&left->zone, "UTC");
	rn_record_set (&left->language, "en");
	left->state = RN_PERSON_LEFT;
	left->ask_again = RN_NEVER;
	if (!rn_save (db, left, error))
		return FALSE;
	rn_person changed = *person;
	*person = *left;
	*left = changed;
	return TRUE;
}

static gboolean
rename_hers (rn_db *db, const rn_person *person, const char *nobody, GError **error)
{
	g_autoptr (rn_names) names = rn_names_new ();

	add_addresses (names, person);
	add_name (names, person);
	if (!add_topics (db, names, person, TRUE, error) || !rn_db_define (db, "renamed", rn_names_replace, names, error))
		return FALSE;
	gboolean fine = run_each (db, erase_of_hers, nobody, person->record.id, error);
	return rn_db_define (db, "renamed", NULL, NULL, fine ? error : NULL) && fine;
}

static gboolean
erase_each (rn_db *db, const char *nobody, gint64 whose, GError **error)
{
	g_autoptr (rn_names) subjects = subjects_of (db, whose, error);

	if (subjects == NULL || !rn_db_define (db, "withheld", rn_names_replace, subjects, error))
		return FALSE;
	gboolean fine = run_each (db, erase, nobody, whose, error) && rename_in_records (db, error);
	return rn_db_define (db, "withheld", NULL, NULL, fine ? error : NULL) && fine;
}

/* All that names her; and of what is known by a number what is `whose`. */
static gboolean
rename_all (rn_db *db, const rn_person *person, gint64 whose, const char *nobody, GError **error)
{
	g_autoptr (rn_names) names = rn_names_of (db, person, error);

	if (names == NULL || !drop_mails_that_name (db, names, error) || !add_topics (db, names, person, FALSE, error) ||
	    !rn_db_define (db, "renamed", rn_names_replace, names, error))
		return FALSE;
	gboolean fine = erase_each (db, nobody, whose, error);
	return rn_db_define (db, "renamed", NULL, NULL, fine ? error : NULL) && fine;
}

gboolean
rn_erase_person (rn_db *db, rn_person *person, GError **error)
{
	g_autofree char *nobody = g_strdup_printf (NOBODY_ADDRESS, person->record.id);

	return rename_hers (db, person, nobody, error) && rename_all (db, person, person->record.id, nobody, error) &&
	       leave_nobody (db, person, nobody, error) && rn_meta_set (db, "erasing", "due", error);
}

#define NO_RECORD G_MININT64 /* what is known by her number was erased, and what is told to others since is theirs */

gboolean
rn_erase_since (rn_db *db, const rn_person *since, GError **error)
{
	g_autofree char *nobody = g_strdup_printf (NOBODY_ADDRESS, since->record.id);

	return rename_all (db, since, NO_RECORD, nobody, error) && rn_meta_set (db, "erasing", "due", error);
}

gboolean
rn_erasing_is_due (rn_db *db, gboolean *due, GError **error)
{
	g_autofree char *word = rn_meta_get (db, "erasing", error);

	*due = word != NULL && *word != '\0';
	return word != NULL;
}

gboolean
rn_erasing_finish (rn_db *db, GError **error)
{
	return rn_inbox_sweep (db, error) && rn_db_compact (db, error) && rn_meta_set (db, "erasing", "", error);
}

#include "task_letters.h"

#include "causes.h"
#include "mailing.h"
#include "queries.h"
#include "staff.h"
#include "task_mails.h"
#include "task_phrases.h"
#include "task_subject.h"
#include "when_text.h"

char *
rn_task_language (rn_turn *turn, const char *address, GError **error)
{
	GError *failure = NULL;
	g_autoptr (rn_person) person = rn_person_by_address (turn->db, address, &failure);

	if (failure != NULL) {
		g_propagate_error (error, failure);
		return NULL;
	}
	return g_strdup (person != NULL ? person->language : turn->program->language);
}

/* The field “say_end” is END where that ends something, else nothing. */
static gboolean
add_word (rn_turn *turn, const rn_task *task, const char *language, const char *word, GByteArray *fields, GError **error)
{
	gboolean may = FALSE;

	if (!rn_task_may (turn, task, word, &may, error))
		return FALSE;
	g_autofree char *ways = rn_library_phrase (turn->site->library, turn->program->name, language, "words", word);
	g_auto (GStrv) each = g_strsplit (ways != NULL ? ways : "", "|", 2);
	g_autofree char *name = g_strconcat ("say_", word, NULL);
	rn_bundle_text (fields, name, may && each[0] != NULL ? each[0] : "");
	return TRUE;
}

static gboolean
add_words (rn_turn *turn, const rn_task *task, const char *language, GByteArray *fields, GError **error)
{
	for (const char *const *word = rn_task_words; *word != NULL; word++)
		if (!add_word (turn, task, language, *word, fields, error))
			return FALSE;
	return TRUE;
}

/* Since when it waits, on the clock of whoever gets it. */
static char *
since (rn_turn *turn, const rn_task *task, const char *address, const char *language)
{
	g_autoptr (rn_person) person = rn_person_by_address (turn->db, address, NULL);
	return rn_day_text (task->made, person != NULL ? person->zone : "UTC", language);
}

gboolean
rn_fields_task (rn_turn *turn, const rn_task *task, const char *language, GByteArray *fields, GError **error)
{
	g_autofree char *what = rn_task_sentence (turn, task, language, error);
	g_autofree char *about = what != NULL ? rn_task_about_text (turn, task, language, error) : NULL;

	if (about == NULL)
		return FALSE;
	rn_bundle_text (fields, "what", what);
	rn_bundle_text (fields, "about", about);
	return TRUE;
}

static gboolean
fill (rn_turn *turn, const rn_task *task, const char *to, const char *language, gboolean with_details, GByteArray *fields,
      GError **error)
{
	g_autofree char *day = since (turn, task, to, language);
	g_autoptr (GPtrArray) silent = rn_task_silent (turn, task, error);

	if (silent == NULL)
		return FALSE;
	g_autofree char *names = rn_people_names (silent);
	rn_bundle_text (fields, "details", with_details ? task->details : "");
	rn_bundle_text (fields, "since", day);
	rn_bundle_text (fields, "silent", names);
	return rn_fields_task (turn, task, language, fields, error) && add_words (turn, task, language, fields, error) &&
	       rn_fields_mails (turn, task, language, fields, error);
}

static gboolean
mail (rn_turn *turn, const rn_task *task, const char *template, const char *to, GByteArray *fields, gboolean is_answer,
      GError **error)
{
	g_autofree char *ref = rn_record_ref (task), *language = rn_task_language (turn, to, error);
	struct rn_mailing mailing = {
		.address = to, .name = to, .language = language, .template = template, .about = ref, .fields = fields,
		.is_answer = is_answer,
	};
	return language != NULL && rn_turn_mail (turn, &mailing, error);
}

/* A call for help in its own words is mailed once. */
gboolean
rn_task_mail (rn_turn *turn, const rn_task *task, const char *template, const char *to, GError **error)
{
	gboolean with_details = !rn_task_is_discreet (task) || g_str_equal (template, task->template);
	g_autofree char *language = rn_task_language (turn, to, error);
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	return language != NULL && fill (turn, task, to, language, with_details, fields, error) &&
	       mail (turn, task, template, to, fields, FALSE, error);
}

gboolean
rn_task_answer (rn_turn *turn, const rn_task *task, const char *template, const char *to, GByteArray *fields, GError **error)
{
	g_autofree char *language = rn_task_language (turn, to, error);

	return language != NULL && fill (turn, task, to, language, FALSE, fields, error) &&
	       mail (turn, task, template, to, fields, TRUE, error);
}

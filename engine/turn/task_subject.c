#include "task_subject.h"

#include "records.h"
#include "task_mails.h"
#include "task_phrases.h"

rn_pairing *
rn_task_pairing (rn_turn *turn, const rn_task *task)
{
	const struct rn_kind *kind;
	gint64 id;

	if (!rn_ref_parse (task->about, &kind, &id) || kind != &rn_pairing_kind)
		return NULL;
	g_autoptr (rn_pairing) pairing = rn_load (turn->db, &rn_pairing_kind, id, NULL);
	return pairing != NULL && pairing->state == RN_PAIRING_ACTIVE ? g_steal_pointer (&pairing) : NULL;
}

static gboolean
add_if_silent (rn_turn *turn, gint64 id, GPtrArray *silent, GError **error)
{
	g_autoptr (rn_person) person = rn_load (turn->db, &rn_person_kind, id, error);

	if (person == NULL)
		return FALSE;
	if (person->state != RN_PERSON_LEFT && (person->ask_again == RN_NEVER || person->unreachable))
		g_ptr_array_add (silent, g_steal_pointer (&person));
	return TRUE;
}

GPtrArray *
rn_task_silent (rn_turn *turn, const rn_task *task, GError **error)
{
	g_autoptr (GPtrArray) silent = g_ptr_array_new_with_free_func (rn_record_free);
	g_autoptr (rn_pairing) pairing = rn_task_pairing (turn, task);
	const struct rn_kind *kind;
	gint64 id;

	if (pairing != NULL && (!add_if_silent (turn, pairing->mentor, silent, error) ||
	                        !add_if_silent (turn, pairing->leader, silent, error)))
		return NULL;
	if (rn_ref_parse (task->about, &kind, &id) && kind == &rn_person_kind && !add_if_silent (turn, id, silent, error))
		return NULL;
	return g_steal_pointer (&silent);
}

char *
rn_people_names (const GPtrArray *people)
{
	g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

	for (guint i = 0; i < people->len; i++) {
		const rn_person *person = g_ptr_array_index (people, i);
		g_strv_builder_add (names, *person->name != '\0' ? person->name : person->address);
	}
	g_auto (GStrv) list = g_strv_builder_end (names);
	return g_strjoinv (", ", list);
}

/* ---- What can be done ----------------------------------------------------------------- */

static gboolean
may_be_done (G_GNUC_UNUSED rn_turn *turn, const rn_task *task, gboolean *may, G_GNUC_UNUSED GError **error)
{
	*may = task->state != RN_TASK_DONE;
	return TRUE;
}

static gboolean
may_end (rn_turn *turn, const rn_task *task, gboolean *may, G_GNUC_UNUSED GError **error)
{
	g_autoptr (rn_pairing) pairing = rn_task_pairing (turn, task);
	*may = pairing != NULL;
	return TRUE;
}

static gboolean
may_resume (rn_turn *turn, const rn_task *task, gboolean *may, GError **error)
{
	g_autoptr (GPtrArray) silent = rn_task_silent (turn, task, error);
	*may = silent != NULL && silent->len > 0;
	return silent != NULL;
}

static gboolean
has_mails (rn_turn *turn, const rn_task *task, gboolean *may, GError **error)
{
	g_autoptr (GArray) mails = rn_task_mails (turn, task, error);
	*may = mails != NULL && mails->len > 0;
	return mails != NULL;
}

static gboolean
has_several_mails (rn_turn *turn, const rn_task *task, gboolean *may, GError **error)
{
	g_autoptr (GArray) mails = rn_task_mails (turn, task, error);
	*may = mails != NULL && mails->len > 1;
	return mails != NULL;
}

static const struct {
	const char *word;
	gboolean (*may) (rn_turn *turn, const rn_task *task, gboolean *may, GError **error);
} rules[] = {
	{ "done", may_be_done },  { "later", may_be_done }, { "end", may_end },           { "resume", may_resume },
	{ "retry", has_mails },   { "dismiss", has_mails }, { "all", has_several_mails },
};

gboolean
rn_task_may (rn_turn *turn, const rn_task *task, const char *word, gboolean *may, GError **error)
{
	*may = FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
		if (g_str_equal (rules[i].word, word))
			return rules[i].may (turn, task, may, error);
	return TRUE;
}

gboolean
rn_task_is_over (rn_turn *turn, const rn_task *task, gboolean *is_over, GError **error)
{
	gboolean is_of_pairing = g_str_has_prefix (task->about, "pairing:"), is_of_mails = rn_task_fact (task, "mails") != NULL;
	gboolean waits = FALSE;

	*is_over = FALSE;
	if ((is_of_pairing && !may_end (turn, task, &waits, error)) || (is_of_mails && !has_mails (turn, task, &waits, error)))
		return FALSE;
	*is_over = (is_of_pairing || is_of_mails) && !waits;
	return TRUE;
}

#include "matches.h"

#include <math.h>

#include "error.h"
#include "matching.h"
#include "offers.h"
#include "records.h"

#define RN_SCORE_CHUNK 500 /* edges in one frame to the policy */

/* The people of one side, numbered as they come. */
struct side {
	GHashTable *numbers; /* id -> number + 1 */
	GPtrArray *people;   /* of rn_person */
};

struct job {
	struct side mentors, leaders;
	GPtrArray *topics;   /* of rn_topic, one an edge */
	GArray *edges;       /* of struct rn_edge */
};

static void
job_init (struct job *job)
{
	struct side *sides[] = { &job->mentors, &job->leaders };
	for (gsize i = 0; i < G_N_ELEMENTS (sides); i++) {
		sides[i]->numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
		sides[i]->people = g_ptr_array_new_with_free_func (rn_record_free);
	}
	job->topics = g_ptr_array_new_with_free_func (rn_record_free);
	job->edges = g_array_new (FALSE, FALSE, sizeof (struct rn_edge));
}

static void
job_clear (struct job *job)
{
	struct side *sides[] = { &job->mentors, &job->leaders };
	for (gsize i = 0; i < G_N_ELEMENTS (sides); i++) {
		g_hash_table_unref (sides[i]->numbers);
		g_ptr_array_unref (sides[i]->people);
	}
	g_ptr_array_unref (job->topics);
	g_array_unref (job->edges);
}

/* The person's number on that side, loaded at first sight; -1 and an error. */
static int
number_of (rn_turn *turn, struct side *side, gint64 id, GError **error)
{
	gpointer known = g_hash_table_lookup (side->numbers, &id);
	if (known != NULL)
		return GPOINTER_TO_INT (known) - 1;
	rn_person *person = rn_load (turn->db, &rn_person_kind, id, error);
	if (person == NULL)
		return -1;
	g_ptr_array_add (side->people, person);
	g_hash_table_insert (side->numbers, &person->record.id, GINT_TO_POINTER (side->people->len));
	return (int) side->people->len - 1;
}

/* What must never be, whatever a policy scores. */
static gboolean
may_meet (rn_turn *turn, const rn_person *mentor, const rn_person *leader, gboolean *may, GError **error)
{
	gboolean was = FALSE;
	if (!rn_offer_was_made (turn->db, mentor->record.id, leader->record.id, &was, error))
		return FALSE;
	*may = !was && mentor->record.id != leader->record.id && !g_str_equal (mentor->traditional_mentor, leader->key) &&
	       !g_str_equal (leader->traditional_mentor, mentor->key) && rn_person_may_be_asked (mentor, turn->now) &&
	       rn_person_may_be_asked (leader, turn->now);
	return TRUE;
}

static gboolean
add_edge (rn_turn *turn, struct job *job, const rn_volunteer *volunteer, GError **error)
{
	g_autoptr (rn_topic) topic = rn_load (turn->db, &rn_topic_kind, volunteer->topic, error);
	if (topic == NULL)
		return FALSE;
	int left = number_of (turn, &job->mentors, volunteer->person, error);
	int right = left >= 0 ? number_of (turn, &job->leaders, topic->owner, error) : -1;
	gboolean may = FALSE;
	if (right < 0 || !may_meet (turn, g_ptr_array_index (job->mentors.people, left),
	                            g_ptr_array_index (job->leaders.people, right), &may, error))
		return FALSE;
	if (!may)
		return TRUE;
	struct rn_edge edge = { (guint) left, (guint) right, 0 };
	g_array_append_val (job->edges, edge);
	g_ptr_array_add (job->topics, g_steal_pointer (&topic));
	return TRUE;
}

static gboolean
describe (rn_turn *turn, struct job *job, guint i, GByteArray *bundle, GError **error)
{
	const struct rn_edge *edge = &g_array_index (job->edges, struct rn_edge, i);

	rn_bundle_open (bundle, NULL, RN_BUNDLE_TABLE);
	if (!rn_record_expand (turn->db, g_ptr_array_index (job->mentors.people, edge->left), "mentor", 0, bundle, error) ||
	    !rn_record_expand (turn->db, g_ptr_array_index (job->leaders.people, edge->right), "leader", 0, bundle, error) ||
	    !rn_record_expand (turn->db, g_ptr_array_index (job->topics, i), "topic", 0, bundle, error))
		return FALSE;
	rn_bundle_close (bundle);
	return TRUE;
}

/* Scores the edges from `at` up to `end`. */
static gboolean
score_chunk (rn_turn *turn, struct job *job, guint at, guint end, GArray *scores, GError **error)
{
	g_autoptr (GByteArray) chunk = g_byte_array_new ();

	rn_bundle_open (chunk, NULL, RN_BUNDLE_LIST);
	for (guint i = at; i < end; i++)
		if (!describe (turn, job, i, chunk, error))
			return FALSE;
	rn_bundle_close (chunk);
	if (!turn->score (turn->score_data, chunk, end - at, scores, error))
		return FALSE;
	if (scores->len == end)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_BUG, "The policy gave %u scores for %u pairs.", scores->len - at, end - at);
	return FALSE;
}

/* Scores all edges in chunks; those that must never be are taken out. */
static gboolean
score_edges (rn_turn *turn, struct job *job, GError **error)
{
	g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));

	for (guint at = 0; at < job->edges->len; at += RN_SCORE_CHUNK)
		if (!score_chunk (turn, job, at, MIN (at + RN_SCORE_CHUNK, job->edges->len), scores, error))
			return FALSE;
	for (guint i = job->edges->len; i > 0; i--) {
		double score = g_array_index (scores, double, i - 1);
		if (isfinite (score)) {
			g_array_index (job->edges, struct rn_edge, i - 1).score = score;
			continue;
		}
		g_array_remove_index (job->edges, i - 1);
		g_ptr_array_remove_index (job->topics, i - 1);
	}
	return TRUE;
}

/* Reasons that both may read: the topic, and what else he knows that she wishes for. */
static GVariant *
reasons_of (const rn_person *mentor, const rn_person *leader, const rn_topic *topic)
{
	g_auto (GVariantBuilder) list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

	g_variant_builder_add (&list, "s", topic->title);
	for (gsize i = 0; mentor->skills[i] != NULL; i++)
		if (g_strv_contains ((const char *const *) leader->wishes, mentor->skills[i]) &&
		    !g_str_equal (mentor->skills[i], topic->title))
			g_variant_builder_add (&list, "s", mentor->skills[i]);
	return g_variant_builder_end (&list);
}

static gboolean
raise_made (rn_turn *turn, struct job *job, int place, GError **error)
{
	const struct rn_edge *edge = &g_array_index (job->edges, struct rn_edge, place);
	rn_person *mentor = g_ptr_array_index (job->mentors.people, edge->left);
	rn_person *leader = g_ptr_array_index (job->leaders.people, edge->right);
	rn_topic *topic = g_ptr_array_index (job->topics, place);
	g_auto (GVariantDict) fields = G_VARIANT_DICT_INIT (NULL);

	g_variant_dict_insert_value (&fields, "mentor", g_variant_new_take_string (rn_record_ref (mentor)));
	g_variant_dict_insert_value (&fields, "leader", g_variant_new_take_string (rn_record_ref (leader)));
	g_variant_dict_insert_value (&fields, "topic", g_variant_new_take_string (rn_record_ref (topic)));
	g_variant_dict_insert_value (&fields, "reasons", reasons_of (mentor, leader, topic));
	rn_turn_touch (turn, mentor);
	rn_turn_touch (turn, leader);
	rn_turn_note (turn, "%s and %s fit by a score of %.6g", mentor->name, leader->name, edge->score);
	return rn_turn_raise (turn, turn->now, "match:made", NULL, g_variant_dict_end (&fields), error);
}

/* Counts the round for everything that she volunteered for, and gives which it was. */
static gboolean
count_round (rn_turn *turn, const rn_person *mentor, gint64 *round, GError **error)
{
	g_autoptr (GPtrArray) found =
	        rn_find (turn->db, &rn_volunteer_kind, error, "person", mentor->record.id, "program", turn->program->name, NULL);

	*round = 0;
	for (guint i = 0; found != NULL && i < found->len; i++) {
		rn_volunteer *volunteer = g_ptr_array_index (found, i);
		if (volunteer->state != RN_VOLUNTEER_WAITING)
			continue;
		volunteer->rounds++;
		*round = MAX (*round, volunteer->rounds);
		if (!rn_save (turn->db, volunteer, error))
			return FALSE;
	}
	return found != NULL;
}

static gboolean
raise_left (rn_turn *turn, struct job *job, guint left, GError **error)
{
	rn_person *mentor = g_ptr_array_index (job->mentors.people, left);
	g_auto (GVariantDict) fields = G_VARIANT_DICT_INIT (NULL);
	static const char *const none[] = { NULL };
	gint64 round = 0;

	if (!count_round (turn, mentor, &round, error))
		return FALSE;
	g_variant_dict_insert (&fields, "round", "x", round);

	g_variant_dict_insert_value (&fields, "person", g_variant_new_take_string (rn_record_ref (mentor)));
	g_variant_dict_insert_value (&fields, "reasons", g_variant_new_strv (none, 0));
	return rn_turn_raise (turn, turn->now, "match:left", NULL, g_variant_dict_end (&fields), error);
}

static gboolean
raise_results (rn_turn *turn, struct job *job, GError **error)
{
	guint n_left = job->mentors.people->len;
	g_autofree int *chosen = g_new (int, MAX (n_left, 1));

	rn_match ((const struct rn_edge *) job->edges->data, job->edges->len, n_left, job->leaders.people->len, chosen);
	for (guint i = 0; i < n_left; i++)
		if (!(chosen[i] >= 0 ? raise_made (turn, job, chosen[i], error) : raise_left (turn, job, i, error)))
			return FALSE;
	return TRUE;
}

gboolean
rn_match_run (rn_turn *turn, GPtrArray *volunteers, GError **error)
{
	struct job job;
	gboolean fine = TRUE;

	job_init (&job);
	for (guint i = 0; i < volunteers->len && fine; i++)
		fine = add_edge (turn, &job, g_ptr_array_index (volunteers, i), error);
	fine = fine && score_edges (turn, &job, error) && raise_results (turn, &job, error);
	rn_turn_note (turn, "%u volunteers, %u possible pairs", job.mentors.people->len, job.edges->len);
	job_clear (&job);
	return fine;
}

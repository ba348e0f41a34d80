#include "matches.h"

#include <math.h>

#include "error.h"
#include "matching.h"
#include "offers.h"
#include "queries.h"

#define RN_SCORE_CHUNK 500 /* edges in one frame to the policy */

/* Records of one kind, numbered as they come, each loaded and described once. */
struct side {
	const struct rn_kind *kind;
	const char *name;    /* a candidate's field */
	GHashTable *numbers; /* id -> number + 1 */
	GPtrArray *records;
	GPtrArray *told;     /* of GByteArray: how the policy sees each */
};

struct job {
	struct side mentors, leaders, topics;
	GArray *edges;       /* of struct rn_edge */
	GArray *about;       /* of guint: the topic of each edge, by its number */
};

static void
side_init (struct side *side, const struct rn_kind *kind, const char *name)
{
	*side = (struct side) {
		kind, name, g_hash_table_new (g_int64_hash, g_int64_equal), g_ptr_array_new_with_free_func (rn_record_free),
		g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref),
	};
}

static void
job_init (struct job *job)
{
	side_init (&job->mentors, &rn_person_kind, "mentor");
	side_init (&job->leaders, &rn_person_kind, "leader");
	side_init (&job->topics, &rn_topic_kind, "topic");
	job->edges = g_array_new (FALSE, FALSE, sizeof (struct rn_edge));
	job->about = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
job_clear (struct job *job)
{
	struct side *sides[] = { &job->mentors, &job->leaders, &job->topics };
	for (gsize i = 0; i < G_N_ELEMENTS (sides); i++) {
		g_hash_table_unref (sides[i]->numbers);
		g_ptr_array_unref (sides[i]->records);
		g_ptr_array_unref (sides[i]->told);
	}
	g_array_unref (job->edges);
	g_array_unref (job->about);
}

static gpointer
record_at (const struct side *side, guint number)
{
	return g_ptr_array_index (side->records, number);
}

static rn_topic *
topic_of (const struct job *job, guint edge)
{
	return record_at (&job->topics, g_array_index (job->about, guint, edge));
}

/* The record's number on that side, loaded at first sight; -1 and an error. */
static int
number_of (rn_turn *turn, struct side *side, gint64 id, GError **error)
{
	gpointer known = g_hash_table_lookup (side->numbers, &id);
	if (known != NULL)
		return GPOINTER_TO_INT (known) - 1;
	g_autoptr (GByteArray) told = g_byte_array_new ();
	struct rn_record *record = rn_load (turn->db, side->kind, id, error);
	if (record == NULL)
		return -1;
	g_ptr_array_add (side->records, record);
	if (!rn_record_expand (turn->db, record, side->name, 0, told, error))
		return -1;
	g_ptr_array_add (side->told, g_steal_pointer (&told));
	g_hash_table_insert (side->numbers, &record->id, GINT_TO_POINTER (side->records->len));
	return (int) side->records->len - 1;
}

/* What must never be, whatever a policy scores. */
static gboolean
may_meet (rn_turn *turn, const rn_person *mentor, const rn_person *leader, gboolean *may, GError **error)
{
	gboolean was = FALSE;

	*may = mentor->record.id != leader->record.id && !g_str_equal (mentor->traditional_mentor, leader->key) &&
	       !g_str_equal (leader->traditional_mentor, mentor->key) && rn_person_may_be_asked (mentor, turn->now) &&
	       rn_person_may_be_asked (leader, turn->now);
	if (*may && !rn_offer_was_made (turn->db, mentor->record.id, leader->record.id, &was, error))
		return FALSE;
	*may = *may && !was;
	return TRUE;
}

static gboolean
add_edge (rn_turn *turn, struct job *job, const rn_volunteer *volunteer, GError **error)
{
	int about = number_of (turn, &job->topics, volunteer->topic, error);
	int left = about >= 0 ? number_of (turn, &job->mentors, volunteer->person, error) : -1;
	const rn_topic *topic = left >= 0 ? record_at (&job->topics, about) : NULL;
	int right = topic != NULL ? number_of (turn, &job->leaders, topic->owner, error) : -1;
	gboolean may = FALSE;

	if (right < 0 || !may_meet (turn, record_at (&job->mentors, left), record_at (&job->leaders, right), &may, error))
		return FALSE;
	if (!may)
		return TRUE;
	struct rn_edge edge = { (guint) left, (guint) right, 0 };
	g_array_append_val (job->edges, edge);
	g_array_append_val (job->about, about);
	return TRUE;
}

static void
tell (const struct side *side, guint number, GByteArray *bundle)
{
	const GByteArray *told = g_ptr_array_index (side->told, number);
	g_byte_array_append (bundle, told->data, told->len);
}

static void
describe (const struct job *job, guint i, GByteArray *bundle)
{
	const struct rn_edge *edge = &g_array_index (job->edges, struct rn_edge, i);

	rn_bundle_open (bundle, NULL, RN_BUNDLE_TABLE);
	tell (&job->mentors, edge->left, bundle);
	tell (&job->leaders, edge->right, bundle);
	tell (&job->topics, g_array_index (job->about, guint, i), bundle);
	rn_bundle_close (bundle);
}

/* Scores the edges from `at` up to `end`. */
static gboolean
score_chunk (rn_turn *turn, struct job *job, guint at, guint end, GArray *scores, GError **error)
{
	g_autoptr (GByteArray) chunk = g_byte_array_new ();

	rn_bundle_open (chunk, NULL, RN_BUNDLE_LIST);
	for (guint i = at; i < end; i++)
		describe (job, i, chunk);
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
	guint kept = 0;

	for (guint at = 0; at < job->edges->len; at += RN_SCORE_CHUNK)
		if (!score_chunk (turn, job, at, MIN (at + RN_SCORE_CHUNK, job->edges->len), scores, error))
			return FALSE;
	for (guint i = 0; i < job->edges->len; i++) {
		struct rn_edge edge = g_array_index (job->edges, struct rn_edge, i);
		edge.score = g_array_index (scores, double, i);
		if (!isfinite (edge.score))
			continue;
		g_array_index (job->about, guint, kept) = g_array_index (job->about, guint, i);
		g_array_index (job->edges, struct rn_edge, kept++) = edge;
	}
	g_array_set_size (job->edges, kept);
	g_array_set_size (job->about, kept);
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
	rn_person *mentor = record_at (&job->mentors, edge->left);
	rn_person *leader = record_at (&job->leaders, edge->right);
	rn_topic *topic = topic_of (job, place);
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

static gboolean
raise_left (rn_turn *turn, struct job *job, guint left, gint64 tell, GError **error)
{
	rn_person *mentor = record_at (&job->mentors, left);
	g_auto (GVariantDict) fields = G_VARIANT_DICT_INIT (NULL);
	static const char *const none[] = { NULL };
	gint64 round = 0;

	if (!rn_volunteer_count_round (turn->db, turn->program->name, mentor->record.id, &round, error))
		return FALSE;
	if (tell > 0 && round > tell)
		return TRUE;
	g_variant_dict_insert (&fields, "round", "x", round);
	g_variant_dict_insert_value (&fields, "person", g_variant_new_take_string (rn_record_ref (mentor)));
	g_variant_dict_insert_value (&fields, "reasons", g_variant_new_strv (none, 0));
	return rn_turn_raise (turn, turn->now, "match:left", NULL, g_variant_dict_end (&fields), error);
}

static gboolean
raise_results (rn_turn *turn, struct job *job, gint64 tell, GError **error)
{
	guint n_left = job->mentors.records->len;
	g_autofree int *chosen = g_new (int, MAX (n_left, 1));

	rn_match ((const struct rn_edge *) job->edges->data, job->edges->len, n_left, job->leaders.records->len, chosen);
	for (guint i = 0; i < n_left; i++)
		if (!(chosen[i] >= 0 ? raise_made (turn, job, chosen[i], error) : raise_left (turn, job, i, tell, error)))
			return FALSE;
	return TRUE;
}

gboolean
rn_match_run (rn_turn *turn, GPtrArray *volunteers, gint64 tell, GError **error)
{
	struct job job;
	gboolean fine = TRUE;

	job_init (&job);
	for (guint i = 0; i < volunteers->len && fine; i++)
		fine = add_edge (turn, &job, g_ptr_array_index (volunteers, i), error);
	fine = fine && score_edges (turn, &job, error) && raise_results (turn, &job, tell, error);
	rn_turn_note (turn, "%u volunteers, %u possible pairs", job.mentors.records->len, job.edges->len);
	job_clear (&job);
	return fine;
}

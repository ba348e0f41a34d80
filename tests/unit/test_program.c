/* What the records allow: legal steps, answers, the order of news, refs, names; and
 * the matching against every possible one. */
#include "unit.h"

#include <string.h>

#include "error.h"
#include "kind.h"
#include "matching.h"
#include "invited.h"
#include "meeting.h"
#include "offer.h"
#include "pairing.h"
#include "person.h"
#include "poll.h"
#include "question.h"
#include "topic.h"
#include "vocabulary.h"

/* The legal steps of a kind: from each state, in the order of its names, the names of
 * those that may follow. */
static const struct {
	const struct rn_kind *kind;
	const char *states[7];
	const char *follow[7];
} machines[] = {
	{ &rn_person_kind, { "present", "left" }, { "left", "present" } },
	{ &rn_topic_kind, { "open", "taken", "closed" }, { "taken closed", "open closed", "" } },
	{ &rn_volunteer_kind, { "waiting", "paired", "withdrawn" }, { "paired withdrawn", "waiting", "waiting" } },
	{ &rn_offer_kind, { "asked", "confirmed", "closed" }, { "confirmed closed", "", "" } },
	{ &rn_pairing_kind, { "active", "ended" }, { "ended", "" } },
	{ &rn_meeting_kind,
	  { "invited", "accepted", "held", "unconfirmed", "missed", "cancelled" },
	  { "accepted held missed cancelled", "invited held unconfirmed missed cancelled", "", "held missed", "held",
	    "invited accepted" } },
	{ &rn_invited_kind,
	  { "waiting", "accepted", "tentative", "declined", "cancelled" },
	  { "accepted tentative declined cancelled", "waiting cancelled", "waiting cancelled", "waiting cancelled", "waiting" } },
	{ &rn_poll_kind, { "asked", "agreed", "failed", "withdrawn" }, { "agreed failed withdrawn", "", "", "" } },
	{ &rn_campaign_kind, { "running", "paused", "done", "stopped" }, { "paused done stopped", "running stopped", "", "" } },
	{ &rn_recipient_kind, { "waiting", "asked", "skipped" }, { "asked skipped", "", "" } },
	{ &rn_ask_kind,
	  { "open", "reminded", "partial", "answered", "expired" },
	  { "reminded partial answered expired", "partial answered expired", "partial answered expired", "answered",
	    "partial answered" } },
	{ &rn_task_kind,
	  { "open", "reminded", "escalated", "done" },
	  { "reminded done", "escalated done", "done", "" } },
};

static gboolean
is_word_of (const char *words, const char *word)
{
	g_auto (GStrv) list = g_strsplit (words, " ", -1);
	return g_strv_contains ((const char *const *) list, word);
}

static void
check_step (gsize row, int from, int to)
{
	const char *a = machines[row].states[from], *b = machines[row].states[to];
	struct rn_record *record = rn_record_new (machines[row].kind);
	int *state = &G_STRUCT_MEMBER (int, record, rn_kind_field (record->kind, "state")->offset);
	g_autoptr (GError) error = NULL;

	*state = from;
	gboolean legal = is_word_of (machines[row].follow[from], b);
	ck_assert_msg (rn_record_step (record, to, &error) == legal, "%s: %s to %s", record->kind->name, a, b);
	ck_assert_str_eq (rn_record_state_name (record), legal ? b : a);
	if (!legal) {
		ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_BUG), "%s: %s to %s", record->kind->name, a, b);
		ck_assert_msg (strstr (error->message, a) != NULL && strstr (error->message, b) != NULL, "%s", error->message);
	}
	rn_record_free (record);
}

START_TEST (steps_are_those_of_the_rules)
{
	const struct rn_field *field = rn_kind_field (machines[_i].kind, "state");
	int n = 0;

	for (; field->states[n] != NULL; n++)
		ck_assert_msg (g_strcmp0 (field->states[n], machines[_i].states[n]) == 0, "%s: state %d is %s",
		               machines[_i].kind->name, n, field->states[n]);
	ck_assert_msg (machines[_i].states[n] == NULL, "%s has no state %s", machines[_i].kind->name, machines[_i].states[n]);
	for (int from = 0; from < n; from++)
		for (int to = 0; to < n; to++)
			check_step ((gsize) _i, from, to);
}
END_TEST

START_TEST (every_kind_with_states_is_checked)
{
	for (gsize k = 0; rn_kinds[k] != NULL; k++) {
		gboolean checked = FALSE;
		for (gsize i = 0; i < G_N_ELEMENTS (machines); i++)
			checked |= machines[i].kind == rn_kinds[k];
		ck_assert_msg (checked == (rn_kind_field (rn_kinds[k], "state") != NULL), "%s", rn_kinds[k]->name);
		ck_assert_msg (checked == (rn_kinds[k]->steps != NULL), "%s", rn_kinds[k]->name);
	}
}
END_TEST

START_TEST (an_answer_can_be_undone_while_the_offer_is_open)
{
	g_autoptr (rn_offer) offer = rn_offer_new ();
	g_autoptr (GError) error = NULL;

	offer->mentor = 3, offer->leader = 8;
	ck_assert_int_eq (rn_offer_other (offer, 3), 8);
	ck_assert_int_eq (rn_offer_other (offer, 8), 3);
	ck_assert_int_eq (rn_offer_other (offer, 5), 0);
	ck_assert (rn_offer_say (offer, 3, RN_SAID_NO, NULL));
	ck_assert_int_eq (rn_offer_said (offer, 3), RN_SAID_NO);
	ck_assert_int_eq (rn_offer_said (offer, 8), RN_SAID_NOTHING);
	ck_assert (rn_offer_say (offer, 8, RN_SAID_YES, NULL));
	ck_assert (!rn_offer_is_agreed (offer));
	ck_assert (rn_offer_say (offer, 3, RN_SAID_YES, NULL));
	ck_assert (rn_offer_is_agreed (offer));
	ck_assert (!rn_offer_say (offer, 5, RN_SAID_NO, &error));
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_REFUSED));
	ck_assert (rn_offer_is_agreed (offer));
}
END_TEST

START_TEST (nothing_is_said_to_an_offer_that_ended)
{
	g_autoptr (rn_offer) offer = rn_offer_new ();
	g_autoptr (GError) error = NULL;

	offer->mentor = 3, offer->leader = 8, offer->mentor_said = RN_SAID_YES;
	ck_assert (rn_record_step (offer, _i, NULL));
	ck_assert (!rn_offer_say (offer, 3, RN_SAID_NO, &error));
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_REFUSED));
	ck_assert_int_eq (rn_offer_said (offer, 3), RN_SAID_YES);
}
END_TEST

/* The leader's last answer was yes, to SEQUENCE 2 at 1000; the meeting is at SEQUENCE 2. */
static const struct {
	enum rn_partstat partstat;
	gint64 sequence;
	rn_time dtstamp;
	const char *why; /* NULL: news */
} answers[] = {
	{ RN_PARTSTAT_DECLINED, 2, 1001, NULL },    { RN_PARTSTAT_ACCEPTED, 2, 1001, NULL },
	{ RN_PARTSTAT_ACCEPTED, 2, 1000, "repeated" },
	{ RN_PARTSTAT_DECLINED, 2, 1000, NULL },    /* another word within the same second */
	{ RN_PARTSTAT_DECLINED, 2, 999, "stale" },  { RN_PARTSTAT_ACCEPTED, 2, 999, "stale" },
	{ RN_PARTSTAT_DECLINED, 1, 2000, "stale" }, { RN_PARTSTAT_DECLINED, 1, 1000, "stale" },
	{ RN_PARTSTAT_DECLINED, 3, 10, NULL },      { RN_PARTSTAT_ACCEPTED, 0, 1000, "stale" },
	{ RN_PARTSTAT_DECLINED, 2, 0, NULL },       { RN_PARTSTAT_DECLINED, 1, 0, "stale" },
};

START_TEST (answers_are_ordered_by_sequence_and_dtstamp)
{
	g_autoptr (rn_meeting) meeting = rn_meeting_new ();
	const char *why = "unset";

	meeting->mentor = 3, meeting->leader = 8, meeting->sequence = 2;
	rn_meeting_note (meeting, 8, RN_PARTSTAT_ACCEPTED, 2, 1000);
	gboolean news = rn_meeting_is_news (meeting, 8, answers[_i].partstat, answers[_i].sequence, answers[_i].dtstamp, &why);
	ck_assert_msg (news == (answers[_i].why == NULL), "row %d", _i);
	ck_assert_msg (g_strcmp0 (why, answers[_i].why) == 0, "row %d: %s", _i, why);
	/* the other one's answers have an order of their own */
	ck_assert (rn_meeting_is_news (meeting, 3, RN_PARTSTAT_ACCEPTED, 2, 1, &why));
}
END_TEST

START_TEST (answers_in_any_order_end_alike)
{
	static const struct {
		enum rn_partstat partstat;
		rn_time dtstamp;
	} mails[] = { { RN_PARTSTAT_ACCEPTED, 100 }, { RN_PARTSTAT_TENTATIVE, 200 }, { RN_PARTSTAT_DECLINED, 300 } };
	static const int orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
	g_autoptr (rn_meeting) meeting = rn_meeting_new ();
	const char *why;

	meeting->mentor = 3, meeting->leader = 8;
	for (int i = 0; i < 3; i++) {
		int mail = orders[_i][i];
		if (rn_meeting_is_news (meeting, 3, mails[mail].partstat, 0, mails[mail].dtstamp, &why))
			rn_meeting_note (meeting, 3, mails[mail].partstat, 0, mails[mail].dtstamp);
	}
	ck_assert_msg (meeting->by_mentor.partstat == RN_PARTSTAT_DECLINED, "order %d", _i);
	ck_assert_msg (meeting->by_leader.partstat == RN_PARTSTAT_NEEDS_ACTION, "order %d", _i);
}
END_TEST

START_TEST (a_move_asks_both_again)
{
	g_autoptr (rn_meeting) meeting = rn_meeting_new ();
	const char *why;

	meeting->mentor = 3, meeting->leader = 8, meeting->sequence = 4;
	rn_meeting_note (meeting, 3, RN_PARTSTAT_ACCEPTED, 4, 50);
	rn_meeting_note (meeting, 8, RN_PARTSTAT_ACCEPTED, 4, 60);
	ck_assert (rn_meeting_both (meeting, RN_PARTSTAT_ACCEPTED));
	rn_meeting_move (meeting, 7200, 9000, 70);
	ck_assert_int_eq (meeting->start, 7200);
	ck_assert_int_eq (meeting->ends, 9000);
	ck_assert_int_eq (meeting->sequence, 5);
	ck_assert_int_eq (meeting->dtstamp, 70);
	ck_assert_int_eq (meeting->moved, 1);
	ck_assert (rn_meeting_both (meeting, RN_PARTSTAT_NEEDS_ACTION));
	ck_assert (!rn_meeting_is_news (meeting, 3, RN_PARTSTAT_ACCEPTED, 4, 80, &why));
	ck_assert_str_eq (why, "stale");
	ck_assert (rn_meeting_is_news (meeting, 3, RN_PARTSTAT_ACCEPTED, 5, 80, &why));
}
END_TEST

START_TEST (a_meeting_knows_its_two_and_whether_it_lives)
{
	g_autoptr (rn_meeting) meeting = rn_meeting_new ();

	meeting->mentor = 3, meeting->leader = 8;
	ck_assert_int_eq (rn_meeting_other (meeting, 3), 8);
	ck_assert_int_eq (rn_meeting_other (meeting, 8), 3);
	ck_assert_int_eq (rn_meeting_other (meeting, 4), 0);
	for (meeting->state = RN_MEETING_INVITED; meeting->state <= RN_MEETING_CANCELLED; meeting->state++)
		ck_assert_int_eq (rn_meeting_is_live (meeting), meeting->state <= RN_MEETING_ACCEPTED);
	ck_assert_int_eq (rn_partstat_parse ("tentative"), RN_PARTSTAT_TENTATIVE);
	ck_assert_int_eq (rn_partstat_parse ("delegated"), RN_PARTSTAT_DELEGATED);
	ck_assert_int_eq (rn_partstat_parse ("IN-PROCESS"), -1);
	ck_assert_str_eq (rn_partstat_name (RN_PARTSTAT_NEEDS_ACTION), "NEEDS-ACTION");
}
END_TEST

START_TEST (a_pairing_knows_its_two)
{
	g_autoptr (rn_pairing) pairing = rn_pairing_new ();

	pairing->mentor = 3, pairing->leader = 8;
	ck_assert_int_eq (rn_pairing_other (pairing, 3), 8);
	ck_assert_int_eq (rn_pairing_other (pairing, 8), 3);
	ck_assert_int_eq (rn_pairing_other (pairing, 4), 0);
}
END_TEST

static const char *const first_names[][2] = {
	{ "Ada Lovelace", "Ada" }, { "Lovelace, Ada", "Ada" }, { "Ada", "Ada" },     { "Lovelace,Ada King", "Ada" },
	{ "", "" },                { "Zoë O'Neil", "Zoë" },    { "  Ada L.", "Ada" }, { "Öz, Ümit Can", "Ümit" },
};

START_TEST (mails_greet_by_the_first_name)
{
	g_autoptr (rn_person) person = rn_person_new ();

	rn_record_set (&person->name, first_names[_i][0]);
	g_autofree char *first = rn_person_first_name (person);
	ck_assert_msg (g_str_equal (first, first_names[_i][1]), "“%s” gives “%s”", first_names[_i][0], first);
}
END_TEST

static const struct {
	int state;
	rn_time ask_again;
	gboolean unreachable, may;
} willing[] = {
	{ RN_PERSON_PRESENT, 0, FALSE, TRUE },         { RN_PERSON_PRESENT, 1000, FALSE, TRUE },
	{ RN_PERSON_PRESENT, 1001, FALSE, FALSE },     { RN_PERSON_PRESENT, G_MAXINT64, FALSE, FALSE },
	{ RN_PERSON_PRESENT, 0, TRUE, FALSE },         { RN_PERSON_LEFT, 0, FALSE, FALSE },
};

START_TEST (who_may_be_asked)
{
	g_autoptr (rn_person) person = rn_person_new ();

	person->state = willing[_i].state;
	person->ask_again = willing[_i].ask_again;
	person->unreachable = willing[_i].unreachable;
	ck_assert_msg (rn_person_may_be_asked (person, 1000) == willing[_i].may, "row %d", _i);
}
END_TEST

START_TEST (an_ask_is_open_until_it_is_answered_or_expired)
{
	g_autoptr (rn_ask) ask = rn_ask_new ();

	for (ask->state = RN_ASK_OPEN; ask->state <= RN_ASK_EXPIRED; ask->state++)
		ck_assert_int_eq (rn_ask_is_open (ask), ask->state <= RN_ASK_PARTIAL);
}
END_TEST

START_TEST (refs_name_records_of_every_kind)
{
	for (gsize i = 0; rn_kinds[i] != NULL; i++) {
		const struct rn_kind *kind = NULL;
		gint64 id = 0;
		struct rn_record *record = rn_record_new (rn_kinds[i]);
		record->id = 17 + (gint64) i;
		g_autofree char *ref = rn_record_ref (record);
		ck_assert_msg (rn_ref_parse (ref, &kind, &id) && kind == rn_kinds[i] && id == record->id, "%s", ref);
		rn_record_free (record);
	}
}
END_TEST

static const char *const no_refs[] = {
	"", "pairing", "pairing:", ":17", "pairing:0", "pairing:-3", "pairing:+17", "pairing:017", "pairing: 17",
	"pairing:17 ", "pairing:1x", "pairing:9223372036854775808", "Pairing:17", "inbox:17", "pairing:1:2",
};

START_TEST (anything_else_is_no_ref)
{
	const struct rn_kind *kind;
	gint64 id;

	ck_assert_msg (!rn_ref_parse (no_refs[_i], &kind, &id), "“%s”", no_refs[_i]);
	ck_assert (!rn_ref_parse (NULL, &kind, &id));
}
END_TEST

/* ---- Matching ------------------------------------------------------------- */

#define MAX_SIDE 5
#define MAX_EDGES 12

struct best {
	int pairs;
	double sum;
};

static gboolean
is_better (struct best a, struct best b)
{
	return a.pairs > b.pairs || (a.pairs == b.pairs && a.sum > b.sum + 1e-7);
}

/* Tries every edge, or none, for each left side from `left` on. */
static struct best
every_matching (const struct rn_edge *edges, gsize n, guint left, guint n_left, guint taken)
{
	if (left == n_left)
		return (struct best) { 0, 0 };
	struct best best = every_matching (edges, n, left + 1, n_left, taken);
	for (gsize e = 0; e < n; e++) {
		if (edges[e].left != left || (taken >> edges[e].right & 1) != 0)
			continue;
		struct best rest = every_matching (edges, n, left + 1, n_left, taken | 1u << edges[e].right);
		rest = (struct best) { rest.pairs + 1, rest.sum + edges[e].score };
		if (is_better (rest, best))
			best = rest;
	}
	return best;
}

/* What a choice is worth; stops when it is no matching. */
static struct best
worth (const struct rn_edge *edges, gsize n, guint n_left, const int *chosen)
{
	struct best sum = { 0, 0 };
	guint taken = 0;

	for (guint l = 0; l < n_left; l++) {
		if (chosen[l] < 0)
			continue;
		ck_assert_int_lt (chosen[l], (int) n);
		const struct rn_edge *edge = &edges[chosen[l]];
		ck_assert_uint_eq (edge->left, l);
		ck_assert_uint_eq (taken >> edge->right & 1, 0);
		taken |= 1u << edge->right;
		sum = (struct best) { sum.pairs + 1, sum.sum + edge->score };
	}
	return sum;
}

/* A few edges, some twice, with scores of either sign. */
static gsize
random_edges (GRand *rand, struct rn_edge *edges, guint n_left, guint n_right)
{
	gsize n = (gsize) g_rand_int_range (rand, 0, MAX_EDGES + 1);

	for (gsize e = 0; e < n; e++)
		edges[e] = (struct rn_edge) { (guint) g_rand_int_range (rand, 0, (gint32) n_left),
			                      (guint) g_rand_int_range (rand, 0, (gint32) n_right),
			                      g_rand_int_range (rand, -40, 80) / 8.0 };
	return n;
}

/* Any matching: each left side takes a random edge of its own whose right side is free. */
static void
random_matching (GRand *rand, const struct rn_edge *edges, gsize n, guint n_left, int *chosen)
{
	guint taken = 0;

	for (guint l = 0; l < n_left; l++)
		chosen[l] = -1;
	for (gsize e = 0; e < n; e++) {
		if (chosen[edges[e].left] >= 0 || (taken >> edges[e].right & 1) != 0 || g_rand_boolean (rand))
			continue;
		chosen[edges[e].left] = (int) e;
		taken |= 1u << edges[e].right;
	}
}

START_TEST (the_matching_is_the_best_of_all)
{
	g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);
	struct rn_edge edges[MAX_EDGES];
	int chosen[MAX_SIDE];

	for (int round = 0; round < 2000; round++) {
		guint n_left = (guint) g_rand_int_range (rand, 1, MAX_SIDE + 1);
		guint n_right = (guint) g_rand_int_range (rand, 1, MAX_SIDE + 1);
		gsize n = random_edges (rand, edges, n_left, n_right);
		struct best best = every_matching (edges, n, 0, n_left, 0);
		rn_match (edges, n, n_left, n_right, chosen);
		struct best got = worth (edges, n, n_left, chosen);
		ck_assert_msg (got.pairs == best.pairs && ABS (got.sum - best.sum) < 1e-7, "round %d: %d pairs, %g; best %d, %g",
		               round, got.pairs, got.sum, best.pairs, best.sum);
		ck_assert_msg (rn_match_is_optimal (edges, n, n_left, n_right, chosen), "round %d", round);
		random_matching (rand, edges, n, n_left, chosen);
		gboolean is_best = !is_better (best, worth (edges, n, n_left, chosen));
		ck_assert_msg (rn_match_is_optimal (edges, n, n_left, n_right, chosen) == is_best,
		               "round %d: another choice", round);
	}
}
END_TEST

START_TEST (more_pairs_count_more_than_any_score)
{
	const struct rn_edge edges[] = { { 0, 0, 100 }, { 0, 1, -50 }, { 1, 0, -60 } };
	int chosen[2];

	rn_match (edges, 3, 2, 2, chosen);
	ck_assert_int_eq (chosen[0], 1);
	ck_assert_int_eq (chosen[1], 2);
}
END_TEST

START_TEST (the_better_of_two_edges_between_the_same_two_counts)
{
	const struct rn_edge edges[] = { { 0, 0, 1 }, { 0, 0, 3 }, { 0, 0, 2 } };
	int chosen[1];

	rn_match (edges, 3, 1, 1, chosen);
	ck_assert_int_eq (chosen[0], 1);
}
END_TEST

START_TEST (nobody_is_matched_without_edges)
{
	int chosen[2] = { 7, 7 };

	rn_match (NULL, 0, 2, 3, chosen);
	ck_assert_int_eq (chosen[0], -1);
	ck_assert_int_eq (chosen[1], -1);
	rn_match (NULL, 0, 0, 0, chosen);
	ck_assert (rn_match_is_optimal (NULL, 0, 2, 3, chosen));
}
END_TEST

/* ---- Tables --------------------------------------------------------------- */

static const struct {
	const char *name;
	const struct rn_word *words;
} tables[] = { { "events", rn_events }, { "effects", rn_effects }, { "queries", rn_queries }, { "records", rn_records } };

static gboolean
is_sentence (const char *text)
{
	return text != NULL && (g_str_has_suffix (text, ".") || g_str_has_suffix (text, "…"));
}

static void
check_word (const struct rn_word *word)
{
	g_autofree const char **names = rn_word_field_names (word);
	guint n = 0;

	for (const struct rn_word_field *field = word->fields; field->name != NULL; field++, n++) {
		ck_assert_msg (rn_word_field_find (word, field->name) == field, "%s.%s stands twice", word->name, field->name);
		ck_assert_msg (is_sentence (field->help), "%s.%s: no sentence", word->name, field->name);
		ck_assert_int_le (field->type, RN_WORD_RECORD);
		ck_assert_str_ne (rn_word_type_name (field->type), "");
		ck_assert_str_eq (names[n], field->name);
	}
	ck_assert_ptr_null (names[n]);
	ck_assert_msg (word->gives == NULL || rn_kind_named (word->gives) != NULL, "%s gives %s", word->name, word->gives);
	ck_assert_msg (is_sentence (word->help), "%s: no sentence", word->name);
}

START_TEST (every_word_is_there_once_and_told)
{
	const struct rn_word *words = tables[_i].words;
	g_autofree const char **names = rn_word_names (words);
	guint n = 0;

	for (; words[n].name != NULL; n++) {
		ck_assert_msg (rn_word_find (words, words[n].name) == &words[n], "%s: %s stands twice", tables[_i].name,
		               words[n].name);
		ck_assert_str_eq (names[n], words[n].name);
		check_word (&words[n]);
	}
	ck_assert_uint_gt (n, 0);
	ck_assert_ptr_null (names[n]);
	ck_assert_ptr_null (rn_word_find (words, "no such word"));
}
END_TEST

START_TEST (queries_give_records_that_a_policy_can_read)
{
	for (const struct rn_word *query = rn_queries; query->name != NULL; query++)
		ck_assert_msg (query->gives != NULL && rn_word_find (rn_records, query->gives) != NULL, "%s", query->name);
}
END_TEST

/* What the vocabulary promises of a record is what the record's table shows. */
START_TEST (records_show_the_fields_of_their_kind)
{
	for (const struct rn_word *record = rn_records; record->name != NULL; record++) {
		const struct rn_kind *kind = rn_kind_named (record->name);
		ck_assert_msg (kind != NULL, "%s", record->name);
		for (const struct rn_field *field = kind->fields; field->name != NULL; field++)
			ck_assert_msg ((rn_word_field_find (record, field->name) != NULL) ==
			                       ((field->use & (RN_USE_ENGINE | RN_USE_SECRET)) == 0),
			               "%s.%s", record->name, field->name);
	}
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("program");
	TCase *records = tcase_create ("records"), *matching = tcase_create ("matching"), *words = tcase_create ("vocabulary");

	tcase_add_loop_test (records, steps_are_those_of_the_rules, 0, G_N_ELEMENTS (machines));
	tcase_add_test (records, every_kind_with_states_is_checked);
	tcase_add_test (records, an_answer_can_be_undone_while_the_offer_is_open);
	tcase_add_loop_test (records, nothing_is_said_to_an_offer_that_ended, RN_OFFER_CONFIRMED, RN_OFFER_CLOSED + 1);
	tcase_add_loop_test (records, answers_are_ordered_by_sequence_and_dtstamp, 0, G_N_ELEMENTS (answers));
	tcase_add_loop_test (records, answers_in_any_order_end_alike, 0, 6);
	tcase_add_test (records, a_move_asks_both_again);
	tcase_add_test (records, a_meeting_knows_its_two_and_whether_it_lives);
	tcase_add_test (records, a_pairing_knows_its_two);
	tcase_add_loop_test (records, mails_greet_by_the_first_name, 0, G_N_ELEMENTS (first_names));
	tcase_add_loop_test (records, who_may_be_asked, 0, G_N_ELEMENTS (willing));
	tcase_add_test (records, an_ask_is_open_until_it_is_answered_or_expired);
	tcase_add_test (records, refs_name_records_of_every_kind);
	tcase_add_loop_test (records, anything_else_is_no_ref, 0, G_N_ELEMENTS (no_refs));
	tcase_add_test (matching, the_matching_is_the_best_of_all);
	tcase_set_timeout (matching, 60); /* sanitizers are slow */
	tcase_add_test (matching, more_pairs_count_more_than_any_score);
	tcase_add_test (matching, the_better_of_two_edges_between_the_same_two_counts);
	tcase_add_test (matching, nobody_is_matched_without_edges);
	tcase_add_loop_test (words, every_word_is_there_once_and_told, 0, G_N_ELEMENTS (tables));
	tcase_add_test (words, queries_give_records_that_a_policy_can_read);
	tcase_add_test (words, records_show_the_fields_of_their_kind);
	suite_add_tcase (s, records);
	suite_add_tcase (s, matching);
	suite_add_tcase (s, words);
	return s;
}

RN_UNIT_MAIN (suite ())

/* What a policy returns, carried out: all of it or nothing. */
#include "turn_stage.h"

#include <math.h>
#include <string.h>

#include "effects.h"
#include "matches.h"
#include "queries.h"
#include "vocabulary.h"

/* Effects as the worker hands them over, written as text. */
static GVariant *
effects_of (const char *text)
{
	g_autoptr (GError) failure = NULL;
	GVariant *effects = g_variant_parse (G_VARIANT_TYPE ("a(sua{sv})"), text, NULL, NULL, &failure);
	rn_assert_no_error (failure);
	return effects;
}

#define OFFER "('offer', 10, {'mentor': <'person:1'>, 'leader': <'person:2'>, 'topic': <'topic:1'>})"
#define MAIL(about) "('mail', 11, {'to': <'person:3'>, 'template': <'thank-you'>, 'about': <'" about "'>})"

static void
apply (const char *text)
{
	g_autoptr (GVariant) effects = effects_of (text);
	STEP (rn_effects_apply (turn, effects, "policy.lua", &error));
}

/* In a savepoint, which is undone. */
static void
assert_fails (const char *text, const char *message)
{
	g_autoptr (GVariant) effects = effects_of (text);
	g_autoptr (GError) failure = NULL;

	ck_assert (rn_db_begin (stage.db, NULL));
	rn_turn *turn = stage_begin ();
	ck_assert (rn_db_savepoint (stage.db, NULL));
	ck_assert (!rn_effects_apply (turn, effects, "policy.lua", &failure));
	rn_db_undo (stage.db);
	stage_end ();
	ck_assert (rn_db_commit (stage.db, NULL));
	ck_assert_ptr_nonnull (failure);
	ck_assert_msg (g_str_has_prefix (failure->message, message), "%s", failure->message);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox"), 0);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM offer"), 0);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event"), 0);
}

START_TEST (an_effect_names_what_an_earlier_one_made)
{
	apply ("[" OFFER ", " MAIL ("new:1") "]");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE template = 'thank-you' AND about = 'offer:1'"), 1);
}
END_TEST

START_TEST (provisional_ids_count_what_was_left_out_as_well)
{
	g_autoptr (rn_person) leo = stage_person ("leo");
	STEP (rn_person_stop (turn, leo, &error));
	apply ("[" OFFER ", ('task', 12, {'template': <'pairing-needs-you'>}), " MAIL ("new:2") "]");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM outbox WHERE template = 'thank-you' AND about = 'task:1'"), 1);
}
END_TEST

START_TEST (what_a_rule_forbids_is_noted_and_the_rest_goes_on)
{
	g_autoptr (rn_person) leo = stage_person ("leo");
	STEP (rn_person_stop (turn, leo, &error));
	apply ("[" OFFER ", " MAIL ("") "]");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM offer"), 0);
	ck_assert_int_eq (stage_mails ("ida", "thank-you"), 1);
	ck_assert_ptr_nonnull (strstr (stage.reasons, "no offer is made: leo is not to be asked"));
}
END_TEST

START_TEST (what_cannot_be_done_fails_with_its_place_and_leaves_nothing)
{
	static const struct {
		const char *effect, *message;
	} rows[] = {
		{ "('dance', 7, {})", "policy.lua:7: turn:dance: there is no effect “dance”" },
		{ "('cancel', 8, {'meeting': <'dog:1'>})", "policy.lua:8: turn:cancel: “meeting” wants a meeting, not “dog:1”" },
		{ "('cancel', 9, {'meeting': <'person:1'>})", "policy.lua:9: turn:cancel: “meeting” wants a meeting" },
		{ "('cancel', 10, {'meeting': <'meeting:77'>})", "policy.lua:10: turn:cancel: " },
		{ "('cancel', 11, {'meeting': <'new:5'>})",
		  "policy.lua:11: turn:cancel: “meeting” wants a meeting, not “new:5”" },
		{ "('mail', 12, {'to': <'person:3'>, 'template': <'no-such-mail'>})", "policy.lua:12: turn:mail: " },
		{ "('mail', 12, {'to': <'person:3'>, 'template': <'../en/thank-you'>})", "policy.lua:12: turn:mail: " },
		{ "('close_topic', 13, {'topic': <int64 1>})", "policy.lua:13: turn:close_topic: “topic” wants a topic" },
		{ "('match', 13, {'tell': <int64 1>})", "policy.lua:13: turn:match: “candidates” is missing" },
		{ "('mail', 14, {'to': <{'query': <'topics'>}>, 'template': <'thank-you'>})",
		  "policy.lua:14: turn:mail: “to” wants a person, not the query “topics”" },
		{ "('mail', 15, {'to': <{'query': <'dogs'>}>, 'template': <'thank-you'>})",
		  "policy.lua:15: turn:mail: “to” wants a person, not the query “dogs”" },
	};
	g_autofree char *alone = g_strdup_printf ("[%s]", rows[_i].effect);
	g_autofree char *after = g_strdup_printf ("[" OFFER ", " MAIL ("") ", %s]", rows[_i].effect);

	assert_fails (alone, rows[_i].message);
	assert_fails (after, rows[_i].message);
}
END_TEST

/* What a field of each type may look like. */
static const char *const usual[] = {
	[RN_WORD_TEXT] = "'accept'", [RN_WORD_NUMBER] = "int64 2", [RN_WORD_FLAG] = "true", [RN_WORD_DURATION] = "'10 days'",
	[RN_WORD_TIME] = "int64 1775000000", [RN_WORD_TEXTS] = "['2026-03-17']", [RN_WORD_TEMPLATE] = "'thank-you'",
	[RN_WORD_FORM] = "'feedback'", [RN_WORD_PERSON] = "'person:1'", [RN_WORD_TOPIC] = "'topic:1'",
	[RN_WORD_OFFER] = "'offer:1'", [RN_WORD_PAIRING] = "'pairing:1'", [RN_WORD_MEETING] = "'meeting:1'",
	[RN_WORD_ANY] = "'meeting:1'", [RN_WORD_PEOPLE] = "['person:1', 'person:2']",
	[RN_WORD_TOPICS] = "{'query': <'topics'>}", [RN_WORD_VOLUNTEERS] = "{'query': <'volunteers'>}",
	[RN_WORD_RECORD] = "{'words': <{'handle': <'a'>}>}",
};

/* What a process that has been taken over may send instead. */
static const char *const odd[] = {
	"true", "byte 7", "int64 -9223372036854775808", "int64 9223372036854775807", "-1e300", "''",
	"'new:1'", "'new:99'", "'people'", "'100000 years'", "'-1 days'", "'person:1'", "'person:999'",
	"'topic:1'", "'volunteer:1'", "'offer:1'", "'pairing:1'", "'meeting:1'", "'campaign:1'", "'task:1'",
	"@as []", "['', '\\n']", "['topic:1', 'person:1']", "[<int64 1>, <'person:2'>]",
	"{'query': <'people'>}", "{'query': <'meetings'>, 'filter': <int64 1>}", "{'query': <int64 3>}",
	"{'query': <'volunteers'>, 'filter': <{'person': <true>}>}", "{'a': <[<{'b': <(1, 'c')>}>]>}",
	"@a{sv} {}", "@mv nothing", "objectpath '/a'",
};

/* In a savepoint, which is undone: with one field as it should not be. */
static void
survive (const struct rn_word *effect, const struct rn_word_field *field, const char *value)
{
	g_autoptr (GString) text = g_string_new (NULL);
	g_autoptr (GError) failure = NULL;

	for (const struct rn_word_field *one = effect->fields; one->name != NULL; one++)
		g_string_append_printf (text, "%s'%s': <%s>", text->len > 0 ? ", " : "", one->name,
		                        one == field ? value : usual[one->type]);
	g_autofree char *whole = g_strdup_printf ("[('%s', 1, {%s})]", effect->name, text->str);
	g_autoptr (GVariant) effects = effects_of (whole);
	rn_turn *turn = stage_begin ();
	ck_assert (rn_db_savepoint (stage.db, NULL));
	gboolean fine = rn_effects_apply (turn, effects, "policy.lua", &failure);
	rn_db_undo (stage.db);
	stage_end ();
	ck_assert_msg (fine == (failure == NULL), "%s", whole);
	ck_assert_msg (fine || g_str_has_prefix (failure->message, "policy.lua:1: turn:"), "%s: %s", whole, failure->message);
}

START_TEST (no_field_of_an_effect_is_trusted)
{
	const struct rn_word *effect = &rn_effects[_i];

	stage_meet ();
	ck_assert (rn_db_begin (stage.db, NULL));
	for (const struct rn_word_field *field = effect->fields; field->name != NULL; field++)
		for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
			survive (effect, field, odd[i]);
	ck_assert (rn_db_commit (stage.db, NULL));
}
END_TEST

START_TEST (no_filter_of_a_query_is_trusted)
{
	stage_meet ();
	for (const struct rn_word *query = rn_queries; query->name != NULL; query++)
		for (const struct rn_word_field *field = query->fields; field->name != NULL; field++)
			for (gsize i = 0; i < G_N_ELEMENTS (odd); i++) {
				g_autofree char *text = g_strdup_printf ("{'%s': <%s>}", field->name, odd[i]);
				g_autoptr (GVariant) filter = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
				g_autoptr (GError) failure = NULL;
				g_autoptr (GPtrArray) found =
				        rn_query (stage.db, "reverse-mentoring", query->name, filter, stage.now, 0, &failure);
				ck_assert_msg ((found == NULL) == (failure != NULL), "%s %s", query->name, text);
			}
}
END_TEST

START_TEST (a_policy_in_a_loop_is_stopped)
{
	g_autoptr (GString) text = g_string_new ("[");
	for (int i = 0; i < 700; i++)
		g_string_append_printf (text, "%s" MAIL (""), i > 0 ? ", " : "");
	g_string_append_c (text, ']');
	assert_fails (text->str, "policy.lua:11: turn:mail: more than 600 mails in one turn");
}
END_TEST

START_TEST (nobody_opens_topics_without_end)
{
	g_autoptr (GString) text = g_string_new ("[('open_topics', 9, {'owner': <'person:2'>, 'titles': <['0'");
	for (int i = 1; i <= 100; i++)
		g_string_append_printf (text, ", '%d'", i);
	g_string_append (text, "]>})]");
	assert_fails (text->str, "policy.lua:9: turn:open_topics: nobody opens 101 topics at once");
}
END_TEST

START_TEST (topics_open_once_and_volunteers_count_once)
{
	for (int i = 0; i < 2; i++)
		apply ("[('open_topics', 1, {'owner': <'person:2'>, 'titles': <['Podcasts', 'SHORT videos']>}),"
		       " ('volunteer', 2, {'person': <'person:3'>, 'topics': <['topic:1']>})]");
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM topic"), 2);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM volunteer WHERE person = 3"), 1);
}
END_TEST

#define PROPOSE(more) "[('propose', 20, {'pairing': <'pairing:1'>, 'template': <'another-time'>" more "})]"

START_TEST (times_are_proposed_as_one_of_the_two_asked)
{
	stage_pair ();
	apply (PROPOSE (", 'wishes': <['2026-03-24']>, 'person': <'person:2'>"));
	g_autofree char *words = stage_text ("SELECT by_leader_words FROM poll");
	ck_assert_str_eq (words, "2026-03-24");
	ck_assert_int_eq (stage_number ("SELECT first / 86400 FROM poll"), STAGE_MONDAY / RN_DAY + 22);
	apply (PROPOSE ("")); /* one is open: noted and left out */
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM poll"), 1);
	ck_assert_ptr_nonnull (strstr (stage.reasons, "is choosing one already"));
}
END_TEST

START_TEST (wishes_are_of_one_of_the_two)
{
	g_autoptr (GVariant) effects = effects_of (PROPOSE (", 'wishes': <['2026-03-24']>, 'person': <'person:3'>"));
	stage_pair ();
	STEP_FAILS (RN_ERROR_CONFIG, rn_effects_apply (turn, effects, "policy.lua", &error));
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM poll"), 0);
}
END_TEST

START_TEST (closing_a_pairing_cancels_its_meeting_and_opens_the_topic)
{
	stage_meet ();
	apply ("[('close', 1, {'pairing': <'pairing:1'>, 'template': <'partner-left'>, 'thank': <true>})]");
	ck_assert_int_eq (stage_number ("SELECT state FROM pairing"), RN_PAIRING_ENDED);
	ck_assert_int_eq (stage_number ("SELECT state FROM meeting"), RN_MEETING_CANCELLED);
	ck_assert_int_eq (stage_number ("SELECT state FROM topic"), RN_TOPIC_OPEN);
	ck_assert_int_eq (stage_mails ("mia", "thank-you"), 1);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE about = 'pairing:1'"), 0);
}
END_TEST

START_TEST (a_meeting_stays_where_it_is_when_it_cannot_be_there)
{
	static const struct {
		const char *fields, *reason;
	} rows[] = {
		{ "'start': <int64 1000000000>", "into the past" },
		{ "'start': <int64 9223372036854775000>", "years ahead" },
		{ "'start': <int64 1780000000000>", "years ahead" }, /* milliseconds */
		{ "'start': <int64 1780000000>, 'ends': <int64 1780003600000>", "years ahead" },
		{ "'start': <int64 1780000000>, 'ends': <int64 1780000000>", "to end before it begins" },
	};
	g_autofree char *effect = g_strdup_printf ("[('move', 1, {'meeting': <'meeting:1'>, %s})]", rows[_i].fields);
	g_autofree char *note = g_strconcat ("a meeting is not moved ", rows[_i].reason, NULL);

	stage_meet ();
	gint64 start = stage_number ("SELECT start FROM meeting");
	apply (effect);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), start);
	ck_assert_msg (strstr (stage.reasons, note) != NULL, "%s: %s", note, stage.reasons);
}
END_TEST

START_TEST (a_pairing_that_is_extended_ends_once)
{
	stage_pair ();
	apply ("[('extend', 1, {'pairing': <'pairing:1'>, 'by': <'100 days'>})]");
	ck_assert_int_eq (stage_number ("SELECT ends FROM pairing"), STAGE_MONDAY + 465 * RN_DAY);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM event WHERE name = 'pairing:ending'"), 1);
}
END_TEST

static gboolean
never (G_GNUC_UNUSED gpointer data, G_GNUC_UNUSED const GByteArray *edges, guint n, GArray *scores, G_GNUC_UNUSED GError **error)
{
	const double none = NAN;

	for (guint i = 0; i < n; i++)
		g_array_append_val (scores, none);
	return TRUE;
}

static void
match_without_result (gint64 tell)
{
	g_autoptr (GPtrArray) volunteers = rn_find (stage.db, &rn_volunteer_kind, NULL, NULL);
	STEP ((turn->score = never, rn_match_run (turn, volunteers, tell, &error)));
	stage_jump (stage.now);
}

START_TEST (each_match_that_leaves_somebody_over_counts_once)
{
	for (gint64 round = 1; round <= 3; round++) {
		gint64 told = 0;
		match_without_result (0);
		ck_assert_uint_eq (stage_told ("match:left"), (guint) round);
		ck_assert (g_variant_lookup (stage.fields, "round", "x", &told));
		ck_assert_int_eq (told, round);
	}
}
END_TEST

START_TEST (who_is_left_is_told_of_in_so_many_rounds)
{
	for (guint round = 1; round <= 4; round++) {
		match_without_result (2);
		ck_assert_uint_eq (stage_told ("match:left"), MIN (round, 2));
	}
	match_without_result (0);
	ck_assert_uint_eq (stage_told ("match:left"), 3);
}
END_TEST

static int
n_effects (void)
{
	int n = 0;
	while (rn_effects[n].name != NULL)
		n++;
	return n;
}

static Suite *
suite (void)
{
	const TTest *tests[] = {
		an_effect_names_what_an_earlier_one_made, provisional_ids_count_what_was_left_out_as_well,
		what_a_rule_forbids_is_noted_and_the_rest_goes_on, a_policy_in_a_loop_is_stopped,
		nobody_opens_topics_without_end, no_filter_of_a_query_is_trusted,
		topics_open_once_and_volunteers_count_once, times_are_proposed_as_one_of_the_two_asked,
		wishes_are_of_one_of_the_two, closing_a_pairing_cancels_its_meeting_and_opens_the_topic,
		a_pairing_that_is_extended_ends_once, each_match_that_leaves_somebody_over_counts_once,
		who_is_left_is_told_of_in_so_many_rounds,
	};
	Suite *suite = stage_suite ("effects", tests, G_N_ELEMENTS (tests));
	TCase *rows = tcase_create ("rows");
	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, a_meeting_stays_where_it_is_when_it_cannot_be_there, 0, 5);
	tcase_add_loop_test (rows, no_field_of_an_effect_is_trusted, 0, n_effects ());
	tcase_add_loop_test (rows, what_cannot_be_done_fails_with_its_place_and_leaves_nothing, 0, 11);
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (suite ())

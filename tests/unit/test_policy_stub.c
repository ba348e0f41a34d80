/* scripts/rotnem/api.lua says to editors what the vocabulary says to the engine: both
 * ways, word for word. So does the manual. */
#include "policy_stage.h"
#include "vocabulary.h"

static const char *const types[] = {
	[RN_WORD_TEXT] = "string",
	[RN_WORD_NUMBER] = "integer",
	[RN_WORD_FLAG] = "boolean",
	[RN_WORD_DURATION] = "rotnem.duration",
	[RN_WORD_TIME] = "rotnem.time",
	[RN_WORD_TEXTS] = "string[]",
	[RN_WORD_TEMPLATE] = "string",
	[RN_WORD_FORM] = "string",
	[RN_WORD_PERSON] = "rotnem.person",
	[RN_WORD_TOPIC] = "rotnem.topic",
	[RN_WORD_OFFER] = "rotnem.offer",
	[RN_WORD_PAIRING] = "rotnem.pairing",
	[RN_WORD_MEETING] = "rotnem.meeting",
	[RN_WORD_ANY] = "rotnem.record",
	[RN_WORD_PEOPLE] = "rotnem.people",
	[RN_WORD_TOPICS] = "rotnem.topics",
	[RN_WORD_VOLUNTEERS] = "rotnem.volunteers",
	[RN_WORD_RECORD] = "table<string, any>",
};

static const struct { const char *space, *parent; const struct rn_word *words; } spaces[] = {
	{ "rotnem.", " : rotnem.record", rn_records },
	{ "rotnem.event.", "", rn_events },
	{ "rotnem.effect.", "", rn_effects },
	{ "rotnem.query.", "", rn_queries },
};

static char *
read_source (const char *name)
{
	g_autofree char *path = g_build_filename (g_getenv ("ROTNEM_SOURCE"), name, NULL);
	char *text = NULL;

	ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "%s cannot be read", path);
	return text;
}

static char *
read_stub (void)
{
	return read_source ("scripts/rotnem/api.lua");
}

/* What the stub must say about a word. */
static char *
block_of (const char *space, const char *parent, const struct rn_word *word)
{
	g_autofree char *name = g_strdelimit (g_strdup (word->name), ":", '_');
	GString *block = g_string_new (NULL);

	g_string_append_printf (block, "\n---%s\n---@class %s%s%s\n", word->help, space, name, parent);
	for (const struct rn_word_field *field = word->fields; field->name != NULL; field++)
		g_string_append_printf (block, "---@field %s%s %s %s\n", field->name, field->required ? "" : "?",
		                        types[field->type], field->help);
	g_string_append_c (block, '\n');
	return g_string_free (block, FALSE);
}

START_TEST (every_word_stands_in_the_stub)
{
	g_autofree char *stub = read_stub ();

	for (const struct rn_word *word = spaces[_i].words; word->name != NULL; word++) {
		g_autofree char *block = block_of (spaces[_i].space, spaces[_i].parent, word);
		ck_assert_msg (strstr (stub, block) != NULL, "api.lua lacks, word for word:\n%s", block);
	}
}
END_TEST

/* The words that a pattern finds in the stub; "_" within names of events stands for ":". */
static GPtrArray *
found (const char *stub, const char *pattern)
{
	GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
	g_autoptr (GMatchInfo) match = NULL;

	for (g_regex_match (regex, stub, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
		g_ptr_array_add (names, g_match_info_fetch (match, 1));
	ck_assert_msg (names->len > 0, "%s finds nothing", pattern);
	return names;
}

START_TEST (every_class_of_the_stub_is_a_word)
{
	static const char *const patterns[] = {
		"^---@class rotnem\\.(\\w+) : rotnem\\.record$", "^---@class rotnem\\.event\\.(\\w+)",
		"^---@class rotnem\\.effect\\.(\\w+)", "^---@class rotnem\\.query\\.(\\w+)",
	};
	g_autofree char *stub = read_stub ();
	g_autoptr (GPtrArray) names = found (stub, patterns[_i]);

	for (guint i = 0; i < names->len; i++) {
		char *name = g_ptr_array_index (names, i);
		gboolean known = rn_word_find (spaces[_i].words, name) != NULL;
		char *colon = strchr (name, '_');
		if (!known && colon != NULL) {
			*colon = ':';
			known = rn_word_find (spaces[_i].words, name) != NULL;
		}
		ck_assert_msg (known, "“%s” of api.lua is not in the vocabulary", name);
	}
}
END_TEST

START_TEST (the_methods_of_the_turn_are_effects_and_queries)
{
	g_autofree char *stub = read_stub ();
	g_autoptr (GPtrArray) names = found (stub, "^function turn:(\\w+)\\(");
	guint words = 1; /* note */

	for (const struct rn_word *word = rn_effects; word->name != NULL; word++)
		words++;
	for (const struct rn_word *word = rn_queries; word->name != NULL; word++)
		words++;
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index (names, i);
		ck_assert_msg (rn_word_find (rn_effects, name) != NULL || rn_word_find (rn_queries, name) != NULL ||
		               g_str_equal (name, "note"), "turn:%s of api.lua is not in the vocabulary", name);
	}
	ck_assert_uint_eq (names->len, words);
}
END_TEST

START_TEST (program_on_is_told_for_every_event)
{
	g_autofree char *stub = read_stub ();
	g_autoptr (GPtrArray) names = found (stub, "^---@overload fun\\(self: rotnem\\.program, name: \"([\\w:]+)\"");
	guint words = 0;

	for (const struct rn_word *word = rn_events; word->name != NULL; word++)
		words += !g_str_equal (word->name, "every");
	for (guint i = 0; i < names->len; i++)
		ck_assert_msg (rn_word_find (rn_events, g_ptr_array_index (names, i)) != NULL, "there is no event “%s”",
		               (const char *) g_ptr_array_index (names, i));
	ck_assert_uint_eq (names->len, words);
}
END_TEST

/* The library itself refuses a name that it does not have. */
START_TEST (what_the_stub_says_of_the_library_is_there)
{
	g_autofree char *stub = read_stub ();
	g_autoptr (GPtrArray) names = found (stub, "^function (rotnem\\.\\w+)\\(");
	g_autoptr (GPtrArray) methods = found (stub, "^function (program:\\w+)\\(");
	g_autoptr (GString) policy = g_string_new (HEAD);
	struct stage stage;

	for (guint i = 0; i < names->len; i++)
		g_string_append_printf (policy, "assert(%s)\n", (const char *) g_ptr_array_index (names, i));
	for (guint i = 0; i < methods->len; i++) {
		g_autofree char *method = g_strdelimit (g_strdup (g_ptr_array_index (methods, i)), ":", '.');
		g_string_append_printf (policy, "assert(%s)\n", method);
	}
	g_string_append (policy, TAIL);
	stage_open (&stage, policy->str);
	ck_assert_msg (stage.ready != NULL, "%s", stage.failed);
	stage_close (&stage);
}
END_TEST

START_TEST (the_manual_names_every_word)
{
	g_autofree char *manual = read_source ("doc/writing-a-policy.md");

	for (gsize i = 1; i < G_N_ELEMENTS (spaces); i++) /* records aside */
		for (const struct rn_word *word = spaces[i].words; word->name != NULL; word++) {
			g_autofree char *row = g_strdup_printf ("| `%s` | %s |", word->name, word->help);
			ck_assert_msg (strstr (manual, row) != NULL, "doc/writing-a-policy.md lacks: %s", row);
		}
}
END_TEST

START_TEST (the_manual_shows_the_example_as_it_is)
{
	g_autofree char *manual = read_source ("doc/writing-a-policy.md");
	g_autofree char *example = read_source ("doc/one_session.lua");
	g_autofree char *block = g_strdup_printf ("```lua\n%s```\n", example);

	ck_assert_msg (strstr (manual, block) != NULL, "the manual shows another text than doc/one_session.lua");
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("policy stub");
	TCase *t = tcase_create ("stub");

	tcase_add_loop_test (t, every_word_stands_in_the_stub, 0, G_N_ELEMENTS (spaces));
	tcase_add_loop_test (t, every_class_of_the_stub_is_a_word, 0, G_N_ELEMENTS (spaces));
	tcase_add_test (t, the_methods_of_the_turn_are_effects_and_queries);
	tcase_add_test (t, program_on_is_told_for_every_event);
	tcase_add_test (t, what_the_stub_says_of_the_library_is_there);
	tcase_add_test (t, the_manual_names_every_word);
	tcase_add_test (t, the_manual_shows_the_example_as_it_is);
	suite_add_tcase (s, t);
	return s;
}

RN_UNIT_MAIN (suite ())

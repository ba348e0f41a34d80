/* The words of policies: each is there once, told in a sentence, and true of its records. */
#include "unit.h"

#include <string.h>

#include "kind.h"
#include "vocabulary.h"

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
/* The fields that every record has beside those of its kind's table. */
static const char *const everywhere[] = { "ref", "kind", "id", "first_name", NULL };

static gboolean
is_seen (const struct rn_field *field)
{
	return (field->use & (RN_USE_ENGINE | RN_USE_SECRET)) == 0;
}

/* Worked out when it is read. */
static gboolean
is_figure (const struct rn_word *word, const char *name)
{
	return g_str_equal (word->name, rn_pairing_figures.name) && rn_word_field_find (&rn_pairing_figures, name) != NULL;
}

START_TEST (records_have_the_fields_of_their_kinds)
{
	for (const struct rn_word *word = rn_records; word->name != NULL; word++) {
		const struct rn_kind *kind = rn_kind_named (word->name);
		ck_assert_msg (kind != NULL, "there is no kind “%s”", word->name);
		for (const struct rn_field *field = kind->fields; field->name != NULL; field++)
			ck_assert_msg (!is_seen (field) || rn_word_field_find (word, field->name) != NULL,
			               "the vocabulary does not know “%s” of %s", field->name, word->name);
		for (const struct rn_word_field *field = word->fields; field->name != NULL; field++) {
			const struct rn_field *known = rn_kind_field (kind, field->name);
			ck_assert_msg (g_strv_contains (everywhere, field->name) || is_figure (word, field->name) || (known != NULL && is_seen (known)),
			               "the engine does not show “%s” of %s", field->name, word->name);
		}
	}
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("vocabulary");
	TCase *tests = tcase_create ("vocabulary");

	tcase_add_loop_test (tests, every_word_is_there_once_and_told, 0, G_N_ELEMENTS (tables));
	tcase_add_test (tests, queries_give_records_that_a_policy_can_read);
	tcase_add_test (tests, records_have_the_fields_of_their_kinds);
	suite_add_tcase (s, tests);
	return s;
}

RN_UNIT_MAIN (suite ())

#include "unit.h"

#include "error.h"
#include "reading_words.h"

static rn_reading *
full_reading (void)
{
	rn_reading *reading = rn_reading_new ();
	reading->kind = RN_MAIL_BOUNCE;
	rn_reading_conclude (reading, RN_REASON_DELAYED);
	rn_reading_set (&reading->from, "ann@example.com");
	reading->date = 1772438400;
	reading->quoted = TRUE;
	g_strfreev (reading->references);
	reading->references = g_strsplit ("a@x b@x", " ", -1);
	struct rn_bounce *bounce = rn_reading_add_bounce (reading);
	rn_reading_set (&bounce->recipient, "bob@example.com");
	bounce->permanent = TRUE;
	struct rn_calendar *calendar = rn_reading_add_calendar (reading);
	rn_reading_set (&calendar->uid, "uid-1");
	calendar->start = 1772442000;
	g_array_append_vals (calendar->occurrences, (const rn_time[]) { 1772442000, 1773046800 }, 2);
	rn_reading_add_answer (reading, RN_INTENT_DATE, 3, "2026-03-02", 90);
	rn_reading_add_note (reading, "%s assumed", "organizer");
	return reading;
}

static rn_reading *
unpacked (GBytes *pack, GError **error)
{
	return rn_reading_unpack (g_bytes_get_data (pack, NULL), g_bytes_get_size (pack), error);
}

START_TEST (a_reading_crosses_a_border)
{
	g_autoptr (rn_reading) reading = full_reading ();
	g_autoptr (GBytes) pack = rn_reading_pack (reading);
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_reading) back = unpacked (pack, &error);

	rn_assert_no_error (error);
	g_autoptr (GBytes) again = rn_reading_pack (back);
	ck_assert_msg (g_bytes_equal (pack, again), "the reading changed on its way");
	ck_assert_int_eq (back->kind, RN_MAIL_BOUNCE);
	ck_assert_str_eq (back->reason, "delayed");
	ck_assert_str_eq (back->references[1], "b@x");
	ck_assert (((struct rn_bounce *) back->bounces->pdata[0])->permanent);
	const struct rn_calendar *calendar = back->calendar->pdata[0];
	ck_assert_int_eq (calendar->start, 1772442000);
	ck_assert_uint_eq (calendar->occurrences->len, 2);
	ck_assert_int_eq (g_array_index (calendar->occurrences, rn_time, 1), 1773046800);
	ck_assert_int_eq (((struct rn_answer *) back->answers->pdata[0])->question, 3);
	ck_assert_str_eq (back->notes->pdata[0], "organizer assumed");
}
END_TEST

/* What a reader process that was taken over could send. */
static const struct {
	const char *name;
	int kind, state, intent;
} bad[] = {
	{ "a kind too high", RN_MAIL_KINDS, 0, 0 },   { "a kind below 0", -1, 0, 0 },
	{ "a state too high", 0, RN_MAIL_STATES, 0 }, { "an intent too high", 0, 0, RN_INTENTS },
	{ "an intent below 0", 0, 0, -1 },
};

START_TEST (a_bad_value_is_refused)
{
	g_autoptr (rn_reading) reading = full_reading ();
	g_autoptr (GError) error = NULL;

	reading->kind = (enum rn_mail_kind) bad[_i].kind;
	reading->state = (enum rn_mail_state) bad[_i].state;
	((struct rn_answer *) reading->answers->pdata[0])->intent = (enum rn_intent) bad[_i].intent;
	g_autoptr (GBytes) pack = rn_reading_pack (reading);
	ck_assert_msg (unpacked (pack, &error) == NULL, "%s", bad[_i].name);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", bad[_i].name);
}
END_TEST

START_TEST (a_reading_cut_anywhere_is_refused)
{
	g_autoptr (rn_reading) reading = full_reading ();
	g_autoptr (GBytes) pack = rn_reading_pack (reading);

	for (gsize size = 0; size < g_bytes_get_size (pack); size++) {
		g_autoptr (GError) error = NULL;
		/* a buffer of just that size, so that a byte too far is seen */
		g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (pack, NULL), size);
		ck_assert_msg (rn_reading_unpack (bytes, size, &error) == NULL, "cut to %zu bytes", size);
		ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "cut to %zu bytes", size);
	}
}
END_TEST

START_TEST (a_reading_with_a_byte_changed_is_harmless)
{
	g_autoptr (rn_reading) reading = full_reading ();
	g_autoptr (GBytes) pack = rn_reading_pack (reading);

	for (gsize at = 0; at < g_bytes_get_size (pack); at++) {
		g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (pack, NULL), g_bytes_get_size (pack));
		bytes[at] ^= 0xff;
		g_autoptr (rn_reading) back = rn_reading_unpack (bytes, g_bytes_get_size (pack), NULL);
		ck_assert_msg (back == NULL || g_utf8_validate (back->from, -1, NULL), "byte %zu", at);
	}
}
END_TEST

START_TEST (an_empty_reading_stays_empty)
{
	g_autoptr (rn_reading) empty = rn_reading_new ();
	g_autoptr (GBytes) pack = rn_reading_pack (empty);
	g_autoptr (rn_reading) reading = unpacked (pack, NULL);

	ck_assert_ptr_nonnull (reading);
	ck_assert_str_eq (reading->text, "");
	ck_assert_ptr_null (reading->recipients[0]);
	ck_assert_int_eq (reading->answers->len, 0);
}
END_TEST

START_TEST (bytes_that_are_no_text_are_mended)
{
	g_autoptr (rn_reading) reading = rn_reading_new ();
	rn_reading_set (&reading->subject, "a\xff" "b");
	ck_assert_str_eq (reading->subject, "a\xef\xbf\xbd" "b");
	g_free (reading->from);
	reading->from = g_strdup ("a text of twelve letters, \xff");
	g_autoptr (GBytes) pack = rn_reading_pack (reading);
	g_autoptr (rn_reading) back = unpacked (pack, NULL);
	ck_assert_ptr_nonnull (back);
	ck_assert_str_eq (back->from, "a text of twelve letters, \xef\xbf\xbd");
}
END_TEST

START_TEST (words_of_reasons_are_one_to_one)
{
	for (int reason = RN_REASON_NONE + 1; reason < RN_REASON_COUNT; reason++) {
		const struct rn_reason_word *word = rn_reason_word (reason);
		ck_assert_msg (rn_reason_from_word (word->word) == (enum rn_reason) reason, "“%s” stands twice", word->word);
		ck_assert_msg (*word->meaning != '\0', "“%s” has no meaning", word->word);
	}
	ck_assert_int_eq (rn_reason_from_word ("no such word"), RN_REASON_NONE);
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("reading");
	TCase *tests = tcase_create ("reading");
	tcase_add_test (tests, a_reading_crosses_a_border);
	tcase_add_loop_test (tests, a_bad_value_is_refused, 0, G_N_ELEMENTS (bad));
	tcase_add_test (tests, an_empty_reading_stays_empty);
	tcase_add_test (tests, a_reading_cut_anywhere_is_refused);
	tcase_add_test (tests, a_reading_with_a_byte_changed_is_harmless);
	tcase_add_test (tests, bytes_that_are_no_text_are_mended);
	tcase_add_test (tests, words_of_reasons_are_one_to_one);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())

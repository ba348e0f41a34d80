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

START_TEST (a_reading_crosses_a_border)
{
	g_autoptr (rn_reading) reading = full_reading ();
	g_autoptr (GVariant) value = g_variant_ref_sink (rn_reading_to_variant (reading));
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_reading) back = rn_reading_from_variant (value, &error);

	rn_assert_no_error (error);
	g_autoptr (GVariant) again = g_variant_ref_sink (rn_reading_to_variant (back));
	ck_assert_msg (g_variant_equal (value, again), "the reading changed on its way");
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
static const char *const bad[] = {
	"{'kind': <7>}", "{'kind': <-1>}", "{'state': <4>}", "{'kind': <'reply'>}",
	"{'answers': <[(uint32 11, 0, 0, '')]>}", "{'answers': <[(uint32 4294967295, 0, 0, '')]>}",
};

START_TEST (a_bad_value_is_refused)
{
	g_autoptr (GVariant) value = g_variant_new_parsed (bad[_i]);
	g_autoptr (GError) error = NULL;

	ck_assert_msg (rn_reading_from_variant (value, &error) == NULL, "%s", bad[_i]);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", bad[_i]);
}
END_TEST

START_TEST (an_empty_value_is_an_empty_reading)
{
	g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
	g_autoptr (rn_reading) reading = rn_reading_from_variant (value, NULL);

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
	g_autoptr (GVariant) value = g_variant_ref_sink (rn_reading_to_variant (reading));
	ck_assert (g_variant_is_normal_form (value));
	ck_assert_str_eq (reading->subject, "a\xef\xbf\xbd" "b");
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
	tcase_add_test (tests, an_empty_value_is_an_empty_reading);
	tcase_add_test (tests, bytes_that_are_no_text_are_mended);
	tcase_add_test (tests, words_of_reasons_are_one_to_one);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())

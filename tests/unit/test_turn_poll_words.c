/* Choosing a date by mail: days and exclusions in words, and what is kept of them. */
#include "poll_stage.h"

/* ---- Words of time ------------------------------------------------------------------------- */

START_TEST (days_in_words_choose_the_times_that_fit)
{
	poll_pair ();
	g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
	g_autoptr (GDateTime) local = rn_time_local (poll_slot (2), berlin);
	g_autofree char *day = g_date_time_format (local, "%Y-%m-%d"), *not_day = g_strconcat ("not ", day, NULL);
	rn_time second = poll_slot (2);

	SAYS ("mia", day);
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 2);
	SAYS ("mia", not_day);
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 5);
	g_autofree char *instant = rn_time_text (second);
	SAYS ("mia", "yes", instant);
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 2);
	SAYS ("leo", "no", day); /* "no, better on …" */
	poll_settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), second);
}
END_TEST

START_TEST (what_was_asked_for_is_looked_for)
{
	poll_pair ();
	/* the afternoon of a Tuesday that was not among the times */
	SAYS ("leo", "2026-03-24T14:00:00Z/2026-03-24T23:00:00Z");
	poll_settle ();
	ck_assert_int_eq (poll_number ("round"), 2);
	ck_assert_int_eq (poll_slot (1), STAGE_MONDAY + 22 * RN_DAY + 5 * RN_HOUR); /* 24 March, 14:00Z: three in the afternoon */
	ck_assert_int_eq (poll_slot (2), 0);
	SAYS ("mia", "yes"); /* to the only one it is an answer */
	SAYS ("leo", "1");
	poll_settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), STAGE_MONDAY + 22 * RN_DAY + 5 * RN_HOUR);
}
END_TEST

START_TEST (next_month_is_looked_for_by_both_clocks)
{
	poll_pair ();
	SAYS ("mia", "2026-04-01/2026-04-30");
	SAYS ("leo", "not 2026-04-01 weekly", "later");
	poll_settle ();
	for (int n = 1; n <= 3; n++) {
		g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (poll_slot (n));
		ck_assert_int_eq (g_date_time_get_month (utc), 4);
		ck_assert_int_ne (g_date_time_get_day_of_week (utc), 3);
		/* summer has begun: the first hour of the working day is seven in UTC */
		ck_assert_msg (poll_slot (n) % RN_DAY >= 7 * RN_HOUR && poll_slot (n) % RN_DAY <= 14 * RN_HOUR, "time %d", n);
	}
}
END_TEST

START_TEST (what_is_excluded_stays_so)
{
	poll_pair ();
	SAYS ("leo", "no", "not 2026-03-03 weekly");
	poll_settle ();
	SAYS ("leo", "no");
	poll_settle ();
	ck_assert_int_eq (poll_number ("round"), 3);
	for (int n = 1; n <= 3; n++) {
		g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (poll_slot (n));
		ck_assert_int_ne (g_date_time_get_day_of_week (utc), 2);
	}
}
END_TEST

static const struct {
	const char *answers[3];
	int n_slots;
	enum rn_poll_said said;
	gint64 chosen;
} words[] = {
	{ { "2" }, 3, RN_POLL_SOME, 2 },
	{ { "1", "3" }, 3, RN_POLL_SOME, 5 },
	{ { "all" }, 3, RN_POLL_SOME, 7 },
	{ { "all" }, 2, RN_POLL_SOME, 3 },
	{ { "not 2" }, 3, RN_POLL_SOME, 5 },
	{ { "all", "not 1" }, 3, RN_POLL_SOME, 6 },
	{ { "2", "3", "not 1" }, 3, RN_POLL_SOME, 6 },
	{ { "not 4" }, 3, RN_POLL_NOTHING, 0 },
	{ { "4" }, 3, RN_POLL_NOTHING, 0 },
	{ { "3" }, 2, RN_POLL_NOTHING, 0 },
	{ { "yes" }, 3, RN_POLL_NOTHING, 0 }, /* to which of them? */
	{ { "yes" }, 1, RN_POLL_SOME, 1 },
	{ { "yes", "2" }, 3, RN_POLL_SOME, 2 },
	{ { "no" }, 3, RN_POLL_NONE, 0 },
	{ { "later" }, 3, RN_POLL_NONE, 0 },
	{ { "2", "2026-03-10" }, 3, RN_POLL_SOME, 2 }, /* the number decides */
	{ { "2026-03-10" }, 3, RN_POLL_SOME, 1 },
	{ { "2026-03-10", "2026-03-12" }, 3, RN_POLL_SOME, 5 },
	{ { "not 2026-03-10" }, 3, RN_POLL_SOME, 6 },
	{ { "not 2026-03-10 weekly" }, 3, RN_POLL_SOME, 6 },
	{ { "2026-03-09/2026-03-13", "not 2026-03-11" }, 3, RN_POLL_SOME, 5 },
	{ { "2026-03-09T07:00:00Z/2026-03-09T11:00:00Z daily" }, 3, RN_POLL_SOME, 7 }, /* mornings only */
	{ { "2026-03-09T11:00:00Z/2026-03-09T16:00:00Z daily" }, 3, RN_POLL_NONE, 0 },
	{ { "2026-03-10T10:00:00Z" }, 3, RN_POLL_SOME, 1 },
	{ { "2026-03-10T10:30:00Z" }, 3, RN_POLL_NONE, 0 },
	{ { "2026-03-16/2026-03-20" }, 3, RN_POLL_NONE, 0 },
	{ { "2026-02-10" }, 3, RN_POLL_NOTHING, 0 }, /* long past */
	{ { "3/4/2026" }, 3, RN_POLL_NOTHING, 0 },   /* in April or in March? */
	{ { "not 2026-03-10", "not 2026-03-11", "not 2026-03-12" }, 3, RN_POLL_NONE, 0 },
	{ { "no", "not 2026-03-17 weekly" }, 3, RN_POLL_NONE, 0 }, /* none of them, and no Tuesday */
	{ { "no", "2026-03-11" }, 3, RN_POLL_SOME, 2 },
	{ { "no", "2026-03-01/2026-03-31" }, 3, RN_POLL_NONE, 0 }, /* "none of these, some time this month" */
	{ { "2026-03-01/2026-03-31" }, 3, RN_POLL_SOME, 7 },
	{ { "later", "2026-03-12" }, 3, RN_POLL_NONE, 0 }, /* from then on */
	{ { NULL }, 3, RN_POLL_NOTHING, 0 },
};

/* Times at ten in UTC on 10, 11 and 12 March. */
START_TEST (answers_are_read)
{
	g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
	g_autoptr (rn_poll) poll = rn_poll_new ();
	g_auto (rn_poll_words) said = { 0 };
	const char *all[4] = { words[_i].answers[0], words[_i].answers[1], words[_i].answers[2], NULL };
	rn_time ten = STAGE_MONDAY + 8 * RN_DAY + RN_HOUR;

	poll->length = RN_HOUR;
	poll->first = ten;
	poll->second = words[_i].n_slots > 1 ? ten + RN_DAY : 0;
	poll->third = words[_i].n_slots > 2 ? ten + 2 * RN_DAY : 0;
	stage_offer ();
	g_autoptr (rn_reading) reading = rn_reading_new ();
	for (const char *const *a = all; *a != NULL; a++) {
		gboolean is_number = strlen (*a) == 1 || g_str_equal (*a, "all") ||
		        (g_str_has_prefix (*a, "not ") && strlen (*a) == strlen ("not 1"));
		enum rn_intent intent = is_number                  ? RN_INTENT_NUMBER
		                        : g_str_equal (*a, "yes")   ? RN_INTENT_YES
		                        : g_str_equal (*a, "no")    ? RN_INTENT_NO
		                        : g_str_equal (*a, "later") ? RN_INTENT_LATER
		                                                    : RN_INTENT_DATE;
		rn_reading_add_answer (reading, intent, 0, *a, 90);
	}
	rn_poll_read (poll, reading, berlin, stage.now, &said);
	ck_assert_msg (said.said == (int) words[_i].said && said.chosen == words[_i].chosen, "“%s” …: %d, %d",
	               words[_i].answers[0], said.said, (int) said.chosen);
}
END_TEST

/* "Yes, but only after my holiday" to the only time. */
START_TEST (a_yes_with_a_wish_chooses_nothing)
{
	g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
	g_autoptr (rn_poll) poll = rn_poll_new ();
	g_autoptr (rn_reading) reading = rn_reading_new ();
	g_auto (rn_poll_words) said = { 0 };

	poll->length = RN_HOUR;
	poll->first = STAGE_MONDAY + 8 * RN_DAY;
	rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 97);
	rn_reading_add_answer (reading, RN_INTENT_DATE, 0, "after my holiday", 50);
	rn_poll_read (poll, reading, berlin, stage.now, &said);
	ck_assert_int_eq (said.said, RN_POLL_NOTHING);
}
END_TEST

/* A mail of nothing but dates, sent again and again, does not grow what is kept of it. */
START_TEST (what_is_kept_has_an_end)
{
	const char *many[60] = { NULL };

	poll_pair ();
	for (int mail = 0; mail < 5; mail++) {
		g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
		for (int day = 0; day < 28; day++) {
			many[day] = g_strdup_printf ("not 2026-%02d-%02d weekly", 4 + mail, 1 + day);
			g_ptr_array_add (texts, (gpointer) many[day]);
		}
		stage_take (poll_reading ("leo", "leo", many));
	}
	ck_assert_int_le (stage_number ("SELECT length (by_leader_words) FROM poll"),
	                  2 * RN_MAX_WISHES * (gint64) strlen ("not 2026-04-01 weekly\n"));
	ck_assert_int_gt (stage_number ("SELECT length (by_leader_words) FROM poll"), 0);
}
END_TEST

START_TEST (lines_may_be_filled_in)
{
	g_autoptr (rn_poll) poll = rn_poll_new ();
	g_auto (rn_poll_words) said = { 0 };
	g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
	g_autoptr (rn_reading) reading = rn_reading_new ();

	poll->first = poll->second = poll->third = STAGE_MONDAY + RN_DAY;
	rn_reading_add_answer (reading, RN_INTENT_NO, 1, "", 90);
	rn_reading_add_answer (reading, RN_INTENT_YES, 3, "", 90);
	rn_poll_read (poll, reading, utc, stage.now, &said);
	ck_assert_int_eq (said.chosen, 4);
}
END_TEST

START_TEST (what_is_not_understood_is_asked_once)
{
	poll_pair ();
	assert_ending (poll_answers ("mia", (const char *const[]) { "3/4/2026", NULL }), RN_INBOX_APPLIED, "asked-back");
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 2); /* with the times, to answer by a number */
	assert_ending (poll_answers ("mia", (const char *const[]) { "yes", NULL }), RN_INBOX_HELD, "perhaps-yes");
	SAYS ("mia", "1");
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 1);
}
END_TEST

static Suite *
words_suite (void)
{
	const TTest *const tests[] = {
		days_in_words_choose_the_times_that_fit, what_was_asked_for_is_looked_for,
		next_month_is_looked_for_by_both_clocks,
		what_is_excluded_stays_so, a_yes_with_a_wish_chooses_nothing, what_is_kept_has_an_end, lines_may_be_filled_in,
		what_is_not_understood_is_asked_once,
	};
	Suite *suite = stage_suite ("poll words", tests, G_N_ELEMENTS (tests));
	TCase *rows = tcase_create ("rows");

	tcase_add_checked_fixture (rows, stage_open, stage_close);
	tcase_add_loop_test (rows, answers_are_read, 0, G_N_ELEMENTS (words));
	suite_add_tcase (suite, rows);
	return suite;
}

RN_UNIT_MAIN (words_suite ())

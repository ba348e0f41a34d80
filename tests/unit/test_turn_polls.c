/* Choosing a date by mail: three times, what people answer, and what comes of it. */
#include "turn_stage.h"

#include "almanac.h"
#include "busy.h"
#include "clock.h"
#include "diary.h"
#include "due.h"
#include "polls.h"


static gint64
poll_number (const char *field)
{
	return stage_number ("SELECT \"%s\" FROM poll ORDER BY id DESC LIMIT 1", field);
}

static gint64
meetings (void)
{
	return stage_number ("SELECT count(*) FROM meeting WHERE state IN (0, 1)");
}

/* The start of time `n`, counted from 1. */
static rn_time
slot (int n)
{
	static const char *const names[] = { "first", "second", "third" };
	return poll_number (names[n - 1]);
}

static void
begin (void)
{
	struct rn_meeting_order order = { .template = "first-session", .within = "10 days" };
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	STEP (rn_poll_begin (turn, pairing, NULL, &order, NULL, &error));
}

static void
pair_and_begin (void)
{
	stage_pair ();
	begin ();
}

/* An answer with these: "2", "yes", "no", "later", or a date. */
static rn_reading *
reading_of (const char *from, const char *asked, const char *const *answers)
{
	static const struct {
		const char *word;
		enum rn_intent intent;
	} words[] = { { "yes", RN_INTENT_YES }, { "no", RN_INTENT_NO }, { "later", RN_INTENT_LATER }, { "all", RN_INTENT_NUMBER } };
	rn_reading *reading = stage_reading (from, asked, "choose-date");

	for (; *answers != NULL; answers++) {
		enum rn_intent intent = strlen (*answers) == 1 ? RN_INTENT_NUMBER : RN_INTENT_DATE;
		for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
			intent = g_str_equal (*answers, words[i].word) ? words[i].intent : intent;
		rn_reading_add_answer (reading, intent, 0, intent == RN_INTENT_NUMBER || intent == RN_INTENT_DATE ? *answers : "", 90);
	}
	return reading;
}

static struct rn_ending
answers (const char *key, const char *const *said)
{
	return stage_take (reading_of (key, key, said));
}

#define SAYS(key, ...) assert_ending (answers (key, (const char *const[]) { __VA_ARGS__, NULL }), RN_INBOX_APPLIED, "answer")

/* What was raised by the answers happens. */
static void
settle (void)
{
	stage_jump (stage.now);
}

/* ---- Times --------------------------------------------------------------------------- */

START_TEST (three_times_are_mailed_to_both)
{
	pair_and_begin ();
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 1);
	ck_assert_int_eq (stage_mails ("leo", "choose-date"), 1);
	ck_assert_int_eq (meetings (), 0);
	ck_assert (slot (1) > poll_number ("deadline") && slot (1) < slot (2) && slot (2) < slot (3));
	for (int n = 1; n <= 3; n++) /* within working hours in Berlin, in winter */
		ck_assert_msg (slot (n) % RN_DAY >= 8 * RN_HOUR && slot (n) % RN_DAY <= 15 * RN_HOUR, "time %d", n);
	/* both of them wait for nothing else: the pairing has a next act */
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	struct rn_meeting_order order = { .template = "first-session" };
	STEP_FAILS (RN_ERROR_REFUSED, rn_poll_begin (turn, pairing, NULL, &order, NULL, &error));
}
END_TEST

START_TEST (no_time_lies_in_what_is_known_to_be_taken)
{
	g_autoptr (rn_person) leo = NULL;
	GVariant *all_mornings = NULL;
	g_auto (GVariantBuilder) spans = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(xx)"));

	stage_pair ();
	leo = stage_person ("leo");
	for (int day = 0; day < 60; day++) /* busy from eight to one, in UTC */
		g_variant_builder_add (&spans, "(xx)", STAGE_MONDAY + day * RN_DAY - RN_HOUR, STAGE_MONDAY + day * RN_DAY + 4 * RN_HOUR);
	all_mornings = g_variant_ref_sink (g_variant_builder_end (&spans));
	ck_assert (rn_busy_keep (stage.db, leo->record.id, "calendar", stage.now, (struct rn_span) { stage.now, stage.now + 60 * RN_DAY },
	                         all_mornings, NULL));
	g_variant_unref (all_mornings);
	begin ();
	for (int n = 1; n <= 3; n++)
		ck_assert_msg (slot (n) % RN_DAY >= 13 * RN_HOUR, "time %d begins at %d", n, (int) (slot (n) % RN_DAY / RN_HOUR));
	g_autofree char *notes = stage_text ("SELECT reasons FROM journal ORDER BY id DESC LIMIT 1");
	ck_assert_ptr_nonnull (strstr (notes, "3 times"));
}
END_TEST

/* Where calendars can be asked, a turn that needs one which was not asked lately says so. */
START_TEST (calendars_are_asked_for_when_they_are_old)
{
	struct rn_meeting_order order = { .template = "first-session" };
	g_autoptr (GError) error = NULL;

	stage_pair ();
	stage.site.n_calendars = 1;
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(xx)"), NULL, 0));
	ck_assert (rn_busy_keep (stage.db, pairing->leader, "calendar", stage.now, (struct rn_span) { 0, 0 }, none, NULL));
	ck_assert (rn_busy_keep (stage.db, pairing->mentor, "calendar", stage.now - 2 * RN_HOUR, (struct rn_span) { 0, 0 }, none, NULL));
	rn_turn *turn = stage_begin ();
	ck_assert (rn_poll_begin (turn, pairing, NULL, &order, NULL, &error));
	ck_assert_uint_ge (turn->wanted->len, 1);
	for (guint i = 0; i < turn->wanted->len; i++)
		ck_assert_int_eq (g_array_index (turn->wanted, gint64, i), pairing->mentor);
	stage_end ();
}
END_TEST

/* Whether the newest mail with times says that she is free at them. */
static gboolean
says_free (const char *key)
{
	g_autoptr (rn_person) person = stage_person (key);
	g_autoptr (rn_rows) rows = rn_db_query (stage.db, NULL, "SELECT letter FROM outbox WHERE person = ? AND template = 'choose-date'"
	                                        " ORDER BY id DESC LIMIT 1", "x", person->record.id);
	gboolean is_known = FALSE;

	ck_assert (rn_rows_next (rows, NULL));
	g_autoptr (GVariant) letter = rn_rows_variant (rows, 0, "a{sv}");
	g_autoptr (GVariant) fields = g_variant_lookup_value (letter, "fields", G_VARIANT_TYPE_VARDICT);
	ck_assert (fields != NULL && g_variant_lookup (fields, "is_known", "b", &is_known));
	return is_known;
}

START_TEST (unknown_is_never_shown_as_free)
{
	static const struct {
		rn_time days; /* for which her calendar is known */
		gboolean says;
	} rows[] = { { 60, TRUE }, { 0, FALSE }, { 6, FALSE } };
	g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(xx)"), NULL, 0));

	stage_pair ();
	g_autoptr (rn_person) leo = stage_person ("leo");
	ck_assert (rn_busy_keep (stage.db, leo->record.id, "calendar", stage.now,
	                         (struct rn_span) { stage.now, stage.now + rows[_i].days * RN_DAY }, none, NULL));
	begin ();
	ck_assert_msg (says_free ("leo") == rows[_i].says, "%d days", (int) rows[_i].days);
	ck_assert (!says_free ("mia"));
}
END_TEST

/* ---- Agreement -------------------------------------------------------------------------- */

START_TEST (the_time_that_suits_both_becomes_the_meeting)
{
	pair_and_begin ();
	rn_time second = slot (2);

	SAYS ("mia", "2", "3");
	settle ();
	ck_assert_int_eq (meetings (), 0); /* the other has not answered */
	SAYS ("leo", "2");
	settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), second);
	ck_assert_int_eq (stage_mails ("mia", "first-session"), 1);
	ck_assert_int_eq (stage_mails ("leo", "first-session"), 1);
	ck_assert_int_eq (poll_number ("state"), RN_POLL_AGREED);
	ck_assert_int_eq (stage_mails ("mia", "receipt-date"), 1);
	stage_walk (stage.now + 3 * RN_DAY); /* nothing is asked any more */
	ck_assert_int_eq (stage_mails ("leo", "choose-date"), 1);
}
END_TEST

START_TEST (the_last_answer_counts)
{
	pair_and_begin ();
	rn_time third = slot (3);
	SAYS ("mia", "1");
	SAYS ("mia", "3");
	SAYS ("leo", "all");
	settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), third);
}
END_TEST

START_TEST (an_answer_can_be_taken_back)
{
	pair_and_begin ();
	SAYS ("mia", "1");
	assert_ending (stage_says ("mia", "receipt-date", RN_INTENT_UNDO), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (stage_mails ("mia", "receipt-undo"), 1);
	SAYS ("leo", "1");
	settle ();
	ck_assert_int_eq (meetings (), 0); /* hers is open again */
	SAYS ("mia", "1");
	settle ();
	ck_assert_int_eq (meetings (), 1);
}
END_TEST

START_TEST (a_time_that_was_taken_meanwhile_is_passed_over)
{
	pair_and_begin ();
	rn_time third = slot (3);
	g_autoptr (rn_meeting) other = rn_meeting_new ();
	g_autoptr (rn_person) leo = stage_person ("leo");

	other->leader = leo->record.id;
	other->start = slot (1) - RN_HOUR / 2;
	other->ends = slot (1) + RN_HOUR / 2;
	ck_assert (rn_save (stage.db, other, NULL));
	SAYS ("mia", "1", "3");
	SAYS ("leo", "1", "3");
	settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE pairing = 1"), third);
}
END_TEST

START_TEST (no_common_time_gives_other_times)
{
	pair_and_begin ();
	rn_time before[] = { slot (1), slot (2), slot (3) };

	SAYS ("mia", "1");
	SAYS ("leo", "2", "3");
	settle ();
	ck_assert_int_eq (meetings (), 0);
	ck_assert_int_eq (poll_number ("round"), 2);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 2);
	for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
		for (int n = 1; n <= 3; n++)
			ck_assert_int_ne (slot (n), before[i]);
}
END_TEST

START_TEST (after_three_rounds_a_person_helps)
{
	pair_and_begin ();
	for (int round = 1; round <= RN_POLL_ROUNDS; round++) {
		SAYS ("leo", "no", "not 2026-03-06 weekly");
		settle ();
	}
	g_autofree char *details = stage_text ("SELECT details FROM task");
	ck_assert_ptr_nonnull (strstr (details, "mia: nothing about when\nleo: not 2026-03-06 weekly\n"));
	ck_assert_int_eq (poll_number ("state"), RN_POLL_FAILED);
	ck_assert_int_eq (stage_mails ("", "pairing-needs-you"), 1);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), RN_POLL_ROUNDS);
}
END_TEST

/* ---- Words of time ------------------------------------------------------------------------- */

START_TEST (days_in_words_choose_the_times_that_fit)
{
	pair_and_begin ();
	g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
	g_autoptr (GDateTime) local = rn_time_local (slot (2), berlin);
	g_autofree char *day = g_date_time_format (local, "%Y-%m-%d"), *not_day = g_strconcat ("not ", day, NULL);
	rn_time second = slot (2);

	SAYS ("mia", day);
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 2);
	SAYS ("mia", not_day);
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 5);
	g_autofree char *instant = rn_time_text (second);
	SAYS ("mia", "yes", instant);
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 2);
	SAYS ("leo", "no", day); /* "no, better on …" */
	settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), second);
}
END_TEST

START_TEST (what_was_asked_for_is_looked_for)
{
	pair_and_begin ();
	/* the afternoon of a Tuesday that was not among the times */
	SAYS ("leo", "2026-03-24T14:00:00Z/2026-03-24T23:00:00Z");
	settle ();
	ck_assert_int_eq (poll_number ("round"), 2);
	ck_assert_int_eq (slot (1), STAGE_MONDAY + 22 * RN_DAY + 5 * RN_HOUR); /* 24 March, 14:00Z: three in the afternoon */
	ck_assert_int_eq (slot (2), 0);
	SAYS ("mia", "yes"); /* to the only one it is an answer */
	SAYS ("leo", "1");
	settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), STAGE_MONDAY + 22 * RN_DAY + 5 * RN_HOUR);
}
END_TEST

START_TEST (next_month_is_looked_for_by_both_clocks)
{
	pair_and_begin ();
	SAYS ("mia", "2026-04-01/2026-04-30");
	SAYS ("leo", "not 2026-04-01 weekly", "later");
	settle ();
	for (int n = 1; n <= 3; n++) {
		g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (slot (n));
		ck_assert_int_eq (g_date_time_get_month (utc), 4);
		ck_assert_int_ne (g_date_time_get_day_of_week (utc), 3);
		/* summer has begun: the first hour of the working day is seven in UTC */
		ck_assert_msg (slot (n) % RN_DAY >= 7 * RN_HOUR && slot (n) % RN_DAY <= 14 * RN_HOUR, "time %d", n);
	}
}
END_TEST

START_TEST (what_is_excluded_stays_so)
{
	pair_and_begin ();
	SAYS ("leo", "no", "not 2026-03-03 weekly");
	settle ();
	SAYS ("leo", "no");
	settle ();
	ck_assert_int_eq (poll_number ("round"), 3);
	for (int n = 1; n <= 3; n++) {
		g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (slot (n));
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
		gboolean is_number = strlen (*a) == 1 || g_str_equal (*a, "all") || (g_str_has_prefix (*a, "not ") && strlen (*a) == strlen ("not 1"));
		enum rn_intent intent = is_number ? RN_INTENT_NUMBER : g_str_equal (*a, "yes") ? RN_INTENT_YES : g_str_equal (*a, "no") ? RN_INTENT_NO
		                        : g_str_equal (*a, "later") ? RN_INTENT_LATER : RN_INTENT_DATE;
		rn_reading_add_answer (reading, intent, 0, *a, 90);
	}
	rn_poll_read (poll, reading, berlin, stage.now, &said);
	ck_assert_msg (said.said == (int) words[_i].said && said.chosen == words[_i].chosen, "“%s” …: %d, %d", words[_i].answers[0], said.said,
	               (int) said.chosen);
}
END_TEST

/* A mail of nothing but dates, sent again and again, does not grow what is kept of it. */
START_TEST (what_is_kept_has_an_end)
{
	const char *many[60] = { NULL };

	pair_and_begin ();
	for (int mail = 0; mail < 5; mail++) {
		g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
		for (int day = 0; day < 28; day++) {
			many[day] = g_strdup_printf ("not 2026-%02d-%02d weekly", 4 + mail, 1 + day);
			g_ptr_array_add (texts, (gpointer) many[day]);
		}
		stage_take (reading_of ("leo", "leo", many));
	}
	ck_assert_int_le (stage_number ("SELECT length (by_leader_words) FROM poll"), 2 * RN_MAX_WISHES * (gint64) strlen ("not 2026-04-01 weekly\n"));
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
	pair_and_begin ();
	assert_ending (answers ("mia", (const char *const[]) { "3/4/2026", NULL }), RN_INBOX_APPLIED, "asked-back");
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 2); /* with the times, to answer by a number */
	assert_ending (answers ("mia", (const char *const[]) { "yes", NULL }), RN_INBOX_HELD, "perhaps-yes");
	SAYS ("mia", "1");
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 1);
}
END_TEST

/* ---- Silence --------------------------------------------------------------------------------- */

START_TEST (the_silent_one_is_reminded_and_then_the_other_decides)
{
	pair_and_begin ();
	rn_time third = slot (3);

	SAYS ("mia", "3");
	stage_walk (poll_number ("deadline") - RN_MINUTE);
	ck_assert_int_eq (stage_mails ("leo", "choose-date"), 2);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 1);
	ck_assert_int_eq (meetings (), 0);
	stage_walk (stage.now + RN_HOUR);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), third);
}
END_TEST

START_TEST (of_two_silent_people_the_first_time_is_taken)
{
	pair_and_begin ();
	rn_time first = slot (1);
	stage_walk (poll_number ("deadline") + RN_HOUR);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), first);
}
END_TEST

START_TEST (an_engine_that_was_down_looks_for_times_to_come)
{
	pair_and_begin ();
	stage_jump (slot (3) + RN_DAY);
	ck_assert_int_eq (meetings (), 0);
	ck_assert_int_eq (poll_number ("round"), 2);
	ck_assert (slot (1) > stage.now);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 2); /* and no reminder of what is over */
}
END_TEST

/* ---- Afterwards, others, calendars ---------------------------------------------------------- */

START_TEST (a_late_number_proposes_another_time)
{
	pair_and_begin ();
	rn_time third = slot (3);
	SAYS ("mia", "1");
	SAYS ("leo", "all");
	settle ();
	ck_assert_int_eq (meetings (), 1);
	SAYS ("mia", "1", "3"); /* once more: the time it has is fine */
	ck_assert_int_eq (stage_number ("SELECT by_mentor_partstat FROM meeting"), RN_PARTSTAT_ACCEPTED);
	assert_ending (stage_take (stage_reading ("mia", "mia", "choose-date")), RN_INBOX_IGNORED, "nothing-asked"); /* "Thanks!" */
	SAYS ("leo", "3");
	settle ();
	ck_assert_uint_eq (stage_told ("meeting:countered"), 1);
	gint64 start = 0;
	gboolean is_free = FALSE;
	ck_assert (g_variant_lookup (stage.fields, "start", "x", &start) && g_variant_lookup (stage.fields, "free", "b", &is_free));
	ck_assert (start == third && is_free);
	SAYS ("mia", "no");
	settle ();
	ck_assert_uint_eq (stage_told ("meeting:declined"), 1);
	assert_ending (answers ("mia", (const char *const[]) { "2", NULL }), RN_INBOX_IGNORED, "over");
}
END_TEST

START_TEST (an_assistant_answers_and_the_person_is_told)
{
	pair_and_begin ();
	assert_ending (stage_take (reading_of ("ida", "leo", (const char *const[]) { "2", NULL })), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (poll_number ("by_leader_chosen"), 2);
	ck_assert_int_eq (stage_mails ("leo", "receipt-date"), 1);
	ck_assert_int_eq (stage_mails ("ida", "receipt-date"), 0);
	ck_assert_ptr_nonnull (strstr (stage.reasons, "answered by ida for leo"));
	assert_ending (stage_take (reading_of ("ida", "leo", (const char *const[]) { "yes", NULL })), RN_INBOX_HELD, "sender-mismatch");
	/* who is not of the company is nobody's assistant */
	assert_ending (stage_take (reading_of ("eve@elsewhere.example", "mia", (const char *const[]) { "1", NULL })), RN_INBOX_HELD,
	               "sender-mismatch");
	/* and the other one of the two answers for herself */
	assert_ending (stage_take (reading_of ("mia", "leo", (const char *const[]) { "3", NULL })), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (poll_number ("by_mentor_chosen"), 4);
}
END_TEST

/* mia's proposal did not suit leo: the meeting is to be moved. */
static void
begin_to_move (void)
{
	struct rn_meeting_order order = { .template = "another-time" };

	stage_meet ();
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (rn_meeting) meeting = stage_load (&rn_meeting_kind, 1);
	STEP (rn_poll_begin (turn, pairing, meeting, &order, NULL, &error));
}

START_TEST (a_meeting_is_moved_to_the_time_chosen)
{
	begin_to_move ();
	rn_time second = slot (2);
	g_autofree char *uid = stage_text ("SELECT uid FROM meeting");

	SAYS ("mia", "2");
	SAYS ("leo", "2");
	settle ();
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting"), 1);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), second);
	ck_assert_int_eq (stage_number ("SELECT sequence FROM meeting"), 1);
	ck_assert_int_eq (stage_mails ("leo", "meeting-moved"), 1);
	g_autofree char *same = stage_text ("SELECT uid FROM meeting");
	ck_assert_str_eq (uid, same);
}
END_TEST

static rn_reading *
reply_to_invitation (const char *key, const char *const *dates)
{
	rn_reading *reading = stage_reading (key, key, "first-session");
	for (; *dates != NULL; dates++)
		rn_reading_add_answer (reading, RN_INTENT_DATE, 0, *dates, 90);
	return reading;
}

/* "Rather on Tuesday or Thursday after three" to an invitation */
/* The meeting was tomorrow; before they have chosen it is over, one way or the other. */
START_TEST (a_meeting_that_is_over_meanwhile_is_not_moved)
{
	static const int over[] = { RN_MEETING_MISSED, RN_MEETING_HELD };

	begin_to_move ();
	rn_time second = slot (2);
	g_autofree char *sql = g_strdup_printf ("UPDATE meeting SET state = %d", over[_i]);
	ck_assert (rn_db_run (stage.db, NULL, sql, ""));
	if (over[_i] == RN_MEETING_HELD) { /* and the next was placed, as policies do */
		g_autoptr (rn_meeting) next = rn_meeting_new ();
		next->pairing = 1;
		next->start = second + RN_DAY;
		next->ends = next->start + RN_HOUR;
		ck_assert (rn_save (stage.db, next, NULL));
	}
	SAYS ("mia", "2");
	SAYS ("leo", "2");
	settle ();
	ck_assert_int_eq (poll_number ("state"), over[_i] == RN_MEETING_HELD ? RN_POLL_WITHDRAWN : RN_POLL_AGREED);
	ck_assert_int_eq (meetings (), 1);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE state = 0"), over[_i] == RN_MEETING_HELD ? second + RN_DAY : second);
}
END_TEST

START_TEST (silence_about_a_meeting_that_is_over_gives_another)
{
	begin_to_move ();
	rn_time first = slot (1);
	ck_assert (rn_db_run (stage.db, NULL, "UPDATE meeting SET state = 4", "")); /* missed */
	stage_walk (poll_number ("deadline") + RN_MINUTE);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE state = 0"), first);
}
END_TEST

START_TEST (days_instead_of_an_hour_are_wishes)
{
	struct rn_meeting_order order = { .template = "another-time" };
	g_autofree const char **wishes = NULL;

	stage_meet ();
	rn_time start = stage_number ("SELECT start FROM meeting");
	assert_ending (stage_take (reply_to_invitation ("leo", (const char *const[]) { "2026-03-24", "2026-03-26T14:00:00Z/2026-03-26T23:00:00Z", NULL })),
	               RN_INBOX_APPLIED, "counter");
	settle ();
	ck_assert_uint_eq (stage_told ("meeting:unsuitable"), 1);
	ck_assert (g_variant_lookup (stage.fields, "wishes", "^a&s", &wishes));
	ck_assert_str_eq (wishes[0], "2026-03-24");
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), start); /* so far */
	/* what the policy makes of it */
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (rn_meeting) meeting = stage_load (&rn_meeting_kind, 1);
	struct rn_poll_wish wish = { pairing->leader, (GStrv) wishes };
	STEP (rn_poll_begin (turn, pairing, meeting, &order, &wish, &error));
	for (int n = 1; n <= 3 && slot (n) != 0; n++) {
		g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (slot (n));
		int day = g_date_time_get_day_of_month (utc);
		ck_assert_msg (day == 24 || (day == 26 && g_date_time_get_hour (utc) >= 14), "time %d is on the %d.", n, day);
	}
	/* and said once more to the invitation it is an answer to the times */
	assert_ending (stage_take (reply_to_invitation ("leo", (const char *const[]) { "2026-03-24", NULL })), RN_INBOX_APPLIED, "answer");
	ck_assert_int_eq (poll_number ("by_leader_said"), RN_POLL_SOME);
}
END_TEST

START_TEST (who_accepts_by_calendar_keeps_the_time)
{
	begin_to_move ();
	rn_time start = stage_number ("SELECT start FROM meeting");
	static const char *const both[] = { "mia", "leo" };

	for (gsize i = 0; i < G_N_ELEMENTS (both); i++) {
		rn_reading *reading = stage_reading (both[i], both[i], "first-session");
		stage_calendar (reading, "REPLY", "ACCEPTED");
		assert_ending (stage_take (reading), RN_INBOX_APPLIED, "calendar-reply");
	}
	settle ();
	ck_assert_int_eq (poll_number ("state"), RN_POLL_AGREED);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), start);
	ck_assert_int_eq (stage_number ("SELECT state FROM meeting"), RN_MEETING_ACCEPTED);
}
END_TEST

START_TEST (a_counter_answers_it)
{
	begin_to_move ();
	rn_time third = slot (3);
	rn_reading *reading = stage_reading ("leo", "leo", "first-session");
	struct rn_calendar *item = stage_calendar (reading, "COUNTER", "TENTATIVE");

	item->start = third;
	item->end = third + RN_HOUR;
	assert_ending (stage_take (reading), RN_INBOX_APPLIED, "counter");
	ck_assert_int_eq (poll_number ("by_leader_chosen"), 4);
	SAYS ("mia", "all");
	settle ();
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting"), third);
	ck_assert_uint_eq (stage_told ("meeting:countered"), 0);
}
END_TEST

START_TEST (a_meeting_that_is_declined_meanwhile_is_chosen_anew)
{
	begin_to_move ();
	rn_time first = slot (1);
	rn_reading *reading = stage_reading ("leo", "leo", "first-session");

	stage_calendar (reading, "REPLY", "DECLINED");
	stage_take (reading);
	SAYS ("mia", "1");
	SAYS ("leo", "1");
	settle ();
	ck_assert_int_eq (meetings (), 1);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE state = 0"), first);
	ck_assert_int_eq (stage_number ("SELECT count(*) FROM meeting"), 2);
}
END_TEST

START_TEST (the_meeting_in_the_own_calendar_is_not_in_the_way)
{
	gboolean is_free = FALSE;

	stage_meet ();
	g_autoptr (rn_meeting) meeting = stage_load (&rn_meeting_kind, 1);
	for (int later = 1; later <= 2; later++) {
		/* her calendar has the meeting, and what follows an hour behind it */
		g_autoptr (GVariant) spans = g_variant_ref_sink (g_variant_new_parsed (
		        "[(%x, %x), (%x, %x)]", meeting->start, meeting->ends, meeting->ends + RN_HOUR, meeting->ends + 2 * RN_HOUR));
		ck_assert (rn_busy_keep (stage.db, meeting->leader, "calendar", stage.now, (struct rn_span) { 0, RN_NEVER }, spans, NULL));
		rn_reading *reading = stage_reading ("mia", "mia", "first-session");
		struct rn_calendar *item = stage_calendar (reading, "COUNTER", "TENTATIVE");
		item->start = meeting->start + later * RN_HOUR / 2 + (later - 1) * RN_MINUTE;
		item->end = item->start + RN_HOUR;
		assert_ending (stage_take (reading), RN_INBOX_APPLIED, "counter");
		stage_walk (stage.now + RN_MINUTE);
		ck_assert (g_variant_lookup (stage.fields, "free", "b", &is_free));
		ck_assert_msg (is_free == (later == 1), "half an hour later, %d times", later);
	}
}
END_TEST

START_TEST (silence_about_a_meeting_leaves_it_where_it_is)
{
	begin_to_move ();
	rn_time start = stage_number ("SELECT start FROM meeting");
	stage_walk (poll_number ("deadline") + RN_MINUTE);
	ck_assert_int_eq (stage_number ("SELECT start FROM meeting WHERE id = 1"), start);
	ck_assert_int_eq (poll_number ("state"), RN_POLL_AGREED);
}
END_TEST

START_TEST (a_meeting_placed_otherwise_ends_it)
{
	struct rn_meeting_order order = { .template = "twenty-minutes" };

	pair_and_begin ();
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	g_autoptr (rn_meeting) meeting = NULL;
	STEP ((meeting = rn_meeting_place (turn, pairing, &order, &error)) != NULL);
	ck_assert_int_eq (poll_number ("state"), RN_POLL_WITHDRAWN);
	assert_ending (answers ("mia", (const char *const[]) { "2", NULL }), RN_INBOX_IGNORED, "over");
}
END_TEST

START_TEST (the_end_of_a_pairing_ends_it)
{
	pair_and_begin ();
	g_autoptr (rn_pairing) pairing = stage_load (&rn_pairing_kind, 1);
	STEP (rn_pairing_close (turn, pairing, "thank-you", TRUE, &error));
	ck_assert_int_eq (poll_number ("state"), RN_POLL_WITHDRAWN);
	stage_walk (stage.now + 10 * RN_DAY);
	ck_assert_int_eq (stage_mails ("mia", "choose-date"), 1);
}
END_TEST

/* ---- Holidays --------------------------------------------------------------------------------- */

START_TEST (holidays_of_a_site_are_no_working_days)
{
	g_autofree char *path = g_build_filename (stage.dir, "berlin.ics", NULL);
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_person) mia = NULL;

	/* a week without work: 9 to 13 March 2026 */
	ck_assert (g_file_set_contents (path, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260309\r\nDTEND;VALUE=DATE:20260314\r\n"
	                                      "END:VEVENT\r\nEND:VCALENDAR\r\n", -1, NULL));
	stage.site.almanac = rn_almanac_new ();
	rn_almanac_load (stage.site.almanac, "BERLIN", path, &error);
	rn_assert_no_error (error);
	mia = stage_person ("mia");
	rn_record_set (&mia->site, "Berlin");
	rn_save (stage.db, mia, NULL);
	stage_begin ();
	/* from Friday noon on: Monday the 16th is the next */
	rn_time friday = STAGE_MONDAY + 4 * RN_DAY;
	ck_assert_int_eq (rn_turn_after (&stage.turn, "", "1 working day", friday, mia), friday + 10 * RN_DAY);
	ck_assert_int_eq (rn_polite_time (&stage.turn, mia, friday + 3 * RN_DAY), STAGE_MONDAY + 14 * RN_DAY - RN_HOUR);
	stage_end ();
	pair_and_begin ();
	for (int n = 1; n <= 3; n++)
		ck_assert_msg (slot (n) < STAGE_MONDAY + 6 * RN_DAY || slot (n) > STAGE_MONDAY + 13 * RN_DAY, "time %d lies in the holidays", n);
	rn_almanac_free (stage.site.almanac);
}
END_TEST

static Suite *
polls_suite (void)
{
	const TTest *const tests[] = {
		three_times_are_mailed_to_both, no_time_lies_in_what_is_known_to_be_taken, calendars_are_asked_for_when_they_are_old,
		the_time_that_suits_both_becomes_the_meeting, the_last_answer_counts, an_answer_can_be_taken_back, a_time_that_was_taken_meanwhile_is_passed_over,
		no_common_time_gives_other_times, after_three_rounds_a_person_helps, days_in_words_choose_the_times_that_fit,
		what_was_asked_for_is_looked_for, next_month_is_looked_for_by_both_clocks, what_is_excluded_stays_so,
		what_is_kept_has_an_end, lines_may_be_filled_in, what_is_not_understood_is_asked_once, the_silent_one_is_reminded_and_then_the_other_decides,
		of_two_silent_people_the_first_time_is_taken, an_engine_that_was_down_looks_for_times_to_come,
		a_late_number_proposes_another_time, an_assistant_answers_and_the_person_is_told,
		a_meeting_is_moved_to_the_time_chosen, who_accepts_by_calendar_keeps_the_time, days_instead_of_an_hour_are_wishes,
		silence_about_a_meeting_that_is_over_gives_another, a_counter_answers_it,
		a_meeting_that_is_declined_meanwhile_is_chosen_anew, the_meeting_in_the_own_calendar_is_not_in_the_way,
		silence_about_a_meeting_leaves_it_where_it_is,
		a_meeting_placed_otherwise_ends_it, the_end_of_a_pairing_ends_it, holidays_of_a_site_are_no_working_days,
	};
	Suite *suite = stage_suite ("polls", tests, G_N_ELEMENTS (tests));
	TCase *reading = tcase_create ("reading");

	tcase_add_checked_fixture (reading, stage_open, stage_close);
	tcase_set_timeout (reading, 60);
	tcase_add_loop_test (reading, unknown_is_never_shown_as_free, 0, 3);
	tcase_add_loop_test (reading, a_meeting_that_is_over_meanwhile_is_not_moved, 0, 2);
	tcase_add_loop_test (reading, answers_are_read, 0, G_N_ELEMENTS (words));
	suite_add_tcase (suite, reading);
	return suite;
}

RN_UNIT_MAIN (polls_suite ())

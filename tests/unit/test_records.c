/* What the records allow: legal steps, answers, the order of news, refs, names. */
#include "unit.h"

#include <string.h>

#include "error.h"
#include "kind.h"
#include "invited.h"
#include "meeting.h"
#include "offer.h"
#include "pairing.h"
#include "person.h"
#include "poll.h"
#include "question.h"
#include "topic.h"

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
	  { "reminded done", "open escalated done", "done", "" } },
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

static Suite *
suite (void)
{
	Suite *s = suite_create ("records");
	TCase *tests = tcase_create ("records");

	tcase_add_loop_test (tests, steps_are_those_of_the_rules, 0, G_N_ELEMENTS (machines));
	tcase_add_test (tests, every_kind_with_states_is_checked);
	tcase_add_test (tests, an_answer_can_be_undone_while_the_offer_is_open);
	tcase_add_loop_test (tests, nothing_is_said_to_an_offer_that_ended, RN_OFFER_CONFIRMED, RN_OFFER_CLOSED + 1);
	tcase_add_loop_test (tests, answers_are_ordered_by_sequence_and_dtstamp, 0, G_N_ELEMENTS (answers));
	tcase_add_loop_test (tests, answers_in_any_order_end_alike, 0, 6);
	tcase_add_test (tests, a_move_asks_both_again);
	tcase_add_test (tests, a_meeting_knows_its_two_and_whether_it_lives);
	tcase_add_test (tests, a_pairing_knows_its_two);
	tcase_add_loop_test (tests, mails_greet_by_the_first_name, 0, G_N_ELEMENTS (first_names));
	tcase_add_loop_test (tests, who_may_be_asked, 0, G_N_ELEMENTS (willing));
	tcase_add_test (tests, an_ask_is_open_until_it_is_answered_or_expired);
	tcase_add_test (tests, refs_name_records_of_every_kind);
	tcase_add_loop_test (tests, anything_else_is_no_ref, 0, G_N_ELEMENTS (no_refs));
	suite_add_tcase (s, tests);
	return s;
}

RN_UNIT_MAIN (suite ())

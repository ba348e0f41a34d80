/* What shows that a mail of ours did arrive, and what does not. */
#include "turn_stage.h"

#include <string.h>

#include "outbox.h"

/* The offer to mia is uncertain: its Message-ID and token. */
static char *
uncertain_offer (void)
{
	stage_offer ();
	STEP (rn_db_run (turn->db, &error, "UPDATE outbox SET state = 4 WHERE person = 1", ""));
	return stage_text ("SELECT message_id FROM outbox WHERE person = 1");
}

static gint64
state (void)
{
	return stage_number ("SELECT state FROM outbox WHERE person = 1 AND template = 'offer'");
}

/* Mail of any kind that has nothing of ours but what the row sets. */
static rn_reading *
stray (enum rn_mail_kind kind)
{
	rn_reading *reading = stage_reading ("somebody@other.example", "", "");
	reading->kind = kind;
	return reading;
}

static void
bring_token (rn_reading *reading, const char *message_id)
{
	g_autofree char *token = g_strndup (message_id, strcspn (message_id, "@"));
	g_free (reading->recipients[0]);
	reading->recipients[0] = g_strdup_printf ("mentoring+%s@company.example", token);
}

static void
bring_reply (rn_reading *reading, const char *message_id)
{
	rn_reading_set (&reading->in_reply_to, message_id);
}

static void
bring_reference (rn_reading *reading, const char *message_id)
{
	rn_reading_set (&reading->in_reply_to, "theirs@other.example");
	g_strfreev (reading->references);
	reading->references = g_strsplit (message_id, " ", 0);
}

static void
bring_organizer (rn_reading *reading, const char *message_id)
{
	g_autofree char *token = g_strndup (message_id, strcspn (message_id, "@"));
	struct rn_calendar *item = rn_reading_add_calendar (reading);
	g_free (item->organizer);
	item->organizer = g_strdup_printf ("mentoring+%s@company.example", token);
}

static void
bring_nothing (rn_reading *reading, G_GNUC_UNUSED const char *message_id)
{
	bring_reply (reading, "none-of-ours@company.example");
}

static const struct {
	const char *name;
	enum rn_mail_kind kind;
	void (*bring) (rn_reading *reading, const char *message_id);
	enum rn_outbox_state state;
} proofs[] = {
	{ "an answer", RN_MAIL_REPLY, bring_reply, RN_OUTBOX_SENT },
	{ "a late answer in the thread", RN_MAIL_REPLY, bring_reference, RN_OUTBOX_SENT },
	{ "a bounce to the token", RN_MAIL_BOUNCE, bring_token, RN_OUTBOX_SENT },
	{ "a bounce with the Message-ID", RN_MAIL_BOUNCE, bring_reply, RN_OUTBOX_SENT },
	{ "an absence", RN_MAIL_ABSENCE, bring_token, RN_OUTBOX_SENT },
	{ "a calendar's answer", RN_MAIL_CALENDAR, bring_organizer, RN_OUTBOX_SENT },
	{ "other automatic mail", RN_MAIL_AUTO, bring_reply, RN_OUTBOX_SENT },
	{ "mail about something else", RN_MAIL_REPLY, bring_nothing, RN_OUTBOX_UNCERTAIN },
};

START_TEST (what_comes_back_settles_an_uncertain_mail)
{
	for (gsize i = 0; i < G_N_ELEMENTS (proofs); i++) {
		stage_open ();
		g_autofree char *message_id = uncertain_offer ();
		rn_reading *reading = stray (proofs[i].kind);
		proofs[i].bring (reading, message_id);
		stage_take (reading);
		ck_assert_msg (state () == (gint64) proofs[i].state, "%s: state %d", proofs[i].name, (int) state ());
		stage_close ();
	}
}
END_TEST

static rn_reading *
copy (const char *from, const char *message_id)
{
	rn_reading *reading = stage_reading (from, "", "");
	rn_reading_set (&reading->message_id, message_id);
	g_free (reading->recipients[0]);
	reading->recipients[0] = g_strdup ("mia@company.example");
	return reading;
}

START_TEST (our_own_copy_settles_an_uncertain_mail_and_does_nothing_else)
{
	stage_open ();
	g_autofree char *message_id = uncertain_offer ();
	rn_reading *reading = copy (STAGE_PROGRAM, message_id);

	rn_reading_add_answer (reading, RN_INTENT_YES, 0, "", 100);
	assert_ending (stage_take (reading), RN_INBOX_IGNORED, "own-copy");
	ck_assert_int_eq (state (), RN_OUTBOX_SENT);
	ck_assert_int_eq (stage_number ("SELECT mentor_said FROM offer"), RN_SAID_NOTHING);
	stage_close ();
}
END_TEST

START_TEST (a_copy_of_an_invitation_is_no_invitation_to_us)
{
	stage_open ();
	stage_meet ();
	g_autofree char *message_id = stage_text ("SELECT message_id FROM outbox WHERE template = 'first-session' LIMIT 1");
	rn_reading *reading = copy (STAGE_PROGRAM, message_id);

	stage_calendar (reading, "REQUEST", "NEEDS-ACTION");
	assert_ending (stage_take (reading), RN_INBOX_IGNORED, "own-copy");
	stage_close ();
}
END_TEST

START_TEST (what_is_no_copy_of_ours_is_taken_as_mail)
{
	stage_open ();
	g_autofree char *message_id = uncertain_offer ();
	assert_ending (stage_take (copy (STAGE_PROGRAM, "made-up@company.example")), RN_INBOX_HELD, "stranger");
	assert_ending (stage_take (copy ("mia", message_id)), RN_INBOX_HELD, "no-token");
	ck_assert_int_eq (state (), RN_OUTBOX_UNCERTAIN);
	stage_close ();
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("arrived");
	TCase *whole = tcase_create ("arrived");

	tcase_add_test (whole, what_comes_back_settles_an_uncertain_mail);
	tcase_add_test (whole, our_own_copy_settles_an_uncertain_mail_and_does_nothing_else);
	tcase_add_test (whole, a_copy_of_an_invitation_is_no_invitation_to_us);
	tcase_add_test (whole, what_is_no_copy_of_ours_is_taken_as_mail);
	suite_add_tcase (s, whole);
	return s;
}

RN_UNIT_MAIN (suite ())

/* The plugin simulated: people answer what they are asked, in bytes that follow from
 * the seed alone. */
#include "unit.h"

#include <gmime/gmime.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fake_host.h"

#define MONDAY ((rn_time) 1772442000) /* 2026-03-02T09:00:00Z */
#define PROGRAM "mentoring@company.example"

/* A company with its three providers, and the folder it writes. */
static char *dir;
static rn_fake_host *hosts[RN_PROVIDES_END];
static gpointer parts[RN_PROVIDES_END];
static gint64 last_row;
static guint64 last_uid;

static void
open_company (const char *folder, const char *seed)
{
	last_row = 0;
	last_uid = 0;
	for (enum rn_provides kind = RN_SOURCE; kind <= RN_DIRECTORY; kind++) {
		g_autoptr (GError) error = NULL;
		const struct rn_provider *provider = rn_fake_provider (&rn_plugin, kind);
		hosts[kind] = rn_fake_host_new (provider, (const char *[]) {
			"people", "40", "seed", seed, "start", "1772442000", "days", "200", "program_address", PROGRAM,
			"coordinator", "hr@company.example", "out", folder, "chaos", "10", NULL });
		hosts[kind]->now = MONDAY;
		parts[kind] = provider->open (&hosts[kind]->host, &error);
		rn_assert_no_error (error);
	}
}

static void
close_company (void)
{
	for (enum rn_provides kind = RN_SOURCE; kind <= RN_DIRECTORY; kind++) {
		hosts[kind]->provider->close (parts[kind]);
		rn_fake_host_free (hosts[kind]);
	}
}

static void
set_up (void)
{
	dir = g_dir_make_tmp ("company-XXXXXX", NULL);
}

static void
tear_down (void)
{
	g_autofree char *command = g_strdup_printf ("rm -rf '%s'", dir);
	ck_assert (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
	g_free (dir);
}

static const struct rn_directory_person *
somebody (const char *role, const char *language)
{
	const GPtrArray *people = hosts[RN_DIRECTORY]->persons;
	for (guint i = 0; i < people->len; i++) {
		const struct rn_directory_person *person = people->pdata[i];
		if (g_str_equal (person->role, role) && g_str_equal (person->language, language))
			return person;
	}
	ck_abort_msg ("nobody is a %s who speaks %s", role, language);
}

static void
list_people (void)
{
	g_autoptr (GError) error = NULL;
	ck_assert (hosts[RN_DIRECTORY]->provider->ops.directory->list (parts[RN_DIRECTORY], &error));
}

static void
at (rn_time now)
{
	for (enum rn_provides kind = RN_SOURCE; kind <= RN_DIRECTORY; kind++)
		hosts[kind]->now = now;
}

/* A mail of the program to one person. `body` is what follows the common header. */
static void
mail (const char *to, const char *token, const char *subject, const char *body)
{
	g_autofree char *text = g_strdup_printf (
		"From: Mentoring <" PROGRAM ">\r\nTo: <%s>\r\nReply-To: <mentoring+%s@company.example>\r\nSubject: %s\r\n"
		"Date: Mon, 02 Mar 2026 09:00:00 +0000\r\nMessage-ID: <%s.%" G_GINT64_FORMAT "@company.example>\r\n"
		"Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n%s",
		to, token, subject, token, last_row, body);
	struct rn_outgoing outgoing = { .row = ++last_row, .sender = PROGRAM, .recipient = to };
	g_autoptr (GError) error = NULL;
	rn_fake_letter (hosts[RN_TRANSPORT], last_row, text);
	ck_assert (hosts[RN_TRANSPORT]->provider->ops.transport->send (parts[RN_TRANSPORT], &outgoing, 1, &error));
}

static gboolean
rest (void)
{
	return hosts[RN_TRANSPORT]->provider->ops.transport->rest (parts[RN_TRANSPORT]);
}

/* Polls whenever somebody wrote, until `until`. */
static void
live (rn_time until)
{
	const struct rn_source_ops *source = hosts[RN_SOURCE]->provider->ops.source;
	for (rn_time now = 0; now < until + 1;) {
		g_autoptr (GError) error = NULL;
		at (now = source->pass (parts[RN_SOURCE], until + 1));
		const struct rn_cursor cursor = { .validity = 1, .uid = last_uid };
		ck_assert (source->poll (parts[RN_SOURCE], &cursor, &error));
		if (hosts[RN_SOURCE]->mails->len > 0)
			last_uid = rn_fake_mail_at (hosts[RN_SOURCE], hosts[RN_SOURCE]->mails->len - 1)->uid;
	}
	at (until);
}

#define PLAIN "Content-Type: text/plain; charset=utf-8\r\n\r\n"
#define OFFER PLAIN "Hello,\r\n\r\nwould you like to be paired with Jo Doe about cloud?\r\n\r\n" \
	"Please reply with YES or NO.\r\n\r\n-- \r\nMentoring\r\n"
#define OFFER_WITHOUT_WORDS \
	PLAIN "Hello,\r\n\r\nyou could be paired with Jo Doe about cloud.\r\n\r\n-- \r\nReply with YES or NO.\r\n"
#define FORM PLAIN "Hello,\r\n\r\n1. How was it?\r\n   (1 = not at all, 5 = very much)\r\n\r\n2. Would you go on?\r\n" \
	"   (yes or no)\r\n\r\n3. What did you learn?\r\n   (in your own words)\r\n\r\n-- \r\nMentoring\r\n"
#define DID_YOU_MEET PLAIN "Hello,\r\n\r\ndid you two meet? Please reply with YES or NO.\r\n"
#define TASK PLAIN "Please call Jo Doe.\r\n\r\nReply with DONE or LATER.\r\n"

static char *
invitation_to (const char *uid, const char *method, int sequence, const char *start, const char *token)
{
	return g_strdup_printf (
		"Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\n" PLAIN "You are invited.\r\n"
		"--b\r\nContent-Type: text/calendar; method=%s; charset=utf-8\r\n\r\n"
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nMETHOD:%s\r\nBEGIN:VEVENT\r\nUID:%s@company.example\r\n"
		"DTSTAMP:20260302T090000Z\r\nDTSTART:%s\r\nDURATION:PT1H\r\nSEQUENCE:%d\r\nSUMMARY:Cloud\\, first\r\n"
		"ORGANIZER;CN=Mentoring:mailto:mentoring+%s@company.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n",
		method, method, uid, start, sequence, token);
}

static char *
invitation (const char *method, int sequence, const char *start, const char *token)
{
	return invitation_to ("first", method, sequence, start, token);
}

/* The raw mails that came from an address or its owner, joined. */
static char *
heard (void)
{
	GString *all = g_string_new (NULL);
	for (guint i = 0; i < hosts[RN_SOURCE]->mails->len; i++) {
		gsize size;
		const char *bytes = g_bytes_get_data (rn_fake_mail_at (hosts[RN_SOURCE], i)->bytes, &size);
		g_string_append_len (all, bytes, (gssize) size);
	}
	return g_string_free (all, FALSE);
}

/* ---- The same seed, the same bytes ------------------------------------------------------ */

/* Everybody is asked everything; gives the digest of all.mbox. */
static char *
half_a_year (const char *folder, const char *seed)
{
	g_autofree char *path = g_build_filename (dir, folder, NULL), *mbox = g_build_filename (path, "all.mbox", NULL);
	open_company (path, seed);
	list_people ();
	const GPtrArray *people = hosts[RN_DIRECTORY]->persons;
	for (guint round = 0; round < 8; round++) {
		for (guint i = 0; i < people->len; i++) {
			const struct rn_directory_person *person = people->pdata[i];
			g_autofree char *token = g_strdup_printf ("t%u-%u", round, i);
			g_autofree char *invite = invitation ("REQUEST", (int) round,
			                                      round % 2 ? "20260812T100000Z" : "20260811T130000Z", token);
			mail (person->address, token, "Question",
			      round % 4 == 0 ? OFFER : round % 4 == 1 ? invite : round % 4 == 2 ? FORM : OFFER);
		}
		live (MONDAY + (round + 1) * 20 * RN_DAY);
	}
	ck_assert_uint_gt (hosts[RN_SOURCE]->mails->len, people->len);
	close_company ();
	g_autofree char *text = NULL;
	gsize size;
	g_autoptr (GError) error = NULL;
	g_file_get_contents (mbox, &text, &size, &error);
	rn_assert_no_error (error);
	return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, size);
}

START_TEST (equal_seeds_give_equal_bytes_in_any_folder_and_zone)
{
	g_setenv ("TZ", "Pacific/Auckland", TRUE);
	tzset ();
	g_autofree char *here = half_a_year ("here", "7");
	g_setenv ("TZ", "America/Caracas", TRUE);
	tzset ();
	g_autofree char *there = half_a_year ("there", "7");
	ck_assert_str_eq (here, there);
}
END_TEST

START_TEST (another_seed_gives_other_bytes)
{
	g_autofree char *one = half_a_year ("one", "7"), *other = half_a_year ("other", "8");
	ck_assert_str_ne (one, other);
}
END_TEST

/* ---- Dialogues ------------------------------------------------------------------------------ */

/* Whether any of 30 mentors answers; `body` decides. */
static guint
answers_to (const char *body)
{
	open_company ("", "3");
	list_people ();
	const GPtrArray *people = hosts[RN_DIRECTORY]->persons;
	for (guint i = 0; i < people->len; i++) {
		const struct rn_directory_person *person = people->pdata[i];
		g_autofree char *token = g_strdup_printf ("t%u", i);
		mail (person->address, token, "Question", body);
	}
	live (MONDAY + 60 * RN_DAY);
	g_autofree char *all = heard ();
	guint answers = 0;
	for (const char *found = strstr (all, "In-Reply-To:"); found != NULL; found = strstr (found + 1, "In-Reply-To:"))
		answers++;
	close_company ();
	return answers;
}

START_TEST (an_offer_is_answered_at_its_reply_address_in_working_hours)
{
	open_company ("", "3");
	list_people ();
	const struct rn_directory_person *german = somebody ("mentor", "de");
	for (guint i = 0; i < 5; i++) { /* once she may forget */
		mail (german->address, "tok", "Angebot", OFFER);
		live (hosts[RN_SOURCE]->now + 10 * RN_DAY);
	}
	ck_assert_uint_gt (hosts[RN_SOURCE]->mails->len, 0);
	g_autofree char *all = heard ();
	ck_assert_ptr_nonnull (strstr (all, "<mentoring+tok@company.example>"));
	ck_assert_ptr_nonnull (strstr (all, "In-Reply-To: <tok."));
	g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
	for (guint i = 0; i < hosts[RN_SOURCE]->mails->len; i++) {
		g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (rn_fake_mail_at (hosts[RN_SOURCE], i)->received);
		g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
		ck_assert_int_ge (g_date_time_get_hour (local), 8);
		ck_assert_int_lt (g_date_time_get_hour (local), 18);
	}
	close_company ();
}
END_TEST

/* What came while a mail was handed over is no reason to let time pass either. */
START_TEST (time_stands_still_while_mail_waits)
{
	open_company ("", "3");
	list_people ();
	const struct rn_source_ops *source = hosts[RN_SOURCE]->provider->ops.source;
	const char *mentor = somebody ("mentor", "de")->address;
	rn_time came = MONDAY, end = MONDAY + 20 * RN_DAY;
	for (guint i = 0; i < 5; i++)
		mail (mentor, "tok", "Angebot", OFFER);
	at (came = source->pass (parts[RN_SOURCE], end));
	ck_assert_int_gt (came, MONDAY);
	ck_assert_int_lt (came, end);
	at (end);
	mail (mentor, "tok", "Angebot", OFFER);
	rn_time later = source->pass (parts[RN_SOURCE], end + 20 * RN_DAY);
	ck_assert_int_eq (source->pass (parts[RN_SOURCE], end + 40 * RN_DAY), later);
	ck_assert_int_eq (later, end);
	live (end);
	ck_assert_int_gt (source->pass (parts[RN_SOURCE], end + 20 * RN_DAY), end);
	close_company ();
}
END_TEST

/* People judge by the words above the signature: without them nobody knows that an
 * answer is wanted. */
START_TEST (a_template_that_does_not_ask_gets_fewer_answers)
{
	guint asked = answers_to (OFFER), unasked = answers_to (OFFER_WITHOUT_WORDS);
	ck_assert_msg (asked > 20, "only %u answered a plain question", asked);
	ck_assert_msg (unasked < asked / 3, "%u of %u answered what was not asked", unasked, asked);
}
END_TEST

START_TEST (a_form_is_filled_in)
{
	guint answered = answers_to (FORM);
	ck_assert_msg (answered > 20, "only %u filled the form in", answered);
}
END_TEST

START_TEST (the_coordinator_does_her_tasks)
{
	open_company ("", "5");
	mail ("hr@company.example", "task", "Please help", TASK);
	live (MONDAY + 5 * RN_DAY);
	ck_assert_uint_eq (hosts[RN_SOURCE]->mails->len, 1);
	g_autofree char *all = heard ();
	ck_assert_msg (strstr (all, "In-Reply-To: <task.") != NULL && strstr (all, "hr@company.example") != NULL, "%s", all);
	ck_assert_msg (strcasestr (all, "done") != NULL || strcasestr (all, "erledigt") != NULL, "%s", all);
	close_company ();
}
END_TEST

START_TEST (invitations_are_answered_by_calendar)
{
	g_autofree char *body = invitation ("REQUEST", 0, "20260506T130000Z", "inv");
	open_company ("", "3");
	list_people ();
	const GPtrArray *people = hosts[RN_DIRECTORY]->persons;
	for (guint i = 0; i < people->len; i++)
		mail (((const struct rn_directory_person *) people->pdata[i])->address, "inv", "Invitation", body);
	live (MONDAY + 40 * RN_DAY);
	g_autofree char *all = heard ();
	ck_assert_ptr_nonnull (strstr (all, "METHOD:REPLY"));
	ck_assert_ptr_nonnull (strstr (all, "PARTSTAT=ACCEPTED"));
	ck_assert_ptr_nonnull (strstr (all, "UID:first@company.example"));
	ck_assert_ptr_nonnull (strstr (all, "method=COUNTER"));
	close_company ();
}
END_TEST

/* How often a line of these words stands in what was heard. */
static guint
times (const char *words)
{
	g_autofree char *all = heard (), *line = g_strdup_printf ("\r\n%s\r\n", words);
	guint n = 0;
	for (const char *found = strstr (all, line); found != NULL; found = strstr (found + 1, line))
		n++;
	return n;
}

static guint
yes_and_no (gboolean yes)
{
	return yes ? times ("Yes") + times ("Ja") + times ("Yes, we met.") + times ("Ja, haben wir.")
	           : times ("No") + times ("Nein") + times ("No, we did not.") + times ("Nein, leider nicht.");
}

/* All pairs of neighbours are invited (or not), then asked whether they met; gives
 * the plain answers. */
static void
ask_after_meeting (const char *folder, gboolean invited, guint *yes, guint *no)
{
	open_company (folder, "3");
	list_people ();
	const GPtrArray *people = hosts[RN_DIRECTORY]->persons;
	for (guint i = 0; invited && i < people->len; i++) {
		g_autofree char *uid = g_strdup_printf ("pair%u", i / 2);
		g_autofree char *body = invitation_to (uid, "REQUEST", 0, "20260311T130000Z", "inv");
		mail (((const struct rn_directory_person *) people->pdata[i])->address, "inv", "Invitation", body);
	}
	live (MONDAY + 10 * RN_DAY);
	guint before = yes_and_no (TRUE);
	for (guint i = 0; i < people->len; i++)
		mail (((const struct rn_directory_person *) people->pdata[i])->address, "met", "Your meeting", DID_YOU_MEET);
	live (MONDAY + 25 * RN_DAY);
	*yes = yes_and_no (TRUE) - before;
	*no = yes_and_no (FALSE);
	close_company ();
}

START_TEST (people_say_truly_whether_they_met)
{
	guint yes, no;
	ask_after_meeting ("", FALSE, &yes, &no);
	ck_assert_uint_eq (yes, 0);
	ck_assert_uint_gt (no, 5);
	g_autofree char *ledger = g_build_filename (dir, "company.json", NULL), *json = NULL;
	ask_after_meeting (dir, TRUE, &yes, &no);
	ck_assert_uint_gt (yes, 3);
	ck_assert (g_file_get_contents (ledger, &json, NULL, NULL));
	ck_assert_ptr_nonnull (strstr (json, "\"held\": true"));
}
END_TEST

START_TEST (an_unknown_address_is_refused)
{
	open_company ("", "3");
	mail ("nobody@company.example", "x", "Hello", OFFER);
	const struct rn_fake_sent *sent = rn_fake_sent_at (hosts[RN_TRANSPORT], 0);
	ck_assert_int_eq (sent->delivery.verdict, RN_VERDICT_REFUSED);
	ck_assert_int_eq (sent->delivery.code, 550);
	close_company ();
}
END_TEST

/* Whatever is composed when the company rests was there since it was sent; what cannot be composed
 * was not. */
START_TEST (mail_is_answered_for_at_rest)
{
	open_company ("", "3");
	list_people ();
	for (gint64 i = 0; i < 40; i++)
		mail (rn_fake_person_at (hosts[RN_DIRECTORY], (guint) i)->address, "x", "Hello", OFFER);
	guint at_once = hosts[RN_TRANSPORT]->sent->len; /* to people who are away */
	ck_assert_uint_lt (at_once, 10);
	g_hash_table_remove_all (hosts[RN_TRANSPORT]->letters);
	ck_assert (rest ());
	ck_assert_uint_eq (hosts[RN_TRANSPORT]->sent->len, 40);
	for (guint i = at_once; i < 40; i++)
		ck_assert_int_eq (rn_fake_sent_at (hosts[RN_TRANSPORT], i)->delivery.verdict, RN_VERDICT_REFUSED);
	while (rest ())
		continue;
	live (MONDAY + 10 * RN_DAY);
	ck_assert_uint_le (hosts[RN_SOURCE]->mails->len, at_once);
	close_company ();
}
END_TEST

/* Mail to those who leave comes back as a delivery status; they are no longer listed. */
START_TEST (people_leave)
{
	open_company ("", "11");
	list_people ();
	guint before = hosts[RN_DIRECTORY]->persons->len;
	at (MONDAY + 199 * RN_DAY);
	list_people ();
	guint after = hosts[RN_DIRECTORY]->persons->len - before;
	ck_assert_uint_lt (after, before);
	for (guint i = 0; i < before; i++)
		mail (rn_fake_person_at (hosts[RN_DIRECTORY], i)->address, "x", "Hello", OFFER);
	live (MONDAY + 205 * RN_DAY);
	g_autofree char *all = heard ();
	ck_assert_ptr_nonnull (strstr (all, "report-type=delivery-status"));
	close_company ();
}
END_TEST

static Suite *
make_suite (void)
{
	Suite *suite = suite_create ("company");
	TCase *tests = tcase_create ("company");
	tcase_add_checked_fixture (tests, set_up, tear_down);
	tcase_add_test (tests, equal_seeds_give_equal_bytes_in_any_folder_and_zone);
	tcase_add_test (tests, another_seed_gives_other_bytes);
	tcase_add_test (tests, an_offer_is_answered_at_its_reply_address_in_working_hours);
	tcase_add_test (tests, time_stands_still_while_mail_waits);
	tcase_add_test (tests, a_template_that_does_not_ask_gets_fewer_answers);
	tcase_add_test (tests, a_form_is_filled_in);
	tcase_add_test (tests, the_coordinator_does_her_tasks);
	tcase_add_test (tests, invitations_are_answered_by_calendar);
	tcase_add_test (tests, people_say_truly_whether_they_met);
	tcase_add_test (tests, an_unknown_address_is_refused);
	tcase_add_test (tests, mail_is_answered_for_at_rest);
	tcase_add_test (tests, people_leave);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (make_suite ())

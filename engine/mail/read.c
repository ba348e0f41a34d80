#include "read.h"

#include <string.h>
#include <time.h>

#include "absence.h"
#include "answers.h"
#include "authentication.h"
#include "mail_text.h"
#include "bounce.h"
#include "calendar_parts.h"
#include "calendar_words.h"
#include "classify.h"
#include "complaint.h"
#include "message.h"
#include "reply_text.h"

/* One mail on its way to a reading. */
struct job {
	const rn_message *message;
	const struct rn_read_settings *settings;
	rn_reading *reading;
	char *text;       /* all text parts, before quotes are taken off */
	GTimeZone *zone;  /* of the mail's Date */
	gboolean has_several_senders;
	enum rn_automation automation;
	enum rn_reason automation_reason;
};

/* Reading it brings in what is loaded at first use: tables of words, zones, charsets. */
static const char first_mail[] =
	"From: a@example.com\n"
	"Content-Type: multipart/mixed; boundary=b\n"
	"\n"
	"--b\n"
	"Content-Type: text/plain; charset=windows-1252\n"
	"\n"
	"Yes, on Tuesday at 3. \x96\n"
	"--b\n"
	"Content-Type: text/html\n"
	"\n"
	"<p>Yes.</p>\n"
	"--b\n"
	"Content-Type: text/calendar; method=REPLY\n"
	"\n"
	"BEGIN:VCALENDAR\n"
	"METHOD:REPLY\n"
	"BEGIN:VEVENT\n"
	"UID:1\n"
	"DTSTART;TZID=W. Europe Standard Time:20260302T090000\n"
	"ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.com\n"
	"END:VEVENT\n"
	"END:VCALENDAR\n"
	"--b--\n";

void
rn_read_init (void)
{
	static gsize done;

	if (!g_once_init_enter (&done))
		return;
	rn_message_init ();
	struct rn_read_settings settings = { 0 };
	rn_reading_free (rn_read ((const guint8 *) first_mail, sizeof first_mail - 1, &settings));
	g_once_init_leave (&done, 1);
}

/* ---- Header fields ------------------------------------------------------ */

static void
read_ids (const rn_message *message, rn_reading *reading)
{
	g_auto (GStrv) id = rn_message_ids (message, "Message-ID");
	g_auto (GStrv) in_reply_to = rn_message_ids (message, "In-Reply-To");

	rn_reading_set (&reading->message_id, id[0]);
	rn_reading_set (&reading->in_reply_to, in_reply_to[0]);
	g_strfreev (reading->references);
	reading->references = rn_message_ids (message, "References");
}

/* Where mail was delivered to comes first: it keeps the plus part that carries a token
 * even when To names a list or nobody. */
static void
read_recipients (const rn_message *message, rn_reading *reading)
{
	static const char *const fields[] = { "Delivered-To", "X-Original-To", "To", "Cc" };
	g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);

	for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
		rn_message_addresses (message, fields[i], addresses);
	g_strfreev (reading->recipients);
	g_ptr_array_add (addresses, NULL);
	reading->recipients = (GStrv) g_ptr_array_steal (addresses, NULL);
}

static void
read_header (struct job *job)
{
	rn_reading *reading = job->reading;

	g_free (reading->from);
	g_free (reading->from_name);
	guint n_senders = rn_message_mailbox (job->message, "From", &reading->from, &reading->from_name);
	job->has_several_senders = n_senders > 1 || rn_message_count (job->message, "From") > 1;
	rn_reading_set (&reading->subject, rn_message_field (job->message, "Subject"));
	read_ids (job->message, reading);
	read_recipients (job->message, reading);
	reading->date = rn_message_date (job->message, &job->zone);
	rn_reading_set (&reading->authentication,
	                rn_authentication (job->message, job->settings->authserv_id, reading->from));
	job->automation =
		rn_automation_of (job->message, reading, job->settings->own_domain, &job->automation_reason);
	reading->automatic = job->automation != RN_BY_A_PERSON;
}

/* ---- Reports and other automatic mail ----------------------------------- */

static gboolean
read_complaint (struct job *job)
{
	return rn_complaint_read (job->message, job->reading);
}

static gboolean
read_bounce (struct job *job)
{
	return rn_bounce_read (job->message, job->text, job->reading);
}

static void
keep_words (struct job *job, const struct rn_reply *reply)
{
	rn_reading_set (&job->reading->text, reply->text);
	job->reading->quoted = reply->quoted;
}

/* What the body says without quotes, for kinds whose answers are not in words. */
static void
split_words (struct job *job)
{
	struct rn_reply reply;
	rn_reply_split (job->text, &reply);
	keep_words (job, &reply);
	rn_reply_clear (&reply);
}

static gboolean
read_calendar (struct job *job)
{
	if (!rn_calendar_parts_read (job->message, job->text, job->zone, job->reading))
		return FALSE;
	split_words (job);
	rn_calendar_words_read (job->reading, job->zone);
	return TRUE;
}

static gboolean
read_absence (struct job *job)
{
	return rn_absence_read (job->text, job->automation, job->automation_reason, job->zone, job->reading);
}

/* A sender who merely wants no answer may still have answered us herself. */
static gboolean
read_automatic (struct job *job)
{
	if (job->automation == RN_BY_A_PERSON ||
	    (job->automation == RN_NOT_TO_ANSWER && *job->reading->in_reply_to != '\0'))
		return FALSE;
	split_words (job);
	job->reading->kind = RN_MAIL_AUTO;
	rn_reading_conclude (job->reading, job->automation_reason);
	return TRUE;
}

/* ---- A person ----------------------------------------------------------- */

/* A mail that a button or List-Unsubscribe started may say all in its subject. */
static void
take_subject (struct job *job, struct rn_reply *reply)
{
	const char *subject = job->reading->subject;

	if (!rn_is_blank (reply->text) || reply->filled->len > 0 || reply->quoted || rn_is_blank (subject) ||
	    rn_reading_is_answer (job->reading) || *job->reading->in_reply_to != '\0' || rn_message_n_parts (job->message) > 1 ||
	    rn_message_find (job->message, RN_PART_OTHER) != NULL || rn_message_find (job->message, RN_PART_ENCRYPTED) != NULL)
		return;
	g_free (reply->text);
	reply->text = g_strdup (subject);
	rn_reading_add_note (job->reading, "the subject was read, since there is no text");
}

static gboolean
is_encrypted (const struct job *job, const struct rn_reply *reply)
{
	return (rn_message_find (job->message, RN_PART_ENCRYPTED) != NULL && rn_is_blank (reply->text)) ||
	       g_str_has_prefix (reply->text, "-----BEGIN PGP MESSAGE-----");
}

static enum rn_reason
why_not_read (const struct job *job, const struct rn_reply *reply, const char *partstat)
{
	gboolean is_silent = rn_is_blank (reply->text) && reply->filled->len == 0;
	gboolean is_tnef = rn_message_find (job->message, RN_PART_TNEF) != NULL;

	if (is_tnef && (is_silent || partstat != NULL))
		return RN_REASON_TNEF;
	if (is_encrypted (job, reply))
		return RN_REASON_ENCRYPTED;
	if (partstat != NULL)
		return RN_REASON_SUBJECT_ONLY;
	if (*job->reading->from == '\0')
		return RN_REASON_NO_SENDER;
	return is_silent ? RN_REASON_NO_WORDS : RN_REASON_NONE;
}

static gboolean
read_person (struct job *job)
{
	rn_reading *reading = job->reading;
	const char *partstat = rn_subject_partstat (reading->subject);
	struct rn_reply reply;

	rn_reply_split (job->text, &reply);
	if (partstat == NULL)
		take_subject (job, &reply);
	keep_words (job, &reply);
	enum rn_reason held = why_not_read (job, &reply, partstat);
	if (partstat != NULL)
		rn_reading_add_note (reading, "the subject says %s", partstat);
	if (held == RN_REASON_NONE)
		rn_read_answers (reading, &reply, job->zone);
	else if (held == RN_REASON_SUBJECT_ONLY || (held == RN_REASON_TNEF && partstat != NULL))
		reading->kind = RN_MAIL_CALENDAR;
	rn_reading_conclude (reading, held != RN_REASON_NONE              ? held
	                              : reading->kind == RN_MAIL_FORM ? RN_REASON_FORM
	                                                              : RN_REASON_OWN_WORDS);
	rn_reply_clear (&reply);
	return TRUE;
}

/* ---- All together ------------------------------------------------------- */

/* The first that knows the mail reads it. Answers of calendars may say Auto-Submitted,
 * so they come before automatic mail; bounces carry calendars back, so they come first. */
static gboolean (*const readers[]) (struct job *job) = {
	read_complaint, read_bounce, read_calendar, read_absence, read_automatic, read_person,
};

/* What holds a mail whatever it says. */
static void
hold_back (struct job *job)
{
	rn_reading *reading = job->reading;
	enum rn_reason limit = rn_message_limit (job->message);

	if (limit != RN_REASON_NONE)
		rn_reading_conclude (reading, limit);
	else if (job->has_several_senders && reading->state == RN_MAIL_READABLE && reading->kind != RN_MAIL_BOUNCE)
		rn_reading_conclude (reading, RN_REASON_SEVERAL_SENDERS); /* whom did our receiver authenticate? */
	else if (g_str_equal (reading->authentication, "fail") && reading->state == RN_MAIL_READABLE &&
	         reading->kind != RN_MAIL_BOUNCE)
		rn_reading_conclude (reading, RN_REASON_SENDER_FAILED);
}

static void
bound_text (rn_reading *reading)
{
	if (strlen (reading->text) <= RN_MAX_TEXT)
		return;
	g_autofree char *cut = g_strndup (reading->text, RN_MAX_TEXT);
	rn_reading_set (&reading->text, cut);
	rn_reading_add_note (reading, "only the first %d KiB of the text were kept", RN_MAX_TEXT / 1024);
}

/* What others do on the same machine does not count. The process's own clock moves by
 * ticks while a timer such as rn_reader_clock's runs; the thread's does not. */
static gint64
cpu_microseconds (void)
{
	struct timespec now;
	clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
	return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

rn_reading *
rn_read (const guint8 *bytes, gsize size, const struct rn_read_settings *settings)
{
	gint64 start = cpu_microseconds ();
	g_autoptr (rn_message) message = rn_message_new (bytes, size);
	rn_reading *reading = rn_reading_new ();
	struct job job = { .message = message, .settings = settings, .reading = reading };

	read_header (&job);
	job.text = rn_mail_text (message, reading);
	for (gsize i = 0; i < G_N_ELEMENTS (readers) && !readers[i](&job); i++)
		continue;
	hold_back (&job);
	bound_text (reading);
	g_free (job.text);
	g_time_zone_unref (job.zone);
	reading->microseconds = (int) MIN (cpu_microseconds () - start, G_MAXINT);
	return reading;
}

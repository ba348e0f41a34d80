#include "reading.h"

#include <string.h>

#include "error.h"
#include "members.h"
#include "utf8.h"

static const struct rn_member members[] = {
	RN_MEMBER (RN_MEMBER_INT, rn_reading, kind),
	RN_MEMBER (RN_MEMBER_INT, rn_reading, state),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, reason),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, from),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, from_name),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, subject),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, message_id),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, in_reply_to),
	RN_MEMBER (RN_MEMBER_TIME, rn_reading, date),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, language),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, text),
	RN_MEMBER (RN_MEMBER_FLAG, rn_reading, quoted),
	RN_MEMBER (RN_MEMBER_FLAG, rn_reading, automatic),
	RN_MEMBER (RN_MEMBER_TEXT, rn_reading, authentication),
	RN_MEMBER (RN_MEMBER_TIME, rn_reading, absent_from),
	RN_MEMBER (RN_MEMBER_TIME, rn_reading, absent_until),
	RN_MEMBER (RN_MEMBER_INT, rn_reading, microseconds),
	{ NULL, 0, 0 }
};

static const struct rn_member bounce_members[] = {
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_bounce, recipient),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_bounce, action),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_bounce, status),
	RN_MEMBER (RN_MEMBER_FLAG, struct rn_bounce, permanent),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_bounce, reason),
	{ NULL, 0, 0 }
};

static const struct rn_member calendar_members[] = {
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, method),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, uid),
	RN_MEMBER (RN_MEMBER_INT, struct rn_calendar, sequence),
	RN_MEMBER (RN_MEMBER_TIME, struct rn_calendar, dtstamp),
	RN_MEMBER (RN_MEMBER_TIME, struct rn_calendar, recurrence_id),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, range),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, status),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, attendee),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, sent_by),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, delegated_to),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, partstat),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, organizer),
	RN_MEMBER (RN_MEMBER_TIME, struct rn_calendar, start),
	RN_MEMBER (RN_MEMBER_TIME, struct rn_calendar, end),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, tzid),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, summary),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_calendar, comment),
	{ NULL, 0, 0 }
};

static const struct rn_member answer_members[] = {
	RN_MEMBER (RN_MEMBER_INT, struct rn_answer, intent),
	RN_MEMBER (RN_MEMBER_INT, struct rn_answer, question),
	RN_MEMBER (RN_MEMBER_INT, struct rn_answer, confidence),
	RN_MEMBER (RN_MEMBER_TEXT, struct rn_answer, value),
	{ NULL, 0, 0 }
};

static const char *const kinds[RN_MAIL_KINDS] = {
	[RN_MAIL_REPLY] = "reply", [RN_MAIL_CALENDAR] = "calendar", [RN_MAIL_BOUNCE] = "bounce",
	[RN_MAIL_ABSENCE] = "absence", [RN_MAIL_AUTO] = "auto", [RN_MAIL_COMPLAINT] = "complaint",
	[RN_MAIL_FORM] = "form",
};

static const char *const states[RN_MAIL_STATES] = {
	[RN_MAIL_READABLE] = "readable", [RN_MAIL_IGNORED] = "ignored", [RN_MAIL_HELD] = "held",
	[RN_MAIL_ERROR] = "error",
};

static const char *const intents[RN_INTENTS] = {
	[RN_INTENT_YES] = "yes", [RN_INTENT_NO] = "no", [RN_INTENT_LATER] = "later",
	[RN_INTENT_NUMBER] = "number", [RN_INTENT_DATE] = "date", [RN_INTENT_TEXT] = "text",
	[RN_INTENT_HELP] = "help", [RN_INTENT_STOP] = "stop", [RN_INTENT_ELSEWHERE] = "elsewhere",
	[RN_INTENT_WHY] = "why", [RN_INTENT_UNDO] = "undo",
};

const char *
rn_mail_kind_name (enum rn_mail_kind kind)
{
	return kinds[kind];
}

const char *
rn_mail_state_name (enum rn_mail_state state)
{
	return states[state];
}

const char *
rn_intent_name (enum rn_intent intent)
{
	return intents[intent];
}

static void
bounce_free (gpointer data)
{
	rn_members_clear (bounce_members, data);
	g_free (data);
}

static void
answer_free (gpointer data)
{
	rn_members_clear (answer_members, data);
	g_free (data);
}

static void
calendar_free (gpointer data)
{
	rn_calendar_free (data);
}

rn_reading *
rn_reading_new (void)
{
	rn_reading *reading = g_new0 (rn_reading, 1);

	rn_members_init (members, reading);
	reading->references = g_new0 (char *, 1);
	reading->recipients = g_new0 (char *, 1);
	reading->bounces = g_ptr_array_new_with_free_func (bounce_free);
	reading->calendar = g_ptr_array_new_with_free_func (calendar_free);
	reading->answers = g_ptr_array_new_with_free_func (answer_free);
	reading->notes = g_ptr_array_new_with_free_func (g_free);
	return reading;
}

void
rn_reading_free (rn_reading *reading)
{
	if (reading == NULL)
		return;
	rn_members_clear (members, reading);
	g_strfreev (reading->references);
	g_strfreev (reading->recipients);
	g_ptr_array_unref (reading->bounces);
	g_ptr_array_unref (reading->calendar);
	g_ptr_array_unref (reading->answers);
	g_ptr_array_unref (reading->notes);
	g_free (reading);
}

struct rn_bounce *
rn_reading_add_bounce (rn_reading *reading)
{
	struct rn_bounce *bounce = g_new0 (struct rn_bounce, 1);
	rn_members_init (bounce_members, bounce);
	g_ptr_array_add (reading->bounces, bounce);
	return bounce;
}

struct rn_calendar *
rn_reading_add_calendar (rn_reading *reading)
{
	struct rn_calendar *calendar = rn_calendar_new ();
	g_ptr_array_add (reading->calendar, calendar);
	return calendar;
}

struct rn_answer *
rn_reading_add_answer (rn_reading *reading, enum rn_intent intent, int question, const char *value, int confidence)
{
	struct rn_answer *answer = g_new0 (struct rn_answer, 1);
	answer->intent = intent;
	answer->question = question;
	answer->value = g_strdup (value != NULL ? value : "");
	answer->confidence = confidence;
	g_ptr_array_add (reading->answers, answer);
	return answer;
}

void
rn_reading_add_note (rn_reading *reading, const char *format, ...)
{
	va_list arguments;
	va_start (arguments, format);
	g_ptr_array_add (reading->notes, g_strdup_vprintf (format, arguments));
	va_end (arguments);
}

void
rn_reading_set (char **member, const char *text)
{
	text = text != NULL ? text : "";
	char *copy = rn_utf8_make_valid (text, strlen (text));
	g_free (*member);
	*member = copy;
}

/* ---- To bytes ------------------------------------------------------------ */

static void
pack_bounce (GByteArray *pack, gconstpointer bounce)
{
	rn_members_pack (bounce_members, bounce, pack);
}

static void
pack_calendar (GByteArray *pack, gconstpointer row)
{
	const struct rn_calendar *calendar = row;

	rn_members_pack (calendar_members, calendar, pack);
	rn_pack_list (pack, (const char *const *) calendar->attendees);
	rn_pack_list (pack, (const char *const *) calendar->partstats);
	rn_pack_number (pack, calendar->occurrences->len);
	for (guint i = 0; i < calendar->occurrences->len; i++)
		rn_pack_number (pack, g_array_index (calendar->occurrences, rn_time, i));
}

static void
pack_answer (GByteArray *pack, gconstpointer answer)
{
	rn_members_pack (answer_members, answer, pack);
}

static void
pack_note (GByteArray *pack, gconstpointer note)
{
	rn_pack_text (pack, note);
}

static void
pack_rows (GByteArray *pack, const GPtrArray *rows, void (*pack_row) (GByteArray *pack, gconstpointer row))
{
	rn_pack_number (pack, rows->len);
	for (guint i = 0; i < rows->len; i++)
		pack_row (pack, g_ptr_array_index (rows, i));
}

void
rn_reading_pack_into (const rn_reading *reading, GByteArray *pack)
{
	rn_members_pack (members, reading, pack);
	rn_pack_list (pack, (const char *const *) reading->references);
	rn_pack_list (pack, (const char *const *) reading->recipients);
	pack_rows (pack, reading->bounces, pack_bounce);
	pack_rows (pack, reading->calendar, pack_calendar);
	pack_rows (pack, reading->answers, pack_answer);
	pack_rows (pack, reading->notes, pack_note);
}

GBytes *
rn_reading_pack (const rn_reading *reading)
{
	GByteArray *pack = g_byte_array_sized_new (1024);

	rn_reading_pack_into (reading, pack);
	return g_byte_array_free_to_bytes (pack);
}

/* ---- From bytes ----------------------------------------------------------- */

/* FALSE with an error when an enumeration is out of range. */
static gboolean
check_range (const char *name, int number, int end, GError **error)
{
	if (number >= 0 && number < end)
		return TRUE;
	g_set_error (error, RN_ERROR, RN_ERROR_DATA, "The reading's “%s” is %d, where 0 to %d are known.", name, number,
	             end - 1);
	return FALSE;
}

static void
unpack_bounces (struct rn_unpack *unpack, rn_reading *reading)
{
	for (gsize n = rn_unpack_rows (unpack); n > 0 && !unpack->is_bad; n--)
		rn_members_unpack (bounce_members, rn_reading_add_bounce (reading), unpack);
}

static void
unpack_calendar (struct rn_unpack *unpack, rn_reading *reading)
{
	for (gsize n = rn_unpack_rows (unpack); n > 0 && !unpack->is_bad; n--) {
		struct rn_calendar *calendar = rn_reading_add_calendar (reading);
		rn_members_unpack (calendar_members, calendar, unpack);
		rn_unpack_list (unpack, &calendar->attendees);
		rn_unpack_list (unpack, &calendar->partstats);
		for (gsize starts = rn_unpack_rows (unpack); starts > 0 && !unpack->is_bad; starts--) {
			rn_time start = rn_unpack_number (unpack);
			g_array_append_val (calendar->occurrences, start);
		}
	}
}

static gboolean
unpack_answers (struct rn_unpack *unpack, rn_reading *reading, GError **error)
{
	for (gsize n = rn_unpack_rows (unpack); n > 0 && !unpack->is_bad; n--) {
		struct rn_answer *answer = rn_reading_add_answer (reading, RN_INTENT_TEXT, 0, "", 0);
		rn_members_unpack (answer_members, answer, unpack);
		if (!check_range ("intent", (int) answer->intent, RN_INTENTS, error))
			return FALSE;
	}
	return TRUE;
}

static void
unpack_notes (struct rn_unpack *unpack, rn_reading *reading)
{
	for (gsize n = rn_unpack_rows (unpack); n > 0 && !unpack->is_bad; n--)
		g_ptr_array_add (reading->notes, rn_unpack_text (unpack));
}

static gboolean
check_whole (const struct rn_unpack *unpack, GError **error)
{
	if (!unpack->is_bad && unpack->at == unpack->end)
		return TRUE;
	g_set_error_literal (error, RN_ERROR, RN_ERROR_DATA, "The bytes are no reading.");
	return FALSE;
}

rn_reading *
rn_reading_unpack (const guint8 *bytes, gsize size, GError **error)
{
	g_autoptr (rn_reading) reading = rn_reading_new ();
	const guint8 *start = bytes != NULL ? bytes : (const guint8 *) ""; /* GVariant's array of no bytes */
	struct rn_unpack unpack = { .at = start, .end = start + size };

	rn_members_unpack (members, reading, &unpack);
	rn_unpack_list (&unpack, &reading->references);
	rn_unpack_list (&unpack, &reading->recipients);
	unpack_bounces (&unpack, reading);
	unpack_calendar (&unpack, reading);
	if (!unpack_answers (&unpack, reading, error))
		return NULL;
	unpack_notes (&unpack, reading);
	if (!check_whole (&unpack, error) || !check_range ("kind", (int) reading->kind, RN_MAIL_KINDS, error) ||
	    !check_range ("state", (int) reading->state, RN_MAIL_STATES, error))
		return NULL;
	return g_steal_pointer (&reading);
}

#define RN_MAX_PREFIX 5 /* letters of "Re", "AW", "Antw", "Fwd" … */

/* Behind "Re:" or "Re[2]:", or NULL. */
static const char *
behind_prefix (const char *subject)
{
	gsize size = strcspn (subject, ":[ ");
	const char *colon = subject + size;

	if (*colon == '[')
		colon += strspn (colon, "[0123456789]");
	if (size == 0 || *colon != ':' || g_utf8_strlen (subject, (gssize) size) > RN_MAX_PREFIX)
		return NULL;
	return colon + 1 + strspn (colon + 1, " ");
}

const char *
rn_reading_topic (const rn_reading *reading)
{
	const char *topic = reading->subject;

	for (const char *next = behind_prefix (topic); next != NULL; next = behind_prefix (topic))
		topic = next;
	return topic;
}

gboolean
rn_reading_is_answer (const rn_reading *reading)
{
	return rn_reading_topic (reading) != reading->subject;
}

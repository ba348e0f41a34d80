#include "explain.h"

#include <string.h>

#include "clock.h"
#include "reading_words.h"

/* ---- JSON (RFC 8259), straight into the line: a library's tree of nodes would cost
 * more than reading the mail does. ---------------------------------------- */

static void
add_text (GString *json, const char *text)
{
	g_string_append_c (json, '"');
	for (gsize plain; *text != '\0'; text += plain) {
		for (plain = 0; (guchar) text[plain] >= ' ' && text[plain] != '"' && text[plain] != '\\' && text[plain] != 0x7f;)
			plain++;
		g_string_append_len (json, text, (gssize) plain);
		if (text[plain] == '\0')
			break;
		if (text[plain] == '\n')
			g_string_append (json, "\\n");
		else if (text[plain] == '"' || text[plain] == '\\')
			g_string_append_printf (json, "\\%c", text[plain]);
		else
			g_string_append_printf (json, "\\u%04x", (guint) (guchar) text[plain]);
		plain++;
	}
	g_string_append_c (json, '"');
}

/* The comma, unless something was just opened, and the key. */
static void
add_key (GString *json, const char *key)
{
	char last = json->len > 0 ? json->str[json->len - 1] : '{';
	if (last != '{' && last != '[')
		g_string_append_c (json, ',');
	if (key == NULL)
		return;
	add_text (json, key);
	g_string_append_c (json, ':');
}

static void
put_text (GString *json, const char *key, const char *text)
{
	add_key (json, key);
	if (g_utf8_validate (text, -1, NULL)) {
		add_text (json, text);
		return;
	}
	g_autofree char *valid = g_utf8_make_valid (text, -1);
	add_text (json, valid);
}

static void
put_number (GString *json, const char *key, gint64 number)
{
	add_key (json, key);
	g_string_append_printf (json, "%" G_GINT64_FORMAT, number);
}

static void
put_flag (GString *json, const char *key, gboolean flag)
{
	add_key (json, key);
	g_string_append (json, flag ? "true" : "false");
}

static void
put_time (GString *json, const char *key, rn_time at)
{
	g_autofree char *text = rn_time_text (at);
	add_key (json, key);
	if (*text == '\0')
		g_string_append (json, "null");
	else
		add_text (json, text);
}

static void
put_times (GString *json, const char *key, const GArray *times)
{
	add_key (json, key);
	g_string_append_c (json, '[');
	for (guint i = 0; i < times->len; i++)
		put_time (json, NULL, g_array_index (times, rn_time, i));
	g_string_append_c (json, ']');
}

/* A date, unless a time of day was said; see absence.h. */
static void
put_day (GString *json, const char *key, rn_time at)
{
	g_autofree char *text = rn_time_text (at);
	char *clock = strchr (text, 'T');

	if (clock == NULL) {
		put_time (json, key, at);
		return;
	}
	if (g_str_equal (clock, "T00:00:00Z") || g_str_equal (clock, "T23:59:59Z"))
		*clock = '\0';
	put_text (json, key, text);
}

static void
put_absence (GString *json, const rn_reading *reading)
{
	add_key (json, "absence");
	if (reading->kind != RN_MAIL_ABSENCE) {
		g_string_append (json, "null");
		return;
	}
	g_string_append_c (json, '{');
	put_day (json, "from", reading->absent_from);
	put_day (json, "until", reading->absent_until);
	g_string_append_c (json, '}');
}

static void
add_bounce (GString *json, gconstpointer row)
{
	const struct rn_bounce *bounce = row;
	g_string_append_c (json, '{');
	put_text (json, "recipient", bounce->recipient);
	put_text (json, "action", bounce->action);
	put_text (json, "status", bounce->status);
	put_flag (json, "permanent", bounce->permanent);
	put_text (json, "reason", bounce->reason);
	g_string_append_c (json, '}');
}

static void
add_calendar (GString *json, gconstpointer row)
{
	const struct rn_calendar *calendar = row;
	g_string_append_c (json, '{');
	put_text (json, "method", calendar->method);
	put_text (json, "uid", calendar->uid);
	put_number (json, "sequence", calendar->sequence);
	put_time (json, "dtstamp", calendar->dtstamp);
	put_time (json, "recurrence_id", calendar->recurrence_id);
	put_text (json, "range", calendar->range);
	put_text (json, "attendee", calendar->attendee);
	put_text (json, "sent_by", calendar->sent_by);
	put_text (json, "delegated_to", calendar->delegated_to);
	put_text (json, "partstat", calendar->partstat);
	put_text (json, "organizer", calendar->organizer);
	put_time (json, "start", calendar->start);
	put_time (json, "end", calendar->end);
	put_text (json, "tzid", calendar->tzid);
	put_text (json, "summary", calendar->summary);
	put_text (json, "comment", calendar->comment);
	put_text (json, "status", calendar->status);
	put_times (json, "occurrences", calendar->occurrences);
	g_string_append_c (json, '}');
}

static void
add_answer (GString *json, gconstpointer row)
{
	const struct rn_answer *answer = row;
	g_string_append_c (json, '{');
	put_text (json, "intent", rn_intent_name (answer->intent));
	put_text (json, "value", answer->value);
	put_number (json, "confidence", answer->confidence);
	put_number (json, "question", answer->question);
	g_string_append_c (json, '}');
}

static void
add_note (GString *json, gconstpointer row)
{
	add_text (json, row);
}

static void
put_rows (GString *json, const char *key, const GPtrArray *rows, void (*add) (GString *json, gconstpointer row))
{
	add_key (json, key);
	g_string_append_c (json, '[');
	for (guint i = 0; i < rows->len; i++) {
		add_key (json, NULL);
		add (json, g_ptr_array_index (rows, i));
	}
	g_string_append_c (json, ']');
}

static void
put_configured (GString *json, const struct rn_explained *explained)
{
	if (explained->outcome == NULL)
		return;
	put_text (json, "person", explained->person != NULL ? explained->person : "");
	put_text (json, "about", explained->about != NULL ? explained->about : "");
	add_key (json, "would");
	g_string_append_c (json, '[');
	for (const char *const *would = explained->would; would != NULL && *would != NULL; would++)
		put_text (json, NULL, *would);
	g_string_append_c (json, ']');
}

char *
rn_explain_json (const struct rn_explained *explained)
{
	const rn_reading *reading = explained->reading;
	GString *json = g_string_sized_new (2048);

	g_string_append_c (json, '{');
	put_text (json, "file", explained->file);
	put_number (json, "index", explained->index);
	put_text (json, "kind", rn_mail_kind_name (reading->kind));
	put_text (json, "outcome", explained->outcome != NULL ? explained->outcome : rn_mail_state_name (reading->state));
	put_text (json, "reason", explained->reason != NULL ? explained->reason : reading->reason);
	put_text (json, "from", reading->from);
	put_text (json, "subject", reading->subject);
	put_text (json, "message_id", reading->message_id);
	put_text (json, "in_reply_to", reading->in_reply_to);
	put_text (json, "language", reading->language);
	put_text (json, "text", reading->text);
	put_flag (json, "quoted", reading->quoted);
	put_flag (json, "automatic", reading->automatic);
	put_absence (json, reading);
	put_rows (json, "bounce", reading->bounces, add_bounce);
	put_rows (json, "calendar", reading->calendar, add_calendar);
	put_rows (json, "answers", reading->answers, add_answer);
	put_rows (json, "notes", reading->notes, add_note);
	put_configured (json, explained);
	if (explained->with_timing) {
		add_key (json, "milliseconds");
		g_string_append_printf (json, "%d.%03d", reading->microseconds / 1000, reading->microseconds % 1000);
	}
	g_string_append_c (json, '}');
	return g_string_free (json, FALSE);
}

/* ---- Six lines for people ----------------------------------------------- */

#define RN_MAX_LINE 160 /* bytes of foreign text on a line */

/* Foreign text on one line, without control characters that a terminal obeys. */
static void
add_line (GString *line, const char *text)
{
	gsize limit = line->len + RN_MAX_LINE;
	g_autofree char *valid = g_utf8_make_valid (text, -1);

	for (const char *at = valid; *at != '\0' && line->len < limit; at = g_utf8_next_char (at)) {
		gunichar sign = g_utf8_get_char (at);
		g_string_append_unichar (line, g_unichar_isspace (sign) || !g_unichar_isprint (sign) ? ' ' : sign);
	}
}

static void
say_calendar (GString *line, const rn_reading *reading)
{
	for (guint i = 0; i < reading->calendar->len; i++) {
		const struct rn_calendar *c = g_ptr_array_index (reading->calendar, i);
		g_autofree char *start = rn_time_text (c->start);
		g_string_append (line, i > 0 ? "; " : "");
		add_line (line, c->method);
		g_string_append_c (line, ' ');
		add_line (line, c->attendee);
		g_string_append_c (line, ' ');
		add_line (line, c->partstat);
		g_string_append_printf (line, " %s", start);
	}
}

static void
say_bounces (GString *line, const rn_reading *reading)
{
	for (guint i = 0; i < reading->bounces->len; i++) {
		const struct rn_bounce *bounce = g_ptr_array_index (reading->bounces, i);
		g_string_append (line, i > 0 ? "; " : "");
		add_line (line, bounce->recipient);
		g_string_append_printf (line, " %s %s%s: ", bounce->action, bounce->status, bounce->permanent ? " for good" : "");
		add_line (line, bounce->reason);
	}
}

static void
say_absence (GString *line, const rn_reading *reading)
{
	g_autofree char *from = rn_time_text (reading->absent_from);
	g_autofree char *until = rn_time_text (reading->absent_until);
	g_string_append_printf (line, "away%s%s%s%s", *from != '\0' ? " from " : "", from, *until != '\0' ? " until " : "", until);
}

static void
say_answers (GString *line, const rn_reading *reading)
{
	for (guint i = 0; i < reading->answers->len; i++) {
		const struct rn_answer *answer = g_ptr_array_index (reading->answers, i);
		g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", rn_intent_name (answer->intent));
		if (*answer->value != '\0')
			g_string_append_c (line, ' ');
		add_line (line, answer->value);
		g_string_append_printf (line, " (%d %%)", answer->confidence);
	}
	if (reading->answers->len > 0)
		g_string_append (line, ": ");
	add_line (line, reading->text);
}

static void
say (GString *line, const rn_reading *reading)
{
	static void (*const says[RN_MAIL_KINDS]) (GString *line, const rn_reading *reading) = {
		[RN_MAIL_CALENDAR] = say_calendar, [RN_MAIL_BOUNCE] = say_bounces, [RN_MAIL_COMPLAINT] = say_bounces,
		[RN_MAIL_ABSENCE] = say_absence, [RN_MAIL_REPLY] = say_answers, [RN_MAIL_FORM] = say_answers,
		[RN_MAIL_AUTO] = say_answers,
	};
	says[reading->kind](line, reading);
}

static void
say_notes (GString *line, const struct rn_explained *explained)
{
	const GPtrArray *notes = explained->reading->notes;
	gsize before = line->len;

	for (guint i = 0; i < notes->len; i++) {
		g_string_append (line, i > 0 ? "; " : "");
		add_line (line, g_ptr_array_index (notes, i));
	}
	for (const char *const *would = explained->would; would != NULL && *would != NULL; would++) {
		g_string_append (line, would > explained->would || notes->len > 0 ? "; " : "");
		add_line (line, *would);
	}
	if (explained->with_timing)
		g_string_append_printf (line, "%s%d.%03d ms", notes->len > 0 ? "; " : "", explained->reading->microseconds / 1000,
		                        explained->reading->microseconds % 1000);
	if (line->len == before)
		g_string_append (line, "none");
}

char *
rn_explain_text (const struct rn_explained *explained)
{
	const rn_reading *reading = explained->reading;
	GString *text = g_string_sized_new (512);

	add_line (text, explained->file);
	g_string_append_printf (text, " %" G_GINT64_FORMAT "\n  from     ", explained->index);
	add_line (text, explained->person != NULL && *explained->person != '\0' ? explained->person : reading->from);
	g_string_append (text, "\n  subject  ");
	add_line (text, reading->subject);
	g_string_append_printf (text, "\n  read as  %s, %s%s%s: %s", rn_mail_kind_name (reading->kind),
	                        explained->outcome != NULL ? explained->outcome : rn_mail_state_name (reading->state),
	                        explained->reason != NULL ? " because " : "", explained->reason != NULL ? explained->reason : "",
	                        rn_reason_word (rn_reason_from_word (reading->reason))->meaning);
	g_string_append (text, "\n  says     ");
	say (text, reading);
	g_string_append (text, "\n  notes    ");
	say_notes (text, explained);
	g_string_append_c (text, '\n');
	return g_string_free (text, FALSE);
}

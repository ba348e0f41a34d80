/* What is mailed about a poll: the times, and what was understood of an answer. */
#include "polls.h"

#include "clock.h"
#include "diary.h"
#include "heard.h"
#include "mailing.h"
#include "poll_parts.h"
#include "records.h"
#include "topic.h"
#include "when_text.h"
#include "task_phrases.h"
#include "wishes.h"
#include "zone.h"

/* The lines of some of the times, numbered as they were proposed. */
static void
add_lines (GByteArray *fields, const rn_poll *poll, gint64 which, const rn_person *person)
{
	rn_bundle_open (fields, "slots", RN_BUNDLE_LIST);
	for (guint n = 0; n < rn_poll_slots (poll); n++) {
		rn_time start = rn_poll_slot (poll, n);
		g_autofree char *when = rn_turn_when (person, start, start + poll->length);
		if ((which & 1 << n) == 0)
			continue;
		rn_bundle_open (fields, NULL, RN_BUNDLE_TABLE);
		rn_bundle_number (fields, "number", n + 1);
		rn_bundle_text (fields, "when", when);
		rn_bundle_close (fields);
	}
	rn_bundle_close (fields);
}

/* What every mail of a poll tells. */
static gboolean
add_fields (rn_turn *turn, rn_poll *poll, const rn_person *to, GByteArray *fields, GError **error)
{
	g_autoptr (rn_person) other = rn_load (turn->db, &rn_person_kind, rn_poll_other (poll, to->record.id), error);
	g_autoptr (rn_pairing) pairing = other != NULL ? rn_load (turn->db, &rn_pairing_kind, poll->pairing, error) : NULL;
	g_autoptr (rn_topic) topic = pairing != NULL ? rn_load (turn->db, &rn_topic_kind, pairing->topic, error) : NULL;
	g_autoptr (rn_meeting) meeting = poll->meeting != 0 ? rn_load (turn->db, &rn_meeting_kind, poll->meeting, NULL) : NULL;
	g_autofree char *now_at = meeting != NULL ? rn_turn_when (to, meeting->start, meeting->ends) : NULL;

	if (topic == NULL)
		return FALSE;
	rn_bundle_text (fields, "other_name", other->name);
	rn_bundle_text (fields, "topic", topic->title);
	rn_bundle_number (fields, "number", pairing->meetings + 1);
	rn_bundle_text (fields, "now_at", now_at != NULL ? now_at : "");
	return TRUE;
}

/* Whether the calendars that say anything of her say that she is free at all of them. */
static gboolean
is_known_free (rn_turn *turn, const rn_poll *poll, rn_person *person)
{
	g_auto (rn_diary) diary = { NULL };

	if (!rn_diary_open (&diary, turn, &person, 1, turn->now, poll->meeting, NULL))
		return FALSE;
	for (guint n = 0; n < rn_poll_slots (poll); n++)
		if (!rn_diary_knows (&diary, 0, rn_poll_slot (poll, n), rn_poll_slot (poll, n) + poll->length))
			return FALSE;
	return TRUE;
}

static gboolean
is_midnight (rn_time at, GTimeZone *zone)
{
	return rn_zone_local (zone, at) % RN_DAY == 0;
}

/* "Tuesday, 17 March 2026", "… – …" for several days, with hours when it is not days. */
static char *
wish_text (const struct rn_wish *wish, const rn_person *person, GTimeZone *zone)
{
	rn_time start = wish->span.start, end = wish->span.end;

	if (end != RN_NEVER && (start == end || !is_midnight (start, zone) || !is_midnight (end, zone)))
		return rn_turn_when (person, start, start == end ? 0 : end);
	g_autofree char *first = rn_day_text (start, person->zone, person->language);
	g_autofree char *last = end != RN_NEVER ? rn_day_text (end - 1, person->zone, person->language) : g_strdup (first);
	return g_str_equal (first, last) ? g_steal_pointer (&first) : g_strconcat (first, " – ", last, NULL);
}

/* What was said about when, in her words of time. */
static void
add_wishes (GByteArray *fields, GStrv words, const rn_person *person)
{
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, NULL);

	rn_bundle_open (fields, "wishes", RN_BUNDLE_LIST);
	for (; zone != NULL && *words != NULL; words++) {
		struct rn_wish wish;
		if (!rn_wish_parse (*words, zone, &wish))
			continue;
		g_autofree char *when = wish_text (&wish, person, zone);
		rn_bundle_open (fields, NULL, RN_BUNDLE_TABLE);
		rn_bundle_text (fields, "when", when);
		rn_bundle_flag (fields, "excluded", wish.is_excluded);
		rn_bundle_flag (fields, "weekly", wish.every > RN_DAY);
		rn_bundle_flag (fields, "daily", wish.every == RN_DAY);
		rn_bundle_flag (fields, "onwards", wish.span.end == RN_NEVER);
		rn_bundle_close (fields);
	}
	rn_bundle_close (fields);
}

/* The phrase of tasks.ini around what stands in `text` already, which it replaces. */
static void
put_into (rn_turn *turn, const char *language, const char *key, char **text)
{
	char *whole = rn_task_phrase (turn, language, "wishes", key, "when", *text);

	g_free (*text);
	*text = whole;
}

char *
rn_poll_said_text (rn_turn *turn, const rn_person *person, GStrv words, const char *language)
{
	rn_person as_read = *person; /* her clock, the reader's language */
	g_autoptr (GTimeZone) zone = rn_zone (person->zone, NULL);
	GString *said = g_string_new (NULL);

	as_read.language = (char *) language;
	for (; zone != NULL && *words != NULL; words++) {
		struct rn_wish wish;
		if (!rn_wish_parse (*words, zone, &wish))
			continue;
		g_autofree char *text = wish_text (&wish, &as_read, zone);
		if (wish.span.end == RN_NEVER)
			put_into (turn, language, "onwards", &text);
		if (wish.every != 0)
			put_into (turn, language, wish.every == RN_DAY ? "daily" : "weekly", &text);
		put_into (turn, language, wish.is_excluded ? "excluded" : "wanted", &text);
		g_string_append_printf (said, "%s%s", said->len > 0 ? "; " : "", text);
	}
	char *text = g_string_free (said, FALSE);
	if (*text == '\0')
		put_into (turn, language, "nothing", &text);
	return text;
}

gboolean
rn_poll_mail_slots (rn_turn *turn, rn_poll *poll, rn_person *to, enum rn_poll_occasion occasion, const char *guess,
                    GError **error)
{
	g_autofree char *ref = rn_record_ref (poll);
	g_autofree char *deadline = rn_day_text (poll->deadline, to->zone, to->language);
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	if (!add_fields (turn, poll, to, fields, error))
		return FALSE;
	add_lines (fields, poll, RN_POLL_ALL, to);
	add_wishes (fields, rn_poll_choice (poll, to->record.id)->words, to);
	rn_bundle_flag (fields, "has_wishes", *rn_poll_choice (poll, to->record.id)->words != NULL);
	rn_bundle_text (fields, "deadline", deadline);
	rn_bundle_flag (fields, "is_known", is_known_free (turn, poll, to));
	rn_bundle_flag (fields, "asks", occasion != RN_POLL_IS_PUZZLED && (occasion == RN_POLL_REMINDS || poll->round == 1));
	rn_bundle_flag (fields, "again", occasion == RN_POLL_ASKS && poll->round > 1);
	rn_bundle_flag (fields, "reminds", occasion == RN_POLL_REMINDS);
	rn_bundle_flag (fields, "puzzled", occasion == RN_POLL_IS_PUZZLED);
	rn_bundle_text (fields, "guess", guess);
	struct rn_mailing mailing = {
		.person = to, .template = "choose-date", .about = ref, .fields = fields,
		.is_answer = occasion == RN_POLL_IS_PUZZLED,
	};
	return rn_turn_mail (turn, &mailing, error);
}

gboolean
rn_poll_ask_back (rn_turn *turn, rn_poll *poll, rn_person *person, const rn_reading *reading, GError **error)
{
	const struct rn_answer *date = rn_answer_of (reading, RN_INTENT_DATE);
	gboolean is_unsure = date != NULL && date->confidence < RN_SURE_ENOUGH;
	return rn_poll_mail_slots (turn, poll, person, RN_POLL_IS_PUZZLED, is_unsure ? date->value : "", error);
}

gboolean
rn_poll_mail_receipt (rn_turn *turn, rn_poll *poll, rn_person *person, GStrv said, const rn_person *by, GError **error)
{
	const struct rn_choice *choice = rn_poll_choice (poll, person->record.id);
	g_autofree char *ref = rn_record_ref (poll);
	g_autoptr (GByteArray) fields = g_byte_array_new ();

	if (!add_fields (turn, poll, person, fields, error))
		return FALSE;
	add_lines (fields, poll, choice->said == RN_POLL_SOME ? choice->chosen : 0, person);
	add_wishes (fields, said, person);
	rn_bundle_flag (fields, "none", choice->said == RN_POLL_NONE);
	rn_bundle_text (fields, "by", by != NULL ? by->name : "");
	struct rn_mailing mailing = {
		.person = person, .template = "receipt-date", .about = ref, .fields = fields, .is_answer = TRUE,
	};
	return rn_turn_mail (turn, &mailing, error);
}

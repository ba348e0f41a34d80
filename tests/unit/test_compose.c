#include "unit.h"

#include <string.h>

#include <gmime/gmime.h>

#include "bundled.h"
#include "chance.h"
#include "clock.h"
#include "error.h"
#include "letter.h"

static const char shell[] =
	"<html lang=\"{{language}}\"><head><title>{{subject}}</title></head>"
	"<body><main>{{{body}}}</main><footer><p>Reply STOP to leave.</p></footer></body></html>";
static const char markdown[] =
	"Subject: {{topic}} with {{other}}\n\n"
	"Dear {{name}},\n\nyou meet **{{other}}** about {{topic}}. Reply with YES or NO.\n\n"
	"[Yes](mailto:{{reply_to}}?body=YES \"button\")";

/* The parts that every letter of these tests has. */
static const char *const usual_headers[] = {
	"Date", "From", "Reply-To", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type", NULL
};

static rn_stationery *
stationery (void)
{
	const struct rn_stationery_source source = { "test.md", markdown, shell, "", "en" };
	g_autoptr (GError) error = NULL;
	rn_stationery *compiled = rn_stationery_new (&source, &error);

	rn_assert_no_error (error);
	return compiled;
}

static void
set (char **member, const char *text)
{
	g_free (*member);
	*member = g_strdup (text);
}

static void
set_fields (rn_letter *letter, const char *name, const char *other, const char *topic)
{
	GByteArray *fields = g_byte_array_new ();

	rn_bundle_text (fields, "name", name);
	rn_bundle_text (fields, "other", other);
	rn_bundle_text (fields, "topic", topic);
	rn_bundle_text (fields, "reply_to", letter->reply_to);
	rn_bundle_close (fields);
	g_bytes_unref (letter->fields);
	letter->fields = g_byte_array_free_to_bytes (fields);
}

static rn_letter *
letter_to (const char *address, const char *name)
{
	rn_letter *letter = rn_letter_new ();

	set (&letter->stationery, "abc123");
	set (&letter->to, address);
	set (&letter->to_name, name);
	set (&letter->from, "mentoring@example.org");
	set (&letter->from_name, "Reverse mentoring");
	set (&letter->reply_to, "mentoring+token@example.org");
	set (&letter->envelope_from, "mentoring+token@example.org");
	set (&letter->message_id, "m1.7f3a@example.org");
	ck_assert (rn_time_parse ("2026-03-03T09:05:07Z", &letter->date, NULL));
	set_fields (letter, name, "Ben", "Git");
	return letter;
}

static void
invite (rn_letter *letter)
{
	rn_invitation *invitation = rn_invitation_new ();

	set (&invitation->method, "REQUEST");
	set (&invitation->uid, "u1@example.org");
	set (&invitation->summary, "Übung: Git / Ada");
	set (&invitation->organizer, letter->reply_to);
	invitation->dtstamp = letter->date;
	invitation->start = letter->date + RN_DAY;
	invitation->end = letter->date + RN_DAY + RN_HOUR;
	rn_invitation_add (invitation, letter->to, letter->to_name, "NEEDS-ACTION");
	letter->invitation = invitation;
}

static GBytes *
compose (const rn_letter *letter)
{
	g_autoptr (rn_stationery) compiled = stationery ();
	g_autoptr (GError) error = NULL;
	GBytes *bytes = rn_compose (letter, compiled, &error);

	rn_assert_no_error (error);
	return bytes;
}

static GMimeMessage *
parse (GBytes *bytes)
{
	gsize size = 0;
	const char *data = g_bytes_get_data (bytes, &size);
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer (data, size);
	GMimeParser *parser = g_mime_parser_new_with_stream (stream);
	GMimeMessage *message = g_mime_parser_construct_message (parser, NULL);

	g_object_unref (parser);
	g_object_unref (stream);
	ck_assert_ptr_nonnull (message);
	return message;
}

static char *
decoded (GMimeObject *part)
{
	GMimeStream *stream = g_mime_stream_mem_new ();
	g_mime_data_wrapper_write_to_stream (g_mime_part_get_content (GMIME_PART (part)), stream);
	GByteArray *bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
	char *text = g_strndup ((const char *) bytes->data, bytes->len);

	g_object_unref (stream);
	return text;
}

static char *
without (const char *text, const char *what)
{
	g_auto (GStrv) pieces = g_strsplit (text, what, -1);

	return g_strjoinv ("", pieces);
}

static GMimeObject *
part (GMimeObject *multipart, int index, const char *type)
{
	GMimeObject *found = g_mime_multipart_get_part (GMIME_MULTIPART (multipart), index);
	g_autofree char *is = g_mime_content_type_get_mime_type (g_mime_object_get_content_type (found));

	ck_assert_str_eq (is, type);
	return found;
}

static const char *
header (GMimeMessage *message, const char *name)
{
	return g_mime_object_get_header (GMIME_OBJECT (message), name);
}

START_TEST (plain_letter_has_all_it_needs)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", "Ada Lovelace");
	g_autoptr (GBytes) bytes = compose (letter);
	GMimeMessage *message = parse (bytes);

	ck_assert_str_eq (header (message, "Date"), "Tue, 03 Mar 2026 09:05:07 +0000");
	ck_assert_str_eq (header (message, "Message-ID"), "<m1.7f3a@example.org>");
	ck_assert_str_eq (header (message, "Auto-Submitted"), "auto-generated");
	ck_assert_str_eq (g_mime_message_get_subject (message), "Git with Ben");
	ck_assert_ptr_null (header (message, "In-Reply-To"));
	ck_assert_ptr_null (header (message, "X-Auto-Response-Suppress"));
	ck_assert_ptr_null (header (message, "List-Id"));
	ck_assert_ptr_null (header (message, "Sender"));

	GMimeObject *body = g_mime_message_get_mime_part (message);
	ck_assert_int_eq (g_mime_multipart_get_count (GMIME_MULTIPART (body)), 2);
	g_autofree char *text = decoded (part (body, 0, "text/plain"));
	g_autofree char *html = decoded (part (body, 1, "text/html"));
	ck_assert_str_eq (text, "Dear Ada Lovelace,\r\n\r\nyou meet Ben about Git. Reply with YES or NO.\r\n\r\n"
	                        "-- \r\nReply STOP to leave.\r\n");
	ck_assert_ptr_nonnull (strstr (html, "<strong>Ben</strong>"));
	g_object_unref (message);
}
END_TEST

START_TEST (letter_of_every_kind_has_its_headers)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", "Ada");
	letter->is_reply = letter->is_bulk = TRUE;
	set (&letter->sender, "robot@example.org");
	set (&letter->in_reply_to, "their.id@mail.example");
	set (&letter->instead_of, "boss@example.org");
	set (&letter->unsubscribe, "mailto:mentoring+token@example.org?subject=STOP");
	g_autoptr (GBytes) bytes = compose (letter);
	GMimeMessage *message = parse (bytes);

	ck_assert_str_eq (header (message, "Auto-Submitted"), "auto-replied");
	ck_assert_str_eq (header (message, "X-Auto-Response-Suppress"), "All");
	ck_assert_str_eq (header (message, "In-Reply-To"), "<their.id@mail.example>");
	ck_assert_str_eq (header (message, "References"), "<their.id@mail.example>");
	ck_assert_str_eq (header (message, "Sender"), "robot@example.org");
	ck_assert_str_eq (header (message, "X-Rotnem-Instead-Of"), "boss@example.org");
	ck_assert_str_eq (header (message, "List-Unsubscribe"), "<mailto:mentoring+token@example.org?subject=STOP>");
	ck_assert_ptr_nonnull (strstr (header (message, "List-Id"), "<mentoring.example.org>"));
	g_object_unref (message);
}
END_TEST

START_TEST (invitation_has_the_layout_that_outlook_and_google_read)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", "Ada");
	invite (letter);
	g_autoptr (GBytes) bytes = compose (letter);
	GMimeMessage *message = parse (bytes);
	GMimeObject *mixed = g_mime_message_get_mime_part (message);
	g_autofree char *type = g_mime_content_type_get_mime_type (g_mime_object_get_content_type (mixed));

	ck_assert_str_eq (type, "multipart/mixed");
	ck_assert_int_eq (g_mime_multipart_get_count (GMIME_MULTIPART (mixed)), 2);
	GMimeObject *alternative = part (mixed, 0, "multipart/alternative");
	ck_assert_int_eq (g_mime_multipart_get_count (GMIME_MULTIPART (alternative)), 3);
	part (alternative, 0, "text/plain");
	part (alternative, 1, "text/html");
	GMimeObject *calendar = part (alternative, 2, "text/calendar");
	ck_assert_str_eq (g_mime_object_get_content_type_parameter (calendar, "method"), "REQUEST");
	ck_assert_str_eq (g_mime_object_get_content_type_parameter (calendar, "charset"), "utf-8");
	ck_assert_ptr_null (g_mime_object_get_content_disposition (calendar));

	GMimeObject *file = part (mixed, 1, "application/ics");
	ck_assert_str_eq (g_mime_object_get_disposition (file), "attachment");
	ck_assert_str_eq (g_mime_part_get_filename (GMIME_PART (file)), "Übung- Git - Ada.ics");
	ck_assert_str_eq (g_mime_object_get_content_type_parameter (file, "name"), "Übung- Git - Ada.ics");
	g_autofree char *inside = decoded (calendar);
	g_autofree char *attached = decoded (file);
	ck_assert_str_eq (inside, attached);
	g_autofree char *alone = rn_invite (letter->invitation, "Dear Ada,\n\nyou meet Ben about Git. Reply with YES or NO.",
	                                    NULL);
	ck_assert_str_eq (inside, alone);
	g_object_unref (message);
}
END_TEST

/* A letter that goes through the outbox and a compiled stationery again. */
START_TEST (equal_letters_are_equal_bytes)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", "Ada");
	invite (letter);
	g_autoptr (GBytes) first = compose (letter);
	g_autoptr (GBytes) stored = rn_letter_to_bytes (letter);
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_letter) back = rn_letter_from_bytes (stored, &error);
	rn_assert_no_error (error);
	g_autoptr (GBytes) second = compose (back);
	set (&back->message_id, "m2@example.org");
	g_autoptr (GBytes) other = compose (back);

	ck_assert (g_bytes_equal (first, second));
	ck_assert (!g_bytes_equal (first, other));
	ck_assert_str_eq (rn_letter_stationery (stored), "abc123");
}
END_TEST

/* What an older version wrote as a dictionary, in the order that it had. */
START_TEST (letter_of_an_older_version_is_read)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", "Ada");
	invite (letter);
	g_autoptr (GBytes) bytes = bundled (g_variant_new_parsed (
		"{'fields': <{'topic': <'Git'>, 'name': <'Ada'>, 'reply_to': <'mentoring+token@example.org'>, 'other': <'Ben'>}>,"
		" 'invitation': <{'attendees': <[('ada@example.org', 'Ada', 'NEEDS-ACTION')]>, 'method': <'REQUEST'>,"
		" 'uid': <'u1@example.org'>, 'dtstamp': <int64 1772528707>, 'start': <int64 1772615107>, "
		"'end': <int64 1772618707>,"
		" 'summary': <'Übung: Git / Ada'>, 'organizer': <'mentoring+token@example.org'>}>,"
		" 'stationery': <'abc123'>, 'envelope_from': <'mentoring+token@example.org'>, 'to': <'ada@example.org'>,"
		" 'to_name': <'Ada'>, 'from': <'mentoring@example.org'>, 'from_name': <'Reverse mentoring'>,"
		" 'reply_to': <'mentoring+token@example.org'>, 'message_id': <'m1.7f3a@example.org'>, "
		"'date': <int64 1772528707>}"));
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_letter) old = rn_letter_from_bytes (bytes, &error);
	rn_assert_no_error (error);
	g_autoptr (GBytes) before = compose (old), now = compose (letter);

	ck_assert (g_bytes_equal (before, now));
	ck_assert_str_eq (rn_letter_stationery (bytes), "abc123");
}
END_TEST

static const struct {
	const char *value, *says;
} strange[] = {
	{ "'text'", "letter: it is no table" },
	{ "{'fields': <@a{sv} {}>, 'to': <5>}", "letter: “to” is a number instead of a text" },
	{ "{'fields': <@a{sv} {}>, 'date': <'today'>}", "letter: “date” is a text instead of a number" },
	{ "{'fields': <@a{sv} {}>, 'is_bulk': <'yes'>}", "letter: “is_bulk” is a text instead of a flag" },
	{ "{'to': <'ada@example.org'>}", "letter: the fields are missing" },
	{ "{'fields': <['a']>}", "letter: the fields are no table" },
	{ "{'fields': <@a{sv} {}>, 'invitation': <'tomorrow'>}", "invitation: it is no table" },
	{ "{'fields': <@a{sv} {}>, 'invitation': <{'uid': <'u'>}>}", "invitation: the list of attendees is missing" },
};

START_TEST (strange_letter_is_refused)
{
	g_autoptr (GBytes) bytes = bundled (g_variant_new_parsed (strange[_i].value));
	g_autoptr (GError) error = NULL;

	ck_assert_msg (rn_letter_from_bytes (bytes, &error) == NULL, "%s", strange[_i].value);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", strange[_i].value);
	ck_assert_str_eq (error->message, strange[_i].says);
}
END_TEST

/* Whatever became of the bytes: a letter, or an error that names it. */
static void
is_letter_or_error (const guint8 *data, gsize size)
{
	g_autofree guint8 *copy = g_memdup2 (data, size); /* so that a byte too far is noticed */
	g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
	g_autoptr (rn_stationery) compiled = stationery ();
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_letter) letter = rn_letter_from_bytes (bytes, &error);

	ck_assert_ptr_nonnull (rn_letter_stationery (bytes));
	if (letter != NULL)
		g_bytes_unref (rn_compose (letter, compiled, &error));
	else
		ck_assert_ptr_nonnull (error);
	if (error != NULL)
		ck_assert_msg (error->domain == RN_ERROR && error->code == RN_ERROR_DATA, "%s", error->message);
}

START_TEST (damaged_letter_is_an_error)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", "Ada");
	invite (letter);
	g_autoptr (GBytes) stored = rn_letter_to_bytes (letter);
	gsize size;
	const guint8 *data = g_bytes_get_data (stored, &size);
	struct rn_chance chance = { 4 };

	for (gsize cut = 0; cut < size; cut++) {
		g_autoptr (GBytes) part = g_bytes_new (data, cut);
		g_autoptr (GError) error = NULL;
		ck_assert_msg (rn_letter_from_bytes (part, &error) == NULL, "cut at %zu", cut);
		ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "cut at %zu", cut);
	}
	g_autoptr (GByteArray) more = g_byte_array_append (g_byte_array_append (g_byte_array_new (), data, (guint) size), data,
	                                                   1);
	g_autoptr (GBytes) longer = g_bytes_new (more->data, more->len);
	ck_assert_ptr_null (rn_letter_from_bytes (longer, NULL));
	for (int i = 0; i < 20000; i++) {
		g_autofree guint8 *broken = g_memdup2 (data, size);
		for (guint n = rn_chance_below (&chance, 4); n < 4; n++)
			broken[rn_chance_below (&chance, (guint) size)] = (guint8) rn_chance_below (&chance, 256);
		is_letter_or_error (broken, size);
	}
}
END_TEST

/* What an outbox row of an older version lacks stays empty; what a later one adds is gone over. */
START_TEST (letter_may_lack_members_and_have_others)
{
	g_autoptr (GBytes) bytes = bundled (g_variant_new_parsed (
		"{'later': <[{'a': <[1, 2]>}]>, 'fields': <@a{sv} {}>, 'to': <'ada@example.org'>, 'more': <2.5>}"));
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_letter) letter = rn_letter_from_bytes (bytes, &error);
	rn_assert_no_error (error);

	ck_assert_str_eq (rn_letter_stationery (bytes), "");
	ck_assert_str_eq (letter->to, "ada@example.org");
	ck_assert_str_eq (letter->from, "");
	ck_assert_int_eq (letter->date, 0);
	ck_assert_ptr_null (letter->invitation);
}
END_TEST

static const struct {
	const char *name, *value;
} names[] = {
	{ "plain", "Ada Lovelace" },
	{ "comma", "Lovelace, Ada" },
	{ "quotes and brackets", "Ada \"the first\" <x@y> (z) \\" },
	{ "umlauts", "Jürgen Groß" },
	{ "right to left", "עדה לאבלייס" },
	{ "arabic", "آدا لوفلايس" },
	{ "emoji", "Ada 👩‍💻 🏳️‍🌈" },
	{ "encoded word of its own", "=?utf-8?q?Eve=0D=0ABcc:_eve@example.org?=" },
	{ "long", "Doña María de los Dolores Fernández de la Reguera y Álvarez de Toledo, Marquesa de Santa Cruz de la Sierra" },
	{ "long and plain", "Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada Ada" },
	{ "one long word", "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzesbeauftragte" },
	{ "two spaces", "Ada  Lovelace" },
	{ "cjk", "日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語" },
	{ "empty", "" },
};

START_TEST (name_comes_back)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", names[_i].value);
	set (&letter->from_name, names[_i].value);
	set_fields (letter, "x", names[_i].value, "Topic");
	g_autoptr (GBytes) bytes = compose (letter);
	GMimeMessage *message = parse (bytes);
	InternetAddressList *to = g_mime_message_get_to (message), *from = g_mime_message_get_from (message);

	ck_assert_int_eq (internet_address_list_length (to), 1);
	ck_assert_int_eq (internet_address_list_length (from), 1);
	const char *name = internet_address_get_name (internet_address_list_get_address (to, 0));
	ck_assert_msg (g_str_equal (name != NULL ? name : "", names[_i].value), "%s: %s", names[_i].name, name);
	g_autofree char *subject = g_strchomp (g_strdup_printf ("Topic with %s", names[_i].value));
	ck_assert_msg (g_str_equal (g_mime_message_get_subject (message), subject), "%s: %s", names[_i].name,
	               g_mime_message_get_subject (message));
	g_object_unref (message);
}
END_TEST

/* The bytes of a mail with that name in every place, line by line. */
START_TEST (lines_are_short_and_end_well)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", names[_i].value);
	invite (letter);
	set (&letter->invitation->summary, names[_i].value);
	g_autofree char *long_line = g_strnfill (5000, 'x');
	set_fields (letter, long_line, names[_i].value, names[_i].value);
	g_autoptr (GBytes) bytes = compose (letter);
	g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
	g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

	ck_assert_int_eq (strlen (text), g_bytes_get_size (bytes));
	for (char **line = lines; *line != NULL; line++) {
		ck_assert_msg (strlen (*line) <= 78, "%s: %s", names[_i].name, *line);
		ck_assert_msg (strpbrk (*line, "\r\n") == NULL, "%s: bare line end: %s", names[_i].name, *line);
		ck_assert_msg (g_str_is_ascii (*line), "%s: %s", names[_i].name, *line);
	}
	ck_assert (g_str_has_suffix (text, "\r\n"));
}
END_TEST

/* Bodies that only a careful encoding brings through. */
static const char *const bodies[] = {
	"plain",
	"From here on\nFrom there",
	".",
	"a\n.\nb",
	"ends with = and =3D",
	"tab\there",
	"ä",
	"日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語",
	"a few ümlauts in a long line that is longer than seventy-six characters and is wrapped somewhere, so what",
	"https://example.org/a/very/long/address/that/cannot/be/broken/because/it/has/no/space/in/it/at/all?a=b&c=d",
};

START_TEST (body_comes_back)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", "Ada");
	set_fields (letter, bodies[_i], "Ben", "Git");
	g_autoptr (rn_stationery) compiled = stationery ();
	struct rn_rendered words = { NULL, NULL, NULL, NULL };
	ck_assert (rn_stationery_render (compiled, letter->fields, FALSE, &words, NULL));
	g_autoptr (GBytes) bytes = compose (letter);
	GMimeMessage *message = parse (bytes);
	GMimeObject *body = g_mime_message_get_mime_part (message);
	g_autofree char *text = decoded (part (body, 0, "text/plain"));
	g_autofree char *html = decoded (part (body, 1, "text/html"));
	g_autofree char *lf_text = without (text, "\r");
	g_autofree char *lf_html = without (html, "\r");

	ck_assert_msg (g_str_equal (lf_text, words.text), "“%s” came back as “%s”", bodies[_i], lf_text);
	ck_assert_msg (g_str_equal (lf_html, words.html), "“%s” came back as “%s”", bodies[_i], lf_html);
	rn_rendered_clear (&words);
	g_object_unref (message);
}
END_TEST

static const struct {
	const char *name;
	gsize member;
	const char *value;
} unsafe[] = {
	{ "two recipients", G_STRUCT_OFFSET (rn_letter, to), "ada@example.org, eve@example.org" },
	{ "no recipient", G_STRUCT_OFFSET (rn_letter, to), "" },
	{ "header behind From", G_STRUCT_OFFSET (rn_letter, from), "a@b\r\nBcc: eve@example.org" },
	{ "header behind Reply-To", G_STRUCT_OFFSET (rn_letter, reply_to), "a@b\nBcc: eve@example.org" },
	{ "header behind Sender", G_STRUCT_OFFSET (rn_letter, sender), "a@b\rBcc: eve@example.org" },
	{ "command in the envelope", G_STRUCT_OFFSET (rn_letter, envelope_from), "a@b>\r\nRCPT TO:<eve@example.org" },
	{ "header behind the Message-ID", G_STRUCT_OFFSET (rn_letter, message_id), "a@b>\r\nBcc: eve@example.org" },
	{ "no Message-ID", G_STRUCT_OFFSET (rn_letter, message_id), "" },
	{ "header behind List-Unsubscribe", G_STRUCT_OFFSET (rn_letter, unsubscribe), "mailto:a@b>\r\nBcc: <eve@example.org" },
	{ "script in List-Unsubscribe", G_STRUCT_OFFSET (rn_letter, unsubscribe), "javascript:alert" },
};

START_TEST (unsafe_letter_is_refused)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", "Ada");
	g_autoptr (rn_stationery) compiled = stationery ();
	g_autoptr (GError) error = NULL;
	letter->is_bulk = TRUE;
	set ((char **) G_STRUCT_MEMBER_P (letter, unsafe[_i].member), unsafe[_i].value);

	ck_assert_msg (rn_compose (letter, compiled, &error) == NULL, "%s", unsafe[_i].name);
	ck_assert_msg (g_error_matches (error, RN_ERROR, RN_ERROR_DATA), "%s", unsafe[_i].name);
}
END_TEST

START_TEST (foreign_id_that_is_odd_is_left_out)
{
	g_autoptr (rn_letter) letter = letter_to ("ada@example.org", "Ada");
	set (&letter->in_reply_to, "x>\r\nBcc: eve@example.org");
	g_autoptr (GBytes) bytes = compose (letter);
	GMimeMessage *message = parse (bytes);

	ck_assert_ptr_null (header (message, "In-Reply-To"));
	ck_assert_ptr_null (header (message, "Bcc"));
	g_object_unref (message);
}
END_TEST

/* ---- P14: a hundred thousand hostile names, subjects and addresses ------------------- */

#define HOSTILE 100000

static const char *const pieces[] = {
	"Ada", " ", "\r\n", "\n", "\r", "\r\n ", "\t", "Bcc: eve@example.org", "\r\nBcc: eve@example.org\r\n", "\"", "\\",
	"<", ">", "<eve@example.org>", ",", ";", ":", "@", "(", ")", "=?utf-8?q?=0D=0ABcc:_eve@example.org?=", "=?", "?=",
	"ä", "日本", "👩‍💻", "ש", "\u202e", "\u2028", "\x7f", "\x01", "\xc2\x85", "undisclosed-recipients:;", "{{name}}",
	"<script>", "%0d%0a", ".",
};

static char *
hostile_text (struct rn_chance *chance)
{
	GString *out = g_string_new (NULL);
	guint count = rn_chance_below (chance, 8);

	for (guint i = 0; i < count; i++)
		g_string_append (out, pieces[rn_chance_below (chance, G_N_ELEMENTS (pieces))]);
	return g_string_free (out, FALSE);
}

static char *
hostile_address (struct rn_chance *chance)
{
	g_autofree char *extra = rn_chance_percent (chance, 50) ? hostile_text (chance) : g_strdup ("");

	return rn_chance_percent (chance, 50) ? g_strconcat ("ada", extra, "@example.org", NULL)
	                                      : g_strconcat ("ada@example.org", extra, NULL);
}

/* Only the headers that belong there, each once, in lines that end well. */
static void
check_head (GMimeMessage *message, gboolean is_redirected, guint round)
{
	GMimeHeaderList *headers = g_mime_object_get_header_list (GMIME_OBJECT (message));

	GMimeObject *body = g_mime_message_get_mime_part (message);
	int count = g_mime_header_list_get_count (headers) + g_mime_header_list_get_count (g_mime_object_get_header_list (body));
	ck_assert_msg (count == (int) g_strv_length ((char **) usual_headers) + is_redirected, "round %u: %s", round,
	               g_mime_object_get_headers (GMIME_OBJECT (message), NULL));
	ck_assert_msg (g_mime_multipart_get_count (GMIME_MULTIPART (body)) == 2, "round %u", round);
	for (const char *const *name = usual_headers; *name != NULL; name++)
		ck_assert_msg (g_mime_object_get_header (GMIME_OBJECT (message), *name) != NULL
		               || g_mime_object_get_header (body, *name) != NULL, "round %u: %s is missing", round, *name);
}

static void
check_mailbox (InternetAddressList *list, const char *address, guint round)
{
	ck_assert_msg (internet_address_list_length (list) == 1, "round %u: %d addresses for %s", round,
	               internet_address_list_length (list), address);
	InternetAddress *only = internet_address_list_get_address (list, 0);
	ck_assert_msg (INTERNET_ADDRESS_IS_MAILBOX (only), "round %u: a group", round);
	const char *quoted = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (only));
	g_autofree char *found = without (quoted, "\""); /* "ada."@example.org */
	/* a domain with other letters comes as IDNA writes it; what is before the @ stays */
	gsize kept = g_str_is_ascii (address) ? strlen (address) : strcspn (address, "@") + 1;
	ck_assert_msg (strncmp (found, address, kept) == 0, "round %u: %s instead of %s", round, found, address);
	ck_assert_msg (strstr (found, "eve@") == NULL || strstr (address, "eve@") != NULL, "round %u: %s", round, found);
}

START_TEST (hostile_values_stay_in_their_place)
{
	struct rn_chance chance = { 20260303 };
	g_autoptr (rn_stationery) compiled = stationery ();
	guint composed = 0;

	for (guint round = 0; round < HOSTILE; round++) {
		g_autofree char *address = hostile_address (&chance);
		g_autofree char *name = hostile_text (&chance);
		g_autofree char *topic = hostile_text (&chance);
		g_autoptr (rn_letter) letter = letter_to (address, name);
		set_fields (letter, name, topic, name);
		set (&letter->from_name, topic);
		set (&letter->instead_of, topic);
		g_autoptr (GBytes) bytes = rn_compose (letter, compiled, NULL);
		if (bytes == NULL)
			continue;
		composed++;
		GMimeMessage *message = parse (bytes);
		check_head (message, *topic != '\0', round);
		check_mailbox (g_mime_message_get_to (message), address, round);
		check_mailbox (g_mime_message_get_from (message), "mentoring@example.org", round);
		check_mailbox (g_mime_message_get_reply_to (message), "mentoring+token@example.org", round);
		g_object_unref (message);
	}
	/* half the addresses have nothing added, so at least as many must go out */
	ck_assert_uint_ge (composed, HOSTILE / 2);
	ck_assert_uint_lt (composed, HOSTILE);
}
END_TEST

static Suite *
suite (void)
{
	Suite *compose_suite = suite_create ("compose");
	TCase *tests = tcase_create ("compose"), *many = tcase_create ("P14");

	g_mime_init ();
	tcase_add_test (tests, plain_letter_has_all_it_needs);
	tcase_add_test (tests, letter_of_every_kind_has_its_headers);
	tcase_add_test (tests, invitation_has_the_layout_that_outlook_and_google_read);
	tcase_add_test (tests, equal_letters_are_equal_bytes);
	tcase_add_test (tests, letter_of_an_older_version_is_read);
	tcase_add_loop_test (tests, strange_letter_is_refused, 0, G_N_ELEMENTS (strange));
	tcase_add_test (many, damaged_letter_is_an_error);
	tcase_add_test (tests, letter_may_lack_members_and_have_others);
	tcase_add_loop_test (tests, name_comes_back, 0, G_N_ELEMENTS (names));
	tcase_add_loop_test (tests, lines_are_short_and_end_well, 0, G_N_ELEMENTS (names));
	tcase_add_loop_test (tests, body_comes_back, 0, G_N_ELEMENTS (bodies));
	tcase_add_loop_test (tests, unsafe_letter_is_refused, 0, G_N_ELEMENTS (unsafe));
	tcase_add_test (tests, foreign_id_that_is_odd_is_left_out);
	tcase_add_test (many, hostile_values_stay_in_their_place);
	tcase_set_timeout (many, 300);
	suite_add_tcase (compose_suite, tests);
	suite_add_tcase (compose_suite, many);
	return compose_suite;
}

RN_UNIT_MAIN (suite ())

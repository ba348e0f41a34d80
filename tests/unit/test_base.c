#include "unit.h"

#include <malloc.h>
#include <sys/socket.h>

#include "address.h"
#include "bundle.h"
#include "channel.h"
#include "clock.h"
#include "duration.h"
#include "error.h"
#include "utf8.h"
#include "words.h"

static const struct {
	const char *text;
	rn_time seconds;
	int working_days;
	gboolean fine;
} durations[] = {
	{ "20 minutes", 1200, 0, TRUE },
	{ "1 day", 86400, 0, TRUE },
	{ "5 working days", 0, 5, TRUE },
	{ "quarter", 91 * 86400, 0, TRUE },
	{ " 2 weeks ", 14 * 86400, 0, TRUE },
	{ "2 fortnights", 0, 0, FALSE },
	{ "-3 days", 0, 0, FALSE },
	{ "", 0, 0, FALSE },
	{ "99999999999999999999 days", 0, 0, FALSE },
};

START_TEST (duration_is_read)
{
	struct rn_duration duration = { 0 };
	g_autoptr (GError) error = NULL;
	gboolean fine = rn_duration_parse (durations[_i].text, &duration, &error);

	ck_assert_msg (fine == durations[_i].fine, "“%s”", durations[_i].text);
	if (fine)
		ck_assert_msg (duration.seconds == durations[_i].seconds && duration.working_days == durations[_i].working_days,
		               "“%s”", durations[_i].text);
	else
		ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
}
END_TEST

START_TEST (working_days_skip_the_weekend_and_keep_local_time)
{
	/* Thursday 2026-03-26 15:00 in Berlin is +01:00; Tuesday after the change is +02:00 */
	struct rn_duration duration = { .working_days = 3 };
	g_autoptr (GTimeZone) zone = rn_zone ("Europe/Berlin", NULL);
	rn_time from = 0, want = 0;

	ck_assert (rn_time_parse ("2026-03-26T14:00:00Z", &from, NULL));
	ck_assert (rn_time_parse ("2026-03-31T13:00:00Z", &want, NULL));
	ck_assert_int_eq (rn_duration_after (&duration, from, zone), want);
}
END_TEST

static const struct {
	const char *name;
	gboolean known;
} zone_names[] = {
	{ "Europe/Berlin", TRUE },  { "UTC", TRUE },     { "America/Argentina/Buenos_Aires", TRUE }, { "Etc/GMT+5", TRUE },
	{ "CET", TRUE },            { "GMT-5", FALSE },  { "../../etc/passwd", FALSE },             { "", FALSE },
	{ "Mars/Olympus", FALSE },  { "+02:00", FALSE }, { "/usr/share/zoneinfo/UTC", FALSE },
};

START_TEST (zone_is_known_by_its_name_alone)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GTimeZone) zone = rn_zone (zone_names[_i].name, &error);
	ck_assert_msg ((zone != NULL) == zone_names[_i].known, "%s", zone_names[_i].name);
	ck_assert_msg ((error == NULL) == zone_names[_i].known, "%s", zone_names[_i].name);
}
END_TEST

static const struct {
	const char *address;
	gboolean safe;
} addresses[] = {
	{ "ada@example.org", TRUE },
	{ "mentoring+x7@example.org", TRUE },
	{ "o'neil@example.org", TRUE },
	{ "jürgen@example.org", TRUE },
	{ "ada@example.org\r\nBcc: eve@example.org", FALSE },
	{ "ada@example.org, eve@example.org", FALSE },
	{ "<ada@example.org>", FALSE },
	{ "ada;cn=x@example.org", FALSE },
	{ "@example.org", FALSE },
	{ "ada@", FALSE },
	{ "ada", FALSE },
	{ "a@b@c", FALSE },
	{ "\xff@example.org", FALSE },
};

START_TEST (address_is_judged)
{
	ck_assert_msg (rn_address_is_safe (addresses[_i].address) == addresses[_i].safe, "%s", addresses[_i].address);
}
END_TEST

START_TEST (plus_part_comes_off_and_on)
{
	g_autofree char *base = rn_address_base ("<Mentoring+AbC@Example.org>");
	g_autofree char *tag = rn_address_tag ("mentoring+abc@example.org");
	g_autofree char *tagged = rn_address_with_tag ("mentoring@example.org", "abc");
	g_autofree char *decoded = rn_address_normal ("MAILTO:a%2Bb@example.org");

	ck_assert_str_eq (base, "mentoring@example.org");
	ck_assert_str_eq (tag, "abc");
	ck_assert_str_eq (tagged, "mentoring+abc@example.org");
	ck_assert_str_eq (decoded, "a+b@example.org");
}
END_TEST

START_TEST (near_words_are_meant)
{
	static const char *const known[] = { "port", "password", "server", NULL };

	ck_assert_str_eq (rn_nearest_word ("prot", known), "port");
	ck_assert_str_eq (rn_nearest_word ("sever", known), "server");
	ck_assert_ptr_null (rn_nearest_word ("banana", known));
}
END_TEST

static const struct rn_frame_kind frames[] = {
	{ 1, "number", "x", 8 },
	{ 2, "words", "as", 1 << 20 },
	{ 3, "record", RN_PACK "ns", 64 },
	{ 4, "record and more", RN_PACK "n*", 64 },
	{ 0, NULL, NULL, 0 },
};

static void
channel_pair (rn_channel **a, rn_channel **b)
{
	int fds[2];
	ck_assert_int_eq (socketpair (AF_UNIX, SOCK_STREAM, 0, fds), 0);
	*a = rn_channel_new (fds[0], frames);
	*b = rn_channel_new (fds[1], frames);
}

START_TEST (frames_arrive_in_order)
{
	rn_channel *a, *b;
	channel_pair (&a, &b);
	for (gint64 i = 0; i < 1000; i++)
		rn_channel_put (a, 1, g_variant_new_int64 (i));
	ck_assert (rn_channel_flush (a, FALSE, NULL));
	for (gint64 i = 0; i < 1000; i++) {
		guint32 kind;
		g_autoptr (GVariant) body = NULL;
		ck_assert_int_eq (rn_channel_get (b, 0, &kind, &body, NULL), RN_RECEIVED_FRAME);
		ck_assert_int_eq (g_variant_get_int64 (body), i);
	}
	rn_channel_free (a);
	guint32 kind;
	GVariant *body;
	ck_assert_int_eq (rn_channel_get (b, 0, &kind, &body, NULL), RN_RECEIVED_END);
	rn_channel_free (b);
}
END_TEST

static void
put_numbered (rn_channel *channel, int number)
{
	g_autofree char *text = g_strdup_printf ("%015000d", number);
	const char *const words[] = { text };
	rn_channel_put (channel, 2, g_variant_new_strv (words, 1));
	ck_assert (rn_channel_flush (channel, FALSE, NULL));
}

static void
get_numbered (rn_channel *channel, int number)
{
	guint32 kind;
	const char *text;
	g_autoptr (GVariant) body = NULL;
	ck_assert_int_eq (rn_channel_get (channel, 0, &kind, &body, NULL), RN_RECEIVED_FRAME);
	g_variant_get_child (body, 0, "&s", &text);
	ck_assert_int_eq (g_ascii_strtoll (text, NULL, 10), number);
}

/* More is always under way than a socket holds, so the buffers are never empty. */
START_TEST (a_channel_that_is_never_empty_does_not_grow)
{
	enum { AHEAD = 200, ALL = 3000 };
	rn_channel *a, *b;
	channel_pair (&a, &b);
	for (int i = 0; i < AHEAD; i++)
		put_numbered (a, i);
	struct mallinfo2 before = mallinfo2 (); /* tells nothing under a sanitizer */
	for (int i = 0; i < ALL; i++) {
		get_numbered (b, i);
		put_numbered (a, AHEAD + i);
		ck_assert (rn_channel_waiting (a) > 0);
	}
	struct mallinfo2 after = mallinfo2 ();
	gsize had = before.uordblks + before.hblkhd, has = after.uordblks + after.hblkhd;
	ck_assert_msg (has < had + 8 * 1024 * 1024, "%zu bytes, then %zu", had, has);
	rn_channel_free (a);
	rn_channel_free (b);
}
END_TEST

/* The other side takes nothing, or goes. */
START_TEST (nobody_waits_longer_than_he_wants_to_write)
{
	rn_channel *a, *b;
	channel_pair (&a, &b);
	for (int i = 0; i < 300; i++)
		put_numbered (a, i);
	gsize waiting = rn_channel_waiting (a);
	gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 5;
	ck_assert (waiting > 0 && rn_channel_flush_until (a, end, NULL));
	ck_assert_int_ge (g_get_monotonic_time (), end);
	ck_assert_uint_eq (rn_channel_waiting (a), waiting);
	for (int i = 0; i < 50; i++)
		get_numbered (b, i);
	ck_assert (rn_channel_flush_until (a, g_get_monotonic_time () + G_USEC_PER_SEC / 5, NULL));
	ck_assert_uint_lt (rn_channel_waiting (a), waiting);
	rn_channel_free (b);
	ck_assert (!rn_channel_flush_until (a, g_get_monotonic_time () + G_USEC_PER_SEC, NULL));
	rn_channel_free (a);
}
END_TEST

START_TEST (bodies_of_any_length_follow_each_other)
{
	rn_channel *a, *b;
	channel_pair (&a, &b);
	for (int i = 0; i < 40; i++) {
		g_autofree char *word = g_strnfill ((gsize) i, 'w');
		const char *const words[] = { word, "and another", NULL };
		rn_channel_put (a, 2, g_variant_new_strv (words, -1));
	}
	ck_assert (rn_channel_flush (a, FALSE, NULL));
	for (int i = 0; i < 40; i++) {
		guint32 kind;
		const char *word;
		g_autoptr (GVariant) body = NULL;
		ck_assert_int_eq (rn_channel_get (b, 0, &kind, &body, NULL), RN_RECEIVED_FRAME);
		g_variant_get_child (body, 0, "&s", &word);
		ck_assert_uint_eq (strlen (word), i);
	}
	rn_channel_free (a);
	rn_channel_free (b);
}
END_TEST

START_TEST (records_arrive_as_they_were_put)
{
	rn_channel *a, *b;
	channel_pair (&a, &b);
	for (gint64 i = -20; i < 20; i++) {
		GByteArray *out = rn_channel_open (a, i % 2 == 0 ? 3 : 4);
		rn_pack_number (out, i);
		rn_pack_text (out, "a word");
		rn_channel_close (a);
	}
	ck_assert (rn_channel_flush (a, FALSE, NULL));
	for (gint64 i = -20; i < 20; i++) {
		guint32 kind;
		gsize size;
		g_autoptr (GVariant) body = NULL;
		ck_assert_int_eq (rn_channel_get (b, 0, &kind, &body, NULL), RN_RECEIVED_FRAME);
		struct rn_unpack unpack = rn_unpack_begin (body);
		ck_assert_uint_eq (kind, i % 2 == 0 ? 3 : 4);
		ck_assert_int_eq (rn_unpack_number (&unpack), i);
		ck_assert_str_eq (rn_unpack_view (&unpack, &size), "a word");
	}
	rn_channel_free (a);
	rn_channel_free (b);
}
END_TEST

/* What a child that was taken over might send. */
static const struct {
	const char *name;
	const char *bytes;
	gsize size;
} hostile[] = {
	{ "unknown kind", "\x08\0\0\0\x63\0\0\0" "12345678", 16 },
	{ "too long", "\xff\xff\xff\xff\x01\0\0\0", 8 },
	{ "longer than its kind may be", "\x09\0\0\0\x01\0\0\0" "123456789", 17 },
	{ "not in normal form", "\x03\0\0\0\x02\0\0\0" "ab\xff", 11 },
	{ "a record that lacks its text", "\x01\0\0\0\x03\0\0\0" "\x02", 9 },
	{ "a record whose text is longer than it", "\x04\0\0\0\x03\0\0\0" "\x02\x08w\0", 12 },
	{ "a record whose text has no end", "\x04\0\0\0\x03\0\0\0" "\x02\x02ww", 12 },
	{ "a record whose text is no UTF-8", "\x04\0\0\0\x03\0\0\0" "\x02\x02\xff\0", 12 },
	{ "a record with more behind it", "\x05\0\0\0\x03\0\0\0" "\x02\x02w\0w", 13 },
	{ "a record whose number has no end", "\x01\0\0\0\x04\0\0\0" "\x82", 9 },
	{ "nothing where a record is", "\0\0\0\0\x03\0\0\0", 8 },
	{ "cut off within the header", "\x08\0\0", 3 },
	{ "cut off within the body", "\x08\0\0\0\x01\0\0\0" "123", 11 },
};

START_TEST (a_broken_frame_is_refused)
{
	rn_channel *a, *b;
	channel_pair (&a, &b);
	ck_assert_int_eq (send (rn_channel_fd (a), hostile[_i].bytes, hostile[_i].size, 0), hostile[_i].size);
	rn_channel_free (a);

	guint32 kind;
	g_autoptr (GVariant) body = NULL;
	g_autoptr (GError) error = NULL;
	ck_assert_msg (rn_channel_get (b, -1, &kind, &body, &error) == RN_RECEIVED_BAD, "%s", hostile[_i].name);
	ck_assert (g_error_matches (error, RN_ERROR, RN_ERROR_DATA));
	rn_channel_free (b);
}
END_TEST

START_TEST (waiting_ends_at_the_deadline)
{
	rn_channel *a, *b;
	channel_pair (&a, &b);
	guint32 kind;
	GVariant *body;
	ck_assert_int_eq (rn_channel_get (b, g_get_monotonic_time () + 1000, &kind, &body, NULL), RN_RECEIVED_NOTHING);
	rn_channel_free (a);
	rn_channel_free (b);
}
END_TEST

/* Letters of one to four bytes, and everything that is no letter: a NUL, a lone byte, a
 * half of a pair, a form that is too long, a beginning without its end. */
START_TEST (utf8_is_judged_as_by_glib)
{
	static const char text[] = "plain text, Gr\xc3\xbc\xc3\x9f" "e \xe2\x82\xac \xf0\x9f\x91\x8d and more text"
	                           "\0after a nul \xff after a lone byte \xed\xa0\x80 pair \xc0\xaf long \xe2\x82";

	for (gsize at = 0; at < sizeof text; at++)
		for (gsize size = 0; size <= sizeof text - at; size++) {
			const char *ours, *theirs;
			gboolean expected = g_utf8_validate_len (text + at, size, &theirs);
			ck_assert_msg (rn_utf8_validate (text + at, size, &ours) == expected && ours == theirs,
			               "%zu bytes from %zu on", size, at);
		}
}
END_TEST

/* Every byte at every place, with neighbours that carries and borrows could reach. */
START_TEST (printable_bytes_are_found)
{
	static const char buts[] = { '\0', '=', ' ', '~', '\x7f' };

	for (int byte = 0; byte < 256; byte++)
		for (gsize i = 0; i < G_N_ELEMENTS (buts); i++)
			for (gsize place = 0; place < 17; place++) {
				char text[18] = "<a!}{>;Z[|\"x}><!x";
				text[place] = (char) byte;
				gboolean ends = byte < ' ' || byte > '~' || (char) byte == buts[i];
				ck_assert_msg (rn_printable (text, 17, buts[i]) == (ends ? place : 17), "%#x at %zu but %#x",
				               (guint) byte, place, (guint) buts[i]);
				ck_assert_uint_eq (rn_printable (text, place, buts[i]), place);
			}
}
END_TEST

static const gint64 packed_numbers[] = { 0, 1, -1, 63, 64, -64, -65, 8191, 8192, G_MAXINT32, G_MININT32, G_MAXINT64, G_MININT64 };

/* Whole, and cut off anywhere. */
START_TEST (what_is_packed_comes_back)
{
	g_autoptr (GByteArray) pack = g_byte_array_new ();
	g_autoptr (GBytes) some = g_bytes_new_static ("a\0\xff", 3), none = g_bytes_new_static (NULL, 0);

	for (gsize i = 0; i < G_N_ELEMENTS (packed_numbers); i++)
		rn_pack_number (pack, packed_numbers[i]);
	rn_pack_bytes (pack, some);
	rn_pack_bytes (pack, none);
	rn_pack_text (pack, "Zoë");
	rn_pack_text (pack, NULL);
	for (guint cut = 0; cut <= pack->len; cut++) {
		g_autofree guint8 *copy = g_memdup2 (pack->data, cut);
		struct rn_unpack unpack = { copy, copy + cut, FALSE };
		gboolean whole = cut == pack->len;
		for (gsize i = 0; i < G_N_ELEMENTS (packed_numbers); i++) {
			gint64 number = rn_unpack_number (&unpack);
			ck_assert_msg (number == packed_numbers[i] || (unpack.is_bad && number == 0), "number %zu, cut at %u", i,
			               cut);
		}
		g_autoptr (GBytes) first = rn_unpack_bytes (&unpack), second = rn_unpack_bytes (&unpack);
		g_autofree char *name = rn_unpack_text (&unpack), *empty = rn_unpack_text (&unpack);
		ck_assert_msg (unpack.is_bad != whole && unpack.at <= unpack.end, "cut at %u", cut);
		ck_assert (!whole || (g_bytes_equal (first, some) && g_bytes_get_size (second) == 0));
		ck_assert_str_eq (empty, "");
		ck_assert (g_str_equal (name, whole ? "Zoë" : "") || cut >= pack->len - 2);
	}
}
END_TEST

/* What a child says of its length is no reason to make so many texts. */
START_TEST (a_list_ends_where_it_is_bad)
{
	static const char *const words[] = { "one", "two", NULL };
	g_autoptr (GByteArray) pack = g_byte_array_new ();
	g_auto (GStrv) list = NULL;

	rn_pack_list (pack, words);
	struct rn_unpack whole = { pack->data, pack->data + pack->len, FALSE };
	rn_unpack_list (&whole, &list);
	ck_assert (!whole.is_bad && whole.at == whole.end && g_strv_equal ((const char *const *) list, words));
	g_byte_array_set_size (pack, 0);
	rn_pack_number (pack, 1000);
	for (int i = 0; i < 1000; i++)
		rn_pack_number (pack, G_MAXINT64);
	struct rn_unpack bad = { pack->data, pack->data + pack->len, FALSE };
	rn_unpack_list (&bad, &list);
	ck_assert (bad.is_bad && g_strv_length (list) <= 1);
}
END_TEST

static const struct {
	const char *name, *bytes;
	gsize size;
} unpackable[] = {
	{ "a size that does not end", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11 },
	{ "a size beyond the end", "\x04" "a", 2 },
	{ "a size below nothing", "\x01" "a", 2 },
	{ "no zero behind the text", "\x04" "abc", 4 },
	{ "a zero within the text", "\x06" "a\0b", 5 },
	{ "no UTF-8", "\x04" "\xc3\x28", 4 },
};

START_TEST (what_was_not_packed_so_is_bad)
{
	struct rn_unpack unpack = { (const guint8 *) unpackable[_i].bytes,
	                            (const guint8 *) unpackable[_i].bytes + unpackable[_i].size, FALSE };
	gsize size = 1;

	ck_assert_msg (*rn_unpack_view (&unpack, &size) == '\0', "%s", unpackable[_i].name);
	ck_assert_msg (unpack.is_bad && size == 0, "%s", unpackable[_i].name);
}
END_TEST

/* What a bundle tells, as a text like that of GVariants. */
static void
tell (struct rn_unpack *unpack, const struct rn_bundled *value, GString *told)
{
	static const char brackets[] = "[]{}";
	gsize bracket = 2 * (value->type - RN_BUNDLE_LIST);
	struct rn_bundled item;

	g_string_append_printf (told, "%.*s%s", (int) value->name_size, value->name, value->name_size > 0 ? "=" : "");
	if (value->type == RN_BUNDLE_TEXT)
		g_string_append_printf (told, "'%.*s' ", (int) value->text_size, value->text);
	else if (value->type == RN_BUNDLE_REAL)
		g_string_append_printf (told, "%.3f ", value->real);
	else if (value->type < RN_BUNDLE_LIST)
		g_string_append_printf (told, "%s%" G_GINT64_FORMAT " ", value->type == RN_BUNDLE_FLAG ? "flag " : "",
		                        value->number);
	if (value->type < RN_BUNDLE_LIST)
		return;
	g_string_append_c (told, brackets[bracket]);
	while ((item = rn_bundle_read (unpack)).type != RN_BUNDLE_END)
		tell (unpack, &item, told);
	g_string_append_c (told, brackets[bracket + 1]);
}

static GByteArray *
some_bundle (void)
{
	g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_parsed (
	        "{'a': <1>, 'b': <['x', '']>, 'c': <{'deep': <[<byte 7>, <-2.5>]>, 'yes': <true>}>, 'd': <@as []>}"));
	GByteArray *bundle = g_byte_array_new ();

	rn_bundle_variant (bundle, NULL, value);
	return bundle;
}

START_TEST (a_bundle_tells_what_was_put_into_it)
{
	g_autoptr (GByteArray) bundle = some_bundle ();
	g_autoptr (GString) told = g_string_new (NULL);
	struct rn_unpack unpack = { bundle->data, bundle->data + bundle->len, FALSE };
	struct rn_bundled whole = rn_bundle_read (&unpack);

	tell (&unpack, &whole, told);
	ck_assert_str_eq (told->str, "{a=1 b=['x' '' ]c={deep=[7 -2.500 ]yes=flag 1 }d=[]}");
	ck_assert (!unpack.is_bad && unpack.at == unpack.end);
	ck_assert_int_eq (rn_bundle_read (&unpack).type, RN_BUNDLE_END);
}
END_TEST

/* Cut off anywhere, or with any one byte wrong, it ends, and within its bytes. */
START_TEST (a_broken_bundle_ends)
{
	g_autoptr (GByteArray) bundle = some_bundle ();

	for (guint i = 0; i < 2 * bundle->len; i++) {
		gsize size = i < bundle->len ? i : bundle->len;
		g_autofree guint8 *broken = g_memdup2 (bundle->data, size);
		g_autoptr (GString) told = g_string_new (NULL);
		struct rn_unpack unpack = { broken, broken + size, FALSE };
		if (i >= bundle->len)
			broken[i - bundle->len] ^= 0xff;
		struct rn_bundled whole = rn_bundle_read (&unpack);
		tell (&unpack, &whole, told);
		ck_assert_msg (unpack.at <= unpack.end, "byte %u", i);
		ck_assert_msg (unpack.is_bad || i >= bundle->len, "cut at byte %u", i);
	}
}
END_TEST

static Suite *
base_suite (void)
{
	Suite *suite = suite_create ("base");
	TCase *tests = tcase_create ("base");
	tcase_add_loop_test (tests, duration_is_read, 0, G_N_ELEMENTS (durations));
	tcase_add_test (tests, working_days_skip_the_weekend_and_keep_local_time);
	tcase_add_loop_test (tests, zone_is_known_by_its_name_alone, 0, G_N_ELEMENTS (zone_names));
	tcase_add_loop_test (tests, address_is_judged, 0, G_N_ELEMENTS (addresses));
	tcase_add_test (tests, plus_part_comes_off_and_on);
	tcase_add_test (tests, near_words_are_meant);
	tcase_add_test (tests, frames_arrive_in_order);
	tcase_add_test (tests, records_arrive_as_they_were_put);
	tcase_add_test (tests, a_channel_that_is_never_empty_does_not_grow);
	tcase_add_test (tests, nobody_waits_longer_than_he_wants_to_write);
	tcase_add_test (tests, bodies_of_any_length_follow_each_other);
	tcase_add_loop_test (tests, a_broken_frame_is_refused, 0, G_N_ELEMENTS (hostile));
	tcase_add_test (tests, waiting_ends_at_the_deadline);
	tcase_add_test (tests, utf8_is_judged_as_by_glib);
	tcase_add_test (tests, printable_bytes_are_found);
	tcase_add_test (tests, what_is_packed_comes_back);
	tcase_add_test (tests, a_list_ends_where_it_is_bad);
	tcase_add_loop_test (tests, what_was_not_packed_so_is_bad, 0, G_N_ELEMENTS (unpackable));
	tcase_add_test (tests, a_bundle_tells_what_was_put_into_it);
	tcase_add_test (tests, a_broken_bundle_ends);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (base_suite ())

/* Other words in place of names, wherever these stand. */
#include "rewrite.h"
#include "unit.h"

#define NAME "Ada King"
#define ADDRESS "ada@example.org"
#define NAME_NOW "nobody"
#define ADDRESS_NOW "nobody@forgotten.invalid"

static rn_names *
names_new (void)
{
	rn_names *names = rn_names_new ();

	rn_names_add (names, NAME, NAME_NOW);
	rn_names_add (names, ADDRESS, ADDRESS_NOW);
	rn_names_add (names, "Zoë (Zo.) Žák", NAME_NOW);
	rn_names_add (names, "", "never");
	return names;
}

static const struct {
	const char *text, *now; /* NULL: it stays */
} rows[] = {
	{ "Ada King said yes", "nobody said yes" },
	{ "asked both Ada King and Max", "asked both nobody and Max" },
	{ "ADA KING, ada king.", "nobody, nobody." },
	{ "Ada Kingsley said yes", NULL },
	{ "Canada King", NULL },
	{ "Ada  King", "nobody" },
	{ "> I talked with Ada\n> King.", "> I talked with nobody." },
	{ "Ada, King", NULL },
	{ "(Zoë (Zo.) Žák)", "(nobody)" },
	{ "zoË (zo.) žÁK", "nobody" },
	{ "Zoë (Zoo) Žák", NULL },
	{ "mailed to ada@example.org.", "mailed to nobody@forgotten.invalid." },
	{ "<ADA@example.ORG>: no such mailbox", "<nobody@forgotten.invalid>: no such mailbox" },
	{ "not.ada@example.org", NULL },
	{ "x-ada@example.org", NULL },
	{ "ada@example.org.uk", NULL },
	{ "ada@example.organic", NULL },
	{ "Ada King <ada@example.org>", "nobody <nobody@forgotten.invalid>" },
	{ "", NULL },
	{ "Ada \xff King \xff Ada King", "Ada \xef\xbf\xbd King \xef\xbf\xbd nobody" },
};

START_TEST (a_name_is_found_as_a_whole)
{
	g_autoptr (rn_names) names = names_new ();
	g_autofree char *now = rn_names_replace (rows[_i].text, names);

	ck_assert_msg (g_strcmp0 (now, rows[_i].now) == 0, "“%s” became “%s”", rows[_i].text, now != NULL ? now : "(itself)");
	ck_assert_msg (rn_names_are_in (names, rows[_i].text, strlen (rows[_i].text)) == (rows[_i].now != NULL), "whether it is in “%s”",
	               rows[_i].text);
}
END_TEST

START_TEST (names_are_found_in_bytes)
{
	static const char raw[] = "Subject: from Ada\r\n King\r\n\0binary";
	g_autoptr (rn_names) names = names_new ();

	ck_assert (rn_names_are_in (names, raw, sizeof raw));
	ck_assert (!rn_names_are_in (names, raw, sizeof "Subject: from Ada\r\n"));
}
END_TEST

static GBytes *
letter (const char *to, const char *line)
{
	GByteArray *bundle = g_byte_array_new ();

	rn_bundle_open (bundle, NULL, RN_BUNDLE_TABLE);
	rn_bundle_text (bundle, "to", to);
	rn_bundle_number (bundle, ADDRESS, -70000);
	rn_bundle_open (bundle, "fields", RN_BUNDLE_TABLE);
	rn_bundle_open (bundle, "lines", RN_BUNDLE_LIST);
	rn_bundle_text (bundle, NULL, line);
	rn_bundle_flag (bundle, NULL, TRUE);
	rn_bundle_close (bundle);
	rn_bundle_close (bundle);
	rn_bundle_close (bundle);
	return g_byte_array_free_to_bytes (bundle);
}

START_TEST (texts_in_a_bundle_are_rewritten)
{
	g_autoptr (rn_names) names = names_new ();
	g_autoptr (GBytes) was = letter (ADDRESS, "you and Ada King"), wanted = letter (ADDRESS_NOW, "you and nobody");
	g_autoptr (GBytes) now = rn_bundle_rewrite (was, rn_names_replace, names);

	ck_assert (now != NULL && g_bytes_equal (now, wanted));
	ck_assert_ptr_null (rn_bundle_rewrite (wanted, rn_names_replace, names));
}
END_TEST

/* Whoever wrote it: a letter that was damaged is left as it is, and read by nobody. */
START_TEST (a_damaged_bundle_stays)
{
	g_autoptr (rn_names) names = names_new ();
	g_autoptr (GBytes) was = letter (ADDRESS, "you and Ada King");

	for (gsize size = 0; size < g_bytes_get_size (was) - 1; size++) {
		g_autoptr (GBytes) part = g_bytes_new_from_bytes (was, 0, size);
		g_autoptr (GBytes) now = rn_bundle_rewrite (part, rn_names_replace, names);
		/* of whole values that lack their end the texts were seen */
		ck_assert_msg (now == NULL || g_bytes_get_size (now) > size, "of %" G_GSIZE_FORMAT " bytes", size);
	}
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("rewrite");
	TCase *tests = tcase_create ("rewrite");

	tcase_add_loop_test (tests, a_name_is_found_as_a_whole, 0, G_N_ELEMENTS (rows));
	tcase_add_test (tests, names_are_found_in_bytes);
	tcase_add_test (tests, texts_in_a_bundle_are_rewritten);
	tcase_add_test (tests, a_damaged_bundle_stays);
	suite_add_tcase (s, tests);
	return s;
}

RN_UNIT_MAIN (suite ())

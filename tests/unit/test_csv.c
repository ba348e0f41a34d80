/* The plugin csv: what a list of people may look like, and what is said of a bad one. */
#include "unit.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fake_host.h"

struct listing {
	rn_fake_host *host;
	char *path;
	gboolean fine;
	GError *error;
};

static struct listing
list_bytes (const char *bytes, gsize size, const char *partial)
{
	struct listing listing = { 0 };
	const struct rn_provider *provider = rn_fake_provider (&rn_plugin, RN_DIRECTORY);
	int fd = g_file_open_tmp ("people-XXXXXX.csv", &listing.path, NULL);

	ck_assert (g_close (fd, NULL) && g_file_set_contents (listing.path, bytes, (gssize) size, NULL));
	listing.host = rn_fake_host_new (provider, (const char *[]) { "file", listing.path, "partial", partial, NULL });
	gpointer self = provider->open (&listing.host->host, &listing.error);
	rn_assert_no_error (listing.error);
	listing.fine = provider->ops.directory->list (self, &listing.error);
	provider->close (self);
	ck_assert_msg (listing.fine == (listing.error == NULL), "an error is set when, and only when, the call fails");
	return listing;
}

static struct listing
list (const char *text)
{
	return list_bytes (text, strlen (text), "no");
}

static void
done (struct listing *listing)
{
	g_unlink (listing->path);
	g_free (listing->path);
	rn_fake_host_free (listing->host);
	g_clear_error (&listing->error);
}

START_TEST (a_full_row_becomes_a_person)
{
	struct listing listing = list (
		"ID,Name,E-Mail,aliases,role,level,unit,manager,site,Time zone,Working hours,language,"
		"skills,wishes,traditional_mentor,absent until,Calendar URL\r\n"
		"7,Ada Lovelace,Ada@example.org,ada.l@example.org; al@example.org,Leader,9,Engines,8,London,Europe/London,"
		"\"Mon-Thu 08:00-12:00, Fri 9:00-10:30\",en-GB,"
		"\"maths; weaving\",\"accessibility; \",8,2026-07-01,https://cal.example.org/ada.ics\r\n"
		"8,Charles Babbage,charles@example.org,,,,,,,,,,,,,,\r\n");
	rn_assert_no_error (listing.error);
	const struct rn_directory_person *ada = rn_fake_person_at (listing.host, 0);
	const struct rn_directory_person *charles = rn_fake_person_at (listing.host, 1);

	ck_assert_uint_eq (listing.host->persons->len, 2);
	ck_assert_str_eq (ada->id, "7");
	ck_assert_str_eq (ada->name, "Ada Lovelace");
	ck_assert_str_eq (ada->address, "Ada@example.org");
	ck_assert_str_eq (ada->aliases[0], "ada.l@example.org");
	ck_assert_str_eq (ada->aliases[1], "al@example.org");
	ck_assert_ptr_null (ada->aliases[2]);
	ck_assert_str_eq (ada->role, "leader");
	ck_assert_int_eq (ada->level, 9);
	ck_assert_str_eq (ada->unit, "Engines");
	ck_assert_str_eq (ada->manager, "8");
	ck_assert_str_eq (ada->site, "London");
	ck_assert_str_eq (ada->zone, "Europe/London");
	ck_assert_str_eq (ada->hours, "Mon-Thu 08:00-12:00, Fri 9:00-10:30");
	ck_assert_str_eq (ada->language, "en");
	ck_assert_str_eq (ada->skills[1], "weaving");
	ck_assert_str_eq (ada->wishes[0], "accessibility");
	ck_assert_ptr_null (ada->wishes[1]);
	ck_assert_str_eq (ada->traditional_mentor, "8");
	ck_assert_int_eq (ada->absent_until, 1782860400); /* 2026-06-30T23:00:00Z, midnight in London's summer */
	ck_assert_str_eq (ada->calendar, "https://cal.example.org/ada.ics");
	ck_assert_ptr_null (charles->calendar);
	ck_assert_ptr_null (charles->manager);
	ck_assert_ptr_null (charles->skills);
	ck_assert_ptr_null (charles->zone);
	ck_assert_int_eq (charles->absent_until, 0);
	done (&listing);
}
END_TEST

START_TEST (a_calendar_is_an_address)
{
	static const char *const rows[] = { "ada.ics", "mailto:ada@example.org", "https://cal.example.org/a da.ics",
	                                    "ftp://cal.example.org/ada.ics" };
	g_autofree char *text = g_strdup_printf ("id,name,email,calendar\n1,Ada,ada@example.org,%s\n", rows[_i]);
	struct listing listing = list (text);

	ck_assert_msg (!listing.fine && strstr (rn_fake_bad_row_at (listing.host, 0)->why,
	                                        "is not where a calendar is published") != NULL,
	               "%s", rows[_i]);
	done (&listing);
}
END_TEST

/* All of them hold the one person “Jürgen O"Neil”, id 1, j@example.org. */
#define JUERGEN "J\xc3\xbcrgen O\"Neil"
static const struct {
	const char *name, *bytes;
	gsize size;
	const char *log; /* wanted words, or NULL for no line at all */
} spellings[] = {
#define BYTES(s) s, sizeof s - 1
	{ "comma, LF", BYTES ("id,name,email\n1,\"J\xc3\xbcrgen O\"\"Neil\",j@example.org\n"), NULL },
	{ "no line end at the end", BYTES ("id,name,email\n1,\"J\xc3\xbcrgen O\"\"Neil\",j@example.org"), NULL },
	{ "line ends of an old Macintosh", BYTES ("id,name,email\r1,\"J\xc3\xbcrgen O\"\"Neil\",j@example.org\r"), NULL },
	{ "semicolon and byte order mark", BYTES ("\xef\xbb\xbfid;name;email\r\n"
	                                          "1;\"J\xc3\xbcrgen O\"\"Neil\";j@example.org\r\n"), NULL },
	{ "tab, quote within a cell", BYTES ("id\tname\temail\r\n1\tJ\xc3\xbcrgen O\"Neil\tj@example.org\r\n"), NULL },
	{ "sep= of Excel", BYTES ("sep=|\r\nid|name|email\r\n1|\"J\xc3\xbcrgen O\"\"Neil\"|j@example.org\r\n"), NULL },
	{ "Latin-1", BYTES ("id,name,email\r\n1,\"J\xfcrgen O\"\"Neil\",j@example.org\r\n"), "read as Latin-1" },
	{ "UTF-16 of Excel", BYTES ("\xff\xfei\0d\0,\0n\0a\0m\0e\0,\0e\0m\0a\0i\0l\0\n"
	                            "\0" "1\0,\0J\0\xfc\0r\0g\0e\0n\0 \0O\0\"\0N\0e\0i\0l\0,\0"
	                            "j\0@\0e\0x\0a\0m\0p\0l\0e\0.\0o\0r\0g\0\n\0"), NULL },
	{ "line break within quotes", BYTES ("id,name,email\n1,\"J\xc3\xbcrgen\r\nO\"\"Neil\",j@example.org\n"), NULL },
	{ "empty lines and rows", BYTES ("\n\nid,name,email\n,,\n1,\"J\xc3\xbcrgen O\"\"Neil\",j@example.org\n\n\n"), NULL },
	{ "space around", BYTES ("id, name ,email\n 1 ,J\xc3\xbcrgen O\"Neil , j@example.org\n"), NULL },
	{ "unknown column", BYTES ("id,name,email,skils\n1,J\xc3\xbcrgen O\"Neil,j@example.org,x\n"),
	  ":1: column 4 “skils” is unknown and is not used; did you mean “skills”?" },
};

START_TEST (one_person_in_many_spellings)
{
	struct listing listing = list_bytes (spellings[_i].bytes, spellings[_i].size, "no");
	ck_assert_msg (listing.fine, "%s: %s", spellings[_i].name, listing.error != NULL ? listing.error->message : "");
	const struct rn_directory_person *person = rn_fake_person_at (listing.host, 0);

	ck_assert_msg (listing.host->persons->len == 1, "%s", spellings[_i].name);
	ck_assert_msg (strcmp (person->id, "1") == 0, "%s: id “%s”", spellings[_i].name, person->id);
	ck_assert_msg (strcmp (person->name, JUERGEN) == 0, "%s: name “%s”", spellings[_i].name, person->name);
	ck_assert_msg (strcmp (person->address, "j@example.org") == 0, "%s: address “%s”", spellings[_i].name, person->address);
	if (spellings[_i].log != NULL)
		ck_assert_msg (listing.host->log->len == 1 && rn_fake_logged (listing.host, spellings[_i].log), "%s",
		               spellings[_i].name);
	else
		ck_assert_msg (listing.host->log->len == 0, "%s", spellings[_i].name);
	done (&listing);
}
END_TEST

/* Below this header and row stands one bad row: line 3. */
#define GOOD "id,name,email,aliases,level,manager,zone,hours,language,absent_until,traditional_mentor\n" \
             "1,Ada,ada@example.org,al@example.org,,,,,,,\n"
static const struct {
	const char *row;
	guint column;
	const char *words;
} bad_rows[] = {
	{ ",Bob,bob@example.org,,,,,,,,", 1, "the id is missing" },
	{ "2,,bob@example.org,,,,,,,,", 2, "the name is missing" },
	{ "2,Bob,,,,,,,,,", 3, "the email is missing" },
	{ "1,Bob,bob@example.org,,,,,,,,", 1, "line 2 already" },
	{ "2,Bob,ADA@example.org,,,,,,,,", 3, "line 2 already" },
	{ "2,Bob,al@example.org,,,,,,,,", 3, "line 2 already" },
	{ "2,Bob,bob@example.org,Ada@Example.org,,,,,,,", 4, "line 2 already" },
	{ "2,Bob,bob,,,,,,,,", 3, "“bob” is no mail address" },
	{ "2,Bob,\"bob@example.org\r\nBcc: eve@example.org\",,,,,,,,", 3, "no mail address" },
	{ "2,Bob,\"bob@example.org, eve@example.org\",,,,,,,,", 3, "no mail address" },
	{ "2,Bob,bob@example.org,bob.b@example.org;<b@x>,,,,,,,", 4, "“<b@x>” is no mail address" },
	{ "2,Bob,bob@example.org,,high,,,,,,", 5, "“high” is not a level" },
	{ "2,Bob,bob@example.org,,-1,,,,,,", 5, "not a level" },
	{ "2,Bob,bob@example.org,,99999999999999999999,,,,,,", 5, "not a level" },
	{ "2,Bob,bob@example.org,,,9,,,,,", 6, "there is no person “9”" },
	{ "2,Bob,bob@example.org,,,2,,,,,", 6, "for themselves" },
	{ "2,Bob,bob@example.org,,,,Mars/Olympus,,,,", 7, "“Mars/Olympus” is not a time zone" },
	{ "2,Bob,bob@example.org,,,,../../etc/passwd,,,,", 7, "not a time zone" },
	{ "2,Bob,bob@example.org,,,,,nine to five,,,", 8, "no working hours" },
	{ "2,Bob,bob@example.org,,,,,Mon-Fri 17:00-09:00,,,", 8, "no working hours" },
	{ "2,Bob,bob@example.org,,,,,Mon-Fri 09:00-25:00,,,", 8, "no working hours" },
	{ "2,Bob,bob@example.org,,,,,,English,,", 9, "“English” is not a language" },
	{ "2,Bob,bob@example.org,,,,,,e,,", 9, "“e” is not a language" },
	{ "2,Bob,bob@example.org,,,,,,engl,,", 9, "“engl” is not a language" },
	{ "2,Bob,bob@example.org,,,,,,,soon,", 10, "“soon” is not a date" },
	{ "2,Bob,bob@example.org,,,,,,,2026-02-30,", 10, "not a date" },
	{ "2,Bob,bob@example.org,,,,,,,,nobody", 11, "there is no person “nobody”" },
	{ "2,Bob,bob@example.org", 0, "the row has 3 cells, the header has 11" },
	{ "2,Bob,bob@example.org,,,,,,,,,", 0, "the row has 12 cells, the header has 11" },
	{ "2,\"Bob,bob@example.org,,,,,,,,", 2, "the quote that opens here is never closed" },
	{ "2,\"Bob\"by,bob@example.org,,,,,,,,", 2, "text follows the closing quote" },
};

START_TEST (bad_row_is_named_by_line_and_column)
{
	g_autofree char *text = g_strconcat (GOOD, bad_rows[_i].row, "\n", NULL);
	struct listing listing = list (text);
	const struct rn_fake_bad_row *bad = rn_fake_bad_row_at (listing.host, 0);

	ck_assert_msg (listing.host->bad_rows->len == 1, "%s", bad_rows[_i].row);
	ck_assert_str_eq (bad->file, listing.path);
	ck_assert_msg (bad->line == 3, "%s: line %u", bad_rows[_i].row, bad->line);
	ck_assert_msg (bad->column == bad_rows[_i].column, "%s: column %u", bad_rows[_i].row, bad->column);
	ck_assert_msg (strstr (bad->why, bad_rows[_i].words) != NULL, "%s: %s", bad_rows[_i].row, bad->why);
	ck_assert (!listing.fine && listing.host->persons->len == 0);
	ck_assert (g_error_matches (listing.error, RN_ERROR, RN_ERROR_DATA));
	ck_assert_msg (strstr (listing.error->message, "1 of 2 rows are bad") != NULL, "%s", listing.error->message);
	done (&listing);
}
END_TEST

START_TEST (good_rows_are_taken_when_partial)
{
	static const char text[] = GOOD
		"2,\"Bob,bob@example.org,,,,,,,,\n"
		"3,Eve,eve,,x,1,,,,,\n"
		"4,Dan,dan@example.org,,,ada@example.org,,,gsw-CH,,3\n";
	struct listing listing = list_bytes (text, strlen (text), "yes");

	rn_assert_no_error (listing.error);
	ck_assert_uint_eq (listing.host->bad_rows->len, 3);
	ck_assert_uint_eq (rn_fake_bad_row_at (listing.host, 0)->line, 3);
	ck_assert_uint_eq (rn_fake_bad_row_at (listing.host, 1)->line, 4);
	ck_assert_uint_eq (rn_fake_bad_row_at (listing.host, 1)->column, 3);
	ck_assert_uint_eq (rn_fake_bad_row_at (listing.host, 2)->column, 5);
	ck_assert_uint_eq (listing.host->persons->len, 2);
	ck_assert_str_eq (rn_fake_person_at (listing.host, 1)->name, "Dan");
	ck_assert_str_eq (rn_fake_person_at (listing.host, 1)->manager, "1");
	ck_assert_str_eq (rn_fake_person_at (listing.host, 1)->language, "gsw");
	ck_assert_str_eq (rn_fake_person_at (listing.host, 1)->traditional_mentor, "3");
	done (&listing);
}
END_TEST

static const struct {
	const char *name, *bytes;
	gsize size;
	const char *words;
} bad_files[] = {
	{ "nothing", BYTES (""), "the file is empty" },
	{ "only a mark", BYTES ("\xef\xbb\xbf\n\n"), "the file has no rows" },
	{ "only a header", BYTES ("id,name,email\n"), "nobody below the first line" },
	{ "no header", BYTES ("1,Ada,ada@example.org\n"), ":1: there is no column “id”" },
	{ "no address", BYTES ("\nid,name,emial\n1,Ada,ada@example.org\n"), ":2: there is no column “email”" },
	{ "a column twice", BYTES ("id,name,email,mail\n"), ":1: columns 3 and 4 both mean “email”" },
	{ "binary", BYTES ("\x7f" "ELF\0\0\0\x01\x80\xff\n"), "this is no text" },
	{ "half a UTF-16 letter", BYTES ("\xff\xfei\0d"), "this is no text" },
	{ "nothing but bad rows", BYTES ("id,name,email\n1,Ada,ada\n"), "none of the 1 rows can be used" },
	{ "quote in the header", BYTES ("id,\"name,email\n1,Ada,ada@example.org\n"),
	  ":1: the quote that opens here is never closed" },
};

START_TEST (bad_file_is_refused_in_a_sentence)
{
	struct listing listing = list_bytes (bad_files[_i].bytes, bad_files[_i].size, "yes");

	ck_assert_msg (!listing.fine, "%s", bad_files[_i].name);
	ck_assert_msg (g_str_has_prefix (listing.error->message, listing.path), "%s: %s", bad_files[_i].name,
	               listing.error->message);
	ck_assert_msg (strstr (listing.error->message, bad_files[_i].words) != NULL, "%s: %s", bad_files[_i].name,
	               listing.error->message);
	done (&listing);
}
END_TEST

START_TEST (no_file_and_no_ordinary_file)
{
	static const char *const paths[] = { "/nonexistent/people.csv", "/dev/zero", "/tmp" };
	const struct rn_provider *provider = rn_fake_provider (&rn_plugin, RN_DIRECTORY);
	g_autoptr (rn_fake_host) fake = rn_fake_host_new (provider, (const char *[]) { "file", paths[_i], NULL });
	g_autoptr (GError) error = NULL;

	ck_assert_msg (!provider->ops.directory->list (provider->open (&fake->host, &error), &error), "%s", paths[_i]);
	ck_assert_msg (g_str_has_prefix (error->message, paths[_i]), "%s", error->message);
}
END_TEST

START_TEST (our_own_exports_come_back_equal)
{
	/* an apostrophe keeps spreadsheets from running a cell as a formula */
	struct listing listing = list ("id,name,email,unit\n1,'=1+1,ada@example.org,'tis\n");

	rn_assert_no_error (listing.error);
	ck_assert_str_eq (rn_fake_person_at (listing.host, 0)->name, "=1+1");
	ck_assert_str_eq (rn_fake_person_at (listing.host, 0)->unit, "'tis");
	done (&listing);
}
END_TEST

START_TEST (a_flood_of_bad_cells_is_bounded)
{
	g_autoptr (GString) text = g_string_new ("id,name,email\n");
	for (guint i = 0; i < 1500; i++)
		g_string_append_printf (text, "%u,Ada,ada\n", i);
	struct listing listing = list (text->str);

	ck_assert_uint_eq (listing.host->bad_rows->len, 1000);
	ck_assert (rn_fake_logged (listing.host, "500 further bad cells are not listed"));
	done (&listing);
}
END_TEST

START_TEST (endless_cells_and_rows_are_bounded)
{
	g_autofree char *quotes = g_strnfill (3 * 1024 * 1024, ' '), *commas = g_strnfill (100000, ',');
	g_autofree char *text = g_strdup_printf ("id,name,email\n1,\"%s\",ada@example.org\n%s\n2,Bob,bob@example.org\n", quotes,
	                                         commas);
	struct listing listing = list_bytes (text, strlen (text), "yes");

	rn_assert_no_error (listing.error);
	ck_assert_uint_eq (listing.host->bad_rows->len, 2);
	ck_assert_msg (strstr (rn_fake_bad_row_at (listing.host, 0)->why, "16 KiB") != NULL, "%s",
	               rn_fake_bad_row_at (listing.host, 0)->why);
	ck_assert_msg (strstr (rn_fake_bad_row_at (listing.host, 1)->why, "256 cells") != NULL, "%s",
	               rn_fake_bad_row_at (listing.host, 1)->why);
	ck_assert_uint_eq (listing.host->persons->len, 1);
	done (&listing);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("csv");
	TCase *t = tcase_create ("csv");

	tcase_add_test (t, a_full_row_becomes_a_person);
	tcase_add_loop_test (t, a_calendar_is_an_address, 0, 4);
	tcase_add_loop_test (t, one_person_in_many_spellings, 0, G_N_ELEMENTS (spellings));
	tcase_add_loop_test (t, bad_row_is_named_by_line_and_column, 0, G_N_ELEMENTS (bad_rows));
	tcase_add_test (t, good_rows_are_taken_when_partial);
	tcase_add_loop_test (t, bad_file_is_refused_in_a_sentence, 0, G_N_ELEMENTS (bad_files));
	tcase_add_loop_test (t, no_file_and_no_ordinary_file, 0, 3);
	tcase_add_test (t, our_own_exports_come_back_equal);
	tcase_add_test (t, a_flood_of_bad_cells_is_bounded);
	tcase_add_test (t, endless_cells_and_rows_are_bounded);
	suite_add_tcase (s, t);
	return s;
}

RN_UNIT_MAIN (suite ())

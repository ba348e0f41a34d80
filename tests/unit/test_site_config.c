/* rotnem.conf: what is read, and what is said of what cannot be read. */
#include "unit.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "blocks.h"
#include "shipped.h"
#include "site_config.h"

static char *dir; /* holds rotnem.conf, and a program's folder */

static void
set_up (void)
{
	dir = g_dir_make_tmp ("config-XXXXXX", NULL);
	g_autofree char *program = g_build_filename (dir, "scripts", "reverse-mentoring", NULL);
	ck_assert_int_eq (g_mkdir_with_parents (program, 0700), 0);
	g_autofree char *real = g_build_filename (dir, "l", NULL), *link = g_build_filename (dir, "link", NULL);
	ck_assert (g_mkdir (real, 0700) == 0 && symlink ("l", link) == 0);
}

static void
tear_down (void)
{
	g_autofree char *command = g_strdup_printf ("rm -rf '%s'", dir);
	ck_assert (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
	g_free (dir);
}

static char *
put (const char *name, const char *text)
{
	char *path = g_build_filename (dir, name, NULL);
	ck_assert (g_file_set_contents (path, text, -1, NULL));
	return path;
}

static rn_config *
load_with (enum rn_secrets secrets, const char *text, GPtrArray **problems)
{
	g_autofree char *path = put ("rotnem.conf", text);
	*problems = g_ptr_array_new_with_free_func (g_free);
	return rn_config_load (path, secrets, *problems);
}

static rn_config *
load (const char *text, GPtrArray **problems)
{
	return load_with (RN_SECRETS_READ, text, problems);
}

static char *
joined (GPtrArray *problems)
{
	GString *text = g_string_new (NULL);
	for (guint i = 0; i < problems->len; i++)
		g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (problems, i));
	return g_string_free (text, FALSE);
}

/* Lines 1 to 8; those of a test follow. */
#define HEAD "plugins_dir = \"" TEST_PLUGINS "\"\nscripts_dir = scripts\n# a comment, and a \"quote\n/* two\nlines { */\n"
#define SITE HEAD "pigeon \"loft\" { loft = l }\n"
#define PROGRAM "program \"reverse-mentoring\" { address = p@example.org coordinator = c@example.org }\n"

/* Where there are several blocks. */
#define NAMING "program \"reverse-mentoring\" { address = p@example.org coordinator = c@example.org source = loft transport = loft }\n"

START_TEST (all_that_can_be_said_is_read)
{
	GPtrArray *problems;
	g_autofree char *more = g_build_filename (dir, "conf.d", NULL);
	ck_assert_int_eq (g_mkdir (more, 0700), 0);
	g_autofree char *part = put ("conf.d/10-program.conf",
		"program \"reverse-mentoring\" {\n"
		"	address = mentoring@example.org // people write to it\n"
		"	display_name = 'Reverse \"Mentoring\"'\n"
		"	coordinator = \"hr@example.org\"\n"
		"	transport = \"loft\"\n"
		"	set { pace = \"14 days\" formality=2 }\n"
		"}\n");
	g_autofree char *other = put ("conf.d/ignored.txt", "nonsense");
	g_autoptr (rn_config) config = load (
		HEAD
		"state_dir = state\n"
		"redirect_all_to = me@example.org\n"
		"since = 2026-03-01\n"
		"poll_every = \"2 minutes\"\n"
		"silence = \"3 minutes\"\n"
		"keep_raw_mail = \"7 days\"\nkeep_journal = \"year\"\n"
		"token_in = message-id\n"
		"pigeon \"loft\"\n{\n"
		"	colour = \"grey \\\"white\\\" \\\\ #1\" wings = 4\n"
		"	homing = Off\n"
		"	rest = \"2 hours\" # long\n"
		"	loft = up/../down\n"
		"	password = p#w//x\n"
		"}\n"
		"dovecote \"people\" {}\n", &problems);
	g_autofree char *all = joined (problems);
	ck_assert_msg (config != NULL, "%s", all);
	g_autofree char *state = g_build_filename (dir, "state", NULL), *down = g_build_filename (dir, "down", NULL);

	ck_assert_str_eq (config->state_dir, state);
	ck_assert_str_eq (config->redirect_all_to, "me@example.org");
	ck_assert_int_eq (config->since, 1772323200); /* 2026-03-01T00:00:00Z */
	ck_assert_int_eq (config->poll_seconds, 120);
	ck_assert_int_eq (config->silence_seconds, 180);
	ck_assert_int_eq (config->keep_days[RN_KEEP_RAW_MAIL], 7);
	ck_assert_int_eq (config->keep_days[RN_KEEP_JOURNAL], 365);
	ck_assert_int_eq (config->keep_days[RN_KEEP_LETTERS], 90);
	ck_assert_str_eq (config->token_in, "message-id");
	ck_assert_str_eq (config->authserv_id, "");
	ck_assert_uint_eq (config->providers->len, 3);
	const rn_provider_config *transport = rn_config_provider (config, RN_TRANSPORT, "loft");
	ck_assert_ptr_nonnull (transport);
	ck_assert_ptr_nonnull (rn_config_provider (config, RN_SOURCE, "loft"));
	ck_assert_ptr_nonnull (rn_config_provider (config, RN_DIRECTORY, "people"));
	ck_assert_ptr_null (rn_config_provider (config, RN_SOURCE, "people"));
	ck_assert (transport->together);
	ck_assert (g_str_has_suffix (transport->plugin_path, "/pigeon.so"));
	ck_assert (g_str_has_suffix (transport->place, "rotnem.conf:14"));
	ck_assert_str_eq (g_hash_table_lookup (transport->values, "colour"), "grey \"white\" \\ #1");
	ck_assert_str_eq (g_hash_table_lookup (transport->values, "wings"), "4");
	ck_assert_str_eq (g_hash_table_lookup (transport->values, "homing"), "no");
	ck_assert_str_eq (g_hash_table_lookup (transport->values, "rest"), "7200");
	ck_assert_str_eq (g_hash_table_lookup (transport->values, "loft"), down);
	ck_assert_str_eq (g_hash_table_lookup (transport->values, "password"), "p#w//x");
	const rn_program_config *program = g_ptr_array_index (config->programs, 0);
	ck_assert_uint_eq (config->programs->len, 1);
	ck_assert_str_eq (program->name, "reverse-mentoring");
	ck_assert_str_eq (program->address, "mentoring@example.org");
	ck_assert_str_eq (program->display_name, "Reverse \"Mentoring\"");
	ck_assert_str_eq (program->sponsor, "");
	ck_assert_str_eq (program->source, "loft"); /* the only one there is */
	ck_assert_str_eq (program->transport, "loft");
	ck_assert_str_eq (g_hash_table_lookup (program->settings, "pace"), "14 days");
	ck_assert_str_eq (g_hash_table_lookup (program->settings, "formality"), "2");
	ck_assert (g_str_has_suffix (program->place, "10-program.conf:1"));
	g_ptr_array_unref (problems);
}
END_TEST

START_TEST (places_of_work_have_holidays)
{
	GPtrArray *problems;
	g_autofree char *file = put ("pune.ics",
	                             "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260126\r\nRRULE:FREQ=YEARLY\r\n"
	                                         "SUMMARY:Republic Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
	g_autoptr (rn_config) config = load (SITE PROGRAM "site \"Pune\" {\n holidays = pune.ics\n}\nsite \"New York\" { }\n",
	                                     &problems);
	g_autofree char *all = joined (problems);

	ck_assert_msg (config != NULL, "%s", all);
	ck_assert_uint_eq (config->places->len, 2);
	const rn_place_config *pune = g_ptr_array_index (config->places, 0), *york = g_ptr_array_index (config->places, 1);
	ck_assert_str_eq (pune->name, "Pune");
	ck_assert_str_eq (pune->holidays, file);
	ck_assert_str_eq (york->holidays, "");
	g_autofree char *shown = rn_config_show (config);
	ck_assert_ptr_nonnull (strstr (shown, "site \"New York\" {\n\tholidays = \"\"\n}\n"));
	g_ptr_array_unref (problems);
}
END_TEST

START_TEST (what_is_shown_reads_back_equal_but_for_secrets)
{
	GPtrArray *problems, *again;
	g_autoptr (rn_config) config = load (SITE "dovecote \"people\" { }\n" PROGRAM, &problems);
	g_autofree char *all = joined (problems);
	ck_assert_msg (config != NULL, "%s", all);
	g_hash_table_insert (((rn_provider_config *) g_ptr_array_index (config->providers, 0))->values, g_strdup ("password"),
	                     g_strdup ("s3cret"));
	g_autofree char *shown = rn_config_show (config);
	ck_assert_ptr_null (strstr (shown, "s3cret"));
	ck_assert_ptr_nonnull (strstr (shown, "\tpassword = \"(secret)\"\n"));
	ck_assert_ptr_nonnull (strstr (shown, "\trest = \"20 minutes\"\n"));

	/* one block gave two providers, so it is shown twice; the second falls away here */
	char *first = strstr (shown, "# source"), *second = strstr (shown, "\n# transport");
	ck_assert (first != NULL && second > first);
	char *third = strstr (second, "\n# directory");
	g_autofree char *once = g_strdup_printf ("%.*s%s", (int) (second - shown), shown, third);
	g_autoptr (rn_config) back = load (once, &again);
	g_autofree char *told = joined (again);
	ck_assert_msg (back != NULL, "%s", told);
	ck_assert_int_eq (back->poll_seconds, config->poll_seconds);
	ck_assert_mem_eq (back->keep_days, config->keep_days, sizeof config->keep_days);
	ck_assert_str_eq (back->state_dir, config->state_dir);
	ck_assert_str_eq (g_hash_table_lookup (((rn_provider_config *) g_ptr_array_index (back->providers, 0))->values, "rest"),
	                  "1200");
	g_ptr_array_unref (problems);
	g_ptr_array_unref (again);
}
END_TEST

/* One problem each, wanted in this line. */
static const struct {
	const char *text;
	guint line;
	const char *words;
} broken[] = {
	{ SITE PROGRAM "stat_dir = x\n", 8, "there is no setting “stat_dir” here; did you mean “state_dir”?" },
	{ SITE PROGRAM "state_dir = x\nstate_dir = y\n", 9, "“state_dir” is set already at" },
	{ SITE PROGRAM "redirect_all_to = \"Me <me@example.org>\"\n", 8,
	  "redirect_all_to: “Me <me@example.org>” is no mail address" },
	{ SITE PROGRAM "token_in = subject\n", 8, "“subject” is neither address nor message-id" },
	{ SITE PROGRAM "since = yesterday\n", 8, "since: “yesterday” is not a time" },
	{ SITE PROGRAM "poll_every = 60\n", 8, "poll_every: “60” is not a length of time" },
	{ SITE PROGRAM "silence = \"9 seconds\"\n", 8, "silence: it must be 10 seconds at least" },
	{ SITE PROGRAM "keep_raw_mail = \"5 working days\"\n", 8, "working days, which this setting cannot" },
	{ SITE PROGRAM "state_dir =\n", 8, "there is no value behind “state_dir =”" },
	{ SITE PROGRAM "state_dir = # none\nauthserv_id = x\n", 8, "there is no value behind “state_dir =”" },
	{ SITE PROGRAM "state_dir = { x }\n", 8, "there is no value behind “state_dir =”" },
	{ SITE PROGRAM "state_dir = \"x\n\n", 8, "the quote that opens in this line is not closed in it" },
	{ SITE PROGRAM "state_dir \"x\"\n", 8, "“state_dir” stands alone" },
	{ SITE PROGRAM "authserv_id = mail server\n", 8, "“server” stands alone" },
	{ SITE PROGRAM "= x\n", 8, "there is no name before this sign" },
	{ SITE PROGRAM "}\n", 8, "this } closes nothing" },
	{ SITE PROGRAM "dovecote \"p\" {\n\n", 10, "the file ends within the block “dovecote” of" },
	{ SITE PROGRAM "/* no\nend", 8, "the comment that starts here is never closed" },
	{ SITE PROGRAM "dovecot \"p\" { x = 1 }\n", 8, "there is no plugin for “dovecot”; did you mean “dovecote”?" },
	{ SITE PROGRAM "dovecote { }\n", 8, "the block needs a title" },
	{ SITE PROGRAM "site { }\n", 8, "the block needs a title" },
	{ SITE PROGRAM "site \"Pune\" { }\nsite \"pune\" { }\n", 9, "the site “pune” stands already at" },
	{ SITE PROGRAM "site \"Pune\" {\n holiday = x\n}\n", 9, "there is no setting “holiday” here; did you mean “holidays”?" },
	{ SITE PROGRAM "site \"Pune\" {\n holidays = none.ics\n}\n", 9, "No such file" },
	{ SITE PROGRAM "site \"Pune\" {\n holidays = rotnem.conf\n}\n", 9, "rotnem.conf: it is no calendar" },
	{ SITE PROGRAM "sites \"Pune\" { }\n", 8, "there is no plugin for “sites”; did you mean “site”?" },
	{ SITE PROGRAM "dovecote \"../x\" { }\n", 8, "“../x” cannot be a title" },
	{ SITE PROGRAM "dovecote \"loft\" { }\n", 8, "the title “loft” is taken already at" },
	{ SITE PROGRAM "dovecote \"p\" {\n inner { }\n}\n", 9, "there is no block “inner” within “dovecote”" },
	{ SITE PROGRAM "dovecote \"p\" {\n x = 1\n}\n", 9, "there is no setting “x” here" },
	{ HEAD "pigeon \"loft\" {\n loft = l\n wins = 3\n}\n" PROGRAM, 8,
	  "there is no setting “wins” here; did you mean “wings”?" },
	{ HEAD "pigeon \"loft\" {\n loft = l\n wings = two\n}\n" PROGRAM, 8, "wings: “two” is not a whole number" },
	{ HEAD "pigeon \"loft\" {\n loft = l\n homing = maybe\n}\n" PROGRAM, 8, "homing: “maybe” is neither yes nor no" },
	{ HEAD "pigeon \"loft\" {\n loft = l\n rest = long\n}\n" PROGRAM, 8, "rest: “long” is not a length of time" },
	{ HEAD "pigeon \"loft\" {\n}\n" PROGRAM, 6, "the setting “loft” is missing: Where it lives." },
	{ HEAD "pigeon \"loft\" {\n loft = l\n password_file = nowhere\n}\n" PROGRAM, 8, "nowhere: No such file" },
	{ HEAD "pigeon \"loft\" {\n loft = l\n password_command = \"false\"\n}\n" PROGRAM, 8, "the command “false” failed" },
	{ HEAD "pigeon \"loft\" {\n loft = l\n password_command = \"no-such-command-here\"\n}\n" PROGRAM, 8, "cannot be run" },
	{ HEAD "pigeon \"loft\" {\n loft = l\n password_credential = imap\n}\n" PROGRAM, 8,
	  "systemd hands none to this process" },
	{ HEAD "pigeon \"loft\" {\n loft = l\n password = x\n password_command = \"echo x\"\n}\n" PROGRAM, 6,
	  "“password” is given in 2 ways" },
	{ HEAD "pigeon \"loft\" {\n loft = l\n pasword_file = x\n}\n" PROGRAM, 8, "did you mean “password_file”?" },
	{ SITE, 0, "there is no program" },
	{ SITE "program \"reverse-mentorin\" { address = p@example.org coordinator = c@example.org }\n", 7,
	  "there is no program “reverse-mentorin” in" },
	{ SITE "program \"reverse-mentoring\" {\n address = p@example.org\n coordinator = hr\n}\n", 9,
	  "coordinator: “hr” is no mail address" },
	{ SITE "program \"reverse-mentoring\" {\n address = p@example.org\n}\n", 7, "the setting “coordinator” is missing" },
	{ SITE "program \"reverse-mentoring\" {\n address = p@example.org\n coordinator = c@example.org\n source = lofd\n}\n", 10,
	  "there is no source “lofd”; did you mean “loft”?" },
	{ HEAD "dovecote \"p\" { }\npigeon \"a\" { loft = l }\npigeon \"b\" { loft = l }\n"
	  "program \"reverse-mentoring\" {\n address = p@example.org\n coordinator = c@example.org\n transport = a\n}\n", 9,
	  "there are several blocks that could be the source" },
	{ SITE "program \"reverse-mentoring\" {\n address = p@example.org\n coordinator = c@example.org\n set { x = 1\n x = 2 }\n"
	       "}\n", 11,
	  "“x” is set already in this block" },
	{ SITE "program \"reverse-mentoring\" {\n address = p@example.org\n coordinator = c@example.org\n sett { x = 1 }\n}\n",
	  10, "there is no block “sett” within “program”" },
	{ SITE "pigeon \"other\" { loft = l }\n" NAMING, 7, "“other” reads the same mailbox as “loft” at " },
	{ SITE "pigeon \"other\" { loft = up/../l wings = 4 }\n" NAMING, 7, "rotnem.conf:6: the same colour and loft; leave one" },
	{ SITE "pigeon \"other\" { loft = link }\n" NAMING, 7, "“other” reads the same mailbox as “loft” at " },
	{ SITE "pigeon \"other\" {\n}\n" NAMING, 7, "the setting “loft” is missing" },
	{ SITE PROGRAM "dovecote \"p\" { }\ndovecote \"q\" { }\n", 9, "“q” is a second directory beside “p” at " },
	{ SITE PROGRAM "a { b { c { d { e { } } } } }\n", 8, "blocks are nested too deeply here" },
};

START_TEST (a_problem_is_named_by_file_and_line)
{
	GPtrArray *problems;
	g_autoptr (rn_config) config = load (broken[_i].text, &problems);
	g_autofree char *all = joined (problems), *file = g_build_filename (dir, "rotnem.conf", NULL);
	g_autofree char *place = broken[_i].line > 0 ? g_strdup_printf ("%s:%u: ", file, broken[_i].line)
	                                             : g_strdup_printf ("%s: ", file);

	ck_assert_msg (config == NULL && problems->len > 0, "“%s” should be wrong", broken[_i].words);
	const char *first = g_ptr_array_index (problems, 0);
	ck_assert_msg (g_str_has_prefix (first, place), "wanted %s%s, got:%s", place, broken[_i].words, all);
	ck_assert_msg (strstr (first, broken[_i].words) != NULL, "wanted %s%s, got:%s", place, broken[_i].words, all);
	for (guint i = 1; i < problems->len; i++)
		ck_assert_msg (strcmp (first, g_ptr_array_index (problems, i)) != 0, "told twice:%s", all);
	g_ptr_array_unref (problems);
}
END_TEST

static const char *const agreeing[] = {
	SITE "pigeon \"other\" { loft = m }\n" NAMING,
	SITE "pigeon \"other\" { loft = l colour = white }\n" NAMING,
	SITE "swift \"a\" { loft = l }\nswift \"b\" { loft = l }\n" NAMING, /* does not say which mailbox it is */
};

START_TEST (different_mailboxes_stand_side_by_side)
{
	GPtrArray *problems;
	g_autoptr (rn_config) config = load (agreeing[_i], &problems);
	g_autofree char *all = joined (problems);

	ck_assert_msg (config != NULL, "%s: %s", agreeing[_i], all);
	g_ptr_array_unref (problems);
}
END_TEST

START_TEST (all_problems_are_told_in_one_run)
{
	GPtrArray *problems;
	g_autofree char *more = g_build_filename (dir, "conf.d", NULL);
	ck_assert_int_eq (g_mkdir (more, 0700), 0);
	g_autofree char *part = put ("conf.d/x.conf", "\nauthserv = x\n");
	g_autoptr (rn_config) config = load (
		SITE
		"state_dir = \"broken\n"
		"pigeon loft too many {\n inner = 1\n}\n"
		"imap \"mentoring\" {\n}\n"
		"program \"reverse-mentoring\" {\n"
		"	address = x\n"
		"	adress = y\n"
		"	source = nowhere\n"
		"}\n", &problems);
	static const char *const wanted[] = { "rotnem.conf:7: the quote", "rotnem.conf:8: “pigeon” stands alone",
	                                      "x.conf:2: there is no setting “authserv”",
		"rotnem.conf:11: there is no plugin for “imap”", "rotnem.conf:13: the setting “coordinator” is missing",
		"rotnem.conf:14: address: “x” is no mail address", "rotnem.conf:15: there is no setting “adress”",
		"rotnem.conf:16: there is no source “nowhere”" };
	g_autofree char *all = joined (problems);

	ck_assert_ptr_null (config);
	for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
		ck_assert_msg (strstr (all, wanted[i]) != NULL, "“%s” is not in:%s", wanted[i], all);
	/* … and why plugins are missing, since a block asks for one */
	ck_assert_msg (strstr (all, "plugin abi2 was built for ABI 2; this Rotnem speaks ABI 1") != NULL, "%s", all);
	ck_assert_msg (strstr (all, "plugin crash crashed while it was loaded") != NULL, "%s", all);
	ck_assert_msg (strstr (all, "plugin empty cannot be used: it does not export the constant rn_plugin") != NULL, "%s", all);
	ck_assert_msg (problems->len == G_N_ELEMENTS (wanted) + 3, "%s", all);
	g_ptr_array_unref (problems);
}
END_TEST

static const struct {
	const char *name, *bytes;
	gsize size;
	const char *words;
} no_text[] = {
	{ "binary", "\x7f" "ELF\xff\xfe", 6, "no UTF-8 text" },
	{ "with a NUL", "state_dir = x\0y", 15, "no UTF-8 text" },
	{ "empty", "", 0, "there is no program" },
};

START_TEST (what_is_no_text_is_refused)
{
	g_autofree char *path = g_build_filename (dir, "rotnem.conf", NULL);
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

	ck_assert (g_file_set_contents (path, no_text[_i].bytes, (gssize) no_text[_i].size, NULL));
	ck_assert_msg (rn_config_load (path, RN_SECRETS_READ, problems) == NULL, "%s", no_text[_i].name);
	g_autofree char *all = joined (problems);
	ck_assert_msg (strstr (all, no_text[_i].words) != NULL, "%s:%s", no_text[_i].name, all);
}
END_TEST

START_TEST (no_file_is_one_line)
{
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

	ck_assert_ptr_null (rn_config_load ("/nonexistent/rotnem.conf", RN_SECRETS_READ, problems));
	ck_assert_uint_eq (problems->len, 1);
	ck_assert_ptr_null (rn_config_load ("/dev/zero", RN_SECRETS_READ, problems));
	ck_assert_uint_eq (problems->len, 2);
}
END_TEST

START_TEST (a_flood_of_problems_is_bounded)
{
	g_autoptr (GString) text = g_string_new (NULL);
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

	for (int i = 0; i < 1000; i++)
		g_string_append (text, "}\n");
	rn_block_free (rn_block_parse ("x", text->str, problems));
	ck_assert_uint_eq (problems->len, RN_MAX_CONFIG_PROBLEMS + 1);
	ck_assert_str_eq (g_ptr_array_index (problems, RN_MAX_CONFIG_PROBLEMS), "x: 950 further problems are not listed");
}
END_TEST

START_TEST (a_flood_of_settings_is_bounded)
{
	g_autoptr (GString) text = g_string_new (NULL);
	g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

	for (int i = 0; i < 100000; i++)
		g_string_append (text, "a=1\n");
	g_autoptr (rn_block) block = rn_block_parse ("x", text->str, problems);
	ck_assert_uint_eq (block->settings->len, RN_MAX_CONFIG_ENTRIES);
	ck_assert_uint_eq (problems->len, 1);
	ck_assert_str_eq (g_ptr_array_index (problems, 0),
	                  "x:1001: there are more than 1000 settings here; the rest of the file was not read");
}
END_TEST

/* ---- secrets ---- */

static char *
secret_given (const char *setting, char **problem)
{
	GPtrArray *problems;
	g_autofree char *text = g_strdup_printf (HEAD "pigeon \"loft\" {\n loft = l\n %s\n}\n" PROGRAM, setting);
	g_autoptr (rn_config) config = load (text, &problems);
	char *secret = config != NULL
		? g_strdup (g_hash_table_lookup (rn_config_provider (config, RN_SOURCE, "loft")->values, "password")) : NULL;

	*problem = joined (problems);
	g_ptr_array_unref (problems);
	return secret;
}

START_TEST (secrets_come_from_elsewhere)
{
	g_autofree char *file = put ("pw", "from a file\r\n"), *credential = put ("imap", "from systemd");
	char *problem;
	ck_assert_int_eq (g_chmod (file, 0640), 0);
	g_setenv ("CREDENTIALS_DIRECTORY", dir, TRUE);
	static const struct { const char *setting, *secret; } ways[] = {
		{ "password_file = pw", "from a file" },
		{ "password_command = \"printf '%s %s' from 'a command'\"", "from a command" },
		{ "password_credential = imap", "from systemd" },
	};
	for (gsize i = 0; i < G_N_ELEMENTS (ways); i++) {
		g_autofree char *secret = secret_given (ways[i].setting, &problem);
		ck_assert_msg (secret != NULL && strcmp (secret, ways[i].secret) == 0, "%s:%s", ways[i].setting, problem);
		g_free (problem);
	}
}
END_TEST

static const struct {
	const char *setting;
	const char *content; /* of the file pw */
	int mode;
	const char *words;
} bad_secrets[] = {
	{ "password_file = pw", "hidden\n", 0644, "this secret can be read by others; run: chmod o=" },
	{ "password_file = pw", "hidden\n", 0602, "this secret can be read by others" },
	{ "password_file = pw", "\n", 0600, "gives no secret" },
	{ "password_file = pw", "hidden\nhidden\n", 0600, "gives several lines" },
	{ "password_file = .", "", 0600, "no ordinary file" },
	{ "password_credential = \"../pw\"", "hidden\n", 0600, "is no name of a credential" },
	{ "password_credential = none", "hidden\n", 0600, "No such file" },
	{ "password_command = \"sh -c 'echo hidden; exit 3'\"", "", 0600, "failed" },
	{ "password_command = \"echo 'x\"", "", 0600, "cannot be run" },
	{ "password_command = \"cat /dev/zero\"", "", 0600, "said too much" },
};

START_TEST (a_bad_secret_is_told_and_never_shown)
{
	g_autofree char *file = put ("pw", bad_secrets[_i].content);
	char *problem;
	ck_assert_int_eq (g_chmod (file, (mode_t) bad_secrets[_i].mode), 0);
	g_setenv ("CREDENTIALS_DIRECTORY", dir, TRUE);
	g_autofree char *secret = secret_given (bad_secrets[_i].setting, &problem);

	ck_assert_msg (secret == NULL, "%s", bad_secrets[_i].setting);
	ck_assert_msg (strstr (problem, bad_secrets[_i].words) != NULL, "%s:%s", bad_secrets[_i].setting, problem);
	ck_assert_msg (strstr (problem, "hidden\n") == NULL, "%s", problem);
	g_free (problem);
}
END_TEST

static const struct {
	const char *setting;
	const char *note, *problem; /* of the check; NULL: none */
} unread[] = {
	{ "password_file = pw", NULL, "this secret can be read by others" },
	{ "password_file = nowhere", NULL, "nowhere: No such file" },
	{ "password_command = \"touch ran\"", "the command “touch ran” was not run", NULL },
	{ "password_command = \"no-such-command-here -x\"", NULL, "cannot be run: there is no “no-such-command-here”" },
	{ "password_command = \"echo 'x\"", NULL, "cannot be run" },
	{ "password_credential = imap", "the credential “imap” can be read only within the service", NULL },
	{ "password_credential = \"../pw\"", NULL, "is no name of a credential" },
	{ "password = x", NULL, NULL },
};

/* Who only looks at a site opens no connection, and may not be allowed to read its secrets. */
START_TEST (a_secret_is_left_to_who_uses_it)
{
	GPtrArray *problems, *found;
	g_autofree char *file = put ("pw", "hidden\n"), *ran = g_build_filename (dir, "ran", NULL);
	g_autofree char *text = g_strdup_printf (HEAD "pigeon \"loft\" {\n loft = l\n %s\n}\n" PROGRAM, unread[_i].setting);
	ck_assert_int_eq (g_chmod (file, 0644), 0);
	ck_assert_int_eq (g_chdir (dir), 0);
	g_unsetenv ("CREDENTIALS_DIRECTORY");
	g_autoptr (rn_config) left = load_with (RN_SECRETS_LEFT, text, &problems);
	g_autoptr (rn_config) checked = load_with (RN_SECRETS_CHECKED, text, &found);
	g_autofree char *all = joined (problems), *told = joined (found);

	ck_assert_msg (left != NULL && problems->len == 0 && left->notes->len == 0, "%s:%s", unread[_i].setting, all);
	ck_assert_msg (found->len == (unread[_i].problem != NULL), "%s:%s", unread[_i].setting, told);
	if (unread[_i].problem != NULL)
		ck_assert_msg (strstr (told, unread[_i].problem) != NULL, "%s:%s", unread[_i].setting, told);
	else
		ck_assert_msg (checked->notes->len == (unread[_i].note != NULL), "%s", unread[_i].setting);
	if (unread[_i].note != NULL)
		ck_assert_msg (strstr (g_ptr_array_index (checked->notes, 0), unread[_i].note) != NULL, "%s", unread[_i].setting);
	ck_assert_msg (g_access (ran, F_OK) != 0, "%s was run", unread[_i].setting);
	g_ptr_array_unref (problems);
	g_ptr_array_unref (found);
}
END_TEST

/* ---- plugins ---- */

START_TEST (rows_of_a_plugin_come_over_whole)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_plugin_rows) rows = rn_plugin_rows_read (TEST_PLUGINS "/pigeon.so", &error);
	rn_assert_no_error (error);
	const rn_provider_rows *first = g_ptr_array_index (rows->providers, 0), *last = g_ptr_array_index (rows->providers, 3);

	ck_assert_str_eq (rows->name, "pigeon");
	ck_assert_str_eq (rows->summary, "Mail by pigeon.");
	ck_assert_uint_eq (rows->providers->len, 4);
	ck_assert (g_strv_equal ((const char *const *) first->identity, (const char *[]) { "colour", "loft", NULL }));
	ck_assert_uint_eq (g_strv_length (last->identity), 0);
	ck_assert_int_eq (first->provides, RN_SOURCE);
	ck_assert (first->together && !last->together);
	ck_assert_str_eq (first->options[3].name, "rest");
	ck_assert_int_eq (first->options[3].type, RN_OPTION_DURATION);
	ck_assert_str_eq (first->options[3].initial, "20 minutes");
	ck_assert_str_eq (first->options[3].help, "How long it sits between two flights.");
	ck_assert_ptr_null (first->options[4].initial);
	ck_assert_str_eq (first->options[5].initial, "");
	ck_assert_ptr_null (first->options[6].name);
	ck_assert_str_eq (last->name, "dovecote");
	ck_assert_ptr_null (last->options[0].name);
}
END_TEST

START_TEST (a_hanging_plugin_is_left_out)
{
	g_autoptr (GError) error = NULL;
	ck_assert_ptr_null (rn_plugin_rows_read (TEST_PLUGINS "/../slow/.libs/hang.so", &error));
	ck_assert_msg (strstr (error->message, "plugin hang did not load within 5 seconds") != NULL, "%s", error->message);
}
END_TEST

START_TEST (folders_are_those_of_the_tree)
{
	g_autofree char *scripts = rn_shipped_dir ("scripts"), *plugins = rn_shipped_dir ("plugins");
	g_autofree char *want = g_build_filename (g_getenv ("ROTNEM_SOURCE"), "scripts", NULL);
	g_autofree char *libs = g_build_filename (g_getenv ("ROTNEM_BUILD"), ".libs", NULL);

	ck_assert_str_eq (scripts, want);
	ck_assert_str_eq (plugins, libs);
}
END_TEST

/* ---- the sample ---- */

static char *
document (const char *name)
{
	g_autofree char *path = g_build_filename (g_getenv ("ROTNEM_SOURCE"), "doc", name, NULL);
	char *text = NULL;
	ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "%s", path);
	return text;
}

START_TEST (the_sample_is_sound_and_mails_nobody)
{
	GPtrArray *problems;
	g_autofree char *text = document ("rotnem.conf"), *here = g_strconcat (text, "scripts_dir = scripts\n", NULL);
	g_autofree char *password = put ("imap.password", "x\n");
	ck_assert_int_eq (g_chmod (password, 0600), 0);
	g_autoptr (rn_config) config = load (here, &problems);
	g_autofree char *all = joined (problems);

	ck_assert_msg (config != NULL, "%s", all);
	ck_assert_str_eq (config->redirect_all_to, "you@example.org");
	g_ptr_array_unref (problems);
}
END_TEST

/* Set, or commented out at the start of a line. */
static void
assert_explained (const char *sample_text, const char *block, const char *name)
{
	g_autofree char *pattern = g_strdup_printf ("^#?\\t?#?%s(_file)? = ", name);
	ck_assert_msg (g_regex_match_simple (pattern, sample_text, G_REGEX_MULTILINE, 0), "%s: %s is not in the sample", block,
	               name);
}

/* The sample's block of that provider, in force or commented out, until its end. */
static char *
block_of (const char *text, const char *provider)
{
	g_autofree char *pattern = g_strdup_printf ("^#?%s \"[^}]*", provider), *block = NULL;
	g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
	g_autoptr (GMatchInfo) match = NULL;
	ck_assert_msg (g_regex_match (regex, text, 0, &match), "there is no block %s in the sample", provider);
	return g_match_info_fetch (match, 0);
}

/* In rotnem.conf(5), as the tag of a list or in a list of names. */
static void
assert_in_manual (const char *manual, const char *name)
{
	g_autofree char *pattern = g_strdup_printf ("^\\.(It )?Va .*\\b%s\\b", name);
	ck_assert_msg (g_regex_match_simple (pattern, manual, G_REGEX_MULTILINE, 0), "%s is not in the manual", name);
}

static guint
assert_plugin_explained (const char *text, const char *manual, const char *plugins_dir, const char *plugin)
{
	g_autofree char *path = g_strdup_printf ("%s/%s.so", plugins_dir, plugin);
	g_autoptr (GError) error = NULL;
	g_autoptr (rn_plugin_rows) rows = rn_plugin_rows_read (path, &error);
	rn_assert_no_error (error);
	for (guint i = 0; i < rows->providers->len; i++) {
		const rn_provider_rows *provider = g_ptr_array_index (rows->providers, i);
		g_autofree char *block = block_of (text, provider->name);
		for (const struct rn_option *row = provider->options; row->name != NULL; row++) {
			assert_explained (block, provider->name, row->name);
			assert_in_manual (manual, row->name);
		}
	}
	return rows->providers->len;
}

START_TEST (sample_and_manual_hold_every_setting)
{
	static const char *const plugins[] = { "csv", "imap", "maildir", "smtp" };
	g_autofree char *text = document ("rotnem.conf"), *manual = document ("man/rotnem.conf.5");
	g_autofree char *plugins_dir = rn_shipped_dir ("plugins");
	guint providers = 0;

	for (const struct rn_option *row = rn_site_options; row->name != NULL; row++)
		assert_explained (text, "site", row->name), assert_in_manual (manual, row->name);
	for (const struct rn_option *row = rn_program_options; row->name != NULL; row++)
		assert_explained (text, "program", row->name), assert_in_manual (manual, row->name);
	g_autofree char *places = block_of (text, "site");
	for (const struct rn_option *row = rn_place_options; row->name != NULL; row++)
		assert_explained (places, "site", row->name), assert_in_manual (manual, row->name);
	for (gsize i = 0; i < G_N_ELEMENTS (plugins); i++)
		providers += assert_plugin_explained (text, manual, plugins_dir, plugins[i]);
	ck_assert_uint_ge (providers, 5);
}
END_TEST

static Suite *
suite (void)
{
	Suite *s = suite_create ("site_config");
	TCase *t = tcase_create ("site_config");

	tcase_add_checked_fixture (t, set_up, tear_down);
	tcase_add_test (t, all_that_can_be_said_is_read);
	tcase_add_test (t, places_of_work_have_holidays);
	tcase_add_test (t, what_is_shown_reads_back_equal_but_for_secrets);
	tcase_add_loop_test (t, a_problem_is_named_by_file_and_line, 0, G_N_ELEMENTS (broken));
	tcase_add_loop_test (t, different_mailboxes_stand_side_by_side, 0, G_N_ELEMENTS (agreeing));
	tcase_add_test (t, all_problems_are_told_in_one_run);
	tcase_add_loop_test (t, what_is_no_text_is_refused, 0, G_N_ELEMENTS (no_text));
	tcase_add_test (t, no_file_is_one_line);
	tcase_add_test (t, a_flood_of_problems_is_bounded);
	tcase_add_test (t, a_flood_of_settings_is_bounded);
	tcase_add_test (t, secrets_come_from_elsewhere);
	tcase_add_loop_test (t, a_bad_secret_is_told_and_never_shown, 0, G_N_ELEMENTS (bad_secrets));
	tcase_add_loop_test (t, a_secret_is_left_to_who_uses_it, 0, G_N_ELEMENTS (unread));
	tcase_add_test (t, rows_of_a_plugin_come_over_whole);
	tcase_add_test (t, a_hanging_plugin_is_left_out);
	tcase_add_test (t, folders_are_those_of_the_tree);
	tcase_add_test (t, the_sample_is_sound_and_mails_nobody);
	tcase_add_test (t, sample_and_manual_hold_every_setting);
	suite_add_tcase (s, t);
	return s;
}

RN_UNIT_MAIN (suite ())

/* The work that each mail costs, without processes and servers, for a tool that counts
 * instructions:
 *
 *     instructions read FOLDER   each mail of the folder: bytes → reading → packed → unpacked
 *     instructions turn          answers of a calendar: reading → turn → one commit in 64
 *     instructions compose       a pair's mails, invitations among them: outbox row → bytes
 *     instructions build         how this was built
 *
 * Prints how many mails were measured. Each job is done once before, so that what is made
 * ready once is not counted; the work to be counted is that of the function `measured`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "compose_host.h"
#include "outbox.h"
#include "read.h"
#include "turn_stage.h"

#define TURNS 64
#define TURNS_PER_COMMIT 64
#define COPIES 8 /* of the pair's mails */

/* ---- Reading ------------------------------------------------------------------- */

static GPtrArray *
load_mails (const char *folder)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
	GPtrArray *mails = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
	const char *name;

	rn_assert_no_error (error);
	while ((name = g_dir_read_name (dir)) != NULL) {
		g_autofree char *path = g_build_filename (folder, name, NULL);
		char *text;
		gsize size;
		g_file_get_contents (path, &text, &size, &error);
		rn_assert_no_error (error);
		g_ptr_array_add (mails, g_bytes_new_take (text, size));
	}
	return mails;
}

static void
read_one (gpointer mail, gpointer nothing)
{
	const struct rn_read_settings settings = { .authserv_id = "mail.pairs.example", .own_domain = "pairs.example",
	                                           .now = STAGE_MONDAY };
	gsize size;
	const guint8 *bytes = g_bytes_get_data (mail, &size);
	g_autoptr (rn_reading) reading = rn_read (bytes, size, &settings);
	g_autoptr (GBytes) pack = rn_reading_pack (reading);
	const guint8 *packed = g_bytes_get_data (pack, &size);
	g_autoptr (rn_reading) back = rn_reading_unpack (packed, size, NULL);

	ck_assert_msg (back != NULL && nothing == NULL, "a reading comes back");
}

static guint
read_all (gpointer mails)
{
	g_ptr_array_foreach (mails, read_one, NULL);
	return ((GPtrArray *) mails)->len;
}

/* ---- Turns ---------------------------------------------------------------------- */

static guint
take_answers (gpointer nothing)
{
	ck_assert (nothing == NULL);
	for (guint i = 0; i < TURNS; i++) {
		if (i % TURNS_PER_COMMIT == 0)
			ck_assert (rn_db_begin (stage.db, NULL));
		rn_reading *reading = stage_reading ("leo", "leo", "first-session");
		stage_calendar (reading, "REPLY", i % 2 == 0 ? "ACCEPTED" : "TENTATIVE");
		stage.now++;
		assert_ending (stage_take (reading), RN_INBOX_APPLIED, "calendar-reply");
		if (i % TURNS_PER_COMMIT == TURNS_PER_COMMIT - 1)
			ck_assert (rn_db_commit (stage.db, NULL));
	}
	return TURNS;
}

/* ---- Composing ------------------------------------------------------------------- */

struct desk {
	rn_stationery_cache *stationery;
	GPtrArray *letters; /* of GBytes */
};

static void
learn (struct desk *desk, GBytes *letter)
{
	g_autoptr (GError) error = NULL;
	const char *hash = rn_letter_stationery (letter), *name, *markdown, *shell, *form, *language;

	g_autoptr (GVariant) source = rn_stationery_load (stage.db, hash, &error);
	rn_assert_no_error (error);
	g_variant_get (source, "(&s&s&s&s&s)", &name, &markdown, &shell, &form, &language);
	g_autoptr (GVariant) frame = g_variant_ref_sink (g_variant_new ("(ssssss)", hash, name, markdown, shell, form, language));
	rn_stationery_learn (desk->stationery, frame, &error);
	rn_assert_no_error (error);
}

static struct desk
open_desk (void)
{
	g_autoptr (GError) error = NULL;
	struct desk desk = { rn_stationery_cache_new (), g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref) };
	g_autoptr (rn_rows) rows = rn_db_query (stage.db, &error, "SELECT bytes FROM letter ORDER BY mail", "");

	rn_assert_no_error (error);
	while (rn_rows_next (rows, &error)) {
		GBytes *letter = rn_rows_bytes (rows, 0);
		g_ptr_array_add (desk.letters, letter);
		learn (&desk, letter);
	}
	rn_assert_no_error (error);
	return desk;
}

static guint
compose_all (gpointer data)
{
	struct desk *desk = data;

	for (guint i = 0; i < COPIES * desk->letters->len; i++) {
		g_autoptr (GError) error = NULL;
		g_autoptr (rn_letter) letter = rn_letter_from_bytes (g_ptr_array_index (desk->letters, i % desk->letters->len),
		                                                     &error);
		g_autoptr (GBytes) bytes = letter != NULL ? rn_stationery_compose (desk->stationery, letter, &error) : NULL;
		rn_assert_no_error (error);
	}
	return COPIES * desk->letters->len;
}

/* ---- What is counted -------------------------------------------------------------- */

guint measured (guint (*job) (gpointer data), gpointer data);

G_GNUC_NO_INLINE guint
measured (guint (*job) (gpointer data), gpointer data)
{
	guint n = job (data);
	__asm__ volatile ("" ::: "memory"); /* a call that is a jump would leave the function */
	return n;
}

static void
twice (guint (*job) (gpointer data), gpointer data)
{
	job (data);
	printf ("%u\n", measured (job, data));
}

static const char *folder;

START_TEST (count_reading)
{
	g_autoptr (GPtrArray) mails = load_mails (folder);
	rn_read_init ();
	twice (read_all, mails);
}
END_TEST

START_TEST (count_turns)
{
	stage_meet ();
	twice (take_answers, NULL);
}
END_TEST

START_TEST (count_composing)
{
	stage_meet ();
	struct desk desk = open_desk ();
	twice (compose_all, &desk);
	rn_stationery_cache_free (desk.stationery);
	g_ptr_array_unref (desk.letters);
}
END_TEST

/* The stage speaks through Check, so a job is a test; in this process, so that it is
 * counted. */
static int
run (const TTest *test)
{
	SRunner *runner = srunner_create (stage_suite ("instructions", &test, 1));

	srunner_set_fork_status (runner, CK_NOFORK);
	srunner_run_all (runner, CK_NORMAL);
	int failed = srunner_ntests_failed (runner);
	srunner_free (runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
	folder = argv[argc - 1];
	if (argc == 3 && g_str_equal (argv[1], "read"))
		return run (count_reading);
	if (argc == 2 && g_str_equal (argv[1], "turn"))
		return run (count_turns);
	if (argc == 2 && g_str_equal (argv[1], "compose"))
		return run (count_composing);
	if (argc == 2 && g_str_equal (argv[1], "build")) {
		puts (BUILD);
		return EXIT_SUCCESS;
	}
	fprintf (stderr, "usage: %s read FOLDER | turn | compose | build\n", argv[0]);
	return EX_USAGE;
}

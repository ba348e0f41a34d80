#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "readers.h"

/* The reader process; there is one. */
static pid_t
only_child (void)
{
	g_autofree char *path = g_strdup_printf ("/proc/self/task/%d/children", (int) getpid ());
	g_autofree char *children = NULL;

	ck_assert (g_file_get_contents (path, &children, NULL, NULL));
	return (pid_t) g_ascii_strtoll (children, NULL, 10);
}

static void
put (rn_readers *readers, const char *words, gpointer data)
{
	char *text = g_strdup_printf ("From: ann@firm.example\n\n%s\n", words);
	g_autoptr (GBytes) mail = g_bytes_new_take (text, strlen (text));
	rn_readers_put (readers, mail, data);
}

static void
take (rn_readers *readers, const char *text, const char *reason, gpointer wanted)
{
	gpointer data;
	g_autoptr (rn_reading) reading = rn_readers_take (readers, &data);

	ck_assert_ptr_nonnull (reading);
	ck_assert_str_eq (reading->reason, reason);
	ck_assert_str_eq (reading->text, text);
	ck_assert_ptr_eq (data, wanted);
}

START_TEST (readings_come_in_order)
{
	g_autoptr (rn_readers) readers = rn_readers_new (2);
	gpointer data;

	for (int i = 0; i < 10; i++) {
		g_autofree char *words = g_strdup_printf ("Word %d.", i);
		put (readers, words, GINT_TO_POINTER (i));
	}
	rn_readers_put_known (readers, rn_reading_new (), NULL);
	for (int i = 0; i < 10; i++) {
		g_autofree char *words = g_strdup_printf ("Word %d.", i);
		take (readers, words, "own-words", GINT_TO_POINTER (i));
	}
	take (readers, "", "", NULL);
	ck_assert_ptr_null (rn_readers_take (readers, &data));
}
END_TEST

/* What may kill a reader, and the reason that its mail then gets. */
static const struct {
	int signal;
	const char *reason;
} deaths[] = {
	{ SIGKILL, "reader-died" }, /* the kernel, out of memory */
	{ SIGSEGV, "reader-died" },
	{ SIGPROF, "reader-too-slow" },
};

START_TEST (a_dead_reader_costs_one_mail)
{
	g_autoptr (rn_readers) readers = rn_readers_new (1);
	pid_t child = only_child ();

	put (readers, "Before.", GINT_TO_POINTER (1));
	take (readers, "Before.", "own-words", GINT_TO_POINTER (1));
	kill (child, SIGSTOP);
	put (readers, "In hand.", GINT_TO_POINTER (2));
	put (readers, "Behind.", GINT_TO_POINTER (3));
	kill (child, deaths[_i].signal);
	kill (child, SIGCONT);
	take (readers, "", deaths[_i].reason, GINT_TO_POINTER (2));
	take (readers, "Behind.", "own-words", GINT_TO_POINTER (3));
	ck_assert_int_ne (only_child (), child);
}
END_TEST

START_TEST (room_has_an_end)
{
	g_autoptr (rn_readers) readers = rn_readers_new (1);
	guint room = rn_readers_room (readers);
	gpointer data;

	ck_assert_uint_gt (room, 0);
	for (guint i = 0; i < room; i++)
		put (readers, "Yes.", NULL);
	ck_assert_uint_eq (rn_readers_room (readers), 0);
	rn_reading_free (rn_readers_take (readers, &data));
	ck_assert_uint_eq (rn_readers_room (readers), 1);
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("readers");
	TCase *tests = tcase_create ("readers");
	tcase_add_test (tests, readings_come_in_order);
	tcase_add_loop_test (tests, a_dead_reader_costs_one_mail, 0, G_N_ELEMENTS (deaths));
	tcase_add_test (tests, room_has_an_end);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())

#include "config.h"

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "reader_limits.h"

#ifndef RN_SANITIZERS /* there a leak check needs what is refused */
/* What a reader that was taken over might try; each gives 0 when it worked. */
static int try_socket (void) { return socket (AF_INET, SOCK_STREAM, 0) >= 0 ? 0 : errno; }
static int try_unix (void) { return socket (AF_UNIX, SOCK_STREAM, 0) >= 0 ? 0 : errno; }
static int try_program (void) { return execl ("/bin/true", "true", NULL) == 0 ? 0 : errno; }
static int try_create (void) { return open ("limits-test", O_CREAT | O_WRONLY, 0600) >= 0 ? 0 : errno; }
static int try_write (void) { return open ("/dev/null", O_RDWR) >= 0 ? 0 : errno; }
static int try_signal (void) { return kill (getppid (), 0) == 0 ? 0 : errno; }
static int try_remove (void) { return unlink ("limits-test") == 0 ? 0 : errno; }
static int try_rename (void) { return rename ("limits-test", "b") == 0 ? 0 : errno; }

static const struct {
	const char *name;
	int (*try) (void);
} tries[] = {
	{ "a connection", try_socket }, { "a local connection", try_unix }, { "a program", try_program },
	{ "a new file", try_create }, { "writing", try_write }, { "a signal", try_signal }, { "removing", try_remove },
	{ "renaming", try_rename },
};

START_TEST (what_reading_never_needs_is_refused)
{
	rn_reader_limits ();
	ck_assert_msg (tries[_i].try () == EPERM, "%s is not refused", tries[_i].name);
}
END_TEST

START_TEST (memory_ends)
{
	rn_reader_limits ();
	void *block = malloc (RN_READER_MEMORY);
	ck_assert_ptr_null (block);
	free (block);
}
END_TEST
#endif

/* Where configurations, secrets and state folders are. */
START_TEST (no_other_file_can_be_read)
{
	static const char *const files[] = { "/etc/passwd", "/etc/hostname", "/tmp", ".", "/" };
	int before = open (files[_i], O_RDONLY);

	ck_assert_msg (before >= 0, "%s is not there to be read", files[_i]);
	rn_reader_limits ();
	int fd = open (files[_i], O_RDONLY);
	ck_assert_msg (fd < 0 && errno == EACCES, "%s can be read", files[_i]);
	close (before);
}
END_TEST

START_TEST (zone_files_can_still_be_read)
{
	rn_reader_limits ();
	int fd = open ("/usr/share/zoneinfo/Europe/Berlin", O_RDONLY);
	ck_assert_int_ge (fd, 0);
	close (fd);
}
END_TEST

START_TEST (a_mail_has_its_time)
{
	pid_t child = fork ();
	int status;

	if (child == 0) {
		rn_reader_clock (50);
		for (;;)
			continue;
	}
	ck_assert_int_eq (waitpid (child, &status, 0), child);
	ck_assert (WIFSIGNALED (status) && WTERMSIG (status) == SIGPROF);
}
END_TEST

/* The signal would end this process. */
START_TEST (the_clock_is_stopped)
{
	rn_reader_clock (50);
	rn_reader_clock (0);
	for (gint64 end = g_get_monotonic_time () + 200000; g_get_monotonic_time () < end;)
		continue;
}
END_TEST

static Suite *
suite (void)
{
	Suite *suite = suite_create ("reader limits");
	TCase *tests = tcase_create ("limits");
#ifndef RN_SANITIZERS
	tcase_add_loop_test (tests, what_reading_never_needs_is_refused, 0, G_N_ELEMENTS (tries));
	tcase_add_test (tests, memory_ends);
#endif
	tcase_add_loop_test (tests, no_other_file_can_be_read, 0, 5);
	tcase_add_test (tests, zone_files_can_still_be_read);
	tcase_add_test (tests, a_mail_has_its_time);
	tcase_add_test (tests, the_clock_is_stopped);
	suite_add_tcase (suite, tests);
	return suite;
}

RN_UNIT_MAIN (suite ())

/* Preloaded into an engine and its children by tests/crash/run. Counts the calls by which
 * a process changes the world around it, and ends that process at a chosen one.
 *
 * CRASH_PAGE: a file that all processes share, see struct page. CRASH_ROLE, CRASH_AT: in
 * which role, at which call. CRASH_HOW: "self" ends the process before the call, "torn" lets
 * half of a write happen first, "engine" ends the process that started it, "power" ends the
 * process and takes back what it did to files and did not sync. CRASH_BOOT: a file to be read
 * as the computer's boot id. */
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "power.h"
#include "role.h"

struct page {
	atomic_uint done; /* the one death has happened */
	atomic_uint counts[N_ROLES];
};

static struct page *page;
static size_t role;
static unsigned at; /* 0: never in this process */
static char how;    /* first letter of CRASH_HOW */

/* ---- the end ---------------------------------------------------------------------------- */

/* TRUE when the time has come, once for all processes. */
static int
is_time (void)
{
	if (page == NULL)
		return 0;
	unsigned n = atomic_fetch_add (&page->counts[role], 1) + 1;
	return at != 0 && n == at && atomic_exchange (&page->done, 1) == 0;
}

static void
end (void)
{
	if (how == 'p')
		power_cut ();
	if (how == 'e')
		kill (getppid (), SIGKILL);
	else
		raise (SIGKILL); /* kill() is refused to a reader */
	for (;;) /* until the engine's end takes its children */
		pause ();
}

static void
before (void)
{
	if (is_time ())
		end ();
}

static void *
real (const char *name)
{
	return dlsym (RTLD_NEXT, name);
}

/* ---- the calls ----------------------------------------------------------------------------- */

#define WATCHED(result, name, parameters, arguments)                     \
	result name parameters;                                          \
	result name parameters                                           \
	{                                                                \
		static result (*next) parameters;                        \
		if (next == NULL)                                        \
			next = (result (*) parameters) real (#name);     \
		before ();                                               \
		return next arguments;                                   \
	}

WATCHED (ssize_t, sendmsg, (int fd, const struct msghdr *message, int flags), (fd, message, flags))
WATCHED (int, connect, (int fd, const struct sockaddr *address, socklen_t size), (fd, address, size))
WATCHED (int, fallocate, (int fd, int mode, off_t start, off_t size), (fd, mode, start, size))
WATCHED (int, fallocate64, (int fd, int mode, off_t start, off_t size), (fd, mode, start, size))

#define SYNCS(name)                                             \
	int name (int fd)                                       \
	{                                                       \
		static int (*next) (int);                       \
		if (next == NULL)                               \
			next = (int (*) (int)) real (#name);    \
		before ();                                      \
		int result = next (fd);                         \
		if (result == 0)                                \
			power_synced (fd);                      \
		return result;                                  \
	}

SYNCS (fsync)
SYNCS (fdatasync)

/* A torn write: half of it happens. */
#define WRITES(name, parameters, half, whole, offset)                                     \
	ssize_t name parameters;                                                          \
	ssize_t name parameters                                                           \
	{                                                                                 \
		static ssize_t (*next) parameters;                                        \
		if (next == NULL)                                                         \
			next = (ssize_t (*) parameters) real (#name);                     \
		if (is_time ()) {                                                         \
			if (how == 't' && size > 1 && next half < 0)                      \
				abort ();                                                 \
			end ();                                                           \
		}                                                                         \
		power_write (fd, offset, size);                                           \
		return next whole;                                                        \
	}

WRITES (write, (int fd, const void *bytes, size_t size), (fd, bytes, size / 2), (fd, bytes, size), lseek (fd, 0, SEEK_CUR))
WRITES (pwrite, (int fd, const void *bytes, size_t size, off_t to), (fd, bytes, size / 2, to), (fd, bytes, size, to), to)
WRITES (pwrite64, (int fd, const void *bytes, size_t size, off_t to), (fd, bytes, size / 2, to), (fd, bytes, size, to), to)
WRITES (send, (int fd, const void *bytes, size_t size, int flags), (fd, bytes, size / 2, flags), (fd, bytes, size, flags), 0)

#define CUTS(name)                                                          \
	int name (int fd, off_t size);                                      \
	int name (int fd, off_t size)                                       \
	{                                                                   \
		static int (*next) (int, off_t);                            \
		struct stat status;                                         \
		if (next == NULL)                                           \
			next = (int (*) (int, off_t)) real (#name);         \
		before ();                                                  \
		if (fstat (fd, &status) == 0 && status.st_size > size)      \
			power_write (fd, size, (size_t) (status.st_size - size)); \
		return next (fd, size);                                     \
	}

CUTS (ftruncate)
CUTS (ftruncate64)

int
rename (const char *from, const char *to)
{
	static int (*next) (const char *, const char *);
	if (next == NULL)
		next = (int (*) (const char *, const char *)) real ("rename");
	before ();
	char *kept = power_keep (to);
	int result = next (from, to);
	power_renamed (from, to, kept, result == 0);
	return result;
}

int
unlink (const char *path)
{
	static int (*next) (const char *);
	if (next == NULL)
		next = (int (*) (const char *)) real ("unlink");
	before ();
	char *kept = power_keep (path);
	int result = next (path);
	power_removed (path, kept, result == 0);
	return result;
}

/* No call to die at: what is in an empty file is written later. */
#define OPENS(name)                                                                     \
	int name (const char *path, int flags, ...)                                     \
	{                                                                               \
		static int (*next) (const char *, int, ...);                            \
		if (next == NULL)                                                       \
			next = (int (*) (const char *, int, ...)) real (#name);         \
		va_list arguments;                                                      \
		va_start (arguments, flags);                                            \
		mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, mode_t) : 0; \
		va_end (arguments);                                                     \
		if (strcmp (path, "/proc/sys/kernel/random/boot_id") == 0 && getenv ("CRASH_BOOT") != NULL) \
			path = getenv ("CRASH_BOOT");                                   \
		int is_new = (flags & O_CREAT) != 0 && access (path, F_OK) != 0;        \
		int fd = next (path, flags, mode);                                      \
		if (is_new && fd >= 0)                                                  \
			power_made (path);                                              \
		return fd;                                                              \
	}

OPENS (open)
OPENS (open64)

/* ---- the beginning -------------------------------------------------------------------------- */

__attribute__ ((constructor)) static void
begin (void)
{
	const char *wanted = getenv ("CRASH_ROLE"), *number = getenv ("CRASH_AT");

	role = role_of_this ();
	page = role_page ("CRASH_PAGE", sizeof *page);
	if (page != NULL && wanted != NULL && number != NULL && strcmp (wanted, role_names[role]) == 0)
		at = (unsigned) strtoul (number, NULL, 10);
	how = getenv ("CRASH_HOW") != NULL ? getenv ("CRASH_HOW")[0] : 's';
	if (how == 'p' && at != 0)
		power_begin ();
}

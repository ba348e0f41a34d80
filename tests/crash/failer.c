/* Preloaded into an engine and its children: counts three kinds of calls, and lets one kind
 * fail in one role.
 *
 * FAIL_PAGE: a file that all processes share, see struct page. FAIL_ROLE, FAIL_CALL
 * ("malloc", "write" or "sync"), FAIL_AT: where. FAIL_EVER: not that call alone, but all from
 * it on, in every process of the role. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "failing_memory.h"
#include "role.h"

enum kind { MALLOC, WRITE, SYNC, N_KINDS };
static const char *const kind_names[N_KINDS] = { "malloc", "write", "sync" };

struct page {
	atomic_uint failed; /* so many calls */
	atomic_uint counts[N_ROLES][N_KINDS];
};

static struct page *page;
static size_t role;
static unsigned at[N_KINDS]; /* 0: never in this process */
static int ever;

static int
fails (enum kind kind)
{
	if (page == NULL)
		return 0;
	unsigned n = atomic_fetch_add (&page->counts[role][kind], 1) + 1;
	if (at[kind] == 0 || (ever ? n < at[kind] : n != at[kind]))
		return 0;
	atomic_fetch_add (&page->failed, 1);
	return 1;
}

static int
no_memory (void)
{
	return fails (MALLOC);
}

/* ---- files ---------------------------------------------------------------------------- */

/* What goes to another process is no matter of the disk. */
static int
is_file (int fd)
{
	struct stat status;
	return fstat (fd, &status) == 0 && (S_ISREG (status.st_mode) || S_ISDIR (status.st_mode));
}

static int
fails_on (enum kind kind, int fd, int code)
{
	if (page == NULL || !is_file (fd) || !fails (kind))
		return 0;
	errno = code;
	return 1;
}

#define FAILS(kind, code, result, name, parameters, arguments)              \
	result name parameters;                                             \
	result name parameters                                              \
	{                                                                   \
		static result (*next) parameters;                           \
		if (next == NULL)                                           \
			next = (result (*) parameters) dlsym (RTLD_NEXT, #name); \
		return fails_on (kind, fd, code) ? -1 : next arguments;     \
	}

FAILS (WRITE, ENOSPC, ssize_t, write, (int fd, const void *bytes, size_t size), (fd, bytes, size))
FAILS (WRITE, ENOSPC, ssize_t, pwrite, (int fd, const void *bytes, size_t size, off_t to), (fd, bytes, size, to))
FAILS (WRITE, ENOSPC, ssize_t, pwrite64, (int fd, const void *bytes, size_t size, off_t to), (fd, bytes, size, to))
FAILS (WRITE, ENOSPC, int, ftruncate, (int fd, off_t size), (fd, size))
FAILS (WRITE, ENOSPC, int, ftruncate64, (int fd, off_t size), (fd, size))
FAILS (SYNC, EIO, int, fsync, (int fd), (fd))
FAILS (SYNC, EIO, int, fdatasync, (int fd), (fd))

int
posix_fallocate (int fd, off_t from, off_t size)
{
	static int (*next) (int, off_t, off_t);
	if (next == NULL)
		next = (int (*) (int, off_t, off_t)) dlsym (RTLD_NEXT, "posix_fallocate");
	return fails_on (WRITE, fd, ENOSPC) ? ENOSPC : next (fd, from, size);
}

__attribute__ ((constructor)) static void
begin (void)
{
	const char *wanted = getenv ("FAIL_ROLE"), *kind = getenv ("FAIL_CALL"), *number = getenv ("FAIL_AT");

	role = role_of_this ();
	ever = getenv ("FAIL_EVER") != NULL;
	for (int i = 0; i < N_KINDS && wanted != NULL && kind != NULL && number != NULL; i++)
		if (strcmp (wanted, role_names[role]) == 0 && strcmp (kind, kind_names[i]) == 0)
			at[i] = (unsigned) strtoul (number, NULL, 10);
	page = role_page ("FAIL_PAGE", sizeof *page);
}

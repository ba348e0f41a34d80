/* Preloaded into an engine and its children by tests/crash/run. Counts the calls by which
 * a process changes the world around it, and ends that process at a chosen one.
 *
 * CRASH_PAGE: a file that all processes share, see struct page. CRASH_ROLE, CRASH_AT: in
 * which role, at which call. CRASH_HOW: "self" ends the process before the call, "torn" lets
 * half of a write happen first, "engine" ends the process that started it, "power" ends the
 * process and takes back what it wrote and did not sync. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* How a process is told by its command line; in the order of the counts in the page. */
static const struct {
	const char *name, *word;
} roles[] = {
	{ "reader", "--child=reader" }, { "policy", "--child=policy" },   { "transport", "smtp " },
	{ "source", "maildir " },       { "directory", "csv " },          { "engine", "" },
};
#define N_ROLES (sizeof roles / sizeof roles[0])

struct page {
	atomic_uint done; /* the one death has happened */
	atomic_uint counts[N_ROLES];
};

static struct page *page;
static size_t role;
static unsigned at; /* 0: never in this process */
static char how;    /* first letter of CRASH_HOW */

/* ---- what was written and not synced ------------------------------------------------- */

struct change {
	struct change *before;
	dev_t device;
	ino_t inode;
	char path[PATH_MAX];
	off_t offset, old_size;
	size_t had; /* bytes that stood there */
	char bytes[];
};

static struct change *changes;

/* Keeps what a write or a cut will destroy. */
static void
remember (int fd, off_t offset, size_t size)
{
	struct stat status;
	char link[64];

	if (how != 'p' || at == 0 || fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
		return;
	struct change *change = calloc (1, sizeof *change + size);
	snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
	if (change == NULL || readlink (link, change->path, sizeof change->path - 1) < 0)
		abort ();
	change->before = changes;
	change->device = status.st_dev;
	change->inode = status.st_ino;
	change->offset = offset;
	change->old_size = status.st_size;
	int file = open (change->path, O_RDONLY | O_CLOEXEC);
	ssize_t had = file >= 0 ? pread (file, change->bytes, size, offset) : 0;
	change->had = had > 0 ? (size_t) had : 0;
	close (file);
	changes = change;
}

static void
forget (int fd)
{
	struct stat status;

	if (changes == NULL || fstat (fd, &status) != 0)
		return;
	for (struct change **link = &changes; *link != NULL;) {
		struct change *change = *link;
		if (change->device == status.st_dev && change->inode == status.st_ino) {
			*link = change->before;
			free (change);
		} else {
			link = &change->before;
		}
	}
}

static ssize_t (*real_pwrite) (int, const void *, size_t, off_t);
static int (*real_ftruncate) (int, off_t);

/* Newest first, so that each file ends as it was at its last sync. */
static void
take_back (void)
{
	for (struct change *change = changes; change != NULL; change = change->before) {
		int file = open (change->path, O_WRONLY | O_CLOEXEC);
		if (file < 0)
			continue;
		if (real_pwrite (file, change->bytes, change->had, change->offset) < 0 || real_ftruncate (file, change->old_size) != 0)
			abort ();
		close (file);
	}
}

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
		take_back ();
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
WATCHED (int, rename, (const char *from, const char *to), (from, to))
WATCHED (int, unlink, (const char *path), (path))
WATCHED (int, connect, (int fd, const struct sockaddr *address, socklen_t size), (fd, address, size))

#define SYNCS(name)                                             \
	int name (int fd)                                       \
	{                                                       \
		static int (*next) (int);                       \
		if (next == NULL)                               \
			next = (int (*) (int)) real (#name);    \
		before ();                                      \
		int result = next (fd);                         \
		if (result == 0)                                \
			forget (fd);                            \
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
		remember (fd, offset, size);                                              \
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
			remember (fd, size, (size_t) (status.st_size - size)); \
		return next (fd, size);                                     \
	}

CUTS (ftruncate)
CUTS (ftruncate64)

/* ---- the beginning -------------------------------------------------------------------------- */

static size_t
role_of (const char *line, size_t size)
{
	size_t i = 0;
	while (roles[i].word[0] != '\0' && memmem (line, size, roles[i].word, strlen (roles[i].word)) == NULL)
		i++;
	return i;
}

__attribute__ ((constructor)) static void
begin (void)
{
	const char *path = getenv ("CRASH_PAGE"), *wanted = getenv ("CRASH_ROLE"), *number = getenv ("CRASH_AT");
	char line[512];
	int file = open ("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
	ssize_t size = read (file, line, sizeof line);

	close (file);
	real_pwrite = (ssize_t (*) (int, const void *, size_t, off_t)) real ("pwrite");
	real_ftruncate = (int (*) (int, off_t)) real ("ftruncate");
	role = role_of (line, size > 0 ? (size_t) size : 0);
	file = path != NULL ? open (path, O_RDWR | O_CLOEXEC) : -1;
	if (file < 0)
		return;
	void *mapped = mmap (NULL, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	close (file);
	page = mapped != MAP_FAILED ? mapped : NULL;
	if (wanted != NULL && number != NULL && strcmp (wanted, roles[role].name) == 0)
		at = (unsigned) strtoul (number, NULL, 10);
	how = getenv ("CRASH_HOW") != NULL ? getenv ("CRASH_HOW")[0] : 's';
}

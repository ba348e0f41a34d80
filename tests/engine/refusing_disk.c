/* Preloaded into the engine: while the file REFUSING_DISK exists, which holds “sync”, “write” or “open” and
 * a part of a file's name, the next such call for such a file fails, once, as on a full disk. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Whether this call for this path is meant; the order is spent then. */
static int
is_meant_for (const char *call, const char *path)
{
	char wanted[8], name[256];
	const char *order = getenv ("REFUSING_DISK");
	FILE *file = order != NULL ? fopen (order, "r") : NULL;

	if (file == NULL)
		return 0;
	int n = fscanf (file, "%7s %255s", wanted, name);
	fclose (file);
	return n == 2 && strcmp (wanted, call) == 0 && strstr (path, name) != NULL && unlink (order) == 0;
}

/* The same for the file that is open here. */
static int
is_meant (const char *call, int fd)
{
	char link[64], path[4096] = "";

	snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
	return readlink (link, path, sizeof path - 1) > 0 && is_meant_for (call, path);
}

static int
refuse (void)
{
	errno = ENOSPC;
	return -1;
}

int
open (const char *path, int flags, ...)
{
	static int (*next) (const char *, int, ...);
	va_list more;

	if (next == NULL)
		next = (int (*) (const char *, int, ...)) dlsym (RTLD_NEXT, "open");
	va_start (more, flags);
	unsigned mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (more, unsigned) : 0;
	va_end (more);
	return is_meant_for ("open", path) ? refuse () : next (path, flags, mode);
}

int
fdatasync (int fd)
{
	static int (*next) (int);

	if (next == NULL)
		next = (int (*) (int)) dlsym (RTLD_NEXT, "fdatasync");
	return is_meant ("sync", fd) ? refuse () : next (fd);
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t n, off64_t offset)
{
	static ssize_t (*next) (int, const void *, size_t, off64_t);

	if (next == NULL)
		next = (ssize_t (*) (int, const void *, size_t, off64_t)) dlsym (RTLD_NEXT, "pwrite64");
	return is_meant ("write", fd) ? refuse () : next (fd, bytes, n, offset);
}

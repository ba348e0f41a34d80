/* Preloaded into the engine: while the file REFUSING_DISK exists, which holds a part of a
 * file's name, the next sync of such a file fails, once. */
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int fdatasync (int fd);

/* Whether the file that is open here is meant; the order is spent then. */
static int
is_meant (int fd)
{
	char link[64], path[4096] = "", name[256] = "";
	const char *order = getenv ("REFUSING_DISK");
	FILE *file = order != NULL ? fopen (order, "r") : NULL;

	if (file == NULL)
		return 0;
	size_t n = fread (name, 1, sizeof name - 1, file);
	fclose (file);
	snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
	return n > 0 && readlink (link, path, sizeof path - 1) > 0 && strstr (path, name) != NULL && unlink (order) == 0;
}

int
fdatasync (int fd)
{
	static int (*next) (int);

	if (next == NULL)
		next = (int (*) (int)) dlsym (RTLD_NEXT, "fdatasync");
	if (is_meant (fd)) {
		errno = ENOSPC;
		return -1;
	}
	return next (fd);
}

#include "power.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { WRITTEN, MADE, REMOVED, RENAMED };

struct change {
	struct change *before;
	enum kind kind;
	dev_t device; /* of the file, or of the folder that the name is in */
	ino_t inode;
	char path[PATH_MAX], from[PATH_MAX];
	char *kept;            /* link to what a name stood for */
	int file;              /* the file itself, whatever becomes of its name */
	off_t offset, old_size;
	size_t had;            /* bytes that stood there */
	char bytes[];
};

/* Descriptors that only name a file, one for each that was ever written to. */
static struct known {
	dev_t device;
	ino_t inode;
	int file;
} known[64];

static struct change *changes;
static int begun;

/* The wrappers of these would remember what is done here. */
static int
remove_name (const char *path)
{
	return (int) syscall (SYS_unlinkat, AT_FDCWD, path, 0);
}

static int
move_name (const char *from, const char *to)
{
	return (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

static int
open_file (const char *path, int flags)
{
	return (int) syscall (SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0);
}

void
power_begin (void)
{
	begun = 1;
}

static struct change *
add (enum kind kind, const struct stat *status, size_t size)
{
	struct change *change = calloc (1, sizeof *change + size);

	if (change == NULL)
		abort ();
	change->before = changes;
	change->kind = kind;
	change->device = status->st_dev;
	change->inode = status->st_ino;
	return changes = change;
}

static int
file_of (int fd, const struct stat *status)
{
	char link[64];
	size_t i = 0;

	while (known[i].inode != 0 && (known[i].inode != status->st_ino || known[i].device != status->st_dev))
		if (++i == sizeof known / sizeof known[0])
			abort ();
	if (known[i].inode == 0) {
		snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
		known[i] = (struct known) { status->st_dev, status->st_ino, open_file (link, O_PATH) };
	}
	return known[i].file;
}

static int
open_again (int file, int flags)
{
	char link[64];
	snprintf (link, sizeof link, "/proc/self/fd/%d", file);
	return open_file (link, flags);
}

void
power_write (int fd, off_t offset, size_t size)
{
	struct stat status;

	if (!begun || fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
		return;
	struct change *change = add (WRITTEN, &status, size);
	change->file = file_of (fd, &status);
	change->offset = offset;
	change->old_size = status.st_size;
	ssize_t had = pread (fd, change->bytes, size, offset);
	if (had < 0) { /* open for writing only */
		int readable = open_again (change->file, O_RDONLY);
		had = pread (readable, change->bytes, size, offset);
		close (readable);
	}
	change->had = had > 0 ? (size_t) had : 0;
}

/* The folder that a name is in. */
static int
folder_of (const char *path, struct stat *status)
{
	char copy[PATH_MAX];
	snprintf (copy, sizeof copy, "%s", path);
	return stat (dirname (copy), status);
}

static struct change *
add_name (enum kind kind, const char *path)
{
	struct stat folder;

	if (folder_of (path, &folder) != 0)
		abort ();
	struct change *change = add (kind, &folder, 0);
	snprintf (change->path, sizeof change->path, "%s", path);
	return change;
}

void
power_made (const char *path)
{
	if (begun)
		add_name (MADE, path);
}

char *
power_keep (const char *path)
{
	static unsigned count;
	char kept[PATH_MAX];

	if (!begun)
		return NULL;
	snprintf (kept, sizeof kept, "%.4000s.kept-%d-%u", path, getpid (), count++);
	return link (path, kept) == 0 ? strdup (kept) : NULL;
}

static void
let_go (char *kept)
{
	if (kept != NULL)
		remove_name (kept);
	free (kept);
}

void
power_removed (const char *path, char *kept, int well)
{
	if (begun && well && kept != NULL)
		add_name (REMOVED, path)->kept = kept;
	else
		let_go (kept);
}

void
power_renamed (const char *from, const char *to, char *kept, int well)
{
	if (!begun || !well) {
		let_go (kept);
		return;
	}
	struct change *change = add_name (RENAMED, to);
	snprintf (change->from, sizeof change->from, "%s", from);
	change->kept = kept;
}

void
power_synced (int fd)
{
	struct stat status;

	if (changes == NULL || fstat (fd, &status) != 0)
		return;
	for (struct change **link = &changes; *link != NULL;) {
		struct change *change = *link;
		if (change->device == status.st_dev && change->inode == status.st_ino) {
			*link = change->before;
			let_go (change->kept);
			free (change);
		} else {
			link = &change->before;
		}
	}
}

static void
write_back (const struct change *change)
{
	int file = open_again (change->file, O_WRONLY);

	if (file < 0)
		return; /* it has no name any more */
	if (syscall (SYS_pwrite64, file, change->bytes, change->had, change->offset) < 0 ||
	    syscall (SYS_ftruncate, file, change->old_size) != 0)
		abort ();
	close (file);
}

void
power_cut (void)
{
	for (struct change *change = changes; change != NULL; change = change->before) {
		if (change->kind == WRITTEN)
			write_back (change);
		else if (change->kind == MADE)
			remove_name (change->path);
		else if (change->kind == RENAMED)
			move_name (change->path, change->from);
		if (change->kept != NULL)
			move_name (change->kept, change->path);
	}
}

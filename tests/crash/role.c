#include "role.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

const char *const role_names[N_ROLES] = { "reader", "policy", "transport", "source", "directory", "engine" };

static const struct {
	const char *word;
	size_t role;
} words[] = {
	{ "--child=reader", ROLE_READER }, { "--child=policy", ROLE_POLICY }, { "smtp ", ROLE_TRANSPORT },
	{ "maildir ", ROLE_SOURCE },       { "imap ", ROLE_SOURCE },          { "csv ", ROLE_DIRECTORY },
};

size_t
role_of_this (void)
{
	char line[512];
	int file = open ("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
	ssize_t size = read (file, line, sizeof line);

	close (file);
	for (size_t i = 0; size > 0 && i < sizeof words / sizeof words[0]; i++)
		if (memmem (line, (size_t) size, words[i].word, strlen (words[i].word)) != NULL)
			return words[i].role;
	return ROLE_ENGINE;
}

void *
role_page (const char *variable, size_t size)
{
	const char *path = getenv (variable);
	int file = path != NULL ? open (path, O_RDWR | O_CLOEXEC) : -1;

	if (file < 0)
		return NULL;
	void *mapped = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	close (file);
	return mapped != MAP_FAILED ? mapped : NULL;
}

/* Preloaded into a demo: each statement that SQLite is given is noted, one a line, in the file
 * that the environment's STATEMENTS names. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

typedef int prepare (void *database, const char *sql, int size, unsigned int flags, void **statement, const char **rest);

prepare sqlite3_prepare_v3;

int
sqlite3_prepare_v3 (void *database, const char *sql, int size, unsigned int flags, void **statement, const char **rest)
{
	prepare *real = (prepare *) dlsym (RTLD_NEXT, "sqlite3_prepare_v3");
	const char *path = getenv ("STATEMENTS");
	FILE *file = path != NULL ? fopen (path, "ae") : NULL;

	if (file != NULL) {
		fprintf (file, "%s\n", sql);
		fclose (file);
	}
	return real (database, sql, size, flags, statement, rest);
}

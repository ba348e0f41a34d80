/* Calls for memory that fail when the file that includes this says so: malloc, calloc and realloc
 * give NULL and ENOMEM whenever its no_memory () is true. Not for a build with sanitizers, which
 * have a malloc of their own. */
#ifndef RN_TESTS_FAILING_MEMORY_H
#define RN_TESTS_FAILING_MEMORY_H

#include <errno.h>
#include <stdlib.h>

static int no_memory (void);

/* The C library's own, under the names that it keeps for this. */
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *old, size_t size);

static void *
nothing (void)
{
	errno = ENOMEM;
	return NULL;
}

void *
malloc (size_t size)
{
	return no_memory () ? nothing () : __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
	return no_memory () ? nothing () : __libc_calloc (n, size);
}

/* Of no size it frees, which never fails. */
void *
realloc (void *old, size_t size)
{
	return size > 0 && no_memory () ? nothing () : __libc_realloc (old, size);
}

#endif

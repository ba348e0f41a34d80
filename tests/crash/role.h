/* Which of Rotnem's processes this one is, told by its command line; and a page of memory that
 * all of them share through the file that a variable of the environment names. */
#ifndef RN_TESTS_CRASH_ROLE_H
#define RN_TESTS_CRASH_ROLE_H

#include <stddef.h>

/* In the order of the counts in a page. */
enum { ROLE_READER, ROLE_POLICY, ROLE_TRANSPORT, ROLE_SOURCE, ROLE_DIRECTORY, ROLE_ENGINE, N_ROLES };

extern const char *const role_names[N_ROLES];

size_t role_of_this (void);

/* NULL when the variable is not set. */
void *role_page (const char *variable, size_t size);

#endif

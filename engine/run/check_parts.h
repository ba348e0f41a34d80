/* What the parts of check share. */
#ifndef RN_RUN_CHECK_PARTS_H
#define RN_RUN_CHECK_PARTS_H

#include "library.h"
#include "site_config.h"

struct check {
	const rn_config *config;
	rn_library *library;
	GPtrArray *problems, *fine; /* of char *, a line each */
};

/* Adds a line to one of the two lists. */
void rn_check_tell (GPtrArray *list, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A program's words: templates, forms and phrases as they stand in its folder, what the engine sends and is not there, and
 * what its scripts name. */
void rn_check_words (struct check *check, const char *program);

#endif
